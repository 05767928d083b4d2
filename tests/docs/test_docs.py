"""The docs name every command, option, stage, layer, field, column and error, and do not point at what is not there."""

import importlib.util
import inspect
import re
import sys
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import get_args

import click
import pytest

import dateline
from dateline import errors
from dateline.cli.app import COMMANDS, app
from dateline.export.rows.events import COLUMNS
from dateline.lexicon.files import DATA, files_in
from dateline.model import closed
from dateline.model.base import Record
from dateline.model.coding import LAYERS
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.predicate import Predicate
from dateline.model.report import Report, SentenceRecord
from dateline.model.speech import Position, Statement
from dateline.stages.build import default_stages

ROOT = Path(__file__).parents[2]
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
PAGES |= {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")}
ALL = "\n".join(PAGES.values())
RECORDS: dict[str, type] = {
    "every record": Record,
    "report": Report,
    "sentences": SentenceRecord,
    "actors": Actor,
    "places": Place,
    "times": Time,
    "events": Event,
    "statements": Statement,
    "positions": Position,
    "commitments": Commitment,
    "scheduled": Scheduled,
    "predicates": Predicate,
}


def script(name: str) -> ModuleType:
    """Load a module of scripts/, which is no package."""
    folder = str(ROOT / "scripts")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_with_its_options(command: str) -> None:
    page = PAGES["cli.md"]
    assert f"dateline {command}" in page
    found = app.get_command(click.Context(app), command)
    assert found is not None
    options = [o for p in found.params for o in p.opts if o.startswith("--")]
    assert [o for o in options if o not in page] == []


def test_every_stage_is_documented() -> None:
    page = PAGES["architecture.md"]
    for stage in default_stages():
        needs = ", ".join(f"`{n}`" for n in sorted(stage.needs))
        fills = ", ".join(f"`{n}`" for n in sorted(stage.fills))
        assert f"| {stage.name} | {needs} | {fills} |" in page, "run `python scripts/update_docs.py`"


@pytest.mark.parametrize(("title", "record"), RECORDS.items(), ids=RECORDS)
def test_every_field_is_documented_in_its_section(title: str, record: type) -> None:
    heading = "## Every record" if title == "every record" else f"## `{title}`"
    section = PAGES["fields.md"].partition(f"\n{heading}\n")[2].partition("\n## ")[0]
    common = {f.name for f in fields(Record)} if record is not Record else set()
    assert [f.name for f in fields(record) if f.name not in common and f"`{f.name}`" not in section] == []


def test_every_layer_has_a_section() -> None:
    assert [name for name in LAYERS if name not in RECORDS] == []


def test_every_column_of_the_table_of_events_is_documented() -> None:
    assert [column for column in COLUMNS if column not in PAGES["output.md"]] == []


def test_every_error_is_documented() -> None:
    names = [n for n, v in vars(errors).items() if inspect.isclass(v) and issubclass(v, errors.DatelineError)]
    assert [n for n in names if f"`{n}`" not in PAGES["architecture.md"]] == []


def test_every_public_name_is_documented() -> None:
    assert [n for n in dateline.__all__ if n not in ALL] == []


def test_every_value_of_every_closed_set_is_documented() -> None:
    sets = {n: v for n, v in vars(closed).items() if get_args(v)}
    page = PAGES["glossary.md"]
    assert [f"{n}: {value}" for n, v in sets.items() for value in get_args(v) if f"`{value}`" not in page] == []


def test_every_type_has_its_row_in_the_codebook() -> None:
    assert [t for t in get_args(closed.EventType) if f"\n| {t} | " not in PAGES["codebook.md"]] == []


def test_every_acled_rule_that_the_code_cites_is_in_the_codebook() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src/dateline/stages/events").rglob("*.py"))
    cited = {int(n) for n in re.findall(r"\brule (\d+)\b", source)}
    listed = {int(n) for n in re.findall(r"^(\d+)\. ", PAGES["codebook.md"].partition("## ACLED")[2], re.MULTILINE)}
    assert cited
    assert cited - listed == set()


def test_every_lexicon_file_and_column_is_documented() -> None:
    page = PAGES["lexicons.md"]
    files = [p.relative_to(DATA).as_posix() for s in (".toml", ".csv") for p in files_in(DATA, s) if p.parent != DATA]
    assert [f for f in files if f"`{f}`" not in page] == [], "run `python scripts/update_docs.py`"
    heads = {c for p in files_in(DATA, ".csv") for c in p.read_text(encoding="utf-8").partition("\n")[0].split(",")}
    table = page.partition("## The columns of the CSV files")[2].partition("\n## ")[0]
    assert [c for c in sorted(heads) if f"`{c}`" not in table] == []


def test_every_field_has_a_file_that_decides_it() -> None:
    table = PAGES["architecture.md"].partition("## Where is it decided")[2].partition("\n#")[0]
    rows = [
        [cell.strip() for cell in row.split("|")[1:4]] for row in table.splitlines() if "`" in row and row[0] == "|"
    ]
    told = {(layer, field) for layer, fields, _ in rows for field in re.findall(r"`(\w+)`", fields)}
    beside = {f.name for f in fields(Record)}
    layers = ("report", *LAYERS)
    known = {(layer, f.name) for layer in layers for f in fields(RECORDS[layer]) if f.name not in beside}
    assert known ^ told == set()
    paths = {path for *_, where in rows for path in re.findall(r"`([\w/]+\.py)`", where)}
    homes = (ROOT / "src/dateline", ROOT / "src/dateline/stages/events")
    assert [p for p in sorted(paths) if not any((home / p).exists() for home in homes)] == []


def test_links_lead_somewhere() -> None:
    broken = [
        f"{name}: {target}"
        for name, text in PAGES.items()
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", re.sub(r"``.*?``", "", text))
        if not ((ROOT / "docs" if (ROOT / "docs" / name).exists() else ROOT) / target).exists()
    ]
    assert broken == []


def test_files_that_pages_name_exist() -> None:
    named = set(re.findall(r"`((?:scripts|examples|bench|gold|src|tests|docs)/[\w./-]+)`", ALL))
    named |= set(re.findall(r"python ((?:scripts|examples|bench)/[\w./-]+)", ALL))
    assert [n for n in sorted(named) if not (ROOT / n).exists()] == []


def test_lexicon_files_are_in_order() -> None:
    assert list(script("check_lexicons").find_faults(DATA)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [("word\t\n", "tab"), ("word \n", "space"), ("word", "line feed"), ("cafe\u0301\n", "normal form")],
)
def test_lexicon_check_names_a_fault_of_form(text: str, fault: str) -> None:
    assert any(fault in found for found in script("check_lexicons").form_faults(text))


def test_lexicon_check_names_a_row_that_stands_twice_or_has_no_source() -> None:
    faults = list(script("check_lexicons").csv_faults("name,source\na,hand\na,hand\nb,nowhere\nc\n", ("hand",)))
    assert [f.split(":")[1] for f in faults] == ["3", "4", "5"]


def test_part_that_nothing_makes_is_refused() -> None:
    with pytest.raises(SystemExit, match=r"a\.md.*'no-such'"):
        script("update_docs").fill("<!-- part: no-such -->\n<!-- end: no-such -->", {}, page="a.md")


def test_part_is_made_anew() -> None:
    text = "a\n<!-- part: x -->\nold\n<!-- end: x -->\nb"
    filled = script("update_docs").fill(text, {"x": lambda: "new"}, page="a.md")
    assert filled == "a\n<!-- part: x -->\nnew\n<!-- end: x -->\nb"
