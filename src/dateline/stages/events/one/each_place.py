"""Another place is another event: an act that hit several named places is one event for each."""

from collections.abc import Iterator
from dataclasses import replace

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
    chain = [] if head is None else scene.doc.coordination(head)
    places = [scene.index.place_over[t.i] for t in chain if t.i in scene.index.place_over]
    narrow = [(p, s) for p, s in places if p.precision in ("town", "site", "district", "province")]
    if len({p.id for p, _ in narrow}) < 2 or len(narrow) != len(places):
        yield found
        return
    for n, (place, span) in enumerate({p.id: (p, s) for p, s in narrow}.values()):
        # Numbers are told of all the places together: they stay with the first.
        quantities = found.quantities if n == 0 else ()
        yield at_place(scene, replace(found, place=place, place_span=span, quantities=quantities), span)
