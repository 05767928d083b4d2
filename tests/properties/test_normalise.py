"""No repair of the text ever moves a span."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.reading.layout import load_layout
from dateline.parse.layout import compile_layout, find_blocks
from dateline.parse.normalise import clean

LAYOUT = compile_layout(load_layout())
PIECES = st.sampled_from(
    ["“", "’", "``", "''", "â€™", "Ã©", "\u00ad", "\u200b\u200b", "\n\n", "  ", "a", "Kyiv", ". ", "—", "é", "😀"]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


@given(text=TEXTS, data=st.data())
def test_characters_map_inside_the_block_and_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cleaned = clean(text, start=start, end=end)
    spans = [cleaned.span(i, i + 1) for i in range(len(cleaned.text))]
    assert all(start <= a < b <= end for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(text=TEXTS)
def test_span_of_a_stretch_joins_those_of_its_ends(text: str) -> None:
    cleaned = clean(text, start=0, end=len(text))
    n = len(cleaned.text)
    for i in range(n):
        assert cleaned.span(i, n) == (cleaned.span(i, i + 1)[0], cleaned.span(n - 1, n)[1])


@given(text=TEXTS)
def test_blocks_hold_all_that_is_printed_and_never_overlap(text: str) -> None:
    blocks = find_blocks(text, LAYOUT)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(blocks))
    inside = "".join(text[b.span[0] : b.span[1]] for b in blocks)
    assert "".join(inside.split()) == "".join(text.split())
