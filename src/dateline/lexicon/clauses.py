"""What the clause stage knows of words: light verbs, control, event nouns, and how far a word vouches for its content."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class Signature(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A class of words and the factuality, on [-3, 3], of what stands below them.

    Source: the idea of implicative signatures (Karttunen 1971; Nairn, Condoravdi and Karttunen 2006); values by hand.
    """

    name: str
    value: float
    denied: float
    words: tuple[str, ...]


class ClauseFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """clauses.toml."""

    light: frozenset[str]
    light_passive: frozenset[str]
    support: frozenset[str]
    object_control: frozenset[str]
    of_object: frozenset[str]
    patient: frozenset[str]
    event_nouns: frozenset[str]
    signature: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The word lists, ready for look-up."""

    light: frozenset[str]
    light_passive: frozenset[str]
    support: frozenset[str]
    object_control: frozenset[str]
    of_object: frozenset[str]
    patient: frozenset[str]
    event_nouns: frozenset[str]
    signatures: Mapping[str, Signature]


def load_clause_words(folder: Path = DATA / "clauses") -> ClauseWords:
    """Read clauses.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    file = read_toml(folder / "clauses.toml", ClauseFile)
    return ClauseWords(
        light=file.light,
        light_passive=file.light_passive,
        support=file.support,
        object_control=file.object_control,
        of_object=file.of_object,
        patient=file.patient,
        event_nouns=file.event_nouns,
        # A word in two classes has the meaning of the last: the rarer, stronger class stands below.
        signatures={word: s for s in file.signature for word in s.words},
    )
