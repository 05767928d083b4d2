"""Whose words they are: officials, papers, papers that quote, reports, witnesses."""

import pytest

VOICES = [
    (
        "Police chief Ada Thorn said the road was shut.",
        ["Police chief Ada Thorn | said (indirect assert) | the road was shut"],
    ),
    (
        "Ada Thorn, the police chief, said the road was shut.",
        ["Ada Thorn, the police chief | said (indirect assert) | the road was shut"],
    ),
    (
        "Ada Thorn of the police said the road was shut.",
        ["Ada Thorn of the police | said (indirect assert) | the road was shut"],
    ),
    ("The police said in Gao the road was shut.", ["The police | said (indirect assert) | the road was shut"]),
    ("The police in Gao said the road was shut.", ["The police in Gao | said (indirect assert) | the road was shut"]),
    ("Gao police said the road was shut.", ["Gao police | said (indirect assert) | the road was shut"]),
    (
        "A source in the police said the road was shut.",
        ["A source in the police | said (indirect assert) | the road was shut"],
    ),
    ("A police source said the road was shut.", ["A police source | said (indirect assert) | the road was shut"]),
    (
        "Sources close to the police said the road was shut.",
        ["Sources close to the police | said (indirect assert) | the road was shut"],
    ),
    (
        "An official speaking on condition of anonymity said the road was shut.",
        ["An official | said (indirect assert) | the road was shut"],
    ),
    (
        "One official said the road was shut. Another said it was not.",
        ["One official | said (indirect assert) | the road was shut", "Another | said (indirect assert) | it was not"],
    ),
    ("Officials say the road is shut.", ["Officials | say (indirect assert) | the road is shut"]),
    ("Officials have said the road is shut.", ["Officials | said (indirect assert) | the road is shut"]),
    ("Officials were saying the road was shut.", ["Officials | saying (indirect assert) | the road was shut"]),
    ("Some say the road is shut.", ["Some | say (indirect assert) | the road is shut"]),
    ("Critics say the road is shut.", ["Critics | say (indirect assert) | the road is shut"]),
    ("It is said the road is shut.", [" | said (indirect assert) | the road is shut"]),
    ("They say the road is shut.", ["They | say (indirect assert) | the road is shut"]),
    ("People say the road is shut.", ["People | say (indirect assert) | the road is shut"]),
    ("Local media said the road was shut.", ["Local media | said (indirect assert) | the road was shut"]),
    ("The Gao Times said the road was shut.", ["The Gao Times | said (indirect assert) | the road was shut"]),
    (
        "State television reported that the road was shut.",
        ["State television | reported (indirect report) | that the road was shut"],
    ),
    (
        "State television quoted police as saying that the road was shut.",
        ["police | saying (indirect assert) | that the road was shut"],
    ),
    (
        "State television, quoting police, said the road was shut.",
        ["State television | said (indirect assert) | the road was shut"],
    ),
    (
        "Police told state television that the road was shut.",
        ["Police | told (indirect assert) | that the road was shut"],
    ),
    ("Police told the Gao Times the road was shut.", ["Police | told (indirect assert) | the road was shut"]),
    (
        "Police were quoted by the Gao Times as saying the road was shut.",
        ["Police | saying (indirect assert) | the road was shut"],
    ),
    (
        "In an interview with the Gao Times, police said the road was shut.",
        ["police | said (indirect assert) | the road was shut"],
    ),
    ("On Telegram, police said the road was shut.", ["police | said (indirect assert) | the road was shut"]),
    ("Police said on Telegram the road was shut.", ["Police | said (indirect assert) | the road was shut"]),
    (
        "Police posted on Telegram that the road was shut.",
        ["Police | posted (indirect assert) | that the road was shut"],
    ),
    (
        "A Telegram post by police said the road was shut.",
        ["A Telegram post by police | said (indirect assert) | the road was shut"],
    ),
    (
        "A letter from police said the road was shut.",
        ["A letter from police | said (indirect assert) | the road was shut"],
    ),
    ("A report by police said the road was shut.", ["A report by police | said (indirect assert) | the road was shut"]),
    ("A police report said the road was shut.", ["A police report | said (indirect assert) | the road was shut"]),
    ("The report says the road is shut.", ["The report | says (indirect assert) | the road is shut"]),
    ("The report found the road shut.", ["The report | found (indirect report) | the road shut"]),
    (
        "The report, released on Monday, says the road is shut.",
        ["The report | says (indirect assert) | the road is shut"],
    ),
    ("The court found that the road was shut.", ["The court | found (indirect report) | that the road was shut"]),
    ("The court heard that the road was shut.", ["The court | heard (indirect report) | that the road was shut"]),
    ("The indictment says the road was shut.", ["The indictment | says (indirect assert) | the road was shut"]),
    ("The map shows the road is shut.", ["The map | shows (indirect report) | the road is shut"]),
    ("Data show that the road is shut.", ["Data | show (indirect report) | that the road is shut"]),
    (
        "Satellite images show that the road is shut.",
        ["Satellite images | show (indirect report) | that the road is shut"],
    ),
    ("Witnesses reported that the road was shut.", ["Witnesses | reported (indirect report) | that the road was shut"]),
    (
        "Residents said by phone that the road was shut.",
        ["Residents | said (indirect assert) | that the road was shut"],
    ),
    ("The road was shut, residents said by phone.", ["residents | said (indirect assert) | The road was shut"]),
    ("The road was shut, both said.", ["both | said (indirect assert) | The road was shut"]),
    (
        "The road was shut, she said. The bridge was open, she added.",
        ["she | said (indirect assert) | The road was shut", "she | added (indirect assert) | The bridge was open"],
    ),
    ("The road was shut, she said, but the bridge was open.", ["she | said (indirect assert) | The road was shut"]),
    ("The road was shut, she said, and the bridge was open.", ["she | said (indirect assert) | The road was shut"]),
    ("The road – she said – was shut.", ["she | said (indirect assert) | The road … was shut"]),
    (
        "The road was shut because of rain, police said.",
        ["police | said (indirect assert) | The road was shut because of rain"],
    ),
    ("The road was shut after police said it was unsafe.", ["police | said (indirect assert) | it was unsafe"]),
    ("The road was shut when police said it was unsafe.", ["police | said (indirect assert) | it was unsafe"]),
    ("Police, who said the road was shut, left.", ["who | said (indirect assert) | the road was shut"]),
    ("Police left, saying the road was shut.", ["Police | saying (indirect assert) | the road was shut"]),
    ("Police left after saying the road was shut.", ["Police | saying (indirect assert) | the road was shut"]),
    ("Police did not say that the road was shut.", ["Police | say (indirect decline) | that the road was shut"]),
    ("Police never said that the road was shut.", ["Police | said (indirect decline) | that the road was shut"]),
    ("Police could say that the road is shut.", ["Police | say (indirect assert) | that the road is shut"]),
    ("Police will say that the road is shut.", ["Police | say (indirect assert) | that the road is shut"]),
    ("Police should say that the road is shut.", ["Police | say (indirect assert) | that the road is shut"]),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_whose_words_they_are(statements_of, text: str, expected: list[str]) -> None:
    assert statements_of(text) == expected


ENDS = [
    (
        "The mayor said the road was open, although the bridge was not.",
        ["The mayor | said (indirect assert) | the road was open"],
    ),
    (
        "The mayor said the road was open, though the judge doubts it.",
        ["The mayor | said (indirect assert) | the road was open", "the judge | doubts (indirect oppose) | it"],
    ),
    (
        "The mayor said the road was open, while the bridge was shut.",
        ["The mayor | said (indirect assert) | the road was open"],
    ),
    (
        "The mayor said the road was open, adding that the bridge was not.",
        [
            "The mayor | said (indirect assert) | the road was open",
            "The mayor | adding (indirect assert) | that the bridge was not",
        ],
    ),
    (
        "The mayor said the road was open because the bridge was not.",
        ["The mayor | said (indirect assert) | the road was open because the bridge was not"],
    ),
    (
        "The mayor said the road was open when the bridge was not.",
        ["The mayor | said (indirect assert) | the road was open when the bridge was not"],
    ),
    ("The mayor said the road was open, smiling.", ["The mayor | said (indirect assert) | the road was open"]),
    (
        "The mayor said the road was open, pointing at the bridge.",
        ["The mayor | said (indirect assert) | the road was open"],
    ),
    ("The mayor said the road was open, raising hopes.", ["The mayor | said (indirect assert) | the road was open"]),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_where_the_words_of_another_end(statements_of, text: str, expected: list[str]) -> None:
    assert statements_of(text) == expected
