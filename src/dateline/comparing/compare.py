"""Set a copy of a data set beside the incidents: pairs, what one side has alone, and counts by district and week."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.comparing.matching import Pair, match
from dateline.comparing.reading import Layout, Row

_NO_DISTRICT = "(no district)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The outcome. ``outside`` are rows of either side, on days or in countries of which the other can tell nothing."""

    pairs: tuple[Pair, ...]
    here: tuple[Row, ...]
    there: tuple[Row, ...]
    outside: tuple[Row, ...]
    outside_here: tuple[Row, ...] = ()

    @property
    def differing(self) -> Counter[str]:
        """Return in how many pairs each field differs."""
        return Counter(name for pair in self.pairs for name in pair.differing)


def compare(own: Sequence[Row], others: Iterable[Row], layout: Layout, *, first: date, last: date) -> Comparison:
    """Compare rows of our own with those of a copy, of the days from ``first`` to ``last``."""
    countries = {row.country for row in own}
    inside: list[Row] = []
    outside: list[Row] = []
    for row in others:
        fits = row.country in countries and row.start <= last and row.end >= first
        (inside if fits else outside).append(row)
    mine = [row for row in own if row.start <= last and row.end >= first]
    pairs = match(mine, inside, layout)
    paired = {("own", pair.own.id) for pair in pairs} | {("other", pair.other.id) for pair in pairs}
    return Comparison(
        pairs=tuple(pairs), here=tuple(row for row in mine if ("own", row.id) not in paired),
        there=tuple(row for row in inside if ("other", row.id) not in paired), outside=tuple(outside),
        outside_here=tuple(row for row in own if row not in mine),
    )  # fmt: skip


def lines(found: Comparison) -> Iterator[dict[str, Any]]:
    """Yield a record for each pair and each row that one side has alone."""
    for pair in found.pairs:
        yield {
            "state": "matched", "here": pair.own.id, "there": pair.other.id, "day": pair.own.start.isoformat(),
            "place": pair.own.place, "district": pair.own.district, "score": round(pair.score, 3),
            "parts": {name: round(value, 3) for name, value in pair.parts.items()},
            "differing": {name: list(values) for name, values in pair.differing.items()},
        }  # fmt: skip
    yield from (_alone("only-here", row, "here") for row in found.here)
    yield from (_alone("only-there", row, "there") for row in found.there)
    yield from (_alone("outside", row, "here") for row in found.outside_here)
    yield from (_alone("outside", row, "there") for row in found.outside)


def _alone(state: str, row: Row, side: str) -> dict[str, Any]:
    ids = {"here": None, "there": None, side: row.id}
    return {
        "state": state, **ids, "day": row.start.isoformat(), "place": row.place, "district": row.district,
        "score": None, "parts": None, "differing": None,
    }  # fmt: skip


def by_district_and_week(found: Comparison) -> list[Mapping[str, Any]]:
    """Return the counts of each district and week, for validation that does not hang on single rows."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    told = (("matched", [pair.own for pair in found.pairs]), ("only_here", found.here), ("only_there", found.there))
    for state, rows in told:
        for row in rows:
            monday = row.start - timedelta(row.start.weekday())
            counts.setdefault((row.district or _NO_DISTRICT, monday.isoformat()), Counter())[state] += 1
    return [
        {
            "district": district, "week": week, "matched": n["matched"], "only_here": n["only_here"],
            "only_there": n["only_there"], "here": n["matched"] + n["only_here"],
            "there": n["matched"] + n["only_there"],
        }
        for (district, week), n in sorted(counts.items())
    ]  # fmt: skip


def said(found: Comparison) -> tuple[str, ...]:
    """Return the outcome in sentences."""
    here, there = len(found.pairs) + len(found.here), len(found.pairs) + len(found.there)
    out = [
        f"{len(found.pairs):,} matched, of {here:,} here and {there:,} there.",
        f"Outside the other's days or countries: {len(found.outside_here):,} here and {len(found.outside):,} there.",
    ]
    if found.differing:
        fields = ", ".join(f"{name} {n:,}" for name, n in found.differing.most_common())
        out.append(f"Of the matched, these fields differ: {fields}.")
    return tuple(out)
