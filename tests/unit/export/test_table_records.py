"""The text for a terminal: what a reader finds of each record."""

import pytest
from made_layers import TEXT, coding, event
from rich.console import Console

from dateline.export.rows.terminal import write_table
from dateline.model.coding import Coding
from dateline.model.report import Report


def told(made: Coding, width: int = 100) -> str:
    return "".join(write_table([made], Console(width=width, highlight=False)))


def test_the_head_names_report_source_and_day() -> None:
    first, second, *_ = told(coding()).splitlines()
    assert "r1 · The Bardo Courier · 5 March 2024" in first
    assert second.strip() == "Bardo shelled"


def test_a_report_without_a_title_is_headed_by_its_first_line() -> None:
    assert told(coding(report=Report(id="r1", text=TEXT))).splitlines()[1].startswith("Rebels shelled Bardo on 4 March")


def test_each_kind_has_its_heading_and_its_records() -> None:
    text = told(coding())
    heads = [line.strip() for line in text.splitlines() if line.strip().isupper()]
    assert heads == ["EVENTS", "STATEMENTS", "COMMITMENTS", "SCHEDULED", "POSITIONS"]
    for said in (
        "Bardo, MLI · 4 March 2024",
        "according to governor", "said  assert · indirect · to Norland · via nurses · e1", "assert · direct · writing",
        "at least EUR 300 million, 40 trucks  Norland → Sudland", "announced · military · loan",
        "meeting of ministers  June 2024", "meeting · cancelled · Bardo, MLI · Norland", "Norland  for  a truce",
        "strength 0.5 · s1 · hedged: “backs” · on condition: “<if> it holds”",
    ):  # fmt: skip
        assert said in text


@pytest.mark.parametrize(
    ("status", "mark"), [("occurred", "●"), ("planned", "○"), ("negated", "✗"), ("prevented", "⊘"), ("ongoing", "◐")]
)
def test_each_status_has_its_mark(status: str, mark: str) -> None:
    assert f"{mark} ASSAULT" in told(coding(events=(event(status=status),)))


def test_a_report_that_says_nothing_says_so() -> None:
    empty = Coding(report=Report(id="r1", text="Nothing."), events=(), statements=())
    assert "nothing found: no event, statement, pledge or plan" in told(empty)


def test_a_report_that_was_not_coded_says_why() -> None:
    failed = Coding(report=Report(id="r1", text="x", coded=False, error="the text is in no language that is read"))
    assert "not coded: the text is in no language that is read" in told(failed)


def test_notes_are_shown() -> None:
    assert "note: cut at the advertisement" in told(
        coding(report=Report(id="r1", text=TEXT, notes=("cut at the advertisement",)))
    )


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_keep_within_the_terminal(width: int) -> None:
    assert max(map(len, told(coding(), width).splitlines())) <= width
