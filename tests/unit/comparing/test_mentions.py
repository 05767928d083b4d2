"""GDELT's mentions beside the reports of a ledger, by address."""

import json
from pathlib import Path

import pytest
from made_dossiers import dossier, member
from made_ledger import keep

from dateline.cli.main import run
from dateline.comparing.mentions import page_of

HERE, AWAY = "https://news.example/a", "https://elsewhere.example/b"


def mention(event: str, url: str, kind: str = "1") -> str:
    row = f"{event} 20240304120000 20240304121500 {kind} news.example {url} 3 10 20 30 1 60 2100 -3.2 - -"
    return "\t".join(row.split())


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return keep(tmp_path / "news.db", dossier(member(report={"id": "r-1", "url": HERE})))


def compared(ledger: Path, file: Path, capfd: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    code = run(["compare", str(file), "--as", "gdelt-mentions", "--ledger", str(ledger), *more])
    out, told = capfd.readouterr()
    return code, out, told


def test_each_mention_says_what_the_ledger_has_of_its_page(
    ledger: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.mentions.CSV"
    rows = [mention("7", HERE), mention("7", AWAY), mention("8", AWAY), mention("9", "A-BROADCAST-9", kind="2")]
    file.write_text("\n".join(rows))
    code, out, told = compared(ledger, file, capfd)
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(one["event"], one["state"], one["report"], one["events"]) for one in found] == [
        ("7", "coded", "r-1", 1), ("7", "not-here", None, None), ("8", "not-here", None, None),
        ("9", "no-page", None, None),
    ]  # fmt: skip
    assert "4 mentions of 3 events on 2 pages." in told
    assert "1 of these pages are reports here; 1 tell an event." in told
    assert "1 are not here; `dateline ingest --fetch`" in told
    assert "1 of 3 events are told by a page of which an event was coded." in told


@pytest.mark.parametrize(
    "url", ["http://www.news.example/a", "https://news.example/a/", "https://NEWS.example/a#top"]
)  # fmt: skip
def test_other_spellings_of_an_address_are_one_page(url: str) -> None:
    assert page_of(url) == page_of(HERE)


@pytest.mark.parametrize("url", ["https://news.example/a?page=2", "https://news.example/A", "https://[broken"])
def test_other_pages_are_others(url: str) -> None:
    assert page_of(url) != page_of(HERE)


def test_a_file_without_mentions_says_so(ledger: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a\tb\n")
    code, _, told = compared(ledger, file, capfd)
    assert (code, "holds no rows of GDELT's mentions" in told) == (1, True)


def test_filters_are_refused(ledger: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.csv"
    file.write_text(mention("7", HERE))
    code, _, told = compared(ledger, file, capfd, "--country", "UKR")
    assert (code, "takes no filter" in told) == (2, True)
