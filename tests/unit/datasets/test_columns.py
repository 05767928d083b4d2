"""The columns of each format against a copy of what the formats' own documents and files have."""

import csv
import io
from pathlib import Path

import pytest
from made_dossiers import claim, dossier, member

from dateline.datasets.account import Account
from dateline.datasets.columns import DATA, load_columns
from dateline.datasets.facts.countries import codes_of
from dateline.datasets.formats import FORMATS
from dateline.datasets.tables.tabular import Table, write_table
from dateline.lexicon.tables import DATA as LEXICON
from dateline.lexicon.tables import read_rows
from dateline.lexicon.world.countries import load_countries

PUBLISHED = Path(__file__).with_name("columns.csv")
NAMES = {
    "acled_2025": "acled", "ucdp_ged_23.1-26.1": "ucdp", "polecat": "polecat", "icews": "icews",
    "gdelt_events_2.0": "gdelt-events", "gdelt_mentions_2.0": "gdelt-mentions",
}  # fmt: skip
TABLES = [table for found in FORMATS.values() for table in found.tables]


@pytest.mark.parametrize(("published", "own"), NAMES.items())
def test_columns_are_those_of_the_format_in_its_order(published: str, own: str) -> None:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        wanted = [row["column"] for row in csv.DictReader(file) if row["dataset"] == published]
    assert [column.name for column in load_columns(own)] == wanted


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.file)
def test_every_value_has_a_column_and_every_column_that_fits_is_filled_by_the_rows(table: Table) -> None:
    """A misspelt name in a row would be lost without a word, since rows are read by their columns."""
    columns = {column.name: column for column in load_columns(table.columns)}
    told = dossier(member(report={"url": "https://example.org/1"}), claims=[claim(2)])
    given = {name for line in table.rows([told], Account()) for name in line.values}
    assert given <= set(columns)
    assert {name for name, column in columns.items() if column.fits != "no"} == given


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.file)
def test_what_fits_in_part_or_not_at_all_says_why(table: Table) -> None:
    assert [c.name for c in load_columns(table.columns) if c.fits != "yes" and not c.note] == []


def test_a_value_without_words_rule_or_judgement_is_left_out_and_counted(tmp_path: Path) -> None:
    table = FORMATS["polecat"].tables[0]
    account = Account()
    unfounded = member(evidence={"type": member().event.evidence["type"]})
    path = write_table(table, tmp_path, [dossier(unfounded)], account, raw_cells=False)
    row = next(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter="\t"))
    assert (row["Event Type"], row["Event Date"], row["Placename"]) == ("ASSAULT", "", "")
    assert account.unfounded["polecat.tsv", "Event Date"] == 1


def test_a_judgement_is_an_origin(tmp_path: Path) -> None:
    bare = member(evidence={})
    bare.row["judged"] = '[{"field": "start", "kind": "value", "judgement": 1}]'
    account = Account()
    write_table(FORMATS["polecat"].tables[0], tmp_path, [dossier(bare)], account, raw_cells=False)
    assert account.filled["polecat.tsv", "Event Date"] == 1


@pytest.mark.parametrize(("raw", "written"), [(False, "'=cmd|x"), (True, "=cmd|x")])
def test_a_cell_that_reads_as_a_formula_is_guarded(*, raw: bool, written: str, tmp_path: Path) -> None:
    account = Account()
    hostile = dossier(member(report={"source": "=cmd|x"}))
    path = write_table(FORMATS["reports"].tables[0], tmp_path, [hostile], account, raw_cells=raw)
    assert next(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))["source"] == written
    assert account.guarded == int(not raw)


def test_tabs_and_breaks_in_words_do_not_break_rows(tmp_path: Path) -> None:
    torn = dossier(member(report={"source": "a\tb\nc"}))
    path = write_table(FORMATS["polecat"].tables[0], tmp_path, [torn], Account(), raw_cells=False)
    assert [line.count("\t") for line in path.read_text(encoding="utf-8").splitlines()] == [39, 39]


def test_every_country_has_a_region_and_a_number() -> None:
    names = load_countries().names
    assert [c for c in names if codes_of(c).acled_region is None and c != "ATA"] == []
    assert [c for c in names if codes_of(c).iso is None] == ["XKX"]


def test_every_type_of_acled_has_a_rank() -> None:
    ranked = {row[1] for row in read_rows(DATA / "acled_ranks.csv", ("rank", "sub_event_type"))}
    types = read_rows(LEXICON / "ontology" / "acled.csv", ("disorder_type", "event_type", "sub_event_type"))
    assert ranked == {row[2] for row in types}
