#!/usr/bin/env python3
"""Write the ledger of rules: how often each frame and each yes/no rule speaks, and what gold has of each.

    python scripts/rule_ledger.py                            count, write docs/rules.md (some minutes, two processes)
    python scripts/rule_ledger.py --texts reports.jsonl.gz   also count over others ({"id", "text", "published"} a line)
    python scripts/rule_ledger.py --every 8                  over each eighth of the training texts and of the others

A frame speaks where a mention stands on it once all rules have had their word and before the reader is asked. A word of
its triggers or exceptions is used where it brings the frame, or keeps it out, in a clause that meets its conditions. A
yes/no rule is a function of the stages or the grammar that returns a bool: counted is how often it is asked and says
yes.
What gold wins or loses by a frame is measured by coding the cases in which it speaks once more without it; by a rule,
by coding some of the cases in which it says yes, the one that gold/rules.toml names for it first, with one that always
says no.
"""

import argparse
import gzip
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from dateline.lexicon.events.frames import Frame, load_frames
from rule_tracing import Rule, Tally, Word, YesNo, each_word, tally, yes_no_rules
from rule_worth import Worth, frames_worth, rules_worth
from text_sets import Report, gold_texts, training_texts

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rules.md"
HELD = ROOT / "gold" / "rules.toml"
HISTORY = ROOT / "scripts" / "rule_ledger.md"
JOBS = 2
CASES = 12
"""Gold cases that a rule is judged by: enough to see that it does something."""
HEAD = """\
# The ledger of rules

Written by `python scripts/rule_ledger.py`, which says what is counted. Run it after a change of rules: what does
nothing goes, or gets the case that shows its worth. A test codes the example of each frame, so one that is silent here
is tried all the same.

Counted over {texts}:

- {frames}; {idle}.
- {words}.
- {rules}.

{history}
## Frames

`gold`, `training`{other}: mentions that stand on the frame. `won`, `lost`: values of gold that are right only with it,
only without it. `triggers`, `unless`: words of which so many were used. `tests`: test files that name it.

| frame | gold | training |{column} won | lost | triggers | unless | tests |
| --- | --- | --- |{line} --- | --- | --- | --- | --- |"""
RULES = """
## Yes/no rules

How often each is asked and says yes, and what up to {cases} of the gold cases in which it says yes win and lose by it,
against a rule that always says no.

| file | rule | gold asked | yes | training asked | yes | won | lost |
| --- | --- | --- | --- | --- | --- | --- | --- |"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was counted: over gold, the training texts and others, and what gold has of each frame and rule."""

    gold: Tally
    training: Tally
    others: Tally | None
    frames: Mapping[str, Worth]
    rules: Mapping[Rule, Worth]

    def sets(self) -> tuple[Tally, ...]:
        """Return all counts."""
        return (self.gold, self.training, *([self.others] if self.others else []))

    def spoke(self, frame: str) -> bool:
        """Tell whether a frame speaks anywhere."""
        return any(found.frames[frame] for found in self.sets())

    def used(self, word: Word) -> bool:
        """Tell whether a trigger brought its frame, or an exception kept it out, anywhere."""
        return any(found.triggers[word] or found.barring[word] for found in self.sets())


def main() -> None:
    """Count, and write the page."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, help="other texts to count over too, JSON Lines, plain or gzipped")
    options.add_argument("--every", type=int, default=1, help="of the training texts and the others each so many")
    given = options.parse_args()
    rules, held = list(yes_no_rules()), tomllib.loads(HELD.read_text(encoding="utf-8"))["held"]
    gold = tally(list(gold_texts()), rules, JOBS)
    training = tally(list(training_texts())[:: given.every], rules, JOBS)
    others = tally(list(read_texts(given.texts))[:: given.every], rules, JOBS) if given.texts else None
    spoken, said = sorted(gold.spoken.items()), [r for r in rules if gold.yes[r.key]]
    with ProcessPoolExecutor(JOBS) as pool:
        frames = [pool.submit(frames_worth, dict(spoken[n::JOBS])) for n in range(JOBS)]
        judged = [pool.submit(rules_worth, said[n::JOBS], gold.where, CASES, held) for n in range(JOBS)]
        worth = {frame: w for done in frames for frame, w in done.result().items()}
        by_rule = {rule: w for done in judged for rule, w in done.result().items()}
    PAGE.write_text(render(Ledger(gold, training, others, worth, by_rule), rules), encoding="utf-8")
    print(f"{PAGE}: {len(worth)} frames speak in gold, {len(rules)} rules", file=sys.stderr)


def read_texts(path: Path) -> Iterator[Report]:
    """Yield the texts of a file."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for n, line in enumerate(raw.decode("utf-8").splitlines()):
        entry = json.loads(line)
        yield {"id": entry.get("id") or str(n), "text": entry["text"], "published": entry.get("published")}


