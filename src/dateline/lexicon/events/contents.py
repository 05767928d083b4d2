"""Nouns that name an act by themselves, as speech acts speak of them."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import EventType, Mode
from dateline.model.event import Content


class ContentEntry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One type and mode, and the nouns that name it."""

    type: EventType
    words: tuple[str, ...]
    mode: Mode | None = None


class ContentFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """content.toml."""

    content: tuple[ContentEntry, ...]


def load_contents(folder: Path = DATA / "events") -> Mapping[str, Content]:
    """Read content.toml into a mapping from noun to content.

    Raises:
        LexiconError: The file breaks its format.
    """
    entries = read_toml(folder / "content.toml", ContentFile).content
    return {word: Content(type=e.type, mode=e.mode) for e in entries for word in e.words}
