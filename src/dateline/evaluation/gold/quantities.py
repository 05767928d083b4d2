"""Quantities as gold files write them: ``killed 3``, ``injured 10..20 about``, ``share 4 of 5 consulates``."""

import re
from dataclasses import dataclass
from typing import get_args

from dateline.model.closed import Qualifier, QuantityKind
from dateline.model.event import Quantity

_KINDS: tuple[QuantityKind, ...] = get_args(QuantityKind)
_QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
_FORM = re.compile(
    r"(?P<kind>[a-z]+(?:/[a-z]+)?) (?:(?P<low>\d++(?:\.\d++)?)?+(?P<range>\.\.)?(?P<high>\d+(?:\.\d+)?)?|(?P<vague>\?))"
    r"(?: of (?P<of>\d+))?(?: (?P<currency>[A-Z]{3}))?(?: (?P<qualifier>exact|at-least|at-most|about|vague))?"
    r"(?: (?P<name>[a-z].*))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuantity:
    """One quantity; ``open`` where the words give no number, so that low and high are not scored."""

    kind: QuantityKind
    or_kind: QuantityKind | None = None
    low: float | None
    high: float | None
    qualifier: Qualifier
    of: float | None = None
    currency: str | None = None
    name: str | None = None
    open: bool = False

    def same(self, coded: Quantity) -> bool:
        """Tell whether a coded quantity has this kind and these numbers."""
        if coded.kind not in (self.kind, self.or_kind):
            return False
        return self.open or (self.low, self.high, self.of, self.currency) == (
            coded.low,
            coded.high,
            coded.of,
            coded.currency,
        )


def read_quantity(text: str) -> GoldQuantity:
    """Read one quantity.

    Args:
        text: Kind (``participants/item``: either is right); ``N``, ``LOW..HIGH``, ``LOW..``, ``..HIGH`` or ``?``; then
            as needed ``of N``, a currency, a qualifier (exact unless the range is open) and what is counted.

    Raises:
        ValueError: The text has another form.
    """
    match = _FORM.fullmatch(text)
    kinds = [k for name in match["kind"].split("/") for k in _KINDS if k == name] if match else []
    if not match or len(kinds) != match["kind"].count("/") + 1:
        raise ValueError(
            f"quantity {text!r} is not `KIND NUMBER [of N] [CUR] [QUALIFIER] [NAME]`, KIND one of {_KINDS}"
        )
    low, high = _bounds(match)
    return GoldQuantity(
        kind=kinds[0],
        or_kind=kinds[1] if kinds[1:] else None,
        low=low,
        high=high,
        qualifier=_qualifier(match, low, high),
        of=float(match["of"]) if match["of"] else None,
        currency=match["currency"],
        name=match["name"],
        open=bool(match["vague"]),
    )


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return low and high."""
    low = float(match["low"]) if match["low"] else None
    high = float(match["high"]) if match["high"] else None
    if match["range"]:
        return low, high
    return low, low


def _qualifier(match: re.Match[str], low: float | None, high: float | None) -> Qualifier:
    """Return the qualifier written, or the one that the form of the range implies."""
    for known in _QUALIFIERS:
        if match["qualifier"] == known:
            return known
    if match["vague"]:
        return "vague"
    if low is None:
        return "at-most"
    return "at-least" if high is None else "exact"
