"""Verbs of headlines that the parser may take for nouns."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class HeadlineVerbs(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """headline.toml: lemmas."""

    verbs: frozenset[str]
    """Verbs as headlines use them."""
    plurals: frozenset[str]
    """Of those, the ones whose form in -s more often is a plural before another noun ("arms deal")."""
    bare: frozenset[str]
    """Of those, the ones that a preposition may follow at once ("Minister apologises for remark")."""


def load_headline_verbs(folder: Path = DATA / "parse") -> HeadlineVerbs:
    """Read headline.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "headline.toml", HeadlineVerbs)
