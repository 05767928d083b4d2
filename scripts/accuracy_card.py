#!/usr/bin/env python3
"""Write docs/accuracy.md: how often the default coder is wrong on the gold set, and in which ways.

    python scripts/accuracy_card.py                        code the gold set, write the page and its drawing
    python scripts/accuracy_card.py --floors               also pin gold/floors.toml to what was measured
    python scripts/accuracy_card.py --floors --lower WHY   let floors go down, and keep the reason
    python scripts/accuracy_card.py --check                code nothing; fail where the page is broken or stale

The prose is in scripts/accuracy/template.md, the remarks on weak fields in notes.toml, the examples in examples.toml:
cases in the form of the gold set, on which nothing is measured.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from accuracy_drawing import draw
from accuracy_errors import Example, count_kinds, render_kinds
from accuracy_figures import NAMES, Parts, confusion, coreference, figures, flawless, number, reliability
from dateline.coder import Coder
from dateline.errors import GoldError
from dateline.evaluation import (
    GoldSet,
    Scores,
    evaluate,
    load_floors,
    load_gold,
    update_floors,
    write_floors,
)
from dateline.evaluation.outcome import Tally
from dateline.evaluation.scores import ENOUGH, TYPES, score_case
from dateline.lexicon.files import lexicon_digest
from dateline.model.coding import Coding
from dateline.model.report import CoderInfo

ROOT = Path(__file__).parents[1]
GOLD, COLD, FLOORS = ROOT / "gold", ROOT / "gold" / "cold", ROOT / "gold" / "floors.toml"
PAGE, DRAWING = ROOT / "docs" / "accuracy.md", ROOT / "docs" / "accuracy.svg"
DATA = ROOT / "scripts" / "accuracy"
KINDS = 10
LEAST = 8
"""Comparisons from which a figure of the few cold reports is shown."""
WEAK = 0.80
UNCALIBRATED = 0.10
DIGEST = 16


def main() -> None:
    """Read the arguments; write the page or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="code nothing; fail where the page is broken or stale")
    parser.add_argument("--floors", action="store_true", help="pin gold/floors.toml to what was measured")
    parser.add_argument("--lower", metavar="WHY", default="", help="let floors go down for this reason")
    given = parser.parse_args()
    if given.check:
        check()
        return
    coder, gold = Coder(), load_gold([GOLD])
    codings = list(coder.code_many(gold.reports()))
    parts = score_parts(codings, gold)
    PAGE.write_text(page(parts, gold, read_examples(coder), score_cold(coder), coder.info), encoding="utf-8")
    DRAWING.write_text(draw(parts.all.calibration), encoding="utf-8")
    if given.floors:
        pin(parts.all, given.lower)


def check() -> None:
    """Exit with 1 where the page is broken or was made with another gold set; say so of another lexicon."""
    faults = list(faults_of(PAGE.read_text(encoding="utf-8"), DRAWING.read_text(encoding="utf-8")))
    if f"lexicon `{lexicon_digest()[:DIGEST]}`" not in PAGE.read_text(encoding="utf-8"):
        print("docs/accuracy.md: the lexicon has changed since; its figures may have moved", file=sys.stderr)
    for fault in faults:
        print(f"docs/accuracy.md: {fault}", file=sys.stderr)
    if faults:
        sys.exit("run `python scripts/accuracy_card.py` and look at the difference")


def faults_of(text: str, drawing: str) -> Iterator[str]:
    """Yield what is wrong with the form of a page and its drawing, and whether it is of another gold set."""
    digest = load_gold([GOLD]).digest
    if f"Gold set `{digest}`" not in text:
        yield f"does not name the gold set {digest}"
    headings = re.findall(r"^## .*", (DATA / "template.md").read_text(encoding="utf-8"), re.MULTILINE)
    if re.findall(r"^## .*", text, re.MULTILINE) != headings:
        yield "its sections are not those of scripts/accuracy/template.md"
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = block.splitlines()
        if len({line.count(" |") for line in lines}) > 1 or not re.fullmatch(r"[| :-]+", lines[1]):
            yield f"a table is broken: {lines[0]}"
    if left := re.findall(r"\{\w+\}", text):
        yield f"has places that nothing filled: {', '.join(left)}"
    try:
        ElementTree.fromstring(drawing)
    except ElementTree.ParseError as error:
        yield f"its drawing is broken: {error}"


def score_parts(codings: Iterable[Coding], gold: GoldSet) -> Parts:
    """Score all cases, the short ones, and the whole reports."""
    codings = list(codings)
    short, reports = (replace(gold, cases=tuple(c for c in gold.cases if c.full is full)) for full in (False, True))
    return Parts(all=evaluate(codings, gold), short=evaluate(codings, short), reports=evaluate(codings, reports))


