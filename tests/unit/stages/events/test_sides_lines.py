"""Those who met, those who only stand by, and the dead told in the next sentence."""

import pytest

MET = [
    (
        "Ada Thorn met Ben Oda in Oslo. They agreed to open a port.",
        ["CONSULT Ada Thorn, Ben Oda in Oslo", "AGREE Ada Thorn, Ben Oda"],
    ),
    (
        "Ada Thorn met Ben Oda in Oslo. The sides agreed to open a port.",
        ["CONSULT Ada Thorn, Ben Oda in Oslo", "AGREE Ada Thorn, Ben Oda"],
    ),
    (
        "Ada Thorn met Ben Oda in Oslo. The ministers agreed to open a port.",
        ["CONSULT Ada Thorn, Ben Oda in Oslo", "AGREE Ada Thorn, Ben Oda"],
    ),
    (
        "Ada Thorn met Ben Oda in Oslo. It was agreed to open a port.",
        ["CONSULT Ada Thorn, Ben Oda in Oslo", "AGREE Ada Thorn, Ben Oda"],
    ),
    (
        "Ada Thorn met Ben Oda in Oslo. Mali agreed to open a port.",
        ["CONSULT Ada Thorn, Ben Oda in Oslo", "AGREE Mali"],
    ),
    (
        "Ada Thorn met Ben Oda in Oslo. Rain fell. They agreed to open a port.",
        ["CONSULT Ada Thorn, Ben Oda in Oslo", "AGREE Ada Thorn, Ben Oda"],
    ),
    (
        "Ada Thorn telephoned Ben Oda. They agreed to open a port.",
        ["CONSULT phone Ada Thorn, Ben Oda", "AGREE Ada Thorn, Ben Oda"],
    ),
    (
        "Chad and Niger held talks in Oslo. They agreed to open a port.",
        ["CONSULT Chad, Niger in Oslo", "AGREE Chad, Niger"],
    ),
    (
        "Chad and Niger held talks in Oslo. The two countries signed a pact.",
        ["CONSULT Chad, Niger in Oslo", "SUPPORT Chad, Niger"],
    ),
    (
        "Chad and Niger held talks in Oslo. The delegations agreed to open a port.",
        ["CONSULT Chad, Niger in Oslo", "AGREE Chad, Niger"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MET)
def test_those_who_met_agree(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


BYSTANDERS = [
    ("Chad condemned the raid on Gao.", ["ACCUSE disapprove Chad", "ASSAULT > Gao in Gao"]),
    ("Chad blamed Mali for the raid on Gao.", ["ACCUSE allege Chad > Mali", "ASSAULT > Gao in Gao"]),
    ("Chad praised Gao.", ["SUPPORT Chad > Gao"]),
    ("Chad deployed its army in Gao.", ["MOBILIZE troops Chad in Gao"]),
    ("Chad put its troops on alert in Gao.", ["MOBILIZE troops Chad in Gao"]),
    ("Chad withdrew its army from Gao.", ["RETREAT withdraw Chad in Gao"]),
    ("Chad sent its soldiers to Mali.", ["MOBILIZE troops Chad > Mali in Mali"]),
    ("Chad sent its ambassador to Mali.", ["CONSULT Chad > Mali"]),
    ("Chad shut its embassy in Mali.", ["SANCTION withdraw Chad > Mali in Mali"]),
    ("Chad evacuated its citizens from Mali.", ["AID Chad > citizens"]),
    ("Chad's army shelled its own camp in Gao.", ["ASSAULT heavy-weapons Chad's army in Gao"]),
    ("Chad's police arrested a Chadian general.", ["COERCE arrest Chad's police > Chadian general arrested=1"]),
    ("Rebels attacked an army base in Gao.", ["ASSAULT Rebels > army base in Gao"]),
    ("Rebels attacked a hospital in Gao.", ["ASSAULT Rebels in Gao"]),
    ("Rebels attacked a church in Gao.", ["ASSAULT Rebels in Gao"]),
    ("Rebels attacked a UN base in Gao.", ["ASSAULT Rebels > United Nations in Gao"]),
    ("Rebels attacked the French embassy in Gao.", ["ASSAULT Rebels > French embassy in Gao"]),
    ("Rebels attacked a bus with nine nuns in Gao.", ["ASSAULT Rebels > nuns in Gao"]),
    ("Rebels attacked a ship of Norway off Yemen.", ["ASSAULT Rebels > Norway in Yemen"]),
    ("Rebels attacked a Norwegian ship off Yemen.", ["ASSAULT Rebels > Norway in Yemen"]),
    ("Rebels attacked a village of farmers in Mali.", ["ASSAULT Rebels > village in Mali"]),
    ("Rebels attacked the home of a judge in Gao.", ["ASSAULT Rebels > judge in Gao"]),
    ("Rebels attacked the convoy of Governor Ada Thorn in Gao.", ["ASSAULT Rebels > Ada Thorn in Gao"]),
    ("Rebels attacked an oil field in Gao.", ["ASSAULT Rebels in Gao"]),
    ("Rebels attacked a checkpoint held by the militia in Gao.", ["ASSAULT Rebels > militia in Gao"]),
    ("Rebels attacked positions of the army in Gao.", ["ASSAULT Rebels > army in Gao"]),
]


@pytest.mark.parametrize(("text", "expected"), BYSTANDERS)
def test_who_only_stands_by_is_no_recipient(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


NEXT = [
    ("Rebels attacked a bus in Gao. Nine people were killed.", ["ASSAULT Rebels > people in Gao killed=9"]),
    ("Rebels attacked a bus in Gao. At least nine people were killed.", ["ASSAULT Rebels > people in Gao killed=9"]),
    (
        "Rebels attacked a bus in Gao. Police arrested nine people.",
        ["ASSAULT Rebels in Gao", "COERCE arrest Police > people arrested=9"],
    ),
    ("Rebels attacked a bus in Gao. Nine people died in floods in Lagos.", ["ASSAULT Rebels in Gao"]),
    (
        "Rebels attacked a bus in Gao. In Lagos, nine people were killed by gunmen.",
        ["ASSAULT Rebels in Gao", "ASSAULT firearms gunmen > people in Lagos killed=9"],
    ),
    (
        "Rebels attacked a bus in Gao on Monday. On Tuesday nine people were killed.",
        ["ASSAULT Rebels in Gao 2024-04-29", "ASSAULT > people 2024-04-30 killed=9"],
    ),
    (
        "Rebels attacked a bus in Gao. Nine soldiers were killed, the army said.",
        ["ASSAULT Rebels > soldiers in Gao killed=9"],
    ),
    (
        "Rebels attacked a bus in Gao. The attack killed nine and wounded two.",
        ["ASSAULT Rebels in Gao injured=2 killed=9"],
    ),
    ("A bomb went off in Gao. Nine people were killed.", ["ASSAULT explosives > people in Gao killed=9"]),
    ("A bomb went off in Gao. It killed nine.", ["ASSAULT explosives in Gao killed=9"]),
    ("Marchers fought police in Lima. Nine were hurt.", ["PROTEST riot Marchers > police in Lima injured=9"]),
    ("Soldiers clashed with rebels in Gao. Nine rebels were killed.", ["ASSAULT Soldiers, rebels in Gao killed=9"]),
    (
        "Soldiers clashed with rebels in Gao. Nine rebels and two soldiers were killed.",
        ["ASSAULT Soldiers, rebels in Gao killed=9 killed=2"],
    ),
    ("Soldiers clashed with rebels in Gao. Nine people fled.", ["ASSAULT Soldiers, rebels in Gao"]),
]


@pytest.mark.parametrize(("text", "expected"), NEXT)
def test_the_dead_told_next_are_of_the_act_before(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected
