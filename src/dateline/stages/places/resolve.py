"""Choose among the places that a name can mean, with the whole report in view."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.gazetteer.reader import Entry
from dateline.geo import great_circle_km

ROUNDS = 3  # each name in the light of the others, which are read in the light of it
MOST_CANDIDATES = 25
WIDE_DEGREES, NARROW_DEGREES = 2.0, 0.5
ENOUGH = 4.0  # other places from which their country decides
LEAST_SHARE = 0.02
SMALL = frozenset({"town", "district", "site", "province"})
COUNTRY_PRIOR, REGION_PRIOR = 13.5, 8.5
COUNTRY_NAME = 0.35  # what the name of a country counts for its towns
ALONE = 1.5  # what it counts against a place that no other of the report is in the country of
WISHED = 1000.0  # what a country that the caller names outweighs
NAMESAKE = 3.0  # what a province gains where a country bears its name
MOST_CONTEXT = 9.0  # what all of the report together can add: a hamlet does not beat a capital
SEAT_SHARE = 0.15  # share of a province's people from which its town of the same name is meant
HAMLETS = 10  # how many times larger a town is than the largest that bears its other spelling as its own name
NOTED = 2.0  # what it counts that the hand-made table has a town: reports speak of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The mentions of one name in one reading: what it can mean and what stands beside it.

    ``within`` are the places that are stated to contain it, ``kinds`` the kinds that a class word allows. ``weight``
    is the belief that a place is meant at all.
    """

    key: str
    entries: tuple[Entry, ...]
    kinds: frozenset[str] = frozenset()
    within: tuple[Entry, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its share of belief, and how much of it the rest of the report gave (a log weight)."""

    entry: Entry
    score: float
    context: float = 0.0


@dataclass(slots=True)
class Support:
    """How much the report speaks of each country, first-level unit and patch of the map, and of places in all."""

    total: float = 0.0
    country: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    admin: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    wide: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    narrow: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, entry: Entry, share: float) -> None:
        """Count a place in."""
        if entry.kind == "country" and entry.country:
            self.named[entry.country] += share
            return
        self.total += share
        if entry.country:
            self.country[entry.country] += share
            if entry.admin1:
                self.admin[entry.country, entry.admin1] += share
        if entry.kind in SMALL:
            self.wide[_cell(entry, WIDE_DEGREES)] += share
            self.narrow[_cell(entry, NARROW_DEGREES)] += share


def _around(table: Mapping[tuple[int, int], float], cell: tuple[int, int]) -> float:
    """Return what is counted in a patch of the map and its eight neighbours."""
    row, column = cell
    total = 0.0
    for r in (row - 1, row, row + 1):
        for c in (column - 1, column, column + 1):
            total += table.get((r, c), 0.0)
    return total


def rank(groups: Sequence[Group], *, countries: Mapping[str, float] | None = None) -> list[tuple[Scored, ...]]:
    """Rank the candidates of every name of a report, each in the light of the others.

    Args:
        groups: The names, one group for each reading.
        countries: Further weight for countries, by alpha-3 code: adjectives in the report, a wish of the caller.

    Returns:
        For each group its candidates, best first, with scores that sum to 1. Empty for a name without candidates.
    """
    choices = [_candidates(g) for g in groups]
    fixed = [[_prior(e, g) + _seat(e, c, g) for e in c] for g, c in zip(groups, choices, strict=True)]
    shares = [_softmax(f) for f in fixed]
    contexts = [[0.0] * len(c) for c in choices]
    for _ in range(ROUNDS):
        support = _support(groups, choices, shares, countries or {})
        contexts = [_contexts(g, c, s, support) for g, c, s in zip(groups, choices, shares, strict=True)]
        shares = [_softmax([a + b for a, b in zip(f, x, strict=True)]) for f, x in zip(fixed, contexts, strict=True)]
    return [_sorted(*row) for row in zip(choices, shares, contexts, strict=True)]


def candidates(entries: Iterable[Entry], *, near: str | None = None) -> tuple[Scored, ...]:
    """Rank what one name can mean by itself, ``near`` a country if one is given (alpha-3)."""
    group = Group(key="", entries=tuple(entries))
    return rank([group], countries={near: WISHED} if near else None)[0]


def contains(outer: Entry, inner: Entry) -> bool:
    """Tell whether a place lies in another, by country, first-level unit or distance."""
    if outer.id == inner.id or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.kind == "province":
        return inner.kind != "province" and inner.country == outer.country and inner.admin1 == outer.admin1
    if outer.kind in ("district", "region", "town"):
        # Units and towns are circles here: half as wide again, and a margin for their ragged edges.
        far = 1.5 * outer.radius_km + 15
        return inner.radius_km < outer.radius_km and great_circle_km(outer.point, inner.point) <= far
    return False


def _cell(entry: Entry, degrees: float) -> tuple[int, int]:
    return (int(entry.lat // degrees), int(entry.lon // degrees))


def _candidates(group: Group) -> tuple[Entry, ...]:
    """Return the entries worth ranking: those in a stated container, else all; bare units only for want of others."""
    held = tuple(e for e in group.entries if any(contains(w, e) for w in group.within))
    entries = held or group.entries
    if not group.kinds:
        # "Central" alone: units that need their class word are meant only where nothing else bears the name.
        entries = tuple(e for e in entries if e.form < 2) or entries
        # "Gubio" is the town and not the district round it, where one lies in the other.
        entries = tuple(e for e in entries if e.kind != "district" or not _has_seat(e, entries))
    return entries[:MOST_CANDIDATES]


def _prior(entry: Entry, group: Group) -> float:
    """Return how likely a place is by itself, as a log weight."""
    if entry.kind == "country":
        prior = COUNTRY_PRIOR
    elif entry.kind in ("region", "water", "site"):
        prior = REGION_PRIOR if not entry.population else math.log(entry.population + 1) * 0.5
    else:
        prior = 1.1 * math.log10(entry.population + 10)
        prior += {"province": 0.6, "district": -0.5}.get(entry.kind, 0.0)
        if (
            entry.kind == "province"
            and entry.form == 0
            and any(e.kind == "country" and e.country != entry.country for e in group.entries)
        ):
            prior += NAMESAKE  # the state of Georgia is nearly as well known as the country
    prior += entry.fame
    prior += NOTED if entry.kind == "town" and entry.geonames is None else 0.0
    prior -= (0.0, _alias(entry, group), 2.0)[entry.form]
    if group.kinds:
        prior += 3.5 if entry.kind in group.kinds else -2.0
    return prior


def _alias(entry: Entry, group: Group) -> float:
    """Return what another spelling counts against a place: less where only hamlets bear the name as it stands."""
    proper = [e.population for e in group.entries if e.form == 0 and e.kind == "town"]
    if not proper:
        # Where nothing at all bears the name as it stands, another spelling is all there is.
        return 3.0 if any(e.form == 0 for e in group.entries) else 1.5
    return 1.0 if entry.population > HAMLETS * max(proper) else 3.0


def _seat(entry: Entry, entries: Sequence[Entry], group: Group) -> float:
    """Prefer a large town to the province that bears its name, where no class word stands beside it."""
    if entry.kind != "town" or group.kinds:
        return 0.0
    units = [u for u in entries if u.kind == "province" and u.country == entry.country and u.admin1 == entry.admin1]
    return 2.0 if any(entry.population >= SEAT_SHARE * u.population for u in units) else 0.0


def _has_seat(unit: Entry, entries: Sequence[Entry]) -> bool:
    """Tell whether a town of the same name lies in the same first-level unit."""
    return any(e.kind == "town" and e.country == unit.country and e.admin1 == unit.admin1 for e in entries)


def _contexts(group: Group, entries: Sequence[Entry], shares: Sequence[float], support: Support) -> list[float]:
    """Return for each candidate what the rest of the report adds; the group itself is left out of the count."""
    counted = [(e, s * group.weight) for e, s in zip(entries, shares, strict=True) if s > LEAST_SHARE]
    for entry, share in counted:
        support.add(entry, -share)
    out = [_context(entry, support) for entry in entries]
    for entry, share in counted:
        support.add(entry, share)
    return out


def _context(entry: Entry, support: Support) -> float:
    total = max(0.0, support.total)
    if not entry.country:
        return 0.5 * math.log1p(total)
    country = max(0.0, support.country.get(entry.country, 0.0))
    named = max(0.0, support.named.get(entry.country, 0.0))
    if entry.kind == "country":
        return math.log1p(country + named)
    # With few places to go by, the report's word is worth little.
    weight = min(1.0, total / ENOUGH)
    out = math.log1p(country + COUNTRY_NAME * named) + 2.0 * weight * _share(country, total)
    # A report that names no other place of its country and not the country itself hardly means it.
    if country + named < 0.1:
        out -= ALONE * weight
    if entry.admin1:
        admin = max(0.0, support.admin.get((entry.country, entry.admin1), 0.0))
        out += math.log1p(1.5 * admin) + 2.0 * weight * _share(admin, total)
    if entry.kind in SMALL:
        # A place near others, however the borders run.
        wide = _around(support.wide, _cell(entry, WIDE_DEGREES))
        if wide > 0.01:
            narrow = _around(support.narrow, _cell(entry, NARROW_DEGREES))
            out += 0.8 * math.log1p(2.0 * wide) + 0.8 * math.log1p(2.0 * max(0.0, narrow))
    return min(out, MOST_CONTEXT)


def _share(part: float, total: float) -> float:
    return min(1.0, part / total) if total > 0 else 0.0


def _support(
    groups: Sequence[Group],
    choices: Sequence[tuple[Entry, ...]],
    shares: Sequence[list[float]],
    countries: Mapping[str, float],
) -> Support:
    support = Support()
    for code, weight in countries.items():
        support.named[code] += weight
    for group, entries, share in zip(groups, choices, shares, strict=True):
        for entry, part in zip(entries, share, strict=True):
            if part > LEAST_SHARE:
                support.add(entry, part * group.weight)
    return support


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    weights = [math.exp(s - top) for s in scores]
    total = sum(weights)
    return [w / total for w in weights]


def _sorted(entries: Sequence[Entry], shares: Sequence[float], contexts: Sequence[float]) -> tuple[Scored, ...]:
    rows = sorted(zip(entries, shares, contexts, strict=True), key=lambda r: (-r[1], r[0].id))
    return tuple(Scored(*row) for row in rows)
