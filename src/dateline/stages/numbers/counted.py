"""What a number counts: the noun that it belongs to."""

from dateline.lexicon.words.money import load_money
from dateline.parse.tree import Document, Token
from dateline.stages.numbers.count import Count

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
_LOOSE = frozenset({"VBN", "VBG"})
_PLURAL = frozenset({"NNS", "NNPS"})
_OF_WORDS = frozenset({"DET", "PRON", "ADJ", "NUM"})


class Counted:
    """Finds what the numbers of a report count."""

    def __init__(self, doc: Document) -> None:
        """Keep the report."""
        self._doc = doc
        self._ends: dict[int, Token | None] = {}

    def noun(self, number: Count) -> int | None:
        """Return the index of the noun counted, None where the number stands alone or is money."""
        if number.currency is not None:
            return None
        tokens = self._doc.tokens_in(number.span)
        if not tokens:
            return None
        last = tokens[-1]
        end = self._doc.sentence_of(last).last
        by_tree = _by_tree(tokens, self._doc)
        if by_tree is not None and by_tree.i < end:
            return by_tree.i
        by_order = self._by_order(last, end)
        return None if by_order is None else by_order.i

    def _by_order(self, last: Token, end: int) -> Token | None:
        """Return the last noun of the phrase after the number, past "of the" and "more"."""
        i, doc = last.i + 1, self._doc
        if i < end and doc.tokens[i].text == "-":
            return None
        while i < end and doc.tokens[i].lower in load_money().numbers.lists.after:
            i += 1
        if i < end and doc.tokens[i].lower == "of":
            i += 1
            while i < end and (doc.tokens[i].pos in _OF_WORDS) and not _is_noun(doc.tokens[i]):
                i += 1
        return self._end_of_phrase(i, end)

    def _end_of_phrase(self, i: int, end: int) -> Token | None:
        """Return the noun at the end of the phrase; each word of a long row of numbers is passed once."""
        noun, tokens, passed = None, self._doc.tokens, []
        while i < end:
            token = tokens[i]
            if noun is None:
                if i in self._ends:
                    noun = self._ends[i]
                    break
                passed.append(i)
            if _is_noun(token):
                # "Nine of Chad's soldiers": a genitive opens a phrase of its own.
                if i + 1 < end and tokens[i + 1].tag == "POS":
                    noun, i = None, i + 2
                    continue
                noun = token
                # "Sent nine soldiers officials said": a plural ends what is counted.
                if token.tag in _PLURAL:
                    break
            elif noun is not None or not (token.pos in _INSIDE or token.tag in _LOOSE or token.text == "-"):
                break
            i += 1
        self._ends.update(dict.fromkeys(passed, noun))
        return noun


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


def _is_noun(token: Token) -> bool:
    return (token.pos in _NOUNS and token.text[0].isalnum()) or token.lower in ("others", "people")
