"""When an act took place: the day of its clause or of those around it, and days that are told together."""

from collections.abc import Iterator
from functools import cached_property

from dateline.draft import Clause
from dateline.model.entities import Time
from dateline.parse.tree import Token
from dateline.stages.events.scene.found import When
from dateline.stages.events.scene.holding import by_sentence, is_matter, levels, owner
from dateline.stages.events.scene.lookups import Scene

_TOLD = 1.6  # factuality below which a clause tells of nothing that a day of the sentence could date


class Days:
    """Times of a report by the clause that each belongs to; built once a report."""

    def __init__(self, scene: Scene) -> None:
        """Tie every time to its clause."""
        self.scene = scene
        self._times: dict[int, list[tuple[int, Time]]] = {}
        self._owner_of: dict[int, int] = {}  # clause by the token of its time
        for i, time in scene.index.time_at.items():
            clause = owner(scene, scene.doc.tokens[i])
            # "For two hours" and "every Friday" are no day.
            if clause is not None and time.type in ("DATE", "TIME") and not _bounds(scene, i, time):
                self._times.setdefault(clause.index, []).append((i, time))
                self._owner_of[i] = clause.index

    @cached_property
    def _days_in(self) -> dict[int, list[tuple[int, Time]]]:
        """Return the times by sentence."""
        found = (f for row in self._times.values() for f in row)
        return by_sentence(self.scene, ((i, (i, time)) for i, time in found))

    def when(self, clause: Clause) -> When | None:
        """Return the day; of a past deed none to come, which is another act's, tied to this one by the parser."""
        when, published = self._named(clause), self.scene.draft.report.published
        told = clause.pos == "verb" and clause.tense == "past"
        if when is None or when.start is None or not published or not told:
            return when
        return None if when.start > published else when

    def _named(self, clause: Clause) -> When | None:
        """Return the time of a clause's event: its own, else that of the clauses that hold it."""
        for at in levels(self.scene, clause):
            found = self._times.get(at.index, ())
            dated = [(i, t) for i, t in found if t.start is not None] or list(found)
            if dated:
                return self._joined(min(dated, key=lambda f: abs(f[0] - clause.token)), dated)
        # What may be, and what a noun only names, is not dated by a day that stands elsewhere in the sentence.
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
        content = owner.governor == clause.index and owner.relation == "complement"
        if content and clause.lemma in self.scene.words.shared.permit:
            return False  # "allowed the wounded to leave on Sunday" let them on that day
        if is_matter(self.scene, owner) or self._in_relative(doc.tokens[owner.token], clause):
            return True
        return content

    def _in_relative(self, token: Token, clause: Clause) -> bool:
        """Tell a word in a relative clause, in what is said or meant, that the clause itself does not stand in."""
        doc = self.scene.doc
        held = {clause.token, *(t.i for t in doc.ancestors(doc.tokens[clause.token]))}
        above = [t for t in (token, *doc.ancestors(token)) if t.i not in held]
        # What stands before "officials said" is the sentence's own.
        intent = self.scene.words.shared.intent
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
        listed = self._listed(best[1], [t for _, t in others])
        days = [
            t for i, t in others if i in chain or t in listed or self._paired(t, best[1]) or self._paired(best[1], t)
        ] or [best[1]]
        starts = [t.start for t in days if t.start is not None]
        ends = [t.end for t in days if t.end is not None]
        return When(days[0], min(starts, default=None), max(ends, default=None))

    def _listed(self, best: Time, others: list[Time]) -> list[Time]:
        """Return the times of the list that one stands in ("on 1, 2 and 5 May"), whatever the parser makes of it."""
        row = sorted([*others, best] if best not in others else others, key=lambda t: t.span)
        out: list[Time] = []
        for time in row:
            between = self.scene.doc.tokens_in((out[-1].span[1], time.span[0])) if out else []
            if out and any(t.lower not in (",", "and", "or") for t in between):
                if best in out:
                    # A list that goes on to other words has ended: the time sought was in it, or is in the next one.
                    break
                out = []
            out.append(time)
        return out if best in out else [best]

    def _paired(self, a: Time, b: Time) -> bool:
        """Tell whether one time right before another is the beginning of a stretch that the other ends."""
        between = self.scene.doc.tokens_in((a.span[1], b.span[0])) if a.span[1] < b.span[0] else []
        if len(between) != 1 or between[0].lower not in self.scene.words.when.to_end:
            return False
        before = [t.lower for t in self.scene.doc.tokens_in((a.span[0] - 2, a.span[0]))] if a.span[0] > 1 else []
        # "And" joins any two days: only after "between" are they the ends of one stretch.
        return between[0].lower != "and" or "between" in before or "Between" in before


def _bounds(scene: Scene, i: int, time: Time) -> bool:
    """Tell a time that only bounds the event's ("since the start of the war", "before Friday")."""
    token = scene.doc.tokens[i]
    while token.dep in ("compound", "nmod", "poss", "nummod", "amod") and token.head != token.i:
        token = scene.doc.head(token)
    # "Since the start of May": two words lie between the day and the one that bounds it.
    if token.dep == "pobj" and scene.doc.head(token).lower == "of":
        token = scene.doc.head(scene.doc.head(token))
    prep = scene.doc.head(token)
    return (
        token.dep == "pobj" and prep.lower in scene.words.when.bounds and not time.span[0] <= prep.start < time.span[1]
    )
