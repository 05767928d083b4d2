"""Make what the join of reports weighs by: in how many texts each word stands, and the weights of likeness.

    python scripts/learn_incidents.py words
    python scripts/learn_incidents.py weights LEDGER [--more LEDGER CHAINS]

``words`` counts over the invented texts of gold and training. ``weights`` learns from the plots of gold/stories that
are for learning, whose reports it codes into LEDGER if that is not there, from the same plots coded by their marks, and
from a ledger of other reports with CHAINS: JSON Lines of {"id", "gold": [{"start", "end", "chain"}]}, words that tell
of one happening. Pairs within a report are learned apart from pairs across reports. Logistic regression that stays near
the weights of incident_priors.toml, where little is known of a level.
"""

import argparse
import csv
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.coder import Coder
from dateline.evaluation.stories.joining import keep_stories, recall_marks
from dateline.evaluation.stories.plots import Stories, load_stories
from dateline.incidents.alike import about
from dateline.incidents.alike.likeness import AllWeights, Weights
from dateline.incidents.alike.numbered import number
from dateline.incidents.alike.parts import LEVELS, Answer, between, shares
from dateline.incidents.alike.questions import Pairs, answers, common, side, worth_comparing
from dateline.incidents.alike.telling import Read, Telling
from dateline.incidents.alike.words import DATA, LEAD, alike, stems, words_of
from dateline.incidents.comparing import ALIKE, Comparison
from dateline.ledger.keeping.ingest import ingest
from dateline.model.base import Span, overlap
from dateline.model.item import Found, Item, Published
from dateline.store.batch import Writer
from dateline.store.joining.ranks import coded_reports
from dateline.store.joining.tellings import read_tellings

