"""Rows of UCDP's columns: candidates, intervals kept, deaths as a range."""

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.datasets.account import Account, Line
from dateline.datasets.facts.countries import codes_of, name_of
from dateline.datasets.facts.deaths import Toll, toll_of, whose
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.facts.ids import number_of
from dateline.datasets.ucdp.dyads import ONE_SIDED, Dyad, dyad_of

_WHERE = {"site": 1, "town": 1, "district": 3, "province": 4, "region": 5, "country": 6, "water": 7}
_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""The longest stretch in days of each precision of dates."""
_REAL = frozenset({"occurred", "ongoing"})
_CELLS = 720  # of half a degree round the earth


def ucdp_rows(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each incident that can be a candidate; note the others with the rule."""
    for dossier in dossiers:
        account.incidents += 1
        found = _candidate(dossier)
        if isinstance(found, tuple):
            account.leave(dossier.incident.id, found[1], rule=found[0])
        else:
            yield Line(values=_values(dossier, found, account), founded=dossier.founded)


def _candidate(dossier: Dossier) -> Dyad | tuple[int, str]:
    """Return the dyad of what can be a row, else the number of the rule and the reason (rule 1)."""
    incident, toll = dossier.incident, toll_of(dossier)
    if incident.status not in _REAL or incident.type != "ASSAULT":
        told = incident.status if incident.type == "ASSAULT" else incident.type
        return 1, f"armed force that was used is recorded alone; this is {told}"
    if toll is None or toll.high == 0:
        return 1, "candidate, no reported death"
    if incident.place is None or incident.place.lat is None or "place" not in dossier.founded:
        return 1, "no report gives a place"
    if incident.start is None or "start" not in dossier.founded:
        return 1, "no report gives a day"
    if _days(dossier) > _DAYS[-1][0]:
        return 6, "the days are more than a year"
    return dyad_of(dossier)


def _days(dossier: Dossier) -> int:
    start = dossier.incident.start or ""
    return (date.fromisoformat(dossier.incident.end or start) - date.fromisoformat(start)).days + 1


def _values(dossier: Dossier, dyad: Dyad, account: Account) -> dict[str, object]:
    incident = dossier.incident
    start, end = incident.start or "", incident.end or incident.start or ""
    precision = next(p for longest, p in _DAYS if _days(dossier) <= longest)
    where = _where(dossier)
    vague = precision > 2 or int(str(where["where_prec"])) > 3
    if vague:
        account.remark("event_clarity", "2: many days or a large place")
    return {
        "id": number_of(incident.id), "relid": incident.id, "year": int(start[:4]), "date_prec": precision,
        "date_start": start, "date_end": end, "event_clarity": 2 if vague else 1, **_sides(dyad), **where,
        **_sources(dossier), **_deaths(dossier, dyad, account),
    }  # fmt: skip


def _sides(dyad: Dyad) -> dict[str, object]:
    return {
        "type_of_violence": dyad.violence, "dyad_name": f"{dyad.side_a} - {dyad.side_b}", "side_a": dyad.side_a,
        "side_b": dyad.side_b, "gwnoa": dyad.gwno_a, "gwnob": dyad.gwno_b,
    }  # fmt: skip


def _where(dossier: Dossier) -> dict[str, object]:
    place = dossier.incident.place
    if place is None or place.lat is None or place.lon is None:
        return {"where_prec": max(_WHERE.values())}
    codes = codes_of(place.country)
    words = next((m.words([m.event.place_span]) for m in dossier.members if m.event.place_span), None)
    return {
        "where_prec": _WHERE.get(place.precision or "", 5), "where_coordinates": place.name,
        "where_description": words, "adm_1": dossier.admin1, "latitude": place.lat, "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon:.6f} {place.lat:.6f})", "priogrid_gid": priogrid_cell(place.lat, place.lon),
        "country": name_of(place.country), "country_id": codes.gw, "region": codes.ucdp_region,
    }  # fmt: skip


def priogrid_cell(lat: float, lon: float) -> int:
    """Return the number of PRIO-GRID's cell of half a degree: row by row from the south pole and 180° west, from 1."""
    row, column = min(int((lat + 90) * 2), _CELLS // 2 - 1), min(int((lon + 180) * 2), _CELLS - 1)
    return row * _CELLS + column + 1


def _sources(dossier: Dossier) -> dict[str, object]:
    reports = [member.report for member in dossier.own]
    named = {r["id"]: [r["source"], r["published"], r["title"]] for r in reports}
    articles = (",".join(f'"{part}"' if n == 2 else str(part) for n, part in enumerate(told) if part)
                for told in named.values())  # fmt: skip
    return {
        "number_of_sources": len(named), "source_article": ";".join(articles) or None,
        "source_office": _listed(r["source"] for r in reports), "source_date": _listed(r["published"] for r in reports),
        "source_headline": _listed(r["title"] for r in reports),
        "source_original": _listed(claim.said_by for claim in dossier.told("killed")),
    }  # fmt: skip


def _listed(values: Iterable[str | None]) -> str | None:
    return ";".join(dict.fromkeys(value for value in values if value)) or None


def _deaths(dossier: Dossier, dyad: Dyad, account: Account) -> dict[str, object]:
    """Return the deaths: the chosen number stands in the column of those whose dead they are."""
    toll = toll_of(dossier) or Toll(0, 0, 0)
    counts = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 0}
    side = whose(dossier)
    letter = dyad.side_of(side) if side in ("actors", "recipients") else None  # type: ignore[arg-type]  # tested
    column = "deaths_unknown" if letter is None else f"deaths_{letter}"
    if column == "deaths_b" and dyad.violence == ONE_SIDED:
        column = "deaths_civilians"
    if column == "deaths_unknown":
        account.remark("deaths_unknown", "reports do not say whose dead they are")
    if toll.vague:
        account.remark("best", "the least that a vague word can mean")
    return {**counts, column: toll.best, "best": toll.best, "low": toll.low, "high": toll.high}
