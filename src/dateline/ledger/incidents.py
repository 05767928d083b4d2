"""Incidents as users ask for them: brought up to date first, then listed."""

import json
from collections.abc import Iterator, Sequence
from typing import overload

import msgspec

from dateline.incidents.model import Incident


class Incidents(Sequence[Incident]):
    """The incidents that were asked for; ``matching`` says how many there are without the limit."""

    def __init__(self, found: Sequence[Incident], *, matching: int) -> None:
        """Hold the incidents."""
        self._found = tuple(found)
        self.matching = matching

    def __len__(self) -> int:
        """Return how many are here."""
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Incident: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Incident]: ...
    def __getitem__(self, at: int | slice) -> Incident | Sequence[Incident]:
        """Return an incident, or some."""
        return self._found[at]

    def __iter__(self) -> Iterator[Incident]:
        """Yield the incidents."""
        return iter(self._found)

    def __repr__(self) -> str:
        """Say how many of how many."""
        return f"<{len(self):,} of {self.matching:,} incidents>"

    def to_json(self) -> str:
        """Return one JSON array."""
        return json.dumps([msgspec.to_builtins(one) for one in self], ensure_ascii=False)
