"""The texts of the gold set and of the training set, as reports for the coder."""

import json
from collections.abc import Iterator
from pathlib import Path

from dateline.evaluation import load_gold

ROOT = Path(__file__).parents[1]
Report = dict[str, str | None]


def all_texts() -> Iterator[Report]:
    """Yield every text of both sets, with its id and day."""
    yield from gold_texts()
    yield from training_texts()


def gold_texts() -> Iterator[Report]:
    """Yield the texts of the gold set."""
    for case in load_gold([ROOT / "gold"]).cases:
        yield {"id": case.id, "text": case.text, "published": case.entry.published}


def training_texts() -> Iterator[Report]:
    """Yield the texts of the training set."""
    for path in sorted((ROOT / "training").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            yield {"id": entry["id"], "text": entry["text"], "published": entry.get("date")}
