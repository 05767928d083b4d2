"""A commitment and the event that tells of it never contradict each other, on any gold or training text."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.coder import Coder
from dateline.evaluation import load_gold
from dateline.model.coding import Coding
from dateline.model.event import Event
from dateline.model.plans import Commitment
from dateline.parse.parser import Parser
from dateline.reading.given import GivenReport

ROOT = Path(__file__).parents[2]


def texts(step: int) -> Iterator[GivenReport]:
    """Yield the gold texts that are about giving, and each n-th of the other gold and training texts."""
    gold = load_gold([ROOT / "gold"]).cases
    giving = [(c.text, c.entry.published) for c in gold if c.entry.commitment]
    others = [(c.text, c.entry.published) for c in gold if not c.entry.commitment]
    lines = [line for f in sorted((ROOT / "training").glob("*.jsonl")) for line in f.read_text("utf-8").splitlines()]
    training = [(e["text"], e["date"]) for e in map(json.loads, lines)]
    for n, (text, day) in enumerate([*giving, *[*others, *training][::step]]):
        yield GivenReport(text=text, id=str(n), published=day)


def contradictions(coding: Coding) -> Iterator[str]:
    events = {e.id: e for e in coding.events or ()}
    for c in coding.commitments or ():
        if c.event is not None:
            yield from (f"{fault}: {coding.report.text}" for fault in faults(c, events[c.event]))


def faults(c: Commitment, e: Event) -> Iterator[str]:
    for name, party, told in (("donor", c.donor, e.actors), ("recipient", c.recipient, e.recipients)):
        if (party is None) != (not told) or (party is not None and party not in told):
            yield name
    took_place = e.status in ("occurred", "ongoing")
    undone = c.stage in ("refused", "withdrawn")
    if e.type == "REJECT" and not undone:
        yield "given, but turned down"
    if e.status in ("negated", "denied") and not undone:
        yield "given, but denied"
    if e.type in ("AID", "COOPERATE", "MOBILIZE") and took_place and undone:
        yield "undone, but done"
    if c.stage == "delivered" and (not took_place or e.type == "AGREE"):
        yield "delivered, but not done"
    if e.type == "MOBILIZE" and c.kind != "military":
        yield "kind"


def check(parser: Parser, step: int) -> None:
    codings = list(Coder(parser=parser, layers=("commitments", "events")).code_many(texts(step)))
    assert sum(c.event is not None for x in codings for c in x.commitments or ()) > 10
    assert [fault for x in codings for fault in contradictions(x)] == []


def test_commitments_agree_with_their_events(parser):
    check(parser, 20)


@pytest.mark.sweep
def test_commitments_agree_with_their_events_everywhere(parser):
    check(parser, 1)
