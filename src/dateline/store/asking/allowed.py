"""The values that filters of closed sets can have: one that no record can have is a slip, not an empty list."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import get_args

from dateline.errors import UsageError
from dateline.lexicon.world.countries import load_countries
from dateline.model.closed import (
    Act,
    CommitmentKind,
    EventType,
    Mode,
    ScheduledKind,
    ScheduledStatus,
    Stage,
    Stance,
    Status,
)
from dateline.store.asking.filters import Filters

_EVENTS: Mapping[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "mode": get_args(Mode),
    "status": get_args(Status),
}
ALLOWED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "reports": _EVENTS,
    "events": _EVENTS,
    "incidents": _EVENTS,
    "statements": {"type": get_args(Act)},
    "positions": {"type": get_args(Stance)},
    "commitments": {"type": get_args(CommitmentKind), "status": get_args(Stage)},
    "scheduled": {"type": get_args(ScheduledKind), "status": get_args(ScheduledStatus)},
}
"""What the filters of each layer can ask for, where that is a closed set."""
_CODE = re.compile(r"[A-Z]{3}")
_CLOSE = 0.75


def check_values(layer: str, filters: Filters) -> Filters:
    """Return the filters as they are.

    Raises:
        UsageError: One asks for what no record of the layer can have.
    """
    for fault in _faults(layer, filters):
        raise UsageError(fault)
    return filters


def _faults(layer: str, filters: Filters) -> Iterator[str]:
    for name, allowed in ALLOWED.get(layer, {}).items():
        for value in getattr(filters, name):
            if value not in allowed:
                yield f"{value!r} is no {name} of {layer}; {_meant(value, allowed)}"
    for value in filters.country:
        if not _CODE.fullmatch(value):
            yield f"{value!r} is no code of a country; {_code_of(value)}"


def _meant(value: str, allowed: tuple[str, ...]) -> str:
    """Return the value that was meant, where one is close, else all."""
    folded = {one.lower(): one for one in allowed}
    close = get_close_matches(value.lower(), folded, n=1, cutoff=_CLOSE)
    return f"write {folded[close[0]]}" if close else f"there are {', '.join(allowed)}"


def _code_of(name: str) -> str:
    codes = {form.code for form in load_countries().find(name) if form.kind == "name"}
    if value := name.upper() if _CODE.fullmatch(name.upper()) else "":
        return f"write {value}"
    return f"write {min(codes)}" if codes else "write the three letters of ISO 3166, such as MLI"
