"""The reliability diagram of the accuracy card, as SVG."""

from collections.abc import Iterator, Sequence
from math import sqrt

from dateline.evaluation.calibration import Bin, Calibration

SIDE, LEFT, TOP, RIGHT, BELOW = 360, 56, 16, 190, 44
INKS = ("#b45309", "#1d4ed8", "#374151", "#047857", "#be185d")
GREY, RULE = "#374151", "#d1d5db"
JOINED = 5
"""Dots of fewer records than this are drawn, but no line leads to them."""


def draw(calibrations: Sequence[Calibration]) -> str:
    """Return the diagram: confidence across, share right upwards, a dot's area by its number of records."""
    width, height = LEFT + SIDE + RIGHT, TOP + SIDE + BELOW
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
    lines = [
        f'{head} font-size="12">',
        "<title>Share of records that are right, by confidence, for each layer</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *(piece for n in range(6) for piece in _grid(n / 5)),
        f'<path d="M{_x(0):.1f} {_y(0):.1f}L{_x(1):.1f} {_y(1):.1f}" stroke="{GREY}" stroke-dasharray="4 3"/>',
        _label(_x(0.5), TOP + SIDE + 36, "confidence"),
        f'<g transform="translate(14 {_y(0.5):.1f}) rotate(-90)">{_label(0, 0, "share right")}</g>',
        *(piece for n, c in enumerate(calibrations) for piece in _layer(n, c)),
    ]
    return "\n".join([*lines, "</svg>", ""])


def _x(share: float) -> float:
    return LEFT + SIDE * share


def _y(share: float) -> float:
    return TOP + SIDE * (1 - share)


def _grid(share: float) -> Iterator[str]:
    yield f'<path d="M{LEFT} {_y(share):.1f}h{SIDE}M{_x(share):.1f} {TOP}v{SIDE}" stroke="{RULE}"/>'
    yield _label(LEFT - 6, _y(share) + 4, f"{share:.1f}", anchor="end")
    yield _label(_x(share), TOP + SIDE + 18, f"{share:.1f}")


def _layer(number: int, calibration: Calibration) -> Iterator[str]:
    """Draw one layer: its line, its dots, its name."""
    ink, y = INKS[number % len(INKS)], TOP + 20 + 22 * number
    points = " ".join(f"{_x(b.confidence):.1f},{_y(b.right):.1f}" for b in calibration.bins if b.n >= JOINED)
    yield f'<polyline points="{points}" fill="none" stroke="{ink}" stroke-width="1.5"/>'
    yield from (_dot(b, ink) for b in calibration.bins)
    yield f'<circle cx="{LEFT + SIDE + 20}" cy="{y - 4}" r="5" fill="{ink}"/>'
    name = f"{calibration.layer} ({calibration.n}), ECE {calibration.error:.3f}"
    yield _label(LEFT + SIDE + 30, y, name, anchor="start", ink=ink)


def _dot(b: Bin, ink: str) -> str:
    radius = 1.5 + sqrt(b.n) / 2.5
    return f'<circle cx="{_x(b.confidence):.1f}" cy="{_y(b.right):.1f}" r="{radius:.1f}" fill="{ink}" opacity="0.6"/>'


def _label(x: float, y: float, words: str, *, anchor: str = "middle", ink: str = GREY) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{ink}">{words}</text>'
