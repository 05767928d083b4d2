"""Abbreviations with a full stop: what they stand for, and whether a sentence may end with one."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class Abbreviations(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """abbreviations.toml: abbreviations as printed, with their stop.

    ``words`` gives the word that the parser is to read in the place of each; those in ``never_last`` end no sentence.
    """

    never_last: frozenset[str]
    words: dict[str, str]


def load_abbreviations(folder: Path = DATA / "parse") -> Abbreviations:
    """Read abbreviations.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "abbreviations.toml", Abbreviations)
