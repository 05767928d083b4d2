"""What an incident is made of: each of its events with all values that a report gives, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.incidents.model import IncidentActor, IncidentPlace
from dateline.model.base import Span
from dateline.model.closed import EventType, Mode, Status
from dateline.model.event import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """An event as it stands in the ledger, with its report.

    Args:
        key: The event's row.
        report_key: The report's row.
        report: The report's id.
        digest: Of the report's text.
        event: The event's id in its coding.
        spans: The trigger, then the other mentions.
        told: When the report was published, "" where unknown.
        root: Who speaks.
        publisher: The report's outlet.
        cites: The outlets that the report has it from.
        said_by: Those to whom the report ascribes it, the nearest to the report first.
        quantities: Its numbers.
        type: PLOVER's type.
        mode: PLOVER's mode.
        status: Whether it took place.
        main: Whether the report is about it.
        background: Whether it is recalled.
        start: The first day.
        end: The last day.
        place: Where.
        actors: Who acts.
        recipients: Who is acted upon.
        confidence: How sure the coding is.
        evidence: The words of each field, where they were read.
        part_of: The event of the same report of which it is a part.
        links: Ties to events of the same report, each with its kind.
    """

    key: int
    report_key: int
    report: str
    digest: str
    event: str
    spans: tuple[Span, ...]
    told: str
    root: str
    publisher: str = ""
    cites: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    type: EventType | None
    mode: Mode | None = None
    status: Status = "occurred"
    main: bool = False
    background: bool = False
    start: str | None = None
    end: str | None = None
    place: IncidentPlace | None = None
    actors: tuple[IncidentActor, ...] = ()
    recipients: tuple[IncidentActor, ...] = ()
    confidence: float = 1.0
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    part_of: str | None = None
    links: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[str, str, Span]:
        """Return what makes one event the earliest of many, whatever the order in which they came."""
        return (self.told or "~", self.digest, self.spans[0])
