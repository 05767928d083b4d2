"""Codings as text for a terminal, records grouped by kind, readable at 80 columns and without colour."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from dateline.export.guard import Failed, each
from dateline.export.inert import shown
from dateline.export.words.clauses import clause_of, cut, marked
from dateline.export.words.naming import NOBODY, Naming, day, days, folded, joined, told_in_turn, unsure
from dateline.model.coding import Coding
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.speech import Position, Statement

_MARKS = {
    "occurred": ("●", "green"), "ongoing": ("◐", "green"), "attempted": ("◔", "yellow"), "prevented": ("⊘", "yellow"),
    "planned": ("○", "cyan"), "hypothetical": ("?", "cyan"), "negated": ("✗", "red"), "denied": ("✗", "red"),
}  # fmt: skip
_COLOURS = {
    "events": "bold red", "statements": "bold blue", "commitments": "bold green", "scheduled": "bold magenta",
    "positions": "bold yellow",
}  # fmt: skip
_MOST_OF_TITLE = 76


def write_table(
    codings: Iterable[Coding], console: Console | None = None, *, failed: Failed | None = None
) -> Iterator[str]:
    """Yield the text of each coding, as wide as the terminal and coloured where it can be.

    ``failed`` is told of one that cannot be written.
    """
    return each(codings, partial(_printed, console=console or Console(highlight=False)), failed)


def _printed(coding: Coding, *, console: Console) -> str:
    """Return the text of one coding; no control character of the report reaches the terminal."""
    made = render(coding, plain=console.color_system is None)
    pieces = [Segment(shown(s.text), s.style, s.control) for s in console.render(made)]
    with console.capture() as capture:
        console.print(Segments(pieces), end="")
    return capture.get() if console.is_terminal else _trimmed(capture.get())


def _trimmed(text: str) -> str:
    """Return text without the blanks that fill up its lines: in a file they are noise."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def render(coding: Coding, *, plain: bool = False) -> RenderableType:
    """Return what is shown of one coding; ``plain`` marks triggers by signs, where there are no colours."""
    parts: list[RenderableType] = [_head(coding)]
    if coding.report.error:
        parts.append(Text(f"not coded: {coding.report.error}", style="bold red"))
        return Group(*parts, Text())
    parts += [Text(f"note: {note}", style="yellow") for note in coding.report.notes]
    naming = Naming(coding)
    sections = (
        _section("events", [row for act in _acts(naming) for row in _rows_of(naming, act, plain=plain)]),
        _section("statements", _statements(naming)),
        _section("commitments", [_commitment(naming, c) for c in coding.commitments or ()]),
        _section("scheduled", [_scheduled(naming, h) for h in coding.scheduled or ()]),
        _section("positions", [_position(naming, n) for n in coding.positions or ()]),
    )
    found = [s for s in sections if s is not None]
    return Group(*parts, *(found or [Text("nothing found: no event, statement, pledge or plan", style="dim")]), Text())


def _head(coding: Coding) -> RenderableType:
    report = coding.report
    told = [t for t in (report.id, report.source, day(report.published)) if t]
    title = Text(cut(" · ".join(folded(t) for t in told), _MOST_OF_TITLE), style="bold", no_wrap=True)
    headline = cut(folded(report.title or report.text.strip().split("\n", 1)[0]))
    return Group(Rule(title, align="left", style="dim"), Text(headline, style="italic"))


def _section(kind: str, rows: list[tuple[str, RenderableType]]) -> RenderableType | None:
    """Return a heading and its records, the ids in a column of their own; None where there are none."""
    if not rows:
        return None
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=4, no_wrap=True, justify="right", style="dim")
    grid.add_column(ratio=1)
    for row_id, body in rows:
        grid.add_row(row_id, body)
    return Padding(Group(Text(kind.upper(), style=_COLOURS[kind]), grid), (1, 0, 0, 0))


def _quoted(words: str) -> Text:
    return Text(f"“{cut(words)}”", style="italic dim")


def _acts(naming: Naming) -> list[list[Event]]:
    """Return the events in their order, those that one word tells of the same parties together."""
    acts: dict[object, list[Event]] = {}
    for e in naming.coding.events or ():
        acts.setdefault((e.trigger, naming.what(e), e.actors, e.recipients), []).append(e)
    return list(acts.values())


