"""What "and" and "or" join, and what of the first the second shares."""

from dateline.grammar.forms import PAST_OR_PRESENT, is_infinitive, is_verb
from dateline.parse.tree import Document, Token

_BELOW = frozenset({"xcomp", "advcl", "acl"})


def first_of(doc: Document, token: Token) -> Token:
    """Return the first of what a token is coordinated with, or the token itself."""
    while token.dep == "conj" and token.head != token.i:
        token = doc.head(token)
    return token


def first_alike(doc: Document, token: Token) -> Token:
    """Return the first of what a token is coordinated with that it can share its governor and subject with.

    A finite verb is not of an infinitive's kind: "failed to agree and left" is tied by the parser to "agree", but
    belongs with "failed".
    """
    at = token
    while at.dep == "conj" and at.head != at.i:
        at = doc.head(at)
        if token.tag in PAST_OR_PRESENT and at.tag == "VB" and at.dep in _BELOW and is_infinitive(doc, at):
            above = doc.head(at)
            at = above if is_verb(above) else at
    return at


def shares(doc: Document, verb: Token) -> bool:
    """Tell whether a coordinated verb shares subject and auxiliaries with the one before it: it has none of its own."""
    return verb.dep == "conj" and not any(c.dep in ("aux", "nsubj") for c in doc.children(verb))


def joined_by_or(doc: Document, verb: Token) -> bool:
    """Tell "did not encourage or enable" from "did not agree and left"."""
    return any(c.dep == "cc" and c.lower in ("or", "nor") for c in doc.children(doc.head(verb)))
