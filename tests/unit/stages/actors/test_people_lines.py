"""People without a name: their country, their trade, whose they are."""

import pytest

PEOPLE = [
    ("Nine farmers were killed in Chad.", ["farmers: population TCD AGR", "Chad: country TCD GOV"]),
    ("Nine Chadian farmers were killed.", ["Chadian farmers: population TCD AGR"]),
    (
        "Chadian farmers and traders were killed.",
        ["Chadian farmers: population TCD AGR", "traders: population TCD BUS"],
    ),
    (
        "Nine herders from Chad were killed in Mali.",
        ["herders: population TCD AGR", "Chad: country TCD GOV", "Mali: country MLI GOV"],
    ),
    ("Villagers were killed in Chad.", ["Villagers: population TCD CVL", "Chad: country TCD GOV"]),
    (
        "Refugees from Sudan were killed in Chad.",
        ["Refugees: population SDN REF", "Sudan: country SDN GOV", "Chad: country TCD GOV"],
    ),
    ("Sudanese refugees were killed in Chad.", ["Sudanese refugees: population SDN REF", "Chad: country TCD GOV"]),
    ("Displaced people were killed in Chad.", ["Displaced people: population TCD REF", "Chad: country TCD GOV"]),
    ("Migrants were killed in Chad.", ["Migrants: population TCD REF", "Chad: country TCD GOV"]),
    ("Pilgrims were killed in Chad.", ["Pilgrims: population TCD CVL", "Chad: country TCD GOV"]),
    ("Christians were killed in Chad.", ["Christians: population TCD REL", "Chad: country TCD GOV"]),
    ("Muslims were killed in Chad.", ["Muslims: population TCD REL", "Chad: country TCD GOV"]),
    ("A priest was killed in Chad.", ["priest: person TCD REL", "Chad: country TCD GOV"]),
    ("Nuns were killed in Chad.", ["Nuns: population TCD REL", "Chad: country TCD GOV"]),
    ("Monks were killed in Chad.", ["Monks: population TCD REL", "Chad: country TCD GOV"]),
    ("Students were killed in Chad.", ["Students: population TCD EDU", "Chad: country TCD GOV"]),
    ("A teacher was killed in Chad.", ["teacher: person TCD EDU", "Chad: country TCD GOV"]),
    ("A doctor was killed in Chad.", ["doctor: person TCD MED", "Chad: country TCD GOV"]),
    ("Two UN workers were killed in Chad.", ["UN workers: organisation IGO GOV", "Chad: country TCD GOV"]),
    ("A journalist was killed in Chad.", ["journalist: person TCD JRN", "Chad: country TCD GOV"]),
    (
        "A reporter for a French paper was killed in Chad.",
        ["reporter: person FRA JRN", "France: country FRA GOV", "Chad: country TCD GOV"],
    ),
    ("A lawyer was killed in Chad.", ["lawyer: person TCD CVL", "Chad: country TCD GOV"]),
    ("A judge was killed in Chad.", ["judge: person TCD JUD", "Chad: country TCD GOV"]),
    ("A policeman was killed in Chad.", ["policeman: person TCD COP", "Chad: country TCD GOV"]),
    ("Two police officers were killed in Chad.", ["police officers: government TCD COP", "Chad: country TCD GOV"]),
    ("A soldier was killed in Chad.", ["soldier: person TCD MIL", "Chad: country TCD GOV"]),
    ("Nine fighters were killed in Chad.", ["fighters: armed-group TCD REB", "Chad: country TCD GOV"]),
    ("A rebel commander was killed in Chad.", ["rebel commander: person TCD REB", "Chad: country TCD GOV"]),
    ("A civilian was killed in Chad.", ["civilian: person TCD CVL", "Chad: country TCD GOV"]),
    ("Civilians were killed in Chad.", ["Civilians: population TCD CVL", "Chad: country TCD GOV"]),
    ("Children were killed in Chad.", ["Children: population TCD CVL", "Chad: country TCD GOV"]),
    ("Women and children were killed in Chad.", ["Women and children: population TCD CVL", "Chad: country TCD GOV"]),
    ("A woman was killed in Chad.", ["woman: person TCD CVL", "Chad: country TCD GOV"]),
    ("A family was killed in Chad.", ["family: population TCD CVL", "Chad: country TCD GOV"]),
    ("Nine members of one family were killed in Chad.", ["family: population TCD CVL", "Chad: country TCD GOV"]),
    ("Tourists were killed in Chad.", ["Tourists: population CVL", "Chad: country TCD GOV"]),
    ("Norwegian tourists were killed in Chad.", ["Norwegian tourists: population NOR CVL", "Chad: country TCD GOV"]),
    ("Businessmen were killed in Chad.", ["Businessmen: population TCD BUS", "Chad: country TCD GOV"]),
    ("Workers were killed in Chad.", ["Workers: population TCD LAB", "Chad: country TCD GOV"]),
    ("Miners were killed in Chad.", ["Miners: population TCD LAB", "Chad: country TCD GOV"]),
    (
        "Workers of a Norwegian mine were killed in Chad.",
        ["Workers: population NOR LAB", "Norway: country NOR GOV", "Chad: country TCD GOV"],
    ),
    ("Union leaders were killed in Chad.", ["Union leaders: population TCD LAB", "Chad: country TCD GOV"]),
    ("Activists were killed in Chad.", ["Activists: population TCD SOC", "Chad: country TCD GOV"]),
    ("Protesters were killed in Chad.", ["Protesters: population TCD OPP", "Chad: country TCD GOV"]),
    ("Demonstrators were killed in Chad.", ["Demonstrators: population TCD OPP", "Chad: country TCD GOV"]),
    ("Prisoners were killed in Chad.", ["Prisoners: population TCD CVL", "Chad: country TCD GOV"]),
    ("Hostages were killed in Chad.", ["Hostages: population TCD CVL", "Chad: country TCD GOV"]),
    ("Detainees were killed in Chad.", ["Detainees: population TCD CVL", "Chad: country TCD GOV"]),
    ("Kurds were killed in Iraq.", ["Kurds: population IRQ CVL", "Iraq: country IRQ GOV"]),
    ("Kikuyu farmers were killed in Kenya.", ["Kikuyu farmers: population KEN AGR", "Kenya: country KEN GOV"]),
    ("Ethnic Russians were killed in Latvia.", ["Ethnic Russians: population LVA CVL", "Latvia: country LVA GOV"]),
    ("Israelis were killed in Haifa.", ["Israelis: population ISR CVL"]),
    ("Palestinians were killed in Gaza.", ["Palestinians: population PSE CVL", "Gaza: country PSE GOV"]),
    ("Two Israelis and a Palestinian were killed.", ["Israelis: population ISR CVL", "Palestinian: person PSE CVL"]),
    ("Voters were turned away in Chad.", ["Voters: population TCD CVL", "Chad: country TCD GOV"]),
    ("Fishermen were killed off Yemen.", ["Fishermen: population YEM CVL", "Yemen: country YEM GOV"]),
    ("Drivers were killed in Chad.", ["Drivers: population TCD CVL", "Chad: country TCD GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_who_is_told_of(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


DESCRIBED = [
    ("Thorn's wife was shot in Chad.", ["Thorn: person", "Thorn's wife: person TCD CVL", "Chad: country TCD GOV"]),
    ("The wife of Ada Thorn was shot in Chad.", ["wife: person TCD CVL", "Ada Thorn: person", "Chad: country TCD GOV"]),
    (
        "The minister's driver was shot in Chad.",
        ["minister: office TCD GOV", "minister's driver: person TCD CVL", "Chad: country TCD GOV"],
    ),
    (
        "A supporter of Ada Thorn was shot in Chad.",
        ["supporter: person TCD CVL", "Ada Thorn: person", "Chad: country TCD GOV"],
    ),
    (
        "Supporters of the opposition were shot in Chad.",
        ["Supporters: population TCD CVL", "opposition: organisation TCD OPP", "Chad: country TCD GOV"],
    ),
    (
        "Opposition supporters were shot in Chad.",
        ["Opposition supporters: population TCD OPP", "Chad: country TCD GOV"],
    ),
    ("A UN peacekeeper was shot in Mali.", ["UN peacekeeper: person IGO MIL", "Mali: country MLI GOV"]),
    (
        "A Ghanaian UN peacekeeper was shot in Mali.",
        ["Ghanaian UN peacekeeper: person GHA MIL", "Mali: country MLI GOV"],
    ),
    ("A local official was shot in Mali.", ["local official: person MLI GOV", "Mali: country MLI GOV"]),
    ("A village elder was shot in Mali.", ["village elder: person MLI CVL", "Mali: country MLI GOV"]),
    ("A tribal chief was shot in Mali.", ["tribal chief: person MLI CVL", "Mali: country MLI GOV"]),
    ("A candidate was shot in Mali.", ["candidate: person MLI PTY", "Mali: country MLI GOV"]),
    ("An election official was shot in Mali.", ["election official: person MLI GOV", "Mali: country MLI GOV"]),
    ("A customs officer was shot in Mali.", ["customs officer: person MLI COP", "Mali: country MLI GOV"]),
    ("A shopkeeper was shot in Mali.", ["shopkeeper: person MLI BUS", "Mali: country MLI GOV"]),
    ("A truck driver was shot in Mali.", ["truck driver: person MLI CVL", "Mali: country MLI GOV"]),
    ("A schoolgirl was shot in Mali.", ["schoolgirl: person MLI CVL", "Mali: country MLI GOV"]),
    ("A baby was shot in Mali.", ["baby: person MLI CVL", "Mali: country MLI GOV"]),
    ("A suspected rebel was shot in Mali.", ["suspected rebel: person MLI REB", "Mali: country MLI GOV"]),
    ("An alleged spy was shot in Mali.", ["alleged spy: person MLI SPY", "Mali: country MLI GOV"]),
    ("A suicide bomber was shot in Mali.", ["suicide bomber: person MLI REB", "Mali: country MLI GOV"]),
    ("A thief was shot in Mali.", ["thief: person MLI CRM", "Mali: country MLI GOV"]),
    ("A retired general was shot in Mali.", ["retired general: person MLI ELI", "Mali: country MLI GOV"]),
    ("A militia leader was shot in Mali.", ["militia leader: person MLI PRM", "Mali: country MLI GOV"]),
    ("A warlord was shot in Mali.", ["warlord: person MLI REB", "Mali: country MLI GOV"]),
    ("A businessman was shot in Mali.", ["businessman: person MLI BUS", "Mali: country MLI GOV"]),
    ("An engineer was shot in Mali.", ["engineer: person MLI LAB", "Mali: country MLI GOV"]),
    ("A Chinese engineer was shot in Mali.", ["Chinese engineer: person CHN LAB", "Mali: country MLI GOV"]),
    (
        "A nun of Nigerian origin was shot in Mali.",
        ["nun: person NGA REL", "Nigeria: country NGA GOV", "Mali: country MLI GOV"],
    ),
    ("A man in army uniform was shot in Mali.", ["man: person MLI CVL", "Mali: country MLI GOV"]),
    ("A man with a knife was shot in Mali.", ["man: person MLI CVL", "Mali: country MLI GOV"]),
    ("An unarmed man was shot in Mali.", ["unarmed man: person MLI CVL", "Mali: country MLI GOV"]),
    (
        "Unidentified gunmen shot a nun in Mali.",
        ["Unidentified gunmen: armed-group MLI UAF", "nun: person MLI REL", "Mali: country MLI GOV"],
    ),
    (
        "Unknown attackers shot a nun in Mali.",
        ["Unknown attackers: armed-group MLI UAF", "nun: person MLI REL", "Mali: country MLI GOV"],
    ),
    (
        "Masked men shot a nun in Mali.",
        ["Masked men: armed-group MLI UAF", "nun: person MLI REL", "Mali: country MLI GOV"],
    ),
    (
        "Armed men shot a nun in Mali.",
        ["Armed men: armed-group MLI UAF", "nun: person MLI REL", "Mali: country MLI GOV"],
    ),
    ("A crowd of teachers shouted in Mali.", ["teachers: population MLI EDU", "Mali: country MLI GOV"]),
    ("A group of nine teachers shouted in Mali.", ["teachers: population MLI EDU", "Mali: country MLI GOV"]),
    ("Dozens of teachers shouted in Mali.", ["teachers: population MLI EDU", "Mali: country MLI GOV"]),
    ("Some of the teachers shouted in Mali.", ["teachers: population MLI EDU", "Mali: country MLI GOV"]),
    ("Half of the teachers shouted in Mali.", ["teachers: population MLI EDU", "Mali: country MLI GOV"]),
    ("All nine teachers shouted in Mali.", ["teachers: population MLI EDU", "Mali: country MLI GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_who_is_described(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
