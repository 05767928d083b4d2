#!/usr/bin/env python3
"""Measure what triage keeps and what it saves, on texts that it was not learned from, in one process and one run.

    python bench/triage.py TEXTS.jsonl.gz --half MORE.jsonl.gz
    python bench/triage.py TEXTS.jsonl.gz --half MORE.jsonl.gz --reports 400 --check

The texts are JSON Lines as `dateline code` reads them; none come with the project. Read are those of the part "judge"
(gold/real/README.md) of each file, and the second half of those after ``--half``. The same texts go through spaCy
alone, through the coder and through the coder with triage, turn by turn, a few at a time; ratios are of processor time.
A report is kept where both codings have an event; an event where the second coding has one of its type at one of its
places.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import msgspec
import spacy

from dateline.coder import Coder
from dateline.evaluation.gold.standoff import part_of, read_lines
from dateline.evaluation.outcome import touches
from dateline.garbage import spare_what_is_loaded
from dateline.learned.triage import read_note
from dateline.model.coding import Coding
from dateline.model.event import Event
from dateline.parse.parser import BATCH, default_model

LEAST_REPORTS, LEAST_EVENTS, MOST_RATIO = 0.99, 0.985, 1.0
CHUNK = 32
FIELDS = ("id", "text", "title", "published")
LAYERS = ("statements", "positions", "commitments", "scheduled")
Given = Mapping[str, Any]


def main() -> None:
    """Measure, print, and check the limits if told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="*", help="texts, judged by part")
    parser.add_argument("--half", type=Path, action="append", default=[], help="texts, judged by half")
    parser.add_argument("--reports", type=int, help="so many of each file at most, spread over it")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is passed")
    given = parser.parse_args()
    files = [*((path, False) for path in given.texts), *((path, True) for path in given.half)]
    run = Run()
    total = Kept()
    for path, half in files:
        some = spread(list(reports(path, half=half)), given.reports)
        total.add(run.measure(f"{path.name}, {len(some)} reports", some))
    print(f"all: {total}")
    if given.check and not total.good:
        sys.exit("a limit is passed")


def reports(path: Path, *, half: bool) -> list[Given]:
    """Return the reports of a file that triage was not learned from."""
    rows = [msgspec.json.decode(line) for line in read_lines(path)]
    unread = rows[len(rows) // 2 :] if half else [r for r in rows if part_of(r["text"]) == "judge"]
    return [{name: r[name] for name in FIELDS if r.get(name)} for r in unread]


def spread(rows: list[Given], most: int | None) -> list[Given]:
    """Return at most so many, evenly spread."""
    return rows if most is None or len(rows) <= most else [rows[n * len(rows) // most] for n in range(most)]


class Kept:
    """Counts of what is there and what is kept, and seconds of the processor."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.there = dict.fromkeys(("reports", "events", *LAYERS), 0)
        self.kept = dict.fromkeys(self.there, 0)
        self.words = self.passed = 0
        self.bare = self.whole = self.sifted = 0.0

    def add(self, other: "Kept") -> None:
        """Add other counts."""
        for name in self.there:
            self.there[name] += other.there[name]
            self.kept[name] += other.kept[name]
        self.words, self.passed = self.words + other.words, self.passed + other.passed
        self.bare, self.whole, self.sifted = (
            self.bare + other.bare,
            self.whole + other.whole,
            self.sifted + other.sifted,
        )

    def count(self, full: Coding, less: Coding) -> None:
        """Count what one coding has and the other keeps."""
        self._count("reports", int(bool(full.events)), int(bool(full.events and less.events)))
        self._count("events", len(full.events or ()), sum(has(less, e) for e in full.events or ()))
        for name in LAYERS:
            there, kept = (len(getattr(c, name) or ()) for c in (full, less))
            self._count(name, there, min(there, kept))
        passed = read_note(less.report.notes)
        self.words += len(full.report.text.split())
        self.passed += passed.words if passed else 0

    def _count(self, name: str, there: int, kept: int) -> None:
        self.there[name] += there
        self.kept[name] += kept

    @property
    def good(self) -> bool:
        """Tell whether enough is kept, and the whole costs less than the bare parse."""
        return (
            self.kept["reports"] >= LEAST_REPORTS * self.there["reports"]
            and self.kept["events"] >= LEAST_EVENTS * self.there["events"]
            and self.sifted <= MOST_RATIO * self.bare
        )

    def __str__(self) -> str:
        """Say it in a few lines."""
        shares = ", ".join(f"{name} {self.kept[name] / max(1, n):.4f} of {n:,}" for name, n in self.there.items())
        return (
            f"kept {shares}\n  passed over {self.passed / self.words:.3f} of {self.words:,} words\n"
            f"  to the bare parse: coder {self.whole / self.bare:.2f}, with triage {self.sifted / self.bare:.2f}"
        )


def has(coding: Coding, event: Event) -> bool:
    """Tell whether a coding has an event of this one's type at one of its places."""
    own = (event.trigger, *event.mentions)
    return any(e.type == event.type and touches((e.trigger, *e.mentions), own) for e in coding.events or ())


class Run:
    """The parser and the two coders."""

    def __init__(self) -> None:
        """Load them."""
        self.nlp = spacy.load(default_model())
        self.coder, self.triage = Coder(), Coder(triage=True)
        for coder in (self.coder, self.triage):  # what is loaded once is not measured
            coder.code("Two drones struck a depot near Odesa on Tuesday, the governor said.")
        spare_what_is_loaded()  # as the command does

    def measure(self, name: str, some: list[Given]) -> Kept:
        """Measure on these reports, and print it."""
        kept = Kept()
        for at in range(0, len(some), CHUNK):
            chunk = some[at : at + CHUNK]
            kept.bare += timed(partial(self.nlp.pipe, [r["text"] for r in chunk], batch_size=BATCH))[0]
            whole, full = timed(partial(self.coder.code_many, chunk))
            sifted, less = timed(partial(self.triage.code_many, chunk))
            kept.whole, kept.sifted = kept.whole + whole, kept.sifted + sifted
            for a, b in zip(full, less, strict=True):
                kept.count(a, b)
        print(f"{name}: {kept}", flush=True)
        return kept


def timed(stream: "partial[Iterator[Any]]") -> tuple[float, list[Any]]:
    """Return the processor's seconds that a stream takes, and what it gives."""
    before = process_time()
    found = list(stream())
    return process_time() - before, found


if __name__ == "__main__":
    main()
