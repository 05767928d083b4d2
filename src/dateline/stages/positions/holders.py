"""Who holds a stance, and the statements that tell it."""

from dateline.model.entities import Actor
from dateline.model.groups import NO_STATE, PRESS
from dateline.model.speech import Statement
from dateline.parse.tree import Token
from dateline.stages.positions.stances.held import HeldStance
from dateline.stages.positions.view import PositionView

_FORMS = frozenset({"speech", "writing", "belief", "intention", "finding"})


def find_holders(found: HeldStance, view: PositionView) -> list[tuple[str, tuple[Statement, ...]]]:
    """Return the actors that hold a stance, each with the statements that tell it; none where nobody is known."""
    # "A ban is needed, the minister said": without a holder in the words it is whoever says them.
    if found.holder is None:
        said = next((s for s in view.index.statements_over(found.issue) if _is_told(s, found)), None)
        return [(said.speaker, (said,))] if said is not None and said.speaker is not None else []
    names = _named(found.holder, found, view)
    told = {actor: _statements(found, actor, view) for actor in names}
    # "They back the plan": what one of them is said to hold, all of them are.
    if found.holder.lower in view.words.several and (joint := next((s for s in told.values() if s), None)) is not None:
        return [(actor, joint) for actor in names]
    return [(actor, statements) for actor, statements in told.items() if statements is not None]


def _is_told(statement: Statement, found: HeldStance) -> bool:
    """Tell whether a statement's speaker stands behind its content, with the cue in it."""
    inside = any(a <= found.cue.start and found.cue.end <= b for a, b in statement.content)
    # "Denied that a ban is needed": who denies or asks does not stand behind the words.
    return inside and statement.act not in ("deny", "question") and statement.form != "intention"


def _named(holder: Token, found: HeldStance, view: PositionView) -> list[str]:
    """Return the actors that the holder's words name: those joined by "and", all that "they" are, who "we" are."""
    names = [a.id for t in view.doc.conjuncts(holder) if (a := _actor(t, view)) is not None]
    if holder.lower in view.words.several:
        # "They" of a joint act are all its actors, where the pronoun was resolved to some of them.
        event = view.index.event_at.get(found.cue.start)
        if event is not None and set(names) < set(event.actors):
            names = list(event.actors)
    if not names and holder.lower in view.words.own:
        speaker = next((s.speaker for s in view.index.statements_over(found.cue) if s.speaker), None)
        names = [speaker] if speaker is not None else []
    return list(dict.fromkeys(names))


def _actor(token: Token, view: PositionView) -> Actor | None:
    """Return the actor of a word, or of the name that stands beside it ("the Finnish side")."""
    own = view.actor(token)
    if own is not None:
        return own
    for child in view.doc.children(token):
        if child.dep in ("compound", "amod", "nmod", "appos") and (found := view.actor(child)) is not None:
            return found
    return None


def _statements(found: HeldStance, actor: str, view: PositionView) -> tuple[Statement, ...] | None:
    """Return the statements that tell an actor's stance; None where another side's word alone does."""
    own = view.index.statement_by.get(found.cue.i) or view.index.statement_by.get(found.verb.i)
    if own is not None and own.speaker not in (actor, None) and found.holder is not None:
        own = None if view.index.statements_over(found.cue) else own
    around = view.index.statements_over(found.cue)
    if own is not None:
        around = [own, *(s for s in around if s.id != own.id)]
    # "Mali backs the plan, Chad says": another side's word alone gives Mali no stance.
    if any(not _speaks_for(s.speaker, actor, view, supposed=_is_supposed(found, view)) for s in around):
        return None
    mine = [s for s in around if s.speaker == actor]
    return tuple(mine[:1] or around[:1])


def _is_supposed(found: HeldStance, view: PositionView) -> bool:
    """Tell what somebody would or might think from what he does."""
    return any(c.dep == "aux" and c.lower in view.words.supposing for c in view.doc.children(found.verb))


def _speaks_for(speaker: str | None, actor: str, view: PositionView, *, supposed: bool) -> bool:
    """Tell whether a stance told by a speaker may be taken for an actor's own: his side's, or a reporter's."""
    if speaker is None or speaker == actor:
        return True
    # "Mali would oppose it, Chad says": what another side supposes is its guess.
    if supposed and view.index.actors[actor].country != view.index.actors[speaker].country:
        return False
    said, held = view.index.actors.get(speaker), view.index.actors.get(actor)
    # A reporter's word is good for anybody.
    if said is None or held is None or set(said.sectors) & PRESS:
        return True
    if said.country is None or held.country is None or said.country in NO_STATE or held.country in NO_STATE:
        return True
    return said.country == held.country
