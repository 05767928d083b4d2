"""The gold cases that are right, pinned one by one: a set that may only grow, beside the floors of the figures.

A floor lets one case go wrong for another that comes right; a pinned case does not.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.errors import GoldError
from dateline.evaluation.outcome import Outcome
from dateline.evaluation.scores import Scores

_MOST = 3  # errors of one case that are told


class Released(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One case that is pinned no more, and why."""

    case: str
    reason: str


class Pinned(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ids of the cases that must stay right, and those that were ever released."""

    cases: tuple[str, ...] = ()
    released: tuple[Released, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A pinned case that is not right any more; no outcomes where the gold set does not have it."""

    case: str
    outcomes: tuple[Outcome, ...]

    def __str__(self) -> str:
        """Say which case broke, in what, and what to do."""
        told = "; ".join(f"{o.layer}.{o.field} {o.verdict} (gold {o.gold}, coded {o.coded})" for o in self.outcomes)
        return f"case {self.case} was right: {told or 'it is not in the gold set'}; mend the coder, or release it"


def load_pinned(path: Path) -> Pinned:
    """Read the pinned cases; none where there is no file.

    Raises:
        GoldError: The file breaks its format.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Pinned, strict=True)
    except FileNotFoundError:
        return Pinned()
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise GoldError(f"{path}: {fault}; write it anew with `dateline evaluate --update-floors`") from fault


def check_pinned(scores: Scores, pinned: Pinned) -> tuple[Broken, ...]:
    """Return the pinned cases that are not right, in order of their ids."""
    broken = sorted({*pinned.cases} - {*scores.right})
    return tuple(Broken(case=case, outcomes=tuple(_errors(scores.outcomes, case))[:_MOST]) for case in broken)


def update_pinned(scores: Scores, pinned: Pinned, *, reason: str = "") -> Pinned:
    """Return all cases that are right now as pinned.

    Args:
        scores: What was measured.
        pinned: The cases up to now.
        reason: Why cases that broke are released, kept in the file for each.

    Raises:
        GoldError: A case of the gold set broke and no reason is given.
    """
    broken = [b for b in check_pinned(scores, pinned) if b.outcomes]
    if broken and not reason.strip():
        raise GoldError("\n".join(["these cases were right:", *map(str, broken), "or give a reason to release them"]))
    released = (Released(case=b.case, reason=reason.strip()) for b in broken)
    return Pinned(cases=tuple(sorted(scores.right)), released=(*pinned.released, *released))


def write_pinned(path: Path, pinned: Pinned) -> None:
    """Write the pinned cases as TOML."""
    lines = [
        "# Written by `dateline evaluate --update-floors`: cases coded without any error; docs/gold.md explains it.",
        "cases = [",
        *(f'  "{case}",' for case in pinned.cases),
        "]",
    ]
    for gone in pinned.released:
        reason = msgspec.json.encode(gone.reason).decode()
        lines += ["", "[[released]]", f'case = "{gone.case}"', f"reason = {reason}"]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _errors(outcomes: Iterable[Outcome], case: str) -> Iterable[Outcome]:
    return (o for o in outcomes if o.case == case and o.verdict not in ("right", "agreed"))
