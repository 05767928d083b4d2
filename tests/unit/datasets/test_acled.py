"""ACLED's rules as they are applied on export, each with a case that fails without it."""

from dataclasses import replace
from typing import Any

import pytest
from made_dossiers import (
    ATTACK,
    CLASH,
    DRONE,
    GUARDS,
    MARCH,
    ODESA,
    REBELS,
    RUSSIA,
    SHELLING,
    UKRAINE,
    actor,
    claim,
    disputed,
    dossier,
    killed,
    member,
)  # fmt: skip

from dateline.datasets.account import Account, LeftOut
from dateline.datasets.acled.rows import acled_rows
from dateline.datasets.facts.dossier import Dossier
from dateline.model.base import Evidence

PROVINCE = replace(ODESA, name="Odesa Oblast", precision="province", radius_km=150.0)


def rows(*dossiers: Dossier) -> list[dict[str, Any]]:
    return [dict(line.values) for line in acled_rows(dossiers, Account())]


def left(*dossiers: Dossier) -> list[LeftOut]:
    account = Account()
    assert list(acled_rows(dossiers, account)) == []
    return list(account.left_out)


def test_an_army_abroad_is_external() -> None:
    row = rows(dossier())[0]
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Russia", "External/Other forces")
    assert row["interaction"] == "External/Other forces-Civilians"


def test_an_army_at_home_is_a_state_force() -> None:
    row = rows(dossier(member(actors=[UKRAINE])))[0]
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Ukraine", "State forces")
    assert row["interaction"] == "State forces-Civilians"


def test_interaction_does_not_hang_on_the_order() -> None:
    there = rows(dossier(member(actors=[UKRAINE], recipients=[REBELS], acled=CLASH)))[0]
    back = rows(dossier(member(actors=[REBELS], recipients=[UKRAINE], acled=CLASH)))[0]
    assert there["interaction"] == back["interaction"] == "State forces-Rebel group"


def test_civilian_victims_are_a_standard_name_and_stand_second() -> None:
    row = rows(dossier(member(actors=[REBELS], recipients=[], acled=ATTACK)))[0]
    assert (row["actor2"], row["inter2"]) == ("Civilians (Ukraine)", "Civilians")
    assert row["civilian_targeting"] == "Civilian targeting"


def test_who_is_not_told_is_unidentified() -> None:
    assert rows(dossier(member(actors=[])))[0]["actor1"] == "Unidentified Armed Group (Ukraine)"


def test_who_is_disputed_is_unidentified() -> None:
    assert rows(dossier(member(), fields=disputed()))[0]["actor1"] == "Unidentified Armed Group (Ukraine)"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("gunmen", "Unidentified Armed Group (Mali)"), ("REBELS", "Unidentified Armed Group (Mali)"),
        ("Hezbollah", "Hezbollah"), ("Northern Front", "Northern Front"),
    ],
)  # fmt: skip
def test_a_description_is_no_name(name: str, given: str) -> None:
    armed = actor(name, "MLI", "UAF", kind="armed-group")
    assert rows(dossier(member(actors=[armed], acled=ATTACK)))[0]["actor1"] == given


def test_others_are_associated() -> None:
    row = rows(dossier(member(actors=[RUSSIA, actor("Belarus", "BLR", kind="country")])))[0]
    assert row["assoc_actor_1"] == "Military Forces of Belarus"


def test_battles_have_no_civilians() -> None:
    row = rows(dossier(member(actors=[UKRAINE], recipients=[REBELS, GUARDS], acled=CLASH)))[0]
    assert (row["actor2"], row["assoc_actor_2"]) == ("Northern Front", None)


def test_both_sides_of_a_battle_may_be_told_as_one() -> None:
    row = rows(dossier(member(actors=[UKRAINE, REBELS], recipients=[], acled=CLASH)))[0]
    assert (row["actor1"], row["actor2"]) == ("Military Forces of Ukraine", "Northern Front")


def test_demonstrators_are_protesters() -> None:
    row = rows(dossier(member(actors=[GUARDS], recipients=[], type="PROTEST", mode="demo", acled=MARCH)))[0]
    assert (row["actor1"], row["inter1"], row["interaction"]) == (
        "Protesters (Ukraine)",
        "Protesters",
        "Protesters only",
    )


