"""Rules: what counts as one incident, and which of several values is taken. Versioned files, the user's own too."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import UsageError
from dateline.lexicon.files import read_toml

DATA = Path(__file__).parent / "data"
NAMES = ("strict", "standard", "loose")
DEFAULT_RULE = "standard"
Choice = Literal["lowest", "highest", "median", "mode", "latest", "best-sourced", "range"]
Counted = Literal["incident", "day-place", "report"]


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A rule's file; the fields are described in standard.toml."""

    name: str
    version: int
    same: float
    held: float
    days: int
    counts: Counted
    spread: int
    choose: dict[str, Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as it is applied.

    Args:
        name: The file's name for it and its version, "standard@2".
        same: From this mean probability of their pairs on, two groups are one incident.
        held: From this one on a person should look.
        days: The most days between two events whose days are known.
        counts: What counts as one in series.
        spread: The most days over which an incident is spread in series.
        choose: Which value is taken, field by field; "default" for the others.
        digest: The SHA-256 of the file.
    """

    name: str
    same: float
    held: float
    days: int
    counts: Counted = "incident"
    spread: int = 31
    choose: Mapping[str, Choice] = field(default_factory=dict)
    digest: str = ""

    def choice(self, of: str) -> Choice:
        """Return which value of a field is taken."""
        return self.choose.get(of, self.choose.get("default", "mode"))


@cache
def load_rule(name: str) -> Rule:
    """Return one of dateline's own rules, or the one of a file.

    Raises:
        UsageError: There is no such rule or file, or its thresholds make no sense.
        LexiconError: The file breaks its format.
    """
    path = DATA / f"{name}.toml" if name in NAMES else Path(name)
    if not path.is_file():
        raise UsageError(f"{name!r} is no rule: name one of {', '.join(NAMES)}, or a file such as {DATA}/standard.toml")
    read = read_toml(path, _File)
    # What a person should look at lies below what is joined without asking.
    if not 0 < read.held <= read.same <= 1:
        raise UsageError(f"{path.name}: held {read.held} and same {read.same} must be 0 < held <= same <= 1")
    return Rule(
        name=f"{read.name}@{read.version}", same=read.same, held=read.held, days=read.days, counts=read.counts,
        spread=read.spread, choose=read.choose, digest=hashlib.sha256(path.read_bytes()).hexdigest(),
    )  # fmt: skip
