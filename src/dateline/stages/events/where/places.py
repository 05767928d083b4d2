"""Where an act took place: the places of its clause and of those around it, by how each stands there."""

from collections.abc import Iterator
from functools import cached_property

from dateline.draft import Clause
from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.stages.events.scene.holding import by_sentence, levels, owner
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import refers_back
from dateline.stages.events.where.officials import area_of_teller
from dateline.stages.events.where.standing import Standing, find_standing, only_refers


class Places:
    """Places of a report by the clause that each belongs to; built once a report."""

    def __init__(self, scene: Scene) -> None:
        """Tie every place mention to its clause."""
        self.scene = scene
        self._places: dict[int, list[Standing]] = {}
        for i, (place, span) in scene.index.place_over.items():
            # Of "Port au Prince" only the last word stands for the name.
            if scene.index.place_over.get(i + 1, (None, None))[1] == span:
                continue
            clause = owner(scene, scene.doc.tokens[i])
            if clause is not None:
                standing = find_standing(scene, scene.doc.tokens[i], (place, span), clause)
                self._places.setdefault(clause.index, []).append(standing)

    @cached_property
    def _places_in(self) -> dict[int, list[Standing]]:
        """Return the places by sentence."""
        found = (f for row in self._places.values() for f in row)
        return by_sentence(self.scene, ((f.token, f) for f in found))

    def place(self, clause: Clause, *, physical: bool) -> tuple[Place, Span] | None:
        """Return the place of a clause's event: its own locative first, for physical acts also those around it."""
        if not physical:
            return self._spoken_at(clause)
        words, object_ = self.scene.words, clause.get("theme")
        for level, at in enumerate(levels(self.scene, clause)):
            here = [*self._places.get(at.index, ()), *(self._shared(clause) if level == 0 else ())]
            own = level == 0 or (object_ is not None and at.token == object_.head)  # "seized control of the town"
            found = self._best(
                clause, [f for f in here if f.locates(words.where.locative) or (f.tie == "theme" and own)]
            )
            if found is not None:
                return found
        # "After the attack": the attack was placed where it was told, and this sentence may be elsewhere.
        if refers_back(self.scene, clause):
            return None
        # Last of all, only those words that place surely: "to Gubio" in another clause is where somebody went.
        found = self._best(clause, [f for f in self._of_sentence(clause) if f.locates(self.scene.words.where.inner)])
        return found or area_of_teller(self.scene, clause)

    def _spoken_at(self, clause: Clause) -> tuple[Place, Span] | None:
        """Return where words were spoken or people met: "visited Manila", "boycotted the talks in Geneva"."""
        found = self._best(
            clause, [f for f in self._places.get(clause.index, ()) if f.locates(self.scene.words.where.meeting_ties)]
        )
        if found is not None:
            return found
        if clause.lemma in self.scene.words.where.going:
            found = self._best(clause, [f for f in self._places.get(clause.index, ()) if f.tie in ("theme", "to")])
        if found is not None or refers_back(self.scene, clause):
            return found
        below = [c for c in self.scene.index.below.get(clause.index, ()) if self._places_it(c)]
        return self._best(
            clause,
            [f for c in below for f in self._places.get(c.index, ()) if f.locates(self.scene.words.where.meeting_ties)],
        )

    def _places_it(self, below: Clause) -> bool:
        """Tell clauses that say where words were spoken: "speaking in Bratislava", "at talks in Geneva"."""
        if below.relation == "noun":
            up = self.scene.clause(below.governor)
            held = up is not None and up.lemma in self.scene.words.where.joint
            return held or below.lemma in self.scene.words.shared.gatherings
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
        inner = self.scene.words.where.inner - {"from"}
        best = min(
            found,
            # In this order: not with a party, not where from, the narrowest, surely placed, nearest.
            key=lambda f: (f.remote, f.tie == "from", f.width, f.tie not in inner, abs(f.token - clause.token)),
        )
        return best.place, best.span

    def _shared(self, clause: Clause) -> Iterator[Standing]:
        """Yield the places of a verb that shares its object with this one: "shot and injured a doctor in Pattani"."""
        verb = self.scene.doc.tokens[clause.token]
        # "Shot two men and fled to Gubio": with an object of its own the verb shares nothing.
        if clause.pos != "verb" or any(c.dep == "dobj" for c in self.scene.doc.children(verb)):
            return
        for other in self.scene.doc.children(verb):
            joined = self.scene.index.act_at.get(other.i) if other.dep == "conj" else None
            if joined is not None and self.scene.doc.child(other, "nsubj") is None:
                yield from self._places.get(joined.index, ())
