"""The reader's decisions on a report: which mentions tell an act, which the same, who, where, when, which is main."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.learned.heads import Heads
from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.events.one.merging import Group, compatible, parted, repeats
from dateline.stages.events.one.salience import weight
from dateline.stages.events.one.union import merge, voiced
from dateline.stages.events.one.wholes import is_component
from dateline.stages.events.reader.fillers import party_words, place_words, time_words
from dateline.stages.events.reader.reach import parties, places, times
from dateline.stages.events.reader.ties import tie_words
from dateline.stages.events.reader.traits import Traits, bucket
from dateline.stages.events.scene.found import Found, When
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party

TOLD, SAME, PLACE, DAY = 0.5, 0.35, 0.35, 0.45
KEPT, ADDED = 0.2, 0.5
"""Probabilities from which the reader says yes, for a party that the rules chose and for another.

Set on unseen folds of the labelled reports (docs/reader.md).
"""
_WITHIN = frozenset({"pobj", "prep", "poss", "compound", "nmod", "amod", "conj"})
_TWO, _FEW, _EVENTS = 2, 4, 6
_FIELDS: Mapping[str, Callable[[Found], object]] = {
    "actors": lambda f: f.actors,
    "recipients": lambda f: f.recipients,
    "place": lambda f: f.place,
    "start": lambda f: f.when,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One event: its mentions, and what they say together.

    ``main`` tells that the report is about it; ``confidence`` is the probability that type, mode and status are right.
    """

    group: Group
    found: Found
    main: bool
    confidence: float


