#!/usr/bin/env python3
"""Say how far the second, blind labelling of a tenth of the training set agrees with the first.

    python scripts/training_agreement.py            figures
    python scripts/training_agreement.py --errors   and every entry whose type was labelled otherwise

``training/second.tsv`` has one line an entry: id, type (or ``none``), mode, type of the content, status.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from check_training import TRAINING, Entry, read_folder

SECOND = TRAINING / "second.tsv"
FIELDS = ("type", "mode", "content", "status")
SPEECH = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Share of entries on which two labellings agree, and Cohen's kappa: the share beyond what chance would give."""

    n: int
    share: float
    kappa: float


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Compare two labellings of the same entries.

    Raises:
        ValueError: There is nothing to compare.
    """
    if not pairs:
        raise ValueError("no entry has two labels; see training/second.tsv")
    n = len(pairs)
    share = sum(a == b for a, b in pairs) / n
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / n**2
    return Agreement(n, share, (share - chance) / (1 - chance) if chance < 1 else 1.0)


def read_second(path: Path = SECOND) -> dict[str, dict[str, str]]:
    """Return the second labels by id."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines, delimiter="\t")}


def first_labels(entry: Entry) -> dict[str, str]:
    """Return the labels of the set in the form of the second ones."""
    content = entry.content.type if entry.content is not None else ""
    return {"type": entry.type or "none", "mode": entry.mode or "", "content": content, "status": entry.status or ""}


def compare(entries: Sequence[Entry], second: dict[str, dict[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return pairs of labels by field; mode, content and status only where both agree on the type of an event."""
    out: dict[str, list[tuple[str, str]]] = {field: [] for field in FIELDS}
    for entry in entries:
        other = second.get(entry.id)
        if other is None:
            continue
        mine = first_labels(entry)
        out["type"].append((mine["type"], other["type"]))
        if mine["type"] != other["type"] or mine["type"] == "none":
            continue
        for field in ("mode", "status", *(("content",) if mine["type"] in SPEECH else ())):
            out[field].append((mine[field], other[field]))
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Agreement of two labellings of the training set.")
    parser.add_argument("--errors", action="store_true", help="list the entries whose type differs")
    given = parser.parse_args(arguments)
    entries, second = read_folder(TRAINING)[0], read_second()
    for field, pairs in compare(entries, second).items():
        found = agreement(pairs)
        print(f"{field:8} n {found.n:4}  same {found.share:.3f}  kappa {found.kappa:.3f}")
    if given.errors:
        for entry in entries:
            other = second.get(entry.id, {}).get("type", entry.type or "none")
            if other != (entry.type or "none"):
                print(f"  {entry.id}: {entry.type or 'none'}, second {other}: {entry.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
