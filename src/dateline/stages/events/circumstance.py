"""Where and when an event took place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from dateline.draft import Clause
from dateline.model.base import Span, overlap
from dateline.model.entities import Place, Time
from dateline.parse.tree import Token
from dateline.stages.events.found import Found, Scene, When

_TOLD = 1.6  # factuality below which a clause tells of nothing that a day of the sentence could date
_MAX_UP = 4


def _owner(scene: Scene, token: Token) -> int | None:
    """Return the token of the clause that a word stands in: the nearest trigger above it."""
    for up in scene.doc.ancestors(token):
        clause = scene.clause_at.get(up.i)
        if clause is not None:
            return clause.index
    return None


def at_each_place(scene: Scene, found: Found) -> Iterator[Found]:
    """Yield the event once for each named place that was hit ("shelled Arbin and Jobar"), others as they are.

    Source: ACLED rule 1, another place is another event; the schema has it so too.
    """
    if found.type not in ("ASSAULT", "PROTEST") or found.place_span is None:
        yield found
        return
    head = scene.doc.head_of(found.place_span)
    chain = [] if head is None else _chain_of(scene, head)
    places = [scene.place_cover[t.i] for t in chain if t.i in scene.place_cover]
    narrow = [(p, s) for p, s in places if p.precision in ("town", "site", "district", "province")]
    if len({p.id for p, _ in narrow}) < 2 or len(narrow) != len(places):
        yield found
        return
    for n, (place, span) in enumerate({p.id: (p, s) for p, s in narrow}.values()):
        # Numbers are told of all the places together: they stay with the first.
        here = [(a, s) for a, s in zip(found.recipients, found.recipient_spans, strict=True) if _at(scene, a, s, span)]
        yield replace(
            found,
            place=place,
            place_span=span,
            recipients=tuple(a for a, _ in here),
            recipient_spans=tuple(s for _, s in here),
            quantities=found.quantities if n == 0 else (),
        )


def _at(scene: Scene, actor: str, words: Span, place: Span) -> bool:
    """Tell whether a recipient is met at a place: of the people of several towns, only those of this one."""
    return not scene.actors[actor].rule.startswith("place/") or overlap(words, place)


def _chain_of(scene: Scene, token: Token) -> list[Token]:
    while token.dep == "conj":
        token = scene.doc.head(token)
    return scene.doc.conjuncts(token)


def refers_back(scene: Scene, clause: Clause) -> bool:
    """Tell a noun that points to an event told before: "the attack", "Tuesday's strikes", "these visits"."""
    return clause.support is None and is_definite(scene, clause)


def is_definite(scene: Scene, clause: Clause) -> bool:
    """Tell a noun with a definite article, a demonstrative or a day's possessive."""
    if clause.pos != "noun":
        return False
    doc = scene.doc
    noun = doc.tokens[clause.token]
    kids = [c for c in doc.children(noun) if c.i < noun.i]
    article = any(c.lower in scene.words.definite for c in kids)
    return article or any(c.dep == "poss" and c.i in scene.times_by_head for c in kids)


