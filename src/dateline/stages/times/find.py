"""Find the times of a text: candidates from the rules, the longest first, then read in order of the text."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from dateline.lexicon.times import Holiday, NamedEvent, Reference, TimeLexicon, load_times
from dateline.model.base import Evidence, Span
from dateline.model.closed import Tense
from dateline.model.entities import Time
from dateline.parse.tree import Document
from dateline.stages.times import named
from dateline.stages.times.context import Context, Hit, Reading, Readings
from dateline.stages.times.grammar import load_rules
from dateline.stages.times.guards import accept
from dateline.stages.times.history import EVER, moves_story, recalled_year, story_years, tells_dates
from dateline.stages.times.pieces import Name, Scan, islands, letters, scan
from dateline.stages.times.readers import READERS
from dateline.stages.times.tense import tense_at

_TIME_PREPOSITIONS = frozenset({"since", "before", "after", "during", "until", "by", "from"})
_STOPS = frozenset({".", ",", ";", ":", "?", "!", "'", '"', "”", "’", ")", "-", "–", "—", "_"})
_WARS = frozenset({"war", "invasion", "conflict", "offensive"})
_SHOWN = 2
_LONG_NAME = 3  # "the holy month of Ramadan", but "Easter" in "the Easter offensive"
_UNTIL = frozenset({"until", "till", "by", "through"})
_OPENERS = frozenset({"in", "on", "by", "during", "since", "from", "at", "throughout", "beginning"})
_SENTENCE_ENDS = frozenset({".", "", "!", "?", "”", '"', "="})
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_EDGES = frozenset({"start", "beginning", "onset", "outset", "end", "middle"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Pieces that a rule found, and how to read them."""

    first: int
    last: int
    weight: int
    rule: str
    read: Callable[[Context], Readings]
    hit: Hit | None = None


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
    lexicon = lexicon or load_times()
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None  # a slip, and no room in the calendar to count from
    cut = scan(text, lexicon)
    chosen = _choose(_candidates(cut, lexicon, document))
    context = _context(cut, chosen, document, published, lexicon)
    return tuple(_record(found, number) for number, found in enumerate(_read(cut, chosen, context), start=1))


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with its rule, its span, and the span of the time that it counts from."""

    reading: Reading
    rule: str
    span: Span
    source: Span | None


def _candidates(cut: Scan, lexicon: TimeLexicon, document: Document | None) -> Iterator[Candidate]:
    rules = load_rules()
    for first, last in islands(cut, letters(lexicon.classes)):
        for rule in rules:
            for match in rule.regex.finditer(cut.classes, first, last):
                if match.end() > match.start():
                    hit = Hit(cut, match, rule.name)
                    if accept(hit, document):
                        read = partial(READERS[rule.read], hit)
                        yield Candidate(hit.first, hit.last, rule.weight, rule.name, read, hit)
    for name in cut.names:
        if (candidate := _named(cut, name)) is not None:
            yield candidate
    yield from _the_war(cut, lexicon)


def _the_war(cut: Scan, lexicon: TimeLexicon) -> Iterator[Candidate]:
    """Find "the start of the war" where the text's own words show which war it is."""
    for at, word in enumerate(cut.words):
        if word in _WARS and at > 3 and cut.words[at - 2 : at] == ("of", "the") and cut.words[at - 3] in _EDGES:
            known = Counter(w for w in cut.words if w.isalpha())
            shown = {i: sum(known[w] for w in e.definite) for i, e in enumerate(lexicon.events) if e.definite}
            best = max(shown, key=lambda i: shown[i], default=None)
            if best is not None and shown[best] >= _SHOWN:
                event, edge, first = lexicon.events[best], cut.words[at - 3], at - 3 - (cut.words[at - 4] == "the")
                yield Candidate(first, at + 1, 4, "name/the-war", partial(named.read_event, event, edge))


def _named(cut: Scan, name: Name) -> Candidate | None:
    first, last, entry = name
    if isinstance(entry, NamedEvent):
        return _event(cut, first, last, entry)
    if isinstance(entry, Holiday):
        start = first - (first > 0 and last - first > _LONG_NAME and cut.words[first - 1] == "the")
        year = cut.values[last] if last < len(cut.values) else None
        told = year if isinstance(year, int) and year > 1000 else None
        end = last + (told is not None)
        return Candidate(start, end, 3, "name/holiday", lambda c: named.read_holiday(entry, told, c, first))
    return _reference(cut, first, last, entry)


