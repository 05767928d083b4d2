"""Words that give somebody's words: verbs, nouns and set phrases of saying, thinking, wanting and finding."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import LexiconError
from dateline.model.closed import Act, StatementForm

FOLDER = Path(__file__).parent / "data" / "speech"

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
    "admit" 3, "say" 2, "claim" 1, "want" 0, "deny" -1. ``unless`` lists words right after the cue with which it is none.
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

    pos: Literal["verb", "noun", "adjective", "preposition"]
    cue: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses of one lemma, by the pattern that shows which one is meant."""

    lemma: str
    by_pattern: Mapping[Pattern, Cue]


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Cues by lemma; a lemma may have several entries, each with patterns of its own."""

    verbs: Mapping[str, Uses]
    nouns: Mapping[str, Uses]
    adjectives: Mapping[str, Uses]
    prepositions: Mapping[str, Uses]

    def cues(self) -> Iterable[Cue]:
        """Yield every entry once."""
        seen: set[int] = set()
        for table in (self.verbs, self.nouns, self.adjectives, self.prepositions):
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
    files = [_read(path) for path in sorted(folder.glob("*.toml"))]
    if not files:
        raise LexiconError(f"{folder}: no .toml file in it; install dateline again")
    return SpeechLexicon(*(_table(files, pos) for pos in ("verb", "noun", "adjective", "preposition")))


def _read(path: Path) -> tuple[Path, _File]:
    try:
        return path, msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, OSError) as error:
        raise LexiconError(f"{path.name}: {error}; the fields are those of dateline.lexicon.speech.Cue") from error


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
