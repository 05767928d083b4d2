"""Words that give somebody's words: verbs, nouns and set phrases of saying, thinking, wanting and finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import Act, StatementForm

FOLDER = DATA / "speech"
NAMES = "names.toml"
CONFIDENCE = "confidence.toml"
_POS = ("verb", "noun", "adjective", "adverb", "preposition")

Pattern = Literal[
    "quote", "clause", "infinitive", "gerund", "object", "person-infinitive", "predicate",
    "about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "with",
    "object-about", "object-against", "object-as", "object-for", "object-from", "object-in", "object-into",
    "object-of", "object-on", "object-over", "object-to", "object-with",
]  # fmt: skip
"""How a cue takes its content: as a quotation, a clause, an infinitive …, or after a preposition.

"object-of" is the object with the preposition and what follows it ("accused the army of looting").
"""


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One lemma in one of its uses.

    ``belief`` is what a reader comes to hold of the content by this cue alone, on the scale of factuality from -3 to 3:
    "admit" 3, "say" 2, "claim" 1, "want" 0, "deny" -1. ``unless`` lists words that make it none, right after the cue
    or at the head of its object.
    """

    lemma: str
    takes: tuple[Pattern, ...]
    example: str
    form: StatementForm = "speech"
    act: Act = "assert"
    belief: float = 2.0
    unless: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of the folder: entries for one part of speech."""

    pos: Literal["verb", "noun", "adjective", "adverb", "preposition"]
    cue: tuple[Cue, ...]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The word lists of names.toml.

    ``sources`` can name a headline's source, ``labels`` cannot; ``papers`` carry somebody's words ("statement");
    ``enquiries`` are sources after "in" ("in a survey"), ``words`` somebody's ("in her view"); ``carriers`` pass words
    on ("quoted the mayor as saying"); with ``light`` verbs a that-clause is a relative one ("the claim that he made");
    ``bodies`` are nouns that "it" can stand for; ``topics`` tie a participle to what is spoken of ("commenting on").
    """

    topics: frozenset[str]
    sources: frozenset[str]
    labels: frozenset[str]
    papers: frozenset[str]
    enquiries: frozenset[str]
    words: frozenset[str]
    carriers: frozenset[str]
    light: frozenset[str]
    bodies: frozenset[str]


class _Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The shares of confidence.toml, in [0, 1]."""

    share: dict[str, float]


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses of one lemma, by the pattern that shows which one is meant."""

    lemma: str
    by_pattern: Mapping[Pattern, Cue]


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Cues by lemma; a lemma may have several entries, each with patterns of its own.

    ``share`` is how often a construction is right, by its name; "form/construction" goes before it.
    """

    verbs: Mapping[str, Uses]
    nouns: Mapping[str, Uses]
    adjectives: Mapping[str, Uses]
    adverbs: Mapping[str, Uses]
    prepositions: Mapping[str, Uses]
    names: Names
    share: Mapping[str, float]

    def cues(self) -> Iterable[Cue]:
        """Yield every entry once."""
        seen: set[int] = set()
        for table in (self.verbs, self.nouns, self.adjectives, self.adverbs, self.prepositions):
            for uses in table.values():
                for cue in uses.by_pattern.values():
                    if id(cue) not in seen:
                        seen.add(id(cue))
                        yield cue


@cache
def load_speech(folder: Path = FOLDER) -> SpeechLexicon:
    """Read every file of the folder.

    Raises:
        LexiconError: A file is missing or breaks the format, or two entries claim the same pattern of a lemma.
    """
    files = [(p, read_toml(p, _File)) for p in sorted(folder.glob("*.toml")) if p.name not in (NAMES, CONFIDENCE)]
    verbs, nouns, adjectives, adverbs, prepositions = (_table(files, pos) for pos in _POS)
    share = read_toml(folder / CONFIDENCE, _Confidence).share
    return SpeechLexicon(verbs, nouns, adjectives, adverbs, prepositions, read_toml(folder / NAMES, Names), share)


def _table(files: list[tuple[Path, _File]], pos: str) -> dict[str, Uses]:
    table: dict[str, dict[Pattern, Cue]] = {}
    for path, file in files:
        if file.pos != pos:
            continue
        for cue in file.cue:
            patterns = table.setdefault(cue.lemma, {})
            for pattern in cue.takes:
                if pattern in patterns:
                    raise LexiconError(
                        f"{path.name}: {cue.lemma!r} takes {pattern!r} twice; leave it in one of the two entries"
                    )
                patterns[pattern] = cue
    return {lemma: Uses(lemma, patterns) for lemma, patterns in table.items()}
