"""From a name as printed to the key it is filed under.

Standard library alone: the build runs it before anything is installed.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h",
        "ə": "a", "ŋ": "n", "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "`": "", "'": "", "´": "",
        "ʹ": "", "”": "", "“": "",
    }
)  # fmt: skip
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SPLIT = re.compile(r"[\s\-‐‑–—/,()&]+")
_KEEP = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower case without accents and punctuation; empty if nothing is left.

    "Zaporizhzhia’s" keeps its s: cut a genitive off before. "St." becomes "saint", "Ft." "fort", "Mt." "mount".
    """
    if word.isascii():
        plain = word.lower()
    else:
        spread = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
        plain = "".join(c for c in spread if not unicodedata.combining(c))
    plain = _KEEP.sub("", plain)
    return _SHORT.get(plain, plain)


def words(name: str) -> list[str]:
    """Return the folded words of a name, cut at spaces, hyphens and commas."""
    return [w for w in map(fold, _SPLIT.split(name)) if w]


def key(name: str) -> str:
    """Return the key of a name: its folded words joined without a space, so that "Al-Bab" and "Al Bab" meet."""
    return "".join(words(name))
