"""A stage of your own: leave out events that only a headline tells.

    python examples/own_stage.py

A stage needs layers, fills layers, and returns a new draft. This one stands round the default event stage, so that the
events layer keeps its one owner.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.coder import Coder
from dateline.draft import Draft, Stage
from dateline.stages.build import default_stages

TEXT = """Army shells border town

The army shelled a town on the border on Monday, killing a teacher. The president called for calm."""


@dataclass(frozen=True)
class WithoutHeadlines:
    """The event stage, without events that only a headline tells."""

    inner: Stage

    name: ClassVar[str] = "events"
    fills: ClassVar[frozenset[str]] = frozenset({"events"})

    @property
    def needs(self) -> frozenset[str]:
        """Return what the event stage needs."""
        return self.inner.needs

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with events, those of headlines left out."""
        found = self.inner(draft)
        parts = {s.index: s.part for s in draft.document.sentences}
        return replace(found, events=tuple(e for e in found.events if parts[e.sentence] != "headline"))


def main() -> None:
    """Code a short report with the stage in place of the default one."""
    stages = [WithoutHeadlines(s) if s.name == "events" else s for s in default_stages()]
    coding = Coder(stages=stages).code(TEXT, published="2024-05-02")
    for event in coding.events or ():
        print(event.type, event.mode, event.status, "|", coding.quote(event))


if __name__ == "__main__":
    main()
