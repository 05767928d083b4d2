"""Timelines as flat rows, for tables and CSV."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.timelines.dues import Entry, Turn
from dateline.timelines.model import Quote
from dateline.timelines.pledges import Pledge, Thing
from dateline.timelines.positions import Line

Row = dict[str, Any]
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "positions": (
        "day", "actor", "country", "stance", "was", "issue", "hedge", "condition", "source", "reports", "roots",
        "report", "words", "was_day", "was_report", "was_words",
    ),
    "pledges": (
        "number", "giver", "receiver", "kind", "stage", "day", "amount", "currency", "up_to", "things", "part_of",
        "source", "reports", "roots", "report", "words",
    ),
    "totals": (
        "giver", "receiver", "kind", "currency", "pledges", "promised", "up_to", "committed", "allocated", "delivered",
        "withdrawn", "numbers",
    ),
    "calendar": (
        "start", "end", "name", "kind", "status", "was", "place", "participants", "incident", "source", "reports",
        "roots", "report", "words",
    ),
}  # fmt: skip
TABLES: Mapping[str, tuple[str, ...]] = {
    "positions": ("day", "actor", "stance", "was", "issue", "reports", "roots"),
    "pledges": ("number", "giver", "receiver", "stage", "day", "amount", "currency", "up_to", "things", "roots"),
    "totals": COLUMNS["totals"][:-1],
    "calendar": ("start", "end", "name", "kind", "status", "was", "place", "incident", "roots"),
}
"""What a table for eyes shows; the words come on a line below."""


def line_rows(lines: Iterable[Line]) -> Iterator[Row]:
    """Yield a row for each dated statement; where the actor moved, with the words that it moved from."""
    for line in lines:
        before = {change.after: change.before for change in line.changes}
        for point in line.points:
            was = before.get(point)
            yield {
                "day": point.day, "actor": line.actor, "country": line.country, "stance": point.stance,
                "was": was and was.stance, "issue": line.label, "hedge": point.hedge, "condition": point.condition,
                "source": point.source, "reports": len(point.reports), "roots": point.roots, **_words(point.quote),
                "was_day": was and was.day, "was_report": was and was.quote.report,
                "was_words": was and was.quote.words,
            }  # fmt: skip


def pledge_rows(pledges: Iterable[Pledge]) -> Iterator[Row]:
    """Yield a row for each stage that a pledge has reached."""
    for pledge in pledges:
        for step in pledge.steps:
            yield {
                "number": pledge.number, "giver": pledge.giver, "receiver": pledge.receiver, "kind": pledge.kind,
                "stage": step.stage, "day": step.day, "amount": step.amount, "currency": pledge.currency,
                "up_to": "up to" if pledge.up_to else None, "things": "; ".join(map(_thing, pledge.things)),
                "part_of": pledge.part_of, "source": step.source, "reports": len(step.reports), "roots": step.roots,
                **_words(step.quote),
            }  # fmt: skip


def entry_rows(entries: Iterable[Entry]) -> Iterator[Row]:
    """Yield a row for each thing of the calendar, with the days for which it was set before."""
    for entry in entries:
        last = entry.turns[-1]
        earlier = dict.fromkeys(_days(turn) for turn in entry.turns[:-1] if turn.start != entry.start)
        yield {
            "start": entry.start, "end": entry.end, "name": entry.name, "kind": entry.kind, "status": entry.status,
            "was": "; ".join(filter(None, earlier)), "place": entry.place,
            "participants": "; ".join(entry.participants), "incident": entry.incident, "source": last.source,
            "reports": len(entry.reports), "roots": entry.roots, **_words(last.quote),
        }  # fmt: skip


def _words(quote: Quote) -> Row:
    return {"report": quote.report, "words": quote.words}


def _thing(thing: Thing) -> str:
    return thing.name if thing.count is None else f"{thing.count:,.12g} {thing.name}"


def _days(turn: Turn) -> str:
    return turn.start if turn.start == turn.end and turn.start else "/".join(filter(None, (turn.start, turn.end)))
