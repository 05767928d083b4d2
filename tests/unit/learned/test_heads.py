"""Heads: learned yes-or-no questions over hashed words."""

from pathlib import Path

import numpy as np
import pytest

from dateline.errors import LexiconError
from dateline.learned import load_arbiter
from dateline.learned.heads import BUCKETS, Head, buckets_of, load_heads, rows_of


def head_for(word: str, weight: float) -> Head:
    weights = np.zeros(BUCKETS, dtype=np.float32)
    weights[rows_of(buckets_of([word]))] = weight
    return Head(weights, 0.0)


def test_a_word_counts_once_however_often_it_is_said():
    head = head_for("rule|actor", 0.4)
    assert head.answer(buckets_of(["rule|actor"])) == head.answer(buckets_of(["rule|actor", "rule|actor"])) > 0.5


def test_many_words_weigh_no_more_than_few():
    head = head_for("rule|actor", 0.4)
    few, many = (head.answer(buckets_of(["rule|actor", *map(str, range(n))])) for n in (3, 30))
    assert 0.5 < many < few


def test_no_words_leave_the_bias():
    assert Head(np.zeros(BUCKETS, dtype=np.float32), -2.0).answer(frozenset()) == pytest.approx(0.119, abs=0.001)


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_weights_that_cannot_be_read_say_how_to_make_them(tmp_path: Path, content: bytes):
    file = tmp_path / "reader.npz"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=r"reader.npz: cannot be read .*; make it with scripts/train_reader.py"):
        load_heads(file)


def test_the_arbiters_weights_say_so_too(tmp_path: Path):
    file = tmp_path / "arbiter.npz"
    file.write_bytes(b"")
    with pytest.raises(LexiconError, match=r"arbiter.npz: cannot be read .*; make it with scripts/train_arbiter.py"):
        load_arbiter(file)


def test_a_file_without_a_head_says_which(tmp_path: Path):
    file = tmp_path / "reader.npz"
    np.savez(file, other=np.zeros(1))
    with pytest.raises(LexiconError, match="held"):
        load_heads(file)


def test_what_cases_share_is_weighed_once_and_answers_as_the_whole_does():
    head = load_heads().same
    shared = [f"days|{n}" for n in range(20)]
    for more in (["lemmas|attack|shell", "second|ASSAULT|shell"], ["days|3", "lemmas|raid|raid"], []):
        whole = head.answer(buckets_of([*shared, *more]))
        assert head.answer_more(head.weigh(buckets_of(shared)), *more) == pytest.approx(whole, abs=1e-6)
