"""GDELT's two tables: events, a row for each incident and pair, and the mentions that tie them to reports."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from dateline.datasets.account import Account, Line
from dateline.datasets.facts.codebooks import goldstein, quad_of
from dateline.datasets.facts.countries import codes_of, name_of
from dateline.datasets.facts.dossier import Dossier, Member, Party, Record
from dateline.datasets.facts.ids import number_of
from dateline.datasets.news.pairs import Pair, pairs_of
from dateline.datasets.news.told import actor_code, roles, state_of, told_incidents
from dateline.model.base import Span

_WEB, _CITED = 1, 2
_COUNTRY, _US_STATE, _US_TOWN, _TOWN, _PROVINCE = 1, 2, 3, 4, 5
_STAMP = "%Y%m%d%H%M%S"
_NOWHERE = -1


def gdelt_events(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each incident and pair of source and target."""
    for dossier in told_incidents(dossiers, account):
        found = _pairs(dossier)
        if not found:
            account.leave(dossier.incident.id, "neither source nor target is told")
        for pair in found:
            yield Line(values=_event(dossier, pair), founded=_founded(dossier))


def gdelt_mentions(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each report that tells an event."""
    for dossier in told_incidents(dossiers, account):
        for pair in _pairs(dossier):
            for member in dossier.members:
                yield Line(values=_mention(dossier, member, pair), founded=member.founded)


def _pairs(dossier: Dossier) -> list[Pair]:
    return list(pairs_of(dossier.parties("actors"), dossier.parties("recipients")))


def _founded(dossier: Dossier) -> frozenset[str]:
    both = {"recipients"} if "actors" in dossier.founded and not dossier.incident.recipients else set()
    return dossier.founded | both


def _number(dossier: Dossier, pair: Pair) -> int:
    return number_of(dossier.incident.id, *(party and party.name for party in pair))


def _event(dossier: Dossier, pair: Pair) -> dict[str, object]:
    members = dossier.members
    code = _code(members)
    return {
        "GLOBALEVENTID": _number(dossier, pair), **_day(dossier.incident.start), **_actor("Actor1", pair[0]),
        **_actor("Actor2", pair[1]), "IsRootEvent": int(bool(dossier.incident.main_of)), "EventCode": code,
        "EventBaseCode": code and code[:3], "EventRootCode": code and code[:2], "QuadClass": quad_of(code),
        "GoldsteinScale": goldstein(code, table="gdelt"),
        "NumMentions": sum(len(m.event.mentions) or 1 for m in members),
        "NumSources": len({m.report["source"] or m.report["id"] for m in members}),
        "NumArticles": len({m.report["id"] for m in members}), **_where(dossier),
        "DATEADDED": min(datetime.fromisoformat(m.report["recorded"]) for m in members).strftime(_STAMP),
        "SOURCEURL": next((m.report["url"] for m in members if m.report["url"]), None),
    }  # fmt: skip


def _code(members: Sequence[Member]) -> str | None:
    """Return the CAMEO code that most reports tell, of equals the first."""
    codes = [m.row["cameo"] for m in members if m.row["cameo"]]
    return max(codes, key=codes.count, default=None)


def _day(start: str | None) -> dict[str, object]:
    if start is None:
        return {}
    day = date.fromisoformat(start)
    fraction = (day.month * 30 + day.day) / 365
    return {
        "SQLDATE": day.strftime("%Y%m%d"), "MonthYear": day.strftime("%Y%m"), "Year": day.strftime("%Y"),
        "FractionDate": round(day.year + fraction, 4),
    }  # fmt: skip


def _actor(title: str, party: Party | None) -> dict[str, object]:
    types = [*roles(party), None, None, None][:3]
    return {
        f"{title}Code": actor_code(party), f"{title}Name": party.name.upper() if party else None,
        f"{title}CountryCode": state_of(party),
        **{f"{title}Type{n}Code": code for n, code in enumerate(types, start=1)},
    }  # fmt: skip


def _where(dossier: Dossier) -> dict[str, object]:
    place = dossier.incident.place
    if place is None:
        return {}
    fine, american = place.precision in ("site", "town", "district"), place.country == "USA"
    kind = (_US_TOWN if american else _TOWN) if fine else (_US_STATE if american else _PROVINCE)
    named = dict.fromkeys(name for name in (place.name, dossier.admin1, name_of(place.country)) if name)
    return {
        "ActionGeo_Type": _COUNTRY if place.precision == "country" else kind, "ActionGeo_FullName": ", ".join(named),
        "ActionGeo_CountryCode": codes_of(place.country).fips, "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
    }  # fmt: skip


def _mention(dossier: Dossier, member: Member, pair: Pair) -> dict[str, object]:
    report, event = member.report, member.event
    start = dossier.incident.start
    return {
        "GLOBALEVENTID": _number(dossier, pair), "EventTimeDate": _midnight(start),
        "MentionTimeDate": _moment(report), "MentionType": _WEB if report["url"] else _CITED,
        "MentionSourceName": report["source"], "MentionIdentifier": report["url"] or report["id"],
        "SentenceID": event.sentence + 1, "Actor1CharOffset": _offset(member, "actors"),
        "Actor2CharOffset": _offset(member, "recipients"), "ActionCharOffset": event.trigger[0], "InRawText": 1,
        "Confidence": max(10, round(event.confidence * 10) * 10), "MentionDocLen": len(member.coding.report.text),
    }  # fmt: skip


def _offset(member: Member, field: str) -> int:
    spans: Sequence[Span] = member.event.spans(field)
    return spans[0][0] if spans else _NOWHERE


def _midnight(day: str | None) -> str | None:
    return None if day is None else date.fromisoformat(day).strftime(_STAMP)


def _moment(report: Record) -> str | None:
    """Return when a report was published, by the clock where its time is known."""
    if report["published_at"]:
        return datetime.fromisoformat(report["published_at"]).strftime(_STAMP)
    return _midnight(report["published"])
