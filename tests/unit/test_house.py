"""What the code itself must keep to: each question asked once, and no stage that looks at how another found a thing."""

import ast
import dataclasses
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

import dateline
from dateline.lexicon.words.speech import Pattern

SOURCE = Path(dateline.__file__).parent
STAGES = sorted((SOURCE / "stages").rglob("*.py"))
GRAMMAR = sorted((SOURCE / "grammar").rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def reads_of_rule(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that read ``x.rule``, but for those that only hand it on as a rule (``rule=x.rule``)."""
    handed = {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for k in call.keywords
        if k.arg == "rule"
        for node in ast.walk(k.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "rule" and id(node) not in handed:
            yield node.lineno


@pytest.mark.parametrize("path", STAGES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_stage_reads_a_rule_as_data(path: Path) -> None:
    """A rule tells users how a record was made; what a stage must know of another's finding is a field."""
    assert [*reads_of_rule(parsed(path))] == []


def test_a_read_of_a_rule_is_seen() -> None:
    tree = ast.parse("if x.rule == 'a': pass\nf(rule=x.rule)\nf(rule=x.rule if y else z)\ng(x.rule)")
    assert [*reads_of_rule(tree)] == [1, 4]


def names_of(kind: type[ast.stmt]) -> Counter[str]:
    """Count the functions or classes of a name over the stages and the grammar."""
    modules = [*STAGES, *GRAMMAR, *sorted((SOURCE / "draft").rglob("*.py"))]
    return Counter(n.name.lstrip("_") for p in modules for n in ast.walk(parsed(p)) if isinstance(n, kind))


ONCE = [
    "agent_of", "antecedent", "denial", "is_finite", "is_infinitive", "is_passive", "own_object", "subject_of",
    "undergoer",
]  # fmt: skip


@pytest.mark.parametrize("name", ONCE)
def test_the_grammar_answers_each_question_once(name: str) -> None:
    assert names_of(ast.FunctionDef)[name] == 1


@pytest.mark.parametrize("name", ["Found", "Index", "Party", "View"])
def test_a_name_means_one_class(name: str) -> None:
    assert names_of(ast.ClassDef)[name] <= 1


MOST_WORDS = 3
DEPENDENCIES = """
acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep
det dobj expl flat intj iobj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss
preconj predet prep prt punct quantmod relcl root xcomp
"""
WORD = re.compile(r"[a-z’'][a-z’'. -]+|[A-Z][a-z]+")


def literals(of: object) -> Iterator[str]:
    """Yield the values of a Literal, and of those within it."""
    for arg in get_args(of):
        if isinstance(arg, str):
            yield arg
        else:
            yield from literals(arg)


@cache
def labels() -> frozenset[str]:
    """Return the strings that are names of our own and no English: closed sets, fields, roles, dependencies."""
    out = {*DEPENDENCIES.split(), "content", "modifier", "recipient", "theme"}
    for info in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if info.name.startswith(("dateline.model", "dateline.draft", "dateline.stages")):
            for value in vars(import_module(info.name)).values():
                out.update(literals(value) if value is not Pattern else ())
                if dataclasses.is_dataclass(value) and not value.__module__.startswith("dateline.stages"):
                    out.update(f.name for f in dataclasses.fields(value))
    return frozenset(out)


def is_typed(node: ast.AST) -> bool:
    """Tell the inside of a type, and a constant that is typed by a closed set, whose values the type checker knows."""
    closed = isinstance(node, ast.AnnAssign) and "str" not in ast.unparse(node.annotation)
    return isinstance(node, ast.Subscript) or closed


def word_lists(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Yield the literals of more than three English words: sets, tuples, lists, and the keys of tables of values."""
    typed = (n.slice if isinstance(n, ast.Subscript) else n for n in ast.walk(tree) if is_typed(n))
    types = {id(n) for s in typed for n in ast.walk(s)}
    for node in ast.walk(tree):
        inside: list[ast.expr | None] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List) and id(node) not in types:
            inside = [*node.elts]
        elif (
            isinstance(node, ast.Dict)
            and id(node) not in types
            and not any(isinstance(v, ast.Name | ast.Attribute) for v in node.values)
        ):
            inside = node.keys
        strings = [n.value for n in inside if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        words = [s for s in strings if WORD.fullmatch(s) and s not in labels()]
        if len(words) > MOST_WORDS:
            yield node.lineno, words


@pytest.mark.parametrize("path", [*STAGES, *GRAMMAR], ids=lambda p: str(p.relative_to(SOURCE)))
def test_word_lists_are_in_the_lexicon(path: Path) -> None:
    """Words that decide a coding are read from labelled files, where they can be reviewed and added to."""
    assert [*word_lists(parsed(path))] == []


def test_a_word_list_is_seen() -> None:
    tree = ast.parse(
        'A = {"from", "in", "near", "upon"}\nB = {"nsubj", "dobj", "pobj", "near"}\nC = ("to", "of", "by")'
    )
    assert [words for _, words in word_lists(tree)] == [["from", "in", "near", "upon"]]


MOST_MODULES = 14


def rooms() -> dict[str, int]:
    """Count the modules that lie side by side in each room of the package."""
    return Counter(str(path.parent.relative_to(SOURCE)) for path in SOURCE.rglob("*.py"))


def test_no_room_is_crowded() -> None:
    """Where more modules lie side by side nobody finds in minutes where a thing is decided: an inner room says it."""
    assert {room: n for room, n in rooms().items() if n > MOST_MODULES} == {}
