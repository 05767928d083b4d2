"""Words by which actors without a table row are recognised, described and referred back to."""

from functools import cache
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import Sector

FILE = DATA / "actor_patterns" / "patterns.toml"
Words = frozenset[str]


class Gender(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles, nouns and first names that tell a person's sex."""

    male_titles: Words
    female_titles: Words
    neutral_titles: Words
    male_nouns: Words
    female_nouns: Words
    male_names: Words
    female_names: Words

    def is_title(self, word: str) -> bool:
        """Tell whether a word in lower case is an honorific or a title that goes before a name."""
        return word in self.male_titles or word in self.female_titles or word in self.neutral_titles

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word in lower case is a listed first name."""
        return word in self.male_names or word in self.female_names


class States(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for a state, for its forces, or for an armed group through its members."""

    government: Words
    forces: Words
    members: Words
    arms: Words
    unarmed: Words
    without_forces: frozenset[str]
    parts: Words
    peoples: Words
    rootless: Words
    irregular: dict[str, Sector]


class Metonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The surroundings in which a capital stands for a government."""

    verbs: Words
    object_verbs: Words
    stative: Words
    towards: Words
    policy_nouns: Words
    relation_nouns: Words
    locatives: Words
    journeys: Words
    errands: Words
    deliveries: Words
    giving: Words
    sides: frozenset[str]
    facing: frozenset[str]
    given_to: frozenset[str]


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of definite descriptions, by what they can refer back to."""

    alliance: dict[str, tuple[str, ...]]
    country: Words
    counterpart: Words
    group: Words
    armed: Words
    person: Words
    sides: Words
    generic: frozenset[str]


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that count, particles of names, and endings of names of things that are no actors."""

    quantities: Words
    deeds: Words
    holdings: Words
    abbreviations: dict[str, str]
    origins: Words
    abstract: Words
    halves: Words
    leaders: Words
    bodies: Words
    sites: Words
    idioms: Words
    equipment: Words
    not_names: Words
    not_actors: Words
    undertakings: Words
    particles: Words
    former: Words
    organisations: dict[str, Sector]


class Harm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes the people of a place the ones acted upon, and nouns for such places."""

    verbs: Words
    onto: Words
    nouns: Words
    suffered: Words
    measures: Words
    relief: Words
    areas: Words
    vague: Words
    parts: Words
    aims: frozenset[str]
    over: frozenset[str]
    within: frozenset[str]
    trades: frozenset[str]


class Beside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small words beside names and nouns that tell what they are, where they stand, what they belong to."""

    leaders: frozenset[str]
    parties: frozenset[str]
    anywhere: frozenset[str]
    national: frozenset[str]
    against: frozenset[str]
    companies: frozenset[str]
    sources: frozenset[str]
    scenes: frozenset[str]
    suffixes: frozenset[str]
    about: frozenset[str]
    links: frozenset[str]
    definite: frozenset[str]
    rivals: frozenset[str]
    directions: frozenset[str]
    trimmed: frozenset[str]
    dummies: frozenset[str]


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All word lists of the actors stage."""

    gender: Gender
    states: States
    metonyms: Metonyms
    reference: Reference
    nouns: Nouns
    harm: Harm
    beside: Beside


@cache
def load_patterns(path: Path = FILE) -> Patterns:
    """Read the word lists once.

    Raises:
        LexiconError: The file is missing or breaks its format.
    """
    return read_toml(path, Patterns)
