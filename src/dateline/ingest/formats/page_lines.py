"""A page as lines of text, in the order in which a reader sees them."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6r]|header|li|"
    r"main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_APART = re.compile(r"p|table|tr|h[1-3r]")
_SILENT = re.compile(r"script|style|noscript|template|svg")


def page_lines(html: str) -> str:
    """Return the text of a page: a line for each block, a blank line after each paragraph; scripts are left out."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_stripped("".join(parser.parts)))).strip()


def _stripped(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield re.sub(r"[ \t\xa0]+", " ", line).strip()


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if _SILENT.fullmatch(tag):
            self._silent += 1
        elif _BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if _SILENT.fullmatch(tag):
            self._silent = max(0, self._silent - 1)
        elif _BLOCKS.fullmatch(tag):
            self.parts.append("\n\n" if _APART.fullmatch(tag) else "\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
