"""How well copies are found: invented reports, copied, shortened, given other headlines, lightly rewritten.

    python bench/copies.py --originals 400

The reports are put together from the sentences of training/ and the reports of gold/, none used twice. Beside the
copies there are what must not be taken for one: follow-ups that repeat paragraphs of background, and round-ups.
Printed are, over pairs of reports of one family: found, precision; families with the right number of roots; by kind.
"""

import argparse
import json
import random
import re
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from time import perf_counter

from dateline.ledger.keeping.kinship import Kinship
from dateline.model.item import Found, Item, Published
from dateline.store.batch import Writer
from dateline.store.keeping.reports import add_report

ROOT = Path(__file__).parents[1]
WORDS = tomllib.loads((Path(__file__).with_name("copies.toml")).read_text(encoding="utf-8"))
KINDS = ("whole", "headline", "shortened", "lead only", "rewritten", "rewritten and shortened")


@dataclass(frozen=True)
class Made:
    """An invented report, the family that it is of, and how many roots that has."""

    item: Item
    family: str
    kind: str
    roots: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--originals", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    print(json.dumps(measure(options.originals, options.seed), indent=2))


def measure(originals: int, seed: int) -> dict[str, object]:
    """Make reports, put them into a ledger in any order, and score its families."""
    rng = random.Random(seed)
    made = list(invent(rng, originals))
    rng.shuffle(made)
    begun = perf_counter()
    families = found_families(made)
    return {"reports": len(made), "seconds": round(perf_counter() - begun, 1), **score(made, families)}


def found_families(made: Sequence[Made]) -> dict[str, tuple[str, int]]:
    """Return the family and its number of roots of each report."""
    with tempfile.TemporaryDirectory() as folder, Writer(Path(folder) / "copies.db") as writer:
        kin = Kinship()
        for n in range(0, len(made), 100):
            with writer.batch() as batch:
                for m in made[n : n + 100]:
                    day = m.item.published.moment[:10] if m.item.published and m.item.published.moment else None
                    kin.place(batch, add_report(batch, m.item, published=day, language="en", alike=kin.alike), m.item)
        sql = "SELECT r.id, f.id, f.roots FROM report r JOIN member USING (report_key) JOIN family f USING (family_key)"
        return {name: (family, roots) for name, family, roots in writer.connection.execute(sql)}


def score(made: Sequence[Made], families: dict[str, tuple[str, int]]) -> dict[str, object]:
    """Return found and precision over pairs, roots over families, and what was missed, by kind."""
    by_truth, by_found = defaultdict(set), defaultdict(set)
    kinds = {str(m.item.id): m.kind for m in made}
    for m in made:
        by_truth[m.family].add(str(m.item.id))
        by_found[families[str(m.item.id)][0]].add(str(m.item.id))
    true = {pair for ids in by_truth.values() for pair in combinations(sorted(ids), 2)}
    said = {pair for ids in by_found.values() for pair in combinations(sorted(ids), 2)}
    missed = Counter(kinds[name] for pair in true - said for name in pair if kinds[name] != "original")
    wrong = Counter(kinds[name] for pair in said - true for name in pair)
    exact = [families[str(m.item.id)][1] == m.roots for m in made if m.kind == "original"]
    return {
        "pairs": len(true), "found": round(len(true & said) / len(true), 4),
        "precision": round(len(true & said) / max(1, len(said)), 4),
        "families": len(exact), "roots_exact": round(sum(exact) / len(exact), 4),
        "missed_by_kind": dict(missed), "wrong_by_kind": dict(wrong),
    }  # fmt: skip


