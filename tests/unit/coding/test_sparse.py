"""Of opinion pieces, obituaries and explainers only what is told as fact, with a named actor and a day, is kept."""

from dataclasses import replace
from datetime import date

import pytest
from made_codings import TEXT, coding, event

from dateline.coding.sift import sparse
from dateline.model.coding import Coding
from dateline.model.entities import Actor
from dateline.model.event import Attribution, Link
from dateline.reading.given import GivenReport
from dateline.reading.prepare import prepare

PEOPLE = Actor(id="a3", name="people", kind="population", mentions=((0, 6),), rule="t", confidence=0.9)
SAID = Attribution(actor="a2", statement=None, cue=None)


def kept(title: str, **given: object) -> list[str]:
    """Return the ids of the events that are left of two, of which the second is told as fact."""
    first = event(id="e1", main=False, **given)
    second = event(id="e2", main=True, trigger=(0, 6), links=(Link(type="follows", event="e1", cue=(0, 6)),))
    made = coding(events=(first, second), title=title)
    return [e.id for e in sparse(replace(made, actors=(*(made.actors or ()), PEOPLE))).events or ()]


DROPPED = {
    "no actor": {"actors": ()}, "a mere people": {"actors": ("a3",)}, "no day": {"start": None, "end": None},
    "to come": {"status": "planned", "factuality": 1.0}, "said by somebody": {"attribution": (SAID,)},
}  # fmt: skip


@pytest.mark.parametrize("given", DROPPED.values(), ids=DROPPED)
def test_what_is_not_told_as_fact_is_left_out_of_opinion_and_kept_in_reports(given: dict[str, object]) -> None:
    assert kept("Opinion: A war of mistakes", **given) == ["e2"]
    assert kept("Rebels shell Bardo", **given) == ["e1", "e2"]
    assert kept("Live updates: Bardo", **given) == ["e1", "e2"]


def test_what_referred_to_it_says_why() -> None:
    made = coding(events=(event(id="e1", start=None), event(id="e2", main=False, part_of="e1")), title="Obituary")
    (left,) = sparse(made).events or ()
    assert (left.id, left.part_of, left.main) == ("e2", None, True)
    assert left.evidence["part_of"].note == "left out of an obituary: e1 (not told as fact)"


def test_the_kind_is_noted_in_the_report() -> None:
    report = prepare(GivenReport(text=TEXT, title="Opinion | A war"), number=1, today=date(2024, 3, 6))
    assert report.notes == ("reads as an opinion piece (“Opinion”)",)
    assert isinstance(Coding(report=report), Coding)
