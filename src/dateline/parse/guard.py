"""What the parser is told before it parses: what abbreviations stand for, and where no sentence begins."""

from collections.abc import Sequence

from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from dateline.lexicon.reading.abbreviations import Abbreviations

_QUOTES = frozenset({'"', "'", "''"})
_ENDS = frozenset(".!?…")


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
