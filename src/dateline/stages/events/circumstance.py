"""Where and when an event took place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import TypeVar

from dateline.draft import Clause
from dateline.model.base import Span, overlap
from dateline.model.entities import Place, Time
from dateline.parse.tree import Token
from dateline.stages.events.found import Found, Scene, When
from dateline.stages.events.officials import area_of_teller
from dateline.stages.events.party import keep
from dateline.stages.events.standing import Standing, find_standing, only_refers, owner

_TOLD = 1.6  # factuality below which a clause tells of nothing that a day of the sentence could date
_MAX_UP = 4
# Prepositions of what an act is about, which has a day of its own ("arrested in connection with a bombing last year").
_MATTER = frozenset({"about", "against", "concerning", "for", "over", "regarding", "with"})


def at_each_place(scene: Scene, found: Found) -> Iterator[Found]:
    """Yield the event once for each named place that was hit ("shelled Arbin and Jobar"), others as they are.

    Source: ACLED rule 1, another place is another event; the schema has it so too.
    """
    if found.type not in ("ASSAULT", "PROTEST") or found.place_span is None:
        yield found
        return
    head = scene.doc.head_of(found.place_span)
    chain = [] if head is None else scene.doc.coordination(head)
    places = [scene.place_cover[t.i] for t in chain if t.i in scene.place_cover]
    narrow = [(p, s) for p, s in places if p.precision in ("town", "site", "district", "province")]
    if len({p.id for p, _ in narrow}) < 2 or len(narrow) != len(places):
        yield found
        return
    for n, (place, span) in enumerate({p.id: (p, s) for p, s in narrow}.values()):
        # Numbers are told of all the places together: they stay with the first.
        quantities = found.quantities if n == 0 else ()
        here = replace(found, place=place, place_span=span, quantities=quantities)
        yield here.with_recipients(keep(found.recipient, partial(_at, scene, place=span)))


def _at(scene: Scene, actor: str, words: Span, *, place: Span) -> bool:
    """Tell whether a recipient is met at a place: of the people of several towns, only those of this one."""
    return not scene.actors[actor].rule.startswith("place/") or overlap(words, place)


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
        self._places: dict[int, list[Standing]] = {}
        self._times: dict[int, list[tuple[int, Time]]] = {}
        self._owner_of: dict[int, int] = {}  # clause by the token of its time
        for i, (place, span) in scene.place_cover.items():
            if scene.place_cover.get(i + 1, (None, None))[1] == span:
                continue
            clause = owner(scene, scene.doc.tokens[i])
            if clause is not None:
                standing = find_standing(scene, scene.doc.tokens[i], (place, span), clause)
                self._places.setdefault(clause.index, []).append(standing)
        for i, time in scene.times_by_head.items():
            clause = owner(scene, scene.doc.tokens[i])
            if clause is not None and time.type in ("DATE", "TIME") and not _bounds(scene, i, time):
                self._times.setdefault(clause.index, []).append((i, time))
                self._owner_of[i] = clause.index

    @cached_property
    def _places_in(self) -> dict[int, list[Standing]]:
        """Return the places by sentence."""
        found = (f for row in self._places.values() for f in row)
        return _by_sentence(self.scene, ((f.token, f) for f in found))

    @cached_property
    def _days_in(self) -> dict[int, list[tuple[int, Time]]]:
        """Return the times by sentence."""
        found = (f for row in self._times.values() for f in row)
        return _by_sentence(self.scene, ((i, (i, time)) for i, time in found))

    def place(self, clause: Clause, *, physical: bool) -> tuple[Place, Span] | None:
        """Return the place of a clause's event: its own locative first, for physical acts also those around it."""
        if not physical:
            return self._spoken_at(clause)
        words, object_ = self.scene.words, clause.get("theme")
        for level, at in enumerate(self._levels(clause)):
            here = [*self._places.get(at.index, ()), *(self._shared(clause) if level == 0 else ())]
            own = level == 0 or (object_ is not None and at.token == object_.head)  # "seized control of the town"
            found = self._best(clause, [f for f in here if f.locates(words.locative) or (f.tie == "theme" and own)])
            if found is not None:
                return found
        if refers_back(self.scene, clause):
            return None
        found = self._best(clause, [f for f in self._of_sentence(clause) if f.locates(self.scene.words.inner)])
        return found or area_of_teller(self.scene, clause)

    def _spoken_at(self, clause: Clause) -> tuple[Place, Span] | None:
        """Return where words were spoken or people met: "visited Manila", "boycotted the talks in Geneva"."""
        found = self._best(
            clause, [f for f in self._places.get(clause.index, ()) if f.locates(self.scene.words.meeting_ties)]
        )
        if found is not None:
            return found
        if clause.lemma in self.scene.words.going:
            found = self._best(clause, [f for f in self._places.get(clause.index, ()) if f.tie in ("theme", "to")])
        if found is not None or refers_back(self.scene, clause):
            return found
        below = [c for c in self.scene.below.get(clause.index, ()) if self._places_it(c)]
        return self._best(
            clause,
            [f for c in below for f in self._places.get(c.index, ()) if f.locates(self.scene.words.meeting_ties)],
        )

    def _places_it(self, below: Clause) -> bool:
        """Tell clauses that say where words were spoken: "speaking in Bratislava", "at talks in Geneva"."""
        if below.relation == "noun":
            up = self.scene.clause(below.governor)
            held = up is not None and up.lemma in self.scene.words.joint
            return held or below.lemma in self.scene.words.gatherings
        tag = self.scene.doc.tokens[below.token].tag
        return below.relation == "complement" or (below.relation == "adverbial" and tag == "VBG")

    def _of_sentence(self, clause: Clause) -> Iterator[Standing]:
        """Yield the places of a clause's sentence, whatever clause they stand in: one sentence is mostly one scene."""
        yield from self._places_in.get(self.scene.sentence(clause), ())

    def _best(self, clause: Clause, found: list[Standing]) -> tuple[Place, Span] | None:
        others = self._places_in.get(self.scene.sentence(clause), ())
        found = [f for f in found if not any(only_refers(self.scene, f, g) for g in others)]
        if not found:
            return None
        inner = self.scene.words.inner - {"from"}
        best = min(
            found,
            key=lambda f: (f.remote, f.tie == "from", f.width, f.tie not in inner, abs(f.token - clause.token)),
        )
        return best.place, best.span

    def _shared(self, clause: Clause) -> Iterator[Standing]:
        """Yield the places of a verb that shares its object with this one: "shot and injured a doctor in Pattani"."""
        verb = self.scene.doc.tokens[clause.token]
        if clause.pos != "verb" or any(c.dep == "dobj" for c in self.scene.doc.children(verb)):
            return
        for other in self.scene.doc.children(verb):
            joined = self.scene.clause_at.get(other.i) if other.dep == "conj" else None
            if joined is not None and self.scene.doc.child(other, "nsubj") is None:
                yield from self._places.get(joined.index, ())

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

    def _is_matter(self, clause: Clause) -> bool:
        """Tell the noun of "arrested over a bombing", "in connection with a raid", which has a day of its own."""
        doc = self.scene.doc
        noun = doc.tokens[clause.token]
        return clause.support is None and noun.dep == "pobj" and doc.head(noun).lower in _MATTER

    def _of_another(self, i: int, clause: Clause) -> bool:
        """Tell a time that dates what stands in a relative clause or what is said, or a thing ("a deal of 2018")."""
        doc, owner = self.scene.doc, self.scene.clause(self._owner_of.get(i))
        if doc.tokens[i].dep == "pobj" and doc.head(doc.tokens[i]).lower == "of":
            return True
        if owner is None or owner.index == clause.index:
            return False
        content = owner.governor == clause.index and owner.relation == "complement"
        if content and clause.lemma in self.scene.words.permit:
            return False  # "allowed the wounded to leave on Sunday" let them on that day
        if self._is_matter(owner) or self._in_relative(doc.tokens[owner.token], clause):
            return True
        return content

    def _in_relative(self, token: Token, clause: Clause) -> bool:
        """Tell a word in a relative clause, in what is said or meant, that the clause itself does not stand in."""
        doc = self.scene.doc
        held = {clause.token, *(t.i for t in doc.ancestors(doc.tokens[clause.token]))}
        above = [t for t in (token, *doc.ancestors(token)) if t.i not in held]
        # What stands before "officials said" is the sentence's own.
        intent = self.scene.words.intent
        return any(
            t.dep == "relcl"
            or (t.dep == "ccomp" and t.i > t.head)
            or (t.dep == "xcomp" and doc.head(t).lemma.lower() in intent)
            for t in above
        )

    def _joined(self, best: tuple[int, Time], others: list[tuple[int, Time]]) -> When:
        """Join days that are coordinated: "on Wednesday and Thursday", "between 20 and 22 May" are one stretch."""
        doc = self.scene.doc
        chain = {t.i for t in doc.coordination(doc.tokens[best[0]])}
        days = [t for i, t in others if i in chain or self._paired(t, best[1]) or self._paired(best[1], t)] or [best[1]]
        starts = [t.start for t in days if t.start is not None]
        ends = [t.end for t in days if t.end is not None]
        return When(days[0], min(starts, default=None), max(ends, default=None))

    def _paired(self, a: Time, b: Time) -> bool:
        """Tell whether one time right before another is the beginning of a stretch that the other ends."""
        between = self.scene.doc.tokens_in((a.span[1], b.span[0])) if a.span[1] < b.span[0] else []
        if len(between) != 1 or between[0].lower not in self.scene.words.to_end:
            return False
        before = [t.lower for t in self.scene.doc.tokens_in((a.span[0] - 2, a.span[0]))] if a.span[0] > 1 else []
        return between[0].lower != "and" or "between" in before or "Between" in before

    def _levels(self, clause: Clause) -> Iterator[Clause]:
        """Yield the clause, then those below it that add to it, then those that hold it."""
        yield clause
        if refers_back(self.scene, clause):
            return
        for c in self.scene.below.get(clause.index, ()):
            participle = c.relation == "adverbial" and self.scene.doc.tokens[c.token].tag == "VBG"
            if participle or ((c.relation, c.pos) == ("noun", "noun") and not self._is_matter(c)):
                yield c
        at = self.scene.clause(clause.governor)
        for _ in range(_MAX_UP):
            if at is None:
                return
            yield at
            at = self.scene.clause(at.governor)


_Tied = TypeVar("_Tied")


def _by_sentence(scene: Scene, found: Iterable[tuple[int, _Tied]]) -> dict[int, list[_Tied]]:
    out: dict[int, list[_Tied]] = {}
    for i, tied in found:
        out.setdefault(scene.doc.sentence_of(scene.doc.tokens[i]).index, []).append(tied)
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
