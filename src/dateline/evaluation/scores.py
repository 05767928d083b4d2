"""Score codings against gold cases."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from dateline.errors import GoldError
from dateline.evaluation.calibration import Calibration, calibrate
from dateline.evaluation.gold.cases import Gold, GoldSet
from dateline.evaluation.layers.context import pair_up
from dateline.evaluation.layers.coref import Coref, score_actors
from dateline.evaluation.layers.entities import score_places, score_times
from dateline.evaluation.layers.events import score_events
from dateline.evaluation.layers.plans import score_commitments, score_scheduled
from dateline.evaluation.layers.speech import score_positions, score_statements
from dateline.evaluation.outcome import Judged, Outcome, Tally, tally
from dateline.model.coding import Coding

TYPES = "event types"
NO_EVENT = "-"
ENOUGH = 25
"""A figure from fewer comparisons than this is shown, but is no floor: one changed case would break it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScores:
    """What one case adds to the scores."""

    outcomes: tuple[Outcome, ...]
    judged: tuple[Judged, ...] = ()
    confusion: tuple[tuple[str, str], ...] = ()
    coref: Coref = field(default_factory=Coref)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures: ``tallies`` by layer and field, coreference, types confused, calibration.

    ``failed`` are the ids of cases that could not be coded, ``right`` of those coded without any error; ``flawless``
    has, for each gold file, how many of its cases were, and how many it has.
    """

    digest: str
    cases: int
    failed: tuple[str, ...]
    tallies: Mapping[str, Mapping[str, Tally]]
    coref: Mapping[str, float]
    confusion: Mapping[tuple[str, str], int]
    calibration: tuple[Calibration, ...]
    outcomes: tuple[Outcome, ...]
    flawless: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    right: tuple[str, ...] = ()

    @property
    def pinned(self) -> dict[str, float]:
        """Return the figures that rest on enough comparisons to be pinned as floors."""
        few = {f"{a}.{b}.f1" for a, names in self.tallies.items() for b, t in names.items() if t.n < ENOUGH}
        few |= {f"{c.layer}.ece" for c in self.calibration if c.n < ENOUGH}
        return {name: value for name, value in self.figures.items() if name not in few}

    @property
    def figures(self) -> dict[str, float]:
        """Return every figure by name: ``events.type.f1``, ``actors.coref.conll``, ``events.ece``."""
        figures = {
            f"{layer}.{name}.f1": tally.f1
            for layer, fields in self.tallies.items()
            for name, tally in fields.items()
            if tally.f1 is not None
        }
        figures |= {f"actors.coref.{name}": value for name, value in self.coref.items()}
        return figures | {f"{c.layer}.ece": c.error for c in self.calibration}


def read_codings(lines: Iterable[str | bytes]) -> list[Coding]:
    """Read codings from JSON Lines, whatever coder wrote them.

    Raises:
        GoldError: A line is no coding in the contract's form.
    """
    decoder = msgspec.json.Decoder(Coding)
    codings = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            codings.append(decoder.decode(line))
        except msgspec.MsgspecError as fault:
            raise GoldError(
                f"line {number} of the codings: {fault}; write them with `dateline code --format jsonl`"
            ) from fault
    return codings


def evaluate(codings: Iterable[Coding], gold: GoldSet) -> Scores:
    """Score codings against gold; each case is joined to the coding whose report has its id.

    A report that failed counts as an empty coding and is listed in ``failed``.

    Raises:
        GoldError: A case has no coding, or the coding is of another text.
    """
    by_id = {coding.report.id: coding for coding in codings}
    parts = [score_case(case, _coding_of(case, by_id)) for case in gold.cases]
    confusion = Counter(pair for part in parts for pair in part.confusion)
    outcomes = tuple(o for part in parts for o in part.outcomes)
    judged = [j for part in parts for j in part.judged]
    layers = list(dict.fromkeys(j.layer for j in judged))
    return Scores(
        digest=gold.digest,
        cases=len(gold.cases),
        failed=tuple(case.id for case in gold.cases if not by_id[case.id].report.coded),
        tallies=tally_all(outcomes) | ({TYPES: tally_types(confusion)} if confusion else {}),
        coref=sum((part.coref for part in parts), Coref()).figures,
        confusion=confusion,
        calibration=tuple(calibrate(layer, [j for j in judged if j.layer == layer]) for layer in layers),
        outcomes=outcomes,
        flawless=_flawless(gold, parts),
        right=tuple(
            c.id for c, part in zip(gold.cases, parts, strict=True) if _clean(part) and by_id[c.id].report.coded
        ),
    )


def score_case(case: Gold, coding: Coding) -> CaseScores:
    """Score all layers of one case; a layer that gold neither fills nor calls complete yields nothing."""
    both = pair_up(case, coding)
    events = score_events(both) if case.events or "events" in case.complete else None
    statements, said = score_statements(both)
    times, timed = score_times(both)
    places, placed = score_places(both)
    actors, known, chains = score_actors(both)
    plans = [*score_commitments(both), *score_scheduled(both), *score_positions(both)]
    return CaseScores(
        outcomes=(*(events.outcomes if events else ()), *statements, *times, *places, *actors, *plans),
        judged=(*(events.judged if events else ()), *said, *timed, *placed, *known),
        confusion=tuple(events.confusion) if events else (),
        coref=chains,
    )


def tally_all(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Tally]]:
    """Count the outcomes by layer and field, in the order in which they came."""
    groups: dict[str, dict[str, list[Outcome]]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.layer, {}).setdefault(outcome.field, []).append(outcome)
    return {layer: {name: tally(found) for name, found in fields.items()} for layer, fields in groups.items()}


def tally_types(confusion: Mapping[tuple[str, str], int]) -> dict[str, Tally]:
    """Count for each event type how often it was coded rightly, missed (or coded as another), and coded wrongly."""
    kinds = sorted({kind for pair in confusion for kind in pair} - {NO_EVENT})
    return {
        kind: Tally(
            right=confusion.get((kind, kind), 0),
            missed=sum(n for (gold, coded), n in confusion.items() if gold == kind != coded),
            spurious=sum(n for (gold, coded), n in confusion.items() if coded == kind != gold),
        )
        for kind in kinds
    }


def _flawless(gold: GoldSet, parts: Sequence[CaseScores]) -> dict[str, tuple[int, int]]:
    """Count, for each file, the cases without any error and all of them."""
    files: dict[str, tuple[int, int]] = {}
    for case, part in zip(gold.cases, parts, strict=True):
        right, total = files.get(case.file, (0, 0))
        files[case.file] = (right + _clean(part), total + 1)
    return files


def _clean(part: CaseScores) -> bool:
    return all(o.verdict in ("right", "agreed") for o in part.outcomes)


def _coding_of(case: Gold, codings: Mapping[str, Coding]) -> Coding:
    """Return the coding of a case.

    Raises:
        GoldError: There is none, or its text is another one.
    """
    coding = codings.get(case.id)
    if coding is None:
        raise GoldError(f"{case.file}: case {case.id!r} has no coding; code every report that the gold set yields")
    if coding.report.text != case.text:
        raise GoldError(f"{case.file}: the coding of case {case.id!r} has another text; code the gold set again")
    return coding