def test_several_types_on_a_day_at_a_place_by_the_same_are_one_by_rank() -> None:
    one = dossier(member(acled=SHELLING), id="i-1")
    other = dossier(member(acled=DRONE), id="i-2")
    assert [row["sub_event_type"] for row in rows(one, other)] == ["Air/drone strike"]


def test_other_actors_are_another_row() -> None:
    assert len(rows(dossier(id="i-1"), dossier(member(actors=[REBELS]), id="i-2"))) == 2


def test_another_day_is_another_row() -> None:
    assert len(rows(dossier(id="i-1"), dossier(member(start="2024-03-15", end="2024-03-15"), id="i-2"))) == 2


def test_days_that_are_reported_are_rows_and_others_are_not_filled() -> None:
    days = [member(start=day, end=day) for day in ("2024-03-14", "2024-03-17")]
    found = rows(dossier(*days, start="2024-03-14", end="2024-03-17", claims=[claim(5)]))
    assert [(r["event_date"], r["fatalities"]) for r in found] == [("2024-03-14", 3), ("2024-03-17", 2)]
    assert "split evenly" in found[0]["notes"]


@pytest.mark.parametrize(
    ("end", "day", "precision"),
    [("2024-03-14", "2024-03-14", 1), ("2024-03-18", "2024-03-16", 2), ("2024-04-01", "2024-03-23", 3)],
)
def test_time_precision(end: str, day: str, precision: int) -> None:
    row = rows(dossier(member(end=end)))[0]
    assert (row["event_date"], row["time_precision"]) == (day, precision)


def test_what_is_coarser_than_a_month_is_not_coded() -> None:
    assert left(dossier(member(end="2024-06-30"))) == [LeftOut(17, "the days are more than a month")]


@pytest.mark.parametrize(("place", "precision"), [(ODESA, 1), (replace(ODESA, precision="district"), 2), (PROVINCE, 3)])
def test_place_precision(place: Any, precision: int) -> None:
    assert rows(dossier(member(place=place), place=place))[0]["geo_precision"] == precision


def test_a_country_is_no_place() -> None:
    country = replace(ODESA, name="Ukraine", precision="country")
    assert left(dossier(member(place=country), place=country))[0].rule == 5


def test_what_did_not_take_place_is_left_out_with_the_coders_reason() -> None:
    note = Evidence(note="rule 4: only what took place is recorded; this is planned")
    planned = member(status="planned", acled=None, evidence={"acled": note})
    assert left(dossier(planned)) == [LeftOut(4, "only what took place is recorded; this is planned")]


def test_the_lowest_toll_that_stands() -> None:
    told = [claim(2, state="conflict"), claim(5, state="conflict"), claim(1, state="superseded", chosen=False)]
    assert rows(dossier(claims=told))[0]["fatalities"] == 2


def test_an_event_that_joined_nothing_has_its_own_toll() -> None:
    assert rows(dossier(member(quantities=(killed(3, 3),))))[0]["fatalities"] == 3


def test_no_toll_is_zero_and_is_counted() -> None:
    account = Account()
    assert next(iter(acled_rows([dossier()], account))).values["fatalities"] == 0
    assert account.remarks["fatalities", "0 where no report gives deaths (rule 13)"] == 1


def test_a_vague_word_has_a_set_value() -> None:
    text = "dozens died in Odesa on Thursday."
    assert rows(dossier(member(text=text, quantities=(killed(24, 99),)), claims=[claim(24, 99)]))[0]["fatalities"] == 12


def test_all_sources_but_copies() -> None:
    copy = member(report={"id": "r-2", "source": "Copy Post", "role": "copy"})
    short = member(report={"id": "r-4", "source": "Short Post", "role": "shortened"})
    other = member(report={"id": "r-3", "source": "Delta Courier"})
    assert rows(dossier(member(), copy, short, other))[0]["source"] == "Harbour Wire; Delta Courier"


def test_reach_of_the_sources() -> None:
    home = member(report={"id": "r-2", "source": "Ukrinform"})
    abroad = member(report={"id": "r-3", "source": "Reuters"})
    assert rows(dossier(home, abroad))[0]["source_scale"] == "National-International"


def test_no_sentence_of_a_source_is_copied() -> None:
    assert "depot in Odesa on" not in rows(dossier())[0]["notes"]


def test_an_id_is_the_same_whatever_the_run() -> None:
    assert rows(dossier())[0]["event_id_cnty"] == rows(dossier())[0]["event_id_cnty"]
    assert rows(dossier())[0]["event_id_cnty"].startswith("UKR")
