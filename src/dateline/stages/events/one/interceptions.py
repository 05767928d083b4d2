"""What was shot down is told beside its launch: one act, and prevented where all of it was stopped."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_WEAPONS = frozenset({"drone", "heavy-weapons", "aerial"})


def join_interceptions(scene: Scene, found: Iterable[Found]) -> list[Found]:
    """Drop "air defences shot down 18 of them" beside the launch; where all were stopped, the launch was prevented.

    Source: the schema's cuts ("all drones were shot down": prevented) and ACLED rule 11.
    """
    out = list(found)
    for f in tuple(out):
        if f.match.frame.status != "prevented" or not set(f.modes) & _WEAPONS:
            continue
        kin = [g for g in out if g is not f and _launch(scene, g, f)]
        if not kin:
            continue
        launch = min(kin, key=lambda g: abs(g.clause.token - f.clause.token))
        out.remove(f)
        if _all_stopped(scene, f, launch):
            out[out.index(launch)] = replace(launch, status="prevented", factuality=-2.0)
    return out


def _launch(scene: Scene, g: Found, f: Found) -> bool:
    near = abs(scene.sentence(g.clause) - scene.sentence(f.clause)) <= 1
    return near and g.type == "ASSAULT" and g.status == "occurred" and bool(set(g.modes) & set(f.modes))


def _all_stopped(scene: Scene, f: Found, launch: Found) -> bool:
    """Tell "all 12 drones" and equal numbers from a part."""
    doc = scene.doc
    theme = f.clause.get("theme")
    if theme is None:
        return False
    head = doc.tokens[theme.head]
    said = {c.lower for c in (head, *doc.children(head))} & scene.words.toll.all
    if doc.tokens[launch.clause.token].head == head.i or (
        head.tag == "NN" and not any(c.dep == "nummod" for c in doc.children(head))
    ):
        return True  # "intercepted a missile fired by …": what was shot down is what was launched
    fired, downed = ({q.low for q in x.quantities if q.kind == "item"} for x in (launch, f))
    return bool(said) or (bool(fired) and fired == downed)
