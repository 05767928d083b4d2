"""Place what the gazetteer does not list: "the village of Dan Gulbi in Katsina State" lies somewhere in Katsina.

Four things tell that a name the gazetteer lacks is a place: a class word beside or in it ("the village of X", "X
district", "X Airport"), a known place that is said to hold it or to lie beside it ("in X, north of Baghdad"), a list in
which places stand ("in Kharkiv, X and Y"), and, after a preposition that locates, that nothing in the report takes it
for somebody. Where nothing near is known, the record has a name and no coordinates.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.gazetteer.keys import fold, key
from dateline.gazetteer.reader import Entry
from dateline.grammar.forms import is_verb
from dateline.lexicon.world.actors import load_actors
from dateline.lexicon.world.places import PlaceWords, name_words
from dateline.model.base import Span
from dateline.model.closed import ActorKind, Precision
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
OFTEN_PLACES = PLACE_ENTS | {"", "FAC", "ORG", "PERSON"}
"""What the parser takes unknown names of places for."""
DOES = frozenset({"nsubj", "nsubjpass", "poss"})
JOINED = frozenset({"conj", "appos"})
MOST_CLASS = 4  # tokens of "oil pumping station"
IN = frozenset({"in", ",", "(", "of"})
GENITIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A name that the gazetteer lacks: its words, its kind by its class word, and the known name that places it.

    ``beside`` tells that it lies near that name and not in it, ``listed`` that it follows another such name in a list.
    """

    span: Span
    kind: Precision | None
    holder: int | None = None
    beside: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known before: the tokens of the report's other places, each by its first and by its last, and who acts.

    ``doers`` has the words of names that do something somewhere in the report.
    """

    taken: frozenset[int]
    starts: Mapping[int, int]
    ends: Mapping[int, int]
    doers: frozenset[str]


def find_unlisted(
    document: Document, names: Sequence[Name], kept: frozenset[int], words: PlaceWords
) -> Iterator[Unlisted]:
    """Yield the names of places that the gazetteer lacks; ``kept`` has the indices of the known names."""
    last = {i: names[i].last + int(names[i].widened) for i in kept}
    known = _Known(
        frozenset(k for i in kept for k in range(names[i].first, last[i])),
        {names[i].first: i for i in kept},
        {last[i]: i for i in kept},
        frozenset(t.text for t in document.tokens if t.dep in DOES and t.pos == "PROPN"),
    )
    yield from _in_one_holder(_all_unlisted(document.tokens, known, words))


def _all_unlisted(tokens: Sequence[Token], known: _Known, words: PlaceWords) -> Iterator[Unlisted]:
    ends = dict.fromkeys(known.ends, OFTEN_PLACES - {"PERSON"})
    i = 1
    while i < len(tokens):
        end = _end_of_name(i, tokens, known.taken)
        if end > i:
            before = _in_row_after(i, end, tokens, ends)
            found = _read(i, end, tokens, known, words, listed=before is not None)
            if found is not None:
                # Of "in X, Ukraine" and "in Gao and Y" later on, only names of one row share a holder.
                yield replace(found, listed=before is not None and before not in known.ends)
                ends[end] = OFTEN_PLACES
        i = max(end, i + 1)


def _in_one_holder(found: Iterable[Unlisted]) -> Iterator[Unlisted]:
    """Yield the places, those of one list in the place that is said to hold one of them ("X, Y and Z in Kharkiv")."""
    rows: list[list[Unlisted]] = []
    for place in found:
        if place.listed and rows:
            rows[-1].append(place)
        else:
            rows.append([place])
    for row in rows:
        held = next((p for p in row if p.holder is not None), row[0])
        yield from (p if p.holder is not None else replace(p, holder=held.holder, beside=held.beside) for p in row)


def _in_row_after(i: int, end: int, tokens: Sequence[Token], ends: Mapping[int, Collection[str]]) -> int | None:
    """Return the end of the place after which a name is told in one row: "in Kharkiv, X and Y".

    ``ends`` gives by the end of each place what the parser may take one after it for: after an unlisted one anybody.
    """
    j = i - 1
    while j > 0 and (tokens[j].text == "," or tokens[j].lower in ("and", "or", "the")):
        j -= 1
    if j + 1 == i or j + 1 not in ends:
        return None
    run = tokens[i:end]
    named = all(t.ent in ends[j + 1] for t in run) and any(t.pos == "PROPN" for t in run)
    return j + 1 if named and any(t.dep in JOINED and t.head < i for t in run) else None


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
    if i + 1 >= len(tokens) or tokens[i].lower not in name_words().articles:
        return False
    bound = tokens[i + 1].text in JOINERS and tokens[i + 1].start == tokens[i].end
    return bound or assimilated(i, tokens) or (tokens[i].lower in ("al", "el") and tokens[i + 1].text[0].isupper())


def _read(
    i: int, end: int, tokens: Sequence[Token], known: _Known, words: PlaceWords, *, listed: bool
) -> Unlisted | None:
    run = tokens[i:end]
    parts = [fold(t.text) for t in run]
    after, kind = _class_after(end, tokens, words)
    before, kind_before = _class_before(i, tokens, words)
    site = _site(run, parts, words)
    # "The Kurdish village of X": a people's word is no name, but beside a class word it may be part of one.
    barred = NO_PLACE_ENTS - {"NORP"} if kind or kind_before else NO_PLACE_ENTS
    own = parts if site is None else ["", *parts]  # a titled site: "Imam Ali Hospital"
    if any(t.ent in barred for t in run) or _something_else(i, end, tokens, own, words):
        return None
    classed = kind or kind_before or site
    holder, beside = _placed_by(i, after, tokens, known)
    if holder is None and before is not None and before in known.ends:
        holder = known.ends[before]  # "the Harare township of Highfield"
    found = Unlisted(span=(run[0].start, run[-1].end), kind=classed, holder=holder, beside=beside)
    # "The village of X" is one in any case; "X village" may be a people's, unless it stands where places do.
    if kind_before is not None:
        return found
    if classed is not None and _led(i, tokens, words):
        return None if _is_actor(run, "person") or parts[-1] in name_words().peoples else found
    unnamed = replace(found, kind=None)
    # "In Hope": an ordinary word or a given name is no place without a class word.
    if _ordinary(parts, words) or not (listed or _located(i, tokens, words)):
        return None
    ents = {t.ent for t in run}
    if holder is not None and (ents & PLACE_ENTS or _closed(holder, known, tokens)):
        return unnamed
    return unnamed if _alone(i, end, tokens, known, words, listed=listed) else None


def _ordinary(parts: Sequence[str], words: PlaceWords) -> bool:
    """Tell whether a name has a word of English, of a body or a given name; its articles are none."""
    known = words.common, words.given, words.group, words.local
    own = [p for p in parts if p not in name_words().articles]
    return any(p in listed for p in own for listed in known) or all(p in name_words().unnamed for p in own)


def _site(run: Sequence[Token], parts: Sequence[str], words: PlaceWords) -> Precision | None:
    """Return what a name says of itself: "Kavumu Airport", "Camp Hurriya"."""
    if len(run) < 2:
        return None
    kind = words.unlisted.get(parts[-1])
    return "site" if kind == "site" or parts[0] in name_words().camps else None


def _is_actor(run: Sequence[Token], *but: ActorKind) -> bool:
    """Tell whether a name is that of an actor of any other kind: "a Hezbollah base" is no place of that name.

    "The Mansour district" is one, though a person bears the name.
    """
    name = " ".join(t.text for t in run)
    return load_actors().agent(name.lower()) is not None or any(e.kind not in but for e in load_actors().find(name))


def _alone(i: int, end: int, tokens: Sequence[Token], known: _Known, words: PlaceWords, *, listed: bool) -> bool:
    """Tell whether a name is a place though nothing says where it lies.

    The parser takes it for one, or it stands right after the preposition or in a list, ends its phrase, and is nobody.
    """
    run, ents = tokens[i:end], {t.ent for t in tokens[i:end]}
    leads = tokens[_skip_describing(i, tokens, words)].lower
    # "At Thornton": "at" is said of firms and schools too.
    if run[-1].text.isupper() or (leads == "at" and not listed):
        return False
    if ents <= PLACE_ENTS:
        return True
    near = listed or (tokens[i - 1].lower == leads and leads in name_words().where | {"of"})
    if not near or not ents <= OFTEN_PLACES or run[-1].text in known.doers or _is_actor(run):
        return False
    return end >= len(tokens) or not (tokens[end].pos in ("NOUN", "PROPN", "ADJ") or tokens[end].text in GENITIVE)


def _something_else(i: int, end: int, tokens: Sequence[Token], parts: Sequence[str], words: PlaceWords) -> bool:
    """Tell a people, a title, a direction, a part of a longer name ("New Mosul", "Al-Qaeda in the Maghreb")."""
    if parts[0] in words.demonyms or any(
        parts[0] in of for of in (words.title, words.demonym_pairs, name_words().undertakings)
    ):
        return True
    if parts[-1] in words.directions or parts[-1] in words.business:
        return True
    # "In Thorn Holdings": the capital after it goes on with a longer name.
    if end < len(tokens) and (tokens[end].text[0].isupper() or tokens[end].text in JOINERS):
        return tokens[end].start - tokens[end - 1].end <= 1
    around = [fold(t.text) for t in tokens[max(0, i - 5) : end + 5]]
    return any(not_a_place(j, around, words) > i - max(0, i - 5) - j for j in range(i - max(0, i - 5)))


def _class_after(end: int, tokens: Sequence[Token], words: PlaceWords) -> tuple[int, Precision | None]:
    """Return where a class word after the name ends, and the kind of place that it tells ("X refugee camp")."""
    for last in range(end, min(end + MOST_CLASS, len(tokens))):
        if not tokens[last].text[0].islower():
            break
        kind = words.unlisted.get(tokens[last].lower)
        if kind is not None and (last == end or kind == "site") and all(t.head == last for t in tokens[end:last]):
            return last + 1, kind
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
    """Tell whether a bare name stands after a preposition that places ("in", "near"), or is what is held or taken."""
    j = _skip_describing(i, tokens, words)
    held = j > 0 and tokens[j].lower == "of" and tokens[j - 1].lower in name_words().held  # "control of Umm Sayala"
    return held or (j >= 0 and fold(tokens[j].text) in words.prep_locate)


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
