"""Quotations that no cue introduces: they go on with what was said last, or belong to the subject before them."""

from dataclasses import dataclass

from dateline.lexicon.words.speech import Cue
from dateline.parse.tree import Document
from dateline.stages.statements.attribution import Attribution

FLOATING = Cue(lemma="", takes=("quote",), example="")


@dataclass(frozen=True, slots=True)
class Loose:
    """A quotation without a cue of its own, in tokens, and the paragraph that it stands in."""

    content: tuple[int, ...]
    first: int
    paragraph: int
    alone: bool


def attach(document: Document, loose: list[Loose], found: list[Attribution]) -> list[Attribution]:
    """Give loose quotations to the speech before them, or else to the subject of the words round or before them."""
    out: list[Attribution] = []
    for quote in loose:
        host = _host(document, quote, [*found, *out])
        if host is not None:
            host.content = sorted({*host.content, *quote.content})
            continue
        speaker = _subject_before(document, quote) if _is_speech(document, quote) else None
        if speaker is not None:
            out.append(
                Attribution(
                    cue=[], entry=FLOATING, pattern="floating", content=list(quote.content), speaker=speaker,
                    direct=True, by="floating",
                )
            )  # fmt: skip
    return out


def _is_speech(document: Document, quote: Loose) -> bool:
    """Tell speech from a title or slogan: it is introduced by a colon, or long enough."""
    # Three words alone in a paragraph may be speech, within a sentence only more than eight are.
    before = document.tokens[quote.content[0] - 2].text if quote.content[0] > 1 else ""
    return before == ":" or len(quote.content) > (3 if quote.alone else 8)


def _host(document: Document, quote: Loose, found: list[Attribution]) -> Attribution | None:
    """Return the last speech before a quotation, which goes on in its paragraph or in the one before."""
    best: Attribution | None = None
    for a in found:
        at = a.cue[0] if a.cue else a.content[0]
        # Only what takes quotations can go on in one: "condemned" cannot.
        if at >= quote.first or "quote" not in a.entry.takes or (best is not None and at < _place(best)):
            continue
        last = max((i for i in a.content if at < i < quote.first), default=at)
        if a.pattern in ("quote", "floating", "clause") and 0 <= quote.paragraph - _paragraph(document, last) <= 1:
            best = a
    # Indirect speech is gone on with in its own paragraph only, a quotation also in the next.
    if best is None or (not best.direct and _paragraph(document, _place(best)) != quote.paragraph):
        return None
    return best


def _place(a: Attribution) -> int:
    return a.cue[0] if a.cue else a.content[0]


def _paragraph(document: Document, i: int) -> int:
    return document.sentence_of(document.tokens[i]).paragraph


def _subject_before(document: Document, quote: Loose) -> int | None:
    """Return the subject of the words beside a quotation, or of the sentence before it."""
    inside = set(quote.content)
    sentence = document.sentence_of(document.tokens[quote.first])
    # "The minister was blunt: “…”": in a sentence of its own the quotation has a subject beside it.
    if not quote.alone:
        for t in document.tokens_of(sentence):
            if t.dep in ("nsubj", "nsubjpass") and t.i not in inside:
                return t.i
    if sentence.index == 0:
        return None
    previous = document.sentences[sentence.index - 1]
    subject = document.child(document.root(previous), "nsubj", "nsubjpass")
    return subject.i if subject is not None else None
