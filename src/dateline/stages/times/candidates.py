"""What may be a time: finds of the patterns and of the table of names, and the choice among those that overlap."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dateline.lexicon.words.times import Holiday, NamedEvent, Reference, TimeLexicon, load_times
from dateline.parse.tree import Document
from dateline.stages.times.days.context import Context, Hit, Readings
from dateline.stages.times.guards import accept
from dateline.stages.times.phrases import named
from dateline.stages.times.phrases.patterns import load_rules
from dateline.stages.times.phrases.readers import READERS
from dateline.stages.times.pieces import Name, Scan, islands, letters

_STOPS = frozenset({".", ",", ";", ":", "?", "!", "'", '"', "”", "’", ")", "-", "–", "—", "_"})
_SHOWN = 2  # words of a war that must be there before "the war" is that one
_LONG_NAME = 3  # "the holy month of Ramadan", but "Easter" in "the Easter offensive"
_NAME_CONFIDENCE, _REFERENCE_CONFIDENCE = 0.8, 0.66


@dataclass(frozen=True, slots=True)
class Candidate:
    """Pieces that a rule found, and how to read them."""

    first: int
    last: int
    weight: int
    rule: str
    confidence: float
    read: Callable[[Context], Readings]
    hit: Hit | None = None


def find_candidates(cut: Scan, lexicon: TimeLexicon, document: Document | None) -> Iterator[Candidate]:
    """Yield what the patterns and the table of names find; finds may overlap."""
    rules = load_rules()
    for first, last in islands(cut, letters(lexicon.classes)):
        for rule in rules:
            for match in rule.regex.finditer(cut.classes, first, last):
                if match.end() > match.start():
                    hit, pattern = Hit(cut, match, rule.pattern), rule.pattern
                    if accept(hit, document):
                        read = partial(READERS[pattern.read], hit)
                        yield Candidate(
                            hit.first, hit.last, pattern.weight, pattern.name, pattern.confidence, read, hit
                        )  # fmt: skip
    for name in cut.names:
        if (candidate := _named(cut, name, lexicon)) is not None:
            yield candidate
    yield from _the_war(cut, lexicon)


def _the_war(cut: Scan, lexicon: TimeLexicon) -> Iterator[Candidate]:
    """Find "the start of the war" where the text's own words show which war it is."""
    for at, word in enumerate(cut.words):
        if (
            # "After the start of the war": "the war" by itself names no day.
            word in lexicon.contexts.wars
            and at > 3
            and cut.words[at - 2 : at] == ("of", "the")
            and _is_edge(cut.words[at - 3])
        ):
            known = Counter(w for w in cut.words if w.isalpha())
            shown = {i: sum(known[w] for w in e.definite) for i, e in enumerate(lexicon.events) if e.definite}
            best = max(shown, key=lambda i: shown[i], default=None)
            if best is not None and shown[best] >= _SHOWN:
                event, edge, first = lexicon.events[best], cut.words[at - 3], at - 3 - (cut.words[at - 4] == "the")
                yield Candidate(
                    first, at + 1, 4, "name/the-war", _NAME_CONFIDENCE, partial(named.read_event, event, edge)
                )


def _named(cut: Scan, name: Name, lexicon: TimeLexicon) -> Candidate | None:
    first, last, entry = name
    if isinstance(entry, NamedEvent):
        return _event(cut, first, last, entry, lexicon.contexts.before_event)
    if isinstance(entry, Holiday):
        start = first - (first > 0 and last - first > _LONG_NAME and cut.words[first - 1] == "the")
        # "Easter 1995": the year belongs to the feast.
        year = cut.values[last] if last < len(cut.values) else None
        told = year if isinstance(year, int) and year > 1000 else None
        end = last + (told is not None)
        return Candidate(
            start, end, 3, "name/holiday", _NAME_CONFIDENCE, lambda c: named.read_holiday(entry, told, c, first)
        )
    return _reference(cut, first, last, entry)


def _reference(cut: Scan, first: int, last: int, entry: Reference) -> Candidate | None:
    if cut.words[first] == "at":
        # "At the time" is a time only where the phrase ends; "at the time of the raid" is that of the raid.
        if cut.words[last - 1] == "time" and (last == len(cut.words) or cut.words[last] not in _STOPS):
            return None
        first += 1
    # "Future" is a noun of its own, "the future" a time.
    elif entry.article and (first == 0 or cut.words[first - 1] != "the"):
        return None
    first -= first > 0 and cut.words[first - 1] == "the"
    return Candidate(first, last, 3, "reference/phrase", _REFERENCE_CONFIDENCE, lambda _: named.read_reference(entry))


def _event(cut: Scan, first: int, last: int, event: NamedEvent, before: frozenset[str]) -> Candidate | None:
    edge = ""
    first -= first > 0 and not event.time and cut.words[first - 1] == "the"
    if first > 2 and cut.words[first - 1] == "of" and _is_edge(cut.words[first - 2]):
        edge, first = cut.words[first - 2], first - 2
        first -= cut.words[first - 1] == "the"
    # "Since the war", "before the war": a named war is a time only after such a word.
    elif not event.time and (first == 0 or cut.words[first - 1] not in before):
        return None
    return Candidate(first, last, 4, "name/event", _NAME_CONFIDENCE, partial(named.read_event, event, edge))


def _is_edge(word: str) -> bool:
    """Tell the "start" of "the start of the war"."""
    return load_times().words.get(word, ("", ""))[0] == "edge"


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return those that stand, in order of the text: of two that overlap the longer, then the weightier."""
    taken: set[int] = set()
    out = []
    # "The first week of May" before "May".
    for candidate in sorted(candidates, key=lambda c: (c.first - c.last, -c.weight, c.first)):
        pieces = range(candidate.first, candidate.last)
        if taken.isdisjoint(pieces):
            taken.update(pieces)
            out.append(candidate)
    return sorted(out, key=lambda c: c.first)
