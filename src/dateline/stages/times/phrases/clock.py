"""Hours and parts of the day."""

from datetime import timedelta

from dateline.lexicon.words.times import load_times
from dateline.model.closed import Anchor, TimeType
from dateline.stages.times.days.context import Context, Hit, Reading

_POINTS = frozenset({"noon", "midday", "midnight"})


def clock_suffix(hit: Hit) -> str:
    """Return the part of a value after the day: "T22:00", "TEV", or nothing."""
    if hit.has("clock"):
        return clock_value(hit, "clock")
    symbol = hit.symbol("part") or hit.symbol("after")
    return f"T{symbol}" if symbol else ""


def clock_value(hit: Hit, group: str) -> str:
    """Return the time of day told by the pieces of a group: "T22:00", "T05:34", with the zone where it has one."""
    first, last = hit.span(group)
    hour, minute = 0, 0
    zone, ampm = "", ""
    for word, value in zip(hit.scan.words[first:last], hit.scan.values[first:last], strict=True):
        if word in _POINTS:
            hour, minute = (int(x) for x in str(value).split(":"))
        elif isinstance(value, str) and ":" in value:
            hour, minute = (int(x) for x in value.split(":"))
        elif isinstance(value, int):
            hour = value
        elif value in {"a", "p"} and word[0] in "ap":
            ampm = str(value)
        elif isinstance(value, str) and (value[:1] in {"-", "+"} or value == "Z"):
            zone = value
    # "12 p.m." is noon, "12 a.m." midnight.
    if ampm == "p" and hour < 12:
        hour += 12
    elif ampm == "a" and hour == 12:
        hour = 0
    del zone
    return f"T{hour:02}:{minute:02}"


def read_clock(hit: Hit, context: Context) -> Reading:
    """Read a time of day without its day: the day is the one told before, in news else the day of the report."""
    suffix = clock_value(hit, "clock")
    return on_told_day(context, suffix)


def on_told_day(context: Context, suffix: str) -> Reading:
    """Return the time of day on the day told before, or on the day of the report."""
    previous = context.previous.covers if context.previous else None
    anchor: Anchor = "previous"
    # "At noon" after "on Friday" is of that Friday, after "in May" of no day that is known.
    if previous and previous.start == previous.end:
        day = previous.start.isoformat()
    elif context.published and not context.told:
        day, anchor = context.published.isoformat(), "published"
    else:
        return Reading(type="TIME", value=f"XXXX-XX-XX{suffix}", anchor=None, note="no day is told before")
    return Reading(type="TIME", value=day + suffix, anchor=anchor)


def read_fixed(hit: Hit, context: Context) -> Reading | None:
    """Read "today", "yesterday evening", "tomorrow", "tonight"."""
    word, step = hit.word("fixed"), hit.number("fixed")
    if step is None:
        return None
    # "The day before yesterday", "the day after tomorrow".
    if hit.has("beside"):
        step += 1 if hit.word("beside") == "after" else -1
    suffix = "TNI" if word == "tonight" else clock_suffix(hit)
    # In a history "yesterday" is somebody else's.
    if context.told or context.published is None:
        value = "PRESENT_REF" if word == "today" and not suffix else f"XXXX-XX-XX{suffix}"
        kind: TimeType = "TIME" if suffix else "DATE"
        return Reading(type=kind, value=value, anchor=None, note="needs the day of the report")
    day = context.published + timedelta(step)
    return Reading(type="TIME" if suffix else "DATE", value=day.isoformat() + suffix, anchor="published")


def read_part(hit: Hit, context: Context) -> Reading | None:
    """Read "this morning", "last night", "that evening", "the next morning", "overnight", "at night"."""
    word, suffix = hit.word("step"), f"T{hit.symbol('part') or 'NI'}"
    # "At night" in general.
    if hit.has("generic"):
        return Reading(type="TIME", value=f"XXXX-XX-XX{suffix}", anchor=None, note="no day in particular")
    if word in load_times().contexts.told or hit.has("same"):
        shift = 1 if {"next", "following"} & set(hit.words("step")) else 0
        return _after_told(context, shift, suffix)
    if context.told or context.published is None:
        return on_told_day(context, suffix)
    shift = -1 if word == "last" else 0
    # "Overnight" is the night that ended this morning.
    if hit.has("overnight"):
        shift = -1
    day = context.published + timedelta(shift)
    return Reading(type="TIME", value=day.isoformat() + suffix, anchor="published")


def _after_told(context: Context, shift: int, suffix: str) -> Reading:
    base = on_told_day(context, suffix)
    days = base.covers
    if not days or not shift:
        return base
    return Reading(type="TIME", value=(days.start + timedelta(shift)).isoformat() + suffix, anchor=base.anchor)
