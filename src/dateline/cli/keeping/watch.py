"""``dateline watch``."""

import signal
import sys
from contextlib import nullcontext
from pathlib import Path
from threading import Event

import click

from dateline.cli.given.asking import ledger
from dateline.cli.given.loading import load_coders
from dateline.cli.given.options import debug, lexicon, model, places, timeout
from dateline.coder import Timeout, make_settings
from dateline.ledger.keeping.coding import Work
from dateline.ledger.open import ledger_path
from dateline.watching.log import Log
from dateline.watching.metrics import client
from dateline.watching.page import served
from dateline.watching.plan import load_plan
from dateline.watching.watch import Watch, state_of


@click.command()
@click.argument("feeds", metavar="FEEDS.toml", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", help="Serve a health page and metrics there.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Code with N processes.")
@click.option("--no-code", is_flag=True, help="Keep the reports and code nothing; a later ingest codes them.")
@timeout
@model
@lexicon
@places
@ledger
@debug
def watch(
    feeds: Path, port: int | None, jobs: int, timeout: Timeout, model: str | None, lexicon: str | None,
    places: str | None, ledger: str | None, *, no_code: bool,
) -> None:  # fmt: skip
    """Look at the feeds of FEEDS.toml again and again, keep what is new in a ledger, and code it.

    It runs until it is stopped (Ctrl+C, SIGTERM), and goes on from there when it is started again. What happens is
    logged on standard error, a JSON object a line.
    """
    plan = load_plan(feeds)
    if port is not None:
        client()
    settings = make_settings(model=model, lexicon=lexicon, places=places)
    coder = None if no_code else load_coders(settings, jobs=jobs)
    state, log, stop = state_of(plan), Log(sys.stderr), Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: stop.set())
    with served(state, port) if port is not None else nullcontext() as at:
        if at is not None:
            log("page", address=f"http://127.0.0.1:{at}/")
        work = Work(jobs=jobs, timeout=timeout)
        path = ledger_path(ledger)
        Watch(plan=plan, path=path, coder=coder, work=work, state=state, log=log, stop=stop).run()
