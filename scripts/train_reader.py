"""Train the reader from the labels of real reports, and write its weights.

    python scripts/train_reader.py --texts TEXTS.jsonl.gz             learn, write src/dateline/learned/data/reader.npz
    python scripts/train_reader.py --texts TEXTS.jsonl.gz --check     learn, and fail if the file differs
    python scripts/train_reader.py --texts TEXTS.jsonl.gz --folds     judge on unseen reports instead; writes nothing

The texts are not part of the project: gold/real/README.md says where they come from. Of their labels only the part
"learn" is read; the invented texts of gold/ and training/ are learned from too. The same labels, texts, lexicon, parser
and machine give the same file, bit for bit.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order, whatever the number of cores

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import get_args
from zlib import crc32

import numpy as np
import numpy.typing as npt
from msgspec import UNSET, UnsetType

from dateline.coder import Coder
from dateline.coding.pipeline import Pipeline, subset
from dateline.draft import Clause
from dateline.evaluation.gold.cases import NONE, Gold, GoldEvent, load_gold
from dateline.evaluation.gold.entries import CaseEntry, EventEntry, Layer
from dateline.evaluation.gold.standoff import load_standoff, read_labels, read_texts
from dateline.evaluation.gold.words import UNSCORED, Ref
from dateline.evaluation.outcome import touches
from dateline.evaluation.whole import judge_whole, render_whole
from dateline.learned.heads import BUCKETS, WEIGHTS, Buckets, Head, HeadName, Heads, buckets_of, hash_of, rows_of
from dateline.lexicon.events.words import load_event_words
from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.stages.build import default_stages
from dateline.stages.events import EventStage
from dateline.stages.events.frames.features import Features
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.frames.proposing import Proposing
from dateline.stages.events.one.merging import Group
from dateline.stages.events.one.union import merge, voiced
from dateline.stages.events.reader.fillers import party_words, place_words, time_words
from dateline.stages.events.reader.reach import Members, Reach
from dateline.stages.events.reader.reading import Reading
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from learning import fit_yes_no, kept
from train_arbiter import TRAINING, read_rows

GOLD = Path(__file__).parents[1] / "gold"
LABELS = GOLD / "real" / "labels.jsonl"
PENALTY: dict[HeadName, float] = dict.fromkeys(get_args(HeadName), 4.0)
SHOWN, TRAINED = 0.1, "training"
PARTS = 4
"""Parts in which the groups of mentions are made by heads that did not see them, for the heads that judge groups."""
NAMES: tuple[HeadName, ...] = get_args(HeadName)
UNLEARNED = Heads(**dict.fromkeys(NAMES, Head(np.zeros(BUCKETS, dtype=np.float32), 0.0)))


@dataclass(frozen=True)
class Example:
    """One question about one report, the buckets of its words, and the right answer."""

    head: HeadName
    rows: Buckets
    yes: bool
    share: float = 1.0


@dataclass(frozen=True)
class Labelled:
    """A labelled report as the stages up to the frames read it, and the gold event of each mention, if it tells one.

    Where a case names one event of its text alone, the mentions that tell another say nothing.
    """

    case: Gold
    scene: Scene
    told: tuple[Found, ...]
    gold: tuple[GoldEvent | None, ...]
    exact: tuple[bool, ...]

    @property
    def share(self) -> float:
        """Return what an example of this case counts."""
        return share_of(self.case)

    @property
    def complete(self) -> bool:
        """Tell whether what the case leaves out is no act."""
        return "events" in self.case.complete


def share_of(case: Gold) -> float:
    """Return what an example of a case counts: a text that was written to show one act counts little."""
    return SHOWN if case.file == TRAINED else 1.0


# ---------------------------------------------------------------- from labels to examples


def read_training(folder: Path) -> Iterator[Gold]:
    """Yield the texts of the training set as cases that name one event, with its type and parties, or none."""
    for row in read_rows(folder):
        text, kind = row["text"], row["type"]
        status = row["status"] or UNSCORED
        event = EventEntry(trigger=row["trigger"] or text, type=kind or NONE, mode=UNSCORED, status=status)
        actors, recipients = _refs(text, row["actor"]), _refs(text, row["recipient"])
        told = GoldEvent(
            entry=event, spans=_all(text, [event.trigger])[:1], actors=actors, recipients=recipients,
            attribution=UNSET, place=UNSET, start=UNSET, end=UNSET, quantities=UNSET, links=UNSET,
        )  # fmt: skip
        entry = CaseEntry(id=row["id"], why="training", published=row["date"], text=text)
        complete: frozenset[Layer] = frozenset({"events"} if kind is None else ())
        events = () if kind is None else (told,)
        yield Gold(entry=entry, file=TRAINED, complete=complete, full=False, events=events, statements=())


def _refs(text: str, names: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(Ref(words=name, spans=_all(text, [name])) for name in names)


def _all(text: str, names: Iterable[str]) -> tuple[Span, ...]:
    return tuple(m.span() for name in names for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def drafted(cases: Iterable[Gold]) -> Iterator[tuple[Gold, Scene]]:
    """Yield each case with its report as the stages before the events read it."""
    coder = Coder(layers="sentences")
    before = Pipeline(subset(default_stages(heads=UNLEARNED), EventStage.needs))
    words = load_event_words()
    for case in cases:
        yield case, Scene(before.run(coder.draft(case.text, published=case.entry.published)), words)


def part_of(case: Gold) -> int:
    """Return the part of a case: it is read and judged by heads that saw the other parts alone."""
    return crc32(case.id.encode()[::-1]) % PARTS


def read(reports: Sequence[tuple[Gold, Scene]], heads: Sequence[Heads]) -> Iterator[Labelled]:
    """Yield each report with the mentions that the frames find, or propose by the heads of its part."""
    stages = [EventStage.load(heads=own) for own in heads]
    for case, scene in reports:
        told = tuple(stages[part_of(case)].read(scene))
        matched = [match(case, scene, f) for f in told]
        yield Labelled(case, scene, told, tuple(g for g, _ in matched), tuple(exact for _, exact in matched))


def proposing(reports: Sequence[tuple[Gold, Scene]]) -> list[Heads]:
    """Return for each part heads of which one is learned, from the other parts: what a clause tells by its word alone.

    The last are learned from all.
    """
    stage = EventStage.load(heads=UNLEARNED)
    examples = [(part_of(case), list(about_held(case, scene, stage))) for case, scene in reports]
    parts = range(PARTS + 1)
    return [fitted(UNLEARNED, [e for k, es in examples if k != part for e in es]) for part in parts]


def about_held(case: Gold, scene: Scene, stage: EventStage) -> Iterator[Example]:
    """Yield the questions whether a clause that no frame fits tells an act of a type whose frames hold its word."""
    matcher = Matcher(scene, stage.frames, Features(scene, stage.classes_of))
    asked = Proposing(scene, matcher, stage.heads)
    for clause in scene.draft.clauses:
        held = matcher.held(clause)
        if not held or matcher.matches(clause):
            continue
        gold = [g for g in case.events if touches(g.spans, _spans(scene, clause))]
        if any(g.entry.optional for g in gold) or not (gold or "events" in case.complete):
            continue
        words = [hash_of(word) for word in asked.words(clause)]
        for kind in held:
            yes = any(kind == g.entry.type or kind in g.entry.or_type for g in gold)
            yield Example("held", asked.of_type(words, kind), yes, share_of(case))


def match(case: Gold, scene: Scene, found: Found) -> tuple[GoldEvent | None, bool]:
    """Return the gold event that a mention tells, and whether it does so with the right type in the event's own words.

    A mention in the sentence of a gold event of its type tells that event too, in words that the label does not name.
    """
    spans = _spans(scene, found.clause)
    on_words = [g for g in case.events if touches(g.spans, spans)]
    best = next((g for g in on_words if _same_type(g, found)), None)
    if best is not None:
        return best, True
    beside = (g for g in case.events if _same_type(g, found) and _one_sentence(scene, g.spans[0], found.clause.span))
    return next(beside, on_words[0] if on_words else None), False


def _spans(scene: Scene, clause: Clause) -> list[Span]:
    """Return the words of a clause, those of its light verb included."""
    token = None if clause.support is None else scene.doc.tokens[clause.support]
    return [clause.span, *([] if token is None else [(token.start, token.end)])]


def _same_type(gold: GoldEvent, found: Found) -> bool:
    return (found.type or NONE) == gold.entry.type or found.type in gold.entry.or_type


def _one_sentence(scene: Scene, a: Span, b: Span) -> bool:
    first, second = (scene.doc.head_of(s) for s in (a, b))
    return first is not None and second is not None and scene.doc.sentence_of(first) == scene.doc.sentence_of(second)


def about_mentions(report: Labelled, heads: Heads) -> Iterator[Example]:
    """Yield the questions whether a mention tells an act, and whether two tell one."""
    reading = Reading(report.scene, report.told, heads)
    for found, gold in zip(report.told, report.gold, strict=True):
        if found.type is not None and not (gold and gold.entry.optional) and (gold or report.complete):
            yield Example("told", reading.described(found), gold is not None)
    known = [(f, g) for f, g in zip(report.told, report.gold, strict=True) if g or f.doubt is None]
    for n, (found, gold) in enumerate(known):
        for other, of in known[:n]:
            if other.type == found.type and ((gold or of) if report.complete else (gold and of)):
                yield Example("same", reading.tie(other, found), gold is of)


def about_fillers(report: Labelled) -> Iterator[Example]:
    """Yield the questions who, where and when, of the mentions of each gold event together."""
    by_gold: dict[int, list[Found]] = {}
    for found, gold, exact in zip(report.told, report.gold, report.exact, strict=True):
        if gold is not None and exact:
            by_gold.setdefault(report.case.events.index(gold), []).append(found)
    reach = Reach(report.scene)
    for n, members in by_gold.items():
        gold, group = report.case.events[n], Group(tuple(members))
        event = voiced(report.scene, group, merge(group))
        near = reach.members(group)
        yield from about_parties(report.scene, reach, gold, near, event)
        yield from about_place_and_day(report.scene, reach, gold, near, event)


def about_parties(scene: Scene, reach: Reach, gold: GoldEvent, members: Members, event: Found) -> Iterator[Example]:
    """Yield the questions whether each actor in reach is the event's actor, and its recipient."""
    spans: dict[str, list[Span]] = {}
    for m in scene.draft.mentions:
        spans.setdefault(m.actor, []).append(m.span)
    where = [gold.place] if isinstance(gold.place, Ref) else []
    for near in reach.parties(members, event):
        rows = buckets_of(party_words(scene, near.mention, event, near.what))
        own = spans[near.what.actor]
        does, suffers = (_is_one(refs, own) for refs in (gold.actors, gold.recipients))
        if does is not None:
            yield Example("actor", rows, does)
        if suffers is not None and (suffers or not _is_one(where, own)):
            yield Example("recipient", rows, suffers)


