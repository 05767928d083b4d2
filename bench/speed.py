#!/usr/bin/env python3
"""Measure the coder against the bare parse that it rests on, in one process and one run.

    python bench/speed.py                      speed, start and memory, about three minutes
    python bench/speed.py --check              the same; exit with 1 where a limit is passed
    python bench/speed.py --rounds 9 --reports 400

Speed: the same texts go through spaCy alone (the default model with all its components) and through the coder with its
default layers, turn by turn, a few reports at a time. The ratio is one of processor time, the median over rounds, so
that what else the machine does counts for little. Garbage is collected as the command does it, for both.
Start: new processes that load the model, and that code one short report. Memory: peak of a process that codes
thousands of reports, at each tenth of the way. Texts: the gold reports and variations on them.
"""

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter, process_time

import spacy
from spacy.language import Language

from dateline.coder import Coder
from dateline.garbage import spare_what_is_loaded
from dateline.parse.parser import BATCH, default_model
from texts import gold_reports, varied

MOST_RATIO, MOST_START, MOST_GROWTH = 1.25, 3.0, 1.1
CHUNK = 32
LOAD = "import spacy; spacy.load({model!r})"
START = "import dateline; next(dateline.Coder().code_many(['Two drones struck a depot near Odesa on Tuesday.']))"
MEMORY = """
import resource, sys
from dateline.coder import Coder
from texts import varied
number = {number}
step = max(1, number // 10)
for n, coding in enumerate(Coder().code_many(varied(number)), start=1):
    if n % step == 0:
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round: bare parse and coder in seconds by the clock and of the processor, and each stage's seconds."""

    bare: tuple[float, float]
    coder: tuple[float, float]
    stages: Mapping[str, float]


def main() -> None:
    """Measure, print, and check the limits if told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=200, help="varied reports beside the gold ones (default 200)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of parse and coder (default 5)")
    parser.add_argument("--memory", type=int, default=2000, help="reports to measure memory over (default 2000)")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is passed")
    given = parser.parse_args()
    passed = [speed(given.reports, given.rounds), start(given.rounds), memory(given.memory)]
    if given.check and not all(passed):
        sys.exit("a limit is passed")


def speed(reports: int, rounds: int) -> bool:
    """Print how the coder compares with the bare parse, and where its time goes."""
    texts = [*gold_reports(), *varied(reports)]
    nlp, coder = spacy.load(default_model()), Coder()
    tokens = sum(map(len, nlp.pipe(texts, batch_size=BATCH)))
    list(coder.code_many(texts[:50]))  # what is loaded and compiled once is measured as the start
    spare_what_is_loaded()  # as the command does
    measured = [one_round(nlp, coder, texts) for _ in range(rounds)]
    bare, whole = median(r.bare[0] for r in measured), median(r.coder[0] for r in measured)
    ratio = median(r.coder[1] / r.bare[1] for r in measured)
    print(f"{len(texts)} reports, {tokens} tokens, {rounds} rounds, model {nlp.meta['name']} {nlp.meta['version']}")
    print(f"  bare parse  {bare:6.2f} s   {bare / tokens * 1e6:5.0f} µs a token   {tokens / bare:6.0f} tokens/s")
    print(f"  coder       {whole:6.2f} s   {whole / tokens * 1e6:5.0f} µs a token   {tokens / whole:6.0f} tokens/s")
    print(f"  ratio       {ratio:6.2f}     of processor time (limit {MOST_RATIO}); by the clock {whole / bare:.2f}")
    stages = {name: median(r.stages[name] for r in measured) for name in measured[0].stages}
    rest = median(r.coder[0] - sum(r.stages.values()) for r in measured)
    for name, seconds in {"parse and reading": rest, **stages}.items():
        print(f"    {name:18} {seconds:6.2f} s   {seconds / tokens * 1e6:5.1f} µs a token   {seconds / whole:4.0%}")
    return ratio <= MOST_RATIO


def one_round(nlp: Language, coder: Coder, texts: list[str]) -> Round:
    """Time the bare parse and the coder on the same texts, turn by turn."""
    stages: dict[str, float] = defaultdict(float)

    def clock(stage: str, seconds: float) -> None:
        stages[stage] += seconds

    bare, whole = (0.0, 0.0), (0.0, 0.0)
    for at in range(0, len(texts), CHUNK):
        some = texts[at : at + CHUNK]
        bare = add(bare, timed(partial(nlp.pipe, some, batch_size=BATCH)))
        whole = add(whole, timed(partial(coder.code_many, some, clock=clock)))
    return Round(bare=bare, coder=whole, stages=dict(stages))


def timed(stream: Callable[[], Iterable[object]]) -> tuple[float, float]:
    """Return the seconds that it takes to run a stream dry, by the clock and of the processor."""
    before, used = perf_counter(), process_time()
    for _ in stream():
        pass
    return perf_counter() - before, process_time() - used


def add(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """Add two pairs of seconds."""
    return a[0] + b[0], a[1] + b[1]


def start(rounds: int) -> bool:
    """Print how long a new process takes to its first coding, against loading the model."""
    load, first = LOAD.format(model=default_model()), START
    measured = [(process(load), process(first)) for _ in range(rounds)]
    loading, coding = median(m[0] for m in measured), median(m[1] for m in measured)
    print(f"start: load the model {loading:.2f} s, first coding {coding:.2f} s")
    print(f"  the one against the other: {coding / loading:.2f} times (limit {MOST_START})")
    return coding < MOST_START * loading


def process(program: str) -> float:
    """Return the seconds of a new Python process."""
    before = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return perf_counter() - before


def memory(number: int) -> bool:
    """Print the peak memory of a process at each tenth of a long run."""
    program = f"import sys; sys.path.insert(0, {sys.path[0]!r})" + MEMORY.format(number=number)
    out = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    peaks = [int(line) / (1024 if sys.platform != "darwin" else 1024**2) for line in out.split()]
    print(f"memory: peak in MB at each tenth of {number} reports: {' '.join(f'{p:.0f}' for p in peaks)}")
    growth = peaks[-1] / peaks[2]
    print(f"  the last against the third: {growth:.2f} times (limit {MOST_GROWTH})")
    return growth <= MOST_GROWTH


if __name__ == "__main__":
    main()
