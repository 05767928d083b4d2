"""From a report as given to a report that can be coded, or to the reason why it cannot."""

import re
from datetime import date, datetime

from dateline.lexicon.reading.sources import load_english
from dateline.model.closed import PublishedOrigin
from dateline.model.report import Report
from dateline.reading.decode import GUESSED
from dateline.reading.given import GivenReport
from dateline.reading.html import read_html
from dateline.reading.prose import find_prose
from dateline.reading.refuse import reason

_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FEW_WORDS, _SHORT = 6, 40
_ENGLISH_SHARE = 0.12
_CLEAR = 20.0  # difference of log probabilities
_MISREAD = f"the report is {GUESSED}, in which it is not English; convert it to UTF-8, and translate it if need be"


def prepare(given: GivenReport, *, number: int, today: date) -> Report:
    """Clean a given report's text, date and language; a report that cannot be coded gets its ``error``."""
    if given.html is not None and not given.text and not given.error:
        given = read_html(given)
    text, notes = _clean(given.text)
    published, origin, said = _published(given, today)
    error = given.error or reason(text)
    stated = (given.language or "").strip() or None
    language, foreign = (stated, None) if error else find_language(text, stated)
    if foreign and stated is None and GUESSED in given.notes:
        language, foreign = None, _MISREAD
    error = error or foreign
    prose = None if error else find_prose(text, given.title)
    kind = () if prose is None else (f"reads as {prose.name} (“{prose.by}”)",)
    return Report(
        id=whole(given.id) or str(number), text=text, title=whole(given.title), source=whole(given.source),
        url=whole(given.url), published=published, published_origin=origin, language=whole(language),
        coded=error is None, error=whole(error), notes=tuple(map(_whole, (*given.notes, *notes, *said, *kind))),
    )  # fmt: skip


def whole(value: str | None) -> str | None:
    """Return a string without lone surrogates, which no JSON reader takes."""
    return None if value is None else _whole(value)


def _whole(value: str) -> str:
    return _SURROGATE.sub("\ufffd", value)


def _clean(text: str) -> tuple[str, tuple[str, ...]]:
    text = text.removeprefix("\ufeff")
    fixed, n = _SURROGATE.subn("\ufffd", text)
    return fixed, (f"{n} lone surrogate(s) replaced by U+FFFD",) if n else ()


def _published(given: GivenReport, today: date) -> tuple[str | None, PublishedOrigin, tuple[str, ...]]:
    value = given.published
    if value is None or not value.strip():
        return None, "unknown", ()
    day = read_date(value)
    if day is None:
        return None, "unknown", (f"published {value!r} is no date (YYYY-MM-DD is wanted); dates stay relative",)
    notes = (f"published {day.isoformat()} lies in the future",) if day > today else ()
    return day.isoformat(), given.published_origin, notes


def read_date(value: str) -> date | None:
    """Read a date in ISO 8601, with or without a time, or in words; None if it is no date."""
    value = value.strip()
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        pass
    if _is_no_day(value) or not re.search(r"\d{4}", value):
        return None
    import dateparser  # noqa: PLC0415  half a second to load, and rarely needed

    found = dateparser.parse(value, languages=["en"], settings={"STRICT_PARSING": True})
    return None if found is None else found.date()


def _is_no_day(value: str) -> bool:
    """Tell whether a value names a day as ISO 8601 does, and no calendar has it: "2024-13-01" is not 13 January."""
    iso = _ISO_DAY.match(value)
    try:
        return iso is not None and not date.fromisoformat(iso[0])
    except ValueError:
        return True


def find_language(text: str, given: str | None) -> tuple[str | None, str | None]:
    """Return the language (BCP 47) and, where it is not English, the reason not to code the report."""
    if given is not None:
        code = given.split("-")[0].lower()
        return given, None if code in ("en", "eng") else _foreign(given)
    words = re.findall(r"\w+", text[:5_000].lower())
    if len(words) < _FEW_WORDS:
        return None, None
    english = load_english()
    if sum(w in english.common for w in words) >= max(2, _ENGLISH_SHARE * len(words)):
        return "en", None
    if not _LETTER.search(text):
        return None, "the report has no words; give it a text"
    import py3langid  # noqa: PLC0415  needed only where the common words of English are missing

    ranked = dict(py3langid.rank(text[:5_000]))
    code = max(ranked, key=lambda name: ranked[name])
    # A headline full of names looks like any language: another must be the clear winner, with no English word there.
    if ranked[code] - ranked["en"] < _CLEAR or (len(words) < _SHORT and any(w in english.telling for w in words)):
        return "en", None
    return code, _foreign(code)


def _foreign(code: str) -> str:
    return (
        f'the report is in "{code}"; dateline reads English: translate it first, '
        'or give "language": "en" if this is wrong'
    )
