"""A file that hangs or swells is given up, and the next one is read."""

import os
import sys
from pathlib import Path

import pytest
from made_sources import as_page, as_text, stories

from dateline.ingest import find_items
from dateline.ingest.apart.exchange import Request
from dateline.ingest.apart.guard import Guard
from dateline.ingest.options import Limits, Options
from dateline.model.item import Found, Item


def read(guard: Guard, path: Path, limits: Limits) -> list[tuple[str | None, str]]:
    request = Request(found=Found(path=str(path)), options=Options(limits=limits))
    items = [got for got in guard.read(request) if isinstance(got, Item)]
    return [(i.refused.reason if i.refused else None, i.refused.told if i.refused else i.text) for i in items]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe that nobody writes to stands for a file that hangs")
def test_a_file_that_hangs_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    limits = Limits(seconds=1.0)
    os.mkfifo(tmp_path / "hangs")
    (tmp_path / "next.txt").write_bytes(as_text(stories(1, 1)))
    with Guard(limits) as guard:
        assert [reason for reason, _ in read(guard, tmp_path / "hangs", limits)] == ["timed-out"]
    with Guard(Limits()) as guard:
        assert [reason for reason, _ in read(guard, tmp_path / "next.txt", Limits())] == [None]


@pytest.mark.skipif(sys.platform != "linux", reason="its memory is watched where the system tells it")
def test_a_file_that_swells_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    limits = Limits(memory_mb=150)
    (tmp_path / "swells.html").write_bytes(b"<!DOCTYPE html><html><body>" + b"<p>The army said so.</p>" * 180_000)
    (tmp_path / "next.html").write_bytes(as_page(stories(1, 1)))
    with Guard(limits) as guard:
        ((reason, told),) = read(guard, tmp_path / "swells.html", limits)
        assert reason == "too-large"
        assert "150 MB" in told
        assert [reason for reason, _ in read(guard, tmp_path / "next.html", limits)] == [None]


@pytest.mark.skipif(sys.platform != "linux", reason="its memory is watched where the system tells it")
def test_a_file_that_was_given_up_keeps_its_bytes(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "swells.html"
    path.write_bytes(b"<!DOCTYPE html><html><body>" + b"<p>The army said so.</p>" * 180_000)
    (item,) = find_items(path, options=Options(limits=Limits(memory_mb=150)))
    assert item.refused is not None
    assert item.original == path.read_bytes()


def test_a_process_that_dies_loses_its_own_file_alone(tmp_path: Path) -> None:
    (tmp_path / "next.txt").write_bytes(as_text(stories(1, 1)))
    with Guard(Limits()) as guard:
        assert [r for r, _ in read(guard, tmp_path / "next.txt", Limits())] == [None]
        process = guard._process
        assert process is not None
        process.kill()
        process.wait()
        assert [r for r, _ in read(guard, tmp_path / "next.txt", Limits())] == [None]
