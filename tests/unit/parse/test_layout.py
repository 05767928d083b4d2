"""The parts of a report."""

import pytest

from dateline.lexicon.reading.layout import load_layout
from dateline.parse.layout import MAX_BLOCK, Layout, compile_layout, find_blocks

BODY = "The army crossed the river on Monday. Two bridges were lost.\n\nNobody was hurt, the mayor said."


@pytest.fixture(scope="module")
def layout() -> Layout:
    return compile_layout(load_layout())


@pytest.mark.parametrize(
    ("line", "part"),
    [
        pytest.param("Army crosses river as talks fail", "headline", id="headline"),
        pytest.param("By Ama Osei in Accra", "byline", id="byline"),
        pytest.param("By our correspondents", "byline", id="byline-without-a-name"),
        pytest.param("By Friday, hunger will grip the north", "headline", id="headline-that-begins-with-by"),
        pytest.param("By Monday night the army had crossed.", "lead", id="sentence-that-begins-with-by"),
    ],
)
def test_first_paragraph_is_named(layout: Layout, line: str, part: str) -> None:
    assert find_blocks(f"{line}\n\n{BODY}", layout)[0].part == part


@pytest.mark.parametrize(
    "dateline",
    [
        pytest.param("MOSCOW, May 31 (Agency) — ", id="city-date-agency"),
        pytest.param("PORT-AU-PRINCE, Haiti — ", id="city-country"),
        pytest.param("VILNIUS/KYIV (BWA) - ", id="two-cities"),
        pytest.param("Srinagar, October 15 (HNT): ", id="small-letters-before-an-agency"),
        pytest.param("TBILISI. ", id="full-stop"),
    ],
)
def test_dateline_stands_apart(layout: Layout, dateline: str) -> None:
    text = dateline + BODY
    first, second = find_blocks(text, layout)[:2]
    assert (first.part, second.part) == ("dateline", "lead")
    assert text[second.span[0] :].startswith("The army")


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("NATO ministers met in Oslo. They agreed.", id="acronym"),
        pytest.param("Tijani said - twice - that he would go.", id="dashes"),
    ],
)
def test_lead_is_no_dateline(layout: Layout, lead: str) -> None:
    assert find_blocks(lead, layout)[0].part == "lead"


def test_credit_closes_the_report(layout: Layout) -> None:
    blocks = find_blocks(f"{BODY}\n\n(Reporting by Ama Osei; editing by Joan Mills)", layout)
    assert [b.part for b in blocks] == ["lead", "body", "credit"]


def test_wrapped_lines_are_one_paragraph(layout: Layout) -> None:
    text = (
        "The army crossed the river on Monday after a\nlong night of shelling that left the two old\nbridges in ruins."
    )
    assert len(find_blocks(text, layout)) == 1


def test_one_paragraph_a_line(layout: Layout) -> None:
    assert len(find_blocks("The army crossed.\nThe mayor fled.\nNobody was hurt.", layout)) == 3


def test_long_paragraph_is_cut_between_sentences(layout: Layout) -> None:
    text = "The army crossed the river on Monday. " * 400
    blocks = find_blocks(text, layout)
    assert all(b.span[1] - b.span[0] <= MAX_BLOCK for b in blocks)
    assert all(text[b.span[0] : b.span[1]].endswith(".") for b in blocks)
    assert {b.paragraph for b in blocks} == {0}


def test_labels_and_sources_of_a_digest_tell_nothing(parser):
    text = (
        "Chad crisis, relations of Chad and Niger: Rebels shell Faya. (Sahel Wire)\n\n"
        "2031 Niger strikes on Chad: The army of Chad arrests two men in Abéché. (Radio Desert)"
    )
    parts = [(s.part, text[slice(*s.span)]) for s in parser.parse(text).sentences]
    assert [words for part, words in parts if part != "credit"] == [
        "Rebels shell Faya.",
        "The army of Chad arrests two men in Abéché.",
    ]


def test_one_sentence_with_a_colon_is_no_label(parser):
    text = "The war has one cause: The state of Chad sold the wells.\n\nRebels shelled Faya on Monday."
    assert {s.part for s in parser.parse(text).sentences} == {"lead", "body"}
