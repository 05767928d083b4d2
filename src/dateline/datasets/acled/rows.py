"""Rows of ACLED's columns, from drafts of one day, place and set of actors."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from dateline.datasets.account import Account, Line
from dateline.datasets.acled.drafts import Draft, drafts, rank
from dateline.datasets.acled.sides import Actor, Sides, interaction, label
from dateline.datasets.facts.codebooks import disorder_of
from dateline.datasets.facts.countries import codes_of, name_of
from dateline.datasets.facts.dossier import Dossier, Member
from dateline.datasets.facts.ids import number_of
from dateline.datasets.facts.kinds import UNIDENTIFIED, Kind
from dateline.export.words.naming import day as in_words
from dateline.lexicon.world.outlets import find_outlet
from dateline.model.event import AcledType

_PRECISION = {"site": 1, "town": 1, "district": 2}
_AGAINST_CIVILIANS = frozenset({"Excessive force against protesters"})


def acled_rows(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield one row for each day, place and set of actors; incidents that share them are one row (rules 1 and 2)."""
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts(dossiers, account):
        groups.setdefault(draft.key, []).append(draft)
    for found in groups.values():
        yield _line(found, account)


def _line(found: Sequence[Draft], account: Account) -> Line:
    main = min(found, key=lambda draft: rank(draft.type))
    _remark(found, main, account)
    founded = frozenset().union(*(draft.dossier.founded for draft in found))
    values = {
        **_what(main, founded), **_when(found, main), **_sides(main.sides), **_where(main.dossier),
        **_sources(found), "fatalities": sum(draft.deaths or 0 for draft in found), "notes": _notes(found, main),
    }  # fmt: skip
    return Line(values=values, founded=_with_standard_names(founded, main.sides))


def _with_standard_names(founded: frozenset[str], sides: Sides) -> frozenset[str]:
    """A standard name for who is not told comes from rule 9, and so has an origin."""
    named = {"actors": sides.first, "recipients": sides.second}
    return founded | {side for side, actor in named.items() if actor is not None}


def _what(main: Draft, founded: frozenset[str]) -> dict[str, object]:
    found = main.type
    crowd = [q for m in main.dossier.members for q in m.quantities("participants")]
    size = next((m for m in (main.dossier.members[0].words([q.span]) for q in crowd) if m), None)
    tagged = size is not None and found.event_type in ("Protests", "Riots") and "participants" in founded
    return {
        "disorder_type": disorder_of(found), "event_type": found.event_type,
        "sub_event_type": found.sub_event_type, "civilian_targeting": _targeting(found, main.sides),
        "tags": f"crowd size={size}" if tagged else None,
    }  # fmt: skip


def _targeting(found: AcledType, sides: Sides) -> str | None:
    hit = sides.second is not None and sides.second.kind is Kind.CIVILIANS
    always = found.event_type == "Violence against civilians" or found.sub_event_type in _AGAINST_CIVILIANS
    return "Civilian targeting" if always or (hit and found.event_type == "Explosions/Remote violence") else None


def _when(found: Sequence[Draft], main: Draft) -> dict[str, object]:
    place = main.dossier.incident.place
    first = min(draft.dossier.incident.id for draft in found)
    newest = max(datetime.fromisoformat(m.report["recorded"]) for d in found for m in d.dossier.members)
    day = main.day.day
    return {
        "event_id_cnty": f"{place.country if place else ''}{number_of(first, day.isoformat())}",
        "event_date": day.isoformat(), "year": day.year, "time_precision": main.day.precision,
        "timestamp": int(newest.timestamp()),
    }  # fmt: skip


def _sides(sides: Sides) -> dict[str, object]:
    first, second = (None if actor is None else actor.kind for actor in (sides.first, sides.second))
    return {
        "actor1": sides.first and sides.first.name, "assoc_actor_1": _joined(sides.first_others),
        "inter1": label(first), "actor2": sides.second and sides.second.name,
        "assoc_actor_2": _joined(sides.second_others), "inter2": label(second),
        "interaction": interaction(first, second),
    }  # fmt: skip


def _joined(actors: Sequence[Actor]) -> str | None:
    return "; ".join(actor.name for actor in actors) or None


def _where(dossier: Dossier) -> dict[str, object]:
    place = dossier.incident.place
    if place is None:
        return {}
    codes = codes_of(place.country)
    return {
        "iso": codes.iso, "region": codes.acled_region, "country": name_of(place.country), "admin1": dossier.admin1,
        "location": place.name, "latitude": place.lat and round(place.lat, 4),
        "longitude": place.lon and round(place.lon, 4), "geo_precision": _PRECISION.get(place.precision or "", 3),
    }  # fmt: skip


def _sources(found: Sequence[Draft]) -> dict[str, object]:
    members = [member for draft in found for member in draft.dossier.own]
    names = dict.fromkeys(member.report["source"] for member in members if member.report["source"])
    place = found[0].dossier.incident.place
    country = None if place is None else place.country
    reach = {scale for m in members if (scale := _scale(m, country)) is not None}
    return {"source": "; ".join(names) or None, "source_scale": "-".join(sorted(reach, reverse=True)) or None}


def _scale(member: Member, country: str | None) -> str | None:
    outlet = find_outlet(member.report["source"]) if member.report["source"] else None
    if outlet is None:
        return None
    return "National" if outlet.country == country else "International"


def _notes(found: Sequence[Draft], main: Draft) -> str:
    """Return what the row stands for, in words of our own: no sentence of a source is copied."""
    told = [f"{draft.dossier.incident.title}." for draft in found]
    reports = sum(draft.dossier.incident.reports for draft in found)
    roots = sum(draft.dossier.incident.roots for draft in found)
    told.append(f"{reports} report{'s' * (reports != 1)}, {roots} independent source{'s' * (roots != 1)}.")
    if main.day.precision > 1:
        incident = main.dossier.incident
        told.append(f"Between {in_words(incident.start)} and {in_words(incident.end)}; the middle is given.")
    if any(draft.spread for draft in found):
        told.append("Deaths of several days are split evenly.")
    if all(draft.deaths is None for draft in found):
        told.append("No report gives deaths.")
    return " ".join(told)


def _remark(found: Sequence[Draft], main: Draft, account: Account) -> None:
    if all(draft.deaths is None for draft in found):
        account.remark("fatalities", "0 where no report gives deaths (rule 13)")
    if any(draft.vague for draft in found):
        account.remark("fatalities", "a set value for a vague word (rule 14)")
    if any(draft.spread for draft in found):
        account.remark("fatalities", "a total of several days split evenly (rule 15)")
    if len(found) > 1:
        account.remark("event_id_cnty", "several incidents are one row: same day, place and actors (rules 1 and 2)")
    if main.day.precision > 1:
        account.remark("event_date", "the middle of a longer stretch (rule 17)")
    if UNIDENTIFIED in " ".join(sorted(main.sides.key)):
        account.remark("actor1", "a standard name, since the reports name nobody or differ (rule 9)")
    if main.dossier.incident.place and main.dossier.incident.place.precision in ("province", "region", "water"):
        account.remark("latitude", "the centre of a larger region (rule 16)")
