"""What timelines are made of: who tells something, and what is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.lexicon.tables import fold
from dateline.model.base import Span
from dateline.model.groups import NO_STATE

STATES = frozenset({"government", "country", "office"})
"""Kinds of actors that stand for their state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """A report as a teller: who published it and when, and the root that speaks in it."""

    report: str
    source: str | None = None
    url: str | None = None
    published: str = ""
    family: str | None = None
    root: str | None = None

    @property
    def voice(self) -> str:
        """Return who speaks from own knowledge: reports of one voice count once."""
        return self.root or self.source or self.report


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who stands, gives or receives."""

    name: str
    country: str | None = None
    kind: str | None = None

    @property
    def key(self) -> str:
        """Return what is the same for one party in all reports: a state is its code, others are their name."""
        if self.country and self.kind in STATES and self.country not in NO_STATE:
            return self.country
        return fold(self.name)

    @property
    def stateless(self) -> bool:
        """Tell whether this is a body of no state: such bodies go by several names (the EU, the Commission)."""
        return self.kind == "organisation" and (self.country is None or self.country in NO_STATE)

    @property
    def vague(self) -> bool:
        """Tell whether this is said of people without a name ("people", "refugees"): whose they are is a guess."""
        return self.kind == "population" and self.name.islower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a report and where they stand."""

    words: str
    report: str
    spans: tuple[Span, ...] = ()


def count_voices(tellers: Iterable[Teller]) -> int:
    """Return how many independent sources tell something."""
    return len({teller.voice for teller in tellers})


def first(tellers: Iterable[Teller]) -> Teller:
    """Return who told it first."""
    return min(tellers, key=order)


def order(teller: Teller) -> tuple[bool, str, str]:
    """Return the order of telling; reports without a day come last."""
    return not teller.published, teller.published, teller.report


def days_between(one: str | None, other: str | None) -> int | None:
    """Return the days between two moments of ISO 8601, None where either is unknown."""
    if not one or not other:
        return None
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in their order, each once."""
    return tuple(dict.fromkeys(names))


def most_common(values: Sequence[str]) -> str:
    """Return the value that stands most often; of several the one that stands first."""
    return max(values, key=lambda value: (values.count(value), -values.index(value)))
