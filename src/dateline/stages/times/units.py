"""Weeks, months, years counted from a day: "last week", "three days ago", "the next two years", "for a month"."""

from datetime import date

from dateline.model.closed import Anchor, Granularity
from dateline.stages.times.calendar import Days, add, days_of, value_at
from dateline.stages.times.context import Context, Hit, Reading
from dateline.stages.times.grammar import APPROX, COUNT, EDGE, Rule
from dateline.stages.times.quantity import Quantity, duration, read_quantity

_BACK = frozenset({"last", "past", "previous", "preceding"})
_AHEAD = frozenset({"next", "coming", "following", "upcoming", "ensuing", "subsequent"})
_TOLD = frozenset({"that", "same", "previous", "preceding", "following", "ensuing", "subsequent"})
_FINE = frozenset({"TS", "TM", "TH"})
_GRANULARITY: dict[str, Granularity] = {
    "TS": "hour", "TM": "hour", "TH": "hour", "D": "day", "WE": "weekend", "W": "week", "F": "week", "M": "month",
    "Q": "quarter", "Y": "year", "E": "decade", "C": "century", "L": "vague",
}  # fmt: skip


def read_step(hit: Hit, context: Context) -> Reading | None:
    """Read "last week", "this year", "next month", "the same day", "the following year"."""
    words, unit = set(hit.words("step")), hit.symbol("unit")
    if not unit or unit in _FINE:
        return None
    count = -1 if words & _BACK else 1 if words & _AHEAD else 0
    if words & _TOLD or (unit == "D" and words & _AHEAD):
        base, anchor = _told_day(context)
    else:
        base, anchor = context.now
    moved = add(base, count, unit) if base else None
    if moved is None:
        return Reading(type="DATE", value=_unknown(unit), anchor=anchor, note="no day is known to count from")
    return Reading(type="DATE", value=value_at(moved, unit), anchor=anchor)


def _told_day(context: Context) -> tuple[date | None, Anchor]:
    days = context.previous.covers if context.previous else None
    if days:
        return days.start, "previous"
    if context.reference:
        return context.reference, "previous"
    return context.now


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}.get(unit, "XXXX")


def read_bare(hit: Hit, context: Context) -> Reading | None:
    """Read "the week", "the weekend", "the year", "the month" as the one of the report."""
    unit = hit.symbol("unit")
    now, anchor = context.now
    if now is None:
        return None
    if unit == "WE" and context.tense_of(hit.first) != "future" and now.isoweekday() < 6:
        now = add(now, -1, "W") or now
    return Reading(type="DATE", value=value_at(now, unit), anchor=anchor, confidence=0.6)


def read_ago(hit: Hit, context: Context) -> Reading | None:
    """Read "three days ago", "two weeks later", "a year earlier": a DATE as fine as its unit."""
    unit = hit.symbol("unit")
    quantity = _quantity(hit)
    word = hit.word("way")
    back = word in {"ago", "earlier", "before", "prior", "previously"}
    base, anchor = context.now if word == "ago" or word == "hence" else _told_day(context)
    if quantity.number is None:
        return Reading(type="DATE", value="PAST_REF" if back else "FUTURE_REF", anchor=anchor, note="an open number")
    if unit in _FINE:
        return _fine_ago(quantity, unit, anchor, back=back)
    if word != "ago" and unit == "Y" and (same := _same_kind(context, quantity, back=back)):
        return same
    moved = add(base, round(quantity.number) * (-1 if back else 1), unit) if base else None
    if quantity.number % 1 and base:
        moved = add(base, round(quantity.number * 12) * (-1 if back else 1), "M") if unit == "Y" else moved
    if moved is None:
        return Reading(
            type="DURATION", value=duration(quantity, unit), anchor=anchor, note="no day is known to count from"
        )
    return Reading(type="DATE", value=value_at(moved, unit), anchor=anchor)


def _fine_ago(quantity: Quantity, unit: str, anchor: Anchor, *, back: bool) -> Reading:
    note = "hours before the report" if back else "hours after"
    return Reading(type="DURATION", value=duration(quantity, unit), anchor=anchor, note=note)


def _same_kind(context: Context, quantity: Quantity, *, back: bool) -> Reading | None:
    """Return "a year earlier" as the same day, month or quarter of the other year."""
    previous = context.previous
    days = previous.covers if previous else None
    if previous is None or days is None or previous.type != "DATE" or quantity.number is None:
        return None
    year = days.start.year + round(quantity.number) * (-1 if back else 1)
    value = f"{year:04}{previous.value[4:]}" if previous.value[:4].isdigit() else None
    if value is None or days_of(value) is None:
        return None
    return Reading(type="DATE", value=value, anchor="previous", confidence=0.7)


def _quantity(hit: Hit) -> Quantity:
    first, last = hit.span("count")
    return read_quantity(hit.scan.words[first:last], hit.scan.values[first:last])


def read_span(hit: Hit, context: Context) -> Reading | None:
    """Read "the past five years", "the next two days", "the first nine months"."""
    unit, words = hit.symbol("unit"), set(hit.words("step"))
    quantity = _quantity(hit)
    now, anchor = context.now
    value = duration(quantity, unit)
    days = None
    if now and quantity.number is not None and not hit.has("nth"):
        days = _stretch(now, quantity, unit, back=bool(words & _BACK))
    return Reading(
        type="DURATION", value=value, anchor=anchor if days else None, days=days, granularity=_GRANULARITY[unit],
        note=None if days else "a length of time without a fixed place",
    )  # fmt: skip


