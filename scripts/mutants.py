#!/usr/bin/env python3
"""Change the rules in small ways, one at a time, and see whether a test fails: what survives is held by no test.

    python scripts/mutants.py                        fifty mutants of the stages and the grammar, seed 1
    python scripts/mutants.py --number 10 --seed 7   others

A mutant has one comparison turned, one number moved by one, one "and" made "or", one "not" left out, or one yes/no
answer turned. It is made in a copy of the package, and the tests run on the copy: those of the stage that it is in
first, then the gold cases.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dateline"
PARTS = ("stages", "grammar")
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
GOLD = "tests/golden"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file under the package, the place of the changed expression, and the words before and after."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        """Show it on one line."""
        return f"{self.file}:{self.line}: {' '.join(self.old.split())[:60]} -> {' '.join(self.new.split())[:60]}"


def main() -> None:
    """Try mutants and print which survive."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--number", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    drawn = random.Random(given.seed).sample(list(mutants()), given.number)
    survived = []
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PACKAGE, Path(folder) / "dateline", ignore=shutil.ignore_patterns("__pycache__"))
        for mutant in drawn:
            dead = kills(mutant, Path(folder))
            print("killed  " if dead else "survived", mutant, flush=True)
            survived += [] if dead else [mutant]
    print(f"{given.number - len(survived)} of {given.number} killed, seed {given.seed}")


def mutants() -> Iterator[Mutant]:
    """Yield every mutant of the stages and the grammar."""
    for path in (p for part in PARTS for p in sorted((PACKAGE / part).rglob("*.py"))):
        text = path.read_text(encoding="utf-8")
        yield from mutants_of(text, path.relative_to(PACKAGE).as_posix())


def mutants_of(text: str, file: str) -> Iterator[Mutant]:
    """Yield the mutants of a module's text."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    raw = text.encode()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.expr) or node.end_lineno is None or node.end_col_offset is None:
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
    path.write_bytes(raw[: mutant.start] + mutant.new.encode() + raw[mutant.end :])
    try:
        return any(fails(tests, folder) for tests in (tests_of(mutant.file), [GOLD]))
    finally:
        path.write_bytes(raw)


def tests_of(file: str) -> list[str]:
    """Return the tests of the part of the package that a file is in."""
    part, _, rest = file.partition("/")
    if part == "grammar":
        return ["tests/unit/grammar", "tests/unit/stages"]
    stage = rest.partition("/")[0].removesuffix(".py")
    unit = ROOT / "tests" / "unit" / "stages"
    found = [p for p in sorted(unit.iterdir()) if p.stem == stage or p.stem.startswith(f"test_{stage}")]
    return [p.relative_to(ROOT).as_posix() for p in found] or ["tests/unit/stages"]


def fails(tests: list[str], folder: Path) -> bool:
    """Tell whether one of the tests fails on the package in a folder."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, timeout=900, check=False
    )
    return done.returncode != 0


if __name__ == "__main__":
    main()
