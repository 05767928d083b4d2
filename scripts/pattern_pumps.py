#!/usr/bin/env python3
"""Pump every pattern of the package: no text may hold one up.

    python scripts/pattern_pumps.py            every pattern, the slowest first
    python scripts/pattern_pumps.py --write    and write the table into docs/hostile.md

A pattern's pumps come from its own syntax tree: for each of its repeats a beginning that leads there, the repeated part
over and over until the text has 50,000 characters, and an end that fits nothing. Repeats over the same letters that are
nested or stand side by side, and a search that starts anew at each letter, show as a pump that does not come to an end.
"""

import argparse
import re
import re._constants as op  # the only place where the parts of a pattern have names
import re._parser as tree
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from pattern_list import ROOT, Used, patterns

LENGTH = 50_000
LIMIT = 5.0
"""Seconds of processor time after which a pump counts as one without an end; the slowest takes a small part of one."""
LETTERS = "Aa0 \n,.-'’\"$/[(<"
"""The letters that a class is filled with where it takes them, in turn: one letter for every class is what hurts."""
PAGE = ROOT / "docs" / "hostile.md"
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_FROM, _TO = "<!-- pumps -->\n", "<!-- end of pumps -->"
_WIDTH = 60
_MANY = 5  # repeats up to a smaller number are spelled out, not pumped

Node = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Style:
    """How a pattern is filled: the letter for its classes, whether optional parts stand, which branch is taken."""

    letter: str
    full: bool
    branch: int


@dataclass(frozen=True, slots=True)
class Slowest:
    """A pattern and its slowest pump."""

    used: Used
    seconds: float
    pump: str


class Endless(Exception):  # noqa: N818  what it is, not that it is an error
    """A pump did not come to an end."""


