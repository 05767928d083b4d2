"""What gold wins and loses by a frame or a yes/no rule: its cases are coded once more without it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.coder import Coder
from dateline.coding.pipeline import Pipeline
from dateline.coding.records import finish
from dateline.draft import Draft, Stage
from dateline.evaluation import load_gold
from dateline.evaluation.gold.cases import Gold
from dateline.evaluation.scores import score_case
from dateline.lexicon.events.frames import load_frames
from dateline.model.coding import LAYERS
from dateline.stages.events.stage import EventStage
from rule_tracing import Rule, YesNo, functions_of, saying

ROOT = Path(__file__).parents[1]
Right = frozenset[tuple[str, int]]
"""The values of a case that are right: the fields, each as often as it is, and whether there is no error."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Values of gold that are right with a frame or rule and not without it, and the other way round."""

    won: int = 0
    lost: int = 0

    def __add__(self, other: "Worth") -> "Worth":
        """Add what others win and lose."""
        return Worth(self.won + other.won, self.lost + other.lost)


class Judge:
    """Codes gold cases with and without a frame or a rule."""

    def __init__(self) -> None:
        """Load what all codings share."""
        self.frames = load_frames()
        self.coder = Coder(layers="all")
        self.cases = {case.id: case for case in load_gold([ROOT / "gold"]).cases}
        self._right: dict[str, Right] = {}

    def worth_of_frame(self, frame: str, cases: Iterable[str]) -> Worth:
        """Return what cases win and lose by a frame."""
        bare = replace(self.frames, entries=tuple(f for f in self.frames.entries if f.id != frame))
        stages = self.coder.pipeline.stages
        without = tuple(replace(s, frames=bare) if isinstance(s, EventStage) else s for s in stages)
        return self._worth(cases, without)

    def worth_of_rule(self, rule: YesNo, cases: Iterable[str], *, answer: bool = False) -> Worth:
        """Return what cases win and lose by a rule, against one that gives the same answer to whatever it is asked."""
        cases = tuple(cases)
        for case in cases:
            self._with(case)
        function = functions_of([rule]).get(rule.key)
        if function is None:
            return Worth()
        with saying(function, answer=answer):
            return self._worth(cases, self.coder.pipeline.stages)

    def _worth(self, cases: Iterable[str], stages: tuple[Stage, ...]) -> Worth:
        total = Worth()
        for case in cases:
            having, without = self._with(case), self.right(self.cases[case], stages)
            total += Worth(len(having - without), len(without - having))
        return total

    def _with(self, case: str) -> Right:
        if case not in self._right:
            self._right[case] = self.right(self.cases[case], self.coder.pipeline.stages)
        return self._right[case]

    def right(self, case: Gold, stages: tuple[Stage, ...]) -> Right:
        """Return the values of a case that are right: how many of each field, and no error counts as one more."""
        document = self.coder.parser.parse(case.text)
        report = self.coder.draft("", published=case.entry.published).report
        draft = Draft(report=replace(report, id=case.id, text=case.text), document=document)
        coding = finish(Pipeline(stages).run(draft), layers=LAYERS, info=self.coder.info)
        outcomes = score_case(case, coding).outcomes
        counts = Counter(f"{o.layer}.{o.field}" for o in outcomes if o.verdict in ("right", "agreed"))
        counts["clean"] = all(o.verdict in ("right", "agreed") for o in outcomes)
        return frozenset((name, n) for name, most in counts.items() for n in range(most))


def frames_worth(spoken: Mapping[str, set[str]]) -> dict[str, Worth]:
    """Return what gold wins and loses by each frame that speaks in it, by the cases in which it does."""
    judge = Judge()
    return {frame: judge.worth_of_frame(frame, sorted(cases)) for frame, cases in spoken.items()}


def rules_worth(
    rules: Iterable[YesNo], where: Mapping[Rule, set[str]], most: int, held: Mapping[str, str]
) -> dict[Rule, Worth]:
    """Return what gold wins and loses by each rule: by the case that is named for it, then by others it says yes in."""
    judge = Judge()
    return {rule.key: judge.worth_of_rule(rule, _tried(where[rule.key], held.get(rule.id), most)) for rule in rules}


def _tried(cases: Iterable[str], named: str | None, most: int) -> list[str]:
    return sorted(cases, key=lambda case: (case != named, case))[:most]
