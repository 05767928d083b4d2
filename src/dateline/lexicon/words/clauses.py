"""What the clause stage knows of words: light verbs, control, event nouns, scope, and how far a word vouches."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.files import DATA, read_toml


class Signature(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A class of words and the factuality, on [-3, 3], of what stands below them.

    ``value`` holds where the word itself does, ``denied`` where it is negated, ``noun`` (``value`` if None) for an
    event noun that is the word's object.

    Source: the idea of implicative signatures (Karttunen 1971; Nairn, Condoravdi and Karttunen 2006); values by hand.
    """

    name: str
    value: float
    denied: float
    words: tuple[str, ...]
    noun: float | None = None


class VerbWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """verbs.toml: verbs by what they do with their arguments; each list is described there."""

    light: frozenset[str]
    light_passive: frozenset[str]
    doing: frozenset[str]
    noticed: frozenset[str]
    support: frozenset[str]
    of_object: frozenset[str]
    led: frozenset[str]


class NounWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """nouns.toml: event nouns, and those whose possessive undergoes the act."""

    events: frozenset[str]
    patient: frozenset[str]
    governing: frozenset[str]


class ScopeWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """scope.toml: words of doubt, and how far a modifier lets a noun be true; each list is described there."""

    barely: frozenset[str]
    doubt: frozenset[str]
    awaited: frozenset[str]
    definite: frozenset[str]
    modifiers: dict[str, float]


class AdjectiveFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """adjectives.toml: predicates with a signature, after a copula."""

    adjectives: frozenset[str]


class SignatureFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """signatures.toml."""

    signature: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The word lists, ready for look-up; ``signatures`` is by lemma."""

    verbs: VerbWords
    nouns: NounWords
    adjectives: frozenset[str]
    scope: ScopeWords
    signatures: Mapping[str, Signature]


def load_clause_words(folder: Path = DATA / "clauses") -> ClauseWords:
    """Read the files of a folder.

    Raises:
        LexiconError: A file breaks its format, or a word stands in two classes of signatures.
    """
    return ClauseWords(
        verbs=read_toml(folder / "verbs.toml", VerbWords),
        nouns=read_toml(folder / "nouns.toml", NounWords),
        adjectives=read_toml(folder / "adjectives.toml", AdjectiveFile).adjectives,
        scope=read_toml(folder / "scope.toml", ScopeWords),
        signatures=_by_word(read_toml(folder / "signatures.toml", SignatureFile).signature),
    )


def _by_word(signatures: tuple[Signature, ...]) -> Mapping[str, Signature]:
    out: dict[str, Signature] = {}
    for signature in signatures:
        for word in signature.words:
            if word in out:
                raise LexiconError(
                    f"signatures.toml: {word!r} stands in {out[word].name!r} and {signature.name!r}; keep it in one"
                )
            out[word] = signature
    return out
