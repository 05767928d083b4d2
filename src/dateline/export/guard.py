"""A writer's fault on one report is that report's alone: it is said in its place, and the next is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.model.coding import Coding

Failed = Callable[[Coding, Exception], None]
"""Told of each coding that could not be written, and why; what it raises ends the writing."""


def each(codings: Iterable[Coding], write: Callable[[Coding], str], failed: Failed | None = None) -> Iterator[str]:
    """Yield what is written of each coding; for one that cannot be written, its report with the reason as its error."""
    for coding in codings:
        try:
            written = write(coding)
        except Exception as error:  # noqa: BLE001  one report never stops a run
            if failed is not None:
                failed(coding, error)
            written = write(unwritten(coding, error))
        yield written


def unwritten(coding: Coding, error: Exception) -> Coding:
    """Return the coding of a report that was coded and could not be written."""
    said = f"the coding could not be written ({type(error).__name__}: {error}); please report this text"
    return Coding(report=replace(coding.report, coded=False, error=said))
