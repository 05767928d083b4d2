"""How often the coder is right: on the gold set, and on what was reviewed here, side by side, each with its number."""

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.evaluation.floors import Floors, load_floors
from dateline.ledger.judging.reviewing import CODED, REASONS
from dateline.store.asking.view import View

_FLOORS = (Path(__file__).with_name("floors.toml"), Path(__file__).parents[4] / "gold" / "floors.toml")
"""The figures of the gold set: beside this file in a wheel, in the repository else."""
_FAULTS = {"type": ("type",), "actor": ("actors",), "place": ("place",)}
"""The fields that a reason of a rejection calls wrong."""
_Z = 1.96
_ACCEPTED = """
SELECT max(ifnull(e.judged, '')) AS judged FROM act a JOIN act_record n USING (act) JOIN report r ON r.digest = n.digest
JOIN event e ON e.report_key = r.report_key
WHERE a.live AND a.kind = 'accept' AND n.layer = 'events' AND r.until IS NULL AND e.until IS NULL
  AND e.rule NOT LIKE 'judgement of %' AND json_extract(e.spans, '$[0][0]') = n.start
GROUP BY n.digest, n.start
"""
_REJECTED = """
SELECT reason, count(*) AS n FROM (
  SELECT n.digest, n.start, max(a.reason) AS reason FROM act a JOIN act_record n USING (act)
  WHERE a.live AND a.kind = 'reject' AND n.layer = 'events' GROUP BY 1, 2) GROUP BY 1 ORDER BY 2 DESC
"""


def accuracy(asked: Asked) -> Data:
    """Return the figures of the gold set and those of the user's own reviewed events."""
    floors = _shipped()
    accepted = [row["judged"] for row in asked.view.rows(_ACCEPTED)]
    rejected = {row["reason"]: row["n"] for row in asked.view.rows(_REJECTED)}
    return {
        "shipped": list(_figures(floors)) if floors else [], "gold": floors.gold if floors else None,
        "own": list(_own(accepted, rejected)), "reviewed": len(accepted) + sum(rejected.values()),
        "reasons": [(reason, REASONS.get(reason, reason), n) for reason, n in rejected.items()],
        "blind": _blind(asked.view), "missed": _missed(asked.view),
    }  # fmt: skip


@cache
def _shipped() -> Floors | None:
    return next((load_floors(path) for path in _FLOORS if path.exists()), None)


def _figures(floors: Floors) -> Iterator[Data]:
    for name, value in floors.figures.items():
        layer, _, rest = name.partition(".")
        of, _, measure = rest.rpartition(".")
        yield {"layer": layer, "field": of or None, "measure": measure, "value": value}


def _own(accepted: list[str], rejected: dict[str, int]) -> Iterator[Data]:
    """Yield for each field how many reviewed events have it right."""
    total, wrong = len(accepted), Counter[str]()
    for judged in accepted:
        wrong.update(name for name in CODED if f'"field":"{name}","kind":"value"' in judged or
                     f'"field":"{name}","kind":"wrong"' in judged)  # fmt: skip
    yield _share("found", total, total + sum(rejected.values()))
    for name in CODED:
        faults = sum(rejected.get(reason, 0) for reason, fields in _FAULTS.items() if name in fields)
        yield _share(name, total - wrong[name], total + faults)


def _share(name: str, right: int, n: int) -> Data:
    low, high = interval(right, n)
    return {
        "layer": "events", "field": name, "n": n, "right": right, "share": round(right / n, 4) if n else None,
        "low": low, "high": high,
    }  # fmt: skip


def interval(right: int, n: int) -> tuple[float | None, float | None]:
    """Return Wilson's 95% interval of a share, None where nothing was counted."""
    if not n:
        return None, None
    share, z = right / n, _Z * _Z / n
    middle = (share + z / 2) / (1 + z)
    half = _Z * math.sqrt(share * (1 - share) / n + z / (4 * n)) / (1 + z)
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def _blind(view: View) -> int:
    found = view.one("SELECT count(*) AS n FROM act WHERE live AND kind = 'code'")
    return found["n"] if found else 0


def _missed(view: View) -> int:
    found = view.one(
        "SELECT count(*) AS n FROM act WHERE live AND kind = 'accept' AND details LIKE '{\"added\":true,%'"
    )
    return found["n"] if found else 0


PAGE = Page(
    name="accuracy", path="/accuracy", told="How often the coder is right: on gold, and on what was reviewed here.",
    data=accuracy,
    keys={
        "shipped": "pinned on the gold set: `layer`, `field`, `measure` (f1, ece …), `value`",
        "gold": "the digest of the gold set, null where its figures are not at hand",
        "own": "on reviewed events of this ledger: `layer`, `field`, `n`, `right`, `share`, `low`, `high` "
        "(Wilson's 95% "
        "interval); `found` is the share that was not rejected. Those who review see the coder's value, so that "
        "this flatters",
        "reviewed": "how many events were accepted or rejected", "reasons": "why events were rejected: `[key, "
        "words, n]`",
        "blind": "how many events were coded blind", "missed": "how many events people added that the coder missed",
    },
)  # fmt: skip
