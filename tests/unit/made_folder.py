"""A folder of five hundred files: reports in every format, files broken in many ways, and files that mean harm."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from made_sources import KINDS, Story, as_docx, as_json_lines, as_page, as_parquet, as_pdf, as_rss, stories

GOOD, BROKEN, HOSTILE = 420, 60, 20
_EACH = 3


@dataclass
class Folder:
    """What lies in the folder: the stories of each good file, and the reasons that may be given for each bad one."""

    path: Path
    good: dict[str, tuple[str, list[Story]]] = field(default_factory=dict)
    bad: dict[str, frozenset[str]] = field(default_factory=dict)


def make_folder(path: Path) -> Folder:
    """Write the folder."""
    folder = Folder(path)
    for n, (name, kind) in zip(range(GOOD), _kinds(), strict=False):
        told = stories(1000 + n * _EACH, _EACH if kind.many else 1)
        raw, ending = kind.write(told), kind.ending
        if n % 7 == 3:
            raw, ending = gzip.compress(raw), f"{ending}.gz"
        elif n % 7 == 5:
            raw, ending = zipped({f"inside/export{ending}": raw}), ".zip"
        place = path / f"{n % 10}" / f"{n:03d}-{name}{ending}"
        _write(place, raw)
        folder.good[str(place)] = (name, told)
    for n, (name, raw, reasons) in enumerate([*broken(), *((f"again-{a}", b, c) for a, b, c in broken())]):
        place = path / "broken" / f"{n:02d}-{name}"
        _write(place, raw)
        folder.bad[str(place)] = reasons
    for name, raw, reasons in hostile():
        place = path / "hostile" / name
        _write(place, raw)
        folder.bad[str(place)] = reasons
    link = path / "hostile" / "link.txt"
    link.symlink_to("/etc/hostname")
    folder.bad[str(link)] = frozenset({"hostile", "unreadable"})
    return folder


def _kinds() -> Iterator[tuple[str, "object"]]:
    while True:
        yield from KINDS.items()


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def zipped(members: dict[str, bytes]) -> bytes:
    """Write a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(*members: tarfile.TarInfo, raw: bytes = b"") -> bytes:
    """Write a tar archive whose members all hold the same bytes."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member in members:
            member.size = len(raw) if member.isfile() else 0
            archive.addfile(member, io.BytesIO(raw))
    return out.getvalue()


def broken() -> Iterator[tuple[str, bytes, frozenset[str]]]:
    """Yield thirty files that cannot be read, or should not be: name, bytes, reasons that may be given."""
    page = "<html><head><title>{0}</title></head><body><article><p>{0}</p></article></body></html>"
    zip_ = zipped({"a.txt": b"words " * 500})

    def one(name: str, raw: bytes | str, *reasons: str) -> tuple[str, bytes, frozenset[str]]:
        return name, raw.encode() if isinstance(raw, str) else raw, frozenset(reasons)

    yield one("empty.txt", b"", "empty")
    yield one("blank.html", b" \n\t \n", "empty")
    yield one("cut.jsonl.gz", gzip.compress(as_json_lines(stories(1, 1)) * 40)[:60], "broken", "unreadable")
    yield one("cut.zip", zip_[: len(zip_) // 2], "broken", "unreadable")
    yield one("cut.pdf", as_pdf(stories(1, 1))[:60], "broken", "empty")
    yield one("no.pdf", b"%PDF-1.4\n" + b"\x00rubbish" * 90, "broken", "empty")
    yield one("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "binary")
    yield one("store.db", b"SQLite format 3\x00" + bytes(4000), "binary")
    yield one("noise.txt", bytes((n * 73 + 11) % 256 for n in range(9000)), "binary")
    yield one("cut.json", '[{"id": "a", "te', "broken")
    yield one("lines.jsonl", '{"text": "Two drones hit the por\n{broken}\n', "broken")
    yield one("wrong.jsonl", '{"text": 5}\n{"title": "x"}\n', "broken", "table")
    yield one("other.csv", "alpha,beta\n1,2\n3,4\n5,6\n", "table")
    yield one("ragged.csv", "title,text\nA,b,c,d,e\n", "broken")
    yield one(
        "paywall.html", page.format("The minister said on Monday that … Subscribe to continue reading."), "paywall"
    )
    yield one(
        "cookies.html",
        page.format("We value your privacy. We and our partners use cookies. Accept all cookies"),
        "cookies",
    )
    yield one("gone.html", page.format("404 Not Found. The requested URL was not found on this server."), "not-news")
    yield one("stars.txt", "Your horoscope for today: the moon enters Leo, and patience will be rewarded.", "not-news")
    french = (
        "Les ministres des deux pays se sont réunis mardi à Genève pour signer une trêve, a annoncé un porte-parole."
    )
    yield one("french.txt", french, "language")
    yield one("cut.parquet", as_parquet(stories(1, 1))[:200], "broken")
    yield one(
        "other.xml",
        "<?xml version='1.0'?><catalogue><item>Two drones hit the port.</item></catalogue>",
        "unknown-format",
    )
    yield one("sheet.xlsx", zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "unknown-format")
    yield one("empty.rtf", "{\\rtf1\\ansi }", "empty")
    yield one("cut.docx", zipped({"word/document.xml": b"<w:document><w:p>"}), "broken")
    yield one("rows.export.CSV", "\t".join(["1", "20240501", *["x"] * 58, "https://news.example/a"]) + "\n", "data")
    yield one("packed.zst", b"\x28\xb5\x2f\xfd" + b"x" * 90, "needs-extra")
    yield one("no-entry.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>", "empty")
    yield one("no-words.html", "<html><head><title>x</title></head><body><img src='a.png'></body></html>", "empty")
    yield one("no-reports.json", json.dumps({"status": "ok", "results": [{"a": 1}]}), "unknown-format")
    yield one("cut.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Le", "empty", "broken")


def nested(depth: int) -> bytes:
    """Return archives in archives."""
    raw = as_json_lines(stories(1, 1))
    for n in range(depth):
        raw = zipped({f"inner{n}.zip" if n else "a.jsonl": raw})
    return raw


def hostile() -> Iterator[tuple[str, bytes, frozenset[str]]]:
    """Yield nineteen files that mean harm; with the link out of the folder that makes twenty."""
    text = stories(1, 1)[0].text.encode()

    def one(name: str, raw: bytes | str, *reasons: str) -> tuple[str, bytes, frozenset[str]]:
        return name, raw.encode() if isinstance(raw, str) else raw, frozenset(reasons)

    def info(name: str, kind: bytes = tarfile.REGTYPE, to: str = "") -> tarfile.TarInfo:
        made = tarfile.TarInfo(name)
        made.type, made.linkname = kind, to
        return made

    lines = b"".join(b"The army said on day %d that it fired.\n" % (n % 7) for n in range(1_500_000))
    yield one("bomb.txt.gz", gzip.compress(lines + b" " * 60_000_000, 9), "hostile", "too-large")
    yield one("line.jsonl.gz", gzip.compress(b'{"text": "' + b"a" * 60_000_000), "hostile", "too-large")
    yield one("bomb.zip", zipped({f"{n}.txt": b"a " * 10_000_000 for n in range(3)}), "hostile", "too-large")
    yield one("nested.zip", nested(7), "hostile")
    yield one("climb.zip", zipped({"../../climbed.txt": text}), "hostile")
    yield one("root.zip", zipped({"/climbed.txt": text}), "hostile")
    yield one("drive.zip", zipped({"C:\\climbed.txt": text}), "hostile")
    yield one("climb.tar", tarred(info("a/../../climbed.txt"), raw=text), "hostile")
    yield one("link.tar", tarred(info("passwords.txt", tarfile.SYMTYPE, "/etc/passwd")), "hostile")
    yield one("hard.tar", tarred(info("passwords.txt", tarfile.LNKTYPE, "../../etc/passwd")), "hostile")
    yield one("device.tar", tarred(info("zero", tarfile.CHRTYPE)), "hostile")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    entities = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>'
    yield one(
        "laughs.rss",
        f"{entities}<rss version='2.0'><channel><item><title>&l9;</title></item></channel></rss>",
        "hostile",
    )
    outside = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    article = (
        "<ppsarticleset><article><headline>&x;</headline><leadParagraph>&x;</leadParagraph></article></ppsarticleset>"
    )
    yield one("outside.xml", outside + article, "hostile")
    word = zipped({"word/document.xml": f"{entities}<document>&l9;</document>".encode()})
    yield one("laughs.docx", word, "hostile")
    yield one("swollen.docx", as_docx(["a" * 40_000_000]), "hostile", "too-large")
    yield one("deep.html", "<!DOCTYPE html><html><body>" + "<div>" * 450_000, "hostile", "too-large", "timed-out")
    yield one("deep.json", '[{"a": ' + "[" * 300_000, "broken")
    yield one("many.zip", zipped({f"{n}.txt": b"" for n in range(3_000)}), "hostile", "empty")
    script = as_rss(stories(1, 1)).decode().split("<item>")[0] + "</channel>"
    yield one(
        "script.html",
        as_page(stories(2, 1)).decode().split("<article>")[0] + f"<script>{escape(script)}</script>",
        "empty",
        "unfit",
        "not-news",
    )
