"""Score actors: mentions, chains (CoNLL F1), and what each chain is said to be."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UnsetType

from dateline.evaluation.gold.entries import ActorEntry
from dateline.evaluation.gold.words import find_one, read_options
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.context import Pairing
from dateline.evaluation.outcome import Judged, Outcome, likeness
from dateline.model.base import Span
from dateline.model.entities import Actor

Chain = frozenset[int]
"""Mentions by number: gold's own, and numbers of their own for mentions that gold lacks."""

ONE_MENTION = 0.4
"""Two spans are one mention from this share of characters in common, or where they end together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coref:
    """Sums for MUC, B-cubed and CEAF-e: what is shared, and the wholes for recall and precision."""

    muc: tuple[float, float, float] = (0.0, 0.0, 0.0)
    b_cubed: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    ceaf_e: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def __add__(self, other: "Coref") -> "Coref":
        """Add the sums of another case."""
        muc = (self.muc[0] + other.muc[0], self.muc[1] + other.muc[1], self.muc[2] + other.muc[2])
        a, b = self.b_cubed, other.b_cubed
        ceaf = (
            self.ceaf_e[0] + other.ceaf_e[0],
            self.ceaf_e[1] + other.ceaf_e[1],
            self.ceaf_e[2] + other.ceaf_e[2],
        )
        return Coref(muc=muc, b_cubed=(a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]), ceaf_e=ceaf)

    @property
    def figures(self) -> dict[str, float]:
        """Return F1 of the three measures and ``conll``, their mean; nothing where there is no chain."""
        if not self.b_cubed[1]:
            return {}
        measures = {
            "muc": _f1(_part(self.muc[0], self.muc[2]), _part(self.muc[0], self.muc[1])),
            "b_cubed": _f1(_part(self.b_cubed[2], self.b_cubed[3]), _part(self.b_cubed[0], self.b_cubed[1])),
            "ceaf_e": _f1(_part(self.ceaf_e[0], self.ceaf_e[2]), _part(self.ceaf_e[0], self.ceaf_e[1])),
        }
        return measures | {"conll": sum(measures.values()) / 3}


def score_actors(both: Pairing) -> tuple[list[Outcome], list[Judged], Coref]:
    """Compare the actors of a case; mentions that gold lacks count only where it names every actor."""
    entries, sheet = both.gold.entry.actor, both.sheet("actors")
    if not entries:
        return [], [], Coref()
    complete = "actors" in both.gold.complete
    coded = [a for a in both.coding.actors or () if a.mentions]
    gold_spans = [find_one(both.gold.text, words) for entry in entries for words in entry.mentions]
    coded_spans = [span for actor in coded for span in actor.mentions]
    same = best_pairs([[mention_likeness(g, c) for c in coded_spans] for g in gold_spans])
    outcomes = sheet.pairs(
        "mentions",
        [both.words([s]) for i, s in enumerate(gold_spans) if i not in {i for i, _ in same}],
        [both.words([s]) for j, s in enumerate(coded_spans) if j not in {j for _, j in same}] if complete else [],
        len(same),
    )
    number = {j: i for i, j in same}
    gold_chains = _chains([len(entry.mentions) for entry in entries], list(range(len(gold_spans))))
    ids = [number.get(j, len(gold_spans) + j) for j in range(len(coded_spans))]
    coded_chains = _chains([len(actor.mentions) for actor in coded], ids)
    known = range(len(gold_spans))
    compared = coded_chains if complete else [kept for c in coded_chains if (kept := c & frozenset(known))]
    pairs = best_pairs([[float(len(g & c)) for c in coded_chains] for g in gold_chains])
    for i, j in pairs:
        outcomes += _identity(both, entries[i], coded[j])
    judged = [
        Judged(layer="actors", confidence=coded[j].confidence, right=_right(entries[i], coded[j])) for i, j in pairs
    ]
    return outcomes, judged, coref(gold_chains, compared)


def mention_likeness(gold: Span, coded: Span) -> float:
    """Return how well two spans fit as one mention; 0 where they are not."""
    like = likeness([gold], [coded])
    return like + 0.01 if like >= ONE_MENTION or (like and gold[1] == coded[1]) else 0.0


def coref(gold: Sequence[Chain], coded: Sequence[Chain]) -> Coref:
    """Return the sums of the three coreference measures for one report."""
    everything = sum(len(c) for c in gold)
    coded_everything = sum(len(c) for c in coded)
    shared = sum(phi for i, j in best_pairs(_phi4(gold, coded)) for phi in [_phi4([gold[i]], [coded[j]])[0][0]])
    return Coref(
        muc=(_shared_links(gold, coded), everything - len(gold), coded_everything - len(coded)),
        b_cubed=(_b_cubed(gold, coded), everything, _b_cubed(coded, gold), coded_everything),
        ceaf_e=(shared, len(gold), len(coded)),
    )


def _chains(sizes: Sequence[int], ids: Sequence[int]) -> list[Chain]:
    chains, start = [], 0
    for size in sizes:
        chains.append(frozenset(ids[start : start + size]))
        start += size
    return chains


def _shared_links(gold: Sequence[Chain], coded: Sequence[Chain]) -> float:
    """Return the links that both sides have: shared mentions less the cells that they fall into."""
    cells = [len(g & c) for g in gold for c in coded if g & c]
    return float(sum(cells) - len(cells))


def _b_cubed(keys: Sequence[Chain], others: Sequence[Chain]) -> float:
    return sum(len(key & other) ** 2 / len(key) for key in keys for other in others)


def _phi4(gold: Sequence[Chain], coded: Sequence[Chain]) -> list[list[float]]:
    return [[2 * len(g & c) / (len(g) + len(c)) for c in coded] for g in gold]


def _part(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _right(entry: ActorEntry, coded: Actor) -> bool:
    """Tell whether an actor is right as a record: its country and sector."""
    for wanted, got in ((entry.country, coded.country), (entry.sector, coded.sector)):
        options = None if isinstance(wanted, UnsetType) else read_options(wanted)
        if options is not None and got not in options:
            return False
    return True


def _identity(both: Pairing, entry: ActorEntry, coded: Actor) -> list[Outcome]:
    """Compare what two chains are said to be."""
    sheet, outcomes = both.sheet("actors"), []
    if not isinstance(entry.country, UnsetType):
        outcomes += sheet.option("country", read_options(entry.country), coded.country)
    if not isinstance(entry.sector, UnsetType):
        outcomes += sheet.option("sector", read_options(entry.sector), coded.sector)
    if not isinstance(entry.kind, UnsetType):
        kinds = (entry.kind,) if isinstance(entry.kind, str) else entry.kind
        outcomes += sheet.option("kind", frozenset(kinds), coded.kind)
    return outcomes
