"""Triage: what is passed over before the parser, and what a coding says of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.coder import Coder
from dateline.errors import LexiconError
from dateline.learned.triage import (
    BUCKETS,
    PassedOver,
    Triage,
    hashed,
    lemma_of,
    load_triage,
    passed_over,
    read_note,
)  # fmt: skip
from dateline.parse.layout import Block, Cut
from dateline.parse.parser import Parser

GARDEN = "The garden has roses in many colours and a pond with ducks, and the weather was mild."
SHELLED = "Russian forces shelled Kharkiv overnight and arrested five activists, the governor said."
STRUCK = "KYIV, Ukraine — Two drones struck a depot near Odesa on Tuesday, killing three people, the governor said."
MIXED = f"{STRUCK}\n\n{GARDEN}\n\n{SHELLED}"
UNSURE = Triage([0.0] * BUCKETS, 0.0, frozenset(), frozenset(), paragraph=1.0, report=0.5, digest="")


@pytest.fixture(scope="module")
def triage(parser: Parser) -> Coder:
    return Coder(parser=parser, triage=True)


def cut_of(*paragraphs: str) -> Cut:
    text = "\n\n".join(paragraphs)
    starts = [text.index(p) for p in paragraphs]
    blocks = [
        Block((s, s + len(p)), "body" if n else "lead", n)
        for n, (s, p) in enumerate(zip(starts, paragraphs, strict=True))
    ]
    return Cut(text, tuple(blocks))


def sure_of(word: str, said: float) -> Triage:
    """Return a triage that hears this word alone."""

    class Sure(Triage):
        def says(self, text: str, blocks: object) -> float:
            return said if any(word in text[slice(*b.span)] for b in blocks) else -9.0  # type: ignore[attr-defined]

    return Sure([], 0.0, frozenset(), frozenset(), paragraph=1.0, report=0.5, digest="")


def test_a_paragraph_without_events_is_passed_over_and_a_note_says_where(triage: Coder) -> None:
    coding = triage.code(MIXED)
    start = MIXED.index(GARDEN)
    assert coding.report.notes == (f"triage passed over 17 of 47 words, at {start}-{start + len(GARDEN)}",)
    assert coding.report.text == MIXED


def test_what_is_read_is_coded_with_the_offsets_of_the_whole_text(parser: Parser, triage: Coder) -> None:
    whole, less = (c.code(MIXED).events or () for c in (Coder(parser=parser), triage))
    assert [(e.type, e.trigger) for e in less] == [(e.type, e.trigger) for e in whole]
    assert [MIXED[slice(*e.trigger)] for e in less] == ["struck", "shelled", "arrested"]


def test_a_report_without_events_is_coded_as_one_that_has_none(triage: Coder) -> None:
    coding = triage.code(GARDEN)
    passed = read_note(coding.report.notes)
    assert coding.report.coded
    assert coding.events == coding.statements == ()
    assert passed is not None
    assert passed.whole


def test_without_triage_all_is_read(parser: Parser) -> None:
    assert Coder(parser=parser).code(GARDEN).report.notes == ()


def test_a_coding_names_the_weights_that_passed_over(triage: Coder) -> None:
    assert triage.code(SHELLED).report.coder.options["triage"] == load_triage().digest  # type: ignore[union-attr]


def test_parts_of_a_very_long_text_are_passed_over_by_the_offsets_of_the_whole(triage: Coder) -> None:
    text = "\n\n".join([SHELLED, *[GARDEN] * 800, SHELLED])
    coding = triage.code(text)
    passed = read_note(coding.report.notes)
    assert {text[slice(*e.trigger)] for e in coding.events or ()} == {"shelled", "arrested"}
    assert max(e.trigger[0] for e in coding.events or ()) > 60_000
    assert passed is not None
    assert passed.words == 799 * len(GARDEN.split())  # the last part begins with one of them, as its lead


def test_the_lead_is_kept_where_another_paragraph_tells_something() -> None:
    cut = sure_of("shelled", 2.0).sift(cut_of("Roses bloom.", "Ducks swim.", "Troops shelled the town."))
    assert [b.paragraph for b in cut.blocks] == [0, 2]
    assert [cut.text[slice(*s)] for s in cut.passed_over] == ["Ducks swim."]


def test_the_likeliest_paragraph_is_read_where_the_report_passes_by_less() -> None:
    cut = sure_of("shelled", 0.7).sift(cut_of("Roses bloom.", "Ducks swim.", "Troops shelled the town."))
    assert [b.paragraph for b in cut.blocks] == [0, 2]


def test_nothing_is_read_where_no_paragraph_says_enough() -> None:
    cut = cut_of("Roses bloom.", "Ducks swim.", "Troops shelled the town.")
    sifted = sure_of("shelled", 0.4).sift(cut)
    assert (sifted.blocks, sifted.passed_over) == ((), ((0, len(cut.text)),))


def test_a_text_without_paragraphs_has_nothing_to_pass_over() -> None:
    assert UNSURE.sift(Cut("", ())) == Cut("", ())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("shelled", "shell"), ("attacks", "attack"), ("seizing", "seize"), ("planned", "plan"), ("denies", "deny")],
)
def test_the_forms_of_a_frames_word_are_asked_about(form: str, lemma: str) -> None:
    assert lemma_of(form) == lemma_of(form.upper()) == hashed(lemma)


def test_other_words_are_not_asked_about() -> None:
    assert lemma_of("ducks") == 0


def test_an_idle_form_is_not_asked_about_and_a_telling_one_is() -> None:
    text, blocks = "They met and shelled it.", [Block((0, 24), "lead", 0)]
    for triage, asked in (
        (UNSURE, ["shelled"]),
        (replace(UNSURE, telling=frozenset({hashed("met")})), ["met", "shelled"]),
        (replace(UNSURE, idle=frozenset({hashed("shelled")})), []),
    ):
        assert [text[slice(*span)] for span, _ in triage.asked(text, blocks)] == asked


@pytest.mark.parametrize("spans", [((0, 9),), ((0, 9), (20, 31))], ids=["one", "two"])
def test_a_note_is_read_back_as_it_was_said(spans: tuple[tuple[int, int], ...]) -> None:
    passed = PassedOver(words=1_234, of=5_678, spans=spans)
    assert read_note(["another note", str(passed)]) == passed


def test_notes_that_say_nothing_of_triage_give_nothing() -> None:
    assert read_note(["3 lone surrogate(s) replaced by U+FFFD"]) is None


def test_words_are_counted_in_the_stretches_alone() -> None:
    assert passed_over("one two three four", [(4, 13)]) == PassedOver(words=2, of=4, spans=((4, 13),))


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_weights_that_cannot_be_read_say_how_to_make_them(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "triage.npz"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=r"triage.npz: cannot be read .*; make it with scripts/train_triage.py"):
        load_triage(file)