def _is_one(refs: Iterable[Ref], spans: Sequence[Span]) -> bool | None:
    """Tell whether an actor is one of these; None where it may be left out."""
    own = [r for r in refs if touches(r.spans, spans)]
    return None if own and all(r.optional for r in own) else bool(own)


def about_place_and_day(
    scene: Scene, reach: Reach, gold: GoldEvent, members: Members, event: Found
) -> Iterator[Example]:
    """Yield the questions whether it happened at each place in reach, and in each time."""
    place = gold.place
    if not isinstance(place, UnsetType):
        for near in reach.places(members, event):
            rows = buckets_of(place_words(scene, near.mention, event, near.what, near.span))
            yield Example("place", rows, place is not None and touches(place.spans, near.what.mentions))
    if not isinstance(gold.start, UnsetType):
        for then in reach.times(members, event):
            rows = buckets_of(time_words(scene, then.mention, event, then.what))
            when = event.when if event.when is not None and event.when.time.id == then.what.id else then.what
            same_end = isinstance(gold.end, UnsetType) or when.end == gold.end
            yield Example("day", rows, when.start == gold.start and same_end)


def about_groups(report: Labelled, heads: Heads) -> Iterator[Example]:
    """Yield the questions whether a record is right, and the main one, of groups that these heads make."""
    if not report.complete:
        return
    reading = Reading(report.scene, report.told, heads)
    groups = reading.groups([f for f in report.told if reading.tells(f)])
    events = [reading.settle(g) for g in groups]
    seen: set[int] = set()
    of = {f.clause.index: (g, exact) for f, g, exact in zip(report.told, report.gold, report.exact, strict=True)}
    records = reading.records(groups, events)
    mains = reading.mains(groups, events, records)
    for group, event, record, words in zip(groups, events, records, mains, strict=True):
        golds = [g for f in group.members for g, exact in [of[f.clause.index]] if g is not None and exact]
        gold = next((g for g in golds if id(g) not in seen), None)
        seen |= {id(g) for g in golds}
        if event.type is not None:
            yield Example("right", record, gold is not None and _is_right(gold, event))
        yield Example("main", words, gold is not None and gold.entry.main is True)


