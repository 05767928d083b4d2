"""Stories with their truth: read from a folder of TOML files, their marks tied to spans, and checked."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from dateline.errors import GoldError
from dateline.evaluation.stories.entries import IncidentEntry, Part, PlotEntry, ReportEntry, State
from dateline.evaluation.stories.marks import Mark, read_marks

PLOTS = "plots"
GUIDE = "gold/stories/README.md"
_JUDGED = 0.45
"""The part of the plots that is kept for judging: as near to half as leaves more than half to learn from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report: its text without marks, and what they say. ``main`` is the incident that it tells first."""

    id: str
    source: str
    published: datetime
    title: str | None
    text: str
    family: str
    root: str
    marks: tuple[Mark, ...]
    main: str

    @property
    def incidents(self) -> frozenset[str]:
        """Return the incidents that the report tells of."""
        return frozenset(mark.incident for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The stories of one file; the ids of its incidents begin with its name."""

    name: str
    part: Part
    incidents: tuple[IncidentEntry, ...]
    reports: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """All plots, and the digest of their files."""

    plots: tuple[Plot, ...]
    digest: str

    def of(self, part: Part | None) -> "Stories":
        """Return the plots of one part, or all."""
        return Stories(plots=tuple(p for p in self.plots if part in (None, p.part)), digest=self.digest)

    @property
    def reports(self) -> tuple[Told, ...]:
        """Return the reports of all plots."""
        return tuple(report for plot in self.plots for report in plot.reports)

    @property
    def incidents(self) -> tuple[IncidentEntry, ...]:
        """Return the incidents of all plots."""
        return tuple(incident for plot in self.plots for incident in plot.incidents)

    @property
    def acts(self) -> tuple[IncidentEntry, ...]:
        """Return the incidents that are acts of PLOVER; others (a flood, a trial) no coder of acts can find."""
        return tuple(incident for incident in self.incidents if incident.type.isupper())


def load_stories(folder: Path) -> Stories:
    """Read the plots of a folder.

    Raises:
        GoldError: There are none, a file breaks the format, or two reports have one id.
    """
    files = sorted((folder / PLOTS).glob("*.toml"))
    if not files:
        raise GoldError(f"{folder}: there is no plot in {PLOTS}/; name a folder of stories such as gold/stories")
    digest = hashlib.sha256()
    plots = []
    for file in files:
        content = file.read_bytes()
        digest.update(file.name.encode() + b"\0" + content)
        plots.append(read_plot(content.decode(), file.stem))
    _once((report.id for plot in plots for report in plot.reports), "report", "two plots")
    return Stories(plots=tuple(plots), digest=digest.hexdigest()[:16])


def read_plot(toml: str, name: str) -> Plot:
    """Read one file.

    Raises:
        GoldError: It breaks the format, or its parts contradict each other.
    """
    try:
        entry = msgspec.convert(tomllib.loads(toml), PlotEntry, strict=True)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise GoldError(f"{name}.toml: {fault}; the fields are listed in {GUIDE}") from fault
    _once((i.id for i in entry.incident), "incident", f"{name}.toml")
    reports = tuple(_read_reports(entry, name))
    _check(entry, reports, name)
    incidents = tuple(_renamed(incident, name) for incident in entry.incident)
    return Plot(name=name, part=part_of(name), incidents=incidents, reports=reports)


def part_of(name: str) -> Part:
    """Return the part of a plot, by the digest of its name."""
    return "judge" if hashlib.sha256(name.encode()).digest()[0] < 256 * _JUDGED else "learn"


def state_of(incident: IncidentEntry, field: str, value: str) -> State:
    """Return the state of a value that a report gives a field."""
    return incident.states.get(field, {}).get(value, "agree")


def _read_reports(entry: PlotEntry, name: str) -> Iterator[Told]:
    known: dict[str, tuple[ReportEntry, str, Told]] = {}
    for report in entry.report:
        if report.id in known or (report.copies and report.copies not in known):
            raise GoldError(f"{name}.toml: report {report.id!r} stands twice or copies a later one; see {GUIDE}")
        whole = known.get(report.copies) if report.copies else None
        marked = _marked(report, whole[1] if whole else report.text)
        family = report.family or (whole[2].family if whole else report.id)
        root = report.root or (whole[2].root if whole else report.source)
        told = _told(report, marked, name, family=family, root=root)
        known[report.id] = (report, marked, told)
        yield told


def _told(report: ReportEntry, marked: str, name: str, *, family: str, root: str) -> Told:
    text, marks = read_marks(marked)
    if not marks or "{" in text or "}" in text:
        raise GoldError(f"{name}.toml: report {report.id!r} has no mark or a broken one; a mark is {{incident:words}}")
    long = tuple(_long(mark, name) for mark in marks)
    return Told(
        id=report.id, source=report.source, published=report.published, title=report.title, text=text,
        family=family, root=root, marks=long, main=long[0].incident,
    )  # fmt: skip


def _long(mark: Mark, name: str) -> Mark:
    return Mark(incident=f"{name}/{mark.incident}", span=mark.span, field=mark.field, value=mark.value)


def _marked(report: ReportEntry, marked: str) -> str:
    """Return a text of its own, or what a copy keeps of another's, with its own top and bottom."""
    parts = marked.strip().split("\n\n")
    kept = [parts[n - 1] for n in report.paragraphs] if report.paragraphs else parts
    return "\n\n".join([*filter(None, [report.top]), *kept, *filter(None, [report.bottom])]) + "\n"


def _check(entry: PlotEntry, reports: Iterable[Told], name: str) -> None:
    """Refuse marks of unknown incidents, states of values that nobody gives, and values of a field without a state."""
    given = {(m.incident.split("/")[1], m.field, m.value) for r in reports for m in r.marks}
    known = {incident.id: incident for incident in entry.incident}
    wrong = sorted({i for i, _, _ in given if i not in known} | {i for i in known if i not in {g[0] for g in given}})
    wrong += sorted(other for i in known.values() for other in i.related if other not in known)
    wrong += [
        f"{i}.{field}={value}"
        for i, field, value in sorted(given, key=str)
        if field and i in known and field in known[i].states and value not in known[i].states[field]
    ]
    wrong += [
        f"{i.id}.{field}={value}"
        for i in known.values()
        for field, states in i.states.items()
        for value in states
        if (i.id, field, value) not in given
    ]
    if wrong:
        raise GoldError(f"{name}.toml: named but not told, or told but not named: {', '.join(wrong)}; see {GUIDE}")


def _renamed(incident: IncidentEntry, name: str) -> IncidentEntry:
    related = {f"{name}/{other}": relation for other, relation in incident.related.items()}
    return msgspec.structs.replace(incident, id=f"{name}/{incident.id}", related=related)


def _once(ids: Iterable[str], what: str, where: str) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise GoldError(f"{where}: {what} {name!r} stands twice; give it another id")
        seen.add(name)
