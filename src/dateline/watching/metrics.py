"""The state of a watch as metrics for Prometheus, made anew each time that they are asked for."""

from collections.abc import Iterator
from typing import Any

from dateline.errors import UsageError
from dateline.ledger.keeping.tally import Tally
from dateline.watching.state import State

_STATUSES = ("ok", "held", "troubled", "stuck")
_COUNTS = (*Tally.__slots__, "clock_jumps", "left_out")


def exposition(state: State) -> tuple[bytes, str]:
    """Return the metrics as text, and the type of that text.

    Raises:
        UsageError: The library is not installed.
    """
    library = client()
    registry = library.CollectorRegistry(auto_describe=False)
    registry.register(_Collector(state))
    return library.generate_latest(registry), str(library.CONTENT_TYPE_LATEST)


def client() -> Any:
    """Return the library.

    Raises:
        UsageError: It is not installed.
    """
    try:
        import prometheus_client  # noqa: PLC0415  an optional library
        import prometheus_client.core  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("metrics need prometheus-client; run: pip install 'dateline[watch]'") from error
    return prometheus_client


class _Collector:
    """What the library asks for metrics."""

    def __init__(self, state: State) -> None:
        self._state = state

    def collect(self) -> Iterator[Any]:
        """Yield the metrics."""
        core = client().core
        state = self._state
        with state.lock:
            counts, feeds, status = dict(state.counts), list(state.feeds.values()), state.status()
            sizes = {"waiting": state.waiting, "ledger_bytes": state.ledger_bytes, "free_bytes": state.free_bytes}
        for name in _COUNTS:
            yield core.CounterMetricFamily(f"dateline_{name}", f"Count of: {name}.", value=counts.get(name, 0))
        for name, value in sizes.items():
            yield core.GaugeMetricFamily(f"dateline_{name}", f"Now: {name}.", value=value)
        how = core.GaugeMetricFamily("dateline_status", "1 for how the watch goes.", labels=["status"])
        for each in _STATUSES:
            how.add_metric([each], float(each == status))
        yield how
        looks = core.CounterMetricFamily("dateline_looks", "Looks at a feed.", labels=["feed", "outcome"])
        for feed in feeds:
            looks.add_metric([feed.url, "good"], feed.looks - feed.failed)
            looks.add_metric([feed.url, "failed"], feed.failed)
        yield looks
