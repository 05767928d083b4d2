"""Names of persons: their parts, and the sex that titles, nouns and first names tell."""

from dateline.lexicon.tables import fold
from dateline.lexicon.world.patterns import Gender as GenderWords
from dateline.lexicon.world.patterns import load_patterns
from dateline.stages.actors.known.sketch import Gender


def name_parts(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without suffixes ("Jr.")."""
    return tuple(w for w in fold(name).split() if w not in load_patterns().beside.suffixes)


SURNAME_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"})
"""Countries where the surname stands first: "Xi Jinping" is Xi."""


def same_person(short: tuple[str, ...], full: tuple[str, ...], *, surname_first: bool = False) -> bool:
    """Tell whether a shorter form names the person of a fuller one: surname, first and last name, a run of words."""
    if not short or not full:
        return False
    # Either may be the fuller one: reports shorten later, and headlines first.
    if len(short) > len(full):
        short, full = full, short
    if len(short) == 1:
        # "Berg" may be any word of a name but the first, which alone names nobody.
        return short[0] in full[1:] or short[0] == full[-1] or (surname_first and short[0] == full[0])
    return (alike(short[0], full[0]) and short[-1] == full[-1]) or _run(short, full)


def alike(one: str, other: str) -> bool:
    """Tell whether two first names may be spellings of one ("Emanuel", "Emmanuel"; "J.", "John")."""
    if one == other:
        return True
    if len(one.strip(".")) == 1 or len(other.strip(".")) == 1:
        return one[0] == other[0]
    return one[:2] == other[:2] and abs(len(one) - len(other)) <= 2 and len(set(one) ^ set(other)) <= 2


def _run(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    n = len(short)
    return any(full[i : i + n] == short for i in range(len(full) - n + 1))


def gender_of(words: GenderWords, *, titles: str, noun: str, name: tuple[str, ...]) -> Gender | None:
    """Tell a person's sex where a title, a noun or the first name makes it certain."""
    before = titles.lower().split()
    # "Chairman" and "queen" tell by their last word.
    if any(t in words.male_titles for t in before) or noun.rsplit(" ", maxsplit=1)[-1] in words.male_nouns:
        return "m"
    if (
        any(t in words.female_titles for t in before)
        or noun in words.female_nouns
        or noun.rsplit(" ", maxsplit=1)[-1] in words.female_nouns
    ):
        return "f"
    # A name of one word is a surname, and tells nothing.
    if len(name) > 1:
        return "m" if name[0] in words.male_names else "f" if name[0] in words.female_names else None
    return None
