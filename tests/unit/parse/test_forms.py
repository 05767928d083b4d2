"""Lemmas and parts of speech: remembered, and the same as the pipeline itself would give."""

import pytest
import spacy

from dateline.parse import forms
from dateline.parse.forms import Forms
from dateline.parse.parser import default_model

TEXTS = [
    "There were clashes in Goma, and there is no truce: they're gonna fight on.",
    "I haven't seen her; she hasn't, let's say, been asked. Y'all ain't leaving.",
    "That the army left is what the mayor, who had been warned, told us.",
    "The  striking workers\nwere striking, did not do it, and having had to go they went.",
    "Do it or don't; the better one has got to do what the worst did.",
]


@pytest.fixture(scope="module")
def model() -> spacy.Language:
    return spacy.load(default_model())


@pytest.fixture(scope="module")
def plain(model: spacy.Language) -> list[list[tuple[str, str, str, str]]]:
    return [[(t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc] for doc in model.pipe(TEXTS)]


def test_forms_are_those_of_the_pipeline(plain: list[list[tuple[str, str, str, str]]]) -> None:
    nlp = spacy.load(default_model())
    remembered = Forms(nlp)
    assert not {"attribute_ruler", "lemmatizer"} & set(nlp.pipe_names)
    for _ in range(2):  # learned, then known
        assert [list(remembered.of(doc)) for doc in nlp.pipe(TEXTS)] == plain


def test_what_is_forgotten_is_asked_again(
    plain: list[list[tuple[str, str, str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "_MOST", 3)
    nlp = spacy.load(default_model())
    remembered = Forms(nlp)
    assert [list(remembered.of(doc)) for doc in nlp.pipe(TEXTS)] == plain


def test_a_ruler_that_looks_at_more_than_the_word_goes_over_every_text() -> None:
    nlp = spacy.load(default_model())
    nlp.get_pipe("attribute_ruler").add([[{"LOWER": "goma", "ENT_TYPE": "GPE"}]], {"LEMMA": "town"})
    remembered = Forms(nlp)
    assert "attribute_ruler" in nlp.pipe_names
    doc = nlp("They left.")
    assert [form[0] for form in remembered.of(doc)] == [t.lemma_ for t in doc]
