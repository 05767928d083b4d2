"""Acts inside acts: each operator keeps what it holds from being told as an event of its own."""

import pytest

from dateline.stages.events.told.operators import OPERATORS

DAY = "2024-05-02"
# operator: a sentence, and the types of the events that it tells
CASES = {
    "if": ("If the army shells the town, Peru will impose sanctions on Ecuador.", ["SANCTION"]),
    "undoes": ("Authorities lifted the night curfew in Tavna on Tuesday.", ["CONCEDE"]),
    "grants": ("Peru did not give permission for the rally on Tuesday.", ["REJECT"]),
    "marches for": ("Thousands marched in Lusaka on Tuesday, demanding that President Kaunda resign.", ["PROTEST"]),
    "charged with": ("A court in Minsk jailed Olga Sirotka on Tuesday for criticising the president.", ["SANCTION"]),
    "talks about": ("Chad and Sudan held talks on Tuesday on the release of prisoners.", ["CONSULT"]),
    "talks about doing": ("Chad and Niger held talks on Tuesday about redeploying 300 soldiers.", ["CONSULT"]),
    "accused of": ("Two activists were accused on Tuesday of collaborating with the army.", ["ACCUSE"]),
    "suspected of": ("Three journalists were suspected of spying for the rebels.", []),
    "opposes": ("Kenya said it opposed an invitation to Sudanese rebels to attend the conference.", ["REJECT"]),
    "may": ("The council has the power to impose sanctions on Chad.", []),
    "believes": ("The president thinks the truce will last.", []),
    "fights for": ("Kurdish forces are battling to drive Islamic State from Kirkuk.", ["ASSAULT"]),
    "done for": ("Norway sent a frigate on Tuesday to protect tankers in the Gulf of Aden.", ["MOBILIZE"]),
    "permits": ("Israel allowed the prisoners on Tuesday to protest in Haifa.", ["CONCEDE"]),
    "words for": ("Togo summoned the Beninese ambassador on Friday to complain about the raid.", ["ACCUSE"]),
    "asks": ("Chad was told on Friday of Togo's request to close the border.", []),
    "awaits": ("Togo vowed on Tuesday to fight until the last rebel lays down his arms.", ["THREATEN"]),
}


def test_every_operator_has_its_case():
    assert sorted(CASES) == sorted(o.name for o in OPERATORS)


@pytest.mark.parametrize("name", CASES)
def test_what_an_operator_holds_is_no_event(code, name):
    text, types = CASES[name]
    assert [e.type for e in code(text, published=DAY).events] == types
