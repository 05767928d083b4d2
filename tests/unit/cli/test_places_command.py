"""``dateline places import``: gazetteers of one's own that look-ups and the coder ask first."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
TEXT = "Gunmen attacked a market in Qorbelu on Monday, killing two people."


def test_an_imported_gazetteer_is_asked_first(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table, own, report = tmp_path / "own.csv", str(tmp_path / "own.sqlite"), tmp_path / "a.txt"
    table.write_text("place,lat,lon\nQorbelu,13.6,12.7\nNowhere,,\n")
    report.write_text(TEXT)
    done = run("places", "import", str(table), "--to", own, "--country", "Niger")
    assert done.exit_code == 0, done.output
    assert "1 left out: without coordinates" in done.stderr
    assert "1 places in" in done.stderr
    assert "13.600" in run("places", "Qorbelu", "--places", own).stdout
    coded = json.loads(run("code", str(report), "--format", "jsonl", "--places", own).stdout)
    (place,) = coded["places"]
    assert (place["name"], place["country"], place["lat"]) == ("Qorbelu", "NER", 13.6)
    assert "places" in coded["report"]["coder"]["options"]
    monkeypatch.setenv("DATELINE_PLACES", own)
    assert "13.600" in run("places", "Qorbelu").stdout


def test_wrong_usage_says_what_to_do(run: Run) -> None:
    told = run("places", "Port", "Sudan")
    assert (told.exit_code, "in quotes" in told.output) == (2, True)
