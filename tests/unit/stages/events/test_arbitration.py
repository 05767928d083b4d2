"""The arbiter's word in the event stage: what it bars, what it puts first, what it lends."""

from dataclasses import replace

import numpy as np
import pytest

from dateline.coder import Coder
from dateline.learned import Arbiter
from dateline.learned.arbiter import TYPES
from dateline.model.closed import EventType
from dateline.model.coding import Coding
from dateline.parse.parser import Parser
from dateline.stages.build import default_stages
from dateline.stages.events import EventStage


def sure_of(shares: dict[EventType | None, float]) -> Arbiter:
    """Return an arbiter that gives these shares to every clause."""
    rest = (1 - sum(shares.values())) / (len(TYPES) - len(shares))
    bias = np.log([shares.get(t, rest) for t in TYPES]).astype(np.float32)
    return Arbiter(np.zeros((8, len(TYPES)), dtype=np.float32), bias, 1.0)


def coded(parser: Parser, text: str, arbiter: Arbiter) -> Coding:
    stages = tuple(replace(s, arbiter=arbiter) if isinstance(s, EventStage) else s for s in default_stages())
    return Coder(parser=parser, stages=stages, layers="all").code(text, published="2024-05-02")


def test_what_the_arbiter_holds_for_no_event_is_none(parser: Parser) -> None:
    text = "Rebels shelled the town of Goma on Tuesday."
    assert coded(parser, text, sure_of({None: 0.9})).events == ()
    assert coded(parser, text, sure_of({None: 0.7, "ASSAULT": 0.2})).events


def test_likely_type_goes_first_where_a_frame_of_it_holds_the_word(parser: Parser) -> None:
    text = "The two sides reached a deal on Tuesday."
    types = {t: coded(parser, text, sure_of({t: 0.9})).events[0].type for t in ("AGREE", "SUPPORT")}
    assert types == {"AGREE": "AGREE", "SUPPORT": "SUPPORT"}


def test_no_type_comes_from_nowhere(parser: Parser) -> None:
    (event,) = coded(parser, "Rebels shelled the town of Goma on Tuesday.", sure_of({"CONSULT": 0.95})).events
    assert event.type == "ASSAULT"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_doubt_is_told_with_the_arbiters_share(parser: Parser, share: float) -> None:
    (event,) = coded(parser, "Rebels shelled the town of Goma.", sure_of({"ASSAULT": share})).events
    note = event.evidence["type"].note or ""
    assert f"{share:.2f}" in note
    assert ("uncertain" in note) == (event.confidence < 0.6)


def test_alternatives_have_the_arbiters_probabilities(parser: Parser) -> None:
    shares: dict[EventType | None, float] = {"ASSAULT": 0.6, "MOBILIZE": 0.25, "COERCE": 0.1}
    (event,) = coded(parser, "Rebels shelled the town of Goma.", sure_of(shares)).events
    assert [(a.type, a.score) for a in event.alternatives] == [("MOBILIZE", 0.25), ("COERCE", 0.1)]
