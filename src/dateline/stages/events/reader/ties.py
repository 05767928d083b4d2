"""Words for two mentions of one type, the first told first: do they tell one act?"""

from collections.abc import Hashable, Iterator
from typing import Literal, get_args

from dateline.draft import Clause
from dateline.model.closed import EventType
from dateline.model.entities import Place
from dateline.stages.events.one.compared import Compared, Look, Ranges
from dateline.stages.events.one.merging import WIDE
from dateline.stages.events.reader.standing import path
from dateline.stages.events.reader.traits import bucket
from dateline.stages.events.scene.lookups import Scene

Told = tuple[Hashable, ...]
"""What two mentions are to each other: an answer to each of the questions, the last where they share a sentence."""
Ruled = tuple[bool, bool, float]
"""What the rules say of two mentions: nothing speaks against their being one; the second repeats the first.

The last is how far their words are alike.
"""
Pair = tuple[Hashable, ...]
"""What two mentions are to each other, as it is cheapest to tell: it says what is told of them, and their lemmas."""
Question = Literal[
    "type", "apart", "parts", "compatible", "alike", "same lemma", "actors", "recipients", "places", "days", "numbers",
    "status", "modes", "forms", "background", "between", "tie",
]  # fmt: skip
_QUESTIONS: tuple[Question, ...] = get_args(Question)
_MANY = 3  # mentions between two; more make no difference
_NEAR = 3  # sentences


def worded(kind: EventType | None, told: Told) -> Iterator[str]:
    """Yield the words of what two mentions of a type are to each other."""
    for name, answer in zip(_QUESTIONS, told, strict=False):
        value = "|".join(map(str, answer)) if isinstance(answer, tuple) else answer
        yield f"{name}|{value}"
        yield f"{name}|{kind}|{value}"


def lemma_words(a: Compared, b: Compared) -> tuple[str, str]:
    """Return the words of the lemmas that tell two mentions."""
    first, second = sorted((a.look.lemma.lower(), b.look.lemma.lower()))
    return f"lemmas|{first}|{second}", f"second|{a.type}|{b.look.lemma.lower()}"


def pair_of(a: Compared, b: Compared, ruled: Ruled, between: int) -> Pair:
    """Return what two mentions are to each other, the first told first.

    ``between`` counts the mentions of their type told between them, below zero where one word tells both.
    """
    apart = b.sentence - a.sentence
    compatible, repeats, alike = ruled
    return (
        a.look,
        b.look,
        "same" if not apart else "next" if apart == 1 else "near" if apart <= _NEAR else "far",
        compatible,
        repeats,
        bucket(alike),
        _sides(a.scene, a.found.actors, b.found.actors, common=not a.does.isdisjoint(b.does)),
        _sides(a.scene, a.found.recipients, b.found.recipients, common=not a.suffers.isdisjoint(b.suffers)),
        _places(a.place, b.place),
        _days(a, b),
        _numbers(a.ranges, b.ranges),
        not a.modes.isdisjoint(b.modes) if a.modes and b.modes else "open",
        min(max(0, between), _MANY),
        # The way through the tree is asked only where there is one: within a sentence.
        "" if apart else _tie(a.scene, a.clause, b.clause),
    )


def told_of(a: Look, b: Look, pair: Pair) -> Told:
    """Return the answers to the questions about a pair, all but the lemmas: few pairs of a report differ in all."""
    near, compatible, repeats, alike, actors, recipients, places, days, numbers, modes, between, tie = pair[2:]
    told = (
        "", near, (a.part, b.part), (compatible, repeats, near), alike, (a.lemma == b.lemma, near), actors, recipients,
        places, days, numbers, "same" if a.status == b.status else (a.status, b.status), modes,
        (a.pos, b.pos, b.definite if b.pos == "noun" else ""), (a.background, b.background), between,
    )  # fmt: skip
    return (*told, tie) if near == "same" else told


def _tie(scene: Scene, a: Clause, b: Clause) -> str:
    if b.governor == a.index:
        return f"below|{b.relation}"
    if a.governor == b.index:
        return f"above|{a.relation}"
    if a.governor == b.governor:
        return f"beside|{a.relation}|{b.relation}"
    return path(scene.doc, scene.doc.tokens[a.token], scene.doc.tokens[b.token])


def _sides(scene: Scene, a: tuple[str, ...], b: tuple[str, ...], *, common: bool) -> Hashable:
    if not a or not b:
        return bool(a), bool(b)
    if common:
        return "same"
    return "other" if scene.countries(a).isdisjoint(scene.countries(b)) else "one country"


def _places(a: Place | None, b: Place | None) -> Hashable:
    if a is None or b is None:
        return a is not None, b is not None
    if a.id == b.id:
        return "same"
    wide = (a.precision in WIDE) + (b.precision in WIDE)
    return "one country" if a.country == b.country else "other", wide


def _days(a: Compared, b: Compared) -> str:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return "open"
    if a.start > b.end or b.start > a.end:
        return "other"
    return "same" if a.start == b.start else "overlap"


def _numbers(a: Ranges, b: Ranges) -> Hashable:
    if not a or not b:
        return bool(a), bool(b)
    same = [known == b[kind] for kind, known in a.items() if kind in b]
    if not same:
        return True, True
    return "same" if all(same) else "other"
