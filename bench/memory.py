"""How much memory a command takes with all processes that it starts: at its peak, as the system has to give it.

    python bench/memory.py dateline ingest FOLDER --ledger news.db --jobs 2

The sum of what processes have resident (RSS) counts a page that they share once for each of them; the sum of their
proportional shares (PSS) counts it once, and is what the machine must have. Linux alone tells it.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.1  # seconds between looks
_PARENT = 1  # of the fields of /proc/N/stat after the name
_MB = 1024  # kB


@dataclass(frozen=True, slots=True)
class Memory:
    """Sums over processes, in MB."""

    rss: float = 0.0
    pss: float = 0.0

    def __add__(self, other: "Memory") -> "Memory":
        """Return the sum."""
        return Memory(self.rss + other.rss, self.pss + other.pss)

    def __or__(self, other: "Memory") -> "Memory":
        """Return the larger of each."""
        return Memory(max(self.rss, other.rss), max(self.pss, other.pss))


def main() -> None:
    """Run the command and print its peaks."""
    process = subprocess.Popen(sys.argv[1:])
    peak = peak_of(process)
    print(f"peak over all processes: {peak.pss:,.0f} MB (PSS); {peak.rss:,.0f} MB resident, shared pages counted often")
    sys.exit(process.returncode)


def peak_of(process: "subprocess.Popen[bytes]") -> Memory:
    """Wait for a process and return the most that it and its descendants had at one time."""
    peak = Memory()
    while process.poll() is None:
        peak |= sum(map(memory_of, descendants(process.pid)), Memory())
        time.sleep(_PAUSE)
    return peak


def descendants(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            children.setdefault(int(fields[_PARENT]), []).append(int(stat.parent.name))
    waiting = [pid]
    while waiting:
        yield (found := waiting.pop())
        waiting += children.get(found, [])


def memory_of(pid: int) -> Memory:
    """Return what one process has, nothing where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return Memory()
    told = {name: int(rest.split()[0]) / _MB for name, _, rest in (line.partition(":") for line in lines)}
    return Memory(told["Rss"], told["Pss"])


if __name__ == "__main__":
    main()
