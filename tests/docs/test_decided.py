"""The table "Where is it decided" names a file for every field of a coding, and no file that is gone."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

import dateline
from dateline.model.base import Record
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.predicate import Predicate
from dateline.model.report import Report, SentenceRecord
from dateline.model.speech import Position, Statement

SOURCE = Path(dateline.__file__).parent
EVENTS = SOURCE / "stages" / "events"
PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
LAYERS: dict[str, type] = {
    "report": Report,
    "sentences": SentenceRecord,
    "actors": Actor,
    "places": Place,
    "times": Time,
    "events": Event,
    "statements": Statement,
    "positions": Position,
    "commitments": Commitment,
    "scheduled": Scheduled,
    "predicates": Predicate,
}
SHARED = {f.name for f in fields(Record)}
TICKED = re.compile(r"`([^`]+)`")


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of the table: the layer, its fields, and where they are decided."""
    section = PAGE.read_text(encoding="utf-8").split("## Where is it decided\n")[1].split("\n#")[0]
    cells = (line.strip("| ").split(" | ", 2) for line in section.splitlines() if line.startswith("| "))
    return [(layer, told, where) for layer, told, where in cells if layer in LAYERS]


def test_every_field_has_one_row() -> None:
    told = Counter(f"{layer}.{name}" for layer, names, _ in rows() for name in TICKED.findall(names))
    assert {*LAYERS} == {f.name for f in fields(Coding)} - {"schema"}
    assert told == Counter(
        f"{layer}.{f.name}" for layer, kind in LAYERS.items() for f in fields(kind) if f.name not in SHARED
    )


@pytest.mark.parametrize(("layer", "told", "where"), rows(), ids=lambda cell: cell[:40])
def test_what_decides_is_there(layer: str, told: str, where: str) -> None:
    files = [name for name in TICKED.findall(where) if name.endswith(".py")]
    assert files, f"{layer} {told}: no file is named"
    gone = [name for name in files if not any((folder / name).is_file() for folder in (SOURCE, EVENTS))]
    assert not gone, f"{layer} {told}: {gone} are not there; say what decides it now"
