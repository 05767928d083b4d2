"""Choose among the places that a name can mean, with the whole report in view."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.gazetteer.reader import Entry

ROUNDS = 3
MOST_CANDIDATES = 40
CELL_DEGREES = 2.0
COUNTRY_PRIOR, REGION_PRIOR = 9.0, 7.5


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
    """A candidate with its share of belief and the reasons that count for it."""

    entry: Entry
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Support:
    """How much the report speaks of each country, first-level unit and patch of the map."""

    country: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    admin: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    cell: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, entry: Entry, share: float) -> None:
        """Count a place in (a negative share takes it out again)."""
        if entry.country:
            self.country[entry.country] += share
            if entry.admin1 and entry.kind != "country":
                self.admin[entry.country, entry.admin1] += share
        if entry.kind not in ("country", "region", "water"):
            self.cell[_cell(entry)] += share

    def near(self, entry: Entry) -> float:
        """Return the support of the patch that a place lies in and of its neighbours."""
        row, column = _cell(entry)
        get = self.cell.get
        return sum(get((r, c), 0.0) for r in (row - 1, row, row + 1) for c in (column - 1, column, column + 1))


def rank(groups: Sequence[Group], *, countries: Mapping[str, float] | None = None) -> list[tuple[Scored, ...]]:
    """Rank the candidates of every name of a report, each in the light of the others.

    Args:
        groups: The names, one group for each reading.
        countries: Further weight for countries, by alpha-3 code: adjectives in the report, a wish of the caller.

    Returns:
        For each group its candidates, best first, with scores that sum to 1. Empty for a name without candidates.
    """
    choices = [_candidates(g) for g in groups]
    fixed = [[_prior(e, g) for e in c] for g, c in zip(groups, choices, strict=True)]
    shares = [_softmax(f) for f in fixed]
    for _ in range(ROUNDS):
        support = _support(groups, choices, shares, countries or {})
        shares = [
            _softmax([f + _context(e, s * g.weight, support) for e, f, s in zip(c, fs, ss, strict=True)])
            for g, c, fs, ss in zip(groups, choices, fixed, shares, strict=True)
        ]
    return [_sorted(c, s) for c, s in zip(choices, shares, strict=True)]


def candidates(entries: Iterable[Entry], *, near: str | None = None) -> tuple[Scored, ...]:
    """Rank what one name can mean by itself, ``near`` a country if one is given (alpha-3)."""
    group = Group(key="", entries=tuple(entries))
    return rank([group], countries={near: 5.0} if near else None)[0]


def contains(outer: Entry, inner: Entry) -> bool:
    """Tell whether a place lies in another, by country, first-level unit or distance."""
    if outer.id == inner.id or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.kind == "province":
        return inner.kind != "province" and inner.country == outer.country and inner.admin1 == outer.admin1
    if outer.kind in ("district", "region", "town"):
        far = 1.5 * outer.radius_km + 15
        return inner.radius_km < outer.radius_km and distance_km(outer, inner) <= far
    return False


def distance_km(a: Entry, b: Entry) -> float:
    """Return the great-circle distance of two places."""
    lat1, lon1, lat2, lon2 = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _cell(entry: Entry) -> tuple[int, int]:
    return (int(entry.lat // CELL_DEGREES), int(entry.lon // CELL_DEGREES))


def _candidates(group: Group) -> tuple[Entry, ...]:
    """Return the entries worth ranking: those in a stated container, else all; bare units only if nothing else is known."""
    held = tuple(e for e in group.entries if any(contains(w, e) for w in group.within))
    entries = held or group.entries
    if not group.kinds:
        entries = tuple(e for e in entries if e.form < 2) or entries
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
        prior += 0.7 if entry.feature == "PPLC" else 0.0
    prior -= (0.0, 1.6, 2.0)[entry.form]
    if group.kinds:
        prior += 3.5 if entry.kind in group.kinds else -2.0
    return prior


def _context(entry: Entry, own: float, support: Support) -> float:
    """Return what the rest of the report adds; ``own`` is what the candidate itself put in."""
    out = 0.0
    if entry.country:
        out += 1.2 * math.log1p(max(0.0, support.country.get(entry.country, 0.0) - own))
        if entry.admin1 and entry.kind != "country":
            out += 1.6 * math.log1p(1.5 * max(0.0, support.admin.get((entry.country, entry.admin1), 0.0) - own))
    if entry.kind not in ("country", "region", "water"):
        out += 1.2 * math.log1p(2.0 * max(0.0, support.near(entry) - own))
    return out


def _support(
    groups: Sequence[Group],
    choices: Sequence[tuple[Entry, ...]],
    shares: Sequence[list[float]],
    countries: Mapping[str, float],
) -> Support:
    support = Support()
    for code, weight in countries.items():
        support.country[code] += weight
    for group, entries, share in zip(groups, choices, shares, strict=True):
        for entry, part in zip(entries, share, strict=True):
            if part > 0.02:
                support.add(entry, part * group.weight)
    return support


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    weights = [math.exp(s - top) for s in scores]
    total = sum(weights)
    return [w / total for w in weights]


def _sorted(entries: Sequence[Entry], shares: Sequence[float]) -> tuple[Scored, ...]:
    pairs = sorted(zip(entries, shares, strict=True), key=lambda p: (-p[1], p[0].id))
    return tuple(Scored(e, s) for e, s in pairs)
