"""The frames lexicon: every example is coded as its frame says, and the files keep their form."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from answers import NO, YES, answering

from dateline.coder import Coder
from dateline.errors import LexiconError
from dateline.lexicon.events.frames import Frame, Frames, Needs, load_frames
from dateline.lexicon.files import DATA
from dateline.model.coding import Coding
from dateline.parse.parser import Parser
from dateline.reading.given import GivenReport

FOLDER = DATA / "frames"
FILES = tuple(sorted(FOLDER.glob("*.toml")))
FRAMES = load_frames()


@cache
def code_examples(parser: Parser) -> Mapping[str, Coding]:
    """Code all examples in one go, each as a report of its own; the reader keeps and parts all that the frames find."""
    given = [GivenReport(text=f.example, id=f.id, published="2024-06-03") for f in FRAMES.entries]
    coder = Coder(parser=parser, stages=answering(told=YES, same=NO))
    codings = coder.code_many(given)
    return {f.id: c for f, c in zip(FRAMES.entries, codings, strict=True)}


@pytest.mark.parametrize("frame", FRAMES.entries, ids=lambda f: f.id)
def test_example_is_coded_by_its_frame(frame: Frame, parser: Parser) -> None:
    events = code_examples(parser)[frame.id].events
    told = [(e.type, e.mode, e.rule) for e in events]
    assert any(
        e.type == frame.type and e.rule == f"frame {frame.id}" and (frame.mode is None or frame.mode in e.modes)
        for e in events
    ), f"{frame.example!r} gave {told}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_file_is_normalised_and_sorted(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    data = tomllib.loads(text)
    if path.stem == "classes":
        lists = [*data["classes"].values(), *data["means"].values()]
        assert list(data["classes"]) == sorted(data["classes"])
    else:
        ids = [f["id"] for f in data["frame"]]
        assert ids == sorted(ids)
        assert all(i.startswith(f"{path.stem}/") for i in ids)
        lists = [f.get(part, []) for f in data["frame"] for part in ("verb", "noun", "adjective")]
    assert all(words == sorted(set(words)) for words in lists)


def test_no_trigger_stands_twice_under_the_same_conditions() -> None:
    seen = Counter(
        (part, word, repr(f.needs), repr(f.unless), f.weight)
        for f in FRAMES.entries
        for part in ("verb", "noun", "adjective")
        for word in getattr(f, part)
    )
    assert [key[:2] for key, n in seen.items() if n > 1] == []


def test_no_word_has_two_defaults_of_different_types() -> None:
    plain = [f for f in FRAMES.entries if f.needs == Needs() and f.weight == 0]
    words = {(part, word, f.type) for f in plain for part in ("verb", "noun", "adjective") for word in getattr(f, part)}
    assert [key for key, n in Counter((part, word) for part, word, _ in words).items() if n > 1] == []


def test_every_type_and_mode_has_a_frame() -> None:
    assert len({f.type for f in FRAMES.entries if f.type}) == 16
    assert len({(f.type, f.mode) for f in FRAMES.entries if f.mode}) == 67


def test_unknown_class_is_named(tmp_path: Path) -> None:
    (tmp_path / "classes.toml").write_text("[classes]\n[means]\n", encoding="utf-8")
    (tmp_path / "aid.toml").write_text(
        '[[frame]]\nid = "aid/x"\nexample = "X"\nverb = ["give"]\nneeds.object = ["@nothing"]\n', encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"aid\.toml.*aid/x.*@nothing.*classes\.toml"):
        load_frames(tmp_path)


def test_words_lead_to_their_frames() -> None:
    frames: Frames = FRAMES
    assert {f.type for f in frames.verbs["shell"]} == {"ASSAULT"}
    assert {f.type for f in frames.nouns["hunger strike"]} == {"PROTEST"}
    assert frames.means["barrel bomb"] == "aerial"
