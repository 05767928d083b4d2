"""Values that people chose for a field of an incident: they stand in place of what the rule takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import convert

from dateline.incidents.claimed.detail import Detail
from dateline.incidents.making import title_of
from dateline.incidents.model import JUDGED, Claim, Incident, IncidentActor, IncidentField, IncidentPlace, Value
from dateline.lexicon.tables import fold
from dateline.model.closed import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody chose for a field; ``number`` is that of the judgement."""

    number: int
    field: str
    value: Value
    by: str | None

    @property
    def told(self) -> str:
        """Return what stands where else the rule is named."""
        return f"{JUDGED}{self.by or 'somebody'}"


def newest(events: Sequence[Detail], judged: Mapping[int, Sequence[Chosen]]) -> dict[str, Chosen]:
    """Return by field what was chosen last for an incident of these events."""
    # Of two judgements the later stands.
    said = sorted((c for e in events for c in judged.get(e.key, ())), key=lambda c: c.number)
    return {c.field: c for c in said}


def choose(
    one: Incident, claims: Sequence[Claim], events: Sequence[Detail], chosen: Mapping[str, Chosen]
) -> tuple[Incident, list[Claim]]:
    """Return an incident and its claims with what people chose."""
    if not chosen:
        return one, list(claims)
    fields = {**one.fields, **{name: _field(one.fields.get(name), c) for name, c in chosen.items()}}
    changed = replace(_changed(one, events, {n: str(c.value) for n, c in chosen.items()}), fields=fields)
    # The title says day and place, and is to say what was chosen.
    titled = replace(changed, title=title_of(changed.type, changed.mode, changed.place, changed.start))
    return titled, [_claim(c, chosen.get(c.field)) for c in claims]


def _field(known: IncidentField | None, c: Chosen) -> IncidentField:
    bound = c.value if isinstance(c.value, float) else None
    return IncidentField(
        state=known.state if known else "agree", value=c.value, low=bound, high=bound, by=c.told,
    )  # fmt: skip


def _claim(claim: Claim, c: Chosen | None) -> Claim:
    return claim if c is None else replace(claim, chosen=claim.value == c.value, by=c.told)


def _changed(one: Incident, events: Sequence[Detail], values: Mapping[str, str]) -> Incident:
    """Return an incident whose own columns follow what was chosen."""
    start = values.get("start", one.start)
    status = convert(values["status"], Status) if "status" in values else one.status
    return replace(
        # A chosen first day may lie after the last one that the rule took.
        one, status=status, start=start, end=max(start, one.end or "") if start else one.end,
        place=_place(events, values["place"]) if "place" in values else one.place,
        actors=(_actor(events, "actors", values["actors"]),) if "actors" in values else one.actors,
        recipients=(_actor(events, "recipients", values["recipients"]),) if "recipients" in values else one.recipients,
    )  # fmt: skip


def _place(events: Sequence[Detail], name: str) -> IncidentPlace:
    # A place that nobody told is a name without a point.
    known = (e.place for e in events if e.place is not None)
    return next((p for p in known if p.name == name), IncidentPlace(name=name))


def _actor(events: Sequence[Detail], side: str, name: str) -> IncidentActor:
    known = (a for e in events for a in getattr(e, side))
    return next((a for a in known if a.name == name), IncidentActor(key=fold(name), name=name))
