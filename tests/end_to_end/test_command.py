"""The installed command, run as a process: pipes, exit codes, time limits, slow feeds."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from dateline.cli.main import main; main()"]
NEWS = "Two drones struck a depot near Odesa on Tuesday, killing three people, the governor said."
LONG = 20_000


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], input=given, capture_output=True, timeout=300, check=False)


def feed(*texts: str) -> bytes:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()


def test_lines_survive_readers_that_split_at_every_line_break() -> None:
    done = run("code", given=feed("Talks went on\x85in Oslo\u2028on Monday.\u2029\x0b\x1c The end \ud800."))
    (line,) = done.stdout.decode("utf-8").splitlines()
    coding = json.loads(line)
    assert coding["report"]["text"].startswith("Talks went on\x85in Oslo\u2028")
    assert "\ufffd" in coding["report"]["text"]
    assert done.returncode == 0


def test_files_that_cannot_be_read_fail_alone(tmp_path: Path) -> None:
    good, shut = tmp_path / "good.txt", tmp_path / "shut.txt"
    good.write_text(NEWS)
    shut.write_text(NEWS)
    shut.chmod(0)
    done = run("code", str(tmp_path / "missing.txt"), str(good), str(shut))
    found = [json.loads(line)["report"] for line in done.stdout.decode().splitlines()]
    readable_by_root = os.access(shut, os.R_OK)
    assert [r["coded"] for r in found] == [False, True, readable_by_root]
    assert "check the path" in found[0]["error"]
    assert b"missing.txt" in done.stderr
    assert done.returncode == 1


def test_a_closed_pipe_ends_quietly() -> None:
    process = subprocess.Popen(
        [*COMMAND, "code"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None  # noqa: PT018
        process.stdout.close()
        process.stdin.write(feed(*[NEWS] * 5))
        process.stdin.close()
        assert process.wait(timeout=300) == 0
        assert process.stderr.read() == b""


def test_an_error_of_ours_is_one_line(tmp_path: Path) -> None:
    done = run("code", "--model", "no_such_model", str(tmp_path / "x.txt"))
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"no_such_model" in done.stderr
    assert b"Traceback" in run("code", "--debug", "--model", "no_such_model", "x.txt").stderr


@pytest.mark.parametrize("arguments", [("schema",), ("places", "Paris"), ("--help",)], ids=lambda a: a[0])
def test_a_closed_pipe_ends_every_command_quietly(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run([*COMMAND, *arguments], stdout=pipe, stderr=subprocess.PIPE, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "code"], input=NEWS.encode(), stdout=full, stderr=subprocess.PIPE, timeout=300, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"dateline: No space left on device")
    assert done.stderr.count(b"\n") == 1


@pytest.fixture
def slow_feed() -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([*COMMAND, "code"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def test_a_slow_feed_gets_each_coding_at_once(slow_feed: "subprocess.Popen[bytes]") -> None:
    assert slow_feed.stdin is not None and slow_feed.stdout is not None  # noqa: PT018
    for n in range(2):
        slow_feed.stdin.write(feed(f"{NEWS} {n}"))
        slow_feed.stdin.flush()
        assert json.loads(slow_feed.stdout.readline())["report"]["id"] == str(n + 1)


def test_jobs_keep_the_order_and_the_codings() -> None:
    given = feed(*(f"Rebels shelled Sarmin on Monday, killing {n} soldiers." for n in range(2, 20)), "", NEWS)
    alone, together = run("code", given=given), run("code", "--jobs", "2", given=given)
    first, second = ([json.loads(line) for line in done.stdout.splitlines()] for done in (alone, together))
    for coding in (*first, *second):
        del coding["report"]["coder"]["lexicon_digest"]  # a lexicon may be edited between the two runs
    assert second == first
    assert together.returncode == 1


def test_timeout_bounds_one_report_and_the_rest_goes_on() -> None:
    began = time.monotonic()
    done = run("code", "--timeout", "4", given=feed(NEWS, f"{NEWS} " * LONG, NEWS))
    found = [json.loads(line)["report"] for line in done.stdout.decode().splitlines()]
    assert [r["coded"] for r in found] == [True, False, True]
    assert "longer than 4 s" in found[1]["error"]
    assert time.monotonic() - began < 200


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["title"]


def test_the_package_runs_as_the_command_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "--version"], capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"dateline ")
