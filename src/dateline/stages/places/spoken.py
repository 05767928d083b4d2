"""What a report has spoken of where a word stands: for words that mean one of its places without naming it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dateline.gazetteer.reader import Entry
from dateline.parse.tree import Document, Sentence, Token

T = TypeVar("T")
HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What a report names: by token the country of a name or an adjective, and the place of which a name speaks.

    ``adjectives`` has the tokens that end an adjective of nationality.
    """

    countries: Mapping[int, str]
    places: Mapping[int, Entry]
    adjectives: Collection[int]

    @cached_property
    def mostly(self) -> str | None:
        """Return the country that more than half of all that the report names belongs to."""
        (code, times), *_ = Counter(self.countries.values()).most_common(1) or [("", 0)]
        return code if times > HALF * len(self.countries) else None

    def lately(self, document: Document, token: Token) -> str | None:
        """Return the one country of which the sentence has spoken before a word, else the sentence before."""
        for sentence in sentences_back(document, token, 1):
            told = set(_told(sentence, token, self.countries))
            if told:
                # Two countries before it leave open whose capital it is.
                return told.pop() if len(told) == 1 else None
        return None

    def latest(self, document: Document, token: Token, kinds: Collection[str]) -> Entry | None:
        """Return the one place of these kinds of which the latest of three sentences has spoken before a word."""
        for sentence in sentences_back(document, token, 2):
            told = {place.id: place for place in _told(sentence, token, self.places) if place.kind in kinds}
            if told:
                return told.popitem()[1] if len(told) == 1 else None
        return None


def _told(sentence: Sentence, token: Token, of: Mapping[int, T]) -> Iterator[T]:
    """Yield what the words of a sentence that stand before a word speak of."""
    return (of[i] for i in range(sentence.first, min(sentence.last, token.i)) if i in of)


def sentences_back(document: Document, token: Token, steps: int) -> Iterator[Sentence]:
    """Yield the sentence of a word and so many before it, backwards."""
    here = document.sentence_of(token).index
    for index in range(here, max(here - steps, 0) - 1, -1):
        yield document.sentences[index]
