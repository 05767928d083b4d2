"""How far a town reaches, and which names English reports can print. Standard library alone: the build runs it too."""

import math
import re

_LATIN = re.compile(r"^[A-Z\u00C0-\u024F'’‘ʻʼ][A-Za-z\u00C0-\u024F\u1E00-\u1EFF'’‘ʻʼ.\- ()]*$")
_CODE = re.compile(r"^[A-Z]{2,4}$")


def readable(name: str) -> bool:
    """Tell whether an alternate name can stand in an English report: Latin letters, capitalised, no airport code."""
    return bool(_LATIN.match(name)) and not _CODE.match(name) and 3 <= len(name) <= 40


def town_radius(population: int) -> float:
    """Return the radius in kilometres within which a town of that size lies: 2 for a village, 40 for the largest."""
    return round(min(40.0, max(2.0, 0.5 * math.sqrt(population / 1000))), 1)
