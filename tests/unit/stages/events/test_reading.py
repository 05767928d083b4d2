"""Which words tell an event, which only say how, why or of what another tells."""

import pytest

from dateline.model.coding import Coding

DAY = "2024-05-02"  # a Thursday


def types(coding: Coding) -> list[str | None]:
    return [e.type for e in coding.events or ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The junta told the villagers that their houses would be bombed.", "THREATEN", id="told, passive"),
        pytest.param("Chad warned that anyone who crossed would be jailed.", "THREATEN", id="whoever"),
        pytest.param("Cairo warned that police will no longer tolerate rallies.", "THREATEN", id="not tolerate"),
        pytest.param("Tribesmen have sworn to fight until the army leaves.", "THREATEN", id="infinitive"),
        pytest.param("Peru says it will begin a military operation against the rebels.", "THREATEN", id="begin"),
    ],
)
def test_deeds_of_ones_own_are_threatened(code, text, expected):
    assert expected in types(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Doctors warned that the floods could drive people from their homes.", id="nature"),
        pytest.param("The treasury warned that money would run out in June.", id="want"),
        pytest.param("The envoy said that the rebels would attack the town.", id="others"),
    ],
)
def test_dangers_that_others_cause_are_no_threats(code, text):
    assert "THREATEN" not in types(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("About 500 people marched through Skopje to demand new elections.", ["PROTEST"], id="demanded"),
        pytest.param("Shopkeepers in Ayacucho closed their shops in protest.", ["PROTEST"], id="in protest"),
        pytest.param("The emir pardoned two poets jailed for insulting him.", ["CONCEDE", "COERCE"], id="charge"),
        pytest.param("Oslo asked the envoy to convene new talks with the rebels.", ["REQUEST"], id="object"),
    ],
)
def test_what_only_says_how_or_why_is_no_event(code, text, expected):
    assert types(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("Quito accepted a Chilean proposal for a ceasefire on Monday.", "RETREAT", id="proposal"),
        pytest.param("The rebels declared a ceasefire on Monday.", "RETREAT", id="declared"),
        pytest.param("Bulgaria refused to send warplanes to Moldova.", "AID", id="by mode"),
    ],
)
def test_content_is_what_the_words_come_to(code, text, content):
    [event] = code(text, published=DAY).events
    assert event.content.type == content


def test_what_one_does_not_grant_is_refused(code):
    [event] = code("The government did not give permission for the rally.", published=DAY).events
    assert (event.type, event.status) == ("REJECT", "occurred")


def test_led_makes_an_actor(code):
    coding = code("A Saudi-led strike on a school bus killed forty people on Monday.", published=DAY)
    actors = {a.id: a.country for a in coding.actors}
    assert any("SAU" in [actors[i] for i in e.actors] for e in coding.events)


def test_exercise_of_two_states_is_cooperation(code):
    assert types(code("Greek and Egyptian frigates held drills off Crete on Monday.", published=DAY)) == ["COOPERATE"]
    assert types(code("The Egyptian navy held drills off Crete on Monday.", published=DAY)) == ["MOBILIZE"]


def test_past_deed_has_no_day_to_come(code):
    coding = code("Rome telephoned Athens, and Paris asked the council to meet on Friday.", published=DAY)
    assert all(e.start is None or e.start <= DAY for e in coding.events if e.type == "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hail bombarded the orchards of Styria on Thursday.", id="weather"),
        pytest.param("A hippo attacked a fishing boat near Magangue.", id="beasts"),
        pytest.param("The bowler ambushed the champions with three wickets.", id="players"),
    ],
)
def test_what_no_one_does_is_no_event(code, text):
    assert types(code(text, published=DAY)) == []


def test_words_of_sport_do_not_hide_the_wounded(code):
    text = "A man was shot dead on Tuesday as he left a tennis court in Kano after a match."
    assert "ASSAULT" in types(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fighters carried out raids on two villages across the river.", ("ASSAULT", None), id="fighters"),
        pytest.param("Police raided a flat in Minsk on Monday.", ("COERCE", "seize"), id="police"),
    ],
)
def test_raids_of_forces_and_of_police(code, text, expected):
    assert [(e.type, e.mode) for e in code(text, published=DAY).events] == [expected]
