"""Reports to measure with: those of the gold set, and as many variations on them as are wanted."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.evaluation import load_gold

GOLD = Path(__file__).parents[1] / "gold"
_NUMBER = re.compile(r"\b\d{1,3}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SYLLABLES = ("ba", "dor", "ke", "lim", "mar", "no", "rus", "sel", "ta", "vin", "zo")


def gold_reports() -> list[str]:
    """Return the texts of the gold set's whole reports."""
    return [case.text for case in load_gold([GOLD / "reports"]).cases]


def varied(number: int, *, seed: int = 7) -> Iterator[str]:
    """Yield so many reports, no two alike; the same seed gives the same ones.

    Paragraphs of the gold reports are drawn anew, small numbers change, and one name in ten gives way to an invented
    one, so that a run meets words that it has not seen before, as a run over news does.
    """
    chance = random.Random(seed)
    paragraphs = [p for text in gold_reports() for p in text.split("\n\n") if p.strip()]
    for _ in range(number):
        picked = chance.sample(paragraphs, k=chance.randint(4, 10))
        yield "\n\n".join(_vary(p, chance) for p in picked)


def _vary(text: str, chance: random.Random) -> str:
    text = _NUMBER.sub(lambda m: str(chance.randint(1, 999)) if chance.random() < 0.5 else m[0], text)
    return _NAME.sub(lambda m: _invented(chance) if chance.random() < 0.1 else m[0], text)


def _invented(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
