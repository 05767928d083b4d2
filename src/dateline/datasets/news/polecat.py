"""Rows of POLECAT's columns: each event of each report, with lists of actors and recipients."""

from collections.abc import Callable, Iterable, Iterator

from dateline.datasets.account import Account, Line
from dateline.datasets.facts.codebooks import plover_score
from dateline.datasets.facts.countries import codes_of, name_of
from dateline.datasets.facts.dossier import Dossier, Member, Party, Side
from dateline.datasets.news.told import told_members
from dateline.export.rows.events import listed
from dateline.model.coding import Coding

_SIDES: tuple[tuple[str, Side], ...] = (("Actor", "actors"), ("Recipient", "recipients"))
_PEOPLE = frozenset({"person", "office", "population"})
_BODIES = frozenset({"government", "organisation", "armed-group"})
_OF_PARTY: tuple[tuple[str, Callable[[Party], str | None]], ...] = (
    ("{} Name", lambda p: p.name),
    ("{} Country", lambda p: p.country),
    ("{} COW", lambda p: codes_of(p.country).cow),
    ("Primary {} Sector", lambda p: p.sector),
    ("{} Sectors", lambda p: ",".join(p.sectors)),
    ("{} Title", lambda p: p.office),
    ("{} Name Raw", lambda p: p.words),
)


def polecat_rows(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each event of each report that tells an act."""
    for _, member in told_members(dossiers, account):
        values = {**_what(member), **_who(member), **_where(member), **_story(member)}
        yield Line(values=values, founded=member.founded)


def _what(member: Member) -> dict[str, object]:
    row = member.row
    return {
        "Event ID": row["id"], "Event Date": row["start"], "Event Type": row["type"], "Event Mode": row["mode"],
        "Intensity": plover_score(row["type"], row["mode"]), "Quad Code": row["quad"],
        "Contexts": listed(member.event.contexts),
    }  # fmt: skip


def _who(member: Member) -> dict[str, object]:
    sides = {title: member.parties(side) for title, side in _SIDES}
    return {
        column.format(title): listed(read(party) for party in parties) if any(map(read, parties)) else None
        for title, parties in sides.items()
        for column, read in _OF_PARTY
    }


def _where(member: Member) -> dict[str, object]:
    row, place = member.row, member.place
    name, precision = row["place"], row["precision"]
    return {
        "Placename": name, "City": name if precision in ("site", "town") else None,
        "District": name if precision == "district" else None, "Province": row["admin1"],
        "Country": name_of(row["country"]), "Latitude": row["lat"], "Longitude": row["lon"],
        "GeoNames ID": place and place.geonames, "Feature Type": place and place.feature,
        "Raw Placename": member.words([member.event.place_span]) if member.event.place_span else None,
    }  # fmt: skip


def _story(member: Member) -> dict[str, object]:
    report, coding = member.report, member.coding
    coder = coding.report.coder
    return {
        "Source": report["source"], "Publication Date": report["published"], "Language": report["language"],
        "Story People": _names(coding, _PEOPLE), "Story Organizations": _names(coding, _BODIES),
        "Story Locations": listed(p.name for p in coding.places or ()), "Version": coder and coder.version,
    }  # fmt: skip


def _names(coding: Coding, kinds: frozenset[str]) -> str:
    return listed(a.name for a in coding.actors or () if a.kind in kinds)
