"""Place what the gazetteer does not list: "the village of Dan Gulbi in Katsina State" lies somewhere in Katsina."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.gazetteer.keys import fold, key
from dateline.gazetteer.reader import Entry
from dateline.lexicon.places import PlaceWords
from dateline.model.base import Span
from dateline.parse.tree import Document, Token
from dateline.stages.places.names import Name

MOST_TOKENS = 4
MOST_BETWEEN = 6
CONTAINERS = frozenset({"country", "province", "district", "region"})


def find_unlisted(
    document: Document, names: Sequence[Name], kept: frozenset[int], words: PlaceWords
) -> list[tuple[Span, int]]:
    """Return the names after "village of" and the like that the gazetteer lacks, each with the index of its container.

    The container is the next known name, joined by "in" or a comma ("the village of X in Y", "X village, Y").
    """
    taken = {k for i in kept for k in range(names[i].first, names[i].last)}
    starts = {names[i].first: i for i in kept}
    tokens = document.tokens
    out = []
    for i in range(1, len(tokens) - 2):
        if tokens[i].lower != "of" or fold(tokens[i - 1].text) not in words.settlement:
            continue
        end = _end_of_name(i + 1, tokens, taken)
        holder = _container_after(end, tokens, starts) if end > i + 1 else None
        if holder is not None:
            out.append(((tokens[i + 1].start, tokens[end - 1].end), holder))
    return out


def _end_of_name(first: int, tokens: Sequence[Token], taken: set[int]) -> int:
    end = first
    while end < len(tokens) and end - first < MOST_TOKENS and end not in taken:
        token = tokens[end]
        if not (token.text[0].isupper() or (token.text == "-" and end > first)):
            break
        end += 1
    return end


def _container_after(end: int, tokens: Sequence[Token], starts: dict[int, int]) -> int | None:
    """Return the known name that follows within a few words, after "in" or a comma and nothing but describing words."""
    if end >= len(tokens) or tokens[end].lower not in ("in", ",", "("):
        return None
    for j in range(end, min(end + MOST_BETWEEN, len(tokens))):
        if j in starts and not _owns(j, tokens):
            return starts[j]
        if tokens[j].pos in ("VERB", "PUNCT") and tokens[j].text not in (",", "("):
            return None
    return None


def _owns(j: int, tokens: Sequence[Token]) -> bool:
    """Tell whether a narrower place follows in the genitive ("Nigeria's Katsina State")."""
    return j + 2 < len(tokens) and tokens[j + 1].text in ("'s", "’s") and tokens[j + 2].text[0].isupper()


def inside(container: Entry, name: str) -> Entry | None:
    """Return an entry for a name that is known only to lie in a container; None if that is too large to say where."""
    if container.kind not in CONTAINERS:
        return None
    # a number that no listed place has, the same for the same name
    number = -1 - sum(ord(c) * 31**k for k, c in enumerate(key(name))) % 2**31
    return replace(container, id=number, name=name, feature="PPL", population=0, geonames=None, form=0, fame=0.0)
