"""The command, run in this process with a coder that is loaded once."""

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

import dateline.cli.explain
import dateline.cli.loading
from dateline.cli.app import app
from dateline.coder import Coder
from dateline.parse.parser import Parser

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, parser: Parser) -> Run:
    """Return what runs the command with arguments and standard input."""

    def coder(**settings: Any) -> Coder:
        settings.pop("model", None)
        return Coder(parser=parser, **settings)

    monkeypatch.setattr(dateline.cli.loading, "Coder", coder)
    monkeypatch.setattr(dateline.cli.explain, "Coder", coder)
    return lambda *args, given="": CliRunner().invoke(app, args, input=given)
