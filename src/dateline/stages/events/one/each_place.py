"""Another place is another event: an act that hit several named places is one event for each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.parse.tree import Token
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.who.later import at_place


def at_each_place(scene: Scene, found: Found) -> Iterator[Found]:
    """Yield the event once for each named place that was hit ("shelled Arbin and Jobar"), others as they are.

    Source: ACLED rule 1, another place is another event; the schema has it so too.
    """
    if found.type not in ("ASSAULT", "PROTEST") or found.place_span is None:
        yield found
        return
    head = scene.doc.head_of(found.place_span)
    chain = [] if head is None else _row(scene, head)
    places = [scene.index.place_over[t.i] for t in chain if t.i in scene.index.place_over]
    places = [(p, s) for p, s in places if not _holds_another(p, s, places)]
    narrow = [(p, s) for p, s in places if p.precision in ("town", "site", "district", "province")]
    # "Shelled Arbin and the whole south": a wide place in the row leaves open how many places were hit.
    if len({p.id for p, _ in narrow}) < 2 or len(narrow) != len(places):
        yield found
        return
    for n, (place, span) in enumerate({p.id: (p, s) for p, s in narrow}.values()):
        # Numbers are told of all the places together: they stay with the first.
        quantities = found.quantities if n == 0 else ()
        yield at_place(scene, replace(found, place=place, place_span=span, quantities=quantities), span)


def _row(scene: Scene, head: Token) -> list[Token]:
    """Return what a word is coordinated with, where a word says so: "in Golders Green, London" is one place."""
    chain = scene.doc.coordination(head)
    return chain if any(scene.doc.child(t, "cc") for t in chain) else []


def _holds_another(place: Place, span: Span, others: Sequence[tuple[Place, Span]]) -> bool:
    """Tell the province of an address, which the parser takes for one more of a row: "in Izium, Kharkiv Oblast"."""
    if place.precision in ("town", "site"):
        return False
    return any(span in p.evidence["admin1"].spans for p, _ in others if p.id != place.id and "admin1" in p.evidence)
