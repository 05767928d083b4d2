"""Totals of a war, single victims, games; and what another act answers."""

import pytest

TOLLS = [
    (
        "Chad imposed sanctions on Niger over the arrest of a writer.",
        ["SANCTION discontinue Chad > Niger", "SANCTION discontinue > Niger", "COERCE arrest > writer arrested=1"],
    ),
    (
        "Chad imposed sanctions on Niger for the arrest of a writer.",
        ["SANCTION discontinue Chad > Niger", "SANCTION discontinue > Niger", "COERCE arrest > writer arrested=1"],
    ),
    (
        "Chad imposed sanctions on Niger over an arrest of a writer.",
        ["SANCTION discontinue Chad > Niger", "SANCTION discontinue > Niger", "COERCE arrest > writer arrested=1"],
    ),
    ("More than 34,000 people have been killed in the war.", []),
    ("Gunmen killed more than 34,000 people in the war.", ["ASSAULT firearms Gunmen > people killed=34000"]),
    ("More than 34,000 people were killed in the war on Monday.", ["ASSAULT > people 2024-04-29 killed=34000"]),
    ("More than 900 people have been killed in the conflict since 2019.", []),
    (
        "Rebels killed a farmer and wounded his daughter in Gao.",
        ["ASSAULT Rebels > farmer in Gao killed=1", "ASSAULT Rebels > daughter in Gao injured=1"],
    ),
    (
        "Rebels killed farmers and wounded a child in Gao.",
        ["ASSAULT Rebels > farmers in Gao", "ASSAULT Rebels > child in Gao injured=1"],
    ),
    ("Rebels killed a dog in Gao.", []),
    ("Rebels beat a nun to death in Gao.", ["ASSAULT beat Rebels > nun in Gao killed=1"]),
    ("Rebels shot a nun dead in Gao.", ["ASSAULT firearms Rebels > nun in Gao killed=1"]),
    ("Rebels did not kill a nun in Gao.", ["ASSAULT negated Rebels > nun in Gao"]),
    ("A striker shot in the first half of the match in Gao.", []),
    ("Players attacked the goal in the match and won the cup in Gao.", []),
    ("The champions attacked in the second half of the final.", []),
    ("Rebels attacked players after the match for the cup in Gao.", ["ASSAULT Rebels > players in Gao"]),
    ("The team fought in the league match in Gao.", []),
    ("Chad attacked Mali in the second half of the match.", []),
    ("Chad attacked Mali in the league match.", []),
    ("Chad attacked Mali in the group match of the tournament.", []),
    ("Chad's army attacked Mali in the middle of the match for the cup.", ["ASSAULT Chad's army > Mali in Mali"]),
    ("An explosion of fireworks killed nine in Gao.", []),
    ("An explosion of bombs killed nine in Gao.", ["ASSAULT explosives in Gao", "ASSAULT explosives in Gao killed=9"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_what_is_an_act_and_what_a_total_or_a_game(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


CAUSES = [
    (
        "Chad imposed sanctions on Niger over the arrest of a writer.",
        ["SANCTION: imposed, sanctions (main)", "COERCE: arrest (background)"],
    ),
    (
        "Chad imposed sanctions on Niger for the massacre of nuns.",
        ["SANCTION: imposed, sanctions (main)", "ASSAULT: massacre (background)"],
    ),
    (
        "Chad imposed sanctions on Niger over a massacre of nuns.",
        ["SANCTION: imposed, sanctions (main)", "ASSAULT: massacre"],
    ),
    (
        "Chad imposed sanctions on Niger after the massacre of nuns.",
        ["SANCTION: imposed, sanctions (main) follows massacre", "ASSAULT: massacre"],
    ),
    ("Chad carried out the attack against Niger.", ["ASSAULT: attack (main)"]),
    ("Teachers marched over the arrest of a writer.", ["PROTEST: marched (main)", "COERCE: arrest (background)"]),
    ("Teachers marched against the arrest of a writer.", ["PROTEST: marched (main)", "COERCE: arrest (background)"]),
    ("Chad freed the teachers jailed for insults.", ["AID: freed (main)", "COERCE: jailed (background)"]),
    ("Chad freed the teachers jailed by Niger.", ["AID: freed (main)", "COERCE: jailed"]),
    ("Chad has fought rebels for two years. It shelled Gao on Monday.", ["ASSAULT: fought, shelled (main)"]),
    ("Chad shelled Gao on Monday. It has fought rebels for two years.", ["ASSAULT: shelled, fought (main)"]),
    (
        "Chad shelled Gao on Monday. Earlier, it expelled an envoy.",
        ["ASSAULT: shelled (main)", "SANCTION: expelled (background)"],
    ),
    (
        "Chad shelled Gao on Monday. Last year it expelled an envoy.",
        ["ASSAULT: shelled (main)", "SANCTION: expelled (background)"],
    ),
    (
        "Chad shelled Gao on Monday. In March it expelled an envoy.",
        ["ASSAULT: shelled (main)", "SANCTION: expelled (background)"],
    ),
    (
        "Chad shelled Gao on Monday. On 28 April it expelled an envoy.",
        ["ASSAULT: shelled (main)", "SANCTION: expelled"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAUSES)
def test_what_is_only_recalled(joined_of, text: str, expected: list[str]) -> None:
    assert joined_of(text) == expected
