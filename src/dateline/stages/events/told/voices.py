"""Who says so: the chain of attribution of an event, from the statements that hold its words."""

from dateline.draft import Clause
from dateline.model.base import Span, inside
from dateline.model.event import Attribution
from dateline.model.speech import Statement
from dateline.stages.events.scene.lookups import Scene

_VOICES = frozenset({"speech", "writing", "finding", "belief"})


def attribution_of(scene: Scene, clause: Clause) -> tuple[Attribution, ...]:
    """Return the voices that vouch for a clause, the one nearest the report first.

    A statement whose cue is the clause's own trigger ("condemned", "promised") is the event itself, not a voice.
    """
    near = scene.index.statements_in.get(scene.sentence(clause), ())
    holding = [s for s in near if s.form in _VOICES and _holds(s, clause.span)]
    # "X said that Y claimed": the longest content is the outermost voice, which the report heard itself.
    holding.sort(key=lambda s: -sum(e - b for b, e in s.content))
    out: list[Attribution] = []
    for s in holding:
        out.extend(Attribution(actor=via, statement=s.id, cue=s.cue) for via in s.via)
        out.extend(Attribution(actor=actor, statement=s.id, cue=s.cue) for actor in _speakers(scene, s))
    return tuple(out)


def _speakers(scene: Scene, statement: Statement) -> tuple[str | None, ...]:
    """Return who speaks: all of "French and Dutch officials", of whom the statement names one."""
    head = None if statement.speaker_span is None else scene.doc.head_of(statement.speaker_span)
    named = [] if head is None else [m.actor for m in scene.index.mentions_at.get(head.i, ())]
    return tuple(dict.fromkeys(named)) if statement.speaker in named else (statement.speaker,)


def _holds(statement: Statement, trigger: Span) -> bool:
    if statement.cue is not None and inside(trigger, statement.cue):
        return False
    return any(inside(trigger, c) for c in statement.content)
