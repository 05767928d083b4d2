"""What an export did, counted: rows, what was left out and why, what its columns hold."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why something was left out: the number of the coding rule where there is one, and the reason."""

    rule: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row by its columns. ``founded`` are the fields that have words, a rule or a judgement."""

    values: Mapping[str, object]
    founded: frozenset[str]


@dataclass(slots=True)
class Account:
    """Counts of one export."""

    incidents: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    left_out: dict[LeftOut, list[str]] = field(default_factory=dict)
    filled: Counter[tuple[str, str]] = field(default_factory=Counter)
    unfounded: Counter[tuple[str, str]] = field(default_factory=Counter)
    remarks: Counter[tuple[str, str]] = field(default_factory=Counter)
    guarded: int = 0

    def leave(self, what: str, reason: str, *, rule: int | None = None) -> None:
        """Note that something has no row."""
        self.left_out.setdefault(LeftOut(rule, reason), []).append(what)

    def remark(self, column: str, said: str) -> None:
        """Note that a column of one row is less than the report said."""
        self.remarks[column, said] += 1

    def add_columns(self, other: "Account") -> None:
        """Add what another file of the same export holds; incidents and what was left out are the same."""
        self.rows += other.rows
        self.filled += other.filled
        self.unfounded += other.unfounded
        self.guarded += other.guarded

    def left(self) -> list[dict[str, Any]]:
        """Return what was left out, by rule and reason."""
        order = sorted(self.left_out.items(), key=lambda pair: (pair[0].rule or 0, pair[0].reason))
        return [
            {"rule": why.rule, "reason": why.reason, "count": len(what), "which": sorted(set(what))}
            for why, what in order
        ]
