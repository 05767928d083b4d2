#!/usr/bin/env python3
"""Write every gold and training text in every format and explain every record of it.

    python scripts/write_all.py              all of them: two minutes
    python scripts/write_all.py --every 20   each twentieth

It fails where a writer fails, where an explanation fails, and where a coding would differ by a byte if another process
had made it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from dateline.coder import Coder
from dateline.export.guard import Failed
from dateline.export.pages.page import write_page
from dateline.export.rows.analysis import flat_rows
from dateline.export.rows.events import write_csv
from dateline.export.rows.lines import encode, write_json, write_jsonl
from dateline.export.rows.terminal import write_table
from dateline.export.words.explain import explain, render
from dateline.model.coding import Coding
from text_sets import all_texts

WRITERS: dict[str, Callable[..., Iterator[str]]] = {
    "table": write_table, "jsonl": write_jsonl, "json": write_json, "csv": write_csv, "html": write_page,
}  # fmt: skip
_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Coding)


def main() -> None:
    """Code the texts, write them, and print what failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth text")
    coder = Coder(layers="all")
    tally: Counter[str] = Counter()
    found = [
        fault
        for coding in coder.code_many(islice(all_texts(), 0, None, options.parse_args().every))
        for fault in faults(coding, tally)
    ]
    print(f"{tally['reports']:,} reports in {len(WRITERS)} formats, {tally['records']:,} records explained")
    if found:
        sys.exit("\n".join(found))


def faults(coding: Coding, tally: Counter[str]) -> Iterator[str]:
    """Yield what goes wrong as a coding is written, explained and passed on."""
    tally["reports"] += 1
    if not coding.report.coded:
        yield f"{coding.report.id}: not coded: {coding.report.error}"
    for name, write in WRITERS.items():
        yield from written(coding, name, write)
    for record in coding.records():
        if own := getattr(record, "id", None):
            tally["records"] += 1
            yield from _tried(f"{coding.report.id} {own}: explain", lambda own=own: render(explain(coding, own)))
    yield from _tried(f"{coding.report.id}: tables", lambda: flat_rows([coding]))
    if encode(coding) != encode(_DECODER.decode(_ENCODER.encode(coding))):
        yield f"{coding.report.id}: another process would give other bytes"


def written(coding: Coding, name: str, write: Callable[..., Iterator[str]]) -> Iterator[str]:
    """Yield what goes wrong as a coding is written in a format."""
    failures: list[Exception] = []
    failed: Failed = lambda _, error: failures.append(error)  # noqa: E731  a name for its type
    yield from _tried(f"{coding.report.id}: {name}", lambda: "".join(write([coding], failed=failed)).encode())
    yield from (f"{coding.report.id}: {name}: {error!r}" for error in failures)


def _tried(what: str, act: Callable[[], Any]) -> Iterable[str]:
    try:
        act()
    except Exception as error:  # noqa: BLE001  it is what is looked for
        return [f"{what}: {error!r}"]
    return []


if __name__ == "__main__":
    main()
