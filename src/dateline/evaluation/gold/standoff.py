"""Standoff gold: labels of texts that are not ours to publish, tied to them by offsets and a digest.

One JSON object a line. With the texts (``gold/real/README.md`` says where they come from) they give the same cases as a
gold file; without them they say nothing of what the texts say.
"""

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from dateline.errors import GoldError
from dateline.evaluation.gold.cases import Gold, GoldEvent, GoldSet, GoldStatement
from dateline.evaluation.gold.entries import CaseEntry, Entry, EventEntry, Layer, StatementEntry
from dateline.evaluation.gold.quantities import GoldQuantity
from dateline.evaluation.gold.words import NULL, UNSCORED, Options, Ref, read_options
from dateline.model.base import Span
from dateline.model.closed import EventType, LinkType, Mode, QuoteKind, StatementForm, Status

Part = Literal["learn", "judge"]
"""``judge``: the fifth that nobody reads while mending the coder, and no weight is learned from."""
Flag = Literal["opinion", "obituary", "explainer", "live", "transcript", "digest", "statement"]
Words = tuple[Span, ...]
JUDGED = 5
T = TypeVar("T")
_MAY_BE_UNSCORED = ("attribution", "place", "start", "end", "quantities")


class RefLabel(Entry, frozen=True, kw_only=True):
    """Who or where: all places at which the words stand, and codes as gold files write them (``A/B``, ``-``, ``?``)."""

    at: Words
    country: str = UNSCORED
    sector: str = UNSCORED
    optional: bool = False


class EventLabel(Entry, frozen=True, kw_only=True, omit_defaults=True):
    """One event. What is left out is nothing; what the text does not decide is named in ``unscored``."""

    at: Words
    type: EventType | Literal["none"]
    or_type: tuple[EventType, ...] = ()
    mode: Mode | Literal["?"] | None = None
    content: str | None = None
    status: Status | Literal["?"] = "occurred"
    background: bool | Literal["?"] = False
    main: bool = False
    optional: bool = False
    actors: tuple[RefLabel, ...] = ()
    recipients: tuple[RefLabel, ...] = ()
    attribution: tuple[RefLabel | None, ...] = ()
    place: RefLabel | None = None
    start: str | None = None
    end: str | None = None
    quantities: tuple[GoldQuantity, ...] = ()
    id: str | None = None
    links: tuple[tuple[LinkType, str], ...] = ()
    part_of: str | None = None
    unscored: tuple[str, ...] = ()


class StatementLabel(Entry, frozen=True, kw_only=True, omit_defaults=True):
    """One attribution: the speaker's words in its sentence, the cue, the content, and who the speaker is."""

    content: Words
    speaker: Span | None = None
    cue: Span | None = None
    who: RefLabel | None = None
    kind: QuoteKind | None = None
    form: StatementForm = "speech"
    optional: bool = False


class ReportLabel(Entry, frozen=True, kw_only=True, omit_defaults=True):
    """All labels of one text.

    ``digest`` is the SHA-256 of its UTF-8 bytes, ``published`` the day against which its weekdays were read,
    ``complete`` the layers in which everything is labelled.
    """

    id: str
    digest: str
    source: str
    published: str
    part: Part
    url: str | None = None
    licence: str | None = None
    flags: tuple[Flag, ...] = ()
    complete: tuple[Layer, ...] = ("events", "statements")
    events: tuple[EventLabel, ...] = ()
    statements: tuple[StatementLabel, ...] = ()


def digest_of(text: str) -> str:
    """Return the digest by which labels know their text."""
    return hashlib.sha256(text.encode()).hexdigest()


def part_of(text: str) -> Part:
    """Return the part that a text is in: one in five, by its digest, is for judging."""
    return "judge" if int(digest_of(text)[:8], 16) % JUDGED == 0 else "learn"


def read_labels(path: Path) -> tuple[ReportLabel, ...]:
    """Read a file of standoff labels.

    Raises:
        GoldError: A line is not in the form of ``ReportLabel``.
    """
    decoder = msgspec.json.Decoder(ReportLabel)
    labels = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            labels.append(decoder.decode(line))
        except msgspec.MsgspecError as fault:
            raise GoldError(f"{path.name}: line {number}: {fault}; the fields are listed in docs/gold.md") from fault
    return tuple(labels)


