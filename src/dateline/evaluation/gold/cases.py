"""Gold cases: read from TOML, tied to the spans of their words, and checked."""

import hashlib
import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar, get_args

import msgspec
from msgspec import UNSET, UnsetType

from dateline.errors import GoldError
from dateline.evaluation.gold.entries import CaseEntry, EventEntry, FileEntry, Layer, StatementEntry
from dateline.evaluation.gold.quantities import GoldQuantity, read_quantity
from dateline.evaluation.gold.words import UNSCORED, Ref, WordsError, find_one, read_ref
from dateline.model.base import Span
from dateline.model.closed import EventType, LinkType, Mode

T = TypeVar("T")
NONE = "none"
NOBODY = "nobody"
GUIDE = "docs/gold.md"
NOT_CASES = ("floors.toml", "right.toml", "rules.toml")
_LINK_TYPES: tuple[LinkType, ...] = get_args(LinkType)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An event with its words resolved; UNSET fields are not scored."""

    entry: EventEntry
    spans: tuple[Span, ...]
    actors: tuple[Ref, ...]
    recipients: tuple[Ref, ...]
    attribution: tuple[Ref | None, ...] | UnsetType
    place: Ref | UnsetType | None
    start: str | UnsetType | None
    end: str | UnsetType | None
    quantities: tuple[GoldQuantity, ...] | UnsetType
    links: tuple[tuple[LinkType, str], ...] | UnsetType


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """A statement with its words resolved."""

    entry: StatementEntry
    speaker: Span | None
    who: Ref | UnsetType | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One case: its entry as written, and the records that need resolving."""

    entry: CaseEntry
    file: str
    complete: frozenset[Layer]
    full: bool
    events: tuple[GoldEvent, ...]
    statements: tuple[GoldStatement, ...]

    @property
    def id(self) -> str:
        """Return the id of the case, which is the id of its report."""
        return self.entry.id

    @property
    def text(self) -> str:
        """Return the text to code."""
        return self.entry.text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """All cases, and the digest of the files that they were read from."""

    cases: tuple[Gold, ...]
    digest: str

    def reports(self) -> Iterator[dict[str, str]]:
        """Yield each case as a report for ``dateline code``: id, text, published, title, source."""
        for case in self.cases:
            entry = case.entry
            report = {"id": entry.id, "text": entry.text, "published": entry.published}
            yield report | {k: v for k, v in (("title", entry.title), ("source", entry.source)) if v}


def load_gold(paths: Iterable[Path]) -> GoldSet:
    """Read gold files, or all ``cases/`` and ``reports/`` files of gold folders.

    Raises:
        GoldError: A file breaks the format, words are not in the text, or two cases have one id.
    """
    files = sorted({file for path in paths for file in _files_of(path)})
    if not files:
        raise GoldError("no gold files were found; name a gold folder or a .toml file of cases")
    digest = hashlib.sha256()
    cases: dict[str, Gold] = {}
    for file in files:
        content = file.read_bytes()
        digest.update(file.name.encode() + b"\0" + content)
        for case in read_cases(content.decode(), file.name):
            if case.id in cases:
                raise GoldError(f"{file.name}: case {case.id!r} is also in {cases[case.id].file}; give it another id")
            cases[case.id] = case
    return GoldSet(cases=tuple(cases.values()), digest=digest.hexdigest()[:16])


def read_cases(toml: str, name: str) -> tuple[Gold, ...]:
    """Read the cases of one file; ``name`` is used in errors.

    Raises:
        GoldError: As for ``load_gold``.
    """
    try:
        file = msgspec.convert(tomllib.loads(toml), FileEntry, strict=True)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise GoldError(f"{name}: {fault}{_case_near(toml, str(fault))}; the fields are listed in {GUIDE}") from fault
    return tuple(resolve_case(entry, file, name) for entry in file.case)


