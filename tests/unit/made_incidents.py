"""Incidents of the sample made by hand, for tests of what shows them."""

from pathlib import Path

from dateline.incidents.model import Claim, Incident, IncidentField, IncidentPlace
from dateline.store.batch import Batch, Writer
from dateline.store.incidents import Made, write_incident

STRIKE, RAID = "i-00000000000000aa", "i-00000000000000bb"
RULE = "standard@1"
_EVENTS = {STRIKE: ("harbour-fire", "harbour-copy", "harbour-toll"), RAID: ("gao-raid",)}


def add_incidents(path: Path) -> None:
    """Write two incidents: one that three reports tell with two tolls, and one of a single report."""
    with Writer(path) as writer, writer.batch() as batch:
        for name, reports in _EVENTS.items():
            members = tuple(_keys(batch, report) for report in reports)
            write_incident(batch, Made(incident=_incident(name, reports), members=members, claims=_claims(name)))


def _keys(batch: Batch, report: str) -> tuple[int, int]:
    sql = (
        "SELECT e.event_key, e.report_key FROM event e JOIN report r USING (report_key) WHERE r.id = ? AND e.id = 'e1'"
    )
    found = batch.one(sql, report)
    assert found
    return found[0], found[1]


def _incident(name: str, reports: tuple[str, ...]) -> Incident:
    toll = IncidentField(state="conflict", value=2.0, low=2.0, high=5.0, by="lowest")
    return Incident(
        id=name, rule=RULE, type="ASSAULT", mode="drone", title=f"Strike told by {reports[0]}", status="occurred",
        start="2024-05-01" if name == STRIKE else "2024-05-08", place=IncidentPlace(name="Odesa", country="UKR"),
        events=tuple((report, "e1", ((2, 14),)) for report in reports), reports=len(reports),
        roots=len(reports) - 1 or 1, fields={"killed": toll} if name == STRIKE else {}, confidence=0.8,
    )  # fmt: skip


def _claims(name: str) -> tuple[Claim, ...]:
    return (
        _claim(name, 2.0, ("harbour-fire", "harbour-copy"), (2, 14), chosen=True),
        _claim(name, 5.0, ("harbour-toll",), (4, 9), chosen=False),
    ) if name == STRIKE else ()  # fmt: skip


def _claim(name: str, killed: float, reports: tuple[str, ...], words: tuple[int, int], *, chosen: bool) -> Claim:
    return Claim(
        incident=name, field="killed", value=killed, low=killed, high=killed, state="conflict", chosen=chosen,
        by="lowest", roots=1, reports=reports, told="2024-05-02", spans=((reports[0], (words,)),),
    )  # fmt: skip
