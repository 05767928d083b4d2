"""Quarters, halves and seasons."""

from dateline.lexicon.words.times import load_times
from dateline.stages.times.days.calendar import SEASON_MONTH
from dateline.stages.times.days.choose import choose_quarter_year, choose_year
from dateline.stages.times.days.context import Context, Hit, Reading
from dateline.stages.times.phrases.units import direction


def read_quarter(hit: Hit, context: Context) -> Reading | None:
    """Read "the third quarter", "third-quarter 1989", "this year's first quarter"."""
    number, year = hit.number("nth"), hit.number("year")
    if number is None or not 1 <= number <= 4:
        return None
    now, anchor = context.now
    if year is not None:
        return Reading(type="DATE", value=f"{year:04}-Q{number}", anchor="absolute")
    if now is None:
        return Reading(type="DATE", value=f"XXXX-Q{number}", anchor=None, note="no year is known")
    if hit.has("yearstep"):
        year = now.year + direction({hit.word("yearstep")})
    else:
        # "A year ago" in a phrase of quarters is the same quarter of the year before.
        year = choose_quarter_year(now, number, context.tense_of(hit.first)) - hit.has("yearago")
    return Reading(type="DATE", value=f"{year:04}-Q{number}", anchor=anchor)


def read_this_quarter(hit: Hit, context: Context) -> Reading | None:
    """Read "the quarter", "the latest quarter", "this quarter", "the year-ago quarter", "the same period last year"."""
    now, anchor = context.now
    words = set(hit.words("step"))
    if now is None:
        return None
    current = now.year * 4 + (now.month - 1) // 3
    step = direction(words)
    # "The quarter" of a report on the third is the third.
    if context.quarter and not words & load_times().contexts.this_quarter:
        current, anchor = int(context.quarter[:4]) * 4 + int(context.quarter[-1]) - 1, "previous"
    # "The quarter", nothing said before: the last that is over.
    elif not step and not words & {"this", "current"}:
        step = -1
    current += step - 4 * hit.has("yearago") + 4 * direction({hit.word("yearstep")})
    year = hit.number("year") or current // 4
    return Reading(type="DATE", value=f"{year:04}-Q{current % 4 + 1}", anchor=anchor)


def read_half(hit: Hit, context: Context) -> Reading | None:
    """Read "the first half of 1990", "the second half of this year"."""
    number = 1 if hit.number("nth") == 1 else 2
    year = hit.number("year")
    if year is not None:
        return Reading(type="DATE", value=f"{year:04}-H{number}", anchor="absolute")
    now, anchor = context.now
    if now is None:
        return None
    return Reading(type="DATE", value=f"{now.year + direction({hit.word('yearstep')}):04}-H{number}", anchor=anchor)


def read_season(hit: Hit, context: Context) -> Reading | None:
    """Read "the summer of 1955", "last fall", "this spring", "in the autumn"."""
    season, year = hit.symbol("season"), hit.number("year")
    if year is not None:
        return Reading(type="DATE", value=f"{year:04}-{season}", anchor="absolute")
    now, anchor = context.now
    month = SEASON_MONTH[season]
    if now is None:
        return Reading(type="DATE", value=f"XXXX-{season}", anchor=None, note="no year is known")
    if hit.has("yearstep"):
        year = now.year + direction({hit.word("yearstep")})
    elif hit.has("step"):
        year = _season_step(now.year, now.month, month, set(hit.words("step")))
    else:
        year, anchor = choose_year(context, context.tense_of(hit.first), month)
    return Reading(type="DATE", value=f"{year:04}-{season}", anchor=anchor) if year else None


def _season_step(year: int, month: int, begins: int, words: set[str]) -> int:
    """Winter of a January is still last year's; "last summer" said in autumn is this year's."""
    if begins == 12 and month < 3:
        year -= 1
    step = 0 if "this" in words else direction(words)
    if step < 0:
        return year if begins + 3 <= month else year - 1
    if step > 0:
        return year if begins > month else year + 1
    return year
