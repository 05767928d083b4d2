"""A pytest plugin: ledgers that a test names by a path lie on a PostgreSQL server that is started for the run.

So the tests of the ledger hold for both. ``scripts/postgres_tests`` loads it; those of files alone are marked.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.store import schema
from dateline.store.address import Server
from dateline.store.postgres import schema as postgres
from dateline.store.postgres.copying import copy

_USER = "dateline"
_PORT = 5432
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=64MB")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if mark := item.get_closest_marker("sqlite"):
            item.add_marker(pytest.mark.skip(reason=f"of SQLite's files alone: {mark.args[0]}"))


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    """The address of an empty database on a server of this run."""
    with started_server() as server:
        yield server.address


@pytest.fixture(scope="session", autouse=True)
def on_server(database: str) -> Iterator[None]:
    """Let paths name schemas of the server; keys begin with 1 there, as in files."""

    def open_for_writing(path: Path, *, wait: float = schema.WAIT) -> Any:
        opened = postgres.open_for_writing(server_at(database, path), wait=wait, month=0)
        path.touch()
        return opened

    def copy_file(source: Any, to: Path) -> None:
        copy(source.server, server_at(database, to))
        to.touch()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "open_for_writing", open_for_writing)
        patch.setattr(schema, "open_for_reading", lambda path: postgres.open_for_reading(server_at(database, path)))
        patch.setattr(schema, "copy_file", copy_file)
        yield


def server_at(address: str, path: Path) -> Server:
    """Return the schema that stands for a path."""
    return Server(address, f"t{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]}")


@dataclass(frozen=True)
class Running:
    """A server of its own, in a folder of its own."""

    folder: Path
    settings: tuple[str, ...]
    who: str | None

    @property
    def address(self) -> str:
        return f"postgresql://{_USER}@/postgres?host={self.folder}&port={_PORT}"

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = " ".join(f"-c {name}" for name in self.settings)
        options += f" -c listen_addresses='' -c unix_socket_directories={self.folder} -p {_PORT}"
        log = str(self.folder / "log")
        _run("pg_ctl", "-D", self.data, "-l", log, "-o", options, "-w", "start", who=self.who)

    def crash(self) -> None:
        """Stop it as a fault would: nothing is written any more."""
        _run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop", who=self.who)


@contextmanager
def started_server(*, settings: tuple[str, ...] = _FAST) -> Iterator[Running]:
    """Start a server, and stop it after."""
    folder = Path(tempfile.mkdtemp(prefix="dl-pg-"))
    server = Running(folder, settings, _whose(folder))
    made = ("-A", "trust", "-U", _USER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    try:
        _run("initdb", "-D", server.data, *made, who=server.who)
        server.start()
        yield server
        server.crash()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, None where they are not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    path = shutil.which("initdb")
    return next((p for p in (*found, *([Path(path).parent] if path else [])) if (p / "initdb").exists()), None)


def _run(program: str, *options: str, who: str | None) -> None:
    folder = programs()
    if folder is None:
        pytest.fail("PostgreSQL's programs are not installed: apt-get install postgresql")
    nowhere = subprocess.DEVNULL
    subprocess.run([str(folder / program), *options], check=True, stdout=nowhere, stderr=nowhere, user=who, cwd="/")


def _whose(folder: Path) -> str | None:
    """Give a folder to somebody who is not root, whom a server refuses; return who, None for whoever runs this."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    who = "postgres" if "postgres" in names else "nobody"
    shutil.chown(folder, who)
    return who
