"""What stands beside a noun to say who it is, and where the parser took a subject for such."""

from dateline.grammar.forms import FINITE, PAST_OR_PRESENT
from dateline.parse.tree import Document, Token

_WITHIN = frozenset({"appos", "compound", "amod", "pobj", "prep", "nmod", "nummod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BETWEEN = frozenset({"ADV", "AUX", "PART"})


def outside(doc: Document, token: Token) -> Token:
    """Return the noun that a word is in apposition to, or the word itself: the noun that the sentence attaches."""
    while token.dep == "appos" and token.head != token.i:
        token = doc.head(token)
    return token


def stolen_subject(doc: Document, verb: Token) -> Token | None:
    """Return the subject that the parser took for an apposition to the noun before: "…, an aide, Ms Abe, said."."""
    i = verb.i - 1
    while i > 0 and doc.tokens[i].pos in ("ADV", "PUNCT"):
        i -= 1
    best: Token | None = None
    token = doc.tokens[i]
    while token.dep in _WITHIN and token.head < verb.i:
        if token.dep == "appos" and doc.tokens[doc.subtree(token)[0].i - 1].text == ",":
            best = token
        token = doc.head(token)
    return best if best is not None and verb.tag in FINITE else None


def lost_subject(doc: Document, verb: Token) -> Token | None:
    """Return the noun before a finite verb that lost its subject in the parse; an aside in commas is passed."""
    if verb.tag not in PAST_OR_PRESENT:
        return None
    first, tokens = doc.sentence_of(verb).first, doc.tokens
    i = verb.i - 1
    while i >= first and tokens[i].pos in _BETWEEN:
        i -= 1
    # "Ada Thorn, who leads the bloc, said": what stands between the last two commas is passed.
    if i > first and tokens[i].text == ",":
        commas = [j for j in range(first, i) if tokens[j].text == ","]
        i = commas[-1] - 1 if commas else i
    token = tokens[i]
    return _top(doc, token, first, verb) if i >= first and token.pos in _NOMINAL else None


def _top(doc: Document, token: Token, first: int, verb: Token) -> Token:
    """Return the noun that a word before a verb is part of."""
    while token.dep in _WITHIN and first <= token.head < verb.i:
        above = doc.head(token)
        if above.pos not in _NOMINAL and above.dep != "prep":
            break
        token = above
    return token
