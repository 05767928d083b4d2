"""The layers as users see them: the view of each, what its columns are called there, and what each may hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from dateline.model import closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer's table and view. ``renamed`` maps a column of the view to that of the table where the two differ."""

    name: str
    table: str
    view: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    closed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    days: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def column(self, name: str) -> str:
        """Return the table's column for one of the view."""
        return self.renamed.get(name, name)

    @property
    def judgeable(self) -> tuple[str, ...]:
        """Return the columns of the view that a person may correct."""
        return tuple(sorted({*self.closed, *self.days, *self.numbers, *self.words}))


def _values(kind: object) -> tuple[str, ...]:
    return tuple(map(str, get_args(kind)))


LAYERS: Mapping[str, Layer] = {
    layer.name: layer
    for layer in (
        Layer(
            name="actors", table="actor", view="v_actors",
            closed={"kind": _values(closed.ActorKind), "sector": _values(closed.Sector)},
            words=frozenset({"name", "country", "office", "wikidata"}),
        ),
        Layer(
            name="places", table="place", view="v_places", closed={"precision": _values(closed.Precision)},
            numbers=frozenset({"lat", "lon", "radius_km", "geonames"}), words=frozenset({"name", "country", "admin1"}),
        ),
        Layer(
            name="events", table="event", view="v_events", renamed={"start": "day"},
            closed={
                "type": _values(closed.EventType), "mode": _values(closed.Mode), "status": _values(closed.Status),
                "precision": _values(closed.Precision),
            },
            days=frozenset({"start", "end"}),
            numbers=frozenset({
                "main", "background", "factuality", "lat", "lon", "radius_km", "killed_low", "killed_high",
                "injured_low", "injured_high",
            }),
            words=frozenset({
                "place", "admin1", "country", "actors", "recipients", "content", "cameo", "acled", "acled_sub",
                "said_by",
            }),
        ),
        Layer(
            name="statements", table="statement", view="v_statements",
            renamed={"speaker": "actors", "addressee": "recipients", "act": "type", "published": "day"},
            closed={
                "act": _values(closed.Act), "form": _values(closed.StatementForm), "kind": _values(closed.QuoteKind),
            },
            words=frozenset({"speaker", "addressee", "country"}),
        ),
        Layer(
            name="positions", table="position", view="v_positions",
            renamed={"actor": "actors", "stance": "type", "published": "day"},
            closed={"stance": _values(closed.Stance)}, numbers=frozenset({"strength"}),
            words=frozenset({"actor", "country", "issue"}),
        ),
        Layer(
            name="commitments", table="commitment", view="v_commitments",
            renamed={
                "donor": "actors", "recipient": "recipients", "kind": "type", "stage": "status", "published": "day",
            },
            closed={"kind": _values(closed.CommitmentKind), "stage": _values(closed.Stage)},
            numbers=frozenset({"amount"}), words=frozenset({"donor", "recipient", "country", "currency", "instrument"}),
        ),
        Layer(
            name="scheduled", table="scheduled", view="v_scheduled",
            renamed={"kind": "type", "start": "day", "participants": "actors"},
            closed={"kind": _values(closed.ScheduledKind), "status": _values(closed.ScheduledStatus)},
            days=frozenset({"start", "end"}), words=frozenset({"name", "place", "country", "participants"}),
        ),
    )
}  # fmt: skip
