"""FollowTheMoney statements: each value of each entity with where it comes from."""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.datasets.export import Export
from dateline.datasets.facts.countries import codes_of
from dateline.datasets.facts.dossier import Dossier, Member, Party, Record
from dateline.datasets.facts.kinds import is_named
from dateline.lexicon.tables import fold
from dateline.model.base import Span

FILE = "statements.csv"
COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
_OWN = "dateline"
_SCHEMA = {
    "person": "Person", "office": "LegalEntity", "government": "PublicBody", "organisation": "Organization",
    "armed-group": "Organization", "country": "PublicBody",
}  # fmt: skip
_STATES = frozenset({"country", "government"})
_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One value of one property of an entity; ``origin`` is the report with the span of the words."""

    entity: str
    schema: str
    prop: str
    kind: str
    value: str
    dataset: str = _OWN
    origin: str | None = None
    original: str | None = None
    seen: str | None = None

    @property
    def id(self) -> str:
        """Return the id that FollowTheMoney gives it."""
        return hashlib.sha1(f"{self.dataset}.{self.entity}.{self.prop}.{self.value}".encode()).hexdigest()


def write_ftm(export: Export) -> list[Path]:
    """Write the statements as FollowTheMoney's own CSV."""
    path = export.folder / FILE
    seen: set[str] = set()
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, dialect=csv.unix_dialect)
        out.writerow(COLUMNS)
        for statement in _statements(export):
            if statement.id not in seen:
                seen.add(statement.id)
                out.writerow(_cells(statement))
    export.account.rows[FILE] = len(seen)
    return [path]


def _cells(s: Statement) -> list[str]:
    return [
        s.entity, s.entity, s.prop, s.kind, s.schema, s.value, s.dataset, s.origin or "", "", s.original or "", "f",
        s.seen or "", s.seen or "", s.id,
    ]  # fmt: skip


def _statements(export: Export) -> Iterator[Statement]:
    for dossier in export.counted():
        if dossier.incident.fields:
            export.account.remark("summary", "numbers and what is disputed stand in words: Event has no such property")
        yield from _incident(dossier)
        for member in dossier.members:
            yield from _article(member.report)
            yield from _told(dossier, member)


def _incident(dossier: Dossier) -> Iterator[Statement]:
    """Yield what the join says of an incident; its origin is the rule."""
    incident = dossier.incident
    said = [("name", "name", incident.title), ("recordId", "identifier", incident.id)]
    if incident.fields:
        words = "; ".join(
            f"{name}: {f.value if f.low is None else f'{f.low:g}–{f.high or f.low:g}'} ({f.state}, by {f.by})"
            for name, f in sorted(incident.fields.items())
        )
        said.append(("summary", "text", words))
    keywords = [word for word in (incident.type, incident.mode, incident.status) if word]
    said += [("keywords", "string", word) for word in keywords]
    for prop, kind, value in said:
        yield Statement(entity=incident.id, schema="Event", prop=prop, kind=kind, value=value, origin=incident.rule)


def _article(report: Record) -> Iterator[Statement]:
    found = (
        ("title", "name", report["title"]), ("publishedAt", "date", report["published"]),
        ("publisher", "string", report["source"]), ("sourceUrl", "url", report["url"]),
    )  # fmt: skip
    for prop, kind, value in found:
        if value:
            yield _of(report, entity=report["id"], schema="Article", prop=prop, kind=kind, value=value)


def _of(report: Record, **given: str) -> Statement:
    """Return a statement whose source is a report."""
    return Statement(**given, dataset=_slug(report["source"]), seen=report["published"])


def _slug(source: str | None) -> str:
    return _PLAIN.sub("_", fold(source or "")).strip("_") or _OWN


def _told(dossier: Dossier, member: Member) -> Iterator[Statement]:
    """Yield what one report tells of an incident, each value with its words."""
    report, row, incident = member.report, member.row, dossier.incident.id
    codes = codes_of(row["country"])
    values = (
        ("date", "date", row["start"] if row["start"] == row["end"] else None, "start"),
        ("startDate", "date", row["start"], "start"), ("endDate", "date", row["end"], "start"),
        ("location", "string", row["place"], "place"), ("country", "country", codes.iso2, "place"),
    )  # fmt: skip
    for prop, kind, value, field in values:
        if value and field in member.founded:
            yield _worded(member, field, entity=incident, schema="Event", prop=prop, kind=kind, value=value)
    yield _worded(member, "type", entity=incident, schema="Event", prop="proof", kind="entity", value=report["id"])
    for prop, side in (("organizer", "actors"), ("involved", "recipients")):
        for party in member.parties(side):  # type: ignore[arg-type]  # the two sides
            yield from _party(member, party, prop=prop, side=side, incident=incident)


def _worded(member: Member, field: str, **given: str) -> Statement:
    spans = member.event.spans(field)
    found = _of(member.report, **given)
    return Statement(
        entity=found.entity, schema=found.schema, prop=found.prop, kind=found.kind, value=found.value,
        dataset=found.dataset, seen=found.seen, origin=origin(member.report["id"], spans),
        original=member.words(spans) if given["kind"] != "entity" else None,
    )  # fmt: skip


def origin(report: str, spans: tuple[Span, ...]) -> str:
    """Return a report with the spans of some words: "r-1:0-12,40-44"."""
    return f"{report}:{','.join(f'{start}-{end}' for start, end in spans)}" if spans else report


def _party(member: Member, party: Party, *, prop: str, side: str, incident: str) -> Iterator[Statement]:
    """Yield an actor: a name is an entity; a description is a mention in its report, which proposes none."""
    if side not in member.founded:
        return
    schema = _SCHEMA.get(party.kind or "")
    if schema is None or not (party.kind in _STATES or is_named(party.name)):
        return
    entity = actor_id(party)
    yield _worded(member, side, entity=entity, schema=schema, prop="name", kind="name", value=party.name)
    country = codes_of(party.country).iso2
    if country:
        yield _of(member.report, entity=entity, schema=schema, prop="country", kind="country", value=country)
    yield _worded(member, side, entity=incident, schema="Event", prop=prop, kind="entity", value=entity)
    mention = _id("m", member.report["id"], entity)
    for name, kind, value in (
        ("document", "entity", member.report["id"]), ("name", "name", party.name), ("resolved", "entity", entity),
        ("detectedSchema", "string", schema),
    ):  # fmt: skip
        yield _of(member.report, entity=mention, schema="Mention", prop=name, kind=kind, value=value)


def actor_id(party: Party) -> str:
    """Return an actor's id: the same for the same name and country."""
    return _id("a", fold(party.name), party.country)


def _id(letter: str, *parts: str | None) -> str:
    digest = hashlib.sha1("|".join(map(str, parts)).encode()).hexdigest()
    return f"{letter}-{digest[:16]}"
