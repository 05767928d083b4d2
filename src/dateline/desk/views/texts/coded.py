"""One coding as the desk shows it: the text, its underlines, and each record in words with the spans that light up."""

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.desk.spans import Units
from dateline.export.pages.cards import roles
from dateline.export.pages.highlight import KINDS, Kind, lanes, lines, unreal
from dateline.export.words.explain import explain
from dateline.model.base import Record
from dateline.model.coding import Coding
from dateline.model.event import Event

RECORD_KEYS = {
    "id": "the record's id in its report (e3)", "layer": "its layer", "kind": "its colour: " + ", ".join(KINDS),
    "title": "what it says, in one line", "confidence": "from 0 to 1", "dashed": "whether it did not happen, or "
    "not yet",
    "quote": "its words", "cause": "what made it", "example": "the example of the lexicon entry that made it, or null",
    "reasons": "field by field: `field`, `value`, `words`, `rule`, `note`", "rivals": "what came near, in words",
    "lit": "what lights up with it: `role`, `span` in code points, `js` in UTF-16 units",
    "coded": "the record as in the coding (docs/fields.md)",
}  # fmt: skip
MARK_KEYS = {
    "record": "the record's id", "kind": "its colour", "dashed": "whether it did not happen", "lead": "its first words",
    "lane": "the height of the underline, 0 is nearest to the words", "span": "in code points", "js": "in UTF-16 units",
}  # fmt: skip
_KINDS: dict[str, Kind] = {
    "events": "event", "statements": "statement", "commitments": "commitment", "scheduled": "scheduled",
    "positions": "position", "actors": "setting", "places": "setting", "times": "setting",
}  # fmt: skip


def marks(coding: Coding) -> list[dict[str, Any]]:
    """Return the underlines of a text."""
    units = Units(coding.report.text)
    found = list(lines(coding))
    heights = lanes(found)
    return [
        {
            "record": line.record, "kind": line.kind, "dashed": line.dashed, "lead": line.lead, "lane": heights[line],
            "span": list(line.span), "js": units.spans([line.span])[0],
        }
        for line in found
    ]  # fmt: skip


def records(coding: Coding) -> Iterator[dict[str, Any]]:
    """Yield the records of a coding, each in words."""
    units = Units(coding.report.text)
    for layer, kind in _KINDS.items():
        for record in getattr(coding, layer) or ():
            yield _record(coding, record, layer=layer, kind=kind, units=units)


def _record(coding: Coding, record: Record, *, layer: str, kind: Kind, units: Units) -> dict[str, Any]:
    own = str(getattr(record, "id", ""))
    told = explain(coding, own)
    return {
        "id": own, "layer": layer, "kind": kind, "title": told.title, "confidence": record.confidence,
        "dashed": isinstance(record, Event) and unreal(record), "quote": told.quote, "cause": told.cause,
        "example": told.example, "reasons": [msgspec.to_builtins(r) for r in told.reasons], "rivals": list(told.rivals),
        "lit": [
            {"role": role, "span": list(span), "js": units.spans([span])[0]} for role, span in roles(record)
        ],
        "coded": msgspec.to_builtins(record),
    }  # fmt: skip
