"""What a report is taken for before it is coded."""

from datetime import date

import pytest

from dateline.reading.given import GivenReport
from dateline.reading.prepare import prepare
from dateline.reading.sources import read_one

TODAY = date(2026, 1, 1)
ENGLISH = "The ministry said that two soldiers were killed in the north of the country on Monday."


def test_prepare_replaces_lone_surrogates_everywhere() -> None:
    report = prepare(GivenReport(text="a \ud800 b", title="\udfff", id="x\ud83d"), number=1, today=TODAY)
    assert (report.text, report.title, report.id) == ("a \ufffd b", "\ufffd", "x\ufffd")
    assert report.notes == ("1 lone surrogate(s) replaced by U+FFFD",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("\x00\x01\x02 PNG \x03\x04\x05", "binary"),
        ("<html><body>" + "<p>Two soldiers were killed.</p>" * 9 + "</body></html>", "HTML"),
        ("Les ministres des deux pays se sont réunis mardi à Genève pour signer une trêve.", '"fr"'),
        ("Міністр закордонних справ прибув до столиці у вівторок увечері для переговорів.", '"uk"'),
        ("12 34 56 78 90 12 34 | 55 | 66", "no words"),
        ("<!doctype html><p>Two soldiers were killed.</p>", "HTML"),
        ('{"id": "a", "text": "Two soldiers were killed on Monday."}', "JSON"),
        ('[\n {"text": "Two soldiers were killed on Monday."}\n]', "JSON"),
        ("place\tkilled\tinjured\nTessalit\t4\t12\nKidal\t3\t0\nGao\t0\t7\n", "a table"),
        ("date,place,killed\n2024-01-01,Gao,3\n2024-01-02,Kidal,4\n", "a table"),
        ("Place     Killed  Injured\nKidal       3      0\nGao North   0      7\n", "a table"),
    ],
    ids=[
        "empty",
        "blank",
        "binary",
        "html",
        "french",
        "ukrainian",
        "figures",
        "short-html",
        "json",
        "json-array",
        "tabs",
        "csv",
        "columns",
    ],
)
def test_prepare_says_why_a_text_cannot_be_coded(text: str, said: str) -> None:
    report = prepare(GivenReport(text=text), number=1, today=TODAY)
    assert not report.coded
    assert report.error is not None
    assert said in report.error


@pytest.mark.parametrize(
    "text",
    [
        "War.",
        ENGLISH,
        "🚀🚀 " + ENGLISH,
        "\u200f" + ENGLISH,
        ENGLISH + "\x00",
        "{as it was said}: " + ENGLISH,
        "Kidal, Mali, Monday\nGao, Mali, Tuesday\n" + ENGLISH,
        "Paris, Rome, Bonn agree\nLima, Quito, Bogota refuse",
    ],
    ids=["word", "plain", "emoji", "rtl", "nul", "braces", "list-and-prose", "headlines"],
)
def test_prepare_leaves_readable_text_as_it_is(text: str) -> None:
    report = prepare(GivenReport(text=text), number=1, today=TODAY)
    assert report.coded
    assert report.text == text


def test_prepare_names_no_language_of_a_text_whose_encoding_is_a_guess() -> None:
    given = read_one("Два солдата убиты на севере страны в понедельник, сообщило министерство.".encode("koi8-r"))
    report = prepare(given, number=1, today=TODAY)
    assert (report.coded, report.language) == (False, None)
    assert "convert it to UTF-8" in (report.error or "")


def test_prepare_calls_an_empty_page_empty() -> None:
    assert "is empty" in (prepare(GivenReport(html=" \n"), number=1, today=TODAY).error or "")


@pytest.mark.parametrize(
    ("given", "day", "origin", "note"),
    [
        ("2024-05-02", "2024-05-02", "given", None),
        ("2024-05-02T23:30:00Z", "2024-05-02", "given", None),
        ("2 May 2024", "2024-05-02", "given", None),
        ("2031-05-02", "2031-05-02", "given", "future"),
        ("yesterday-ish", None, "unknown", "no date"),
        ("2024-02-31", None, "unknown", "no date"),
        ("2024-13-01", None, "unknown", "no date"),
        ("2024-05-02 10:00 CET", "2024-05-02", "given", None),
        ("", None, "unknown", None),
    ],
    ids=["iso", "time", "words", "future", "no-date", "no-day", "no-month", "zone-in-words", "empty"],
)
def test_prepare_reads_the_day_of_a_report(given: str, day: str | None, origin: str, note: str | None) -> None:
    report = prepare(GivenReport(text=ENGLISH, published=given), number=1, today=TODAY)
    assert (report.published, report.published_origin) == (day, origin)
    assert [note in n for n in report.notes] == [True] if note else not report.notes


@pytest.mark.parametrize("language", ["", " ", None], ids=repr)
def test_prepare_takes_an_empty_language_for_none(language: str | None) -> None:
    report = prepare(GivenReport(text=ENGLISH, language=language), number=1, today=TODAY)
    assert (report.coded, report.language) == (True, "en")
