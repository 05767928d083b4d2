"""Why a record is as it is, in words: its cue, the entry that it came from, its rivals, the words behind each field."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import UsageError
from dateline.export.words.naming import Naming, days, folded, money, quantity
from dateline.lexicon.events.frames import Frame, load_frames
from dateline.lexicon.files import read_toml
from dateline.lexicon.words.speech import load_speech
from dateline.model.base import Record
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Attribution, Content, Event, Link, Quantity
from dateline.model.plans import Amount, Commitment, Item, Scheduled
from dateline.model.speech import Issue, Position, Statement

_HIDDEN = frozenset(
    {
        "id",
        "rule",
        "confidence",
        "evidence",
        "candidates",
        "alternatives",
        "sentence",
        "end",
        "lon",
        "radius_km",
        "trigger",
    }
    | {"span", "place_span", "speaker_span"}
)
_FRAME = "frame "
_MOST_NEEDED = 8
_NONE_STATED = "–"


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules.toml."""

    rules: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """One field: its value, the words that say so, the rule that made it, a note on it."""

    field: str
    value: str
    words: tuple[str, ...] = ()
    rule: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record in words."""

    id: str
    title: str
    confidence: float
    quote: str
    cause: str
    example: str | None
    reasons: tuple[Reason, ...]
    rivals: tuple[str, ...]


def explain(coding: Coding, record_id: str) -> Explanation:
    """Explain a record of a coding.

    Raises:
        UsageError: The coding has no such record.
    """
    record = coding.find(record_id)
    if record is None:
        raise UsageError(f"report {coding.report.id!r} has no record {record_id!r}; it has {_ids(coding)}")
    naming = Naming(coding)
    cause, example = _cause(record)
    return Explanation(
        id=record_id, title=title(naming, record), confidence=record.confidence, quote=folded(record.quote()),
        cause=cause, example=example, reasons=tuple(_reasons(naming, record)), rivals=tuple(_rivals(record)),
    )  # fmt: skip


def title(naming: Naming, record: Record) -> str:
    """Return a record in one line."""
    match record:
        case Event():
            who, whom = naming.actors(record.actors), naming.actors(record.recipients)
            return f"{naming.what(record)}: {who or 'somebody'} → {whom or 'nobody named'}"
        case Statement():
            return f"{naming.actor(record.speaker)}: {record.act} ({record.kind})"
        case Position():
            return f"{naming.actor(record.actor)} {record.stance} {record.issue.label}"
        case Commitment():
            return f"{naming.actor(record.donor)} → {naming.actor(record.recipient)}: {naming.pledge(record)}"
        case Scheduled():
            return f"{record.name}, {days(record.start, record.end) or 'no date stated'}"
        case Time():
            return f"{record.value or 'no value'} ({days(record.start, record.end) or 'no days of its own'})"
        case Actor() | Place():
            return f"{record.name} ({record.country or 'no country'})"
    return folded(record.quote())


def describe_rule(rule: str) -> str:
    """Return what a rule is, in words."""
    if rule.startswith(_FRAME):
        return f"lexicon entry {rule.removeprefix(_FRAME)}"
    known = max((p for p in _rules() if rule.startswith(p)), key=len, default=None)
    return rule if known is None else _rules()[known].format(rule[len(known) :].strip(" /:") or "itself")


def render(explanation: Explanation, *, width: int = 80) -> str:
    """Return an explanation as text."""
    e = explanation
    blocks = [
        _wrapped(f"{e.id}  {e.title}", width, 4),
        _wrapped(f"“{e.quote}”", width, 4, first=4) if e.quote else "",
        _wrapped(f"Made by {e.cause}.", width, 2)
        + (f"\n{_wrapped(f'Its example: “{e.example}”', width, 4, first=2)}" if e.example else ""),
        f"Confidence {e.confidence:.2f}",
        "\n".join(line for reason in e.reasons for line in _reason(reason, width)),
        "\n".join(["Rivals", *(_wrapped(r, width, 4, first=2) for r in e.rivals)])
        if e.rivals
        else "No rival came near.",
    ]
    return "\n\n".join(b for b in blocks if b) + "\n"


def _reason(reason: Reason, width: int) -> Iterator[str]:
    yield _wrapped(f"{reason.field:12}  {reason.value}", width, 16, first=2)
    if reason.words:
        yield _wrapped("words: " + ", ".join(f"“{w}”" for w in reason.words), width, 18, first=16)
    for said in (reason.rule, reason.note):
        if said:
            yield _wrapped(said, width, 18, first=16)


def _wrapped(text: str, width: int, indent: int, *, first: int = 0) -> str:
    return textwrap.fill(
        text, width, initial_indent=" " * first, subsequent_indent=" " * indent, break_on_hyphens=False
    )


def _cause(record: Record) -> tuple[str, str | None]:
    """Return what made the record, and the example of the lexicon entry, if it is one."""
    if record.rule.startswith(_FRAME):
        frame = _frames().get(record.rule.removeprefix(_FRAME))
        return describe_rule(record.rule) + (f" ({_needs(frame)})" if frame else ""), frame.example if frame else None
    if isinstance(record, Statement):
        lemma, _, pattern = record.rule.partition("/")
        return f"the cue “{lemma}” in the pattern “{pattern}”", _cue_example(lemma, pattern)
    return describe_rule(record.rule), None


def _needs(frame: Frame) -> str:
    """Return the words that a frame is found by, and the conditions on their company."""
    words = ", ".join((*frame.verb, *frame.noun, *frame.adjective)[:8])
    given = {f: v for f in frame.needs.__struct_fields__ if (v := getattr(frame.needs, f))}
    wants = [_condition(name, value) for name, value in given.items()]
    return f"words: {words}" + (f"; needs {'; '.join(wants)}" if wants else "")


def _condition(name: str, value: object) -> str:
    """Return one condition on a clause: a name that must hold, words, or the words after each preposition."""
    match value:
        case Mapping():
            return f"{name} " + "; ".join(f"{preposition} {_some(words)}" for preposition, words in value.items())
        case tuple():
            return f"{name} {_some(value)}"
    return name.replace("_", " ")


def _some(words: Sequence[str]) -> str:
    """Return the first words of a list, and how many more there are."""
    more = len(words) - _MOST_NEEDED
    return ", ".join(words[:_MOST_NEEDED]) + (f" and {more} more" if more > 0 else "")


@cache
def _frames() -> dict[str, Frame]:
    return {frame.id: frame for frame in load_frames().entries}


def _cue_example(lemma: str, pattern: str) -> str | None:
    return next((c.example for c in load_speech().cues() if c.lemma == lemma and pattern in c.takes), None)


@cache
def _rules() -> dict[str, str]:
    return read_toml(Path(__file__).with_name("rules.toml"), _Rules).rules


def _ids(coding: Coding) -> str:
    """Return the ids that there are: "a1–a12, e1–e7"."""
    groups: dict[str, list[str]] = {}
    for record in coding.records():
        if own := getattr(record, "id", None):
            groups.setdefault(own[0], []).append(own)
    return ", ".join(f"{ids[0]}–{ids[-1]}" if len(ids) > 1 else ids[0] for ids in groups.values()) or "none"


def _reasons(naming: Naming, record: Record) -> Iterator[Reason]:
    """Yield the fields that have a value or a reason for having none."""
    for field in fields(record):
        evidence = record.evidence.get(field.name)
        value = _value(naming, field.name, getattr(record, field.name), record)
        if field.name in _HIDDEN or (value is None and not (evidence and (evidence.note or evidence.spans))):
            continue
        words = tuple(folded(naming.coding.report.text[s:e]) for s, e in evidence.spans) if evidence else ()
        rule = describe_rule(evidence.rule) if evidence and evidence.rule else None
        yield Reason(
            _LABELS.get(field.name, field.name),
            value or _NONE_STATED,
            words[:6],
            rule,
            evidence.note if evidence else None,
        )


_LABELS = {
    "start": "days",
    "lat": "position",
    "actors": "who",
    "recipients": "whom",
    "donor": "from",
    "recipient": "to",
}
_ACTORS = frozenset({"actor", "speaker", "addressee", "donor", "recipient"})
_MANY_ACTORS = frozenset({"actors", "recipients", "via", "participants"})


def _value(naming: Naming, name: str, value: Any, record: Record) -> str | None:
    """Return a field's value in words, None where there is nothing to say."""
    if value is None or value == () or value is False:
        return None
    if name in _MANY_ACTORS:
        return naming.actors(value) + f" ({', '.join(value)})"
    if isinstance(value, str):
        return _of_text(naming, name, value, record)
    if name == "lat" and isinstance(record, Place):
        return f"{record.lat:.2f}, {record.lon:.2f}, within {record.radius_km:g} km"
    if _is_span(value):
        return f"“{folded(naming.coding.report.text[value[0] : value[1]])}”"
    if isinstance(value, tuple):
        return _of_many(naming, value, record)
    return _of_one(naming, value)


