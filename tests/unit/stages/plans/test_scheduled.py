"""The calendar: what is to come, when, and what is not."""

from dataclasses import replace

import pytest
from plans_draft import When, plan

from dateline.model.entities import Time
from dateline.parse.parser import Parser
from dateline.stages.plans import PlanStage

APRIL: When = ("April", "2024-04-01", "2024-04-30", "month")
FRIDAY: When = ("Friday", "2024-02-23", "2024-02-23", "day")
PAST: When = ("last week", "2024-02-12", "2024-02-18", "week")


@pytest.mark.parametrize(
    ("text", "when", "kind", "name", "status"),
    [
        pytest.param("Aid will be a theme at the April summit.", APRIL, "meeting", "summit", "set", id="bare-noun"),
        pytest.param("The ministers will meet on Friday.", FRIDAY, "meeting", "meeting", "set", id="verb"),
        pytest.param("Local elections are due in April.", APRIL, "election", "Local elections", "set", id="due"),
        pytest.param(
            "Parliament votes on the treaty on Friday.", FRIDAY, "vote", "vote", "set", id="present-for-future"
        ),
        pytest.param("The trial was postponed until April.", APRIL, "hearing", "trial", "moved", id="moved"),
        pytest.param(
            "Talks planned for Friday were cancelled.", FRIDAY, "meeting", "Talks", "cancelled", id="cancelled"
        ),
        pytest.param(
            "The rebels must disarm and withdraw by Friday.", FRIDAY, "deadline", "withdraw", "set", id="term"
        ),
        pytest.param(
            "The navy will hold a large exercise in April.", APRIL, "exercise", "large exercise", "set", id="held"
        ),
    ],
)
def test_dated_thing_to_come_is_scheduled(
    parser: Parser, text: str, when: When, kind: str, name: str, status: str
) -> None:
    found = plan(parser, text, {}, [when]).scheduled
    assert [(h.kind, h.name, h.status, h.end) for h in found] == [(kind, name, status, when[2])]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        pytest.param("The summit last week ended without a deal.", PAST, id="past"),
        pytest.param("The ministers are meeting in Oslo.", None, id="under-way"),
        pytest.param("No talks are planned in April.", APRIL, id="denied"),
        pytest.param("The ministers met and discussed prices for April.", APRIL, id="future-time-of-another-word"),
    ],
)
def test_what_is_over_or_under_way_is_not_scheduled(parser: Parser, text: str, when: When | None) -> None:
    assert plan(parser, text, {}, [when] if when else []).scheduled == ()


def test_programme_of_several_days_is_scheduled_until_it_is_over(parser: Parser) -> None:
    days: list[When] = [
        ("Wednesday", "2024-02-14", "2024-02-14", "day"),
        ("Thursday", "2024-02-15", "2024-02-15", "day"),
    ]
    text = "On Wednesday and Thursday, the ministers are meeting in Oslo."
    draft = plan(parser, text, {}, days)
    today = replace(draft, report=replace(draft.report, published="2024-02-15"), scheduled=())
    over = replace(draft, report=replace(draft.report, published="2024-02-16"), scheduled=())
    stage = PlanStage.load()
    assert [(h.kind, h.start, h.end) for h in stage(today).scheduled] == [("meeting", "2024-02-14", "2024-02-15")]
    assert stage(over).scheduled == ()


def test_two_tellings_are_one_entry_with_the_fullest_name(parser: Parser) -> None:
    text = "It is a theme at the OAS summit in Lima in April. Others want more by the April summit."
    draft = plan(parser, text, {"OAS": "IGO"}, [APRIL], ["Lima"])
    (entry,) = draft.scheduled
    assert (entry.name, entry.place, entry.participants, entry.event) == ("OAS summit", "p1", ("a1",), None)


def test_window_without_dates_is_vague(parser: Parser) -> None:
    text = "Elections will be held in the coming weeks."
    soon = Time(id="t1", span=(27, 42), type="DURATION", value="PXW", rule="test", confidence=1.0)
    draft = PlanStage.load()(replace(plan(parser, text, {}), times=(soon,)))
    (entry,) = draft.scheduled
    assert (entry.kind, entry.start, entry.end, entry.granularity) == ("election", None, None, "vague")


def test_visitor_and_place_of_a_visit(parser: Parser) -> None:
    draft = plan(parser, "Chad's president will visit Lima on Friday.", {"Chad": "TCD"}, [FRIDAY], ["Lima"])
    (entry,) = draft.scheduled
    assert (entry.kind, entry.place, entry.participants, entry.start) == ("meeting", "p1", ("a1",), "2024-02-23")
