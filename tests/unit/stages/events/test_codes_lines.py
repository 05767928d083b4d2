"""The codes of an act: PLOVER type, CAMEO code, and what ACLED records it as."""

import pytest

FORCE = [
    ("Chad's army shelled rebels in Gao.", ["ASSAULT | 194 | Shelling/artillery/missile attack"]),
    ("Rebels ambushed soldiers in Gao.", ["ASSAULT | 190 | Armed clash"]),
    ("Soldiers and rebels fought in Gao.", ["ASSAULT | 190 | Armed clash"]),
    ("Soldiers clashed with rebels in Gao.", ["ASSAULT | 190 | Armed clash"]),
    ("Rebels shelled nuns in Gao.", ["ASSAULT | 194 | Shelling/artillery/missile attack"]),
    ("Rebels killed nine nuns in Gao.", ["ASSAULT | 190 | Attack"]),
    ("Rebels killed nine soldiers in Gao.", ["ASSAULT | 190 | Armed clash"]),
    ("Unknown gunmen killed nine soldiers in Gao.", ["ASSAULT | 193 | Armed clash"]),
    ("Unknown gunmen killed nine nuns in Gao.", ["ASSAULT | 193 | Attack"]),
    ("Jets bombed Gao.", ["ASSAULT | 195 | Air/drone strike"]),
    ("A drone struck a bus in Gao.", ["ASSAULT | 195 | Air/drone strike"]),
    ("A roadside bomb hit a bus in Gao.", ["ASSAULT | 183 | Remote explosive/landmine/IED"]),
    ("A suicide bomber struck a bus in Gao.", ["ASSAULT | 1831 | Suicide bomb"]),
    ("A bomber blew himself up in Gao.", ["ASSAULT | 1831 | Suicide bomb"]),
    ("Rebels threw a grenade at a bus in Gao.", ["ASSAULT | 183 | Grenade"]),
    ("Rebels fired rockets at Gao.", ["ASSAULT | 194 | Shelling/artillery/missile attack"]),
    ("Rebels used poison gas in Gao.", ["ASSAULT | 204 | Chemical weapon"]),
    ("Rebels raped nine nuns in Gao.", ["ASSAULT | 1821 | Sexual violence"]),
    ("Rebels abducted nine nuns in Gao.", ["ASSAULT | 181 | Abduction/forced disappearance"]),
    ("Rebels burned nine houses in Gao.", ["ASSAULT | 171 | Looting/property destruction"]),
    ("Rebels looted a market in Gao.", ["ASSAULT | 1712 | Looting/property destruction"]),
    ("Rebels captured Gao.", ["ASSAULT | 192 | Non-state actor overtakes territory"]),
    ("Rebels captured Gao from the army.", ["ASSAULT | 192 | Non-state actor overtakes territory"]),
    ("Chad's army recaptured Gao from rebels.", ["ASSAULT | 192 | Government regains territory"]),
    ("Rebels beheaded a nun in Gao.", ["ASSAULT | 186 | Attack"]),
    ("Police shot dead nine protesters in Lima.", ["ASSAULT | 193 | Excessive force against protesters"]),
    ("Police fired tear gas at protesters in Lima.", ["ASSAULT | 175 | Protest with intervention"]),
    ("Police fired rubber bullets at protesters in Lima.", ["ASSAULT | 175 | Protest with intervention"]),
    ("Police beat protesters in Lima.", ["ASSAULT | 182 | Excessive force against protesters"]),
    ("Police dispersed protesters in Lima.", ["COERCE | 175 | Protest with intervention"]),
    ("Protesters threw stones at police in Lima.", ["PROTEST | 145 | Violent demonstration"]),
    ("Protesters burned cars in Lima.", ["PROTEST | 145 | Violent demonstration"]),
    ("Protesters clashed with police in Lima.", ["PROTEST | 145 | Violent demonstration"]),
    ("Rival gangs fought in Lima.", ["ASSAULT | 190 | Armed clash"]),
    ("The army shot down nine drones over Gao.", ["ASSAULT | 195 | Disrupted weapons use"]),
    ("Police defused a bomb in Gao.", ["ASSAULT | 183 | Disrupted weapons use"]),
    ("A mine killed nine nuns in Gao.", ["ASSAULT | 183 | Remote explosive/landmine/IED"]),
    ("Rebels assassinated a judge in Gao.", ["ASSAULT | 186 | Attack"]),
    ("A judge survived an assassination attempt in Gao.", ["ASSAULT | 185 | not recorded"]),
    ("Rebels tortured nine nuns in Gao.", ["ASSAULT | 1822 | Attack"]),
]


