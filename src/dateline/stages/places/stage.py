"""The places stage: names, whether a place is meant, which one, and the records."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import ClassVar

from dateline.draft import Draft
from dateline.gazetteer.reader import Entry, Gazetteer, open_default
from dateline.geo import great_circle_km
from dateline.lexicon.world.places import PlaceWords, load_place_words
from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.parse.tree import Document
from dateline.stages.places.accept import Reason, Setting, believe, reasons
from dateline.stages.places.capitals import CAPITAL, find_capitals
from dateline.stages.places.containers import find_holders, find_strays, holding, narrowed
from dateline.stages.places.names import Name, find_names
from dateline.stages.places.records import Reading, find_shift, make_places
from dateline.stages.places.resolve import Group, Scored, contains, rank
from dateline.stages.places.spelling import respelled
from dateline.stages.places.spoken import Spoken
from dateline.stages.places.unlisted import Unlisted, find_unlisted, inside, nowhere
from dateline.stages.places.unnamed import find_unnamed

WORTH_RANKING = 0.15  # below it, a name would only lend false company to the others
LEAST_BELIEF = 0.5
UNLISTED = 0.8
UNPLACED = 0.6
BESIDE_KM = 150.0  # farther off, a place "near" another is another of the name
USUAL_CONTEXT = 3.0
DISTRICT_KM = 25.0
STATED = 2.5
# "Roe (Djugu territory)": there is a Roe elsewhere, and this is not it.
STRAY = Reason("in no such container", -7.0)


@dataclass(frozen=True, slots=True)
class PlaceStage:
    """Fill the places layer from the gazetteer, the hand-made tables and the report as a whole."""

    gazetteer: Gazetteer = field(default_factory=open_default)
    words: PlaceWords = field(default_factory=load_place_words)

    name: ClassVar[str] = "places"
    needs: ClassVar[frozenset[str]] = frozenset({"document"})
    fills: ClassVar[frozenset[str]] = frozenset({"places", "offset_places"})

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its places filled in."""
        places, offset = find_places(draft.document, self.gazetteer, self.words)
        return replace(draft, places=places, offset_places=offset)


