"""The ledger as Python sees it: open one, ask for its records, get tables."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from dateline.errors import UsageError
from dateline.incidents.model import Claim
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.asking.incidents import Incidents, claims_of
from dateline.ledger.asking.records import Record, Records
from dateline.ledger.asking.timelines import calendar, pledges, position_lines
from dateline.ledger.joining.grouping import bring_up
from dateline.model.coding import Coding
from dateline.reading.prepare import read_date
from dateline.store.address import Address, read_address
from dateline.store.asking.allowed import check_values
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import HIDDEN, Found, View
from dateline.store.joining.incidents import find_incidents
from dateline.timelines.dues import Entry
from dateline.timelines.pledges import Pledge
from dateline.timelines.positions import Line

DEFAULT_LEDGER = "dateline.db"
ENVIRONMENT = "DATELINE_LEDGER"
_SEVERAL = frozenset({"type", "mode", "country", "source", "status"})
_DAYS = frozenset({"since", "until", "as_of"})


def ledger_path(given: str | Address | None) -> Address:
    """Return where the ledger lies: where it is said, else where the environment says, else dateline.db here.

    Raises:
        LedgerError: It is an address that cannot be read.
    """
    return read_address(given or os.environ.get(ENVIRONMENT) or DEFAULT_LEDGER)


def open_ledger(path: str | Address | None = None) -> "Ledger":
    """Open a ledger for reading.

    Args:
        path: The file, or the address of a server's (docs/postgres.md); by default $DATELINE_LEDGER, else dateline.db
            in the current folder.

    Raises:
        LedgerError: It is not there, or no ledger.
    """
    return Ledger(View(ledger_path(path)))


class Ledger:
    """A ledger that was opened for reading. The filters of each method are those of the command (docs/ledger.md)."""

    def __init__(self, view: View) -> None:
        """Hold the view."""
        self.view = view

    def __enter__(self) -> "Ledger":
        """Return the ledger."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.view.connection.close()

    def reports(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return reports; filters as for ``events`` must hold of one event that the report tells."""
        return self.ask("reports", limit=limit, **filters)

    def events(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return events, the newest first.

        Args:
            limit: How many at most.
            **filters: Any of type, mode, actor, country, place, near, since, until, source, status, min_confidence,
                min_roots, text, report, as_of. A filter may be a list where several values will do; days are dates or
                ISO 8601.

        Raises:
            UsageError: There is no such filter, or it cannot be read.
        """
        return self.ask("events", limit=limit, **filters)

    def statements(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return statements."""
        return self.ask("statements", limit=limit, **filters)

    def positions(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return positions."""
        return self.ask("positions", limit=limit, **filters)

    def commitments(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return commitments."""
        return self.ask("commitments", limit=limit, **filters)

    def scheduled(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return what is scheduled."""
        return self.ask("scheduled", limit=limit, **filters)

    def actors(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return actors, one for each report that names them."""
        return self.ask("actors", limit=limit, **filters)

    def places(self, *, limit: int | None = None, **filters: Any) -> Records:
        """Return places, one for each report that names them."""
        return self.ask("places", limit=limit, **filters)

    def ask(self, layer: str, *, limit: int | None = None, **filters: Any) -> Records:
        """Return the records of a layer by its name."""
        return records(layer, self.view.find(layer, read_filters(layer, filters), limit=limit))

    def incidents(self, *, rule: str = DEFAULT_RULE, limit: int | None = None, **filters: Any) -> Incidents:
        """Return incidents by a rule, the newest first.

        Args:
            rule: "strict", "standard", "loose", or the path of a rule's file.
            limit: How many at most.
            **filters: As for ``events``; days, type, place and country are the incident's own.

        Raises:
            UsageError: There is no such rule or filter, or it cannot be read.
        """
        by = load_rule(rule)
        bring_up(self.view.path, by)
        found, matching = find_incidents(self.view, by.name, read_filters("incidents", filters), limit=limit)
        return Incidents(found, matching=matching)

    def claims(self, incident: str, *, rule: str = DEFAULT_RULE) -> list[Claim]:
        """Return what is claimed of an incident, field by field, the earliest first.

        Raises:
            UsageError: There is no such incident or rule.
        """
        by = load_rule(rule)
        bring_up(self.view.path, by)
        return claims_of(self.view, by, incident)

    def position_lines(self, **filters: Any) -> list[Line]:
        """Return where each actor stood on each issue over time, the moved first; filters as for ``positions``."""
        return position_lines(self.view, read_filters("positions", filters))

    def pledges(self, **filters: Any) -> list[Pledge]:
        """Return pledges, each once however often it is told; filters as for ``commitments``."""
        return pledges(self.view, read_filters("commitments", filters))

    def calendar(self, *, rule: str = DEFAULT_RULE, **filters: Any) -> list[Entry]:
        """Return what was set, moved, cancelled or took place by day; filters as for ``scheduled``."""
        return calendar(self.view, read_filters("scheduled", filters), self.incidents(rule=rule))

    def coding(self, report: str, *, run: int | None = None) -> Coding | None:
        """Return the coding of a report: the current one, or that of a run; None where there is none."""
        return self.view.coding(report, run=run)

    def codings(self, *, run: int | None = None) -> Iterator[Coding]:
        """Yield the current codings of all reports, or those of a run."""
        return self.view.codings(run=run)

    def sql(self, query: str, values: Sequence[object] = ()) -> Records:
        """Return the rows of a query to the public views (docs/ledger.md)."""
        rows = list(self.view.rows(query, values))
        return Records(rows, columns=tuple(rows[0]) if rows else (), matching=len(rows), name="rows")


def records(layer: str, found: Found) -> Records:
    """Return a list without the columns that only join tables."""
    rows: list[Record] = [{k: v for k, v in row.items() if k not in HIDDEN} for row in found.rows]
    return Records(rows, columns=found.columns, matching=found.matching, name=layer)


def read_filters(layer: str, given: dict[str, Any]) -> Filters:
    """Return the filters that a user gave in Python for a layer.

    Raises:
        UsageError: There is no such filter, a day is none, or no record of the layer can have a value.
    """
    unknown = sorted(set(given) - set(Filters.__dataclass_fields__))
    if unknown:
        known = ", ".join(Filters.__dataclass_fields__)
        raise UsageError(f"there is no filter {', '.join(unknown)}; there are {known}")
    found = Filters(**{name: _value(name, value) for name, value in given.items() if value is not None})
    return check_values(layer, found)


def _value(name: str, value: Any) -> Any:
    if name in _SEVERAL:
        return (value,) if isinstance(value, str) else tuple(value)
    if name in _DAYS and isinstance(value, str):
        day = read_date(value)
        if day is None:
            raise UsageError(f"{name} {value!r} is no date; write it as YYYY-MM-DD")
        return day
    return value.date() if name in _DAYS and isinstance(value, datetime) else value
