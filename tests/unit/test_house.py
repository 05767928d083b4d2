"""What the code itself must keep to: each question asked once, and no stage that looks at how another found a thing."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline

SOURCE = Path(dateline.__file__).parent
STAGES = sorted((SOURCE / "stages").rglob("*.py"))


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
    modules = [*STAGES, *sorted((SOURCE / "grammar").rglob("*.py")), *sorted((SOURCE / "draft").rglob("*.py"))]
    return Counter(n.name.lstrip("_") for p in modules for n in ast.walk(parsed(p)) if isinstance(n, kind))


ONCE = ["agent_of", "antecedent", "denial", "is_finite", "is_infinitive", "is_passive", "subject_of", "undergoer"]


@pytest.mark.parametrize("name", ONCE)
def test_the_grammar_answers_each_question_once(name: str) -> None:
    assert names_of(ast.FunctionDef)[name] == 1


@pytest.mark.parametrize("name", ["Found", "Index", "Party", "View"])
def test_a_name_means_one_class(name: str) -> None:
    assert names_of(ast.ClassDef)[name] <= 1
