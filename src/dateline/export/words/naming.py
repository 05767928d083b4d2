"""Records in plain words: names for ids, dates as people write them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby

from dateline.export.inert import shown
from dateline.model.base import Record, Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity
from dateline.model.plans import Amount, Commitment
from dateline.model.speech import Statement

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NOBODY, UNKNOWN = "—", "not stated"
UNSURE = 0.5
"""Below this a record is as likely wrong as right."""
_WHITE = re.compile(r"\s+")
_QUALIFIERS = {"at-least": "at least ", "at-most": "at most ", "about": "about ", "vague": "", "exact": ""}
_COUNTED = frozenset({"item", "share", "money"})


class Naming:
    """Turns the ids of one coding into names."""

    def __init__(self, coding: Coding) -> None:
        """Hold the coding."""
        self.coding = coding

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {a.id: a for a in self.coding.actors or ()}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {p.id: p for p in self.coding.places or ()}

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {s.id: s for s in self.coding.statements or ()}

    def actor(self, actor_id: str | None) -> str:
        """Return the name of an actor, a dash for nobody."""
        found = self._actors.get(actor_id or "")
        return found.name if found else NOBODY

    def actor_with_codes(self, actor_id: str | None) -> str:
        """Return the name of an actor with country and sector: "Rebels (MLI, REB)"."""
        found = self._actors.get(actor_id or "")
        if found is None:
            return NOBODY
        codes = [found.country if found.kind != "country" else None, found.sector]
        told = ", ".join(c for c in codes if c)
        return f"{found.name} ({told})" if told else found.name

    def actors(self, ids: Iterable[str]) -> str:
        """Return names joined as in a sentence; empty for none."""
        return joined([self.actor(i) for i in ids])

    def place(self, place_id: str | None) -> str:
        """Return the name of a place with its country; empty for none."""
        found = self._places.get(place_id or "")
        if found is None:
            return ""
        outside = found.country if found.precision != "country" and found.country else None
        return f"{found.name}, {outside}" if outside else found.name

    def what(self, event: Event) -> str:
        """Return the type and modes of an event, and what is agreed, asked, refused or threatened."""
        parts = [event.type or (event.acled.sub_event_type if event.acled else "event")]
        parts += [m for m in event.modes[:2] if not event.content or m != event.content.mode]
        said = " ".join(parts)
        if event.content:
            mode = f" {event.content.mode}" if event.content.mode else ""
            said += f" → {event.content.type}{mode}"
        return said

    def counts(self, event: Event) -> list[str]:
        """Return the numbers of an event; where two are of one kind, each with those whom it counts."""
        kinds = [q.kind for q in event.quantities]
        return [
            quantity(q)
            + (f" ({self.actor(q.who)})" if q.who and q.kind not in _COUNTED and kinds.count(q.kind) > 1 else "")
            for q in event.quantities
        ]

    def voices(self, event: Event) -> str:
        """Return who says so, nearest the report first; empty where the report speaks itself."""
        return ", who cites ".join(self.actor(v.actor) for v in event.attribution)

    def status(self, event: Event) -> str:
        """Return whether it happened, in a word or two; what a source merely says is only said to have happened."""
        by_report = {"negated": "did not happen", "occurred": "happened"}
        by_source = {"negated": "said not to have happened", "occurred": "said to have happened",
                     "ongoing": "said to be ongoing"}  # fmt: skip
        said = (by_source if event.attribution else by_report).get(event.status, event.status)
        return f"{said}, background" if event.background else said

    def words(self, spans: Iterable[Span]) -> str:
        """Return the report's words at spans, white space folded."""
        return " … ".join(folded(self.coding.report.text[s:e]) for s, e in spans)

    def pledge(self, commitment: Commitment) -> str:
        """Return what is to be given."""
        parts = [money(commitment.amount)] if commitment.amount else []
        parts += [f"{figure(i.count)} {i.name}" if i.count is not None else i.name for i in commitment.items]
        return ", ".join(parts) or UNKNOWN


def joined(names: Sequence[str]) -> str:
    """Return names as in a sentence; empty for none."""
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def unsure(record: Record) -> str:
    """Say how sure a record is where that is little; empty where it is enough."""
    return f"unsure ({record.confidence:.2f})" if record.confidence < UNSURE else ""


def folded(words: str) -> str:
    """Return words on one line, control characters as escapes."""
    return shown(_WHITE.sub(" ", words).strip())


def day(iso: str | None) -> str:
    """Return an ISO day as "31 May 2023"."""
    if iso is None:
        return ""
    found = date.fromisoformat(iso)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def days(start: str | None, end: str | None) -> str:
    """Return a stretch of days: a month or a year by its name, else its first and last day."""
    if start is None or end is None or start == end:
        return day(start or end)
    if start[4:] == "-01-01" and end[4:] == "-12-31" and start[:4] == end[:4]:
        return start[:4]
    if start[:8] == end[:8] and start[8:] == "01" and end[8:] in ("28", "29", "30", "31") and _is_month(start, end):
        return f"{MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    if start[:8] == end[:8]:
        return f"{int(start[8:])}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def _is_month(start: str, end: str) -> bool:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return (date.fromordinal(last.toordinal() + 1)).day == 1 and first.month == last.month


def figure(value: float | None) -> str:
    """Return a number as people write it."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def quantity(found: Quantity) -> str:
    """Return a number with what it counts: "at least 12 killed", "4 of 5 consulates"."""
    if found.low is None and found.high is None:
        count = "an unknown number"
    elif found.low == found.high or found.high is None or found.low is None:
        count = figure(found.low if found.low is not None else found.high)
    else:
        count = f"{figure(found.low)}–{figure(found.high)}"
    count = _QUALIFIERS[found.qualifier] + count
    if found.kind == "money":
        return f"{_QUALIFIERS[found.qualifier]}{sum_of(found.low or found.high, found.currency)}"
    share = f" of {figure(found.of)}" if found.of is not None else ""
    if found.kind in _COUNTED:
        return f"{count}{share} × {found.name}" if found.name else f"{count}{share}"
    return f"{count}{share} {found.kind}"


def money(amount: Amount) -> str:
    """Return a sum: "at least USD 300 million"."""
    return f"{_QUALIFIERS[amount.qualifier]}{sum_of(amount.value, amount.currency)}"


def sum_of(value: float | None, currency: str | None) -> str:
    """Return money as "USD 300 million"."""
    if value is None:
        return f"{currency or ''} ?".strip()
    size, name = next(((s, n) for s, n in ((1e9, " billion"), (1e6, " million")) if value >= s), (1, ""))
    return f"{currency or ''} {figure(round(value / size, 3))}{name}".strip()


def told_in_turn(coding: Coding) -> Iterator[tuple[str | None, list[Statement]]]:
    """Yield each speaker, None where unnamed, with what it says before another speaks, in the order of the text."""
    in_order = sorted(coding.statements or (), key=lambda s: min(s.content, default=s.cue or (0, 0)))
    for speaker, said in groupby(in_order, key=lambda s: s.speaker):
        yield speaker, list(said)
