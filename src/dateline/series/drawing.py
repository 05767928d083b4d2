"""A series as a picture in SVG: a panel a group, a line a rule, bars of the reports seen, gaps as hatched bands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dateline.series.counting import Counts, Series
from dateline.series.rows import said

_WIDTH, _LEFT, _RIGHT = 900, 60, 20
_PANEL, _BETWEEN, _LINE = 84, 34, 16
_LINES = (("#1b5e9b", ""), ("#b3541e", "6 3"), ("#4b7a2b", "2 3"), ("#6a4c93", "8 2 2 2"))
"""A colour and a dash for each rule, so that colour is never alone."""
_MOST_LABELS = 9


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of one panel: its top, the number of periods, and the largest value."""

    top: int
    periods: int
    most: float

    def x(self, number: float) -> float:
        """Return the left edge of a period."""
        return round(_LEFT + number * (_WIDTH - _LEFT - _RIGHT) / max(self.periods, 1), 2)

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return round(self.top + _PANEL - value / (self.most or 1) * _PANEL, 2)


def draw(series: Series, *, most: int = 6) -> str:
    """Return the picture; rule and denominator are written in it."""
    groups = series.groups[:most]
    head = [*said(series), *_left_out(series, most)]
    top = _LINE * (len(head) + 2 + len(series.counts))
    height = top + (len(groups) + 1) * (_PANEL + _BETWEEN) + _LINE
    parts = [*_opening(height, head), *_legend(series.counts, _LINE * (len(head) + 1))]
    for number, group in enumerate(groups):
        frame = Frame(top + number * (_PANEL + _BETWEEN), len(series.periods), _largest(series, group))
        parts += _panel(series, group, frame)
    seen = [series.seen.get(period, 0) for period in series.periods]
    frame = Frame(top + len(groups) * (_PANEL + _BETWEEN), len(series.periods), max(seen, default=0))
    parts += [*_axes(frame, "reports seen"), *_bands(series, frame), *_bars(seen, frame), *_labels(series, frame)]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _left_out(series: Series, most: int) -> list[str]:
    rest = len(series.groups) - most
    return [f"{rest} smaller groups are not drawn."] if rest > 0 else []


def _largest(series: Series, group: str) -> float:
    return max((c.incidents.get((p, group), 0.0) for c in series.counts for p in series.periods), default=0.0)


def _opening(height: int, head: Sequence[str]) -> Iterator[str]:
    title = escape(head[0])
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" font-size="12" '
        f'font-family="sans-serif"><title>{title}</title>'
    )
    yield (
        '<defs><pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="2" height="6" fill="#bbbbbb"/></pattern></defs>'
    )
    yield f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
    for number, line in enumerate(head, start=1):
        yield _text(_LEFT, number * _LINE, line)


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="#222222">{escape(words)}</text>'


def _legend(counts: Sequence[Counts], top: int) -> Iterator[str]:
    for number, one in enumerate(counts):
        y = top + number * _LINE
        yield f'<path d="M{_LEFT} {y - 4}h28" {_stroke(number)}/>'
        yield _text(_LEFT + 36, y, one.rule.name)


def _stroke(number: int) -> str:
    colour, dash = _LINES[number % len(_LINES)]
    return f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash or "none"}"'


def _panel(series: Series, group: str, frame: Frame) -> Iterator[str]:
    yield from _axes(frame, group)
    yield from _bands(series, frame)
    for number, counts in enumerate(series.counts):
        values = [series.value(counts, period, group) for period in series.periods]
        yield f'<path d="{_steps(values, frame)}" {_stroke(number)}/>'


def _axes(frame: Frame, name: str) -> Iterator[str]:
    bottom = frame.top + _PANEL
    yield _text(_LEFT, frame.top - 6, name)
    yield f'<path d="M{_LEFT} {frame.top}V{bottom}H{_WIDTH - _RIGHT}" fill="none" stroke="#888888"/>'
    yield _text(_LEFT - 6, frame.top + 10, f"{frame.most:.4g}", "end")
    yield _text(_LEFT - 6, bottom, "0", "end")


def _bands(series: Series, frame: Frame) -> Iterator[str]:
    """Yield a hatched band for each period in which reports are missing."""
    for number, period in enumerate(series.periods):
        if period in series.gaps or not series.seen.get(period):
            told = ", ".join(series.gaps.get(period, ())) or "no reports"
            yield (
                f'<rect x="{frame.x(number):g}" y="{frame.top}" width="{frame.x(number + 1) - frame.x(number):.2f}" '
                f'height="{_PANEL}" fill="url(#gap)"><title>{escape(f"{period}: gap, {told}")}</title></rect>'
            )


def _steps(values: Sequence[float | None], frame: Frame) -> str:
    """Return a line of steps, broken where there is no count."""
    out: list[str] = []
    drawing = False
    for number, value in enumerate(values):
        if value is None:
            drawing = False
            continue
        y = frame.y(value)
        out.append(f"{'L' if drawing else 'M'}{frame.x(number):g} {y:g}H{frame.x(number + 1):g}")
        drawing = True
    return "".join(out)


def _bars(values: Sequence[int], frame: Frame) -> Iterator[str]:
    for number, value in enumerate(values):
        if value:
            left, y = frame.x(number), frame.y(value)
            width, height = max(frame.x(number + 1) - left - 1, 0.5), frame.top + _PANEL - y
            yield f'<rect x="{left:g}" y="{y:g}" width="{width:.2f}" height="{height:.2f}" fill="#8a8a8a"/>'


def _labels(series: Series, frame: Frame) -> Iterator[str]:
    step = -(-len(series.periods) // _MOST_LABELS) or 1
    for number in range(0, len(series.periods), step):
        yield _text(frame.x(number), frame.top + _PANEL + _LINE, series.periods[number])