def _rows_of(naming: Naming, act: Sequence[Event], *, plain: bool) -> Iterator[tuple[str, RenderableType]]:
    """Yield one head for an act, then where, when and whether for each event of it."""
    first = act[0]
    mark, colour = _MARKS[first.status]
    head = Text.assemble((mark + " ", colour), (naming.what(first), "bold"), "  ", _parties(naming, first))
    if any(e.main for e in act):
        head.append("  ★ main", style="yellow")
    quoted = [] if len(act) > 1 else [_words(naming, first, plain=plain)]
    yield first.id, Group(head, *_about(naming, first), *quoted)
    for n, event in enumerate(act[1:], start=2):
        quoted = [_words(naming, first, plain=plain)] if n == len(act) else []
        yield event.id, Group(*_about(naming, event), *quoted)


def _about(naming: Naming, event: Event) -> Iterator[Text]:
    told = (naming.place(event.place), days(event.start, event.end), naming.status(event), *naming.counts(event))
    line = Text(" · ".join(t for t in told if t), style=_MARKS[event.status][1] if event.status != "occurred" else "")
    if unsure(event):
        line.append(f" · {unsure(event)}", style="yellow")
    yield line
    if event.attribution:
        yield Text(f"according to {naming.voices(event)}", style="blue")


def _words(naming: Naming, event: Event, *, plain: bool) -> Text:
    """Return the clause that tells an event, its trigger marked."""
    text = naming.coding.report.text
    (span,) = event.spans()
    words = Text("“", style="italic dim")
    for piece, is_trigger in marked(text, clause_of(text, span), (event.trigger, *event.mentions)):
        shape = f"‹{piece}›" if is_trigger and plain else piece
        words.append(shape, style="bold not dim" if is_trigger else None)
    return words.append("”")


def _parties(naming: Naming, event: Event) -> Text:
    who = joined([naming.actor_with_codes(a) for a in event.actors]) or NOBODY
    whom = joined([naming.actor_with_codes(a) for a in event.recipients])
    return Text.assemble(who, (" → ", "dim"), whom) if whom else Text(who)


def _statements(naming: Naming) -> list[tuple[str, RenderableType]]:
    rows: list[tuple[str, RenderableType]] = []
    for speaker, said in told_in_turn(naming.coding):
        rows.append(("", Text(naming.actor_with_codes(speaker), style="bold")))
        rows += [(s.id, _statement(naming, s)) for s in said]
    return rows


def _statement(naming: Naming, statement: Statement) -> RenderableType:
    told: list[str] = [statement.act, statement.kind]
    told += [] if statement.form == "speech" else [statement.form]
    told += [f"to {naming.actor(statement.addressee)}"] if statement.addressee else []
    told += [f"via {naming.actors(statement.via)}"] if statement.via else []
    told += [", ".join(statement.events)] if statement.events else []
    told += [unsure(statement)] if unsure(statement) else []
    cue = naming.words([statement.cue]) if statement.cue else "…"
    return Group(
        Text.assemble((cue, "blue"), (f"  {' · '.join(told)}", "dim")), _quoted(naming.words(statement.content))
    )


def _commitment(naming: Naming, commitment: Commitment) -> tuple[str, RenderableType]:
    sides = f"{naming.actor(commitment.donor)} → {naming.actor(commitment.recipient)}"
    first = Text.assemble((naming.pledge(commitment), "bold"), "  ", sides)
    told = [commitment.stage, commitment.kind, commitment.instrument, commitment.event, unsure(commitment)]
    return commitment.id, Group(first, Text(" · ".join(t for t in told if t)), _quoted(folded(commitment.quote())))


def _scheduled(naming: Naming, plan: Scheduled) -> tuple[str, RenderableType]:
    first = Text.assemble((plan.name, "bold"), "  ", days(plan.start, plan.end) or "no date stated")
    told = [plan.kind, plan.status, naming.place(plan.place), naming.actors(plan.participants), plan.event,
            unsure(plan)]  # fmt: skip
    return plan.id, Group(first, Text(" · ".join(t for t in told if t)), _quoted(folded(plan.quote())))


def _position(naming: Naming, position: Position) -> tuple[str, RenderableType]:
    first = Text.assemble(
        (naming.actor(position.actor), "bold"), f"  {position.stance}  ", (position.issue.label, "bold")
    )
    told = [f"strength {position.strength:g}", *position.statements]
    for name, span in (("hedged", position.hedge), ("on condition", position.condition)):
        told += [f"{name}: “{naming.words([span])}”"] if span else []
    told += [unsure(position)] if unsure(position) else []
    return position.id, Group(first, Text(" · ".join(told)), _quoted(folded(position.quote())))
