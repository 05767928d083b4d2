"""Times: find the phrases that name them and the days that they cover."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from dateline.draft import Draft
from dateline.lexicon.words.times import TimeLexicon, load_times
from dateline.stages.times.find import find_times, resolve_phrase
from dateline.stages.times.published import deduce_published

__all__ = ["TimeStage", "deduce_published", "find_times", "resolve_phrase"]


@dataclass(frozen=True, slots=True)
class TimeStage:
    """Fill the times layer: TIMEX3 type and value, and the days covered."""

    lexicon: TimeLexicon = field(default_factory=load_times)

    name: ClassVar[str] = "times"
    needs: ClassVar[frozenset[str]] = frozenset({"document"})
    fills: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its times filled in, read against the report's day where it has one."""
        published = date.fromisoformat(draft.report.published[:10]) if draft.report.published else None
        return replace(draft, times=find_times(draft.document.text, draft.document, published, self.lexicon))
