"""The days of feasts: fixed, counted from Easter, of the Islamic calendar, or the nth weekday of a month."""

from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

_HIJRI_EPOCH = 1948440  # Julian day number of 1 Muharram 1, civil reckoning
_ORDINAL_TO_JULIAN_DAY = 1721425
_FIRST_YEAR, _LAST_YEAR = 1000, 9000


def feast_days(rule: str, year: int) -> list[tuple[date, date]]:
    """Return the first and last day of each time that the feast falls within a year, by the rule of the names file."""
    # Beyond these the rules of Easter and the tables of the moon are of no use.
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return []
    head, _, rest = rule.partition(" ")
    if head == "nth":
        n, weekday, month = (int(x) for x in rest.split())
        day = nth_weekday(year, month, weekday, n)
        return [(day, day)]
    if head == "hijri":
        in_hijri, length = rest.split()
        return _hijri_in(year, in_hijri, int(length))
    for name, method in (("orthodox-easter", EASTER_ORTHODOX), ("easter", EASTER_WESTERN)):
        if head.startswith(name):
            day = easter(year, method) + timedelta(int(head.removeprefix(name)))
            return [(day, day)]
    fixed = date.fromisoformat(f"{year:04}-{head}")
    return [(fixed, fixed)]


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """Return the nth ISO weekday of a month; n = -1 is the last."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def _hijri_in(year: int, month_day: str, length: int) -> list[tuple[date, date]]:
    month, day = (int(x) for x in month_day.split("-"))
    # Islamic years are shorter: of the five that may touch a year, one or two begin their month in it.
    about = (year - 622) * 33 // 32
    firsts = (hijri(y, month, day) for y in range(about - 1, about + 4))
    return [(first, first + timedelta(length - 1)) for first in firsts if first.year == year]


def hijri(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of an Islamic one by the tabular calendar: a day or two from the one observed."""
    julian = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _HIJRI_EPOCH - 1
    return date.fromordinal(julian - _ORDINAL_TO_JULIAN_DAY)
