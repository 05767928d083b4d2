"""Who says of another what a clause tells: "Kampala claims that rebels were behind the plot"."""

from dateline.draft import Argument, Clause
from dateline.stages.events.scene.lookups import Scene

_MAX_UP = 3


def teller(scene: Scene, clause: Clause) -> Argument | None:
    """Return the subject of the verb of saying above, unless he says it of himself."""
    at: Clause | None = clause
    for _ in range(_MAX_UP):
        # "Said that he believed that they fled": whoever is nearest to the act says it.
        at = scene.clause(at.governor) if at is not None and at.relation == "complement" else None
        if at is not None and at.lemma in scene.words.frames.voicing:
            told_by, told_of = at.get("agent"), clause.get("agent")
            own = told_by is not None and told_of is not None and is_one_party(scene, told_by, told_of)
            return None if own else told_by
    return None


def is_one_party(scene: Scene, a: Argument, b: Argument) -> bool:
    """Tell whether two arguments name the same."""
    one, two = ({m.actor for m in scene.index.mentions_at.get(x.head, ())} for x in (a, b))
    return a.head == b.head or not one.isdisjoint(two)
