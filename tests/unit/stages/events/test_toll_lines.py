"""Whom and what an act killed, hurt, took, moved: numbers with their kind."""

import pytest

TOLLS = [
    ("Rebels killed at least nine nuns in Gao.", ["ASSAULT Rebels > nuns in Gao killed=9"]),
    ("Rebels killed more than ninety nuns in Gao.", ["ASSAULT Rebels > nuns in Gao killed=90"]),
    ("Rebels killed dozens of nuns in Gao.", ["ASSAULT Rebels > nuns in Gao killed=12"]),
    ("Rebels killed hundreds in Gao.", ["ASSAULT Rebels in Gao killed=100"]),
    ("Rebels killed a nun in Gao.", ["ASSAULT Rebels > nun in Gao killed=1"]),
    (
        "Rebels killed two nuns, a guard and a doctor in Gao.",
        ["ASSAULT Rebels > nuns, guard, doctor in Gao killed=2 killed=1 killed=1"],
    ),
    ("Rebels killed nine people, including two nuns, in Gao.", ["ASSAULT Rebels > people in Gao killed=9 killed=2"]),
    ("Rebels killed nine, among them two nuns, in Gao.", ["ASSAULT Rebels > nuns in Gao killed=9 killed=2"]),
    ("Rebels killed 30 to 40 nuns in Gao.", ["ASSAULT Rebels > nuns in Gao killed=30"]),
    ("Rebels killed no one in Gao.", ["ASSAULT negated Rebels in Gao"]),
    ("Rebels killed neither of the nuns in Gao.", ["ASSAULT negated Rebels > nuns in Gao"]),
    (
        "Nine nuns were killed, two were hurt and five are missing after a raid on Gao.",
        ["ASSAULT > nuns in Gao killed=9", "ASSAULT > nuns in Gao injured=2", "ASSAULT > Gao in Gao missing=5"],
    ),
    ("Nine nuns are missing after a raid on Gao.", ["ASSAULT > nuns in Gao missing=9"]),
    ("Rebels fired 40 rockets at Gao.", ["ASSAULT heavy-weapons Rebels > Gao in Gao item=40"]),
    ("Rebels burned 40 houses in Gao.", ["ASSAULT primitive Rebels in Gao item=40"]),
    ("Rebels stole 40 cows in Gao.", ["ASSAULT destroy Rebels in Gao item=40"]),
    ("Rebels took 40 hostages in Gao.", ["ASSAULT abduct Rebels > hostages in Gao abducted=40"]),
    ("Rebels freed 40 hostages in Gao.", ["RETREAT release Rebels > hostages in Gao item=40"]),
    ("Police arrested 40 teachers in Lima.", ["COERCE arrest Police > teachers in Lima arrested=40"]),
    (
        "Police arrested 40 people at a march of 4,000 teachers in Lima.",
        ["COERCE arrest Police > people in Lima arrested=40", "PROTEST demo > teachers in Lima participants=4000"],
    ),
    ("Police detained dozens of teachers in Lima.", ["COERCE arrest Police > teachers in Lima arrested=12"]),
    ("About 4,000 teachers marched in Lima.", ["PROTEST demo teachers in Lima participants=4000"]),
    ("Thousands marched in Lima.", ["PROTEST demo in Lima participants=1000"]),
    ("Tens of thousands of teachers marched in Lima.", ["PROTEST demo teachers in Lima participants=10000"]),
    (
        "Some 4,000 teachers marched in Lima, and 40 were arrested.",
        ["PROTEST demo teachers in Lima participants=4000", "COERCE arrest in Lima arrested=40"],
    ),
    ("Chad deployed 4,000 soldiers to Gao.", ["MOBILIZE troops Chad in Gao participants=4000"]),
    ("Chad gave Mali $9 million.", ["AID Chad > Mali money=9e+06"]),
    ("Chad gave Mali 40 tanks and 4,000 rifles.", ["AID Chad > Mali item=40 item=4000"]),
    ("Chad expelled nine diplomats of Norway.", ["SANCTION expel Chad > diplomats item=9"]),
    ("Chad recalled two diplomats from Norway.", ["SANCTION withdraw Chad > Norway item=2"]),
    ("A bomb wounded a nun, aged 40, in Gao.", ["ASSAULT explosives > nun in Gao injured=1"]),
    (
        "A bomb wounded nine nuns, two of them seriously, in Gao.",
        ["ASSAULT explosives > nuns in Gao injured=9 injured=2"],
    ),
    ("A bomb wounded nine nuns on Route 40 in Gao.", ["ASSAULT explosives > nuns in Gao injured=9"]),
    ("A bomb of 40 kilograms wounded nine nuns in Gao.", ["ASSAULT explosives > nuns in Gao injured=9"]),
    ("A second bomb wounded nine nuns in Gao.", ["ASSAULT explosives > nuns in Gao injured=9"]),
    ("Two bombs wounded nine nuns in Gao.", ["ASSAULT explosives > nuns in Gao item=2 injured=9"]),
    ("No one was hurt in the raid on Gao.", ["ASSAULT > Gao in Gao injured=0"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_what_is_counted(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected
