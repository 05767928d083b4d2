"""Read a user's copy of ACLED, UCDP or GDELT, of whatever year, and the same rows of our own."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from dateline.datasets.account import Account
from dateline.datasets.acled.rows import acled_rows
from dateline.datasets.columns import load_columns, load_table
from dateline.datasets.facts.countries import country_of_code
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.news.gdelt import gdelt_events
from dateline.datasets.ucdp.rows import ucdp_rows
from dateline.errors import DatelineError
from dateline.ingest.layouts.gdelt import GdeltEvent, kind_of_row, read_events, read_rows
from dateline.lexicon.tables import fold
from dateline.lexicon.world.countries import load_countries
from dateline.reading.prepare import read_date

Layout = Literal["acled", "ucdp", "gdelt"]


@dataclass(frozen=True, slots=True)
class Names:
    """What a layout calls the columns that rows are matched by."""

    id: str
    start: str
    end: str
    district: str
    place: str
    sides: tuple[str, ...]
    type: str
    compared: tuple[str, ...]
    country: str = "country"
    lat: str = "latitude"
    lon: str = "longitude"


NAMES: Mapping[Layout, Names] = {
    "acled": Names(
        "event_id_cnty", "event_date", "event_date", "admin1", "location", ("actor1", "actor2"), "event_type",
        ("event_date", "event_type", "sub_event_type", "actor1", "actor2", "interaction", "location", "geo_precision",
         "fatalities"),
    ),
    "ucdp": Names(
        "id", "date_start", "date_end", "adm_1", "where_coordinates", ("side_a", "side_b"), "type_of_violence",
        ("date_start", "date_end", "type_of_violence", "side_a", "side_b", "where_coordinates", "where_prec", "low",
         "best", "high"),
    ),
    "gdelt": Names(
        "GLOBALEVENTID", "SQLDATE", "SQLDATE", "ActionGeo_ADM1Code", "ActionGeo_FullName", ("Actor1Name", "Actor2Name"),
        "EventRootCode",
        ("SQLDATE", "EventCode", "Actor1Name", "Actor2Name", "GoldsteinScale", "ActionGeo_FullName"),
        country="ActionGeo_CountryCode", lat="ActionGeo_Lat", lon="ActionGeo_Long",
    ),
}  # fmt: skip
_TABLES: Mapping[Layout, str] = {"acled": "acled", "ucdp": "ucdp", "gdelt": "gdelt-events"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of either side, with what it is matched by; ``values`` are its cells as text."""

    id: str
    start: date
    end: date
    country: str
    district: str
    place: str
    lat: float | None
    lon: float | None
    sides: frozenset[str]
    type: str
    values: Mapping[str, str]


