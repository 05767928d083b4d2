#!/usr/bin/env python3
"""Change the rules in small ways, one at a time, and see whether a test fails: what survives is held by no test.

    python scripts/mutants.py                        fifty mutants, seed 1
    python scripts/mutants.py --number 10 --seed 7   others
    python scripts/mutants.py --jobs 3               three at a time

Drawn from the stages and the grammar, and from what keeps and joins reports: families, store, ledger, ingest. A
mutant has one comparison turned, one number moved by one, one "and" made "or", one "not" left out, or one yes/no
answer turned. First the pinned gold cases that call the changed function are coded; where none goes wrong, the mutant
is made in a copy of the package, and the tests run on the copy: those of the part that it is in, then wider ones.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mutant_cases import PinnedCases

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dateline"
PARTS = ("stages", "grammar", "families", "store", "ledger", "ingest")
KEPT = ("families", "store", "ledger", "ingest")
"""Parts that keep and join reports; gold says nothing of them."""
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
GOLD = ["tests/golden"]
HANGS_S = 1800
"""Seconds after which tests that go on and on have failed."""
KEEPING = ["tests/unit/store", "tests/unit/ledger", "tests/unit/families", "tests/unit/cli", "tests/end_to_end"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file under the package, the place of the changed expression, and the words before and after."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def applied(self, raw: bytes) -> bytes:
        """Return the file's bytes with the change made."""
        return raw[: self.start] + self.new.encode() + raw[self.end :]

    def __str__(self) -> str:
        """Show it on one line."""
        return f"{self.file}:{self.line}: {' '.join(self.old.split())[:60]} -> {' '.join(self.new.split())[:60]}"


def main() -> None:
    """Try mutants and print which survive, or write the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--number", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=1, help="mutants tried at a time, each in a copy of its own")
    given = options.parse_args()
    drawn = random.Random(given.seed).sample(list(mutants()), given.number)
    pinned = PinnedCases(drawn)
    left = []
    for mutant in drawn:
        if pinned.kill(mutant):
            print("killed by a pinned case ", mutant, flush=True)
        else:
            left.append(mutant)
    with ThreadPoolExecutor(given.jobs) as pool:
        held = list(pool.map(tried, (left[n :: given.jobs] for n in range(given.jobs))))
    survived = sum(one.count(False) for one in held)
    print(f"{given.number - survived} of {given.number} killed, seed {given.seed}")


def tried(drawn: Iterable[Mutant]) -> list[bool]:
    """Try mutants one after the other, and return which were killed."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PACKAGE, Path(folder) / "dateline", ignore=shutil.ignore_patterns("__pycache__"))
        for mutant in drawn:
            found.append(kills(mutant, Path(folder)))
            print("killed by a test        " if found[-1] else "survived                ", mutant, flush=True)
    return found


def mutants() -> Iterator[Mutant]:
    """Yield every mutant of the parts."""
    for path in (p for part in PARTS for p in sorted((PACKAGE / part).rglob("*.py"))):
        text = path.read_text(encoding="utf-8")
        yield from mutants_of(text, path.relative_to(PACKAGE).as_posix())


def mutants_of(text: str, file: str) -> Iterator[Mutant]:
    """Yield the mutants of a module's text."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    raw, tree = text.encode(), ast.parse(text)
    decorated = (d for n in ast.walk(tree) for d in getattr(n, "decorator_list", ()))
    beside = {inner for d in decorated for inner in ast.walk(d)}  # whether a class is frozen changes no answer
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr) or node in beside or node.end_lineno is None or node.end_col_offset is None:
            continue
        new = changed(node)
        if new is not None:
            start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
            yield Mutant(file, node.lineno, start, end, raw[start:end].decode(), new)


def changed(node: ast.expr) -> str | None:
    """Return an expression in its changed form, None where nothing is to change."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in TURNED:
            return f"({ast.unparse(ast.Compare(node.left, [TURNED[type(op)]()], node.comparators))})"
        case ast.BoolOp(op=op):
            return f"({ast.unparse(ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), node.values))})"
        case ast.UnaryOp(op=ast.Not()):
            return f"({ast.unparse(node.operand)})"
        case ast.Constant(value=bool() as value):
            return str(not value)
        case ast.Constant(value=int() as value):
            return str(value + 1)
    return None


def kills(mutant: Mutant, folder: Path) -> bool:
    """Tell whether a test fails on a mutant."""
    path = folder / "dateline" / mutant.file
    raw = path.read_bytes()
    path.write_bytes(mutant.applied(raw))
    try:
        return any(fails(tests, folder) for tests in (tests_of(mutant.file), wider(mutant.file)))
    finally:
        path.write_bytes(raw)


def tests_of(file: str) -> list[str]:
    """Return the tests of the part of the package that a file is in."""
    part, _, rest = file.partition("/")
    if part == "grammar":
        return ["tests/unit/grammar", "tests/unit/stages"]
    if part in KEPT:
        return [f"tests/unit/{part}"]
    stage = f"tests/unit/stages/{rest.partition('/')[0].removesuffix('.py')}"
    return [stage] if (ROOT / stage).is_dir() else ["tests/unit/stages"]


def wider(file: str) -> list[str]:
    """Return the tests that are run where those of the part do not fail."""
    return KEEPING if file.partition("/")[0] in KEPT else GOLD


def fails(tests: list[str], folder: Path) -> bool:
    """Tell whether one of the tests fails on the package in a folder."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    space = {**os.environ, "PYTHONPATH": str(folder)}
    try:
        done = subprocess.run(command, cwd=ROOT, env=space, capture_output=True, timeout=HANGS_S, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


if __name__ == "__main__":
    main()
