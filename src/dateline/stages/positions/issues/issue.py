"""A proposition in the making, and small questions about its words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.lexicon.words.positions import Family
from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.positions.issues.parties import Term, is_yet_to_be
from dateline.stages.positions.view import PositionView

NAMED = frozenset({"GPE", "LOC", "FAC"})
_WORKS = frozenset({"LAW", "EVENT", "FAC", "PRODUCT", "WORK_OF_ART"})


@dataclass(slots=True)
class Issue:
    """A proposition in the making.

    ``head`` is its main word; ``path`` all words read on the way to it. ``turned``: the words deny it, so that the
    stance is the opposite. ``ended``: what is meant is its end. ``anaphor``: only a pronoun or "the move" stands for
    it. ``loose``: prepositions that the parser tied to a word above; ``names``: names that stand before such a word.
    """

    head: Token
    agent: Term | None = None
    theme: Term | None = None
    what: Term | None = None
    rest: list[tuple[str, Term]] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    family: Family | None = None
    ended: bool = False
    turned: bool = False
    anaphor: bool = False
    hedges: list[Span] = field(default_factory=list)
    path: list[Token] = field(default_factory=list)
    owner: Term | None = None
    taker: Term | None = None
    names: list[Token] = field(default_factory=list)
    loose: list[tuple[Token, Token]] = field(default_factory=list)
    label: str = ""
    key: str = ""

    @property
    def known(self) -> bool:
        """Tell whether the issue is a known kind of act or measure, with something that tells it from others."""
        if self.family is None:
            return False
        parties = (self.agent, self.theme, self.what, *self.rest, *self.modifiers)
        return self.family.alone or any(p is not None for p in parties)


def preps(token: Token, view: PositionView) -> Iterator[tuple[Token, Token]]:
    """Yield the prepositions after a word with their nouns or gerunds; "out of X" gives X."""
    for child in view.doc.children(token):
        if child.dep in ("prep", "agent", "dative") and child.i > token.i:
            inner = view.doc.child(child, "pobj", "pcomp")
            if inner is None:
                # "Out of the town": the second preposition has the noun.
                deeper = view.doc.child(child, "prep")
                inner = view.doc.child(deeper, "pobj", "pcomp") if deeper is not None else None
            if inner is not None:
                yield child, inner


def noun_lemma(token: Token, view: PositionView) -> str:
    """Return the lemma of a noun; a gerund keeps its form, a hyphen joins ("cease-fire")."""
    # "Shelling" is not "shell", and "ceasefire", "cease-fire", "cease fire" are one.
    lemma = token.lower if token.tag == "VBG" else token.lemma.lower()
    before = view.doc.tokens[token.i - 1] if token.i else None
    first = view.doc.hyphened(token)
    pairs = [f"{first}-{lemma}" if first else "", f"{before.lower} {lemma}" if before is not None else ""]
    return next((p for p in pairs if p in view.lexicon.nouns), lemma)


def is_somebody(token: Token, view: PositionView) -> bool:
    """Tell whether a noun is somebody, and not a body yet to be ("a peacekeeping force")."""
    actor = view.actor(token)
    if actor is None:
        # "The Oslo Accords" are a work and nobody.
        return token.pos == "PROPN" and token.ent not in _WORKS
    return not is_yet_to_be(token, view)


def gerund(lemma: str, doubling: frozenset[str]) -> str:
    """Return the -ing form of a verb, its particle after it."""
    verb, _, particle = lemma.partition(" ")
    stem = verb
    if verb.endswith("ie"):
        stem = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        stem = verb[:-1]
    elif _doubles(verb) or verb in doubling:
        stem = verb + verb[-1]
    return f"{stem}ing {particle}".strip()


def _doubles(verb: str) -> bool:
    """Tell a short verb that doubles its last letter ("stop", "cut")."""
    vowels = "aeiou"
    ends = len(verb) > 2 and verb[-1] not in vowels + "wxy" and verb[-2] in vowels and verb[-3] not in vowels
    return ends and len(verb) <= 4 and verb != "open"
