"""``dateline desk``."""

from importlib import import_module
from typing import Any

import click

from dateline.cli.given.options import debug
from dateline.errors import DatelineError
from dateline.ledger.open import ledger_path
from dateline.store.opening import is_there

_INSTALL = "the desk needs libraries that are not installed; run: pip install 'dateline[desk]'"


@click.command()
@click.argument("ledger", required=False)
@click.option("--edit", metavar="NAME", help="Judgements may be made, in this name; without it nothing can be changed.")
@click.option("--sample", is_flag=True, help="Show the built-in sample of invented reports; nothing of it is kept.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0: any free one."
)
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@click.option("--token", metavar="TOKEN", help='What a browser must show once; "new" makes one.')
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; others need --token.")
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A further name under which the desk is asked for."
)
@debug
def desk(
    ledger: str | None, edit: str | None, port: int, token: str | None, host: str, names: tuple[str, ...], *,
    sample: bool, no_browser: bool,
) -> None:  # fmt: skip
    """Open the ledger's pages in the browser, served from this machine to this machine.

    LEDGER is by default $DATELINE_LEDGER, else dateline.db here; where there is none, the sample is shown.
    """
    serving, desks, guarding = _modules()
    path = ledger_path(ledger)
    if ledger is None and not is_there(path) and not sample:
        click.echo(f"{path}: no such ledger, so this is the sample; make one with `dateline ingest`", err=True)
        sample = True
    chosen = desks.Desk(
        ledger=path, editor=edit, sample=sample, token=guarding.new_token() if token == "new" else token,
        hosts=desks.LOOPBACK | {host, *names},
    )  # fmt: skip
    start = serving.Start(host=host, port=port, browser=not no_browser, told=lambda line: click.echo(line, err=True))
    serving.serve(chosen, start)


def _modules() -> tuple[Any, Any, Any]:
    try:
        return tuple(import_module(f"dateline.desk.{name}") for name in ("serving", "desk", "guarding"))  # type: ignore[return-value]
    except ImportError as error:
        raise DatelineError(_INSTALL) from error
