"""Mutants tried on the pinned gold cases: in this process, with one function changed, on the cases that call it."""

import ast
import signal
from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import CodeType, FrameType, FunctionType
from typing import Protocol

from dateline.evaluation.pinned import load_pinned
from rule_tracing import SOURCE, Rule, YesNo, functions_of, watching
from rule_worth import ROOT, Judge

HANGS_S = 60
CLEAN = ("clean", 0)


class Change(Protocol):
    """A change of a file: where, and the words in their place."""

    @property
    def file(self) -> str:
        """Return the file under the package."""

    @property
    def line(self) -> int:
        """Return the line of the changed words."""

    def applied(self, raw: bytes) -> bytes:
        """Return the file's bytes with the change made."""


class PinnedCases:
    """Tries changes on the gold cases that must be right."""

    def __init__(self, changes: Iterable[Change]) -> None:
        """Find the functions that the changes stand in, and the pinned cases that call each."""
        self.judge = Judge()
        self.owners = {change: owner for change in changes if (owner := owner_of(change)) is not None}
        self.functions = functions_of(self.owners.values())
        pinned = load_pinned(ROOT / "gold" / "right.toml").cases
        self.reaching = self._reaching([case for case in pinned if case in self.judge.cases])

    def _reaching(self, cases: Iterable[str]) -> dict[Rule, list[str]]:
        found: defaultdict[Rule, list[str]] = defaultdict(list)
        for case in cases:
            called: set[Rule] = set()
            with watching(self.functions, lambda rule, _, called=called: called.add(rule)):
                clean = CLEAN in self.judge.right(self.judge.cases[case], self.judge.coder.pipeline.stages)
            for rule in called if clean else ():
                found[rule].append(case)
        return found

    def kill(self, change: Change) -> bool:
        """Tell whether a pinned case goes wrong with a change."""
        owner = self.owners.get(change)
        function = self.functions.get(owner.key) if owner else None
        code = changed_code(change, function) if function else None
        if owner is None or function is None or code is None:
            return False
        held, function.__code__ = function.__code__, code
        try:
            return any(self._fails(case) for case in self.reaching.get(owner.key, ()))
        finally:
            function.__code__ = held

    def _fails(self, case: str) -> bool:
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(HANGS_S)
        try:
            return CLEAN not in self.judge.right(self.judge.cases[case], self.judge.coder.pipeline.stages)
        except Exception:  # noqa: BLE001  whatever a broken rule raises, it is found
            return True
        finally:
            signal.alarm(0)


def _too_long(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  as a signal calls it
    raise TimeoutError


def owner_of(change: Change) -> YesNo | None:
    """Return the function or method that a change stands in, None where it stands in none."""
    tree = ast.parse((SOURCE / change.file).read_text(encoding="utf-8"))
    blocks = [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))]
    for node in (n for block in blocks for n in block.body if isinstance(n, ast.FunctionDef)):
        first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        if node.body[0].lineno <= change.line <= (node.end_lineno or 0):
            return YesNo(change.file, node.name, first)
    return None


def changed_code(change: Change, function: FunctionType) -> CodeType | None:
    """Return a function's code with the change made, None where it cannot take the place of the old."""
    path = SOURCE / change.file
    whole = compile(change.applied(path.read_bytes()), str(path), "exec")
    wanted = (function.__code__.co_name, function.__code__.co_firstlineno, function.__code__.co_freevars)
    return next((c for c in _codes(whole) if (c.co_name, c.co_firstlineno, c.co_freevars) == wanted), None)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)
