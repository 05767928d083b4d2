"""Why a text is no report that can be coded, with what to do instead."""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.reading.many import kind_of_many

MAX_CHARACTERS = 20_000_000
_SAMPLE = 20_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_BINARY_SHARE = 0.05
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,40}"\s*:')
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|\?xml)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:html|body|div|p|span|a|br|head|script|table|td|tr|li|ul|meta)\b[^<>]*+>", re.IGNORECASE)
_MOST_TAGS = 10
_GAPS = tuple(map(re.compile, (r"\t", r"\|", ";", ",", r"(?<=\S) {2,}(?=\S)")))
_ROWS, _ROW_SHARE, _CELLS, _CELL_WORDS, _SENTENCES = 3, 0.8, 3, 5.0, 0.2


def reason(text: str) -> str | None:
    """Return why a text cannot be coded, None if it can."""
    sample = text[:_SAMPLE]
    if not text.strip():
        return "the report is empty; give it a text"
    if len(text) > MAX_CHARACTERS:
        return f"the report has {len(text):,} characters, more than {MAX_CHARACTERS:,}; split it into reports"
    if len(_CONTROL.findall(sample)) > _BINARY_SHARE * len(sample):
        return "the report is binary data, not text; extract its text first"
    many = kind_of_many(sample)
    if many:
        return f"the report is a file of many reports ({many}); split it: dateline ingest --as {many} FILE"
    if _JSON.match(sample):
        return (
            "the report is JSON, given as text; write one report a line (JSON Lines), in a file that ends in .jsonl or "
            "on standard input"
        )
    if _PAGE.match(sample) or len(_TAG.findall(sample)) > _MOST_TAGS:
        return 'the report is HTML, given as text; give it under "html", or as a file that ends in .html'
    if is_table(sample):
        return "the report is a table, not prose; give the text of each report in a file or a line of its own"
    return None


def is_table(text: str) -> bool:
    """Tell whether nearly all lines of a text have the same number of short cells and no line is a sentence."""
    rows = [line.strip() for line in text.splitlines() if line.strip()]
    if len(rows) < _ROWS or sum(row.endswith((".", "!", "?", '"', "”")) for row in rows) > _SENTENCES * len(rows):
        return False
    return any(_even([len(gap.findall(row)) + 1 for row in rows], rows) for gap in _GAPS)


def _even(cells: Sequence[int], rows: Sequence[str]) -> bool:
    number, times = Counter(cells).most_common(1)[0]
    words = sum(len(row.split()) for row in rows)
    return number >= _CELLS and times >= _ROW_SHARE * len(rows) and words <= _CELL_WORDS * sum(cells)
