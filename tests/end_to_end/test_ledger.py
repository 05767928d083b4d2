"""A ledger under hard use: killed at any moment, two at once, a full disk."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.store.fingerprint import fingerprint

COMMAND = [sys.executable, "-c", "from dateline.cli.main import main; main()"]


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of invented reports: some are copies, some cannot be taken."""
    path = tmp_path_factory.mktemp("feed") / "feed.jsonl"
    rng = random.Random(5)
    towns = ("Bardo", "Vallis", "Korun", "Tesh", "Mirow", "Ostrand")
    words = ["".join(rng.choices(("ba", "dor", "ke", "lim", "mar", "no", "rus"), k=2)) for _ in range(300)]
    lines = []
    for n in range(400):
        told = " ".join(rng.choices(words, k=40))
        said = f"Gunmen shot {n} sheep near {rng.choice(towns)} on Monday, a herder said of the {told}."
        lines.append(json.dumps({"id": f"n{n}" if n % 3 else None, "text": said, "source": rng.choice(towns)}))
        if n % 9 == 0:
            lines.append(json.dumps({"id": f"copy{n}", "text": said + " More later.", "source": "Harbour Gazette"}))
        if n % 50 == 0:
            lines.append("{broken")
    path.write_text("\n".join(lines))
    return path


def ingest(feed: Path, ledger: Path, *more: str) -> "subprocess.Popen[bytes]":
    arguments = [*COMMAND, "ingest", str(feed), "--ledger", str(ledger), *more]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)


def is_whole(ledger: Path) -> bool:
    done = subprocess.run([*COMMAND, "ledger", "check", "--ledger", str(ledger)], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture(scope="module")
def undisturbed(feed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("ledger") / "news.db"
    with ingest(feed, ledger, "--no-code") as process:
        assert process.wait(timeout=300) == 0
    return ledger


def test_a_ledger_killed_at_any_moment_goes_on_to_the_same_rows(feed: Path, undisturbed: Path, tmp_path: Path) -> None:
    ledger, rng = tmp_path / "news.db", random.Random(11)
    for _ in range(10):
        process = ingest(feed, ledger, "--no-code")
        time.sleep(rng.uniform(0.3, 1.3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    with ingest(feed, ledger, "--no-code") as process:
        assert process.wait(timeout=300) == 0
    assert fingerprint(ledger) == fingerprint(undisturbed)
    assert is_whole(ledger)


def test_two_at_once_leave_the_same_rows(feed: Path, undisturbed: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "news.db"
    both = [ingest(feed, ledger, "--no-code") for _ in range(2)]
    assert [p.communicate() and p.returncode for p in both] == [0, 0]
    assert fingerprint(ledger) == fingerprint(undisturbed)
    assert is_whole(ledger)


def test_again_is_free(feed: Path, undisturbed: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "copy.db"
    subprocess.run([*COMMAND, "ledger", "copy", str(ledger), "--ledger", str(undisturbed)], check=True)
    with ingest(feed, ledger, "--no-code") as process:
        told = process.communicate()[1].decode()
    assert " read, " in told
    assert "new" not in told
    assert fingerprint(ledger) == fingerprint(undisturbed)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_full_disk_is_one_line_and_what_was_written_stays(feed: Path, undisturbed: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "news.db"
    limited = f"ulimit -f 900; exec {sys.executable} -c 'from dateline.cli.main import main; main()' ingest {feed} --no-code --ledger {ledger}"  # noqa: E501
    done = subprocess.run(["sh", "-c", f"trap '' XFSZ; {limited}"], capture_output=True, check=False, env=os.environ)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"make room" in done.stderr or b"disk" in done.stderr
    with ingest(feed, ledger, "--no-code") as process:
        assert process.wait(timeout=300) == 0
    assert fingerprint(ledger) == fingerprint(undisturbed)
    assert is_whole(ledger)


def test_coding_that_is_killed_goes_on(tmp_path: Path) -> None:
    feed = tmp_path / "few.jsonl"
    feed.write_text(
        "\n".join(json.dumps({"text": f"Rebels shelled Gao on Monday, killing {n} people."}) for n in range(2, 60))
    )
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    with ingest(feed, whole) as process:
        assert process.wait(timeout=300) == 0
    for wait in (1.5, 2.0, 2.5):
        process = ingest(feed, killed)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    with ingest(feed, killed) as process:
        assert process.wait(timeout=300) == 0
    assert fingerprint(killed) == fingerprint(whole)
    assert is_whole(killed)
