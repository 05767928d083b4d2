"""Write the scores of stories as a table for people and as JSON for programs."""

import json

from dateline.evaluation.outcome import Tally
from dateline.evaluation.stories.placing import Groups
from dateline.evaluation.stories.scoring import StoryScores

FIELDS = ("contradictions", "claims", "states", "roots", "families", "family roots")


def render_stories(scores: StoryScores, *, errors: int = 0) -> str:
    """Return the scores as a text table; ``errors`` is the number of errors listed for each field."""
    lines = [
        f"{scores.reports} reports of {scores.stories} stories; {scores.coded:.3f} of the tellings are coded",
        "",
        f"{'groups':22}     P     R    F1 CoNLL",
        _groups("incidents", scores.told),
        _groups("main incidents", scores.main),
        f"{'pairs of one story':22} {scores.shared:5.3f} share an incident",
        "",
        f"{'field':22}     P     R    F1   acc    n",
        *(_tally(name, scores.tally(name)) for name in FIELDS),
        *_errors(scores, errors),
    ]
    return "\n".join(lines) + "\n"


def stories_json(scores: StoryScores) -> str:
    """Return the scores as one JSON object."""
    document = {
        "reports": scores.reports,
        "stories": scores.stories,
        "coded": scores.coded,
        "incidents": _groups_json(scores.told),
        "main_incidents": _groups_json(scores.main),
        "pairs_share_an_incident": scores.shared,
        "fields": {name: scores.tally(name).as_json() for name in FIELDS},
    }
    return json.dumps(document, ensure_ascii=False)


def _groups(name: str, groups: Groups) -> str:
    return f"{name:22} {groups.precision:5.3f} {groups.recall:5.3f} {groups.f1:5.3f} {groups.conll:5.3f}"


def _tally(name: str, tally: Tally) -> str:
    values = (tally.precision, tally.recall, tally.f1, tally.accuracy)
    return f"{name:22} " + " ".join("    –" if v is None else f"{v:5.3f}" for v in values) + f" {tally.n:4}"


def _errors(scores: StoryScores, most: int) -> list[str]:
    lines: list[str] = []
    for name in FIELDS if most else ():
        wrong = [o for o in scores.outcomes if o.field == name and o.verdict not in ("right", "agreed")]
        lines += ["", f"{name}: {len(wrong)} errors"] if wrong else []
        lines += [f"  {o.verdict:8} {o.case}: {o.gold} / {o.coded or '-'}" for o in wrong[:most]]
    return lines


def _groups_json(groups: Groups) -> dict[str, float]:
    return {"precision": groups.precision, "recall": groups.recall, "f1": groups.f1, "conll": groups.conll}
