from datetime import date

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.words.times import FOLDER, load_times
from dateline.stages.times import find_times, resolve_phrase
from dateline.stages.times.days.calendar import add, days_of
from dateline.stages.times.days.feasts import feast_days

THURSDAY = date(2024, 5, 2)
PATTERNS = [(p.name, example) for p in load_times().patterns for example in p.examples]


@pytest.mark.parametrize(("rule", "example"), PATTERNS, ids=[f"{r}: {e}" for r, e in PATTERNS])
def test_pattern_finds_its_example_whole(rule: str, example: str) -> None:
    found = find_times(example, None, THURSDAY)
    assert {t.rule for t in found} == {rule}
    assert (found[0].span[0], found[-1].span[1]) == (0, len(example))


@pytest.mark.parametrize(
    ("phrase", "value", "start", "end"),
    [
        ("yesterday", "2024-05-01", "2024-05-01", "2024-05-01"),
        ("last Friday", "2024-04-26", "2024-04-26", "2024-04-26"),
        ("next Friday", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("last week", "2024-W17", "2024-04-22", "2024-04-28"),
        ("earlier this week", "2024-W18", "2024-04-29", "2024-05-05"),
        ("last weekend", "2024-W17-WE", "2024-04-27", "2024-04-28"),
        ("three days ago", "2024-04-29", "2024-04-29", "2024-04-29"),
        ("a year ago", "2023", "2023-01-01", "2023-12-31"),
        ("last month", "2024-04", "2024-04-01", "2024-04-30"),
        ("last March", "2024-03", "2024-03-01", "2024-03-31"),
        ("last April", "2023-04", "2023-04-01", "2023-04-30"),
        ("next June", "2024-06", "2024-06-01", "2024-06-30"),
        ("next May", "2025-05", "2025-05-01", "2025-05-31"),
        ("February 2024", "2024-02", "2024-02-01", "2024-02-29"),
        ("mid-March", "2024-03", "2024-03-01", "2024-03-31"),
        ("late 2022", "2022", "2022-01-01", "2022-12-31"),
        ("the third quarter of 2023", "2023-Q3", "2023-07-01", "2023-09-30"),
        ("the second half of 2023", "2023-H2", "2023-07-01", "2023-12-31"),
        ("last winter", "2023-WI", "2023-12-01", "2024-02-29"),
        ("the early 1990s", "199", "1990-01-01", "1999-12-31"),
        ("the 20th century", "19", "1901-01-01", "2000-12-31"),
        ("the past five years", "P5Y", "2019-05-02", "2024-05-02"),
        ("the past 24 hours", "PT24H", "2024-05-01", "2024-05-02"),
        ("the first nine months of 2023", "P9M", "2023-01-01", "2023-09-30"),
        ("the first week of April", "2024-W14", "2024-04-01", "2024-04-07"),
        ("14 June 2023", "2023-06-14", "2023-06-14", "2023-06-14"),
        ("4/30/24", "2024-04-30", "2024-04-30", "2024-04-30"),
        ("2024-04-30T16:20", "2024-04-30T16:20", "2024-04-30", "2024-04-30"),
        ("Christmas 2023", "2023-12-25", "2023-12-25", "2023-12-25"),
        ("Easter", "2024-03-31", "2024-03-31", "2024-03-31"),
        ("9/11", "2001-09-11", "2001-09-11", "2001-09-11"),
        ("last night", "2024-05-01TNI", "2024-05-01", "2024-05-01"),
        ("10 p.m. Tuesday", "2024-04-30T22:00", "2024-04-30", "2024-04-30"),
    ],
)
def test_phrase_covers_its_days(phrase: str, value: str, start: str, end: str) -> None:
    time = resolve_phrase(phrase, THURSDAY)
    assert time is not None
    assert (time.value, time.start, time.end) == (value, start, end)


@pytest.mark.parametrize(
    ("phrase", "kind", "value"),
    [
        ("three weeks", "DURATION", "P3W"),
        ("two and a half years", "DURATION", "P2Y6M"),
        ("twenty-four hours", "DURATION", "PT24H"),
        ("several days", "DURATION", "PXD"),
        ("two decades", "DURATION", "P20Y"),
        ("every two weeks", "SET", "P2W"),
        ("each Thursday", "SET", "XXXX-WXX-4"),
        ("recently", "DATE", "PAST_REF"),
        ("right now", "DATE", "PRESENT_REF"),
        ("the near future", "DATE", "FUTURE_REF"),
        ("264 BC", "DATE", "BC0264"),
    ],
)
def test_phrase_without_days_keeps_a_value_and_a_reason(phrase: str, kind: str, value: str) -> None:
    time = resolve_phrase(phrase, THURSDAY)
    assert time is not None
    assert (time.type, time.value, time.start, time.end) == (kind, value, None, None)
    assert time.evidence["start"].note


@pytest.mark.parametrize("phrase", ["", "the minister", "page 12", "$2000", "0000-00-00", "99/99/9999", "1,500 people"])
def test_phrase_that_names_no_time_is_none(phrase: str) -> None:
    assert resolve_phrase(phrase, THURSDAY) is None


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("1914-1918", ["1914", "1918"]),
        ("March 4-6", ["2024-03-04", "2024-03-06"]),
        ("28 and 29 April", ["2024-04-28", "2024-04-29"]),
        ("two to three weeks", ["P2W", "P3W"]),
        ("Wednesday and Thursday", ["2024-05-01", "2024-05-02"]),
    ],
)
def test_range_gives_a_time_for_each_end(phrase: str, values: list[str]) -> None:
    assert [t.value for t in find_times(phrase, None, THURSDAY)] == values


