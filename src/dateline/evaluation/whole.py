"""What a reader of whole reports sees: of the events coded, how many are right, in every field, or none at all.

These are shares of the records that a user gets: they answer "can I sign this?", which the tallies of ``scores`` do
not. They need cases that are coded in full.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.evaluation.calibration import calibrate
from dateline.evaluation.gold.cases import Gold, GoldEvent
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.context import Pairing, pair_up
from dateline.evaluation.layers.events import compare_events, event_likeness, same_type
from dateline.evaluation.layers.speech import score_statements
from dateline.evaluation.outcome import Judged, Outcome
from dateline.model.coding import Coding
from dateline.model.event import Event

Fate = Literal["right", "wrong type", "again", "invented"]
"""What became of one coded event.

``again``: it stands on words (or, with the type, in the sentence) of an act that another record has. ``invented``: no
such act is told.
"""

SURE = 0.8
FIELDS: Mapping[str, tuple[str, ...]] = {
    "actor": ("actors",),
    "recipient": ("recipients",),
    "place": ("place",),
    "day": ("start", "end"),
    "status": ("status",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One coded event: what became of it, the fields that are right (of ``FIELDS``), and its confidence."""

    case: str
    fate: Fate
    kind: str
    words: str
    right: frozenset[str] = frozenset()
    mode: bool = True
    confidence: float = 0.0

    @property
    def signed(self) -> bool:
        """Tell whether type, mode and status are right: what the confidence is about."""
        return self.fate == "right" and self.mode and "status" in self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All coded events of the cases, the gold ones that were missed, and how often the main event was found."""

    coded: tuple[Coded, ...]
    missed: tuple[tuple[str, str], ...]
    main: tuple[bool, ...]
    speakers: tuple[bool, ...]

    @property
    def figures(self) -> dict[str, float]:
        """Return each figure by name, as a share of what its name says."""
        n = len(self.coded)
        fates = Counter(c.fate for c in self.coded)
        right = [c for c in self.coded if c.fate == "right"]
        sure = [c for c in self.coded if c.confidence >= SURE]
        judged = [Judged(layer="events", confidence=c.confidence, right=c.signed) for c in self.coded]
        shares = {
            "type precision": _share(len(right), n),
            "type recall": _share(len(right), len(right) + len(self.missed)),
            "wrong type": _share(fates["wrong type"], n),
            "again": _share(fates["again"], n),
            "invented": _share(fates["invented"], n),
        }
        shares |= {f"{name} of right": _share(sum(name in c.right for c in right), len(right)) for name in FIELDS}
        return shares | {
            "mode of right": _share(sum(c.mode for c in right), len(right)),
            "every field": _share(sum(c.right == FIELDS.keys() for c in right), n),
            "main": _share(sum(self.main), len(self.main)),
            "speaker of statements": _share(sum(self.speakers), len(self.speakers)),
            "calibration error": calibrate("events", judged).error,
            f"precision at {SURE}": _share(sum(c.fate == "right" for c in sure), len(sure)),
            f"kept at {SURE}": _share(sum(c.fate == "right" for c in sure), len(right)),
        }


def judge_whole(codings: Iterable[Coding], cases: Iterable[Gold]) -> Whole:
    """Judge the events of whole reports; each case is joined to the coding of its id.

    Args:
        codings: Codings of the cases' reports.
        cases: Cases coded in full.
    """
    by_id = {coding.report.id: coding for coding in codings}
    parts = [_judge(pair_up(case, by_id[case.id])) for case in cases]
    return Whole(
        coded=tuple(c for part in parts for c in part.coded),
        missed=tuple(m for part in parts for m in part.missed),
        main=tuple(m for part in parts for m in part.main),
        speakers=tuple(s for part in parts for s in part.speakers),
    )


def render_whole(whole: Whole) -> str:
    """Return the figures as lines of text; nothing where nothing was coded."""
    if not whole.coded:
        return ""
    counts = (
        f"\nwhole reports: {len(whole.main)} with events, {len(whole.coded)} events coded, {len(whole.missed)} missed"
    )
    return "\n".join([counts, *(f"{name:24} {value:5.3f}" for name, value in whole.figures.items())]) + "\n"


def _judge(both: Pairing) -> Whole:
    gold, coded = both.gold.events, both.coding.events or ()
    likeness = [[event_likeness(both, g, c) for c in coded] for g in gold]
    pairs = {j: i for i, j in best_pairs(likeness)}
    done = set(pairs.values())
    outcomes, _ = score_statements(both)
    return Whole(
        coded=tuple(
            _matched(both, gold[pairs[j]], c) if j in pairs else _unmatched(both, [row[j] for row in likeness], c)
            for j, c in enumerate(coded)
        ),
        missed=tuple(
            (both.gold.id, f"{g.entry.type} {both.words(g.spans)}")
            for i, g in enumerate(gold)
            if not g.entry.optional and not (i in done and _is_right(g, coded, pairs, i))
        ),
        main=tuple(_main(both, pairs)),
        speakers=tuple(o.verdict in ("right", "agreed") for o in outcomes if o.field == "speaker"),
    )


def _is_right(gold: GoldEvent, coded: Sequence[Event], pairs: Mapping[int, int], i: int) -> bool:
    return any(same_type(gold, coded[j]) for j, k in pairs.items() if k == i)


def _matched(both: Pairing, gold: GoldEvent, coded: Event) -> Coded:
    """Return what became of an event that has its pair."""
    outcomes = compare_events(both, gold, coded, {})
    return Coded(
        case=both.gold.id,
        fate="right" if same_type(gold, coded) else "wrong type",
        kind=str(coded.type),
        words=both.words([coded.trigger]),
        right=frozenset(name for name, of in FIELDS.items() if _all_right(outcomes, of)),
        mode=_all_right(outcomes, ("mode",)),
        confidence=coded.confidence,
    )


def _unmatched(both: Pairing, likeness: Sequence[float], coded: Event) -> Coded:
    """Return what became of an event without a pair: it tells one again that another has, or there is none."""
    fate: Fate = "again" if max(likeness, default=0.0) > 0 else "invented"
    words, kind = both.words([coded.trigger]), str(coded.type)
    return Coded(case=both.gold.id, fate=fate, kind=kind, words=words, confidence=coded.confidence)


def _all_right(outcomes: Iterable[Outcome], fields: Sequence[str]) -> bool:
    return all(o.verdict in ("right", "agreed") for o in outcomes if o.field in fields)


def _main(both: Pairing, pairs: Mapping[int, int]) -> Iterable[bool]:
    """Yield whether the main event is gold's, where gold has one that is not optional."""
    if any(g.entry.main is True for g in both.gold.events):
        coded = both.coding.events or ()
        yield any(c.main and j in pairs and both.gold.events[pairs[j]].entry.main is True for j, c in enumerate(coded))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
