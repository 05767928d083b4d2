"""Reviewed reports as gold: what people accepted and corrected, in the form that `dateline evaluate` reads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from dateline.desk.asked import Asked
from dateline.desk.page import Data, File, Page
from dateline.evaluation.gold.quantities import GoldQuantity
from dateline.evaluation.gold.standoff import EventLabel, RefLabel, ReportLabel, part_of
from dateline.evaluation.gold.words import UNSCORED
from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event
from dateline.store.asking.view import Record, View
from dateline.store.judging.additions import read_coding

_NULL = "-"
_DECIDED = """
SELECT DISTINCT n.digest FROM act a JOIN act_record n USING (act)
WHERE a.live AND n.layer = 'events' AND a.kind IN ('accept', 'reject') AND (?1 IS NULL OR a.by = ?1) ORDER BY n.digest
"""
_OF_TEXT = """
SELECT n.start, max(a.kind = 'reject') AS rejected FROM act a JOIN act_record n USING (act)
WHERE a.live AND n.layer = 'events' AND a.kind IN ('accept', 'reject') AND n.digest = ? GROUP BY n.start
"""


@dataclass(slots=True)
class Reviewed:
    """What came of the reviewed reports: labels with their texts, and those left out, each with why."""

    labels: list[ReportLabel] = field(default_factory=list)
    texts: list[Record] = field(default_factory=list)
    left_out: list[Record] = field(default_factory=list)


class _LeftOutError(Exception):
    """A report cannot be gold; the message says why."""


def reviewed(view: View, by: str | None = None) -> Reviewed:
    """Return the reports of which people decided every event, as gold."""
    found = Reviewed()
    for row in view.rows(_DECIDED, (by,)):
        report = view.one("SELECT * FROM v_reports WHERE digest = ? ORDER BY report_key LIMIT 1", (row["digest"],))
        coding = read_coding(view, report["id"]) if report else None
        if report is None or coding is None:
            continue
        try:
            found.labels.append(_label(view, report, coding))
        except _LeftOutError as why:
            found.left_out.append({"report": report["id"], "why": str(why)})
        else:
            found.texts.append({"id": report["id"], "text": report["text"]})
    return found


def _label(view: View, report: Record, coding: Coding) -> ReportLabel:
    decided = {row["start"]: row["rejected"] for row in view.rows(_OF_TEXT, (report["digest"],))}
    events = coding.events or ()
    undecided = [e.id for e in events if e.trigger[0] not in decided]
    if undecided:
        raise _LeftOutError(f"not decided: {', '.join(undecided)}")
    if not report["published"]:
        raise _LeftOutError("its day of publication is not known")
    rows = {row["id"].rpartition("/")[2]: row for row in
            view.rows("SELECT * FROM v_events WHERE report_key = ?", (report["report_key"],))}  # fmt: skip
    return ReportLabel(
        id=report["id"], digest=report["digest"], source=report["source"] or "unknown", published=report["published"],
        part=part_of(report["text"]), url=report["url"], complete=("events",),
        events=tuple(_event(rows[e.id], e, coding, kept=frozenset(rows)) for e in events if e.id in rows),
    )  # fmt: skip


def _event(row: Record, event: Event, coding: Coding, *, kept: frozenset[str]) -> EventLabel:
    """Return the label of an event: the coder's, with what people said in place of it."""
    given = _given(row)
    return EventLabel(
        at=_spans(row), type=row["type"] or "none", mode=row["mode"], content=row["content"], status=row["status"],
        background=bool(row["background"]), main=bool(row["main"]),
        actors=_refs(row["actors"], event.actors, coding, changed="actors" in given),
        recipients=_refs(row["recipients"], event.recipients, coding, changed="recipients" in given),
        place=_place(row, event, coding, changed="place" in given), start=row["start"], end=row["end"],
        quantities=_quantities(event), unscored=tuple(_unscored(given)), id=event.id,
        links=tuple((link.type, link.event) for link in event.links if link.event in kept),
        part_of=event.part_of if event.part_of in kept else None,
    )  # fmt: skip


