"""Train the triage from codings of real reports, choose its thresholds on folds, and write its weights.

    dateline code TEXTS.jsonl > CODINGS.jsonl
    python scripts/train_triage.py CODINGS.jsonl --half MORE.jsonl            write src/dateline/learned/data/triage.npz
    python scripts/train_triage.py CODINGS.jsonl --half MORE.jsonl --check    fail if the file differs

Codings are read in their part "learn" (gold/real/README.md), those after ``--half``, which may be left out, in their
first half; the rest is for judging (bench/triage.py). The invented texts of gold/ and training/ are learned from too.
No word of a text is in the weights: they are hashed, and so are the forms that are kept.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order, whatever the number of cores

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby, product, starmap
from pathlib import Path
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.evaluation.gold.cases import load_gold
from dateline.evaluation.gold.standoff import part_of, read_lines
from dateline.evaluation.outcome import touches
from dateline.learned.triage import BUCKETS, WEIGHTS, Buckets, Triage, hashed, lemma_of
from dateline.lexicon.reading.layout import load_layout
from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.parse.layout import Block, compile_layout, find_blocks
from learning import fit_yes_no, kept
from train_arbiter import TRAINING
from train_reader import GOLD, read_training, share_of

REPORTS, EVENTS = 0.995, 0.992
"""Shares of the reports and events to be kept of each file's unseen reports: a little more than is promised."""
PENALTY, PARTS, OFTEN, RARE = 4.0, 4, 30, 0.01
STEPS = np.arange(-6.0, -1.0, 0.125)
LAYOUT = compile_layout(load_layout())
Counts = npt.NDArray[np.int64]
BLANK = Triage((0.0,) * BUCKETS, 0.0, frozenset(), frozenset(), 0.0, 0.0, "")


