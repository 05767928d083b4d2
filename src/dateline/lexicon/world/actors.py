"""Named actors with the days on which they hold, who held an office, and nouns for actors without a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from dateline.errors import LexiconError
from dateline.lexicon.tables import (
    DATA,
    check_code,
    covers,
    first_day,
    fits,
    fold,
    last_day,
    overruled,
    reach_of,
    read_checked,
    read_rows,
    require,
    split_list,
)
from dateline.model.closed import ActorKind, Sector

NounNumber = Literal["count", "collective", "plural"]
FOLDER = DATA / "actors"
ENTRY_COLUMNS = (
    "id", "name", "kind", "country", "sectors", "office", "wikidata", "start", "end", "aliases", "source", "note",
)  # fmt: skip
AGENT_COLUMNS = ("phrase", "plural", "number", "kind", "sectors", "office", "country", "source", "note")
OFFICE_COLUMNS = ("phrase", "country", "office", "sectors", "source")
_KINDS = frozenset(get_args(ActorKind))
_SECTORS = frozenset(get_args(Sector))
_NUMBERS = frozenset(get_args(NounNumber))
_SHORT_FORMS = {
    "EU": ("European Union",), "UK": ("U.K.",), "UN": ("U.N.", "United Nations"), "US": ("U.S.", "United States"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """One named actor, for as long as what is said of it holds.

    A person with several offices has several entries with one ``id``. ``country`` is alpha-3, XKX, or IGO, NGO, IMG,
    ISM, MNC. ``start`` and ``end`` are the first and last day, both included; None where open or not known.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[Sector, ...]
    office: str | None
    wikidata: str | None
    start: date | None
    end: date | None
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A noun or phrase for actors without a name ("soldier", "security forces", "foreign minister").

    ``number`` is "count" (one or several), "collective" (singular for many: "police") or "plural" (has no singular).
    ``office`` names the office, as in entries, where the noun is one; ``country`` is IGO or NGO where it says so
    ("peacekeepers").
    """

    phrase: str
    plural: str
    number: NounNumber
    kind: ActorKind
    sectors: tuple[Sector, ...]
    office: str | None
    country: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a title stands for, in one country (None: anywhere): "foreign secretary" is GBR's foreign minister."""

    phrase: str
    country: str | None
    office: str
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class EntryRows:
    """The rows of the tables of named actors; a row becomes an entry when it is first asked for."""

    rows: list[list[str]]
    made: dict[int, ActorEntry] = field(default_factory=dict)

    def __getitem__(self, index: int) -> ActorEntry:
        """Return the entry of a row.

        Raises:
            LexiconError: The row has an unknown kind or sector, or a date that is none.
        """
        entry = self.made.get(index)
        if entry is None:
            entry = self.made[index] = _entry(self.rows[index])
        return entry


@dataclass(frozen=True, kw_only=True)
class ActorTables:
    """All actor tables, ready for look-up by folded key.

    ``aliases`` maps a key to the aliases that fold to it, each with the numbers of its rows in ``entries``;
    ``holders`` maps an office and a country to such rows.
    """

    entries: EntryRows
    aliases: Mapping[str, tuple[tuple[str, tuple[int, ...]], ...]]
    holders: Mapping[tuple[str, str], tuple[int, ...]]
    titles: Mapping[str, tuple[Office, ...]]
    agents: Mapping[str, Agent]

    @cached_property
    def reach(self) -> Mapping[str, int]:
        """Map the first word of each alias to the most tokens that an alias beginning with it can have."""
        return reach_of(self.aliases)

    @property
    def longest(self) -> int:
        """Return the most tokens that an alias can have."""
        return max(self.reach.values(), default=0)

    def find(self, alias: str, on: date | None = None) -> tuple[ActorEntry, ...]:
        """Return the entries that a name can mean on a day; capitals as printed matter.

        Where entries have the name but none holds on that day, the nearest of each actor is returned without its
        office, the nearest actor first: with the sector ELI after it held an office, with no sector before.

        Args:
            alias: One token, or several joined by spaces, without an article.
            on: Day of the report; None accepts any time.
        """
        forms = self.aliases.get(fold(alias), ())
        numbers = dict.fromkeys(n for form, rows in forms if fits(form, alias) for n in rows)
        found = [self.entries[n] for n in numbers]
        holding = tuple(entry for entry in found if covers(entry.start, entry.end, on))
        if holding or on is None:
            return holding
        return _out_of_office(found, on)

    def offices(self, office: str, country: str, on: date | None) -> ActorEntry | None:
        """Return who holds an office on a day ("foreign minister", "FRA"); None if unknown or if two can be meant."""
        if on is None:
            return None
        title = self.title(office, country)
        rows = self.holders.get((title.office if title else office, country), ())
        held = [e for e in (self.entries[n] for n in rows) if covers(e.start, e.end, on)]
        return held[0] if len({e.id for e in held}) == 1 else None

    def title(self, phrase: str, country: str | None = None) -> Office | None:
        """Return the office that a title stands for in a country; else what it stands for anywhere."""
        offices = self.titles.get(fold(phrase), ())
        exact = next((o for o in offices if o.country == country and country is not None), None)
        return exact or next((o for o in offices if o.country is None), None)

    def agent(self, phrase: str) -> Agent | None:
        """Return the agent of a noun or phrase, in the singular or the plural."""
        return self.agents.get(fold(phrase))


