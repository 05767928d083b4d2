"""The calendar: what was set, moved or cancelled, and what took place, one entry for each thing."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.lexicon.tables import fold
from dateline.model.groups import NO_STATE
from dateline.timelines.clusters import cluster
from dateline.timelines.dues import COARSE, Due, Entry, Turn
from dateline.timelines.kept import Act, Kept
from dateline.timelines.model import count_voices, days_between, once, order

MOVED_DAYS = 200
"""What is moved or cancelled was due within so many days of the new day, or of the report."""
_SHARED = 2


def draw_calendar(dues: Iterable[Due], acts: Iterable[Act] = ()) -> list[Entry]:
    """Return the entries by day; those without a day come last."""
    groups = cluster(sorted(dues, key=lambda d: (order(d.teller), d.id)), keys=_handles, same=is_same)
    kept = Kept(acts)
    entries = [kept.tie(_entry(group), [p for due in group for p in due.participants]) for group in groups]
    return sorted(entries, key=lambda e: (e.start is None, e.start or "", e.name))


def is_same(later: Due, earlier: Due) -> bool:
    """Tell whether two items are one thing, the first of them told later."""
    if later.kind != earlier.kind or _differ(later.place, earlier.place):
        return False
    if later.teller.family and later.teller.family == earlier.teller.family:
        return later.start == earlier.start and fold(later.name) == fold(earlier.name)
    alike = _alike(later, earlier)
    if _meet(later, earlier):
        return alike > 0 if _is_exact(later) and _is_exact(earlier) else alike > 1
    return later.status != "set" and alike > 1 and _within_reach(later, earlier)


def _handles(due: Due) -> Iterator[tuple[str, str, str]]:
    """Yield what an item is looked up by: its name, its place and every place that its name may hold, its parties."""
    words = fold(due.name).split()
    month = (due.start or "")[:7] if len(words) == 1 else ""  # "meeting" says nothing beyond its days
    yield due.kind, "name", f"{fold(due.name)} {month}"
    ends = [(a, b) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    yield from ((due.kind, "place", " ".join(words[a:b])) for a, b in ends)
    if due.place:
        yield due.kind, "place", fold(due.place)
    yield from ((due.kind, "party", key) for key in _keys(due))


def _alike(one: Due, other: Due) -> int:
    """Count what two items share: their name (twice where it is one of its own), the place, up to two parties."""
    names = fold(one.name), fold(other.name)
    shared = min(_SHARED, len(_keys(one) & _keys(other)))
    return (
        (names[0] == names[1]) * (2 if " " in names[0] else 1)
        + bool(one.place and other.place and fold(one.place) == fold(other.place))
        + bool(_named_after(one, other) or _named_after(other, one))
        + shared
    )


def _keys(due: Due) -> frozenset[str]:
    """Return what the parties of an item are known by: each its state, or its name."""
    return frozenset(p.country if p.country and p.country not in NO_STATE else p.key for p in due.participants)


def _named_after(one: Due, other: Due) -> bool:
    """Tell whether one is named after the place of the other ("Caracas round")."""
    return bool(other.place) and f" {fold(other.place or '')} " in f" {fold(one.name)} "


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and fold(one) != fold(other))


def _meet(one: Due, other: Due) -> bool:
    """Tell whether the days of two items overlap."""
    if not (one.start and other.start):
        return False
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _is_exact(due: Due) -> bool:
    return due.granularity not in COARSE


def _within_reach(later: Due, earlier: Due) -> bool:
    """Tell whether what is moved or cancelled can be what was set: told after it, and due not long before or after."""
    apart = days_between(later.start or later.teller.published or None, earlier.start)
    return apart is not None and apart <= MOVED_DAYS and order(later.teller) >= order(earlier.teller)


def _entry(dues: Sequence[Due]) -> Entry:
    turns = tuple(_turns(dues))
    last = turns[-1]
    placed = next((d for d in reversed(dues) if d.start == last.start and d.end == last.end), dues[-1])
    days = last if last.start else next((t for t in reversed(turns) if t.start), last)
    return Entry(
        name=max((d.name for d in dues), key=lambda n: (" " in n, -dues.index(next(d for d in dues if d.name == n)))),
        kind=dues[0].kind, status=last.status, start=days.start, end=days.end, granularity=placed.granularity,
        place=next((d.place for d in dues if d.place), None),
        participants=once(p.name for d in dues for p in d.participants), turns=turns,
        reports=once(d.teller.report for d in dues), roots=count_voices(d.teller for d in dues),
    )  # fmt: skip


def _turns(dues: Sequence[Due]) -> Iterable[Turn]:
    """Yield each status and its days once, in the order in which they were first told."""
    seen: dict[tuple[str, str | None, str | None], list[Due]] = {}
    for due in dues:
        seen.setdefault((due.status, due.start, due.end), []).append(due)
    for (_, start, end), told in seen.items():
        earliest = told[0]
        yield Turn(
            status=earliest.status, start=start, end=end, told=earliest.teller.published, quote=earliest.quote,
            source=earliest.teller.source, reports=once(d.teller.report for d in told),
            roots=count_voices(d.teller for d in told),
        )  # fmt: skip
