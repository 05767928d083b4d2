"""All that the rules of the actors stage look at: the report, the tables, the word lists."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dateline.lexicon.world.actors import ActorTables
from dateline.lexicon.world.countries import Countries
from dateline.lexicon.world.patterns import Patterns, load_patterns
from dateline.model.base import Span
from dateline.model.closed import Precision
from dateline.model.entities import Place
from dateline.parse.tree import Document, Token
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.setting import Votes
from dateline.stages.actors.known.sketch import Origin

STATE_FORMS = frozenset({"name", "abbreviation", "former"})


class PlaceName(NamedTuple):
    """A place named in the report: where the name ends, the country, how narrow the place is."""

    end: int
    country: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class ActorView:
    """The report on its way through the stage, with what the tables know of its tokens."""

    document: Document
    hits: list[Hit | None]
    countries: Countries
    actors: ActorTables
    patterns: Patterns
    on: date | None
    places: dict[int, PlaceName]
    setting: str | None
    votes: Votes
    named: frozenset[str]
    openings: Sequence[int]
    """The tokens at which the name of a place begins."""
    scenes: dict[int, tuple[tuple[int, str, bool], ...]] = field(default_factory=dict)
    """By sentence, what `context` has read of its places; filled when first asked for."""

    def span(self, first: int, last: int) -> Span:
        """Return the characters of tokens ``first`` to ``last`` (excluded)."""
        tokens = self.document.tokens
        return (tokens[first].start, tokens[last - 1].end)

    def place(self, i: int) -> str | None:
        """Return the country of the place whose name begins at a token."""
        named = self.places.get(self.document.tokens[i].start)
        return named.country if named else None

    def named_between(self, first: int, last: int) -> Sequence[int]:
        """Return the tokens among these at which the name of a place begins."""
        return self.openings[bisect_left(self.openings, first) : bisect_left(self.openings, last)]

    def words(self, first: int, last: int) -> str:
        """Return the words of a range of tokens, white space evened."""
        return " ".join(self.document.quote(self.span(first, last)).split()) if last > first else ""

    def token(self, i: int) -> Token:
        """Return a token."""
        return self.document.tokens[i]

    def origin_of(self, hit: Hit) -> Origin | None:
        """Return the country that a table's hit gives to what it modifies."""
        span = self.span(hit.first, hit.last)
        label = self.words(hit.first, hit.last)
        if hit.forms:
            form = self.choose(hit)
            rule = f"countries/{hit.forms[0].kind}"
            return Origin(code=form, spans=(span,), rule=rule, confidence=0.92, nationality=True, label=label)
        if hit.entries and hit.entries[0].country:
            code = hit.entries[0].country
            return Origin(code=code, spans=(span,), rule=f"actors/{hit.entries[0].id}", confidence=0.88, label=label)
        return None

    def choose(self, hit: Hit) -> str:
        """Choose among countries of one form ("Congolese") the one that the report is about, else the first."""
        codes = [f.code for f in hit.forms]
        # "Congolese" is of the Congo that the report speaks of.
        return self.setting if self.setting in codes and self.setting else codes[0]


def place_names(places: tuple[Place, ...]) -> dict[int, PlaceName]:
    """Map where each place is mentioned to where that ends, the country and the precision."""
    return {span[0]: PlaceName(span[1], p.country, p.precision) for p in places for span in p.mentions}


def without_persons(document: Document, hits: list[Hit | None], places: dict[int, PlaceName]) -> dict[int, PlaceName]:
    """Drop places that are only part of a person's name in the tables: "Moqtada al-Sadr"."""
    out = {}
    for start, place in places.items():
        token = document.tokens_in((start, start + 1))[0]
        hit = hits[token.i]
        # A person of one word may as well be the place.
        if hit is None or hit.last - hit.first == 1 or not any(e.kind == "person" for e in hit.entries):
            out[start] = place
    return out


def without_places(document: Document, hits: list[Hit | None], places: dict[int, PlaceName]) -> list[Hit | None]:
    """Drop countries that are only part of the name of a place: "Gulf of Mexico"."""
    inside: set[int] = set()
    for start, place in places.items():
        # "The Gulf of Mexico" is not Mexico, "eastern Chad" is Chad.
        tokens = document.tokens_in((start, place.end)) if place.precision != "country" else []
        if any(t.lower not in load_patterns().beside.directions and hits[t.i] is None for t in tokens):
            inside.update(t.i for t in tokens)
    if not inside:
        return hits
    return [
        None if i in inside and h and h.forms and inside.issuperset(range(h.first, h.last)) else h
        for i, h in enumerate(hits)
    ]


def named_entries(hits: list[Hit | None]) -> frozenset[str]:
    """Return the ids of table rows that a report names beyond doubt somewhere."""
    return frozenset(
        h.entries[0].id for h in hits if h is not None and h.entries and len({e.id for e in h.entries}) == 1
    )
