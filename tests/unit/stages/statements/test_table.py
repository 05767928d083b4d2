"""Who says what, in whose words, and what is done by saying it."""

import pytest
from shorthand import of_statements

CASES = [
    ("“We fought to the end.” Cooper said. Then he left.", ["Cooper | said (direct assert) | We fought to the end"]),
    ("“We fought to the end!” she cried.", ["she | cried (direct assert) | We fought to the end!"]),
    ("“We fought,” he said. “We lost.”", ["he | said (direct assert) | We fought … We lost"]),
    ("He said he would go. He would return in May.", ["He | said (indirect promise) | he would go"]),
    ("The mayor denied that he had fled.", ["The mayor | denied (indirect deny) | that he had fled"]),
    ("The mayor did not say who had fled.", ["The mayor | say (indirect decline) | who had fled"]),
    ("The mayor confirmed the raid.", ["The mayor | confirmed (indirect assert) | the raid"]),
    (
        "The mayor declined to comment on the raid.",
        ["The mayor | declined (indirect decline) | to comment on the raid"],
    ),
    (
        "The mayor asked whether the road was open.",
        ["The mayor | asked (indirect question) | whether the road was open"],
    ),
    ("“Who will pay?” the mayor asked.", ["the mayor | asked (direct question) | Who will pay?"]),
    ("The mayor promised to rebuild the bridge.", ["The mayor | promised (indirect promise) | to rebuild the bridge"]),
    ("The mayor apologised for the delay.", ["The mayor | apologised (indirect assert) | the delay"]),
    ("The mayor accused the army of looting.", ["The mayor | accused (indirect accuse) | the army of looting"]),
    (
        "The mayor told the council that the wells were dry.",
        ["The mayor | told (indirect assert) | that the wells were dry"],
    ),
    (
        "The mayor wrote on Telegram that the wells were dry.",
        ["The mayor | wrote (indirect assert) | that the wells were dry"],
    ),
    ("The mayor told a radio station the wells were dry.", ["The mayor | told (indirect assert) | the wells were dry"]),
    ("Reports said that the wells were dry.", ["Reports | said (indirect assert) | that the wells were dry"]),
    (
        "Witnesses said that shots were heard, and that a man fell.",
        ["Witnesses | said (indirect assert) | that shots were heard, and that a man fell"],
    ),
    (
        "The wells are dry, a spokesman for the mayor said.",
        ["a spokesman for the mayor | said (indirect assert) | The wells are dry"],
    ),
    (
        "In a statement, the ministry said the wells were dry.",
        ["the ministry | said (indirect assert) | the wells were dry"],
    ),
    (
        "A statement from the ministry said the wells were dry.",
        ["A statement from the ministry | said (indirect assert) | the wells were dry"],
    ),
    ("The wells, he added, were dry.", ["he | added (indirect assert) | The wells … were dry"]),
    ("The wells were dry (the mayor said).", ["the mayor | said (indirect assert) | The wells were dry"]),
    ("The mayor thinks that the wells are dry.", ["The mayor | thinks (indirect assert) | that the wells are dry"]),
    ("The mayor plans to leave.", ["The mayor | plans (indirect promise) | to leave"]),
    ("The mayor insisted: the wells are dry.", ["The mayor | insisted (indirect assert) | the wells are dry"]),
    (
        "The agency quoted the mayor as saying the wells were dry.",
        ["the mayor | saying (indirect assert) | the wells were dry"],
    ),
    (
        "The mayor was quoted as saying the wells were dry.",
        ["The mayor | saying (indirect assert) | the wells were dry"],
    ),
    ("The wells are said to be dry.", [" | said (indirect assert) | The wells … to be dry"]),
    ("The alleged thief fled.", []),
    (
        "The mayor claimed responsibility for the blast.",
        ["The mayor | claimed (indirect assert) | responsibility for the blast"],
    ),
    (
        "The mayor's claim that the wells were dry was false.",
        ["The mayor's | claim (indirect assert) | that the wells were dry"],
    ),
    ("The mayor repeated his call for calm.", ["The mayor | repeated (indirect demand) | his call for calm"]),
    ("“Stop,” said the mayor of the town of Bo.", ["the mayor of the town of Bo | said (direct assert) | Stop"]),
    (
        "The mayor and the bishop said that the wells were dry.",
        ["The mayor and the bishop | said (indirect assert) | that the wells were dry"],
    ),
    ("The mayor said nothing.", []),
    ("The mayor said yes.", []),
    ("The mayor said the same.", []),
    ("The so-called “council” met.", []),
    (
        "The mayor never said that the wells were dry.",
        ["The mayor | said (indirect decline) | that the wells were dry"],
    ),
    (
        "The mayor said that the bishop had said that the wells were dry.",
        [
            "The mayor | said (indirect assert) | that the bishop had said that the wells were dry",
            "the bishop | said (indirect assert) | that the wells were dry",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_read_of_a_text(draft_of, text: str, expected: list[str]) -> None:
    assert of_statements(draft_of(text)) == expected
