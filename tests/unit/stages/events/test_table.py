"""What the rules make of a sentence before the reader is asked: type, mode, status, parties, place, day, counts."""

import pytest
from shorthand import of_events

from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.stage import EventStage

CASES = [
    ("It is clear that Chad attacked the camp on Monday.", []),
    ("Nine farmers were killed in Gao on Monday.", ["ASSAULT > farmers in Gao 2024-04-29 killed=9"]),
    (
        "Nine farmers were killed by gunmen in Gao on Monday.",
        ["ASSAULT firearms gunmen > farmers in Gao 2024-04-29 killed=9"],
    ),
    (
        "At least nine farmers were killed and two were hurt in Gao.",
        ["ASSAULT > farmers in Gao killed=9", "ASSAULT in Gao injured=2"],
    ),
    ("A bomb killed nine soldiers near Gao on Monday.", ["ASSAULT explosives > soldiers in Gao 2024-04-29 killed=9"]),
    ("A car bomb went off outside a court in Gao, killing nine.", ["ASSAULT explosives in Gao killed=9"]),
    ("Police arrested nine miners in Zinder.", ["COERCE arrest Police > miners in Zinder arrested=9"]),
    ("Police fired tear gas at miners in Zinder.", ["ASSAULT crowd-control Police > miners in Zinder"]),
    ("Miners marched through Zinder on Monday.", ["PROTEST demo Miners in Zinder 2024-04-29"]),
    ("Miners clashed with police in Zinder.", ["ASSAULT Miners, police in Zinder"]),
    ("The army and the rebels fought in Gao.", ["ASSAULT army, rebels in Gao"]),
    ("Chad's army shelled Gao, killing two nuns.", ["ASSAULT heavy-weapons Chad's army > nuns in Gao killed=2"]),
    ("Chad expelled Norway's ambassador.", ["SANCTION expel Chad > Norway's ambassador"]),
    ("Chad recalled its ambassador from Norway.", ["SANCTION withdraw Chad > Norway"]),
    ("Chad lifted its sanctions on Norway.", ["CONCEDE Chad > Norway"]),
    ("Chad and Norway signed a treaty in Oslo.", ["SUPPORT Chad, Norway in Oslo"]),
    ("Chad and Norway held talks in Oslo.", ["CONSULT Chad > Norway in Oslo"]),
    ("Chad rejected talks with Norway.", ["REJECT meet Chad > Norway"]),
    ("Chad threatened to attack Norway.", ["THREATEN violence Chad > Norway"]),
    ("Chad threatened Norway with sanctions.", ["THREATEN relations Chad > Norway"]),
    ("Chad accused Norway of spying.", ["ACCUSE allege Chad > Norway"]),
    (
        "Chad condemned the attack on Norway's embassy.",
        ["ACCUSE disapprove Chad > Norway's embassy", "ASSAULT > Norway's embassy in Norway"],
    ),
    ("Chad asked Norway for help.", ["REQUEST assist Chad > Norway"]),
    ("Chad will send doctors to Norway.", ["AGREE planned Chad > Norway"]),
    ("Chad sent doctors to Norway.", ["AID Chad > Norway"]),
    ("Chad withdrew its troops from Norway.", ["RETREAT withdraw Chad > Norway in Norway"]),
    ("Chad agreed to withdraw its troops from Norway.", ["AGREE Chad > Norway"]),
    ("Chad refused to withdraw its troops from Norway.", ["REJECT yield Chad > Norway"]),
    ("Chad did not attack Norway.", ["ASSAULT negated Chad > Norway in Norway"]),
    ("Chad denied that it had attacked Norway.", ["ASSAULT denied Chad > Norway in Norway"]),
    ("Chad denied attacking Norway.", ["ASSAULT denied Chad > Norway in Norway"]),
    ("Chad may attack Norway.", ["ASSAULT hypothetical Chad > Norway in Norway"]),
    ("Chad would attack Norway if it had to.", ["ASSAULT hypothetical Chad > Norway in Norway"]),
    ("Chad tried to seize a Norwegian ship.", ["COERCE seize attempted Chad > Norway"]),
    ("Chad failed to seize a Norwegian ship.", ["COERCE seize negated Chad > Norway"]),
    ("Chad wants Norway to leave Gao.", ["REQUEST yield Chad > Norway"]),
    ("Chad fears that Norway will attack.", []),
    ("The attack on Norway by Chad in May was the first.", ["ASSAULT Chad > Norway 2024-05-01/2024-05-31"]),
    ("Gunmen kidnapped two nuns in Gao.", ["ASSAULT abduct Gunmen > nuns in Gao abducted=2"]),
    ("A court in Gao jailed a reporter.", ["SANCTION convict court > reporter in Gao"]),
    ("A court in Gao jailed a reporter for two years.", ["SANCTION convict court > reporter in Gao"]),
    ("Chad mobilised 2,000 reservists.", ["MOBILIZE troops Chad participants=2000"]),
    ("Chad put its army on alert.", ["MOBILIZE troops Chad"]),
    ("Chad tested a missile.", ["MOBILIZE weapons Chad"]),
    ("Chad held drills with Norway.", ["COOPERATE Chad, Norway"]),
    ("Two soldiers died in an attack on a base in Gao.", ["ASSAULT > soldiers in Gao killed=2", "ASSAULT in Gao"]),
    ("The mayor of Gao was shot dead on Monday.", ["ASSAULT targeted > mayor in Gao 2024-04-29"]),
    ("A mob burned a mosque in Gao.", ["ASSAULT primitive mob in Gao"]),
    ("Chad banned the party.", ["COERCE restrict Chad > party"]),
    ("Chad closed its border with Niger.", ["SANCTION discontinue Chad > Niger"]),
    ("Chad paid tribute to Niger.", ["SUPPORT Chad > Niger"]),
    ("Chad praised Niger.", ["SUPPORT Chad > Niger"]),
    ("Chad apologised to Niger.", ["CONCEDE Chad > Niger"]),
    ("Chad promised Niger two ferries.", ["AGREE Chad > Niger item=2"]),
    ("Chad demanded that Niger leave Gao.", ["REQUEST yield Chad > Niger"]),
    ("After attacking Gao, the rebels fled to Niger.", ["ASSAULT rebels > Gao in Gao"]),
    ("Gunmen attacked a bus, killing nine in Gao.", ["ASSAULT firearms Gunmen in Gao killed=9"]),
    (
        "Police fired on marchers, wounding two nuns in Lima on Monday.",
        ["ASSAULT firearms Police > marchers, nuns in Lima 2024-04-29 injured=2"],
    ),
]


@pytest.fixture(scope="module")
def stage() -> EventStage:
    return EventStage.load()


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_a_sentence_tells(draft_of, stage: EventStage, text: str, expected: list[str]) -> None:
    draft = draft_of(text)
    assert of_events(draft, stage.told(Scene(draft, stage.words))) == expected