def read_examples(coder: Coder) -> list[Example]:
    """Code the examples and compare them with what is right."""
    gold = load_gold([DATA / "examples.toml"])
    return [
        Example(gold=case, coding=coding, outcomes=score_case(case, coding).outcomes)
        for case, coding in zip(gold.cases, coder.code_many(gold.reports()), strict=True)
    ]


def score_cold(coder: Coder) -> Scores:
    """Score the reports that nobody has mended the coder on."""
    cold = load_gold([COLD])
    return evaluate(coder.code_many(cold.reports()), cold)


def cold_figures(cold: Scores, parts: Parts) -> str:
    """Return the figures of cold reports beside those of the reports that the coder was mended on."""
    rows = ["| layer | field | n | cold F1 | reports F1 |", "| --- | --- | ---: | ---: | ---: |"]
    for layer, fields in cold.tallies.items():
        for name, tally in fields.items():
            mended = parts.reports.tallies.get(layer, {}).get(name, Tally())
            if layer != TYPES and tally.n >= LEAST and tally.f1 is not None:
                rows.append(f"| {layer} | {name} | {tally.n} | {number(tally.f1)} | {number(mended.f1)} |")
    return "\n".join(rows)


def page(parts: Parts, gold: GoldSet, examples: list[Example], cold: Scores, info: CoderInfo) -> str:
    """Return the page."""
    scores = parts.all
    kinds = count_kinds(scores.outcomes)
    most = kinds.most_common(KINDS)
    loose = [c.layer for c in scores.calibration if c.error > UNCALIBRATED]
    values: Mapping[str, object] = {
        "gold": scores.digest,
        "cases": scores.cases,
        "events": sum(len(case.events) for case in gold.cases),
        "lexicon": info.lexicon_digest[:DIGEST],
        "version": info.version,
        "model": info.model,
        "enough": ENOUGH,
        "report_found": number(parts.reports.tallies["events"]["found"].f1),
        "report_type": number(parts.reports.tallies["events"]["type"].f1),
        "cold_found": number(cold.tallies["events"]["found"].f1),
        "cold_type": number(cold.tallies["events"]["type"].f1),
        "cold_cases": cold.cases,
        "cold": cold_figures(cold, parts),
        "figures": figures(parts),
        "coref": coreference(parts),
        "confusion": confusion(scores),
        "reliability": reliability(scores.calibration),
        "flawless": flawless(GOLD, parts),
        "errors": kinds.total(),
        "share": sum(n for _, n in most),
        "kinds": render_kinds(most, scores.tallies, examples),
        "weak": f"{WEAK:.2f}",
        "weak_fields": "\n".join(weak_fields(parts)),
        "few": "; ".join(few_fields(scores)),
        "uncalibrated": f" ({', '.join(loose)})" if loose else "",
    }
    return (DATA / "template.md").read_text(encoding="utf-8").format_map(values)


def weak_fields(parts: Parts) -> Iterator[str]:
    """Yield the fields with a low F1, in reports or in all, the lowest first, with what to do about each."""
    notes = tomllib.loads((DATA / "notes.toml").read_text(encoding="utf-8"))["note"]
    told = {note["field"]: note["text"] for note in notes}
    rows = [
        (min(f1, apart), layer, name, f1, apart, tally)
        for layer, fields in parts.all.tallies.items()
        for name, tally in fields.items()
        if (f1 := tally.f1) is not None
        and tally.n >= ENOUGH
        and round(min(f1, apart := _in_reports(parts, layer, name, f1)), 2) < WEAK
    ]
    for _, layer, name, f1, apart, tally in sorted(rows):
        counted = f"all {number(f1)}, reports {number(apart)}; {tally.right + tally.wrong + tally.missed} in the gold"
        yield f"- **{layer}, {name}** ({counted}). {told.get(f'{layer}.{name}', '')}".rstrip()


def _in_reports(parts: Parts, layer: str, name: str, default: float) -> float:
    """Return the F1 in whole reports, or ``default`` where too little is compared there."""
    tally = parts.reports.tallies.get(layer, {}).get(name, Tally())
    return default if tally.n < ENOUGH or tally.f1 is None else tally.f1


def few_fields(scores: Scores) -> Iterator[str]:
    """Yield the layers with their fields that rest on few comparisons."""
    for layer, fields in scores.tallies.items():
        few = [f"{NAMES.get(name, name)} ({tally.n})" for name, tally in fields.items() if tally.n < ENOUGH]
        if few:
            yield f"{layer}: {', '.join(few)}"


def pin(scores: Scores, reason: str) -> None:
    """Write the floors."""
    try:
        floors = update_floors(scores, load_floors(FLOORS), allow_lower=bool(reason), reason=reason)
    except GoldError as error:
        sys.exit(f"{FLOORS.relative_to(ROOT)}: {error}")
    write_floors(FLOORS, floors)
    print(f"gold/floors.toml: {len(floors.figures)} figures pinned", file=sys.stderr)


if __name__ == "__main__":
    main()
