#!/usr/bin/env python3
"""Check the training set: format, words that occur in the text, closed sets, doubles; count what is in it.

    python scripts/check_training.py                       the files of training/
    python scripts/check_training.py FOLDER                those of another folder
    python scripts/check_training.py --against OTHERS      and look for near-copies of the texts of other sets

``OTHERS`` is a folder (or a file) of JSON Lines, plain or gzipped, of any shape: every string of three words or more in
it is compared. Exit 0, or 1 where something is wrong. The fields are described in training/format.md.
"""

import argparse
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from dateline.lexicon.events.ontology import load_ontology
from dateline.lexicon.world.countries import load_countries
from dateline.model.closed import EventType, Mode, Status

TRAINING = Path(__file__).parent.parent / "training"
CONTENT_TYPES = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"})
STYLES = frozenset({
    "wire-en", "wire-fr", "wire-ru", "wire-cn", "local", "africa", "latam", "asia", "mideast", "tabloid",
})  # fmt: skip
ORGANISATIONS = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
BELIEF: Mapping[str, range] = {
    "occurred": range(1, 4), "ongoing": range(1, 4), "attempted": range(-3, 1), "prevented": range(-3, 0),
    "planned": range(3), "hypothetical": range(-3, 2), "negated": range(-3, -1), "denied": range(-3, 3),
}  # fmt: skip
"""The factuality that each status allows."""
NEAR, COPIED, FEWEST = 0.6, 0.6, 4
"""Share of three-word runs in common that makes two entries near-doubles, and an entry a near-copy; runs it takes."""


