"""A made stream of news, coded: what bench/incidents_speed.py joins.

    python bench/stream_made.py LEDGER --reports 10000

It follows what was counted in 1,791 short real reports of the world's conflicts, two thirds of them of one month:

- 40 reports a day, 44% about a story that others tell too, of such a story 2.8 reports (most two, one in a hundred ten
  or more), on its day or soon after, one in ten a week later;
- 4.9 events a report, of 45% of which the type is one, with 1.6 mentions; a place stands in half of them, a town in
  28%, a day in 27%, a number of people in 30%, a first party in 79% and a second in 67%, of which a third are names
  that few bear;
- 1,300 places in 4,500 mentions, most of them once; the words of title and lead: 150, of which 95 differ; of 11,000 in
  all 45% stand once (the stream makes 8,500, and 5% of them once); how many texts have a word is as in the table of
  words by which the join weighs them, and half are of the story;
- one text in twenty is a copy, as in 1,600 wire reports of one week.
"""

import argparse
import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from time import perf_counter
from typing import Any, NamedTuple

from dateline.incidents.alike.words import rarities
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity
from dateline.model.item import Found, Item, Published
from dateline.model.report import Report
from dateline.store.address import Address, read_address
from dateline.store.batch import Batch, Writer
from dateline.store.keeping.codings import RunInfo, add_coding, find_run
from dateline.store.keeping.reports import add_report
from ledger_made import CODES

A_DAY = 40
RUN = RunInfo(version="made", model="m", model_digest="m", lexicon_digest="l", gazetteer_digest="g")
_AT_ONCE = 500
_FIRST = date(2015, 1, 1)
_SYLLABLES = ("ba", "dor", "ke", "lim", "mar", "no", "rus", "sel", "ta", "vin", "zo", "qua", "tir", "esh", "ulo", "fen")
_TYPES = (("ASSAULT", 45), ("AGREE", 8), ("ACCUSE", 7), ("CONSULT", 7), ("COERCE", 6), ("REQUEST", 6), ("SUPPORT", 4),
          ("RETREAT", 3), ("REJECT", 3), ("SANCTION", 3), ("PROTEST", 3), ("CONCEDE", 2), ("AID", 3))  # fmt: skip
_MODES = {"ASSAULT": ("heavy-weapons", "explosives", "firearms", "drone", None), "PROTEST": ("demo", "riot", None)}
_STORY_SIZES = {1: 58, 2: 26, 3: 8, 4: 3, 5: 1.5, 6: 1.5, 8: 1, 12: 0.6, 16: 0.2}
_LATER = (0, 0, 0, 0, 0, 1, 1, 1, 2, 7)
"""Days after which a story is told again."""
_EVENTS = (1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8, 9, 13)
_PRECISIONS = ("town", "town", "town", "town", "town", "country", "country", "province")
_GROUPS = ("people", "militants", "civilians", "soldiers", "police", "gunmen", "officials", "protesters")
_COPIED = 0.05


class Town(NamedTuple):
    """A place of the made world."""

    name: str
    country: str
    lat: float
    lon: float


class Party(NamedTuple):
    """Somebody of the made world."""

    name: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happens in a story."""

    kind: str
    mode: str | None
    trigger: str
    day: date
    town: Town
    actor: Party | None
    recipient: Party | None
    killed: int | None


class Conflict(NamedTuple):
    """What goes on for years: where, between whom, and the words of it."""

    towns: Any
    sides: tuple[Party, Party]
    words: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What reports tell together: happenings, the most important first, and words."""

    happenings: Sequence[Happening]
    words: Sequence[str]


