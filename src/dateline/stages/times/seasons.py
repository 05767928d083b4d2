"""Quarters, halves and seasons."""

from dateline.stages.times.calendar import SEASON_MONTH
from dateline.stages.times.choose import choose_year, quarter_before
from dateline.stages.times.context import Context, Hit, Reading
from dateline.stages.times.grammar import EDGE, Rule

_SHIFT = {"last": -1, "previous": -1, "past": -1, "ago": -1, "earlier": -1, "next": 1, "following": 1, "coming": 1}


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
        year = now.year + _SHIFT.get(hit.word("yearstep"), 0)
    else:
        year = quarter_before(now, number, context.tense_of(hit.first))
    return Reading(type="DATE", value=f"{year:04}-Q{number}", anchor=anchor)


def read_this_quarter(hit: Hit, context: Context) -> Reading | None:
    """Read "the quarter", "the latest quarter", "this quarter", "the year-ago quarter"."""
    now, anchor = context.now
    if now is None:
        return None
    words = set(hit.words("step"))
    quarter = context.quarter
    current = now.year * 4 + (now.month - 1) // 3
    if quarter and not words & {"this", "current", "next", "coming"}:
        current, anchor = int(quarter[:4]) * 4 + int(quarter[-1]) - 1, "previous"
        current += -1 if words & {"last", "previous", "preceding"} else 1 if words & {"following"} else 0
    elif not words & {"this", "current"}:
        current += 1 if words & {"next", "coming", "following"} else -1
    if hit.has("yearago"):
        current -= 4
    year = hit.number("year")
    return Reading(type="DATE", value=f"{year or current // 4:04}-Q{current % 4 + 1}", anchor=anchor, confidence=0.6)


def read_half(hit: Hit, context: Context) -> Reading | None:
    """Read "the first half of 1990", "the second half"."""
    words = set(hit.words("nth"))
    number = 1 if "first" in words else 2
    year = hit.number("year")
    now, anchor = context.now
    if year is not None:
        return Reading(type="DATE", value=f"{year:04}-H{number}", anchor="absolute")
    if now is None:
        return None
    shift = _SHIFT.get(hit.word("yearstep"), 0) if hit.has("yearstep") else 0
    return Reading(type="DATE", value=f"{now.year + shift:04}-H{number}", anchor=anchor, confidence=0.7)


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
        year = now.year + _SHIFT.get(hit.word("yearstep"), 0)
    elif hit.has("step"):
        year = _season_step(now.year, now.month, month, hit.words("step"))
    else:
        year, anchor = choose_year(context, context.tense_of(hit.first), month)
    if year is None:
        return None
    return Reading(type="DATE", value=f"{year:04}-{season}", anchor=anchor)


def _season_step(year: int, month: int, begins: int, words: tuple[str, ...]) -> int:
    """Winter of a January is still last year's; "last summer" said in autumn is this year's."""
    if begins == 12 and month < 3:
        year -= 1
    back, ahead = {"last", "previous", "past"} & set(words), {"next", "coming", "following"} & set(words)
    if back and "this" not in words:
        return year if begins + 3 <= month else year - 1
    if ahead and "this" not in words:
        return year if begins > month else year + 1
    return year


_YEARSTEP = "(?P<yearstep>last|this|next|previous|following|coming|that) (?:unit)"

RULES = (
    Rule(
        "quarter/of-year",
        f"{EDGE} (?:fiscal dash?)? (?P<nth>ordinal) dash? quarter (?:(?:of|in|comma)? (?:fiscal|unit)* (?P<year>year)|of? the? {_YEARSTEP})?",
        read_quarter,
        2,
    ),
    Rule(
        "quarter/year-first",
        f"the? (?:(?P<year>year)|{_YEARSTEP} (?:apos s)?) fiscal? (?P<nth>ordinal) dash? quarter",
        read_quarter,
        3,
    ),
    Rule(
        "quarter/this",
        f"{EDGE} the? (?P<step>last|previous|this|current|latest|next|coming|following|same|that|_)? (?:(?P<yearago>unit dash? (?:ago|earlier))|(?P<year>year))? (?:quarter|period)",
        read_this_quarter,
        -1,
    ),
    Rule(
        "half",
        f"{EDGE} the? (?P<nth>ordinal|last|latter) dash? half (?:of (?:(?P<year>year)|the? {_YEARSTEP}))",
        read_half,
        3,
    ),
    Rule(
        "season",
        f"{EDGE} (?:the|that)? (?P<step>(?:last|past|this|next|coming|previous|following|early|late|mid)+)? dash? (?P<season>season) (?:(?:of|comma)? (?P<year>year)|of? {_YEARSTEP})?",
        read_season,
    ),
)
