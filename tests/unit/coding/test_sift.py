"""What is left of a coding without the records that are too unsure, and without every reference to them."""

from dataclasses import replace

import pytest
from made_codings import ARMY, REBELS, coding, event

from dateline.coding.sift import sift
from dateline.model.coding import Coding
from dateline.model.event import Attribution, Link, Quantity
from dateline.model.speech import Issue, Position

STANCE = Position(
    id="n1", actor="a1", issue=Issue(id="truce", label="truce"), stance="for", strength=0.5, rule="t", confidence=0.9
)


@pytest.fixture
def unsure() -> Coding:
    """Return a coding whose rebels are unsure, and its first event too."""
    second = event(
        id="e2", main=False, trigger=(50, 60), confidence=0.8, actors=("a1", "a2"),
        links=(Link(type="follows", event="e1", cue=(0, 1)),),
        attribution=(Attribution(actor="a1", statement=None, cue=None),),
        quantities=(Quantity(kind="killed", low=2.0, high=2.0, qualifier="exact", who="a1", span=(34, 45)),),
    )  # fmt: skip
    made = coding(events=(event(main=True, confidence=0.4), second))
    return replace(made, actors=(replace(REBELS, confidence=0.5), ARMY), positions=(STANCE,))


def test_what_is_as_sure_as_asked_stays(unsure: Coding) -> None:
    assert [a.id for a in sift(unsure, least=0.5).actors or ()] == ["a1", "a2"]
    assert [a.id for a in sift(unsure, least=0.51).actors or ()] == ["a2"]


def test_references_to_what_goes_go_with_it(unsure: Coding) -> None:
    [left] = sift(unsure, least=0.6).events or ()
    assert (left.id, left.actors, left.links, left.attribution[0].actor, left.quantities[0].who) == (
        "e2", ("a2",), (), None, None,
    )  # fmt: skip
    assert left.evidence["actors"].note == "left out as unsure: a1 (0.5)"


def test_the_surest_event_left_is_the_main_one(unsure: Coding) -> None:
    assert [(e.id, e.main) for e in sift(unsure, least=0.6).events or ()] == [("e2", True)]


def test_a_position_goes_with_its_actor(unsure: Coding) -> None:
    assert sift(unsure, least=0.6).positions == ()
    assert [n.id for n in sift(unsure, least=0.5).positions or ()] == ["n1"]


def test_nothing_is_left_out_unless_asked(unsure: Coding) -> None:
    assert sift(unsure, least=0.0) is unsure
