"""Phrases: all words below a word, those of a noun phrase, and what prepositions tie to a word."""

from collections.abc import Iterator

from dateline.parse.tree import Document, Token

_TIES = frozenset({"prep", "agent", "dative"})
_PREPOSITION_POS = frozenset({"ADP", "SCONJ", "VERB", "PART"})  # "including" and "according" are tagged VERB
_JOINED = frozenset({"of", "to", "with", "for"})  # second prepositions that tell the role ("out of", "along with")
_NOT_ITS_OWN = frozenset({"punct", "cc", "preconj"})


def indices(doc: Document, *tokens: Token) -> list[int]:
    """Return the indices of these tokens and all below them, sorted."""
    out: list[int] = []
    for token in tokens:
        out.extend(t.i for t in doc.subtree(token))
    return sorted(set(out))


def left_edge(doc: Document, head: Token) -> Token:
    """Return the first word of a noun phrase."""
    left = head
    while True:
        kids = doc.children(left)
        # ", and the army": a comma or an "and" before a noun is no word of its phrase.
        if not kids or kids[0].i >= left.i or kids[0].dep in _NOT_ITS_OWN:
            return left
        left = kids[0]


def after(doc: Document, token: Token, *preps: str) -> Iterator[Token]:
    """Yield the nouns and gerunds that these prepositions tie to a word ("to Ukraine", "of looting")."""
    for child in doc.children(token):
        if child.dep in _TIES and child.lower in preps:
            inner = doc.child(child, "pobj", "pcomp")
            if inner is not None:
                yield inner


def all_after(doc: Document, token: Token, *preps: str) -> Iterator[Token]:
    """Yield the nouns that these prepositions tie to a word, and what is coordinated with them."""
    for inner in after(doc, token, *preps):
        if inner.dep == "pobj":
            yield from doc.conjuncts(inner)


def prepositions(doc: Document, token: Token) -> Iterator[tuple[str, Token, Token]]:
    """Yield for each preposition of a word its name, itself, and the noun or gerund after it.

    "Out of X" gives X with both prepositions' names joined.
    """
    for prep in doc.children(token):
        if prep.dep not in _TIES or prep.pos not in _PREPOSITION_POS:
            continue
        for inner in doc.children(prep):
            if inner.dep in ("pobj", "pcomp"):
                yield prep.lower, prep, inner
            elif inner.dep == "prep":
                yield from _joined(doc, prep, inner)


def _joined(doc: Document, outer: Token, prep: Token) -> Iterator[tuple[str, Token, Token]]:
    for inner in doc.children(prep):
        if inner.dep in ("pobj", "pcomp"):
            # "Out of Gubio", "along with Chad", but "from behind the town" is told by "from".
            yield f"{outer.lower} {prep.lower}" if prep.lower in _JOINED else outer.lower, outer, inner
