"""After talks, the leaders, the sides, they: those who met."""

import pytest

from dateline.model.coding import Coding

CALL = (
    "President Anton Orlov had a telephone conversation with President of Kenya Amadou Keita. "
    "The fighting in Sudan was discussed, and the role of the UN was noted. "
)
MET = "Kenyan Foreign Minister Paul Otieno met Chadian Foreign Minister Idriss Saleh in Accra. "


def agreeing(coding: Coding) -> set[str]:
    """Return the names of those who agree."""
    names = {a.id: a.name for a in coding.actors or ()}
    return {names[a] for e in coding.events or () if e.type == "AGREE" for a in e.actors}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The leaders agreed to maintain contact.", id="leaders"),
        pytest.param("The heads of state agreed to maintain contact.", id="heads of state"),
        pytest.param("They agreed to maintain contact.", id="they"),
        pytest.param("The parties agreed to keep up contact.", id="parties"),
        pytest.param("It was agreed to further coordinate cooperation.", id="passive"),
        pytest.param("Agreement was reached on further contacts.", id="noun"),
    ],
)
def test_those_who_met_agree(code, sentence):
    assert agreeing(code(CALL + sentence)) == {"Anton Orlov", "Amadou Keita"}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The leaders of Togo agreed to open a port.", id="others' leaders"),
        pytest.param("Nigerian ministers agreed to open a port.", id="ministers of a country"),
        pytest.param("Peru agreed to open a port.", id="a name"),
    ],
)
def test_whoever_is_named_apart_agrees(code, sentence):
    agreed = agreeing(code(MET + sentence))
    assert not agreed & {"Paul Otieno", "Idriss Saleh"}
    assert agreed


def test_talks_with_nobody_named_leave_nobody_to_come_back_to(code):
    text = (
        "Anton Orlov praised the police. The government held talks with rebels. The delegations agreed to meet again."
    )
    assert "Anton Orlov" not in agreeing(code(text))


def test_other_givers_of_other_sums_are_other_pledges(code):
    text = "Japan pledged $50 million in aid to Sudan on Thursday. Norway promised 10 million euros to Sudan."
    coding = code(text)
    names = {a.id: a.name for a in coding.actors}
    assert [[names[a] for a in e.actors] for e in coding.events] == [["Japan"], ["Norway"]]
