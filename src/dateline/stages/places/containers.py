"""Find which name is said to contain which: "Alexandria, Louisiana", "Izium in Kharkiv region", "Syria's Idlib"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.gazetteer.keys import fold
from dateline.gazetteer.reader import Entry
from dateline.lexicon.world.places import PlaceWords, name_words
from dateline.parse.tree import Document
from dateline.stages.places.names import Name
from dateline.stages.places.resolve import contains

CONTAINERS = frozenset({"country", "province", "district"})
MOST_IN_BRACKETS = 14


def find_holders(names: Sequence[Name], document: Document, words: PlaceWords) -> dict[int, int]:
    """Return for each name the index of the name that is stated to contain it ("Alexandria, Louisiana")."""
    out: dict[int, int] = {}
    for i in range(len(names) - 1):
        forward = _linked(names[i], names[i + 1], document, words)
        if forward == "in" and _holds(names[i + 1], names[i]) and not _in_list(names, i, document):
            out[i] = i + 1
        elif (held := _in_brackets(names, i, document)) is not None:
            out[i] = held
        elif forward == "'s" and _holds(names[i], names[i + 1]):
            out[i + 1] = i
    return out


def _in_brackets(names: Sequence[Name], i: int, document: Document) -> int | None:
    """Return the first name that holds this one among those in brackets after it ("Mora (Mayo-Sava, Far North)")."""
    return next((j for j in _bracketed(names, i, document) if _holds(names[j], names[i])), None)


def _bracketed(names: Sequence[Name], i: int, document: Document) -> list[int]:
    """Return the names that stand in brackets right after one."""
    opened = names[i].last + int(names[i].widened)
    tokens = document.tokens
    opened += int(bool(names[i].kinds) and opened < len(tokens) and tokens[opened].text != "(")  # "Mei village ("
    if opened >= len(tokens) or tokens[opened].text != "(":
        return []
    ends = range(opened, min(opened + MOST_IN_BRACKETS, len(tokens)))
    closed = next((k for k in ends if tokens[k].text == ")"), opened)
    return [j for j in range(i + 1, len(names)) if names[j].last <= closed]


def narrowed(names: Sequence[Name], document: Document) -> list[Name]:
    """Return the names, the first of two equal ones in brackets as a district in a province: "(Diffa, Diffa)"."""
    out = list(names)
    for i in range(len(names) - 1):
        a, b = names[i], names[i + 1]
        if a.key == b.key and not a.kinds and not b.kinds and _alone_in_brackets(a, b, document):
            out[i] = replace(a, kinds=frozenset({"district"}))
            out[i + 1] = replace(b, kinds=frozenset({"province"}))
    return out


def _alone_in_brackets(a: Name, b: Name, document: Document) -> bool:
    before, between, after = a.first - 1, range(a.last, b.first), b.last
    tokens = document.tokens
    inside = before >= 0 and after < len(tokens) and tokens[before].text == "(" and tokens[after].text == ")"
    return inside and [tokens[k].text for k in between] == [","]


def find_strays(names: Sequence[Name], document: Document, words: PlaceWords) -> dict[int, list[int]]:
    """Return the names that stated containers rule out, each with these.

    No known Roe lies there in "Roe (Djugu territory)", no Mei in "Mei village (Myaung township, Sagaing region)".
    """
    out = {}
    for i in range(len(names) - 1):
        held = [j for j in _bracketed(names, i, document) if names[j].kinds] or _classed_after(
            names, i, document, words
        )
        if held and not any(_holds(names[j], names[i]) for j in held):
            out[i] = held
    return out


def _classed_after(names: Sequence[Name], i: int, document: Document, words: PlaceWords) -> list[int]:
    """Return the unit that the next words say a name lies in: "the village of Orlivka in Bakhmut district"."""
    a, b = names[i], names[i + 1]
    opened = a.last + int(a.widened)
    joined = opened < len(document.tokens) and document.tokens[opened].lower == "in"
    return [i + 1] if a.kinds and b.kinds and joined and _linked(a, b, document, words) == "in" else []


def _in_list(names: Sequence[Name], i: int, document: Document) -> bool:
    """Tell whether a name and the next stand in a list of places of one rank ("Canada, Mexico and Peru")."""
    a, b = names[i], names[i + 1]
    # "Chad, Mali": no country lies in another.
    if (_known(a, "country") and _known(b, "country")) or (
        _known(a, "province") and _known(b, "province") and not a.kinds
    ):
        return True
    tokens = document.tokens
    comma = tokens[a.last + int(a.widened)].text == ","
    after = b.last + int(b.widened)
    if not comma or after >= len(tokens):
        return False
    # "Gubio, Borno and Kano": the comma is that of a row.
    return tokens[after].lower in ("and", "or", "&") and i + 2 < len(names) and names[i + 2].first - after <= 2


def _known(name: Name, kind: str) -> bool:
    return any(e.kind == kind and e.form == 0 for e in name.entries)


def _linked(a: Name, b: Name, document: Document, words: PlaceWords) -> str | None:
    """Tell how two names that stand close are joined: "in" (a in b), "'s" (a's b), or not at all."""
    between = document.tokens[a.last + int(a.widened) : b.first]
    if not between or len(between) > 5:
        return None
    texts = [t.lower for t in between]
    if texts[0] in ("'s", "’s"):
        rest = [t for t in texts[1:] if t not in words.directions and t not in name_words().after_genitive]
        return None if rest else "'s"
    if texts[0] not in (",", "in", "(", "located"):
        return None
    rest = [t for t in texts[1:] if fold(t) not in words.directions and t not in name_words().between and t != "'s"]
    return None if rest else "in"


def _holds(outer: Name, inner: Name) -> bool:
    return any(o.kind in CONTAINERS and o.form < 2 and contains(o, e) for o in outer.entries for e in inner.entries)


def holding(outer: Name, inner: Name) -> list[Entry]:
    """Return the meanings of the outer name that contain a meaning of the inner one."""
    return [o for o in outer.entries if o.kind in CONTAINERS and any(contains(o, e) for e in inner.entries)]