def main() -> None:
    """Pump all patterns, print the slowest pump of each, and fail where one has no end."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="write the table into docs/hostile.md")
    options.add_argument("--limit", type=float, default=LIMIT, help="seconds for one pump")
    options.add_argument("--most", type=int, default=1_000, help="pumps for one pattern")
    given = options.parse_args()
    found = sorted((slowest(u, given.limit, given.most) for u in patterns()), key=lambda s: -s.seconds)
    for s in found:
        print(f"{s.seconds:8.3f} s  {s.used.place:30}  {s.pump!a:40}  {ascii(s.used.pattern)[:100]}")
    if given.write:
        write_table(found)
    if endless := [s for s in found if s.seconds >= given.limit]:
        sys.exit(
            f"{len(endless)} of {len(found)} patterns can be held up; use possessive or atomic groups: x++, (?>...)"
        )


def slowest(used: Used, limit: float = LIMIT, most: int = 1_000) -> Slowest:
    """Return the slowest pump of a pattern; the limit where one does not end."""
    compiled = re.compile(used.pattern, used.flags)
    worst = Slowest(used, 0.0, "")
    for shown, text in pumps(used, most):
        seconds = spend(compiled, text, limit, anchored=used.anchored)
        if seconds >= worst.seconds:
            worst = Slowest(used, seconds, shown)
        if seconds >= limit:
            break
    return worst


def spend(compiled: re.Pattern[Any], text: str, limit: float, *, anchored: bool) -> float:
    """Return the time of finding all matches in a text (``anchored``: the one at its start), at most the limit."""
    given: Any = text.encode("utf-8", "ignore") if isinstance(compiled.pattern, bytes) else text
    start = time.process_time()
    try:
        with _at_most(limit):
            if anchored:
                compiled.match(given)
                compiled.fullmatch(given)
            else:
                deque(compiled.finditer(given), maxlen=0)
    except Endless:
        return limit
    return time.process_time() - start


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def end(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def pumps(used: Used, most: int, length: int = LENGTH) -> Iterator[tuple[str, str]]:
    """Yield the pumps of a pattern, at most so many and spread evenly, each with a short form to show."""
    text = used.pattern if isinstance(used.pattern, str) else used.pattern.decode("latin-1")
    nodes = list(tree.parse(text, used.flags))
    starts: dict[tuple[int, str], str] = {}
    for style in _styles(text):
        for number, (start, unit) in enumerate(repeats(nodes, style, "")):
            starts.setdefault((number, unit), start)
    parts = {(start, unit) for (_, unit), start in starts.items() if unit}
    anew = {("", start + unit) for start, unit in parts if start}
    all_ = list(product(sorted(parts | anew), ("", "\x00!")))
    for (start, unit), end in all_[:: max(1, -(-len(all_) // most))]:
        yield f"{start}({unit})*{end}"[:60], f"{start}{unit * (length // len(unit))}{end}"


def _styles(text: str) -> Iterator[Style]:
    own = dict.fromkeys(c for c in text if not c.isalnum() and not c.isascii())
    for letter, full, branch in product([*LETTERS, *islice(own, 4)], (False, True), range(3)):
        yield Style(letter, full, branch)


def repeats(nodes: Sequence[Node], style: Style, before: str) -> Iterator[tuple[str, str]]:
    """Yield the beginning and the repeated part of each repeat in a sequence, outer ones first."""
    for kind, argument in nodes:
        if kind in _REPEATS:
            _, most, body = argument
            if most >= _MANY:
                yield before, fill(body, style)
            yield from repeats(body, style, before)
        else:
            for inner in _inner(kind, argument):
                yield from repeats(inner, style, before)
        before += _filled(kind, argument, style)


def _inner(kind: Any, argument: Any) -> Iterable[Sequence[Node]]:
    """Return the sequences within a part of a pattern."""
    match kind:
        case op.BRANCH:
            return argument[1]  # type: ignore[no-any-return]
        case op.SUBPATTERN:
            return [argument[3]]
        case op.ATOMIC_GROUP:
            return [argument]
        case op.ASSERT | op.ASSERT_NOT:
            return [argument[1]]
    return []


def fill(nodes: Iterable[Node], style: Style) -> str:
    """Return a text that a sequence is likely to match."""
    return "".join(_filled(kind, argument, style) for kind, argument in nodes)


def _filled(kind: Any, argument: Any, style: Style) -> str:
    match kind:
        case op.LITERAL:
            return chr(argument)
        case op.IN | op.NOT_LITERAL | op.ANY:
            return _letter(kind, argument, style.letter)
        case op.BRANCH:
            choices = sorted(
                (fill(b, style) for b in argument[1][: 3 + style.branch * 40]), key=lambda t: len({*t, style.letter})
            )
            return choices[style.branch % len(choices)]
        case op.SUBPATTERN | op.ATOMIC_GROUP:
            return "".join(fill(i, style) for i in _inner(kind, argument))
        case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
            least, most, body = argument
            return fill(body, style) * max(least, int(style.full and most > 0))
    return ""


def _letter(kind: Any, argument: Any, wanted: str) -> str:
    """Return a letter of a class, the wanted one if it is in it."""
    taken = [chr(a) for k, a in argument if k is op.LITERAL] if kind is op.IN else []
    firsts = [chr(a[0]) for k, a in argument if k is op.RANGE] if kind is op.IN else []
    return next((c for c in (wanted, *firsts, *taken, *LETTERS, "é", "|") if _takes(kind, argument, c)), "")


def _takes(kind: Any, argument: Any, letter: str) -> bool:
    """Tell whether a class has a letter."""
    if kind is op.ANY:
        return letter != "\n"
    if kind is op.NOT_LITERAL:
        return ord(letter) != argument
    negated = argument[0][0] is op.NEGATE
    return any(_has(k, a, letter) for k, a in argument) != negated


def _has(kind: Any, argument: Any, letter: str) -> bool:
    match kind:
        case op.LITERAL:
            return ord(letter) == argument
        case op.RANGE:
            return argument[0] <= ord(letter) <= argument[1]
        case op.CATEGORY:
            return re.match(_CATEGORIES[argument], letter) is not None
    return False


def write_table(found: Sequence[Slowest]) -> None:
    """Write the slowest pump of each pattern that has a pump into the page."""
    rows = [_row(s) for s in found if s.pump]
    head = "| module | pattern | slowest pump | milliseconds |\n| --- | --- | --- | ---: |"
    none = f"{len(found) - len(rows)} more have no repeat to pump."
    before, rest = PAGE.read_text(encoding="utf-8").split(_FROM)
    _, after = rest.split(_TO)
    PAGE.write_text(f"{before}{_FROM}{head}\n" + "\n".join(rows) + f"\n\n{none}\n{_TO}{after}", encoding="utf-8")


def _row(s: Slowest) -> str:
    module = s.used.place.partition(":")[0]
    return f"| `{module}` | {_cell(s.used.pattern)} | {_cell(s.pump)} | {s.seconds * 1000:.0f} |"


def _cell(text: str | bytes) -> str:
    """Return a text for a cell of a table: in code, in one line, cut."""
    shown = (
        (text if isinstance(text, str) else text.decode("latin-1"))
        .encode("unicode_escape")
        .decode()
        .replace(2 * chr(92), chr(92))
    )
    cut = shown if len(shown) <= _WIDTH else shown[: _WIDTH - 1] + "…"
    return f"`` {cut.replace('|', chr(92) + '|')} ``"


if __name__ == "__main__":
    main()
