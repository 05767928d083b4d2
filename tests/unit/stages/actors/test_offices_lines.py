"""Which office somebody holds."""

import pytest

OFFICES = [
    ("President Ada Thorn spoke.", ["Ada Thorn: president"]),
    ("Prime Minister Ada Thorn spoke.", ["Ada Thorn: prime minister"]),
    ("Ada Thorn, the prime minister of Chad, spoke.", ["Ada Thorn: prime minister"]),
    ("Foreign Minister Ada Thorn spoke.", ["Ada Thorn: foreign minister"]),
    ("Chad's foreign minister spoke.", ["Chad's foreign minister: foreign minister"]),
    ("Chad's foreign minister, Ada Thorn, spoke.", ["Ada Thorn: foreign minister"]),
    ("Chad's defence minister Ada Thorn spoke.", ["Ada Thorn: defence minister"]),
    ("Ada Thorn, Chad's defence minister, spoke.", ["Ada Thorn: defence minister"]),
    ("The minister of defence of Chad spoke.", ["minister of defence: defence minister"]),
    ("The finance minister spoke. Ada Thorn spoke.", ["finance minister: finance minister"]),
    ("Ada Thorn spoke. The finance minister left.", ["finance minister: finance minister"]),
    ("Ada Thorn is finance minister of Chad. She spoke.", ["Ada Thorn: finance minister"]),
    ("Ada Thorn became finance minister of Chad.", ["Ada Thorn: finance minister"]),
    ("Former finance minister Ada Thorn spoke.", []),
    ("Ada Thorn, a former finance minister, spoke.", []),
    ("Acting finance minister Ada Thorn spoke.", ["Ada Thorn: finance minister"]),
    ("Vice President Ada Thorn spoke.", ["Ada Thorn: vice president"]),
    ("Ambassador Ada Thorn spoke.", ["Ada Thorn: ambassador"]),
    ("Chad's ambassador to Mali, Ada Thorn, spoke.", ["Ada Thorn: ambassador"]),
    ("UN envoy Ada Thorn spoke.", ["Ada Thorn: UN special envoy"]),
    ("UN Secretary-General Ada Thorn spoke.", ["Ada Thorn: UN secretary-general"]),
    ("Governor Ada Thorn spoke.", ["Ada Thorn: governor"]),
    ("The governor of Gao spoke.", ["governor: governor"]),
    ("Mayor Ada Thorn spoke.", ["Ada Thorn: mayor"]),
    ("The mayor of Gao, Ada Thorn, spoke.", ["Ada Thorn: mayor"]),
    ("Senator Ada Thorn spoke.", ["Ada Thorn: senator"]),
    ("Army chief Ada Thorn spoke.", ["Ada Thorn: army chief"]),
    ("The army chief of Chad, General Ada Thorn, spoke.", ["Ada Thorn: army chief"]),
    ("Opposition leader Ada Thorn spoke.", ["Ada Thorn: opposition leader"]),
    ("Spokesman Ben Oda spoke.", ["Ben Oda: spokesperson"]),
    ("Chad's army spokesman Ben Oda spoke.", ["Ben Oda: military spokesperson"]),
    ("Foreign ministry spokeswoman Ada Thorn spoke.", ["Ada Thorn: foreign ministry spokesperson"]),
    ("Speaker of parliament Ada Thorn spoke.", ["Ada Thorn: speaker"]),
    ("The Pope spoke.", ["Pope: pope"]),
    (
        "Interior Minister Ada Thorn met Finance Minister Ben Oda.",
        ["Ada Thorn: interior minister", "Ben Oda: finance minister"],
    ),
    ("Interior Minister Ada Thorn spoke. Thorn, the former mayor of Gao, left.", ["Ada Thorn: interior minister"]),
    ("Farmer Ada Thorn spoke.", []),
    ("Ada Thorn, 54, spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_which_office_is_held(offices_of, text: str, expected: list[str]) -> None:
    assert offices_of(text) == expected