class Stream:
    """Makes reports, day by day."""

    def __init__(self, seed: int = 5, *, a_day: int = A_DAY) -> None:
        """Draw names and words."""
        self.chance = chance = random.Random(seed)
        self.a_day = a_day
        texts = {word: weight for word, weight in rarities().items() if word.isalpha()}
        # Of words that stand in half of all texts the weight is small: the table turned round is how often they stand.
        self.common = partial(
            chance.choices, [*texts], cum_weights=[*accumulate(2.72 ** -(1.35 * w) for w in texts.values())]
        )
        self.names = self._pick([self._name(3) for _ in range(80_000)], 0.6)
        states = [Party(f"{self._name(2)}ia", code) for code in CODES]
        self.states = self._pick(states, 1.0)
        self.people = self._pick([Party(f"{self._name(2)} {self._name(3)}", self._code()) for _ in range(30_000)], 0.8)
        self.triggers = {kind: [*self.common(k=6)] for kind, _ in _TYPES}
        self.conflicts = self._pick([self._conflict() for _ in range(400)], 0.9)
        self.waiting: dict[date, list[Story]] = {}

    def _name(self, syllables: int) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=syllables)).capitalize()

    def _code(self) -> str:
        # Few countries have most of the news.
        return CODES[min(int(self.chance.expovariate(0.06)), len(CODES) - 1)]

    def _conflict(self) -> Conflict:
        code, lat, lon = self._code(), self.chance.uniform(-30, 60), self.chance.uniform(-120, 150)
        towns = [
            Town(self._name(3), code, lat + self.chance.gauss(0, 2), lon + self.chance.gauss(0, 2)) for _ in range(60)
        ]
        sides = self.chance.choice((self.states, self.people))()[0], self.people()[0]
        return Conflict(self._pick(towns, 0.9), sides, [*self.names(k=8), *self.common(k=16)])

    def _pick(self, values: Sequence[Any], falling: float) -> Any:
        weights = [*accumulate((n + 3) ** -falling for n in range(len(values)))]
        return partial(self.chance.choices, values, cum_weights=weights)

    def reports(self, first: int, last: int) -> Iterator[tuple[Item, Coding, int | None]]:
        """Yield reports by number, each with its coding and the number of the one of which it is a copy."""
        latest: deque[tuple[int, str, Coding]] = deque(maxlen=self.a_day)
        for n in range(first, last):
            day = _FIRST + timedelta(n // self.a_day)
            if latest and self.chance.random() < _COPIED:
                of, text, coding = self.chance.choice(latest)
                yield *_as_report(n, day, text + f" {self._name(2)}.", coding), of
                continue
            latest.append((n, *self._told(self._story(day), day)))
            yield *_as_report(n, day, *latest[-1][1:]), None

    def _story(self, day: date) -> Story:
        """Return a story that is still told on this day, or a new one."""
        for before in [d for d in self.waiting if d < day]:
            self.waiting.setdefault(day, []).extend(self.waiting.pop(before))
        if due := self.waiting.get(day):
            return due.pop(self.chance.randrange(len(due)))
        story = self._new_story(day)
        again = self.chance.choices([*_STORY_SIZES], [*_STORY_SIZES.values()])[0] - 1
        for _ in range(again):
            self.waiting.setdefault(day + timedelta(self.chance.choice(_LATER)), []).append(story)
        return story

    def _new_story(self, day: date) -> Story:
        conflict = self.conflicts()[0]
        town, *others = conflict.towns(k=2)
        places = [town, town, town, others[0]]
        happenings = [self._happening(day, self.chance.choice(places), conflict.sides) for _ in range(8)]
        own = [*self.names(k=14), *self.common(k=14)]
        return Story(happenings=happenings, words=[*own, *self.chance.sample(conflict.words, 12)])

    def _party(self) -> Party | None:
        luck = self.chance.random()
        if luck < 0.25:
            return None
        if luck < 0.5:
            return Party(self.chance.choice(_GROUPS), self._code())
        return self.states()[0] if luck < 0.7 else self.people()[0]

    def _happening(self, day: date, town: Town, sides: tuple[Party, Party]) -> Happening:
        kind = self.chance.choices([k for k, _ in _TYPES], [w for _, w in _TYPES])[0]
        mode = self.chance.choice(_MODES.get(kind, (None,)))
        return Happening(
            kind=kind, mode=mode, trigger=self.chance.choice(self.triggers[kind]),
            day=day - timedelta(self.chance.choice((0, 0, 1, 1, 2))), town=town,
            actor=self.chance.choice((sides[0], self._party())),
            recipient=self.chance.choice((sides[1], self._party())),
            killed=self.chance.randrange(1, 40) if self.chance.random() < 0.3 else None,
        )  # fmt: skip

    def _told(self, story: Story, day: date) -> tuple[str, Coding]:
        """Return what one report makes of a story: its text and its coding."""
        wanted = self.chance.choice(_EVENTS)
        told = [*story.happenings[: (wanted + 1) // 2]]
        # The other half is this report's own: what it recalls, what it tells beside.
        while len(told) < wanted:
            told += self._new_story(day - timedelta(self.chance.choice((0, 3, 30, 300)))).happenings[:2]
        told = told[:wanted]
        sentences = [self._sentence(story, one.trigger, one.town.name) for one in told]
        sentences += [
            self._sentence(story, *self.common(k=1), story.happenings[0].town.name) for _ in range(8 - len(told))
        ]
        starts = [0, *accumulate(len(s) + 1 for s in sentences)]
        text = " ".join(sentences)
        return text, self._coding(told, starts, day)

    def _sentence(self, story: Story, first: str, town: str) -> str:
        words = [*self.common(k=10), *self.names(), *self.chance.sample(story.words, 4)]
        self.chance.shuffle(words)
        return f"{first.capitalize()} {' '.join(words)} in {town}."

    def _coding(self, told: Sequence[Happening], starts: Sequence[int], day: date) -> Coding:
        made: dict[str, Any] = {"mentions": ((0, 5),), "rule": "made", "confidence": 0.9}
        parties = [*dict.fromkeys(p for one in told for p in (one.actor, one.recipient) if p)]
        actors = tuple(
            Actor(id=f"a{n}", name=p.name, kind="organisation", country=p.country, **made)
            for n, p in enumerate(parties, 1)
        )
        ids = {p: a.id for p, a in zip(parties, actors, strict=True)}
        towns = [*dict.fromkeys(one.town for one in told)]
        places = tuple(self._place(f"p{n}", town, made) for n, town in enumerate(towns, 1))
        at = {town: place.id for town, place in zip(towns, places, strict=True)}
        events = tuple(
            self._event(n, one, starts, ids, at[one.town] if self.chance.random() < 0.5 else None)
            for n, one in enumerate(told, 1)
        )
        report = Report(id="", text="", published=day.isoformat(), published_origin="given", language="en")
        return Coding(report=report, actors=actors, places=places, events=events)

    def _place(self, name: str, town: Town, made: dict[str, Any]) -> Place:
        precision: Any = self.chance.choice(_PRECISIONS)
        if precision == "country":
            return Place(
                id=name, name=f"Land {town.country}", country=town.country, precision=precision, radius_km=500.0, **made
            )
        return Place(
            id=name, name=town.name, country=town.country, lat=town.lat, lon=town.lon, precision=precision,
            radius_km=5.0 if precision == "town" else 60.0, **made,
        )  # fmt: skip

    def _event(self, n: int, one: Happening, starts: Sequence[int], ids: dict[Party, str], place: str | None) -> Event:
        span = (starts[n - 1], starts[n - 1] + len(one.trigger))
        day = one.day.isoformat() if self.chance.random() < 0.27 else None
        again = ((starts[n], starts[n] + 5),) if n < len(starts) - 1 and self.chance.random() < 0.58 else ()
        killed = () if one.killed is None else (_killed(one.killed + self.chance.choice((0, 0, 0, 2)), span),)
        kind: Any = one.kind
        mode: Any = one.mode
        return Event(
            id=f"e{n}", main=n == 1, background=self.chance.random() < 0.07, type=kind, mode=mode, trigger=span,
            mentions=again, sentence=n,
            actors=(ids[one.actor],) if one.actor else (), recipients=(ids[one.recipient],) if one.recipient else (),
            place=place, start=day, end=day, status="occurred", quantities=killed, rule="made", confidence=0.8,
        )  # fmt: skip


def _killed(many: int, span: tuple[int, int]) -> Quantity:
    return Quantity(kind="killed", low=float(many), high=float(many), qualifier="exact", span=span)


def _as_report(n: int, day: date, text: str, coding: Coding) -> tuple[Item, Coding]:
    name = f"stream-{n}"
    item = Item(found=Found(path="made", number=n), id=name, text=text, source=f"Outlet {n % 40}", title=text[:60],
                published=Published(raw=day.isoformat(), moment=day.isoformat()))  # fmt: skip
    report = replace(coding.report, id=name, text=text, source=item.source, published=day.isoformat())
    return item, replace(coding, report=report)


def write(path: Address, stream: Stream, first: int, last: int) -> None:
    """Keep reports of a stream, by their numbers, with their codings and the families of copies."""
    keys: dict[int, int] = {}
    with Writer(path) as writer:
        reports = stream.reports(first, last)
        for start in range(first, last, _AT_ONCE):
            with writer.batch() as batch:
                for n, (item, coding, of) in zip(range(start, min(start + _AT_ONCE, last)), reports, strict=False):
                    keys[n] = keep(batch, item, coding)
                    if of is not None:
                        _copied(batch, keys[n], keys[of])
        writer.connection.execute("ANALYZE")


def keep(batch: Batch, item: Item, coding: Coding) -> int:
    """Keep a report with its coding, and return its key."""
    kept = add_report(batch, item, published=coding.report.published, language="en", alike=lambda *_: False)
    add_coding(batch, kept.report_key, find_run(batch, RUN), coding)
    return kept.report_key


def _copied(batch: Batch, own: int, original: int) -> None:
    run = batch.connection.execute
    run("INSERT OR IGNORE INTO family VALUES (?1, 'f-' || ?1, ?1, 2, 1)", (original,))
    member = "INSERT OR IGNORE INTO member VALUES (?, ?, ?, ?, NULL, ?)"
    run(member, (original, original, "original", 1, f"report/{original}"))
    run(member, (own, original, "copy", 0.95, f"report/{original}"))


def main() -> None:
    """Make a ledger and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=read_address, help="a file, or postgresql://…")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--a-day", type=int, default=A_DAY)
    options = parser.parse_args()
    begun = perf_counter()
    write(options.ledger, Stream(a_day=options.a_day), 0, options.reports)
    print(f"{options.reports:,} reports, {options.reports / (perf_counter() - begun):,.0f} a second")


if __name__ == "__main__":
    main()
