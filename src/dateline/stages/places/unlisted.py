"""Place what the gazetteer does not list: "the village of Dan Gulbi in Katsina State" lies somewhere in Katsina.

Three things tell that a name the gazetteer lacks is a place: a class word beside it ("the village of X", "X district"),
a known place that is said to hold it or to lie beside it ("in X, north of Baghdad"), and, after a preposition that
locates, that the parser takes it for a place. Where nothing near is known, the record has a name and no coordinates.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.gazetteer.keys import fold, key
from dateline.gazetteer.reader import Entry
from dateline.grammar.forms import is_verb
from dateline.lexicon.world.places import PlaceWords, name_words
from dateline.model.base import Span
from dateline.model.closed import Precision
from dateline.parse.tree import Document, Token
from dateline.stages.places.names import JOINERS, Name, assimilated, not_a_place

MOST_TOKENS = 5
MOST_BETWEEN = 7
MOST_MEASURE = 14  # tokens of ", some 35 kilometers (22 miles) outside the eastern city of"
BESIDE_KM = 25.0
CONTAINERS = frozenset({"country", "province", "district", "region"})
NO_PLACE_ENTS = frozenset(
    {"DATE", "TIME", "NORP", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "LANGUAGE", "EVENT", "LAW"}
)
PLACE_ENTS = frozenset({"GPE", "LOC"})
IN = frozenset({"in", ",", "(", "of"})
GENITIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A name that the gazetteer lacks: its words, its kind by its class word, and the known name that places it.

    ``beside`` tells that it lies near that name and not in it.
    """

    span: Span
    kind: Precision | None
    holder: int | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that the report's other places have taken: their tokens, and each by its first and by its last."""

    taken: frozenset[int]
    starts: Mapping[int, int]
    ends: Mapping[int, int]


def find_unlisted(
    document: Document, names: Sequence[Name], kept: frozenset[int], words: PlaceWords
) -> Iterator[Unlisted]:
    """Yield the names of places that the gazetteer lacks; ``kept`` has the indices of the known names."""
    last = {i: names[i].last + int(names[i].widened) for i in kept}
    known = _Known(
        frozenset(k for i in kept for k in range(names[i].first, last[i])),
        {names[i].first: i for i in kept},
        {last[i]: i for i in kept},
    )
    tokens = document.tokens
    i = 1
    while i < len(tokens):
        end = _end_of_name(i, tokens, known.taken)
        if end > i:
            found = _read(i, end, tokens, known, words)
            if found is not None:
                yield found
        i = max(end, i + 1)


def _end_of_name(first: int, tokens: Sequence[Token], taken: frozenset[int]) -> int:
    """Return where a run of capitalised words that begins here ends; ``first`` where none does."""
    if not _capital(tokens[first]) and not _article(first, tokens):
        return first
    end = first
    while end < len(tokens) and end - first < MOST_TOKENS and end not in taken:
        token = tokens[end]
        # "Nahr-al-Bared": what is glued belongs to the name.
        glued = end > first and token.start == tokens[end - 1].end
        bound = glued and (
            token.text in JOINERS or (token.lower in name_words().binders and tokens[end - 1].text in JOINERS)
        )
        if not (_capital(token) or bound or _article(end, tokens)):
            break
        # A line break ends a name.
        if end > first and token.start - tokens[end - 1].end > 1:
            break
        end += 1
    while end > first and not _capital(tokens[end - 1]):
        end -= 1
    return end


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB") and token.text.isalpha()


def _article(i: int, tokens: Sequence[Token]) -> bool:
    """Tell the "al" of "al-Rawda" or "Nahr al Bared"; other articles only where a hyphen binds them."""
    if i + 1 >= len(tokens) or tokens[i].lower not in name_words().articles or tokens[i].text[0].isupper():
        return False
    bound = tokens[i + 1].text in JOINERS and tokens[i + 1].start == tokens[i].end
    return bound or assimilated(i, tokens) or (tokens[i].lower in ("al", "el") and tokens[i + 1].text[0].isupper())


