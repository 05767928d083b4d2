"""``dateline desk``."""

from importlib import import_module
from pathlib import Path

import click

from dateline.cli.options import debug
from dateline.errors import DatelineError
from dateline.ledger.open import ledger_path

_INSTALL = "the desk needs libraries that are not installed; run: pip install 'dateline[desk]'"


@click.command()
@click.argument("ledger", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0: any free one."
)
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@click.option("--edit", metavar="NAME", help="Judgements may be made, in this name; without it nothing can be changed.")
@debug
def desk(ledger: Path | None, port: int, edit: str | None, *, no_browser: bool) -> None:
    """Open the ledger's pages in the browser, served from this machine to this machine.

    LEDGER is by default $DATELINE_LEDGER, else dateline.db here.
    """
    try:
        serving = import_module("dateline.desk.serving")
    except ImportError as error:
        raise DatelineError(_INSTALL) from error
    path = ledger_path(ledger)
    serving.serve(path, editor=edit, port=port, browser=not no_browser, told=lambda line: click.echo(line, err=True))
