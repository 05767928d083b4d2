"""Read events as the join sees them: tellings, with what is known of their reports."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dateline.incidents.alike.telling import Party, Read, Source, Telling, Where, ordinal
from dateline.incidents.alike.words import (
    LEAD,
    names_in,
    numbers_in,
    opening_of,
    rarity,
    report_vector,
    stems,
)  # fmt: skip
from dateline.lexicon.tables import fold
from dateline.model.words import sentence_of
from dateline.store.batch import Batch

_EVENTS = """
SELECT e.report_key, e.event_key, e.id, ifnull(e.type, e.acled_sub), e.mode, e.status, e.main, e.background, e.day,
  e.end, e.place, e.admin1, e.country, e.lat, e.lon, e.radius_km, e.precision, e.quantities, e.spans,
  e.actors, e.recipients FROM event e WHERE e.until IS NULL AND e.report_key IN ({}) ORDER BY e.report_key, e.event_key
"""
_COUNTRIES = """
SELECT e.event_key, p.role, n.folded, p.country FROM event e JOIN party p ON p.layer = 'events'
AND p.record_key = e.event_key JOIN name n USING (name_key) WHERE e.until IS NULL AND e.report_key IN ({})
AND p.country <> ''
"""
_REPORTS = """
SELECT r.report_key, r.id, r.digest, r.title, r.text, coalesce(nullif(k.told, ''), r.published_at, r.published, ''),
  r.published, m.root, m.family_key FROM report r LEFT JOIN kin k USING (report_key)
LEFT JOIN member m USING (report_key) WHERE r.report_key IN ({})
"""
_PLACES = """
SELECT c.report_key, p.name, p.spans FROM coding c JOIN place p ON p.coding_key = c.coding_key
WHERE c.current AND c.report_key IN ({}) AND p.until IS NULL AND p.precision NOT IN ('country', 'region')
"""
_RARE = 4.5
_MOST_SENTENCES = 3
_LONGEST_STAY = 60  # days; what is told of longer times tells no day
_Countries = Mapping[tuple[int, str, str], str]


def read_tellings(batch: Batch, reports: Sequence[int]) -> dict[int, Read]:
    """Return reports with their live events as tellings."""
    marks = ", ".join("?" * len(reports))
    countries = {
        (key, role, name): country for key, role, name, country in batch.all(_COUNTRIES.format(marks), *reports)
    }
    events = {
        key: list(rows) for key, rows in groupby(batch.all(_EVENTS.format(marks), *reports), key=lambda row: row[0])
    }
    places = {key: tuple(r[1] for r in rows) for key, rows in groupby(_places(batch, reports), key=lambda row: row[0])}
    found: dict[int, Read] = {}
    for row in batch.all(_REPORTS.format(marks), *reports):
        own = events.get(row[0], [])
        source = _source(row, places.get(row[0], ()), next((e[3] for e in own if e[6]), None))
        found[row[0]] = Read(source, tuple(_telling(e[1:], source, row[4], countries) for e in own))
    return found


def _places(batch: Batch, reports: Sequence[int]) -> list[tuple[int, str]]:
    """Return the places that reports name at first, but for countries and regions, in the order of the text."""
    rows = batch.all(_PLACES.format(", ".join("?" * len(reports))), *reports)
    first = ((key, min((s[0] for s in json.loads(spans)), default=LEAD), fold(name)) for key, name, spans in rows)
    return [(key, name) for key, at, name in sorted(first) if at < LEAD // 2]


def _source(row: tuple[Any, ...], places: tuple[str, ...], kind: str | None) -> Source:
    key, name, digest, title, text, told, published, root, family = row
    words = report_vector(title, text)
    return Source(
        key=key, id=name, digest=digest, told=told, day=ordinal(published), words=words,
        opening=opening_of(title, text), names=names_in(words), numbers=numbers_in(text), places=places, kind=kind,
        root=root or f"report/{name}", family=family,
    )  # fmt: skip


def _telling(row: tuple[Any, ...], source: Source, text: str, countries: _Countries) -> Telling:
    key, name, kind, mode, status, main, background, day, end = row[:9]
    quantities, spans, actors, recipients = row[16:]
    told = [(start, stop) for start, stop in json.loads(spans)]
    stretch = _stretch(day, end)
    days = stretch if stretch and stretch[1] - stretch[0] <= _LONGEST_STAY else None
    return Telling(
        key=key, id=name, source=source, span=told[0], type=kind or "", mode=mode, status=status,
        main=bool(main), background=bool(background), days=days, stretch=stretch, where=_where(row[9:16]),
        actors=tuple(_parties(key, "actor", actors, countries)),
        recipients=tuple(_parties(key, "recipient", recipients, countries)), numbers=_numbers(quantities),
        mentions=tuple(told[1:]),
        triggers=frozenset(word for start, stop in told for word in stems(text[start:stop])[:1]),
        told=" ".join(dict.fromkeys(sentence_of(text, span) for span in told[:_MOST_SENTENCES])),
    )  # fmt: skip


def _stretch(day: str | None, end: str | None) -> tuple[int, int] | None:
    first, last = ordinal(day), ordinal(end)
    return None if first is None else (first, first if last is None else max(first, last))


def _where(row: tuple[Any, ...]) -> Where | None:
    name, admin1, country, lat, lon, radius_km, precision = row
    if name is None:
        return None
    return Where(
        name=fold(name), country=country, admin1=admin1 and fold(admin1), lat=lat, lon=lon, radius_km=radius_km or 0.0,
        precision=precision or "region",
    )  # fmt: skip


def _parties(key: int, role: str, names: str, countries: _Countries) -> Iterator[Party]:
    for name in filter(None, names.split("; ")):
        folded = fold(name)
        rare = name[:1].isupper() and sum(map(rarity, stems(name))) >= _RARE
        yield Party(folded, countries.get((key, role, folded), ""), rare)


def _numbers(quantities: str) -> Mapping[str, tuple[float, float]]:
    """Return the first number of each kind and thing that was counted, with its bounds."""
    found: dict[str, tuple[float, float]] = {}
    for q in json.loads(quantities) if quantities != "[]" else ():
        kind = q["kind"] if q["kind"] not in ("item", "money", "share") else f"{q['kind']}/{q['name'] or q['currency']}"
        if q["low"] is not None and q["high"] is not None:
            found.setdefault(kind, (q["low"], q["high"]))
    return found
