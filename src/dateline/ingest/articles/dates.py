"""From a date as printed to a moment: what was read, the zone as printed, and how far it can be trusted."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from dateline.model.item import Published, Trust

_ZONE = re.compile(r"(?<=[\d\s])(Z|UTC|GMT|[A-Z]{3,4}|[+-]\d\d:?\d\d)\)?$")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.h]([0-5]\d)(?:[:.]([0-5]\d))?(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)$")
_COMPACT = re.compile(r"\d{8}(?:T?\d{6}Z?)?$")
_NUMERIC = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_CORE = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?\s+[^\W\d]{3,10}\.?,?\s+\d{4}|[^\W\d]{3,10}\.?\s+\d{1,2},?\s+\d{4}")
_LANGUAGES = ["en", "fr"]
_UTC = frozenset({"Z", "UTC", "GMT"})


def read_published(raw: str | None, *, origin: str = "given", trust: Trust = "certain") -> Published | None:
    """Read a date as printed; None where there is none.

    The day is the publisher's own: a time keeps the offset that it was printed with. A zone of letters other than UTC
    is kept as a word, since the same letters mean several offsets.
    """
    if raw is None or not raw.strip():
        return None
    raw = " ".join(raw.split())
    moment, doubtful = read_moment(raw)
    zone = _ZONE.search(raw)
    return Published(
        raw=raw,
        moment=moment,
        zone=zone[1] if zone else None,
        trust="guess" if doubtful or moment is None else trust,
        origin=origin,
    )


def read_moment(raw: str) -> tuple[str | None, bool]:
    """Return a day or a day with its time in ISO 8601, None for no date; and whether day and month may be swapped."""
    for read in (_iso, _compact, _mail):
        found = read(raw)
        if found is not None:
            return found, False
    return _in_words(raw)


def _iso(raw: str) -> str | None:
    try:
        found = datetime.fromisoformat(re.sub(r"(?<=\d)\s*[A-Z]{2,4}$", "", raw))
    except ValueError:
        return None
    return found.date().isoformat() if len(raw) <= len("2024-05-02") else _told(found, raw)


def _compact(raw: str) -> str | None:
    """Read 20240502, 20240502093000 and 20240502T093000Z."""
    if not _COMPACT.match(raw):
        return None
    digits = re.sub(r"\D", "", raw)
    try:
        found = datetime.strptime(digits, "%Y%m%d%H%M%S" if len(digits) > len("20240502") else "%Y%m%d")
    except ValueError:
        return None
    return found.date().isoformat() if len(digits) == len("20240502") else _told(found, raw)


def _mail(raw: str) -> str | None:
    """Read the form of mails and of RSS."""
    if not re.match(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{2,4} \d", raw):
        return None
    try:
        found = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError):
        return None
    return _told(found.replace(tzinfo=None), raw)


def _told(found: datetime, raw: str) -> str:
    """Return a moment with the offset that is printed after it, if it is one."""
    bare = found.replace(tzinfo=None, microsecond=0)
    offset, zone = _OFFSET.search(raw), _ZONE.search(raw)
    if offset and zone:
        return f"{bare.isoformat()}{offset[1]}{offset[2]}:{offset[3]}"
    return bare.isoformat() + ("+00:00" if zone and zone[1] in _UTC else "")


def _in_words(raw: str) -> tuple[str | None, bool]:
    """Read "January 2, 2020 Thursday 10:15 PM GMT", "2 janvier 2020", "02/01/2020"."""
    if not re.search(r"\d{4}", raw):
        return None, False
    numeric = _NUMERIC.match(raw)
    doubtful = numeric is not None and int(numeric[1]) <= 12 and int(numeric[2]) <= 12 and numeric[1] != numeric[2]
    day = _day(_CLOCK.sub(" ", raw) if not numeric else numeric[0])
    if day is None:
        return None, False
    clock = _CLOCK.search(raw[numeric.end() :] if numeric else raw)
    if clock is None:
        return day.date().isoformat(), doubtful
    return _told(day.replace(hour=_hour(clock), minute=int(clock[2]), second=0), raw), doubtful


def _hour(clock: "re.Match[str]") -> int:
    hour, half = int(clock[1]), (clock[4] or "").lower()
    return hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour


def _day(raw: str) -> datetime | None:
    import dateparser  # noqa: PLC0415  half a second to load, and not always needed

    words = re.sub(r"\b(?:[A-Z]{2,4}|[+-]\d\d:?\d\d)\s*$", "", raw).strip(" ,-")
    for text in (words, _core(words)):
        settings = {"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False, "DATE_ORDER": "MDY"}
        found: datetime | None = dateparser.parse(text, languages=_LANGUAGES, settings=settings) if text else None
        if found is not None:
            return found.replace(hour=0, minute=0, second=0, microsecond=0)
    return None


def _core(words: str) -> str:
    """Return the day, month and year of a longer phrase."""
    found = re.search(
        r"\d{1,2}(?:st|nd|rd|th|er)?\s+[^\W\d]{3,10}\.?,?\s+\d{4}|[^\W\d]{3,10}\.?\s+\d{1,2},?\s+\d{4}", words
    )
    return found[0] if found else ""
