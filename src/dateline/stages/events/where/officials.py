"""Where an act took place that only its teller places: the area that an official speaks for."""

from collections.abc import Iterator

from dateline.draft import Clause
from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.parse.tree import Token
from dateline.stages.events.scene.lookups import Scene

_MAX_UP = 4
_OWN = frozenset({"compound", "nmod", "poss", "amod"})
# "The president of Chad said": who speaks for a whole state speaks of any place in it.
_WIDE = frozenset({"country", "region", "water"})


def area_of_teller(scene: Scene, clause: Clause) -> tuple[Place, Span] | None:
    """Return the place in a title: "Belgorod Governor X said that shelling had killed one" is told of Belgorod.

    Only the officials of a region or a town count, and only where they tell of it themselves.
    """
    at = scene.clause(clause.governor)
    for _ in range(_MAX_UP):
        if at is None:
            return None
        agent = at.get("agent")
        # Only the nearest teller: who is quoted by the governor may speak of anywhere.
        if agent is not None and at.lemma in scene.words.shared.reporting:
            return next(_areas(scene, scene.token(agent)), None)
        at = scene.clause(at.governor)
    return None


def _areas(scene: Scene, speaker: Token) -> Iterator[tuple[Place, Span]]:
    """Yield the places in the words of a speaker that holds an office of a place."""
    words = [speaker, *(c for c in scene.doc.children(speaker) if c.dep in _OWN or c.dep == "appos")]
    offices = [t for t in words if t.lemma.lower() in scene.words.where.local_offices]
    for office in offices:
        # "Chief of police in Gubio", "Governor of Borno", "Gubio Mayor".
        of = [c for c in scene.doc.children(office) if c.dep == "prep" and c.lower in ("of", "for", "in")]
        named = [*words, *scene.doc.children(office), *(t for p in of for t in scene.doc.children(p))]
        for token in named:
            found = scene.index.place_over.get(token.i)
            if found is not None and found[0].precision not in _WIDE:
                yield found
