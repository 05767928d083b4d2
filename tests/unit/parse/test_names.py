"""The names of texts: those that the recogniser's own walk finds, in a fraction of its time."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.parse.names import PIPE, Names
from dateline.parse.parser import default_model

TEXTS = [
    "On 3 May 2021 the United Nations and Médecins Sans Frontières left Port-au-Prince, Haiti, for three days.",
    "",
    "Paris",
    "Mayor Ana Belén Duarte of San José\n\nThe Ministry of the Interior of Costa Rica spent $4 million.",
    "Kenya. Uganda. Tanzania and the  Democratic Republic of the Congo. Talks in Nairobi, Kenya's capital, on Friday",
    "Soldiers left. Nothing else was said by anyone about it.",
    "the Grand Ethiopian Renaissance Dam on the Blue Nile, 30 kilometres from Sudan, cost some 4.6 billion dollars",
]


@pytest.fixture(scope="module")
def whole() -> Language:
    return spacy.load(default_model())


@pytest.fixture(scope="module")
def parted() -> tuple[Language, Names]:
    nlp = spacy.load(default_model())
    return nlp, Names(nlp)


def told(names: list[tuple[str, bool]]) -> list[tuple[int, str]]:
    return [(i, kind) for i, (kind, begins) in enumerate(names) if begins]


def test_names_are_those_of_the_recognisers_own_walk(whole: Language, parted: tuple[Language, Names]) -> None:
    nlp, names = parted
    assert PIPE not in nlp.pipe_names
    docs = list(nlp.pipe(TEXTS))
    for doc, found in zip(whole.pipe(TEXTS), names.of(docs), strict=True):
        assert found == [(t.ent_type_, t.ent_iob_ == "B") for t in doc]
    assert any(told(found) for found in names.of(docs))


ROWS = [
    pytest.param(["the", "United", "Nations", "Security", "Council"], [2, 3, 4], id="sentences-within-a-name"),
    pytest.param(["on", "May", " ", "2", "\n", "2021", "\n\n", "Kenya", " "], [], id="white-space-within-a-name"),
    pytest.param(["\n", "\n", "\n", "5", "million", "\n", "dollars", "\n"], [], id="white-space-alone"),
    pytest.param(["\n\n", "United", "of", "Ministry"], [], id="white-space-before-a-name"),
    pytest.param(["Bank", "of"], [], id="a-name-cut-off"),
    pytest.param(["three", "days", "and", "New"], [1], id="a-name-begun-by-the-last-word"),
]


@pytest.mark.parametrize(("words", "starts"), ROWS)
def test_no_name_crosses_a_sentence_or_begins_with_white_space(
    whole: Language, parted: tuple[Language, Names], words: list[str], starts: list[int]
) -> None:
    docs = [
        Doc(nlp.vocab, words=words, sent_starts=[i in (0, *starts) for i in range(len(words))])
        for nlp in (whole, parted[0])
    ]
    walked = whole.get_pipe(PIPE)(docs[0])
    assert next(iter(parted[1].of([docs[1]]))) == [(t.ent_type_, t.ent_iob_ == "B") for t in walked]


def test_texts_without_words_name_nothing(parted: tuple[Language, Names]) -> None:
    nlp, names = parted
    assert list(names.of(list(nlp.pipe(["", ""])))) == [[], []]


def test_a_recogniser_of_another_kind_walks_by_itself() -> None:
    nlp = spacy.load(default_model())
    nlp.get_pipe(PIPE).cfg["beam_width"] = 4
    names = Names(nlp)
    assert PIPE in nlp.pipe_names
    (doc,) = nlp.pipe(["They met in Kenya."])
    assert [t.ent_type_ for t in doc] == [kind for kind, _ in next(iter(names.of([doc])))]


def test_a_pipeline_without_a_recogniser_names_nothing() -> None:
    nlp = spacy.load(default_model(), exclude=[PIPE])
    (doc,) = nlp.pipe(["They met in Kenya."])
    assert next(iter(Names(nlp).of([doc]))) == [("", False)] * len(doc)
