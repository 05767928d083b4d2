"""CSV: a row an event, in POLECAT's columns and some of our own."""

import csv
import io
from typing import Any

import pytest
from made_layers import CONTENT, coding, event, quantity

from dateline.export.rows.events import COLUMNS, listed, write_csv


def row(**changed: object) -> dict[str, Any]:
    """Return the row of the attack, changed where told so."""
    [found] = csv.DictReader(io.StringIO("".join(write_csv([coding(events=(event(**changed),))]))))
    return found


def test_what_happened() -> None:
    found = row(content=CONTENT, cameo="190", quad=4, goldstein=-10.0, contexts=("military", "health"))
    assert (found["Event ID"], found["Event Type"], found["Event Mode"]) == ("r1/e1", "ASSAULT", "heavy-weapons")
    assert (found["Content"], found["CAMEO Code"], found["Quad Code"]) == ("RETREAT withdraw", "190", "4")
    assert (found["Intensity"], found["Contexts"], found["Main"]) == ("-10.0", "military;health", "true")
    assert found["ACLED Sub Event Type"] == "Shelling/artillery/missile attack"
    assert (found["Status"], found["Background"]) == ("occurred", "false")
    assert (found["Trigger"], found["Rule"]) == ("shelled", "frame assault/shell")


def test_who_and_whom() -> None:
    found = row()
    assert (found["Actor Name"], found["Actor Country"], found["Primary Actor Sector"]) == ("Rebels", "MLI", "REB")
    assert (found["Recipient Name"], found["Recipient Sectors"]) == ("nurses", "HLH,CVL")
    assert (found["Actor Name Raw"], found["Recipient Name Raw"]) == ("Rebels", "nurses")
    assert found["Attribution"] == "governor"


def test_lists_of_one_side_are_in_the_order_of_its_names() -> None:
    found = row(actors=("a4", "a1"))
    assert found["Actor Name"] == "Norland;Rebels"
    assert found["Actor Country"] == "NOR;MLI"
    assert found["Wikidata Actor ID"] == "Q1;"


def test_where_and_when() -> None:
    found = row()
    assert (found["Placename"], found["City"], found["District"]) == ("Bardo", "Bardo", "")
    assert (found["Province"], found["Country"], found["GeoNames ID"]) == ("Gao", "MLI", "7")
    assert (found["Latitude"], found["Longitude"], found["Radius km"]) == ("16.25", "-0.05", "5.0")
    assert (found["Event Date"], found["End Date"], found["Raw Placename"]) == ("2024-03-04", "2024-03-04", "Bardo")


def test_an_event_without_place_or_day_has_empty_cells() -> None:
    found = row(place=None, place_span=None, start=None, end=None)
    assert {found[c] for c in ("Placename", "City", "Latitude", "Event Date", "Raw Placename", "Place Precision")} == {
        ""
    }


def test_the_report_is_told_in_each_row() -> None:
    found = row()
    assert (found["Source"], found["Publication Date"], found["Version"]) == ("The Bardo Courier", "2024-03-05", "1")
    assert found["Story People"] == "nurses;governor"
    assert found["Story Organizations"] == "Rebels"
    assert found["Story Locations"] == "Bardo"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(11, 11, "11"), (2, 5, "2-5"), (11, None, "11-"), (None, 11, "-11"), (None, None, "")],
    ids=["exact", "range", "at-least", "at-most", "unknown"],
)
def test_the_dead_are_counted_as_a_range(low: float | None, high: float | None, said: str) -> None:
    assert row(quantities=(quantity(low=low, high=high),))["Killed"].lstrip("'") == said


def test_a_report_without_events_has_no_row() -> None:
    assert list(csv.DictReader(io.StringIO("".join(write_csv([coding(events=())]))))) == []


def test_the_header_is_written_for_no_coding_at_all() -> None:
    assert "".join(write_csv([])).rstrip("\n").split(",") == list(COLUMNS)


def test_what_parts_a_list_is_replaced_within_it() -> None:
    assert listed(["a;b", None, 3]) == "a,b;;3"
