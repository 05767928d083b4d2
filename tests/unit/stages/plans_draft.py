"""Drafts for the tests of plans: parsed text with actors, times and places put in by hand."""

import re
from collections.abc import Mapping, Sequence

from dateline.draft import Draft, Mention
from dateline.lexicon.words.money import load_money
from dateline.lexicon.words.plans import load_plans
from dateline.model.closed import Granularity
from dateline.model.entities import Actor, Place, Time
from dateline.model.report import Report
from dateline.parse.parser import Parser
from dateline.parse.tree import Document
from dateline.stages.numbers.stage import find_numbers
from dateline.stages.plans import GiftStage, PlanStage

TODAY = "2024-02-20"
When = tuple[str, str, str, Granularity]
"""Words, first day, last day, granularity."""


def plan(
    parser: Parser, text: str, actors: Mapping[str, str], times: Sequence[When] = (), places: Sequence[str] = ()
) -> Draft:
    """Code the plans of a text whose actors (name to country), times and places are given."""
    doc = parser.parse(text)
    known = [_actor(f"a{i}", name, country, text) for i, (name, country) in enumerate(actors.items(), 1)]
    dated = [_time(f"t{i}", when, text) for i, when in enumerate(times, 1)]
    draft = Draft(
        report=Report(id="r", text=text, published=TODAY),
        document=doc,
        actors=tuple(known),
        mentions=tuple(m for a in known for m in _mentions(a, doc)),
        times=tuple(dated),
        places=tuple(_place(f"p{i}", name, text) for i, name in enumerate(places, 1)),
        numbers=find_numbers(doc, [t.span for t in dated], load_money()),
    )
    lexicon = load_plans()
    return PlanStage(lexicon)(GiftStage(lexicon)(draft))


def _actor(number: str, name: str, country: str, text: str) -> Actor:
    spans = tuple(m.span() for m in re.finditer(re.escape(name), text))
    return Actor(id=number, name=name, kind="country", country=country, mentions=spans, rule="test", confidence=1.0)


def _mentions(actor: Actor, doc: Document) -> list[Mention]:
    heads = [(span, doc.head_of(span)) for span in actor.mentions]
    return [Mention(span=span, head=h.i, actor=actor.id, form="name") for span, h in heads if h is not None]


def _time(number: str, when: When, text: str) -> Time:
    words, start, end, granularity = when
    at = text.index(words)
    return Time(
        id=number, span=(at, at + len(words)), type="DATE", value=start, start=start, end=end, granularity=granularity,
        rule="test", confidence=1.0,
    )  # fmt: skip


def _place(number: str, name: str, text: str) -> Place:
    at = text.index(name)
    return Place(id=number, name=name, precision="town", mentions=((at, at + len(name)),), rule="test", confidence=1.0)
