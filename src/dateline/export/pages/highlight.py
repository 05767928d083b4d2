"""The report's text with its records underlined: stacked where they overlap, dashed for what did not happen."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.model.event import Event

Kind = Literal["event", "statement", "position", "commitment", "scheduled", "setting"]
KINDS: tuple[Kind, ...] = ("event", "statement", "commitment", "scheduled", "position", "setting")
_LANES = 4
_UNREAL = frozenset({"attempted", "prevented", "planned", "hypothetical", "negated", "denied"})


@dataclass(frozen=True, slots=True)
class Line:
    """One underline: its record, kind and place; ``lead`` marks the record's first words, which get its tag."""

    span: Span
    kind: Kind
    record: str
    dashed: bool = False
    lead: bool = False


def lines(coding: Coding) -> Iterator[Line]:
    """Yield the underlines of all records of a coding."""
    for event in coding.events or ():
        yield from _lines(sorted({event.trigger, *event.mentions}), "event", event.id, dashed=unreal(event))
    for statement in coding.statements or ():
        spans = sorted({*statement.content, *([statement.cue] if statement.cue else [])})
        yield from _lines(spans, "statement", statement.id)
    for pledge in coding.commitments or ():
        spans = [pledge.amount.span] if pledge.amount else []
        yield from _lines(
            sorted({*spans, *(i.span for i in pledge.items)}) or pledge.spans("stage"), "commitment", pledge.id
        )
    for plan in coding.scheduled or ():
        yield from _lines([plan.span], "scheduled", plan.id, dashed=plan.status == "cancelled")
    for position in coding.positions or ():
        yield from _lines(position.spans("stance") or position.spans(), "position", position.id)
    for place in coding.places or ():
        yield from (Line(span, "setting", place.id) for span in place.mentions)
    for time in coding.times or ():
        yield Line(time.span, "setting", time.id)


def unreal(event: Event) -> bool:
    """Tell whether an event is dashed: it did not happen, has not yet, or is only recalled."""
    return event.background or event.status in _UNREAL


def _lines(spans: Iterable[Span], kind: Kind, record: str, *, dashed: bool = False) -> Iterator[Line]:
    for n, span in enumerate(spans):
        yield Line(span, kind, record, dashed=dashed, lead=n == 0)


def lanes(found: list[Line]) -> dict[Line, int]:
    """Give each underline a height: the shortest nearest the words, none on another of its height."""
    taken: list[list[Span]] = [[] for _ in range(_LANES)]
    out: dict[Line, int] = {}
    for line in sorted(found, key=lambda x: (x.span[1] - x.span[0], x.span)):
        free = (n for n, spans in enumerate(taken) if _fits(spans, line.span))
        out[line] = lane = next(free, _LANES - 1)
        taken[lane].insert(bisect_left(taken[lane], line.span), line.span)
    return out


def _fits(spans: list[Span], span: Span) -> bool:
    at = bisect_left(spans, span)
    before = spans[at - 1] if at else (0, 0)
    after = spans[at] if at < len(spans) else (span[1], span[1])
    return before[1] <= span[0] and span[1] <= after[0]


def mark_up(text: str, found: list[Line], cuts: Iterable[Span], *, prefix: str) -> str:
    """Return the text as HTML.

    Args:
        text: The report's text; nothing in it is taken for HTML.
        found: The underlines.
        cuts: Further spans that a script lights up, so that the text is cut at their ends too.
        prefix: Goes before a record's id in links.
    """
    heights = lanes(found)
    edges = {0, len(text)}
    for span in (*(line.span for line in found), *cuts):
        edges.update(span)
    marks = sorted(e for e in edges if 0 <= e <= len(text))
    opening: dict[int, list[Line]] = {}
    for line in found:
        opening.setdefault(line.span[0], []).append(line)
    active: list[Line] = []
    out: list[str] = []
    for start, end in pairwise(marks):
        active = [x for x in active if x.span[1] > start] + opening.get(start, [])
        out += [_tag(x, prefix) for x in opening.get(start, []) if x.lead]
        out.append(_piece(text[start:end], (start, end), active, heights))
    return "".join(out)


def _tag(line: Line, prefix: str) -> str:
    own = line.record
    return f'<a class="tag {line.kind}" href="#{prefix}{own}" data-tag="{own}" aria-label="{own}"></a>'


def _piece(words: str, span: Span, active: list[Line], heights: dict[Line, int]) -> str:
    style = ";".join(f"--u{heights[x]}:var(--{x.kind}{'-dash' if x.dashed else '-line'})" for x in active)
    ids = " ".join(x.record for x in sorted(active, key=lambda x: x.span[1] - x.span[0]))
    told = f' class="g u" data-r="{ids}" style="{style}"' if active else ' class="g"'
    return f'<span{told} data-s="{span[0]}" data-e="{span[1]}">{escape(words)}</span>'
