"""From the finished draft to the coding: the layers asked for, and what is computed only when it is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.draft import Clause, Draft
from dateline.model.base import Evidence
from dateline.model.coding import Coding
from dateline.model.predicate import Predicate, PredicateArgument
from dateline.model.report import CoderInfo, SentenceRecord
from dateline.model.speech import Statement

_SURE = 2.0


def finish(draft: Draft, *, layers: Sequence[str], info: CoderInfo) -> Coding:
    """Make the coding of a draft that has passed all stages."""
    filled = {
        "sentences": lambda: tuple(
            SentenceRecord(span=s.span, part=s.part, rule="layout", confidence=0.9) for s in draft.document.sentences
        ),
        "actors": lambda: draft.actors,
        "places": lambda: draft.places,
        "times": lambda: draft.times,
        "events": lambda: draft.events,
        "statements": lambda: with_events(draft),
        "positions": lambda: draft.positions,
        "commitments": lambda: draft.commitments,
        "scheduled": lambda: draft.scheduled,
        "predicates": lambda: tuple(map(predicate, draft.clauses)),
    }
    report = replace(draft.report, coder=info)
    return Coding(report=report, **{name: make() for name, make in filled.items() if name in layers})


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
        span=clause.span, lemma=clause.lemma, factuality=clause.factuality, tense=clause.tense, modality=clause.modality,
        polarity=clause.polarity, arguments=tuple(PredicateArgument(role=a.role, span=a.span) for a in clause.arguments),
        rule=f"clause/{clause.pos}", confidence=0.85 if abs(clause.factuality) > _SURE else 0.65,
        evidence={"factuality": Evidence(spans=clause.cues, rule="scope and signatures")},
    )  # fmt: skip
