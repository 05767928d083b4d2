"""Which place lies in which, and names of two words, with articles, and of regions."""

import pytest

HELD = [
    (
        "Shells hit Izium in Kharkiv region.",
        ["Izyum, Kharkiv Oblast, UKR, town", "Kharkiv Oblast, Kharkiv Oblast, UKR, province"],
    ),
    (
        "Shells hit Izium, Kharkiv region.",
        ["Izyum, Kharkiv Oblast, UKR, town", "Kharkiv Oblast, Kharkiv Oblast, UKR, province"],
    ),
    (
        "Shells hit Kharkiv region's Izium.",
        ["Kharkiv Oblast, Kharkiv Oblast, UKR, province", "Izyum, Kharkiv Oblast, UKR, town"],
    ),
    ("Shells hit Syria's Idlib.", ["Syria, SYR, country", "Idlib, Idlib Governorate, SYR, town"]),
    ("Shells hit Idlib, Syria.", ["Idlib, Idlib Governorate, SYR, town", "Syria, SYR, country"]),
    ("Shells hit Idlib (Syria).", ["Idlib, Idlib Governorate, SYR, town", "Syria, SYR, country"]),
    (
        "Shells hit Mora (Far North region, Cameroon).",
        [
            "Mora, Far North Region, CMR, town",
            "Far North Region, Far North Region, CMR, province",
            "Cameroon, CMR, country",
        ],
    ),
    (
        "Shells hit Diffa (Diffa region).",
        ["Diffa, Diffa region, NER, town", "Diffa region, Diffa region, NER, province"],
    ),
    (
        "Shells hit the village of Orlivka in Pokrovsk district.",
        ["Orlivka, Donetsk Oblast, UKR, town", "Pokrovsk Raion, Donetsk Oblast, UKR, district"],
    ),
    (
        "Shells hit the town of Mubi in Adamawa State, Nigeria.",
        ["Mubi, Adamawa, NGA, town", "Adamawa, Adamawa, NGA, province", "Nigeria, NGA, country"],
    ),
    (
        "Shells hit Mubi in Nigeria's Adamawa State.",
        ["Mubi, Adamawa, NGA, town", "Nigeria, NGA, country", "Adamawa, Adamawa, NGA, province"],
    ),
    (
        "Shells hit Mubi and Yola in Adamawa State.",
        ["Mubi, Adamawa, NGA, town", "Yola, Adamawa, NGA, town", "Adamawa, Adamawa, NGA, province"],
    ),
    (
        "Shells hit Mubi, Yola and Maiduguri.",
        ["Mubi, Adamawa, NGA, town", "Yola, Adamawa, NGA, town", "Maiduguri, Borno, NGA, town"],
    ),
    ("Shells hit Donetsk and Luhansk.", ["Donetsk, Donetsk Oblast, UKR, town", "Luhansk, Luhansk Oblast, UKR, town"]),
    (
        "Shells hit Lashkar Gah, capital of Helmand province.",
        ["Lashkar Gah, Helmand, AFG, town", "Helmand, Helmand, AFG, province"],
    ),
    (
        "Shells hit Helmand's capital, Lashkar Gah.",
        ["Helmand, Helmand, AFG, province", "Lashkar Gah, Helmand, AFG, town"],
    ),
    (
        "Shells hit the Helmand capital Lashkar Gah.",
        ["Helmand, Helmand, AFG, province", "Lashkar Gah, Helmand, AFG, town"],
    ),
    ("Shells hit Helmand's provincial capital.", ["Helmand, Helmand, AFG, province"]),
    (
        "Shells hit Lashkar Gah in Afghanistan's Helmand province.",
        ["Lashkar Gah, Helmand, AFG, town", "Afghanistan, AFG, country", "Helmand, Helmand, AFG, province"],
    ),
    ("Shells hit Kunduz, the capital of the province of the same name.", ["Kunduz, Kunduz Province, AFG, town"]),
    ("Shells hit Guatemala City.", ["Guatemala City, Guatemala Department, GTM, town"]),
    ("Shells hit Kuwait City.", ["Kuwait City, Capital Governorate, KWT, town"]),
    ("Shells hit Panama City.", ["Panama City, Panamá, PAN, town"]),
    ("Shells hit the port city of Hodeidah in Yemen.", ["Hodeidah, Al Hudaydah, YEM, town", "Yemen, YEM, country"]),
    ("Shells hit Yemen's port of Hodeidah.", ["Yemen, YEM, country", "Hodeidah, Al Hudaydah, YEM, town"]),
    ("Shells hit the Red Sea port of Hodeidah.", ["Red Sea, water", "Hodeidah, Al Hudaydah, YEM, town"]),
    ("Shells hit the disputed region of Abyei.", ["Abyei, Abyei, SDN, region"]),
    ("Shells hit the Sudanese town of Abyei.", ["Abyei, West Kordofan, SDN, town"]),
    ("Shells hit the Ugandan border town of Busia.", ["Busia, Eastern Region, UGA, town"]),
    ("Shells hit the Kenyan town of Busia.", ["Busia, Busia County, KEN, town"]),
    ("Shells hit Busia on the border with Kenya.", ["Busia, Busia County, KEN, town", "Kenya, KEN, country"]),
    ("Shells hit the People's Republic of China.", ["China, CHN, country"]),
    ("Shells hit the Republic of Korea.", ["South Korea, KOR, country"]),
    ("Shells hit the Islamic Republic of Iran.", ["Iran, IRN, country"]),
    ("Shells hit Sri Lanka.", ["Sri Lanka, LKA, country"]),
    ("Shells hit Sri Lankan ships.", []),
    ("Shells hit South Ossetia.", ["South Ossetia, South Ossetia, GEO, region"]),
    ("Shells hit Hong Kong harbour.", ["Hong Kong, HKG, country"]),
    (
        "Shells hit el-Geneina in West Darfur.",
        ["Geneina, West Darfur, SDN, town", "West Darfur, West Darfur, SDN, province"],
    ),
    (
        "Shells hit El Geneina, the capital of West Darfur.",
        ["Geneina, West Darfur, SDN, town", "West Darfur, West Darfur, SDN, province"],
    ),
    ("Shells hit al-Raqqa in Syria.", ["Ar Raqqah, Raqqa Governorate, SYR, town", "Syria, SYR, country"]),
    ("Shells hit Ar-Raqqa in Syria.", ["Ar Raqqah, Raqqa Governorate, SYR, town", "Syria, SYR, country"]),
    ("Shells hit Maarrat an Numan in Syria.", ["Maarat al-Numan, Idlib Governorate, SYR, town", "Syria, SYR, country"]),
    ("Shells hit Deir ez-Zor.", ["Deir al-Zor, Deir ez-Zor Governorate, SYR, town"]),
    ("Shells hit Deir al-Zour.", ["Deir al-Zor, Deir ez-Zor Governorate, SYR, town"]),
    ("Shells hit Tal Afar in Iraq.", ["Tall Afar, Nineveh Governorate, IRQ, town", "Iraq, IRQ, country"]),
    ("Shells hit Kyiv, Kiev and Odessa.", ["Kyiv, City of Kyiv, UKR, town", "Odesa, Odesa Oblast, UKR, town"]),
    ("Shells hit St. Petersburg.", ["Saint Petersburg, City of Saint Petersburg, RUS, town"]),
    (
        "Shells hit Saint Petersburg in Russia.",
        ["Saint Petersburg, City of Saint Petersburg, RUS, town", "Russia, RUS, country"],
    ),
    ("Shells hit Rostov-on-Don.", ["Rostov-on-Don, Rostov Oblast, RUS, town"]),
    ("Shells hit Stratford-upon-Avon.", ["Stratford-upon-Avon, England, GBR, town"]),
    ("Shells hit Port-au-Prince.", ["Port-au-Prince, Ouest, HTI, town"]),
    ("Shells hit N'Djamena.", ["N'Djamena, Ville de Ndjamena, TCD, town"]),
    ("Shells hit L'Aquila in Italy.", ["L'Aquila, Abruzzo, ITA, town", "Italy, ITA, country"]),
    ("Shells hit Goma's airport.", ["Goma, North Kivu, COD, town"]),
    ("Shells hit the airport of Goma.", ["Goma, North Kivu, COD, town"]),
    ("Shells hit Goma airport.", ["Goma, North Kivu, COD, town"]),
    ("Shells hit Goma International Airport.", ["Goma, North Kivu, COD, town"]),
    ("Shells hit Goma university.", ["Goma, North Kivu, COD, town"]),
    (
        "Shells hit a hospital in Goma, North Kivu.",
        ["Goma, North Kivu, COD, town", "North Kivu, North Kivu, COD, province"],
    ),
    (
        "Shells hit a hospital in Goma, North Kivu province, in eastern Congo.",
        [
            "Goma, North Kivu, COD, town",
            "North Kivu, North Kivu, COD, province",
            "Democratic Republic of the Congo, COD, country",
        ],
    ),
    (
        "Shells hit a hospital in eastern Congo's Goma.",
        ["Democratic Republic of the Congo, COD, country", "Goma, North Kivu, COD, town"],
    ),
    (
        "Shells hit a hospital in Bukavu, South Kivu, and a school in Goma.",
        ["Bukavu, South Kivu, COD, town", "South Kivu, South Kivu, COD, province", "Goma, North Kivu, COD, town"],
    ),
    ("Shells hit east London.", ["London, England, GBR, town"]),
    ("Shells hit East London in South Africa.", ["East London, Eastern Cape, ZAF, town", "South Africa, ZAF, country"]),
    ("Shells hit West Virginia.", ["West Virginia, West Virginia, USA, province"]),
    ("Shells hit western Virginia.", ["Virginia, Virginia, USA, province"]),
    ("Shells hit North Korea.", ["North Korea, PRK, country"]),
    ("Shells hit Northern Ireland.", ["Northern Ireland, Northern Ireland, GBR, province"]),
    ("Shells hit northern Ireland.", ["Ireland, IRL, country"]),
    ("Shells hit South Africa.", ["South Africa, ZAF, country"]),
    ("Shells hit southern Africa.", ["Africa, region"]),
    ("Shells hit Upper Egypt.", ["Upper Egypt, EGY, region"]),
    ("Shells hit Inner Mongolia.", ["Inner Mongolia, Inner Mongolia, CHN, province"]),
    ("Shells hit Equatorial Guinea.", ["Equatorial Guinea, GNQ, country"]),
    ("Shells hit New Guinea.", ["New Guinea, region"]),
    ("Shells hit New South Wales.", ["New South Wales, New South Wales, AUS, province"]),
    ("Shells hit the Isle of Man.", ["Isle of Man, IMN, country"]),
    ("Shells hit the Isle of Wight.", ["Isle of Wight, England, GBR, region"]),
    ("Shells hit the Falkland Islands.", ["Falkland Islands, FLK, country"]),
    ("Shells hit the Kuril Islands.", ["Kuril Islands, Sakhalin, RUS, region"]),
    ("Shells hit the Spratly Islands.", ["Spratly Islands, region"]),
    ("Shells hit the Sinai.", ["Sinai, EGY, region"]),
    ("Shells hit the Sinai peninsula.", ["Sinai, EGY, region"]),
    ("Shells hit the Gulf.", ["Persian Gulf, water"]),
    ("Shells hit the Persian Gulf.", ["Persian Gulf, water"]),
    ("Shells hit the Sahara.", ["Sahara, region"]),
    ("Shells hit the Himalayas.", ["Himalayas, region"]),
    ("Shells hit the Panjshir valley.", ["Panjshir, Panjshir, AFG, province"]),
    ("Shells hit the Bekaa Valley.", ["Bekaa Valley, Beqaa, LBN, region"]),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_which_place_lies_in_which(places_of, text: str, expected: list[str]) -> None:
    assert places_of(text) == expected
