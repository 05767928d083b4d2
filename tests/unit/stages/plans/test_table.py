"""What is given, by whom, to whom, at what stage; what is to come, and when."""

import pytest
from shorthand import of_plans

CASES = [
    (
        "A letter from Norway arrived on Monday. An aid package of $9 million was announced for Chad.",
        ["Norway > Chad: announced other 9e+06 USD"],
    ),
    (
        "Norway was thanked. An aid package of $9 million was announced for Chad.",
        ["? > Chad: announced other 9e+06 USD"],
    ),
    (
        "Norway's envoy left on Monday. An aid package of $9 million was announced for Chad.",
        ["Norway > Chad: announced other 9e+06 USD"],
    ),
    ("Neighbouring countries gave Chad $9 million.", ["Neighbouring countries > Chad: delivered other 9e+06 USD"]),
    ("Norway pledged to give Chad $9 million in aid by 2026.", ["Norway > Chad: announced other 9e+06 USD"]),
    ("Norway pledged between $5 million and $9 million in aid to Chad.", ["Norway > Chad: announced other 9e+06 USD"]),
    ("Norway pledged more than $9 million in aid to Chad.", ["Norway > Chad: announced other 9e+06 USD"]),
    ("Norway pledged up to $9 million in aid to Chad.", ["Norway > Chad: announced other 9e+06 USD"]),
    ("Norway cut its aid to Chad by $9 million.", ["Norway > Chad: withdrawn other 9e+06 USD"]),
    ("Norway did not give Chad $9 million.", ["Norway > Chad: refused other 9e+06 USD"]),
    ("Norway refused to give Chad $9 million in aid.", ["Norway > Chad: refused other 9e+06 USD"]),
    ("Norway owes Chad $9 million.", []),
    ("Norway's loan of $9 million to Chad was approved on Monday.", ["Norway > Chad: allocated financial 9e+06 USD"]),
    ("Chad asked Norway for $9 million in aid.", []),
    (
        "Norway donated 20 ambulances and 300 tents to Chad.",
        ["Norway > Chad: delivered humanitarian 20 ambulances 300 tents"],
    ),
    ("Norway delivered the first five of 20 promised tanks to Chad.", ["Norway > Chad: delivered military 5 tanks"]),
    ("Norway shipped ammunition and drones to Chad.", ["Norway > Chad: delivered military ammunition drones"]),
    ("Norway will send 1,000 troops to Chad.", ["Norway > Chad: announced military 1000 troops"]),
    (
        "Norway gave the Red Cross $9 million for Chad.",
        ["Norway > International Committee of the Red Cross: delivered humanitarian 9e+06 USD"],
    ),
    ("Norway froze $9 million in aid to Chad.", ["Norway > Chad: withdrawn other 9e+06 USD"]),
    ("Norway doubled its aid to Chad to $9 million.", ["Norway > Chad: announced other 9e+06 USD"]),
    (
        "Norway's parliament allocated $9 million for Chad's schools.",
        ["Norway's parliament > Chad's schools: allocated humanitarian 9e+06 USD"],
    ),
    ("Norway said it had already disbursed $9 million to Chad.", ["Norway > Chad: delivered other 9e+06 USD"]),
    (
        "The World Bank gave Kenya a grant of $9 million for roads.",
        ["World Bank > Kenya: delivered financial 9e+06 USD"],
    ),
    ("A court fined Norway $9 million.", []),
    ("Rebels demanded a ransom of $9 million from Chad.", []),
    ("Norway spent $9 million on a museum.", []),
    ("Norway imported $9 million of fish from Chad.", []),
    ("The talks between Norway and Chad will take place on Monday.", ["talks: meeting set 2024-05-06"]),
    ("The election in Chad is set for 5 May.", ["election: election set 2024-05-05"]),
    ("The election in Chad was postponed to 5 May.", ["election: election moved 2024-05-05"]),
    ("The election in Chad was cancelled.", ["election: election cancelled"]),
    ("The ministers will meet in Oslo on 5 May.", ["meeting: meeting set 2024-05-05"]),
    ("A ceasefire will take effect on Monday.", ["ceasefire: measure set 2024-05-06"]),
    ("Parliament will vote on the treaty on Monday.", ["vote: vote set 2024-05-06"]),
    ("The deadline for the withdrawal is 5 May.", ["deadline: deadline set 2024-05-05"]),
    ("The talks resume on Monday.", ["talks: meeting set 2024-05-06"]),
    ("Chad plans to hold a referendum in June.", ["referendum: vote set 2024-06-01/2024-06-30"]),
    ("A date in April was set for the vote.", ["vote: vote set 2025-04-01/2025-04-30"]),
    ("The parade was held on Monday.", []),
    ("The trial of the mayor opens on 5 May.", ["trial: hearing set 2024-05-05"]),
    ("Neighbouring countries and Norway gave Chad $9 million.", ["Norway > Chad: delivered other 9e+06 USD"]),
    ("International donors and Norway pledged $9 million to Chad.", ["Norway > Chad: announced other 9e+06 USD"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_read_of_a_text(draft_of, text: str, expected: list[str]) -> None:
    assert of_plans(draft_of(text)) == expected
