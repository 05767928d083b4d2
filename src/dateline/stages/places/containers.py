"""Find which name is said to contain which: "Alexandria, Louisiana", "Izium in Kharkiv region", "Syria's Idlib"."""

from collections.abc import Sequence

from dateline.gazetteer.keys import fold
from dateline.gazetteer.reader import Entry
from dateline.lexicon.places import PlaceWords, name_words
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
    opened = names[i].last + int(names[i].widened)
    if opened >= len(document.tokens) or document.tokens[opened].text != "(":
        return None
    closed = next(
        (
            k
            for k in range(opened, min(opened + MOST_IN_BRACKETS, len(document.tokens)))
            if document.tokens[k].text == ")"
        ),
        opened,
    )
    inner = (j for j in range(i + 1, len(names)) if names[j].last <= closed)
    return next((j for j in inner if _holds(names[j], names[i])), None)


def find_strays(names: Sequence[Name], document: Document, words: PlaceWords) -> frozenset[int]:
    """Return the names that a container in brackets rules out: no known Roe lies there in "Roe (Djugu territory)"."""
    out = set()
    for i in range(len(names) - 1):
        a, b = names[i], names[i + 1]
        opened = a.last + int(a.widened)
        if b.first - opened > 2 or document.tokens[opened].text != "(":
            continue
        if b.kinds and _linked(a, b, document, words) == "in" and not _holds(b, a):
            out.add(i)
    return frozenset(out)


def _in_list(names: Sequence[Name], i: int, document: Document) -> bool:
    """Tell whether a name and the next stand in a list of places of one rank ("Canada, Mexico and Peru")."""
    a, b = names[i], names[i + 1]
    if (_known(a, "country") and _known(b, "country")) or (
        _known(a, "province") and _known(b, "province") and not a.kinds
    ):
        return True
    tokens = document.tokens
    comma = tokens[a.last + int(a.widened)].text == ","
    after = b.last + int(b.widened)
    if not comma or after >= len(tokens):
        return False
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
    return any(o.kind in CONTAINERS and o.form < 2 and contains(o, e) for o in outer.entries[:6] for e in inner.entries)


def holding(outer: Name, inner: Name) -> list[Entry]:
    """Return the meanings of the outer name that contain a meaning of the inner one."""
    return [o for o in outer.entries if o.kind in CONTAINERS and any(contains(o, e) for e in inner.entries)]
