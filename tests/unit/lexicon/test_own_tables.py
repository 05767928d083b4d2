"""A folder of a user's own tables is read whole or refused."""

from pathlib import Path

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.files import own_folder


@pytest.mark.parametrize("name", ["groups.toml", "mine.csv", "frames/mine.csv", "actors/mine.toml"])
def test_own_folder_refuses_a_table_that_nothing_reads(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("")
    with pytest.raises(LexiconError, match=r"is not read; give a folder that holds actors/\*\.csv"):
        own_folder(tmp_path)


def test_own_folder_refuses_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no table lies there"):
        own_folder(tmp_path)


def test_own_folder_takes_tables_of_actors_and_countries(tmp_path: Path) -> None:
    for name in ("actors/mine.csv", "actors/north/more.csv", "countries/forms.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "README.md").write_text("Whose tables these are.")
    assert own_folder(tmp_path) == tmp_path
