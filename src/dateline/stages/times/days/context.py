"""What a phrase is read against: the day of the report, the time told before, the tense of the verb."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.lexicon.words.times import Pattern
from dateline.model.base import Span
from dateline.model.closed import Anchor, Granularity, Tense, TimeType
from dateline.stages.times.days.calendar import Days, days_of
from dateline.stages.times.pieces import Scan, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one phrase means. ``days`` where the value alone does not give them; ``pieces`` where not the whole phrase.

    ``surety`` is the share of the rule's confidence that this reading has. ``aside`` marks a comparison ("a year
    earlier"), after which the text goes on from the time told before.
    """

    type: TimeType
    value: str
    anchor: Anchor | None
    days: Days | None = None
    granularity: Granularity | None = None
    note: str | None = None
    surety: float = 1.0
    pieces: tuple[int, int] | None = None
    aside: bool = False

    @property
    def covers(self) -> Days | None:
        """Return the days covered, given or by the value."""
        if self.days or self.type not in {"DATE", "TIME"}:
            return self.days
        return days_of(self.value)


Readings = Reading | tuple[Reading, ...] | None


@dataclass(slots=True)
class Context:
    """What is known when a phrase is read; ``previous`` and the like move on with the text.

    ``told`` says that the text tells its own dates (history), so that a bare "in May" follows the date told before
    rather than the day of the report. ``story`` holds the first and the last year of that history,
    ``recall`` the year of a past that a paragraph of news looks back on,
    ``sources`` the words that the anchors "previous" and "text" stand for.
    """

    published: date | None
    told: bool
    tense_of: Callable[[int], Tense]
    reference: date | None = None
    previous: Reading | None = None
    last: Reading | None = None
    quarter: str | None = None
    year_hint: int | None = None
    recall: int | None = None
    story: tuple[int, int] = (1, 9999)
    openers: frozenset[str] = frozenset()
    sources: dict[str, Span] = field(default_factory=dict)

    @property
    def now(self) -> tuple[date | None, Anchor]:
        """Return the day that "last year" and the like count from, and what anchors it."""
        if self.told and self.reference:
            return self.reference, "text"
        return (None if self.told else self.published), "published"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the scan, the match over its classes, the pattern that found it."""

    scan: Scan
    match: re.Match[str]
    pattern: Pattern

    @property
    def first(self) -> int:
        """Return the first piece."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Return the piece after the last."""
        return self.match.end()

    def span(self, group: str) -> tuple[int, int]:
        """Return the pieces of a group; empty where it took no part or the pattern has no such group."""
        if group not in self.match.re.groupindex or self.match.start(group) < 0:
            return (0, 0)
        return self.match.span(group)

    def has(self, group: str) -> bool:
        """Tell whether the pattern's group took part."""
        start, end = self.span(group)
        return start < end

    def value(self, group: str) -> Value:
        """Return the value of the first piece of a group, None where it took no part."""
        start, end = self.span(group)
        return self.scan.values[start] if start < end else None

    def number(self, group: str) -> int | None:
        """Return the value of a group as a whole number."""
        value = self.value(group)
        return int(value) if isinstance(value, int | float) else None

    def symbol(self, group: str) -> str:
        """Return the value of a group as text, empty where it took no part."""
        value = self.value(group)
        return value if isinstance(value, str) else ""

    def words(self, group: str) -> tuple[str, ...]:
        """Return the words of a group in lower case."""
        start, end = self.span(group)
        return self.scan.words[start:end]

    def word(self, group: str) -> str:
        """Return the first word of a group in lower case, empty where it took no part."""
        return self.words(group)[0] if self.has(group) else ""
