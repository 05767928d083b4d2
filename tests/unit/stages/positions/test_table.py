"""Who is for and against what, how strongly."""

import pytest
from shorthand import of_positions

CASES = [
    ("Togo backs Chad's NATO membership path.", ["Togo for membership of Chad in NATO 0.49"]),
    (
        "Norway rejected Chad's call to lift its blockade of Niger.",
        ["Norway against end of blockade of Niger by Norway 0.8"],
    ),
    ("Kenya decided to oppose the embargo on Cuba.", ["Kenya against embargo on Cuba 0.8"]),
    ("Kenya promised to support the ban on ivory.", ["Kenya for ban on ivory 0.7"]),
    ("Kenya declined to support the ban on ivory.", ["Kenya neutral ban on ivory 0.24"]),
    ("Kenya refused to oppose the embargo on Cuba.", ["Kenya for embargo on Cuba 0.7"]),
    ("The letter opposes the embargo on Cuba, Kenya said.", []),
    ("Nobody supports the ban on ivory, Kenya said.", []),
    ("We oppose the embargo on Cuba, Kenya said.", ["Kenya against embargo on Cuba 0.8"]),
    ("Kenya might support a ban on ivory.", ["Kenya for ban on ivory 0.49"]),
    ("Kenya strongly supports a ban on ivory.", ["Kenya for ban on ivory 0.84"]),
    (
        "Kenya would recognise Palestine if Israel annexed the valley.",
        ["Kenya conditional recognition of Palestine by Kenya 0.6"],
    ),
    (
        "Kenya insisted that Sudan must withdraw from the border zone.",
        ["Kenya for withdrawal of Sudan from border zone 0.8"],
    ),
    ("Kenya said that Sudan must not attack Chad.", ["Kenya against strikes of Sudan on Chad 0.8"]),
    ("Kenya wants Sudan to accept the ceasefire.", ["Kenya for ceasefire 0.6"]),
    ("Kenya never supported the invasion of Iraq.", ["Kenya against invasion of Iraq 0.49"]),
    ("Kenya voted against the resolution on Gaza.", ["Kenya against resolution on Gaza 0.8"]),
    ("Kenya voted for the resolution on Gaza.", ["Kenya for resolution on Gaza 0.8"]),
    ("Kenya vetoed the resolution on Gaza.", ["Kenya against resolution on Gaza 0.9"]),
    ("Kenya's ruling party is in favour of a ban on ivory.", ["Kenya's ruling party for ban on ivory 0.6"]),
    ("The rebels reject talks with the government of Chad.", ["rebels against talks with Chad 0.8"]),
    ("The rebels are ready for talks with the government of Chad.", ["rebels for talks of rebels with Chad 0.4"]),
    ("Kenya lobbied for Chad to support the ban on ivory.", ["Kenya for ban on ivory 0.7"]),
    ("Kenya urged Chad to oppose the embargo on Cuba.", ["Kenya against embargo on Cuba 0.7"]),
    ("Kenya condemned the coup in Niger.", ["Kenya against coup in Niger 0.8"]),
    ("Kenya welcomed the truce between Israel and Hamas.", ["Kenya for ceasefire between Israel and Hamas 0.5"]),
    ("Kenya criticised the embargo on Cuba as unfair.", ["Kenya against embargo on Cuba 0.5"]),
    (
        "It is time to end the embargo on Cuba, Kenya's minister said.",
        ["Kenya's minister for end of embargo on Cuba 0.6"],
    ),
    (
        "Kenya will not accept the annexation of Crimea by Russia.",
        ["Kenya against annexation of Crimea by Russia 0.35"],
    ),
    ("Kenya has long opposed the nuclear programme of Iran.", ["Kenya against nuclear programme of Iran 0.8"]),
    ("Kenya supports Iran's right to enrich uranium.", ["Kenya for enrichment of uranium by Iran 0.7"]),
    ("Kenya opposes building a dam on the Nile.", ["Kenya against construction of dam on Nile 0.8"]),
    ("Kenya supports sending troops to Haiti.", ["Kenya for sending of troops to Haiti 0.7"]),
    ("Kenya supports the two-state solution.", ["Kenya for two-state solution 0.7"]),
    ("Kenya is neutral on the war in Ukraine.", ["Kenya neutral war in Ukraine 0.5"]),
    ("Kenya supports it.", []),
    ("Kenya's support for the embargo on Cuba is known.", ["Kenya for embargo on Cuba 0.7"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_read_of_a_text(draft_of, text: str, expected: list[str]) -> None:
    assert of_positions(draft_of(text)) == expected
