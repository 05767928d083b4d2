"""Nothing that is written does anything where it is read: no formula in a spreadsheet, no control in a terminal."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from rich.console import Console

from dateline.coder import Coder
from dateline.export.inert import cell, shown
from dateline.export.rows.events import write_csv
from dateline.export.rows.lines import encode
from dateline.export.rows.terminal import write_table
from dateline.model.coding import Coding
from dateline.parse.parser import Parser

FORMULA = "=HYPERLINK(1)"
CONTROLS = "\x1b]0;owned\x07 \x9b31m \x85 \x00 \u202e"


@pytest.fixture
def hostile(parser: Parser) -> Coding:
    """Return a coding whose every free text begins as a formula does."""
    made = Coder(parser=parser).code(
        "=1+1 rebels shelled Gao on Monday, police said.", id="@id", source="+source", url="=url", title="-title"
    )
    assert made.actors
    assert made.places
    actors = tuple(replace(a, name=f"{FORMULA}; {a.name};={a.name}", office="@office") for a in made.actors)
    return replace(made, actors=actors, places=tuple(replace(p, name=f"-{p.name}", admin1="+x") for p in made.places))


def rows(coding: Coding, **options: bool) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(write_csv([coding], **options)))))


def test_no_cell_of_csv_is_a_formula(hostile: Coding) -> None:
    cells = [c for row in rows(hostile) for value in row.values() for c in value.split(";")]
    risky = [c for c in cells if c[:1] in "=+-@\t\r" and c[:1]]
    assert [c for c in risky if not c.lstrip("+-").replace(".", "").isdigit()] == []


def test_raw_cells_are_as_they_were(hostile: Coding) -> None:
    (row, *_) = rows(hostile, raw_cells=True)
    assert row["Report ID"] == "@id"
    assert row["URL"] == "=url"
    assert rows(hostile)[0]["URL"] == "'=url"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), ("+x", "'+x"), ("\tx", "'\tx"), ("＝x", "'＝x"), ("-5", "-5"),
        ("+5.25", "+5.25"), ("-5;3", "-5;3"), ("a;=b", "a;'=b"), ("-5=1", "'-5=1"), ("a=b", "a=b"), ("", ""),
    ],
)  # fmt: skip
def test_cell_leaves_numbers_and_words_alone(given: str, written: str) -> None:
    assert cell(given) == written


def test_shown_writes_controls_as_escapes() -> None:
    assert shown("a\x1b[31m\x9b\x7f\u202e\tb\n") == "a\\x1b[31m\\x9b\\x7f\\u202e\tb\n"


@pytest.mark.parametrize("terminal", [False, True], ids=["file", "terminal"])
def test_table_obeys_no_control_of_a_report(parser: Parser, *, terminal: bool) -> None:
    text = f"Rebels {CONTROLS} shelled Gao on Monday, the {CONTROLS} governor said."
    coding = Coder(parser=parser).code(text, id=f"i{CONTROLS}", source=CONTROLS, title=CONTROLS)
    noted = replace(coding, report=replace(coding.report, notes=(CONTROLS,)))
    failed = replace(noted, report=replace(noted.report, error=CONTROLS))
    console = Console(force_terminal=terminal, color_system="truecolor" if terminal else None, width=80)
    for written in write_table([noted, failed], console):
        plain = re.sub(r"\x1b\[[\d;]*m", "", written) if terminal else written
        assert [c for c in plain if c in "\x1b\x07\x9b\x85\x00\u202e"] == []


def test_json_lines_hold_no_control_that_a_terminal_obeys(parser: Parser) -> None:
    coding = Coder(parser=parser).code("Rebels \x9b31m shelled Gao.\x7f", id="\x9bx")
    line = encode(coding)
    assert b"\\u009b" in line
    assert b"\xc2\x9b" not in line
    assert json.loads(line)["report"]["text"] == coding.report.text
