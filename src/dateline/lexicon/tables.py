"""Reading flat lexicon tables: strict CSV rows, dates as precise as they are known, and look-up keys of names."""

import csv
import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from dateline.errors import LexiconError

DATA = Path(__file__).parent / "data"
LIST_SEPARATOR = "|"

_PLAIN = str.maketrans({
    ",": " ", "(": " ", ")": " ", '"': " ", "“": " ", "”": " ", "+": " + ", "/": " / ",
    "-": " ", "‐": " ", "‑": " ", "–": " ",
    "'": None, "’": None, "‘": None, "ʼ": None, "ʿ": None, "ʾ": None, "`": None,
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ə": "a",
})  # fmt: skip


_MARKS = re.compile(r"""[-,'"`()+/\t\n\r]|  |^ | $""")
_LOOSE_POSSESSIVE = re.compile(r"(?<!\s)\s++(?=['’]s(?![a-z]))")


def fold(name: str) -> str:
    """Turn a name, or its tokens joined by spaces, into its look-up key.

    Case, accents and apostrophes go; hyphens, commas, brackets and quotes become spaces: "Al-Qaida", "al - Qaida" and
    "al Qaida" are one, and so are "People's Army" and "People 's Army".
    """
    key = name.casefold()
    if key.isascii() and not _MARKS.search(key):
        return key
    if "'" in key or "’" in key:
        key = _LOOSE_POSSESSIVE.sub("", key)
    key = key.translate(_PLAIN)
    if not key.isascii():
        key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    return " ".join(key.split())


def fits(alias: str, form: str) -> bool:
    """Tell whether a form of the text may stand for an alias with the same key, going by its capitals.

    An abbreviation ("WHO", "U.S.") must have just these capitals; a name begins with a capital where the alias does.
    """
    if alias == form:
        return True
    if is_abbreviation(alias):
        return alias == form.replace(" ", "")
    return not alias[:1].isupper() or form[:1].isupper()


def is_abbreviation(alias: str) -> bool:
    """Tell whether an alias is written in capitals throughout."""
    return alias.isupper() and " " not in alias


def token_count(key: str) -> int:
    """Count the most tokens that a parser can make of a folded key: each hyphen may have been a token of its own."""
    return 2 * key.count(" ") + 1


def reach_of(keys: Iterable[str]) -> dict[str, int]:
    """Map the first word of each key to the most tokens that a key beginning with it can have."""
    reach: dict[str, int] = {}
    for key in keys:
        first = key.partition(" ")[0]
        reach[first] = max(reach.get(first, 0), token_count(key))
    return reach


def split_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several values."""
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()


def first_day(cell: str) -> date | None:
    """Return the first day of a year, month or day ("2012", "2012-05", "2012-05-07"); None for an empty cell."""
    if not cell:
        return None
    return date.fromisoformat(cell + "-01-01"[3 * cell.count("-") :])


def last_day(cell: str) -> date | None:
    """Return the last day of a year, month or day ("2012", "2012-05", "2012-05-07"); None for an empty cell."""
    if not cell:
        return None
    first = date.fromisoformat(cell + "-01-01"[3 * cell.count("-") :])
    if cell.count("-") == 0:
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1]) if cell.count("-") == 1 else first


def covers(start: date | None, end: date | None, on: date | None) -> bool:
    """Tell whether a day lies between two dates, both included; an open end or no day at all covers."""
    return on is None or ((start is None or start <= on) and (end is None or on <= end))


def read_rows(path: Path, columns: Sequence[str]) -> list[list[str]]:
    """Return the rows of a CSV file that has exactly these columns.

    Raises:
        LexiconError: The file is missing, its header differs, or a row has another number of cells.
    """
    place = path.relative_to(DATA) if path.is_relative_to(DATA) else path
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
    except OSError as error:
        raise LexiconError(f"{place}: cannot be read ({error.strerror}); install dateline again") from error
    except ValueError as error:
        raise LexiconError(f"{place}: is empty; its columns are {list(columns)}") from error
    if header != list(columns):
        raise LexiconError(f"{place}: columns are {header}; make them {list(columns)}")
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            raise LexiconError(f"{place}: row {number} has {len(row)} cells instead of {len(columns)}; quote commas")
    return rows


def read_checked(path: Path, columns: Sequence[str], check: Callable[[list[str]], object]) -> list[list[str]]:
    """Return the rows of a user's CSV file, each of which passes a check.

    Args:
        path: The file.
        columns: Its columns, all of them.
        check: Raises LexiconError or ValueError where a row is wrong.

    Raises:
        LexiconError: The file breaks its format; names the file and the row.
    """
    rows = read_rows(path, columns)
    for number, row in enumerate(rows, start=2):
        try:
            check(row)
        except (LexiconError, ValueError) as error:
            raise LexiconError(f"{path}: row {number}: {error}") from error
    return rows


def require(row: Sequence[str], columns: Sequence[str], *names: str) -> None:
    """Refuse a row that leaves one of these columns empty.

    Raises:
        LexiconError: A cell is empty.
    """
    empty = [name for name in names if not row[columns.index(name)].strip()]
    if empty:
        raise LexiconError(f"{', '.join(empty)} must not be empty; fill the cell or remove the row")


def check_code(code: str) -> None:
    """Refuse what has not the form of a country code.

    Raises:
        LexiconError: The code is not of three capitals.
    """
    if not (len(code) == len("XKX") and code.isascii() and code.isalpha() and code.isupper()):
        raise LexiconError(f"{code!r} is no country code; write ISO 3166-1 alpha-3 ('MLI'), or IGO, NGO, IMG, ISM, MNC")


def overruled(
    rows: Iterable[list[str]], extra: Sequence[list[str]], key: Callable[[list[str]], object]
) -> list[list[str]]:
    """Return a user's rows, then those of the package whose key the user's rows do not have."""
    taken = {key(row) for row in extra}
    return [*extra, *(row for row in rows if key(row) not in taken)]
