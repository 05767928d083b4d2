"""The stage that fills commitments and the calendar of things to come."""

from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.lexicon.plans import PlansLexicon, load_plans
from dateline.stages.plans.coming.scheduled import find_scheduled
from dateline.stages.plans.given.commitments import find_commitments
from dateline.stages.plans.view import PlanView


@dataclass(frozen=True, slots=True)
class PlanStage:
    """Fill what is pledged and what is scheduled."""

    lexicon: PlansLexicon

    name: ClassVar[str] = "plans"
    needs: ClassVar[frozenset[str]] = frozenset(
        {"document", "times", "places", "actors", "mentions", "numbers", "statements", "events"}
    )
    fills: ClassVar[frozenset[str]] = frozenset({"commitments", "scheduled"})

    @classmethod
    def load(cls) -> "PlanStage":
        """Return the stage with the package's own lexicon."""
        return cls(load_plans())

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its commitments and scheduled things filled in."""
        view = PlanView(draft, self.lexicon)
        return replace(draft, commitments=find_commitments(view), scheduled=find_scheduled(view))
