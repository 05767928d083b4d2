"""Train the arbiter of event types from training/*.jsonl, and write its weights.

    python scripts/train_arbiter.py                  train on all, write src/dateline/learned/data/arbiter.npz
    python scripts/train_arbiter.py --check          train, and fail if the file differs
    python scripts/train_arbiter.py --folds 5        cross-validate instead; writes nothing

The same training set, lexicon, parser and machine give the same file, bit for bit.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order, whatever the number of cores

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.coder import Coder
from dateline.draft import Clause, Draft
from dateline.learned.arbiter import TYPES, WEIGHTS, buckets_of
from dateline.learned.describe import Describer, frame_words
from dateline.lexicon.events.frames import Frame, Frames, load_frames
from dateline.lexicon.events.words import load_event_words
from dateline.model.closed import EventType
from dateline.stages.events.frames.features import Features, classes_by_word
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.lookups import Scene
from learning import descend, kept

TRAINING = Path(__file__).parents[1] / "training"
BUCKETS = 2**17
PENALTY = 1.0
STEPS = 40
LEAST = 2
ASIDE = 0.3
"""Weight of the clauses that no label names: no event where no frame knows them, else what the frame says."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """One clause: its words, type and weight; ``group`` keeps contrast pairs in one fold, ``of`` names the text."""

    words: tuple[str, ...]
    type: EventType | None
    weight: float
    group: str
    of: str
    frame: tuple[tuple[EventType | None, float], ...]
    main: bool = field(kw_only=True)


class Described(NamedTuple):
    """A clause, the words for it, type and score of the frames that fit, and their ids."""

    clause: Clause
    words: tuple[str, ...]
    said: tuple[tuple[EventType | None, float], ...]
    frames: frozenset[str]


# ---------------------------------------------------------------- from texts to examples


class Reader:
    """Makes examples of texts with the coder's own stages up to the clauses, and its frames."""

    def __init__(self, coder: Coder | None = None) -> None:
        """Load the stages before the events."""
        self.coder = coder or Coder(layers=("actors", "places", "times", "statements", "predicates"))
        self.frames: Frames = load_frames()
        self.words = load_event_words()
        self.classes = classes_by_word(self.frames.classes)

    def described(self, draft: Draft) -> Iterator[Described]:
        """Yield each clause with its words and what the frames propose for it."""
        scene = Scene(draft, self.words)
        matcher = Matcher(scene, self.frames, Features(scene, self.classes))
        describer = Describer(draft, self.classes)
        for clause in draft.clauses:
            matches = matcher.matches(clause)
            said = tuple((m.frame.type, m.score) for m in matches)
            words = (*describer.words(clause), *frame_words(said, self.known(clause)))
            yield Described(clause, words, said, frozenset(m.frame.id for m in matches))

    def example_of(self, frame: Frame) -> Example | None:
        """Return the clause of a frame's own example that the frame fits."""
        draft = self.coder.draft(frame.example, published="2020-06-15")
        found = next((d for d in self.described(draft) if frame.id in d.frames), None)
        if found is None or frame.type is None:
            return None
        return Example(found.words, frame.type, 1.0, frame.id, frame.id, found.said, main=False)

    def known(self, clause: Clause) -> list[EventType]:
        """Return the types of all frames that hold the clause's lemma."""
        own = {"verb": self.frames.verbs, "noun": self.frames.nouns, "adjective": self.frames.adjectives}[clause.pos]
        return sorted({f.type for f in own.get(clause.lemma, ()) if f.type is not None})

    def examples(self, row: dict[str, Any]) -> Iterator[Example]:
        """Yield the examples of one entry: the clause of its trigger, and those that tell no event."""
        draft = self.coder.draft(row["text"], published=row["date"])
        found = list(self.described(draft))
        if not found:
            return
        group = row["pair"] or row["id"]
        main = _clause_of(draft, row["trigger"]) if row["trigger"] else None
        if row["type"] is None and main is None:
            main = next((d.clause for d in found if d.said), draft.clauses[0])
        aside = 0
        for clause, words, said, _ in found:
            if main is not None and clause.index == main.index:
                yield Example(words, row["type"], 1.0, group, row["id"], said, main=True)
            elif row["type"] is not None and said:
                yield Example(words, said[0][0], ASIDE, group, row["id"], said, main=False)
            elif row["type"] is None or not aside:
                aside += row["type"] is not None
                yield Example(words, None, ASIDE, group, row["id"], said, main=False)


