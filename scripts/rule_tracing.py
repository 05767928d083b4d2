"""What speaks as texts are coded: frames, their triggers and exceptions, and the yes/no rules."""

import ast
import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import dateline
from dateline.coder import Coder
from dateline.draft import Clause
from dateline.lexicon.events.frames import Frame, Needs
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.stage import EventStage
from text_sets import Report

SOURCE = Path(dateline.__file__).parent
PARTS = ("stages", "grammar")
Rule = tuple[str, int]
"""File and first line of a function."""
Word = tuple[str, str, str]
"""A frame, a field of its exceptions ("object", "prep.on|upon"), and one word of it; a trigger has no field."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """A function that returns a bool: its file under the package, its name with its class, its first line."""

    file: str
    name: str
    line: int

    @property
    def key(self) -> Rule:
        """Return what it is counted by."""
        return self.file, self.line

    @property
    def id(self) -> str:
        """Return what gold/rules.toml calls it."""
        return f"{self.file} {self.name}"


@dataclass(slots=True)
class Tally:
    """What spoke over one set of texts."""

    texts: int = 0
    frames: Counter[str] = field(default_factory=Counter)
    spoken: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    triggers: Counter[Word] = field(default_factory=Counter)
    barring: Counter[Word] = field(default_factory=Counter)
    asked: Counter[Rule] = field(default_factory=Counter)
    yes: Counter[Rule] = field(default_factory=Counter)
    where: defaultdict[Rule, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, other: "Tally") -> None:
        """Add what spoke over other texts."""
        self.texts += other.texts
        for name in ("frames", "triggers", "barring", "asked", "yes"):
            getattr(self, name).update(getattr(other, name))
        for name in ("spoken", "where"):
            for key, ids in getattr(other, name).items():
                getattr(self, name)[key] |= ids


def yes_no_rules() -> Iterator[YesNo]:
    """Yield the functions of the stages and the grammar that return a bool."""
    for path in (p for part in PARTS for p in sorted((SOURCE / part).rglob("*.py"))):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        owners = {n: c.name for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for n in c.body}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and answers(node):
                first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
                name = f"{owners[node]}.{node.name}" if node in owners else node.name
                yield YesNo(path.relative_to(SOURCE).as_posix(), name, first)


def answers(node: ast.FunctionDef) -> bool:
    """Tell whether a function is a yes/no rule: it returns a bool, and does more than to say what others answer."""
    says = isinstance(node.returns, ast.Name) and node.returns.id == "bool"
    promised = all(isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) for line in node.body)
    return says and not promised  # a protocol's method has a docstring alone


def tally(texts: Sequence[Report], rules: Sequence[YesNo], jobs: int = 1) -> Tally:
    """Code texts, in several processes where told so, and count what speaks."""
    found = Tally()
    if jobs == 1:
        _count(texts, rules, found)
    else:
        with ProcessPoolExecutor(jobs) as pool:
            for part in pool.map(tally, [texts[n::jobs] for n in range(jobs)], [rules] * jobs):
                found.add(part)
    return found


def _count(texts: Iterable[Report], rules: Iterable[YesNo], found: Tally) -> None:
    coder = Coder(layers="all")
    at: list[str] = [""]
    with _answers_counted(found, rules, at), _matches_counted(found, at):
        for report in texts:
            found.texts += 1
            at.append(report["id"] or "")
            coder.draft(report["text"] or "", published=report["published"])


@contextmanager
def _answers_counted(found: Tally, rules: Iterable[YesNo], at: list[str]) -> Iterator[None]:
    """Count what the rules answer; ``at`` has the text."""

    def note(rule: Rule, answer: object) -> None:
        found.asked[rule] += 1
        if answer:
            found.yes[rule] += 1
            found.where[rule].add(at[-1])

    with watching(functions_of(rules), note):
        yield


@contextmanager
def watching(functions: Mapping[Rule, FunctionType], note: Callable[[Rule, object], None]) -> Iterator[None]:
    """Note what functions return, by code in the place of theirs that asks them and hands the answer on."""
    held: list[tuple[FunctionType, CodeType]] = []
    for n, (rule, function) in enumerate(functions.items()):
        space = function.__globals__
        space[f"_asked{n}"] = copied(function)
        space[f"_noted{n}"] = partial(note, rule)
        made: dict[str, FunctionType] = {}
        exec(f"def asked(*a, **k):\n x = _asked{n}(*a, **k)\n _noted{n}(x)\n return x", space, made)
        held.append((function, function.__code__))
        function.__code__ = made["asked"].__code__
    try:
        yield
    finally:
        for n, (function, code) in enumerate(held):
            function.__code__ = code
            del function.__globals__[f"_asked{n}"], function.__globals__[f"_noted{n}"]


@contextmanager
def _matches_counted(found: Tally, at: list[str]) -> Iterator[None]:
    """Count frames told, triggers that bring a frame whose conditions hold, and exceptions that keep it out."""
    met, every, read = Matcher._met, Matcher._all, EventStage.read

    def counted(self: Matcher, clause: Clause, frame: Frame, depth: int) -> float | None:
        answer = met(self, clause, frame, depth)
        if answer is None and frame.unless != Needs() and all(self._conditions(clause, frame, frame.needs, depth)):
            found.barring.update((frame.id, *word) for word in barring(self, clause, frame, depth))
        return answer

    def brought(self: Matcher, clause: Clause, depth: int) -> Iterator[object]:
        for match in every(self, clause, depth):
            found.triggers[match.frame.id, "", match.trigger] += 1
            yield match

    def reading(self: EventStage, scene: Scene, *around: Any) -> list[Found]:
        mentions = read(self, scene, *around)
        for mention in mentions:
            if mention.doubt is None:
                found.frames[mention.match.frame.id] += 1
                found.spoken[mention.match.frame.id].add(at[-1])
        return mentions

    Matcher._met, Matcher._all, EventStage.read = counted, brought, reading  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Matcher._met, Matcher._all, EventStage.read = met, every, read  # type: ignore[method-assign]


def barring(matcher: Matcher, clause: Clause, frame: Frame, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the words of a frame's exceptions that hold of a clause, each with its field."""
    for name, word, alone in each_word(frame.unless):
        if any(matcher._conditions(clause, frame, alone, depth)):
            yield name, word


