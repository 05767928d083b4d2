"""What is told: events apart from what only names, describes, supposes or holds one."""

import pytest

DESCRIBED = [
    ("Attacks on convoys are a threat to trade.", []),
    ("Attacks on convoys have grown.", []),
    ("Kenya, which backs Chad, was silent.", []),
    ("At the summit in Oslo, Kenya condemned the raid.", ["ACCUSE disapprove Kenya in Oslo"]),
    ("The threat of war hung over Gao.", []),
    ("The launcher fires six rockets at a time.", []),
    ("A dog attacked a nun in Gao.", []),
    ("Hail attacked the crops in Gao.", []),
    ("In the film, gunmen attacked a bank in Gao.", []),
    ("In the novel, the rebels shelled Gao.", []),
    ("The striker shot from the edge of the box and scored.", []),
    ("The team attacked from the first minute of the match and won the cup.", []),
    ("A gas explosion killed nine people in Gao.", []),
    ("A train crash killed nine people in Gao.", []),
    (
        "A bomb explosion killed nine people in Gao.",
        ["ASSAULT explosives > people in Gao", "ASSAULT explosives > people in Gao killed=9"],
    ),
    ("A flood killed nine people in Gao.", []),
    ("Chad declared a state of emergency in Gao after the flood.", []),
    ("Chad deployed soldiers to Gao after the raid.", ["MOBILIZE troops Chad in Gao"]),
    ("Nine people were killed when a bus overturned in Gao.", []),
    ("Nine people were killed when a wall collapsed in Gao.", []),
    ("Gunmen killed nine people in Gao.", ["ASSAULT firearms Gunmen > people in Gao killed=9"]),
    ("Chad's dead in the war number more than 900.", []),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_what_only_describes_or_happens_is_no_event(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


STATUS = [
    ("Chad is shelling Gao.", ["ASSAULT heavy-weapons ongoing Chad > Gao in Gao"]),
    ("Chad was shelling Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad has shelled Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad had shelled Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad will shell Gao.", ["ASSAULT heavy-weapons planned Chad > Gao in Gao"]),
    ("Chad plans to shell Gao.", ["THREATEN violence Chad > Gao"]),
    ("Chad is to shell Gao.", ["ASSAULT heavy-weapons planned Chad > Gao in Gao"]),
    ("Chad could shell Gao.", ["ASSAULT heavy-weapons hypothetical Chad > Gao in Gao"]),
    ("Chad might have shelled Gao.", ["ASSAULT heavy-weapons hypothetical Chad > Gao in Gao"]),
    ("Chad would have shelled Gao.", ["ASSAULT heavy-weapons hypothetical Chad > Gao in Gao"]),
    ("Chad attempted to shell Gao.", ["ASSAULT heavy-weapons attempted Chad > Gao in Gao"]),
    ("Chad tried and failed to shell Gao.", ["ASSAULT heavy-weapons negated Chad > Gao in Gao"]),
    ("Police foiled an attack on a church in Gao.", ["ASSAULT prevented in Gao", "ASSAULT prevented in Gao"]),
    ("Police prevented an attack on a church in Gao.", ["ASSAULT prevented in Gao", "ASSAULT prevented in Gao"]),
    (
        "The army shot down all nine drones that rebels fired at Gao.",
        ["ASSAULT drone prevented rebels > Gao in Gao item=9"],
    ),
    ("Chad never shelled Gao.", ["ASSAULT heavy-weapons negated Chad > Gao in Gao"]),
    ("Chad has not shelled Gao.", ["ASSAULT heavy-weapons negated Chad > Gao in Gao"]),
    ("Nobody was killed in Gao.", []),
    ("No soldiers were killed in Gao.", ["ASSAULT negated > soldiers in Gao"]),
    ("Chad refused to meet Norway.", ["REJECT meet Chad > Norway"]),
    ("Chad cancelled its visit to Norway.", ["REJECT meet Chad > Norway"]),
    ("Chad called off the talks with Norway.", ["SANCTION discontinue Chad > Norway"]),
    ("Chad denies shelling Gao.", ["ASSAULT heavy-weapons denied Chad > Gao in Gao"]),
    ("Chad's army denied that it had shelled Gao.", ["ASSAULT heavy-weapons denied Chad's army > Gao in Gao"]),
    ("Norway said that Chad had shelled Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Unless Norway pays, Chad will shell Gao.", ["ASSAULT heavy-weapons planned Chad > Gao in Gao"]),
    ("Norway wants Chad to shell Gao.", ["REQUEST change Norway > Chad"]),
    (
        "Norway ordered the army to shell Gao.",
        ["MOBILIZE troops Norway", "ASSAULT heavy-weapons planned army > Gao in Gao"],
    ),
    ("Norway called on Chad to stop shelling Gao.", ["REQUEST yield Norway > Chad"]),
    ("Chad began shelling Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad continued to shell Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad resumed its shelling of Gao.", ["ASSAULT heavy-weapons Chad > Gao in Gao"]),
    ("Chad avoided war with Norway.", []),
    ("Chad decided to expel the envoy of Norway.", ["SANCTION expel planned Chad > envoy"]),
    ("Chad imposed sanctions on Norway.", ["SANCTION discontinue Chad > Norway", "SANCTION discontinue > Norway"]),
    ("Chad proposed sanctions on Norway.", ["REQUEST change Chad > Norway"]),
    ("Chad's sanctions on Norway took effect.", ["SANCTION discontinue Chad > Norway"]),
    ("Chad vowed to avenge the raid.", ["THREATEN violence Chad"]),
    ("Chad warned Norway not to attack Gao.", ["THREATEN Chad > Norway"]),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_whether_it_happened(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


HELD = [
    ("Chad called for talks with Norway.", ["REQUEST meet Chad > Norway"]),
    ("Chad agreed to hold talks with Norway and to release prisoners.", ["AGREE Chad > Norway"]),
    ("Chad urged Norway to lift the curfew.", ["REQUEST yield Chad > Norway"]),
    ("Chad rejected a call for a truce.", ["REJECT yield Chad"]),
    ("Chad proposed a truce to Norway.", ["CONCEDE Chad > Norway"]),
    ("Chad lifted the curfew in Gao.", ["CONCEDE Chad > Gao in Gao"]),
    ("Chad ended the blockade of Gao.", ["RETREAT access Chad > Gao"]),
    ("Chad rejected Norway's offer of aid.", ["REJECT assist Chad > Norway"]),
    ("Miners marched to demand the president's resignation.", ["PROTEST demo Miners > president"]),
    ("Miners rallied in Zinder to condemn the raid.", ["PROTEST demo Miners in Zinder"]),
    ("A court jailed the reporter for criticising the king.", ["SANCTION convict court > reporter"]),
    ("Chad held talks with Norway about withdrawing its troops.", ["CONSULT Chad, Norway"]),
    ("Police arrested a man suspected of spying for Chad.", ["COERCE arrest Police > man arrested=1"]),
    ("Chad accused Norway of arming rebels.", ["ACCUSE allege Chad > Norway"]),
    (
        "Chad accused Norway of shelling Gao.",
        ["ACCUSE allege Chad > Norway", "ASSAULT heavy-weapons Norway > Gao in Gao"],
    ),
    ("Chad opposed sanctions on Norway.", ["REJECT change Chad > Norway"]),
    ("The council has the power to impose sanctions on Chad.", []),
    ("Chad sent ships to escort tankers.", ["MOBILIZE weapons Chad"]),
    ("Chad allowed aid trucks to enter Gao.", ["RETREAT access Chad in Gao"]),
    ("Chad allowed the miners to leave Gao.", ["CONCEDE Chad > miners"]),
    ("Chad supports a path for Niger to join the union.", ["SUPPORT Chad > Niger"]),
    (
        "Chad visited Oslo to call for talks with Norway.",
        ["CONSULT visit Chad > Norway in Oslo", "REQUEST meet Chad > Norway"],
    ),
    ("Chad threatened to expel Norway's envoy.", ["THREATEN expel Chad > Norway's envoy"]),
    ("Chad threatened to cut ties with Norway.", ["THREATEN relations Chad > Norway"]),
    ("Chad promised to punish the rebels.", ["THREATEN relations Chad > rebels"]),
    ("Chad offered to mediate between Niger and Togo.", ["AGREE Chad > Niger, Togo"]),
    ("Chad demanded the release of nine nuns from the rebels.", ["REQUEST yield Chad > rebels"]),
    ("Chad demanded an apology from Norway.", ["REQUEST yield Chad > Norway"]),
    ("Chad refused to apologise to Norway.", ["REJECT change Chad > Norway"]),
    ("Chad ruled out talks with rebels.", ["REJECT meet Chad > rebels"]),
    ("Chad begged Norway for arms.", ["REQUEST assist Chad > Norway"]),
    ("Chad asked Norway to send arms.", ["REQUEST assist Chad > Norway"]),
    ("Chad asked Norway to withdraw its troops from Gao.", ["REQUEST yield Chad > Norway"]),
    ("Chad insisted that Norway leave Gao.", ["REQUEST yield Chad > Norway"]),
    ("Chad told Norway to leave Gao.", ["REQUEST yield Chad > Norway"]),
    ("Chad pledged $9 million in aid to Niger.", ["AGREE Chad > Niger money=9e+06"]),
    ("Chad fears an attack by Norway.", []),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_what_a_clause_holds_is_its_content(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected
