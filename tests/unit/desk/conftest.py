"""A desk over the sample, and one over an empty ledger."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.coder import Coder
from dateline.desk.app import make_app
from dateline.desk.desk import Desk
from dateline.desk.sample import make_sample
from dateline.parse.parser import Parser
from dateline.store.batch import Writer

BASE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def coder(parser: Parser) -> Coder:
    return Coder(parser=parser)


@pytest.fixture(scope="session")
def sample(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the ledger of the sample; who writes takes a copy."""
    path = make_sample(tmp_path_factory.mktemp("sample"), coder)
    with Writer(path) as writer:
        writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def ledger(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "news.db"))


@pytest.fixture
def desk(sample: Path) -> Desk:
    return Desk(ledger=sample)


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk), base_url=BASE) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> TestClient:
    Writer(tmp_path / "empty.db").connection.close()
    return TestClient(make_app(Desk(ledger=tmp_path / "empty.db")), base_url=BASE)
