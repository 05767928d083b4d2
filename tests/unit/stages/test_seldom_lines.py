"""Rules that seldom say yes: sentences that are read otherwise without them."""

import pytest

CASES = [
    ("a letter alone is money's", "numbers", "Nuns ran 9k.", []),
    ("a letter alone is money's", "numbers", "Nuns left 9 m behind.", []),
    ("a nationality in a longer word", "actors", "A Russian-made tank left Gao.", []),
    ("a nationality in a longer word", "actors", "A French-built ship left.", []),
    ("a nationality in a longer word", "actors", "A Chinese-made drone hit Gao.", ["Gao: population MLI CVL"]),
    ("a market of goods", "actors", "Shells hit the labour market in Gao.", []),
    ("a market of goods", "actors", "Shells hit the oil market in Gao.", []),
    ("a market of goods", "actors", "Shells hit the bond market in Gao.", []),
    (
        "a country that has a name of its own",
        "actors",
        "Mali refused. The Chadian state agreed.",
        ["Mali: country MLI GOV", "Chad: country TCD GOV"],
    ),
    (
        "a country that has a name of its own",
        "actors",
        "Mali refused. The country of Chad agreed.",
        ["Mali: country MLI GOV", "Chad: country TCD GOV"],
    ),
    (
        "a second count of one kind",
        "told",
        "Gunmen attacked Gao, killing nine nuns. Two monks were killed.",
        ["ASSAULT firearms Gunmen > nuns in Gao killed=9", "ASSAULT > monks killed=2"],
    ),
    ("what somebody should hold", "positions", "Chad should support a ban on ivory.", []),
    ("what somebody should hold", "positions", "Chad must support a ban on ivory.", []),
    ("what somebody should hold", "positions", "Chad must condemn the coup in Mali.", []),
    (
        "as with a participle",
        "statements",
        "The mayor described the city as besieged.",
        ["The mayor | described (indirect assert) | the city as besieged"],
    ),
    (
        "as with a participle",
        "statements",
        "The mayor condemned the vote as rigged.",
        ["The mayor | condemned (indirect oppose) | the vote as rigged"],
    ),
    (
        "as with a participle",
        "statements",
        "The mayor sees the road as lost.",
        ["The mayor | sees (indirect assert) | the road as lost"],
    ),
    (
        "as with a participle",
        "statements",
        "The mayor regards the road as closed.",
        ["The mayor | regards (indirect assert) | the road as closed"],
    ),
    (
        "since, with a perfect, says only from when",
        "joined",
        "Police have arrested nine nuns since the coup began.",
        ["COERCE: arrested (main)", "ASSAULT: coup"],
    ),
    (
        "a town that stands for the receiver",
        "plans",
        "Norway sent nine tanks to Gao.",
        ["Norway > ?: delivered military 9 tanks"],
    ),
    (
        "a town that stands for the receiver",
        "plans",
        "Norway shipped rice to Lagos.",
        ["Norway > ?: delivered humanitarian rice"],
    ),
    (
        "a thing told twice",
        "plans",
        "Norway sent nine tanks to Chad. Norway also sent nine tanks and rifles to Chad.",
        ["Norway > Chad: delivered military 9 tanks rifles"],
    ),
    (
        "a thing told twice",
        "plans",
        "Norway sent tents to Chad. It sent tents and rice to Chad.",
        ["Norway > Chad: delivered humanitarian tents rice"],
    ),
    (
        "one meeting under two names on one day",
        "plans",
        "Chad and Mali will hold talks on 9 June. Chad and Mali will meet on 9 June.",
        ["meeting: meeting set 2024-06-09"],
    ),
    (
        "the narrower place in the genitive",
        "places",
        "Shells fell in Korvath in Kenya's Nakuru county.",
        [
            "Korvath, Nakuru County, KEN, province",
            "Kenya, KEN, country",
            "Nakuru County, Nakuru County, KEN, province",
        ],
    ),
    (
        "the narrower place in the genitive",
        "places",
        "Shells fell in the village of Korvath, Nigeria's Katsina State.",
        ["Korvath, Katsina, NGA, province", "Nigeria, NGA, country", "Katsina, Katsina, NGA, province"],
    ),
    (
        "an idiom",
        "actors",
        "Rebels and bandits joined forces.",
        ["Rebels: armed-group REB", "bandits: armed-group CRM"],
    ),
    ("an idiom", "actors", "Chad and Mali have joined forces.", ["Chad: country TCD GOV", "Mali: country MLI GOV"]),
    (
        "a judgment that is voiced",
        "told",
        "According to Norway, it is clear that Chad attacked the camp.",
        ["ASSAULT Chad"],
    ),
    (
        "neither side named, and what is given",
        "plans",
        "$9 million was pledged for tents.",
        ["? > ?: announced humanitarian 9e+06 USD tents"],
    ),
    (
        "neither side named, and what is given",
        "plans",
        "Another $9 million was donated for medicine.",
        ["? > ?: delivered humanitarian 9e+06 USD medicine"],
    ),
    (
        "below an earlier attempt",
        "joined",
        "Chad met Niger. A previous attempt to seize Gao failed.",
        ["CONSULT: met (main)", "ASSAULT: seize (background)"],
    ),
    (
        "below an earlier attempt",
        "joined",
        "Chad expelled an envoy. Past efforts to free nine nuns failed.",
        ["SANCTION: expelled (main)", "RETREAT: free (background)"],
    ),
    (
        "a quotation that only ends a clause",
        "statements",
        "He said that he was glad, “like you are.”",
        ["He | said (mixed assert) | that he was glad, “like you are.”"],
    ),
    (
        "a quotation that only ends a clause",
        "statements",
        "She told him he was late, “as you always are.”",
        ["She | told (mixed assert) | he was late, “as you always are.”"],
    ),
    (
        "a quotation at the head of a paragraph",
        "statements",
        "Mayor speaks\n\n“The road is open.” That is all.",
        ["Mayor |  (direct assert) | The road is open"],
    ),
    (
        "one who left one office and holds another",
        "offices",
        "Former general Abdel Fattah al-Sisi visited Gao.",
        ["Abdel Fattah el-Sisi: president"],
    ),
    (
        "one whose office is told as over",
        "actors",
        "Former spy Vladimir Putin left.",
        ["Vladimir Putin: person RUS GOV"],
    ),
    (
        "spellings of one first name",
        "actors",
        "Emanuel Obi met Ada Kern. Emmanuel Obi left.",
        ["Emanuel Obi: person x2", "Ada Kern: person"],
    ),
    (
        "a first name's letter",
        "actors",
        "J. Obi met Ada Kern. John Obi left Gao.",
        ["J. Obi: person x2", "Ada Kern: person"],
    ),
    (
        "a report that names a country alone",
        "codes",
        "Gunmen killed nine monks in Chad on Monday. The monks were on their way home. Nobody has said who did it.",
        ["ASSAULT | 193 | not recorded"],
    ),
    ("too small a sum", "plans", "Norway gave Chad $40.", []),
    ("what each gets", "plans", "Norway gave Chad aid worth $5 per person.", []),
    (
        "a sum in the report's only currency",
        "plans",
        "Norway pledged €60 million for Chad, of which 45 million has been delivered.",
        ["Norway > Chad: announced other 6e+07 EUR", "Norway > Chad: delivered other 4.5e+07 EUR"],
    ),
    (
        "what is to come on the report's own day",
        "plans",
        "Chad and Mali will hold talks on Thursday.",
        ["talks: meeting set 2024-05-02"],
    ),
    (
        "what is to come on the report's own day",
        "plans",
        "Chad and Mali will meet today.",
        ["meeting: meeting set 2024-05-02"],
    ),
    (
        "no year but a number",
        "told",
        "Police arrested 2000 nuns in Gao.",
        ["COERCE arrest Police > nuns in Gao arrested=2000"],
    ),
    (
        "a neutral stance under a condition",
        "positions",
        "Chad would remain neutral on a ban on ivory if Mali did.",
        ["Chad neutral ban on ivory 0.5"],
    ),
]


@pytest.mark.parametrize(("rule", "layer", "text", "expected"), CASES)
def test_what_a_seldom_rule_decides(request, rule: str, layer: str, text: str, expected: list[str]) -> None:
    assert request.getfixturevalue(f"{layer}_of")(text) == expected, rule
