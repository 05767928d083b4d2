"""Lengths of time and what comes again and again: "for three weeks", "the past five years", "every day"."""

from datetime import date

from dateline.model.closed import Granularity
from dateline.stages.times.days.calendar import Days, add
from dateline.stages.times.days.context import Context, Hit, Reading
from dateline.stages.times.phrases.quantity import FINE, Quantity, duration, quantity_of
from dateline.stages.times.phrases.units import direction

_HOURS_A_DAY = 24
_FLOATING = "a length of time without a fixed place"
_GRANULARITY: dict[str, Granularity] = {
    "TS": "hour", "TM": "hour", "TH": "hour", "D": "day", "WE": "weekend", "W": "week", "F": "week", "M": "month",
    "Q": "quarter", "Y": "year", "E": "decade", "C": "century", "L": "vague",
}  # fmt: skip


def read_span(hit: Hit, context: Context) -> Reading | None:
    """Read "the past five years", "the next two days", "the first nine months of 2023"."""
    unit = hit.symbol("unit") or hit.symbol("count")
    quantity = _count(hit)
    now, anchor = context.now
    days = None
    # "The first nine months of 2023" begin with the year.
    if quantity.number is not None and hit.has("year") and hit.word("nth") == "first":
        days, anchor = _from(date(hit.number("year") or 1, 1, 1), quantity, unit), "absolute"
    # "The past five years" end now; "the third day" of something has no place.
    elif now and quantity.number is not None and not hit.has("nth"):
        days = _stretch(now, quantity, unit, direction(set(hit.words("step"))))
    return Reading(
        type="DURATION", value=duration(quantity, unit), anchor=anchor if days else None, days=days,
        granularity=_GRANULARITY[unit], note=None if days else _FLOATING,
    )  # fmt: skip


def _count(hit: Hit) -> Quantity:
    if not hit.symbol("unit"):
        return Quantity(1.0)
    return quantity_of(hit, "count") if hit.has("count") else Quantity(None)


def _from(first: date, quantity: Quantity, unit: str) -> Days | None:
    after = add(first, round(quantity.number or 0), unit) if unit not in FINE else None
    last = add(after, -1, "D") if after else None
    return Days(first, last, _GRANULARITY[unit]) if last and last >= first else None


def _stretch(now: date, quantity: Quantity, unit: str, step: int) -> Days | None:
    # "The past 48 hours" are two days.
    if unit == "TH" and (quantity.number or 0) >= _HOURS_A_DAY:
        quantity, unit = Quantity((quantity.number or 0) // _HOURS_A_DAY), "D"
    other = add(now, round(quantity.number or 0) * (step or 1), unit) if unit not in FINE else None
    return Days(min(now, other), max(now, other), _GRANULARITY[unit]) if other else None


def read_duration(hit: Hit, context: Context) -> Reading | None:
    """Read "three weeks", "a 12-month", "more than four hours", "year-long"."""
    del context
    unit = hit.symbol("unit") or hit.symbol("units")
    one = hit.pattern.one and hit.has("unit")
    # "A week", "weeks": one, or how many is left open.
    quantity = quantity_of(hit, "count") if hit.has("count") else Quantity(1.0 if one else None)
    # "Two and a half", "a year and a half".
    if hit.scan.words[hit.last - 2 : hit.last] == ("a", "half"):
        quantity = Quantity((quantity.number or 0) + 0.5)
    return Reading(
        type="DURATION", value=duration(quantity, unit), anchor=None, granularity=_GRANULARITY[unit], note=_FLOATING
    )


def read_lasting(hit: Hit, context: Context) -> Reading:
    """Read "weeklong", "yearlong"."""
    del context
    return Reading(type="DURATION", value=hit.symbol("lasting"), anchor=None, note=_FLOATING)


def read_two_durations(hit: Hit, context: Context) -> tuple[Reading, ...] | None:
    """Read "two to three weeks": a length for each end."""
    del context
    unit = hit.symbol("unit")
    return (
        _length(hit, "count", (hit.first, hit.span("count")[1]), unit),
        _length(hit, "other", (hit.span("other")[0], hit.last), unit),
    )


def _length(hit: Hit, group: str, pieces: tuple[int, int], unit: str) -> Reading:
    value = duration(quantity_of(hit, group), unit)
    granularity = _GRANULARITY[unit]
    return Reading(type="DURATION", value=value, anchor=None, granularity=granularity, note=_FLOATING, pieces=pieces)


def read_rate(hit: Hit, context: Context) -> Reading:
    """Read "every day", "each Thursday", "every two weeks", "30 a day"."""
    del context
    granularity: Granularity
    if hit.has("weekday"):
        value, granularity = f"XXXX-WXX-{hit.number('weekday')}", "day"
    elif hit.has("month"):
        value, granularity = f"XXXX-{hit.number('month'):02}", "month"
    elif hit.has("part"):
        value, granularity = f"XXXX-XX-XXT{hit.symbol('part')}", "part-of-day"
    elif hit.has("season"):
        value, granularity = f"XXXX-{hit.symbol('season')}", "season"
    else:
        unit = hit.symbol("unit")
        quantity = quantity_of(hit, "count") if hit.has("count") else Quantity(1.0)
        value, granularity = duration(quantity, unit), _GRANULARITY[unit]
    return Reading(type="SET", value=value, anchor=None, granularity=granularity, note="comes again and again")


def read_cycle(hit: Hit, context: Context) -> Reading:
    """Read "daily", "weekly", "annually"."""
    del context
    return Reading(type="SET", value=hit.symbol("cycle"), anchor=None, note="comes again and again")


def read_weekdays(hit: Hit, context: Context) -> Reading:
    """Read "Fridays", "Tuesday nights"."""
    del context
    part = hit.symbol("part") or hit.symbol("night")
    value = f"XXXX-WXX-{hit.number('weekday') or hit.number('day')}" + (f"T{part}" if part else "")
    return Reading(type="SET", value=value, anchor=None, granularity="day", note="comes again and again")
