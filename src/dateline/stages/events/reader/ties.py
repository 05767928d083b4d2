"""Words for two mentions of one type, the first told first: do they tell one act?"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from dateline.draft import Clause
from dateline.model.closed import EventType
from dateline.model.entities import Place
from dateline.stages.events.one.merging import WIDE, similarity
from dateline.stages.events.reader.standing import path
from dateline.stages.events.reader.traits import bucket
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import is_definite

Told = tuple[Hashable, ...]
"""What two mentions are to each other: an answer to each of the questions, the last where they share a sentence."""
Question = Literal[
    "type", "apart", "parts", "compatible", "alike", "same lemma", "actors", "recipients", "places", "days", "numbers",
    "status", "modes", "forms", "background", "between", "tie",
]  # fmt: skip
_QUESTIONS: tuple[Question, ...] = get_args(Question)
_MANY = 3  # mentions between two; more make no difference
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


def worded(kind: EventType | None, told: Told) -> Iterator[str]:
    """Yield the words of what two mentions of a type are to each other."""
    for name, answer in zip(_QUESTIONS, told, strict=False):
        value = "|".join(map(str, answer)) if isinstance(answer, tuple) else answer
        yield f"{name}|{value}"
        yield f"{name}|{kind}|{value}"


def lemma_words(a: Found, b: Found) -> tuple[str, str]:
    """Return the words of the lemmas that tell two mentions."""
    first, second = sorted((a.clause.lemma.lower(), b.clause.lemma.lower()))
    return f"lemmas|{first}|{second}", f"second|{a.type}|{b.clause.lemma.lower()}"


def ties(scene: Scene, a: Found, b: Found, ruled: Ruled, between: int) -> Told:
    """Return what two mentions are to each other, all but their lemmas: few pairs of a report differ in all of it."""
    first, second = a.clause, b.clause
    here, there = scene.doc.sentences[scene.sentence(first)], scene.doc.sentences[scene.sentence(second)]
    apart = there.index - here.index
    near = "same" if not apart else "next" if apart == 1 else "near" if apart <= _NEAR else "far"
    definite = scene.holds(is_definite, second) if second.pos == "noun" else ""
    told = (
        "",
        near,
        (here.part, there.part),
        (ruled.compatible, ruled.repeats, near),
        bucket(similarity(scene, a, b)),
        (first.lemma == second.lemma, near),
        _sides(scene, a.actors, b.actors),
        _sides(scene, a.recipients, b.recipients),
        _places(a.place, b.place),
        _days(a, b),
        _numbers(a, b),
        (a.status, b.status) if a.status != b.status else "same",
        not set(a.modes).isdisjoint(b.modes) if a.modes and b.modes else "open",
        (first.pos, second.pos, definite),
        (a.background, b.background),
        min(between, _MANY),
    )
    # The way through the tree is asked only where there is one: within a sentence.
    return told if apart else (*told, _tie(scene, first, second))


def _tie(scene: Scene, a: Clause, b: Clause) -> str:
    if b.governor == a.index:
        return f"below|{b.relation}"
    if a.governor == b.index:
        return f"above|{a.relation}"
    if a.governor == b.governor:
        return f"beside|{a.relation}|{b.relation}"
    return path(scene.doc, scene.doc.tokens[a.token], scene.doc.tokens[b.token])


def _sides(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> Hashable:
    if not a or not b:
        return bool(a), bool(b)
    if not set(a).isdisjoint(b):
        return "same"
    return "other" if scene.countries(a).isdisjoint(scene.countries(b)) else "one country"


def _places(a: Place | None, b: Place | None) -> Hashable:
    if a is None or b is None:
        return a is not None, b is not None
    if a.id == b.id:
        return "same"
    wide = (a.precision in WIDE) + (b.precision in WIDE)
    return "one country" if a.country == b.country else "other", wide


def _days(a: Found, b: Found) -> str:
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return "open"
    if a.when.start > (b.when.end or b.when.start) or b.when.start > (a.when.end or a.when.start):
        return "other"
    return "same" if a.when.start == b.when.start else "overlap"


def _numbers(a: Found, b: Found) -> Hashable:
    if not a.quantities or not b.quantities:
        return bool(a.quantities), bool(b.quantities)
    first, second = ({q.kind: (q.low, q.high) for q in f.quantities} for f in (a, b))
    common = first.keys() & second.keys()
    if not common:
        return True, True
    return "same" if all(first[k] == second[k] for k in common) else "other"
