"""One row an event, in the columns of POLECAT and some of our own, as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dateline.export.guard import Failed, each
from dateline.export.inert import cell
from dateline.export.words.naming import Naming, folded
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event

_PEOPLE = frozenset({"person", "office", "population"})
_BODIES = frozenset({"government", "organisation", "armed-group"})
_WHO_COLUMNS: tuple[tuple[str, Callable[[Actor], str | None]], ...] = (
    ("{} Name", lambda a: a.name),
    ("{} Country", lambda a: a.country),
    ("Primary {} Sector", lambda a: a.sector),
    ("{} Sectors", lambda a: ",".join(a.sectors)),
    ("{} Title", lambda a: a.office),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One event with what its columns are read from."""

    coding: Coding
    event: Event
    naming: Naming
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None

    def counted(self, kind: str) -> str:
        """Return the counts of the dead or the injured, a range as "2-5"; no sum, since one may hold another."""
        found = [q for q in self.event.quantities if q.kind == kind and not (q.low is None and q.high is None)]
        return listed(_bounds(q.low, q.high) for q in found)


def _bounds(low: float | None, high: float | None) -> str:
    first, last = (f"{v:.12g}" if v is not None else "" for v in (low, high))
    return first if first == last else f"{first}-{last}"


def _who(name: str, pick: Callable[[Row], tuple[Actor, ...]]) -> dict[str, Callable[[Row], object]]:
    """Return the columns of one side; each holds a list, in the order of the names."""

    def column(read: Callable[[Actor], str | None]) -> Callable[[Row], object]:
        return lambda row: listed(read(a) for a in pick(row))

    field = "actors" if name == "Actor" else "recipients"
    out: dict[str, Callable[[Row], object]] = {title.format(name): column(read) for title, read in _WHO_COLUMNS}
    out[f"{name} Name Raw"] = lambda row: listed(row.naming.words([s]) for s in row.event.spans(field))
    out[f"Wikidata {name} ID"] = column(lambda a: a.wikidata)
    return out


COLUMNS: dict[str, Callable[[Row], object]] = {
    "Event ID": lambda row: f"{row.coding.report.id}/{row.event.id}",
    "Event Date": lambda row: row.event.start,
    "Event Type": lambda row: row.event.type,
    "Event Mode": lambda row: row.event.mode,
    "Intensity": lambda row: row.event.goldstein,
    "Quad Code": lambda row: row.event.quad,
    "Contexts": lambda row: listed(row.event.contexts),
    **_who("Actor", lambda row: row.actors),
    **_who("Recipient", lambda row: row.recipients),
    "Placename": lambda row: row.place and row.place.name,
    "City": lambda row: row.place.name if row.place and row.place.precision in ("site", "town") else None,
    "District": lambda row: row.place.name if row.place and row.place.precision == "district" else None,
    "Province": lambda row: row.place and row.place.admin1,
    "Country": lambda row: row.place and row.place.country,
    "Latitude": lambda row: row.place and row.place.lat,
    "Longitude": lambda row: row.place and row.place.lon,
    "GeoNames ID": lambda row: row.place and row.place.geonames,
    "Raw Placename": lambda row: row.naming.words([row.event.place_span]) if row.event.place_span else None,
    "Feature Type": lambda row: row.place and row.place.feature,
    "Source": lambda row: row.coding.report.source,
    "Publication Date": lambda row: row.coding.report.published,
    "Story People": lambda row: listed(a.name for a in row.coding.actors or () if a.kind in _PEOPLE),
    "Story Organizations": lambda row: listed(a.name for a in row.coding.actors or () if a.kind in _BODIES),
    "Story Locations": lambda row: listed(p.name for p in row.coding.places or ()),
    "Language": lambda row: row.coding.report.language,
    "Version": lambda row: row.coding.report.coder.version if row.coding.report.coder else None,
    "Report ID": lambda row: row.coding.report.id,
    "URL": lambda row: row.coding.report.url,
    "End Date": lambda row: row.event.end,
    "Main": lambda row: row.event.main,
    "Event Modes": lambda row: listed(row.event.modes),
    "Content": lambda row: (
        row.event.content and " ".join(filter(None, (row.event.content.type, row.event.content.mode)))
    ),
    "CAMEO Code": lambda row: row.event.cameo,
    "ACLED Event Type": lambda row: row.event.acled and row.event.acled.event_type,
    "ACLED Sub Event Type": lambda row: row.event.acled and row.event.acled.sub_event_type,
    "Status": lambda row: row.event.status,
    "Factuality": lambda row: row.event.factuality,
    "Background": lambda row: row.event.background,
    "Attribution": lambda row: listed(row.naming.actor(v.actor) for v in row.event.attribution),
    "Killed": lambda row: row.counted("killed"),
    "Injured": lambda row: row.counted("injured"),
    "Quantities": lambda row: listed(row.naming.counts(row.event)),
    "Place Precision": lambda row: row.place and row.place.precision,
    "Radius km": lambda row: row.place and row.place.radius_km,
    "Evidence": lambda row: folded(row.event.quote()),
    "Trigger": lambda row: row.naming.words([row.event.trigger]),
    "Confidence": lambda row: row.event.confidence,
    "Rule": lambda row: row.event.rule,
}
"""The columns and what they hold; those of POLECAT first, in its order, without the COW codes."""


def write_csv(codings: Iterable[Coding], *, raw_cells: bool = False, failed: Failed | None = None) -> Iterator[str]:
    """Yield a header, then the rows of each coding.

    Args:
        codings: The codings.
        raw_cells: Leave words as they are that a spreadsheet reads as a formula; else an apostrophe stands before them.
        failed: Told of a coding that cannot be written.
    """
    yield _lines([list(COLUMNS)])
    read = partial(_event_lines, inert=_as_is if raw_cells else cell)
    yield from filter(None, each(codings, read, failed))


def _event_lines(coding: Coding, *, inert: Callable[[str], str]) -> str:
    """Return the rows of a coding."""
    return _lines([_cell(read(row), inert) for read in COLUMNS.values()] for row in event_rows(coding))


def _as_is(text: str) -> str:
    return text


def event_rows(coding: Coding) -> Iterator[Row]:
    """Yield the events of a coding with their actors and places."""
    actors = {a.id: a for a in coding.actors or ()}
    places = {p.id: p for p in coding.places or ()}
    naming = Naming(coding)
    for event in coding.events or ():
        who = tuple(actors[i] for i in event.actors if i in actors)
        whom = tuple(actors[i] for i in event.recipients if i in actors)
        yield Row(coding, event, naming, who, whom, places.get(event.place or ""))


def listed(values: Iterable[object]) -> str:
    """Join values with ";", which is replaced within them."""
    return ";".join("" if v is None else str(v).replace(";", ",") for v in values)


def _cell(value: object, inert: Callable[[str], str]) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else inert(folded(str(value)))


def _lines(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
