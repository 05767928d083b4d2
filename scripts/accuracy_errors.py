"""The commonest kinds of error of the accuracy card, each with a sentence that goes wrong in this very way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.evaluation.gold.cases import Gold
from dateline.evaluation.outcome import Outcome, Tally
from dateline.model.coding import Coding
from dateline.model.event import Event, Quantity

CLOSED = frozenset(
    {
        *("mode", "status", "background", "factuality", "acled", "qualifier", "content", "content mode"),
        *("sector", "actor sector", "recipient sector", "kind", "stance", "form", "act", "precision"),
    }
)
"""Fields whose values are few enough to group errors by them."""

KIND_FIRST = frozenset({("events", "found"), ("events", "type"), ("events", "quantities"), ("events", "links")})
"""Fields whose values begin with a word of a closed set."""

FOLLOWING = frozenset({("events", "end"), ("times", "start"), ("times", "end")})
"""Fields that are wrong because another one is."""


class Kind(NamedTuple):
    """One kind of error; the values are empty where the field has no closed set."""

    layer: str
    field: str
    verdict: str
    gold: str = ""
    coded: str = ""

    def __str__(self) -> str:
        """Say it in words."""
        name = f"**{self.layer}, {self.field}**"
        gold, coded = (f"`{value}`" if value else "one" for value in (self.gold, self.coded))
        if self.verdict == "missed":
            return f"{name}: {gold} missed"
        if self.verdict == "spurious":
            return f"{name}: {coded} coded where gold has none"
        return f"{name}: {gold} coded as {coded}" if self.gold else f"{name}: another value than gold's"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A gold case made to show an error, its coding, and the outcomes."""

    gold: Gold
    coding: Coding
    outcomes: tuple[Outcome, ...]


def count_kinds(outcomes: Iterable[Outcome]) -> Counter[Kind]:
    """Count the kinds of error, those that follow from another left out."""
    return Counter(kind for o in outcomes if (kind := kind_of(o)))


def kind_of(o: Outcome) -> Kind | None:
    """Return the kind of an error; None for what is right or follows from another error."""
    if o.verdict in ("right", "agreed") or (o.layer, o.field) in FOLLOWING:
        return None
    if o.layer == "events" and o.field in ("type", "mode") and not (o.gold and o.coded):
        return None  # the event itself is missed or spurious
    if (o.layer, o.field) in KIND_FIRST:
        return Kind(o.layer, o.field, o.verdict, o.gold.partition(" ")[0], o.coded.partition(" ")[0])
    if o.field in CLOSED:
        return Kind(o.layer, o.field, o.verdict, *("" if v == "-" else v for v in (o.gold, o.coded)))
    return Kind(o.layer, o.field, o.verdict)


def render_kinds(
    kinds: Sequence[tuple[Kind, int]], tallies: Mapping[str, Mapping[str, Tally]], examples: Sequence[Example]
) -> str:
    """Return the kinds as a numbered list, each with an example not used before."""
    lines: list[str] = []
    used: set[str] = set()
    for n, (kind, times) in enumerate(kinds, start=1):
        lines.append(f"{n}. {kind}: {times} times in {tallies[kind.layer][kind.field].n} comparisons.")
        found = next(_showing(kind, examples, used), None)
        if found is None:
            lines.append("   None of the sentences kept for this page goes wrong in this way.")
            continue
        example, outcome = found
        used.add(example.gold.id)
        lines.append(f"   *{example.gold.text}* {_verdict(outcome)} Coded: {_coded(example.coding)}.")
    return "\n".join(lines)


def _showing(kind: Kind, examples: Iterable[Example], used: set[str]) -> Iterator[tuple[Example, Outcome]]:
    """Yield the examples, not used before, that go wrong in this way; those with the fewest errors first."""
    fresh = [e for e in examples if e.gold.id not in used]
    for example in sorted(fresh, key=lambda e: count_kinds(e.outcomes).total()):
        yield from ((example, o) for o in example.outcomes if kind_of(o) == kind)


def _verdict(o: Outcome) -> str:
    """Say what gold has and what was coded."""
    gold, coded = (f"“{v}”" if v not in ("", "-") else "nothing" for v in (_named(o.gold), _named(o.coded)))
    return f"Gold has {gold}, the coder {coded}."


def _named(value: str) -> str:
    """Return a value as a reader would say it: "item 3..3" is 3 things, a voice without a name is "None"."""
    words, _, numbers = value.replace(".0", "").rpartition(" ")
    low, _, high = numbers.partition("..")
    return "an unnamed voice" if value == "None" else f"{words} {low}".strip() if low == high else value


def _coded(coding: Coding) -> str:
    names = {a.id: a.name for a in coding.actors or ()} | {p.id: p.name for p in coding.places or ()}
    return "; ".join(_event(e, names) for e in coding.events or ()) or "no event"


def _event(e: Event, names: Mapping[str, str]) -> str:
    """Return an event in one line: type and mode, who → whom, where, when, whether, how many."""
    kind = f"{e.type or 'null'}{f' {e.mode}' if e.mode else ''}"
    who, whom = (", ".join(names.get(a, a) for a in ids) or "–" for ids in (e.actors, e.recipients))
    voices = [names.get(v.actor or "", "somebody") for v in e.attribution]
    more = [
        names.get(e.place, "") if e.place else "",
        e.start or "",
        e.status,
        "background" if e.background else "",
        *(_quantity(q) for q in e.quantities),
        f"says {', '.join(voices)}" if voices else "",
    ]
    return f"`{kind}` {who} → {whom} ({', '.join(m for m in more if m)})"


def _quantity(q: Quantity) -> str:
    low, high = ("" if v is None else f"{v:g}" for v in (q.low, q.high))
    return f"{q.kind} {low if low == high else f'{low}–{high}'}".strip()
