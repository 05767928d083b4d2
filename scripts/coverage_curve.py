#!/usr/bin/env python3
"""How many of the gold set's event predicates a frame codes, as a function of the number of frames.

    python scripts/coverage_curve.py             print the table
    python scripts/coverage_curve.py --missed    print the predicates that were not coded

A predicate is the trigger of a gold event that is not optional. It is *known* where the lexicon has its lemma, and
*coded* where an event that the coder made from a frame has a mention on it. Frames are put in order by how many
predicates they code, the most useful first; the curve adds them up.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.coder import Coder
from dateline.evaluation import GoldSet, load_gold
from dateline.lexicon.events.frames import Frames, load_frames
from dateline.model.base import Span, overlap
from dateline.model.coding import Coding

ROOT = Path(__file__).parents[1]
STEPS = (10, 25, 50, 100, 150, 200, 300, 400)
PREFIX = "frame "


@dataclass(frozen=True, slots=True)
class Curve:
    """Predicates coded by each frame, the most useful first, out of all of them."""

    title: str
    predicates: int
    known: int
    coded: int
    by_frame: tuple[int, ...]

    def share(self, frames: int) -> float:
        """Return the share of predicates that the most useful so many frames code."""
        return sum(self.by_frame[:frames]) / self.predicates


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one gold predicate."""

    words: str
    known: bool
    coded: bool
    frame: str | None


@cache
def measure() -> tuple[Curve, ...]:
    """Code the gold set and return a curve for the short cases, for the reports, and for both."""
    found = {case: list(rows) for case, rows in read()}
    reports = [f for case, rows in found.items() if case.startswith("report-") for f in rows]
    cases = [f for case, rows in found.items() if not case.startswith("report-") for f in rows]
    return tuple(
        curve(title, rows)
        for title, rows in (("short cases", cases), ("whole reports", reports), ("all", cases + reports))
    )


def curve(title: str, rows: Sequence[Found]) -> Curve:
    """Add up what became of some predicates."""
    counts = Counter(f.frame for f in rows if f.frame)
    known, coded = sum(f.known for f in rows), sum(f.coded for f in rows)
    return Curve(title, len(rows), known, coded, tuple(sorted(counts.values(), reverse=True)))


def read() -> Iterator[tuple[str, Iterable[Found]]]:
    """Yield what became of the predicates of each gold case, by the case's id."""
    gold: GoldSet = load_gold([ROOT / "gold"])
    frames = load_frames()
    codings = Coder(layers="actors events predicates").code_many(gold.reports())
    for case, coding in zip(gold.cases, codings, strict=True):
        triggers = [e.spans[0] for e in case.events if not e.entry.optional]
        yield case.id, [look(coding, span, frames) for span in triggers]


def look(coding: Coding, span: Span, frames: Frames) -> Found:
    """Say what became of the predicate at a span."""
    lemmas = [p.lemma for p in coding.predicates or () if overlap(p.span, span)]
    events = [e for e in coding.events or () if any(overlap(m, span) for m in e.mentions or (e.trigger,))]
    made = next((e.rule.removeprefix(PREFIX) for e in events if e.rule.startswith(PREFIX)), None)
    known = bool(events) or any(w in table for w in lemmas for table in (frames.verbs, frames.nouns, frames.adjectives))
    return Found(coding.report.text[span[0] : span[1]], known, bool(events), made)


def table(curves: Sequence[Curve]) -> str:
    """Return the curves as a table in Markdown."""
    used = max(len(c.by_frame) for c in curves)
    steps = [n for n in STEPS if n < used]
    lines = [
        "| | " + " | ".join(c.title for c in curves) + " |",
        "|---|" + "---:|" * len(curves),
        "| predicates | " + " | ".join(str(c.predicates) for c in curves) + " |",
        "| whose lemma some frame has | " + " | ".join(f"{c.known / c.predicates:.1%}" for c in curves) + " |",
        "| coded as an event | " + " | ".join(f"{c.coded / c.predicates:.1%}" for c in curves) + " |",
        *(f"| by the {n} most useful frames | " + " | ".join(_share(c, n) for c in curves) + " |" for n in steps),
        "| frames that code any | " + " | ".join(str(len(c.by_frame)) for c in curves) + " |",
    ]
    return "\n".join(lines)


def _share(c: Curve, frames: int) -> str:
    return f"{c.share(frames):.1%}" if frames <= len(c.by_frame) else ""


WIDTH, HEIGHT, LEFT, TOP = 640, 360, 56, 16
ACROSS, DOWN = WIDTH - LEFT - 20, HEIGHT - TOP - 48
INKS = ("#b45309", "#1d4ed8", "#374151")
GOAL = 0.95


def draw(curves: Sequence[Curve]) -> str:
    """Return the curves as an SVG drawing."""
    most = max(len(c.by_frame) for c in curves)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
    lines = [
        f'{head} font-size="12">',
        "<title>Share of gold event predicates coded, by number of frames</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *(piece for share in (0.0, 0.25, 0.5, 0.75, GOAL, 1.0) for piece in _level(share)),
        *(_label(LEFT + ACROSS * n / most, TOP + DOWN + 18, str(n)) for n in range(0, most + 1, 50)),
        _label(LEFT + ACROSS / 2, HEIGHT - 10, "frames, the most useful first"),
        *(piece for n, c in enumerate(curves) for piece in _line(c, most, n)),
    ]
    return "\n".join([*lines, "</svg>", ""])


def _level(share: float) -> tuple[str, str]:
    y = TOP + DOWN * (1 - share)
    dash = ' stroke-dasharray="4 3"' if share == GOAL else ""
    rule = f'<path d="M{LEFT} {y:.1f}h{ACROSS}" stroke="#d1d5db"{dash}/>'
    return rule, _label(LEFT - 6, y + 4, f"{share:.0%}", anchor="end")


def _line(c: Curve, most: int, n: int) -> tuple[str, str]:
    at = (f"{LEFT + ACROSS * i / most:.1f},{TOP + DOWN * (1 - c.share(i)):.1f}" for i in range(len(c.by_frame) + 1))
    line = f'<polyline points="{" ".join(at)}" fill="none" stroke="{INKS[n]}" stroke-width="2"/>'
    name = f"{c.title} ({c.predicates})"
    return line, _label(LEFT + ACROSS - 150, TOP + DOWN - 60 + 18 * n, name, anchor="start", ink=INKS[n])


def _label(x: float, y: float, words: str, *, anchor: str = "middle", ink: str = "#374151") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{ink}">{words}</text>'


def missed() -> Iterator[str]:
    """Yield the words of the predicates that no event was made of."""
    for case, rows in read():
        for found in rows:
            if not found.coded:
                yield f"{case:40} {found.words:30} {'' if found.known else 'no frame has it'}".rstrip()


if __name__ == "__main__":
    print("\n".join(missed()) if "--missed" in sys.argv else table(measure()))
