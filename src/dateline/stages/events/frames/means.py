"""The weapon that words name, and the mode that it gives."""

from collections.abc import Iterable, Mapping

from dateline.model.base import Span
from dateline.model.closed import Mode
from dateline.parse.tree import Token


def find_means(means: Mapping[str, Mode], words: Iterable[Token]) -> tuple[Mode, Span] | None:
    """Return the first weapon that the words name, two words before one, with the mode that it gives."""
    tokens = list(words)
    for n, t in enumerate(tokens):
        if n + 1 < len(tokens):
            mode = means.get(f"{t.lower} {tokens[n + 1].lemma.lower()}")
            if mode is not None:
                return mode, (t.start, tokens[n + 1].end)
        mode = means.get(t.lemma.lower()) or means.get(t.lower)
        if mode is not None:
            return mode, (t.start, t.end)
    return None