def _stretch(now: date, quantity: Quantity, unit: str, *, back: bool) -> Days | None:
    if unit in _FINE or quantity.number is None:
        return None
    other = add(now, round(quantity.number) * (-1 if back else 1), unit)
    if other is None:
        return None
    return Days(min(now, other), max(now, other), _GRANULARITY[unit])


def read_duration(hit: Hit, context: Context) -> Reading | None:
    """Read "three weeks", "a 12-month", "more than four hours"."""
    del context
    unit = hit.symbol("unit")
    quantity = _quantity(hit) if hit.has("count") else Quantity(None)
    return Reading(
        type="DURATION", value=duration(quantity, unit), anchor=None, granularity=_GRANULARITY[unit],
        note="a length of time without a fixed place",
    )  # fmt: skip


def read_two_durations(hit: Hit, context: Context) -> tuple[Reading, ...] | None:
    """Read "two to three weeks": a length for each end."""
    unit = hit.symbol("unit")
    del context
    out = []
    for group, last in (("count", hit.span("count")[1]), ("other", hit.last)):
        first, end = hit.span(group)
        quantity = read_quantity(hit.scan.words[first:end], hit.scan.values[first:end])
        start = hit.first if group == "count" else first
        out.append(
            Reading(
                type="DURATION",
                value=duration(quantity, unit),
                anchor=None,
                granularity=_GRANULARITY[unit],
                pieces=(start, last),
            )
        )
    return tuple(out)


def read_rate(hit: Hit, context: Context) -> Reading:
    """Read "every day", "each Thursday", "every two weeks", "a day" in a rate."""
    del context
    if hit.has("weekday"):
        return Reading(type="SET", value=f"XXXX-WXX-{hit.number('weekday')}", anchor=None, granularity="day")
    if hit.has("month"):
        return Reading(type="SET", value=f"XXXX-{hit.number('month'):02}", anchor=None, granularity="month")
    if hit.has("part"):
        return Reading(type="SET", value=f"XXXX-XX-XXT{hit.symbol('part')}", anchor=None, granularity="part-of-day")
    if hit.has("season"):
        return Reading(type="SET", value=f"XXXX-{hit.symbol('season')}", anchor=None, granularity="season")
    unit = hit.symbol("unit") or "Q"
    quantity = _quantity(hit) if hit.has("count") else Quantity(1.0)
    return Reading(type="SET", value=duration(quantity, unit), anchor=None, granularity=_GRANULARITY[unit])


def read_cycle(hit: Hit, context: Context) -> Reading:
    """Read "daily", "weekly", "annually"."""
    del context
    return Reading(type="SET", value=hit.symbol("cycle"), anchor=None, granularity=None)


def read_weekdays(hit: Hit, context: Context) -> Reading:
    """Read "Fridays", "Tuesday nights"."""
    del context
    suffix = f"T{hit.symbol('part')}" if hit.has("part") else ""
    return Reading(type="SET", value=f"XXXX-WXX-{hit.number('weekday')}{suffix}", anchor=None, granularity="day")


_STEP = "(?P<step>the? (?:same|this|that|current) (?:same|very|past|coming)?|the? (?:last|past|next|coming|previous|following|latest) )"
_UNIT = "(?P<unit>unit|units)"
_FULL = "(?:additional|more)*"

RULES = (
    Rule(
        "unit/step",
        f"{EDGE} the? (?P<step>(?:last|past|next|coming|previous|following|current|this|that|same)+) fiscal? (?P<unit>unit)",
        read_step,
        1,
    ),
    Rule("unit/bare", f"{EDGE} the additional? fiscal? (?P<unit>unit)", read_bare),
    Rule(
        "unit/ago",
        f"{APPROX} (?P<count>{COUNT}) {_FULL} dash? {_UNIT} (?:or so)? dash? (?P<way>ago|earlier|later|before|hence|after)",
        read_ago,
        2,
    ),
    Rule(
        "unit/span",
        f"{APPROX} (?:the|these|every of the)? (?P<step>last|past|next|coming|previous|following|(?P<nth>ordinal|latest)) (?P<count>{COUNT}) {_FULL} {_UNIT} (?:or so)?",
        read_span,
        2,
    ),
    Rule(
        "unit/vague-span",
        f"the? (?P<step>last|past|next|coming|previous|following|latest|(?P<nth>ordinal|early)) (?P<count>few)? (?P<unit>units)",
        read_span,
        1,
    ),
    Rule("unit/duration", f"{APPROX} (?:the|these)? (?P<count>{COUNT}) {_FULL} {_UNIT} (?:or so)?", read_duration, 1),
    Rule(
        "unit/long",
        "(?P<count>(?:digits|day|number|few)(?: dash number)?) dash (?P<unit>unit|units)(?! dash? ago)",
        read_duration,
        20,
    ),
    Rule(
        "unit/two-durations",
        f"{APPROX} (?P<count>{COUNT}) (?:to|or|dash|and) (?P<other>{COUNT}) {_FULL} dash? {_UNIT}",
        read_two_durations,
        2,
    ),
    Rule("unit/vague", f"{APPROX} (?P<unit>units)", read_duration, -1),
    Rule(
        "set/every",
        f"(?:every|per) (?:ordinal|(?P<count>{COUNT}))? (?:(?P<unit>unit|units|quarter)|(?P<weekday>weekday|weekdays)|(?P<month>month)|(?P<part>part)|(?P<season>season))",
        read_rate,
        2,
    ),
    Rule("set/cycle", "(?P<cycle>cycle)", read_cycle),
    Rule("set/weekdays", "(?P<weekday>weekdays) (?P<part>part)?", read_weekdays),
    Rule("set/weekday-nights", "(?P<weekday>weekday) (?P<part>part)", read_weekdays, -5),
)
