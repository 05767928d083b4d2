"""Web pages: bounded as texts are, and no page of a hostile kind holds the reader up."""

import pytest

from dateline.reading import html
from dateline.reading.given import GivenReport
from dateline.reading.html import read_html

pytest.importorskip("trafilatura")
NEWS = "<p>Russian drones struck a depot near Odesa on Tuesday, killing three people, the governor said.</p>" * 5
MANY = 60_000


@pytest.mark.parametrize(
    "attribute", ['a{}="b"', 'a{}="<"', 'a{}=">"', "a{}", "a{}='>'"], ids=["plain", "less", "more", "bare", "single"]
)
def test_a_tag_of_many_attributes_is_read_without_them(attribute: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr("trafilatura.bare_extraction", lambda page, **_: seen.append(page))
    bomb = " ".join(attribute.format(n) for n in range(MANY))
    read_html(GivenReport(html=f"<html><body><div {bomb}>{NEWS}</div></body></html>"))
    assert seen == [f"<html><body><div>{NEWS}</div></body></html>"]


def test_scripts_and_tags_of_common_length_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html><script>if (a<b) c = '\"';{'x' * MANY}</script><p title='a > b' class=x>{NEWS}</p></html>"
    seen: list[str] = []
    monkeypatch.setattr("trafilatura.bare_extraction", lambda page, **_: seen.append(page))
    read_html(GivenReport(html=page))
    assert seen == [page]


@pytest.mark.parametrize("piece", ['<a b="', "<script ", "<a ", "<!--", "<div>"])
def test_pages_that_end_nothing_are_read(piece: str) -> None:
    assert read_html(GivenReport(html="<html><body>" + piece * 20_000)).html is None


def test_a_page_is_bounded_as_a_text_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_HTML", 1_000)
    found = read_html(GivenReport(html=f"<html><body>{NEWS * 10}</body></html>"))
    assert "more than 1,000" in (found.error or "")


def test_a_fault_of_the_library_is_the_error_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("bad page")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert "ZeroDivisionError" in (read_html(GivenReport(html=NEWS)).error or "")
