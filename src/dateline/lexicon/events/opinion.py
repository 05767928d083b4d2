"""The words by which a writer draws conclusions of his own."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class Opinion(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """opinion.toml: main verbs of judgments, and adjectives of "it is clear that"."""

    verbs: frozenset[str]
    adjectives: frozenset[str]


def load_opinion(folder: Path = DATA / "events") -> Opinion:
    """Read opinion.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "opinion.toml", Opinion)
