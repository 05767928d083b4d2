"""Which place a name means, and which names are of none."""

import pytest

SHARED = [
    ("Shells hit Tripoli.", ["Tripoli, Tripoli, LBY, town"]),
    ("Shells hit Tripoli in northern Lebanon.", ["Tripoli, North Lebanon, LBN, town", "Lebanon, LBN, country"]),
    ("Shells hit Valencia, Venezuela.", ["Valencia, Carabobo, VEN, town", "Venezuela, VEN, country"]),
    ("Shells hit Valencia in Spain.", ["Valencia, Valenciana, Comunidad, ESP, town", "Spain, ESP, country"]),
    ("Shells hit Santiago de Cuba.", ["Santiago de Cuba, Santiago de Cuba Province, CUB, town"]),
    ("Shells hit Santiago in Chile.", ["Santiago, Metropolitana, CHL, town", "Chile, CHL, country"]),
    ("Shells hit Cordoba, Argentina.", ["Córdoba, Cordoba Province, ARG, town", "Argentina, ARG, country"]),
    ("Shells hit Hyderabad in Pakistan.", ["Hyderabad, Sindh Province, PAK, town", "Pakistan, PAK, country"]),
    ("Shells hit Hyderabad, India.", ["Hyderabad, Telangana, IND, town", "India, IND, country"]),
    ("Shells hit Birmingham, Alabama.", ["Birmingham, Alabama, USA, town", "Alabama, Alabama, USA, province"]),
    ("Shells hit Birmingham.", ["Birmingham, England, GBR, town"]),
    (
        "Shells hit Cambridge, Massachusetts.",
        ["Cambridge, Massachusetts, USA, town", "Massachusetts, Massachusetts, USA, province"],
    ),
    ("Shells hit Alexandria in Egypt.", ["Alexandria, Alexandria Governorate, EGY, town", "Egypt, EGY, country"]),
    ("Shells hit Athens.", ["Athens, Attica, GRC, town"]),
    ("Shells hit Athens, Georgia.", ["Athens, Georgia, USA, town", "Georgia, Georgia, USA, province"]),
    ("Shells hit Moscow.", ["Moscow, City of Moscow, RUS, town"]),
    ("Shells hit Tbilisi, Georgia.", ["Tbilisi, Tbilisi, GEO, town", "Georgia, GEO, country"]),
    ("Shells hit Atlanta, Georgia.", ["Atlanta, Georgia, USA, town", "Georgia, Georgia, USA, province"]),
    ("Shells hit San Jose in Costa Rica.", ["San José, San José, CRI, town", "Costa Rica, CRI, country"]),
    ("Shells hit Los Angeles, Chile.", ["Los Ángeles, Biobío, CHL, town", "Chile, CHL, country"]),
    ("Shells hit Georgetown in Guyana.", ["Georgetown, Demerara-Mahaica, GUY, town", "Guyana, GUY, country"]),
    ("Shells hit Kingston, Jamaica.", ["Kingston, Kingston, JAM, town", "Jamaica, JAM, country"]),
    ("Shells hit Victoria in the Seychelles.", ["Victoria, English River, SYC, town", "Seychelles, SYC, country"]),
    ("Shells hit Victoria, Cameroon's old port.", ["Limbe, South-West Province, CMR, town", "Cameroon, CMR, country"]),
    ("Shells hit Granada, Nicaragua.", ["Granada, Granada Department, NIC, town", "Nicaragua, NIC, country"]),
    ("Shells hit Vienna, Austria's capital.", ["Vienna, Wien, AUT, town", "Austria, AUT, country"]),
    ("Shells hit Lima and Cusco.", ["Lima, Lima Province, PER, town", "Cusco, Cuzco Department, PER, town"]),
    ("Peru's army said that shells hit Lima.", ["Peru, PER, country", "Lima, Lima Province, PER, town"]),
    ("Libya's army said that shells hit Tripoli.", ["Libya, LBY, country", "Tripoli, Tripoli, LBY, town"]),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_which_of_several_is_meant(places_of, text: str, expected: list[str]) -> None:
    assert places_of(text) == expected


NONE = [
    ("Ada London resigned in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Paris Hilton resigned in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("President Lincoln resigned in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Kofi Accra, a lawyer, resigned in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("The London Stock Exchange closed.", []),
    ("Lagos Tin Ltd closed.", []),
    ("Lagos United won the cup.", []),
    ("The Lagos Times reported it.", []),
    ("The Lagos Declaration was signed in Oslo.", ["Oslo, Oslo, NOR, town"]),
    ("He reads Mobile magazine.", []),
    ("A mobile phone rang in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("The march went on in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Nice people live in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Reading is taught in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Most of the gold came from Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Bath water was sold in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("A turkey was sold in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("The Korean War was taught in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("The Dayton Agreement was taught in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("The Stockholm syndrome was taught in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("Hamilton was played in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("He was born in Lagos.", ["Lagos, Lagos, NGA, town"]),
    ("A Lagos court freed him.", ["Lagos, Lagos, NGA, town"]),
    ("Lagos-based lawyers freed him.", ["Lagos, Lagos, NGA, town"]),
    ("Lagos's governor freed him.", ["Lagos, Lagos, NGA, town"]),
    ("LAGOS, May 2 (Wire) - A court freed him.", ["Lagos, Lagos, NGA, town"]),
    ("Lagos (Wire) - A court freed him.", ["Lagos, Lagos, NGA, town"]),
    ("Lagos, Nigeria", ["Lagos, Lagos, NGA, town", "Nigeria, NGA, country"]),
    ("A court in LAGOS freed him.", ["Lagos, Lagos, NGA, town"]),
    ("A court in lagos freed him.", []),
]


@pytest.mark.parametrize(("text", "expected"), NONE)
def test_what_is_no_place(places_of, text: str, expected: list[str]) -> None:
    assert places_of(text) == expected
