"""Underlines: which words, how high, dashed for what did not happen; the text is never taken for HTML."""

import re

import pytest
from made_layers import TEXT, at, coding, event

from dateline.export.pages.highlight import Line, lanes, lines, mark_up, unreal
from dateline.model.base import Span


def line(start: int, end: int, record: str = "e1") -> Line:
    return Line((start, end), "event", record)


def test_every_kind_is_underlined_at_its_words() -> None:
    found = {(x.record, TEXT[slice(*x.span)]) for x in lines(coding())}
    assert {("e1", "shelled"), ("e1", "killing"), ("s1", "said"), ("c1", "40 trucks"), ("h1", "meet")} <= found
    assert {("n1", "backs"), ("t1", "4 March 2024"), ("p1", "Bardo")} <= found


def test_the_first_words_of_a_record_lead() -> None:
    event_lines = [x for x in lines(coding()) if x.record == "e1"]
    assert [(TEXT[slice(*x.span)], x.lead) for x in event_lines] == [("shelled", True), ("killing", False)]


def test_a_pledge_without_sum_or_things_is_underlined_at_the_words_of_its_stage() -> None:
    made = coding().commitments
    assert made
    bare = type(made[0])(
        id="c2", event=None, donor=None, recipient=None, kind="other", stage="announced", rule="r", confidence=0.5,
        evidence=made[0].evidence,
    )  # fmt: skip
    assert [x.span for x in lines(coding(commitments=(bare,))) if x.record == "c2"] == [at("pledged")]


@pytest.mark.parametrize(
    ("changed", "dashed"),
    [({}, False), ({"status": "ongoing"}, False), ({"status": "planned"}, True), ({"background": True}, True)],
    ids=["occurred", "ongoing", "planned", "background"],
)
def test_what_did_not_happen_is_dashed(changed: dict[str, object], *, dashed: bool) -> None:
    assert unreal(event(**changed)) is dashed
    made = coding(events=(event(**changed),))
    assert {x.dashed for x in lines(made) if x.record == "e1"} == {dashed}


def test_what_is_cancelled_is_dashed() -> None:
    assert [x.dashed for x in lines(coding()) if x.record == "h1"] == [True]


def test_overlapping_underlines_are_stacked_the_shortest_nearest_the_words() -> None:
    long, short, apart = line(0, 20, "e1"), line(5, 8, "e2"), line(20, 24, "e3")
    assert lanes([long, short, apart]) == {short: 0, apart: 0, long: 1}


def test_more_than_the_lanes_share_the_last() -> None:
    heights = lanes([line(0, 10 + n, f"e{n}") for n in range(6)])
    assert sorted(heights.values()) == [0, 1, 2, 3, 3, 3]


def plain(html: str) -> str:
    text = re.sub(r"<[^>]*>", "", html)
    return (
        text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
    )


@pytest.mark.parametrize("cuts", [[], [(0, 3), (2, 9)], [(0, len(TEXT))]], ids=["none", "crossing", "whole"])
def test_marked_up_text_is_the_text(cuts: list[Span]) -> None:
    assert plain(mark_up(TEXT, list(lines(coding())), cuts, prefix="r1-")) == TEXT


def test_nothing_in_the_text_is_html() -> None:
    marked = mark_up("<script>alert(1)</script>", [line(0, 8)], [], prefix="r1-")
    assert "<script" not in marked
    assert "&lt;script&gt;" in marked


def test_each_record_is_tagged_once_and_names_its_card() -> None:
    marked = mark_up(TEXT, list(lines(coding())), [], prefix="r3-")
    assert marked.count('data-tag="e1"') == 1
    assert '<a class="tag event" href="#r3-e1" data-tag="e1" aria-label="e1"></a>' in marked


def test_pieces_know_where_they_stand_and_which_records_hold_them() -> None:
    marked = mark_up("abcdef", [line(0, 6, "e1"), line(2, 4, "e2")], [], prefix="")
    told = re.findall(r'data-r="([^"]*)"[^>]* data-s="(\d)" data-e="(\d)"', marked)
    assert told == [("e1", "0", "2"), ("e2 e1", "2", "4"), ("e1", "4", "6")]
