"""The reader's decisions on a report: which mentions tell an act, which the same, who, where, when, which is main."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeVar

from dateline.learned.heads import Buckets, Heads, Weighed, buckets_of
from dateline.model.base import Span, inside
from dateline.model.closed import EventType, Mode
from dateline.parse.tree import Token
from dateline.stages.events.one.compared import Compared
from dateline.stages.events.one.merging import (
    Group,
    agree,
    crossed,
    elsewhere,
    given_apart,
    parted,
    repeats,
)
from dateline.stages.events.one.salience import weight
from dateline.stages.events.one.union import merge, voiced
from dateline.stages.events.one.wholes import is_component
from dateline.stages.events.one.wording import share
from dateline.stages.events.reader.fillers import party_words, place_words, time_words
from dateline.stages.events.reader.reach import Members, Near, Reach
from dateline.stages.events.reader.ties import Pair, Ruled, Told, lemma_words, pair_of, told_of, worded
from dateline.stages.events.reader.traits import BACK, Traits, bucket
from dateline.stages.events.scene.found import Found, When
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party

TOLD, DOUBTED, SAME, PLACE, DAY, RIGHT, SURE = 0.5, 0.8, 0.3, 0.35, 0.45, 0.25, 0.4
KEPT, ADDED = 0.2, 0.5
"""Probabilities from which the reader says yes, for a party that the rules chose and for another.

Set on unseen folds of the labelled reports (docs/reader.md).
"""
NEARLY = 0.85
"""Share of the likeliest event's probability to be the main one from which an event told before it is so instead."""
T = TypeVar("T")
_WITHIN = frozenset({"pobj", "prep", "poss", "compound", "nmod", "amod", "conj"})
_TWO, _FEW, _EVENTS = 2, 4, 6
# "Telephoned his counterpart in Lusaka": one of them was not there.
_BY_PHONE: frozenset[Mode] = frozenset({"phone"})
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


class _Earlier(NamedTuple):
    """A mention told before: its group, itself, and how many of its type are told up to it."""

    group: int
    mention: Compared
    upto: int