ROOT = Path(__file__).parents[1]
PRIORS = ROOT / "scripts" / "incident_priors.toml"
_LEAST = 2
"""Words of fewer texts weigh as those of none."""
_PULL = 3.0
"""How strongly weights are held to the priors: as by so many pairs of even odds, and a fourth of it for the bias."""
_MARKED, _MORE = 0.3, 0.3
"""What a pair counts for of reports that were coded by their marks, and of the other reports."""
_UNMARKED = 0.3
"""What a pair counts for of which one event was marked and the other not."""
_MOST_DAYS = 14
Chains = Mapping[str, list[tuple[Span, str]]]
Answers = list[tuple[str, Answer]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair to learn from: the answers, whether both are one, what it counts for; ``within`` one report or not."""

    answers: Answers
    same: bool
    weight: float
    within: bool = False


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="what", required=True)
    parts.add_parser("words")
    weights = parts.add_parser("weights")
    weights.add_argument("ledger", type=Path)
    weights.add_argument("--more", nargs=2, type=Path, metavar=("LEDGER", "CHAINS"))
    options = parser.parse_args()
    if options.what == "words":
        write_words()
    else:
        write_weights(options.ledger, options.more)


def write_words() -> None:
    """Count in how many texts of the project's own, cut to the length of a report's lead, each word stands."""
    counts: Counter[str] = Counter()
    texts = 0
    for lead in leads():
        counts.update(set(stems(lead)))
        texts += 1
    with (DATA / "words.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["word", "texts"])
        out.writerow(["", texts])
        out.writerows(sorted((word, n) for word, n in counts.items() if n >= _LEAST))


def leads() -> Iterator[str]:
    """Yield the invented texts of gold and training, short ones joined until they are as long as a lead."""
    lead = ""
    for text in own_texts():
        lead = f"{lead}\n{text}"
        if len(lead) >= LEAD:
            yield lead
            lead = ""


def own_texts() -> Iterator[str]:
    """Yield the texts of gold and training; stories are left out, which the join is judged by."""
    for path in sorted((ROOT / "gold").rglob("*.toml")):
        if "stories" not in path.parts:
            yield from texts_in(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "training").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from texts_in(json.loads(line))


def texts_in(value: Any) -> Iterator[str]:
    """Yield what stands under "text" at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "text" and isinstance(inner, str):
                yield inner
            else:
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def write_weights(ledger: Path, more: tuple[Path, Path] | None) -> None:
    """Learn the weights, and write them with what they were learned from."""
    stories = load_stories(ROOT / "gold" / "stories")
    if not ledger.exists():
        ingest(ledger, items(stories), coder=Coder)
    events, reports = map(Weights, *zip(*[(w["bias"], w["parts"]) for w in priors()], strict=True))
    learn = stories.of("learn")
    chains = {r.id: [(m.span, m.incident) for m in r.marks if m.field is None] for r in learn.reports}
    readings = [r for r in read(ledger) if r.source.id in chains]
    pairs = [*event_pairs(readings, chains, weight=1.0), *event_pairs(read_marked(learn), chains, weight=_MARKED)]
    if more:
        lines = [json.loads(line) for line in more[1].read_text(encoding="utf-8").splitlines()]
        others = {r["id"]: [((g["start"], g["end"]), g["chain"]) for g in r["gold"]] for r in lines}
        pairs += event_pairs(read(more[0]), others, weight=_MORE, marked_alone=False)
    within = learned([pair for pair in pairs if pair.within], events)
    events = learned([pair for pair in pairs if not pair.within], events)
    mains = {r.id: r.main for r in learn.reports}
    about_pairs = list(report_pairs(readings, mains, AllWeights(events, within, reports)))
    reports = learned(about_pairs, reports)
    print(f"{len(pairs):,} pairs of events, {len(about_pairs):,} of reports")
    told = (
        f"# Learned by scripts/learn_incidents.py from {len(learn.reports)} reports of gold/stories ({stories.digest})"
    )
    told += ", and from ECB+ (CC BY 3.0), of which no text is here." if more else "."
    parts = [*section("events", events), *section("within", within), *section("reports", reports)]
    (DATA / "weights.toml").write_text("\n".join([told, "", *parts]))


def priors() -> Iterator[Mapping[str, Any]]:
    """Yield the priors of events, and of reports."""
    found = tomllib.loads(PRIORS.read_text(encoding="utf-8"))
    yield from (found["events"], found["reports"])


def items(stories: Stories) -> Iterator[Item]:
    """Yield the reports of all plots as ingest takes them."""
    for n, report in enumerate(stories.reports):
        moment = report.published.isoformat()
        yield Item(
            found=Found(path="gold/stories", number=n), id=report.id, text=report.text, title=report.title,
            source=report.source, published=Published(raw=moment, moment=moment),
        )  # fmt: skip


def read(ledger: Path) -> list[Read]:
    """Return all reports of a ledger with their events."""
    with Writer(ledger) as writer, writer.batch() as batch:
        keys = coded_reports(batch)
        return [r for n in range(0, len(keys), 200) for r in read_tellings(batch, keys[n : n + 200]).values()]


def read_marked(stories: Stories) -> list[Read]:
    """Return the reports of stories as their marks code them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "marked.db"
        keep_stories(stories, path, partial(recall_marks, stories))
        return read(path)


def event_pairs(
    readings: Sequence[Read], chains: Chains, *, weight: float, marked_alone: bool = True
) -> Iterator[Pair]:
    """Yield the pairs of events of which it is known whether they are one."""
    chain = {t.key: chain_of(t, chains.get(r.source.id, [])) for r in readings for t in r.tellings}
    for one, other in near(readings):
        within = one is other
        for asked in ask(one, other):
            known = (chain[asked.a.key] is not None) + (chain[asked.b.key] is not None)
            if known == 2 or (known == 1 and marked_alone and not within and asked.worth):
                same = known == 2 and chain[asked.a.key] == chain[asked.b.key]
                yield Pair(asked.answers, same, weight if known > 1 else weight * _UNMARKED, within=within)


@dataclass(frozen=True, slots=True)
class Asked:
    """Two events, the answers to all questions, and whether the join would compare them in reports of like words."""

    a: Telling
    b: Telling
    answers: Answers
    worth: bool


def ask(one: Read, other: Read) -> Iterator[Asked]:
    """Yield all pairs of events of two reports, or of one, with their answers."""
    comparison = Comparison()
    a, b = (side([number(read)]) for read in (one, other))
    within = one is other
    i, j = np.tril_indices(len(one.tellings), -1) if within else np.indices((len(one.tellings), len(other.tellings)))
    pairs = Pairs(a, b, i.ravel(), j.ravel())
    shared = common(a, b)
    found = answers(pairs, shared, comparison.asked, within=within)
    like = worth_comparing(a, b, shared, comparison.asked, np.ones(1, np.bool_))
    worth = {*zip(like.i.tolist(), like.j.tolist(), strict=True)}
    words = 1.0 if within else alike(one.source.words, other.source.words)
    for k, cell in enumerate(zip(pairs.i.tolist(), pairs.j.tolist(), strict=True)):
        first, second = pairs.tellings(k)
        told = [("report", between(words)), *((part, shares(LEVELS[part], float(at[k]))) for part, at in found.items())]
        told.append(("sentence", between(alike(words_of(first.told), words_of(second.told)))))
        yield Asked(first, second, told, cell in worth)


def chain_of(telling: Telling, marks: Iterable[tuple[Span, str]]) -> str | None:
    """Return the chain of the first mark that a telling's words share."""
    spans = (telling.span, *telling.mentions)
    return next((chain for span, chain in marks if any(overlap(span, own) for own in spans)), None)


def near(readings: Sequence[Read]) -> Iterator[tuple[Read, Read]]:
    """Yield each report with itself, and with those of like words and near days."""
    for n, one in enumerate(readings):
        yield one, one
        for other in readings[:n]:
            days = abs(one.source.day - other.source.day) if one.source.day and other.source.day else 0
            if days <= _MOST_DAYS and alike(one.source.words, other.source.words) >= ALIKE:
                yield one, other


def report_pairs(readings: Sequence[Read], main_of: Mapping[str, str], weights: AllWeights) -> Iterator[Pair]:
    """Yield the pairs of reports of which it is known whether they are about one happening."""
    for one, other in near(readings):
        if one is not other:
            comparison = Comparison(weights)
            found = comparison.found(number(one), number(other))
            yield Pair(
                list(about.answers(one.source, other.source, found)),
                main_of[one.source.id] == main_of[other.source.id],
                1.0,
            )


def learned(pairs: Sequence[Pair], prior: Weights) -> Weights:
    """Return the weights that fit pairs best, held to the priors."""
    levels = {(part, level): n for n, (part, level) in enumerate((p, k) for p, own in prior.parts.items() for k in own)}
    matrix = np.zeros((len(pairs), len(levels) + 1))
    matrix[:, -1] = 1.0
    for n, pair in enumerate(pairs):
        for part, answer in pair.answers:
            for level, share in answer:
                matrix[n, levels[part, level]] += share
    start = np.array([*(prior.parts[p][k] for p, k in levels), prior.bias])
    found = _newton(matrix, np.array([float(p.same) for p in pairs]), np.array([p.weight for p in pairs]), start)
    parts: dict[str, dict[str, float]] = {}
    for (part, level), n in levels.items():
        parts.setdefault(part, {})[level] = round(float(found[n]), 2)
    return Weights(bias=round(float(found[-1]), 2), parts=parts)


def _newton(x: NDArray[Any], y: NDArray[Any], weight: NDArray[Any], start: NDArray[Any]) -> NDArray[Any]:
    """Return the weights at which the penalised likelihood is highest."""
    now = start.copy()
    pull = np.full(len(start), _PULL)
    pull[-1] /= 4
    for _ in range(100):
        likely = 1 / (1 + np.exp(-np.clip(x @ now, -30, 30)))
        slope = x.T @ (weight * (likely - y)) + pull * (now - start)
        bend = (x * (weight * likely * (1 - likely))[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        now -= step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < 1e-6:
            break
    return now


def section(name: str, weights: Weights) -> Iterator[str]:
    """Yield the lines of one half of the file."""
    yield from (f"[{name}]", f"bias = {weights.bias}", "")
    for part, levels in weights.parts.items():
        yield f'[{name}.parts."{part}"]' if " " in part else f"[{name}.parts.{part}]"
        yield from (f'"{level}" = {value}' for level, value in levels.items())
        yield ""


if __name__ == "__main__":
    main()
