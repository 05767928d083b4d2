"""Events that people added because the coder missed them: judgements on a text's words, so that they outlive runs."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args

from dateline.lexicon.events.ontology import load_ontology
from dateline.model.base import Evidence, Span, bind
from dateline.model.coding import Coding
from dateline.model.event import Event, Quantity
from dateline.store.asking.view import Record, View
from dateline.store.batch import Batch
from dateline.store.rows import LayerRow, Party, dumps, shortened

FIELDS = (
    "type", "mode", "status", "actors", "recipients", "place", "start", "end", "killed_low", "killed_high",
    "injured_low", "injured_high",
)  # fmt: skip
"""What can be said of an event that is added."""
BY_HAND = "judgement of "
"""What stands before a person's name where else the rule is named that made a record."""
_SIDES = {"actors": "actor", "recipients": "recipient"}
_FACTUALITY = {"occurred": 3.0, "ongoing": 3.0, "planned": 1.0, "negated": -3.0}
_TOLD_AGAIN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """One event that a person added: what was said of it, and the words on which it stands."""

    number: int
    by: str
    span: Span
    values: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Return its id within its report."""
        return added_id(self.number)


def added_id(number: int) -> str:
    """Return the id, within its report, of the event that a judgement added."""
    return f"ej{number}"


def with_added(batch: Batch, digest: str, rows: Iterable[LayerRow]) -> list[LayerRow]:
    """Return the rows of a coding and those that people added, but for what the coder tells by now."""
    found = list(rows)
    text, source = batch.one("SELECT text, source FROM report WHERE digest = ? LIMIT 1", digest) or ("", None)
    for added in _live(batch, digest):
        if not any(_tells(row, added) for row in found):
            found.append(_row(added, found, text=text, source=source))
    return found


def _live(batch: Batch, digest: str) -> Iterator[Added]:
    sql = (
        "SELECT number, by, start, stop, value FROM judgement WHERE digest = ? AND until IS NULL "
        "AND layer = 'events' AND kind = 'value' AND field IS NULL ORDER BY number"
    )
    for number, by, start, stop, value in batch.all(sql, digest):
        yield Added(number=number, by=by or "somebody", span=(start, stop), values=json.loads(value))


def _tells(row: LayerRow, added: Added) -> bool:
    """Tell whether a row is this event: itself, or one of its type that the coder finds on its words."""
    if row.layer != "events":
        return False
    start, stop = json.loads(row.row["spans"])[0]
    shared = min(stop, added.span[1]) - max(start, added.span[0])
    near = shared > _TOLD_AGAIN * min(stop - start, added.span[1] - added.span[0])
    return bool(row.row["id"] == added.id or (near and row.row["type"] == added.values["type"]))


@cache
def _quads() -> Mapping[str, int]:
    return load_ontology().quads


def _row(added: Added, coded: Sequence[LayerRow], *, text: str, source: str | None) -> LayerRow:
    said = added.values
    kind, status = said["type"], said.get("status") or "occurred"
    known = (r.row for r in coded if r.layer == "places" and r.row["name"] == said.get("place"))
    place = said.get("where") or next(known, {})
    row: dict[str, Any] = {
        "id": added.id, "confidence": 1.0, "rule": f"{BY_HAND}{added.by}", "spans": dumps([added.span]),
        "words": shortened(text[added.span[0] : added.span[1]]), "type": kind, "mode": said.get("mode"),
        "status": status, "main": 0, "background": 0, "factuality": _FACTUALITY.get(status, 0.0),
        "day": said.get("start"), "end": said.get("end") or said.get("start"), "place": said.get("place"),
        **{name: place.get(name) for name in ("admin1", "country", "lat", "lon", "radius_km", "precision")},
        "actors": said.get("actors") or "", "recipients": said.get("recipients") or "", "contexts": "",
        "content": None, "cameo": None, "quad": _quads().get(kind), "goldstein": None, "acled": None,
        "acled_sub": None, "said_by": "", "quantities": dumps(list(_quantities(added))), "source": source,
        **{name: said.get(name) for name in ("killed_low", "killed_high", "injured_low", "injured_high")},
        "judged": dumps([_mark(added, name) for name in FIELDS if said.get(name)]),
    }  # fmt: skip
    return LayerRow("events", row, tuple(_parties(said, coded)))


def _mark(added: Added, name: str) -> dict[str, object]:
    return {"field": name, "kind": "value", "judgement": added.number}


def _quantities(added: Added) -> Iterator[Quantity]:
    """Yield the counts that were given, on the event's own words."""
    for kind in get_args(Literal["killed", "injured"]):
        low, high = (added.values.get(f"{kind}_{bound}") for bound in ("low", "high"))
        if low is not None or high is not None:
            yield Quantity(kind=kind, low=low, high=high, qualifier="exact", span=added.span)


def _parties(said: Mapping[str, Any], coded: Sequence[LayerRow]) -> Iterator[Party]:
    countries = {r.row["name"]: r.row["country"] for r in coded if r.layer == "actors"}
    for side, role in _SIDES.items():
        for name in names_of(said.get(side)):
            yield Party(role, name, countries.get(name))


def names_of(joined: str | None) -> list[str]:
    """Return the names of a list that a person wrote, with semicolons between."""
    return [name.strip() for name in (joined or "").split(";") if name.strip()]


def read_coding(view: View, report: str) -> Coding | None:
    """Return a report's current coding with the events that people added; None where it has none."""
    coding = view.coding(report)
    if coding is None:
        return None
    known = {e.id for e in coding.events or ()}
    sql = "SELECT * FROM v_events WHERE report = ? AND rule LIKE ? ORDER BY event_key"
    added = [
        _event(row, coding)
        for row in view.rows(sql, (report, f"{BY_HAND}%"))
        if row["id"].rpartition("/")[2] not in known
    ]
    return replace(coding, events=(*(coding.events or ()), *added)) if added else coding


def _event(row: Record, coding: Coding) -> Event:
    """Return an added event as the coder would write it; who is named but not known as an actor keeps the bare name."""
    span: Span = tuple(json.loads(row["spans"])[0])
    actors = {a.name: a.id for a in coding.actors or ()}
    places = {p.name: p.id for p in coding.places or ()}
    said = {name: names_of(row[name]) for name in ("actors", "recipients", "place")}
    evidence = {name: Evidence(spans=_near(coding, values, span)) for name, values in said.items() if values}
    made = Event(
        id=row["id"].rpartition("/")[2], type=row["type"], mode=row["mode"],
        modes=(row["mode"],) if row["mode"] else (), quad=row["quad"], trigger=span, mentions=(span,),
        sentence=_sentence(coding, span), actors=tuple(actors.get(n, n) for n in said["actors"]),
        recipients=tuple(actors.get(n, n) for n in said["recipients"]), place=places.get(row["place"], row["place"]),
        start=row["start"], end=row["end"], status=row["status"], factuality=row["factuality"], rule=row["rule"],
        confidence=row["confidence"], evidence=evidence,
    )  # fmt: skip
    bind(made, coding.report.text)
    return made


def _sentence(coding: Coding, span: Span) -> int:
    return next((n for n, s in enumerate(coding.sentences or ()) if s.span[0] <= span[0] < s.span[1]), 0)


def _near(coding: Coding, names: Iterable[str], span: Span) -> tuple[Span, ...]:
    """Return for each name the words of it that stand nearest to an event's."""
    found = ([m.span() for m in re.finditer(re.escape(n), coding.report.text, re.IGNORECASE)] for n in names)
    return tuple(min(spans, key=lambda s: abs(s[0] - span[0])) for spans in found if spans)
