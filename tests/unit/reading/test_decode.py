"""Bytes become text, and every guess is noted."""

import pytest

from dateline.reading.decode import decode

WORDS = "Łukasz said “no” in Kyiv."


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        (WORDS.encode(), None),
        (b"\xef\xbb\xbf" + WORDS.encode(), None),
        (WORDS.encode("utf-16"), None),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), None),
        (WORDS.encode("utf-32"), None),
        (WORDS.encode("utf-16-le"), "no byte-order mark; read as UTF-16-LE"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-mark", "utf-16-be-mark", "utf-32-mark", "utf-16-bare"],
)
def test_decode_reads_unicode(raw: bytes, note: str | None) -> None:
    found = decode(raw)
    assert found.text == WORDS
    assert found.notes == ((note,) if note else ())


def test_decode_falls_back_to_windows_1252_and_says_so() -> None:
    found = decode("“Café” – 5 €".encode("cp1252"))
    assert found.text == "“Café” – 5 €"
    assert found.notes == ("not UTF-8; read as Windows-1252",)


def test_decode_replaces_a_broken_sequence_in_utf8() -> None:
    found = decode("Kyiv’s “no” ".encode() + b"\xff" + " and “yes”".encode())
    assert found.text == "Kyiv’s “no” \ufffd and “yes”"
    assert "U+FFFD" in found.notes[0]


def test_decode_keeps_lone_surrogates_for_the_reader_to_replace() -> None:
    assert decode(b"a \xed\xa0\x80 b").text == "a \ud800 b"


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"%PDF-1.7 ...", "a PDF"), (b"PK\x03\x04rest", "zip"), (b"\x81\x00\x01\x02\x03\x04\x05\x06\xff" * 50, "binary")],
    ids=["pdf", "zip", "noise"],
)
def test_decode_refuses_binary_data(raw: bytes, said: str) -> None:
    error = decode(raw).error
    assert error is not None
    assert said in error
    assert "extract its text" in error


def test_decode_believes_the_charset_of_a_page() -> None:
    page = '<html><head><meta charset="windows-1251"></head>Киев</html>'
    assert "Киев" in decode(page.encode("cp1251"), html=True).text
