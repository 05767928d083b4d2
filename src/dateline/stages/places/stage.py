"""The places stage: names, whether a place is meant, which one, and the records."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.gazetteer.keys import fold
from dateline.gazetteer.reader import Entry, Gazetteer, open_default
from dateline.lexicon.places import PlaceWords, load_place_words
from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.parse.tree import Document
from dateline.stages.places.accept import Setting, believe, reasons
from dateline.stages.places.names import Name, find_names
from dateline.stages.places.records import Reading, find_shift, make_places
from dateline.stages.places.resolve import Group, Scored, contains, rank
from dateline.stages.places.unlisted import find_unlisted, inside

WORTH_RANKING = 0.15
LEAST_BELIEF = 0.5
UNLISTED = 0.8
USUAL_CONTEXT = 3.0
CONTAINERS = frozenset({"country", "province", "district"})
BETWEEN = frozenset({"in", "the", "of", "province", "region", "state", "city", "county"})
STATED = 2.5


@dataclass(frozen=True, slots=True)
class PlaceStage:
    """Fill the places layer from the gazetteer, the hand-made tables and the report as a whole."""

    gazetteer: Gazetteer = field(default_factory=open_default)
    words: PlaceWords = field(default_factory=load_place_words)

    name: ClassVar[str] = "places"
    needs: ClassVar[frozenset[str]] = frozenset({"document"})
    fills: ClassVar[frozenset[str]] = frozenset({"places"})

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its places filled in."""
        return replace(draft, places=find_places(draft.document, self.gazetteer, self.words))


def find_places(document: Document, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Place, ...]:
    """Return the places that a report names, in the order of the text."""
    setting = Setting(document, words)
    names = find_names(document, gazetteer, words)
    holders = find_holders(names, document, words)
    judged = [(n, reasons(n, setting)) for n in names]
    belief = _beliefs(judged, holders)
    likely = [i for i in range(len(names)) if belief[i] >= WORTH_RANKING]
    groups, member = _groups(likely, names, holders, belief)
    ranked = rank(groups, countries=_demonyms(document, words))
    belief = {i: fitted(belief[i], ranked[member[i]]) for i in likely}
    kept = [i for i in likely if belief[i] >= LEAST_BELIEF]
    readings = [
        _reading(names[i], ranked[member[i]], document=document, belief=belief[i], holder=_span(holders.get(i), names, document))
        for i in kept
    ]
    readings += _unlisted(document, names, words, {i: ranked[member[i]] for i in kept})
    shifts = [s for r in readings for s in _shifted(r, document.text)]
    return make_places([*readings, *shifts])


def _unlisted(
    document: Document, names: Sequence[Name], words: PlaceWords, ranked: Mapping[int, tuple[Scored, ...]]
) -> list[Reading]:
    """Return readings for the names that only their container places."""
    out = []
    for span, holder in find_unlisted(document, names, words):
        top = ranked[holder][0] if holder in ranked else None
        entry = inside(top.entry, document.quote(span)) if top else None
        if top and entry:
            scored = (Scored(entry, top.score),)
            held = names[holder].span(document.tokens)
            out.append(Reading(span=span, ranked=scored, belief=UNLISTED, rule="places/unlisted", container=held))
    return out


def fitted(belief: float, ranked: Sequence[Scored]) -> float:
    """Raise the belief in a place that fits with the report's other places, and lower it where none is near."""
    best = ranked[0]
    if best.entry.kind in ("country", "region", "water"):
        return belief
    weight = max(-1.8, min(1.5, 0.35 * (best.context - USUAL_CONTEXT)))
    return shifted_belief(belief, weight)


def shifted_belief(belief: float, weight: float) -> float:
    """Add a log weight to a probability."""
    odds = belief / max(1e-9, 1.0 - belief) * math.exp(weight)
    return odds / (1.0 + odds)


def find_holders(names: Sequence[Name], document: Document, words: PlaceWords) -> dict[int, int]:
    """Return for each name the index of the name that is stated to contain it ("Alexandria, Louisiana")."""
    out: dict[int, int] = {}
    for i in range(len(names) - 1):
        forward = _linked(names[i], names[i + 1], document, words)
        if forward == "in" and _holds(names[i + 1], names[i]) and not _in_list(names, i, document):
            out[i] = i + 1
        elif forward == "'s" and _holds(names[i], names[i + 1]):
            out[i + 1] = i
    return out


