"""All that the rules of the actors stage look at: the report, the tables, the word lists."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dateline.lexicon.actors import ActorTables
from dateline.lexicon.countries import Countries
from dateline.lexicon.patterns import Patterns
from dateline.model.base import Span
from dateline.model.closed import Precision
from dateline.model.entities import Place
from dateline.parse.tree import Document, Token
from dateline.stages.actors.scan import Hit
from dateline.stages.actors.sketch import Origin

STATE_FORMS = frozenset({"name", "abbreviation", "former"})
CLEAR = 0.5
"""Share of a report's mentions of countries from which one of them is the report's own."""


class PlaceName(NamedTuple):
    """A place named in the report: where the name ends, the country, how narrow the place is."""

    end: int
    country: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class View:
    """The report on its way through the stage, with what the tables know of its tokens."""

    document: Document
    hits: list[Hit | None]
    countries: Countries
    actors: ActorTables
    patterns: Patterns
    on: date | None
    places: dict[int, PlaceName]
    setting: str | None
    named: frozenset[str]

    def span(self, first: int, last: int) -> Span:
        """Return the characters of tokens ``first`` to ``last`` (excluded)."""
        tokens = self.document.tokens
        return (tokens[first].start, tokens[last - 1].end)

    def place(self, i: int) -> str | None:
        """Return the country of the place whose name begins at a token."""
        named = self.places.get(self.document.tokens[i].start)
        return named.country if named else None

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
            return Origin(code=form, spans=(span,), rule=f"countries/{hit.forms[0].kind}", confidence=0.92, label=label)
        if hit.entries and hit.entries[0].country:
            code = hit.entries[0].country
            return Origin(code=code, spans=(span,), rule=f"actors/{hit.entries[0].id}", confidence=0.88, label=label)
        return None

    def choose(self, hit: Hit) -> str:
        """Choose among countries of one form ("Congolese") the one that the report is about, else the first."""
        codes = [f.code for f in hit.forms]
        return self.setting if self.setting in codes and self.setting else codes[0]


def is_prefix(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Tell whether a nationality only says who stands behind or against somebody: "Iran-backed", "pro-Russian"."""
    before, after = hit.first - 1, hit.last
    if before > 0 and tokens[before].text in _HYPHENS and tokens[before - 1].lower in ("anti", "pro"):
        return True
    if after + 1 >= len(tokens) or tokens[after].text not in _HYPHENS:
        return False
    return tokens[after + 1].tag in ("VBN", "VBG", "VBD", "JJ") and tokens[after + 1].lower != "based"


_HYPHENS = frozenset("-–")


def place_names(places: tuple[Place, ...]) -> dict[int, PlaceName]:
    """Map where each place is mentioned to where that ends, the country and the precision."""
    return {span[0]: PlaceName(span[1], p.country, p.precision) for p in places for span in p.mentions}


def without_places(document: Document, hits: list[Hit | None], places: dict[int, PlaceName]) -> list[Hit | None]:
    """Drop countries that are only part of the name of a place: "Gulf of Mexico"."""
    inside: set[int] = set()
    for start, place in places.items():
        if place.precision in _NARROW:
            tokens = document.tokens_in((start, place.end))
            inside.update(t.i for t in tokens if len(tokens) > 1)
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


def setting_of(tokens: tuple[Token, ...], hits: list[Hit | None], places: dict[int, PlaceName]) -> str | None:
    """Return the country that most mentions of countries and places in a report point to, where that is clear."""
    votes: Counter[str] = Counter()
    previous: Hit | None = None
    for hit in hits:
        if hit is not None and hit is not previous and not hit.agent and not is_prefix(tokens, hit):
            code = hit.forms[0].code if hit.forms else (hit.entries[0].country if hit.entries else None)
            if code and code not in _NO_COUNTRY:
                votes[code] += 1
        previous = hit
    votes.update(place.country for place in places.values() if place.country)
    if not votes:
        return None
    (code, n), *_ = votes.most_common(1)
    return code if n >= CLEAR * votes.total() else None


_NARROW = frozenset({"water", "site"})
_NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