class Reading:
    """Asks the reader about the mentions of one report."""

    def __init__(self, scene: Scene, told: Sequence[Found], heads: Heads) -> None:
        """Keep the report, and all that the frames found in it, in order of the text."""
        self.scene = scene
        self.told = told
        self.heads = heads
        self.traits = Traits(scene, told)
        self.reach = Reach(scene)
        self._described: dict[int, Buckets] = {}
        self._told: dict[int, float] = {}
        self._weighed: dict[tuple[EventType | None, Told], Weighed] = {}
        self._alike: dict[Pair, float] = {}
        self._kin: dict[int, float] = {}  # how like the first mention of an event was to the likest one before it

    def judged(self) -> list[Judged]:
        """Return the events of the report, in order of the text."""
        groups = self.groups([f for f in self.told if self.tells(f)])
        events = [self.settle(g) for g in groups]
        records = self.records(groups, events)
        believed = [self.heads.right.answer(record) for record in records]
        # A mention that the rules let stand vouches for those that join it.
        sure = [any(f.doubt is None for f in g.members) for g in groups]
        kept = [n for n, is_sure in enumerate(sure) if is_sure or believed[n] >= SURE]
        main = self.main(groups, events, records, kept)
        return [
            Judged(group=groups[n], found=events[n], main=n == main, confidence=round(believed[n], 2))
            for n in kept
            # A report that tells of anything tells of its main event, however unsure its type.
            if n == main or events[n].type is None or believed[n] >= RIGHT
        ]

    def tells(self, found: Found) -> bool:
        """Tell whether an act is told by a mention; ACLED's own types, which the reader has not learned, stand."""
        if found.type is None:
            return found.doubt is None
        # What the rules doubt needs more of the reader's belief than what they let stand.
        return self.told_by(found) >= (TOLD if found.doubt is None else DOUBTED)

    def told_by(self, found: Found) -> float:
        """Return the probability that a mention tells an act."""
        known = self._told.get(found.clause.index)
        if known is None:
            known = self._told[found.clause.index] = self.heads.told.answer(self.described(found))
        return known

    def groups(self, told: Sequence[Found]) -> list[Group]:
        """Join the mentions that tell one act, in order of the text: each goes where it fits best on average.

        Each is compared with the latest ``BACK`` of its type.
        """
        groups: list[list[Found]] = []
        latest: defaultdict[EventType | None, deque[_Earlier]] = defaultdict(lambda: deque(maxlen=BACK))
        times = Counter(f.type for f in told)
        for found in told:
            if times[found.type] == 1:  # as most are in a short report: there is nothing to compare it with
                groups.append([found])
                self._kin[found.clause.index] = 0.0
                continue
            compared = Compared(self.scene, found)
            before, upto = self._ranks(found)
            near: dict[int, list[_Earlier]] = {}
            for earlier in latest[found.type]:
                near.setdefault(earlier.group, []).append(earlier)
            kin = [(self._likeness(members, compared, before), -n) for n, members in near.items()]
            # Of two as like, the earlier: the story goes back to its first telling.
            likeness, best = max(kin, default=(0.0, 0))
            if likeness >= SAME:
                groups[-best].append(found)
            else:
                best = -len(groups)
                groups.append([found])
                self._kin[found.clause.index] = likeness
            latest[found.type].append(_Earlier(-best, compared, upto))
        return [Group(tuple(g)) for g in groups]

    def _likeness(self, group: Sequence[_Earlier], found: Compared, before: int) -> float:
        """Return the mean probability that a mention tells the same act as those of a group.

        It is none where their own words part them; where a rule says that it repeats one, half of the doubt goes.
        """
        for earlier in group:
            if never_one(earlier.mention, found):
                return 0.0
        total, compatible, repeated = 0.0, True, False
        for _, member, upto in group:
            ruled = _ruled(member, found)
            total += self._same(member, found, pair_of(member, found, ruled, before - upto))
            compatible, repeated = compatible and ruled[0], repeated or ruled[1]
        mean = total / len(group)
        return (1 + mean) / 2 if compatible and repeated else mean

    def tie(self, a: Found, b: Found) -> Buckets:
        """Return the description of two mentions of one type, the first told first."""
        first, second = Compared(self.scene, a), Compared(self.scene, b)
        agreeing, repeating, alike = _ruled(first, second)
        ruled = agreeing and not parted(first, second), repeating, alike
        pair = pair_of(first, second, ruled, self._ranks(b)[0] - self._ranks(a)[1])
        told = told_of(first.look, second.look, pair)
        return buckets_of((*worded(a.type, told), *lemma_words(first, second)))

    def _same(self, a: Compared, b: Compared, pair: Pair) -> float:
        """Return the probability that two mentions tell one act; what pairs have in common is weighed once."""
        known = self._alike.get(pair)
        if known is None:
            told = told_of(a.look, b.look, pair)
            weighed = self._weighed.get((a.type, told))
            if weighed is None:
                weighed = self._weighed[a.type, told] = self.heads.same.weigh(buckets_of(worded(a.type, told)))
            known = self._alike[pair] = self.heads.same.answer_more(weighed, *lemma_words(a, b))
        return known

    def _ranks(self, found: Found) -> tuple[int, int]:
        """Return how many mentions of its type are told before a mention, and how many with it."""
        at, token = self._tokens_of_type.get(found.type, ()), found.clause.token
        return bisect_left(at, token), bisect_right(at, token)

    @cached_property
    def _tokens_of_type(self) -> Mapping[EventType | None, Sequence[int]]:
        """Return by type the words that tell an act of it as the rules have it, in order of the text."""
        out: dict[EventType | None, list[int]] = {}
        for token, kind in sorted(((f.clause.token, f.type) for f in self.traits.told), key=lambda pair: pair[0]):
            out.setdefault(kind, []).append(token)
        return out

    @cached_property
    def _of_several(self) -> frozenset[int]:
        """Return the clauses that tell an act at several places: the rules give each its place and its people."""
        told = Counter(f.clause.index for f in self.told)
        return frozenset(index for index, times in told.items() if times > 1)

    def settle(self, group: Group) -> Found:
        """Return what the mentions of an event say together, with the parties, place and day that the reader gives."""
        ruled = voiced(self.scene, group, merge(group))
        # "Shelled Arbin and Jobar" is two events: the reader, asked for each, would give both the likelier town.
        apart = any(f.clause.index in self._of_several for f in group.members)
        members = self.reach.members(group)
        read = self._day(members, ruled if apart else self._place(members, self._parties(members, ruled)))
        reread = frozenset(name for name, of in _FIELDS.items() if of(read) != of(ruled))
        return replace(read, reread=reread) if reread else read

    def _parties(self, members: Members, event: Found) -> Found:
        actors: dict[str, Span] = {}
        recipients: dict[str, Span] = {}
        for near in self.reach.parties(members, event):
            described = buckets_of(party_words(self.scene, near.mention, event, near.what))
            does, suffers = self.heads.actor.answer(described), self.heads.recipient.answer(described)
            actor = near.what.actor
            # Nobody is on both sides: the likelier one has him.
            if does >= (KEPT if actor in event.actors else ADDED) and does >= suffers:
                actors[actor] = near.span
            elif suffers >= (KEPT if actor in event.recipients else ADDED):
                recipients[actor] = near.span
        do = self._outermost(actors, event.actors)
        if do != event.actor:
            event = replace(event, actors=do.ids, actor_spans=do.spans)
        return event.with_recipients(self._outermost(recipients, event.recipients))

    def _outermost(self, found: Mapping[str, Span], ruled: Sequence[str]) -> Party:
        """Return these parties without those added that only say which one another is ("the presidents of Kenya").

        Nor is one added that bears the name of another: the guards of a headline and of its lead.
        """
        heads = {actor: head for actor, span in found.items() if (head := self.scene.doc.head_of(span)) is not None}
        named = {self.scene.index.actors[a].name.lower() for a in found if a in ruled}
        kept: dict[str, Span] = {}
        # Those of the rules first, so that what is added is measured by them.
        for actor, span in sorted(found.items(), key=lambda item: item[0] not in ruled):
            name = self.scene.index.actors[actor].name.lower()
            within = self._inside(heads.get(actor), heads.values()) or self._only_says_whose(span, found, ruled)
            if actor in ruled or not (name in named or within):
                kept[actor] = span
                named.add(name)
        return Party(tuple(kept), tuple(kept.values()))

    def _only_says_whose(self, span: Span, found: Iterable[str], ruled: Sequence[str]) -> bool:
        """Tell whether words stand within those by which a party that the rules chose is named anywhere."""
        kept = (m for a in found if a in ruled for m in self.scene.index.mentions_of.get(a, ()))
        return any(m.span != span and inside(span, m.span) for m in kept)

    def _inside(self, word: Token | None, heads: Iterable[Token]) -> bool:
        """Tell whether a word stands in the noun phrase of one of these."""
        others = {h.i for h in heads}
        while word is not None and word.dep in _WITHIN and word.head != word.i:
            # "The president and ministers of Kenya": who is only coordinated is named for himself.
            beside = word.dep == "conj"
            word = self.scene.doc.head(word)
            if word.i in others and not beside:
                return True
        return False

    def _place(self, members: Members, event: Found) -> Found:
        """Give an event its likeliest place; who speak by phone are in none."""
        if _BY_PHONE.intersection(event.modes):
            return replace(event, place=None, place_span=None)
        believed = [
            (self.heads.place.answer(buckets_of(place_words(self.scene, n.mention, event, n.what, n.span))), n)
            for n in self.reach.places(members, event)
        ]
        best = likeliest(believed, PLACE)
        if best is None:
            return replace(event, place=None, place_span=None)
        if event.place is not None and event.place.id == best.what.id:
            return event
        return replace(event, place=best.what, place_span=best.span)

    def _day(self, members: Members, event: Found) -> Found:
        when = event.when
        # "Between 20 and 22 April": two times that the rules made one, of which the reader knows each alone.
        if when is not None and when.end is not None and when.end != when.time.end:
            return event
        believed = [
            (self.heads.day.answer(buckets_of(time_words(self.scene, n.mention, event, n.what))), n)
            for n in self.reach.times(members, event)
        ]
        best = likeliest(believed, DAY)
        if best is None:
            return replace(event, when=None)
        if event.when is not None and event.when.time.id == best.what.id:
            return event
        return replace(event, when=When(best.what, best.what.start, best.what.end))

    def main(
        self, groups: Sequence[Group], events: Sequence[Found], records: Sequence[Buckets], among: Sequence[int]
    ) -> int | None:
        """Return the position, among some, of the event that the report is about."""
        asked = [self.heads.main.answer(described) for described in self.mains(groups, events, records)]
        # History is the main event only of a report that tells nothing else.
        told = [n for n in among if not events[n].background] or [*among]
        most = max((asked[n] for n in told), default=0.0)
        # Of two nearly as likely the earlier: what a report is about it tells first.
        return next((n for n in told if asked[n] >= NEARLY * most), None)

    def mains(self, groups: Sequence[Group], events: Sequence[Found], records: Sequence[Buckets]) -> Iterator[Buckets]:
        """Yield for each event the description by which it may be the main one, its record's within."""
        weights = [weight(self.scene, g.members) for g in groups]
        ranks = sorted(range(len(events)), key=lambda n: -weights[n])
        kinds = Counter(e.type for e in events)
        rank_of = {n: rank for rank, n in enumerate(ranks)}
        for n, (event, record) in enumerate(zip(events, records, strict=True)):
            yield record | buckets_of(
                (
                    f"rank|{min(rank_of[n], _FEW)}",
                    f"order|{min(n, _EVENTS)}",
                    f"of|{min(len(events), _EVENTS)}|{min(n, _TWO)}",
                    f"kin|{min(kinds[event.type], _FEW)}|{event.type}",
                )
            )

    def records(self, groups: Sequence[Group], events: Sequence[Found]) -> list[Buckets]:
        """Return for each whole event what describes its first mention, and what all mentions say together."""
        return [
            self.described(g.members[0]) | buckets_of(self._together(g, e)) for g, e in zip(groups, events, strict=True)
        ]

    def _together(self, group: Group, event: Found) -> Iterator[str]:
        yield f"mentions|{min(len(group.members), _FEW)}"
        yield f"mentions|{event.type}|{min(len(group.members), _FEW)}"
        yield f"told|{bucket(max(self.told_by(f) for f in group.members))}"
        yield f"kin|{bucket(self._kin.get(group.members[0].clause.index))}"
        yield f"kin|{event.type}|{bucket(self._kin.get(group.members[0].clause.index))}"
        yield f"filled|{event.type}|{bool(event.actors)}|{bool(event.recipients)}|{event.place is not None}"

    def described(self, found: Found) -> Buckets:
        """Return the description of a mention, made once."""
        known = self._described.get(found.clause.index)
        if known is None:
            known = self._described[found.clause.index] = buckets_of(self.traits.words(found))
        return known


def likeliest(believed: Iterable[tuple[float, Near[T]]], least: float) -> Near[T] | None:
    """Return the likeliest of what may fill a field, None where none has this probability."""
    sure, best = max(believed, key=lambda row: row[0], default=(0.0, None))
    return best if sure >= least else None


def _ruled(a: Compared, b: Compared) -> Ruled:
    """Return what the rules say of two mentions that nothing parts, the first told first."""
    alike = share(a.words, b.words)
    return agree(a, b), repeats(b, a, alike), alike


def never_one(a: Compared, b: Compared) -> bool:
    """Tell mentions whose own words say that they tell two acts, the first told first."""
    return (
        parted(a, b)
        or elsewhere(a, b)
        or crossed(a, b)
        or given_apart(a, b)
        or (a.scene.holds(is_component, b.clause) and not a.scene.holds(is_component, a.clause))
    )
