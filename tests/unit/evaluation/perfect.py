"""Build the coding that agrees with a gold case in every field that is scored."""

from itertools import count

from msgspec import UNSET

from dateline.evaluation.gold.cases import NONE, Gold, GoldEvent, value_days
from dateline.evaluation.gold.quantities import GoldQuantity
from dateline.evaluation.gold.words import UNSCORED, Options, Ref, find_all, find_one, read_options, read_ref
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import AcledType, Attribution, Content, Event, Link, Quantity
from dateline.model.plans import Amount, Commitment, Item, Scheduled
from dateline.model.report import Report
from dateline.model.speech import Issue, Position, Statement

SURE = {"rule": "gold", "confidence": 1.0}


class Maker:
    """Collects the actors and places that the records of one case need, one for each set of spans."""

    def __init__(self, gold: Gold) -> None:
        self.gold, self.text = gold, gold.text
        self.actors: dict[tuple, Actor] = {}
        self.places: dict[tuple, Place] = {}
        for entry in gold.entry.actor:
            spans = tuple(find_one(self.text, words) for words in entry.mentions)
            country, sector = read_options(_set(entry.country)), read_options(_set(entry.sector))
            self._add_actor(
                spans, country or self._code(spans, "country"), sector or self._code(spans, "sector"), entry.kind
            )
        for entry in gold.entry.place:
            ref = read_ref(self.text, entry.words)
            precision = entry.precision[0] if isinstance(entry.precision, tuple) else entry.precision or "town"
            self._add_place(ref.spans, read_options(_set(entry.country)), _set(entry.name), precision)

    def _code(self, spans, field: str) -> Options:
        """Find the code that some event gives to the actor with these mentions."""
        refs = (ref for event in self.gold.events for ref in (*event.actors, *event.recipients))
        return next((getattr(r, field) for r in refs if set(r.spans) & set(spans) and getattr(r, field)), None)

    def actor(self, ref: Ref | None) -> str | None:
        if ref is None:
            return None
        for spans, actor in self.actors.items():
            if set(spans) & set(ref.spans):
                return actor.id
        country, sector = ref.country or self._code(ref.spans, "country"), ref.sector or self._code(ref.spans, "sector")
        return self._add_actor(ref.spans, country, sector, "organisation")

    def place(self, ref: Ref) -> str:
        for spans, place in self.places.items():
            if set(spans) & set(ref.spans):
                return place.id
        return self._add_place(ref.spans, ref.country, None, "town")

    def _add_actor(self, spans, country: Options, sector: Options, kind) -> str:
        name = f"a{len(self.actors) + 1}"
        kind = kind if isinstance(kind, str) else kind[0] if isinstance(kind, tuple) else "person"
        self.actors[spans] = Actor(
            id=name, name=name, kind=kind, country=_one(country), sector=_one(sector), mentions=spans, **SURE
        )
        return name

    def _add_place(self, spans, country: Options, title, precision) -> str:
        name = f"p{len(self.places) + 1}"
        self.places[spans] = Place(
            id=name, name=title or name, country=_one(country), precision=precision, mentions=spans, **SURE
        )
        return name

    def event(self, number: int, gold: GoldEvent, ids: dict[str, str]) -> Event:
        entry = gold.entry
        content = entry.content if isinstance(entry.content, str) and entry.content not in (NONE, UNSCORED) else None
        sub = entry.acled if isinstance(entry.acled, str) and entry.acled != NONE else None
        sign = entry.factuality if entry.factuality is not UNSET else "-" if entry.status == "negated" else "+"
        return Event(
            id=f"e{number}",
            main=entry.main is True,
            type=None if entry.type == NONE else entry.type,
            mode=None if entry.mode == UNSCORED else entry.mode,
            content=Content(type=content.split()[0], mode=_mode_of(content)) if content else None,
            acled=AcledType(event_type="", sub_event_type=sub) if sub else None,
            trigger=gold.spans[0],
            mentions=gold.spans,
            sentence=0,
            actors=tuple(self.actor(r) for r in gold.actors),
            recipients=tuple(self.actor(r) for r in gold.recipients),
            place=self.place(gold.place) if isinstance(gold.place, Ref) else None,
            start=gold.start or None,
            end=gold.end or None,
            status="occurred" if entry.status == UNSCORED else entry.status,
            factuality={"+": 3.0, "0": 0.0, "-": -3.0}[sign],
            background=entry.background is True,
            attribution=tuple(
                Attribution(actor=self.actor(r), statement=None, cue=None) for r in gold.attribution or ()
            ),
            quantities=tuple(_quantity(q) for q in gold.quantities or ()),
            part_of=ids.get(entry.part_of or ""),
            links=tuple(Link(type=kind, event=ids[target], cue=(0, 1)) for kind, target in gold.links or ()),
            **SURE,
        )


