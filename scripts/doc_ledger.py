"""The parts of the docs on the ledger that code can say: what its commands print, its views, filters and fields."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import get_args

from click.testing import CliRunner

from dateline.cli.app import app
from dateline.model.item import RefusalReason
from dateline.store.asking.filters import APPLICABLE, Filters
from dateline.store.asking.layers import LAYERS
from dateline.store.schema import open_for_writing, steps

ROOT = Path(__file__).parents[1]
VIEWS = (
    "v_reports", "v_events", "v_actors", "v_places", "v_statements", "v_positions", "v_commitments", "v_scheduled",
    "v_families", "v_runs", "v_judgements", "v_quarantine", "v_withdrawn", "v_incidents", "v_claims",
)  # fmt: skip
WIDTH = "110"
_OPTIONS = {"since": "from", "until": "to"}


@cache
def example_ledger() -> Path:
    """Return a ledger of the invented reports of examples/."""
    path = Path(tempfile.mkdtemp()) / "dateline.db"
    names = sorted(str(p) for p in (ROOT / "examples").glob("*.txt"))
    told("ingest", *names, "--ledger", str(path))
    return path


def told(*arguments: str) -> str:
    """Return what a command prints."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        done = CliRunner().invoke(app, arguments, catch_exceptions=False)
    finally:
        os.environ.pop("COLUMNS") if before is None else os.environ.update(COLUMNS=before)
    return done.stdout


def example_events() -> str:
    """Return the list of the examples' events."""
    return block(told("events", "--format", "table", "--ledger", str(example_ledger())))


def example_filtered() -> str:
    """Return some of the examples' events."""
    ledger = str(example_ledger())
    return block(told("events", "--type", "ASSAULT", "--country", "UKR", "--format", "table", "--ledger", ledger))


def example_family() -> str:
    """Return the family of an example and a copy of it."""
    text = (ROOT / "examples" / "border_clash.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.txt"
        copy.write_text(text.replace("(Example Wire)", "(Reuters)").partition("\n\nAfghan")[0], encoding="utf-8")
        ledger = str(Path(folder) / "dateline.db")
        told(
            "ingest",
            str(ROOT / "examples" / "border_clash.txt"),
            "--source",
            "Reuters",
            "--no-code",
            "--ledger",
            ledger,
        )
        told("ingest", str(copy), "--source", "Gulf News", "--no-code", "--ledger", ledger)
        return block(told("families", "--format", "jsonl", "--ledger", ledger), "json")


def block(text: str, language: str = "text") -> str:
    """Return text as a block of code."""
    lines = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    return f"```{language}\n{lines}\n```"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def view_columns() -> str:
    """Return each public view with its columns."""
    with tempfile.TemporaryDirectory() as folder, closing(open_for_writing(Path(folder) / "a.db")) as connection:
        return table(("view", "columns"), [(f"`{view}`", _columns(connection, view)) for view in VIEWS])


def _columns(connection: sqlite3.Connection, view: str) -> str:
    found = connection.execute(f"SELECT * FROM {view} LIMIT 0")
    return ", ".join(f"`{c[0]}`" for c in found.description)


def filter_table() -> str:
    """Return each filter with the lists that know it."""
    described = _described()
    names = [n for n in Filters.__dataclass_fields__ if n != "report"]
    rows = []
    for name in names:
        lists = [layer for layer, known in APPLICABLE.items() if name in known and layer not in ("actors", "places")]
        whole = "all" if len(lists) == len(APPLICABLE) - 2 else ", ".join(lists)
        rows.append((f"`--{_OPTIONS.get(name, name).replace('_', '-')}`", described[name], whole))
    return table(("filter", "what passes", "lists"), rows)


def _described() -> dict[str, str]:
    """Return what the docstring of the filters says of each."""
    lines = (Filters.__doc__ or "").partition("Args:")[2].splitlines()
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        head, colon, rest = line.strip().partition(": ")
        if colon and head in Filters.__dataclass_fields__:
            name, line = head, rest  # noqa: PLW2901  the rest of the line is what is said
        if name and line.strip():
            found[name] = f"{found.get(name, '')} {line.strip()}".strip()
    return found


def judgeable_fields() -> str:
    """Return the fields of each layer that a person may correct."""
    return table(("layer", "fields"), [(name, ", ".join(f"`{f}`" for f in x.judgeable)) for name, x in LAYERS.items()])


def schema_steps() -> str:
    """Return the steps of the schema with what each says of itself."""
    rows = []
    for step in steps():
        comment = []
        for line in step.read_text(encoding="utf-8").splitlines():
            if not line.startswith("--"):
                break
            comment.append(line.removeprefix("-- "))
        rows.append((int(step.name[:3]), " ".join(comment)))
    return table(("step", "what it adds"), rows)


def refusal_reasons() -> str:
    """Return the reasons for which something is put into quarantine."""
    return ", ".join(f"`{reason}`" for reason in get_args(RefusalReason))


PARTS = {
    "ledger-events": example_events,
    "ledger-family": example_family,
    "ledger-fields": judgeable_fields,
    "ledger-filtered": example_filtered,
    "ledger-filters": filter_table,
    "ledger-reasons": refusal_reasons,
    "ledger-steps": schema_steps,
    "ledger-views": view_columns,
}