class Reading:
    """Asks the reader about the mentions of one report."""

    def __init__(self, scene: Scene, told: Sequence[Found], heads: Heads) -> None:
        """Keep the report, and all that the frames found in it, in order of the text."""
        self.scene = scene
        self.told = told
        self.heads = heads
        self.traits = Traits(scene, told)
        self._words: dict[int, tuple[str, ...]] = {}

    def judged(self) -> list[Judged]:
        """Return the events of the report, in order of the text."""
        groups = self.groups(f for f in self.told if self.tells(f))
        events = [self.settle(g) for g in groups]
        main = self.main(groups, events)
        return [
            Judged(group=g, found=e, main=n == main, confidence=round(self.heads.right.answer(self.record(g, e)), 2))
            for n, (g, e) in enumerate(zip(groups, events, strict=True))
        ]

    def tells(self, found: Found) -> bool:
        """Tell whether an act is told by a mention; ACLED's own types, which the reader has not learned, stand."""
        return found.type is None or self.told_by(found) >= TOLD

    def told_by(self, found: Found) -> float:
        """Return the probability that a mention tells an act."""
        return self.heads.told.answer(self.words(found))

    def groups(self, told: Iterable[Found]) -> list[Group]:
        """Join the mentions that tell one act, in order of the text: each goes where it fits best on average."""
        groups: list[list[Found]] = []
        for found in told:
            kin = [(self._likeness(g, found), -n, g) for n, g in enumerate(groups) if g[0].type == found.type]
            likeness, _, best = max(kin, key=lambda row: row[:2], default=(0.0, 0, []))
            if likeness >= SAME:
                best.append(found)
            else:
                groups.append([found])
        return [Group(tuple(g)) for g in groups]

    def _likeness(self, group: Sequence[Found], found: Found) -> float:
        """Return the mean probability that a mention tells the same act as those of a group.

        It is none where their own words part them; where a rule says that it repeats one, half of the doubt goes.
        """
        if any(never_one(self.scene, member, found) for member in group):
            return 0.0
        mean = sum(self.heads.same.answer(self.tie(member, found)) for member in group) / len(group)
        ruled = all(compatible(self.scene, found, g) for g in group) and any(
            repeats(self.scene, found, g) for g in group
        )
        return (1 + mean) / 2 if ruled else mean

    def tie(self, a: Found, b: Found) -> Iterator[str]:
        """Yield the words of two mentions of one type."""
        between = sum(f.type == a.type and a.clause.token < f.clause.token < b.clause.token for f in self.told)
        return tie_words(self.scene, a, b, between)

    def settle(self, group: Group) -> Found:
        """Return what the mentions of an event say together, with the parties, place and day that the reader gives."""
        ruled = voiced(self.scene, group, merge(group))
        read = self._day(group, self._place(group, self._parties(group, ruled)))
        return replace(read, reread=frozenset(name for name, of in _FIELDS.items() if of(read) != of(ruled)))

    def _parties(self, group: Group, event: Found) -> Found:
        actors: dict[str, Span] = {}
        recipients: dict[str, Span] = {}
        for near in parties(self.scene, group, event):
            words = tuple(party_words(self.scene, near.mention, event, near.what))
            does, suffers = self.heads.actor.answer(words), self.heads.recipient.answer(words)
            actor = near.what.actor
            if does >= (KEPT if actor in event.actors else ADDED) and does >= suffers:
                actors[actor] = near.span
            elif suffers >= (KEPT if actor in event.recipients else ADDED):
                recipients[actor] = near.span
        do = self._outermost(actors, event.actors)
        return replace(event, actors=do.ids, actor_spans=do.spans).with_recipients(
            self._outermost(recipients, event.recipients)
        )

    def _outermost(self, found: Mapping[str, Span], ruled: Sequence[str]) -> Party:
        """Return these parties without those added that only say which one another is ("the presidents of Kenya").

        Nor is one added that bears the name of another: the guards of a headline and of its lead.
        """
        heads = {actor: head for actor, span in found.items() if (head := self.scene.doc.head_of(span)) is not None}
        named = {self.scene.index.actors[a].name.lower() for a in found if a in ruled}
        kept: dict[str, Span] = {}
        for actor, span in sorted(found.items(), key=lambda item: item[0] not in ruled):
            name = self.scene.index.actors[actor].name.lower()
            if actor in ruled or not (name in named or self._inside(heads.get(actor), heads.values())):
                kept[actor] = span
                named.add(name)
        return Party(tuple(kept), tuple(kept.values()))

    def _inside(self, word: Token | None, heads: Iterable[Token]) -> bool:
        """Tell whether a word stands in the noun phrase of one of these."""
        others = {h.i for h in heads}
        while word is not None and word.dep in _WITHIN and word.head != word.i:
            beside = word.dep == "conj"
            word = self.scene.doc.head(word)
            if word.i in others and not beside:
                return True
        return False

    def _place(self, group: Group, event: Found) -> Found:
        believed = [
            (self.heads.place.answer(place_words(self.scene, n.mention, event, n.what, n.span)), n)
            for n in places(self.scene, group, event)
        ]
        sure, best = max(believed, key=lambda row: row[0], default=(0.0, None))
        if best is None or sure < PLACE:
            return replace(event, place=None, place_span=None)
        if event.place is not None and event.place.id == best.what.id:
            return event
        return replace(event, place=best.what, place_span=best.span)

    def _day(self, group: Group, event: Found) -> Found:
        believed = [
            (self.heads.day.answer(time_words(self.scene, n.mention, event, n.what)), n)
            for n in times(self.scene, group, event)
        ]
        sure, best = max(believed, key=lambda row: row[0], default=(0.0, None))
        if best is None or sure < DAY:
            return replace(event, when=None)
        if event.when is not None and event.when.time.id == best.what.id:
            return event
        return replace(event, when=When(best.what, best.what.start, best.what.end))

    def main(self, groups: Sequence[Group], events: Sequence[Found]) -> int | None:
        """Return the position of the event that the report is about."""
        asked = [self.heads.main.answer(words) for words in self.mains(groups, events)]
        return max(range(len(asked)), key=lambda n: (asked[n], -n), default=None)

    def mains(self, groups: Sequence[Group], events: Sequence[Found]) -> Iterator[Iterator[str]]:
        """Yield for each event the words by which it may be the main one."""
        weights = [weight(self.scene, g.members) for g in groups]
        ranks = sorted(range(len(events)), key=lambda n: -weights[n])
        kinds = Counter(e.type for e in events)
        for n, (group, event) in enumerate(zip(groups, events, strict=True)):
            yield self._standing(n, len(events), ranks.index(n), kinds[event.type], group, event)

    def _standing(self, n: int, of: int, rank: int, kin: int, group: Group, event: Found) -> Iterator[str]:
        yield f"rank|{min(rank, _FEW)}"
        yield f"order|{min(n, _EVENTS)}"
        yield f"of|{min(of, _EVENTS)}|{min(n, _TWO)}"
        yield f"kin|{min(kin, _FEW)}|{event.type}"
        yield from self.record(group, event)

    def record(self, group: Group, event: Found) -> Iterator[str]:
        """Yield the words for a whole event: those of its first mention, and what all mentions say together."""
        yield from self.words(group.members[0])
        yield f"mentions|{min(len(group.members), _FEW)}"
        yield f"mentions|{event.type}|{min(len(group.members), _FEW)}"
        yield f"told|{bucket(max(self.told_by(f) for f in group.members))}"
        yield f"filled|{event.type}|{bool(event.actors)}|{bool(event.recipients)}|{event.place is not None}"

    def words(self, found: Found) -> tuple[str, ...]:
        """Return the words of a mention, made once."""
        known = self._words.get(found.clause.index)
        if known is None:
            known = self._words[found.clause.index] = tuple(self.traits.words(found))
        return known


def never_one(scene: Scene, a: Found, b: Found) -> bool:
    """Tell mentions whose own words say that they tell two acts, the first told first."""
    return parted(scene, a, b) or (is_component(scene, b) and not is_component(scene, a))
