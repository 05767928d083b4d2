from datetime import date

import pytest

from dateline.draft import Draft
from dateline.model.report import Report
from dateline.parse.parser import Parser
from dateline.stages.times import TimeStage, deduce_published, find_times

THURSDAY = "2024-05-02"


def values(parser: Parser, text: str, published: str | None = THURSDAY) -> dict[str, str | None]:
    day = date.fromisoformat(published) if published else None
    return {text[slice(*t.span)]: t.value for t in find_times(text, parser.parse(text), day)}


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Gunmen attacked the village on Wednesday.", "Wednesday", "2024-05-01"),
        ("Gunmen attacked the village on Thursday.", "Thursday", "2024-05-02"),
        ("The envoys will meet in Doha on Wednesday.", "Wednesday", "2024-05-08"),
        ("The envoys are due to meet on Monday.", "Monday", "2024-05-06"),
        ("The truce begins at midnight on Friday.", "midnight on Friday", "2024-05-03T24:00"),
        ("The king travelled to Cairo in March.", "March", "2024-03"),
        ("The king will travel to Cairo in March.", "March", "2025-03"),
        ("He said the union would admit the country at a summit in July.", "July", "2024-07"),
        ("Troops seized the port on April 19.", "April 19", "2024-04-19"),
        ("The court will rule on June 7.", "June 7", "2024-06-07"),
        ("A bridge fell on 20 December.", "20 December", "2023-12-20"),
        ("The blockade was announced earlier in April.", "earlier in April", "2024-04"),
        ("Shelling went on for a second day in a row Wednesday.", "Wednesday", "2024-05-01"),
        ("The ballot is set for Saturday, June 15.", "Saturday, June 15", "2024-06-15"),
        ("The offer runs until Nov. 9.", "Nov. 9", "2024-11-09"),
    ],
)
def test_tense_decides_before_or_after_the_report(parser: Parser, text: str, phrase: str, value: str) -> None:
    assert values(parser, text)[phrase] == value


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("On Wednesday and Thursday ministers are meeting in Rome.", "2024-05-02", ["2024-05-01", "2024-05-02"]),
        ("On Wednesday and Thursday ministers are meeting in Rome.", "2024-05-01", ["2024-05-01", "2024-05-02"]),
        ("On Tuesday and Wednesday ministers met in Rome.", "2024-05-01", ["2024-04-30", "2024-05-01"]),
        ("Ministers will meet in Rome on Tuesday and Wednesday.", "2024-05-02", ["2024-05-07", "2024-05-08"]),
    ],
)
def test_two_weekdays_follow_each_other(parser: Parser, text: str, published: str, days: list[str]) -> None:
    assert list(values(parser, text, published).values()) == days


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, officials said.",
        "The fall of the city shocked many.",
        "He is 37 years old, the army said.",
        "The army will march on the capital.",
        "The police fired after the 5th Brigade fled, with 1900 dead.",
        "Resolution 1701 was adopted.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(parser: Parser, text: str) -> None:
    assert values(parser, text) == {}


def test_story_goes_on_from_the_date_told_before(parser: Parser) -> None:
    text = (
        "On March 3, 1921, the army entered the city. The next day it left. Two weeks later envoys met, and on April 9 "
        "they signed. In the same month the port was handed over. It had been shelled in 1919."
    )
    assert values(parser, text) == {
        "March 3, 1921": "1921-03-03", "The next day": "1921-03-04", "Two weeks later": "1921-W11",
        "April 9": "1921-04-09", "the same month": "1921-04", "1919": "1919",
    }  # fmt: skip


def test_first_of_two_months_takes_the_year_of_the_second(parser: Parser) -> None:
    found = values(parser, "Between November and February 1990 the strikes went on, as in April and June 1987.")
    assert found == {"November": "1989-11", "February 1990": "1990-02", "April": "1987-04", "June 1987": "1987-06"}


def test_start_of_the_war_is_the_war_that_the_report_is_about(parser: Parser) -> None:
    text = "Kyiv said 40 drones were shot down. It was the largest raid on Ukraine since the start of the war."
    (time,) = find_times(text, parser.parse(text), date(2024, 5, 2))
    assert (text[slice(*time.span)], time.start) == ("the start of the war", "2022-02-24")
    elsewhere = "The valley has been quiet since the start of the war."
    assert values(parser, elsewhere) == {}


def test_without_a_publication_date_values_stay_open_and_say_why(parser: Parser) -> None:
    text = "Gunmen attacked on Wednesday. Talks are planned in July, officials said last week. They last three days."
    found = find_times(text, parser.parse(text), None)
    assert [t.value for t in found] == ["XXXX-WXX-3", "XXXX-07", "XXXX-WXX", "P3D"]
    assert all(t.start is None and t.end is None and t.evidence["start"].note for t in found)


def test_time_told_from_another_points_to_it(parser: Parser) -> None:
    text = "Rebels took the town on Monday. The next day they left."
    first, second = find_times(text, parser.parse(text), date(2024, 5, 2))
    assert (first.anchor, second.anchor, second.start) == ("published", "previous", "2024-04-30")
    assert second.evidence["anchor"].spans == (first.span,)


def test_time_tells_its_rule_and_anchor() -> None:
    time = find_times("last week", None, date(2024, 5, 2))[0]
    assert (time.id, time.rule, time.anchor, time.granularity) == ("t1", "unit/step", "published", "week")


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("KYIV, 31 May 2023 (Agency) - Drones hit the city, officials said.", date(2023, 5, 31), "31 May 2023"),
        ("Published: May 31, 2023\n\nDrones hit the city on Tuesday.", date(2023, 5, 31), "May 31, 2023"),
        ("Drones hit the city today, May 31, 2023, officials said.", date(2023, 5, 31), "May 31, 2023"),
        ("Drones hit the city. " * 30 + "Today, May 31, 2023, it is quiet.", date(2023, 5, 31), "May 31, 2023"),
        ("5/31/23\n\nDrones hit the city on Tuesday.", date(2023, 5, 31), "5/31/23"),
    ],
    ids=["dateline", "published-line", "beside-today", "beside-today-far-down", "with-slashes"],
)
def test_published_is_deduced_where_certain(parser: Parser, text: str, day: date, words: str) -> None:
    found = deduce_published(parser.parse(text))
    assert found is not None
    assert (found[0], text[slice(*found[1])]) == (day, words)


@pytest.mark.parametrize(
    "text",
    [
        "Drones hit the city on May 31, 2023, officials said.",
        "Drones hit the city today, officials said.",
        "KYIV, May 31 (Agency) - Drones hit the city, officials said.",
    ],
    ids=["a-date-in-a-sentence", "no-date", "no-year"],
)
def test_published_is_not_guessed(parser: Parser, text: str) -> None:
    assert deduce_published(parser.parse(text)) is None


def test_stage_fills_times_from_the_report(parser: Parser) -> None:
    text = "BERLIN, May 1 (Agency) - Police arrested two men on Tuesday."
    report = Report(id="r", text=text, published="2024-05-02", published_origin="given")
    draft = TimeStage()(Draft(report=report, document=parser.parse(text)))
    assert [(t.id, t.start) for t in draft.times] == [("t1", "2024-05-01"), ("t2", "2024-04-30")]


def test_names_with_a_time_word_are_no_times(parser: Parser) -> None:
    assert values(parser, "He told USA Today and This Week that the siege goes on.") == {}
