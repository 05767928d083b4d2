"""List the words for which the frames lexicon has nothing, with how often reports use them of actors.

    python scripts/frame_coverage.py reports.jsonl --top 60

Reads JSON Lines reports ({"text": …}) or, for any other file, one report a line. A predicate counts where one of its
arguments names an actor and no frame has its lemma. What is frequent and denotes an event is a frame to write; what
is frequent and denotes none ("say", "be") is rightly missing.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.coder import Coder
from dateline.lexicon.events.frames import Frames, load_frames
from dateline.model.coding import Coding
from dateline.model.predicate import Predicate
from dateline.reading.given import GivenReport


def main() -> None:
    """Read the arguments, code the reports, print the words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", help="reports; standard input if none is given")
    parser.add_argument("--top", type=int, default=100, help="how many words to print (default 100)")
    given = parser.parse_args()
    lines = given.file.read_text(encoding="utf-8").splitlines() if given.file else sys.stdin.read().splitlines()
    codings = Coder(layers="actors events predicates").code_many(reports(lines))
    for (lemma, example), n in missing(codings, known(load_frames())).most_common(given.top):
        print(f"{n:6}  {lemma:24}  {example}")


def reports(lines: Iterable[str]) -> Iterator[GivenReport]:
    """Yield a report for each line that holds any text."""
    for n, line in enumerate(filter(str.strip, lines)):
        text = json.loads(line)["text"] if line.lstrip().startswith("{") else line
        yield GivenReport(text=text, id=str(n))


def known(frames: Frames) -> frozenset[str]:
    """Return all lemmas that some frame has, alone or as the first word of a longer trigger."""
    words = {*frames.verbs, *frames.nouns, *frames.adjectives}
    return frozenset(words | {word.split()[0] for word in words})


def missing(codings: Iterable[Coding], lemmas: frozenset[str]) -> Counter[tuple[str, str]]:
    """Count the predicates of actors that no frame knows, each with the first words that used it."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for coding in codings:
        mentions = [span for actor in coding.actors or () for span in actor.mentions]
        for predicate in coding.predicates or ():
            if predicate.lemma not in lemmas and _names_actor(predicate, mentions):
                counts[predicate.lemma] += 1
                examples.setdefault(predicate.lemma, _shown(coding.report.text, predicate))
    return Counter({(lemma, examples[lemma]): n for lemma, n in counts.items()})


def _names_actor(predicate: Predicate, mentions: Iterable[tuple[int, int]]) -> bool:
    spans = [a.span for a in predicate.arguments]
    return any(s[0] < end and start < s[1] for start, end in mentions for s in spans)


def _shown(text: str, predicate: Predicate) -> str:
    start, end = predicate.span
    return " ".join(text[max(0, start - 40) : end + 40].split())


if __name__ == "__main__":
    main()
