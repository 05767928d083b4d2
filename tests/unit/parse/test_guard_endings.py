"""Endings of words are found near their end, as a search of the whole word finds them."""

import random
import re

import pytest
import spacy
from spacy.util import compile_suffix_regex

from dateline.parse.guard import search_end
from dateline.parse.parser import Parser, default_model

LONG = ["(" * 90, "." * 90, "x" * 80 + "." * 40, "a.b" * 40 + ".", "x" * 70 + "...).", "7" * 50 + "km", "é" * 60 + "'s"]


@pytest.mark.parametrize("word", LONG, ids=range(len(LONG)))
def test_long_words_are_cut_as_the_model_cuts_them(parser: Parser, word: str):
    plain = spacy.load(default_model())
    assert [t.text for t in parser.nlp.make_doc(word)] == [t.text for t in plain.make_doc(word)]


def test_endings_are_those_of_the_whole_word():
    pattern = compile_suffix_regex(spacy.load(default_model()).Defaults.suffixes)
    search, chance = search_end(pattern), random.Random(1)
    for _ in range(3_000):
        word = "".join(chance.choices("aB7.'s\"-)…,$km", k=chance.randint(1, 70)))
        found, wanted = search(word), pattern.search(word)
        assert (found and found.span()) == (wanted and wanted.span())


def test_an_ending_longer_than_what_is_looked_at_is_found_whole():
    assert search_end(re.compile(r"\.+$"))("a" + "." * 100).span() == (1, 101)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
        ("a U.S.–Mali raid", ["a", "U.S.", "–", "Mali", "raid"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
    ],
)
def test_a_hyphen_after_a_full_stop_parts_words(parser: Parser, text: str, words: list[str]):
    assert [t.text for t in parser.nlp.make_doc(text)] == words
