import errno
import io
import json
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.ingest import Options, find_items, find_items_in
from dateline.ingest.dispatch import read_bytes, read_source
from dateline.ingest.source import HEAD_BYTES, Source
from dateline.model.item import Found

NEWS = "Two drones struck a depot near Odesa on Tuesday, the governor said."


def test_a_text_file_is_one_item_with_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "strike.txt"
    path.write_text(NEWS)
    (item,) = find_items(path)
    assert (item.text, item.original, item.id, item.refused) == (NEWS, NEWS.encode(), None, None)
    assert item.found == Found(path=str(path))


def test_a_folder_is_read_in_order_and_hidden_files_are_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden/c.txt", "d/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{NEWS} {name}")
    assert [i.text.split()[-1] for i in find_items(tmp_path)] == ["a.txt", "b.txt", "d/e.txt"]


def test_json_lines_are_numbered_and_broken_ones_refused(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"id": "x", "text": NEWS, "published": "2024-05-02T07:00:00 EST"}) + "\n\n{broken\n")
    good, bad = find_items(path)
    assert good.published is not None
    assert (good.id, good.published.raw, good.published.zone) == ("x", "2024-05-02T07:00:00 EST", "EST")
    assert bad.found.number == 3
    assert bad.refused is not None
    assert "line 3" in bad.refused.told


def test_standard_input_is_told_by_its_first_line() -> None:
    lines = io.BytesIO(b"\n" + json.dumps({"text": NEWS}).encode() + b"\n" + json.dumps({"text": "B"}).encode())
    assert [i.text for i in find_items("-", stdin=lines)] == [NEWS, "B"]
    assert [i.text for i in find_items("-", stdin=io.BytesIO(NEWS.encode()))] == [NEWS]


def test_what_a_user_says_fills_what_is_not_given(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"text": NEWS, "source": "Own"}) + "\n" + json.dumps({"text": NEWS}))
    items = list(find_items(path, options=Options(source="Other", published="2024-05-02")))
    assert [(i.source, i.origins["source"]) for i in items] == [("Own", "given"), ("Other", "option")]
    assert all(i.published and i.published.moment == "2024-05-02" for i in items)


def test_a_source_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        list(find_items(tmp_path / "nothing"))


def test_binary_bytes_are_refused_with_what_to_do() -> None:
    (item,) = find_items_in(b"%PDF-1.7 \x00\x01", found=Found(path="a.pdf"))
    assert item.refused is not None
    assert "PDF" in item.refused.told


class Breaking(io.BytesIO):
    """A file of some kilobytes that cannot be read to its end."""

    def __init__(self, why: int) -> None:
        super().__init__(b"Shells fell near Bardo on Monday, the mayor said. " * 4000)
        self.why = why

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= HEAD_BYTES:
            raise OSError(self.why, "no more")
        return super().read(size)


def test_a_full_disk_stops_the_run_and_a_file_that_cannot_be_read_is_refused_alone() -> None:
    (item,) = read_source(Source(Found(path="a.txt"), Breaking(errno.EIO)), Options())
    assert item.refused is not None
    assert item.refused.reason == "broken"
    with pytest.raises(OSError, match="no more"):
        list(read_source(Source(Found(path="a.txt"), Breaking(errno.ENOSPC)), Options()))


@pytest.mark.parametrize("length", [40, 3 * HEAD_BYTES], ids=["short", "longer than its head"])
def test_what_is_refused_keeps_all_its_bytes(length: int) -> None:
    raw = b'{"href": "https://api.reliefweb.int/v1/reports", "data": [{"fields": {"body": "' + b"x" * length
    (item,) = read_bytes(raw, found=Found(path="answer.json", member="1"), options=Options())
    assert item.refused is not None
    assert item.original == raw


def test_a_report_of_an_answer_keeps_its_letters_as_they_were_sent() -> None:
    fields = {"title": "Réunion à Séné", "body": "La ministre a parlé.", "url": "https://reliefweb.int/node/7"}
    raw = json.dumps({"data": [{"id": "7", "fields": fields}]}, ensure_ascii=False).encode()
    (item,) = read_bytes(raw, found=Found(path="answer.json"), options=Options())
    assert "Réunion à Séné".encode() in item.original