def _clause_of(draft: Draft, trigger: str) -> Clause | None:
    start = draft.document.text.find(trigger)
    inside = draft.document.tokens_in((start, start + len(trigger))) if start >= 0 else []
    ids = {t.i for t in inside}
    head = draft.document.head_of((start, start + len(trigger))) if inside else None
    first = [c for c in draft.clauses if head is not None and head.i in (c.token, c.support)]
    return next(iter([*first, *(c for c in draft.clauses if c.token in ids or c.support in ids)]), None)


def read_rows(folder: Path) -> list[dict[str, Any]]:
    """Return the entries of the training set, sorted by id."""
    rows = [msgspec.json.decode(line) for f in folder.glob("*.jsonl") for line in f.read_bytes().splitlines()]
    return sorted(rows, key=lambda r: r["id"])


# ---------------------------------------------------------------- fitting


@dataclass(frozen=True)
class Model:
    """Weights of the buckets, a bias, and the temperature."""

    weights: Floats
    bias: Floats
    temperature: float

    def sums(self, table: "Table") -> Floats:
        """Return one row of sums for each example."""
        return table.times(self.weights[table.used]) + self.bias


class Table:
    """Examples as a sparse table."""

    def __init__(self, examples: Sequence[Example], least: int = 1) -> None:
        """Hash the words and lay the rows end to end; words of fewer than ``least`` examples are left out."""
        hashed = [buckets_of(e.words, BUCKETS) for e in examples]
        lengths = np.array([len(r) for r, _ in hashed])
        columns = np.concatenate([r for r, _ in hashed])
        values = np.concatenate([v for _, v in hashed])
        row_of = np.repeat(np.arange(len(hashed)), lengths)
        often = np.bincount(columns, minlength=BUCKETS)[columns] >= least
        self.used, self.columns = np.unique(columns[often], return_inverse=True)
        self.row_of = row_of[often]
        self.values = values[often][:, None]
        self.order = np.argsort(self.columns, kind="stable")
        self.cuts = np.searchsorted(self.columns[self.order], np.arange(len(self.used)))
        self.rows, self.starts = np.unique(self.row_of, return_index=True)
        self.gold = np.array([TYPES.index(e.type) for e in examples])
        self.share = np.array([e.weight for e in examples], dtype=np.float32)

    def times(self, weights: Floats) -> Floats:
        """Return the rows times the weights of the words in use."""
        out = np.zeros((len(self.gold), weights.shape[1]), dtype=np.float32)
        out[self.rows] = np.add.reduceat(weights[self.columns] * self.values, self.starts, axis=0)
        return out

    def back(self, errors: Floats) -> Floats:
        """Return the gradient with regard to the weights of the words in use."""
        return np.add.reduceat(errors[self.row_of[self.order]] * self.values[self.order], self.cuts, axis=0)