def perfect(gold: Gold) -> Coding:
    """Return the coding that gold describes."""
    maker, entry = Maker(gold), gold.entry
    ids = {e.entry.id: f"e{n}" for n, e in enumerate(gold.events, 1) if e.entry.id}
    events = tuple(maker.event(n, e, ids) for n, e in enumerate(gold.events, 1))
    statements = tuple(
        Statement(
            id=f"s{n}",
            speaker=maker.actor(s.who if isinstance(s.who, Ref) else None),
            speaker_span=s.speaker,
            cue=s.cue,
            content=s.content,
            kind=s.entry.kind or "direct",
            form=s.entry.form,
            act=s.entry.act or "assert",
            **SURE,
        )
        for n, s in enumerate(gold.statements, 1)
    )
    numbers = count(1)
    return Coding(
        report=Report(id=gold.id, text=gold.text, published=entry.published),
        events=events,
        statements=statements,
        times=tuple(_time(gold.text, f"t{next(numbers)}", e) for e in entry.time),
        commitments=tuple(_commitment(maker, f"c{next(numbers)}", e) for e in entry.commitment),
        scheduled=tuple(_scheduled(maker, f"h{next(numbers)}", e) for e in entry.scheduled),
        positions=tuple(_position(maker, f"n{next(numbers)}", e) for e in entry.position),
        actors=tuple(maker.actors.values()),
        places=tuple(maker.places.values()),
    )


def _mode_of(content: str) -> str | None:
    mode = content.partition(" ")[2]
    return None if mode in ("", UNSCORED) else mode


def _set(value):
    return None if value is UNSET else value


def _one(options: Options) -> str | None:
    return sorted(options, key=str)[0] if options else None


def _quantity(q: GoldQuantity) -> Quantity:
    return Quantity(
        kind=q.kind,
        low=q.low,
        high=q.high,
        qualifier=q.qualifier,
        of=q.of,
        currency=q.currency,
        name=q.name,
        span=(0, 1),
    )


def _time(text: str, name: str, entry) -> Time:
    start, end = value_days(entry.value) or (None, None)
    start = start if entry.start in (UNSET, UNSCORED) else None if entry.start == NONE else entry.start
    end = end if entry.end in (UNSET, UNSCORED) else None if entry.end == NONE else entry.end
    return Time(
        id=name, span=find_one(text, entry.words), type=entry.type, value=entry.value, start=start, end=end, **SURE
    )


def _commitment(maker: Maker, name: str, entry) -> Commitment:
    text = maker.text
    span = find_one(text, entry.words)
    amount = None
    if entry.amount is not None:
        amount = Amount(value=entry.amount, currency=entry.currency, qualifier="exact", span=span)
    return Commitment(
        id=name,
        event=None,
        donor=maker.actor(read_ref(text, entry.donor)) if entry.donor else None,
        recipient=maker.actor(read_ref(text, entry.recipient)) if entry.recipient else None,
        kind=entry.kind,
        stage=entry.stage,
        amount=amount,
        items=tuple(Item(name=w, count=None, span=find_all(text, w)[0]) for w in entry.items),
        **SURE,
    )


def _scheduled(maker: Maker, name: str, entry) -> Scheduled:
    text = maker.text
    return Scheduled(
        id=name,
        event=None,
        kind=entry.kind,
        name=entry.words,
        status=entry.status,
        start=None if entry.start in (UNSET, NONE, UNSCORED) else entry.start,
        end=None if entry.end in (UNSET, NONE, UNSCORED) else entry.end,
        place=None if entry.place in (UNSET, NONE) else maker.place(read_ref(text, entry.place)),
        participants=tuple(maker.actor(read_ref(text, r)) for r in entry.participants or ()),
        span=find_one(text, entry.words),
        **SURE,
    )


def _position(maker: Maker, name: str, entry) -> Position:
    issue = Issue(id=entry.issue, label=entry.issue)
    actor = maker.actor(read_ref(maker.text, entry.actor))
    return Position(id=name, actor=actor, issue=issue, stance=entry.stance, strength=1.0, **SURE)
