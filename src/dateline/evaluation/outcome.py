"""What scoring yields: one outcome for each value compared, and the tallies that follow from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.evaluation.gold.words import Options
from dateline.model.base import Span, overlap

Verdict = Literal["right", "wrong", "missed", "spurious", "agreed"]
"""``agreed``: both say that there is nothing. It counts for accuracy alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One comparison: in which case, layer and field, and the values as text."""

    case: str
    layer: str
    field: str
    verdict: Verdict
    gold: str = ""
    coded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One coded record, its confidence, and whether it is right."""

    layer: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one field. ``n`` is the number of comparisons, agreement on nothing included."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    spurious: int = 0
    agreed: int = 0

    @property
    def n(self) -> int:
        """Return the number of comparisons."""
        return self.right + self.wrong + self.missed + self.spurious + self.agreed

    @property
    def precision(self) -> float | None:
        """Return the share of coded values that are right, None where nothing was coded."""
        return _ratio(self.right, self.right + self.wrong + self.spurious)

    @property
    def recall(self) -> float | None:
        """Return the share of gold values that were coded, None where gold has none."""
        return _ratio(self.right, self.right + self.wrong + self.missed)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall, None where there is nothing on either side."""
        return _ratio(2 * self.right, 2 * (self.right + self.wrong) + self.missed + self.spurious)

    @property
    def accuracy(self) -> float | None:
        """Return the share of comparisons that agree, on nothing too."""
        return _ratio(self.right + self.agreed, self.n)

    def as_json(self) -> dict[str, float | int | None]:
        """Return its figures by name."""
        return {name: getattr(self, name) for name in ("precision", "recall", "f1", "accuracy", "n")}


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count the verdicts."""
    verdicts = [o.verdict for o in outcomes]
    return Tally(
        right=verdicts.count("right"),
        wrong=verdicts.count("wrong"),
        missed=verdicts.count("missed"),
        spurious=verdicts.count("spurious"),
        agreed=verdicts.count("agreed"),
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the outcomes of one case and layer are written down."""

    case: str
    layer: str

    def mark(self, field: str, verdict: Verdict, gold: object = "", coded: object = "") -> Outcome:
        """Return one outcome."""
        return Outcome(
            case=self.case, layer=self.layer, field=field, verdict=verdict, gold=_text(gold), coded=_text(coded)
        )

    def scalar(self, field: str, gold: object, coded: object) -> Outcome:
        """Compare two values, None for nothing."""
        return self.mark(field, compare(gold, coded, same=gold == coded), gold, coded)

    def option(self, field: str, gold: Options, coded: str | None) -> list[Outcome]:
        """Compare a value with those that count as right; nothing where it is not scored."""
        if gold is None:
            return []
        best = coded if coded in gold else min((g for g in gold if g), default=None)
        return [self.mark(field, compare(best, coded, same=coded in gold), "/".join(sorted(map(_text, gold))), coded)]

    def pairs(self, field: str, gold: Sequence[str], coded: Sequence[str], matched: int) -> list[Outcome]:
        """Mark ``matched`` values as right; ``gold`` and ``coded`` are the values left over on either side."""
        rights = [self.mark(field, "right") for _ in range(matched)]
        rights += [self.mark(field, "missed", gold=value) for value in gold]
        rights += [self.mark(field, "spurious", coded=value) for value in coded]
        return rights or [self.mark(field, "agreed")]


def compare(gold: object, coded: object, *, same: bool) -> Verdict:
    """Return the verdict on two values of which either may be None."""
    if same:
        return "agreed" if coded is None else "right"
    if gold is None:
        return "spurious"
    return "missed" if coded is None else "wrong"


def touches(a: Iterable[Span], b: Iterable[Span]) -> bool:
    """Tell whether any span of one overlaps any of the other."""
    others = list(b)
    return any(overlap(x, y) for x in a for y in others)


def likeness(a: Iterable[Span], b: Iterable[Span], *, text: str | None = None) -> float:
    """Return the characters shared as a part of those in either; with a text, letters and digits alone."""
    left, right = ({i for s in spans for i in range(*s) if text is None or text[i].isalnum()} for spans in (a, b))
    return len(left & right) / len(left | right) if left or right else 0.0


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _text(value: object) -> str:
    return "-" if value is None else str(value)
