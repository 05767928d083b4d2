"""Corrections of verb lemmas that the parser gets wrong."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class LemmaFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """lemmas.toml."""

    lemmas: dict[str, str]


def load_lemmas(folder: Path = DATA / "parse") -> Mapping[str, str]:
    """Read lemmas.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "lemmas.toml", LemmaFile).lemmas
