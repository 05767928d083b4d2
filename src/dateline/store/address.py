"""Where a ledger lies: a file, or a schema of a database on a PostgreSQL server."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from dateline.errors import LedgerError

SCHEMES = ("postgresql://", "postgres://")
DEFAULT_SCHEMA = "dateline"
_HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Server:
    """A ledger on a PostgreSQL server: the address of its database, and the schema in which its tables are.

    Printed, it has no password.
    """

    database: str
    schema: str = DEFAULT_SCHEMA

    def __str__(self) -> str:
        """Return the address as it may be shown."""
        parts = urlsplit(self.database)
        user, at, host = parts.netloc.rpartition("@")
        shown = f"{user.partition(':')[0]}{':' + _HIDDEN if ':' in user else ''}{at}{host}"
        kept = [(k, _HIDDEN if k == "password" else v) for k, v in parse_qsl(parts.query)]
        if self.schema != DEFAULT_SCHEMA:
            kept.append(("schema", self.schema))
        return _joined(shown, parts.path, kept)

    @property
    def name(self) -> str:
        """Return the name of the database, with that of the schema where it is not the usual one."""
        database = urlsplit(self.database).path.strip("/")
        return database if self.schema == DEFAULT_SCHEMA else f"{database}.{self.schema}"


Address = Path | Server
"""Where a ledger lies."""


def read_address(given: str | Path | Server) -> Address:
    """Return where a ledger lies from what a user wrote.

    Raises:
        LedgerError: The schema that it names cannot be one.
    """
    if isinstance(given, Server):
        return given
    if not (isinstance(given, str) and given.startswith(SCHEMES)):
        return Path(given)
    parts = urlsplit(given)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    schema = next((value for name, value in asked if name == "schema"), DEFAULT_SCHEMA)
    if not schema.isidentifier() or not schema.isascii() or schema.startswith("pg_") or schema != schema.lower():
        raise LedgerError(f"{schema!r} cannot be a schema; give small letters, digits and _, as ?schema=my_ledger")
    return Server(_joined(parts.netloc, parts.path, [pair for pair in asked if pair[0] != "schema"]), schema)


def _joined(host: str, path: str, asked: Sequence[tuple[str, str]]) -> str:
    query = urlencode(asked, safe=f"/{_HIDDEN}")
    return f"postgresql://{host}{path}{'?' if query else ''}{query}"
