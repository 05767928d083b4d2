"""The words by which the parts of a newspaper report are known."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class LayoutWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """layout.toml; the fields are described there."""

    byline: tuple[str, ...]
    byline_office: tuple[str, ...]
    credit: tuple[str, ...]
    credit_cue: tuple[str, ...]
    label: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    place_particles: tuple[str, ...]


def load_layout(folder: Path = DATA / "parse") -> LayoutWords:
    """Read layout.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "layout.toml", LayoutWords)
