"""Words for two mentions of one type, the first told first: do they tell one act?"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.draft import Clause
from dateline.model.closed import EventType
from dateline.model.entities import Place
from dateline.stages.events.one.merging import WIDE, similarity
from dateline.stages.events.reader.standing import path
from dateline.stages.events.reader.traits import bucket
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import is_definite

Answer = tuple[str, Hashable]
"""A question about two mentions, by its name, and the answer."""
_MANY = 3
_NEAR = 3  # sentences


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules say of two mentions: nothing speaks against their being one, and the second repeats the first."""

    compatible: bool
    repeats: bool


def tie_words(scene: Scene, a: Found, b: Found, ruled: Ruled, between: int) -> Iterator[str]:
    """Yield the words of two mentions; ``between`` counts the mentions of their type told between them."""
    yield from worded(a.type, ties(scene, a, b, ruled, between))
    yield from lemma_words(a, b)


def worded(kind: EventType | None, told: Iterable[Answer]) -> Iterator[str]:
    """Yield the words of what two mentions of a type are to each other."""
    for name, value in told:
        yield f"{name}|{value}"
        yield f"{name}|{kind}|{value}"


def lemma_words(a: Found, b: Found) -> tuple[str, str]:
    """Return the words of the lemmas that tell two mentions."""
    first, second = sorted((a.clause.lemma.lower(), b.clause.lemma.lower()))
    return f"lemmas|{first}|{second}", f"second|{a.type}|{b.clause.lemma.lower()}"


def ties(scene: Scene, a: Found, b: Found, ruled: Ruled, between: int) -> Iterator[Answer]:
    """Yield what two mentions are to each other, all but their lemmas: few pairs of a report differ in all of it."""
    here, there = (scene.doc.sentence_of(scene.doc.tokens[f.clause.token]) for f in (a, b))
    apart = there.index - here.index
    near = "same" if not apart else "next" if apart == 1 else "near" if apart <= _NEAR else "far"
    yield "type", ""
    yield "apart", near
    yield "parts", f"{here.part}|{there.part}"
    yield "compatible", f"{ruled.compatible}|{ruled.repeats}|{near}"
    yield "alike", bucket(similarity(scene, a, b))
    yield "same lemma", f"{a.clause.lemma == b.clause.lemma}|{near}"
    yield "actors", _sides(scene, a.actors, b.actors)
    yield "recipients", _sides(scene, a.recipients, b.recipients)
    yield "places", _places(a.place, b.place)
    yield "days", _days(a, b)
    yield "numbers", _numbers(a, b)
    yield "status", f"{a.status}|{b.status}" if a.status != b.status else "same"
    yield "modes", bool({*a.modes} & {*b.modes}) if a.modes and b.modes else "open"
    definite = is_definite(scene, b.clause) if b.clause.pos == "noun" else ""
    yield "forms", f"{a.clause.pos}|{b.clause.pos}|{definite}"
    yield "background", f"{a.background}|{b.background}"
    yield "between", min(between, _MANY)
    if not apart:
        yield "tie", _tie(scene, a.clause, b.clause)


def _tie(scene: Scene, a: Clause, b: Clause) -> str:
    if b.governor == a.index:
        return f"below|{b.relation}"
    if a.governor == b.index:
        return f"above|{a.relation}"
    if a.governor == b.governor:
        return f"beside|{a.relation}|{b.relation}"
    return path(scene.doc, scene.doc.tokens[a.token], scene.doc.tokens[b.token])


def _sides(scene: Scene, a: Sequence[str], b: Sequence[str]) -> str:
    if not a or not b:
        return f"{bool(a)}|{bool(b)}"
    if set(a) & set(b):
        return "same"
    first, second = ({scene.index.actors[i].country for i in side} - {None} for side in (a, b))
    return "one country" if first & second else "other"


def _places(a: Place | None, b: Place | None) -> str:
    if a is None or b is None:
        return f"{a is not None}|{b is not None}"
    if a.id == b.id:
        return "same"
    wide = (a.precision in WIDE) + (b.precision in WIDE)
    return f"{'one country' if a.country == b.country else 'other'}|{wide}"


def _days(a: Found, b: Found) -> str:
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return "open"
    if a.when.start > (b.when.end or b.when.start) or b.when.start > (a.when.end or a.when.start):
        return "other"
    return "same" if a.when.start == b.when.start else "overlap"


def _numbers(a: Found, b: Found) -> str:
    first, second = ({q.kind: (q.low, q.high) for q in f.quantities} for f in (a, b))
    common = first.keys() & second.keys()
    if not common:
        return f"{bool(first)}|{bool(second)}"
    return "same" if all(first[k] == second[k] for k in common) else "other"