def _is_right(gold: GoldEvent, event: Found) -> bool:
    mode = event.modes[0] if event.modes else None
    same_mode = event.type in gold.entry.or_type or gold.entry.mode in (mode, UNSCORED)
    return same_mode and gold.entry.status in (event.status, UNSCORED)


# ---------------------------------------------------------------- fitting and judging


def learn(reports: Sequence[Labelled], heads: Heads) -> Heads:
    """Return all heads, but that which proposes, from those given.

    Those that judge groups learn from groups made by heads that did not see their report.
    """
    examples = [[replace(e, share=r.share) for e in (*about_mentions(r, heads), *about_fillers(r))] for r in reports]
    aside = [part_of(r.case) for r in reports]
    grouped: list[Example] = []
    for part in range(PARTS):
        blind = fitted(heads, [e for es, k in zip(examples, aside, strict=True) if k != part for e in es])
        grouped += [e for r, k in zip(reports, aside, strict=True) if k == part for e in about_groups(r, blind)]
    return fitted(heads, [*(e for es in examples for e in es), *grouped])


def fitted(heads: Heads, examples: Sequence[Example]) -> Heads:
    """Return the heads with those that have examples learned from them."""
    made = {}
    for name in NAMES:
        own = [e for e in examples if e.head == name]
        if own:
            rows, gold, shares = [rows_of(e.rows) for e in own], [e.yes for e in own], [e.share for e in own]
            made[name] = Head(*fit_yes_no(rows, gold, shares, penalty=PENALTY[name], size=BUCKETS))
    return replace(heads, **made)


