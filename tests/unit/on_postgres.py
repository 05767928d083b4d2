"""A pytest plugin: ledgers that a test names by a path lie on a PostgreSQL server that is started for the run.

So the tests of the ledger hold for both. ``scripts/postgres_tests`` loads it; what is about files alone is marked ``sqlite``.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
    with started_server() as address:
        yield address


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


@contextmanager
def started_server(*, settings: tuple[str, ...] = _FAST) -> Iterator[str]:
    """Start a server of its own, in a folder of its own, and stop it after."""
    folder = Path(tempfile.mkdtemp(prefix="dl-pg-"))
    who = _whose(folder)
    options = " ".join(f"-c {name}" for name in settings)
    options += f" -c listen_addresses='' -c unix_socket_directories={folder} -p {_PORT}"
    data, log = str(folder / "data"), str(folder / "log")
    try:
        _run("initdb", "-D", data, "-A", "trust", "-U", _USER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", who=who)
        _run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start", who=who)
        yield f"postgresql://{_USER}@/postgres?host={folder}&port={_PORT}"
        _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop", who=who)
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
    with (Path(tempfile.gettempdir()) / os.devnull).open("w") as nowhere:
        subprocess.run([str(folder / program), *options], check=True, stdout=nowhere, stderr=nowhere, user=who, cwd="/")


def _whose(folder: Path) -> str | None:
    """Give a folder to somebody who is not root, whom a server refuses; return who it is, None for whoever runs this."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    who = "postgres" if "postgres" in names else "nobody"
    shutil.chown(folder, who)
    return who
