"""Clean text for the parser, with a map back to the report's own offsets: no repair ever moves a span."""

import re
from dataclasses import dataclass

_QUOTES = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "``": '"', "''": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
}  # fmt: skip
# Zero-width characters, soft hyphens, direction marks, control characters: invisible to a reader.
_INVISIBLE = "­​‌‍⁠﻿‎‏‪-‮⁦-⁩\x00-\x08\x0b\x0e-\x1f\x7f"
# UTF-8 read as Windows-1252: a lead byte's letter and its one to three followers.
_MOJIBAKE = "[Â-ô][\u0080-¿Œœ\u0160\u0161\u0178\u017d\u017eƒˆ˜–—‘-‚“-„†‡•…‰‹›€™]{1,3}"
_FIX = re.compile(rf"(?P<bad>{_MOJIBAKE})|(?P<quote>``|''|[“”„‟«»″‘’‚‛′`´])|(?P<gone>[{_INVISIBLE}]+)|(?P<space>\s+)")


@dataclass(frozen=True, slots=True)
class Clean:
    """Cleaned text; ``origin[i]`` is the report's span of its character ``i``, None where nothing was changed."""

    text: str
    start: int
    origin: tuple[tuple[int, int], ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the report's span for a span of the cleaned text."""
        if self.origin is None:
            return (self.start + start, self.start + end)
        return (self.origin[start][0], self.origin[end - 1][1])


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
    origin: list[tuple[int, int]] = []
    at = start
    for m in _FIX.finditer(text, start, end):
        new = _replacement(m)
        if new is None:
            continue
        pieces.append(text[at : m.start()])
        origin.extend((i, i + 1) for i in range(at, m.start()))
        pieces.append(new)
        origin.extend(_spread(m.start(), m.end(), len(new)))
        at = m.end()
    if not pieces:
        return Clean(text[start:end], start, None)
    pieces.append(text[at:end])
    origin.extend((i, i + 1) for i in range(at, end))
    return Clean("".join(pieces), start, tuple(origin))


def _spread(start: int, end: int, length: int) -> list[tuple[int, int]]:
    """Map new characters onto old ones; the last new one takes all that is left, so that spans cover the whole."""
    if length == 0:
        return []
    return [(start + i, start + i + 1) for i in range(length - 1)] + [(start + length - 1, end)]
