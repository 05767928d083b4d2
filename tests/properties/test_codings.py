"""What holds for every text."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.coder import Coder
from dateline.export.pages.page import write_page
from dateline.export.rows.lines import encode
from dateline.export.words.naming import folded
from dateline.model.coding import Coding
from dateline.parse.parser import Parser

REPORT = (
    "GENEVA — Rebels shelled the market of El Obeid on Tuesday, killing at least 12 people, the army said.\n\n"
    "“We will answer,” said General Idris Hamad, who denied that his troops had fired first. Norway announced another "
    "$30 million in aid; ministers of four states meet in Oslo next week.\n\n"
    "In 2019 the two sides signed a truce that did not hold. It was not clear who broke it."
)
WORDS = st.sampled_from([
    "Ukraine", "rebels", "shelled", "Kyiv", "on Tuesday", "said", "“", "”", "\n\n", ".", "not", "killed", "12", "will",
    "$3 million", "talks", "NATO", "in July", "denied", "that", "the", "army", "of", "\u2028", "\u200f", "🚀", "\x00",
    "\ud800", "é", "--", "March 5",
])  # fmt: skip
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def coder(parser: Parser) -> Coder:
    return Coder(parser=parser, layers="all")


def check(coding: Coding) -> None:
    text = coding.report.text
    assert not (coding.report.error or "").startswith("the coder failed"), coding.report.error
    for record in coding.records():
        for field in (None, *record.evidence):
            spans = record.spans(field)
            assert all(0 <= s < e <= len(text) for s, e in spans), (record, field)
            assert record.quote(field) == " … ".join(text[s:e] for s, e in spans)
    (line,) = encode(coding).decode().splitlines()
    again = json.loads(line)
    assert again["report"]["text"] == text
    mains = [e["main"] for e in again.get("events", [])]
    assert mains.count(True) == bool(mains)
    check_references(again)


def check_references(coding: dict) -> None:  # type: ignore[type-arg]
    ids = {r["id"] for layer in coding.values() if isinstance(layer, list) for r in layer if "id" in r}
    for event in coding.get("events", []):
        said = [v[key] for v in event["attribution"] for key in ("actor", "statement")]
        assert {
            *event["actors"],
            *event["recipients"],
            event["place"],
            event["time"],
            event["part_of"],
            *said,
        } <= ids | {None}
    for statement in coding.get("statements", []):
        assert {statement["speaker"], *statement["events"]} <= ids | {None}


@QUICK
@given(text=TEXTS)
def test_records_lie_inside_the_text(coder: Coder, text: str) -> None:
    check(coder.code(text, published="2024-05-02", language="en"))


@QUICK
@given(end=st.integers(min_value=1, max_value=len(REPORT)))
def test_a_report_broken_off_anywhere_is_coded(coder: Coder, end: int) -> None:
    check(coder.code(REPORT[:end], published="2024-05-02", language="en"))


@QUICK
@given(text=TEXTS)
def test_coding_twice_gives_the_same(coder: Coder, text: str) -> None:
    first, second = (coder.code(text, published="2024-05-02", language="en") for _ in range(2))
    assert encode(first) == encode(second)


@settings(QUICK, max_examples=20)
@given(text=TEXTS)
def test_a_page_keeps_every_word_and_no_markup(coder: Coder, text: str) -> None:
    coding = coder.code(text + " <script>x</script>", published="2024-05-02", language="en")
    page = "".join(write_page([coding]))
    assert page.count("<script>") == 1
    assert folded(page)


@pytest.mark.parametrize("least", [0.5, 0.8, 1.0])
def test_leaving_out_the_unsure_keeps_references(parser: Parser, least: float) -> None:
    coding = Coder(parser=parser, layers="all", min_confidence=least).code(REPORT, published="2024-05-02")
    assert all(
        r.confidence >= least for layer in (coding.events, coding.actors, coding.statements) for r in layer or ()
    )
    check(coding)
