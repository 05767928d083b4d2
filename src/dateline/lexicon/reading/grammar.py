"""The small words that the grammar goes by: auxiliaries, words that deny, conditions, verbs of control."""

from functools import cache

import msgspec

from dateline.lexicon.files import DATA, read_toml


class GrammarWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words.toml: the small words of a sentence; each list is described there."""

    future: frozenset[str]
    possible: frozenset[str]
    necessary: frozenset[str]
    negative_adverbs: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_determiners: frozenset[str]
    instead: frozenset[str]
    conditions: frozenset[str]
    relatives: frozenset[str]
    object_control: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    first_person: frozenset[str]
    rest: frozenset[str]
    saying: frozenset[str]
    copulas: frozenset[str]
    contrast: frozenset[str]
    noun_ties: frozenset[str]
    perfect: frozenset[str]
    past_perfect: frozenset[str]
    ahead: frozenset[str]
    planning: frozenset[str]
    timetable: frozenset[str]
    aspects: frozenset[str]
    nth: frozenset[str]
    decisions: frozenset[str]
    perfect_forms: frozenset[str]

    def is_third_person(self, word: str) -> bool:
        """Tell a pronoun for somebody or something spoken of."""
        return word in self.masculine or word in self.feminine or word in self.neuter or word in self.plural


@cache
def grammar_words() -> GrammarWords:
    """Return the package's own words, read once.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(DATA / "grammar" / "words.toml", GrammarWords)