def _read(i: int, end: int, tokens: Sequence[Token], known: _Known, words: PlaceWords) -> Unlisted | None:
    run = tokens[i:end]
    parts = [fold(t.text) for t in run]
    after, kind = _class_after(end, tokens, words)
    before, kind_before = _class_before(i, tokens, words)
    # "The Kurdish village of X": a people's word is no name, but beside a class word it may be part of one.
    barred = NO_PLACE_ENTS - {"NORP"} if kind or kind_before else NO_PLACE_ENTS
    if any(t.ent in barred for t in run) or _something_else(i, end, tokens, parts, words):
        return None
    classed = kind or kind_before
    holder, beside = _placed_by(i, after, tokens, known)
    if holder is None and before is not None and before in known.ends:
        holder = known.ends[before]  # "the Harare township of Highfield"
    span = (run[0].start, run[-1].end)
    # "The village of X" is one in any case; "X village" may be a people's, unless it stands where places do.
    if kind_before is not None or (kind is not None and _led(i, tokens, words)):
        return Unlisted(span=span, kind=classed, holder=holder, beside=beside)
    # "In Hope": an ordinary word or a given name is no place without a class word.
    if any(p in words.common or p in words.given for p in parts) or not _located(i, tokens, words):
        return None
    ents = {t.ent for t in run}
    if holder is not None and (ents & PLACE_ENTS or _closed(holder, known, tokens)):
        return Unlisted(span=span, kind=None, holder=holder, beside=beside)
    # "At Thornton": "at" is said of firms and schools too.
    alone = (
        tokens[_skip_describing(i, tokens, words)].lower != "at" and ents <= PLACE_ENTS and not run[-1].text.isupper()
    )
    return Unlisted(span=span, kind=None) if alone else None


def _something_else(i: int, end: int, tokens: Sequence[Token], parts: Sequence[str], words: PlaceWords) -> bool:
    """Tell a people, a title, a direction, a part of a longer name ("New Mosul", "Al-Qaeda in the Maghreb")."""
    if parts[0] in words.demonyms or parts[0] in words.title | words.demonym_pairs:
        return True
    if parts[-1] in words.directions | words.business:
        return True
    # "In Thorn Holdings": the capital after it goes on with a longer name.
    if end < len(tokens) and (tokens[end].text[0].isupper() or tokens[end].text in JOINERS):
        return tokens[end].start - tokens[end - 1].end <= 1
    around = [fold(t.text) for t in tokens[max(0, i - 5) : end]]
    return any(not_a_place(j, around, words) > i - max(0, i - 5) - j for j in range(i - max(0, i - 5)))


def _class_after(end: int, tokens: Sequence[Token], words: PlaceWords) -> tuple[int, Precision | None]:
    """Return where a class word after the name ends, and the kind of place that it tells ("X refugee camp")."""
    for n in (1, 2):
        if end + n <= len(tokens):
            kind = words.unlisted.get(" ".join(t.lower for t in tokens[end : end + n]))
            if kind is not None and all(t.text[0].islower() for t in tokens[end : end + n]):
                return end + n, kind
    return end, None


def _class_before(i: int, tokens: Sequence[Token], words: PlaceWords) -> tuple[int | None, Precision | None]:
    """Return where "village of" before the name begins, and the kind of place that it tells."""
    if i >= 2 and tokens[i - 1].lower in words.settled | {"capital"} and tokens[i - 2].pos in ("DET", "ADJ", "VERB"):
        return None, "town"  # "the capital Lome"
    if i < 2 or tokens[i - 1].lower != "of":
        return None, None
    kind = words.unlisted.get(tokens[i - 2].lower)
    if tokens[i - 2].text[0].isupper() and kind != "town":
        return None, None  # "Department of Health"
    return (i - 2, kind) if kind is not None else (None, None)