class Content(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is agreed to, asked for, refused or threatened."""

    type: EventType
    mode: Mode | None


class Entry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of the set."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z]+-\d{4}$")]
    text: Annotated[str, msgspec.Meta(min_length=10, max_length=400)]
    part: Literal["headline", "lead", "body"]
    date: date
    style: str
    type: EventType | None
    mode: Mode | None
    trigger: str | None
    actor: tuple[str, ...]
    actor_country: tuple[str | None, ...]
    recipient: tuple[str, ...]
    recipient_country: tuple[str | None, ...]
    content: Content | None
    status: Status | None
    factuality: Annotated[int, msgspec.Meta(ge=-3, le=3)] | None
    pair: str | None
    why: str | None


def label(entry: Entry) -> tuple[object, ...]:
    """Return what a contrast pair must differ in."""
    return entry.type, entry.mode, entry.content, entry.status


# ---------------------------------------------------------------- reading


def read_folder(folder: Path) -> tuple[list[Entry], list[str]]:
    """Return the entries of all files, and a message for each line that breaks the format."""
    entries: list[Entry] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                entry = msgspec.json.decode(line, type=Entry)
            except (msgspec.ValidationError, msgspec.DecodeError) as error:
                faults.append(f"{path.name}:{number}: {error}")
                continue
            entries.append(entry)
            if not entry.id.startswith(path.stem + "-"):
                faults.append(f"{path.name}:{number}: id {entry.id!r} does not begin with the name of its file")
    return entries, faults


def texts_of(path: Path) -> Iterator[str]:
    """Yield every string of three words or more of the JSON Lines files at or below ``path``."""
    found = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    for file in found:
        if file.name.endswith((".jsonl", ".jsonl.gz")):
            with (
                gzip.open(file, "rt", encoding="utf-8")
                if file.suffix == ".gz"
                else file.open(encoding="utf-8") as lines
            ):
                for line in filter(str.strip, lines):
                    yield from strings_in(msgspec.json.decode(line))


def strings_in(value: object) -> Iterator[str]:
    """Yield the strings of three words or more inside a JSON value."""
    if isinstance(value, str):
        if value.count(" ") >= 2:
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


# ---------------------------------------------------------------- one entry


def occurs(words: str, text: str) -> bool:
    """Tell whether ``words`` stand in ``text`` as whole words."""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def faults_of(entry: Entry, modes: Mapping[str, frozenset[str]], countries: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with one entry."""
    yield from _words(entry)
    yield from _countries(entry, countries)
    yield from _labels(entry, modes)
    if not date(1975, 1, 1) <= entry.date <= date(2026, 12, 31):
        yield f"date {entry.date} lies outside 1975-2026"
    if entry.style not in STYLES:
        yield f"unknown style {entry.style!r}; the styles are listed in training/format.md"


def _words(entry: Entry) -> Iterator[str]:
    named = [("trigger", entry.trigger)] if entry.trigger is not None else []
    named += [("actor", words) for words in entry.actor] + [("recipient", words) for words in entry.recipient]
    for field, words in named:
        if words is not None and not occurs(words, entry.text):
            yield f"{field} {words!r} is not in the text as whole words"
    if entry.type is not None and entry.trigger is None:
        yield "an event needs a trigger"


def _countries(entry: Entry, known: frozenset[str]) -> Iterator[str]:
    for field, words, codes in (
        ("actor", entry.actor, entry.actor_country),
        ("recipient", entry.recipient, entry.recipient_country),
    ):
        if len(words) != len(codes):
            yield f"{len(words)} in {field}, but {len(codes)} in {field}_country"
        yield from (f"unknown country {c!r} in {field}_country" for c in codes if c is not None and c not in known)


def _labels(entry: Entry, modes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    if entry.type is None:
        if (entry.mode, entry.content, entry.status, entry.factuality) != (None, None, None, None) or entry.actor:
            yield "type null takes no mode, content, status, factuality or actor"
        return
    if entry.mode is not None and entry.mode not in modes[entry.type]:
        yield f"mode {entry.mode!r} does not belong to {entry.type}"
    if entry.content is not None:
        yield from _content(entry, entry.content, modes)
    if entry.status is None or entry.factuality is None:
        yield "an event needs a status and a factuality"
    elif entry.factuality not in BELIEF[entry.status]:
        yield f"factuality {entry.factuality} does not go with status {entry.status!r}"


def _content(entry: Entry, content: Content, modes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    if entry.type not in CONTENT_TYPES:
        yield f"{entry.type} takes no content"
    if content.mode is not None and content.mode not in modes[content.type]:
        yield f"content mode {content.mode!r} does not belong to {content.type}"


def modes_by_type() -> dict[str, frozenset[str]]:
    """Return the modes of each type, from the table of the codebook."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for type_, mode, _ in load_ontology().codes:
        found[type_].add(mode)
    return {type_: frozenset(each) - {""} for type_, each in found.items()}


# ---------------------------------------------------------------- all entries


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words of a text, case and punctuation aside."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def doubles(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield ids given twice, texts given twice and near-doubles that are no contrast pair."""
    yield from (f"{id_}: id given {n} times" for id_, n in Counter(e.id for e in entries).items() if n > 1)
    runs = [shingles(e.text) for e in entries]
    for (one, other), shared in _common(runs).items():
        first, second = entries[one], entries[other]
        same = first.text == second.text
        if not same and (len(runs[one]) < FEWEST or (first.pair is not None and first.pair == second.pair)):
            continue
        share = shared / min(len(runs[one]), len(runs[other]))
        if same or share >= NEAR:
            yield f"{first.id}, {second.id}: {'the same text' if same else f'{share:.0%} of the runs in common'}"


def _common(runs: Sequence[frozenset[tuple[str, ...]]]) -> Counter[tuple[int, int]]:
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    common: Counter[tuple[int, int]] = Counter()
    for number, each in enumerate(runs):
        for run in each:
            common.update((earlier, number) for earlier in holders[run])
            holders[run].append(number)
    return common


def lone_pairs(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield pairs of one member, and pairs whose members are all labelled alike."""
    members: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.pair is not None:
            members[entry.pair].append(entry)
    for pair, each in members.items():
        if len(each) < 2:
            yield f"{each[0].id}: pair {pair!r} has no other member"
        elif len({label(e) for e in each}) < 2:
            yield f"pair {pair!r}: all members have the same label"


def copies(entries: Sequence[Entry], others: Iterable[str]) -> Iterator[str]:
    """Yield entries of which most three-word runs stand in one text of ``others``."""
    runs = {e.id: shingles(e.text) for e in entries}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, each in runs.items():
        for run in each:
            holders[run].append(id_)
    for text in others:
        hits = Counter(id_ for run in shingles(text) for id_ in holders.get(run, ()))
        for id_, n in hits.items():
            if n >= FEWEST and n / len(runs[id_]) >= COPIED:
                yield f"{id_}: {n} of {len(runs[id_])} runs stand in {text[:120]!r}"


def check(entries: Sequence[Entry]) -> list[str]:
    """Return all that is wrong with the entries."""
    modes = modes_by_type()
    countries = frozenset(load_countries().names) | ORGANISATIONS
    faults = [f"{e.id}: {fault}" for e in entries for fault in faults_of(e, modes, countries)]
    return [*faults, *doubles(entries), *lone_pairs(entries)]


# ---------------------------------------------------------------- counting


def show_counts(entries: Sequence[Entry]) -> None:
    """Print how many entries there are of each type and mode, part and status."""
    pairs = len({e.pair for e in entries if e.pair is not None})
    print(f"{len(entries)} entries, {pairs} contrast pairs")
    for type_, total in sorted(Counter(e.type or "none" for e in entries).items()):
        own = [e for e in entries if (e.type or "none") == type_]
        by_mode = _row(Counter(e.mode or "-" for e in own))
        unreal = sum(e.status not in ("occurred", "ongoing", None) for e in own)
        often = Counter(e.trigger.casefold() for e in own if e.trigger).most_common(1)
        print(f"{type_:10} {total:4}  {by_mode}; not occurred {unreal}; most used {often[0] if often else '-'}")
    print("parts     ", _row(Counter(e.part for e in entries)))
    print("statuses  ", _row(Counter(e.status or "-" for e in entries)))
    print("styles    ", _row(Counter(e.style for e in entries)))
    print("decades   ", _row(Counter(f"{e.date.year // 10}0s" for e in entries)))


def _row(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in counter.most_common())


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files that the command line names; return the exit code."""
    parser = argparse.ArgumentParser(description="Check the training set and count what is in it.")
    parser.add_argument("folder", nargs="?", type=Path, default=TRAINING)
    parser.add_argument("--against", type=Path, metavar="OTHERS", help="texts that no entry may be a near-copy of")
    given = parser.parse_args(arguments)
    entries, faults = read_folder(given.folder)
    faults += check(entries)
    if given.against is not None:
        faults += copies(entries, texts_of(given.against))
    show_counts(entries)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
