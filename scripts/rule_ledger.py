#!/usr/bin/env python3
"""Write the ledger of rules: how often each frame and each yes/no rule speaks, and what gold has of each frame.

    python scripts/rule_ledger.py                         count and write docs/rules.md (some minutes, two processes)
    python scripts/rule_ledger.py --every 1               over all training texts and not each eighth
    python scripts/rule_ledger.py --texts reports.jsonl   also count over other texts ({"text": …} a line), and print

A frame speaks where a mention stands on it once all rules have had their word and before the reader is asked. A yes/no
rule is a function of the stages or the grammar that returns a bool: counted is how often it is asked and says yes.
What gold wins or loses by a frame is measured by coding the cases in which it speaks once more without it.
"""

import argparse
import ast
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from types import CodeType, FrameType

import dateline
from dateline.coder import Coder
from dateline.draft import Draft
from dateline.evaluation import load_gold
from dateline.evaluation.gold import Gold
from dateline.evaluation.scores import score_case
from dateline.lexicon.frames import Frames, load_frames
from dateline.model.coding import LAYERS
from dateline.pipeline import Pipeline
from dateline.records import finish
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.stage import EventStage
from text_sets import Report, gold_texts, training_texts

ROOT = Path(__file__).parents[1]
SOURCE = Path(dateline.__file__).parent
PAGE = ROOT / "docs" / "rules.md"
PARTS = ("stages", "grammar")
HEAD = """\
# The ledger of rules

Written by `python scripts/rule_ledger.py`, which says what is counted. Run it after a change of rules: what does
nothing goes, or gets the case that shows its worth. A test codes the example of each frame, so one that is silent here
is tried all the same.

Counted over {texts}: {frames}; {idle}. {rules}.

## Frames

`gold`, `training`: mentions that stand on the frame. `won`, `lost`: values of gold that are right only with it, only
without it. `tests`: test files that name it.

| frame | gold | training | won | lost | tests |
| --- | --- | --- | --- | --- | --- |"""
RULES = """
## Yes/no rules

How often each is asked and says yes.

| file | rule | gold asked | yes | training asked | yes |
| --- | --- | --- | --- | --- | --- |"""
Rule = tuple[str, int]
"""File and first line of a function."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """A function that returns a bool: its file under the package, its name with its class, its first line."""

    file: str
    name: str
    line: int


@dataclass(slots=True)
class Tally:
    """How often frames spoke and rules were asked and said yes, over one set of texts."""

    texts: int = 0
    frames: Counter[str] = field(default_factory=Counter)
    spoken: dict[str, set[str]] = field(default_factory=dict)
    asked: Counter[Rule] = field(default_factory=Counter)
    yes: Counter[Rule] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Worth:
    """Values of gold that are right with a frame and not without it, and the other way round."""

    won: int = 0
    lost: int = 0


def main() -> None:
    """Count, and write or print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, help="other texts to count over, JSON Lines; their counts are printed")
    options.add_argument("--every", type=int, default=8, help="of the training texts each so many (default 8)")
    given = options.parse_args()
    rules = list(yes_no_rules())
    if given.texts:
        print(render_silent(tally(list(read_texts(given.texts)), rules), rules))
        return
    with ProcessPoolExecutor(2) as pool:
        training = pool.submit(tally, list(islice(training_texts(), 0, None, given.every)), rules)
        gold = pool.submit(tally, list(gold_texts()), rules).result()
        halves = [pool.submit(worths, dict(sorted(gold.spoken.items())[n::2])) for n in range(2)]
        worth = halves[0].result() | halves[1].result()
        PAGE.write_text(render(gold, training.result(), worth, rules), encoding="utf-8")
    print(f"{PAGE}: {len(worth)} frames speak in gold, {len(rules)} rules", file=sys.stderr)


def read_texts(path: Path) -> Iterator[Report]:
    """Yield the texts of a file."""
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        entry = json.loads(line)
        yield {"id": str(n), "text": entry["text"], "published": entry.get("published")}


def yes_no_rules() -> Iterator[YesNo]:
    """Yield the functions of the stages and the grammar that return a bool."""
    for path in (p for part in PARTS for p in sorted((SOURCE / part).rglob("*.py"))):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        owners = {n: c.name for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for n in c.body}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name) and node.returns.id == "bool":
                first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
                name = f"{owners[node]}.{node.name}" if node in owners else node.name
                yield YesNo(path.relative_to(SOURCE).as_posix(), name, first)


def tally(texts: Iterable[Report], rules: Iterable[YesNo]) -> Tally:
    """Code texts and count."""
    coder, stage = Coder(layers="all"), EventStage.load()
    found = Tally()
    watched = {(str(SOURCE / r.file), r.line): (r.file, r.line) for r in rules}
    known: dict[CodeType, Rule | None] = {}

    def watch(frame: FrameType, event: str, answer: object) -> None:
        if event != "return":
            return
        code = frame.f_code
        if code not in known:
            known[code] = watched.get((code.co_filename, code.co_firstlineno))
        rule = known[code]
        if rule is not None:
            found.asked[rule] += 1
            found.yes[rule] += bool(answer)

    for report in texts:
        sys.setprofile(watch)
        draft = coder.draft(report["text"] or "", published=report["published"])
        sys.setprofile(None)
        told = stage.told(Scene(draft, stage.words))
        found.texts += 1
        for mention in told:
            found.frames[mention.match.frame.id] += 1
            found.spoken.setdefault(mention.match.frame.id, set()).add(report["id"] or "")
    return found


