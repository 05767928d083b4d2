"""Tables and the drawing of the accuracy card: figures, coreference, confusion, reliability, flawless cases."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dateline.evaluation.calibration import BINS, Bin, Calibration
from dateline.evaluation.outcome import Outcome, Tally
from dateline.evaluation.scores import ENOUGH, NO_EVENT, TYPES, Scores

DRAWS = 1000
SEED = 1
NOTHING = "–"
NO_TYPE = "none"
NAMES = {NO_TYPE: "null", NO_EVENT: "none"}
"""How types are called on the page that the scores call otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The scores of all gold cases, of the short ones, and of the whole reports."""

    all: Scores
    short: Scores
    reports: Scores


def table(head: Sequence[str], rows: Iterable[Sequence[object]], *, text: int = 1) -> str:
    """Return a table in Markdown; all columns but the first ``text`` hold numbers."""
    marks = ["---" if n < text else "---:" for n in range(len(head))]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in (head, marks, *rows))


def number(value: float | None) -> str:
    """Return a figure with two decimals, or a dash."""
    return NOTHING if value is None else f"{value:.2f}"


def figures(parts: Parts) -> str:
    """Return every figure of every layer and field."""
    head = ("layer", "field", "n", "P", "R", "F1", "95 %", "agree", "short F1", "n", "reports F1", "n")
    ranges = intervals([*parts.all.outcomes, *by_type(parts.all.outcomes)])
    rows = [
        _row(parts, layer, name, tally, ranges.get((layer, name), NOTHING))
        for layer, fields in parts.all.tallies.items()
        for name, tally in fields.items()
    ]
    return table(head, rows, text=2)


def _row(parts: Parts, layer: str, name: str, tally: Tally, span: str) -> tuple[str, ...]:
    short, reports = (s.tallies.get(layer, {}).get(name, Tally()) for s in (parts.short, parts.reports))
    mark = "" if tally.n >= ENOUGH else "*"
    values = [number(v) for v in (tally.precision, tally.recall, tally.f1)]
    marked = [v if v == NOTHING else f"{mark}{v}{mark}" for v in values]
    agree = NOTHING if layer == TYPES else number(tally.accuracy)  # nothing to agree on: each is an event
    apart = (number(short.f1), str(short.n), number(reports.f1), str(reports.n))
    return (layer, NAMES.get(name, name), str(tally.n), *marked, span, agree, *apart)


def by_type(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes of the types of events, one for each type concerned; one taken for another is two errors."""
    for o in outcomes:
        if (o.layer, o.field) != ("events", "type"):
            continue
        gold, coded = (value.partition(" ")[0] for value in (o.gold, o.coded))
        if o.verdict == "right":
            yield replace(o, layer=TYPES, field=coded)
        if gold and o.verdict != "right":
            yield replace(o, layer=TYPES, field=gold, verdict="missed")
        if coded and o.verdict != "right":
            yield replace(o, layer=TYPES, field=NO_TYPE if coded == "None" else coded, verdict="spurious")


def intervals(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], str]:
    """Return the middle 95 % of F1 of each layer and field, over draws of whole cases with replacement."""
    counts: dict[tuple[str, str], dict[str, list[int]]] = {}
    cases: dict[str, int] = {}
    for o in outcomes:
        cases.setdefault(o.case, len(cases))
        of_case = counts.setdefault((o.layer, o.field), {}).setdefault(o.case, [0, 0])
        of_case[0] += 2 * (o.verdict == "right")
        of_case[1] += {"right": 2, "wrong": 2, "agreed": 0}.get(o.verdict, 1)
    draws = np.random.default_rng(SEED).multinomial(len(cases), [1 / len(cases)] * len(cases), size=DRAWS)
    return {
        key: _middle(draws[:, [cases[c] for c in by_case]] @ np.array(list(by_case.values())))
        for key, by_case in counts.items()
    }


def _middle(sums: "np.ndarray[tuple[int, int], np.dtype[np.int64]]") -> str:
    """Return the range of the ratio of two columns."""
    some = sums[sums[:, 1] > 0]
    if not len(some):
        return NOTHING
    low, high = np.percentile(some[:, 0] / some[:, 1], [2.5, 97.5])
    return f"{low:.2f}–{high:.2f}"


def coreference(parts: Parts) -> str:
    """Return coreference F1 of all cases, short ones and reports."""
    names = {"muc": "MUC", "b_cubed": "B³", "ceaf_e": "CEAF-e", "conll": "CoNLL"}
    rows = [
        (title, s.tallies.get("actors", {}).get("mentions", Tally()).n, *(number(s.coref.get(k)) for k in names))
        for title, s in (("all", parts.all), ("short cases", parts.short), ("reports", parts.reports))
    ]
    return table(("cases", "mentions compared", *names.values()), rows)


def confusion(scores: Scores) -> str:
    """Return the matrix of gold and coded types; an empty cell is 0."""
    kinds = sorted({k for pair in scores.confusion for k in pair} - {NO_EVENT, NO_TYPE})
    kinds += [k for k in (NO_TYPE, NO_EVENT) if any(k in pair for pair in scores.confusion)]
    rows = [(NAMES.get(g, g), *(_cell(scores.confusion, g, coded) for coded in kinds)) for g in kinds]
    return table(("gold ↓ coded →", *(NAMES.get(k, k) for k in kinds)), rows)


def _cell(pairs: Mapping[tuple[str, str], int], gold: str, coded: str) -> str:
    n = pairs.get((gold, coded), 0)
    if not n:
        return ""
    return f"**{n}**" if gold == coded else str(n)


def reliability(calibrations: Sequence[Calibration]) -> str:
    """Return the share of right records by tenth of confidence, one row a layer."""
    lows = sorted({b.low for c in calibrations for b in c.bins})
    head = ("layer", "n", "ECE", *(f"{low:.1f}–{low + 1 / BINS:.1f}" for low in lows))
    rows = []
    for c in calibrations:
        bins = {b.low: b for b in c.bins}
        rows.append((c.layer, c.n, f"{c.error:.3f}", *(_bin(bins.get(low)) for low in lows)))
    return table(head, rows)


def _bin(b: Bin | None) -> str:
    return f"{b.right:.2f} ({b.n})" if b else ""


def flawless(folder: Path, parts: Parts) -> str:
    """Return how many cases of each file are coded without any error; whole reports are one row."""
    rows = []
    for name, (right, n) in sorted(parts.short.flawless.items()):
        about = (folder / "cases" / name).read_text(encoding="utf-8").partition('about = "')[2].partition('"\n')[0]
        short = about.partition(";")[0].partition(":")[0]
        rows.append((name.removesuffix(".toml"), short, right, n, f"{right / n:.0%}"))
    right, n = (sum(counts) for counts in zip(*parts.reports.flawless.values(), strict=True))
    rows.append(("reports", "whole reports, every field of every layer", right, n, f"{right / n:.0%}"))
    return table(("file", "about", "flawless", "cases", "share"), rows, text=2)
