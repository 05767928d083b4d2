"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from dateline.coding.limit import DEFAULT_LIMIT, Limit
from dateline.reading.prepare import read_date

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date in ISO 8601 or in words."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date; one that is none is wrong usage."""
        found = value if isinstance(value, date) else read_date(str(value))
        if found is None:
            self.fail(f"{value!r} is no date; write it as YYYY-MM-DD", param, ctx)
        return found


def debug(command: F) -> F:
    """Add ``--debug``."""
    return click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")(command)


def timeout(command: F) -> F:
    """Add ``--timeout``: the default limit where it is not given, none for 0."""
    return click.option(
        "--timeout", type=click.FloatRange(min=0), metavar="SECONDS", callback=_limit,
        help="Give up a report after this, 0 for never. Default: 30, and 30 more for each 100,000 characters.",
    )(command)  # fmt: skip


def _limit(_: click.Context, __: click.Parameter, seconds: float | None) -> Limit | float | None:
    return DEFAULT_LIMIT if seconds is None else seconds or None


def published(command: F) -> F:
    """Add ``--published``."""
    return click.option("--published", type=Day(), metavar="DATE", help="Day of the reports that do not say theirs.")(
        command
    )


def model(command: F) -> F:
    """Add ``--model``."""
    return click.option("--model", metavar="NAME", help="An installed spaCy model, by name or path.")(command)


def lexicon(command: F) -> F:
    """Add ``--lexicon``."""
    return click.option(
        "--lexicon", metavar="DIR", help="Tables of your own that add entries or overrule them (docs/lexicons.md)."
    )(command)


def places(command: F) -> F:
    """Add ``--places``."""
    return click.option(
        "--places", metavar="FILE", envvar="DATELINE_PLACES", show_envvar=True,
        help="A gazetteer of your own, made by `dateline places import`, that is asked first.",
    )(command)  # fmt: skip


def triage(command: F) -> F:
    """Add ``--triage``."""
    return click.option(
        "--triage", is_flag=True, help="Pass over paragraphs and reports whose words tell no event (docs/triage.md)."
    )(command)


def raw_cells(command: F) -> F:
    """Add ``--raw-cells``."""
    return click.option(
        "--raw-cells", is_flag=True, help="CSV without the apostrophe before words that read as a formula."
    )(command)


def as_json(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def why(command: F) -> F:
    """Add ``--why``."""
    return click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")(
        command
    )


def by(command: F) -> F:
    """Add ``--by``."""
    return click.option("--by", metavar="NAME", default=lambda: os.environ.get("USER"), help="Who says so.")(command)
