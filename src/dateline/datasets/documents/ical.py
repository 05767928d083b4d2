"""What is to come as a calendar (RFC 5545): each thing once, with the reports that announce it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.datasets.export import Export
from dateline.lexicon.tables import fold

FILE = "scheduled.ics"
_LONGEST = 75  # octets in a line
_STATUS = {"set": "CONFIRMED", "moved": "TENTATIVE", "cancelled": "CANCELLED"}
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dateline//scheduled//EN", "CALSCALE:GREGORIAN")
_FILTERS = frozenset({"actor", "country", "place", "since", "until", "source", "min_confidence", "text", "as_of"})
Row = Mapping[str, Any]


def write_ical(export: Export) -> list[Path]:
    """Write a calendar of what is scheduled; what has no day has no entry."""
    path = export.folder / FILE
    groups: dict[tuple[object, ...], list[Row]] = {}
    chosen = {name: value for name, value in export.filters.items() if name in _FILTERS}
    for row in export.ledger.scheduled(**chosen):
        if row["start"] is None:
            export.account.leave(row["id"], "no day is told")
        else:
            groups.setdefault(_key(row), []).append(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(_folded(line) for line in _lines(export, groups.values()))
    export.account.rows[FILE] = len(groups)
    return [path]


def _key(row: Row) -> tuple[object, ...]:
    """Return what makes two announcements one: the kind, the words, the days, the place."""
    return row["kind"], fold(row["name"]), row["start"], row["end"], row["place"]


def _lines(export: Export, groups: Iterable[Sequence[Row]]) -> Iterator[str]:
    yield from _HEAD
    for rows in groups:
        yield from _event(rows, export)
    yield "END:VCALENDAR"


def _event(rows: Sequence[Row], export: Export) -> Iterator[str]:
    row = max(rows, key=lambda r: r["published"] or "")
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or row["start"])
    if start != end:
        export.account.remark("DTSTART", "the day is open: the entry covers all days that it can be")
    uid = hashlib.sha256("|".join(map(str, _key(row))).encode()).hexdigest()[:16]
    stamp = max(_recorded(export, r["report"]) for r in rows)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@dateline"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{end + timedelta(1):%Y%m%d}"  # the day after the last
    yield f"SUMMARY:{_text(_title(rows))}"
    yield f"CATEGORIES:{_text(row['kind'])}"
    yield f"STATUS:{_STATUS[row['status']]}"
    yield "TRANSP:TRANSPARENT"
    if row["place"]:
        yield f"LOCATION:{_text(row['place'])}"
    yield f"DESCRIPTION:{_text(_told(rows))}"
    if row["url"]:
        yield f"URL:{''.join(row['url'].split())}"
    yield "END:VEVENT"


def _recorded(export: Export, report: str) -> datetime:
    found = export.ledger.sql("SELECT recorded FROM v_reports WHERE id = ?", (report,))
    return datetime.fromisoformat(found[0]["recorded"])


def _title(rows: Sequence[Row]) -> str:
    """Return what it is and who takes part."""
    who = dict.fromkeys(name for r in rows for name in (r["participants"] or "").split("; ") if name)
    return f"{rows[0]['name']}: {'; '.join(who)}" if who else str(rows[0]["name"])


def _told(rows: Sequence[Row]) -> str:
    """Return the words of each announcement."""
    return "\n".join(f"“{r['words']}” ({r['source'] or r['report']}, {r['published'] or 'undated'})" for r in rows)


def _text(words: str) -> str:
    """Return words as a value of text: what RFC 5545 gives a meaning is escaped."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        words = words.replace(plain, escaped)
    return words


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, no letter torn apart."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
