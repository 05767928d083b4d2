"""Parts of docs/cost.md, hostile.md and watching.md that come from what benches measured (bench/results)."""

import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parents[1] / "bench" / "results"
DAY = 86_400
PRICE = 0.04  # US dollars for an hour of one core with its memory, about what large providers ask in 2026
DISK_PRICE = 0.08  # US dollars for a GB and month
_CORES = (1, 2, 4, 8, 16, 64, 256, 1024)
_MACHINE = 16  # cores above which one machine is not assumed
_TELLS = 0.1  # seconds below which growth says nothing
_REMOTE_MB = 700  # memory of a worker that shares nothing


def load(name: str) -> Any:
    """Read what a bench stored."""
    return json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))


def seconds_each(cost: Any, jobs: int) -> float:
    """Return a core's seconds for one report more: the slope between the two sizes, so that the start is left out."""
    small, large = (least(cost, size, jobs) for size in cost["sizes"])
    return (large - small) / (cost["sizes"][1] - cost["sizes"][0])


def least(cost: Any, reports: int, jobs: int) -> float:
    """Return the seconds that so many cores need at least for what was measured."""
    (run,) = [r for r in cost["runs"] if r["reports"] == reports and r["jobs"] == jobs]
    return max(sum(run["processor"]) / jobs, *run["processor"])


def start_seconds(cost: Any) -> float:
    """Return the seconds before the first report."""
    return least(cost, cost["sizes"][0], 1) - cost["sizes"][0] * seconds_each(cost, 1)


def measured_points() -> str:
    """Return a table of what was measured."""
    cost = load("cost")
    rows = [
        (run["jobs"], run["reports"], f"{sum(run['processor']):.1f}", f"{least(cost, run['reports'], run['jobs']):.1f}",
         run["largest"], run["megabytes"])
        for run in sorted(cost["runs"], key=lambda r: (r["jobs"], r["reports"]))
    ]  # fmt: skip
    head = ("processes", "reports", "processor s, all", "s on as many cores", "MB, largest", "MB, all")
    return table(head, rows)


def cost_line() -> str:
    """Return a table of reports a day against cores, memory, disk and money."""
    cost = load("cost")
    ledger = ledger_each(cost)
    rows: list[tuple[object, ...]] = []
    for cores in _CORES:
        daily = DAY / seconds_each(cost, 1) if cores == 1 else DAY * cores / 2 / seconds_each(cost, 2)
        memory = memory_mb(cost, cores) / 1024
        rows.append((
            f"{cores:,}", "measured" if cores <= 2 else "line", f"{round(daily, -3):,.0f}",
            f"{memory:,.1f}", f"{daily * ledger / 1e9:,.1f}", f"{cores * 24 * PRICE:,.2f}",
            f"{cores * 24 * PRICE / daily * 1e6:,.2f}",
        ))  # fmt: skip
    head = ("cores", "", "reports a day", "memory, GB", "ledger a day, GB", "US$ a day", "US$ a million reports")
    return table(head, rows)


def memory_mb(cost: Any, cores: int) -> float:
    """Return the memory that so many processes need: those of one machine share what one has loaded."""
    one, two = (max(r["megabytes"] for r in cost["runs"] if r["jobs"] == jobs) for jobs in (1, 2))
    if cores > _MACHINE:
        return cores * _REMOTE_MB
    return one if cores == 1 else two + (cores - 2) * 80


def ledger_each(cost: Any) -> float:
    """Return a report's bytes in a ledger."""
    small, large = cost["disk"]["ledger"]
    return float(large - small) / (cost["sizes"][1] - cost["sizes"][0])


def facts() -> str:
    """Return the figures beside the tables."""
    cost = load("cost")
    each, ledger = seconds_each(cost, 1), ledger_each(cost)
    parquet = cost["disk"]["parquet"] / cost["sizes"][0]
    year = DAY / each * 365 * ledger / 1e9
    return "\n".join((
        f"- A report here has {cost['characters']:,} characters; a day of news is longer or shorter in proportion.",
        f"- One core needs {each * 1000:.0f} ms for one, after a start of {start_seconds(cost):.1f} s.",
        f"- Two cores are {each / seconds_each(cost, 2):.2f} times as fast as one.",
        f"- A report takes {ledger / 1000:.0f} kB of a ledger, its coding as Parquet {parquet / 1000:.1f} kB.",
        f"- What one core codes in a year is {year:,.0f} GB as a ledger: ${year * DISK_PRICE:,.0f} a month to keep.",
        f"- Prices are taken as ${PRICE} for an hour of a core with its memory and ${DISK_PRICE} for a GB and month.",
    ))  # fmt: skip


def soak() -> str:
    """Return what the last soak gave."""
    got = load("soak")
    memory = got["megabytes"]
    rows = [
        ("minutes", got["minutes"]), ("stories published", got["published"]), ("kept", got["kept"]),
        ("doubled", got["doubled"]), ("pages that lied of their length, kept beside them", got["mutilated"]),
        ("codings, earlier texts included", got["coded"]),
        ("looks, of them failed", f"{got['looks']}, {got['failed_looks']}"),
        ("jumps of the clock", got["clock_jumps"]), ("restarts", got["restarts"]),
        ("memory after a third and at the end, MB", f"{memory[len(memory) // 3]}, {memory[-1]}"),
    ]  # fmt: skip
    return table(("what", "figure"), rows)


def shapes() -> str:
    """Return for each shape of text what coding it costs beside its parse, and how that grows."""
    of: dict[str, list[Any]] = {}
    for run in load("shapes")["runs"]:
        of.setdefault(run["shape"], []).append(run)
    rows: list[tuple[object, ...]] = []
    for shape, runs in of.items():
        small, large = runs[0], runs[-1]
        growth = math.log(max(0.01, large["whole"]) / max(0.01, small["whole"])) / math.log(
            large["size"] / small["size"]
        )
        each = (f"{large[name] / large['size'] * 1000:.0f}" for name in ("parse", "whole"))
        rows.append((shape, large["size"], *each, f"{growth:.2f}" if large["whole"] >= _TELLS else "-"))
    return table(("shape", "thousand characters", "parse, s a MB", "coding, s a MB", "exponent"), rows)


def table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


PARTS: Mapping[str, Callable[[], str]] = {
    "cost-points": measured_points, "cost-line": cost_line, "cost-facts": facts, "soak": soak, "shapes": shapes,
}  # fmt: skip
