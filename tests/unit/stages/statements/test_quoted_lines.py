"""Who speaks where words stand in quotation marks."""

import pytest

QUOTED = [
    ("“The road is open,” the mayor said.", ["the mayor | said (direct assert) | The road is open"]),
    ("“The road is open,” said the mayor.", ["the mayor | said (direct assert) | The road is open"]),
    ("The mayor said: “The road is open.”", ["The mayor | said (direct assert) | The road is open"]),
    ("The mayor said, “The road is open.”", ["The mayor | said (direct assert) | The road is open"]),
    ("The mayor said “the road is open.”", ["The mayor | said (direct assert) | the road is open"]),
    ("“The road,” said the mayor, “is open.”", ["the mayor | said (direct assert) | The road … is open"]),
    (
        "“The road is open,” said Ada Thorn, the mayor of Gao.",
        ["Ada Thorn, the mayor of Gao | said (direct assert) | The road is open"],
    ),
    ("“The road is open” is the title of a song.", []),
    ("The mayor called the road “unsafe” and closed it.", ["The mayor | called (mixed assert) | the road “unsafe”"]),
    ("The mayor spoke of a “gift”.", ["The mayor | spoke (mixed assert) | a “gift”"]),
    ("The “gift” was returned.", []),
    ("The mayor said the road was “open to all”.", ["The mayor | said (mixed assert) | the road was “open to all”"]),
    (
        "“The road is open,” the mayor said. “The bridge is not.”",
        ["the mayor | said (direct assert) | The road is open … The bridge is not"],
    ),
    (
        "“The road is open,” the mayor said. He left. “The bridge is not,” she said.",
        ["the mayor | said (direct assert) | The road is open", "she | said (direct assert) | The bridge is not"],
    ),
    ("“Is the road open?” the mayor asked.", ["the mayor | asked (direct question) | Is the road open?"]),
    ("“We will pay,” the mayor promised.", ["the mayor | promised (direct promise) | We will pay"]),
    ("“We did not pay,” the mayor admitted.", ["the mayor | admitted (direct assert) | We did not pay"]),
    ("“We never paid,” the mayor insisted.", ["the mayor | insisted (direct assert) | We never paid"]),
    ("“They lied,” the mayor complained.", ["the mayor | complained (direct oppose) | They lied"]),
    (
        "“They lied about the road,” according to the mayor.",
        ["the mayor | according to (direct report) | They lied about the road"],
    ),
    ('"The road is open," the mayor said.', ["the mayor | said (direct assert) | The road is open"]),
    ("'The road is open,' the mayor said.", ["the mayor | said (direct assert) | The road is open"]),
    ("«The road is open,» the mayor said.", ["the mayor | said (direct assert) | The road is open"]),
    ("“The road is open,” the mayor told reporters.", ["the mayor | told (direct assert) | The road is open"]),
    ("“The road is open,” the mayor wrote in a letter.", ["the mayor | wrote (direct assert) | The road is open"]),
    ("“The road is open,” the statement read.", ["the statement | read (direct report) | The road is open"]),
    (
        "“The road is open,” reads a sign at the gate.",
        ["a sign at the gate | reads (direct report) | The road is open"],
    ),
    ("“The road is open,” the mayor said in Gao on Monday.", ["the mayor | said (direct assert) | The road is open"]),
    (
        "“The road is open,” a spokesman for the army said.",
        ["a spokesman for the army | said (direct assert) | The road is open"],
    ),
    ("“The road is open,” he beamed.", ["he | beamed (direct assert) | The road is open"]),
    ("Smiling, the mayor said: “The road is open.”", ["the mayor | said (direct assert) | The road is open"]),
    (
        "“The road is open,” she said, adding: “The bridge is not.”",
        ["she | said (direct assert) | The road is open", "she | adding (direct assert) | The bridge is not"],
    ),
    ("“The road is open,” she said, pointing at the bridge.", ["she | said (direct assert) | The road is open"]),
    ("“The road is open,” the mayor was quoted as saying.", ["the mayor | saying (direct assert) | The road is open"]),
    (
        "The agency quoted the mayor as saying “the road is open”.",
        ["the mayor | saying (direct assert) | the road is open"],
    ),
    (
        "“The road is open,” the mayor and the judge said.",
        ["the mayor and the judge | said (direct assert) | The road is open"],
    ),
    (
        "“The road is open,” said one. “It is not,” said another.",
        ["one | said (direct assert) | The road is open", "another | said (direct assert) | It is not"],
    ),
    ("The mayor spoke on Monday.\n\n“The road is open.”", ["The mayor |  (direct assert) | The road is open"]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_who_is_quoted(statements_of, text: str, expected: list[str]) -> None:
    assert statements_of(text) == expected