def read_lines(path: Path) -> list[bytes]:
    """Return the lines of a file, plain or gzipped (``.gz``)."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()


def read_texts(path: Path) -> dict[str, str]:
    """Read texts by digest from JSON Lines (``{"text"}``), plain or gzipped.

    Raises:
        GoldError: A line has no text.
    """
    texts = {}
    for number, line in enumerate(read_lines(path), start=1):
        try:
            text = msgspec.json.decode(line)["text"]
        except (msgspec.DecodeError, KeyError, TypeError) as fault:
            raise GoldError(f'{path.name}: line {number} is no object with a "text"') from fault
        texts[digest_of(text)] = text
    return texts


def load_standoff(labels: Iterable[ReportLabel], texts: Mapping[str, str]) -> GoldSet:
    """Join labels to the texts at hand; labels whose text is missing are left out.

    Args:
        labels: What ``read_labels`` gives.
        texts: Texts by digest, as ``read_texts`` gives them.

    Raises:
        GoldError: No label has its text.
    """
    held = [label for label in labels if label.digest in texts]
    if not held:
        raise GoldError("none of the labelled texts is in the file of texts; gold/real/README.md says how to get them")
    digest = hashlib.sha256(b"".join(sorted(msgspec.json.encode(label) for label in held))).hexdigest()
    return GoldSet(cases=tuple(_case(label, texts[label.digest]) for label in held), digest=digest[:16])


def to_label(gold: Gold, *, source: str, part: Part, flags: tuple[Flag, ...] = ()) -> ReportLabel:
    """Return the standoff form of a case; no word of its text is in it."""
    return ReportLabel(
        id=gold.id,
        digest=digest_of(gold.text),
        source=source,
        published=gold.entry.published,
        part=part,
        flags=flags,
        events=tuple(map(_event_label, gold.events)),
        statements=tuple(map(_statement_label, gold.statements)),
    )


def _ref_label(ref: Ref) -> RefLabel:
    return RefLabel(at=ref.spans, country=_code(ref.country), sector=_code(ref.sector), optional=ref.optional)


def _code(options: Options) -> str:
    return UNSCORED if options is None else "/".join(sorted(NULL if o is None else o for o in options))


def _event_label(event: GoldEvent) -> EventLabel:
    entry = event.entry
    unscored = tuple(name for name in _MAY_BE_UNSCORED if getattr(event, name) is UNSET)
    return EventLabel(
        at=event.spans,
        type=entry.type,
        or_type=entry.or_type,
        mode=entry.mode,
        content=_or(entry.content, None),
        status=entry.status,
        background=entry.background,
        main=entry.main is True,
        optional=entry.optional,
        actors=tuple(map(_ref_label, event.actors)),
        recipients=tuple(map(_ref_label, event.recipients)),
        attribution=tuple(_ref_label(ref) if ref else None for ref in _or(event.attribution, ())),
        place=_ref_label(place) if (place := _or(event.place, None)) else None,
        start=_or(event.start, None),
        end=_or(event.end, None),
        quantities=tuple(replace(q, name=None) for q in _or(event.quantities, ())),
        id=entry.id,
        links=_or(event.links, ()),
        part_of=_or(entry.part_of, None),
        unscored=unscored,
    )


def _statement_label(statement: GoldStatement) -> StatementLabel:
    entry, who = statement.entry, _or(statement.who, None)
    return StatementLabel(
        content=statement.content,
        speaker=statement.speaker,
        cue=statement.cue,
        who=_ref_label(who) if who else None,
        kind=_or(entry.kind, None),
        form=entry.form,
        optional=entry.optional,
    )


def _or(value: T | UnsetType, other: T) -> T:
    return other if isinstance(value, UnsetType) else value


def _case(label: ReportLabel, text: str) -> Gold:
    """Return the case that a label makes with its text."""
    events = tuple(_event(e, text) for e in label.events)
    statements = tuple(_statement(s, text) for s in label.statements)
    entry = CaseEntry(
        id=label.id,
        why=f"a report of {label.source}",
        published=label.published,
        text=text,
        event=tuple(e.entry for e in events),
        statement=tuple(s.entry for s in statements),
    )
    return Gold(
        entry=entry,
        file=label.source,
        complete=frozenset(label.complete),
        full=True,
        events=events,
        statements=statements,
    )


def _ref(label: RefLabel, text: str) -> Ref:
    (start, end), *_ = label.at
    country, sector = read_options(label.country), read_options(label.sector)
    return Ref(words=text[start:end], spans=label.at, country=country, sector=sector, optional=label.optional)


def _event(label: EventLabel, text: str) -> GoldEvent:
    words = tuple(text[start:end] for start, end in label.at)
    entry = EventEntry(
        trigger=words[0],
        also=words[1:],
        type=label.type,
        or_type=label.or_type,
        mode=label.mode,
        content=label.content or UNSET,
        status=label.status,
        background=label.background,
        main=label.main,
        optional=label.optional,
        id=label.id,
        part_of=label.part_of or UNSET,
    )

    def scored(name: str, value: T) -> T | UnsetType:
        return UNSET if name in label.unscored else value

    return GoldEvent(
        entry=entry,
        spans=label.at,
        actors=tuple(_ref(r, text) for r in label.actors),
        recipients=tuple(_ref(r, text) for r in label.recipients),
        attribution=scored("attribution", tuple(_ref(r, text) if r else None for r in label.attribution)),
        place=scored("place", _ref(label.place, text) if label.place else None),
        start=scored("start", label.start),
        end=scored("end", label.end),
        quantities=scored("quantities", label.quantities),
        links=label.links,
    )


def _statement(label: StatementLabel, text: str) -> GoldStatement:
    entry = StatementEntry(
        content=tuple(text[start:end] for start, end in label.content),
        kind=label.kind or UNSET,
        form=label.form,
        optional=label.optional,
    )
    who = _ref(label.who, text) if label.who else UNSET
    return GoldStatement(entry=entry, speaker=label.speaker, who=who, cue=label.cue, content=label.content)
