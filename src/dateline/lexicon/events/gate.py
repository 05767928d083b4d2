"""The words that tell accidents, disasters, ordinary crime, sport and film from political events."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class Gate(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """gate.toml: lemmas, or two words joined by a space."""

    accident: frozenset[str]
    burst: frozenset[str]
    hazard: frozenset[str]
    intent: frozenset[str]
    crime: frozenset[str]
    political: frozenset[str]
    elsewhere: frozenset[str]
    harm: frozenset[str]
    fiction: frozenset[str]
    doers: frozenset[str]


def load_gate(folder: Path = DATA / "events") -> Gate:
    """Read gate.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "gate.toml", Gate)
