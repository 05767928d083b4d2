"""Dates with a month, a year or a weekday in them, and their ranges."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.model.closed import Anchor, Tense
from dateline.stages.times.days.calendar import add, valid_day, value_at, weekday_after, weekday_before
from dateline.stages.times.days.choose import (
    choose_weekday,
    choose_year,
    month_step,
    step_weekday,
    year_with_weekday,
)
from dateline.stages.times.days.context import Context, Hit, Reading, Readings
from dateline.stages.times.days.feasts import nth_weekday
from dateline.stages.times.phrases.clock import clock_suffix
from dateline.stages.times.phrases.units import direction, told_day

UNDATED = "the report has no publication date, and the text names no year"


def read_day(hit: Hit, context: Context) -> Reading | None:
    """Read a day of a month: "March 4, 1861", "the 4th of May", "noon Sunday, May 4"."""
    month, day = hit.number("month"), hit.number("day")
    if month is None or day is None:
        return None
    return _day_reading(hit, context, month, day, hit.number("year"))


def _day_reading(hit: Hit, context: Context, month: int, day: int, year: int | None) -> Reading:
    anchor: Anchor = "absolute"
    if year is None:
        year, anchor = _day_year(hit, context, month, day)
    if year is None or not valid_day(year, month, day):
        return _typed(hit, f"XXXX-{month:02}-{day:02}", anchor, note=UNDATED)
    return _typed(hit, f"{year:04}-{month:02}-{day:02}", anchor)


def _day_year(hit: Hit, context: Context, month: int, day: int) -> tuple[int | None, Anchor]:
    now, anchor = context.now
    if hit.has("yearstep"):
        return _stepped_year(hit, context)
    weekday = hit.number("weekday")
    # "Sunday, May 4": the weekday tells the year, if this one, the last or the next has it.
    if weekday and now and not context.told:
        year = year_with_weekday((now.year, now.year - 1, now.year + 1), month, day, weekday)
        if year is not None:
            return year, anchor
    return choose_year(context, context.tense_of(hit.first), month, day)


def _stepped_year(hit: Hit, context: Context) -> tuple[int | None, Anchor]:
    word = hit.word("yearstep")
    if word in {"that", "same"} and context.reference:
        return context.reference.year, "previous"
    now, anchor = context.now
    return (now.year + direction({word}) if now else None), anchor


def _typed(hit: Hit, value: str, anchor: Anchor, note: str | None = None) -> Reading:
    suffix = clock_suffix(hit)
    return Reading(type="TIME" if suffix else "DATE", value=value + suffix, anchor=anchor, note=note)


def read_day_range(hit: Hit, context: Context) -> Readings:
    """Read two days of one month: "May 4 and 5", "8-10 June 1920"."""
    month, year = hit.number("month"), hit.number("year")
    first, second = hit.number("day"), hit.number("second")
    if month is None or first is None or second is None:
        return None
    one = _day_reading(hit, context, month, first, year)
    two = _day_reading(hit, replace_year(context, one), month, second, year)
    cut = hit.span("second")[0]
    return (
        replace(one, pieces=(hit.first, hit.span("one")[1])),
        replace(two, anchor=one.anchor, pieces=(cut, hit.last)),
    )


def replace_year(context: Context, reading: Reading) -> Context:
    """Return the context in which a partial date takes the year of this reading."""
    days = reading.covers
    return replace(context, year_hint=days.start.year) if days else context


def read_month(hit: Hit, context: Context) -> Reading | None:
    """Read a month: "May 1863", "last May", "May of this year", "in May"."""
    month, year = hit.number("month"), hit.number("year")
    if month is None:
        return None
    anchor: Anchor = "absolute"
    if year is None:
        year, anchor = _month_year(hit, context, month)
    if year is None:
        return Reading(type="DATE", value=f"XXXX-{month:02}", anchor=anchor, note=UNDATED)
    return Reading(type="DATE", value=f"{year:04}-{month:02}", anchor=anchor)


def _month_year(hit: Hit, context: Context, month: int) -> tuple[int | None, Anchor]:
    if hit.has("yearstep"):
        return _stepped_year(hit, context)
    now, anchor = context.now
    if hit.has("step"):
        return (month_step(now, month, _step_word(hit)) if now else None), anchor
    edge = hit.word("edge")
    # "Earlier in May", "later in May" tell which way to look.
    tense: Tense = "past" if edge == "earlier" else "future" if edge == "later" else context.tense_of(hit.first)
    return choose_year(context, tense, month)


def _step_word(hit: Hit) -> str:
    words = hit.words("step")
    return words[-1] if len(words) > 1 else words[0]


def read_weekday(hit: Hit, context: Context) -> Reading | None:
    """Read a weekday: "Wednesday", "last Friday night", "noon Monday"."""
    weekday = hit.number("weekday")
    if weekday is None:
        return None
    now, anchor = context.now
    if hit.has("weekstep"):
        day = _in_week(now, weekday, hit.word("weekstep")) if now else None
    # "The following Friday" counts from what was told.
    elif hit.word("step") in {"previous", "preceding", "following"} and (told := told_day(context)[0]):
        day, anchor = step_weekday(told, weekday, hit.word("step")), "previous"
    elif hit.has("step"):
        day = step_weekday(now, weekday, _step_word(hit)) if now else None
    else:
        day, anchor = choose_weekday(context, context.tense_of(hit.span("weekday")[0]), weekday)
    return _weekday_reading(hit, day, weekday, anchor)


def _weekday_reading(hit: Hit, day: date | None, weekday: int, anchor: Anchor) -> Reading:
    if day is None:
        return _typed(hit, f"XXXX-WXX-{weekday}", anchor, note="a weekday needs the day of the report")
    return _typed(hit, day.isoformat(), anchor)


def _in_week(now: date, weekday: int, word: str) -> date:
    # "Friday of next week": the week first, and its Friday.
    return now - timedelta(now.isoweekday() - weekday) + timedelta(weeks=direction({word}))


def read_weekday_pair(hit: Hit, context: Context) -> Readings:
    """Read two weekdays in a row: the second is the first such day after the first."""
    first, second = hit.number("weekday"), hit.number("second")
    if first is None or second is None:
        return None
    one, two, anchor = _pair(context, context.tense_of(hit.span("weekday")[0]), first, second)
    return (
        replace(_weekday_reading(hit, one, first, anchor), pieces=(hit.first, hit.span("one")[1])),
        replace(_weekday_reading(hit, two, second, anchor), pieces=(hit.span("second")[0], hit.last)),
    )


def _pair(context: Context, tense: Tense, first: int, second: int) -> tuple[date | None, date | None, Anchor]:
    now, anchor = context.now
    if now is None:
        return None, None, anchor
    if tense == "past" and first % 7 == (second + 1) % 7:  # "on Friday and Thursday": told backwards
        return weekday_before(now, first), weekday_before(now, first) - timedelta(1), anchor
    if tense == "past":
        # "On Tuesday and Wednesday", of the past: the later day first, and the other before it.
        last = weekday_before(now, second)
        return weekday_before(last, first), last, anchor
    begin = weekday_before(now, first)
    end = weekday_after(begin, second)
    # "From Monday to Wednesday", said on a Friday of what is to come: both are next week's.
    if tense == "future" and end < now:
        begin, end = weekday_after(now, first), weekday_after(weekday_after(now, first), second)
    return begin, end, anchor


def read_month_day_alone(hit: Hit, context: Context) -> Reading | None:
    """Read "the 28th", "the 28th of that month" by the month told before."""
    day, base = hit.number("day"), context.reference or context.published
    if day is None or base is None:
        return None
    # "The 28th of last month".
    if hit.has("monthstep"):
        base = add(base, direction({hit.word("monthstep")}), "M") or base
    if not valid_day(base.year, base.month, day):
        return None
    return Reading(type="DATE", value=date(base.year, base.month, day).isoformat(), anchor="previous")


def read_year(hit: Hit, context: Context) -> Reading | None:
    """Read a year: "1863", "late 2022", "fiscal 1989", "264 BC"."""
    del context
    year = hit.number("year")
    if year is None:
        return None
    if hit.has("era"):
        return Reading(
            type="DATE", value=f"BC{year:04}", anchor="absolute", note="ISO dates hold no years before Christ"
        )
    return Reading(type="DATE", value=f"{year:04}", anchor="absolute")


def read_bc_range(hit: Hit, context: Context) -> Readings:
    """Read "264 to 241 BC"."""
    del context
    note = "ISO dates hold no years before Christ"
    return tuple(
        Reading(type="DATE", value=f"BC{hit.number(group):04}", anchor="absolute", note=note, pieces=pieces)
        for group, pieces in (("year", hit.span("year")), ("second", (hit.span("second")[0], hit.last)))
    )


def read_year_range(hit: Hit, context: Context) -> Readings:
    """Read "1861-1865", "2007-08", "1961 to 1964"."""
    first, second = hit.number("year"), hit.number("second")
    if first is None or second is None:
        return None
    # "2007-08", "1998-02": two digits of the same century, and no range that goes back.
    if second < 100:
        second += first // 100 * 100
        if second <= first:
            return None
    elif second <= first:
        return None
    del context
    return (
        Reading(type="DATE", value=f"{first:04}", anchor="absolute", pieces=(hit.first, hit.span("year")[1])),
        Reading(type="DATE", value=f"{second:04}", anchor="absolute", pieces=(hit.span("second")[0], hit.last)),
    )


def read_spelled_year(hit: Hit, context: Context) -> Reading | None:
    """Read a year in words: "nineteen ninety-seven", "two thousand five"."""
    del context
    numbers = [v for v in hit.scan.values[hit.span("words")[0] : hit.span("words")[1]] if isinstance(v, int)]
    # "Nineteen ninety-seven" is 19 times a hundred and 97.
    year = 2000 + sum(numbers[2:]) if numbers[:2] == [2, 1000] else numbers[0] * 100 + sum(numbers[1:])
    if not 1400 <= year <= 2099:
        return None
    if hit.has("month"):
        return Reading(type="DATE", value=f"{year}-{hit.number('month'):02}", anchor="absolute")
    return Reading(type="DATE", value=str(year), anchor="absolute")


def read_decade(hit: Hit, context: Context) -> Reading | None:
    """Read "the 1990s", "the '80s", "the nineties": the value is the first three digits."""
    written = hit.value("tens")
    if isinstance(written, str) and len(written) == 4:
        # "The 1990s", but "the nineties" of the century that has had them.
        return Reading(type="DATE", value=written[:3], anchor="absolute")
    ten = int(written[0]) if isinstance(written, str) else written
    if not isinstance(ten, int):
        return None
    # Without any day, those of the last century.
    base = (context.reference if context.told else context.published) or date(1999, 1, 1)
    century = base.year // 100 if base.year // 10 % 10 >= ten else base.year // 100 - 1
    return Reading(type="DATE", value=f"{century}{ten}", anchor="published")


def read_century(hit: Hit, context: Context) -> Reading | None:
    """Read "the 20th century" (value 19: the years 1901 to 2000)."""
    del context
    number = hit.number("nth")
    era = "BC" if hit.has("era") else ""
    return Reading(type="DATE", value=f"{era}{number - 1:02}", anchor="absolute") if number else None


def read_week_of_month(hit: Hit, context: Context) -> Reading | None:
    """Read "the first week of May 2020", "the last weekend of June"."""
    month, unit, nth = hit.number("month"), hit.symbol("unit"), hit.number("nth") or -1
    if month is None or unit not in {"W", "WE"}:
        return None
    year = hit.number("year")
    anchor: Anchor = "absolute"
    if year is None:
        year, anchor = choose_year(context, context.tense_of(hit.first), month)
    if year is None:
        return None
    # The week that holds the month's nth Thursday, by ISO; a weekend by its Sunday.
    sunday = nth_weekday(year, month, 7 if unit == "WE" else 4, nth)
    return Reading(type="DATE", value=value_at(sunday, unit), anchor=anchor)


def read_iso(hit: Hit, context: Context) -> Reading | None:
    """Read "2023-05-31"."""
    del context
    year, month, day = (int(x) for x in hit.symbol("iso").split("-"))
    if not valid_day(year, month, day):
        return None
    start, end = hit.scan.starts[hit.first], hit.scan.ends[hit.last - 1]
    value = hit.scan.text[start:end].removesuffix("Z")
    return Reading(type="TIME" if "T" in value else "DATE", value=value, anchor="absolute")


def read_slash(hit: Hit, context: Context) -> Reading | None:
    """Read "5/31/98": month first, unless only the other order is a day."""
    first, second, year = (int(x) for x in hit.symbol("slash").split("/"))
    if year < 100:
        # "5/31/98": two digits up to ten years ahead are of this century.
        pivot = (context.published.year if context.published else 2050) % 100 + 10
        year += 2000 if year <= pivot else 1900
    for month, day in ((first, second), (second, first)):
        if valid_day(year, month, day):
            # "5/6/98" may be June or May.
            sure = 1.0 if max(first, second) > 12 else 0.7
            return Reading(type="DATE", value=f"{year:04}-{month:02}-{day:02}", anchor="absolute", surety=sure)
    return None
