"""The work for a report grows with its length and no faster, whatever its shape: twice the text, twice the calls."""

import cProfile
import pstats

import pytest

from dateline.coder import Coder
from dateline.parse.parser import Parser

MOST = 2.6  # times the calls for twice the text; with all compared with all it is four
SHAPES = {
    "one act over and over": "Rebels shelled the town of Bardo on Monday and killed 12 people. ",
    "two acts of one kind": "Troops attacked Goma, and police attacked a market, killing two. ",
    "quotations that nobody closes": '"They attacked the town, he said. ',
    "those who met": "Anna Kessler met Boris Tarn in Vienna. ",
    "money": "France pledged $5 million in aid to Kenya. ",
    "numbers": "Troops killed 12 people and wounded 31. ",
    "one sentence": "the army attacked the town and ",
}


@pytest.mark.parametrize("piece", SHAPES.values(), ids=SHAPES)
def test_work_grows_with_the_text(parser: Parser, piece: str):
    coder = Coder(parser=parser)
    short, long = (calls(coder, piece * (size // len(piece))) for size in (4_000, 8_000))
    assert long < MOST * short


@pytest.mark.parametrize("pattern", ["{0} {1} met {2}. ", "The {0} Council of {1} met the {2} Council. "])
def test_work_grows_with_the_number_of_names(parser: Parser, pattern: str):
    coder = Coder(parser=parser)
    short, long = (calls(coder, "".join(pattern.format(*names(n)) for n in range(many))) for many in (100, 200))
    assert long < MOST * short


def names(n: int) -> list[str]:
    """Return three invented names, others for each number."""
    parts = ("Bador", "Kelim", "Marno", "Rusel", "Tavin", "Zonka", "Dorba")
    return [f"{parts[n % 7]}{parts[(n // 7 + k) % 7].lower()}{'aeiou'[n // 49 % 5]}{k}".rstrip("012") for k in range(3)]


def calls(coder: Coder, text: str) -> int:
    """Return how many functions are called to code a text."""
    profile = cProfile.Profile()
    profile.runcall(coder.code, text, published="2024-03-05")
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
