"""What all mentions of an event say together."""

from dataclasses import replace

from dateline.model.closed import Mode
from dateline.stages.events.one.merging import WIDE, Group
from dateline.stages.events.scene.found import Found, joined
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, join
from dateline.stages.events.who.later import apart, counts_harmed, of_both

_LEAD = 2  # sentences from a headline within which its story is told again


def voiced(scene: Scene, group: Group, merged: Found) -> Found:
    """Return an event with the voices that its lead names, where the headline dropped them.

    A mention further down may stand in somebody's words about the event, and lends it no voice.
    """
    # Headlines drop who says so: "Rebels shell town" over "Rebels shelled the town, officials said".
    first = scene.doc.sentences[scene.sentence(group.members[0].clause)]
    lead = (f for f in group.members if 0 < scene.sentence(f.clause) - first.index <= _LEAD)
    told = next(lead, None)
    if merged.attribution or told is None or first.part != "headline":
        return merged
    return replace(merged, attribution=told.attribution)


def merge(group: Group) -> Found:
    """Return one mention that holds what all mentions of an event say; the first that says a thing wins.

    What the rules doubt speaks last, and where only its word is a frame's, it says nothing of manner and content.
    """
    # "Were killed" says least, so that the attack beside it is heard first.
    told = first = min(group.members, key=lambda f: (f.doubt is not None, _bare_result(f)))
    others = [f for f in sorted(group.members, key=lambda f: f.doubt is not None) if f is not told]
    counted = counts_harmed(told)
    for other in others:
        sides, closer = _sides(first, other), _is_closer(first, other)
        manner = other if other.doubt != "held" else replace(other, modes=(), content=None, means=None)
        first = replace(
            of_both(first, other, counted=counted),
            modes=_all_modes(first.modes, manner.modes),
            content=first.content or manner.content,
            actors=sides.ids,
            actor_spans=sides.spans,
            means=first.means or manner.means,
            place=first.place if first.place_span and not closer else other.place,
            place_span=other.place_span if closer else first.place_span or other.place_span,
            # "On Monday" goes before "recently", whichever is told first.
            when=first.when if first.when is not None and first.when.dated else other.when or first.when,
            background=first.background and other.background,
        )
        counted = counted or counts_harmed(other)
    if others:
        first = replace(first, quantities=joined(f.quantities for f in (told, *others)))
    verb = next((f for f in group.members if _holds(f, told)), None)
    return apart(first if verb is None else replace(first, clause=verb.clause))


def _sides(first: Found, other: Found) -> Party:
    """Return who acts; of a mutual act those of its verb and of its noun: "held a round of talks with leaders"."""
    one, two = Party(first.actors, first.actor_spans), Party(other.actors, other.actor_spans)
    tied = other.clause.governor == first.clause.index or first.clause.governor == other.clause.index
    mutual = (
        first.match.frame.reciprocal
        and other.match.frame.reciprocal
        and first.type == "CONSULT"
        and other.clause.pos != first.clause.pos
    )
    return join(one, two) if tied and mutual else one or two


def _is_closer(first: Found, other: Found) -> bool:
    """Tell whether another mention names a narrower place in the same country: "in Mali", "inside a hotel in Gao"."""
    if first.place is None or other.place is None or other.place_span is None:
        return False
    wide = first.place.precision in WIDE and other.place.precision not in WIDE
    return wide and first.place.country == other.place.country


def _holds(found: Found, noun: Found) -> bool:
    """Tell the verb that a noun's act hangs on ("were killed in an attack"): it is what the sentence says."""
    return (
        found.clause.pos == "verb"
        and noun.clause.pos == "noun"
        and noun.clause.support is None
        and noun.clause.governor == found.clause.index
        and (_bare_result(found) or found.match.frame.mode == "destroy")
    )


def _bare_result(found: Found) -> bool:
    """Tell "killed", "wounded" without means: what an attack did, told beside the attack itself."""
    frame = found.match.frame
    return frame.type == "ASSAULT" and frame.by_means and frame.mode is None and not found.modes and not found.actors


def _all_modes(a: tuple[Mode, ...], b: tuple[Mode, ...]) -> tuple[Mode, ...]:
    """Join modes; damage done by an attack of a known mode is incidental, and no mode of its own (PLOVER)."""
    return (*a, *(x for x in b if x not in a and not (a and x == "destroy")))
