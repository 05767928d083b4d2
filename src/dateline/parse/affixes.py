"""Where the tokenizer looks for what ends a word, so that a word of ten thousand brackets is cut in proportion."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer

_END = 32  # characters, more than any ending has but a row of full stops


def near_the_end(nlp: Language) -> None:
    """Let the tokenizer look for endings at the end of a word alone; what it finds stays the same.

    It takes them off one by one and searches the whole word again for each, which grows with the square of the length.
    """
    if not isinstance(nlp.tokenizer, Tokenizer):
        return
    whole = getattr(nlp.tokenizer.suffix_search, "__self__", None)
    if isinstance(whole, re.Pattern):
        nlp.tokenizer.suffix_search = search_end(whole)


def search_end(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """Return what finds the ending of a word as the pattern does, in time that does not hang on the word's length.

    The pattern sees what stands before the place where it begins; an ending that begins right there may begin earlier.
    """

    def search(word: str) -> re.Match[str] | None:
        begin = len(word) - _END
        if begin <= 0:
            return pattern.search(word)
        found = pattern.search(word, begin)
        return pattern.search(word) if found is not None and found.start() == begin else found

    return search
