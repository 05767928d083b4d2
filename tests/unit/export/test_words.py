"""How records read: counts with whom they count, links that a keyboard reaches, no blanks at the ends of lines."""

import csv
import io
from dataclasses import replace

import pytest

from dateline.coder import Coder
from dateline.export.pages.page import write_page
from dateline.export.rows.events import write_csv
from dateline.export.rows.terminal import write_table
from dateline.export.words.naming import Naming, quantity
from dateline.model.coding import Coding
from dateline.model.event import Quantity
from dateline.parse.parser import Parser


def count(kind: str, number: float | None, **more: object) -> Quantity:
    given = {"kind": kind, "low": number, "high": number, "qualifier": "exact", "who": None, "name": None, "of": None}
    return Quantity(**{**given, "currency": None, "span": (0, 1), **more})  # type: ignore[arg-type]


@pytest.fixture
def coding(parser: Parser) -> Coding:
    """Return a coding of one event with two counts of the dead and one of the injured."""
    made = Coder(parser=parser).code("Soldiers shelled nurses and patients in Gao on Monday, police said.")
    assert made.events
    assert made.actors
    names = {a.name: a.id for a in made.actors}
    counts = (
        count("killed", 11, who=names["patients"]),
        count("killed", 2, who=names["nurses"]),
        count("injured", 1e6),
    )
    return replace(made, events=(replace(made.events[0], quantities=counts), *made.events[1:]))


def test_counts_of_one_kind_say_whom_they_count(coding: Coding) -> None:
    assert coding.events
    told = ["11 killed (patients)", "2 killed (nurses)", "1,000,000 injured"]
    assert Naming(coding).counts(coding.events[0]) == told


def test_csv_has_every_count_of_the_dead(coding: Coding) -> None:
    (row, *_) = csv.DictReader(io.StringIO("".join(write_csv([coding]))))
    assert (row["Killed"], row["Injured"]) == ("11;2", "1000000")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (count("item", 2), "2"),
        (count("item", 2, name="drone"), "2 × drone"),
        (count("share", 4, of=5.0), "4 of 5"),
        (count("killed", 2), "2 killed"),
    ],
    ids=["nameless", "named", "share", "dead"],
)
def test_quantity_names_no_kind_that_is_no_word(found: Quantity, said: str) -> None:
    assert quantity(found) == said


def test_table_in_a_file_has_no_blanks_at_the_ends_of_lines(coding: Coding) -> None:
    lines = "".join(write_table([coding])).split("\n")
    assert lines == [line.rstrip() for line in lines]


def test_links_of_the_page_can_be_reached_with_the_keyboard(coding: Coding) -> None:
    page = "".join(write_page([coding]))
    assert 'href="#r1-e1" data-go="e1"' in page
    assert "<a data-go" not in page
