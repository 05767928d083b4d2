"""The stages that fill gifts, and later, when the events are known, commitments and the calendar of things to come."""

from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.lexicon.words.plans import PlansLexicon, load_plans
from dateline.stages.plans.coming.scheduled import find_scheduled
from dateline.stages.plans.given.commitments import find_commitments
from dateline.stages.plans.given.gifts import find_gifts
from dateline.stages.plans.view import PlanView


@dataclass(frozen=True, slots=True)
class GiftStage:
    """Who gives what to whom, by the words of giving; read once, for events and commitments."""

    lexicon: PlansLexicon

    name: ClassVar[str] = "gifts"
    needs: ClassVar[frozenset[str]] = frozenset({"document", "places", "actors", "mentions", "numbers"})
    fills: ClassVar[frozenset[str]] = frozenset({"gifts"})

    @classmethod
    def load(cls) -> "GiftStage":
        """Return the stage with the package's own lexicon."""
        return cls(load_plans())

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its gifts filled in."""
        return replace(draft, gifts=find_gifts(PlanView(draft, self.lexicon)))


@dataclass(frozen=True, slots=True)
class PlanStage:
    """Fill what is pledged and what is scheduled."""

    lexicon: PlansLexicon

    name: ClassVar[str] = "plans"
    needs: ClassVar[frozenset[str]] = frozenset(
        {"document", "times", "places", "actors", "mentions", "numbers", "statements", "gifts", "events"}
    )
    fills: ClassVar[frozenset[str]] = frozenset({"commitments", "scheduled"})

    @classmethod
    def load(cls) -> "PlanStage":
        """Return the stage with the package's own lexicon."""
        return cls(load_plans())

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its commitments and scheduled things filled in."""
        view = PlanView(draft, self.lexicon)
        return replace(draft, commitments=find_commitments(draft), scheduled=find_scheduled(view))
