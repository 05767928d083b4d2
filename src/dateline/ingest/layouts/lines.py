"""What the layouts share: lines, labels, paragraphs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

LABEL = re.compile(r"^[ \t]*([A-Za-z][A-Za-z/ -]{1,40}?):[ \t]*(.*)$")
_SENTENCE_END = re.compile(r"[.!?:;\"”’)]\s*$")


def label_of(line: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Return a known label in lower case, and what stands after it, of a line that begins with one."""
    found = LABEL.match(line)
    if found is None or found[1].strip().lower() not in known:
        return None
    return found[1].strip().lower(), found[2].strip()


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the runs of lines between blank ones."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def paragraphs(lines: Sequence[str]) -> str:
    """Return lines as paragraphs: those broken to a width are joined, those that are whole paragraphs stay apart."""
    return "\n\n".join(part for block in blocks(lines) for part in _joined(block))


def _joined(block: Sequence[str]) -> Iterator[str]:
    """Join the lines of a block; where they are long or end as sentences do, each is a paragraph of its own."""
    ends = sum(bool(_SENTENCE_END.search(line)) for line in block)
    if len(block) > 1 and (ends > 0.8 * len(block) or max(map(len, block)) > 200):
        yield from block
    else:
        yield " ".join(block)
