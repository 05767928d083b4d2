"""The formats by name, and the export of one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.datasets.account import Account
from dateline.datasets.acled.rows import acled_rows
from dateline.datasets.documents.annotations import write_annotations
from dateline.datasets.documents.ftm import write_ftm
from dateline.datasets.documents.geojson import write_geojson
from dateline.datasets.documents.ical import write_ical
from dateline.datasets.documents.timemap import write_timemap
from dateline.datasets.export import Export
from dateline.datasets.manifest import write_manifest
from dateline.datasets.news.cameo import cameo_rows
from dateline.datasets.news.gdelt import gdelt_events, gdelt_mentions
from dateline.datasets.news.icews import icews_rows
from dateline.datasets.news.plover import write_plover
from dateline.datasets.news.polecat import polecat_rows
from dateline.datasets.tables.parquet import write_parquet
from dateline.datasets.tables.reports import report_rows
from dateline.datasets.tables.tabular import Table, write_table
from dateline.datasets.ucdp.rows import ucdp_rows
from dateline.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its tables, or what writes its files, and in a line what it is."""

    about: str
    tables: tuple[Table, ...] = ()
    write: Callable[[Export], list[Path]] | None = None


FORMATS: Mapping[str, Format] = {
    "acled": Format(
        about="ACLED's 31 columns: a row for a day, a place, the actors and a type",
        tables=(Table(file="acled.csv", columns="acled", rows=acled_rows),),
    ),
    "ucdp": Format(
        about="UCDP GED's 49 columns: candidates, intervals kept, deaths as a range",
        tables=(Table(file="ucdp.csv", columns="ucdp", rows=ucdp_rows),),
    ),
    "polecat": Format(
        about="POLECAT's 40 columns: each event of each report",
        tables=(Table(file="polecat.tsv", columns="polecat", rows=polecat_rows, tabs=True),),
    ),
    "icews": Format(
        about="ICEWS' 20 columns: each event of each report, by pairs of source and target",
        tables=(Table(file="icews.tsv", columns="icews", rows=icews_rows, tabs=True),),
    ),
    "gdelt": Format(
        about="GDELT 2.0's events (61 columns) and mentions (16): incidents by pairs, and the reports that tell them",
        tables=(
            Table(file="gdelt.export.CSV", columns="gdelt-events", rows=gdelt_events, tabs=True, header=False),
            Table(file="gdelt.mentions.CSV", columns="gdelt-mentions", rows=gdelt_mentions, tabs=True, header=False),
        ),
    ),
    "plover-json": Format(about="PLOVER's records, one a line", write=write_plover),
    "cameo": Format(
        about="CAMEO codes by pairs of source and target, in twelve columns of our own",
        tables=(Table(file="cameo.tsv", columns="cameo", rows=cameo_rows, tabs=True),),
    ),
    "geojson": Format(about="GeoJSON: incidents as areas", write=write_geojson),
    "timemap": Format(about="timemap's events, sources and associations", write=write_timemap),
    "ftm": Format(about="FollowTheMoney statements: each value with its origin", write=write_ftm),
    "annotations": Format(about="W3C Web Annotations: each value at its words", write=write_annotations),
    "ical": Format(about="iCalendar: what is scheduled", write=write_ical),
    "parquet": Format(about="Parquet: incidents, claims and events with declared types", write=write_parquet),
    "reports": Format(
        about="a row for each report and incident, for studies of aggregation",
        tables=(Table(file="reports.csv", columns="reports", rows=report_rows),),
    ),
}


def export_as(name: str, export: Export) -> list[Path]:
    """Write a ledger in a format, with its manifest; return the files, the manifest last.

    Raises:
        UsageError: There is no such format.
    """
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}; there are {', '.join(FORMATS)}")
    found = FORMATS[name]
    export.folder.mkdir(parents=True, exist_ok=True)
    files = found.write(export) if found.write else [_table(table, export) for table in found.tables]
    columns = {table.file: table.columns for table in found.tables}
    return [*files, write_manifest(export, name=name, about=found.about, files=files, tables=columns)]


def _table(table: Table, export: Export) -> Path:
    """Write one table; what the first of several left out is not counted again."""
    account = Account() if export.account.rows else export.account
    path = write_table(table, export.folder, export.dossiers(), account, raw_cells=export.raw_cells)
    if account is not export.account:
        export.account.add_columns(account)
    return path
