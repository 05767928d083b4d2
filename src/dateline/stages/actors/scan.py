"""Longest matches of the tables over the tokens of a report."""

from dataclasses import dataclass
from datetime import date

from dateline.lexicon.actors import ActorEntry, ActorTables, Agent
from dateline.lexicon.countries import Countries, CountryForm
from dateline.lexicon.tables import fold
from dateline.parse.tree import Document, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "DET"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``first`` to ``last`` (excluded) that a table knows, and all that it says of them."""

    first: int
    last: int
    forms: tuple[CountryForm, ...] = ()
    entries: tuple[ActorEntry, ...] = ()
    agent: Agent | None = None

    @property
    def country(self) -> CountryForm | None:
        """Return the first reading as a country, its people or its government."""
        return self.forms[0] if self.forms else None

    @property
    def place(self) -> bool:
        """Tell whether this is a capital and nothing else."""
        return not self.entries and all(f.kind == "capital" for f in self.forms) and bool(self.forms)


@dataclass(frozen=True, slots=True)
class Scanner:
    """The tables behind one look-up; ``reach`` says how many tokens to try after a first word."""

    countries: Countries
    actors: ActorTables
    reach: dict[str, int]

    @classmethod
    def of(cls, countries: Countries, actors: ActorTables) -> "Scanner":
        """Join the tables' own reaches."""
        reach: dict[str, int] = {}
        for part in (countries.reach, actors.reach, actors.agent_reach):
            for word, n in part.items():
                if n > reach.get(word, 0):
                    reach[word] = n
        return cls(countries, actors, reach)

    def scan(self, document: Document, on: date | None) -> list[Hit | None]:
        """Return for each token the hit that covers it, longest match from the left."""
        tokens = document.tokens
        out: list[Hit | None] = [None] * len(tokens)
        reach, i = self.reach, 0
        for sentence in document.sentences:
            i = sentence.first
            while i < sentence.last:
                n = reach.get(tokens[i].lower) or self._rare(tokens, i, sentence.last)
                hit = self._longest(document, i, min(i + n, sentence.last), on) if n else None
                if hit is None:
                    i += 1
                    continue
                out[hit.first : hit.last] = [hit] * (hit.last - hit.first)
                i = hit.last
        return out

    def _rare(self, tokens: tuple[Token, ...], i: int, end: int) -> int:
        """Look up a first word that its key spells otherwise: with accents, hyphens, or a genitive inside a name."""
        word = tokens[i].lower
        if i + 1 < end and tokens[i + 1].tag == "POS":
            return self.reach.get(word + "s", 0)
        if word.isalpha() and word.isascii():
            return 0
        return self.reach.get(fold(word).partition(" ")[0], 0)

    def _longest(self, document: Document, first: int, end: int, on: date | None) -> Hit | None:
        tokens, text = document.tokens, document.text
        start = tokens[first].start
        for last in range(end, first, -1):
            words = text[start : tokens[last - 1].end]
            key = fold(words)
            forms = self.countries.find(words, on) if key in self.countries.forms else ()
            entries = self.actors.find(words, on) if key in self.actors.aliases else ()
            agent = self.actors.agents.get(key)
            if agent is not None and tokens[last - 1].pos not in _NOMINAL:
                agent = None
            if forms or entries or agent:
                return Hit(first, last, forms, entries, agent)
        return None
