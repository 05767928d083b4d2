"""Who is meant by the leaders, the sides, the parties after talks: those who met.

A readout names those who met once, and goes on with "the leaders discussed", "they agreed", "it was agreed".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.draft import Argument
from dateline.lexicon.reading.grammar import grammar_words
from dateline.model.base import Span
from dateline.model.closed import EventType
from dateline.parse.tree import Token
from dateline.stages.events.scene.found import VERBAL, Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, join, keep

_TWO = 2
_REACH = 4  # sentences back to which "they" reaches; nouns reach farther
_OUTCOMES: frozenset[EventType | None] = frozenset({"AGREE"})


def of_those_who_met(scene: Scene, found: Iterable[Found]) -> Iterator[Found]:
    """Yield mentions, in order of the text, with those who met where words stand for them."""
    met, at = NOBODY, 0
    for f in found:
        told = _with(f, met, words) if met and (words := _stand_in(scene, f, at)) is not None else f
        sides = _named(scene, join(Party(told.actors, told.actor_spans), told.recipient))
        # A doubtful meeting, or one side of it, leaves nobody to come back to.
        if told.type == "CONSULT" and told.doubt is None and len(sides.ids) >= _TWO:
            met, at = sides, scene.sentence(f.clause)
        yield told


def _with(found: Found, met: Party, words: Span) -> Found:
    """Return a mention whose actors are those who met, by the words that stand for them."""
    # The words that stand for them are the evidence, not the names of the sentence before.
    actors = Party(met.ids, (words,) * len(met.ids))
    others = keep(found.recipient, lambda i, _: i not in met.ids)
    return replace(found, actors=actors.ids, actor_spans=actors.spans).with_recipients(others)


def _named(scene: Scene, party: Party) -> Party:
    """Return those who have a name: "talks with rebels" leaves nobody to come back to."""
    return keep(party, lambda i, _: i in scene.index.named)


def _stand_in(scene: Scene, found: Found, at: int) -> Span | None:
    """Return the words that stand for those who met, in a sentence ``at``, as who does an act."""
    # "The leaders shelled" is some other leaders' deed: those who met only speak.
    if found.type not in VERBAL:
        return None
    doers = [a for a in found.clause.arguments if a.role == "agent"]
    # "It was agreed": after talks a passive has those who met for its doer.
    if not doers and not found.actors and found.type in _OUTCOMES:
        return found.clause.span
    return next((a.span for a in doers if _is_collective(scene, a, found, at)), None)


def _is_collective(scene: Scene, doer: Argument, found: Found, at: int) -> bool:
    token = scene.token(doer)
    if token.lower in grammar_words().plural:
        near = scene.index.sentence(token.i) - at <= _REACH
        # "They" that was resolved to two named parties needs no help.
        return near and not _named(scene, Party(found.actors, found.actor_spans)).ids[1:]
    return token.lemma.lower() in scene.words.who.collectives and _is_bare(scene, token)


def _is_bare(scene: Scene, token: Token) -> bool:
    """Tell "the leaders", "the two heads of state" from "leaders of the party" and "Kenyan ministers"."""
    if token.tag != "NNS" or scene.doc.child(token, "amod", "compound", "poss", "appos", "relcl", "acl") is not None:
        return False
    links = [p for c in scene.doc.children(token) if c.dep == "prep" for p in scene.doc.children(c)]
    return all(p.lemma.lower() in scene.words.who.offices for p in links)
