"""What a report has spoken of where a word stands: for words that mean one of its places without naming it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.gazetteer.reader import Entry
from dateline.parse.tree import Document, Sentence, Token

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

    @cached_property
    def _countries_at(self) -> list[int]:
        return sorted(self.countries)

    @cached_property
    def _places_at(self) -> list[int]:
        return sorted(self.places)

    def lately(self, document: Document, token: Token) -> str | None:
        """Return the one country of which the sentence has spoken before a word, else the sentence before."""
        for sentence in sentences_back(document, token, 1):
            told = {self.countries[i] for i in _before(sentence, token, self._countries_at)}
            if told:
                # Two countries before it leave open whose capital it is.
                return told.pop() if len(told) == 1 else None
        return None

    def latest(self, document: Document, token: Token, kinds: Collection[str]) -> Entry | None:
        """Return the one place of these kinds of which the latest of three sentences has spoken before a word."""
        for sentence in sentences_back(document, token, 2):
            places = (self.places[i] for i in _before(sentence, token, self._places_at))
            told = {place.id: place for place in places if place.kind in kinds}
            if told:
                return told.popitem()[1] if len(told) == 1 else None
        return None


def _before(sentence: Sentence, token: Token, words: Sequence[int]) -> Sequence[int]:
    """Return those of some words, in order of the text, that stand in a sentence before a word."""
    return words[bisect_left(words, sentence.first) : bisect_left(words, min(sentence.last, token.i))]


def sentences_back(document: Document, token: Token, steps: int) -> Iterator[Sentence]:
    """Yield the sentence of a word and so many before it, backwards."""
    here = document.sentence_of(token).index
    for index in range(here, max(here - steps, 0) - 1, -1):
        yield document.sentences[index]
