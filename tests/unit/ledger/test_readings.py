"""Reports are numbered once and kept so; what is kept is what would be read now, whatever changed meanwhile."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_stories import ALL, CAPITAL, TALKS, keep, make

from dateline.incidents.alike.numbered import number
from dateline.incidents.rules import load_rule
from dateline.ledger.joining import likening
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.judging.judgements import Opinion, correct
from dateline.ledger.keeping.withdrawing import withdraw
from dateline.store.batch import Batch, Writer
from dateline.store.joining.readings import read_readings
from dateline.store.joining.tellings import read_tellings

COPY = {**CAPITAL, "id": "copy", "source": "Hill Gazette", "published": "2024-05-02T12:00"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = make(tmp_path / "a.db", ALL)
    bring_up(path, load_rule("standard"))
    return path


def add(path: Path, report: dict[str, Any], version: str = "1") -> None:
    with Writer(path) as writer, writer.batch() as batch:
        keep(batch, report, version=version)


def test_of_a_new_report_alone_the_text_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def noted(batch: Batch, reports: list[int]) -> Any:
        read.extend(reports)
        return read_tellings(batch, reports)

    monkeypatch.setattr(likening, "read_tellings", noted)
    text = "In Kyiv envoys met once more; grain, port fees and barley were left for June, a clerk wrote."
    add(path, {**TALKS, "id": "later", "text": text, "published": "2024-05-03"})
    bring_up(path, load_rule("standard"))
    with Writer(path) as writer:
        compared = {row[0] for row in writer.connection.execute("SELECT a FROM about UNION SELECT b FROM about")}
        (new,) = writer.connection.execute("SELECT report_key FROM report WHERE id = 'later'").fetchone()
    assert new in compared
    assert len(compared) > 1
    assert read == [new]


def change(path: Path, what: str) -> None:
    match what:
        case "a copy comes":
            add(path, COPY)
        case "another run":
            longer = {**CAPITAL, "events": [{**CAPITAL["events"][0], "trigger": "hit the"}]}
            add(path, longer, version="2")
        case "a person corrects":
            correct(path, "capital/e1", Opinion(kind="value", field="status", value="denied", why="said so"))
        case "it is withdrawn":
            withdraw(path, "capital", why="made up", erase=True)
        case "its day is read":
            with Writer(path) as writer, writer.batch() as batch:
                batch.connection.execute("UPDATE report SET published = '2024-05-01' WHERE id = 'capital'")


@pytest.mark.parametrize(
    "what", ["a copy comes", "another run", "a person corrects", "it is withdrawn", "its day is read"]
)
def test_what_is_kept_is_what_would_be_read(path: Path, what: str) -> None:
    change(path, what)
    for joined in (False, True):
        if joined:
            bring_up(path, load_rule("standard"))
        with Writer(path) as writer, writer.batch() as batch:
            kept = [*read_readings(batch, [row[0] for row in batch.all("SELECT report_key FROM report")])]
            now = read_tellings(batch, [one.key for one in kept])
        assert len(kept) >= len(ALL) - 1 - (not joined)
        for one in kept:
            assert one.read.whole == now[one.key]
            assert np.array_equal(one.values, number(now[one.key]).values)


def test_a_withdrawn_report_is_kept_no_longer(path: Path) -> None:
    withdraw(path, "capital", why="made up", erase=True)
    bring_up(path, load_rule("standard"))
    with Writer(path) as writer:
        sql = "SELECT r.id FROM reading JOIN report r USING (report_key) ORDER BY 1"
        assert [row[0] for row in writer.connection.execute(sql)] == sorted(
            r["id"] for r in ALL if r["id"] != "capital"
        )


def test_packed_words_weigh_what_they_weighed(path: Path) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        (one,) = read_readings(batch, [1])
    made = number(one.read.whole)
    for name in ("words", "opening", "told"):
        assert np.array_equal(getattr(one, name).weights, getattr(made, name).weights)
        assert np.array_equal(getattr(one, name).words, getattr(made, name).words)
    assert np.array_equal(one.sizes, made.sizes)
