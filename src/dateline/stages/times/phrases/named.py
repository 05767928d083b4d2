"""Holidays, dated wars and summits, and words for the present, the past and the future at large."""

from datetime import date

from dateline.lexicon.words.times import Holiday, NamedEvent, Reference, load_times
from dateline.model.closed import Anchor
from dateline.stages.times.days.calendar import Days
from dateline.stages.times.days.context import Context, Hit, Reading
from dateline.stages.times.days.feasts import feast_days


def read_holiday(holiday: Holiday, year: int | None, context: Context, first: int) -> Reading:
    """Return the day of a holiday, in the year said or the one that the tense chooses."""
    days: tuple[date, date] | None
    anchor: Anchor
    if year is not None:
        days, anchor = next(iter(feast_days(holiday.day, year)), None), "absolute"
    else:
        now, anchor = context.now
        days = _nearest(holiday, now, context, first) if now else None
    if days is None:
        fixed = holiday.day if holiday.day[:2].isdigit() and len(holiday.day) == 5 else "XX-XX"
        return Reading(type="DATE", value=f"XXXX-{fixed}", anchor=None, note="no year is known")
    start, end = days
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    covered = Days(start, end, "day" if start == end else "month")
    return Reading(type="DATE", value=value, anchor=anchor, days=covered)


def _nearest(holiday: Holiday, now: date, context: Context, first: int) -> tuple[date, date] | None:
    # A history is told of its own year, news of the nearest feast.
    years = (now.year,) if context.told else (now.year - 1, now.year, now.year + 1)
    found = [days for year in years for days in feast_days(holiday.day, year)]
    tense = context.tense_of(first)
    if tense == "past":
        # "Was killed on Easter Sunday": the last one, unless none is over.
        found = [d for d in found if d[0] <= now] or found
    elif tense == "future":
        found = [d for d in found if d[1] >= now] or found
    return min(found, key=lambda d: abs((d[0] - now).days), default=None)


def read_event(event: NamedEvent, edge: str, context: Context) -> Reading | None:
    """Return the days of a dated war or attack, or of its start or end."""
    start = date.fromisoformat(event.start)
    end = date.fromisoformat(event.end) if event.end else None
    # A war that begins after the report is another one's name.
    if context.published and start > context.published:
        return None
    if edge in load_times().contexts.starts:
        return Reading(type="DATE", value=start.isoformat(), anchor="absolute", aside=True)
    if edge == "end":
        return Reading(type="DATE", value=end.isoformat(), anchor="absolute", aside=True) if end else None
    if end is None:
        return Reading(type="DATE", value=start.isoformat(), anchor="absolute", aside=True)
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    covered = Days(start, end, "day" if start == end else "vague")
    return Reading(type="DATE", value=value, anchor="absolute", days=covered, aside=True)


def read_reference(reference: Reference) -> Reading:
    """Return the present, the past or the future at large."""
    return Reading(type="DATE", value=reference.value, anchor="published", granularity="vague", note="names no days")


def read_ref(hit: Hit, context: Context) -> Reading:
    """Read "now", "recently", "soon", "current"."""
    del context
    value = hit.symbol("ref")
    if not value:
        value = "PRESENT_REF" if hit.has("current") else "PAST_REF"
    return Reading(type="DATE", value=value, anchor="published", granularity="vague", note="names no days")
