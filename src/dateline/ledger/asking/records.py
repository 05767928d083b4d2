"""What a question to the ledger gives: records that print, and become tables."""

import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, overload

from dateline.errors import DatelineError

Record = dict[str, Any]
_INSTALL = "run: pip install 'dateline[tables]'"


class Records(Sequence[Record]):
    """The records that were asked for, each a dictionary; ``matching`` says how many there are without the limit."""

    def __init__(self, rows: Sequence[Record], *, columns: Sequence[str], matching: int, name: str) -> None:
        """Hold the records."""
        self._rows = list(rows)
        self.columns = tuple(columns)
        self.matching = matching
        self.name = name

    def __len__(self) -> int:
        """Return how many are here."""
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        """Return a record, or some."""
        return self._rows[at]

    def __iter__(self) -> Iterator[Record]:
        """Yield the records."""
        return iter(self._rows)

    def __repr__(self) -> str:
        """Say what they are and how many."""
        return f"<{self}>"

    def __str__(self) -> str:
        """Say how many of how many."""
        return f"{len(self):,} of {self.matching:,} {self.name}"

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame.

        Raises:
            DatelineError: pandas is not installed.
        """
        return _library("pandas").DataFrame(self._rows, columns=list(self.columns))

    def to_arrow(self) -> Any:
        """Return a pyarrow Table.

        Raises:
            DatelineError: pyarrow is not installed.
        """
        arrow = _library("pyarrow")
        return arrow.table({name: [row[name] for row in self._rows] for name in self.columns})

    def to_json(self) -> str:
        """Return one JSON array."""
        return json.dumps(self._rows, ensure_ascii=False)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise DatelineError(f"tables need {name}, which is not installed; {_INSTALL}") from error
