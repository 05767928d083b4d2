"""Write codings to standard output, each as soon as it is there."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import cast

import click

from dateline.model.coding import Coding

Writer = Callable[[Iterable[Coding]], Iterator[str]]
_WRITERS = {
    "table": ("dateline.export.table", "write_table"),
    "jsonl": ("dateline.export.lines", "write_jsonl"),
    "json": ("dateline.export.lines", "write_json"),
    "csv": ("dateline.export.rows", "write_csv"),
    "html": ("dateline.export.page", "write_page"),
}
FORMATS = tuple(_WRITERS)


def default_format() -> str:
    """Return the format for where the output goes."""
    return "table" if sys.stdout.isatty() else "jsonl"


def show(codings: Iterable[Coding], form: str) -> None:
    """Write codings in a format; the module that writes it is loaded now."""
    module, name = _WRITERS[form]
    write = cast(Writer, getattr(import_module(module), name))
    emit(write(codings))


def emit(pieces: Iterable[str]) -> None:
    """Write pieces of text as UTF-8, without waiting for more; where nobody reads any more, end the run quietly."""
    out = sys.stdout.buffer
    try:
        for piece in pieces:
            out.write(piece.encode("utf-8"))
            out.flush()
    except BrokenPipeError:
        # Python would write to the closed pipe once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
