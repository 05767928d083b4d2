"""UCDP's rules as they are applied on export."""

from dataclasses import replace
from typing import Any

import pytest
from made_dossiers import (
    CLASH,
    DRONE,
    GUARDS,
    ODESA,
    REBELS,
    RUSSIA,
    UKRAINE,
    actor,
    claim,
    dossier,
    killed,
    member,
)  # fmt: skip

from dateline.datasets.account import Account, LeftOut
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.ucdp.rows import priogrid_cell, ucdp_rows

SOUTHERN = actor("Southern Front", "UKR", "REB", kind="armed-group")


def row(found: Dossier) -> dict[str, Any]:
    return dict(next(iter(ucdp_rows([found], Account()))).values)


def left(found: Dossier) -> LeftOut:
    account = Account()
    assert list(ucdp_rows([found], account)) == []
    return next(iter(account.left_out))


def test_no_death_no_row() -> None:
    assert left(dossier()) == left(dossier(claims=[claim(0)])) == LeftOut(1, "candidate, no reported death")


def test_conflicting_tolls_are_a_range() -> None:
    told = [claim(2, state="conflict"), claim(5, state="conflict", chosen=False)]
    found = row(dossier(claims=told))
    assert (found["low"], found["best"], found["high"]) == (2, 2, 5)


def test_the_best_is_what_the_rule_chose() -> None:
    told = [claim(2, chosen=False), claim(5, chosen=True), claim(9, chosen=False)]
    assert row(dossier(claims=told))["best"] == 5


def test_a_toll_that_was_superseded_counts_no_more() -> None:
    told = [claim(2, state="superseded", chosen=False), claim(5)]
    assert row(dossier(claims=told))["low"] == 5


@pytest.mark.parametrize(
    ("acting", "hit", "violence", "sides"),
    [
        (RUSSIA, UKRAINE, 1, ("Government of Russia", "Government of Ukraine")),
        (UKRAINE, REBELS, 1, ("Government of Ukraine", "Northern Front")),
        (REBELS, UKRAINE, 1, ("Government of Ukraine", "Northern Front")),
        (REBELS, SOUTHERN, 2, ("Northern Front", "Southern Front")),
        (REBELS, GUARDS, 3, ("Northern Front", "Civilians")),
        (RUSSIA, GUARDS, 3, ("Government of Russia", "Civilians")),
    ],
    ids=["states", "state first", "state second", "non-state", "one-sided", "one-sided state"],
)
def test_sides(acting: Any, hit: Any, violence: int, sides: tuple[str, str]) -> None:
    found = row(dossier(member(actors=[acting], recipients=[hit]), claims=[claim(3)]))
    assert (found["type_of_violence"], (found["side_a"], found["side_b"])) == (violence, sides)


def test_both_sides_of_a_battle_may_be_told_as_one() -> None:
    found = row(dossier(member(actors=[UKRAINE, REBELS], recipients=[], acled=CLASH), claims=[claim(3)]))
    assert (found["side_a"], found["side_b"]) == ("Government of Ukraine", "Northern Front")


def test_an_unknown_side_is_no_row() -> None:
    assert left(dossier(member(actors=[]), claims=[claim(3)])).rule == 1
    assert left(dossier(member(recipients=[]), claims=[claim(3)])).rule == 2


def test_numbers_of_governments() -> None:
    found = row(dossier(member(actors=[REBELS], recipients=[UKRAINE]), claims=[claim(3)]))
    assert (found["gwnoa"], found["gwnob"], found["country_id"]) == (369, None, 369)


def test_deaths_are_of_those_whom_the_report_names() -> None:
    civilians = row(dossier(member(quantities=(killed(2, 2),)), claims=[claim(2)]))
    assert (civilians["deaths_civilians"], civilians["deaths_unknown"]) == (2, 0)
    turned = member(actors=[REBELS], recipients=[UKRAINE], quantities=(killed(2, 2, UKRAINE),))
    assert row(dossier(turned, claims=[claim(2)]))["deaths_a"] == 2
    nobody = row(dossier(member(quantities=(killed(2, 2, None),)), claims=[claim(2)]))
    assert nobody["deaths_unknown"] == 2


def test_reports_that_do_not_say_whose_dead_they_are_do_not_differ() -> None:
    silent = member(quantities=(killed(2, 2, None),), report={"id": "r-2"})
    found = row(dossier(silent, member(quantities=(killed(2, 2),)), claims=[claim(2)]))
    assert found["deaths_civilians"] == 2


def test_a_vague_word_keeps_its_range() -> None:
    vague = member(text="dozens died in Odesa on Thursday.", quantities=(killed(12, 99),))
    found = row(dossier(vague, claims=[claim(12, 99)]))
    assert (found["low"], found["best"], found["high"]) == (12, 12, 99)


def test_the_best_is_the_sum_of_the_sides() -> None:
    found = row(dossier(member(quantities=(killed(2, 2),)), claims=[claim(2), claim(7, chosen=False)]))
    assert found["best"] == sum(found[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown"))


@pytest.mark.parametrize(
    ("end", "precision", "clarity"),
    [("2024-03-14", 1, 1), ("2024-03-19", 2, 1), ("2024-03-20", 3, 2), ("2024-04-10", 4, 2), ("2024-12-01", 5, 2)],
)
def test_intervals_are_kept(end: str, precision: int, clarity: int) -> None:
    found = row(dossier(member(end=end), claims=[claim(2)]))
    assert (found["date_start"], found["date_end"], found["date_prec"]) == ("2024-03-14", end, precision)
    assert found["event_clarity"] == clarity


@pytest.mark.parametrize(("precision", "given"), [("town", 1), ("district", 3), ("province", 4), ("country", 6)])
def test_levels_of_place(precision: Any, given: int) -> None:
    place = replace(ODESA, precision=precision)
    assert row(dossier(member(place=place), place=place, claims=[claim(2)]))["where_prec"] == given


def test_the_informant_is_apart_from_the_outlet() -> None:
    found = row(dossier(claims=[claim(2, said_by="Taras Melnyk")]))
    assert (found["source_original"], found["source_office"]) == ("Taras Melnyk", "Harbour Wire")


def test_copies_are_no_sources() -> None:
    copy = member(report={"id": "r-2", "role": "copy"})
    assert row(dossier(member(), copy, claims=[claim(2)]))["number_of_sources"] == 1


def test_talk_is_no_row() -> None:
    talk = member(type="ACCUSE", mode=None, modes=(), acled=None)
    assert left(dossier(talk, claims=[claim(2)])).reason.endswith("this is ACCUSE")
    assert left(dossier(member(status="denied", acled=DRONE), claims=[claim(2)])).reason.endswith("this is denied")


@pytest.mark.parametrize(("lat", "lon", "cell"), [(-90.0, -180.0, 1), (90.0, 180.0, 259_200), (0.25, 0.25, 129_961)])
def test_cell_of_prio_grid(lat: float, lon: float, cell: int) -> None:
    assert priogrid_cell(lat, lon) == cell
