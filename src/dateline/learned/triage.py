"""Triage: before the parser, a cheap look at the words of each paragraph, whether it may tell an event.

A word that may be a frame's is asked about with the words round it; the answers were learned from what the coder itself
makes of real reports. `scripts/train_triage.py` learns them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from math import inf, sqrt
from pathlib import Path
from zlib import crc32

import numpy as np

from dateline.errors import LexiconError
from dateline.learned.heads import LENGTH
from dateline.learned.weights import read_weights
from dateline.lexicon.events.frames import load_frames
from dateline.model.base import Span
from dateline.parse.layout import Block, Cut

BUCKETS = 2**17
SCRIPT = "scripts/train_triage.py"
WEIGHTS = Path(__file__).parent / "data" / "triage.npz"
_REACH = 8  # words on either side that a word is asked about with
_MIX = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)  # odd and large, so that hashes of two words join to a hash of both
_WORD = re.compile(r"\w+(?:['’]\w+)*+|[^\w\s]")
# "-ies", "-ed", "-ing": what stands before is tried with and without an "e" or a "y".
_ENDING = re.compile(r"(?:ie|e)?[sd]$|ing$")
_NOTE = re.compile(r"triage passed over ([\d,]+) of ([\d,]+) words, at (\d+-\d+(?:, \d+-\d+)*+)")
Buckets = list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Triage:
    """What was learned, and how sure it must be that a word tells an event; answers are log odds.

    Args:
        weights: One for each bucket.
        bias: What every answer begins with.
        telling: Hashes of forms that tell events although they show no lemma of a frame ("met").
        idle: Hashes of forms of frames' words that were often met and told none.
        paragraph: The answer from which a paragraph is read.
        report: The answer from which a report is; its likeliest paragraph is then read whatever its own answer.
        digest: Tells these weights from others.
    """

    weights: Sequence[float]
    bias: float
    telling: frozenset[int]
    idle: frozenset[int]
    paragraph: float
    report: float
    digest: str

    def sift(self, cut: Cut) -> Cut:
        """Return a report without the paragraphs that tell no event; with none at all where none of them does.

        The lead and what is no running text are kept wherever the report passes.
        """
        paragraphs = [tuple(blocks) for _, blocks in groupby(cut.blocks, key=lambda b: b.paragraph)]
        says = [self.says(cut.text, blocks) for blocks in paragraphs]
        best = max(says, default=-inf)
        least = min(self.paragraph, best) if best >= self.report else inf
        kept = [
            said >= least or (least < inf and any(b.part != "body" for b in blocks))
            for blocks, said in zip(paragraphs, says, strict=True)
        ]
        read = tuple(b for keep, blocks in zip(kept, paragraphs, strict=True) if keep for b in blocks)
        return replace(cut, blocks=read, passed_over=tuple(_stretches(paragraphs, kept)))

    def says(self, text: str, blocks: Sequence[Block]) -> float:
        """Return the answer of a paragraph: that of its likeliest word, or of the first that is enough."""
        most = -inf
        for _, described in self.asked(text, blocks):
            most = max(most, self.answer(described))
            if most >= self.paragraph:
                break
        return most

    def answer(self, described: Buckets) -> float:
        """Return the log odds that a word tells an event."""
        return self.bias + sum(map(self.weights.__getitem__, described)) * LENGTH / sqrt(len(described))

    def asked(self, text: str, blocks: Iterable[Block]) -> Iterator[tuple[Span, Buckets]]:
        """Yield the words of a paragraph that may tell an event, each with the buckets that describe it."""
        found = [m for b in blocks for m in _WORD.finditer(text, *b.span)]
        words = [m[0] for m in found]
        forms = [hashed(w) for w in words]
        company, shapes = _padded(forms), _padded(list(map(_shape, words)))
        for i, (word, form) in enumerate(zip(words, forms, strict=True)):
            # 0 for a word that is no frame's: it is not asked about.
            lemma = form if form in self.telling else 0 if form in self.idle else lemma_of(word)
            if lemma:
                at = slice(i, i + 2 * _REACH + 1)
                yield found[i].span(), _described(lemma, company[at], shapes[at])


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """How many of a report's words were passed over, and where they stand."""

    words: int
    of: int
    spans: tuple[Span, ...]

    @property
    def whole(self) -> bool:
        """Tell whether nothing of the report was read."""
        return self.words == self.of

    def __str__(self) -> str:
        """Say it as a note of the report; ``read_note`` reads it back."""
        where = ", ".join(f"{start}-{end}" for start, end in self.spans)
        return f"triage passed over {self.words:,} of {self.of:,} words, at {where}"


def passed_over(text: str, spans: Sequence[Span]) -> PassedOver:
    """Count the words of a text that were passed over."""
    return PassedOver(words=sum(len(text[s:e].split()) for s, e in spans), of=len(text.split()), spans=tuple(spans))


