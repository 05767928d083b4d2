"""Opinion pieces, obituaries, explainers, live blogs and transcripts are known by labels, set phrases and layout."""

import pytest

from dateline.reading.prose import find_prose

PLAIN = "Rebels shelled Bardo on Monday, killing two people. The army denied losses."
TURNS = "QUESTION: Will the talks go on?\n\nMR. AMADI: They will, as we said.\n"
SPEECH = (
    "President Awa Diallo met the ministers.\n\nPresident of Mali Awa Diallo: Ministers, good afternoon. I asked you "
    "here because our budget for the northern roads has to be settled this week, and I want to hear each of you.\n"
)
HEADING = (
    "Inside the Front: The men wait for the rain to end, as they have each year since the war began in the hills. "
    "'We know our roads,' one said.\n"
)
CLOCKS = "".join(f"1{n}:05 GMT\nThe army says that its column has reached the bridge.\n\n" for n in range(4))
KINDS = {
    "label in the title": (PLAIN, "Opinion | Why the truce failed", "opinion", "Opinion"),
    "label in the first line": (f"EDITORIAL: No peace yet\n\n{PLAIN}", None, "opinion", "EDITORIAL"),
    "a disclaimer": (
        f"{PLAIN}\n\nThe views expressed in this article are hers.",
        None,
        "opinion",
        "the views expressed",
    ),
    "a curled apostrophe": (f"{PLAIN} Here’s what we know so far.", None, "explainer", "here's what we know so far"),
    "label that ends the line": (PLAIN, "Explainer", "explainer", "Explainer"),
    "age in the title": (PLAIN, "Karim Wardak, who led the Dune Front, dies at 87", "obituary", "dies at 87"),
    "survivors": (f"{PLAIN} He is survived by two sons.", None, "obituary", "is survived by"),
    "clock times": (CLOCKS, None, "live", "10:05 GMT … 11:05 GMT"),
    "two who speak in turn": (TURNS, None, "transcript", "QUESTION: … MR. AMADI:"),
    "a speech under its speaker": (SPEECH, None, "transcript", "President of Mali Awa Diallo:"),
}
REPORTS = {
    "a report": (PLAIN, "Rebels shell Bardo"),
    "the word in a sentence": (PLAIN, "Opinion polls favour the truce"),
    "a label as a topic": (PLAIN, "Live fire kills two in Bardo"),
    "notes under a table": ("NOTE: Figures are rounded.\n\nNOTE: Losses are of the year.\n" + PLAIN, None),
    "topics of a digest": ("Chad crisis: Talks opened.\n\nNorthern Mali: Two died in a raid.\n", None),
    "a heading before a quotation": (HEADING, None),
    "somebody of an age": (PLAIN, "Man aged 87 held in Bardo"),
}


@pytest.mark.parametrize(("text", "title", "kind", "by"), KINDS.values(), ids=KINDS)
def test_kinds_of_prose_are_known_with_the_words_that_tell_them(
    text: str, title: str | None, kind: str, by: str
) -> None:
    found = find_prose(text, title)
    assert found is not None
    assert (found.kind, found.by[: len(by)]) == (kind, by)


@pytest.mark.parametrize(("text", "title"), REPORTS.values(), ids=REPORTS)
def test_reports_are_none_of_them(text: str, title: str | None) -> None:
    assert find_prose(text, title) is None
