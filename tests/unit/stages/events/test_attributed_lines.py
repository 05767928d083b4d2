"""Who vouches for an act, the voice nearest the report first."""

import pytest

VOICES = [
    ("Rebels shelled Gao, Chad said.", ["ASSAULT occurred: Chad"]),
    ("Chad said that rebels had shelled Gao.", ["ASSAULT occurred: Chad"]),
    ("Chad said rebels shelled Gao and Niger condemned it.", ["ASSAULT occurred: Chad", "ACCUSE occurred: Chad"]),
    ("Rebels shelled Gao, according to Chad.", ["ASSAULT occurred: Chad"]),
    ("According to Chad, rebels shelled Gao.", ["ASSAULT occurred: Chad"]),
    ("Rebels reportedly shelled Gao.", ["ASSAULT occurred: somebody"]),
    ("Rebels shelled Gao.", ["ASSAULT occurred: "]),
    ("Chad believes that rebels shelled Gao.", ["ASSAULT occurred: Chad"]),
    ("Chad denied that rebels had shelled Gao.", ["ASSAULT denied: Chad"]),
    ("Chad denied that it had shelled Gao.", ["ASSAULT denied: Chad"]),
    ("Rebels denied shelling Gao.", ["ASSAULT denied: Rebels"]),
    ("Chad confirmed that rebels had shelled Gao.", ["ASSAULT occurred: Chad"]),
    (
        "French and Dutch officials said that rebels had shelled Gao.",
        ["ASSAULT occurred: French officials, Dutch officials"],
    ),
    ("Officials said that rebels had shelled Gao.", ["ASSAULT occurred: Officials"]),
    ("Ada Thorn said that rebels had shelled Gao.", ["ASSAULT occurred: Ada Thorn"]),
    ("State radio quoted Chad as saying that rebels had shelled Gao.", ["ASSAULT occurred: State radio, Chad"]),
    ("“Rebels shelled Gao,” Chad's minister said.", ["ASSAULT occurred: Chad's minister"]),
    ("Rebels shelled Gao, killing nine nuns, Chad said.", ["ASSAULT occurred: Chad"]),
    ("Rebels, who shelled Gao, withdrew, Chad said.", ["ASSAULT occurred: Chad", "RETREAT occurred: Chad"]),
    ("Chad said rebels shelled Gao. They killed nine nuns.", ["ASSAULT occurred: Chad", "ASSAULT occurred: "]),
    ("Chad announced that it had expelled Niger's envoy.", ["SANCTION occurred: Chad"]),
    ("Chad said it will expel Niger's envoy.", ["THREATEN occurred: "]),
    ("Chad told Niger that it will expel its envoy.", ["THREATEN occurred: "]),
    ("A report says that rebels shelled Gao.", ["ASSAULT occurred: somebody"]),
    ("Witnesses saw rebels shell Gao.", ["ASSAULT occurred: "]),
    ("It is said that rebels shelled Gao.", ["ASSAULT occurred: somebody"]),
    ("Rebels are said to have shelled Gao.", ["ASSAULT occurred: somebody"]),
    ("Rebels are believed to have shelled Gao.", ["ASSAULT occurred: "]),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_who_vouches_for_it(voices_of, text: str, expected: list[str]) -> None:
    assert voices_of(text) == expected