def _led(i: int, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Tell whether a name with a class word stands where a place does: after a preposition, a comma or an attack."""
    j = _skip_describing(i, tokens, words)
    return j >= 0 and (
        fold(tokens[j].text) in words.prep_in | words.prep_at
        or tokens[j].lower in ("of", ",", "(", "and")
        or tokens[j].text in GENITIVE
        or tokens[j].lemma in words.verb
    )


def _located(i: int, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Tell whether a bare name stands after a preposition that places ("in", "near")."""
    j = _skip_describing(i, tokens, words)
    return j >= 0 and fold(tokens[j].text) in words.prep_locate


def _skip_describing(i: int, tokens: Sequence[Token], words: PlaceWords) -> int:
    j = i - 1
    while j >= 0 and (
        tokens[j].lower in ("the", "downtown", "nearby")
        or fold(tokens[j].text) in words.directions
        or (tokens[j].pos in ("ADJ", "VERB") and tokens[j].tag in ("JJ", "VBN") and tokens[j].text[0].islower())
    ):
        j -= 1
    return j


def _placed_by(i: int, after: int, tokens: Sequence[Token], known: _Known) -> tuple[int | None, bool]:
    """Return the known name that places this one, and whether it lies only beside it."""
    # "Borno's Gubio": the genitive holds it.
    if i >= 2 and tokens[i - 1].text in GENITIVE and i - 1 in known.ends:
        return known.ends[i - 1], False
    if i in known.ends and tokens[i - 1].lower not in IN:
        return known.ends[i], False  # "southern Guangdong province Sanshangang township"
    return _placed_after(after, tokens, known)


def _placed_after(end: int, tokens: Sequence[Token], known: _Known) -> tuple[int | None, bool]:
    """Return the known name that follows: "in Y", ", Y", "(Y", or beside it, ", 30 km west of Y", "near Y"."""
    if end >= len(tokens):
        return None, False
    opens = tokens[end].lower
    if opens not in ("in", ",", "(") and not _beside(tokens[end]):
        return None, False
    beside = measured = False
    for j in range(end, min(end + MOST_MEASURE, len(tokens))):
        token = tokens[j]
        measured = measured or token.lower in name_words().lengths
        beside = beside or _beside(token)
        # "Gubio in Nigeria's Borno": it is Borno that holds it, for it follows.
        if j in known.starts and not _owns(j, tokens):
            return known.starts[j], beside or measured
        # "In X, where the army …": what comes after a verb says nothing of where X lies.
        if _breaks(token, measured=measured) or (j - end > MOST_BETWEEN and not measured):
            return None, False
    return None, False


def _breaks(token: Token, *, measured: bool) -> bool:
    """Tell a word that ends the description of where a place lies."""
    if token.pos == "ADP":
        return token.lower not in name_words().ties and not (measured and token.lower in ("from", "to"))
    return is_verb(token) or token.pos in ("PRON", "CCONJ") or (token.pos == "PUNCT" and token.text not in ",()")


def _beside(token: Token) -> bool:
    return token.lower in name_words().next_to


def _closed(holder: int, known: _Known, tokens: Sequence[Token]) -> bool:
    """Tell whether the holder ends its phrase, so that it opens no clause of its own ("In Parliament, Kenya said")."""
    end = next(last for last, i in known.ends.items() if i == holder)
    if end >= len(tokens):
        return True
    return tokens[end].pos in ("PUNCT", "ADP", "SCONJ", "CCONJ")


def _owns(j: int, tokens: Sequence[Token]) -> bool:
    """Tell whether a narrower place follows in the genitive ("Nigeria's Katsina State")."""
    return j + 2 < len(tokens) and tokens[j + 1].text in GENITIVE and tokens[j + 2].text[0].isupper()


def inside(container: Entry, name: str, *, beside: bool = False) -> Entry | None:
    """Return an entry for a name that is known only to lie in or beside another; None if that is too vague.

    A place beside another has that one's coordinates and a wider radius.
    """
    if container.kind not in (*CONTAINERS, "town") or (beside and container.kind == "country"):
        return None
    radius = max(container.radius_km, BESIDE_KM) if beside else container.radius_km
    return replace(
        container, id=number_of(name), name=name, feature="PPL", population=0, geonames=None, form=0, fame=0.0,
        radius_km=radius,
    )  # fmt: skip


def nowhere(name: str, kind: Precision) -> Entry:
    """Return an entry for a name of which nothing but the name is known."""
    nan = float("nan")
    return Entry(name, kind, "PPL", None, None, nan, nan, 0, nan, None, number_of(name), 0)


def number_of(name: str) -> int:
    """Return a number that no listed place has, the same for the same name."""
    total: int = sum(ord(c) * 31**k for k, c in enumerate(key(name)))
    return -1 - total % 2**31