def each_word(needs: Needs) -> Iterator[tuple[str, str, Needs]]:
    """Yield each word of a frame's conditions with its field, and the condition that has this word alone."""
    for name in ("subject", "object", "complement", "modifier", "near", "voice"):
        for word in getattr(needs, name):
            yield name, word, Needs(**{name: (word,)})
    for names, words in needs.prep.items():
        for word in words:
            yield f"prep.{names}", word, Needs(prep={names: (word,)})


def functions_of(rules: Iterable[YesNo]) -> dict[Rule, FunctionType]:
    """Return the functions that rules are, of the modules that are loaded; none that is made within another."""
    wanted = {(str(SOURCE / r.file), r.line): r.key for r in rules}
    found = {}
    gc.unfreeze()  # what a coder of many reports has put out of sight is looked for too
    for one in gc.get_objects():
        if type(one) is FunctionType and not one.__code__.co_freevars:  # others may be made lazily, when asked
            rule = wanted.get((one.__code__.co_filename, one.__code__.co_firstlineno))
            if rule is not None:
                found[rule] = one
    return found


def copied(function: FunctionType) -> FunctionType:
    """Return the same function as a thing of its own."""
    made = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
    made.__kwdefaults__ = function.__kwdefaults__
    return made


@contextmanager
def saying(function: FunctionType, *, answer: bool) -> Iterator[None]:
    """Let a rule give one answer to whatever it is asked."""
    held = function.__code__
    yes: Callable[..., bool] = lambda *_, **__: True  # noqa: E731  only its code is wanted
    no: Callable[..., bool] = lambda *_, **__: False  # noqa: E731
    function.__code__ = yes.__code__ if answer else no.__code__
    try:
        yield
    finally:
        function.__code__ = held