def read_copy(path: Path, layout: Layout) -> Iterator[Row]:
    """Yield the rows of a file in ACLED's or UCDP's columns (commas, semicolons or tabs), or of GDELT's events.

    Raises:
        DatelineError: The file cannot be read, or lacks a column that rows are matched by.
    """
    if layout == "gdelt":
        yield from _gdelt_copy(path)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, delimiter=max(",;\t", key=head.count))
            _check(path, layout, reader.fieldnames or ())
            for number, cells in enumerate(reader, start=2):
                yield _row({k: v or "" for k, v in cells.items() if k}, layout, f"{path.name}, row {number}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatelineError(f"{path}: cannot be read ({error}); save it as CSV in UTF-8") from error


def _gdelt_copy(path: Path) -> Iterator[Row]:
    found = 0
    for event in read_events(path):
        found += 1
        if event.day is not None:
            yield _row(_gdelt_cells(event, event.day), "gdelt", f"{path.name}, event {event.id}")
    if not found:
        raise DatelineError(
            f"{path}: holds no rows of GDELT's events, which have 61 or 58 columns and no head{_led(path)}"
        )


def _led(path: Path) -> str:
    """Return what to do with a file of GDELT's other tables, "" where it is none."""
    kind = kind_of_row(next(read_rows(path), []))
    if kind is None:
        return ""
    told = "they lead to pages and say neither who nor where; fetch the pages: dateline ingest --fetch"
    beside = "; set the pages beside the reports: --as gdelt-mentions" if kind == "mentions" else ""
    return f", but of its {kind}: {told} {path}{beside}"


def _gdelt_cells(event: GdeltEvent, day: date) -> dict[str, str]:
    cells = {
        "GLOBALEVENTID": event.id, "SQLDATE": day.strftime("%Y%m%d"), "Actor1Name": event.actor,
        "Actor2Name": event.recipient, "EventCode": event.cameo, "EventRootCode": event.cameo[:2],
        "GoldsteinScale": event.goldstein, "ActionGeo_FullName": event.place, "ActionGeo_CountryCode": event.fips,
        "ActionGeo_Lat": event.lat, "ActionGeo_Long": event.lon,
    }  # fmt: skip
    return {name: "" if value is None else str(value) for name, value in cells.items()}


def _check(path: Path, layout: Layout, columns: Iterable[str]) -> None:
    names = NAMES[layout]
    wanted = {names.id, names.start, names.end, "country", "latitude", "longitude", names.type, *names.sides}
    missing = sorted(wanted - set(columns))
    if missing:
        raise DatelineError(f"{path}: has no column {', '.join(missing)}; is it really a file of {layout}?")


def own_rows(dossiers: Iterable[Dossier], layout: Layout, account: Account) -> Iterator[Row]:
    """Yield the incidents as rows of the same columns."""
    make = {"acled": acled_rows, "ucdp": ucdp_rows, "gdelt": gdelt_events}[layout]
    columns = load_columns(_TABLES[layout])
    for line in make(dossiers, account):
        values = {c.name: "" if line.values.get(c.name) is None else str(line.values[c.name]) for c in columns}
        if values[NAMES[layout].start]:
            yield _row(values, layout, values[NAMES[layout].id])
        else:
            account.leave(values[NAMES[layout].id], "its day is not told")


def _row(cells: Mapping[str, str], layout: Layout, where: str) -> Row:
    names = NAMES[layout]
    values = {**cells, "interaction": interaction_text(cells.get("interaction", ""))} if layout == "acled" else cells
    start, end = (_day(cells[name]) for name in (names.start, names.end))
    if start is None:
        raise DatelineError(f"{where}: {cells[names.start]!r} is no date; write it as YYYY-MM-DD")
    return Row(
        id=cells[names.id], start=start, end=end or start, country=_country(cells[names.country], layout),
        district=cells.get(names.district, ""), place=cells.get(names.place, ""), lat=_number(cells[names.lat]),
        lon=_number(cells[names.lon]), sides=frozenset(fold(cells[s]) for s in names.sides if cells[s]),
        type=cells[names.type], values=values,
    )  # fmt: skip


def _country(cell: str, layout: Layout) -> str:
    return country_of_code("fips", cell) or "" if layout == "gdelt" else country_of(cell)


@cache
def country_of(name: str) -> str:
    """Return the code of a country by the name that a data set gives it, the name itself where it is not known.

    UCDP puts former names in brackets: "Russia (Soviet Union)".
    """
    plain = name.partition(" (")[0]
    found = next((form for form in load_countries().find(plain) if form.kind == "name"), None)
    return found.code if found else fold(plain)


def _day(text: str) -> date | None:
    """Read a date, with a time after it or without; those of ACLED's files say the month in words."""
    return read_date(text[:10]) or read_date(text)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


@cache
def _interactions() -> Mapping[str, str]:
    return {row["code"]: row["text"] for row in load_table("interactions", "code", "text")}


def interaction_text(given: str) -> str:
    """Return ACLED's text of a pair of kinds: of its number, of the text, and of the spelling of acledR.

    "12", "State forces-Rebel group", "State Forces-Rebel Groups" and "Rebel Groups-State Forces" are one.
    """
    if given.isdigit():
        return _interactions().get(given, given)
    return _spelt().get(_plain(given), given)


@cache
def _spelt() -> Mapping[frozenset[str], str]:
    return {_plain(text): text for text in _interactions().values()}


def _plain(text: str) -> frozenset[str]:
    """Return the two kinds of a pair without what spellings differ in; a lone one stands with "only"."""
    words = text.lower().replace("sole ", "only-").replace(" only", "-only").replace("/other forces", "")
    kinds = [part.removesuffix("s").removesuffix(" force").removesuffix(" group") for part in words.split("-") if part]
    return frozenset(kinds if len(set(kinds)) > 1 else [*kinds, "both"])
