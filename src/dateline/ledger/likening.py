"""The first half of the join: new reports are compared with those that may tell the same. No rule is asked yet."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from dateline.incidents.about import about_one
from dateline.incidents.grouping import Pair
from dateline.incidents.keys import SCHEME, filed, looked
from dateline.incidents.likeness import apart, load_weights, score
from dateline.incidents.parts import may_be_one, meets
from dateline.incidents.telling import Telling
from dateline.incidents.words import DATA, alike
from dateline.store.batch import Batch
from dateline.store.likeness import (
    compared_state,
    file_report,
    find_filed,
    forget_all,
    forget_report,
    joined,
    last_serial,
    stale_reports,
    state_of,
    write_about,
    write_joined,
    write_pairs,
)  # fmt: skip
from dateline.store.tellings import Read, read_tellings

STEP = "likeness"
LEAST = 0.05
"""Pairs of less probability are not kept: they count as unlike."""
LEAST_ALIKE, ALIKE = 0.06, 0.12
"""Of two reports' words: from here on they may be about one thing; from here on all that they tell is compared."""
_AHEAD = 200
_REMEMBERED = 3_000
_FILES = ("weights.toml", "words.csv", "types.toml")


@cache
def digest() -> str:
    """Return the digest of all that likeness is made with."""
    made = hashlib.sha256(SCHEME.encode())
    for name in _FILES:
        made.update(Path(DATA, name).read_bytes())
    return made.hexdigest()


class Readings:
    """Reports with their tellings, read when they are asked for, the latest remembered."""

    def __init__(self, batch: Batch) -> None:
        """Begin with none."""
        self._batch = batch
        self._known: OrderedDict[int, Read] = OrderedDict()

    def of(self, reports: Sequence[int]) -> list[Read]:
        """Return the readings of reports."""
        missing = [key for key in dict.fromkeys(reports) if key not in self._known]
        for n in range(0, len(missing), _AHEAD):
            self._known.update(read_tellings(self._batch, missing[n : n + _AHEAD]))
        found = [self._known[key] for key in reports]
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found


def compare_new(batch: Batch) -> None:
    """Compare the reports that are new or changed since the last time, and forget those that ended."""
    made = digest()
    state = joined(batch, STEP)
    if state is None or state[0] != made:
        forget_all(batch)
        state = (made, 0)
    reports = stale_reports(batch, state[1])
    serial = last_serial(batch)
    readings = Readings(batch)
    for n in range(0, len(reports), _AHEAD):
        some = reports[n : n + _AHEAD]
        readings.of(some)
        for report in some:
            _compare_report(batch, report, readings)
    write_joined(batch, STEP, made, serial)


def _compare_report(batch: Batch, report: int, readings: Readings) -> None:
    now, before = state_of(batch, report), compared_state(batch, report)
    if now == before:
        return
    if before is not None:
        forget_report(batch, report)
    if now is None:
        return
    (own,) = readings.of([report])
    near = sorted(find_filed(batch, looked(own.source, own.tellings)))
    write_pairs(batch, _within(own.tellings))
    for other in readings.of(near):
        words = alike(own.source.words, other.source.words)
        pairs = list(_across(own, other, words))
        write_pairs(batch, pairs)
        if words >= LEAST_ALIKE and not _mains_apart(own, other):
            events = max((pair.score for *_, pair in pairs), default=0.0)
            likely = about_one(own.source, other.source, load_weights()[1], words=words, events=events)
            write_about(batch, [(own.source.key, other.source.key, likely)] if likely >= LEAST else [])
    file_report(batch, report, filed(own.source, own.tellings), now)


def _mains_apart(own: Read, other: Read) -> bool:
    """Tell whether the main events of two reports cannot be one: then the reports are about two."""
    return any(apart(a, b) for a in own.tellings if a.main for b in other.tellings if b.main)


def _within(tellings: Sequence[Telling]) -> Iterator[tuple[int, int, Pair]]:
    """Yield the pairs of one report's events."""
    for n, a in enumerate(tellings):
        for b in tellings[:n]:
            yield from _scored(a, b, 1.0)


def _across(own: Read, other: Read, words: float) -> Iterator[tuple[int, int, Pair]]:
    """Yield the pairs of two reports' events that may be one; where their words are unlike, only those that meet."""
    if words >= ALIKE:
        found = ((a, b) for a in own.tellings for b in other.tellings if may_be_one(a, b))
    else:
        by_type: dict[str, list[Telling]] = {}
        for a in own.tellings:
            by_type.setdefault(a.type, []).append(a)
        found = ((a, b) for b in other.tellings for a in by_type.get(b.type, ()) if meets(a, b))
    for a, b in found:
        yield from _scored(a, b, words)


def _scored(a: Telling, b: Telling, words: float) -> Iterator[tuple[int, int, Pair]]:
    probability = score(a, b, words, load_weights()[0])
    if probability >= LEAST:
        yield a.key, b.key, Pair(probability, apart(a, b))