def _in_list(names: Sequence[Name], i: int, document: Document) -> bool:
    """Tell whether a name and the next stand in a list of places of one rank ("Canada, Mexico and Peru")."""
    a, b = names[i], names[i + 1]
    if _known(a, "country") and _known(b, "country") or (_known(a, "province") and _known(b, "province") and not a.kinds):
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
        rest = [t for t in texts[1:] if t not in words.directions and t not in ("city", "town", "village", "of", "province", "region")]
        return None if rest else "'s"
    if texts[0] not in (",", "in", "("):
        return None
    rest = [t for t in texts[1:] if fold(t) not in words.directions and t not in BETWEEN and t != "'s"]
    return None if rest else "in"


def _holds(outer: Name, inner: Name) -> bool:
    return any(o.kind in CONTAINERS and o.form < 2 and contains(o, e) for o in outer.entries[:6] for e in inner.entries)


def _beliefs(judged: Sequence[tuple[Name, list]], holders: Mapping[int, int]) -> list[float]:  # type: ignore[type-arg]
    """Return the belief in each name, raised where a container is stated and where the report has it for sure elsewhere."""
    from dateline.stages.places.accept import Reason

    stated = {*holders, *holders.values()}
    out = [believe([*r, Reason("stated container", STATED)] if i in stated else r) for i, (_, r) in enumerate(judged)]
    sure: dict[str, float] = defaultdict(float)
    for (name, _), b in zip(judged, out, strict=True):
        sure[name.key] = max(sure[name.key], b)
    return [
        believe([*r, Reason("sure elsewhere", 1.2)]) if b < 0.9 and sure[n.key] >= 0.9 else b
        for (n, r), b in zip(judged, out, strict=True)
    ]


def _groups(
    kept: Sequence[int], names: Sequence[Name], holders: Mapping[int, int], belief: Sequence[float]
) -> tuple[list[Group], dict[int, int]]:
    """Join mentions of one name and one class word; a container stated once counts for all of them."""
    slots: dict[tuple[str, frozenset[str]], list[int]] = {}
    for i in kept:
        slots.setdefault((names[i].key, names[i].kinds), []).append(i)
    groups, member = [], {}
    for (key, kinds), ids in slots.items():
        within = {e.id: e for i in ids if i in holders for e in _holding(names[holders[i]], names[i])}
        for i in ids:
            member[i] = len(groups)
        groups.append(
            Group(
                key=key, entries=names[ids[0]].entries, kinds=kinds, within=tuple(within.values()),
                weight=max(belief[i] for i in ids) * (1 + 0.3 * min(5, len(ids) - 1)),
            )
        )  # fmt: skip
    return groups, member


def _holding(outer: Name, inner: Name) -> list[Entry]:
    return [o for o in outer.entries if o.kind in CONTAINERS and any(contains(o, e) for e in inner.entries)]


def _demonyms(document: Document, words: PlaceWords) -> Mapping[str, float]:
    """Count the adjectives of nationality: they speak for countries though they are no places."""
    found: Counter[str] = Counter()
    tokens = document.tokens
    for i, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        part = fold(token.text)
        two = part + fold(tokens[i + 1].text) if i + 1 < len(tokens) else ""
        code = words.demonyms.get(two) or words.demonyms.get(part)
        if code:
            found[code] += 1
    return {code: min(2.0, 0.6 * n) for code, n in found.items()}


def _span(holder: int | None, names: Sequence[Name], document: Document) -> Span | None:
    return names[holder].span(document.tokens) if holder is not None else None


def _reading(name: Name, ranked: tuple[Scored, ...], *, document: Document, belief: float, holder: Span | None) -> Reading:
    rule = "places/stated-container" if holder else "places/class-word" if name.kinds else "places/gazetteer"
    return Reading(span=name.span(document.tokens), ranked=ranked, belief=belief, rule=rule, container=holder)


def _shifted(reading: Reading, text: str) -> list[Reading]:
    found = find_shift(text, reading.span[0])
    if found is None:
        return []
    start, shift = found
    return [replace(reading, span=(start, reading.span[1]), shift=shift, rule="places/offset")]
