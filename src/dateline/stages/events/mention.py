"""The way of one clause through the rooms: from the frame that stands for it to a mention with all its fields."""

from dataclasses import dataclass, replace

from dateline.draft import Clause
from dateline.stages.events.scene.found import Found, Settled
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.told.acts import Acts
from dateline.stages.events.told.background import is_background
from dateline.stages.events.told.voices import attribution_of
from dateline.stages.events.toll.quantities import Counting, find_quantities
from dateline.stages.events.when.days import Days
from dateline.stages.events.where.places import Places
from dateline.stages.events.who.actor import actor_of
from dateline.stages.events.who.recipient import sides_of

# Deeds have a place in the sentence that holds them; where words were spoken must be said of the speaking itself.
_PHYSICAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "COOPERATE", None})


@dataclass(frozen=True, slots=True)
class Filler:
    """Reads the mentions of one report."""

    scene: Scene
    acts: Acts
    places: Places
    days: Days

    def fill(self, clause: Clause, settled: Settled) -> Found:
        """Return the mention that a clause makes.

        The type is settled first, by the frame, the day and who acts: place, recipient and numbers are read by it.
        """
        best = settled.matches[0]
        inner = self.acts.inner(clause, best.frame)
        doer, when = actor_of(self.scene, clause, best.frame, inner), self.days.when(clause)
        act = self.acts.settle(clause, best, inner, actor=doer, when=when)
        physical = not act.deeds.isdisjoint(_PHYSICAL)
        place, place_span = self.places.place(clause, physical=physical) or (None, None)
        actor, recipient = sides_of(self.scene, act, doer, place)
        found = Found(
            clause=clause,
            match=best,
            rivals=settled.matches[1:],
            settled=settled,
            type=act.type,
            modes=act.modes,
            content=act.content,
            content_clause=None if inner is None or inner.match is None else inner.clause,
            actors=actor.ids,
            actor_spans=actor.spans,
            recipients=recipient.ids,
            recipient_spans=recipient.spans,
            means=act.means,
            place=place,
            place_span=place_span,
            when=when,
            status=act.status,
            factuality=act.factuality,
            attribution=attribution_of(self.scene, clause),
            # By the frame's type: "will send 200 trucks" has become a promise, but counts what a delivery would.
            quantities=find_quantities(self.scene, Counting(clause, best.frame.type, act.manner)),
        )
        return replace(found, background=True) if is_background(self.scene, found) else found
