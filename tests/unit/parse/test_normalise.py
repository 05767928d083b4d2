"""Cleaning the text for the parser."""

import pytest

from dateline.parse.normalise import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        pytest.param("“We left,” he said.", '"We left," he said.', id="typographic-quotes"),
        pytest.param("Kyiv’s ``offer''", 'Kyiv\'s "offer"', id="apostrophe-and-tex-quotes"),
        pytest.param("Kyivâ€™s cafÃ©", "Kyiv's café", id="mojibake"),
        pytest.param("cease\u00adfire \u200btalks", "ceasefire talks", id="invisible-characters"),
        pytest.param("two\n  lines\u00a0here", "two lines here", id="white-space"),
        pytest.param("Âge d’or", "Âge d'or", id="a-true-accent-stays"),
    ],
)
def test_clean_repairs(raw: str, cleaned: str) -> None:
    assert clean(raw, start=0, end=len(raw)).text == cleaned


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        pytest.param("Kyiv's", "Kyivâ€™s", id="over-a-repair"),
        pytest.param("cafe", "ca\u00adfe", id="over-a-hidden-hyphen"),
        pytest.param("'", "â€™", id="of-a-repair-alone"),
        pytest.param("shut", "shut", id="after-all-repairs"),
    ],
)
def test_span_gives_the_printed_words(word: str, printed: str) -> None:
    raw = "Then: Kyivâ€™s  ca\u00adfe was \u200bshut."
    cleaned = clean(raw, start=6, end=len(raw))
    at = cleaned.text.index(word)
    start, end = cleaned.span(at, at + len(word))
    assert raw[start:end] == printed
