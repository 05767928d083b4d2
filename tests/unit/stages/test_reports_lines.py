"""What the stages make of whole reports."""

import pytest
from reports import REPORTS

PLACES = {
    "march": ["Lima, Lima Province, PER, town"],
    "aid": ["Norway, NOR, country", "Chad, TCD, country", "Sudan, SDN, country", "Sweden, SWE, country"],
    "envoy": ["Chad, TCD, country", "Norway, NOR, country", "N'Djamena, Ville de Ndjamena, TCD, town"],
    "court": ["Niamey, Niamey, NER, town", "Benin, BEN, country"],
    "strike": ["Belvost, town"],
    "summit": [
        "Accra, Greater Accra, GHA, town",
        "Ghana, GHA, country",
        "Togo, TGO, country",
        "Benin, BEN, country",
        "Gulf of Guinea, water",
        "Lomé, Maritime Region, TGO, town",
        "Nigeria, NGA, country",
    ],
    "hostage": ["Zinder, Zinder Region, NER, town"],
    "border": ["Togo, TGO, country", "Benin, BEN, country"],
    "coup": ["Chad, TCD, country", "France, FRA, country"],
}


TIMES = {
    "raid": [
        "May 1: 2024-05-01 2024-05-01",
        "Tuesday night: 2024-04-30TNI 2024-04-30",
        "dusk: XXXX-XX-XXTEV",
        "dawn: XXXX-XX-XXTMO",
    ],
    "truce": ["Monday: 2024-04-29 2024-04-29", "three weeks: P3W", "9 May: 2024-05-09 2024-05-09"],
    "march": ["Wednesday: 2024-05-01 2024-05-01", "Monday: 2024-05-06 2024-05-06"],
    "aid": ["Thursday: 2024-05-02 2024-05-02", "April: 2024-04 2024-04-01/2024-04-30"],
    "envoy": ["Monday: 2024-04-29 2024-04-29", "2021: 2021 2021-01-01/2021-12-31"],
    "court": [
        "Friday: 2024-04-26 2024-04-26",
        "nine years: P9Y",
        "July 2021: 2021-07 2021-07-01/2021-07-31",
        "March: 2024-03 2024-03-01/2024-03-31",
    ],
    "strike": ["Sunday: 2024-04-28 2024-04-28"],
    "summit": ["9 June: 2024-06-09 2024-06-09", "2022: 2022 2022-01-01/2022-12-31"],
    "hostage": ["Tuesday: 2024-04-30 2024-04-30", "March: 2024-03 2024-03-01/2024-03-31"],
    "sanctions": ["Thursday: 2024-05-02 2024-05-02"],
    "border": ["Monday: 2024-04-29 2024-04-29"],
    "coup": ["early on Thursday: 2024-05-02 2024-05-02"],
}


STATEMENTS = {
    "raid": [
        (
            "the mayor of Gao | said (indirect assert) | Gunmen on motorcycles attacked the village of "
            "Korvath on Tuesday night, killing 14 herders and burning 30 houses"
        ),
        "Mayor Ibra Sow | told (direct assert) | They came at dusk and left at dawn",
        "He | said (indirect assert) | nine people were wounded",
        "The army | said (indirect assert) | it had sent troops to the area",
    ],
    "truce": [
        "Norway's foreign minister, Ada Thorn | welcomed (indirect support) | the deal",
        "she | said (direct assert) | This is a beginning",
    ],
    "march": [
        "Thousands of teachers | demand (indirect demand) | higher pay",
        (
            "The teachers' union | said (indirect assert) | that it would strike on Monday unless the "
            "ministry agreed to talks"
        ),
    ],
    "envoy": [
        "Chad | accusing (indirect accuse) | him of spying",
        "Norway | rejected (indirect deny) | the charge",
        "a spokesman | said (direct deny) | We deny all of it",
    ],
    "court": ["His lawyer | said (indirect promise) | that he would appeal"],
    "strike": [
        (
            "doctors | said (indirect assert) | A drone strike on a market in the town of Belvost killed at "
            "least 20 people on Sunday"
        ),
        "The army | denied (indirect deny) | that it had struck the town",
        "It | blamed (indirect accuse) | the rebels for the attack",
        "The United Nations | called (indirect demand) | an inquiry",
    ],
    "hostage": [
        (
            "the church | said (indirect assert) | Rebels freed nine nuns on Tuesday who had been seized in "
            "March from a convent near Zinder"
        ),
        "the bishop | according to (indirect report) | No ransom was paid",
    ],
    "sanctions": [
        "The foreign secretary | said (indirect assert) | that the man, Idris Bako, had paid mercenaries",
        "Bako | denies (indirect deny) | it",
    ],
    "border": [
        "Each side | accused (indirect accuse) | the other of shooting first",
        "The African Union | urged (indirect demand) | both to show restraint",
    ],
    "coup": [
        (
            "state television | said (indirect assert) | Soldiers seized power in Chad early on Thursday and"
            " arrested the president"
        ),
        "France | condemned (indirect oppose) | the coup",
    ],
}


POSITIONS = {
    "truce": ["Ada Thorn for deal 0.5"],
    "march": ["teachers for higher pay 0.9", "teachers' union conditional strikes of teachers' union 0.6"],
    "strike": ["United Nations for investigation 0.8"],
    "border": ["African Union for showing restraint 0.7"],
}


PLANS = {
    "truce": ["take effect: measure set 2024-05-09"],
    "march": ["strike: other set 2024-05-06"],
    "summit": ["meeting: meeting set 2024-06-09"],
}


@pytest.mark.parametrize("name", PLACES)
def test_places_of_a_report(places_of, name: str) -> None:
    assert places_of(REPORTS[name]) == PLACES[name]


@pytest.mark.parametrize("name", TIMES)
def test_times_of_a_report(times_of, name: str) -> None:
    assert times_of(REPORTS[name]) == TIMES[name]


@pytest.mark.parametrize("name", STATEMENTS)
def test_statements_of_a_report(statements_of, name: str) -> None:
    assert statements_of(REPORTS[name]) == STATEMENTS[name]


@pytest.mark.parametrize("name", POSITIONS)
def test_positions_of_a_report(positions_of, name: str) -> None:
    assert positions_of(REPORTS[name]) == POSITIONS[name]


@pytest.mark.parametrize("name", PLANS)
def test_plans_of_a_report(plans_of, name: str) -> None:
    assert plans_of(REPORTS[name]) == PLANS[name]
