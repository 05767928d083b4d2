"""All that the rules of the actors stage look at: the report, the tables, the word lists."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from dateline.lexicon.actors import ActorTables
from dateline.lexicon.countries import Countries
from dateline.lexicon.patterns import Patterns
from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.parse.tree import Document, Token
from dateline.stages.actors.scan import Hit
from dateline.stages.actors.sketch import Origin

STATE_FORMS = frozenset({"name", "abbreviation", "former"})
CLEAR = 0.5
"""Share of a report's mentions of countries from which one of them is the report's own."""


@dataclass(frozen=True, slots=True)
class View:
    """The report on its way through the stage, with what the tables know of its tokens."""

    document: Document
    hits: list[Hit | None]
    countries: Countries
    actors: ActorTables
    patterns: Patterns
    on: date | None
    places: dict[int, str]
    setting: str | None
    named: frozenset[str]

    def span(self, first: int, last: int) -> Span:
        """Return the characters of tokens ``first`` to ``last`` (excluded)."""
        tokens = self.document.tokens
        return (tokens[first].start, tokens[last - 1].end)

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


def country_by_start(places: tuple[Place, ...]) -> dict[int, str]:
    """Map where each place is mentioned to its country."""
    return {span[0]: place.country for place in places if place.country for span in place.mentions}


def named_entries(hits: list[Hit | None]) -> frozenset[str]:
    """Return the ids of table rows that a report names beyond doubt somewhere."""
    return frozenset(
        h.entries[0].id for h in hits if h is not None and h.entries and len({e.id for e in h.entries}) == 1
    )


def setting_of(tokens: tuple[Token, ...], hits: list[Hit | None], places: dict[int, str]) -> str | None:
    """Return the country that most mentions of countries and places in a report point to, where that is clear."""
    votes: Counter[str] = Counter()
    previous: Hit | None = None
    for hit in hits:
        if hit is not None and hit is not previous and not hit.agent and not is_prefix(tokens, hit):
            code = hit.forms[0].code if hit.forms else (hit.entries[0].country if hit.entries else None)
            if code and code not in _NO_COUNTRY:
                votes[code] += 1
        previous = hit
    votes.update(places.values())
    if not votes:
        return None
    (code, n), *_ = votes.most_common(1)
    return code if n >= CLEAR * votes.total() else None


_NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