def softmax(sums: Floats) -> Floats:
    """Return shares by row."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def fit(table: Table, penalty: float = PENALTY, steps: int = STEPS) -> Model:
    """Return the weights that minimise the weighted log loss with an L2 penalty; starts from zero, draws no lots."""
    n, k, used = len(table.gold), len(TYPES), len(table.used)
    hot = np.eye(k, dtype=np.float32)[table.gold]

    def loss(x: Floats) -> tuple[float, Floats]:
        w, bias = np.split(x.reshape(-1, k), [used])
        p = softmax(table.times(w) + bias)
        value = -(table.share * np.log(p[np.arange(n), table.gold] + 1e-9)).sum()
        errors = (p - hot) * table.share[:, None]
        slope = np.concatenate([table.back(errors) + penalty * w, errors.sum(axis=0, keepdims=True)])
        return float(value) + 0.5 * penalty * float((w**2).sum()), slope.ravel()

    x = descend(loss, np.zeros((used + 1) * k, dtype=np.float32), steps)
    w, bias = np.split(x.reshape(-1, k), [used])
    weights = np.zeros((BUCKETS, k), dtype=np.float32)
    weights[table.used] = w
    return Model(weights, bias[0], 1.0)


# ---------------------------------------------------------------- judging


def folds(examples: Sequence[Example], number: int) -> Iterator[tuple[list[int], list[int]]]:
    """Yield positions to learn from and to judge by; the members of a contrast pair stay together."""
    of = [crc32(e.group.encode()) % number for e in examples]
    for k in range(number):
        yield [i for i, f in enumerate(of) if f != k], [i for i, f in enumerate(of) if f == k]


def judged(examples: Sequence[Example], number: int) -> Floats:
    """Return for each example the sums of the model that did not see it."""
    out = np.zeros((len(examples), len(TYPES)))
    for learn, judge in folds(examples, number):
        model = fit(Table([examples[i] for i in learn], LEAST))
        out[judge] = model.sums(Table([examples[i] for i in judge]))
    return out


def temperature_of(sums: Floats, gold: npt.NDArray[np.int64], share: Floats) -> float:
    """Return the divisor under which unseen examples have the least log loss."""

    def loss(t: float) -> float:
        return -float((share * np.log(softmax(sums / t)[np.arange(len(gold)), gold] + 1e-12)).sum())

    return min((round(0.3 + 0.05 * i, 2) for i in range(40)), key=loss)


def accuracy(sums: Floats, examples: Sequence[Example]) -> float:
    """Return the share of labelled clauses whose likeliest type is theirs."""
    hits = [TYPES[int(s.argmax())] == e.type for s, e in zip(sums, examples, strict=True) if e.main]
    return sum(hits) / len(hits)


# ---------------------------------------------------------------- the file


def packed(model: Model) -> bytes:
    """Return the weights as the bytes of an .npz file: half precision, rows of zeros left out, no pickle."""
    small = model.weights.astype(np.float16)
    rows = np.flatnonzero(np.abs(small).max(axis=1))
    out = BytesIO()
    np.savez_compressed(
        out, buckets=np.int64(len(small)), rows=rows.astype(np.int32), weights=small[rows],
        bias=model.bias.astype(np.float32), temperature=np.float32(model.temperature),
    )  # fmt: skip
    return out.getvalue()


def train(examples: Sequence[Example]) -> Model:
    """Fit on all examples; the temperature is set on examples unseen, in three folds."""
    table = Table(examples, LEAST)
    warmth = temperature_of(judged(examples, 3), table.gold, table.share)
    model = fit(table)
    return Model(model.weights, model.bias, warmth)


def read_examples(folder: Path) -> list[Example]:
    """Return the examples of all entries, in order of their ids, and those of the frames."""
    reader = Reader()
    own = (reader.example_of(f) for f in reader.frames.entries)
    return [*(e for row in read_rows(folder) for e in reader.examples(row)), *(e for e in own if e is not None)]


def main(arguments: Iterable[str] | None = None) -> int:
    """Train, check or judge, as the command line says."""
    parser = argparse.ArgumentParser(description="Train the arbiter of event types.")
    parser.add_argument("--folder", type=Path, default=TRAINING)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--check", action="store_true", help="compare with the file in place of writing it")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate; nothing is written")
    given = parser.parse_args(None if arguments is None else list(arguments))
    examples = read_examples(given.folder)
    print(f"{len(examples)} clauses of {len({e.of for e in examples})} entries")
    if given.folds:
        print(f"accuracy on unseen clauses: {accuracy(judged(examples, given.folds), examples):.3f}")
        return 0
    made = packed(train(examples))
    return kept(made, given.out, script="scripts/train_arbiter.py", check=given.check)


if __name__ == "__main__":
    sys.exit(main())
