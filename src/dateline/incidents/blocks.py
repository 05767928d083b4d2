"""The join in blocks that any engine can map: reports to keys, those to pairs of reports, to likenesses, to groups.

Each step is a function of one block; blocks may be cut anywhere and come back in any order, and the groups are those
that a ledger makes of the same reports. What people judged is the ledger's.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.incidents.alike.keys import UNDATED, WORDS, Key, filed, looked, looked_words
from dateline.incidents.alike.numbered import number
from dateline.incidents.alike.telling import Read
from dateline.incidents.comparing import About, Compared, Comparison, by_days
from dateline.incidents.grouping import Near, connected, group
from dateline.incidents.rules import Rule

T = TypeVar("T")
R = TypeVar("R")
Map = Callable[[Callable[[T], R], Iterable[T]], Iterable[R]]
"""What an engine offers: a function over blocks, the answers in any order."""
ReportPair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Card:
    """A report as it lies under one key: filed under days, or looking for those filed; ``by_word`` is a weak look."""

    report: int
    first: int
    last: int
    looks: bool
    by_word: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two reports that meet under a key; under words alone they must meet ``WORDS`` times."""

    pair: ReportPair
    by_word: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A report, and those with which it is compared; each pair of reports stands in one of these."""

    own: Read
    others: Sequence[Read]


def cards(read: Read) -> Iterator[tuple[int, Card]]:
    """Yield the cards of a report, each with the hash that decides in which box it lies."""
    source, tellings = read.source, read.tellings
    for looks, by_word, keys in (
        (False, False, filed(source, tellings)), (True, False, looked(tellings)), (True, True, looked_words(source)),
    ):  # fmt: skip
        yield from ((key.hash, _card(source.key, key, looks=looks, by_word=by_word)) for key in keys)


def _card(report: int, key: Key, *, looks: bool, by_word: bool) -> Card:
    return Card(report, key.first, key.last, looks=looks, by_word=by_word)


def meet(box: Sequence[Card]) -> list[Meeting]:
    """Return the meetings of the cards under one hash, each pair of reports once by a look of either kind."""
    lying = [card for card in box if not card.looks]
    found = {
        Meeting((max(look.report, card.report), min(look.report, card.report)), look.by_word)
        for look in box if look.looks
        # A report finds itself under each of its keys.
        for card in lying if card.report != look.report and _within(card, look)
    }  # fmt: skip
    return sorted(found, key=lambda m: (m.pair, m.by_word))


def _within(card: Card, look: Card) -> bool:
    # What has no day is found by any look.
    return UNDATED in (card.first, look.first) or look.first <= card.first <= look.last


def met(meetings: Iterable[Meeting]) -> dict[int, list[int]]:
    """Return for each report those before it that it is compared with."""
    words: Counter[ReportPair] = Counter()
    pairs: set[ReportPair] = set()
    for meeting in meetings:
        if meeting.by_word:
            words[meeting.pair] += 1
        else:
            pairs.add(meeting.pair)
    found: dict[int, list[int]] = defaultdict(list)
    for own, other in sorted(pairs | {pair for pair, times in words.items() if times >= WORDS}):
        found[own].append(other)
    return found


def compare(block: Sequence[Beside]) -> tuple[list[Compared], list[About]]:
    """Return how alike the events of a block's reports are, and the reports themselves."""
    comparison = Comparison()
    pairs: list[Compared] = []
    about: list[About] = []
    for beside in block:
        own = number(beside.own)
        across, likely = comparison.across(own, [number(other) for other in beside.others])
        pairs += [*comparison.within(own), *across]
        about += likely
    return pairs, about


@dataclass(frozen=True, slots=True)
class Part:
    """Events that hang together, ranked, with what is known of each two of them."""

    keys: Sequence[int]
    pairs: Sequence[Compared]
    same: float


def group_part(part: Part) -> list[list[int]]:
    """Return the groups of a part."""
    return group(part.keys, Near({(min(a, b), max(a, b)): pair for a, b, pair in part.pairs}), same=part.same)


def join_blocks(reads: Sequence[Read], rule: Rule, *, size: int, map_blocks: Map) -> list[list[int]]:  # type: ignore[type-arg]  # of any blocks
    """Return the groups of all events, by their keys, the steps mapped in blocks of so many reports.

    Args:
        reads: Reports with their events.
        rule: By which events are one.
        size: How many reports, or boxes of cards, are one block.
        map_blocks: The engine's map; Python's own does.
    """
    boxes: dict[int, list[Card]] = defaultdict(list)
    for found in map_blocks(_cards, cut(reads, size)):
        for hashed, card in found:
            boxes[hashed].append(card)
    meetings = (m for found in map_blocks(_meet, cut([*boxes.values()], size)) for m in found)
    of, others = {read.source.key: read for read in reads}, met(meetings)
    beside = [Beside(read, [of[key] for key in others.get(read.source.key, ())]) for read in reads]
    pairs = [pair for found, _ in map_blocks(compare, cut(beside, size)) for pair in found]
    parts = map_blocks(group_part, _parts(reads, pairs, rule))
    return sorted(found for groups in parts for found in groups)


def _cards(block: Sequence[Read]) -> list[tuple[int, Card]]:
    return [card for read in block for card in cards(read)]


def _meet(block: Sequence[Sequence[Card]]) -> list[Meeting]:
    return [meeting for box in block for meeting in meet(box)]


def cut(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Yield items in blocks."""
    for n in range(0, len(items), size):
        yield items[n : n + size]


def _parts(reads: Sequence[Read], pairs: Sequence[Compared], rule: Rule) -> Iterator[Part]:
    """Yield the parts that hang together, each with the pairs as the rule sees them."""
    tellings = {telling.key: telling for read in reads for telling in read.tellings}
    ranked = sorted(tellings, key=lambda key: tellings[key].order)
    part_of: dict[int, int] = {}
    # Parts by pairs alone come before groups: no group reaches over two parts, so engines share out parts.
    parts = connected([(a, b) for a, b, pair in pairs if pair.score >= rule.same], ranked)
    for n, keys in enumerate(parts):
        part_of |= dict.fromkeys(keys, n)
    own: Mapping[int, list[Compared]] = defaultdict(list)
    for a, b, pair in pairs:
        if part_of[a] == part_of[b]:
            own[part_of[a]].append((a, b, by_days(pair, tellings[a].stretch, tellings[b].stretch, most=rule.days)))
    yield from (Part(keys, own[n], rule.same) for n, keys in enumerate(parts))