def _reference(cut: Scan, first: int, last: int, entry: Reference) -> Candidate | None:
    if cut.words[first] == "at":
        if cut.words[last - 1] == "time" and (last == len(cut.words) or cut.words[last] not in _STOPS):
            return None
        first += 1
    elif entry.article and (first == 0 or cut.words[first - 1] != "the"):
        return None
    first -= first > 0 and cut.words[first - 1] == "the"
    return Candidate(first, last, 3, "reference/phrase", lambda _: named.read_reference(entry))


def _event(cut: Scan, first: int, last: int, event: NamedEvent) -> Candidate | None:
    edge = ""
    first -= first > 0 and not event.time and cut.words[first - 1] == "the"
    if first > 2 and cut.words[first - 1] == "of" and cut.words[first - 2] in _EDGES:
        edge, first = cut.words[first - 2], first - 2
        first -= cut.words[first - 1] == "the"
    elif not event.time and (first == 0 or cut.words[first - 1] not in _TIME_PREPOSITIONS):
        return None
    return Candidate(first, last, 4, "name/event", partial(named.read_event, event, edge))


def _choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    taken: set[int] = set()
    out = []
    for candidate in sorted(candidates, key=lambda c: (c.first - c.last, -c.weight, c.first)):
        pieces = range(candidate.first, candidate.last)
        if taken.isdisjoint(pieces):
            taken.update(pieces)
            out.append(candidate)
    return sorted(out, key=lambda c: c.first)


def _context(
    cut: Scan, chosen: list[Candidate], document: Document | None, published: date | None, lexicon: TimeLexicon
) -> Context:
    def tense(piece: int) -> Tense:
        found = "none" if document is None else tense_at(document, cut.starts[piece], lexicon.verbs)
        return "future" if found != "past" and piece and cut.words[piece - 1] in _UNTIL else found

    hits = [c.hit for c in chosen if c.hit]
    told = tells_dates(hits, published)
    return Context(published=published, told=told, tense_of=tense, story=story_years(hits) if told else EVER)


def _read(cut: Scan, chosen: list[Candidate], context: Context) -> Iterator[Found]:
    for at, candidate in enumerate(chosen):
        context.year_hint = _shared_year(cut, chosen, at)
        if at and "" in cut.words[chosen[at - 1].last : candidate.first]:
            context.recall = None
        readings = candidate.read(context)
        for reading in (readings,) if isinstance(readings, Reading) else readings or ():
            first, last = reading.pieces or (candidate.first, candidate.last)
            span = (cut.starts[first], cut.ends[last - 1])
            yield Found(reading, candidate.rule, span, context.sources.get(reading.anchor or ""))
            _follow(context, reading, span, opens=_opens(cut, candidate.first))


def _shared_year(cut: Scan, chosen: list[Candidate], at: int) -> int | None:
    """Return the year that "in April and June 1955" gives to April."""
    here = chosen[at].hit
    if at + 1 == len(chosen) or here is None or not here.has("month") or here.has("year"):
        return None
    following = chosen[at + 1]
    between = cut.words[chosen[at].last : following.first]
    if following.hit is None or not following.hit.has("year") or not 0 < len(between) <= 2:
        return None
    if between[0] not in {"and", "to", "-", "–", "—", "until", "through", "or", ","}:
        return None
    year, month, next_month = following.hit.number("year"), here.number("month"), following.hit.number("month")
    if year is None or month is None:
        return None
    return year - 1 if next_month is not None and month > next_month else year


def _follow(context: Context, reading: Reading, span: Span, *, opens: bool) -> None:
    """Let the context move on with a time; ``opens`` says that it opens a line or a sentence."""
    context.last = reading
    days = reading.covers
    if days is None or reading.type == "DURATION" or reading.aside:
        return
    if context.told and not context.story[0] <= days.start.year <= context.story[1]:
        return
    context.previous = reading
    context.sources["previous"] = span
    context.recall = recalled_year(context, reading, days, opens=opens)
    if not context.told or moves_story(context.reference, reading, days, opens=opens):
        context.reference = days.start
        context.sources["text"] = span
    if days.granularity == "quarter" and (context.published is None or days.end < context.published):
        context.quarter = max(context.quarter or "", reading.value)


def _opens(cut: Scan, first: int) -> bool:
    """Tell whether the piece opens a line or a sentence, a preposition before it or not."""
    if first and cut.words[first - 1] in _OPENERS:
        first -= 1
    if first == 0 or cut.words[first - 1] in _SENTENCE_ENDS:
        return True
    return "\n" in cut.text[cut.ends[first - 1] : cut.starts[first]]


def _record(found: Found, number: int) -> Time:
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
        confidence=reading.confidence,
        evidence=_evidence(found),
    )


def _evidence(found: Found) -> dict[str, Evidence]:
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
