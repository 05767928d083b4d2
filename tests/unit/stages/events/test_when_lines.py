"""When an act took place: its own day, not that of what is told beside it."""

import pytest

DAYS = [
    ("On Monday, rebels shelled Gao.", ["ASSAULT heavy-weapons rebels > Gao in Gao 2024-04-29"]),
    ("Rebels on Monday shelled Gao.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29"]),
    ("Rebels shelled Gao on Monday and Tuesday.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29/2024-04-30"]),
    (
        "Rebels shelled Gao from Monday to Wednesday.",
        ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29/2024-05-01"],
    ),
    ("Rebels shelled Gao for three days.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels shelled Gao three days ago.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29"]),
    ("Rebels shelled Gao last week.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-22/2024-04-28"]),
    ("Rebels shelled Gao overnight.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-05-01"]),
    ("Rebels shelled Gao at dawn on Tuesday.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-30"]),
    ("Rebels shelled Gao on 5 March 2019.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2019-03-05"]),
    ("Rebels shelled Gao in March.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-03-01/2024-03-31"]),
    ("Rebels shelled Gao in 2019.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2019-01-01/2019-12-31"]),
    ("Rebels shelled Gao before the vote on 9 May.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels shelled Gao a day before the vote.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels shelled Gao since Monday.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels have shelled Gao since Monday.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels shelled Gao until Monday.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    (
        "Rebels said on Tuesday that they had shelled Gao on Monday.",
        ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29"],
    ),
    ("Rebels said they shelled Gao on Monday.", ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29"]),
    (
        "Rebels, who banded together in 2012, shelled Gao on Monday.",
        ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29"],
    ),
    (
        "Rebels who shelled Gao on Monday withdrew on Tuesday.",
        ["ASSAULT heavy-weapons Rebels > Gao in Gao 2024-04-29", "RETREAT withdraw Rebels 2024-04-29"],
    ),
    (
        "Rebels shelled Gao on Monday, killing nine nuns.",
        ["ASSAULT heavy-weapons Rebels > nuns in Gao 2024-04-29 killed=9"],
    ),
    (
        "The shelling on Monday was condemned by Chad on Tuesday.",
        ["ASSAULT heavy-weapons 2024-04-29", "ACCUSE disapprove Chad 2024-04-30"],
    ),
    ("Chad will hold talks with Norway on 9 May.", ["AGREE planned Chad, Norway 2024-05-09"]),
    ("Chad agreed on Monday to hold talks with Norway in June.", ["AGREE Chad > Norway 2024-04-29"]),
    (
        "Chad expelled Norway's envoy on Monday over remarks made in March.",
        ["SANCTION expel Chad > Norway's envoy 2024-04-29"],
    ),
    ("Nine nuns were freed on Monday after a year in captivity.", ["RETREAT release > nuns 2024-04-29 item=9"]),
    ("Nine nuns seized in March were freed on Monday.", ["RETREAT release > nuns 2024-04-29 item=9"]),
    (
        "A truce that began on Monday was broken on Tuesday.",
        ["RETREAT ceasefire 2024-04-29", "SANCTION discontinue 2024-04-30"],
    ),
    ("Teachers in Lima struck on Monday for the third day.", ["PROTEST strike Teachers in Lima 2024-04-29"]),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_when_it_took_place(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected
