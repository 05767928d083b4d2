"""Countries, their capitals and seats of power: whom they stand for."""

import pytest

STATES = [
    ("Paris rejected the offer.", ["France: country FRA GOV"]),
    ("Moscow and Kyiv signed a pact.", ["Russia: country RUS GOV", "Ukraine: country UKR GOV"]),
    ("Paris is a large town.", []),
    ("The Elysee rejected the offer.", ["France: country FRA GOV"]),
    ("The French government rejected the offer.", ["France: country FRA GOV"]),
    ("France's government rejected the offer.", ["France: country FRA GOV x2"]),
    ("The government in Paris rejected the offer.", ["France: country FRA GOV"]),
    ("The French rejected the offer.", ["France: country FRA GOV"]),
    ("A Frenchman was arrested in Chad.", ["Frenchman: person FRA CVL", "Chad: country TCD GOV"]),
    ("Nine Frenchmen were arrested in Chad.", ["Frenchmen: population FRA CVL", "Chad: country TCD GOV"]),
    ("Two French nationals were arrested in Chad.", ["French nationals: population FRA CVL", "Chad: country TCD GOV"]),
    ("French troops were sent to Chad.", ["French troops: government FRA MIL", "Chad: country TCD GOV"]),
    ("Guinea and Guinea-Bissau signed a pact.", ["Guinea: country GIN GOV", "Guinea-Bissau: country GNB GOV"]),
    ("South Sudan and Sudan signed a pact.", ["South Sudan: country SSD GOV", "Sudan: country SDN GOV"]),
    ("The turkey was served at noon.", []),
    ("Seoul and Pyongyang signed a pact.", ["South Korea: country KOR GOV", "North Korea: country PRK GOV"]),
    ("The Gulf states signed a pact.", ["Gulf states: country IGO"]),
    ("Western countries signed a pact.", ["Western countries: country IGO"]),
    ("The regime in Damascus rejected the offer.", ["Syria: country SYR GOV"]),
    ("The junta in Niamey rejected the offer.", ["junta: government NER GOV"]),
    ("Niger's junta rejected the offer.", ["Niger: country NER GOV", "Niger's junta: government NER GOV"]),
    ("The Taliban rejected the offer.", ["Taliban: armed-group AFG GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_who_is_named(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


NAMES = [
    ("Burma rejected the offer.", ["Myanmar: country MMR GOV"]),
    ("Holland rejected the offer.", ["Netherlands: country NLD GOV"]),
    ("The UK rejected the offer.", ["United Kingdom: country GBR GOV"]),
    ("The U.S. rejected the offer.", ["United States: country USA GOV"]),
    ("The USSR rejected the offer.", ["Russia: country RUS GOV"]),
    ("Czechoslovakia rejected the offer.", ["Czech Republic: country CZE GOV"]),
    ("The UAE rejected the offer.", ["United Arab Emirates: country ARE GOV"]),
    ("Ivory Coast rejected the offer.", ["Ivory Coast: country CIV GOV"]),
    ("Cote d'Ivoire rejected the offer.", ["Ivory Coast: country CIV GOV"]),
    ("Swaziland rejected the offer.", ["Eswatini: country SWZ GOV"]),
    ("East Timor rejected the offer.", ["Timor-Leste: country TLS GOV"]),
    ("The Vatican rejected the offer.", ["Vatican City: country VAT GOV"]),
    ("The Holy See rejected the offer.", ["Vatican City: country VAT GOV"]),
    ("Macedonia rejected the offer.", ["North Macedonia: country MKD GOV"]),
    ("The DRC rejected the offer.", ["Democratic Republic of the Congo: country COD GOV"]),
    ("The Republic of the Congo rejected the offer.", ["Republic of the Congo: country COG GOV"]),
    ("South Korea rejected the offer.", ["South Korea: country KOR GOV"]),
    ("North Korea rejected the offer.", ["North Korea: country PRK GOV"]),
    ("Trinidad and Tobago rejected the offer.", ["Trinidad and Tobago: country TTO GOV"]),
    ("Bosnia and Herzegovina rejected the offer.", ["Bosnia and Herzegovina: country BIH GOV"]),
    ("Antigua and Barbuda rejected the offer.", ["Antigua and Barbuda: country ATG GOV"]),
    ("Papua New Guinea rejected the offer.", ["Papua New Guinea: country PNG GOV"]),
    ("Equatorial Guinea rejected the offer.", ["Equatorial Guinea: country GNQ GOV"]),
    (
        "Dominica and the Dominican Republic rejected the offer.",
        ["Dominica: country DMA GOV", "Dominican Republic: country DOM GOV"],
    ),
    ("Niger and Nigeria rejected the offer.", ["Niger: country NER GOV", "Nigeria: country NGA GOV"]),
    ("Mauritania and Mauritius rejected the offer.", ["Mauritania: country MRT GOV", "Mauritius: country MUS GOV"]),
    ("Slovakia and Slovenia rejected the offer.", ["Slovakia: country SVK GOV", "Slovenia: country SVN GOV"]),
    ("Austria and Australia rejected the offer.", ["Austria: country AUT GOV", "Australia: country AUS GOV"]),
    ("Iran and Iraq rejected the offer.", ["Iran: country IRN GOV", "Iraq: country IRQ GOV"]),
    ("Kosovo rejected the offer.", ["Kosovo: country XKX GOV"]),
    ("Taiwan rejected the offer.", ["Taiwan: country TWN GOV"]),
    ("Hong Kong rejected the offer.", ["Hong Kong: country HKG GOV"]),
    ("Kyiv rejected the offer.", ["Ukraine: country UKR GOV"]),
    ("Kiev rejected the offer.", ["Ukraine: country UKR GOV"]),
    ("Jerusalem rejected the offer.", ["Israel: country ISR GOV"]),
    ("Tel Aviv rejected the offer.", ["Israel: country ISR GOV"]),
    ("Ankara rejected the offer.", ["Turkey: country TUR GOV"]),
    ("New Delhi rejected the offer.", ["India: country IND GOV"]),
    ("Islamabad rejected the offer.", ["Pakistan: country PAK GOV"]),
    ("Canberra rejected the offer.", ["Australia: country AUS GOV"]),
    ("Addis Ababa rejected the offer.", ["Ethiopia: country ETH GOV"]),
    ("Ten Downing Street rejected the offer.", ["United Kingdom: country GBR GOV"]),
    ("The Quai d'Orsay rejected the offer.", ["France: country FRA GOV"]),
    ("The State Department rejected the offer.", ["State Department: government USA GOV"]),
    ("The Foreign Office rejected the offer.", ["Foreign Office: government GBR GOV"]),
    ("The Bundestag rejected the offer.", ["Bundestag: organisation DEU LEG"]),
    ("The Knesset rejected the offer.", ["Knesset: organisation ISR LEG"]),
    ("The Duma rejected the offer.", ["Duma: organisation RUS LEG"]),
    ("Congress rejected the offer.", ["US Congress: government USA LEG"]),
    (
        "Britain's House of Commons rejected the offer.",
        ["United Kingdom: country GBR GOV", "House of Commons: organisation GBR LEG"],
    ),
    ("Whitehall rejected the offer.", ["United Kingdom: country GBR GOV"]),
    ("Capitol Hill rejected the offer.", ["Capitol Hill: organisation USA LEG"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_which_country_is_named(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
