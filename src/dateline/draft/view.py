"""What a stage looks at when its rules ask of a report: the draft, with what they ask for most at hand."""

from dataclasses import dataclass
from functools import cached_property

from dateline.draft.draft import Draft
from dateline.draft.index import Index
from dateline.parse.tree import Document


@dataclass(frozen=True, eq=False)
class DraftView:
    """A draft with its index; a stage adds its lexicon and the small questions that its rules share."""

    draft: Draft

    @cached_property
    def doc(self) -> Document:
        """Return the parsed report."""
        return self.draft.document

    @cached_property
    def index(self) -> Index:
        """Return the draft's index."""
        return self.draft.index