def _of_text(naming: Naming, name: str, value: str, record: Record) -> str:
    if name in _ACTORS:
        return f"{naming.actor(value)} ({value})"
    if name == "place":
        return f"{naming.place(value)} ({value})"
    if name == "start":
        return days(value, getattr(record, "end", None))
    return value


def _of_many(naming: Naming, value: tuple[Any, ...], record: Record) -> str:
    if _is_span(value[0]):
        return ", ".join(f"“{folded(naming.coding.report.text[s:e])}”" for s, e in value[:8]) + (
            " …" if len(value) > 8 else ""
        )
    return ", ".join(_value(naming, "", v, record) or "" for v in value)


def _of_one(naming: Naming, value: Any) -> str:
    match value:
        case Quantity():
            return quantity(value)
        case Amount():
            return money(value)
        case Attribution():
            return naming.actor(value.actor) + (f" ({value.statement})" if value.statement else "")
        case Link():
            return f"{value.type} {value.event}"
        case Content():
            return " ".join(filter(None, (value.type, value.mode)))
        case Issue():
            return value.label
        case Item():
            return value.name
    if hasattr(value, "event_type"):
        return f"{value.event_type}: {value.sub_event_type}"
    return f"{value:g}" if isinstance(value, float) else "yes" if value is True else str(value)


def _is_span(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], int)


def _rivals(record: Record) -> Iterator[str]:
    """Yield what else the words could have been."""
    if isinstance(record, Event):
        yield from (f"{a.type}, which got {a.score:.2f}" for a in record.alternatives)
    if isinstance(record, Place):
        for c in record.candidates:
            yield f"{', '.join(filter(None, (c.name, c.admin1, c.country)))}, which got {c.score:.2f}"
