#!/usr/bin/env python3
"""Ask each new frame and each new yes/no rule for the gold case that fails without it.

    python scripts/check_rules.py             fail where one names no case, or a case that does as well without it
    python scripts/check_rules.py --shrink    strike what is gone from gold/rules.toml

`before` of gold/rules.toml has those that were there before a case was asked of each: it may only shrink. All others
stand in `held`, each with its case.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dateline.lexicon.events.frames import load_frames
from rule_tracing import YesNo, yes_no_rules
from rule_worth import Judge, Worth

FILE = Path(__file__).parents[1] / "gold" / "rules.toml"
HEAD = """\
# Which gold case fails without a frame or a yes/no rule (`scripts/check_rules.py`, which CI runs).
# `before`: what was there before a case was asked of each; it may only shrink. A frame is named by its id, a rule by
# its file and its name.
"""


def main() -> None:
    """Check, or strike what is gone."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shrink", action="store_true", help="strike from the file what is gone")
    given = options.parse_args()
    entry = tomllib.loads(FILE.read_text(encoding="utf-8"))
    before, held = entry["before"], entry["held"]
    rules = {r.id: r for r in yes_no_rules()}
    known = {*rules, *(f.id for f in load_frames().entries)}
    if given.shrink:
        kept = {name: case for name, case in held.items() if name in known}
        FILE.write_text(render(sorted(known.intersection(before)), kept), encoding="utf-8")
        return
    found = list(unheld(known, before, held))
    if held and not found:
        found = list(worthless(held, rules, Judge()))
    if found:
        sys.exit("\n".join(found))


def unheld(known: Iterable[str], before: Iterable[str], held: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong between the frames and rules that there are and those that the file names."""
    listed = {*before, *held}
    for name in sorted(set(known) - listed):
        yield (
            f"{name}: is new and names no gold case; write a case that fails without it, "
            f'and add "{name}" = "the case\'s id" under [held] of gold/{FILE.name}'
        )
    for name in sorted(listed - set(known)):
        yield f"{name}: stands in gold/{FILE.name} and is gone; run python scripts/check_rules.py --shrink"


def worthless(held: Mapping[str, str], rules: Mapping[str, YesNo], judge: Judge) -> Iterator[str]:
    """Yield the frames and rules whose case does as well without them, or is none."""
    for name, case in held.items():
        if case not in judge.cases:
            yield f"{name}: gold has no case {case!r}; mend gold/{FILE.name}"
        else:
            worth = best_worth(name, case, rules, judge)
            if worth.won <= worth.lost:
                yield f"{name}: the case {case!r} does as well without it; write one that fails without it"


def best_worth(name: str, case: str, rules: Mapping[str, YesNo], judge: Judge) -> Worth:
    """Return what a case wins and loses by a frame or rule; of a rule, against the answer that costs more."""
    if name not in rules:
        return judge.worth_of_frame(name, [case])
    both = [judge.worth_of_rule(rules[name], [case], answer=answer) for answer in (False, True)]
    return max(both, key=lambda w: w.won - w.lost)


def render(before: Iterable[str], held: Mapping[str, str]) -> str:
    """Return the file's text."""
    lines = [HEAD + "before = [", *(f'  "{name}",' for name in before), "]", "", "[held]"]
    return "\n".join([*lines, *(f'"{name}" = "{case}"' for name, case in sorted(held.items()))]) + "\n"


if __name__ == "__main__":
    main()
