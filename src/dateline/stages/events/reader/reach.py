"""What may fill the fields of an event: actors, places and dated times in reach of its mentions, or chosen by rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.draft import Mention
from dateline.model.base import Span
from dateline.model.entities import Place, Time
from dateline.parse.tree import Token
from dateline.stages.events.one.merging import Group
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

T = TypeVar("T")
_FILING = frozenset({"byline", "credit", "dateline"})
_BACK, _AHEAD = 2, 1
"""Sentences before and after a mention that are in its reach."""


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """Something that may fill a field, its words that stand nearest to the event, and the mention that is nearest."""

    what: T
    span: Span
    mention: Found


def parties(scene: Scene, group: Group, event: Found) -> Iterator[Near[Mention]]:
    """Yield for each actor in reach its nearest mention."""
    chosen = {*event.actors, *event.recipients}
    for actor, mentions in scene.index.mentions_of.items():
        yield from _nearest(scene, group, ((m, m.head, m.span) for m in mentions), chosen=actor in chosen)


def places(scene: Scene, group: Group, event: Found) -> Iterator[Near[Place]]:
    """Yield each place in reach."""
    for place in scene.draft.places:
        heads = [
            (place, h.i, s) for s in place.mentions if (h := scene.doc.head_of(s)) is not None and _tells(scene, h)
        ]
        yield from _nearest(scene, group, heads, chosen=event.place is not None and event.place.id == place.id)


def times(scene: Scene, group: Group, event: Found) -> Iterator[Near[Time]]:
    """Yield each time in reach whose days are known."""
    for time in scene.draft.times:
        head = scene.doc.head_of(time.span)
        if time.start is not None and head is not None:
            chosen = event.when is not None and event.when.time.id == time.id
            yield from _nearest(scene, group, [(time, head.i, time.span)], chosen=chosen)


def _apart(scene: Scene, head: int, mention: Found) -> int:
    """Return how many sentences a word stands after a mention of an event."""
    return scene.doc.sentence_of(scene.doc.tokens[head]).index - scene.sentence(mention.clause)


def _tells(scene: Scene, head: Token) -> bool:
    """Tell running text from the line that says where and by whom a report was filed."""
    return scene.doc.sentence_of(head).part not in _FILING


def _nearest(scene: Scene, group: Group, words: Iterable[tuple[T, int, Span]], *, chosen: bool) -> Iterator[Near[T]]:
    """Yield the words and the mention that stand nearest to each other, if within reach or chosen anyway."""
    best = min(
        (
            (_apart(scene, head, f) != 0, abs(head - f.clause.token), n, what, head, span, f)
            for n, (what, head, span) in enumerate(words)
            for f in group.members
        ),
        key=lambda row: row[:3],
        default=None,
    )
    if best is None:
        return
    _, _, _, what, head, span, mention = best
    if chosen or -_BACK <= _apart(scene, head, mention) <= _AHEAD:
        yield Near(what, span, mention)
