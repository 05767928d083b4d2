"""Write scores as a table for people and as JSON for programs."""

import json
from collections.abc import Iterable

from dateline.evaluation.calibration import Calibration
from dateline.evaluation.outcome import Outcome
from dateline.evaluation.scores import Scores
from dateline.evaluation.whole import Whole

MISSING = "   –"


def render_text(scores: Scores, *, errors: int = 0) -> str:
    """Return the scores as a text table; ``errors`` is the number of errors listed for each field."""
    blocks = [
        _head(scores),
        _tallies(scores),
        _coref(scores),
        _confusion(scores),
        _files(scores),
        *map(_reliability, scores.calibration),
    ]
    if errors:
        blocks.append(_errors(scores, errors))
    return "\n\n".join(block for block in blocks if block) + "\n"


def render_json(scores: Scores, whole: Whole | None = None) -> str:
    """Return the scores, and what was judged of whole reports, as one JSON object."""
    document = {
        "gold": scores.digest,
        "cases": scores.cases,
        "whole": whole.figures if whole and whole.coded else None,
        "failed": list(scores.failed),
        "layers": {
            layer: {name: tally.as_json() for name, tally in fields.items()} for layer, fields in scores.tallies.items()
        },
        "flawless": {name: list(counts) for name, counts in scores.flawless.items()},
        "coref": dict(scores.coref),
        "confusion": [{"gold": g, "coded": c, "n": n} for (g, c), n in sorted(scores.confusion.items())],
        "calibration": [_calibration_json(c) for c in scores.calibration],
    }
    return json.dumps(document, ensure_ascii=False)


def _head(scores: Scores) -> str:
    failed = f"; {len(scores.failed)} could not be coded: {', '.join(scores.failed)}" if scores.failed else ""
    return f"{scores.cases} cases, gold {scores.digest}{failed}"


def _number(value: float | None) -> str:
    return MISSING if value is None else f"{value:4.2f}"


def _tallies(scores: Scores) -> str:
    lines = [f"{'layer':12} {'field':20}    P    R   F1  acc     n"]
    for layer, fields in scores.tallies.items():
        for name, tally in fields.items():
            values = " ".join(map(_number, (tally.precision, tally.recall, tally.f1, tally.accuracy)))
            lines.append(f"{layer:12} {name:20} {values} {tally.n:5}")
    return "\n".join(lines)


def _coref(scores: Scores) -> str:
    return "coreference F1: " + ", ".join(f"{k} {v:.2f}" for k, v in scores.coref.items()) if scores.coref else ""


def _confusion(scores: Scores) -> str:
    """List the types confused, most often first."""
    wrong = sorted(((n, g, c) for (g, c), n in scores.confusion.items() if g != c), key=lambda row: (-row[0], row[1:]))
    lines = [f"{g:10} coded as {c:10} {n:4}" for n, g, c in wrong]
    return "\n".join(["types confused (-: no event)", *lines]) if lines else ""


def _files(scores: Scores) -> str:
    """List the gold files with the share of cases that have no error at all."""
    rows = [f"  {name:28} {right:3} of {total:3}" for name, (right, total) in sorted(scores.flawless.items())]
    return "\n".join(["cases without any error", *rows])


def _reliability(calibration: Calibration) -> str:
    head = f"confidence of {calibration.layer}: expected calibration error {calibration.error:.3f}, n {calibration.n}"
    rows = [
        f"  {b.low:.1f}–{b.high:.1f}  n {b.n:4}  said {b.confidence:.2f}  right {b.right:.2f}" for b in calibration.bins
    ]
    return "\n".join([head, *rows])


def _errors(scores: Scores, most: int) -> str:
    """List errors by layer and field."""
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in scores.outcomes:
        if outcome.verdict not in ("right", "agreed"):
            groups.setdefault((outcome.layer, outcome.field), []).append(outcome)
    return "\n".join(line for (layer, name), found in groups.items() for line in _group(layer, name, found, most))


def _group(layer: str, name: str, found: list[Outcome], most: int) -> Iterable[str]:
    yield f"{layer}.{name}: {len(found)} errors"
    for outcome in found[:most]:
        yield f"  {outcome.case:34} {outcome.verdict:8} gold {outcome.gold[:60]!r} coded {outcome.coded[:60]!r}"


def _calibration_json(calibration: Calibration) -> dict[str, object]:
    rows = [
        {"low": b.low, "high": b.high, "n": b.n, "confidence": b.confidence, "right": b.right} for b in calibration.bins
    ]
    return {"layer": calibration.layer, "n": calibration.n, "error": calibration.error, "bins": rows}