def _given(row: Record) -> frozenset[str]:
    """Return the fields that people corrected."""
    return frozenset(re.findall(r'"field":"(\w+)"', row["judged"] or ""))


def _spans(row: Record) -> tuple[Span, ...]:
    return tuple((int(a), int(b)) for a, b in re.findall(r"\[(\d+),\s*(\d+)\]", row["spans"]))


def _unscored(given: frozenset[str]) -> Iterator[str]:
    """Yield what the reviewed fields do not tell: who says so; numbers, where one was corrected."""
    yield "attribution"
    if given & {"killed_low", "killed_high", "injured_low", "injured_high"}:
        yield "quantities"


def _refs(names: str, ids: Sequence[str], coding: Coding, *, changed: bool) -> tuple[RefLabel, ...]:
    actors = {a.id: a for a in coding.actors or ()}
    if not changed:
        return tuple(_ref(actors[i].mentions, actors[i]) for i in ids if i in actors)
    by_name = {a.name: a for a in actors.values()}
    return tuple(_named(name, by_name.get(name), coding) for name in names.split("; ") if name)


def _named(name: str, known: Actor | None, coding: Coding) -> RefLabel:
    """Return somebody whom a person named: an actor of the report, else words that stand in it."""
    if known is not None:
        return _ref(known.mentions, known)
    return RefLabel(at=_found(name, coding))


def _found(name: str, coding: Coding) -> tuple[Span, ...]:
    text = coding.report.text
    found = tuple((m.start(), m.end()) for m in re.finditer(re.escape(name.strip()), text, re.IGNORECASE))
    if not found:
        raise _LeftOutError(f"{name!r} does not stand in its words")
    return found


def _ref(mentions: Sequence[Span], actor: Actor) -> RefLabel:
    return RefLabel(at=tuple(mentions), country=actor.country or _NULL, sector=actor.sector or _NULL)


def _place(row: Record, event: Event, coding: Coding, *, changed: bool) -> RefLabel | None:
    if not row["place"]:
        return None
    known: Place | None = next((p for p in coding.places or () if p.id == event.place), None)
    if changed or known is None:
        return RefLabel(at=_found(row["place"], coding), country=row["country"] or UNSCORED)
    return RefLabel(at=tuple(known.mentions), country=known.country or _NULL)


def _quantities(event: Event) -> tuple[GoldQuantity, ...]:
    return tuple(
        GoldQuantity(kind=q.kind, low=q.low, high=q.high, qualifier=q.qualifier, of=q.of, currency=q.currency)
        for q in event.quantities
    )


def _page(asked: Asked) -> Data:
    found = reviewed(asked.view, asked.one("by"))
    events = sum(len(label.events) for label in found.labels)
    return {"reports": len(found.labels), "events": events, "left_out": found.left_out, "by": asked.one("by")}


def _labels(asked: Asked) -> bytes:
    return _lines(reviewed(asked.view, asked.one("by")).labels)


def _texts(asked: Asked) -> bytes:
    return _lines(reviewed(asked.view, asked.one("by")).texts)


def _lines(records: Iterable[object]) -> bytes:
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)


_BY = {"by": "only reports of which this person decided something"}
PAGE = Page(
    name="gold", path="/gold", told="Reviewed reports as gold, for `dateline evaluate`.", data=_page, parameters=_BY,
    keys={
        "reports": "how many reports are gold: people decided every event of them",
        "events": "how many events these have", "left_out": "`report`, `why`", "by": "whose",
    },
)  # fmt: skip
FILES = (
    File(path="/gold/labels.jsonl", told="The labels: offsets and codes, no words.", made=_labels, parameters=_BY),
    File(path="/gold/texts.jsonl", told="The texts that the labels belong to.", made=_texts, parameters=_BY),
)
