"""The order check of the pipeline, and what it says; what is run for the layers that are wanted."""

from dataclasses import dataclass, field, replace

import pytest

from dateline.coding.pipeline import Pipeline, subset
from dateline.draft import Draft
from dateline.errors import PipelineError
from dateline.model.coding import LAYERS
from dateline.model.report import Report
from dateline.parse.tree import Document
from dateline.stages.build import default_stages


@dataclass(frozen=True)
class Step:
    """A stage that writes its name into the report's notes."""

    name: str
    needs: frozenset[str] = field(default_factory=frozenset)
    fills: frozenset[str] = field(default_factory=frozenset)

    def __call__(self, draft: Draft) -> Draft:
        return replace(draft, report=replace(draft.report, notes=(*draft.report.notes, self.name)))


def step(name: str, *, needs: str = "", fills: str = "") -> Step:
    return Step(name, frozenset(needs.split()), frozenset(fills.split()))


EMPTY = Draft(report=Report(id="1", text=""), document=Document("", (), ()))


def test_stage_before_what_it_needs_is_named_with_what_is_missing() -> None:
    late = step("actors", needs="document", fills="actors")
    with pytest.raises(PipelineError, match=r"'events' needs \['actors'\].*only \['document'\].*move it after"):
        Pipeline((step("events", needs="document actors", fills="events"), late))


def test_layer_with_two_owners_is_refused() -> None:
    with pytest.raises(PipelineError, match=r"'second' fills \['times'\] a second time.*one owner"):
        Pipeline((step("first", fills="times"), step("second", fills="times")))


def test_stages_run_in_order_and_the_clock_hears_of_each() -> None:
    heard: list[tuple[str, float]] = []
    stages = (step("a", fills="times"), step("b", needs="times", fills="places"))
    draft = Pipeline(stages).run(EMPTY, clock=lambda name, seconds: heard.append((name, seconds)))
    assert draft.report.notes == ("a", "b")
    assert [name for name, _ in heard] == ["a", "b"]
    assert all(seconds >= 0 for _, seconds in heard)
    assert EMPTY.report.notes == ()


def test_subset_keeps_what_the_wanted_layers_rest_on() -> None:
    stages = (
        step("times", fills="times"),
        step("places", fills="places"),
        step("events", needs="times", fills="events"),
        step("plans", needs="events", fills="scheduled"),
    )
    assert [s.name for s in subset(stages, frozenset({"events"}))] == ["times", "events"]
    assert [s.name for s in subset(stages, frozenset({"scheduled"}))] == ["times", "events", "plans"]


@pytest.mark.parametrize("layer", [name for name in LAYERS if name not in ("sentences", "predicates")])
def test_each_layer_alone_makes_a_pipeline_that_fills_it(layer: str) -> None:
    stages = subset(default_stages(), frozenset({layer}))
    Pipeline(stages)
    assert layer in frozenset().union(*(s.fills for s in stages))
