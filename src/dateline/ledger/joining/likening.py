"""The first half of the join: new reports are compared with those that may tell the same. No rule is asked yet."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from dateline.incidents.alike.about import Found, about_one
from dateline.incidents.alike.keys import WORDS, filed, looked, looked_words
from dateline.incidents.alike.likeness import LEAST, Weights, apart, begun, load_weights, score
from dateline.incidents.alike.parts import may_be_one, meets
from dateline.incidents.alike.telling import Telling
from dateline.incidents.alike.words import DATA, alike
from dateline.incidents.grouping import Pair
from dateline.store.batch import Batch
from dateline.store.joining import details, tellings
from dateline.store.joining.likeness import (
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
from dateline.store.joining.tellings import Read, read_tellings

STEP = "likeness"
ALIKE = 0.06
"""Of two reports' words: from here on they may be about one thing, and all that they tell is compared."""
Compared = tuple[int, int, Pair]
_AHEAD = 200
_REMEMBERED = 3_000
_ROOM = DATA.parents[1]
_MADE_WITH = (".py", ".toml", ".csv")
_READERS = (tellings.__file__, details.__file__, __file__)


@cache
def digest() -> str:
    """Return the digest of what likeness and incidents are made with: code and data of the rooms, and their readers."""
    return digest_of([*(f for f in _ROOM.rglob("*") if f.suffix in _MADE_WITH), *map(Path, _READERS)])


def digest_of(files: Iterable[Path]) -> str:
    """Return one digest of the names and contents of files, whatever their order."""
    made = hashlib.sha256()
    for file in sorted(files):
        made.update(f"{file.name}\0".encode() + file.read_bytes())
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
    near = find_filed(batch, looked(own.tellings)) | find_filed(batch, looked_words(own.source), WORDS)
    pairs = [*_within(own.tellings)]
    about: list[tuple[int, int, float]] = []
    for other in readings.of(sorted(near)):
        words = alike(own.source.words, other.source.words)
        found = [*_across(own, other, words)]
        pairs += found
        if words >= ALIKE and not _mains_apart(own, other):
            about.append((own.source.key, other.source.key, _about(own, other, words, found)))
    write_pairs(batch, pairs)
    write_about(batch, (row for row in about if row[2] >= LEAST))
    file_report(batch, report, filed(own.source, own.tellings), now)


def _about(own: Read, other: Read, words: float, pairs: Sequence[Compared]) -> float:
    """Return the probability that two reports are about one happening."""
    mains = {t.key for read in (own, other) for t in read.tellings if t.main}
    found = Found(
        words,
        max((pair.score for *_, pair in pairs), default=0.0),
        next((pair.score for a, b, pair in pairs if a in mains and b in mains), None),
    )
    return about_one(own.source, other.source, found, load_weights().reports)


def _mains_apart(own: Read, other: Read) -> bool:
    """Tell whether the main events of two reports cannot be one: then the reports are about two."""
    return any(apart(a, b) for a in own.tellings if a.main for b in other.tellings if b.main)


def _within(tellings: Sequence[Telling]) -> Iterator[Compared]:
    """Yield the pairs of one report's events."""
    weights = load_weights().within
    total = begun(1.0, weights)
    for n, a in enumerate(tellings):
        for b in tellings[:n]:
            yield from _scored(a, b, total, weights)


def _across(own: Read, other: Read, words: float) -> Iterator[Compared]:
    """Yield the pairs of two reports' events that may be one; where their words are unlike, only those that meet."""
    if words >= ALIKE:
        found = ((a, b) for a in own.tellings for b in other.tellings if may_be_one(a, b))
    else:
        by_type: dict[str, list[Telling]] = {}
        for a in own.tellings:
            by_type.setdefault(a.type, []).append(a)
        found = ((a, b) for b in other.tellings for a in by_type.get(b.type, ()) if meets(a, b))
    weights = load_weights().events
    total = begun(words, weights)
    for a, b in found:
        yield from _scored(a, b, total, weights)


def _scored(a: Telling, b: Telling, total: float, weights: Weights) -> Iterator[Compared]:
    probability = score(a, b, total, weights)
    if probability >= LEAST:
        yield a.key, b.key, Pair(probability, apart(a, b))