class Circumstances:
    """Places and times of a report by the clause that each belongs to; built once a report."""

    def __init__(self, scene: Scene) -> None:
        """Tie every place and time mention to its clause."""
        self.scene = scene
        self._places: dict[int, list[tuple[int, Place, Span, str]]] = {}
        self._times: dict[int, list[tuple[int, Time]]] = {}
        self._owner_of: dict[int, int] = {}  # clause by the token of its time
        for i, (place, span) in scene.place_cover.items():
            token = scene.doc.tokens[i]
            owner = _owner(scene, token)
            if owner is not None and not (
                token.i + 1 < len(scene.doc.tokens) and scene.place_cover.get(token.i + 1, (None, None))[1] == span
            ):
                self._places.setdefault(owner, []).append((token.i, place, span, _tie(scene, token, span)))
        for i, time in scene.times_by_head.items():
            owner = _owner(scene, scene.doc.tokens[i])
            if owner is not None and time.type in ("DATE", "TIME") and not _bounds(scene, i, time):
                self._times.setdefault(owner, []).append((i, time))
                self._owner_of[i] = owner

    @cached_property
    def _places_in(self) -> dict[int, list[tuple[int, Place, Span, str]]]:
        """Return the places by sentence."""
        return _by_sentence(self.scene, (f for found in self._places.values() for f in found))

    @cached_property
    def _days_in(self) -> dict[int, list[tuple[int, Time]]]:
        """Return the times by sentence."""
        return _by_sentence(self.scene, (f for found in self._times.values() for f in found))

    def place(self, clause: Clause, *, physical: bool) -> tuple[Place, Span] | None:
        """Return the place of a clause's event: its own locative first, for physical acts also those around it."""
        if not physical:
            return self._spoken_at(clause)
        for level, at in enumerate(self._levels(clause)):
            here = self._places.get(at.index, ())
            found = self._best(
                clause, [f for f in here if _locates(f, self.scene.words.locative) or (level == 0 and f[3] == "theme")]
            )
            if found is not None:
                return found
        if refers_back(self.scene, clause):
            return None
        return self._best(clause, [f for f in self._of_sentence(clause) if _locates(f, self.scene.words.inner)])

    def _spoken_at(self, clause: Clause) -> tuple[Place, Span] | None:
        """Return where words were spoken or people met: "visited Manila", "boycotted the talks in Geneva"."""
        found = self._best(
            clause, [f for f in self._places.get(clause.index, ()) if _locates(f, self.scene.words.meeting_ties)]
        )
        if found is not None:
            return found
        if clause.lemma in self.scene.words.going:
            found = self._best(clause, [f for f in self._places.get(clause.index, ()) if f[3] in ("theme", "to")])
        if found is not None or refers_back(self.scene, clause):
            return found
        below = [c for c in self.scene.below.get(clause.index, ()) if self._places_it(c)]
        return self._best(
            clause,
            [f for c in below for f in self._places.get(c.index, ()) if _locates(f, self.scene.words.meeting_ties)],
        )

    def _places_it(self, below: Clause) -> bool:
        """Tell clauses that say where words were spoken: "speaking in Bratislava", "at talks in Geneva"."""
        if below.relation == "noun":
            return below.lemma in self.scene.words.gatherings
        tag = self.scene.doc.tokens[below.token].tag
        return below.relation == "complement" or (below.relation == "adverbial" and tag == "VBG")

    def _of_sentence(self, clause: Clause) -> Iterator[tuple[int, Place, Span, str]]:
        """Yield the places of a clause's sentence, whatever clause they stand in: one sentence is mostly one scene."""
        yield from self._places_in.get(self.scene.sentence(clause), ())

    def _best(self, clause: Clause, found: list[tuple[int, Place, Span, str]]) -> tuple[Place, Span] | None:
        if not found:
            return None
        best = min(found, key=lambda f: (_width(f[1]), f[3] not in self.scene.words.inner, abs(f[0] - clause.token)))
        return best[1], best[2]

    def when(self, clause: Clause) -> When | None:
        """Return the time of a clause's event: its own, else that of the clauses that hold it."""
        for at in self._levels(clause):
            found = self._times.get(at.index, ())
            dated = [(i, t) for i, t in found if t.start is not None] or list(found)
            if dated:
                return self._joined(min(dated, key=lambda f: abs(f[0] - clause.token)), dated)
        if clause.factuality < _TOLD or (clause.pos == "noun" and clause.support is None):
            return None
        # One dated time in the sentence dates it, wherever the parser hung it.
        days = list(self._loose_days(clause))
        return self._joined(days[0], days) if len(days) == 1 else None

    def _loose_days(self, clause: Clause) -> Iterator[tuple[int, Time]]:
        """Yield the dated times of a clause's sentence, without those of a noun alone ("Tuesday's attacks")."""
        doc = self.scene.doc
        for i, time in self._days_in.get(self.scene.sentence(clause), ()):
            if time.start and doc.tokens[i].dep not in ("poss", "amod", "compound") and not self._of_another(i, clause):
                yield i, time

    def _of_another(self, i: int, clause: Clause) -> bool:
        """Tell a time that dates what stands in a relative clause or what is said, or a thing ("a deal of 2018")."""
        doc, owner = self.scene.doc, self.scene.clause(self._owner_of.get(i))
        if doc.tokens[i].dep == "pobj" and doc.head(doc.tokens[i]).lower == "of":
            return True
        if owner is None or owner.index == clause.index:
            return False
        relative = doc.tokens[owner.token].dep == "relcl"
        return relative or (owner.governor == clause.index and owner.relation == "complement")

    def _joined(self, best: tuple[int, Time], others: list[tuple[int, Time]]) -> When:
        """Join days that are coordinated: "on Wednesday and Thursday" is one stretch."""
        doc = self.scene.doc
        first = doc.tokens[best[0]]
        while first.dep == "conj":
            first = doc.head(first)
        chain = {t.i for t in doc.conjuncts(first)}
        days = [t for i, t in others if i in chain] or [best[1]]
        starts = [t.start for t in days if t.start is not None]
        ends = [t.end for t in days if t.end is not None]
        return When(days[0], min(starts, default=None), max(ends, default=None))

    def _levels(self, clause: Clause) -> Iterator[Clause]:
        """Yield the clause, then those below it that add to it, then those that hold it."""
        yield clause
        if refers_back(self.scene, clause):
            return
        for c in self.scene.below.get(clause.index, ()):
            participle = c.relation == "adverbial" and self.scene.doc.tokens[c.token].tag == "VBG"
            if participle or (c.relation, c.pos) == ("noun", "noun"):
                yield c
        at = self.scene.clause(clause.governor)
        for _ in range(_MAX_UP):
            if at is None:
                return
            yield at
            at = self.scene.clause(at.governor)


