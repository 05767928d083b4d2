"""Who acts and who is acted upon, by the words that name them."""

import pytest

ACTORS = [
    ("Gao was shelled.", ["ASSAULT heavy-weapons > Gao in Gao"]),
    ("The shelling of Gao by Chad went on.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad's shelling of Gao went on.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chadian jets bombed Gao.", ["ASSAULT aerial Chadian forces > Gao in Gao"]),
    ("Jets from Chad bombed Gao.", ["ASSAULT aerial Chad > Gao in Gao"]),
    ("Jets of the Chadian air force bombed Gao.", ["ASSAULT aerial Chadian air force > Gao in Gao"]),
    ("Air strikes from Chad's jets hit Gao.", ["ASSAULT aerial Chad > Gao", "ASSAULT aerial Chad > Gao in Gao"]),
    ("Chad carried out air strikes on Gao.", ["ASSAULT aerial Chad > Gao in Gao"]),
    ("Chad launched an attack on Gao.", ["ASSAULT Chad > Gao in Gao"]),
    ("Chad responded with air strikes on Gao.", ["ASSAULT aerial Chad > Gao in Gao"]),
    ("Chad announced the release of nine nuns.", ["RETREAT release Chad > nuns item=9"]),
    ("Chad ordered the arrest of nine miners.", ["COERCE arrest Chad > miners arrested=9"]),
    ("Chad and Niger shelled Gao.", ["ASSAULT heavy-weapons Chad, Niger > Gao in Gao"]),
    ("Chad, together with Niger, shelled Gao.", ["ASSAULT heavy-weapons Chad, Niger > Gao in Gao"]),
    ("Chad, along with Niger and Togo, condemned the raid.", ["ACCUSE disapprove Chad, Niger, Togo"]),
    ("Chad alongside Niger shelled Gao.", ["ASSAULT heavy-weapons Chad, Niger > Gao in Gao"]),
    ("Soldiers who had come from Chad shelled Gao.", ["ASSAULT heavy-weapons Soldiers > Gao in Gao"]),
    ("Soldiers loyal to Chad shelled Gao.", ["ASSAULT heavy-weapons Soldiers > Gao in Gao"]),
    ("Rebels backed by Chad shelled Gao.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Chad-backed rebels shelled Gao.", ["ASSAULT heavy-weapons Chad-backed rebels > Gao in Gao"]),
    ("Chad helped rebels shell Gao.", ["ASSAULT heavy-weapons rebels > Gao in Gao"]),
    ("Chad, whose army is small, condemned the raid.", ["ACCUSE disapprove Chad"]),
    ("Chad's condemnation of the raid was swift.", ["ACCUSE disapprove Chad"]),
    ("The Chadian party issued a statement condemning Norway.", ["ACCUSE disapprove Chadian party > Norway"]),
    (
        "A bomb planted by rebels killed nine nuns in Gao.",
        ["ASSAULT explosives rebels in Gao", "ASSAULT explosives > nuns in Gao killed=9"],
    ),
    (
        "Nine nuns were killed in fighting between Chad and rebels in Gao.",
        ["ASSAULT Chad, rebels > nuns in Gao killed=9", "ASSAULT Chad, rebels in Gao"],
    ),
    ("The army, Chad said, shelled Gao.", ["ASSAULT heavy-weapons army > Gao in Gao"]),
    ("Fighters from the Gao Front shelled Zinder.", ["ASSAULT heavy-weapons Fighters > Zinder in Zinder"]),
    ("The Gao Front, a rebel group, shelled Zinder.", ["ASSAULT heavy-weapons Gao Front > Zinder in Zinder"]),
    ("The rebels, led by Moussa Tari, shelled Zinder.", ["ASSAULT heavy-weapons rebels > Zinder in Zinder"]),
    ("Moussa Tari's rebels shelled Zinder.", ["ASSAULT heavy-weapons Moussa Tari's rebels > Zinder in Zinder"]),
    ("Troops under Moussa Tari shelled Zinder.", ["ASSAULT heavy-weapons Troops > Zinder in Zinder"]),
    ("Nobody claimed the shelling of Zinder.", ["ASSAULT heavy-weapons > Zinder in Zinder"]),
]


