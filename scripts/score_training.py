#!/usr/bin/env python3
"""Score the default coder's event types against the labels of the training set.

    python scripts/score_training.py                    the files of training/
    python scripts/score_training.py --errors 40        and texts that were misread, by what was taken for what
    python scripts/score_training.py --types CONSULT    only entries of these types ("none" for those without)

Of each text the event that counts is the one at the labelled trigger: one of its mentions shares a word with it, or
stands at most three words from it ("held" for "talks", "fired" for "tear gas"). Texts of type none have no trigger: any
event there is a false alarm. One event a text is labelled, so second acts are neither right nor wrong. The texts are
invented, and their verbs more varied than the news: the figures tell how far the frames reach, not how good they are on
reports.

Each fourth entry is kept apart: its figures stand in a line of their own and --errors never prints it, so that they
show how much of what was mended after reading the others holds for texts not read.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from dateline.coder import Coder
from dateline.model.base import Span
from dateline.model.closed import EventType
from dateline.model.coding import Coding
from dateline.model.event import Event
from dateline.reading.given import GivenReport

TRAINING = Path(__file__).parents[1] / "training"
TYPES: tuple[EventType, ...] = get_args(EventType)
Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """One entry, and the event that was read at its trigger; of a text of type none, the main event."""

    entry: Entry
    event: Event | None
    any_right: bool

    @property
    def gold(self) -> str:
        """Return the labelled type."""
        return self.entry["type"] or "none"

    @property
    def got(self) -> str:
        """Return the type that was read."""
        return "none" if self.event is None else self.event.type or "none"


def entries(folder: Path, types: Sequence[str] = ()) -> list[Entry]:
    """Return the entries of all files, or those of some types."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    found = (json.loads(line) for line in lines if line)
    return [e for e in found if not types or (e["type"] or "none") in types]


def reports(given: Iterable[Entry]) -> Iterator[GivenReport]:
    """Yield a report for each entry."""
    for e in given:
        yield GivenReport(text=e["text"], id=e["id"], published=e["date"])


def trigger_span(entry: Entry, text: str) -> Span | None:
    """Return where the labelled trigger first stands as whole words."""
    found = re.search(rf"(?<!\w){re.escape(entry['trigger'] or '')}(?!\w)", text) if entry["trigger"] else None
    return None if found is None else found.span()


def read(entry: Entry, coding: Coding) -> Reading:
    """Return what the coder made of the labelled act: the event at the trigger, the right one if there are several."""
    events = coding.events
    right = any(e.type == entry["type"] for e in events)
    if entry["type"] is None:
        return Reading(entry, next((e for e in events if e.main and e.type), None), not any(e.type for e in events))
    span = trigger_span(entry, coding.report.text)
    at = [] if span is None else [e for e in events if _touches(e, span, coding)]
    best = max(at, key=lambda e: (e.type == entry["type"], e.main), default=None)
    return Reading(entry, best, right)


def _touches(event: Event, span: Span, coding: Coding) -> bool:
    """Tell whether an event is told by the words of a span, or a few words from it: a verb beside its noun."""
    if any(a < span[1] and span[0] < b for a, b in event.mentions):
        return True
    first, second = sorted((span, event.trigger))
    between = coding.report.text[first[1] : second[0]]
    return re.search(r"[.,;:]", between) is None and len(between.split()) <= _REACH


_REACH = 3
KEPT = 4


def kept_apart(entry: Entry) -> bool:
    """Tell whether an entry is one of those that are scored and not shown."""
    return int(entry["id"].rpartition("-")[2]) % KEPT == 0


def scores(read_: Sequence[Reading]) -> dict[str, tuple[float, float, float, int]]:
    """Return precision, recall, F1 and number of each type."""
    out = {}
    for t in TYPES:
        hit = sum(r.gold == r.got == t for r in read_)
        said, meant = sum(r.got == t for r in read_), sum(r.gold == t for r in read_)
        out[t] = (hit / said if said else 0.0, hit / meant if meant else 0.0, 2 * hit / max(1, said + meant), meant)
    return out


def summary(read_: Sequence[Reading]) -> dict[str, float]:
    """Return the figures over all texts: of those with an event, and of those without."""
    real = [r for r in read_ if r.gold != "none"]
    none = [r for r in read_ if r.gold == "none"]
    n = max(1, len(real))
    return {
        "type accuracy": sum(r.gold == r.got for r in real) / n,
        "silent": sum(r.got == "none" for r in real) / n,
        "any event right": sum(r.any_right for r in real) / n,
        "false alarms": sum(not r.any_right for r in none) / max(1, len(none)),
    }


def show(read_: Sequence[Reading], errors: int) -> None:
    """Print the figures, the confusions and some errors of each."""
    real = sum(r.gold != "none" for r in read_)
    print(f"{real} texts with an event, {len(read_) - real} without")
    for name, part in (("all", read_), ("kept apart", [r for r in read_ if kept_apart(r.entry)])):
        print(f"{name:10} " + "   ".join(f"{figure} {value:.3f}" for figure, value in summary(part).items()))
    print(f"{'type':10} {'P':>6} {'R':>6} {'F1':>6} {'n':>5}")
    for t, (p, r, f, n) in scores(read_).items():
        print(f"{t:10} {p:6.3f} {r:6.3f} {f:6.3f} {n:5}")
    wrong = Counter((r.gold, r.got) for r in read_ if r.gold != r.got)
    print("taken for: " + ", ".join(f"{g}>{x} {n}" for (g, x), n in wrong.most_common(40)))
    shown = [r for r in read_ if r.gold != r.got and not kept_apart(r.entry)]
    for r in sorted(shown, key=lambda r: (r.gold, r.got))[:errors]:
        rule = "" if r.event is None else f" ({r.event.rule})"
        print(f"{r.gold}>{r.got}{rule} [{r.entry['trigger']}] {r.entry['text']}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Code the training set and print how the types were read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=TRAINING)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N texts that were misread")
    parser.add_argument("--types", nargs="+", default=(), metavar="TYPE", help="only entries of these types")
    given = parser.parse_args(arguments)
    found = entries(given.folder, given.types)
    if not found:
        print(f"{given.folder}: no entries", file=sys.stderr)
        return 1
    codings = Coder(layers="events actors").code_many(reports(found))
    show([read(e, c) for e, c in zip(found, codings, strict=True)], given.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
