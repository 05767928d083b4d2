"""Numbers in words: "two hundred and five", "half a dozen", "tens of thousands", "several hundred"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.lexicon.words.money import NumberFile
from dateline.parse.tree import Token

_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its tokens ``first`` to ``last`` (included), its range, and the whole of a fraction."""

    first: int
    last: int
    low: float
    high: float
    vague: bool
    of: float | None = None


def read_words(tokens: Sequence[Token], at: int, words: NumberFile) -> Spelled | None:
    """Read the number in words whose first number word is at ``at``; None where the word counts nothing there."""
    fraction = _read_fraction(tokens, at, words)
    if fraction is not None:
        return fraction
    last, parts = _collect(tokens, at, words)
    value = _value(parts, words)
    if value is None:
        return None
    first = at
    # "A hundred", "a few": the article is part of the number.
    if at and tokens[at - 1].lower in _ARTICLES and (parts[0] in words.scales or parts[0] in words.vague):
        first = at - 1
    elif not first_word_counts(parts, words):
        return None
    low, high = value
    return Spelled(first, last, float(low), float(high), vague=parts[0] in words.vague or parts[0] in words.plural)


def first_word_counts(parts: Sequence[str], words: NumberFile) -> bool:
    """Tell whether a number may begin with this word without an article ("hundred" and "couple" may not)."""
    # "Couple" alone is two people who are married.
    bare = parts[0] in words.scales or (parts[0] in words.vague and parts[0] in ("couple", "handful", "pair"))
    return not bare or len(parts) > 1


def _collect(tokens: Sequence[Token], at: int, words: NumberFile) -> tuple[int, list[str]]:
    """Return the last token and the number words of the run that begins at ``at``."""
    parts, last, i = [tokens[at].lower], at, at + 1
    while i < len(tokens):
        word = tokens[i].lower
        if _continues(word, parts, words):
            parts.append(word)
            last = i
        elif not _joins(tokens, i, parts, words):
            break
        i += 1
    return last, parts


def _continues(word: str, parts: Sequence[str], words: NumberFile) -> bool:
    if word in words.scales or word in words.plural:
        # "A third million" is nobody's number, "half a million" is one.
        return not (parts[-1] in words.fractions and parts[-1] != "half")
    if word not in words.values:
        return False
    before = parts[-1]
    # "Two hundred five", but not "a dozen five".
    if before in words.scales and before not in ("dozen", "score"):
        return True
    # "Twenty five", but not "five twenty" or "twenty fifteen".
    return before in words.values and words.values[before] >= 20 and 0 < words.values[word] < 10


def _joins(tokens: Sequence[Token], i: int, parts: Sequence[str], words: NumberFile) -> bool:
    """Tell whether the token at ``i`` only ties number words: a hyphen, "and", "of", the "a" of "half a"."""
    if i + 1 >= len(tokens):
        return False
    word, after = tokens[i].lower, tokens[i + 1].lower
    if word == "-":
        return _continues(after, parts, words)
    if word == "and":
        # "Two hundred and five", but "two and five" are two numbers.
        return parts[-1] in words.scales and after in words.values and i + 2 < len(tokens)
    if word == "of":
        return (parts[-1] in words.plural or parts[-1] in words.vague) and (
            after in words.plural or after in words.scales
        )
    return False


def _read_fraction(tokens: Sequence[Token], at: int, words: NumberFile) -> Spelled | None:
    """Read "half a dozen", "half a million", "a third of", "two-thirds of", "half of"."""
    word = tokens[at].lower
    if word == "half":
        return _read_half(tokens, at, words)
    top, i = float(words.values.get(word, 0)), at + 1
    if i < len(tokens) and tokens[i].text == "-":
        i += 1
    # "A third of the crew": the article counts as the one of "one third".
    if word in words.fractions and at and tokens[at - 1].lower in _ARTICLES:
        return _share(tokens, at - 1, at, 1.0, words)
    if top and i < len(tokens) and tokens[i].lower in words.fractions and tokens[i].lower != "half":
        return _share(tokens, at, i, top, words)
    return None


def _share(tokens: Sequence[Token], first: int, last: int, top: float, words: NumberFile) -> Spelled | None:
    """Return a share of a whole, which must be named ("a third of the crew"), lest "a third attack" be one."""
    if last + 1 >= len(tokens) or tokens[last + 1].lower != "of":
        return None
    return Spelled(first, last, top, top, vague=False, of=float(words.fractions[tokens[last].lower]))


def _read_half(tokens: Sequence[Token], at: int, words: NumberFile) -> Spelled | None:
    rest = [t.lower for t in tokens[at + 1 : at + 4]]
    step = 2 if rest[:1] == ["a"] else 1
    if len(rest) >= step and rest[step - 1] in words.scales:
        value = words.scales[rest[step - 1]] / 2
        first = at - 1 if at and tokens[at - 1].lower in _ARTICLES else at
        return Spelled(first, at + step, value, value, vague=False)
    if rest[:1] == ["of"]:
        return Spelled(at, at, 1.0, 1.0, vague=False, of=2.0)
    return None


def _value(parts: Sequence[str], words: NumberFile) -> tuple[float, float] | None:
    """Return the lowest and highest number that number words mean; None where they make no number."""
    if parts[0] in words.vague:
        low, high = words.vague[parts[0]]
        scale = _product(parts[1:], words)
        return low * scale, (high + 1) * scale - 1 if scale > 1 else high
    if parts[0] in words.plural:
        low = words.plural[parts[0]]
        scale = _product(parts[1:], words)
        # "Tens of thousands" are from ten thousand to short of a hundred thousand.
        return low * scale, 10 * low * scale - 1
    if parts[0] not in words.values and parts[0] not in words.scales:
        return None
    value = _sum(parts, words)
    return value, value


def _product(parts: Sequence[str], words: NumberFile) -> int:
    scale = 1
    for p in parts:
        scale *= words.scales.get(p) or words.plural.get(p, 1)
    return scale


def _sum(parts: Sequence[str], words: NumberFile) -> float:
    total, current = 0, 0
    for p in parts:
        if p in words.values:
            current += words.values[p]
            continue
        scale = words.scales.get(p) or words.plural.get(p, 1)
        # "Two hundred five thousand": the thousand multiplies all that stands before it.
        if scale >= 1000:
            total, current = total + max(current, 1) * scale, 0
        else:
            current = max(current, 1) * scale
    return float(total + current)
