"""Longest matches of the tables over the tokens of a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import ActorEntry, ActorTables, Agent
from dateline.lexicon.world.countries import Countries, CountryForm
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
    """The tables behind one look-up: ``begun`` holds what a key can begin with, up to and including the whole key."""

    countries: Countries
    actors: ActorTables
    agents: Mapping[str, Agent]
    begun: frozenset[str]

    @classmethod
    def of(cls, countries: Countries, actors: ActorTables, abbreviations: Mapping[str, str]) -> "Scanner":
        """Gather the beginnings of all keys; ``abbreviations`` maps short titles ("Gen.") to nouns of the tables."""
        begun: set[str] = set()
        agents = {
            **actors.agents,
            **{short: actors.agents[long] for short, long in abbreviations.items() if long in actors.agents},
        }
        for keys in (countries.forms, actors.aliases, agents):
            begun.update(keys)
            # "People's Army of Chad": to walk on after "People's" the beginning must be known.
            for key in keys:
                cut = key.rfind(" ")
                while cut > 0 and (part := key[:cut]) not in begun:
                    begun.add(part)
                    cut = key.rfind(" ", 0, cut)
        return cls(countries, actors, agents, frozenset(begun))

    def scan(self, document: Document, on: date | None) -> list[Hit | None]:
        """Return for each token the hit that covers it, longest match from the left."""
        words = [_folded(t.lower) for t in document.tokens]
        owned = frozenset(i for i, word in enumerate(words, start=-1) if word[:1] == _JOIN)
        out: list[Hit | None] = [None] * len(words)
        for sentence in document.sentences:
            i = sentence.first
            while i < sentence.last:
                hit = None
                if words[i] in self.begun or i in owned:
                    hit = self._longest(document, words, i, sentence.last, on)
                if hit is None:
                    i += 1
                    continue
                out[i : hit.last] = [hit] * (hit.last - i)
                i = hit.last
        return out

    def _longest(self, document: Document, words: list[str], first: int, end: int, on: date | None) -> Hit | None:
        """Walk on while the words so far begin a key, then try the keys that were met, the longest first."""
        key, met = words[first], [(first + 1, words[first])]
        for i in range(first + 1, end):
            word = words[i]
            if not word:  # a hyphen, which keys have as a space
                # A comma ends a name, a hyphen does not.
                if document.tokens[i].text in _BREAKS:
                    break
                continue
            key = key + word[1:] if word[:1] == _JOIN else f"{key} {word}"
            if key not in self.begun and not _genitive(words, i):
                break
            met.append((i + 1, key))
        for last, found in reversed(met):
            hit = self._hit(document, first, last, found, on)
            if hit is not None and not _is_tail(document.tokens, hit):
                return hit
        return None

    def _hit(self, document: Document, first: int, last: int, key: str, on: date | None) -> Hit | None:
        end = document.tokens[last - 1]
        agent = self.agents.get(key)
        # "To force", "leading": a verb is no noun of the tables.
        if agent is not None and end.pos not in _NOMINAL:
            agent = None
        known, named = key in self.countries.forms, key in self.actors.aliases
        if not (known or named):
            return Hit(first, last, agent=agent) if agent else None
        words = document.text[document.tokens[first].start : end.end]
        forms = self.countries.find(words, on) if known else ()
        entries = self.actors.find(words, on) if named else ()
        # "Isis" is looked up as "ISIS", but short words ("Who", "It") only as they stand.
        if named and not entries and last - first == 1 and len(words) > _SHORT and _is_name(document, end):
            entries = self.actors.find(words.upper(), on)
        return Hit(first, last, forms, entries, agent) if forms or entries or agent else None


_SHORT = 3  # letters; longer acronyms are also written as words ("Nato", "Unicef")
_JOIN = "\0"
_BREAKS = frozenset({",", ";", ":", "(", ")"})  # no name runs over them: "in Plateau state, police said"
_APOSTROPHES = frozenset("'’‘")


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Return a token's word as the keys have it; what keys write without a space before it begins with a mark."""
    if word.isascii() and word.isalnum():
        return word
    return _JOIN + fold(word) if word[0] in _APOSTROPHES and len(word) > 1 else fold(word)


def _is_name(document: Document, token: Token) -> bool:
    """Tell an acronym written as a word ("Isis") by its capital, where no sentence opens with it."""
    if not token.text[:1].isupper():
        return False
    opens = {s.first for s in document.sentences}
    return token.pos == "PROPN" or any(t.text == token.text and t.i not in opens for t in document.tokens)


def _is_tail(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Tell whether a body's name only ends a longer one that no table has: "Lower Udava Congress"."""
    if hit.first == 0 or not hit.entries or hit.forms or any(e.kind == "person" for e in hit.entries):
        return False
    before = tokens[hit.first - 1]
    return (
        before.tag == "NNP" and before.dep == "compound" and hit.first <= before.head < hit.last and before.ent == "ORG"
    )


def _genitive(words: list[str], i: int) -> bool:
    """Tell whether a genitive ending follows, without which a key's beginning is not whole ("People's Army")."""
    return i + 1 < len(words) and words[i + 1][:1] == _JOIN
