"""``dateline code`` never takes a file of many reports for one."""

import io
import json
from pathlib import Path

import pytest
from made_sources import KINDS, stories

from dateline.cli.given.feeds import open_feed
from dateline.reading.refuse import reason
from dateline.reading.sources import read_stream

MANY = [name for name, kind in KINDS.items() if kind.many]


@pytest.mark.parametrize("name", MANY)
def test_each_report_of_a_file_is_coded_apart(name: str, tmp_path: Path) -> None:
    told = stories(4, 3)
    path = tmp_path / f"export{KINDS[name].ending}"
    path.write_bytes(KINDS[name].write(told))
    given = open_feed([str(path)]).take()
    assert len(given) == 3
    assert [s.mark in g.text for s, g in zip(told, given, strict=True)] == [True] * 3
    assert [g.error for g in given] == [None] * 3
    assert len({g.id for g in given}) in (1, 3)  # lines without ids are numbered later


@pytest.mark.parametrize("name", ["nexis-text", "factiva-text", "proquest", "rss", "atom", "mbox", "warc"])
def test_a_text_of_many_reports_is_refused_with_the_command_that_splits_it(name: str) -> None:
    raw = KINDS[name].write(stories(4, 3))
    (given,) = read_stream(io.BytesIO(raw))
    assert "dateline ingest --as" in (reason(given.text) or "")
    (line,) = read_stream(io.BytesIO(json.dumps({"text": raw.decode()}).encode()))
    assert "dateline ingest --as" in (reason(line.text) or "")
