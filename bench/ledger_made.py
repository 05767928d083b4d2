"""Ledgers of any size, of invented codings: what bench/ledger_speed.py asks and what joins and pages are tried on.

    python bench/ledger_made.py LEDGER --events 1000000

Types, countries, sources, actors and places are as uneven as those of news; the codings go through the ledger's own
writer, and how many a second it takes is printed. With --joined events become incidents with claims, and reports tell
positions, pledges and plans too.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, islice
from time import perf_counter
from typing import Any, TypeVar

from dateline.lexicon.world.countries import load_countries
from dateline.model.closed import EventType
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity
from dateline.model.item import Found, Item, Published
from dateline.model.plans import Amount, Commitment, Scheduled
from dateline.model.report import Report
from dateline.model.speech import Issue, Position, Statement
from dateline.store.address import Address, read_address
from dateline.store.batch import Batch, Writer
from dateline.store.keeping.codings import RunInfo, add_coding, find_run
from dateline.store.keeping.reports import add_report
from ledger_joined import join_made

EVENTS_A_REPORT = 8
T = TypeVar("T")
_SYLLABLES = ("ba", "dor", "ke", "lim", "mar", "no", "rus", "sel", "ta", "vin", "zo", "qua", "tir", "esh")
_COMMON = ("army", "talks", "shelling", "minister", "border", "aid", "protest", "ceasefire", "rebels", "market")
_MODES = {"ASSAULT": "heavy-weapons", "PROTEST": "demo", "CONSULT": "visit", "COERCE": "arrest", "SANCTION": "expel"}
_STATUSES = ("occurred",) * 12 + ("planned", "planned", "denied", "negated", "attempted", "ongoing")
CODES = tuple(sorted(c for c in load_countries().names if len(c) == len("MLI")))
_STAGES = ("announced", "announced", "committed", "allocated", "delivered", "withdrawn")
_STANCES = ("for", "for", "against", "conditional", "neutral")
_KINDS = ("military", "humanitarian", "financial")
_SHARE = 3
"""Of so many reports one tells a position, one a pledge and one a plan."""
_FIRST = date(2018, 1, 1)
_DAYS = 2_500


def main() -> None:
    """Make a ledger and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=read_address, help="a file, or postgresql://…")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--joined", action="store_true", help="with incidents, claims, positions, pledges and plans")
    options = parser.parse_args()
    reports = options.events // EVENTS_A_REPORT
    begun = perf_counter()
    make(options.ledger, reports, joined=options.joined)
    seconds = perf_counter() - begun
    print(f"{reports:,} reports of {EVENTS_A_REPORT} events in {seconds:,.0f} s, {reports / seconds:,.0f} a second")


def make(path: Address, reports: int, *, seed: int = 5, days: int = _DAYS, joined: bool = False) -> None:
    """Write so many reports of so many days with their codings to a ledger."""
    world = World(seed, days)
    with Writer(path) as writer:
        for start in range(0, reports, 500):
            with writer.batch() as batch:
                run = find_run(
                    batch,
                    RunInfo(version="made", model="m", model_digest="m", lexicon_digest="l", gazetteer_digest="g"),
                )
                for n in range(start, min(start + 500, reports)):
                    item, coding = world.report(n)
                    coding = world.furnished(coding) if joined else coding
                    kept = add_report(batch, item, published=coding.report.published, language="en", alike=_never)
                    add_coding(batch, kept.report_key, run, coding)
        with writer.batch() as batch:
            families(batch)
        if joined:
            join_made(writer)
        writer.connection.execute("ANALYZE")


def _never(one: str, other: str) -> bool:
    return one == other


def families(batch: Batch) -> None:
    """Put every tenth report into the family of the one before it, as its copy or as a second source."""
    batch.connection.execute(
        "INSERT INTO family SELECT report_key, 'f-' || id, report_key, 1, 1 FROM report WHERE report_key % 10 <> 0"
    )
    batch.connection.execute(
        "INSERT INTO member SELECT report_key, report_key, 'original', 1, NULL, ifnull(source, id) FROM report "
        "WHERE report_key % 10 <> 0"
    )
    batch.connection.execute(
        "INSERT INTO member SELECT report_key, report_key - 1, 'copy', 0.95, NULL, ifnull(source, id) FROM report "
        "WHERE report_key % 10 = 0"
    )
    batch.connection.execute("UPDATE family SET size = 2, roots = 1 + (family_key % 20 = 9) WHERE family_key % 10 = 9")


