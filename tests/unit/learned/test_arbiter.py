"""The arbiter: what it proposes, what it is told of a clause, and what it says of a broken file."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from dateline.draft import Argument, Clause, Draft
from dateline.errors import LexiconError
from dateline.learned import Arbiter, Describer, frame_words, load_arbiter
from dateline.learned.arbiter import TYPES
from dateline.model.report import Report
from dateline.parse.parser import Parser


def test_probabilities_of_all_types_and_none_add_up_to_one():
    shares = load_arbiter().propose(["lemma|bomb", "role|agent"])
    assert set(shares) == set(TYPES)
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("type_", ["ASSAULT", "CONSULT", "SANCTION", "REJECT"])
def test_what_the_frames_say_moves_the_proposal(type_):
    silent = load_arbiter().propose(["lemma|frob", *frame_words(())])
    spoken = load_arbiter().propose(["lemma|frob", *frame_words([(type_, 2.0)], [type_])])
    assert spoken[type_] > silent[type_] + 0.2
    assert max(spoken, key=lambda t: spoken[t]) == type_


def test_no_words_at_all_give_the_shares_without_evidence():
    assert sum(load_arbiter().propose([]).values()) == pytest.approx(1.0, abs=1e-5)


def test_rivals_of_the_same_type_are_no_rivals():
    assert "rivals|0" in frame_words([("AID", 2.0), ("AID", 1.0)])
    assert "rival|AID|AGREE|1" in frame_words([("AID", 2.0), ("AGREE", 1.6)])


def test_a_description_names_predicate_roles_and_classes(parser: Parser):
    text = "Police shelled the villages."
    doc = parser.parse(text)
    clause = Clause(
        index=0, token=1, span=(7, 14), lemma="shell", pos="verb", voice="active",
        arguments=(Argument(role="agent", head=0, span=(0, 6)), Argument(role="theme", head=3, span=(15, 27))),
    )  # fmt: skip
    draft = Draft(
        report=Report(id="1", text=text, published=date(2020, 1, 1).isoformat()), document=doc, clauses=(clause,)
    )
    words = Describer(draft, {"village": frozenset({"@settlement"})}).words(clause)
    assert {"lemma|shell|active", "argument|theme|village", "of class|theme|@settlement", "roles|agent+theme"} <= {
        *words
    }
    assert len(words) == len(set(words))


def test_a_broken_file_says_what_to_do(tmp_path: Path):
    path = tmp_path / "broken.npz"
    np.savez(path, bias=np.zeros(3))
    with pytest.raises(LexiconError, match=r"broken\.npz: lacks .*train_arbiter\.py"):
        load_arbiter(path)


def test_an_arbiter_without_weights_proposes_by_its_bias():
    bias = np.zeros(len(TYPES), dtype=np.float32)
    bias[TYPES.index("AID")] = 3.0
    shares = Arbiter(np.zeros((8, len(TYPES)), dtype=np.float32), bias, 1.0).propose(["lemma|give"])
    assert max(shares, key=lambda t: shares[t]) == "AID"
