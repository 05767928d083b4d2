"""Mutants: what is changed, one thing at a time, and where."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutants", SCRIPTS / "mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutants"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        pytest.param("NEAR = 2\n", ["NEAR = 3\n"], id="number"),
        pytest.param("ok = a < b\n", ["ok = (a <= b)\n"], id="comparison"),
        pytest.param("ok = a and b\n", ["ok = (a or b)\n"], id="and"),
        pytest.param("ok = not a\n", ["ok = (a)\n"], id="not"),
        pytest.param("é = '“'; ok = True\n", ["é = '“'; ok = False\n"], id="after-other-letters"),
        pytest.param("ok = a + b\n", [], id="nothing"),
        pytest.param("@dataclass(frozen=True)\nclass A:\n    pass\n", [], id="decorator"),
    ],
)
def test_one_thing_is_changed_in_its_place(script: ModuleType, text: str, changed: list[str]) -> None:
    raw = text.encode()
    found = script.mutants_of(text, "a.py")
    assert [(raw[: m.start] + m.new.encode() + raw[m.end :]).decode() for m in found] == changed


def test_each_file_has_tests(script: ModuleType) -> None:
    assert script.tests_of("stages/times/days/choose.py") == ["tests/unit/stages/times"]
    assert script.tests_of("stages/build.py") == ["tests/unit/stages"]
    assert script.tests_of("grammar/voice.py") == ["tests/unit/grammar", "tests/unit/stages"]
    assert script.tests_of("store/schema.py") == ["tests/unit/store"]
