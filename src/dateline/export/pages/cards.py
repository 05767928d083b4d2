"""The records of a coding as cards of HTML."""

from collections.abc import Iterable, Iterator
from html import escape

from dateline.export.pages.highlight import Kind, unreal
from dateline.export.words.explain import Explanation, explain
from dateline.export.words.naming import Naming, days, folded, told_in_turn
from dateline.model.base import Record, Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.speech import Position, Statement

Roles = list[tuple[str, Span]]
_TITLES: dict[Kind, str] = {
    "event": "Events", "statement": "Statements", "commitment": "Commitments", "scheduled": "Scheduled",
    "position": "Positions", "setting": "Who, where, when",
}  # fmt: skip


def groups(coding: Coding, *, prefix: str) -> Iterator[str]:
    """Yield the cards of each kind under a heading, kinds without records left out."""
    naming = Naming(coding)
    made: tuple[tuple[Kind, list[str]], ...] = (
        ("event", [card(naming, e, "event", _event(naming, e), prefix) for e in coding.events or ()]),
        ("statement", list(_statements(naming, prefix))),
        (
            "commitment",
            [card(naming, c, "commitment", _commitment(naming, c, prefix), prefix) for c in coding.commitments or ()],
        ),
        (
            "scheduled",
            [card(naming, h, "scheduled", _scheduled(naming, h, prefix), prefix) for h in coding.scheduled or ()],
        ),
        (
            "position",
            [card(naming, n, "position", _position(naming, n, prefix), prefix) for n in coding.positions or ()],
        ),
        ("setting", [card(naming, r, "setting", _setting(r), prefix) for r in _settings(coding)]),
    )
    for kind, cards in made:
        if cards:
            count = sum(c.startswith("<article") for c in cards)
            body = f"<h2>{_TITLES[kind]} <small>{count}</small></h2>"
            if kind == "setting":
                yield f'<details class="group {kind}"><summary>{body}</summary>{"".join(cards)}</details>'
            else:
                yield f'<section class="group {kind}">{body}{"".join(cards)}</section>'


def roles(record: Record) -> Roles:
    """Return the spans that light up with a record, each with its part."""
    named = _ROLES.get(type(record), ())
    found = [(role, span) for role, field in named for span in record.spans(field)]
    match record:
        case Event():
            found += [("what", s) for s in (record.trigger, *record.mentions)]
            found += [("count", q.span) for q in record.quantities]
            found += [("says", v.cue) for v in record.attribution if v.cue]
        case Statement():
            found += [("says", s) for s in (record.speaker_span, record.cue) if s] + [
                ("what", s) for s in record.content
            ]
        case Commitment():
            found += [("what", i.span) for i in record.items] + (
                [("count", record.amount.span)] if record.amount else []
            )
        case Scheduled() | Time():
            found.append(("what", record.span))
        case Actor() | Place():
            found += [("what", s) for s in record.mentions]
    return list(dict.fromkeys(found or [("what", s) for s in record.spans()]))


_ROLES: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Event: (("who", "actors"), ("whom", "recipients"), ("where", "place"), ("when", "start"), ("how", "means")),
    Commitment: (("who", "donor"), ("whom", "recipient"), ("what", "stage")),
    Scheduled: (("when", "start"), ("where", "place"), ("who", "participants")),
    Position: (("who", "actor"), ("what", "stance"), ("what", "issue")),
}


def card(naming: Naming, record: Record, kind: Kind, body: str, prefix: str) -> str:
    """Return one record as a card that can be focused."""
    own = str(getattr(record, "id", ""))
    lit = ";".join(f"{role}:{start}-{end}" for role, (start, end) in roles(record))
    extra = " dashed" if isinstance(record, Event) and unreal(record) else ""
    why = "" if kind == "setting" else _why(explain(naming.coding, own))
    return (
        f'<article class="card {kind}{extra}" id="{prefix}{own}" tabindex="0" data-id="{own}" data-lit="{lit}">'
        f'<span class="id">{own}</span>{body}{why}</article>'
    )


def _why(found: Explanation) -> str:
    """Return the explanation of a record, folded away."""
    rows = "".join(
        f"<dt>{escape(r.field)}</dt><dd>{escape(r.value)}"
        + "".join(f" <q>{escape(w)}</q>" for w in r.words if w not in r.value)
        + "".join(f"<br><i>{escape(said)}</i>" for said in (r.rule, r.note) if said)
        + "</dd>"
        for r in found.reasons
    )
    example = f"<p>Its example: <q>{escape(found.example)}</q></p>" if found.example else ""
    rivals = f"<p>Rivals: {escape('; '.join(found.rivals))}</p>" if found.rivals else ""
    return (
        f"<details class=why><summary>why · {found.confidence:.2f}</summary><p>Made by {escape(found.cause)}.</p>"
        f"{example}<dl>{rows}</dl>{rivals}</details>"
    )


