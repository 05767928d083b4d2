"""Weeks, months, years counted from a day: "last week", "three days ago", "the following year"."""

from datetime import date

from dateline.lexicon.words.times import load_times
from dateline.model.closed import Anchor
from dateline.stages.times.days.calendar import add, days_of, value_at
from dateline.stages.times.days.context import Context, Hit, Reading
from dateline.stages.times.phrases.quantity import FINE, Quantity, duration, quantity_of

_FROM_NOW = frozenset({"ago", "hence"})  # all others count from the time told before
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}
_SUNDAY = 7


def direction(words: frozenset[str] | set[str]) -> int:
    """Return -1 for words that look back, 1 for words that look ahead, else 0."""
    return -1 if words & load_times().contexts.back else 1 if words & load_times().contexts.forth else 0


def read_step(hit: Hit, context: Context) -> Reading | None:
    """Read "last week", "this year", "next month", "the same day", "the following year"."""
    words, unit = set(hit.words("step")), hit.symbol("unit")
    if not unit or unit in FINE:
        return None
    count = direction(words)
    # "The following week", and "the next day", count from what was told; "next week" from now.
    if words & load_times().contexts.told_steps or (unit == "D" and count):
        base, anchor = told_day(context)
    else:
        base, anchor = context.now
    moved = add(base, count, unit) if base else None
    if moved is None:
        return Reading(
            type="DATE", value=_UNKNOWN.get(unit, "XXXX"), anchor=anchor, note="no day to count from is known"
        )
    return Reading(type="DATE", value=value_at(moved, unit), anchor=anchor)


def told_day(context: Context) -> tuple[date | None, Anchor]:
    """Return the day told before, else the day that is now, and what anchors it."""
    days = context.previous.covers if context.previous else None
    if days:
        return days.start, "previous"
    if context.reference:
        return context.reference, "previous"
    return context.now


def read_bare(hit: Hit, context: Context) -> Reading | None:
    """Read "the week", "the weekend", "the year", "the month" as the one of the report."""
    unit = hit.symbol("unit")
    after = hit.scan.words[hit.last : hit.last + 1]
    # "The year ended in June" is a length that ends in June.
    if after and after[0] in load_times().contexts.after_bare and unit != "D":
        return Reading(type="DURATION", value=duration(Quantity(1), unit), anchor=None, note="its days are told apart")
    now, anchor = told_day(context) if unit == "D" else context.now
    if now is None:
        return None
    # "At the weekend", said on a Tuesday of the past, was the last one.
    if unit == "WE" and context.tense_of(hit.first) != "future" and now.isoweekday() < _SUNDAY - 1:
        now = add(now, -1, "W") or now
    return Reading(type="DATE", value=value_at(now, unit), anchor=anchor)


def read_year_end(hit: Hit, context: Context) -> Reading | None:
    """Read "year-end", "year's end" as the last day of the year."""
    now, anchor = context.now
    if now is None or hit.symbol("unit") != "Y" or hit.word("edge") != "end":
        return None
    return Reading(type="DATE", value=f"{now.year:04}-12-31", anchor=anchor)


def read_ago(hit: Hit, context: Context) -> Reading | None:
    """Read "three days ago", "two weeks later", "a year earlier", "year-ago": a DATE as fine as its unit."""
    unit = hit.symbol("unit") or hit.symbol("count")
    quantity = _count(hit)
    step = direction({hit.word("way")})
    from_now = hit.word("way") in _FROM_NOW
    base, anchor = context.now if from_now else told_day(context)
    # "Weeks ago".
    if quantity.number is None:
        value = "PAST_REF" if step < 0 else "FUTURE_REF"
        return Reading(type="DATE", value=value, anchor=anchor, granularity="vague", note="the number is left open")
    # "Two hours later" moves no day.
    if unit in FINE:
        return Reading(
            type="DURATION", value=duration(quantity, unit), anchor=anchor, note="hours from a time not told"
        )
    # "A year earlier", said of a quarter, is a quarter.
    if unit == "Y" and (same := _same_kind(context, quantity, step, from_now=from_now)):
        return same
    moved = _moved(base, quantity, unit, step)
    if moved is None:
        return Reading(
            type="DURATION", value=duration(quantity, unit), anchor=anchor, note="no day to count from is known"
        )
    # In news "a year ago" compares; a history goes on from there.
    aside = unit == "Y" and not context.told
    return Reading(type="DATE", value=value_at(moved, unit), anchor=anchor, aside=aside)


def _moved(base: date | None, quantity: Quantity, unit: str, step: int) -> date | None:
    if base is None or quantity.number is None:
        return None
    # "A year and a half ago" is eighteen months.
    if quantity.number % 1 and unit == "Y":
        return add(base, round(quantity.number * 12) * step, "M")
    return add(base, round(quantity.number) * step, unit)


def _count(hit: Hit) -> Quantity:
    if hit.pattern.one:
        return Quantity(1.0)
    return quantity_of(hit, "count") if hit.has("count") else Quantity(None)


def _same_kind(context: Context, quantity: Quantity, step: int, *, from_now: bool) -> Reading | None:
    """Return "a year earlier" as the same quarter, day or month of the other year."""
    if quantity.number is None:
        return None
    last, previous = context.last, context.previous
    # "In the nine months … a year earlier": the nine months are no quarter to go back from.
    if last and last.type == "DURATION" and last.value.startswith("P9M"):
        return None
    value = context.quarter if context.quarter and not context.told else None
    if (
        value is None
        and not from_now
        and quantity.number == 1
        and previous
        and previous.type == "DATE"
        and previous.covers
    ):
        value = previous.value
    if value is None or not value[:4].isdigit():
        return None
    other = f"{int(value[:4]) + round(quantity.number) * step:04}{value[4:]}"
    if days_of(other) is None:
        return None
    return Reading(type="DATE", value=other, anchor="previous", aside=not context.told)