def value_days(value: str) -> tuple[str | None, str | None] | None:
    """Return the first and last day of a plain TIMEX3 date value, or None where the value alone does not tell."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(T.*)?", value):
        day = value[:10]
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match[1]), int(match[2])
        return f"{value}-01", f"{value}-{monthrange(year, month)[1]}"
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first.isoformat(), (first + timedelta(days=1 if match[3] else 6)).isoformat()
    return None


def _files_of(path: Path) -> Iterator[Path]:
    """Yield the gold files at a path."""
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from (
            f for part in ("cases", "reports", ".") for f in (path / part).glob("*.toml") if f.name not in NOT_CASES
        )
    else:
        raise GoldError(f"{path} does not exist; name a gold folder or a .toml file of cases")


def _case_near(toml: str, fault: str) -> str:
    """Name the case that a validation error points at by number."""
    match = re.search(r"\$\.case\[(\d+)\]", fault)
    ids = re.findall(r'^id\s*=\s*"([^"]+)"', toml, re.MULTILINE)
    return f" (case {ids[int(match[1])]!r})" if match and int(match[1]) < len(ids) else ""


def resolve_case(entry: CaseEntry, file: FileEntry, name: str) -> Gold:
    """Tie a case to its words and check it; ``name`` is used in errors.

    Raises:
        GoldError: Words are not in the text, or the case contradicts itself.
    """
    complete = file.complete if isinstance(entry.complete, UnsetType) else entry.complete
    full = file.full if isinstance(entry.full, UnsetType) else entry.full
    try:
        date.fromisoformat(entry.published)
        gold = Gold(
            entry=entry,
            file=name,
            complete=frozenset(complete) | ({"events"} if entry.none else frozenset()),
            full=full,
            events=tuple(_resolve_event(entry.text, e, full=full) for e in entry.event),
            statements=tuple(_resolve_statement(entry.text, s) for s in entry.statement),
        )
        _check(gold)
    except ValueError as fault:
        raise GoldError(f"{name}: case {entry.id!r}: {fault}; the format is explained in {GUIDE}") from fault
    return gold


def _resolve_event(text: str, entry: EventEntry, *, full: bool) -> GoldEvent:
    """Tie an event to its words; in a full coding what is left out is nothing, elsewhere it is not scored."""
    start, end = (entry.day, entry.day) if isinstance(entry.day, str) else (entry.start, entry.end)

    def unless(value: str | UnsetType, make: Callable[[str], T]) -> T | UnsetType | None:
        if isinstance(value, UnsetType):
            return None if full else UNSET
        if value == UNSCORED:
            return UNSET
        return None if value == NONE else make(value)

    return GoldEvent(
        entry=entry,
        spans=(find_one(text, entry.trigger), *(find_one(text, words) for words in entry.also)),
        actors=tuple(read_ref(text, ref) for ref in entry.actors),
        recipients=tuple(read_ref(text, ref) for ref in entry.recipients),
        attribution=_sequence(entry.attribution, lambda ref: None if ref == NOBODY else read_ref(text, ref), full=full),
        place=unless(entry.place, lambda ref: read_ref(text, ref)),
        start=unless(start, _day),
        end=unless(end, _day),
        quantities=_sequence(entry.quantities, read_quantity, full=full),
        links=_sequence(entry.links, _link, full=full),
    )


def _sequence(
    values: tuple[str, ...] | UnsetType, read: Callable[[str], T], *, full: bool
) -> tuple[T, ...] | UnsetType:
    """Read each value; what is left out is empty in a full coding and unscored elsewhere."""
    if isinstance(values, UnsetType):
        return () if full else UNSET
    if values == (UNSCORED,):
        return UNSET
    return tuple(read(value) for value in values)


def _day(value: str) -> str:
    """Check a day."""
    return date.fromisoformat(value).isoformat()


def _link(value: str) -> tuple[LinkType, str]:
    """Read ``response-to strike``."""
    kind, _, target = value.partition(" ")
    for known in _LINK_TYPES:
        if kind == known and target:
            return known, target
    raise ValueError(f"link {value!r} is not `TYPE ID`; the types are {', '.join(_LINK_TYPES)}")


def _resolve_statement(text: str, entry: StatementEntry) -> GoldStatement:
    """Tie a statement to its words."""
    content = (entry.content,) if isinstance(entry.content, str) else entry.content
    who = entry.who
    return GoldStatement(
        entry=entry,
        speaker=find_one(text, entry.speaker) if entry.speaker else None,
        who=who if isinstance(who, UnsetType) else None if who == NONE else read_ref(text, who),
        cue=find_one(text, entry.cue) if entry.cue else None,
        content=tuple(find_one(text, words) for words in content),
    )


def _check_content(content: str) -> None:
    """Raise ValueError where what is agreed, asked, refused or threatened is not ``TYPE mode``."""
    kind, _, mode = content.partition(" ")
    if content not in (NONE, UNSCORED) and (
        kind not in get_args(EventType) or (mode not in ("", UNSCORED, *get_args(Mode)))
    ):
        raise ValueError(f"content {content!r} is not `TYPE` or `TYPE mode`; use PLOVER's names")


def _check(gold: Gold) -> None:
    """Raise ValueError where a case contradicts itself or its other layers are not in its text."""
    entry = gold.entry
    for event in entry.event:
        _check_content(event.content if isinstance(event.content, str) else NONE)
    if entry.none and entry.event:
        raise ValueError("`none = true` stands beside events; drop one of them")
    ids = [e.entry.id for e in gold.events if e.entry.id]
    if len(ids) != len(set(ids)):
        raise ValueError("two events have one id; ids are unique within a case")
    targets = [t for e in gold.events if not isinstance(e.links, UnsetType) for _, t in e.links]
    targets += [
        e.entry.part_of
        for e in gold.events
        if isinstance(e.entry.part_of, str) and e.entry.part_of not in (NONE, UNSCORED)
    ]
    for target in targets:
        if target not in ids:
            raise ValueError(f"a link points to event {target!r}, but the ids are {ids}; give that event this id")
    mains = [e for e in gold.events if e.entry.main is True]
    if gold.full and gold.events and len(mains) != 1:
        raise ValueError(f"{len(mains)} events have `main = true`; a full coding has exactly one")
    _check_words(gold)


def _check_words(gold: Gold) -> None:
    """Raise WordsError where words of the plainer layers are not in the text."""
    text, entry = gold.text, gold.entry
    single = [t.words for t in entry.time] + [c.words for c in entry.commitment] + [s.words for s in entry.scheduled]
    single += [words for actor in entry.actor for words in actor.mentions]
    for words in single:
        find_one(text, words)
    several = [p.words for p in entry.place] + [p.issue for p in entry.position] + [p.actor for p in entry.position]
    several += [ref for c in entry.commitment for ref in (c.donor, c.recipient) if ref]
    several += [words for c in entry.commitment for words in c.items]
    several += [s.place for s in entry.scheduled if isinstance(s.place, str) and s.place != NONE]
    several += [ref for s in entry.scheduled if not isinstance(s.participants, UnsetType) for ref in s.participants]
    for words in several:
        read_ref(text, words)


__all__ = ["Gold", "GoldEvent", "GoldSet", "GoldStatement", "WordsError", "load_gold", "read_cases", "value_days"]