def test_days_of_has_no_year_0_and_no_day_that_the_calendar_lacks() -> None:
    assert days_of("0000") is None
    assert days_of("2023-02-29") is None
    first_century = days_of("00")
    assert first_century is not None
    assert first_century.start == date(1, 1, 1)


def test_add_keeps_to_the_calendar() -> None:
    assert add(date(2023, 1, 31), 1, "M") == date(2023, 2, 28)
    assert add(date(9999, 12, 31), 1, "D") is None
    assert add(date(3, 1, 1), -5, "Y") is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2025, date(2025, 4, 20)),
        ("orthodox-easter+0", 2024, date(2024, 5, 5)),
        ("orthodox-easter+0", 1821, date(1821, 4, 22)),
        ("nth 4 4 11", 2023, date(2023, 11, 23)),
        ("nth -1 1 5", 2023, date(2023, 5, 29)),
        ("hijri 09-01 30", 2023, date(2023, 3, 23)),
        ("12-25", 2023, date(2023, 12, 25)),
    ],
)
def test_feast_falls_on_its_day(rule: str, year: int, day: date) -> None:
    assert feast_days(rule, year)[0][0] == day


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("words.toml", "january = 1", "january = 1\ntoday = 1", "'today' is in"),
        ("patterns.toml", 'pattern = "(?P<iso>iso)"', 'pattern = "(?P<iso>{nothing})"', "no line above defines"),
        ("names.toml", 'start = "2001-09-11"', 'start = "2001-09-31"', "write YYYY-MM-DD"),
        ("contexts.toml", "until =", "untill =", "untill"),
    ],
    ids=["word-twice", "unknown-macro", "no-day", "misspelt-field"],
)
def test_broken_lexicon_file_is_named(tmp_path, file: str, old: str, new: str, message: str) -> None:
    for source in FOLDER.iterdir():
        text = source.read_text(encoding="utf-8")
        assert source.name != file or old in text
        (tmp_path / source.name).write_text(
            text.replace(old, new, 1) if source.name == file else text, encoding="utf-8"
        )
    with pytest.raises(LexiconError, match=message):
        load_times(tmp_path)
