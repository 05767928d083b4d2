"""Every pattern of the package: those written out in its source, and those put together when it loads and codes."""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dateline"
SAMPLE = """KYIV, May 2 (Reuters) - Police said 5 of 20 men were killed on Monday. About 3.5 million dollars
($3.5m) of aid was pledged 12 km north of the city. "We will not talk", the minister said, unless the army
leaves by 10 May 2024. The EU will send $20 million, or about 18 million euros, to 300 of Kenya's farmers. Next
week 20 to 30 trucks leave."""
_METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})
_AT_START = frozenset({"match", "fullmatch"})


@dataclass(frozen=True, slots=True)
class Used:
    """A pattern as it is used: its flags, the place in the source, and whether it is only tried where it must begin."""

    pattern: str | bytes
    flags: int
    place: str
    anchored: bool = False

    @property
    def key(self) -> tuple[str | bytes, int]:
        """What makes two uses one pattern."""
        return self.pattern, re.compile(self.pattern, self.flags).flags


def patterns() -> list[Used]:
    """List every pattern of the package, once; works once a process, before anything has loaded the package."""
    found = {u.key: u for u in (*_written(), *_compiled())}
    anchored = _anchored()
    found = {k: replace(u, anchored=u.place in anchored) for k, u in found.items()}
    return sorted(found.values(), key=lambda u: (u.place.partition(":")[0], str(u.pattern)))


def _written() -> Iterator[Used]:
    """Yield the patterns that stand as one string in a call of ``re``."""
    for path, call in _calls():
        match call.args:
            case [ast.Constant(value=str() | bytes() as text), *_]:
                yield Used(text, _flags(call), f"{path}:{call.lineno}")


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield the calls of ``re`` that take a pattern."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name)) if name != "escape":
                    yield path.relative_to(SOURCE), node


def _anchored() -> frozenset[str]:
    """List the places of the patterns that only ``match`` and ``fullmatch`` are asked for, all over the package."""
    trees = [
        (path.relative_to(SOURCE), ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SOURCE.rglob("*.py"))
    ]
    ways = _ways(tree for _, tree in trees)
    named = ((path, name, call) for path, tree in trees for name, call in _named(tree))
    return frozenset(f"{path}:{call.lineno}" for path, name, call in named if ways.get(name, {""}) <= _AT_START) | {
        f"{path}:{call.lineno}"
        for path, call in _calls()
        if call.func.attr in _AT_START  # type: ignore[attr-defined]
    }


def _ways(trees: Iterable[ast.Module]) -> dict[str, set[str]]:
    """Map each name on which a pattern's method is called to the methods."""
    ways: dict[str, set[str]] = {}
    for node in (n for tree in trees for n in ast.walk(tree)):
        match node:
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=method) if method in _METHODS:
                ways.setdefault(name, set()).add(method)
    return ways


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls whose value has a name: that of a constant or of a field."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
                yield name, call
            case ast.keyword(arg=str() as name, value=ast.Call() as call):
                yield name, call


def _flags(call: ast.Call) -> int:
    """Return the flags that a call names."""
    names = (n.attr for n in ast.walk(call) if isinstance(n, ast.Attribute))
    return int(sum(re.RegexFlag[n] for n in names if n in re.RegexFlag.__members__))


def _compiled() -> list[Used]:
    """Collect what the package hands to ``re`` while its modules load and a report is coded."""
    found: list[Used] = []
    with _listening(found.append):
        import dateline  # noqa: PLC0415  what is noted here begins with this import

        for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        dateline.Coder().code(SAMPLE, title="Aid for Kenya", published="2024-05-02")
    return found


@contextmanager
def _listening(note: Callable[[Used], None]) -> Iterator[None]:
    """Note every pattern that the package's own source compiles meanwhile."""
    module: Any = re
    compile_ = module._compile

    def listen(pattern: object, flags: int) -> object:
        place = _place(sys._getframe(1))
        if place and isinstance(pattern, str | bytes):
            note(Used(pattern, int(flags), place))
        return compile_(pattern, flags)

    module._compile = listen
    try:
        yield
    finally:
        module._compile = compile_


def _place(frame: FrameType | None) -> str | None:
    """Return the place in the package that called ``re``; None where another package did."""
    while frame and Path(frame.f_code.co_filename) == Path(re.__file__):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename) if frame else ROOT
    return f"{path.relative_to(SOURCE)}:{frame.f_lineno}" if frame and path.is_relative_to(SOURCE) else None