@cache
def load_actors(folder: Path = FOLDER, *, extra: Path | None = None) -> ActorTables:
    """Read all actor tables once.

    Args:
        folder: Where the tables are.
        extra: A user's lexicon folder. Each CSV file below its ``actors`` folder has the columns of the package's files
            of named actors, but ``actors/agents.csv`` (nouns) and ``actors/offices.csv`` (titles) have their own. Rows
            add to the package's, come before them where a name is shared, and overrule: all rows of the same ``id`` are
            replaced, a noun of the same phrase, a title of the same phrase and country.

    Raises:
        LexiconError: A file is missing or breaks its format; in a user's folder with file and row.
    """
    own = _read_extra(extra / "actors") if extra is not None else _Extra([], [], [])
    rows = overruled((r for p in entry_files(folder) for r in read_rows(p, ENTRY_COLUMNS)), own.entries, _key)
    agents = overruled(read_rows(folder / "agents.csv", AGENT_COLUMNS), own.agents, _phrase)
    offices = overruled(read_rows(folder / "offices.csv", OFFICE_COLUMNS), own.offices, _title_key)
    return ActorTables(
        entries=EntryRows(rows),
        aliases=_by_alias(rows),
        holders=_by_office(rows),
        titles=_by_title(_office(row) for row in offices),
        agents=_by_noun(_agent(row) for row in (*agents[len(own.agents) :], *own.agents)),
    )


class _Extra(NamedTuple):
    """The rows of a user's files."""

    entries: list[list[str]]
    agents: list[list[str]]
    offices: list[list[str]]


def _read_extra(folder: Path) -> _Extra:
    """Read a user's files on actors, strictly; nothing if there is no such folder."""
    out = _Extra([], [], [])
    for path in sorted(folder.rglob("*.csv")):
        if path.name == "agents.csv":
            out.agents.extend(read_checked(path, AGENT_COLUMNS, _check_agent))
        elif path.name == "offices.csv":
            out.offices.extend(read_checked(path, OFFICE_COLUMNS, _check_office))
        else:
            out.entries.extend(read_checked(path, ENTRY_COLUMNS, _check_entry))
    return out


def _check_entry(row: list[str]) -> None:
    require(row, ENTRY_COLUMNS, "id", "name", "kind")
    if row[3]:
        check_code(row[3])
    _entry(row)


def _check_agent(row: list[str]) -> None:
    require(row, AGENT_COLUMNS, "phrase", "number", "kind")
    _agent(row)


def _check_office(row: list[str]) -> None:
    require(row, OFFICE_COLUMNS, "phrase", "office")
    if row[1]:
        check_code(row[1])
    _office(row)


def _key(row: list[str]) -> str:
    return row[0]


def _phrase(row: list[str]) -> str:
    return fold(row[0])


def _title_key(row: list[str]) -> tuple[str, str]:
    return fold(row[0]), row[1]


def entry_files(folder: Path = FOLDER) -> list[Path]:
    """List the files of named actors, in a fixed order."""
    return [p for p in sorted(folder.rglob("*.csv")) if p.name not in {"agents.csv", "offices.csv"}]


def read_entries(path: Path) -> list[ActorEntry]:
    """Read one file of named actors, every row at once.

    Raises:
        LexiconError: The file breaks its format.
    """
    return [_entry(row) for row in read_rows(path, ENTRY_COLUMNS)]


