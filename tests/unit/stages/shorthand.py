"""What the stages make of a text, a line a record, short enough for a table: "ASSAULT gunmen > farmers in Gao"."""

from collections.abc import Iterable, Iterator

from dateline.draft import Clause, Draft, Number
from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.stages.events.scene.found import Found

DAY = "2024-05-02"
"""A Thursday, on which all texts of the tables are published."""


def of_actors(draft: Draft) -> list[str]:
    """Return name, kind, country, sectors and number of mentions of each actor."""
    return [
        " ".join(filter(None, (f"{a.name}:", a.kind, a.country, "+".join(a.sectors), _times(len(a.mentions)))))
        for a in draft.actors
    ]


def of_offices(draft: Draft) -> list[str]:
    """Return name and office of each actor that holds one."""
    return [f"{a.name}: {a.office}" for a in draft.actors if a.office]


def of_contents(told: Iterable[Found]) -> list[str]:
    """Return type and content of each event."""
    return [f"{f.type}: {f.content.type} {f.content.mode or ''}".rstrip() if f.content else str(f.type) for f in told]


def of_voices(draft: Draft, told: Iterable[Found]) -> list[str]:
    """Return type, status and voices of each event."""
    names = {a.id: a.name for a in draft.actors}
    return [
        f"{f.type} {f.status}: " + ", ".join(names.get(v.actor or "", "somebody") for v in f.attribution) for f in told
    ]


def of_places(draft: Draft) -> list[str]:
    """Return name, first-level unit, country and precision of each place."""
    return [", ".join(filter(None, (p.name, p.admin1, p.country, p.precision))) for p in draft.places]


def of_times(draft: Draft) -> list[str]:
    """Return words, value and days of each time."""
    return [f"{_words(draft, t.span)}: {t.value} {_days(t.start, t.end)}".rstrip() for t in draft.times]


def of_statements(draft: Draft) -> list[str]:
    """Return speaker, cue, act and content of each statement."""
    return [
        f"{_words(draft, s.speaker_span)} | {_words(draft, s.cue)} ({s.kind} {s.act}) | "
        + " … ".join(_words(draft, c) for c in s.content)
        for s in draft.statements
    ]


def of_positions(draft: Draft) -> list[str]:
    """Return actor, stance, issue, and strength of each position."""
    names = {a.id: a.name for a in draft.actors}
    return [f"{names[p.actor]} {p.stance} {p.issue.label} {p.strength:g}" for p in draft.positions]


def of_plans(draft: Draft) -> list[str]:
    """Return commitments, then what is scheduled."""
    names = {a.id: a.name for a in draft.actors}
    return [*(_commitment(c, names) for c in draft.commitments), *(_scheduled(s) for s in draft.scheduled)]


def of_events(draft: Draft, told: Iterable[Found]) -> list[str]:
    """Return what the rules find, before the reader is asked."""
    names = {a.id: a.name for a in draft.actors}
    return [" ".join(_event(f, names)) for f in told if f.doubt is None]


def of_numbers(draft: Draft) -> list[str]:
    """Return words, range, qualifier and what is counted of each number."""
    return [" ".join(filter(None, _number(draft, n))) for n in draft.numbers]


def of_clauses(draft: Draft) -> list[str]:
    """Return lemma, voice, tense, modality, polarity, factuality to the next whole, and arguments of each predicate."""
    return [" ".join(filter(None, _clause(draft, c))) for c in draft.clauses]


def of_codes(coding: Coding) -> list[str]:
    """Return type, CAMEO code and ACLED sub-event type of each event."""
    return [
        f"{e.type} | {e.cameo or '-'} | {e.acled.sub_event_type if e.acled else 'not recorded'}"
        for e in coding.events or ()
    ]


def of_joined(coding: Coding) -> list[str]:
    """Return the words of each event's mentions, whether it is the main one, and what it is tied to."""
    text = coding.report.text
    words = {e.id: text[slice(*e.trigger)] for e in coding.events or ()}
    return [f"{e.type}: " + " ".join(_joined(e, text, words)) for e in coding.events or ()]


def _number(draft: Draft, number: Number) -> Iterator[str]:
    low, high = ("" if v is None else f"{v:g}" for v in (number.low, number.high))
    yield f"{_words(draft, number.span)}: {low if low == high else f'{low}..{high}'}"
    yield "" if number.qualifier == "exact" else number.qualifier
    yield number.currency or "%" * number.percent
    yield "" if number.of is None else f"of {number.of:g}"
    yield "" if number.noun is None else draft.document.tokens[number.noun].text


def _clause(draft: Draft, clause: Clause) -> Iterator[str]:
    yield clause.lemma
    yield "" if clause.voice == "active" else clause.voice
    yield clause.tense
    yield clause.modality or ""
    yield "" if clause.polarity == "positive" else clause.polarity
    yield f"{round(clause.factuality):+d}"
    yield "(" + ", ".join(f"{a.role} {draft.document.tokens[a.head].text}" for a in clause.arguments) + ")"


def _joined(event: Event, text: str, words: dict[str, str]) -> Iterator[str]:
    yield ", ".join(text[slice(*m)] for m in event.mentions)
    if event.main:
        yield "(main)"
    if event.background:
        yield "(background)"
    if event.part_of is not None:
        yield f"part of {words[event.part_of]}"
    yield from (f"{link.type} {words[link.event]}" for link in event.links)


def _event(found: Found, names: dict[str, str]) -> Iterator[str]:
    yield str(found.type)
    yield from found.modes
    if found.status != "occurred":
        yield found.status
    yield from filter(None, [", ".join(names[a] for a in found.actors)])
    if found.recipients:
        yield "> " + ", ".join(names[a] for a in found.recipients)
    if found.place is not None:
        yield f"in {found.place.name}"
    if found.when is not None:
        yield _days(found.when.start, found.when.end)
    yield from (f"{q.kind}={q.low:g}" for q in found.quantities if q.low is not None)


def _commitment(gift: Commitment, names: dict[str, str]) -> str:
    donor, recipient = (names[a] if a else "?" for a in (gift.donor, gift.recipient))
    amount = f" {gift.amount.value:g} {gift.amount.currency}" if gift.amount else ""
    items = "".join(f" {_count(i.count)}{i.name}" for i in gift.items)
    return f"{donor} > {recipient}: {gift.stage} {gift.kind}{amount}{items}"


def _scheduled(plan: Scheduled) -> str:
    return f"{plan.name}: {plan.kind} {plan.status} {_days(plan.start, plan.end)}".rstrip()


def _days(start: str | None, end: str | None) -> str:
    return start or "" if start == end else f"{start or ''}/{end or ''}"


def _words(draft: Draft, span: Span | None) -> str:
    return "" if span is None else draft.report.text[slice(*span)]


def _times(number: int) -> str:
    return f"x{number}" if number > 1 else ""


def _count(number: float | None) -> str:
    return "" if number is None else f"{number:g} "
