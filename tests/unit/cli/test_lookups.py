"""Commands that show how names and phrases are resolved."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dateline.lexicon.world.actors import ENTRY_COLUMNS

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("actors", "Sergei Lavrov", "--on", "2023-06-01"), {"country": "RUS", "office": "foreign minister"}),
        (("actors", "Kremlin"), {"country": "RUS", "read as": "seat"}),
        (("actors", "the British foreign secretary", "--on", "2023-05-10"), {"name": "James Cleverly"}),
        (("actors", "Israel's defence minister", "--on", "2025-01-15"), {"name": "Israel Katz"}),
        (("actors", "UN chief", "--on", "1998-02-20"), {"name": "Kofi Annan"}),
        (("places", "Tripoli", "--near", "Libya"), {"country": "LBY", "name": "Tripoli"}),
        (("times", "last Tuesday", "--published", "2024-05-02"), {"value": "2024-04-30", "days": "30 April 2024"}),
    ],
    ids=["person", "seat", "office", "possessive", "organisation", "place", "time"],
)
def test_lookups_show_the_best_candidate_first(run: Run, arguments: tuple[str, ...], wanted: dict[str, str]) -> None:
    first = json.loads(run(*arguments, "--json").stdout)[0]
    assert wanted.items() <= first.items()


def test_lookups_say_that_a_name_is_unknown(run: Run) -> None:
    result = run("places", "Xqzzy")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "not in the gazetteer" in result.stderr


def test_places_refuses_an_unknown_country(run: Run) -> None:
    assert run("places", "Tripoli", "--near", "Atlantis").exit_code == 2


def test_explain_gives_cue_entry_example_and_words(run: Run) -> None:
    news = "Two drones struck a depot near Odesa on Tuesday, killing three people, the governor said."
    out = run("explain", "-", "e1", "--published", "2024-05-02", given=news).stdout
    for words in ("ASSAULT drone", "“struck”", "lexicon entry assault/", "Its example", "30 April 2024", "“Tuesday”"):
        assert words in out


@pytest.mark.parametrize("record", ["a1", "p1", "t1", "s1"])
def test_explain_works_for_every_kind_of_record(run: Run, record: str) -> None:
    news = "Two drones struck a depot near Odesa on Tuesday, killing three people, the governor said."
    assert run("explain", "-", record, given=news).stdout.startswith(record)


def test_explain_names_the_report_that_cannot_be_coded(run: Run) -> None:
    feed = '{"text": "One."}\n{"text": "\n'
    result = run("explain", "-", "e1", "--report", "2", given=feed)
    assert str(result.exception).startswith("report 2: standard input, line 2: not valid JSON")


def test_explain_and_actors_read_tables_of_the_user(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "actors" / "mine.csv"
    table.parent.mkdir()
    row = "group/udava-tigers,Udava Tigers,armed-group,MLI,REB,,,,,,hand,"
    table.write_text(",".join(ENTRY_COLUMNS) + f"\n{row}\n", encoding="utf-8")
    news = "Udava Tigers attacked a convoy on Tuesday."
    assert "entry “group/udava-tigers”" in run("explain", "-", "a1", "--lexicon", str(tmp_path), given=news).stdout
    assert "group/udava-tigers" in run("actors", "Udava Tigers", "--lexicon", str(tmp_path)).stdout


def test_explain_names_the_records_that_there_are(run: Run) -> None:
    result = run("explain", "-", "e99", given="Two drones struck a depot near Odesa on Tuesday.")
    assert "no record 'e99'; it has" in str(result.exception)
