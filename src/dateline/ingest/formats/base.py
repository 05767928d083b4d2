"""What a format is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Source
from dateline.model.item import Item

Got = Item | Link | Source
"""What a reader yields: an article, the address of one, or a source inside its own."""
Reader = Callable[[Source, Options], Iterator[Got]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its name for ``--as``, how it is told, and who reads it.

    Args:
        name: One word.
        what: What it is, for the docs.
        told_by: How it is recognised, for the docs.
        gives: What is read of each article, for the docs.
        recognises: Tells by the head of a source, or by its name, whether it is of this format.
        read: Yields the articles; may raise ``Refused``, and whatever a library raises on a broken file.
        many: Whether it can hold more than one article.
        guarded: Whether it is read in a process of its own, bounded in time and memory.
        wraps: Whether it holds other formats: it is opened whatever ``--as`` says, which is then said of its contents.
        extra: The extra of dateline that has its library.
    """

    name: str
    what: str
    told_by: str
    gives: str
    recognises: Callable[[Source], bool]
    read: Reader
    many: bool = False
    guarded: bool = False
    wraps: bool = False
    extra: str | None = None
