"""Progress of an ingest on standard error, and what its options mean."""

import sys
from time import monotonic
from types import TracebackType

import click

from dateline.ingest.articles.columns import FIELDS
from dateline.ledger.keeping.tally import Tally

_EVERY = 15.0  # seconds between lines where nobody watches
_TERMINAL_EVERY = 0.5
_FEWEST = 16


class Watched:
    """Says on standard error how far an ingest is: in a terminal on one line that changes, elsewhere now and then."""

    def __init__(self) -> None:
        """Begin."""
        self._terminal = sys.stderr.isatty()
        self._said = monotonic()
        self._begun = monotonic()
        self._pending = 0
        self._width = 0

    def __enter__(self) -> "Watched":
        """Return what is told."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Wipe the line."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)

    def kept(self, tally: Tally) -> None:
        """Say how many items were read."""
        self._say(f"reading: {tally}")

    def begun(self, pending: int) -> None:
        """Note how many reports are to be coded."""
        self._pending = pending
        self._begun = monotonic()

    def coded(self, tally: Tally) -> None:
        """Say how many reports were coded, how fast, and how long the rest will take."""
        done = tally.coded + tally.failed
        if done < _FEWEST:
            return  # the coder has only just been loaded: its pace is not known yet
        rate = done / max(0.001, monotonic() - self._begun)
        left = duration((self._pending - done) / rate) if rate else "?"
        self._say(f"coding: {done:,} of {self._pending:,}, {rate:.1f} a second, {left} left")

    def _say(self, line: str) -> None:
        now = monotonic()
        if now - self._said < (_TERMINAL_EVERY if self._terminal else _EVERY):
            return
        self._said = now
        if self._terminal:
            click.echo("\r" + line.ljust(self._width), nl=False, err=True)
            self._width = len(line)
        else:
            click.echo(line, err=True)


def duration(seconds: float) -> str:
    """Return a duration as one says it: "40 s", "12 min", "3 h 05 min"."""
    whole = max(0, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


def read_columns(given: str) -> dict[str, str]:
    """Read "body=text,date=published".

    Raises:
        BadParameter: A part is not COLUMN=FIELD, or names no field.
    """
    parts = [part.partition("=") for part in given.split(",") if part.strip()]
    pairs = [(column.strip(), field.strip()) for column, _, field in parts]
    for column, field in pairs:
        if not (column and field):
            raise click.BadParameter(f"{given!r} is not COLUMN=FIELD,COLUMN=FIELD", param_hint="--columns")
        if not {column, field} & set(FIELDS):
            told = f"{column}={field} names no field of a report; the fields are {', '.join(FIELDS)}"
            raise click.BadParameter(told, param_hint="--columns")
    return dict(pairs)