def invent(rng: random.Random, originals: int) -> Iterator[Made]:
    """Yield originals with their copies, follow-ups and round-ups."""
    stories = list(texts(rng, originals))
    for n, paragraphs in enumerate(stories):
        agency, contributed = rng.choice(WORDS["agencies"]), rng.random() < 0.15
        day = f"2024-{1 + n % 12:02}-{1 + n % 28:02}"
        credited = rng.random() < 0.7
        body = [f"{paragraphs[0]}", *paragraphs[1:]]
        if contributed:
            helper = rng.choice([a for a in WORDS["agencies"] if a != agency])
            body.append(f"{helper} contributed to this report.")
        family, roots = f"f{n}", 2 if contributed else 1
        yield Made(report(f"{n}-0", body, agency, f"{day}T06:00:00+00:00"), family, "original", roots)
        for k in range(rng.randint(1, 3)):
            kind = rng.choice(KINDS)
            copied = [credit(rng, body, agency)] if credited else [body]
            text = change(rng, copied[0], kind)
            outlet = rng.choice(WORDS["outlets"])
            yield Made(report(f"{n}-{k + 1}", text, outlet, f"{day}T{8 + k:02}:30:00+00:00"), family, kind, roots)
        if rng.random() < 0.3 and len(paragraphs) > 5:
            yield follow_up(rng, n, stories, day)
    for n in range(originals // 20):
        chosen = rng.sample(stories, 4)
        brief = report(f"roundup-{n}", [s[1] for s in chosen], "Valley Post", "2024-12-30")
        yield Made(brief, f"u{n}", "round-up", 1)


def follow_up(rng: random.Random, n: int, stories: Sequence[list[str]], day: str) -> Made:
    """Return a report of the next day that repeats two paragraphs of background of a story."""
    fresh = next(s for s in rng.sample(stories, 3) if s is not stories[n])
    own = [scrambled(rng, p) for p in fresh[: rng.randint(4, 6)]]
    item = report(f"{n}-next", [*own, *stories[n][-2:]], "Coast Tribune", f"{day}T23:00:00+00:00")
    return Made(item, f"n{n}", "follow-up", 1)


def scrambled(rng: random.Random, paragraph: str) -> str:
    """Return a paragraph's words in another order: its vocabulary without its runs."""
    words = paragraph.split()
    rng.shuffle(words)
    return " ".join(words)


def report(name: str, paragraphs: Sequence[str], outlet: str, moment: str) -> Item:
    """Return an item of these paragraphs."""
    return Item(
        found=Found(path="bench"), id=name, text="\n\n".join(paragraphs), source=outlet,
        published=Published(raw=moment, moment=moment),
    )  # fmt: skip


def credit(rng: random.Random, body: Sequence[str], agency: str) -> list[str]:
    """Return a text with a line that says whose it is."""
    form = rng.choice(("lead", "byline", "end"))
    if form == "lead":
        return [body[0], f"LONDON ({agency}) - {body[1]}", *body[2:]]
    return [body[0], f"By {agency}", *body[1:]] if form == "byline" else [*body, f"- {agency}"]


def change(rng: random.Random, body: Sequence[str], kind: str) -> list[str]:
    """Return what a desk made of a text."""
    out = list(body)
    if "rewritten" in kind:
        out = [rewrite(rng, p) if rng.random() < 0.5 else p for p in out]
    if "shortened" in kind:
        out = out[: max(3, int(len(out) * rng.uniform(0.4, 0.75)))]
    if kind == "lead only":
        out = out[:4]
    return [rng.choice(WORDS["headlines"]), *out[1:]] if kind != "whole" else out


def rewrite(rng: random.Random, paragraph: str) -> str:
    """Return a paragraph with one or two of its words put in another way."""
    done = 0
    for old, new in WORDS["rewrites"]:
        if re.search(rf"\b{old}\b", paragraph) and rng.random() < 0.7:
            paragraph = re.sub(rf"\b{old}\b", new, paragraph, count=1)
            done += 1
        if done == 2:
            break
    return paragraph


def texts(rng: random.Random, n: int) -> Iterator[list[str]]:
    """Yield stories as paragraphs, a headline first: those of gold, then stories of sentences of training."""
    for path in sorted((ROOT / "gold" / "reports").glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield [p for p in re.split(r"\n\s*\n", case["text"]) if p.strip()]
            n -= 1
    rows = [json.loads(line) for p in sorted((ROOT / "training").glob("*.jsonl")) for line in p.open(encoding="utf-8")]
    rows = [r for r in rows if r.get("pair") is None]  # of a pair the sentences are nearly the same
    heads = [r["text"] for r in rows if r.get("part") == "headline"]
    rest = [r["text"] for r in rows if r.get("part") != "headline" and len(r["text"].split()) > 10]
    rng.shuffle(heads)
    rng.shuffle(rest)
    while n > 0 and heads and len(rest) > 20:
        size = rng.randint(7, 14)
        sentences, rest = rest[:size], rest[size:]
        pairs = [" ".join(sentences[i : i + 2]) for i in range(0, size, 2)]
        yield [heads.pop(), *pairs]
        n -= 1


if __name__ == "__main__":
    main()
