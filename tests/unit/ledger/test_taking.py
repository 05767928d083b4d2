"""Codings that are there ready-made, and files that were refused: taken as they are, and tried again."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from made_codings import TEXT, coding, event

from dateline.export.rows.lines import encode
from dateline.ingest import find_items, known
from dateline.ingest.articles.article import Article, items_of
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.documents.text import FORMAT as PLAIN
from dateline.ingest.options import Limits, Options
from dateline.ingest.source import Source
from dateline.ledger.keeping.ingest import ingest
from dateline.ledger.keeping.retrying import retry
from dateline.model.coding import Coding
from dateline.model.item import Item
from dateline.model.report import CoderInfo
from dateline.store.asking.view import View
from dateline.store.check import check

MADE_BY = CoderInfo(version="0.9", model="m", model_digest="d", lexicon_digest="l", options={"layers": "events"})


def made(name: str = "x", text: str = TEXT, **report: object) -> Coding:
    return coding(name, text, coder=MADE_BY, published_origin="given", **report)


def written(path: Path, *codings: Coding) -> Path:
    path.write_bytes(b"\n".join(map(encode, codings)) + b"\n")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_ready_made_codings_are_kept_as_they_are_with_the_run_that_made_them(ledger: Path, tmp_path: Path) -> None:
    told = made()
    tally = ingest(ledger, find_items(written(tmp_path / "a.jsonl", told)), coder=None)
    assert (tally.new, tally.taken) == (1, 1)
    with View(ledger) as view:
        assert view.coding("x") == told
        (run,) = view.rows("SELECT version, lexicon_digest, options, current FROM v_runs")
        assert run == {"version": "0.9", "lexicon_digest": "l", "options": '{"layers":"events"}', "current": 1}
        assert [e["id"] for e in view.rows("SELECT id FROM v_events")] == ["x/e1"]
    again = ingest(ledger, find_items(tmp_path / "a.jsonl"), coder=None)
    assert (again.known, again.taken) == (1, 0)
    assert check(ledger) == []


@pytest.mark.parametrize("column", ["coding", "made"])
def test_codings_in_a_column_of_parquet_are_kept_as_they_are_and_bad_ones_are_listed_by_their_rows(
    ledger: Path, tmp_path: Path, column: str
) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    told = [made(f"x{n}", text=f"{TEXT} It was day {n}.") for n in range(130)]
    lines = [encode(coding).decode() for coding in told]
    lines[0], lines[70] = "", lines[70].replace('"ASSAULT"', '"QUARREL"')
    rows = [{"digest": f"{n}", "id": f"x{n}", column: line, "code_version": "0.9"} for n, line in enumerate(lines)]
    path = tmp_path / "codings.parquet"
    parquet.write_table(arrow.Table.from_pylist(rows), path, row_group_size=50)
    tally = ingest(ledger, find_items(path), coder=None)
    assert (tally.new, tally.taken, tally.quarantined) == (128, 128, 2)
    with View(ledger) as view:
        assert view.coding("x5") == told[5]
        assert [r["version"] for r in view.rows("SELECT version FROM v_runs")] == ["0.9"]
        assert [q["article"] for q in view.rows("SELECT article FROM v_quarantine ORDER BY 1")] == [1, 71]


def test_codings_of_two_versions_are_two_runs_and_the_later_holds(ledger: Path, tmp_path: Path) -> None:
    newer = replace(made(), events=(event(type="PROTEST", mode="riot"),))
    newer = replace(newer, report=replace(newer.report, coder=replace(MADE_BY, version="1.0")))
    ingest(ledger, find_items(written(tmp_path / "a.jsonl", made(), newer)), coder=None)
    with View(ledger) as view:
        assert [e["type"] for e in view.rows("SELECT type FROM v_events")] == ["PROTEST"]
        assert [r["codings"] for r in view.rows("SELECT codings FROM v_runs")] == [1, 1]


def test_a_day_that_the_coder_read_is_kept_as_read(ledger: Path, tmp_path: Path) -> None:
    told = made()
    told = replace(told, report=replace(told.report, published_origin="deduced"))
    ingest(ledger, find_items(written(tmp_path / "a.jsonl", told)), coder=None)
    with View(ledger) as view:
        assert view.one("SELECT published, published_origin AS o FROM v_reports") == {
            "published": "2024-03-05", "o": "deduced",
        }  # fmt: skip


BROKEN = {
    "another type": (b"ASSAULT", b"QUARREL", "Invalid enum value 'QUARREL' - at `$.events[0].type`"),
    "a span outside": (b"[7,14]", b"[7,1400]", "e1 has the span [7, 1400], but the text has"),
    "an unknown actor": (b'"actors":["a1"]', b'"actors":["a9"]', "e1.actors refers to 'a9'"),
    "another schema": (b"dateline/1", b"dateline/2", "is no coding of the schema dateline/1"),
    "no coder": (msgspec.json.encode(MADE_BY), b"null", "report.coder does not say what made it"),
}


@pytest.mark.parametrize(("old", "new", "told"), BROKEN.values(), ids=BROKEN)
def test_a_coding_that_breaks_the_schema_is_refused_alone(old: bytes, new: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(encode(made("x")).replace(old, new) + b"\n" + encode(made("y")) + b"\n")
    bad, good = find_items(path)
    assert bad.refused is not None
    assert told in bad.refused.told
    assert (good.id, good.coding) == ("y", made("y"))


def test_a_report_that_could_not_be_coded_is_its_text_alone(tmp_path: Path) -> None:
    failed = Coding(report=replace(made().report, coded=False, error="took too long"))
    (item,) = find_items(written(tmp_path / "a.jsonl", failed))
    assert (item.text, item.coding, item.refused) == (TEXT, None, None)


def test_another_report_of_the_same_id_keeps_its_coding_under_its_own(ledger: Path, tmp_path: Path) -> None:
    other = made(text="Talks opened in Oslo on Monday, the hosts said, and nobody knew when they would end.")
    ingest(ledger, find_items(written(tmp_path / "a.jsonl", made(), other)), coder=None)
    with View(ledger) as view:
        (name,) = (r["id"] for r in view.rows("SELECT id FROM v_reports WHERE id LIKE 'x~%'"))
        found = view.coding(name)
        assert found is not None
        assert found.report.id == name


def halves(source: Source, options: Options) -> Iterator[Item]:
    parts = source.whole(options.limits).decode("latin-1").rpartition("\x00")[2].split("|")
    yield from items_of((Article(text=p) for p in parts), found=source.found, media_type="text/plain")


NEWER = Format(
    name="halves", what="", told_by="", gives="", many=True, read=halves,
    recognises=lambda source: source.head.startswith(b"HALVES\x00"),
)  # fmt: skip
TALKS = "Ministers of two countries met in Vaduz on Tuesday to talk of fishing rights in the north, a host said."


def test_a_file_refused_whole_is_read_again_by_newer_code_from_the_bytes_that_were_kept(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.bin"
    path.write_bytes(b"HALVES" + b"\x00" * 20 + f"{TEXT}|{TALKS}|".encode())
    assert ingest(ledger, find_items(path), coder=None).quarantined == 1
    path.unlink()
    assert retry(ledger).new == 0
    monkeypatch.setattr(known, "FORMATS", (NEWER, *known.FORMATS))
    tally = retry(ledger)
    assert (tally.read, tally.new, tally.quarantined) == (1, 2, 1)
    with View(ledger) as view:
        assert [r["text"] for r in view.rows("SELECT text FROM v_reports ORDER BY report_key")] == [TEXT, TALKS]
        assert [(r["article"], r["reason"]) for r in view.rows("SELECT * FROM v_quarantine")] == [(3, "empty")]
    assert retry(ledger).new == 0


def test_a_member_of_an_archive_keeps_its_bytes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in.bin", b"\x00\x01\x02" * 40)
    (member,) = find_items(tmp_path / "a.zip")
    assert (member.found.member, member.original) == ("in.bin", b"\x00\x01\x02" * 40)


@pytest.mark.parametrize("ending", ["zip", "tar"])
def test_a_member_that_is_refused_half_read_keeps_its_bytes_up_to_a_limit_and_says_so_above_it(
    tmp_path: Path, ending: str
) -> None:
    table = b"kind,length\n" + b"oak,40 feet and a bit more than that of it\n" * 20_000
    path = tmp_path / f"a.{ending}"
    if ending == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("trees.csv", table)
    else:
        with tarfile.open(path, "w") as archive:
            info = tarfile.TarInfo("trees.csv")
            info.size = len(table)
            archive.addfile(info, io.BytesIO(table))
    (kept,) = find_items(path)
    assert kept.refused is not None
    assert (kept.refused.reason, kept.original) == ("table", table)
    (large,) = find_items(path, options=Options(limits=Limits(kept_bytes=500_000)))
    assert large.refused is not None
    assert large.original == b""
    assert "its bytes are not kept (more than 0.476837 MB, or not to be had): ingest it again" in large.refused.told


def test_a_file_above_the_limit_keeps_no_bytes(tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(b"\x00\x01" * 40_000)
    (item,) = find_items(path, options=Options(kind=PLAIN.name, limits=Limits(whole_bytes=70_000)))
    assert item.refused is not None
    assert item.original == b""
    assert "are not kept" in item.refused.told
