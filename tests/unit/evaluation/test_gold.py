from pathlib import Path

import pytest

from dateline.errors import GoldError
from dateline.evaluation.gold.cases import load_gold, read_cases, value_days

HEAD = (
    'about = "t"\n[[case]]\nid = "x"\nwhy = "w"\npublished = "2024-05-02"\ntext = "Rebels met rebels. Troops left."\n'
)


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        pytest.param("evnt = []\n", "unknown field `evnt`", id="misspelt-key"),
        pytest.param('event = [{ trigger = "left", type = "RETREATS" }]\n', "RETREATS", id="unknown-type"),
        pytest.param(
            'event = [{ trigger = "fled", type = "RETREAT" }]\n', "'fled' is not in the text", id="absent-words"
        ),
        pytest.param(
            'event = [{ trigger = "left", type = "AGREE", content = "GIVE" }]\n', "content 'GIVE'", id="content"
        ),
        pytest.param(
            'event = [{ trigger = "left", type = "RETREAT", quantities = ["dead 3"] }]\n',
            "quantity 'dead 3'",
            id="quantity",
        ),
        pytest.param(
            'event = [{ trigger = "left", type = "RETREAT", links = ["follows y"] }]\n',
            "points to event 'y'",
            id="link",
        ),
        pytest.param(
            'event = [{ trigger = "left", type = "RETREAT", day = "2024-02-30" }]\n', "day is out of range", id="day"
        ),
        pytest.param(
            'none = true\nevent = [{ trigger = "left", type = "RETREAT" }]\n', "none = true", id="none-beside-events"
        ),
        pytest.param(
            'full = true\nevent = [{ trigger = "left", type = "RETREAT" }]\n', "exactly one", id="full-without-main"
        ),
        pytest.param(
            'time = [{ words = "Monday", value = "2024-04-29" }]\n', "'Monday' is not in the text", id="other-layers"
        ),
    ],
)
def test_bad_case_names_file_case_and_fault(rest: str, message: str) -> None:
    with pytest.raises(GoldError, match=message) as caught:
        read_cases(HEAD + rest, "bad.toml")
    assert "bad.toml" in str(caught.value)
    assert "'x'" in str(caught.value)
    assert "docs/gold.md" in str(caught.value)


def test_two_cases_with_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(HEAD, "utf-8")
    with pytest.raises(GoldError, match=r"also in a\.toml"):
        load_gold([tmp_path])


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="does not exist"):
        load_gold([tmp_path / "nowhere"])


def test_digest_follows_the_content(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(HEAD, "utf-8")
    before = load_gold([file]).digest
    file.write_text(HEAD + "none = true\n", "utf-8")
    assert load_gold([file]).digest != before


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-04-29", ("2024-04-29", "2024-04-29")),
        ("2024-04-29TEV", ("2024-04-29", "2024-04-29")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2014-W31", ("2014-07-28", "2014-08-03")),
        ("2020-W39-WE", ("2020-09-26", "2020-09-27")),
        ("P3D", None),
    ],
)
def test_plain_values_give_their_days(value: str, days: tuple[str, str] | None) -> None:
    assert value_days(value) == days