def read_note(notes: Iterable[str]) -> PassedOver | None:
    """Return what the notes of a report say that triage passed over, None where they say nothing of it."""
    said = next((m for m in map(_NOTE.fullmatch, notes) if m), None)
    if said is None:
        return None
    words, of = (int(n.replace(",", "")) for n in said.group(1, 2))
    ends = (span.split("-") for span in said[3].split(", "))
    return PassedOver(words=words, of=of, spans=tuple((int(start), int(end)) for start, end in ends))


def _stretches(paragraphs: Sequence[Sequence[Block]], kept: Sequence[bool]) -> Iterator[Span]:
    """Yield the stretches of paragraphs that are not kept."""
    for keep, run in groupby(zip(kept, paragraphs, strict=True), key=lambda pair: pair[0]):
        if not keep:
            blocks = [b for _, paragraph in run for b in paragraph]
            yield blocks[0].span[0], blocks[-1].span[1]


def _padded(row: Sequence[int]) -> list[int]:
    return [0] * _REACH + list(row) + [0] * _REACH


def _described(lemma: int, near: Sequence[int], shapes: Sequence[int]) -> Buckets:
    """Return the buckets of a word: its lemma and form, those beside it, alone and with it, and those in reach."""
    before3, before2, before, form, after, after2, after3 = near[_REACH - 3 : _REACH + 4]
    single = (form, after, after2, after3, before, before2, before3)
    pairs = (
        (lemma, after), (lemma, before), (lemma, after2), (lemma, before2), (after, after2), (before2, before),
        (lemma, shapes[_REACH - 1]), (lemma, shapes[_REACH + 1]), (lemma, shapes[_REACH + 2]),
    )  # fmt: skip
    a, b, c = _MIX
    found = [(lemma * a >> 7) % BUCKETS, ((lemma * a ^ after * b ^ after2 * c) >> 9) % BUCKETS]
    found += [((x * b + k * c) >> 11) % BUCKETS for k, x in enumerate(single, 1)]
    found += [((x * a ^ y * b + k * c) >> 13) % BUCKETS for k, (x, y) in enumerate(pairs, 20)]
    found += [((x * c + b) >> 8) % BUCKETS for x in near[:_REACH] if x]
    found += [((x * c + b) >> 8) % BUCKETS for x in near[_REACH + 1 :] if x]
    return found


@lru_cache(maxsize=1 << 16)
def hashed(word: str) -> int:
    """Return the hash of a word in small letters, one for all numbers; it is the same in every process."""
    # One for all numbers: which number it is tells nothing. "| 1" keeps it from being 0, which is no word.
    return crc32((word.lower() if word[0].isalpha() else "0" if word[0].isdigit() else word).encode()) | 1


@lru_cache(maxsize=1 << 16)
def lemma_of(word: str) -> int:
    """Return the hash of the frames' lemma of which a word may be a form, or 0."""
    known = _frame_words()
    lower = word.lower()
    if lower in known:
        return hashed(lower)
    ending = _ENDING.search(lower)
    stem = lower[: ending.start()] if ending else ""
    # "Stopped" is "stop", "carries" is "carry".
    whole = (stem, f"{stem}e", f"{stem}y", stem[:-1] if stem[-1:] == stem[-2:-1] else "")
    return next((hashed(w) for w in whole if w in known), 0)


@cache
def _frame_words() -> frozenset[str]:
    """Return the words by which frames are found: the first of a verb's, the last of a noun's."""
    frames = load_frames()
    nouns = (part for n in frames.nouns for part in n.split()[-1].split("-"))
    # Words of two letters would ask about every second one.
    return frozenset(w for w in (*(v.split()[0] for v in (*frames.verbs, *frames.adjectives)), *nouns) if len(w) > 2)


def _shape(word: str) -> int:
    """Return what a word looks like: a name, a word in small letters, a number, a mark."""
    first = word[0]
    return 1 if first.isupper() else 2 if first.isalpha() else 3 if first.isdigit() else ord(first)


@cache
def load_triage(path: Path = WEIGHTS) -> Triage:
    """Read what was learned; the file is read once a process.

    Raises:
        LexiconError: The file is missing or is not what ``scripts/train_triage.py`` writes.
    """
    held = read_weights(path, script=SCRIPT)
    try:
        scale, bias, paragraph, report = map(float, held["numbers"])
        weights = (held["weights"].astype(np.float64) * scale).tolist()
        telling, idle = (frozenset(held[name].tolist()) for name in ("telling", "idle"))
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{path.name}: cannot be read ({error}); make it with {SCRIPT}") from error
    return Triage(weights, bias, telling, idle, paragraph, report, digest=f"{crc32(path.read_bytes()):08x}")
