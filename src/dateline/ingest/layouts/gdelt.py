"""GDELT's tables: rows of events and of mentions, to be compared with a ledger or to lead to pages; never texts."""

import gzip
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Literal

Kind = Literal["events", "mentions", "gkg"]
WIDTHS: dict[int, Kind] = {61: "events", 58: "events", 16: "mentions", 27: "gkg"}
"""The tables by their number of columns: none has a head. Version 1 of the events lacks three columns."""
_GEO = {61: (51, 56), 58: (49, 53)}  # where the place of the action begins, and its latitude
_WEB = "1"  # MentionType of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class GdeltEvent:
    """One row of the events. Codes are as printed: CAMEO, its countries for the actors, FIPS 10-4 for the place."""

    id: str
    day: date | None
    actor: str | None
    actor_country: str | None
    recipient: str | None
    recipient_country: str | None
    is_root: bool
    cameo: str
    quad: int | None
    goldstein: float | None
    articles: int | None
    place: str | None
    place_kind: int | None
    fips: str | None
    lat: float | None
    lon: float | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GdeltMention:
    """One row of the mentions: that a page, or another document, tells an event."""

    event: str
    told: str
    is_page: bool
    source: str | None
    url: str | None
    sentence: int | None
    confidence: float | None


def kind_of_row(row: Sequence[str]) -> Kind | None:
    """Return the table that a row is of, by its columns and the day in one of them."""
    kind = WIDTHS.get(len(row))
    if kind is None:
        return None
    day = row[2 if kind == "mentions" else 1][:8]
    return kind if len(day) == 8 and day.isdigit() and day[:2] in ("19", "20") else None


def page_of(row: Sequence[str]) -> tuple[str, str]:
    """Return the address and the day of a row of any table; an empty address where it leads to no page."""
    kind = WIDTHS.get(len(row))
    if kind == "events":
        return row[-1], row[1]
    if kind == "mentions":
        return (row[5] if row[3] == _WEB else ""), row[2][:8]
    return (row[4], row[1][:8]) if kind == "gkg" else ("", "")


def read_events(path: Path) -> Iterator[GdeltEvent]:
    """Yield the events of a file, plain, gzipped or zipped; rows of other widths are passed over."""
    yield from (event_of(row) for row in read_rows(path) if WIDTHS.get(len(row)) == "events")


def read_mentions(path: Path) -> Iterator[GdeltMention]:
    """Yield the mentions of a file, plain, gzipped or zipped; rows of other widths are passed over."""
    yield from (mention_of(row) for row in read_rows(path) if WIDTHS.get(len(row)) == "mentions")


def read_rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a file, plain, gzipped or zipped."""
    with _opened(path) as stream:
        for line in stream:
            yield line.decode("utf-8", "replace").rstrip("\r\n").split("\t")


def event_of(row: Sequence[str]) -> GdeltEvent:
    """Return a row of 61 or 58 columns as an event."""
    geo, lat = _GEO[len(row)]
    return GdeltEvent(
        id=row[0], day=_day(row[1]), actor=row[6] or None, actor_country=row[7] or None, recipient=row[16] or None,
        recipient_country=row[17] or None, is_root=row[25] == "1", cameo=row[26], quad=_whole(row[29]),
        goldstein=_number(row[30]), articles=_whole(row[33]), place=row[geo + 1] or None, place_kind=_whole(row[geo]),
        fips=row[geo + 2] or None, lat=_number(row[lat]), lon=_number(row[lat + 1]), url=row[-1] or None,
    )  # fmt: skip


def mention_of(row: Sequence[str]) -> GdeltMention:
    """Return a row of 16 columns as a mention."""
    return GdeltMention(
        event=row[0], told=row[2], is_page=row[3] == _WEB, source=row[4] or None, url=row[5] or None,
        sentence=_whole(row[6]), confidence=_number(row[11]),
    )  # fmt: skip


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as member:
            yield member
    elif path.suffix == ".gz":
        with gzip.open(path, "rb") as packed:
            yield packed  # type: ignore[misc]  # a stream of bytes
    else:
        with path.open("rb") as plain:
            yield plain


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell[:8])
    except ValueError:
        return None


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _whole(cell: str) -> int | None:
    found = _number(cell)
    return None if found is None else int(found)