@pytest.mark.parametrize(("text", "expected"), FORCE)
def test_how_force_is_coded(codes_of, text: str, expected: list[str]) -> None:
    assert codes_of(text) == expected


CROWDS = [
    ("Teachers marched in Lima.", ["PROTEST | 141 | Peaceful protest"]),
    ("Teachers struck in Lima.", ["PROTEST | 143 | Peaceful protest"]),
    ("Teachers blocked a road in Lima.", ["PROTEST | 144 | Peaceful protest"]),
    ("Teachers went on hunger strike in Lima.", ["PROTEST | 142 | Peaceful protest"]),
    ("Teachers rioted in Lima.", ["PROTEST | 145 | Violent demonstration"]),
    ("Teachers looted shops in Lima.", ["PROTEST | 145 | Looting/property destruction"]),
    ("Teachers burned tyres in Lima.", ["PROTEST | 144 | Peaceful protest"]),
    ("Teachers boycotted classes in Lima.", ["PROTEST | 143 | Peaceful protest"]),
    ("Teachers signed a petition in Lima.", ["REQUEST | 020 | not recorded"]),
    ("A teacher set himself on fire in Lima.", ["PROTEST | 141 | Peaceful protest", "ASSAULT | 193 | not recorded"]),
    (
        "Police arrested nine teachers at a march in Lima.",
        ["COERCE | 173 | Protest with intervention", "PROTEST | 141 | Protest with intervention"],
    ),
    ("Police arrested nine rebels in Lima.", ["COERCE | 173 | Arrests"]),
    ("Police arrested nine thieves in Lima.", ["COERCE | 173 | not recorded"]),
    ("Police arrested nine reporters in Lima.", ["COERCE | 173 | Arrests"]),
    ("Police arrested the leader of the opposition in Lima.", ["COERCE | 173 | Arrests"]),
    ("Police seized rifles in Lima.", ["COERCE | 1711 | Disrupted weapons use"]),
    ("Police seized a ship in Lima.", ["COERCE | 171 | Looting/property destruction"]),
    ("Peru declared martial law in Lima.", ["COERCE | 1724 | Other"]),
    ("Peru imposed a curfew in Lima.", ["COERCE | 1723 | Other"]),
    ("Peru banned rallies in Lima.", ["COERCE | 1721 | Protest with intervention", "PROTEST | 141 | not recorded"]),
    ("Peru deported nine teachers.", ["COERCE | 174 | not recorded"]),
    ("A court in Lima jailed a teacher.", ["SANCTION | 116 | not recorded"]),
]


@pytest.mark.parametrize(("text", "expected"), CROWDS)
def test_how_protests_and_arrests_are_coded(codes_of, text: str, expected: list[str]) -> None:
    assert codes_of(text) == expected


