"""The command, run in this process with a coder that is loaded once."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

import dateline.coder
from dateline.cli.app import app
from dateline.parse.parser import Parser

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, parser: Parser) -> Run:
    """Return what runs the command with arguments and standard input."""

    monkeypatch.setattr(dateline.coder, "Parser", lambda _: parser)
    return lambda *args, given="": CliRunner().invoke(app, args, input=given)
