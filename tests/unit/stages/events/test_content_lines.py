"""What is agreed to, asked for, refused or threatened."""

import pytest

CONTENTS = [
    ("Chad agreed to meet Niger.", ["AGREE: CONSULT"]),
    ("Chad agreed to withdraw its troops from Niger.", ["AGREE: RETREAT withdraw"]),
    ("Chad agreed to a truce with Niger.", ["AGREE: RETREAT ceasefire"]),
    ("Chad agreed to send aid to Niger.", ["AGREE: AID"]),
    ("Chad agreed to sign a treaty with Niger.", ["AGREE: SUPPORT"]),
    ("Chad agreed to lift sanctions on Niger.", ["AGREE: CONCEDE"]),
    ("Chad promised Niger $9 million.", ["AGREE: AID"]),
    ("Chad promised to attack Niger.", ["THREATEN: ASSAULT"]),
    ("Chad offered Niger a truce.", ["AGREE: RETREAT ceasefire"]),
    ("Chad will meet Niger.", ["AGREE: CONSULT"]),
    ("Chad will sign a treaty with Niger.", ["AGREE: SUPPORT"]),
    ("Chad will send aid to Niger.", ["AGREE: AID"]),
    ("Chad plans to visit Niger.", ["AGREE: CONSULT visit"]),
    ("Chad plans to attack Niger.", ["THREATEN: ASSAULT"]),
    ("Chad asked Niger for aid.", ["REQUEST: AID"]),
    ("Chad asked Niger for arms.", ["REQUEST: AID"]),
    ("Chad asked Niger to meet.", ["REQUEST: CONSULT"]),
    ("Chad asked Niger to withdraw its troops.", ["REQUEST: RETREAT withdraw"]),
    ("Chad asked Niger to condemn the raid.", ["REQUEST: ACCUSE disapprove"]),
    ("Chad asked Niger to impose sanctions on Mali.", ["REQUEST: SANCTION discontinue"]),
    ("Chad called for talks.", ["REQUEST: CONSULT"]),
    ("Chad called for a truce.", ["REQUEST: RETREAT ceasefire"]),
    ("Chad called for sanctions on Niger.", ["REQUEST: SANCTION discontinue"]),
    ("Chad called for the release of nine nuns.", ["REQUEST: RETREAT release"]),
    ("Chad demanded the withdrawal of Niger's troops.", ["REQUEST: RETREAT withdraw"]),
    ("Chad demanded an apology from Niger.", ["REQUEST: CONCEDE"]),
    ("Chad demanded aid from Niger.", ["REQUEST: AID"]),
    ("Chad proposed talks with Niger.", ["REQUEST: CONSULT"]),
    ("Chad rejected talks with Niger.", ["REJECT: CONSULT"]),
    ("Chad rejected a truce with Niger.", ["REJECT: RETREAT ceasefire"]),
    ("Chad rejected aid from Niger.", ["REJECT: AID"]),
    ("Chad rejected a call for talks with Niger.", ["REJECT: CONSULT"]),
    ("Chad refused to meet Niger.", ["REJECT: CONSULT"]),
    ("Chad refused to withdraw its troops from Niger.", ["REJECT: RETREAT withdraw"]),
    ("Chad refused to lift sanctions on Niger.", ["REJECT: CONCEDE"]),
    ("Chad refused to send arms to Niger.", ["REJECT: AID"]),
    ("Chad refused to sign a treaty with Niger.", ["REJECT: SUPPORT"]),
    ("Chad threatened to attack Niger.", ["THREATEN: ASSAULT"]),
    ("Chad threatened to impose sanctions on Niger.", ["THREATEN: SANCTION discontinue"]),
    ("Chad threatened to expel Niger's envoy.", ["THREATEN: SANCTION expel"]),
    ("Chad threatened to arrest a general.", ["THREATEN: COERCE arrest"]),
    ("Chad threatened to cut aid to Niger.", ["THREATEN: SANCTION discontinue"]),
    ("Chad threatened to quit talks with Niger.", ["THREATEN: REJECT meet"]),
    ("Chad threatened Niger with war.", ["THREATEN: ASSAULT"]),
    ("Chad threatened Niger with sanctions.", ["THREATEN: SANCTION discontinue"]),
    ("Chad vowed to attack Niger.", ["THREATEN: ASSAULT"]),
    ("Chad met Niger.", ["CONSULT"]),
    ("Chad attacked Niger.", ["ASSAULT"]),
]


@pytest.mark.parametrize(("text", "expected"), CONTENTS)
def test_what_is_spoken_of(contents_of, text: str, expected: list[str]) -> None:
    assert contents_of(text) == expected
