"""What the desk gives to the browser is all here: libraries as listed, words in one file, nothing from elsewhere."""

import importlib.util
import json
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import dateline.desk

DESK = Path(dateline.desk.__file__).parent
STATIC = DESK / "static"
OWN = [f for f in STATIC.rglob("*.js") if "vendor" not in f.parts]
SAID = re.compile(r"""\bsay(?:Or)?\(\s*["']([a-z0-9_.-]+)["'](?! ~)""")
FORMS = ("", ".one", ".other")


@pytest.fixture(scope="module")
def vendoring() -> ModuleType:
    path = Path(__file__).parents[3] / "scripts" / "vendor_desk.py"
    spec = importlib.util.spec_from_file_location("vendor_desk", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["vendor_desk"] = module
    spec.loader.exec_module(module)
    return module


def test_the_libraries_are_those_of_the_list(vendoring: ModuleType) -> None:
    assert list(vendoring.differences()) == []


def test_each_library_has_its_licence() -> None:
    listed = tomllib.loads((STATIC / "vendor" / "VENDORED.toml").read_text(encoding="utf-8"))["package"]
    for package in listed:
        text = (STATIC / "vendor" / "licences" / f"{package['name']}.txt").read_text(encoding="utf-8")
        assert "Permission to use, copy, modify" in text, package["name"]


@pytest.mark.parametrize("file", OWN, ids=lambda f: f.relative_to(STATIC).as_posix())
def test_a_module_imports_files_that_are_there(file: Path) -> None:
    for name in re.findall(r'^(?:import|export) .*from "([^"]+)";$', file.read_text(encoding="utf-8"), re.MULTILINE):
        assert name.startswith("."), name
        assert (file.parent / name).is_file(), name


def test_every_word_that_code_and_templates_ask_for_is_in_the_file() -> None:
    strings = json.loads((STATIC / "strings.json").read_text(encoding="utf-8"))
    for file in (*OWN, *(DESK / "templates").glob("*.html")):
        for key in SAID.findall(file.read_text(encoding="utf-8")):
            assert any(key + form in strings for form in FORMS), f"{file.name}: {key}"


@pytest.mark.parametrize("file", OWN, ids=lambda f: f.relative_to(STATIC).as_posix())
def test_no_module_writes_html_or_asks_elsewhere(file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert unsafe not in script
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", script)