class World:
    """What reports are made of."""

    def __init__(self, seed: int, days: int = _DAYS) -> None:
        """Draw names of places, people and outlets."""
        self.days = days
        self.chance = random.Random(seed)
        codes = list(CODES)
        self.chance.shuffle(codes)
        self.words = [self._name(3).lower() for _ in range(20_000)]
        self.countries = partial(self._pick, codes, _uneven(len(codes)))
        self.sources = partial(self._pick, [f"{self._name(2)} Post" for _ in range(60)], _uneven(60))
        people = [(self._name(2) + " " + self._name(3), self.countries()) for _ in range(6_000)]
        self.people = partial(self._pick, people, _uneven(6_000))
        places = [
            (self._name(3), self.countries(), self.chance.uniform(-50, 65), self.chance.uniform(-170, 170))
            for _ in range(4_000)
        ]
        self.places = partial(self._pick, places, _uneven(4_000))
        types = list(EventType.__args__)
        self.types = partial(self._pick, types, _uneven(len(types)))

    def _pick(self, values: Sequence[Any], weights: Sequence[float]) -> Any:
        return self.chance.choices(values, cum_weights=weights)[0]

    def _name(self, syllables: int) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=syllables)).capitalize()

    def report(self, n: int) -> tuple[Item, Coding]:
        """Return a report and its coding."""
        day = (_FIRST + timedelta(self.chance.randrange(self.days))).isoformat()
        words = [*self.chance.choices(self.words, k=70), *self.chance.choices(_COMMON, k=4)]
        self.chance.shuffle(words)
        text = " ".join(words).capitalize() + "."
        source = self.sources()
        item = Item(found=Found(path="made", number=n), id=f"made-{n}", text=text, source=source,
                    title=" ".join(words[:6]).capitalize(), published=Published(raw=day, moment=day))  # fmt: skip
        report = Report(
            id=f"made-{n}", text=text, source=source, published=day, published_origin="given", language="en"
        )
        return item, self._coding(report, date.fromisoformat(day))

    def _coding(self, report: Report, day: date) -> Coding:
        made: dict[str, Any] = {"mentions": ((0, 5),), "rule": "made", "confidence": 0.9}
        who = enumerate((self.people() for _ in range(4)), start=1)
        actors = tuple(Actor(id=f"a{n}", name=name, kind="person", country=code, **made) for n, (name, code) in who)
        where = enumerate((self.places() for _ in range(2)), start=1)
        places = tuple(
            Place(id=f"p{n}", name=name, country=code, lat=lat, lon=lon, radius_km=5.0, precision="town", **made)
            for n, (name, code, lat, lon) in where
        )
        events = tuple(islice(self._events(day, len(report.text)), EVENTS_A_REPORT))
        statement = Statement(id="s1", speaker="a1", speaker_span=None, cue=(0, 4), content=((5, 40),), kind="indirect",
                              rule="made", confidence=0.9)  # fmt: skip
        return Coding(report=report, actors=actors, places=places, events=events, statements=(statement,))

    def furnished(self, coding: Coding) -> Coding:
        """Return a coding with the dead of its assaults, and in some reports a position, a pledge and a plan."""
        events = tuple(replace(e, quantities=self._dead()) if e.type == "ASSAULT" else e for e in coding.events or ())
        told = date.fromisoformat(coding.report.published or _FIRST.isoformat())
        return replace(
            coding, events=events, positions=self._some(self._position), commitments=self._some(self._commitment),
            scheduled=self._some(partial(self._scheduled, told)),
        )  # fmt: skip

    def _some(self, made: Callable[[], T]) -> tuple[T, ...]:
        return (made(),) if self.chance.randrange(_SHARE) == 0 else ()

    def _dead(self) -> tuple[Quantity, ...]:
        low = float(self.chance.randrange(8))
        return (Quantity(kind="killed", low=low, high=low + self.chance.randrange(2), qualifier="exact", span=(0, 5)),)

    def _position(self) -> Position:
        topic = self.chance.choice(_COMMON)
        return Position(
            id="o1", actor="a1", issue=Issue(id=topic, label=topic), stance=self.chance.choice(_STANCES), strength=0.6,
            statements=("s1",), rule="made", confidence=0.8,
        )  # fmt: skip

    def _commitment(self) -> Commitment:
        money = Amount(value=self.chance.randint(1, 500) * 1e6, currency=self.chance.choice(("USD", "USD", "EUR")),
                       qualifier="exact", span=(0, 5))  # fmt: skip
        return Commitment(
            id="c1", event="e1", donor="a1", recipient="a3", kind=self.chance.choice(_KINDS),
            stage=self.chance.choice(_STAGES), amount=money, rule="made", confidence=0.8,
        )  # fmt: skip

    def _scheduled(self, told: date) -> Scheduled:
        day = (told + timedelta(self.chance.randint(1, 60))).isoformat()
        return Scheduled(
            id="h1", event=None, kind="meeting", name="talks", start=day, end=day, granularity="day", place="p1",
            participants=("a1", "a3"), span=(0, 5), rule="made", confidence=0.8,
        )  # fmt: skip

    def _events(self, day: date, length: int) -> Iterator[Event]:
        for n in range(1, EVENTS_A_REPORT + 1):
            kind, at = self.types(), self.chance.randrange(length - 60)
            start = (day - timedelta(self.chance.choice((0, 0, 1, 1, 2, 7)))).isoformat()
            yield Event(
                id=f"e{n}", main=n == 1, type=kind, mode=_MODES.get(kind), trigger=(at, at + 6), sentence=n,
                actors=(f"a{self.chance.randint(1, 2)}",), recipients=(f"a{self.chance.randint(3, 4)}",),
                place=self.chance.choice(("p1", "p1", "p2", None)), start=start, end=start,
                status=self.chance.choice(_STATUSES), rule="made", confidence=round(self.chance.uniform(0.2, 0.99), 2),
            )  # fmt: skip


def _uneven(n: int) -> list[float]:
    """Return running sums of weights that fall as those of names in news do."""
    return list(accumulate(1 / (k + 1) for k in range(n)))


if __name__ == "__main__":
    main()
