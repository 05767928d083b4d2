"""Quotation marks: which pair with which, over paragraphs too, and apostrophes left alone."""

from dataclasses import dataclass

from dateline.parse.tree import Document, Token

_OPEN = frozenset({"“", "«", "„", "``", "â€œ", "Â«", "\x93"})
_CLOSE = frozenset({"”", "»", "â€\x9d", "â€", "Â»", "\x94"})
OPENING = _OPEN | {'"'}
_END_INSIDE = frozenset({",", ".", "!", "?", "…", "...", "—", "–", "--", "-"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``first`` is its opening mark, ``last`` its closing mark or the last token of a part left open.

    ``follows`` marks the part of a quotation that goes on in a new paragraph.
    """

    first: int
    last: int
    closed: bool
    follows: bool = False

    def words(self) -> tuple[int, int]:
        """Return the range of tokens inside the marks, its end excluded."""
        return self.first + 1, self.last if self.closed else self.last + 1


def find_quotes(document: Document) -> list[Quote]:
    """Find all quotations of a report, in order of the text."""
    out: list[Quote] = []
    running = False
    for first, last in paragraphs(document):
        found, open_at = _pair(document, first, last)
        starts_open = running and (open_at == first or (bool(found) and found[0].first == first))
        if starts_open and found and found[0].first == first:
            found[0] = Quote(found[0].first, found[0].last, found[0].closed, follows=True)
        running = False
        if open_at is not None:
            running = True
            found.append(Quote(open_at, last - 1, closed=False, follows=starts_open and open_at == first))
        out.extend(found)
    # A mark that is never closed is a slip, unless the next paragraph goes on.
    return [q for i, q in enumerate(out) if q.closed or q.follows or _goes_on(out, i)]


def _goes_on(quotes: list[Quote], i: int) -> bool:
    return i + 1 < len(quotes) and quotes[i + 1].follows


def paragraphs(document: Document) -> list[tuple[int, int]]:
    """Return the token range of each paragraph, its end excluded."""
    out: list[tuple[int, int]] = []
    paragraph = None
    for s in document.sentences:
        if s.paragraph == paragraph:
            out[-1] = (out[-1][0], s.last)
        else:
            out.append((s.first, s.last))
            paragraph = s.paragraph
    return out


def _pair(document: Document, first: int, last: int) -> tuple[list[Quote], int | None]:
    """Pair the marks of one paragraph; return the pairs and an opening mark that is never closed."""
    out: list[Quote] = []
    start: int | None = None
    i = first
    while i < last:
        token = document.tokens[i]
        if token.text in ('"', "''", "``", "“", "”"):
            way = _direction(document, token)
            if start is None:
                start = i if way != "close" else None
            elif way == "close" or (way == "either" and i > start + 1):
                out.append(Quote(start, i, closed=True))
                start = None
            elif document.quote((token.start, token.end)) == '"':
                start = i
        elif start is None and token.text == "'":
            end = _single(document, i, last)
            if end is not None:
                out.append(Quote(i, end, closed=True))
                i = end
        i += 1
    return out, start


def _direction(document: Document, token: Token) -> str:
    """Tell whether a double mark opens or closes, by its form or else by the white space beside it."""
    mark = document.text[token.start : token.end]
    if mark in _OPEN:
        return "open"
    if mark in _CLOSE:
        return "close"
    before = document.text[token.start - 1] if token.start else " "
    after = document.text[token.end] if token.end < len(document.text) else " "
    if before.isspace() or before in "([—–-‘'":
        return "either" if after.isspace() else "open"
    return "close" if after.isspace() or not after.isalnum() else "either"


def _single(document: Document, i: int, last: int) -> int | None:
    """Return the mark that closes a single opening mark, or None where it is an apostrophe."""
    token, text = document.tokens[i], document.text
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    # "Rebels' camp", "'90s": an apostrophe, unless space stands before and a letter after.
    if (
        not (before.isspace() or before in "([—–-")
        or not after.isalpha()
        or text[token.start : token.end] in ("’", "â€™")
    ):
        return None
    fallback = None
    for j in range(i + 2, last):
        t = document.tokens[j]
        # Double marks within single ones: the single ones close before them, or never.
        if t.text == '"':
            return fallback
        if t.text != "'" or t.start == 0 or text[t.start - 1].isspace() or text[t.start : t.end] == "‘":
            continue
        if t.end < len(text) and text[t.end].isalnum():
            continue
        # "The rebels' camp": after an "s" it may be an apostrophe, so a surer one further on is preferred.
        if text[t.start - 1] in ",.!?…" or text[t.start - 1] not in "sS":
            return j
        fallback = fallback or j
    return fallback


def ends_like_speech(document: Document, quote: Quote) -> bool:
    """Tell whether a quotation ends in punctuation, inside or (the British way) right after its marks."""
    start, end = quote.words()
    if end <= start:
        return False
    if document.tokens[end - 1].text in _END_INSIDE or not quote.closed:
        return True
    after = quote.last + 1
    return after < len(document.tokens) and document.tokens[after].text == ","