@dataclass(frozen=True)
class Asked:
    """A word that may tell an event: how it is described, and the events that it tells."""

    described: Buckets
    tells: frozenset[int]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: how long it is, whether it is kept wherever the report passes, its events, its words."""

    length: int
    fixed: bool
    events: frozenset[int]
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Read:
    """A report as the triage sees it: its file, and how much it teaches."""

    source: str
    fold: int
    paragraphs: tuple[Paragraph, ...]
    share: float


@dataclass(frozen=True)
class Text:
    """A text, where its events are told, and how it counts."""

    id: str
    text: str
    events: tuple[tuple[Span, ...], ...]
    source: str = ""
    share: float = 1.0


# ---------------------------------------------------------------- texts


def coded(path: Path, *, half: bool) -> list[Text]:
    """Return the reports of a file of codings that may be learned from."""
    decoder = msgspec.json.Decoder(Coding)
    codings = [decoder.decode(line) for line in read_lines(path)]
    learned = codings[: len(codings) // 2] if half else [c for c in codings if part_of(c.report.text) == "learn"]
    return [
        Text(c.report.id, c.report.text, tuple((e.trigger, *e.mentions) for e in c.events or ()), path.name)
        for c in learned
        if c.report.coded
    ]


def invented() -> Iterator[Text]:
    """Yield the texts of the project, with their events as they are labelled."""
    for case in (*(c for c in load_gold([GOLD]).cases if "events" in c.complete), *read_training(TRAINING)):
        yield Text(case.id, case.text, tuple(e.spans for e in case.events), share=share_of(case))


# ---------------------------------------------------------------- what the triage sees


def forms(texts: Iterable[Text]) -> Triage:
    """Return a triage that knows which forms tell events although they show no lemma, and which are idle."""
    met: Counter[str] = Counter()
    told: Counter[str] = Counter()
    every = replace(BLANK, telling=_Every())
    for text in texts:
        spans = [s for event in text.events for s in event]
        for span, _ in every.asked(text.text, find_blocks(text.text, LAYOUT)):
            word = text.text[slice(*span)].lower()
            met[word] += 1
            told[word] += touches(spans, [span])
    telling = {hashed(w) for w, n in told.items() if n >= RARE * met[w] and w[0].isalpha() and not lemma_of(w)}
    idle = {hashed(w) for w, n in met.items() if n >= OFTEN and not told[w] and lemma_of(w)}
    return replace(BLANK, telling=frozenset(telling), idle=frozenset(idle))


class _Every(frozenset[int]):
    """Holds every form."""

    def __contains__(self, _: object) -> bool:
        return True


def read(triage: Triage, text: Text) -> Read:
    """Return a text as the triage sees it."""
    blocks = find_blocks(text.text, LAYOUT)
    paragraphs = (tuple(own) for _, own in groupby(blocks, key=lambda b: b.paragraph))
    fold = crc32(text.id.encode()[::-1]) % PARTS
    return Read(text.source, fold, tuple(paragraph(triage, text, own) for own in paragraphs), text.share)


def paragraph(triage: Triage, text: Text, blocks: Sequence[Block]) -> Paragraph:
    """Return a paragraph as the triage sees it."""
    whole = (blocks[0].span[0], blocks[-1].span[1])
    events = [(n, spans) for n, spans in enumerate(text.events) if touches(spans, [whole])]
    asked = (
        Asked(described, frozenset(n for n, spans in events if touches(spans, [span])))
        for span, described in triage.asked(text.text, blocks)
    )
    length, fixed = len(text.text[slice(*whole)].split()), any(b.part != "body" for b in blocks)
    return Paragraph(length, fixed, frozenset(n for n, _ in events), tuple(asked))


# ---------------------------------------------------------------- fitting


def fitted(triage: Triage, reports: Iterable[Read]) -> Triage:
    """Return the triage with weights learned from these reports."""
    examples = [(a, r.share) for r in reports for p in r.paragraphs for a in p.asked]
    rows = [np.array(a.described, dtype=np.int64) for a, _ in examples]
    gold, shares = [bool(a.tells) for a, _ in examples], [share for _, share in examples]
    weights, bias = fit_yes_no(rows, gold, shares, penalty=PENALTY, size=BUCKETS)
    return replace(triage, weights=weights.tolist(), bias=bias, paragraph=np.inf)


def answers(triage: Triage, report: Read) -> list[float]:
    """Return what each paragraph says."""
    return [max((triage.answer(a.described) for a in p.asked), default=-np.inf) for p in report.paragraphs]


def judged(report: Read, says: Sequence[float], paragraph: float, least: float) -> Counts:
    """Return reports, events and words, each with how many of them are kept."""
    best = max(says, default=-np.inf)
    read = [
        best >= least and (p.fixed or said >= min(paragraph, best))
        for p, said in zip(report.paragraphs, says, strict=True)
    ]
    some = [p for p, keep in zip(report.paragraphs, read, strict=True) if keep]
    events, held = (frozenset[int]().union(*(p.events for p in ps)) for ps in (report.paragraphs, some))
    words, left = (sum(p.length for p in ps) for ps in (report.paragraphs, some))
    return np.array([bool(events), bool(held), len(events), len(held), words, left])


def thresholds(reports: Sequence[Read], says: Sequence[Sequence[float]]) -> tuple[float, float, str]:
    """Return the thresholds that keep enough of every file and pass over the most words, and what they keep."""
    found = []
    for paragraph, least in product(STEPS, STEPS):
        by_file: dict[str, Counts] = {}
        for r, s in zip(reports, says, strict=True):
            by_file[r.source] = by_file.get(r.source, 0) + judged(r, s, paragraph, least)
        if least <= paragraph and all(c[1] >= REPORTS * c[0] and c[3] >= EVENTS * c[2] for c in by_file.values()):
            left = int(sum(c[5] for c in by_file.values()))
            found.append((left, float(paragraph), float(least), "\n".join(starmap(said, by_file.items()))))
    _, paragraph, least, say = min(found)
    return paragraph, least, say


def said(file: str, counts: Counts) -> str:
    """Say what is kept of a file."""
    reports, events, words = (counts[n + 1] / counts[n] for n in (0, 2, 4))
    return f"  {file}: {reports:.4f} of the reports, {events:.4f} of the events, {words:.3f} of the words"


def packed(triage: Triage) -> bytes:
    """Return the weights as the bytes of an .npz file: a byte each, no pickle."""
    scale = max(map(abs, triage.weights)) / 127
    small = np.rint(np.array(triage.weights) / scale).astype(np.int8)
    numbers = np.array([scale, triage.bias, triage.paragraph, triage.report])
    telling, idle = (np.array(sorted(hashes), dtype=np.int64) for hashes in (triage.telling, triage.idle))
    out = BytesIO()
    np.savez_compressed(out, weights=small, numbers=numbers, telling=telling, idle=idle)
    return out.getvalue()


def main(arguments: Iterable[str] | None = None) -> int:
    """Learn, and write or check, as the command line says."""
    parser = argparse.ArgumentParser(description="Train the triage.")
    parser.add_argument("codings", type=Path, nargs="+", help="codings, learned from by part")
    parser.add_argument("--half", type=Path, action="append", default=[], help="codings, learned from by half")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--check", action="store_true", help="compare with the file in place of writing it")
    given = parser.parse_args(None if arguments is None else list(arguments))
    texts = [
        t for paths, half in ((given.codings, False), (given.half, True)) for p in paths for t in coded(p, half=half)
    ]
    triage = forms(texts)
    real, own = [read(triage, t) for t in texts], [read(triage, t) for t in invented()]
    blind = [fitted(triage, [*own, *(r for r in real if r.fold != part)]) for part in range(PARTS)]
    says = [answers(blind[r.fold], r) for r in real]
    least, report, say = thresholds(real, says)
    print(f"{len(real)} reports, each judged by weights that did not see it, at {least} and {report}; kept are\n{say}")
    made = replace(fitted(triage, [*own, *real]), paragraph=least, report=report)
    return kept(packed(made), given.out, script="scripts/train_triage.py", check=given.check)


if __name__ == "__main__":
    sys.exit(main())
