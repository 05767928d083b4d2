#!/usr/bin/env python3
"""Make standoff labels of texts that are not ours to publish from cases that quote their words.

    python scripts/make_standoff.py CASES… --texts TEXTS.jsonl.gz --to gold/real/labels.jsonl
    python scripts/make_standoff.py CASES… --texts TEXTS.jsonl.gz --check    say what is wrong, write nothing

CASES are TOML files of cases as docs/gold.md describes them, but without `text`, `why` and `source`: these come from
TEXTS by `id` ({"id", "text", "source", "licence", "url", "published"}). `published` may be given where the text has
no day, and `flags` for kinds of prose. The cases quote the texts and stay outside of the project; the labels have
offsets alone. One text in five, by its digest, is for judging.
"""

import argparse
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import GoldError
from dateline.evaluation.gold.cases import resolve_case
from dateline.evaluation.gold.entries import CaseEntry, FileEntry
from dateline.evaluation.gold.standoff import ReportLabel, part_of, read_lines, to_label

FILE = FileEntry(about="reports of others", complete=("events", "statements"), full=True, case=())


def main() -> None:
    """Read, check, and write the labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    texts = {text["id"]: text for text in map(msgspec.json.decode, read_lines(given.texts))}
    labels, faults = [], 0
    for case in (case for path in given.cases for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
        try:
            labels.append(label_of(case, texts))
        except (GoldError, msgspec.ValidationError, KeyError) as fault:
            faults += 1
            print(f"{case.get('id')}: {fault}", file=sys.stderr)
    print(f"{len(labels)} reports, {sum(len(x.events) for x in labels)} events", file=sys.stderr)
    if given.to and not given.check:
        write(given.to, labels)
    sys.exit(faults > 0)


def label_of(case: dict[str, Any], texts: Mapping[str, dict[str, Any]]) -> ReportLabel:
    """Return the label of one case.

    Raises:
        GoldError: Words of the case are not in its text.
        KeyError: There is no text of this id.
    """
    text = texts[case["id"]]
    flags = tuple(case.get("flags", ()))
    published = str(case.get("published") or text["published"])[:10]
    filled = {k: v for k, v in case.items() if k != "flags"} | {
        "text": text["text"],
        "why": "real",
        "published": published,
    }
    gold = resolve_case(msgspec.convert(filled, CaseEntry, strict=True), FILE, text["source"])
    label = to_label(gold, source=text["source"], part=part_of(text["text"]), flags=flags)
    return msgspec.structs.replace(label, licence=text.get("licence"), url=text.get("url"))


def write(path: Path, labels: list[ReportLabel]) -> None:
    """Write one label a line, sorted by id."""
    path.write_bytes(b"".join(msgspec.json.encode(x) + b"\n" for x in sorted(labels, key=lambda x: x.id)))


if __name__ == "__main__":
    main()
