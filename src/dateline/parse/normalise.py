"""Clean text for the parser, with a map back to the report's own offsets: no repair ever moves a span."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from dateline.model.base import Span

_QUOTES = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "``": '"', "''": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
}  # fmt: skip
# Zero-width characters, soft hyphens, direction marks, control characters: invisible to a reader.
_INVISIBLE = "\xad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0e-\x1f\x7f"
# UTF-8 read as Windows-1252: a lead byte's letter and its one to three followers.
_MOJIBAKE = "[Â-ô][\u0080-¿Œœ\u0160\u0161\u0178\u017d\u017eƒˆ˜–—‘-‚“-„†‡•…‰‹›€™]{1,3}"
_FIX = re.compile(rf"(?P<bad>{_MOJIBAKE})|(?P<quote>``|''|[“”„‟«»″‘’‚‛′`´])|(?P<gone>[{_INVISIBLE}]+)|(?P<space>\s+)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair that changed the length: where its result stands in the cleaned text, and what it stands for."""

    start: int
    end: int
    origin: Span


@dataclass(frozen=True, slots=True)
class Clean:
    """Cleaned text that began at ``start`` of the report, and the edits that moved what follows them, in order."""

    text: str
    start: int
    edits: tuple[Edit, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the report's span for a span of the cleaned text that is not empty."""
        if not self.edits:
            return (self.start + start, self.start + end)
        return (self._origin(start)[0], self._origin(end - 1)[1])

    def _origin(self, at: int) -> Span:
        """Return what one cleaned character stands for; the last one of an edit takes all that is left of it."""
        n = bisect_right(self.edits, at, key=_edit_start)
        if n == 0:
            return (self.start + at, self.start + at + 1)
        edit = self.edits[n - 1]
        if at >= edit.end:
            first = edit.origin[1] + at - edit.end
            return (first, first + 1)
        first = edit.origin[0] + at - edit.start
        return (first, edit.origin[1] if at == edit.end - 1 else first + 1)


def _edit_start(edit: Edit) -> int:
    return edit.start


def repair(bad: str) -> str | None:
    """Return what a run of mis-decoded characters stood for, or None if it is no mojibake."""
    for codec in ("cp1252", "latin-1"):
        try:
            return bad.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    # Windows-1252 leaves five bytes undefined; decoders pass them through as C1 controls.
    try:
        return b"".join(c.encode("latin-1") if ord(c) < 256 else c.encode("cp1252") for c in bad).decode("utf-8")
    except UnicodeError:
        return None


def _replacement(match: re.Match[str]) -> str | None:
    if match["space"]:
        # A single plain space needs no edit.
        return " " if match["space"] != " " else None
    if match["quote"]:
        return _QUOTES[match["quote"]]
    if match["gone"]:
        return ""
    fixed = repair(match["bad"])
    return None if fixed is None else _QUOTES.get(fixed, " " if fixed.isspace() else fixed)


def clean(text: str, *, start: int, end: int) -> Clean:
    """Clean ``text[start:end]``: quotation marks made plain, mojibake read, white space folded, the unseen left out."""
    pieces: list[str] = []
    edits: list[Edit] = []
    at, length = start, 0
    for m in _FIX.finditer(text, start, end):
        # What cannot be read otherwise stays as printed.
        new = _replacement(m)
        if new is None:
            continue
        pieces += (text[at : m.start()], new)
        place = length + m.start() - at
        length = place + len(new)
        at = m.end()
        # Repairs that keep the length move nothing.
        if len(new) != at - m.start():
            edits.append(Edit(place, length, m.span()))
    pieces.append(text[at:end])
    return Clean("".join(pieces), start, tuple(edits))
