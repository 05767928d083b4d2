"""The folder of five hundred files through the command, two processes coding: complete, bounded, contained."""

import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from made_folder import Folder, make_folder

import dateline
from dateline.store.check import check
from memory import Memory, peak_of

for _library in ("trafilatura", "feedparser", "striprtf", "fastwarc", "pypdfium2", "pyarrow"):
    pytest.importorskip(_library)

COMMAND = [sys.executable, "-c", "from dateline.cli.main import main; main()"]
MOST_MB = 900


@dataclass(frozen=True)
class Done:
    folder: Folder
    ledger: Path
    code: int
    told: str
    peak: Memory


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    place = tmp_path_factory.mktemp("made")
    folder, ledger, log = make_folder(place / "in"), place / "out" / "news.db", place / "log"
    ledger.parent.mkdir()
    with log.open("wb") as err:
        arguments = [*COMMAND, "ingest", str(folder.path), "--ledger", str(ledger), "--jobs", "2"]
        process = subprocess.Popen(arguments, stderr=err, stdout=subprocess.DEVNULL, cwd=ledger.parent)
        peak = peak_of(process)
    return Done(folder, ledger, process.returncode, log.read_text(encoding="utf-8"), peak)


def test_every_good_article_is_a_report_that_was_coded(done: Done) -> None:
    stories = {story.mark for _, told in done.folder.good.values() for story in told}
    with dateline.open_ledger(done.ledger) as ledger:
        texts = [
            row["text"] for row in ledger.sql("SELECT text FROM v_reports WHERE error IS NULL AND run IS NOT NULL")
        ]
    lost = [mark for mark in stories if not any(mark in text for text in texts)]
    assert (done.code, lost, len(texts)) == (0, [], len(stories)), done.told


def test_every_bad_file_is_listed_with_a_reason_and_what_to_do(done: Done) -> None:
    with dateline.open_ledger(done.ledger) as ledger:
        listed = {(row["path"], row["reason"]) for row in ledger.sql("SELECT path, reason, told FROM v_quarantine")}
    assert {path for path, _ in listed} == set(done.folder.bad)
    assert [one for one in listed if one[1] not in done.folder.bad[one[0]]] == []


def test_nothing_is_written_but_the_ledger_and_it_is_whole(done: Done) -> None:
    assert {path.name.partition("-")[0] for path in done.ledger.parent.iterdir()} == {done.ledger.name}
    assert sum(not path.is_dir() for path in done.folder.path.rglob("*")) == 500
    assert check(done.ledger) == []


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells how much memory processes share")
@pytest.mark.skipif(find_spec("torch") is not None, reason="spaCy loads PyTorch where it is installed")
def test_two_jobs_take_less_than_900_mb_with_all_that_they_share_counted_once(done: Done) -> None:
    assert 0 < done.peak.pss < MOST_MB