def worths(spoken: Mapping[str, set[str]]) -> dict[str, Worth]:
    """Return what gold wins and loses by each frame that speaks in it, by the cases in which it does."""
    judge = Judge()
    return {frame: judge.worth(frame, sorted(cases)) for frame, cases in spoken.items()}


class Judge:
    """Codes gold cases with and without a frame."""

    def __init__(self) -> None:
        """Load what all codings share."""
        self.frames = load_frames()
        self.coder = Coder(layers="all")
        self.cases = {case.id: case for case in load_gold([ROOT / "gold"]).cases}
        self._right: dict[str, frozenset[tuple[str, int]]] = {}

    def worth(self, frame: str, cases: Iterable[str]) -> Worth:
        """Return what the cases in which a frame speaks win and lose by it."""
        frames = self.frames
        bare = replace(frames, entries=tuple(f for f in frames.entries if f.id != frame))
        won = lost = 0
        for case in cases:
            if case not in self._right:
                self._right[case] = self.right(self.cases[case], frames)
            without = self.right(self.cases[case], bare)
            won += len(self._right[case] - without)
            lost += len(without - self._right[case])
        return Worth(won, lost)

    def right(self, case: Gold, frames: Frames) -> frozenset[tuple[str, int]]:
        """Return the values of a case that are right: how many of each field, and no error counts as one more."""
        stages = (replace(s, frames=frames) if isinstance(s, EventStage) else s for s in self.coder.pipeline.stages)
        document = self.coder.parser.parse(case.text)
        report = self.coder.draft("", published=case.entry.published).report
        draft = Draft(report=replace(report, id=case.id, text=case.text), document=document)
        coding = finish(Pipeline(tuple(stages)).run(draft), layers=LAYERS, info=self.coder.info)
        outcomes = score_case(case, coding).outcomes
        counts = Counter(f"{o.layer}.{o.field}" for o in outcomes if o.verdict in ("right", "agreed"))
        counts["clean"] = all(o.verdict in ("right", "agreed") for o in outcomes)
        return frozenset((name, n) for name, most in counts.items() for n in range(most))


def named_in_tests(names: Iterable[str]) -> Mapping[str, int]:
    """Count for each id the test files that name it."""
    words = [set(re.findall(r"[\w/-]+", p.read_text(encoding="utf-8"))) for p in sorted((ROOT / "tests").rglob("*.py"))]
    return {name: sum(name in found for found in words) for name in names}


def render(gold: Tally, training: Tally, worth: Mapping[str, Worth], rules: list[YesNo]) -> str:
    """Return the page."""
    frames = load_frames().entries
    tests = named_in_tests(f.id for f in frames)
    silent = [f.id for f in frames if not gold.frames[f.id] and not training.frames[f.id]]
    idle = [f for f, w in worth.items() if w.won <= w.lost]
    mute = [r for r in rules if not gold.yes[r.file, r.line] and not training.yes[r.file, r.line]]
    said = {
        "texts": f"{gold.texts:,} gold and {training.texts:,} training texts",
        "frames": f"{len(frames):,} frames, of which {len(silent):,} are silent in both",
        "idle": f"of the {len(worth):,} that speak in gold, {len(idle):,} win it no more than they lose it",
        "rules": f"{len(rules):,} yes/no rules, of which {len(mute):,} never say yes",
    }
    lines = [HEAD.format_map(said)]
    for f in frames:
        w = worth.get(f.id, Worth())
        lines.append(f"| {f.id} | {gold.frames[f.id]} | {training.frames[f.id]} | {w.won} | {w.lost} | {tests[f.id]} |")
    lines.append(RULES)
    for r in rules:
        key = (r.file, r.line)
        counts = (gold.asked[key], gold.yes[key], training.asked[key], training.yes[key])
        lines.append(" | ".join((f"| {r.file}", f"`{r.name}`", *map(str, counts))) + " |")
    return "\n".join(lines) + "\n"


def render_silent(found: Tally, rules: Iterable[YesNo]) -> str:
    """Return the frames that were silent over other texts, and the rules that never said yes."""
    frames = [f"  {f.id}" for f in load_frames().entries if not found.frames[f.id]]
    mute = [f"  {r.file} {r.name}" for r in rules if not found.yes[r.file, r.line]]
    head = f"{found.texts:,} texts; silent frames: {len(frames)}"
    return "\n".join([head, *frames, f"rules that never said yes: {len(mute)}", *mute])


if __name__ == "__main__":
    main()