def named_in_tests(names: Iterable[str]) -> Mapping[str, int]:
    """Count for each id the test files that name it."""
    words = [set(re.findall(r"[\w/-]+", p.read_text(encoding="utf-8"))) for p in sorted((ROOT / "tests").rglob("*.py"))]
    return {name: sum(name in found for found in words) for name in names}


def triggers_of(frame: Frame) -> list[Word]:
    """Return the triggers of a frame."""
    return [(frame.id, "", word) for word in sorted({*frame.verb, *frame.noun, *frame.adjective})]


def exceptions_of(frame: Frame) -> list[Word]:
    """Return the words of a frame's exceptions."""
    return [(frame.id, name, word) for name, word, _ in each_word(frame.unless)]


def render(ledger: Ledger, rules: Sequence[YesNo]) -> str:
    """Return the page."""
    frames = load_frames().entries
    others = ledger.others
    head = HEAD.format_map(
        {
            **sums(ledger, frames, rules),
            "history": HISTORY.read_text(encoding="utf-8"),
            "other": ", `real`" if others else "",
            "column": " real |" if others else "",
            "line": " --- |" if others else "",
        }
    )
    tests = named_in_tests(f.id for f in frames)
    rows = [row_of_frame(ledger, f, tests[f.id]) for f in frames]
    return "\n".join([head, *rows, RULES.format(cases=CASES), *(row_of_rule(ledger, r) for r in rules)]) + "\n"


def sums(ledger: Ledger, frames: Sequence[Frame], rules: Sequence[YesNo]) -> dict[str, str]:
    """Return the sums at the head of the page."""
    gold, training, others = ledger.gold, ledger.training, ledger.others
    silent = [f for f in frames if not ledger.spoke(f.id)]
    idle = [w for w in ledger.frames.values() if w.won <= w.lost]
    triggers = [w for f in frames for w in triggers_of(f)]
    exceptions = [w for f in frames for w in exceptions_of(f)]
    mute = [r for r in rules if not any(found.yes[r.key] for found in ledger.sets())]
    still = [w for w in ledger.rules.values() if w == Worth()]
    real = f" and {others.texts:,} real reports" if others else ""
    return {
        "texts": f"{gold.texts:,} gold texts, {training.texts:,} training texts{real}",
        "frames": f"{len(frames):,} frames, of which {len(silent):,} are silent",
        "idle": f"of the {len(ledger.frames):,} that speak in gold, {len(idle):,} win it no more than they lose it",
        "words": f"{len(triggers):,} triggers, of which {sum(map(ledger.used, triggers)):,} were used; "
        f"{len(exceptions):,} words of `unless`, of which {sum(map(ledger.used, exceptions)):,} were",
        "rules": f"{len(rules):,} yes/no rules, of which {len(mute):,} never say yes; "
        f"of the {len(ledger.rules):,} that do in gold, {len(still):,} change no value of the cases tried",
    }


def row_of_frame(ledger: Ledger, frame: Frame, tests: int) -> str:
    """Return a frame's row."""
    worth = ledger.frames.get(frame.id, Worth())
    shares = [f"{sum(map(ledger.used, words))} of {len(words)}" for words in (triggers_of(frame), exceptions_of(frame))]
    counts = [found.frames[frame.id] for found in ledger.sets()]
    return "| " + " | ".join(map(str, [frame.id, *counts, worth.won, worth.lost, *shares, tests])) + " |"


def row_of_rule(ledger: Ledger, rule: YesNo) -> str:
    """Return a rule's row."""
    gold, training, worth = ledger.gold, ledger.training, ledger.rules.get(rule.key, Worth())
    counts = (gold.asked[rule.key], gold.yes[rule.key], training.asked[rule.key], training.yes[rule.key])
    return "| " + " | ".join(map(str, [rule.file, f"`{rule.name}`", *counts, worth.won, worth.lost])) + " |"


if __name__ == "__main__":
    main()
