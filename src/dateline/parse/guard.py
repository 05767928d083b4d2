"""What the parser is told before it parses: where words end, what abbreviations mean, where no sentence begins."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from dateline.lexicon.reading.abbreviations import Abbreviations

T = TypeVar("T")
_QUOTES = frozenset({'"', "'", "''"})
_ENDS = frozenset(".!?…")
_REMEMBERED = 1 << 14  # words: most of what reports are written with
_AFTER_STOP = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"
_LONGEST = 32  # characters, more than any ending of a word has but a row of full stops


def teach_abbreviations(nlp: Language, abbreviations: Abbreviations) -> None:
    """Make each abbreviation one token that the parser reads as the word it stands for."""
    if not isinstance(nlp.tokenizer, Tokenizer):
        return
    for printed, word in abbreviations.words.items():
        nlp.tokenizer.add_special_case(printed, [{ORTH: printed, NORM: word}])


def find_guarded(words: Sequence[str], abbreviations: Abbreviations) -> list[int]:
    """Return the places of tokens that begin no sentence, whatever the parser thinks.

    None begins after an abbreviation that is never the last word, nor with a small letter after an abbreviation or
    after a quotation that closes ('"Why?" asked the minister').
    """
    out = []
    for i in range(1, len(words)):
        before, first = words[i - 1], words[i][0]
        if before in abbreviations.never_last or (
            (first.islower() and (before in abbreviations.words or _closes_quote(words, i - 1)))
            or (first.isdigit() and before in abbreviations.words)
        ):
            out.append(i)
    return out


def _closes_quote(words: Sequence[str], i: int) -> bool:
    """Tell a quotation mark after the end of a sentence."""
    return words[i] in _QUOTES and i > 0 and words[i - 1][-1] in _ENDS


def quicken_tokenizer(nlp: Language) -> None:
    """Let the tokenizer look for endings at the end of a word alone, and ask of a word once; its tokens stay the same.

    It takes endings off one by one and searches the whole word again for each, which grows with the square of the
    length; and all that it remembers of words is lost with each batch.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    whole, infixes = getattr(tokenizer.suffix_search, "__self__", None), tokenizer.infix_finditer
    if isinstance(whole, re.Pattern):
        tokenizer.suffix_search = remembered(search_end(whole))
    if infixes is not None:
        tokenizer.infix_finditer = remembered(lambda word: tuple(infixes(word)))
    for name in ("prefix_search", "url_match"):
        asked = getattr(tokenizer, name)
        if asked is not None:
            setattr(tokenizer, name, remembered(asked))


def remembered(ask: Callable[[str], T]) -> Callable[[str], T]:
    """Return what answers as this does, and remembers the latest words of ordinary length."""
    known = lru_cache(maxsize=_REMEMBERED)(ask)
    return lambda word: known(word) if len(word) <= _LONGEST else ask(word)


def part_abbreviations(nlp: Language) -> None:
    """Let the tokenizer part "U.S.-led" as it parts "NATO-led": a hyphen after a full stop is one between words too."""
    if not isinstance(nlp.tokenizer, Tokenizer):
        return
    whole = getattr(nlp.tokenizer.infix_finditer, "__self__", None)
    if isinstance(whole, re.Pattern):
        nlp.tokenizer.infix_finditer = re.compile(f"{whole.pattern}|{_AFTER_STOP}", whole.flags).finditer


def search_end(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """Return what finds the ending of a word as the pattern does, in time that does not hang on the word's length.

    The pattern sees what stands before the place where it begins; an ending that begins right there may begin earlier.
    """

    def search(word: str) -> re.Match[str] | None:
        begin = len(word) - _LONGEST
        if begin <= 0:
            return pattern.search(word)
        found = pattern.search(word, begin)
        return pattern.search(word) if found is not None and found.start() == begin else found

    return search
