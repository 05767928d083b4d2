"""What the formats of news coding take and leave: POLECAT, ICEWS, GDELT, CAMEO, PLOVER."""

from typing import Any

import pytest
from made_dossiers import GUARDS, RUSSIA, UKRAINE, actor, dossier, member

from dateline.datasets.account import Account
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.facts.ids import number_of
from dateline.datasets.news.cameo import cameo_rows
from dateline.datasets.news.gdelt import gdelt_events
from dateline.datasets.news.icews import icews_rows
from dateline.datasets.news.polecat import polecat_rows

PROMISE = {"type": "AGREE", "mode": None, "modes": (), "cameo": "033", "acled": None}
GERMANY = actor("Germany", "DEU", "GOV", kind="country")


def rows(make: Any, *dossiers: Dossier) -> list[dict[str, Any]]:
    return [dict(line.values) for line in make(dossiers, Account())]


@pytest.mark.parametrize("status", ["negated", "denied", "hypothetical", "planned"])
def test_what_did_not_happen_has_no_row_and_is_told(status: str) -> None:
    account = Account()
    assert list(polecat_rows([dossier(member(status=status))], account)) == []
    assert [why.reason for why in account.left_out] == [f"the format has no column for what is {status}"]


def test_a_promise_is_an_act() -> None:
    assert len(rows(polecat_rows, dossier(member(status="planned", **PROMISE)))) == 1


def test_a_type_of_acled_alone_has_no_row() -> None:
    assert rows(gdelt_events, dossier(member(type=None), type=None)) == []


def test_lists_keep_a_meeting_one_row_and_pairs_make_it_two() -> None:
    meeting = dossier(member(actors=[RUSSIA, UKRAINE], recipients=[]))
    assert rows(polecat_rows, meeting)[0]["Actor Name"] == "Russia;Ukraine"
    found = [(row["Source Name"], row["Target Name"]) for row in rows(icews_rows, meeting)]
    assert found == [("Russia", "Ukraine"), ("Ukraine", "Russia")]


def test_each_actor_is_paired_with_each_recipient() -> None:
    assert len(rows(icews_rows, dossier(member(actors=[RUSSIA, GERMANY], recipients=[UKRAINE, GUARDS])))) == 4


def test_one_side_alone_is_a_row_of_cameo_and_none_of_icews() -> None:
    alone = dossier(member(recipients=[]))
    assert [(row["source"], row["target"]) for row in rows(cameo_rows, alone)] == [("RUS", None)]
    assert rows(icews_rows, alone) == []


def test_goldstein_is_that_of_the_formats_own_table() -> None:
    """The two tables in use differ at 016: -5 at ICEWS, -2 at GDELT."""
    told = dossier(member(cameo="016"))
    assert rows(icews_rows, told)[0]["Intensity"] == -5
    assert rows(gdelt_events, told)[0]["GoldsteinScale"] == -2


def test_codes_of_actors_are_strung_together_as_in_cameo() -> None:
    row = rows(gdelt_events, dossier(member(actors=[GERMANY])))[0]
    assert (row["Actor1Code"], row["Actor1CountryCode"], row["Actor1Type1Code"]) == ("DEUGOV", "DEU", "GOV")
    body = rows(gdelt_events, dossier(member(actors=[actor("United Nations", "IGO")])))[0]
    assert (body["Actor1Code"], body["Actor1CountryCode"]) == ("IGO", None)


def test_mentions_sources_and_reports_are_counted_apart() -> None:
    again = member(report={"id": "r-2"}, mentions=((7, 10), (30, 33)))
    row = rows(gdelt_events, dossier(member(), again))[0]
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == (3, 1, 2)


def test_numbers_are_the_same_in_every_run_and_fit_into_64_bits() -> None:
    assert number_of("i-1", "2024-03-14") == 574_763_279_927_930_154
    assert number_of("i-2", "2024-03-14") < 2**63
