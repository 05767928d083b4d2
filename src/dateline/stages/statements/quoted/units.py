"""Whole quotations, and the writer's sentences that they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.grammar.forms import FINITE, PAST_OR_PRESENT, is_verb
from dateline.grammar.quotes import Quote, ends_like_speech, paragraphs
from dateline.lexicon.words.speech import SpeechLexicon
from dateline.parse.tree import Document

LINKS = frozenset({",", ":", "that", "-", "—", "–", "--"})
_STOPS = frozenset({".", "!", "?"})


@dataclass(slots=True)
class Unit:
    """A sentence of the writer's, its whole quotations taken as one word each."""

    first: int
    last: int
    paragraph: int
    quotes: list[Quote] = field(default_factory=list)

    def outside(self) -> Iterator[int]:
        """Yield the tokens that stand in none of the quotations."""
        at = self.first
        for quote in self.quotes:
            yield from range(at, quote.first)
            at = quote.last + 1
        yield from range(at, self.last)


def is_whole(document: Document, quote: Quote, lexicon: SpeechLexicon) -> bool:
    """Tell a quotation that is speech of its own from quoted words in the writer's sentence."""
    start, end = quote.words()
    # A paragraph that opens with a mark goes on with speech, closed or not.
    if end <= start or quote.follows:
        return end > start
    if quote.first == 0:
        opens = True
        before = None
    else:
        before = document.tokens[quote.first - 1]
        # "The so-called “plan”": only after a stop, a comma, a colon or a verb of saying does speech begin.
        opens = (
            before.text in _STOPS
            or before.text in LINKS
            or before.text in ('"', ")", "]")
            or _starts(document, quote.first)
        )
    if before is not None and not opens:
        uses = lexicon.verbs.get(before.lemma.lower())
        opens = uses is not None and "quote" in uses.by_pattern and is_verb(before)
    if not opens:
        return False
    finite = any(document.tokens[i].tag in FINITE for i in range(start, end))
    # "He called it “a gift.”": after a comma, a few words that end like speech are still only quoted words.
    if ends_like_speech(document, quote):
        return finite or before is None or before.text != "," or end - start > 3
    return finite and before is not None and before.text != ","


def _starts(document: Document, i: int) -> bool:
    sentence = document.sentence_of(document.tokens[i])
    before = document.tokens[i - 1]
    return document.sentence_of(before).paragraph != sentence.paragraph


def find_units(document: Document, whole: list[Quote]) -> Iterator[Unit]:
    """Cut paragraphs into units at full stops outside whole quotations, and after quotations that end a sentence."""
    at = 0
    for first, last in paragraphs(document):
        number = document.sentence_of(document.tokens[first]).paragraph
        inside: list[Quote] = []
        while at < len(whole) and whole[at].first < last:
            inside.append(whole[at])
            at += 1
        yield from _cut(document, first, last, number, inside)


def _cut(document: Document, first: int, last: int, paragraph: int, inside: list[Quote]) -> Iterator[Unit]:
    starts = {q.first: q for q in inside}
    unit = Unit(first, first, paragraph)
    i = first
    while i < last:
        quote = starts.get(i)
        if quote is not None:
            unit.quotes.append(quote)
            i = quote.last + 1
            ends = _ends_after(document, quote, last)
        else:
            # "Col. Thorn": a stop ends a sentence only where the parser took it for one.
            ends = document.tokens[i].text in _STOPS and document.tokens[i].tag == "."
            i += 1
        if ends or i >= last:
            unit.last = i
            yield unit
            unit = Unit(i, i, paragraph)


def _ends_after(document: Document, quote: Quote, last: int) -> bool:
    """Tell whether the writer's sentence ends with a quotation."""
    if quote.last + 1 >= last or not quote.closed:
        return True
    inner = document.tokens[quote.last - 1]
    after = document.tokens[quote.last + 1]
    # "“We won”.": the stop outside ends the sentence, and comes next.
    if after.text in _STOPS:
        return False
    if inner.text in (".", "...", "…") or (inner.text in _STOPS and after.text == '"'):
        # "“We won.” said Thorn": a small letter or a verb after the mark goes on with the sentence.
        return not after.text.islower() and after.pos != "VERB" and not _bare_tag(document, quote.last + 1, last)
    if inner.text in ("!", "?"):
        return not _tag_follows(document, quote.last + 1, last)
    return False


def _bare_tag(document: Document, first: int, last: int) -> bool:
    """Tell whether nothing but a name and a verb of saying follows ("… to the end.” Cooper said.")."""
    end = next((i for i in range(first, min(first + 6, last)) if document.tokens[i].text in _STOPS), None)
    if end is None or end - first < 2:
        return False
    *name, verb = document.tokens[first:end]
    return verb.lower in ("said", "says") and all(t.pos in ("PROPN", "NOUN", "DET", "PRON") for t in name)


def _tag_follows(document: Document, first: int, last: int) -> bool:
    """Tell whether a short sentence with a verb of its own and no clause below it follows ("the driver asked.")."""
    for i in range(first, min(first + 14, last)):
        token = document.tokens[i]
        if token.text in _STOPS or token.text == '"':
            return False
        if token.tag in PAST_OR_PRESENT:
            return token.pos == "VERB"
    return False
