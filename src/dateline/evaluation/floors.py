"""The quality floor: figures below which a change fails, pinned to the gold set that they were measured on."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from types import MappingProxyType

import msgspec

from dateline.errors import GoldError
from dateline.evaluation.scores import Scores

CEILINGS = ("ece",)
"""Last parts of names of figures that must not rise."""

PERCENT = 100
"""Floors are whole percents, rounded in the coder's favour, so that one changed value in hundreds breaks none."""


class Lowered(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One floor that was lowered, and why."""

    figure: str
    old: float
    new: float
    reason: str


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pinned figures, the digest of their gold set, and what was ever lowered."""

    gold: str
    figures: dict[str, float] = {}
    lowered: tuple[Lowered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One figure that fell through its floor; ``got`` is None where it is not measured any more."""

    figure: str
    floor: float
    got: float | None

    def __str__(self) -> str:
        """Say what fell, how far, and what to do."""
        got = "is not measured" if self.got is None else f"is {self.got:.3f}"
        return (
            f"{self.figure} {got}, but its floor is {self.floor:.3f}; mend the coder, or lower the floor with a reason"
        )


def load_floors(path: Path) -> Floors:
    """Read the floors.

    Raises:
        GoldError: The file is missing or breaks its format.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Floors, strict=True)
    except FileNotFoundError as fault:
        raise GoldError(f"{path} does not exist; write it with `dateline evaluate --update-floors`") from fault
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise GoldError(f"{path}: {fault}; write it anew with `dateline evaluate --update-floors`") from fault


def check_floors(scores: Scores, floors: Floors) -> tuple[Failure, ...]:
    """Return the figures below their floor, by name.

    Raises:
        GoldError: The floors were measured on another gold set.
    """
    if scores.digest != floors.gold:
        raise GoldError(
            f"floors.toml was measured on gold {floors.gold}, but this is gold {scores.digest}; "
            "measure again with `dateline evaluate --update-floors`"
        )
    return _failures(scores.figures, floors.figures)


def update_floors(scores: Scores, floors: Floors | None, *, allow_lower: bool = False, reason: str = "") -> Floors:
    """Return floors at what was measured.

    Args:
        scores: What was measured.
        floors: The floors up to now, None for a first time.
        allow_lower: Whether a floor may go down.
        reason: Why, kept in the file for each floor lowered.

    Raises:
        GoldError: A floor would go down without leave or without a reason.
    """
    old: Mapping[str, float] = floors.figures if floors else MappingProxyType({})
    measured = {name: _percent(name, value) for name, value in sorted(scores.figures.items())}
    figures = {name: value for name, value in measured.items() if name in scores.pinned}
    failures = _failures(measured, old)
    if failures and not (allow_lower and reason.strip()):
        names = ", ".join(f.figure for f in failures)
        raise GoldError(f"these floors would go down: {names}; mend the coder, or allow lowering and give a reason")
    lowered = [Lowered(figure=f.figure, old=f.floor, new=f.got or 0.0, reason=reason.strip()) for f in failures]
    return Floors(gold=scores.digest, figures=figures, lowered=(*(floors.lowered if floors else ()), *lowered))


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors as TOML."""
    path.write_text(floors_toml(floors), "utf-8")


def floors_toml(floors: Floors) -> str:
    """Return the floors as TOML."""
    lines = [
        "# Written by `dateline evaluate --update-floors`; docs/gold.md explains it.",
        f'gold = "{floors.gold}"',
        "",
    ]
    lines += ["[figures]", *(f'"{name}" = {value:.2f}' for name, value in floors.figures.items())]
    for low in floors.lowered:
        lines += ["", "[[lowered]]", f'figure = "{low.figure}"', f"old = {low.old:.2f}", f"new = {low.new:.2f}"]
        lines += [f"reason = {msgspec.json.encode(low.reason).decode()}"]
    return "\n".join(lines) + "\n"


def _failures(figures: Mapping[str, float], floors: Mapping[str, float]) -> tuple[Failure, ...]:
    """Return the figures that are worse than their floor."""
    failures: Sequence[Failure] = [
        Failure(figure=name, floor=low, got=figures.get(name))
        for name, low in floors.items()
        if _worse(name, figures.get(name), low)
    ]
    return tuple(failures)


def _worse(name: str, got: float | None, pinned: float) -> bool:
    if got is None:
        return True
    return got > pinned if _is_ceiling(name) else got < pinned


def _is_ceiling(name: str) -> bool:
    return name.rpartition(".")[2] in CEILINGS


def _percent(name: str, value: float) -> float:
    """Round to whole percents: down for a floor, up for a ceiling."""
    exact = round(value * PERCENT, 6)
    return (ceil(exact) if _is_ceiling(name) else floor(exact)) / PERCENT
