"""What the writer thinks, as against what the report tells: judgments in the report's own voice yield no event."""

from dateline.draft import Clause
from dateline.lexicon.events.opinion import Opinion
from dateline.stages.events.scene.lookups import Scene

_MAX_UP = 8


def opinions(scene: Scene, opinion: Opinion) -> frozenset[int]:
    """Return the clauses that stand in a judgment which no one but the writer makes."""
    judging = {c.index for c in scene.draft.clauses if _judges(scene, c, opinion) and not _voiced(scene, c)}
    return frozenset(c.index for c in scene.draft.clauses if _under(scene, c, judging)) if judging else frozenset()


def _judges(scene: Scene, clause: Clause, opinion: Opinion) -> bool:
    """Tell a present-tense judgment that is the main clause of its sentence."""
    # "The strike shows how weak the state is" judges; "showed" would tell.
    if clause.tense != "present" or clause.pos != "verb" or scene.doc.tokens[clause.token].dep != "ROOT":
        return False
    complement = clause.get("complement")
    if complement is not None and clause.get("content") is not None:
        return scene.token(complement).lemma.lower() in opinion.adjectives
    forms = {clause.lemma, *(f"{clause.lemma} {a.prep}" for a in clause.arguments if a.prep)}
    agent = clause.get("agent")
    personal = agent is not None and agent.head in scene.index.mentions_at
    # "The minister warns that …": a judgment of somebody named is told, not made.
    return not forms.isdisjoint(opinion.verbs) and not personal


def _voiced(scene: Scene, clause: Clause) -> bool:
    start, end = clause.span
    return any(b <= start and end <= e for s in scene.draft.statements for b, e in s.content)


def _under(scene: Scene, clause: Clause, judging: set[int]) -> bool:
    """Tell whether a clause is a judgment or stands below one; an adverbial "while X had said" tells what happened."""
    at: Clause | None = clause
    for _ in range(_MAX_UP):
        if at is None or at.relation == "adverbial":
            return False
        if at.index in judging:
            return True
        at = scene.clause(at.governor)
    return False