def find_places(
    document: Document, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[tuple[Place, ...], frozenset[str]]:
    """Return the places that a report names, in the order of the text, and the ids of those so far from another."""
    setting = Setting(document, words)
    names = narrowed(find_names(document, setting.parts, gazetteer, words), document)
    holders = find_holders(names, document, words)
    strays = find_strays(names, document, words)
    judged = [(n, [*reasons(n, setting), *([STRAY] if i in strays else [])]) for i, n in enumerate(names)]
    belief = _beliefs(judged, {*holders, *holders.values(), *(j for held in strays.values() for j in held)})
    likely = [i for i in range(len(names)) if belief[i] >= WORTH_RANKING]
    groups, member = _groups(likely, names, holders, belief)
    ranked = rank(groups, countries=_demonyms(setting))
    sure = {i: fitted(belief[i], ranked[member[i]], alone=len(groups) == 1) for i in likely}
    kept = [i for i in likely if sure[i] >= LEAST_BELIEF]
    readings = [
        _reading(
            names[i],
            ranked[member[i]],
            document=document,
            belief=sure[i],
            holder=_span(holders.get(i), names, document),
        )
        for i in kept
    ]
    readings += _unlisted(setting, names, {i: ranked[member[i]] for i in kept}, gazetteer)
    readings += _unnamed(setting, names, {i: ranked[member[i]] for i in kept}, gazetteer)
    shifts = [s for r in readings for s in _shifted(r, document.text)]
    return make_places([*readings, *shifts])


def _unlisted(
    setting: Setting, names: Sequence[Name], ranked: Mapping[int, tuple[Scored, ...]], gazetteer: Gazetteer
) -> Iterator[Reading]:
    """Yield readings for the names that the gazetteer spells otherwise, or that only their surroundings place."""
    document, words = setting.document, setting.words
    homes = _homes(setting, ranked)
    for found in find_unlisted(document, names, frozenset(ranked), words):
        name = document.quote(found.span)
        top = None if found.holder is None else ranked[found.holder][0]
        fits = partial(_fits, held=found, top=top, homes=homes)
        entry = respelled(name, found.kind, gazetteer=gazetteer, rules=words.spelling, fits=fits)
        rule, belief = "places/spelling", UNLISTED
        if entry is None and top is not None:
            entry, rule = inside(top.entry, name, beside=found.beside), "places/unlisted"
        if entry is None:
            entry, rule, belief = nowhere(name, found.kind or "town"), "places/unplaced", UNPLACED
        held = None if found.holder is None or rule == "places/unplaced" else names[found.holder].span(document.tokens)
        score = top.score if top and held else 1.0
        yield Reading(span=found.span, ranked=(Scored(entry, score),), belief=belief, rule=rule, container=held)


def _unnamed(
    setting: Setting, names: Sequence[Name], ranked: Mapping[int, tuple[Scored, ...]], gazetteer: Gazetteer
) -> Iterator[Reading]:
    """Yield readings for the places that are told without their name."""
    document, adjectives = setting.document, dict(_nationalities(setting))
    tops = {k: r[0].entry for i, r in ranked.items() for k in range(names[i].first, names[i].last)}
    ends = {names[i].last - 1: r[0].entry.country for i, r in ranked.items()}
    countries = adjectives | {k: code for k, code in ends.items() if code is not None}
    spoken = Spoken(countries=countries, places=tops, adjectives=adjectives.keys() - tops.keys())
    for span, entry in find_capitals(document, spoken, gazetteer) if CAPITAL in setting.parts else ():
        yield Reading(span=span, ranked=(Scored(entry, 1.0),), belief=UNLISTED, rule="places/capital")
    for span, entry in find_unnamed(document, spoken, setting.words, gazetteer):
        yield Reading(span=span, ranked=(Scored(entry, 1.0),), belief=UNPLACED, rule="places/unnamed")


def _homes(setting: Setting, ranked: Mapping[int, tuple[Scored, ...]]) -> frozenset[str]:
    """Return the countries that the report speaks of, by its places and its adjectives."""
    return frozenset(c for r in ranked.values() if (c := r[0].entry.country)) | frozenset(_demonyms(setting))


def _fits(entry: Entry, *, held: Unlisted, top: Scored | None, homes: frozenset[str]) -> bool:
    """Tell whether a place may be meant: in its container, near what it lies beside, else where the report is."""
    if top is None:
        # Nothing beside it: only a place in a country of the report, and of the kind that its word tells.
        return entry.country in homes and (held.kind is None or entry.kind == held.kind)
    if held.beside:
        return great_circle_km(top.entry.point, entry.point) <= BESIDE_KM
    return contains(top.entry, entry)


def fitted(belief: float, ranked: Sequence[Scored], *, alone: bool) -> float:
    """Raise the belief in a place that fits with the report's other places, and lower it where none is near.

    The only name of a report has nothing to fit with.
    """
    best = ranked[0]
    if alone or best.entry.kind in ("country", "region", "water"):
        return belief
    weight = max(-1.8, min(1.5, 0.35 * (best.context - USUAL_CONTEXT)))
    return shifted_belief(belief, weight)


def shifted_belief(belief: float, weight: float) -> float:
    """Add a log weight to a probability."""
    odds = belief / max(1e-9, 1.0 - belief) * math.exp(weight)
    return odds / (1.0 + odds)


def _beliefs(judged: Sequence[tuple[Name, list[Reason]]], stated: Collection[int]) -> list[float]:
    """Return the belief in each name, raised where it is or has a stated container and by a sure mention elsewhere."""
    out = [believe([*r, Reason("stated container", STATED)] if i in stated else r) for i, (_, r) in enumerate(judged)]
    sure: dict[str, float] = defaultdict(float)
    for (name, _), b in zip(judged, out, strict=True):
        sure[name.key] = max(sure[name.key], b)
    return [
        # "Gubio fell" is a place where "in Gubio" stands elsewhere in the report.
        believe([*r, Reason("sure elsewhere", 1.2)]) if b < 0.9 and sure[n.key] >= 0.9 else b
        for (n, r), b in zip(judged, out, strict=True)
    ]


def _groups(
    kept: Sequence[int], names: Sequence[Name], holders: Mapping[int, int], belief: Sequence[float]
) -> tuple[list[Group], dict[int, int]]:
    """Join mentions of one name and one class word; a container stated once counts for all until another is stated."""
    slots: dict[tuple[str, frozenset[str]], list[list[int]]] = {}
    for i in kept:
        rows = slots.setdefault((names[i].key, names[i].kinds), [])
        row = _row(rows, i, names, holders)
        if row is None:
            rows.append([i])
        else:
            row.append(i)
    groups: list[Group] = []
    member: dict[int, int] = {}
    for (key, kinds), ids in ((slot, ids) for slot, rows in slots.items() for ids in rows):
        within = {e.id: e for i in ids if i in holders for e in holding(names[holders[i]], names[i])}
        for i in ids:
            member[i] = len(groups)
        groups.append(
            Group(
                key=key, entries=names[ids[0]].entries, kinds=kinds, within=tuple(within.values()),
                # Said again and again, a name counts for more, and after six times for no more.
                weight=max(belief[i] for i in ids) * (1 + 0.3 * min(5, len(ids) - 1)),
            )
        )  # fmt: skip
    return groups, member


def _row(rows: list[list[int]], i: int, names: Sequence[Name], holders: Mapping[int, int]) -> list[int] | None:
    """Return the mentions that a mention joins: "Tripoli, Lebanon" and "Tripoli, Libya" are two."""
    if i not in holders:
        # A bare "Tripoli" is the one named last.
        return rows[-1] if rows else None
    key = names[holders[i]].key
    stated = [{names[holders[j]].key for j in row if j in holders} for row in rows]
    return next((row for row, held in zip(rows, stated, strict=True) if not held or key in held), None)


def _demonyms(setting: Setting) -> Mapping[str, float]:
    """Count the adjectives of nationality: they speak for countries though they are no places."""
    found = Counter(code for _, code in _nationalities(setting))
    # "A French officer" speaks for France, and ten of them not ten times as much.
    return {code: min(2.0, 0.6 * n) for code, n in found.items()}


def _nationalities(setting: Setting) -> Iterator[tuple[int, str]]:
    """Yield the tokens that end adjectives of nationality, and the country of each."""
    parts, words = setting.parts, setting.words
    for i, part in enumerate(parts):
        if part in words.demonyms or part in words.demonym_pairs:
            pair = part + parts[i + 1] if i + 1 < len(parts) else part
            code = words.demonyms.get(pair) or words.demonyms.get(part)
            if code and setting.document.tokens[i].text[0].isupper():
                yield i + int(pair in words.demonyms), code


def _span(holder: int | None, names: Sequence[Name], document: Document) -> Span | None:
    return names[holder].span(document.tokens) if holder is not None else None


def _reading(
    name: Name, ranked: tuple[Scored, ...], *, document: Document, belief: float, holder: Span | None
) -> Reading:
    if name.kinds and "town" not in name.kinds and ranked[0].entry.kind == "town":
        ranked = (replace(ranked[0], entry=district_of(ranked[0].entry)), *ranked[1:])
    rule = "places/stated-container" if holder else "places/class-word" if name.kinds else "places/gazetteer"
    return Reading(span=name.span(document.tokens), ranked=ranked, belief=belief, rule=rule, container=holder)


def district_of(town: Entry) -> Entry:
    """Return the district that bears a town's name, where the gazetteer has the town alone ("Achin district")."""
    radius = max(DISTRICT_KM, town.radius_km)
    return replace(town, id=-town.id, kind="district", feature="ADM2", radius_km=radius, population=0, geonames=None)


def _shifted(reading: Reading, text: str) -> list[Reading]:
    found = find_shift(text, reading.span[0])
    if found is None:
        return []
    start, shift = found
    return [replace(reading, span=(start, reading.span[1]), shift=shift, rule="places/offset")]
