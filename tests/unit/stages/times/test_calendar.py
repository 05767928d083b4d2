"""Calendar arithmetic: which days a value covers, steps from a day, feasts by their rules."""

from datetime import date

import pytest

from dateline.stages.times.days.calendar import (
    add,
    add_months,
    days_of,
    valid_day,
    value_at,
    weekday_after,
    weekday_before,
)
from dateline.stages.times.days.feasts import feast_days, hijri, nth_weekday

COVERED = [
    ("2024-05-02", "2024-05-02", "2024-05-02", "day"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
    ("2024-05-02TMO", "2024-05-02", "2024-05-02", "part-of-day"),
    ("2024-05-02TNI", "2024-05-02", "2024-05-02", "part-of-day"),
    ("2024-05-02T09:30", "2024-05-02", "2024-05-02", "hour"),
    ("2024-W18", "2024-04-29", "2024-05-05", "week"),
    ("2024-W18-WE", "2024-05-04", "2024-05-05", "weekend"),
    ("2020-W53", "2020-12-28", "2021-01-03", "week"),
    ("2024-05", "2024-05-01", "2024-05-31", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023-02", "2023-02-01", "2023-02-28", "month"),
    ("2024-12", "2024-12-01", "2024-12-31", "month"),
    ("2024-Q1", "2024-01-01", "2024-03-31", "quarter"),
    ("2024-Q4", "2024-10-01", "2024-12-31", "quarter"),
    ("2024-H1", "2024-01-01", "2024-06-30", "half-year"),
    ("2024-H2", "2024-07-01", "2024-12-31", "half-year"),
    ("2024-SP", "2024-03-01", "2024-05-31", "season"),
    ("2024-SU", "2024-06-01", "2024-08-31", "season"),
    ("2024-FA", "2024-09-01", "2024-11-30", "season"),
    ("2023-WI", "2023-12-01", "2024-02-29", "season"),
    ("2024", "2024-01-01", "2024-12-31", "year"),
    ("202", "2020-01-01", "2029-12-31", "decade"),
    ("19", "1901-01-01", "2000-12-31", "century"),
    ("00", "0001-01-01", "0100-12-31", "century"),
]


@pytest.mark.parametrize(("value", "start", "end", "granularity"), COVERED)
def test_a_value_covers_whole_days(value: str, start: str, end: str, granularity: str) -> None:
    days = days_of(value)
    assert days is not None
    assert (days.start.isoformat(), days.end.isoformat(), days.granularity) == (start, end, granularity)


@pytest.mark.parametrize(
    "value",
    [
        "P3D", "PT2H", "PXW", "PRESENT_REF", "XXXX-05-02", "XXXX-W18", "BC0264", "2023-02-29", "2024-13", "2023-W53",
        "0000", "2024-Q9", "2024-05-02x", "",
    ],
)  # fmt: skip
def test_what_names_no_days_covers_none(value: str) -> None:
    assert days_of(value) is None


STEPS = [
    ("2024-05-02", 1, "D", "2024-05-03"),
    ("2024-05-02", -2, "D", "2024-04-30"),
    ("2024-02-28", 1, "D", "2024-02-29"),
    ("2024-12-31", 1, "D", "2025-01-01"),
    ("2024-05-02", 1, "W", "2024-05-09"),
    ("2024-05-02", -1, "WE", "2024-04-25"),
    ("2024-05-02", 1, "F", "2024-05-16"),
    ("2024-05-02", 1, "M", "2024-06-02"),
    ("2024-01-31", 1, "M", "2024-02-29"),
    ("2023-01-31", 1, "M", "2023-02-28"),
    ("2024-03-31", -1, "M", "2024-02-29"),
    ("2024-12-15", 1, "M", "2025-01-15"),
    ("2024-01-15", -1, "M", "2023-12-15"),
    ("2024-05-02", 1, "Q", "2024-08-02"),
    ("2024-02-29", 1, "Y", "2025-02-28"),
    ("2024-02-29", -4, "Y", "2020-02-29"),
    ("2024-05-02", -1, "E", "2014-05-02"),
    ("2024-05-02", -1, "C", "1924-05-02"),
    ("2024-05-02", -1, "L", "1024-05-02"),
]


@pytest.mark.parametrize(("day", "count", "unit", "expected"), STEPS)
def test_a_step_keeps_to_the_calendar(day: str, count: int, unit: str, expected: str) -> None:
    assert add(date.fromisoformat(day), count, unit) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("count", "unit"), [(-3, "L"), (8, "L"), (-25, "C"), (10_000, "Y"), (-2025, "Y"), (10**9, "D"), (10**9, "W")]
)
def test_a_step_out_of_the_calendar_is_none(count: int, unit: str) -> None:
    assert add(date(2024, 5, 2), count, unit) is None


@pytest.mark.parametrize(
    ("year", "month", "count", "expected"),
    [
        (2024, 5, 0, (2024, 5)),
        (2024, 12, 1, (2025, 1)),
        (2024, 1, -1, (2023, 12)),
        (2024, 5, 24, (2026, 5)),
        (2024, 5, -17, (2022, 12)),
    ],
)
def test_months_run_over_the_year(year: int, month: int, count: int, expected: tuple[int, int]) -> None:
    assert add_months(year, month, count) == expected


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2021-01-02"),
        ("W", "2020-W53"),
        ("WE", "2020-W53-WE"),
        ("F", "2020-W53"),
        ("M", "2021-01"),
        ("Q", "2021-Q1"),
        ("Y", "2021"),
        ("E", "202"),
        ("C", "20"),
        ("L", "2"),
    ],
)
def test_the_value_of_the_unit_that_holds_a_day(unit: str, value: str) -> None:
    assert value_at(date(2021, 1, 2), unit) == value


