"""The training set keeps its format, and the script that says so sees what is wrong."""

import gzip
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
GOOD: dict[str, Any] = {
    "id": "agree-0001", "text": "Lima offered Quito two doctors on Friday.", "part": "body", "date": "1994-03-12",
    "style": "latam", "type": "AGREE", "mode": None, "trigger": "offered", "actor": ["Lima"],
    "actor_country": ["PER"], "recipient": ["Quito"], "recipient_country": ["ECU"],
    "content": {"type": "AID", "mode": None}, "status": "occurred", "factuality": 3, "pair": None, "why": None,
}  # fmt: skip


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("check_training")


@pytest.fixture(scope="module")
def agreement(script: ModuleType) -> ModuleType:
    assert script.__name__ in sys.modules  # which the other script imports
    return load("training_agreement")


def write(folder: Path, *entries: dict[str, Any]) -> Path:
    (folder / "agree.jsonl").write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    return folder


def test_set_is_sound(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main([]) == 0, capsys.readouterr().err


def test_set_has_every_type_and_mode_often_enough(script: ModuleType) -> None:
    entries, _ = script.read_folder(script.TRAINING)
    types, modes = Counter(e.type for e in entries), Counter((e.type, e.mode) for e in entries)
    few = [t for t in script.modes_by_type() if types[t] < 100]
    few += [f"{t} {m}" for t, each in script.modes_by_type().items() for m in each if modes[t, m] < 8]
    assert few == []


def test_good_entry_passes(script: ModuleType, tmp_path: Path) -> None:
    assert script.main([str(write(tmp_path, GOOD))]) == 0


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"trigger": "offer"}, "trigger 'offer' is not in the text"),
        ({"recipient": ["Bogota"]}, "recipient 'Bogota' is not in the text"),
        ({"actor_country": []}, "1 in actor, but 0 in actor_country"),
        ({"actor_country": ["PRU"]}, "unknown country 'PRU'"),
        ({"type": "OFFER"}, "Invalid enum value 'OFFER'"),
        ({"mode": "visit"}, "mode 'visit' does not belong to AGREE"),
        ({"type": "AID"}, "AID takes no content"),
        ({"status": "negated"}, "factuality 3 does not go with status 'negated'"),
        ({"type": None, "content": None}, "type null takes no mode"),
        ({"date": "1894-03-12"}, "lies outside"),
        ({"pair": "ag01"}, "has no other member"),
        ({"id": "aid-0001"}, "does not begin with the name of its file"),
        ({"colour": "red"}, "unknown field `colour`"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_fault_is_named(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], fault: str
) -> None:
    assert script.main([str(write(tmp_path, GOOD | change))]) == 1
    assert fault in capsys.readouterr().err


def test_near_double_is_found_unless_a_contrast_pair(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Lima offered Quito two doctors on Sunday."
    other = GOOD | {"id": "agree-0002", "text": text, "status": "planned", "factuality": 1}
    assert script.main([str(write(tmp_path, GOOD, other))]) == 1
    assert "agree-0001, agree-0002" in capsys.readouterr().err
    assert script.main([str(write(tmp_path, GOOD | {"pair": "x"}, other | {"pair": "x"}))]) == 0


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
def test_near_copy_of_another_set_is_found(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, packed: bool
) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir()
    theirs.mkdir()
    line = json.dumps({"rows": [{"sentence": "Officials said Lima offered Quito two doctors on Friday."}]}).encode()
    name = "other.jsonl.gz" if packed else "other.jsonl"
    (theirs / name).write_bytes(gzip.compress(line) if packed else line)
    assert script.main([str(write(mine, GOOD)), "--against", str(theirs)]) == 1
    assert "agree-0001: 5 of 5 runs stand in" in capsys.readouterr().err


def test_kappa_takes_away_what_chance_gives(agreement: ModuleType) -> None:
    found = agreement.agreement([("A", "A"), ("A", "A"), ("B", "B"), ("B", "A")])
    assert (found.n, found.share, found.kappa) == (4, 0.75, 0.5)


def test_a_tenth_of_the_set_is_labelled_twice_by_its_own_words(script: ModuleType, agreement: ModuleType) -> None:
    entries, _ = script.read_folder(script.TRAINING)
    second = agreement.read_second()
    assert set(second) <= {e.id for e in entries}
    assert len(second) >= 600
    types = {row["type"] for row in second.values()}
    assert types == {e.type or "none" for e in entries}
