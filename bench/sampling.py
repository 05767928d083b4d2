"""What processes cost, from what Linux says of them: processor time and memory, for benches."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

_EVERY = 0.2
_TICK = os.sysconf("SC_CLK_TCK")


class sampled:  # noqa: N801  used as a function
    """Watch a process and all that it starts while it runs: processor seconds of each, and the peak of their memory.

    Pages that several processes share are counted in parts, so that the sum is what the machine needs.
    """

    def __init__(self, root: int) -> None:
        """Begin with one process."""
        self.root, self.peak = root, 0
        self.largest = 0
        self.seconds: dict[int, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "sampled":
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            megabytes: list[float] = []
            for pid, seconds, own in descendants(self.root):
                self.seconds[pid] = seconds
                megabytes.append(own)
            self.peak = max(self.peak, round(sum(megabytes)))
            self.largest = max(self.largest, round(max(megabytes, default=0)))


def descendants(root: int) -> Iterator[tuple[int, float, float]]:
    """Yield pid, processor seconds and megabytes (shared ones in parts) of a process and of all below it."""
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    stats = {pid: stat for pid in pids if (stat := stat_of(pid))}
    ours, grown = {root}, True
    while grown:
        more = {pid for pid, (parent, _) in stats.items() if parent in ours} - ours
        grown = bool(more)
        ours |= more
    yield from ((pid, stats[pid][1], proportional(pid)) for pid in ours if pid in stats)


def stat_of(pid: int) -> tuple[int, float] | None:
    """Return the parent and the processor seconds of a process, None where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return int(fields[1]), (int(fields[11]) + int(fields[12])) / _TICK


def proportional(pid: int) -> float:
    """Return the megabytes of a process, pages that several share counted in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
