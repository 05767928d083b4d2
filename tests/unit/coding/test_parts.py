"""Very long texts are coded in parts and joined into one coding."""

import pytest

from dateline.coder import Coder
from dateline.coding import parts
from dateline.parse.parser import Parser

PARAGRAPH = (
    "Rebels shelled Sarmin on Monday, killing {} soldiers. Turkey condemned the attack, its foreign ministry said.\n\n"
)


def test_cut_leaves_a_report_whole_and_loses_nothing_of_a_book() -> None:
    assert parts.cut("x" * parts.MOST_CHARACTERS) == ((0, parts.MOST_CHARACTERS),)
    text = PARAGRAPH * 900
    spans = parts.cut(text)
    assert "".join(text[s:e] for s, e in spans) == text
    assert all(e - s <= parts.PART for s, e in spans)
    assert all(text[s:].startswith("\nRebels") or text[s:].startswith("Rebels") for s, _ in spans)


def test_join_moves_spans_and_joins_actors(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_CHARACTERS", 400)
    monkeypatch.setattr(parts, "PART", 300)
    text = "".join(PARAGRAPH.format(n) for n in range(2, 8))
    coding = Coder(parser=parser, layers="all").code(text, published="2024-05-02")
    assert coding.report.error is None
    assert "in" in coding.report.notes[0]
    assert coding.events is not None and coding.actors is not None and coding.sentences is not None  # noqa: PT018
    assert [text[s:e] for s, e in (e.trigger for e in coding.events)] == ["shelled", "condemned"] * len(parts.cut(text))
    assert sum(a.name == "Turkey" for a in coding.actors) == 1
    assert sum(e.main for e in coding.events) == 1
    for event in coding.events:
        start, end = coding.sentences[event.sentence].span
        assert start <= event.trigger[0] < end
        assert all(coding.find(i) for i in (*event.actors, *event.recipients))
