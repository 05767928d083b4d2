"""Which words are places, and which place they mean."""

import pytest
from shorthand import of_places

CASES = [
    ("Soldiers reached el Fasher on Monday.", ["El Fasher, North Darfur, SDN, town"]),
    ("The envoy flew to the Hague on Monday.", ["The Hague, Zuid-Holland, NLD, town"]),
    (
        "Shells hit the village of Korvath, 30 km east of Kharkiv.",
        [
            "Korvath, Kharkiv Oblast, UKR, town",
            "30 km east of Kharkiv, Kharkiv Oblast, UKR, town",
            "Kharkiv, Kharkiv Oblast, UKR, town",
        ],
    ),
    ("Shells hit a village near Kharkiv.", ["Kharkiv, Kharkiv Oblast, UKR, town"]),
    ("Shells hit Paris, Texas.", ["Paris, Texas, USA, town", "Texas, Texas, USA, province"]),
    ("Shells hit London, Ontario, on Monday.", ["London, Ontario, CAN, town", "Ontario, Ontario, CAN, province"]),
    ("Gunmen attacked Tripoli in Lebanon.", ["Tripoli, North Lebanon, LBN, town", "Lebanon, LBN, country"]),
    ("Gunmen attacked Tripoli, Libya's capital.", ["Tripoli, Tripoli, LBY, town", "Libya, LBY, country"]),
    ("Gunmen attacked Georgia's capital Tbilisi.", ["Georgia, GEO, country", "Tbilisi, Tbilisi, GEO, town"]),
    ("Georgia and Armenia signed a pact.", ["Georgia, GEO, country", "Armenia, ARM, country"]),
    ("Gunmen raided Kaduna state.", ["Kaduna, Kaduna, NGA, province"]),
    ("Gunmen raided the Diffa region of Niger.", ["Diffa region, Diffa region, NER, province"]),
    ("Ships passed the Strait of Hormuz.", ["Strait of Hormuz, water"]),
    ("The Black Sea port of Odesa was hit.", ["Black Sea, water", "Odesa, Odesa Oblast, UKR, town"]),
    ("Fighting went on in eastern Ukraine.", ["Ukraine, UKR, country"]),
    ("Fighting went on in the north of Mali.", ["Mali, MLI, country"]),
    ("Troops crossed the Nile.", ["Nile, water"]),
    ("Ada Paris resigned in Berlin.", ["Berlin, Berlin, DEU, town"]),
    ("The Berlin Group met in Oslo.", ["Oslo, Oslo, NOR, town"]),
    ("The Paris Agreement was signed.", []),
    ("Boston Consulting opened an office in Accra.", ["Accra, Greater Accra, GHA, town"]),
    ("The Chad Times reported it.", []),
    ("Mr Jordan met Ms Chad in Lima.", ["Lima, Lima Province, PER, town"]),
    ("The US state of Georgia voted.", ["United States, USA, country", "Georgia, Georgia, USA, province"]),
    ("Gunmen attacked the airport in Gao.", ["Gao, Gao Region, MLI, town"]),
    ("Camp Lemonnier was hit.", ["Camp Lemonnier, DJI, site"]),
    ("Gunmen struck in the Sahel.", ["Sahel, region"]),
    ("Gunmen struck in the Middle East.", ["Middle East, region"]),
    ("A man from Lagos was held in Accra.", ["Lagos, Lagos, NGA, town", "Accra, Greater Accra, GHA, town"]),
    (
        "Some 20 miles south of Mosul a mine went off.",
        ["32.2 km south of Mosul, Nineveh Governorate, IRQ, town", "Mosul, Nineveh Governorate, IRQ, town"],
    ),
    ("Kyiv struck Belgorod.", ["Belgorod, Belgorod Oblast, RUS, town"]),
    (
        "Rebels took Goma in the Democratic Republic of Congo.",
        ["Goma, North Kivu, COD, town", "Democratic Republic of the Congo, COD, country"],
    ),
    ("Rebels took Goma, DRC.", ["Goma, North Kivu, COD, town", "Democratic Republic of the Congo, COD, country"]),
    ("Rebels took Saint-Louis in Senegal.", ["Saint-Louis, Saint-Louis Region, SEN, town", "Senegal, SEN, country"]),
    ("Rebels took Washington.", ["Washington, District of Columbia, USA, town"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_read_of_a_text(draft_of, text: str, expected: list[str]) -> None:
    assert of_places(draft_of(text)) == expected
