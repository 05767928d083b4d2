#!/usr/bin/env python3
"""Code mutated reports and files of random bytes: no exception, no hang, and the same bytes with one job and with two.

python scripts/mutate.py                                     20,000 reports, 5,000 files
python scripts/mutate.py --reports 100 --files 50 --seed 7   fewer, from another seed
"""

import argparse
import random
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

from dateline.coder import Coder
from dateline.export.rows.lines import encode
from dateline.model.coding import Coding
from dateline.reading.sources import read_path
from text_sets import Report, all_texts
from write_all import WRITERS, written

FAULTS = ("the coder failed", "took longer than", "could not be written", "could not be read (", "died (exit")
"""What the error of a report says where something of ours went wrong, and not the report."""
FRAGMENTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["fragments"] + ["\ud800"]
"""What is put into a text; TOML holds no lone surrogate."""
ENDINGS = (".txt", ".html", ".jsonl", ".txt")
HTML = (b"<html><body><p>", b"<div ", b"</p>", b"<!--", b"<script>", b'="', b"&#x", b"<meta charset=utf-7>", b">")
LINES = (b'{"text": "', b'", "id": ', b"}\n", b"{", b"[", b'"html": "', b"\\ud800", b"null", b"1e999", b"NaN")


def main() -> None:
    """Run both parts and print what failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=20_000)
    options.add_argument("--files", type=int, default=5_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    coder = Coder()
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), given.files, given.seed)
        found = [
            *compared(coder, lambda: reports(given.reports, given.seed)),
            *compared(coder, lambda: read_path(folder)),
        ]
    print(f"{given.reports:,} mutated reports and {given.files:,} files of random bytes, seed {given.seed}:", end=" ")
    print(f"{len(found)} faults")
    if found:
        sys.exit("\n".join(found[:50]))


def compared(coder: Coder, feed: Callable[[], Iterator[object]]) -> Iterator[str]:
    """Yield what goes wrong as a feed is coded by this process and by two others."""
    alone, together = coder.code_many(feed()), coder.code_many(feed(), jobs=2)  # type: ignore[arg-type]
    for one, other in zip_longest(alone, together):
        if one is None or other is None or encode(one) != encode(other):
            yield f"{(one or other).report.id}: one job and two jobs differ: {(one or other).report.text!r}"
        yield from _faults(one)


def _faults(coding: Coding | None) -> Iterator[str]:
    if coding is None:
        return
    if coding.report.error and any(fault in coding.report.error for fault in FAULTS):
        yield f"{coding.report.id}: {coding.report.error}: {coding.report.text[:300]!r}"
    for name, write in WRITERS.items():
        yield from written(coding, name, write)


def reports(number: int, seed: int) -> Iterator[Report]:
    """Yield mutated reports, the same for a seed."""
    draw = random.Random(seed)
    texts = [t for t in all_texts() if len(t["text"] or "") < 600]
    for n in range(number):
        base = draw.choice(texts)
        yield {**base, "id": f"m{n}", "text": mutated(base["text"] or "", draw, draw.choice(texts)["text"] or "")}


def mutated(text: str, draw: random.Random, other: str) -> str:
    """Return a text with one to six faults: letters, words and stretches lost, doubled, moved or foreign."""
    for _ in range(draw.randint(1, 6)):
        start = draw.randint(0, len(text))
        end = min(len(text), start + draw.choice((1, 1, 3, 12, 60)))
        text = draw.choice(_CHANGES)(text, start, end, draw, other)
    return text


def _foreign(text: str, start: int, end: int, draw: random.Random, other: str) -> str:  # noqa: ARG001  one signature
    return text[:start] + draw.choice(("", " ")) + draw.choice(FRAGMENTS) + draw.choice(("", " ")) + text[start:]


def _lost(text: str, start: int, end: int, draw: random.Random, other: str) -> str:  # noqa: ARG001
    return text[:start] + text[end:]


def _doubled(text: str, start: int, end: int, draw: random.Random, other: str) -> str:  # noqa: ARG001
    return text[:end] + text[start:end] * draw.choice((1, 1, 30)) + text[end:]


def _spliced(text: str, start: int, end: int, draw: random.Random, other: str) -> str:
    return text[:start] + other[draw.randint(0, len(other)) :] + text[end:]


def _shuffled(text: str, start: int, end: int, draw: random.Random, other: str) -> str:  # noqa: ARG001
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


def _cased(text: str, start: int, end: int, draw: random.Random, other: str) -> str:  # noqa: ARG001
    change = draw.choice((str.upper, str.lower, str.title, str.swapcase))
    return change(text) if draw.random() < 0.2 else text[:start] + change(text[start:end]) + text[end:]


_CHANGES = (_foreign, _foreign, _foreign, _lost, _doubled, _spliced, _shuffled, _cased)


def write_files(folder: Path, number: int, seed: int) -> None:
    """Write files of random bytes: any bytes, bytes of few kinds, or bytes between pieces of HTML and JSON."""
    draw = random.Random(seed)
    for n in range(number):
        ending = ENDINGS[n % len(ENDINGS)]
        raw = b"".join(_piece(ending, draw) for _ in range(draw.randint(0, 12)))
        (folder / f"{n:05}{ending}").write_bytes(raw)


def _piece(ending: str, draw: random.Random) -> bytes:
    known = {".html": HTML, ".jsonl": LINES}.get(ending, ())
    if known and draw.random() < 0.5:
        return draw.choice(known)
    raw = draw.randbytes(draw.randint(0, 120))
    return raw if draw.random() < 0.5 else bytes(b % 95 + 32 for b in raw)


if __name__ == "__main__":
    main()
