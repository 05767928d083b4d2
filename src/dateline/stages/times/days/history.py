"""Whether a text tells its own dates (history) or speaks from the day of its publication (news)."""

from collections.abc import Sequence
from datetime import date

from dateline.lexicon.words.times import load_times
from dateline.model.closed import Granularity
from dateline.stages.times.days.calendar import Days
from dateline.stages.times.days.context import Context, Hit, Reading

EVER = (1, 9999)
_LEAST = 4  # years of the past that a history tells at the least
_APART = 12  # years without any told, which end a story
_COARSE: frozenset[Granularity] = frozenset({"year", "decade", "century", "half-year", "season"})


def tells_dates(hits: Sequence[Hit], published: date | None) -> bool:
    """Tell whether most years told lie before the report's own, and few words speak from its day.

    News speaks of Tuesday, yesterday and last week; a history of a war says March 4, 1861.
    """
    years = told_years(hits)
    spoken = sum(_speaks(hit) for hit in hits)
    if published is None and not spoken:
        # Without a day of the report, any year makes it history, and any "today" news.
        return bool(years)
    old = sum(published is None or year < published.year for year in years)
    # Old years must outnumber the new ones, and twice over the words that speak from now.
    return old >= _LEAST and old * 2 > len(years) and old > spoken * 2


def _speaks(hit: Hit) -> bool:
    if hit.pattern.speaks == "by-step":
        return bool(load_times().contexts.steps & {*hit.words("step")[:1], hit.word("way")})
    return hit.pattern.speaks == "always"


# "44 BC" is no year of a story that ISO dates can hold.
def told_years(hits: Sequence[Hit]) -> list[int]:
    """Return the years that the text gives, in its order."""
    return [year for hit in hits if not hit.has("era") and (year := hit.number("year")) is not None and year >= 1000]


def story_years(hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the first and last year of the story: those round the middle one without a gap of a dozen years."""
    years = sorted(told_years(hits))
    if not years:
        return EVER
    first = last = len(years) // 2
    while first and years[first] - years[first - 1] < _APART:
        first -= 1
    while last + 1 < len(years) and years[last + 1] - years[last] < _APART:
        last += 1
    return years[first], years[last]


def recalled_year(context: Context, reading: Reading, days: Days, *, opens: bool) -> int | None:
    """Return the year that a paragraph of news looks back on after this time, if it does.

    "On March 3, 1921, the army entered … and on April 9" stays in 1921; a weekday or "last week" leads back to now.
    """
    if context.published is None or reading.anchor == "published":
        return None
    if reading.anchor != "absolute" or days.granularity in _COARSE:
        return context.recall
    # Last year is still news: only what is older takes the paragraph with it.
    return days.start.year if opens and days.start.year < context.published.year - 1 else None


def moves_story(reference: date | None, reading: Reading, days: Days, *, opens: bool) -> bool:
    """Tell whether a story goes on from this time.

    A time that opens a sentence takes the story with it. Within a sentence a bare year does not, nor a dated look back
    ("elected in December 2005"), nor a leap ahead ("to leave by 2011").
    """
    if reference is None or opens:
        return True
    if days.granularity in _COARSE:
        return False
    return reading.anchor != "absolute" or (reference <= days.start and days.start.year - reference.year <= 1)
