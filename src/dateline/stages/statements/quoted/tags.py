"""The cue of a quotation: before it, after it, or at the end of the paragraph before."""

from dateline.grammar.forms import PAST_OR_PRESENT, is_finite, is_verb
from dateline.grammar.quotes import Quote
from dateline.lexicon.words.speech import SpeechLexicon
from dateline.parse.tree import Document, Token
from dateline.stages.statements.quoted.units import LINKS, Unit

REACH = 30  # tokens between a quotation and its cue
_TAG_MARKS = frozenset({",", "!", "?"})


def cue_for(document: Document, unit: Unit, n: int, lexicon: SpeechLexicon) -> Token | None:
    """Return the cue of a unit's n-th quotation: one that leads to it, or else the first after it."""
    quote = unit.quotes[n]
    left_edge = unit.quotes[n - 1].last + 1 if n else unit.first
    right_edge = unit.quotes[n + 1].first if n + 1 < len(unit.quotes) else unit.last
    left = _last_cue(document, left_edge, quote.first, lexicon)
    right = _first_cue(document, quote.last + 1, right_edge, lexicon)
    # ", he said: “…”": what leads in stands right before the mark.
    linked = quote.first > left_edge and (
        document.tokens[quote.first - 1].text in LINKS or (left is not None and left.i == quote.first - 1)
    )
    # "He spoke. “We won,” said Thorn": a finite verb of saying after the comma outweighs what led in.
    if left is not None and linked and not (right is not None and _is_tag(document, quote, right)):
        return left
    return right or left or _any_tag(document, quote, right_edge)


def is_tail(document: Document, cue: Token, quote: Quote) -> bool:
    """Tell whether a quotation only ends a clause begun between it and the cue: "said he was glad, “like you.”"."""
    if cue.i > quote.first or document.tokens[quote.first - 1].text == ":":
        return False
    return any(
        c.dep == "ccomp" and cue.i < c.i < quote.first and is_finite(document, c) for c in document.children(cue)
    )


def _any_tag(document: Document, quote: Quote, end: int) -> Token | None:
    """Return a verb that is no cue elsewhere but must be one after a quotation: "“We won!” beamed Cooper."."""
    # "“We won!” beamed Thorn": any verb will do after such a mark, and after a comma.
    if document.tokens[quote.words()[1] - 1].text not in _TAG_MARKS:
        return None
    for i in range(quote.last + 1, min(end, quote.last + 12)):
        token = document.tokens[i]
        if token.pos == "VERB" and token.tag in ("VBD", "VBZ"):
            subject = document.child(token, "nsubj")
            return token if subject is not None and quote.last < subject.i < end else None
    return None


def _is_tag(document: Document, quote: Quote, cue: Token) -> bool:
    """Tell whether a cue right after a quotation that ends in a comma is a finite verb with its subject there."""
    if document.tokens[quote.last - 1].text != "," or cue.tag not in PAST_OR_PRESENT:
        return False
    subject = document.child(cue, "nsubj")
    return subject is not None and subject.i > quote.last and cue.i - quote.last < 8


def _last_cue(document: Document, first: int, end: int, lexicon: SpeechLexicon) -> Token | None:
    for i in range(end - 1, max(first, end - REACH) - 1, -1):
        if _is_cue(document, document.tokens[i], lexicon):
            return document.tokens[i]
    return None


def _first_cue(document: Document, first: int, end: int, lexicon: SpeechLexicon) -> Token | None:
    for i in range(first, min(end, first + REACH)):
        if _is_cue(document, document.tokens[i], lexicon):
            return document.tokens[i]
    return None


def _is_cue(document: Document, token: Token, lexicon: SpeechLexicon) -> bool:
    # The parser takes "said" for an adjective or a noun now and then.
    if not is_verb(token) and token.lower not in ("said", "says"):
        return False
    uses = lexicon.verbs.get(token.lemma.lower())
    if uses is None or "quote" not in uses.by_pattern:
        return False
    # "A plan said to be dead": a bare participle is no cue of a quotation.
    return not (token.tag == "VBN" and token.dep in ("advcl", "acl") and not document.child(token, "aux", "auxpass"))


def carried(document: Document, before: Unit, lexicon: SpeechLexicon) -> Token | None:
    """Return the cue of a unit that ends in a colon and has no quotation of its own ("She went on:")."""
    if before.quotes or document.tokens[before.last - 1].text != ":":
        return None
    return _last_cue(document, before.first, before.last, lexicon)
