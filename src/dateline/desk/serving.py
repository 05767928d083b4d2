"""Start the desk on this machine."""

import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

from dateline.desk.app import make_app
from dateline.desk.desk import LOOPBACK, Desk
from dateline.desk.sample import make_sample
from dateline.errors import UsageError
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.store.address import Address
from dateline.store.asking.view import View

_STOP_WITHIN = 3  # seconds
_MOST_JOINED = 5_000  # reports; more take minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How a desk is started.

    Args:
        host: The address to listen on.
        port: The port; 0 for any free one.
        browser: Whether to open a browser.
        told: Takes lines for the user.
    """

    host: str = "127.0.0.1"
    port: int = 0
    browser: bool = True
    told: Callable[[str], object] = print


def serve(desk: Desk, start: Start) -> None:
    """Serve a ledger until the process is stopped.

    Raises:
        LedgerError: There is no ledger.
        UsageError: The port is taken, or others could reach a desk that has no token.
    """
    if start.host not in LOOPBACK and desk.token is None:
        raise UsageError(f"others can reach {start.host}: set a token with --token, or leave --host out")
    with _ready(desk, start) as ready, _listening(start) as listener:
        _join(ready.ledger, start.told)
        ready.spots.begin()
        address = _address(ready, start.host, listener.getsockname()[1])
        start.told(f"{ready.ledger.name}: {address}  (stop with Ctrl+C)")
        if start.browser:
            webbrowser.open(address)
        config = uvicorn.Config(
            make_app(ready), log_level="warning", server_header=False, timeout_graceful_shutdown=_STOP_WITHIN
        )
        uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def _ready(desk: Desk, start: Start) -> Iterator[Desk]:
    """Return the desk with its ledger; that of the sample is made now and gone afterwards."""
    if not desk.sample:
        yield desk
        return
    start.told("making the sample: a few invented reports are coded …")
    with TemporaryDirectory(prefix="dateline-") as folder:
        yield replace(desk, ledger=make_sample(Path(folder), desk.coder.get()))


def _join(ledger: Address, told: Callable[[str], object]) -> None:
    """Bring the incidents up to date, where that is soon done."""
    with View(ledger) as view:
        waiting = (view.one("SELECT count(*) AS n FROM stale") or {"n": 0})["n"]
    if waiting > _MOST_JOINED:
        told(f"{waiting:,} reports wait to be joined: run `dateline incidents` once, to see incidents")
    else:
        bring_up(ledger, load_rule(DEFAULT_RULE))


def _address(desk: Desk, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={desk.token}" if desk.token else "")


def _listening(start: Start) -> socket.socket:
    family = socket.AF_INET6 if ":" in start.host else socket.AF_INET
    try:
        return socket.create_server((start.host, start.port), family=family)
    except OSError as error:
        raise UsageError(
            f"{start.host}, port {start.port}, cannot be used ({error.strerror}); choose another with --port"
        ) from error
