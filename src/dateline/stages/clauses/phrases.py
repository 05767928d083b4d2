"""Arguments made from the words of a sentence."""

from collections.abc import Iterator

from dateline.draft import Argument
from dateline.grammar.phrases import left_edge, prepositions
from dateline.parse.tree import Document, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def argument(doc: Document, role: str, head: Token, prep: str | None = None) -> Argument:
    """Make an argument from its head token; a clause's argument is the verb alone."""
    # A clause as an argument is its verb: its words are its own.
    first = left_edge(doc, head).start if head.pos in _NOMINAL else head.start
    return Argument(role=role, head=head.i, span=(min(first, head.start), head.end), prep=prep)


def prepositional(doc: Document, token: Token) -> Iterator[Argument]:
    """Yield the prepositional arguments of a token; after a passive verb "by X" gives the agent."""
    for name, prep, inner in prepositions(doc, token):
        by = prep.dep == "agent" and inner.dep == "pobj" and inner.head == prep.i
        yield argument(doc, "agent" if by else name, inner, name)
