"""How an issue is named by a verb."""

import pytest

VERBS = [
    ("Chad opposes opening a mine.", ["Chad against opening of mine 0.8"]),
    ("Chad opposes cutting taxes.", ["Chad against cut in taxes 0.8"]),
    ("Chad supports opening the border with Mali.", ["Chad for opening of border 0.7"]),
    ("Chad opposes shutting the mine.", ["Chad against shutting mine 0.8"]),
    ("Chad wants Mali to open the mine.", ["Chad for opening of mine by Mali 0.6"]),
    ("Chad wants Mali to stop the war.", ["Chad for end of war 0.6"]),
    ("Chad demanded that Mali open the mine.", ["Chad for opening of mine by Mali 0.9"]),
    ("Chad said that Mali must open its books.", ["Chad for opening of books by Mali 0.8"]),
    ("Chad said that Mali must stop it.", []),
    ("Chad said that Mali must do it.", []),
]


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_how_a_verb_names_an_issue(positions_of, text: str, expected: list[str]) -> None:
    assert positions_of(text) == expected
