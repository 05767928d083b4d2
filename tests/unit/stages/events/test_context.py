"""What a report tells of its events together: numbers, history, causes, wholes."""

import pytest

from dateline.model.coding import Coding
from dateline.model.event import Event

DAY = "2024-05-02"  # a Thursday


def events_of(coding: Coding, type_: str) -> list[Event]:
    return [e for e in coding.events or () if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "numbers"),
    [
        pytest.param("Gunmen abducted 17 nurses from two buses.", "ASSAULT", [("abducted", 17.0)], id="bystanders"),
        pytest.param("Two men threw a grenade, injuring four.", "ASSAULT", [("injured", 4.0)], id="perpetrators"),
        pytest.param("The two sides agreed on a truce.", "AGREE", [], id="parties"),
        pytest.param("Police shot dead two students in Lima.", "ASSAULT", [("killed", 2.0)], id="shot dead"),
        pytest.param("Shelling killed a child in Kherson.", "ASSAULT", [("killed", 1.0)], id="single"),
        pytest.param(
            "Clashes between rival militias displaced 800 people.", "ASSAULT", [("displaced", 800.0)], id="displaced"
        ),
        pytest.param(
            "Fighting erupted near Kidal, leaving eight soldiers and five rebels dead.", "ASSAULT",
            [("killed", 8.0), ("killed", 5.0)], id="leaving",
        ),
        pytest.param("Togo promised to give 200 rifles to Benin.", "AGREE", [("item", 200.0)], id="in the content"),
        pytest.param("Some 300 rebels laid down their arms.", "RETREAT", [("participants", 300.0)], id="who took part"),
        pytest.param(
            "Ten sailors are missing since pirates attacked a boat.", "ASSAULT", [("missing", 10.0)], id="missing"
        ),
    ],
)  # fmt: skip
def test_numbers_count_what_the_act_touches(code, text, type_, numbers):
    (event,) = events_of(code(text, published=DAY), type_)
    assert [(q.kind, q.low) for q in event.quantities] == numbers


def test_over_of_a_verb_is_no_bound(code):
    (event,) = events_of(code("Togo handed over four villages to Benin.", published=DAY), "RETREAT")
    assert [(q.low, q.high) for q in event.quantities] == [(4.0, 4.0)]


@pytest.mark.parametrize(
    ("text", "type_", "background"),
    [
        pytest.param("Togo's parliament ratified the treaty last month.", "SUPPORT", False, id="news, though late"),
        pytest.param("Rain fell. Togo invaded Benin in 1950.", "ASSAULT", True, id="long ago"),
        pytest.param("The king pardoned nine students jailed for insults.", "COERCE", True, id="attribute"),
        pytest.param("Rain fell.\n\nThe rebels have besieged the town for two years.", "ASSAULT", True, id="lasting"),
        pytest.param("A court charged Jan Berg with fraud for the arrest of a poet.", "COERCE", True, id="cause"),
        pytest.param("Benin said that its army had fired a missile.", "ASSAULT", False, id="reported"),
    ],
)
def test_history_is_background(code, text, type_, background):
    events = events_of(code(text, published=DAY), type_)
    assert [e.background for e in events] == [background]


def test_day_of_a_relative_clause_dates_no_other_act(code):
    coding = code("Chad blamed the rebels who had left the town in 2017.", published=DAY)
    assert [e.start for e in events_of(coding, "ACCUSE")] == [None]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param(
            "Togo closed its embassy in Beirut, a step prompted by the abduction of its consul.",
            [("SANCTION", "caused-by", "ASSAULT")], id="prompted by",
        ),
        pytest.param(
            "Rebels bombed the airport on Monday. The army responded with air strikes.",
            [("ASSAULT", "response-to", "ASSAULT")], id="responded with",
        ),
        pytest.param("The crowd has grown since police arrested the singer.", [], id="since bounds"),
    ],
)  # fmt: skip
def test_links_follow_the_words(code, text, links):
    events = code(text, published=DAY).events or ()
    types = {e.id: e.type for e in events}
    assert [(e.type, link.type, types[link.event]) for e in events for link in e.links] == links


def test_act_during_another_is_part_of_it(code):
    text = "Militants attacked a barracks in Gao. During the assault, a suicide bomber blew himself up."
    whole, part = events_of(code(text, published=DAY), "ASSAULT")
    assert (whole.part_of, part.part_of) == (None, whole.id)


def test_steps_of_an_act_are_part_of_it(code):
    text = "Gunmen ambushed a convoy near Gao. The gunmen first detonated a mine."
    whole, step = events_of(code(text, published=DAY), "ASSAULT")
    assert (whole.part_of, step.part_of) == (None, whole.id)
