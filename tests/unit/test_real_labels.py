"""The labels of real reports hold what they promise: no word of the texts, two parts, all kinds of source."""

from collections import Counter
from pathlib import Path

from dateline.evaluation.gold.standoff import JUDGED, read_labels

LABELS = read_labels(Path(__file__).parents[2] / "gold" / "real" / "labels.jsonl")


def test_one_text_in_five_is_kept_for_judging():
    for label in LABELS:
        assert (label.part == "judge") == (int(label.digest[:8], 16) % JUDGED == 0), label.id


def test_no_text_is_labelled_twice():
    assert [d for d, n in Counter(label.digest for label in LABELS).items() if n > 1] == []


def test_quantities_name_nothing_in_the_words_of_the_text():
    assert {q.name for label in LABELS for e in label.events for q in e.quantities} <= {None}


def test_every_event_has_a_place_in_the_text_and_exactly_one_is_the_main_one():
    for label in LABELS:
        assert all(start < end for e in label.events for start, end in e.at), label.id
        assert sum(e.main for e in label.events) == bool(label.events), label.id