def judge(real: Sequence[Labelled], own: Sequence[Labelled], held: Sequence[Heads]) -> str:
    """Return what a reader of whole reports meets, each real report coded by heads that did not see it."""
    codings: list[Coding] = []
    for part in range(PARTS):
        heads = learn([*own, *(r for r in real if part_of(r.case) != part)], held[part])
        codings += code([r.case for r in real if part_of(r.case) == part], heads)
    return render_whole(judge_whole(codings, [r.case for r in real]))


def code(cases: Sequence[Gold], heads: Heads) -> Iterable[Coding]:
    """Code the reports with these heads."""
    return Coder(stages=default_stages(heads=heads)).code_many(
        {"id": c.id, "text": c.text, "published": c.entry.published} for c in cases
    )


def packed(heads: Heads) -> bytes:
    """Return the weights as the bytes of an .npz file: half precision, zeros left out, no pickle."""
    held: dict[str, npt.NDArray[np.generic]] = {}
    for name in NAMES:
        head: Head = getattr(heads, name)
        small = head.weights.astype(np.float16)
        rows = np.flatnonzero(np.abs(small) > LEAST)
        held |= {f"{name}.rows": rows.astype(np.int32), f"{name}.weights": small[rows]}
        held[f"{name}.bias"] = np.array(head.bias, dtype=np.float32)
    out = BytesIO()
    np.savez_compressed(out, **held)
    return out.getvalue()


LEAST = 0.002
"""Weights nearer to zero than this are left out of the file."""


def main(arguments: Iterable[str] | None = None) -> int:
    """Learn, check or judge, as the command line says."""
    parser = argparse.ArgumentParser(description="Train the reader.")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--check", action="store_true", help="compare with the file in place of writing it")
    parser.add_argument("--folds", action="store_true", help="judge on unseen reports; nothing is written")
    given = parser.parse_args(None if arguments is None else list(arguments))
    labels = [label for label in read_labels(given.labels) if label.part == "learn"]
    cases = list(drafted(load_standoff(labels, read_texts(given.texts)).cases))
    written = [*(c for c in load_gold([GOLD]).cases if "events" in c.complete), *read_training(TRAINING)]
    invented = list(drafted(written))
    held = proposing([*cases, *invented])
    real, own = list(read(cases, held)), list(read(invented, held))
    print(f"{len(real)} real reports and {len(own)} invented ones, {sum(len(r.told) for r in (*real, *own))} mentions")
    if given.folds:
        print(judge(real, own, held))
        return 0
    made = packed(learn([*own, *real], held[-1]))
    return kept(made, given.out, script="scripts/train_reader.py", check=given.check)


if __name__ == "__main__":
    sys.exit(main())
