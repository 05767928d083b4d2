"""Find the times of a text: candidates from the rules, the longest first, then read in order of the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.lexicon.words.times import TimeLexicon, load_times
from dateline.model.base import Evidence, Span
from dateline.model.closed import Anchor, Tense
from dateline.model.entities import Time
from dateline.parse.tree import Document
from dateline.stages.times.candidates import Candidate, choose, find_candidates
from dateline.stages.times.days.context import Context, Reading
from dateline.stages.times.days.history import EVER, moves_story, recalled_year, story_years, tells_dates
from dateline.stages.times.days.tense import tense_at
from dateline.stages.times.pieces import Scan, scan

_SENTENCE_ENDS = frozenset({".", "", "!", "?", "”", '"', "="})  # the mark of a heading ends a sentence too
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_ANCHOR_FACTOR: dict[Anchor | None, float] = {"text": 0.97, "previous": 0.95}


def find_times(
    text: str, document: Document | None, published: date | None, lexicon: TimeLexicon | None = None
) -> tuple[Time, ...]:
    """Find the times of a report.

    Args:
        text: The report's text.
        document: Its parse; None for a bare phrase, which is read without tense.
        published: Day of the report; None leaves what hangs on it without days.
        lexicon: The words to read with; by default those that come with dateline.

    Returns:
        The times in order of the text, ids t1, t2, ….
    """
    return tuple(read_times(text, document, published, lexicon))


def read_times(
    text: str, document: Document | None, published: date | None, lexicon: TimeLexicon | None = None
) -> Iterator[Time]:
    """Yield the times of a report as ``find_times`` gives them, each read when it is asked for."""
    lexicon = lexicon or load_times()
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None  # a slip, and no room in the calendar to count from
    cut = scan(text, lexicon)
    chosen = choose(find_candidates(cut, lexicon, document))
    context = _context(cut, chosen, document, published, lexicon)
    for number, found in enumerate(_read(cut, chosen, context), start=1):
        yield _record(found, number)


@dataclass(frozen=True, slots=True)
class Dated:
    """A reading with its rule, its span, and the span of the time that it counts from."""

    reading: Reading
    rule: str
    confidence: float
    span: Span
    source: Span | None


def _context(
    cut: Scan, chosen: list[Candidate], document: Document | None, published: date | None, lexicon: TimeLexicon
) -> Context:
    def tense(piece: int) -> Tense:
        found = "none" if document is None else tense_at(document, cut.starts[piece])
        # "Until Friday" lies ahead unless the verb is of the past.
        return "future" if found != "past" and piece and cut.words[piece - 1] in lexicon.contexts.until else found

    hits = [c.hit for c in chosen if c.hit]
    told = tells_dates(hits, published)
    return Context(
        published=published,
        told=told,
        tense_of=tense,
        story=story_years(hits) if told else EVER,
        openers=lexicon.contexts.openers,
    )


def _read(cut: Scan, chosen: list[Candidate], context: Context) -> Iterator[Dated]:
    for at, candidate in enumerate(chosen):
        context.year_hint = _shared_year(cut, chosen, at)
        # An empty line: a new paragraph looks back to nothing.
        if at and "" in cut.words[chosen[at - 1].last : candidate.first]:
            context.recall = None
        readings = candidate.read(context)
        for reading in (readings,) if isinstance(readings, Reading) else readings or ():
            first, last = reading.pieces or (candidate.first, candidate.last)
            span = (cut.starts[first], cut.ends[last - 1])
            source = context.sources.get(reading.anchor or "")
            yield Dated(reading, rule=candidate.rule, confidence=candidate.confidence, span=span, source=source)
            _follow(context, reading, span, opens=_opens(cut, candidate.first, context.openers))


def _shared_year(cut: Scan, chosen: list[Candidate], at: int) -> int | None:
    """Return the year that "in April and June 1955" gives to April."""
    here = chosen[at].hit
    if at + 1 == len(chosen) or here is None or not here.has("month") or here.has("year"):
        # "In April and June 1955", but "in April 1954 and June 1955" has both.
        return None
    following = chosen[at + 1]
    between = cut.words[chosen[at].last : following.first]
    if following.hit is None or not following.hit.has("year") or not 0 < len(between) <= 2:
        return None
    if between[0] not in load_times().contexts.joining:
        return None
    year, month, next_month = following.hit.number("year"), here.number("month"), following.hit.number("month")
    if year is None or month is None:
        return None
    # "In December and January 1956": December is of the year before.
    return year - 1 if next_month is not None and month > next_month else year


def _follow(context: Context, reading: Reading, span: Span, *, opens: bool) -> None:
    """Let the context move on with a time; ``opens`` says that it opens a line or a sentence."""
    context.last = reading
    days = reading.covers
    # "A year earlier" compares, and the story goes on from before it.
    if days is None or reading.type == "DURATION" or reading.aside:
        return
    # A year far from the story ("as in 1812") is an aside.
    if context.told and not context.story[0] <= days.start.year <= context.story[1]:
        return
    context.previous = reading
    context.sources["previous"] = span
    context.recall = recalled_year(context, reading, days, opens=opens)
    if not context.told or moves_story(context.reference, reading, days, opens=opens):
        context.reference = days.start
        context.sources["text"] = span
    # "The quarter" is the latest that is over.
    if days.granularity == "quarter" and (context.published is None or days.end < context.published):
        context.quarter = max(context.quarter or "", reading.value)


def _opens(cut: Scan, first: int, openers: frozenset[str]) -> bool:
    """Tell whether the piece opens a line or a sentence, a preposition before it or not."""
    if first and cut.words[first - 1] in openers:
        first -= 1
    if first == 0 or cut.words[first - 1] in _SENTENCE_ENDS:
        return True
    # A line of its own opens a sentence, though no full stop stands before.
    return "\n" in cut.text[cut.ends[first - 1] : cut.starts[first]]


def _record(found: Dated, number: int) -> Time:
    reading = found.reading
    days = reading.covers
    return Time(
        id=f"t{number}",
        span=found.span,
        type=reading.type,
        value=reading.value,
        start=days.start.isoformat() if days else None,
        end=days.end.isoformat() if days else None,
        granularity=days.granularity if days else reading.granularity,
        anchor=reading.anchor,
        rule=found.rule,
        confidence=round(found.confidence * reading.surety * _ANCHOR_FACTOR.get(reading.anchor, 1.0), 3),
        evidence=_evidence(found),
    )


def _evidence(found: Dated) -> dict[str, Evidence]:
    reading, own = found.reading, Evidence(spans=(found.span,))
    out = {"value": Evidence(spans=(found.span,), note=reading.note)}
    if reading.covers is None:
        out["start"] = out["end"] = Evidence(note=reading.note or "names no days of its own")
    else:
        out["start"] = out["end"] = own
    if reading.anchor == "published":
        out["anchor"] = Evidence(rule="report/published")
    elif found.source:
        out["anchor"] = Evidence(spans=(found.source,))
    return out


def resolve_phrase(phrase: str, published: date) -> Time | None:
    """Turn a phrase ("last Tuesday", "the third quarter") into the first time that it names, None if it names none."""
    return next(iter(find_times(phrase, None, published)), None)
