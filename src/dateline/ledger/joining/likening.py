"""The first half of the join: new reports are compared with those that may tell the same. No rule is asked yet."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from dateline.garbage import looking_seldom
from dateline.incidents.alike.keys import WORDS, filed, looked, looked_words
from dateline.incidents.alike.numbered import Numbered, number
from dateline.incidents.alike.words import DATA
from dateline.incidents.blocks import cut
from dateline.incidents.comparing import Compared, Comparison
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
from dateline.store.joining.readings import drop_reading, read_readings, write_readings
from dateline.store.joining.tellings import read_tellings

STEP = "likeness"
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
        self._known: OrderedDict[int, Numbered] = OrderedDict()
        self.comparison = Comparison()

    def of(self, reports: Sequence[int]) -> list[Numbered]:
        """Return the readings of reports."""
        missing = [key for key in dict.fromkeys(reports) if key not in self._known]
        for some in cut(missing, _AHEAD):
            self._known.update((one.key, one) for one in self._read(some))
        found = [self._known[key] for key in reports]
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found

    def _read(self, reports: Sequence[int]) -> list[Numbered]:
        """Return those that are kept, and keep the others."""
        kept = [*read_readings(self._batch, reports)]
        left = {*reports} - {one.key for one in kept}
        made = [number(one) for one in read_tellings(self._batch, sorted(left)).values()]
        write_readings(self._batch, made)
        return [*kept, *made]


@looking_seldom()
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
    for some in cut(reports, _AHEAD):
        readings.of(some)
        pairs: list[Compared] = []
        for report in some:
            _compare_report(batch, report, readings, pairs)
        _keep(batch, pairs)
    write_joined(batch, STEP, made, serial)


def _compare_report(batch: Batch, report: int, readings: Readings, pairs: list[Compared]) -> None:
    """Compare a report with those before it; pairs of events are put to those that are still to be written."""
    now, before = state_of(batch, report), compared_state(batch, report)
    if now == before:
        return
    if before is not None:
        # What is not written yet cannot be forgotten.
        _keep(batch, pairs)
        forget_report(batch, report)
    if now is None:
        drop_reading(batch, report)
        return
    (own,) = readings.of([report])
    source, tellings = own.read.source, own.read.tellings
    near = find_filed(batch, looked(tellings)) | find_filed(batch, looked_words(source), WORDS)
    across, about = readings.comparison.across(own, readings.of(sorted(near)))
    pairs += [*readings.comparison.within(own), *across]
    write_about(batch, about)
    file_report(batch, report, filed(source, tellings), now)


def _keep(batch: Batch, pairs: list[Compared]) -> None:
    """Write pairs of events, those last that lie last, for rows side by side are quick to write; none are left."""
    write_pairs(batch, sorted(pairs, key=lambda pair: pair[:2]))
    pairs.clear()
