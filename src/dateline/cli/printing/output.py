"""Write codings to standard output, each as soon as it is there."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

import click

from dateline.export.guard import Failed
from dateline.model.coding import Coding

Writer = Callable[..., Iterator[str]]
_WRITERS = {
    "table": ("dateline.export.rows.terminal", "write_table"),
    "jsonl": ("dateline.export.rows.lines", "write_jsonl"),
    "json": ("dateline.export.rows.lines", "write_json"),
    "csv": ("dateline.export.rows.events", "write_csv"),
    "html": ("dateline.export.pages.page", "write_page"),
}
FORMATS = tuple(_WRITERS)
_ENDINGS = {".txt": "table", ".csv": "csv", ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl"}


def default_format() -> str:
    """Return the format for where the output goes."""
    return "table" if sys.stdout.isatty() else "jsonl"


def form_of(file: str | None) -> str:
    """Return the format that a file's ending says, lines of JSON where it says none; without a file the default."""
    if file is None:
        return default_format()
    return _ENDINGS.get(Path(file).suffix.lower(), "jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How codings are written, and where: ``output`` names a file, None is standard output."""

    form: str
    output: str | None = None
    raw_cells: bool = False

    def show(self, codings: Iterable[Coding], *, failed: Failed) -> None:
        """Write codings, each as soon as it is there; the module that writes them is loaded now."""
        module, name = _WRITERS[self.form]
        write = cast(Writer, getattr(import_module(module), name))
        more = {"raw_cells": self.raw_cells} if self.form == "csv" else {}
        if self.output is None:
            emit(write(codings, failed=failed, **more))
        else:
            with Path(self.output).open("wb") as file:
                _write(write(codings, failed=failed, **more), file)


def _write(pieces: Iterable[str], out: BinaryIO) -> None:
    for piece in pieces:
        out.write(piece.encode("utf-8"))
        out.flush()


def emit(pieces: Iterable[str]) -> None:
    """Write pieces of text as UTF-8, without waiting for more; where nobody reads any more, end the run quietly."""
    try:
        _write(pieces, sys.stdout.buffer)
    except BrokenPipeError:
        # Python would write to the closed pipe once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
