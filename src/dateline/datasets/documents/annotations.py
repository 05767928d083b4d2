"""W3C Web Annotations: each value of each event at its words, by position and by quotation."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dateline.datasets.export import Export
from dateline.datasets.facts.dossier import Dossier, Member
from dateline.datasets.pieces import write_object
from dateline.model.base import Span

FILE = "annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
_FIELDS: Mapping[str, str] = {
    "type": "type", "mode": "mode", "actors": "actors", "recipients": "recipients", "place": "place", "start": "start",
    "attribution": "said_by",
}  # fmt: skip
"""The fields that are annotated, each with the column of the ledger that has its value."""


def write_annotations(export: Export) -> list[Path]:
    """Write one page of annotations."""
    path = export.folder / FILE
    head = {"@context": _CONTEXT, "id": "urn:dateline:annotations", "type": "AnnotationPage", "startIndex": 0}
    export.account.rows[FILE] = write_object(path, head, "items", _annotations(export))
    return [path]


def _annotations(export: Export) -> Iterator[Mapping[str, Any]]:
    for dossier in export.counted():
        for member in dossier.members:
            yield from _of_member(dossier, member, export)


def _of_member(dossier: Dossier, member: Member, export: Export) -> Iterator[Mapping[str, Any]]:
    for field, column in _FIELDS.items():
        value = member.row[column]
        spans = member.event.spans(field)
        if not value:
            continue
        if not spans:
            export.account.remark(field, "has no words of its own: a rule or a person gave it")
            continue
        yield _annotation(dossier, member, field=field, value=str(value), spans=spans)
    for quantity in member.event.quantities:
        said = {"low": quantity.low, "high": quantity.high, "qualifier": quantity.qualifier}
        words = ", ".join(f"{name} {part}" for name, part in said.items() if part is not None)
        yield _annotation(dossier, member, field=quantity.kind, value=words, spans=(quantity.span,))


def _annotation(dossier: Dossier, member: Member, *, field: str, value: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    start = spans[0][0]
    incident = f"urn:dateline:incident:{dossier.incident.id}"
    return {
        "id": f"urn:dateline:{quote(member.row['id'])}/{field}@{start}", "type": "Annotation",
        "motivation": "classifying",
        "generator": {"id": "urn:dateline", "type": "Software", "name": "dateline"},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": f"{field}={value}", "format": "text/plain"},
            {"type": "SpecificResource", "purpose": "linking", "source": incident},
        ],
        "target": [_target(member, span) for span in spans],
    }  # fmt: skip


def _target(member: Member, span: Span) -> dict[str, Any]:
    text, (start, end) = member.coding.report.text, span
    return {
        "source": member.report["url"] or f"urn:dateline:report:{quote(member.report['id'])}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector", "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND],
            },
        ],
    }  # fmt: skip
