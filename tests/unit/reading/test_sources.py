"""Files and streams become reports; what cannot be read becomes a report with the reason."""

import gzip
import io
from datetime import date, datetime
from pathlib import Path

import pytest

from dateline.reading.given import from_mapping
from dateline.reading.sources import read_path, read_stream


def test_read_path_reads_plain_text_as_one_report(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(b"One.\r\n\r\nTwo.\n")
    (given,) = read_path(file)
    assert (given.id, given.text) == ("report.txt", "One.\r\n\r\nTwo.\n")


def test_read_path_takes_a_name_too(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("One.")
    assert [g.text for g in read_path(str(tmp_path / "report.txt"))] == ["One."]


@pytest.mark.parametrize(
    ("value", "published"),
    [(date(2024, 5, 2), "2024-05-02"), (datetime(2024, 5, 2, 9, 30), "2024-05-02T09:30:00"), (float("nan"), None)],
    ids=["date", "datetime", "nan"],
)
def test_from_mapping_reads_the_cells_of_a_data_frame(value: object, published: str | None) -> None:
    given = from_mapping({"text": "One.", "id": 7, "title": float("nan"), "published": value})
    assert (given.id, given.title, given.published, given.error) == ("7", None, published, None)


def test_read_path_names_the_line_that_is_broken_and_reads_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_text('{"text": "One."}\n\n{"text": "Two\n{"id": 7, "text": "Three."}\n')
    first, broken, last = read_path(file)
    assert first.text == "One."
    assert broken.error is not None
    assert broken.error.startswith("feed.jsonl, line 3: not valid JSON")
    assert (last.id, last.text, last.error) == ("7", "Three.", None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('["text"]', "not a JSON object"),
        ('{"title": "No text"}', 'neither "text" nor "html"'),
        ('{"text": 5}', '"text" is a number'),
        ('{"text": "x", "title": ["y"]}', '"title" is a list'),
        ("[" * 100_000, "not valid JSON"),
    ],
    ids=["array", "no-text", "number", "list-title", "deep"],
)
def test_read_path_says_what_is_wrong_with_a_line(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_text(line + "\n")
    (given,) = read_path(file)
    assert given.error is not None
    assert said in given.error


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_read_path_reads_json_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes('{"text": "Łódź."}\n{"text": "Two."}\n'.encode(encoding))
    assert [g.text for g in read_path(file)] == ["Łódź.", "Two."]


def test_read_path_keeps_a_line_whole_at_unicode_line_separators(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_text('{"text": "a\u2028b\u0085c"}\n', encoding="utf-8")
    assert [g.text for g in read_path(file)] == ["a\u2028b\u0085c"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing.txt", "cannot be read"), (".", "no file of this folder ends in .htm, .html, .jsonl, .txt")],
    ids=["missing", "empty-folder"],
)
def test_read_path_gives_a_report_with_the_reason_for_a_file_that_cannot_be_read(
    tmp_path: Path, name: str, said: str
) -> None:
    (given,) = read_path(tmp_path / name)
    assert given.error is not None
    assert said in given.error


@pytest.mark.parametrize("name", ["report.txt", "feed.jsonl"])
def test_read_path_says_once_that_a_file_is_packed(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress(b'{"text": "One."}\n' * 50))
    (given,) = read_path(file)
    assert given.id == name
    assert "packed (gzip); unpack it first" in (given.error or "")


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'\n  {"text": "One."}', ["One."]),
        (b"Two drones hit.\n{not json}\n", ["Two drones hit.\n{not json}\n"]),
        (b"{curly} words open this report.", ["{curly} words open this report."]),
        (b"", [""]),
    ],
    ids=["json-lines", "blank-first", "text", "curly-text", "empty"],
)
def test_read_stream_tells_json_lines_from_text(raw: bytes, texts: list[str]) -> None:
    assert [g.text for g in read_stream(io.BytesIO(raw))] == texts


def test_read_path_reads_the_body_and_the_day_of_a_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    from dateline.reading.prepare import prepare  # noqa: PLC0415

    body = (
        "<p>The foreign ministers of the two countries met in Geneva on Tuesday and signed a truce, officials said.</p>"
    )
    page = (
        "<html><head><title>Truce signed</title>"
        '<meta property="article:published_time" content="2024-03-06T10:00:00Z"></head>'
        f"<body><nav>Home | World | Sport</nav><article><h1>Truce signed</h1>{body * 3}</article></body></html>"
    )
    file = tmp_path / "page.html"
    file.write_text(page)
    (given,) = read_path(file)
    report = prepare(given, number=1, today=date(2025, 1, 1))
    assert "signed a truce" in report.text
    assert "Sport" not in report.text
    assert report.title == "Truce signed"
    assert (report.published, report.published_origin) == ("2024-03-06", "document")


def test_read_path_reads_the_files_of_a_folder_by_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/x.htm", "a/y.jsonl", "a/z.png", ".hidden.txt", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "One."}\n')
    assert [g.id for g in read_path(tmp_path)] == ["a/x.htm", None, "b.txt"]


@pytest.mark.parametrize("address", ["https://example.org/a.html", "http://example.org", "HTTPS://example.org/x"])
def test_read_path_says_how_an_address_is_fetched(address: str) -> None:
    (given,) = read_path(address)
    assert "dateline ingest --fetch" in (given.error or "")


def test_a_number_of_thousands_of_digits_does_not_break_its_line(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_text('{"text": "One.", "hits": ' + "9" * 5_000 + '}\n{"text": "Two.", "id": ' + "9" * 5_000 + "}\n")
    first, second = read_path(file)
    assert (first.text, first.error) == ("One.", None)
    assert '"id" is a number; give it as a string' in (second.error or "")
