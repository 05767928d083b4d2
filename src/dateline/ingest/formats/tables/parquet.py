"""Parquet: one report a row, or one ready-made coding a row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from dateline.ingest.formats.base import Format
from dateline.ingest.formats.tables.codings import is_coding, item_of_coding
from dateline.ingest.formats.tables.table import read_rows
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item

_SEEN = 20  # rows looked at to tell which column holds codings
_BATCH = 100


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the report of each row, with its coding where a column holds codings and the user names no columns."""
    names, rows = _opened(source, options)
    first = list(islice(rows, _SEEN))
    coded = None if options.columns else _coded(first)
    if coded is None:
        yield from read_rows(names, chain(first, rows), source=source, options=options)
        return
    for number, row in enumerate(chain(first, rows), start=1):
        yield item_of_coding(_bytes(row[coded]), found=replace(source.found, number=number))


def _opened(source: Source, options: Options) -> tuple[Sequence[str], Iterator[Sequence[object]]]:
    """Return the names of the columns, and the rows."""
    try:
        from pyarrow import ArrowInvalid, parquet  # noqa: PLC0415  an optional library
    except ImportError as error:
        told = "reading Parquet needs pyarrow; run: pip install 'dateline[tables]'"
        raise Refused("needs-extra", f"{source.found}: {told}") from error
    try:
        table = parquet.ParquetFile(source.seekable(options.limits))
    except (ArrowInvalid, OSError) as error:
        raise Refused("broken", f"{source.found}: the Parquet file is broken ({error}); get it again") from error
    names = table.schema_arrow.names
    batches = table.iter_batches(batch_size=_BATCH)
    return names, (tuple(row[name] for name in names) for batch in batches for row in batch.to_pylist())


def _coded(rows: Sequence[Sequence[object]]) -> int | None:
    """Return the place of the column whose cells are codings."""
    places = range(len(rows[0]) if rows else 0)
    return next((n for n in places if any(is_coding(_bytes(row[n])) for row in rows)), None)


def _bytes(cell: object) -> bytes:
    """Return a cell of text, which some writers keep as bytes; of any other kind none."""
    return cell if isinstance(cell, bytes) else cell.encode("utf-8", "surrogatepass") if isinstance(cell, str) else b""


FORMAT = Format(
    name="parquet", what="Parquet", told_by="its first bytes, `PAR1`", many=True, guarded=True, extra="tables",
    gives="the columns of the map; where a column holds codings, as for those, whatever the column is called",
    recognises=lambda source: source.head.startswith(b"PAR1"), read=read,
)  # fmt: skip
