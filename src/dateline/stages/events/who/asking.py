"""The question whom an act is done to, as every way of answering it gets it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.draft import Clause
from dateline.model.closed import EventType
from dateline.stages.events.scene.found import Act
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party
from dateline.stages.events.who.owners import parties


@dataclass(frozen=True, slots=True)
class Asking:
    """An act whose recipient is asked for, who did it, and who cannot be its recipient."""

    scene: Scene
    act: Act
    actor: Party
    exclude: frozenset[str]

    @property
    def clause(self) -> Clause:
        """Return the clause that tells the act."""
        return self.act.clause

    @property
    def below(self) -> Sequence[Clause]:
        """Return the clauses right below the act's."""
        return self.scene.index.below.get(self.clause.index, ())

    def is_one_of(self, types: frozenset[EventType]) -> bool:
        """Tell whether the act, or the deed that it is about to be, is of one of these types."""
        return not types.isdisjoint(self.act.deeds)

    def named(self, clause: Clause, role: str, *, blamed: bool = False) -> Party:
        """Return whom a clause names in a role."""
        return parties(self.scene, clause, role, exclude=self.exclude, blamed=blamed)