def _line(kind: str, *parts: str) -> str:
    told = " · ".join(p for p in parts if p)
    return f'<p class="{kind}">{told}</p>' if told else ""


def _part(role: str, words: str) -> str:
    return f'<b class="r-{role}">{escape(words)}</b>' if words else ""


def _quote(words: str) -> str:
    return f"<blockquote>{escape(words)}</blockquote>" if words else ""


def _event(naming: Naming, event: Event) -> str:
    kind, *modes = naming.what(event).split(" ")
    main = "<span class=main>main</span>" if event.main else ""
    what = f"<h3>{escape(kind)} <em>{escape(' '.join(modes))}</em>{main}</h3>"
    who = _part("who", naming.actors(event.actors)) or "—"
    whom = _part("whom", naming.actors(event.recipients))
    voices = naming.voices(event)
    return (
        what
        + f'<p class="who">{who}{f" <span class=to>→</span> {whom}" if whom else ""}</p>'
        + _line(
            "about",
            f'<span class="status {event.status}">{escape(naming.status(event))}</span>',
            _part("where", naming.place(event.place)),
            _part("when", days(event.start, event.end)),
            *(_part("count", count) for count in naming.counts(event)),
        )
        + (_line("voice", f"according to {_part('says', voices)}") if voices else "")
        + _quote(folded(event.quote()))
    )


def _statements(naming: Naming, prefix: str) -> Iterator[str]:
    for speaker, said in told_in_turn(naming.coding):
        yield f'<h3 class="speaker">{escape(naming.actor(speaker))}</h3>'
        for statement in said:
            yield card(naming, statement, "statement", _statement(naming, statement, prefix), prefix)


def _statement(naming: Naming, statement: Statement, prefix: str) -> str:
    about = [statement.act, statement.kind, statement.form if statement.form != "speech" else ""]
    about += [f"to {naming.actor(statement.addressee)}"] if statement.addressee else []
    about += [f"via {naming.actors(statement.via)}"] if statement.via else []
    cue = naming.words([statement.cue]) if statement.cue else ""
    told = _line("about", _part("says", cue), *map(escape, filter(None, about)), *_links(statement.events, prefix))
    return told + _quote(naming.words(statement.content))


def _links(ids: Iterable[str], prefix: str) -> Iterator[str]:
    return (f'<a href="#{prefix}{i}" data-go="{i}">{i}</a>' for i in ids)


def _commitment(naming: Naming, pledge: Commitment, prefix: str) -> str:
    who, whom = _part("who", naming.actor(pledge.donor)), _part("whom", naming.actor(pledge.recipient))
    about = (pledge.stage, pledge.kind, pledge.instrument or "")
    return (
        f"<h3>{escape(naming.pledge(pledge))}</h3><p class=who>{who} <span class=to>→</span> {whom}</p>"
        + _line("about", *map(escape, about), *_links([pledge.event] if pledge.event else [], prefix))
        + _quote(folded(pledge.quote()))
    )


def _scheduled(naming: Naming, plan: Scheduled, prefix: str) -> str:
    when = _part("when", days(plan.start, plan.end)) or "no date stated"
    return f"<h3>{escape(folded(plan.name))}</h3>" + _line(
        "about", when, escape(plan.kind), escape(plan.status), _part("where", naming.place(plan.place)),
        _part("who", naming.actors(plan.participants)), *_links([plan.event] if plan.event else [], prefix),
    )  # fmt: skip


def _position(naming: Naming, position: Position, prefix: str) -> str:
    hedges = [("hedged", position.hedge), ("on condition", position.condition)]
    told = [f"{escape(n)}: <q>{escape(naming.words([s]))}</q>" for n, s in hedges if s]
    who = _part("who", naming.actor(position.actor))
    head = f"<h3>{who} <em>{position.stance}</em> {escape(position.issue.label)}</h3>"
    return head + _line("about", *told, *_links(position.statements, prefix))


def _settings(coding: Coding) -> Iterator[Record]:
    for layer in (coding.actors, coding.places, coding.times):
        yield from layer or ()


def _setting(record: Record) -> str:
    match record:
        case Actor():
            return _plain(record.name, record.kind, record.country, ", ".join(record.sectors), record.office)
        case Place():
            where = f"{record.lat:.2f}, {record.lon:.2f}" if record.lat is not None else ""
            return _plain(record.name, record.precision, record.admin1, record.country, where)
        case Time():
            return _plain(record.quote(), record.value, days(record.start, record.end))
    return ""


def _plain(name: str, *about: str | None) -> str:
    return f"<h3>{escape(folded(name))}</h3>" + _line("about", *(escape(a) for a in about if a))
