"""Days picked out: "1, 2 and 5 May", "the last Friday of this month", "the week of 20 May", "within two weeks"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.model.closed import Anchor
from dateline.stages.times.days.calendar import add, valid_day, value_at
from dateline.stages.times.days.choose import choose_year
from dateline.stages.times.days.context import Context, Hit, Reading, Readings
from dateline.stages.times.days.feasts import nth_weekday
from dateline.stages.times.phrases.dates import read_day
from dateline.stages.times.phrases.spans import read_duration, read_span
from dateline.stages.times.phrases.units import direction

_NO_MONTH = "the month is not known"


def read_day_list(hit: Hit, context: Context) -> Readings:
    """Read several days of one month: "1, 2 and 5 May"; the last has the month's words."""
    month, days = hit.number("month"), list(_listed(hit))
    # "1, 2 and 5 May": each day once, or it is no list.
    if month is None or len({at for _, at, _ in days}) < len(days):
        return None
    year, anchor = _year(hit, context, month, days[-1][0])
    if year is None or not all(valid_day(year, month, day) for day, _, _ in days):
        return None
    named = [(first, at + 1) for _, at, first in days]
    named[0] = (hit.first, named[0][1])
    named[-1] = (named[-1][0], hit.last)
    return tuple(
        Reading(type="DATE", value=date(year, month, day).isoformat(), anchor=anchor, pieces=pieces)
        for (day, _, _), pieces in zip(days, named, strict=True)
    )


def _listed(hit: Hit) -> Iterator[tuple[int, int, int]]:
    """Yield each day with its piece and the piece that its words begin with, a weekday before it included."""
    first, last = hit.span("list")
    classes = hit.scan.classes
    weekday = {classes[at] for at in range(first, last) if hit.scan.words[at].isalpha()}
    for at in range(first, last):
        value = hit.scan.values[at]
        if isinstance(value, int) and not hit.scan.words[at].isalpha():
            named = at > first and classes[at - 1] in weekday and isinstance(hit.scan.values[at - 1], int)
            yield value, at, at - 1 if named else at


def _year(hit: Hit, context: Context, month: int, day: int | None = None) -> tuple[int | None, Anchor]:
    year = hit.number("year")
    if year is not None:
        return year, "absolute"
    return choose_year(context, context.tense_of(hit.first), month, day)


def read_nth_weekday(hit: Hit, context: Context) -> Reading | None:
    """Read "the first Sunday of June", "the last Friday of this month"."""
    weekday, nth = hit.number("weekday"), hit.number("nth") or -1
    if weekday is None or nth > 5:
        return None
    year, month, anchor = _month(hit, context)
    if year is None or month is None:
        return Reading(type="DATE", value=f"XXXX-WXX-{weekday}", anchor=anchor, note=_NO_MONTH)
    day = nth_weekday(year, month, weekday, nth)
    # "The fifth Friday of May" may fall in June, and then is none.
    return Reading(type="DATE", value=day.isoformat(), anchor=anchor) if day.month == month else None


def _month(hit: Hit, context: Context) -> tuple[int | None, int | None, Anchor]:
    month = hit.number("month")
    if month is not None:
        year, anchor = _year(hit, context, month)
        return year, month, anchor
    now, anchor = context.now
    moved = add(now, direction(set(hit.words("monthstep"))), "M") if now else None
    return (moved.year, moved.month, anchor) if moved else (None, None, anchor)


def read_week_of(hit: Hit, context: Context) -> Reading | None:
    """Read "the week of 20 May", "the week of May 20" as the week that holds the day."""
    day = read_day(hit, context)
    covers = None if day is None else day.covers
    if day is None or covers is None or hit.symbol("unit") != "W":
        return None
    return replace(day, type="DATE", value=value_at(covers.start, "W"))


def read_within(hit: Hit, context: Context) -> Reading | None:
    """Read "within two weeks" from now on where the verb points ahead, else as a mere length."""
    pieces = (hit.span("within")[1], hit.last)
    # "Fled within two weeks" took so long; "will leave within two weeks" has until then.
    reads = read_duration if context.tense_of(hit.first) == "past" else read_span
    found = reads(hit, context)
    return None if found is None else replace(found, pieces=pieces)
