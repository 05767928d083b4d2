"""Gold files as they stand on disk: one struct for each kind of entry, read strictly."""

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from dateline.model.closed import (
    Act,
    ActorKind,
    CommitmentKind,
    EventType,
    Mode,
    Precision,
    QuoteKind,
    ScheduledKind,
    ScheduledStatus,
    Stage,
    Stance,
    StatementForm,
    Status,
    TimeType,
)

Layer = Literal["events", "statements", "times", "places", "actors", "commitments", "scheduled", "positions"]
Sign = Literal["+", "0", "-"]
AcledSub = Literal[
    "none", "?", "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest", "Violent demonstration",
    "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance",
    "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
]  # fmt: skip


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries: a misspelt key is an error."""


class EventEntry(Entry, frozen=True, kw_only=True):
    """One event. What is left out of a short case is its default for the first block, unscored for the second."""

    trigger: str
    type: EventType | Literal["none"]
    id: str | None = None
    also: tuple[str, ...] = ()
    or_type: tuple[EventType, ...] = ()
    optional: bool = False
    mode: Mode | Literal["?"] | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: Status | Literal["?"] = "occurred"
    attribution: tuple[str, ...] = ()
    background: bool | Literal["?"] = False

    content: str | UnsetType = UNSET
    factuality: Sign | UnsetType = UNSET
    place: str | UnsetType = UNSET
    day: str | UnsetType = UNSET
    start: str | UnsetType = UNSET
    end: str | UnsetType = UNSET
    quantities: tuple[str, ...] | UnsetType = UNSET
    acled: AcledSub | UnsetType = UNSET
    main: bool | UnsetType = UNSET
    links: tuple[str, ...] | UnsetType = UNSET
    part_of: str | UnsetType = UNSET
    note: str | None = None


class StatementEntry(Entry, frozen=True, kw_only=True):
    """One attribution: the speaker's words in the sentence, who that is, the cue, the content."""

    content: str | tuple[str, ...]
    speaker: str | None = None
    who: str | UnsetType = UNSET
    cue: str | None = None
    kind: QuoteKind | UnsetType = UNSET
    act: Act | UnsetType = UNSET
    form: StatementForm = "speech"
    optional: bool = False
    note: str | None = None


class TimeEntry(Entry, frozen=True, kw_only=True):
    """One time expression; days follow from a plain value and are given for others."""

    words: str
    value: str
    type: TimeType = "DATE"
    optional: bool = False
    start: str | UnsetType = UNSET
    end: str | UnsetType = UNSET
    note: str | None = None


class PlaceEntry(Entry, frozen=True, kw_only=True):
    """One place with the words of its mentions."""

    words: str
    country: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    precision: Precision | tuple[Precision, ...] | UnsetType = UNSET
    note: str | None = None


class ActorEntry(Entry, frozen=True, kw_only=True):
    """One actor with every mention, pronouns included, in text order."""

    mentions: tuple[str, ...]
    country: str | UnsetType = UNSET
    sector: str | UnsetType = UNSET
    kind: ActorKind | tuple[ActorKind, ...] | UnsetType = UNSET
    note: str | None = None


class CommitmentEntry(Entry, frozen=True, kw_only=True):
    """One undertaking to give; ``words`` are those that name the sum or the things."""

    words: str
    kind: CommitmentKind
    stage: Stage
    donor: str | None = None
    recipient: str | None = None
    amount: float | None = None
    currency: str | None = None
    items: tuple[str, ...] = ()
    note: str | None = None


class ScheduledEntry(Entry, frozen=True, kw_only=True):
    """One dated thing to come; ``words`` name it."""

    words: str
    kind: ScheduledKind
    status: ScheduledStatus = "set"
    optional: bool = False
    start: str | UnsetType = UNSET
    end: str | UnsetType = UNSET
    place: str | UnsetType = UNSET
    participants: tuple[str, ...] | UnsetType = UNSET
    note: str | None = None


class PositionEntry(Entry, frozen=True, kw_only=True):
    """Where an actor stands; ``issue`` is words of the report that name the issue."""

    actor: str
    stance: Stance
    issue: str
    note: str | None = None


class CaseEntry(Entry, frozen=True, kw_only=True):
    """One text with the layers to score."""

    id: str
    why: str
    published: str
    text: str
    title: str | None = None
    source: str | None = None
    complete: tuple[Layer, ...] | UnsetType = UNSET
    full: bool | UnsetType = UNSET
    none: bool = False
    event: tuple[EventEntry, ...] = ()
    statement: tuple[StatementEntry, ...] = ()
    time: tuple[TimeEntry, ...] = ()
    place: tuple[PlaceEntry, ...] = ()
    actor: tuple[ActorEntry, ...] = ()
    commitment: tuple[CommitmentEntry, ...] = ()
    scheduled: tuple[ScheduledEntry, ...] = ()
    position: tuple[PositionEntry, ...] = ()


class FileEntry(Entry, frozen=True, kw_only=True):
    """One gold file: a phenomenon, what its cases are complete in, and the cases."""

    about: str
    complete: tuple[Layer, ...] = ("events",)
    full: bool = False
    case: tuple[CaseEntry, ...]
