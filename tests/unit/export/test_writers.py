"""Every format is written for every report; a fault on one is said in its place, and the next is written."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from dateline.coder import Coder
from dateline.export.pages.page import write_page
from dateline.export.rows import analysis
from dateline.export.rows.events import write_csv
from dateline.export.rows.lines import write_json, write_jsonl
from dateline.export.rows.terminal import write_table
from dateline.export.words.explain import explain, render
from dateline.lexicon.events.frames import load_frames
from dateline.model.base import Record
from dateline.model.coding import Coding
from dateline.parse.parser import Parser

SCRIPTS = Path(__file__).parents[3] / "scripts"
SOME = 17  # each so-many-th text of the gold and training sets; scripts/write_all.py takes all


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return import_module("write_all")


@pytest.fixture
def codings(parser: Parser) -> list[Coding]:
    """Return three codings, of which the second holds what no writer can write."""
    texts = ("Rebels shelled Gao.", "Ministers met in Oslo.", "Police arrested two men in Lima.")
    first, second, third = Coder(parser=parser).code_many({"id": t[:3], "text": t} for t in texts)
    assert second.events
    broken = replace(second.events[0], status="exploded", quantities=(None,))  # type: ignore[arg-type]
    return [first, replace(second, events=(broken,)), third]


def test_gold_and_training_texts_are_written_in_every_format(script: ModuleType, parser: Parser) -> None:
    reports = islice(script.all_texts(), 0, None, SOME)
    tally: Counter[str] = Counter()
    coder = Coder(parser=parser, layers="all")
    assert [fault for coding in coder.code_many(reports) for fault in script.faults(coding, tally)] == []
    assert tally["reports"] > 400
    assert tally["records"] > 2_000


def test_a_frame_that_asks_for_the_subjects_own_act_is_explained(parser: Parser) -> None:
    coding = Coder(parser=parser).code("The rebels said they would attack convoys on the road to Goma.")
    told = [render(explain(coding, event.id), width=10_000) for event in coding.events or ()]
    assert any("own act" in text for text in told)
    assert "why" in coding._repr_html_()


def test_a_frame_that_asks_for_a_preposition_names_it_and_its_words(parser: Parser) -> None:
    frame = next(f for f in load_frames().entries if f.needs.prep and max(map(len, f.needs.prep.values())) > 8)
    coding = Coder(parser=parser).code(frame.example)
    told = " ".join(explain(coding, event.id).cause for event in coding.events or ())
    for preposition, words in frame.needs.prep.items():
        assert f"{preposition} {words[0]}" in told
    assert " more" in told


@pytest.mark.parametrize(
    "write", [write_table, write_jsonl, write_json, write_csv, write_page], ids=lambda w: w.__name__
)
def test_a_report_that_cannot_be_written_is_told_and_the_next_written(
    codings: list[Coding], write: Callable[..., Iterator[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.export.rows.lines._ENCODER", Fussy())
    told: list[tuple[str, str]] = []
    written = "".join(
        write(codings, failed=lambda coding, error: told.append((coding.report.id, type(error).__name__)))
    )
    assert [report for report, _ in told] == ["Min"]
    assert "Gao" in written
    assert "Lima" in written
    if write is not write_csv:
        assert "could not be written" in written


class Fussy:
    """An encoder that takes no status that is none."""

    def encode(self, found: dict[str, object]) -> bytes:
        return json.dumps(found, default=_plain).encode()


def _plain(value: object) -> object:
    if getattr(value, "status", "") == "exploded":
        raise TypeError("exploded")
    return str(value)


def test_rows_of_a_report_that_cannot_be_spread_are_its_report_alone(
    codings: list[Coding], monkeypatch: pytest.MonkeyPatch
) -> None:
    spread = analysis.flat

    def fail(record: Record) -> dict[str, object]:
        return spread(record) if getattr(record, "status", "") != "exploded" else {"x": 1 / 0}

    monkeypatch.setattr(analysis, "flat", fail)
    rows = analysis.flat_rows(codings)
    assert [r["coded"] for r in rows["reports"]] == [True, False, True]
    assert "ZeroDivisionError" in rows["reports"][1]["error"]
    assert {r["report"] for r in rows["events"]} == {"Reb", "Pol"}
