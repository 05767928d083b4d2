"""From the finished draft to the coding: the layers asked for, and what is computed only when it is written."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.draft import Clause, Draft
from dateline.model.base import Evidence, Record
from dateline.model.coding import Coding
from dateline.model.predicate import Predicate, PredicateArgument
from dateline.model.report import CoderInfo, SentenceRecord
from dateline.model.speech import Statement

R = TypeVar("R", bound=Record)

_SURE = 2.0


def finish(draft: Draft, *, layers: Sequence[str], info: CoderInfo) -> Coding:
    """Make the coding of a draft that has passed all stages."""

    def asked(name: str, make: Callable[[], tuple[R, ...]]) -> tuple[R, ...] | None:
        return make() if name in layers else None

    return Coding(
        report=replace(draft.report, coder=info),
        sentences=asked("sentences", lambda: sentence_records(draft)),
        actors=asked("actors", lambda: draft.actors),
        places=asked("places", lambda: draft.places),
        times=asked("times", lambda: draft.times),
        events=asked("events", lambda: draft.events),
        statements=asked("statements", lambda: with_events(draft)),
        positions=asked("positions", lambda: draft.positions),
        commitments=asked("commitments", lambda: draft.commitments),
        scheduled=asked("scheduled", lambda: draft.scheduled),
        predicates=asked("predicates", lambda: tuple(map(predicate, draft.clauses))),
    )


def sentence_records(draft: Draft) -> tuple[SentenceRecord, ...]:
    """Return the sentences with the part of the report that each stands in."""
    sentences = draft.document.sentences
    return tuple(SentenceRecord(span=s.span, part=s.part, rule="layout", confidence=0.9) for s in sentences)


def with_events(draft: Draft) -> tuple[Statement, ...]:
    """Return the statements with the events that each vouches for, from the events' chains of attribution."""
    events: dict[str, list[str]] = defaultdict(list)
    for event in draft.events:
        for voice in event.attribution:
            if voice.statement is not None and event.id not in events[voice.statement]:
                events[voice.statement].append(event.id)
    return tuple(replace(s, events=tuple(events.get(s.id, ()))) for s in draft.statements)


def predicate(clause: Clause) -> Predicate:
    """Return the public record of a clause."""
    return Predicate(
        span=clause.span,
        lemma=clause.lemma,
        factuality=clause.factuality,
        tense=clause.tense,
        modality=clause.modality,
        polarity=clause.polarity,
        arguments=tuple(PredicateArgument(role=a.role, span=a.span) for a in clause.arguments),
        rule=f"clause/{clause.pos}",
        confidence=0.85 if abs(clause.factuality) > _SURE else 0.65,
        evidence={"factuality": Evidence(spans=clause.cues, rule="scope and signatures")},
    )
