"""What a number counts: the noun that it belongs to."""

from dateline.lexicon.words.money import load_money
from dateline.parse.tree import Document, Token
from dateline.stages.numbers.count import Count

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
_LOOSE = frozenset({"VBN", "VBG"})
_OF_WORDS = frozenset({"DET", "PRON", "ADJ", "NUM"})


def find_noun(number: Count, doc: Document) -> int | None:
    """Return the index of the noun counted, None where the number stands alone or is money."""
    if number.currency is not None:
        return None
    tokens = doc.tokens_in(number.span)
    if not tokens:
        return None
    last = tokens[-1]
    end = doc.sentence_of(last).last
    by_tree = _by_tree(tokens, doc)
    if by_tree is not None and by_tree.i < end:
        return by_tree.i
    by_order = _by_order(last, end, doc)
    return None if by_order is None else by_order.i


def _by_tree(tokens: list[Token], doc: Document) -> Token | None:
    """Return the noun that the parse makes the number's head."""
    own = {t.i for t in tokens}
    for token in tokens:
        head = doc.head(token)
        if head.i in own or head.i < token.i:
            continue
        if token.dep in ("nummod", "amod", "det", "quantmod", "compound", "predet") and _is_noun(head):
            return head
    return None


def _by_order(last: Token, end: int, doc: Document) -> Token | None:
    """Return the last noun of the phrase after the number, past "of the" and "more"."""
    i = last.i + 1
    if i < end and doc.tokens[i].text == "-":
        return None
    while i < end and doc.tokens[i].lower in load_money().numbers.lists.after:
        i += 1
    if i < end and doc.tokens[i].lower == "of":
        i += 1
        while i < end and (doc.tokens[i].pos in _OF_WORDS) and not _is_noun(doc.tokens[i]):
            i += 1
    return _end_of_phrase(i, end, doc)


def _end_of_phrase(i: int, end: int, doc: Document) -> Token | None:
    noun: Token | None = None
    while i < end:
        token = doc.tokens[i]
        if _is_noun(token):
            if i + 1 < end and doc.tokens[i + 1].tag == "POS":
                noun, i = None, i + 2
                continue
            noun = token
            if token.tag in ("NNS", "NNPS"):
                return noun
        elif noun is not None or not (token.pos in _INSIDE or token.tag in _LOOSE or token.text == "-"):
            break
        i += 1
    return noun


def _is_noun(token: Token) -> bool:
    return (token.pos in _NOUNS and token.text[0].isalnum()) or token.lower in ("others", "people")
