"""Gifts over several sentences, at every stage, and whom they help."""

import pytest

GIFTS = [
    ("Norway pledged $9 million to Chad. The sum is to be paid in June.", ["Norway > Chad: announced other 9e+06 USD"]),
    (
        "Norway pledged $9 million to Chad, of which $3 million is for schools.",
        ["Norway > Chad: announced humanitarian 9e+06 USD", "Norway > Chad: announced humanitarian 3e+06 USD"],
    ),
    (
        "Norway pledged $9 million and Sweden $3 million to Chad.",
        ["Norway > Chad: announced other 9e+06 USD", "Sweden > Chad: announced other 3e+06 USD"],
    ),
    ("Norway, which pledged $9 million to Chad in March, gave nothing.", ["Norway > Chad: announced other 9e+06 USD"]),
    ("Norway's pledge of $9 million to Chad was kept.", ["Norway > Chad: announced other 9e+06 USD"]),
    ("Chad said Norway had given it nine tanks.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Chad said it had received nine tanks from Norway.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Chad said that Norway would give it nine tanks.", ["Norway > Chad: announced military 9 tanks"]),
    ("Chad wants nine tanks from Norway.", []),
    ("Norway gave Chad nine F-16 jets.", ["Norway > Chad: delivered military 9 F-16 jets"]),
    ("Norway gave Chad nine Leopard tanks.", ["Norway > Chad: delivered military 9 Leopard tanks"]),
    ("Norway gave Chad 300 tons of wheat.", ["Norway > Chad: delivered humanitarian wheat"]),
    ("Norway sent a rescue team to Chad.", ["Norway > Chad: delivered humanitarian rescue team"]),
    ("Norway sent instructors to Chad.", ["Norway > Chad: delivered military instructors"]),
    ("Norway provided nine tanks for Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway equipped Chad with nine tanks.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway handed nine tanks over to Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway handed over nine tanks to Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway shipped nine tanks to Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway dispatched nine tanks to Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway offered Chad nine tanks.", ["Norway > Chad: announced military 9 tanks"]),
    ("Norway approved the sale of nine tanks to Chad.", []),
    ("Norway decided to send nine tanks to Chad.", ["Norway > Chad: allocated military 9 tanks"]),
    ("Norway agreed to send nine tanks to Chad.", ["Norway > Chad: announced military 9 tanks"]),
    ("Norway plans to send nine tanks to Chad.", ["Norway > Chad: announced military 9 tanks"]),
    ("Norway is ready to send nine tanks to Chad.", ["Norway > Chad: announced military 9 tanks"]),
    ("Norway is sending nine tanks to Chad.", ["Norway > Chad: announced military 9 tanks"]),
    ("Norway has sent nine tanks to Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway had sent nine tanks to Chad.", ["Norway > Chad: delivered military 9 tanks"]),
    ("Norway did not send nine tanks to Chad.", ["Norway > Chad: refused military 9 tanks"]),
    ("Norway will not send nine tanks to Chad.", ["Norway > Chad: refused military 9 tanks"]),
    ("Norway never sent nine tanks to Chad.", ["Norway > Chad: refused military 9 tanks"]),
    ("Norway refused to send nine tanks to Chad.", ["Norway > Chad: refused military 9 tanks"]),
    ("Norway stopped sending tanks to Chad.", ["Norway > Chad: withdrawn military tanks"]),
    ("Norway halted the delivery of nine tanks to Chad.", ["Norway > Chad: withdrawn military 9 tanks"]),
    ("If Chad asks, Norway will send nine tanks.", []),
    ("Norway sent nine tanks to its border with Chad.", []),
    ("Norway sent nine tanks to attack Chad.", []),
    ("Norway sent nine tanks against Chad.", []),
    ("Norway lost nine tanks in Chad.", []),
    ("Norway fired nine rockets at Chad.", []),
    ("Norway moved nine tanks to Oslo.", []),
    ("Norway's army sent nine tanks to Chad.", ["Norway's army > Chad: delivered military 9 tanks"]),
    ("Norwegian fishermen gave Chad $9 million.", ["Norwegian fishermen > Chad: delivered other 9e+06 USD"]),
    ("Ada Thorn gave Chad $9 million.", ["Ada Thorn > Chad: delivered other 9e+06 USD"]),
    ("Ada Thorn, Norway's minister, gave Chad $9 million.", ["Ada Thorn > Chad: delivered other 9e+06 USD"]),
    ("Ada Thorn announced that Norway would give Chad $9 million.", ["Norway > Chad: announced other 9e+06 USD"]),
]


@pytest.mark.parametrize(("text", "expected"), GIFTS)
def test_what_is_given(plans_of, text: str, expected: list[str]) -> None:
    assert plans_of(text) == expected


HELPED = [
    ("Norway gave $9 million to help farmers in Chad.", ["Norway > farmers: delivered humanitarian 9e+06 USD"]),
    ("Norway gave $9 million to help Chad.", ["Norway > Chad: delivered other 9e+06 USD"]),
    ("Norway gave $9 million to support Chad.", ["Norway > Chad: delivered other 9e+06 USD"]),
    ("Norway gave $9 million to help feed Chad.", ["Norway > Chad: delivered other 9e+06 USD"]),
    ("Norway gave $9 million supporting Chad.", ["Norway > Chad: delivered other 9e+06 USD"]),
    ("Norway gave $9 million that helps Chad.", ["Norway > Chad: delivered other 9e+06 USD"]),
    ("Norway sent tents helping Chad.", ["Norway > Chad: delivered humanitarian tents"]),
    ("Norway donated $9 million to help Mali rebuild.", ["Norway > Mali: delivered humanitarian 9e+06 USD"]),
]


@pytest.mark.parametrize(("text", "expected"), HELPED)
def test_whom_a_gift_helps(plans_of, text: str, expected: list[str]) -> None:
    assert plans_of(text) == expected