def _entry(row: list[str]) -> ActorEntry:
    key, name, kind, country, sectors, office, wikidata, start, end, aliases, source, _note = row
    roles = split_list(sectors)
    if kind not in _KINDS or not _SECTORS.issuperset(roles):
        raise LexiconError(f"data/actors: {key!r} has kind {kind!r}, sectors {sectors!r}; see model/closed.py")
    try:
        since, until = first_day(start), last_day(end)
    except ValueError as error:
        raise LexiconError(f"data/actors: {key!r} has the dates {start!r}, {end!r}; write YYYY-MM-DD") from error
    return ActorEntry(
        id=key, name=name, kind=kind, country=country or None, sectors=roles,  # type: ignore[arg-type]  # checked above
        office=office or None, wikidata=wikidata or None, start=since, end=until, aliases=split_list(aliases),
        source=source,
    )  # fmt: skip


def _agent(row: list[str]) -> Agent:
    phrase, plural, number, kind, sectors, office, country, source, _note = row
    roles = split_list(sectors)
    if kind not in _KINDS or not _SECTORS.issuperset(roles) or number not in _NUMBERS:
        raise LexiconError(f"actors/agents.csv: {phrase!r} has {number!r}, {kind!r}, {sectors!r}; see model/closed.py")
    return Agent(
        phrase=phrase, plural=plural, number=number, kind=kind, sectors=roles,  # type: ignore[arg-type]  # checked above
        office=office or None, country=country or None, source=source,
    )  # fmt: skip


def _office(row: list[str]) -> Office:
    phrase, country, office, sectors, _source = row
    roles = split_list(sectors)
    if not _SECTORS.issuperset(roles):
        raise LexiconError(f"actors/offices.csv: {phrase!r} has sectors {sectors!r}; see model/closed.py")
    return Office(phrase=phrase, country=country or None, office=office, sectors=roles)  # type: ignore[arg-type]


def _out_of_office(entries: Iterable[ActorEntry], on: date) -> tuple[ActorEntry, ...]:
    nearest: dict[str, ActorEntry] = {}
    for entry in entries:
        known = nearest.get(entry.id)
        if known is None or _days_away(entry, on) < _days_away(known, on):
            nearest[entry.id] = entry
    return tuple(_without_office(e, on) for e in sorted(nearest.values(), key=lambda e: _days_away(e, on)))


def _days_away(entry: ActorEntry, on: date) -> int:
    days = [abs((day - on).days) for day in (entry.start, entry.end) if day is not None]
    return min(days, default=0)


def _without_office(entry: ActorEntry, on: date) -> ActorEntry:
    if entry.office is None:
        return entry
    past = entry.end is not None and entry.end < on
    return replace(entry, office=None, sectors=("ELI",) if past else ())


def _by_alias(rows: list[list[str]]) -> dict[str, tuple[tuple[str, tuple[int, ...]], ...]]:
    forms: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for alias in (row[1], *split_list(row[9])):
            for form in _spellings(alias):
                forms.setdefault(form, []).append(number)
    grouped: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for form, numbers in forms.items():
        grouped.setdefault(fold(form), []).append((form, tuple(numbers)))
    return {key: tuple(found) for key, found in grouped.items()}


def _by_office(rows: list[list[str]]) -> dict[tuple[str, str], tuple[int, ...]]:
    grouped: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(rows):
        if row[5] and (row[7] or row[8]):
            grouped.setdefault((row[5], row[3]), []).append(number)
    return {key: tuple(found) for key, found in grouped.items()}


def _by_title(offices: Iterable[Office]) -> dict[str, tuple[Office, ...]]:
    grouped: dict[str, list[Office]] = {}
    for office in offices:
        grouped.setdefault(fold(office.phrase), []).append(office)
    return {key: tuple(found) for key, found in grouped.items()}


def _by_noun(agents: Iterable[Agent]) -> dict[str, Agent]:
    nouns: dict[str, Agent] = {}
    for agent in agents:
        nouns[fold(agent.phrase)] = agent
        if agent.plural:
            nouns.setdefault(fold(agent.plural), agent)
    return nouns


def _spellings(alias: str) -> tuple[str, ...]:
    """Return an alias and, where it opens with a short form ("UN Security Council"), the same with its longer ones."""
    short, _, rest = alias.partition(" ")
    longer = _SHORT_FORMS.get(short) if rest else None
    return (alias, *(f"{form} {rest}" for form in longer)) if longer else (alias,)
