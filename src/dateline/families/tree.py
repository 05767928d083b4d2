"""From reports that share words to families: the original, each other one's role, and the roots."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.families.words import Shared

Shares = Mapping[tuple[int, int], float]
Role = Literal["original", "copy", "shortened", "rewritten", "cites"]
SAME = ((0.7, 0.34, 1), (0.5, 0.6, 1), (0.18, 0.6, 3))
"""Shares from which on two texts are one, if so great a part and number of paragraphs has something of it.

Lightly rewritten copies share a little of each paragraph, background and round-ups much of a few.
"""
FACTS_SHARE = 0.65
"""Of the shorter text's numbers and names so many are in the longer one, or both were made by one form."""
LARGE = 60
"""A family of more members is not looked through for round-ups: it is a text that everybody took."""
LOOSE = 0.4
"""Who shares words with a smaller part of a family's other members does not belong to it."""
_FEWEST = 3  # members that stay together, however loose
CITES_BELOW = 0.18
ROUNDUP_RATIO, ROUNDUP_LEAD = 0.4, 0.3
"""A text much shorter than the other is its short form only if the lead is shared: else the other is a round-up."""
CITES_SHARE = 0.08
# Share from which a text is a copy, and part of the original's length below which it is shortened.
_COPY, _SHORTER = 0.9, 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """What is known of a report of a family. ``told`` is when it was published, as ISO 8601, "" where unknown."""

    key: int
    digest: str
    told: str
    words: int
    publisher: str
    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A report's place in its family."""

    key: int
    role: Role
    share: float
    credit: str | None
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that are one text."""

    original: int
    members: tuple[Member, ...]
    roots: int


def is_same(shared: Shared) -> bool:
    """Tell whether two texts are one, going by the words that they share."""
    if shared.facts < FACTS_SHARE or (shared.ratio < ROUNDUP_RATIO and shared.lead < ROUNDUP_LEAD):
        return False
    return any(
        shared.share >= share and shared.paragraphs >= paragraphs and shared.touched >= touched
        for share, paragraphs, touched in SAME
    )


def is_citing(shared: Shared, one: Kin, other: Kin) -> bool:
    """Tell whether one of two reports, which share some words, cites the other's outlet."""
    # Of two reports only the later can have it from the other.
    later, earlier = (one, other) if one.told >= other.told else (other, one)
    named = {*later.cites, *later.part}
    return shared.share >= CITES_SHARE and bool(named & {earlier.publisher, *earlier.whole})


def part(kin: Sequence[Kin], shares: Shares) -> list[set[int]]:
    """Return the keys of reports that hang together, parted where only a round-up joins them.

    A round-up is younger than each of several groups that share nothing but with it; it stays with the one of which it
    has most.
    """
    pairs = dict(shares)
    if len(kin) > LARGE:
        return _components({k.key for k in kin}, pairs)
    for k in sorted(kin, key=lambda k: (k.told, k.digest), reverse=True):
        groups = _groups_without(k.key, kin, pairs)
        older = [g for g in groups if min(o.told for o in kin if o.key in g) < k.told]
        # Only a report younger than each group is their round-up; the first of all is what they were made of.
        if len(groups) > 1 and len(older) == len(groups):
            best = max(groups, key=lambda g: (max(s for p, s in pairs.items() if k.key in p and g & {*p}), -min(g)))
            pairs = {p: s for p, s in pairs.items() if k.key not in p or best & {*p}}
    told = {k.key: (k.told, k.digest) for k in kin}
    return [part for group in _components(set(told), pairs) for part in _without_loose(group, pairs, told)]


def _without_loose(group: set[int], pairs: Shares, told: Mapping[int, tuple[str, str]]) -> list[set[int]]:
    """Return a group and, each by itself, the members that share words with too few of the others, loosest first."""
    alone: list[set[int]] = []
    own = {p for p in pairs if p[0] in group}
    while len(group) > _FEWEST:
        links = Counter(key for p in own for key in p)
        loose = min(group, key=lambda key: (links[key], *(told[key])))
        if links[loose] >= LOOSE * (len(group) - 1):
            break
        alone.append({loose})
        group = group - {loose}
        own = {p for p in own if loose not in p}
    return [group, *alone]


