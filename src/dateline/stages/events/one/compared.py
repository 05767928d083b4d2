"""A mention as the mentions beside it see it: what each comparison with another one asks, found once."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from dateline.draft import Argument, Clause
from dateline.model.closed import EventType, Part, QuantityKind, Status
from dateline.model.entities import Place
from dateline.parse.tree import Token
from dateline.stages.events.one.wording import content_words
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import is_definite, refers_back

Ranges = Mapping[QuantityKind, tuple[float | None, float | None]]
"""Numbers by kind: the least and the most that each can mean."""
_WIDER = frozenset({"country", "region"})


class Look(NamedTuple):
    """What is seen of a mention alone, whatever stands beside it."""

    lemma: str
    type: EventType | None
    part: Part
    status: Status
    pos: str
    definite: bool
    background: bool


class Compared:
    """One mention, with what is asked of it again for each mention that it is compared with.

    ``look`` is what is seen of it alone, ``does`` and ``suffers`` are the actors of its sides, ``spot`` the place that
    its own words name, if that is no wide one, ``start`` and ``end`` the first and the last of its days, ``noun`` its
    trigger where that is a noun, ``heads`` those of its arguments.
    """

    def __init__(self, scene: Scene, found: Found) -> None:
        """Look up what nearly every comparison asks; what is seldom asked is looked up when it is."""
        clause, when = found.clause, found.when
        self.scene, self.found, self.clause = scene, found, clause
        self.type, self.index, self.token = found.type, clause.index, clause.token
        self.sentence = scene.sentence(clause)
        self.part = scene.doc.sentences[self.sentence].part
        self.real = found.status in REAL
        self.does, self.suffers = frozenset(found.actors), frozenset(found.recipients)
        self.modes, self.mode = frozenset(found.modes), found.modes[0] if found.modes else None
        self.place: Place | None = found.place
        own = found.place is not None and found.place_span is not None and found.place.precision not in _WIDER
        self.spot = found.place if own else None
        self.start = None if when is None else when.start
        self.end = None if when is None else when.end or when.start
        self.noun = clause.token if clause.pos == "noun" else None
        self.heads = frozenset([a.head for a in clause.arguments])
        self.ranges: Ranges = {q.kind: (q.low, q.high) for q in found.quantities}
        self.words = content_words(scene, clause)
        self.definite = is_definite(scene, clause)
        self.look = Look(clause.lemma, found.type, self.part, found.status, clause.pos, self.definite, found.background)

    @cached_property
    def up(self) -> int | None:
        """Return the index of the clause above; for a light verb, of the noun's clause that it carries."""
        above = self.scene.clause(self.clause.governor)
        return None if above is None else above.index

    @cached_property
    def actor_names(self) -> frozenset[tuple[str, str | None]]:
        """Return the names of who acts, each with its country."""
        return self.scene.called(self.found.actors)

    @cached_property
    def recipient_names(self) -> frozenset[tuple[str, str | None]]:
        """Return the names of who is acted upon, each with its country."""
        return self.scene.called(self.found.recipients)

    @cached_property
    def sums(self) -> frozenset[tuple[float | None, float | None, str | None]]:
        """Return the sums of money."""
        return frozenset([(q.low, q.high, q.currency) for q in self.found.quantities if q.kind == "money"])

    @cached_property
    def highest(self) -> Mapping[QuantityKind, float]:
        """Return by kind the most that its numbers can mean."""
        return {q.kind: q.high for q in self.found.quantities if q.high is not None}

    @cached_property
    def is_town(self) -> bool:
        """Tell a mention whose recipients are all a town that stands for its people."""
        return all(self.scene.index.trait(r).stands_for == "place" for r in self.found.recipients)

    @cached_property
    def another_time(self) -> bool:
        """Tell a clause that a measured time parts from the one above it ("hours after four men were shot")."""
        return another_time(self.scene, self.clause)

    @cached_property
    def refers_back(self) -> bool:
        """Tell "the attack", "the attack lasted an hour"; with victims or a place of its own it may be another."""
        if any(q.kind != "item" for q in self.found.quantities):
            return False
        return self.definite and (self.clause.support is None or self.found.place_span is None)

    @cached_property
    def points_back(self) -> bool:
        """Tell a noun of an attack with an article, a verb with such a noun, and one whose doer the attack names."""
        scene, clause = self.scene, self.clause
        if clause.pos == "noun":
            # "The massacre of 70 people" may be another.
            bare = self.found.place_span is None and clause.get("theme") is None
            return bare and refers_back(scene, clause) and not _several(scene.doc.tokens[clause.token])
        for a in clause.arguments:
            noun = scene.token(a)
            definite = any(c.lower in scene.words.shared.definite for c in scene.doc.children(noun) if c.i < noun.i)
            acts = noun.lemma.lower() in scene.words.one.again and a.prep in scene.words.one.during
            does = a.role == "agent" and noun.lemma.lower() in scene.words.one.doers and a.prep is None
            if definite and not _several(noun) and (acts or does):
                return True
        return False

    @cached_property
    def agent(self) -> Argument | None:
        """Return who does it by the clause."""
        return self.clause.get("agent")

    @cached_property
    def document(self) -> Token | None:
        """Return the text that speaks, where it is no person who does: "the resolution called for …"."""
        text = None if self.agent is None else self.scene.token(self.agent)
        return text if text is not None and text.lemma.lower() in self.scene.words.who.documents else None


def another_time(scene: Scene, clause: Clause) -> bool:
    """Tell a clause that a measured time parts from the one above it ("hours after four men were shot")."""
    doc = scene.doc
    mark = doc.child(doc.tokens[clause.token], "mark")
    if mark is None or mark.i == 0 or mark.lower not in ("after", "before"):
        return False
    return doc.tokens[mark.i - 1].lemma.lower() in scene.words.one.measures


def _several(noun: Token) -> bool:
    return noun.tag in ("NNS", "NNPS")
