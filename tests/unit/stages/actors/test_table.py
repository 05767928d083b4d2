"""Who is who: kind, country, sectors, and the mentions that are one actor."""

import pytest
from shorthand import of_actors

CASES = [
    (
        "The French and German ministers met in Oslo.",
        ["French ministers: government FRA GOV", "German ministers: government DEU GOV"],
    ),
    (
        "The French, German and French ministers met in Oslo.",
        ["French ministers: government FRA GOV", "German ministers: government DEU GOV"],
    ),
    (
        "Mali sent an envoy to Lagos. Prime Minister Oda said the talks were over.",
        ["Mali: country MLI GOV", "envoy: person GOV", "Oda: person MLI GOV"],
    ),
    ("Kenya's ruling party won.", ["Kenya: country KEN GOV", "Kenya's ruling party: organisation KEN PTY"]),
    ("Kenya's opposition rejected the result.", ["Kenya: country KEN GOV", "Kenya's opposition: organisation KEN OPP"]),
    ("The Supreme Court of Ghana met. The Supreme Court ruled.", ["Court of Ghana: organisation GHA JUD x2"]),
    (
        "Ada Thorn, Kenya's finance minister, resigned. Thorn had served a year.",
        ["Ada Thorn: person KEN GOV x3", "Kenya: country KEN GOV"],
    ),
    ("Ada Thorn resigned. She had served a year.", ["Ada Thorn: person x2"]),
    ("Two men were arrested. They were later freed.", ["men: population CVL x2"]),
    ("President Ada Thorn and her husband fled.", ["Ada Thorn: person GOV x2", "husband: person CVL"]),
    ("A former general was shot in Chad.", ["former general: person TCD ELI", "Chad: country TCD GOV"]),
    ("The ex-president of Chad fled.", ["ex-president: person TCD ELI", "Chad: country TCD GOV"]),
    ("The late King Oda was buried.", ["Oda: person ELI"]),
    ("Thorn's lawyer spoke.", ["Thorn: person", "Thorn's lawyer: person CVL"]),
    ("Government forces shelled Gao.", ["Government forces: government MLI MIL", "Gao: population MLI CVL"]),
    ("Rebel forces shelled Gao.", ["Rebel forces: armed-group MLI REB", "Gao: population MLI CVL"]),
    ("Islamist militants shelled Gao.", ["Islamist militants: armed-group MLI REB", "Gao: population MLI CVL"]),
    ("The village chief of Bo was killed.", ["village chief: person SLE CVL"]),
    (
        "Ghanaian peacekeepers of the UN were hurt.",
        ["Ghanaian peacekeepers: government GHA MIL", "United Nations: organisation IGO GOV"],
    ),
    ("The UN Security Council met.", ["UN Security Council: organisation IGO GOV"]),
    ("The African Union suspended Niger.", ["African Union: organisation IGO GOV", "Niger: country NER GOV"]),
    (
        "The EU's foreign policy chief spoke.",
        ["European Union: organisation IGO GOV", "EU's foreign policy chief: person IGO GOV"],
    ),
    ("A Reuters reporter was held.", ["Reuters reporter: person JRN"]),
    ("Doctors Without Borders left Gao.", ["Médecins Sans Frontières: organisation NGO MED"]),
    ("The World Bank lent Chad money.", ["World Bank: organisation IGO GOV+BUS", "Chad: country TCD GOV"]),
    ("Prosecutors in Peru charged him.", ["Prosecutors: population PER JUD", "Peru: country PER GOV"]),
    (
        "Hundreds of students and teachers marched in Lima.",
        ["students: population PER EDU", "teachers: population PER EDU"],
    ),
    (
        "Israeli settlers attacked a Palestinian farmer.",
        ["Israeli settlers: population ISR CVL", "Palestinian farmer: person PSE AGR"],
    ),
    ("Kurdish fighters left Kobani.", ["Kurdish fighters: armed-group SYR REB"]),
    ("Washington and Tehran held talks.", ["United States: country USA GOV", "Iran: country IRN GOV"]),
    ("The Kremlin denied it.", ["Russia: country RUS GOV"]),
    ("The White House denied it.", ["United States: country USA GOV"]),
    ("Downing Street denied it.", ["United Kingdom: country GBR GOV"]),
    ("The Pentagon denied it.", ["Pentagon: government USA GOV+MIL"]),
    ("Beijing's foreign ministry denied it.", ["Beijing's foreign ministry: government CHN GOV"]),
    ("A spokesman for the Polish army spoke.", ["spokesman: office POL MIL", "Polish army: government POL MIL"]),
    ("The Polish ambassador to Chad left.", ["Polish ambassador: office POL GOV", "Chad: country TCD GOV"]),
    ("The Chadian embassy in Warsaw closed.", ["Chadian embassy: government TCD GOV"]),
    ("A South African court ruled.", ["South African court: organisation ZAF JUD"]),
    ("North Korea fired a missile.", ["North Korea: country PRK GOV"]),
    ("Georgian police held a US citizen.", ["Georgian police: government GEO COP", "US citizen: person USA CVL"]),
    (
        "The Lebanese group Hezbollah struck.",
        ["Lebanese group: organisation LBN", "Hezbollah: armed-group LBN REB+PTY"],
    ),
    (
        "Kenya's army chief met his Chadian counterpart.",
        ["Kenya: country KEN GOV", "Kenya's army chief: office KEN MIL x2", "Chadian counterpart: office TCD MIL"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_read_of_a_text(draft_of, text: str, expected: list[str]) -> None:
    assert of_actors(draft_of(text)) == expected
