import pytest

from dateline.evaluation.gold.words import WordsError, find_all, find_one, read_ref

TEXT = "Police met police. He told the court: “No.” He left. The policeman stayed."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("police", "police", id="whole-words-only"),
        pytest.param("[He] left", "He", id="marked-in-context"),
        pytest.param("He#2", "He", id="second-place"),
        pytest.param("He … court", "He told the court", id="ellipsis"),
        pytest.param("“No.”", "“No.”", id="quotes"),
    ],
)
def test_words_stand_for_their_span(words: str, found: str) -> None:
    start, end = find_one(TEXT, words)
    assert TEXT[start:end] == found


def test_marked_words_pick_the_place_that_the_context_gives() -> None:
    assert find_one(TEXT, "[He] left") == find_one(TEXT, "He#2")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param("Polizei", "not in the text", id="absent"),
        pytest.param("He", "stands in the text 2 times", id="ambiguous"),
        pytest.param("He#3", "2 times, not 3", id="too-far"),
    ],
)
def test_doubtful_words_are_refused(words: str, message: str) -> None:
    with pytest.raises(WordsError, match=message):
        find_one(TEXT, words)


def test_reference_reads_codes_and_leave_to_be_absent() -> None:
    ref = read_ref(TEXT, "~Police = FRA/- COP")
    assert (ref.words, ref.country, ref.sector, ref.optional) == (
        "Police",
        frozenset({"FRA", None}),
        frozenset({"COP"}),
        True,
    )
    assert ref.spans == find_all(TEXT, "Police")


def test_question_mark_leaves_a_code_unscored() -> None:
    assert read_ref(TEXT, "Police = ? COP").country is None
