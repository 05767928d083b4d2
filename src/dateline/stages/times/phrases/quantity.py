"""Numbers in words and figures in front of a unit: "two", "twenty-four", "2 1/2", "a few"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.lexicon.words.times import load_times
from dateline.stages.times.days.context import Hit
from dateline.stages.times.pieces import Value

FINE = frozenset({"TS", "TM", "TH"})
UNIT_SYMBOL = {
    "TS": ("PT", "S", 1), "TM": ("PT", "M", 1), "TH": ("PT", "H", 1), "D": ("P", "D", 1), "W": ("P", "W", 1),
    "WE": ("P", "WE", 1), "F": ("P", "W", 2), "M": ("P", "M", 1), "Q": ("P", "Q", 1), "Y": ("P", "Y", 1),
    "E": ("P", "Y", 10), "C": ("P", "Y", 100), "L": ("P", "Y", 1000),
}  # fmt: skip
_VAGUE_UNIT = {"E": "PXE", "C": "PXC", "L": "PXL", "F": "PXW"}
_PARTS = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many; None where the words leave it open ("several")."""

    number: float | None


def read_quantity(words: Sequence[str], values: Sequence[Value]) -> Quantity:
    """Read the number in these pieces; words that are no number are passed over."""
    total, group, seen, vague = 0.0, 0.0, False, False
    for word, value in zip(words, values, strict=True):
        if word in load_times().contexts.few:
            # "A couple" is two, "several" is left open.
            vague, group, seen = word != "couple", 2.0, True
        elif word == "half":
            total, seen = total + 0.5, True
        elif isinstance(value, int | float):
            group, total = _join(group, total, value)
            seen = True
    if vague or not seen:
        return Quantity(1.0 if not vague and any(w in {"a", "an"} for w in words) else None)
    return Quantity(total + group)


def _join(group: float, total: float, value: float) -> tuple[float, float]:
    # "Two hundred", "two dozen": the figure before is multiplied.
    if value == 100 or (value == 12 and group):
        return (group or 1) * value, total
    if value == 1000:
        return 0.0, total + (group or 1) * value
    return group + value, total


def duration(quantity: Quantity, unit: str) -> str:
    """Return the TIMEX3 duration: P3D, PT24H, P2Y6M, PXW."""
    if quantity.number is None:
        head, symbol, _ = UNIT_SYMBOL[unit]
        return _VAGUE_UNIT.get(unit, f"{head}X{symbol}")
    head, symbol, size = UNIT_SYMBOL[unit]
    number = quantity.number * size
    whole = int(number)
    # "2 1/2 years" is P2Y6M, "2.3 years" is not.
    if number == whole:
        return f"{head}{whole}{symbol}"
    if unit in _PARTS:
        part, per = _PARTS[unit]
        rest = (number - whole) * per
        if rest == int(rest):
            return f"{head}{whole}{symbol}{int(rest)}{part}" if whole else f"{head}{int(rest)}{part}"
    return f"{head}{number:g}{symbol}"


def quantity_of(hit: Hit, group: str) -> Quantity:
    """Read the number in a group of a find."""
    first, last = hit.span(group)
    return read_quantity(hit.scan.words[first:last], hit.scan.values[first:last])