_Tied = TypeVar("_Tied", tuple[int, Place, Span, str], tuple[int, Time])


def _by_sentence(scene: Scene, found: Iterable[_Tied]) -> dict[int, list[_Tied]]:
    out: dict[int, list[_Tied]] = {}
    for f in found:
        out.setdefault(scene.doc.sentence_of(scene.doc.tokens[f[0]]).index, []).append(f)
    return out


def _bounds(scene: Scene, i: int, time: Time) -> bool:
    """Tell a time that only bounds the event's ("since the start of the war", "before Friday")."""
    token = scene.doc.tokens[i]
    while token.dep in ("compound", "nmod", "poss", "nummod", "amod") and token.head != token.i:
        token = scene.doc.head(token)
    if token.dep == "pobj" and scene.doc.head(token).lower == "of":
        token = scene.doc.head(scene.doc.head(token))
    prep = scene.doc.head(token)
    return token.dep == "pobj" and prep.lower in scene.words.bounds and not time.span[0] <= prep.start < time.span[1]


def _tie(scene: Scene, token: Token, span: Span) -> str:
    """Return how a place stands in its clause: its preposition, or theme; "the edge of X" stands as its noun does."""
    head = _beside(scene, scene.doc.head_of(span) or token)
    for _ in range(_MAX_UP):
        top = _top(scene, head)
        if top is None or top.dep not in ("dobj", "nsubjpass", "attr", "pobj"):
            return "other"
        if top.dep != "pobj":
            return "theme"
        prep = scene.doc.head(top)
        if prep.lower != "of":
            return prep.lower
        head = scene.doc.head(prep)
        if head.pos == "ADP":
            return head.lower
        if head.lemma.lower() in scene.words.directions:
            return "near"
        if head.i in scene.clause_at:
            return "theme"
    return "other"


def _beside(scene: Scene, head: Token) -> Token:
    """Return "capital" of "in the capital Lome", where the parser has cut the name off from it."""
    before = scene.doc.tokens[head.i - 1] if head.i else head
    cut_off = head.dep in ("advmod", "npadvmod", "dep", "nsubj", "dobj")
    return before if cut_off and before.dep == "pobj" and before.lemma.lower() in scene.words.place_nouns else head


def _top(scene: Scene, head: Token) -> Token | None:
    """Return the noun that a place name stands with ("Syria's coast"), or None where it belongs elsewhere."""
    while head.dep in ("conj", "compound", "appos", "nmod", "poss", "amod") and head.head != head.i:
        if head.dep == "poss" and scene.doc.head(head).lemma.lower() not in scene.words.place_nouns:
            return None
        head = scene.doc.head(head)
        if head.i in scene.clause_at:
            return None
    return head


_WIDTH = {"site": 0, "town": 1, "district": 2, "water": 3, "province": 4, "region": 5, "country": 6}


def _locates(found: tuple[int, Place, Span, str], ties: frozenset[str]) -> bool:
    """Tell whether a place stands where its preposition locates; "on" a country is about it."""
    return found[3] in ties and not (found[3] == "on" and found[1].precision in ("country", "region"))


def _width(place: Place) -> int:
    return _WIDTH[place.precision]
