"""The index of a draft: what stands at, over and in which word and sentence, each look-up made once a report."""

from dataclasses import replace

import pytest

from dateline.draft import Clause, Draft, Mention, Number
from dateline.model.entities import Actor, Place, Time
from dateline.model.report import Report
from dateline.model.speech import Statement
from dateline.parse.parser import Parser

TEXT = "Ministers of Japan and India pledged $5 million in Oslo on Monday.\n\nThey left."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return (start, start + len(words))


def said(name: str, cue: tuple[int, int] | None, content: tuple[int, int]) -> Statement:
    return Statement(
        id=name, speaker=None, speaker_span=None, cue=cue, content=(content,), kind="indirect", rule="x", confidence=1.0
    )


@pytest.fixture(scope="module")
def draft(parser: Parser) -> Draft:
    document = parser.parse(TEXT)
    at = {t.text: t.i for t in document.tokens}
    whole = span("Ministers of Japan and India")
    return Draft(
        report=Report(id="r", text=TEXT),
        document=document,
        actors=(Actor(id="a1", name="Japan", kind="country", rule="x", confidence=1.0),),
        mentions=(
            Mention(span=whole, head=at["Ministers"], actor="a2", form="description"),
            Mention(span=whole, head=at["Ministers"], actor="a3", form="description"),
            Mention(span=span("Japan"), head=at["Japan"], actor="a1", form="name"),
            Mention(span=span("$"), head=at["$"], actor="a4", form="name"),
        ),
        numbers=(Number(span=span("$5 million"), low=5e6, high=5e6, qualifier="exact", currency="USD"),),
        places=(Place(id="p1", name="Oslo", precision="town", mentions=(span("Oslo"),), rule="x", confidence=1.0),),
        times=(Time(id="t1", span=span("Monday"), type="DATE", value="2024-03-04", rule="x", confidence=1.0),),
        clauses=(
            Clause(index=0, token=at["pledged"], span=span("pledged"), lemma="pledge", pos="verb", voice="active"),
            Clause(
                index=1, token=at["million"], span=span("million"), lemma="million", pos="noun", voice="nominal",
                governor=0, support=at["pledged"],
            ),
        ),
        statements=(
            said("s1", span("pledged"), span("in Oslo on Monday.\n\nThey left")),
            said("s2", None, span("in Oslo")),
        ),
    )  # fmt: skip


def token(draft: Draft, word: str) -> int:
    return next(t.i for t in draft.document.tokens if t.text == word)


def test_at_a_word_is_what_has_it_as_its_head(draft: Draft) -> None:
    index = draft.index
    assert [m.actor for m in index.mentions_at[token(draft, "Ministers")]] == ["a2", "a3"]
    assert token(draft, "India") not in index.mentions_at
    assert index.mention_at[token(draft, "Ministers")].actor == "a3"


def test_over_a_word_is_the_smallest_mention_that_has_it(draft: Draft) -> None:
    index = draft.index
    assert index.mention_over[token(draft, "India")].actor in ("a2", "a3")
    assert index.mention_over[token(draft, "Japan")].actor == "a1"


def test_a_currency_sign_names_nobody(draft: Draft) -> None:
    assert token(draft, "$") not in draft.index.mention_over
    assert all(m.actor != "a4" for m in draft.index.mentions_in[0])


def test_a_light_verb_leads_to_the_noun_it_carries(draft: Draft) -> None:
    verb = token(draft, "pledged")
    assert draft.index.clause_at[verb].index == 0
    assert draft.index.act_at[verb].index == 1
    assert [c.index for c in draft.index.below[0]] == [1]


def test_places_and_times_are_known_by_word_and_sentence(draft: Draft) -> None:
    index = draft.index
    assert index.place_over[token(draft, "Oslo")][0].id == "p1"
    assert index.time_at[token(draft, "Monday")].id == "t1"
    assert [t.id for t in index.times_in[0]] == ["t1"]


def test_statements_reach_into_each_sentence_of_their_content(draft: Draft) -> None:
    index = draft.index
    assert {i: [s.id for s in found] for i, found in index.statements_in.items()} == {0: ["s1", "s2"], 1: ["s1"]}
    oslo = draft.document.tokens[token(draft, "Oslo")]
    assert [s.id for s in index.statements_over(oslo)] == ["s2", "s1"]
    assert index.statement_by[token(draft, "pledged")].id == "s1"


def test_a_look_up_is_made_once_and_anew_where_its_layer_changed(draft: Draft) -> None:
    later = replace(draft, numbers=())
    assert later.index.clause_at is draft.index.clause_at
    assert later.index.mention_over is not draft.index.mention_over
    assert later.index.mention_over[token(draft, "$")].actor == "a4"