@pytest.mark.parametrize(
    ("month", "value"), [(1, "Q1"), (3, "Q1"), (4, "Q2"), (6, "Q2"), (7, "Q3"), (9, "Q3"), (10, "Q4"), (12, "Q4")]
)
def test_quarters_begin_in_january_april_july_and_october(month: int, value: str) -> None:
    assert value_at(date(2024, month, 15), "Q") == f"2024-{value}"


@pytest.mark.parametrize(
    ("weekday", "before", "after"),
    [
        (1, "2024-04-29", "2024-05-06"),
        (3, "2024-05-01", "2024-05-08"),
        (4, "2024-05-02", "2024-05-02"),
        (5, "2024-04-26", "2024-05-03"),
        (7, "2024-04-28", "2024-05-05"),
    ],
)
def test_the_weekday_before_and_after_a_day_may_be_the_day_itself(weekday: int, before: str, after: str) -> None:
    day = date(2024, 5, 2)
    assert (weekday_before(day, weekday).isoformat(), weekday_after(day, weekday).isoformat()) == (before, after)


@pytest.mark.parametrize(
    ("year", "month", "day", "valid"),
    [
        (2024, 2, 29, True),
        (2023, 2, 29, False),
        (2024, 4, 30, True),
        (2024, 4, 31, False),
        (2024, 1, 0, False),
        (2024, 0, 1, False),
        (2024, 1, 1, True),
        (2024, 12, 31, True),
        (2024, 13, 1, False),
        (1, 1, 1, True),
        (0, 1, 1, False),
        (9999, 12, 31, True),
        (10_000, 1, 1, False),
    ],
)
def test_a_day_is_one_that_the_calendar_has(year: int, month: int, day: int, *, valid: bool) -> None:
    assert valid_day(year, month, day) == valid


FEASTS = [
    ("12-25", 2024, [("2024-12-25", "2024-12-25")]),
    ("01-01", 1999, [("1999-01-01", "1999-01-01")]),
    ("easter+0", 2024, [("2024-03-31", "2024-03-31")]),
    ("easter-2", 2024, [("2024-03-29", "2024-03-29")]),
    ("easter+49", 2023, [("2023-05-28", "2023-05-28")]),
    ("orthodox-easter+0", 2024, [("2024-05-05", "2024-05-05")]),
    ("orthodox-easter+0", 2025, [("2025-04-20", "2025-04-20")]),
    ("nth 4 4 11", 2024, [("2024-11-28", "2024-11-28")]),
    ("nth 1 1 9", 2024, [("2024-09-02", "2024-09-02")]),
    ("nth -1 1 5", 2024, [("2024-05-27", "2024-05-27")]),
    ("hijri 9-1 30", 2024, [("2024-03-11", "2024-04-09")]),
    ("hijri 9-1 30", 2030, [("2030-01-06", "2030-02-04"), ("2030-12-26", "2031-01-24")]),
    ("hijri 10-1 1", 2023, [("2023-04-22", "2023-04-22")]),
    ("12-25", 999, []),
    ("12-25", 9001, []),
]


@pytest.mark.parametrize(("rule", "year", "expected"), FEASTS)
def test_a_feast_falls_by_its_rule(rule: str, year: int, expected: list[tuple[str, str]]) -> None:
    assert [(a.isoformat(), b.isoformat()) for a, b in feast_days(rule, year)] == expected


@pytest.mark.parametrize(
    ("month", "weekday", "n", "expected"),
    [
        (4, 1, 1, "2024-04-01"),
        (4, 7, 1, "2024-04-07"),
        (4, 1, 5, "2024-04-29"),
        (5, 5, -1, "2024-05-31"),
        (5, 4, -1, "2024-05-30"),
        (12, 2, -1, "2024-12-31"),
        (12, 3, -1, "2024-12-25"),
        (2, 4, -1, "2024-02-29"),
    ],
)
def test_the_nth_weekday_of_a_month(month: int, weekday: int, n: int, expected: str) -> None:
    assert nth_weekday(2024, month, weekday, n).isoformat() == expected


@pytest.mark.parametrize(
    ("islamic", "expected"),
    [
        ((1445, 9, 1), "2024-03-11"),
        ((1445, 12, 10), "2024-06-17"),
        ((1446, 1, 1), "2024-07-08"),
        ((1, 1, 1), "0622-07-19"),
    ],
)
def test_an_islamic_day_by_the_tabular_calendar(islamic: tuple[int, int, int], expected: str) -> None:
    assert hijri(*islamic).isoformat() == expected