def _groups_without(key: int, kin: Sequence[Kin], pairs: Shares) -> list[set[int]]:
    """Return the groups that a report joins: what its neighbours hang together with in its absence."""
    others = {k.key for k in kin} - {key}
    near = {other for pair in pairs if key in pair for other in pair} - {key}
    rest = {p: s for p, s in pairs.items() if key not in p}
    return [group for group in _components(others, rest) if group & near] if len(near) > 1 else []


def _components(keys: set[int], pairs: Shares) -> list[set[int]]:
    near: dict[int, set[int]] = {key: set() for key in keys}
    for a, b in pairs:
        near[a].add(b)
        near[b].add(a)
    found: list[set[int]] = []
    left = set(keys)
    while left:
        todo, group = [min(left)], set()
        while todo:
            key = todo.pop()
            group.add(key)
            todo += sorted(near[key] - group)
        found.append(group)
        left -= group
    return found


def build(kin: Sequence[Kin], shares: Shares) -> Family:
    """Return the family of reports that hang together.

    Args:
        kin: The reports.
        shares: For pairs of keys, the lower first, the share of the shorter text that stands in the other.
    """
    first, credited = original_of(kin)
    main = _root_of(first, credited)
    members = tuple(_member(k, first, main, shares) for k in sorted(kin, key=lambda k: (k.told, k.digest)))
    # Who helped and is cited too is counted once, as the source of the one who cites.
    helpers = {outlet for k in kin for outlet in k.part if not k.cites or outlet not in k.cites}
    roots = {m.root for m in members} | helpers
    return Family(original=first.key, members=members, roots=len(roots))


def original_of(kin: Sequence[Kin]) -> tuple[Kin, set[str]]:
    """Return the original among reports of one family, and the outlets that they credit."""
    credited = {outlet for k in kin for outlet in k.whole}
    return min(kin, key=lambda k: _rank(k, credited)), credited


def join(k: Kin, first: Kin, credited: Iterable[str], share: float) -> Member | None:
    """Return a new report's place in a large family; None where it may change what the family is.

    Args:
        k: The new report.
        first: The family's original.
        credited: The outlets that its members credit.
        share: The share of the shorter of the two texts that stands in the other.
    """
    known = set(credited)
    # A report that would be the original, or names an outlet anew, changes the roots of all.
    if _rank(k, known) < _rank(first, known) or k.part or not known.issuperset(k.whole):
        return None
    main = _root_of(first, known)
    member = _member(k, first, main, {(min(k.key, first.key), max(k.key, first.key)): share})
    return member if member.root == main else None


def _rank(k: Kin, credited: set[str]) -> tuple[object, ...]:
    """Order reports by who may be the original: the credited outlet's own text, then the earliest, then the longest."""
    return (k.publisher not in credited, not k.told, k.told, bool(k.whole), -k.words, k.digest)


def _root_of(first: Kin, credited: Iterable[str]) -> str:
    """Return who speaks: whom the original credits, else whom copies credit, else who published the original."""
    if first.whole:
        return first.whole[0]
    others = sorted(credited)
    if first.publisher not in others and others:
        return others[0]
    return first.publisher if first.part or not first.cites else first.cites[0]


def _member(k: Kin, first: Kin, main: str, shares: Shares) -> Member:
    share = _share(k, first, shares)
    own = next((o for o in k.whole if o != main), None)
    credit = next(iter((*k.whole, *k.part, *k.cites)), None)
    # "By A, with B, citing C": the strongest credit is told.
    role = _role(k, first, share)
    # A text that was written anew and credits somebody else has a source of its own.
    root = own if own and role in ("rewritten", "cites") else main
    return Member(key=k.key, role=role, share=share, credit=credit, root=root)


def _share(k: Kin, first: Kin, shares: Shares) -> float:
    if k.key == first.key:
        return 1.0
    direct = shares.get((min(k.key, first.key), max(k.key, first.key)))
    # A member may hang on the original by way of another copy alone.
    return direct if direct is not None else max((s for pair, s in shares.items() if k.key in pair), default=0.0)


def _role(k: Kin, first: Kin, share: float) -> Role:
    if k.key == first.key:
        return "original"
    if share < CITES_BELOW:
        return "cites"
    if share < _COPY:
        return "rewritten"
    return "shortened" if k.words < _SHORTER * first.words else "copy"
