"""Start the desk on this machine."""

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from dateline.desk.app import make_app
from dateline.desk.desk import Desk
from dateline.errors import UsageError
from dateline.store.view import View

_HOST = "127.0.0.1"


def serve(ledger: Path, *, editor: str | None, port: int, browser: bool, told: Callable[[str], object]) -> None:
    """Serve a ledger until the process is stopped.

    Raises:
        LedgerError: There is no ledger.
        UsageError: The port is taken.
    """
    View(ledger).connection.close()
    desk = Desk(ledger=ledger, editor=editor)
    with _listening(port) as listener:
        address = f"http://{_HOST}:{listener.getsockname()[1]}/"
        told(f"{ledger}: {address}  (stop with Ctrl+C)")
        if browser:
            webbrowser.open(address)
        uvicorn.Server(uvicorn.Config(make_app(desk), log_level="warning")).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((_HOST, port))
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from error
