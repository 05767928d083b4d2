"""What was shot down is told beside its launch: one act, and prevented where all of it was stopped."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.stages.events.scene.beside import around, by_sentence
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_WEAPONS = frozenset({"drone", "heavy-weapons", "aerial"})


def join_interceptions(scene: Scene, found: Iterable[Found]) -> list[Found]:
    """Drop "air defences shot down 18 of them" beside the launch; where all were stopped, the launch was prevented.

    Source: the schema's cuts ("all drones were shot down": prevented) and ACLED rule 11.
    """
    told = list(found)
    out, places = dict(enumerate(told)), by_sentence(scene, told)
    for n, f in enumerate(told):
        # "Repelled an attack" stops no weapon in the air: only what was shot down belongs to a launch.
        if f.match.frame.status != "prevented" or not set(f.modes) & _WEAPONS:
            continue
        here = scene.sentence(f.clause)
        kin = [i for i in around(places, here - 1, here + 1) if i != n and i in out and _launch(out[i], f)]
        if not kin:
            continue
        at = min(kin, key=lambda i: abs(told[i].clause.token - f.clause.token))
        launch = out[at]
        del out[n]
        if _all_stopped(scene, f, launch):
            out[at] = replace(launch, status="prevented", factuality=-2.0)
    return list(out.values())


def _launch(g: Found, f: Found) -> bool:
    return g.type == "ASSAULT" and g.status == "occurred" and bool(set(g.modes) & set(f.modes))


def _all_stopped(scene: Scene, f: Found, launch: Found) -> bool:
    """Tell "all 12 drones" and equal numbers from a part."""
    doc = scene.doc
    theme = f.clause.get("theme")
    if theme is None:
        return False
    head = doc.tokens[theme.head]
    said = {c.lower for c in (head, *doc.children(head))} & scene.words.toll.all
    # "Shot down a drone": of one there is no rest that came through.
    if doc.tokens[launch.clause.token].head == head.i or (
        head.tag == "NN" and not any(c.dep == "nummod" for c in doc.children(head))
    ):
        return True  # "intercepted a missile fired by …": what was shot down is what was launched
    fired, downed = ({q.low for q in x.quantities if q.kind == "item"} for x in (launch, f))
    return bool(said) or (bool(fired) and fired == downed)
