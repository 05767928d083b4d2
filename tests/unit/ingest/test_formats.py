"""Every format: each article of a file apart, with the title, day, source and author that the file gives of it."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from made_sources import KINDS, Story, as_rtf, factiva_lines, stories

from dateline.ingest import Options, find_items
from dateline.ingest.articles.article import Article
from dateline.ingest.articles.dates import read_published
from dateline.ingest.layouts.europresse import split as europresse_split
from dateline.model.item import Item
from dateline.reading.many import layout_of


@pytest.mark.parametrize("name", KINDS)
def test_every_article_of_a_file_is_an_item_with_what_the_file_says_of_it(name: str, tmp_path: Path) -> None:
    kind, told = KINDS[name], stories(7, 3)
    told = told if kind.many else told[:1]
    path = tmp_path / f"export{kind.ending}"
    path.write_bytes(kind.write(told))
    check(list(find_items(path)), told, kind.says)


@pytest.mark.parametrize("name", KINDS)
def test_a_format_is_known_by_its_bytes_whatever_its_name(name: str, tmp_path: Path) -> None:
    kind, told = KINDS[name], stories(7, 3)
    told = told if kind.many else told[:1]
    path = tmp_path / "download"
    path.write_bytes(kind.write(told))
    check(list(find_items(path)), told, kind.says)


def check(items: list[Item], told: list[Story], says: tuple[str, ...]) -> None:
    assert [i.refused and i.refused.told for i in items] == [None] * len(told)
    for item, story in zip(items, told, strict=True):
        assert story.mark in item.text
        assert all(" ".join(p.split()[-4:]) in " ".join(item.text.split()) for p in story.body)
        assert "warehouse" in item.original.decode("utf-8", "replace") or item.media_type.startswith(
            ("application", "text/csv")
        )
        if "title" in says:
            assert item.title == story.title
        if "day" in says:
            assert item.published is not None
            assert (item.published.moment or "")[:10] == f"{story.day}"
            assert item.published.origin != ""
        if "source" in says:
            assert item.source == story.source
        if "author" in says:
            assert (item.author or "").lower() == story.author.lower()


@pytest.mark.parametrize("name", ["nexis-text", "factiva-text", "proquest", "europresse-text"])
def test_exports_with_the_line_ends_of_windows_are_split_at_their_places(name: str, tmp_path: Path) -> None:
    told = stories(7, 3)
    raw = KINDS[name].write(told).replace(b"\n", b"\r\n")
    path = tmp_path / "export.txt"
    path.write_bytes(raw)
    items = list(find_items(path))
    check(items, told, KINDS[name].says)
    places = [i.found.offset or 0 for i in items]
    assert [raw[a:b].count(b"warehouse") for a, b in pairwise([*places, len(raw)])] == [1, 1, 1]
    assert layout_of(raw.decode()) == name.partition("-")[0]


def test_packed_files_are_opened_however_deep(tmp_path: Path) -> None:
    told = stories(20, 3)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a/nexis.txt", KINDS["nexis-text"].write(told))
    outer = io.BytesIO()
    with tarfile.open(fileobj=outer, mode="w:gz") as tar:
        for name, raw in (
            ("in/inner.zip", inner.getvalue()),
            ("in/feed.jsonl.gz", gzip.compress(KINDS["json-lines"].write(told))),
        ):
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            tar.addfile(info, io.BytesIO(raw))
    path = tmp_path / "all.tgz"
    path.write_bytes(outer.getvalue())
    items = list(find_items(path))
    assert [s.mark in i.text for i, s in zip(items, [*told, *told], strict=True)] == [True] * 6
    assert [i.found.member for i in items[::3]] == [
        "all.tar!/in/inner.zip!/a/nexis.txt",
        "all.tar!/in/feed.jsonl.gz!/feed.jsonl",
    ]
    assert not (tmp_path / "a").exists()


def test_what_a_user_says_of_the_format_goes_before_what_a_file_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(KINDS["nexis-text"].write(stories(3, 2)))
    (one,) = find_items(path, options=Options(kind="text"))
    assert one.text.count("DOCUMENTS") == 2


def test_a_layout_that_is_said_and_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(KINDS["text"].write(stories(3, 1)))
    (one,) = find_items(path, options=Options(kind="proquest"))
    assert one.refused is not None
    assert "say another --as" in one.refused.told


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress], ids=["gz", "bz2", "xz"])
@pytest.mark.parametrize("name", ["warc", "nexis-text", "json-lines", "parquet", "mbox"])
def test_a_packed_file_is_read_as_it_comes(name: str, pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    told = stories(9, 3)
    path = tmp_path / f"export{KINDS[name].ending}.packed"
    path.write_bytes(pack(KINDS[name].write(told)))
    check(list(find_items(path)), told, KINDS[name].says)


@pytest.mark.parametrize(
    "given", [{"words": "text", "told on": "published"}, {"text": "words", "published": "told on"}]
)
def test_columns_that_are_not_known_are_said(given: dict[str, str], tmp_path: Path) -> None:
    (story,) = stories(9, 1)
    path = tmp_path / "own.csv"
    path.write_text(f'words,told on\n"{story.text}",{story.day}\n')
    (refused,) = find_items(path)
    assert refused.refused is not None
    assert "--columns words=text" in refused.refused.told
    (item,) = find_items(path, options=Options(columns=given))
    assert (story.mark in item.text, item.published and item.published.moment) == (True, f"{story.day}")


def test_a_column_that_is_said_and_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("words,day\na,b\n")
    (refused,) = find_items(path, options=Options(columns={"body": "text"}))
    assert refused.refused is not None
    assert "no column 'body'" in refused.refused.told


@pytest.mark.parametrize(
    ("raw", "moment", "zone", "trust"),
    [
        ("January 2, 2020 Thursday 10:15 PM GMT", "2020-01-02T22:15:00+00:00", "GMT", "certain"),
        ("lundi 6 janvier 2020 - p. 3", "2020-01-06", None, "certain"),
        ("Thu, 02 May 2024 23:30:00 +0200", "2024-05-02T23:30:00+02:00", "+0200", "certain"),
        ("May 5, 2024 at 3:15 p.m. EDT", "2024-05-05T15:15:00", "EDT", "certain"),
        ("20240502093000", "2024-05-02T09:30:00", None, "certain"),
        ("03/04/2024", "2024-03-04", None, "guess"),
        ("13/04/2024", "2024-04-13", None, "certain"),
        ("soon", None, None, "guess"),
    ],
)
def test_a_date_keeps_what_was_printed_beside_what_was_read(
    raw: str, moment: str | None, zone: str | None, trust: str
) -> None:
    found = read_published(raw)
    assert found is not None
    assert (found.raw, found.moment, found.zone, found.trust) == (raw, moment, zone, trust)


def europresse(*lines: str) -> list[Article]:
    return list(europresse_split("\n".join(lines)))


def test_europresse_without_blank_lines_is_split_and_short_lines_about_words_split_nothing() -> None:
    found = europresse(
        "2 documents", "Talks open in Valmoor", "• p. 2", "Dimanche 9 novembre 2025", "The Harbour Gazette", "• p. 2",
        "• 480 words", "Page a2", "Talks open in Valmoor", "Mira Kostenko", "Envoys met on Monday and issued a text of",
        "400 words.", "It named no date.", "news•20251109•HG•7", "10 novembre 2025", "The Lakeside Courier",
        "• 90 words", "Truce holds", "The truce held on Tuesday, the army said.", "news•20251110•LC•8",
    )  # fmt: skip
    assert [(a.title, a.author, a.source, a.published, a.id) for a in found] == [
        (
            "Talks open in Valmoor",
            "Mira Kostenko",
            "The Harbour Gazette",
            "Dimanche 9 novembre 2025",
            "news•20251109•HG•7",
        ),
        ("Truce holds", None, "The Lakeside Courier", "10 novembre 2025", "news•20251110•LC•8"),
    ]
    assert [" ".join(a.text.split()) for a in found] == [
        "Envoys met on Monday and issued a text of 400 words. It named no date.",
        "The truce held on Tuesday, the army said.",
    ]


def test_the_day_of_europresse_is_that_of_its_number_where_the_head_has_none() -> None:
    found = europresse("The Harbour Gazette", "• 90 words", "Truce holds", "The truce held.", "news·20251110·HG·8")
    assert [(a.source, a.published) for a in found] == [("The Harbour Gazette", "20251110")]


@pytest.mark.parametrize("code", [True, False], ids=["source, code, language", "source, language"])
def test_a_factiva_page_tells_its_language_with_or_without_a_code(code: bool, tmp_path: Path) -> None:  # noqa: FBT001
    lines = [line for line in factiva_lines(stories(3, 2)) if code or line != "HARGAZ"]
    path = tmp_path / "export.rtf"
    path.write_bytes(as_rtf(lines))
    assert [item.language for item in find_items(path)] == ["en", "en"]


@pytest.mark.parametrize(("letters", "rows"), [(60, 2), (61, 1)])
def test_a_first_line_of_long_names_is_no_table(letters: int, rows: int, tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(f"title,text,{'x' * letters}\nOne,Shells fell on Bardo.,a\nTwo,Talks went on in Vaduz.,b\n")
    assert len(list(find_items(path))) == rows
