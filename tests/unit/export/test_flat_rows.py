"""Codings as rows for analysis: a table for the reports and one for each layer."""

import pytest
from made_layers import TEXT, at, coding, event

from dateline.export.rows.analysis import columns, flat_rows
from dateline.model.coding import LAYERS, Coding
from dateline.model.report import Report


def test_there_is_a_table_for_the_reports_and_for_each_layer() -> None:
    rows = flat_rows([coding()])
    assert set(rows) == {"reports", *LAYERS}
    assert {name: len(found) for name, found in rows.items() if found} == {
        "reports": 1, "actors": 5, "places": 1, "times": 1, "events": 1, "statements": 2, "positions": 1,
        "commitments": 1, "scheduled": 1,
    }  # fmt: skip


def test_every_row_joins_on_its_report_and_has_its_words() -> None:
    [found] = flat_rows([coding()])["events"]
    assert (found["report"], found["id"]) == ("r1", "e1")
    assert found["words"].startswith("Rebels")


def test_a_span_is_two_columns_and_an_inner_record_spreads() -> None:
    [found] = flat_rows([coding()])["events"]
    assert TEXT[found["trigger_start"] : found["trigger_end"]] == "shelled"
    assert (found["place_span_start"], found["place_span_end"]) == at("Bardo")
    assert found["acled_event_type"] == "Explosions/Remote violence"
    assert found["actors"] == ("a1",)
    [pledge] = flat_rows([coding()])["commitments"]
    assert (pledge["amount_value"], pledge["amount_currency"], pledge["amount_span_start"]) == (
        3e8,
        "EUR",
        at("at least 300")[0],
    )


def test_what_is_not_there_is_null_in_every_column_of_its_own() -> None:
    [found] = flat_rows([coding(events=(event(acled=None, place_span=None),))])["events"]
    assert (found["acled_event_type"], found["place_span_start"], found["place_span_end"]) == (None, None, None)


@pytest.mark.parametrize("layer", LAYERS)
def test_columns_do_not_hang_on_what_is_in_a_table(layer: str) -> None:
    for found in flat_rows([coding()])[layer]:
        assert tuple(found) == columns(layer)
    assert "evidence" not in columns(layer)


def test_the_report_tells_what_coded_it() -> None:
    [found] = flat_rows([coding()])["reports"]
    assert (found["coder_version"], found["coder_model"], found["published"]) == ("1", "m", "2024-03-05")
    [bare] = flat_rows([Coding(report=Report(id="r2", text="x"))])["reports"]
    assert bare["coder_version"] is None