DEALS = [
    ("Chad and rebels signed a ceasefire in Gao.", ["SUPPORT | 057 | Agreement"]),
    ("Chad and rebels signed a peace deal in Gao.", ["SUPPORT | 057 | Agreement"]),
    ("Chad and rebels held peace talks in Gao.", ["CONSULT | 040 | Agreement"]),
    ("Chad and Niger signed a trade deal.", ["SUPPORT | 057 | not recorded"]),
    ("Chad and rebels swapped prisoners in Gao.", ["RETREAT | 0841 | Agreement"]),
    ("Nine rebels surrendered in Gao.", ["RETREAT | 0874 | Agreement"]),
    ("Rebels laid down their arms in Gao.", ["RETREAT | 0873 | Other"]),
    ("Rebels freed nine nuns in Gao.", ["RETREAT | 0841 | Other"]),
    ("Rebels withdrew from Gao.", ["RETREAT | 0874 | Non-violent transfer of territory"]),
    ("Chad deployed troops in Gao.", ["MOBILIZE | 154 | Change to group/activity"]),
    ("Chad tested a missile.", ["MOBILIZE | 154 | Change to group/activity"]),
    ("Rebels recruited fighters in Gao.", ["MOBILIZE | 154 | Change to group/activity"]),
    ("Two rebel groups merged in Gao.", ["None | - | Change to group/activity"]),
    ("A rebel group split in Gao.", ["None | - | Change to group/activity"]),
    ("Chad sent food to Gao.", ["AID | 073 | not recorded"]),
    ("Chad sent arms to Niger.", ["AID | 072 | not recorded"]),
    ("Chad took in refugees.", ["AID | 075 | not recorded"]),
    ("Chad promised Niger arms.", ["AGREE | 033 | not recorded"]),
    ("Chad agreed to meet Niger.", ["AGREE | 036 | not recorded"]),
    ("Chad praised Niger.", ["SUPPORT | 051 | not recorded"]),
    ("Chad thanked Niger.", ["SUPPORT | 051 | not recorded"]),
    ("Chad apologised to Niger.", ["CONCEDE | 055 | not recorded"]),
    ("Chad recognised Niger's junta.", ["SUPPORT | 054 | not recorded"]),
    ("Chad defended Niger's junta.", ["SUPPORT | 052 | not recorded"]),
    ("Chad appealed to Niger for aid.", ["REQUEST | 023 | not recorded"]),
    ("Chad demanded talks.", ["REQUEST | 026 | not recorded"]),
    ("Chad asked the UN for peacekeepers.", ["REQUEST | 023 | not recorded"]),
    ("Chad rejected a ceasefire.", ["REJECT | 124 | not recorded"]),
    ("Chad vetoed a resolution.", ["REJECT | 129 | not recorded"]),
    ("Chad refused to meet Niger.", ["REJECT | 125 | not recorded"]),
    ("Chad threatened Niger with war.", ["THREATEN | 138 | not recorded"]),
    ("Chad gave Niger an ultimatum.", ["THREATEN | 139 | not recorded"]),
    ("Chad condemned Niger.", ["ACCUSE | 111 | not recorded"]),
    ("Chad accused Niger of spying.", ["ACCUSE | 1125 | not recorded"]),
    ("Chad blamed Niger.", ["ACCUSE | 112 | not recorded"]),
    ("Chad sued Niger.", ["ACCUSE | 115 | not recorded"]),
    ("Chad investigated the killing of nuns.", ["ACCUSE | 090 | not recorded", "ASSAULT | 190 | Attack"]),
    ("Chad imposed sanctions on Niger.", ["SANCTION | 163 | not recorded"]),
    ("Chad cut ties with Niger.", ["SANCTION | 161 | not recorded"]),
    ("Chad expelled Niger's envoy.", ["SANCTION | 166 | not recorded"]),
    ("Chad recalled its envoy from Niger.", ["SANCTION | 161 | not recorded"]),
    ("Chad halted aid to Niger.", ["SANCTION | 162 | not recorded"]),
    ("Chad withdrew peacekeepers from Niger.", ["SANCTION | 1661 | not recorded"]),
    ("Chad lifted sanctions on Niger.", ["CONCEDE | 085 | not recorded"]),
    ("Chad freed a reporter.", ["RETREAT | 0841 | Other"]),
    ("Chad granted asylum to a reporter.", ["AID | 075 | not recorded"]),
    ("Chad visited Niger.", ["CONSULT | 042 | not recorded"]),
    ("Chad met Niger in Oslo.", ["CONSULT | 040 | not recorded"]),
    ("Chad called Niger by telephone.", ["CONSULT | 041 | not recorded"]),
    ("Chad mediated between Niger and Mali.", ["CONSULT | 045 | not recorded"]),
    ("Chad signed a treaty with Niger.", ["SUPPORT | 057 | not recorded"]),
    ("Chad extradited a general to Niger.", ["COOPERATE | 063 | not recorded"]),
]


@pytest.mark.parametrize(("text", "expected"), DEALS)
def test_how_deals_and_words_are_coded(codes_of, text: str, expected: list[str]) -> None:
    assert codes_of(text) == expected
