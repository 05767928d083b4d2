"""Words by which the parser's choice of what a phrase hangs on is mended."""

from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class AttachmentWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """attachment.toml: lemmas."""

    deeds: frozenset[str]
    """Verbs whose participle after "police said" tells what the act brought about."""
    attacks: frozenset[str]
    """Nouns of deeds whose doer a "by" names from afar ("an attack on a bus in Gao by gunmen")."""
    blows: frozenset[str]
    """Gerunds that name an act where "by" ties them ("hit by shelling")."""
    decisions: frozenset[str]
    """Nouns whose infinitive tells what was decided, and not what is to be."""
    clearing: frozenset[str]
    """Adjectives that are verbs after "to" and before a name ("to clear al-Shabaab")."""
    offices: frozenset[str]
    """Offices whose holder's name may follow the country's without a comma ("President of Kenya Amadou Keita")."""
    undergone: frozenset[str]
    """Verbs that always have an object ("Two civilians killed" is a passive)."""
    polities: frozenset[str]
    """What states call themselves ("the Republic of Kenya")."""


def load_attachment_words(folder: Path = DATA / "parse") -> AttachmentWords:
    """Read attachment.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "attachment.toml", AttachmentWords)
