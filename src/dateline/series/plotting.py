"""A series as a picture in PNG, by matplotlib: the same panels as in SVG."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.series.counting import Series
from dateline.series.rows import said

_INSTALL = "run: pip install 'dateline[plots]', or ask for SVG, which needs nothing"
_STYLES = ("-", "--", ":", "-.")
_MOST_LABELS = 9


def plot(series: Series, path: Path, *, most: int = 6) -> None:
    """Write the picture.

    Raises:
        DatelineError: matplotlib is not installed.
    """
    groups = series.groups[:most]
    figure = _figure(len(groups) + 1)
    axes = figure.subplots(len(groups) + 1, 1, sharex=True, squeeze=False)[:, 0]
    places = range(len(series.periods))
    for axis, group in zip(axes, groups, strict=False):
        for number, counts in enumerate(series.counts):
            values = [series.value(counts, period, group) for period in series.periods]
            numbers = [float("nan") if value is None else value for value in values]
            axis.step(places, numbers, where="mid", linestyle=_STYLES[number % 4], label=counts.rule.name)
        _finish(axis, series, group)
    axes[-1].bar(places, [series.seen.get(period, 0) for period in series.periods], color="#8a8a8a")
    _finish(axes[-1], series, "reports seen")
    _label(axes, series.periods)
    if len(groups):
        axes[0].legend(loc="upper right", fontsize=7)
    figure.suptitle("\n".join(said(series)), fontsize=8, x=0.02, ha="left")
    figure.savefig(path, dpi=120)


def _figure(panels: int) -> Any:
    try:
        figures = import_module("matplotlib.figure")
    except ImportError as error:
        raise DatelineError(f"PNG needs matplotlib, which is not installed; {_INSTALL}") from error
    return figures.Figure(figsize=(9, 1.6 + 1.3 * panels), layout="constrained")


def _finish(axis: Any, series: Series, name: str) -> None:
    axis.set_title(name, fontsize=8, loc="left")
    axis.tick_params(labelsize=7)
    axis.set_ylim(bottom=0)
    for number, period in enumerate(series.periods):
        if period in series.gaps or not series.seen.get(period):
            axis.axvspan(number - 0.5, number + 0.5, facecolor="none", edgecolor="#bbbbbb", hatch="///", linewidth=0)


def _label(axes: Sequence[Any], periods: Sequence[str]) -> None:
    step = -(-len(periods) // _MOST_LABELS) or 1
    axes[-1].set_xticks(range(0, len(periods), step), periods[::step])
