"""What several coders said of one record: how far they agree, where they differ, who was overruled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.evaluation.alpha import interval_alpha, nominal_alpha
from dateline.ledger.judging.reviewing import CODED
from dateline.store.asking.view import Record, View
from dateline.store.judging.reviews import details_of

EXISTS = "exists"
FIELDS = (EXISTS, *CODED)
INTERVAL = frozenset({"start", "killed_low", "killed_high"})
"""Fields whose values lie apart by more or less; all others are the same or not."""
_ACTS = """
SELECT a.act, a.kind, a.by, b.at, a.note, a.details, n.digest, n.start, n.stop
FROM act a JOIN act_record n USING (act) JOIN batch b ON b.batch = a.since
WHERE a.live AND n.layer = 'events' AND a.kind IN ('accept', 'reject', 'edit', 'code', 'settle') {also} ORDER BY a.act
"""
_SEVERAL = """
AND (n.digest, n.start) IN (SELECT m.digest, m.start FROM act c JOIN act_record m USING (act)
  WHERE c.live AND m.layer = 'events' AND c.kind IN ('accept', 'reject', 'code')
  GROUP BY 1, 2 HAVING count(DISTINCT c.by) > 1)
"""
Place = tuple[str, int, int]
"""A text's digest and the words of a record: what all coders of it share."""


@dataclass(slots=True)
class Coded:
    """One record as its coders see it.

    Args:
        place: Where it is.
        values: By coder, by field, the value as words; "" is none. Where a coder says that there is no event, only
            ``EXISTS`` is filled.
        settled: By field, what was settled: `value`, `by`, `at`, `note`.
    """

    place: Place
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    settled: dict[str, Record] = field(default_factory=dict)

    def differing(self) -> Iterator[str]:
        """Yield the fields on which coders differ."""
        for name in FIELDS:
            if len({own[name] for own in self.values.values() if name in own}) > 1:
                yield name


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far coders agree on one field.

    Args:
        field: The field.
        scale: nominal, or interval.
        alpha: Krippendorff's alpha, None where nobody could disagree.
        units: How many records several coders coded.
        agreed: On how many of them all gave the same value.
    """

    field: str
    scale: str
    alpha: float | None
    units: int
    agreed: int


def coded_records(view: View, *, several: bool = True) -> list[Coded]:
    """Return the records that people coded, or only those that several did, in the order of the first act."""
    found: dict[Place, Coded] = {}
    for row in view.rows(_ACTS.format(also=_SEVERAL if several else "")):
        place = (row["digest"], row["start"], row["stop"])
        _take(found.setdefault(place, Coded(place)), row)
    return [c for c in found.values() if len(c.values) > several]


def _take(coded: Coded, row: Record) -> None:
    """Take notice of an act: the last of one coder holds."""
    details, by = details_of(row["details"]), row["by"]
    match row["kind"]:
        case "settle":
            coded.settled[details["field"]] = {
                "value": shown(details["value"]),
                **{n: row[n] for n in ("by", "at", "note")},
            }
        case "edit":
            if by in coded.values and details["field"] in CODED:
                coded.values[by][details["field"]] = shown(details["value"])
        case "reject":
            coded.values[by] = {EXISTS: "no"}
        case _:
            given = details.get("fields", {})
            is_none = row["kind"] == "code" and not given
            coded.values[by] = {EXISTS: "no" if is_none else "yes", **{n: shown(v) for n, v in given.items()}}


def shown(value: Any) -> str:
    """Return a value as words: whole numbers without a point, "" for none."""
    if isinstance(value, str):
        number = _number(value)
        return value.strip() if number is None else shown(number)
    return "" if value is None else f"{value:g}"


def _number(value: str) -> float | None:
    try:
        return float(value) if value.strip().replace(".", "", 1).isdigit() else None
    except ValueError:
        return None


def agreement(coded: Iterable[Coded]) -> list[Agreement]:
    """Return how far coders agree, field by field."""
    found = list(coded)
    return [_agreement(name, found) for name in FIELDS]


def _agreement(name: str, coded: Sequence[Coded]) -> Agreement:
    units = [[own[name] for own in c.values.values() if name in own] for c in coded]
    pairable = [unit for unit in units if len(unit) > 1]
    alpha = interval_alpha(_numbers(name, pairable)) if name in INTERVAL else nominal_alpha(pairable)
    return Agreement(
        field=name, scale="interval" if name in INTERVAL else "nominal",
        alpha=None if alpha is None else round(alpha, 4), units=len(pairable),
        agreed=sum(len(set(unit)) == 1 for unit in pairable),
    )  # fmt: skip


def _numbers(name: str, units: Iterable[Sequence[str]]) -> list[list[float]]:
    """Return values as numbers, days as their count; what has none is a gap."""
    read = _day if name == "start" else _number
    return [[number for value in unit if (number := read(value)) is not None] for unit in units]


def _day(value: str) -> float | None:
    try:
        return float(date.fromisoformat(value).toordinal())
    except ValueError:
        return None


def overruled(coded: Iterable[Coded], by: str | None = None) -> Iterator[Record]:
    """Yield where what was settled is not what a coder had said."""
    for c in coded:
        for name, settled in c.settled.items():
            for coder, own in c.values.items():
                if name in own and own[name] != settled["value"] and by in (None, coder):
                    yield {"place": c.place, "field": name, "coder": coder, "said": own[name], **settled}


def names_of(view: View, places: Iterable[Place]) -> Mapping[Place, Record]:
    """Return for each place its report, the id of the record that stands there now (null: none), and its words."""
    return {place: _name(view, place) for place in dict.fromkeys(places)}


def _name(view: View, place: Place) -> Record:
    digest, start, stop = place
    report = view.one(
        "SELECT id, report_key, source, published, substr(text, ? + 1, ?) AS words FROM report "
        "WHERE digest = ? ORDER BY until IS NOT NULL, report_key LIMIT 1", (start, stop - start, digest),
    )  # fmt: skip
    if report is None:
        return {"report": None, "record": None, "source": None, "published": None, "words": None, "span": [start, stop]}
    row = view.one(
        "SELECT id FROM event WHERE report_key = ? AND until IS NULL AND json_extract(spans, '$[0][0]') = ?",
        (report["report_key"], start),
    )  # fmt: skip
    return {
        "report": report["id"], "record": f"{report['id']}/{row['id']}" if row else None, "source": report["source"],
        "published": report["published"], "words": report["words"], "span": [start, stop],
    }  # fmt: skip
