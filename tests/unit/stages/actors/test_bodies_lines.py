"""Armed groups, forces, courts, parties, companies and other bodies."""

import pytest

BODIES = [
    (
        "The Gao Liberation Army seized a town in Mali.",
        ["Gao Liberation Army: armed-group REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Gao Liberation Army fighters seized a town in Mali.",
        ["Gao Liberation Army fighters: armed-group MLI REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "The Gao Front rebels seized a town in Mali.",
        ["Gao Front rebels: armed-group MLI REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Islamic State fighters seized a town in Mali.",
        ["Islamic State: armed-group IMG REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Al-Qaeda fighters seized a town in Mali.",
        ["Al-Qaeda: armed-group IMG REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    ("Hamas fighters seized a town.", ["Hamas: armed-group PSE REB+PTY", "town: population PSE CVL"]),
    (
        "Al-Shabaab seized a town in Somalia.",
        ["Al-Shabaab: armed-group SOM REB", "town: population SOM CVL", "Somalia: country SOM GOV"],
    ),
    ("Boko Haram seized a town.", ["Boko Haram: armed-group NGA REB", "town: population NGA CVL"]),
    (
        "The Wagner group seized a town in Mali.",
        ["Wagner Group: armed-group RUS PRM", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Mercenaries seized a town in Mali.",
        ["Mercenaries: armed-group MLI PRM", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "A militia seized a town in Mali.",
        ["militia: armed-group MLI PRM", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Separatists seized a town in Mali.",
        ["Separatists: armed-group MLI REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Jihadists seized a town in Mali.",
        ["Jihadists: armed-group MLI REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Bandits seized a town in Mali.",
        ["Bandits: armed-group MLI CRM", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    ("Pirates seized a ship off Somalia.", ["Pirates: armed-group SOM CRM", "Somalia: country SOM GOV"]),
    (
        "Gangs seized a town in Haiti.",
        ["Gangs: armed-group HTI CRM", "town: population HTI CVL", "Haiti: country HTI GOV"],
    ),
    (
        "Gunmen seized a town in Mali.",
        ["Gunmen: armed-group MLI UAF", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Insurgents seized a town in Mali.",
        ["Insurgents: armed-group MLI REB", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    (
        "Paramilitaries seized a town in Colombia.",
        ["Paramilitaries: armed-group COL PRM", "town: population COL CVL", "Colombia: country COL GOV"],
    ),
    (
        "The army seized a town in Mali.",
        ["army: government MLI MIL", "town: population MLI CVL", "Mali: country MLI GOV"],
    ),
    ("Malian soldiers seized a town.", ["Malian soldiers: government MLI MIL", "town: population MLI CVL"]),
    ("The Malian army seized a town.", ["Malian Armed Forces: government MLI MIL", "town: population MLI CVL"]),
    ("The navy seized a ship off Chad.", ["navy: government TCD MIL", "Chad: country TCD GOV"]),
    ("Chadian warplanes bombed a town.", ["Chadian warplanes: government TCD MIL", "town: population TCD CVL"]),
    ("Border guards seized a car in Chad.", ["Border guards: government TCD COP", "Chad: country TCD GOV"]),
    ("Coast guards seized a ship off Yemen.", ["Coast guards: government YEM COP", "Yemen: country YEM GOV"]),
    ("Police seized a car in Chad.", ["Police: government TCD COP", "Chad: country TCD GOV"]),
    ("The secret police seized a car in Chad.", ["secret police: government TCD SPY", "Chad: country TCD GOV"]),
    (
        "The intelligence service of Chad seized a car.",
        ["intelligence service: government TCD SPY", "Chad: country TCD GOV"],
    ),
    ("A court in Chad freed a nun.", ["court: organisation TCD JUD", "Chad: country TCD GOV", "nun: person TCD REL"]),
    ("The Supreme Court of Chad freed a nun.", ["Supreme Court of Chad: organisation TCD JUD", "nun: person TCD REL"]),
    (
        "The International Criminal Court freed a general.",
        ["International Criminal Court: organisation IGO JUD", "general: person MIL"],
    ),
    (
        "Prosecutors in Chad freed a nun.",
        ["Prosecutors: population TCD JUD", "Chad: country TCD GOV", "nun: person TCD REL"],
    ),
    ("A jury in Chad freed a nun.", ["jury: organisation TCD JUD", "Chad: country TCD GOV", "nun: person TCD REL"]),
    ("The Chadian parliament passed a law.", ["Chadian parliament: organisation TCD LEG"]),
    ("Lawmakers in Chad passed a law.", ["Lawmakers: population TCD LEG", "Chad: country TCD GOV"]),
    ("The ruling party of Chad passed a law.", ["ruling party: organisation TCD PTY", "Chad: country TCD GOV"]),
    ("The Chadian Workers Party passed a motion.", ["Chadian Workers Party: organisation TCD PTY"]),
    ("The opposition in Chad passed a motion.", ["opposition: organisation TCD OPP", "Chad: country TCD GOV"]),
    ("The Union of Chadian Teachers passed a motion.", ["Union of Chadian Teachers: organisation TCD LAB"]),
    (
        "The chamber of commerce of Chad passed a motion.",
        ["chamber of commerce: organisation TCD BUS", "Chad: country TCD GOV"],
    ),
    ("The central bank of Chad raised rates.", ["central bank: government TCD GOV", "Chad: country TCD GOV"]),
    ("The finance ministry of Chad raised taxes.", ["finance ministry: government TCD GOV", "Chad: country TCD GOV"]),
    ("The Chadian embassy in Oslo closed.", ["Chadian embassy: government TCD GOV"]),
    ("Chad's consulate in Oslo closed.", ["Chad: country TCD GOV", "Chad's consulate: government TCD GOV"]),
    ("Norsk Tin closed a mine in Chad.", ["Norsk Tin: organisation", "Chad: country TCD GOV"]),
    (
        "A Norwegian company closed a mine in Chad.",
        ["Norwegian company: organisation NOR BUS", "Chad: country TCD GOV"],
    ),
    (
        "A Norwegian firm and a French bank closed a mine in Chad.",
        ["Norwegian firm: organisation NOR BUS", "French bank: organisation FRA BUS", "Chad: country TCD GOV"],
    ),
    (
        "The Red Cross closed an office in Chad.",
        ["International Committee of the Red Cross: organisation NGO SOC", "Chad: country TCD GOV"],
    ),
    (
        "Amnesty International closed an office in Chad.",
        ["Amnesty International: organisation NGO SOC", "Chad: country TCD GOV"],
    ),
    (
        "A Norwegian charity closed an office in Chad.",
        ["Norwegian charity: organisation NOR SOC", "Chad: country TCD GOV"],
    ),
    ("UNICEF closed an office in Chad.", ["UNICEF: organisation IGO GOV", "Chad: country TCD GOV"]),
    (
        "The World Health Organization closed an office in Chad.",
        ["World Health Organization: organisation IGO MED", "Chad: country TCD GOV"],
    ),
    (
        "The International Monetary Fund closed an office in Chad.",
        ["International Monetary Fund: organisation IGO GOV+BUS", "Chad: country TCD GOV"],
    ),
    ("NATO closed an office in Chad.", ["NATO: organisation IGO MIL+GOV", "Chad: country TCD GOV"]),
    (
        "ECOWAS suspended Niger.",
        ["Economic Community of West African States: organisation IGO GOV", "Niger: country NER GOV"],
    ),
    ("The Arab League suspended Syria.", ["Arab League: organisation IGO GOV", "Syria: country SYR GOV"]),
    ("The Commonwealth suspended Fiji.", ["Commonwealth: organisation IGO GOV", "Fiji: country FJI GOV"]),
    ("The G7 met in Rome.", ["Group of Seven: organisation IGO GOV"]),
    ("The European Commission met in Rome.", ["European Commission: organisation IGO GOV"]),
    ("The European Parliament met in Rome.", ["European Parliament: organisation IGO LEG"]),
    ("The University of Oslo closed.", ["University of Oslo: organisation NOR EDU"]),
    ("A hospital in Chad closed.", ["hospital: organisation TCD MED", "Chad: country TCD GOV"]),
    ("A mosque in Chad closed.", ["mosque: organisation TCD REL", "Chad: country TCD GOV"]),
    (
        "The Catholic Church closed a school in Chad.",
        ["Catholic Church: organisation VAT REL", "school: organisation TCD EDU", "Chad: country TCD GOV"],
    ),
    ("A Chadian newspaper closed.", ["Chadian newspaper: organisation TCD JRN"]),
    ("State television of Chad closed.", ["State television: organisation TCD JRN", "Chad: country TCD GOV"]),
    ("Reuters closed an office in Chad.", ["Reuters: organisation GBR JRN", "Chad: country TCD GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_which_body_is_named(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