@pytest.mark.parametrize(("text", "expected"), ACTORS)
def test_who_acts(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


RECIPIENTS = [
    ("Chad shelled a village in Niger.", ["ASSAULT heavy-weapons Chad > village in Niger"]),
    ("Chad shelled positions held by the Gao Front.", ["ASSAULT heavy-weapons Chad > Gao Front"]),
    ("Chad attacked a convoy of the Gao Front.", ["ASSAULT Chad > Gao Front"]),
    ("Chad killed the leader of the Gao Front.", ["ASSAULT targeted Chad > leader"]),
    ("Chad killed nine fighters of the Gao Front.", ["ASSAULT Chad > fighters killed=9"]),
    ("Chad killed nine fighters from the Gao Front and two nuns.", ["ASSAULT Chad > fighters, nuns killed=9 killed=2"]),
    ("Chad fired rockets into Niger.", ["ASSAULT heavy-weapons Chad > Niger in Niger"]),
    ("Police fired tear gas to disperse teachers in Lima.", ["ASSAULT crowd-control Police > teachers in Lima"]),
    ("Police used batons against teachers in Lima.", ["ASSAULT crowd-control Police > teachers in Lima"]),
    (
        "Police beat teachers who had marched in Lima.",
        ["ASSAULT beat Police > teachers in Lima", "PROTEST demo teachers in Lima"],
    ),
    (
        "Teachers in Lima struck to protest against the ministry's cuts.",
        ["PROTEST strike Teachers > ministry in Lima", "PROTEST demo Teachers > ministry in Lima"],
    ),
    ("Teachers in Lima demanded higher pay from the ministry.", ["REQUEST Teachers > ministry in Lima"]),
    (
        "Teachers in Lima called for the resignation of President Ada Thorn.",
        ["REQUEST change Teachers > Ada Thorn in Lima"],
    ),
    ("Chad sent tents to help Mali rebuild.", ["AID Chad > Mali"]),
    ("Chad sent $9 million to refugees in Mali.", ["AID Chad > refugees in Mali money=9e+06"]),
    ("Chad gave Mali nine tanks.", ["AID Chad > Mali item=9"]),
    ("Chad gave nine tanks to Mali.", ["AID Chad > Mali item=9"]),
    ("Chad took in refugees from Mali.", ["AID Chad > refugees"]),
    ("Chad captured nine rebels in Gao.", ["ASSAULT abduct Chad > rebels in Gao abducted=9"]),
    ("Chad withdrew its envoy from Mali.", ["SANCTION withdraw Chad > Mali"]),
    ("Chad withdrew from a treaty with Mali.", ["SANCTION withdraw Chad > Mali"]),
    ("Chad left the African Union.", ["SANCTION withdraw Chad > African Union"]),
    ("Chad suspended aid to Mali.", ["SANCTION discontinue Chad > Mali"]),
    ("Chad froze the assets of Moussa Tari.", ["SANCTION discontinue Chad > Moussa Tari"]),
    ("Chad banned imports from Mali.", ["SANCTION discontinue Chad > Mali"]),
    ("Chad raised tariffs on goods from Mali.", ["SANCTION discontinue Chad > Mali"]),
    ("Chad blocked Mali's exports.", ["SANCTION discontinue Chad > Mali"]),
    ("Chad cut ties with Mali over the raid.", ["SANCTION discontinue Chad > Mali"]),
    ("Chad recognised Mali's new government.", ["SUPPORT Chad > Mali"]),
    ("Chad congratulated Mali on its independence.", ["SUPPORT Chad > Mali"]),
    ("Chad thanked Mali for its help.", ["SUPPORT Chad > Mali"]),
    ("Chad apologised to Mali for the raid.", ["CONCEDE Chad > Mali"]),
    ("Chad blamed Mali for the raid on Gao.", ["ACCUSE allege Chad > Mali", "ASSAULT > Gao in Gao"]),
    ("Chad sued Mali over the border.", ["ACCUSE allege Chad > Mali"]),
    ("Chad summoned Mali's ambassador.", ["ACCUSE disapprove Chad > Mali's ambassador"]),
    ("Chad warned Mali against a raid.", ["THREATEN Chad > Mali"]),
    ("Chad visited Mali.", ["CONSULT visit Chad > Mali in Mali"]),
    ("Chad mediated between Mali and Niger.", ["CONSULT third-party Chad > Mali, Niger"]),
    ("Chad held exercises with Mali.", ["COOPERATE Chad, Mali"]),
    ("Chad signed a defence pact with Mali.", ["SUPPORT Chad, Mali"]),
    ("Chad joined Mali in condemning Niger.", ["ACCUSE disapprove Chad > Niger"]),
    ("Chad supports Mali's bid to join the union.", ["SUPPORT Chad > Mali"]),
    ("Chad voted against Mali at the UN.", ["ACCUSE disapprove Chad > Mali"]),
    ("Chad deployed troops to Mali.", ["MOBILIZE troops Chad > Mali in Mali"]),
    ("Chad closed its airspace to Malian jets.", ["SANCTION discontinue Chad > Malian forces"]),
    ("Chad hacked Mali's central bank.", ["COERCE cyber Chad > Mali's central bank"]),
    ("Chad expelled nine Malian spies.", ["SANCTION expel Chad > Malian spies item=9"]),
    ("Chad jailed nine Malian miners.", ["COERCE arrest Chad > Malian miners arrested=9"]),
    ("Chad pardoned a Malian general.", ["CONCEDE Chad > Malian general"]),
    ("Chad freed a Malian general.", ["RETREAT release Chad > Malian general"]),
]


@pytest.mark.parametrize(("text", "expected"), RECIPIENTS)
def test_who_is_acted_upon(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected
