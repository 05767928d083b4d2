#!/usr/bin/env python3
"""Measure how the time for one report grows with its length, for texts of every shape: ordinary, odd and hostile.

    python bench/shapes.py                                     all shapes, about ten minutes
    python bench/shapes.py --only brackets,money --sizes 10,60
    python bench/shapes.py --only prose --sizes 10,100,1000,5000,20000
    python bench/shapes.py --store bench/results/shapes.json   what docs/hostile.md is made from; adds to what is there
    python bench/shapes.py --check                             exit with 1 where a limit is passed

Each text is parsed by spaCy alone, block by block, and then coded, in one process, and the seconds of the processor are
taken for either. 60 thousand characters are the most that is coded in one piece, so that nothing that grows faster than
the text can hide beyond. The exponent of the growth is that between the smallest and the largest up to there: 1 for a
cost in proportion to the length, 2 for its square.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from time import process_time

import spacy
from spacy.language import Language

from dateline.coder import Coder
from dateline.coding.limit import DEFAULT_LIMIT, Limit
from dateline.garbage import spare_what_is_loaded
from dateline.parse.parser import BATCH, default_model
from dateline.reading.given import GivenReport
from texts import varied

SIZES = (10, 30, 60, 100)
_PATIENCE = Limit(600.0, 1000.0)  # by the clock, of a machine that may be busy; what is judged is processor time
ONE_PIECE = 60  # thousand characters, up to which growth is told
MOST_SECONDS, MOST_EXPONENT = 10.0, 1.4
_SYLLABLES = ("ba", "dor", "ke", "lim", "mar", "no", "rus", "sel", "ta", "vin", "zo")
_WORDS = (
    "the",
    "army",
    "of",
    "the",
    "north",
    "shelled",
    "a",
    "town",
    "near",
    "the",
    "river",
    "and",
    "its",
    "people",
    "fled",
)
Shape = Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Measured:
    """One text: thousand characters, and seconds of the processor for the bare parse and for the coding."""

    shape: str
    size: int
    parse: float
    whole: float
    records: int
    error: str | None

    @property
    def on_top(self) -> float:
        """Return the seconds a megabyte on top of the parse."""
        return max(0.0, self.whole - self.parse) / self.size * 1000


def main() -> None:
    """Measure, print, store and check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="shapes, parted by commas (default all)")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="thousand characters (default %(default)s)")
    parser.add_argument("--store", type=Path, metavar="FILE", help="write the figures as JSON, beside those of others")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is passed")
    given = parser.parse_args()
    shapes = given.only.split(",") if given.only else [*SHAPES]
    nlp, coder = spacy.load(default_model()), Coder()
    list(coder.code_many(varied(20)))  # what is loaded once is no part of a report's time
    spare_what_is_loaded()  # as the command does
    runs = []
    for shape in shapes:
        of_shape = [measure(nlp, coder, shape, int(size)) for size in given.sizes.split(",")]
        print(line(of_shape), flush=True)
        runs += of_shape
        if given.store:
            store(given.store, of_shape)
    if given.check and (bad := [s for s in shapes if not holds([r for r in runs if r.shape == s])]):
        sys.exit(f"a limit is passed: {', '.join(bad)}")


def measure(nlp: Language, coder: Coder, shape: str, size: int) -> Measured:
    """Parse and code one text."""
    text = made(shape, size * 1000)
    blocks = [text[start:end] for start, end in (block.span for block in coder.parser.cut(text).blocks)]
    before = process_time()
    for _ in nlp.pipe(blocks, batch_size=BATCH):
        pass
    parsed = process_time()
    (coding,) = coder.code_many([{"id": shape, "text": text, "language": "en"}], timeout=_PATIENCE)
    done = process_time()
    records = sum(len(getattr(coding, layer) or ()) for layer in coder.layers)
    return Measured(shape, size, round(parsed - before, 3), round(done - parsed, 3), records, coding.report.error)


def made(shape: str, length: int) -> str:
    """Return a text of so many characters, a little fewer where it is cut at a word."""
    pieces, size = [], 0
    for piece in SHAPES[shape]():
        if size + len(piece) > length:
            break
        pieces.append(piece)
        size += len(piece)
    return "".join(pieces)


def exponent(runs: list[Measured]) -> float | None:
    """Return how the seconds of one shape grow with the size."""
    of = {run.size: max(0.01, run.whole) for run in runs if run.size <= ONE_PIECE}
    if len(of) < 2:
        return None
    first, last = min(of), max(of)
    return math.log(of[last] / of[first]) / math.log(last / first)


def holds(runs: list[Measured]) -> bool:
    """Tell whether a shape is within its limits."""
    grown = exponent(runs)
    return (grown is None or grown <= MOST_EXPONENT) and all(
        run.error is None and run.whole < DEFAULT_LIMIT.of(GivenReport(text="x" * run.size * 1000)) for run in runs
    )


def line(runs: list[Measured]) -> str:
    """Return one shape's figures."""
    each = "  ".join(
        f"{r.size:>6} KB {r.whole:6.2f} s = {r.parse:5.2f} +{r.on_top:6.1f} s/MB{' !' if r.error else ''}" for r in runs
    )
    grown = exponent(runs)
    return f"{runs[0].shape:20} {each}{f'  exponent {grown:.2f}' if grown is not None else ''}"


def store(path: Path, runs: list[Measured]) -> None:
    """Write the figures; those of other shapes and sizes stay."""
    kept = json.loads(path.read_text(encoding="utf-8"))["runs"] if path.exists() else []
    found = {(run["shape"], run["size"]): run for run in [*kept, *map(asdict, runs)]}
    order = [*SHAPES]
    rows = sorted(found.values(), key=lambda run: (order.index(run["shape"]), run["size"]))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f'{{"runs": [\n{lines}\n]}}\n', encoding="utf-8")


def _repeated(piece: str, *, head: str = "") -> Shape:
    """Return a shape that is one piece over and over."""

    def shape() -> Iterator[str]:
        yield head
        while True:
            yield piece

    return shape


def _numbered(make: Callable[[int], str], *, head: str = "") -> Shape:
    """Return a shape whose pieces are made from their number."""

    def shape() -> Iterator[str]:
        yield head
        yield from map(make, count())

    return shape


def _name(n: int) -> str:
    """Return an invented name, another one for each number."""
    letters = []
    while n or len(letters) < 2:
        n, at = divmod(n, len(_SYLLABLES))
        letters.append(_SYLLABLES[at])
    return "".join(letters).capitalize()


def _prose() -> Iterator[str]:
    yield from (f"{text}\n\n" for text in varied(10**9))


def _word(n: int) -> str:
    return _WORDS[n % len(_WORDS)]


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHAPES: Mapping[str, Shape] = {
    "prose": _prose,
    "one paragraph": lambda: (f"{text.replace(chr(10), ' ')} " for text in varied(10**9)),
    "one sentence": _numbered(lambda n: f"{_word(n)} "),
    "short sentences": _repeated("They fled. He ran. It fell. "),
    "repeated sentence": _repeated("Rebels shelled the town of Bardo on Monday and killed 12 people. "),
    "nested speech": _numbered(lambda n: f"{_name(n)} said that ", head="The minister said that "),
    "said chain": _numbered(lambda n: f'"They attacked us," said {_name(n)}, who said {_name(n + 1)} said so. '),
    "short quotations": _numbered(lambda n: f'"Yes," he said. "No {n}," she said. '),
    "unclosed quotations": _repeated('"They attacked the town, he said. '),
    "quotation marks": _repeated('" '),
    "curly quotations": _repeated("\u201cThey attacked \u2018us\u2019 \u201cagain\u201d. "),
    "names": _repeated("Anna Kessler met Boris Tarn in Vienna. "),
    "distinct names": _numbered(lambda n: f"{_name(n)} {_name(n * 7 + 3)} met {_name(n * 5 + 1)} in {_name(n * 3)}. "),
    "listed names": _numbered(lambda n: f"{_name(n)} {_name(n * 7 + 3)}, "),
    "pronouns": _repeated("He told her that they saw him and it hit them. "),
    "descriptions": _numbered(lambda n: f"The {n % 90 + 2}-year-old general accused the minister of killing him. "),
    "numbers": _numbered(lambda n: f"{n * 37 % 9973} "),
    "numbers in prose": _numbered(lambda n: f"Troops killed {n * 37 % 997} people and wounded {n % 89 + 3}. "),
    "digits": _repeated("7"),
    "dates": _numbered(lambda n: f"On {n % 28 + 1} March {1990 + n % 30} and last {_DAYS[n % 7]} they met. "),
    "listed dates": _numbered(lambda n: f"{n % 28 + 1}/{n % 12 + 1}/{1990 + n % 30}, {_DAYS[n % 7]}, "),
    "money": _numbered(lambda n: f"${n % 97 + 1}m "),
    "money in prose": _numbered(lambda n: f"France pledged ${n % 97 + 1} million in aid to Kenya. "),
    "brackets": _repeated("(("),
    "brackets in prose": _repeated("(the army (of the north) attacked) "),
    "commas": _repeated("the army, "),
    "conjunctions": _repeated("the army and the rebels or the police and "),
    "verbs in one sentence": _numbered(lambda n: f"attacked {_name(n)}, killed {n + 2} people and ", head="Rebels "),
    "hyphens": _repeated("anti-"),
    "dashes": _repeated("the army \u2014 it fled \u2013 "),
    "one long token": _repeated("x"),
    "one line without spaces": _numbered(lambda n: f"{_word(n)}."),
    "capitals": _numbered(lambda n: f"{_word(n).upper()} "),
    "title case": _numbered(lambda n: f"{_word(n).title()} "),
    "list lines": _numbered(lambda n: f"- {_name(n)}: {n} killed\n"),
    "table": _numbered(lambda n: f"{_name(n)}\t{n}\t{n * 3 % 997}\t{_DAYS[n % 7]}\n"),
    "tabs": _repeated("\t"),
    "newlines": _repeated("\n"),
    "spaces": _repeated(" ", head="Rebels shelled the town."),
    "full stops": _repeated(". "),
    "dots": _repeated("."),
    "apostrophes": _repeated("the army's general's aide's "),
    "addresses": _numbered(lambda n: f"https://news.test/{n}/a-b-c?d={n}&e=f "),
    "mail and tags": _numbered(lambda n: f"<b>a{n}@mail.test</b> @user{n} #tag{n} "),
    "emoji": _repeated("\U0001f680\U0001f4a5 "),
    "right to left": _repeated(
        "\u0627\u0644\u062c\u064a\u0634 \u0642\u0635\u0641 \u0627\u0644\u0645\u062f\u064a\u0646\u0629 "
    ),
    "combining marks": _repeated("a\u0301\u0302\u0303"),
    "places": _numbered(lambda n: f"Troops moved from Paris to London via Springfield and {_name(n)}. "),
    "relative clauses": _repeated("the general who ordered the troops that attacked the town which "),
    "prepositions": _repeated("of the army in the town near the river by "),
    "titles": _numbered(
        lambda n: f"President {_name(n)} and Prime Minister {_name(n + 1)}, foreign minister of Chad, "
    ),
}


if __name__ == "__main__":
    main()
