"""Score the events of one case."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec import UnsetType

from dateline.evaluation.gold.cases import NONE, GoldEvent
from dateline.evaluation.gold.words import UNSCORED, Ref
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.context import Pairing
from dateline.evaluation.outcome import Judged, Outcome, Sheet, touches
from dateline.model.base import Span
from dateline.model.event import Event

LAYER = "events"
_SIGN_OF_STATUS = {"occurred": "+", "ongoing": "+", "negated": "-"}
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[\"“‘'(]*[A-Z0-9]|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScores:
    """Outcomes, judged records, and the pairs of gold and coded type (``-`` for none)."""

    outcomes: list[Outcome]
    judged: list[Judged]
    confusion: list[tuple[str, str]]


def score_events(both: Pairing) -> EventScores:
    """Compare the events of a case."""
    gold, coded, sheet = both.gold.events, both.coding.events or (), both.sheet(LAYER)
    pairs = best_pairs([[event_likeness(both, g, c) for c in coded] for g in gold])
    golden = {coded[j].id: gold[i].entry.id for i, j in pairs}
    outcomes = [o for i, j in pairs for o in compare_events(both, gold[i], coded[j], golden)]
    confusion: list[tuple[str, str]] = [_types(gold[i], coded[j]) for i, j in pairs]
    judged = [Judged(layer=LAYER, confidence=coded[j].confidence, right=_right(gold[i], coded[j])) for i, j in pairs]
    for i in _rest(len(gold), {i for i, _ in pairs}):
        if not gold[i].entry.optional:
            outcomes += _missed(sheet, gold[i], both.words(gold[i].spans))
            confusion.append((gold[i].entry.type, "-"))
    for j in _rest(len(coded), {j for _, j in pairs}) if LAYER in both.gold.complete else ():
        outcomes += _spurious(sheet, coded[j], both.words([coded[j].trigger]))
        judged.append(Judged(layer=LAYER, confidence=coded[j].confidence, right=False))
        confusion.append(("-", str(coded[j].type or NONE)))
    return EventScores(outcomes=outcomes + _main(both, sheet, pairs), judged=judged, confusion=confusion)


def event_likeness(both: Pairing, gold: GoldEvent, coded: Event) -> float:
    """Return how well a coded event fits a gold one; 0 where they can't be the same.

    They can be the same where their words overlap, or where one sentence has both and the type is the same.
    """
    if touches(gold.spans[:1], [coded.trigger]):
        base = 4.0
    elif touches(gold.spans, [coded.trigger, *coded.mentions]):
        base = 3.0
    elif same_type(gold, coded) and _one_sentence(both.gold.text, gold.spans[0], coded.trigger):
        base = 1.0
    else:
        return 0.0
    place = not isinstance(gold.place, UnsetType) and gold.place and _is_place(both, gold, coded)
    roles = sum(any(both.is_actor(r, a) for a in coded.actors) for r in gold.actors)
    roles += sum(any(both.is_actor(r, a) for a in coded.recipients) for r in gold.recipients)
    base -= 0.25 * gold.entry.optional
    return base + 2 * same_type(gold, coded) + (coded.mode == gold.entry.mode) + bool(place) + roles / 2


def same_type(gold: GoldEvent, coded: Event) -> bool:
    """Tell whether a coded event has a type that gold takes."""
    return (coded.type or NONE) == gold.entry.type or coded.type in gold.entry.or_type


def _one_sentence(text: str, a: Span, b: Span) -> bool:
    """Tell whether no sentence ends between two spans."""
    first, second = sorted((a, b))
    return not _SENTENCE_END.search(text[first[1] : second[0] + 1])


def _types(gold: GoldEvent, coded: Event) -> tuple[str, str]:
    """Return the types of a pair; a coded one that gold takes as well counts as gold's own."""
    kind = str(coded.type or NONE)
    return (kind if kind in gold.entry.or_type else gold.entry.type, kind)


def _rest(size: int, done: set[int]) -> list[int]:
    return [i for i in range(size) if i not in done]


def _right(gold: GoldEvent, coded: Event) -> bool:
    """Tell whether an event is right as a record: its type, mode and status."""
    entry = gold.entry
    mode_right, status_right = entry.mode in (coded.mode, UNSCORED), entry.status in (coded.status, UNSCORED)
    if coded.type in entry.or_type:
        return status_right
    return mode_right and status_right and (coded.type or NONE) == entry.type


def _missed(sheet: Sheet, gold: GoldEvent, words: str) -> list[Outcome]:
    kind = gold.entry.type
    outcomes = [sheet.mark(field, "missed", f"{kind} {words}") for field in ("found", "type")]
    return outcomes + (
        [sheet.mark("mode", "missed", gold.entry.mode)] if gold.entry.mode not in (None, UNSCORED) else []
    )


def _spurious(sheet: Sheet, coded: Event, words: str) -> list[Outcome]:
    outcomes = [sheet.mark(field, "spurious", coded=f"{coded.type} {words}") for field in ("found", "type")]
    return outcomes + ([sheet.mark("mode", "spurious", coded=coded.mode)] if coded.mode else [])


def _main(both: Pairing, sheet: Sheet, pairs: list[tuple[int, int]]) -> list[Outcome]:
    """Say whether the event that the report is about was chosen; full codings alone."""
    if not both.gold.full or not both.gold.events:
        return []
    coded = both.coding.events or ()
    chosen = [both.gold.events[i].entry.main is True for i, j in pairs if coded[j].main]
    wanted = next(e for e in both.gold.events if e.entry.main is True)
    words = both.words(next(([c.trigger] for c in coded if c.main), []))
    return [sheet.mark("main", "right" if any(chosen) else "wrong", both.words(wanted.spans), words)]


def compare_events(both: Pairing, gold: GoldEvent, coded: Event, golden: Mapping[str, str | None]) -> list[Outcome]:
    """Compare two events field by field; ``golden`` has the ids in gold of coded events, to which links point."""
    entry, sheet = gold.entry, both.sheet(LAYER)
    words = both.words(gold.spans)
    coded_type = str(coded.type or NONE)
    wanted_type = coded_type if coded_type in entry.or_type else entry.type
    return [
        sheet.mark("found", "right", words, words),
        sheet.mark("type", "right" if coded_type == wanted_type else "wrong", f"{entry.type} {words}", coded_type),
        *(
            []
            if entry.mode == UNSCORED or wanted_type != entry.type
            else [sheet.scalar("mode", entry.mode, coded.mode)]
        ),
        *([] if entry.status == UNSCORED else [sheet.scalar("status", entry.status, coded.status)]),
        *_background(sheet, gold, coded),
        *both.score_actors(sheet, ("actors", "actor"), gold.actors, coded.actors),
        *both.score_actors(
            sheet, ("recipients", "recipient"), gold.recipients, _not_place(both, gold, coded.recipients)
        ),
        *_attribution(both, sheet, gold, coded),
        *_factuality(sheet, gold, coded),
        *_place(both, sheet, gold, coded),
        *([] if isinstance(gold.start, UnsetType) else [sheet.scalar("start", gold.start, coded.start)]),
        *([] if isinstance(gold.end, UnsetType) else [sheet.scalar("end", gold.end, coded.end)]),
        *_quantities(sheet, gold, coded),
        *_content(both, sheet, gold, coded),
        *_acled(sheet, gold, coded),
        *_links(both, sheet, gold, coded, golden),
    ]


def _background(sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    if gold.entry.background == UNSCORED:
        return []
    return [sheet.scalar("background", gold.entry.background or None, coded.background or None)]


def _not_place(both: Pairing, gold: GoldEvent, recipients: Iterable[str]) -> list[str]:
    """Leave out the event's own place, unless gold has it: a town that is hit may stand for its people."""
    if not isinstance(gold.place, Ref):
        return list(recipients)
    spans = gold.place.spans
    return [
        actor
        for actor in recipients
        if any(both.is_actor(ref, actor) for ref in gold.recipients) or not touches(spans, both.mentions(actor))
    ]


def _attribution(both: Pairing, sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    """Compare the voices; a coded one that does the act itself counts only where gold lists it."""
    if isinstance(gold.attribution, UnsetType):
        return []
    wanted = gold.attribution
    counted = [
        voice.actor
        for voice in coded.attribution
        if any(both.is_actor(ref, voice.actor) for ref in wanted)
        or not any(both.is_actor(ref, voice.actor) for ref in gold.actors)
    ]
    return both.score_actors(sheet, ("attribution", ""), wanted, counted)


def _factuality(sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    wanted = gold.entry.factuality
    sign = _SIGN_OF_STATUS.get(gold.entry.status) if isinstance(wanted, UnsetType) else wanted
    if sign is None:
        return []
    return [
        sheet.scalar("factuality", sign, "+" if coded.factuality > 0.5 else "-" if coded.factuality < -0.5 else "0")
    ]


def _is_place(both: Pairing, gold: GoldEvent, coded: Event) -> bool:
    """Tell whether the event's place stands at gold's words, or is a place that does."""
    if isinstance(gold.place, UnsetType) or gold.place is None:
        return False
    place = both.places.get(coded.place) if coded.place else None
    spans = (*((coded.place_span,) if coded.place_span else ()), *(place.mentions if place else ()))
    return touches(gold.place.spans, spans)


def _place(both: Pairing, sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    if isinstance(gold.place, UnsetType):
        return []
    found = both.places.get(coded.place) if coded.place else None
    name = found.name if found else coded.place
    if gold.place is None:
        return [sheet.scalar("place", None, name)]
    if not _is_place(both, gold, coded):
        return [sheet.scalar("place", gold.place.words, name)]
    country = sheet.option("place country", gold.place.country, found.country) if found else []
    return [sheet.mark("place", "right"), *country]


def _quantities(sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    if isinstance(gold.quantities, UnsetType):
        return []
    pairs = best_pairs([[float(g.same(c)) for c in coded.quantities] for g in gold.quantities])
    rest_gold = _rest(len(gold.quantities), {i for i, _ in pairs})
    rest_coded = _rest(len(coded.quantities), {j for _, j in pairs})
    left = [f"{q.kind} {q.low}..{q.high}" for q in (gold.quantities[i] for i in rest_gold)]
    right = [f"{q.kind} {q.low}..{q.high}" for q in (coded.quantities[j] for j in rest_coded)]
    outcomes = sheet.pairs("quantities", left, right, len(pairs))
    for i, j in pairs:
        outcomes.append(sheet.scalar("qualifier", gold.quantities[i].qualifier, coded.quantities[j].qualifier))
    return outcomes


def _content(both: Pairing, sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    wanted = gold.entry.content
    if wanted == UNSCORED or (isinstance(wanted, UnsetType) and not both.gold.full):
        return []
    text = wanted if isinstance(wanted, str) else NONE
    kind, _, mode = text.partition(" ")
    content = coded.content
    first = sheet.scalar("content", None if text == NONE else kind, content.type if content else None)
    if first.verdict != "right" or mode == UNSCORED:
        return [first]
    return [first, sheet.scalar("content mode", mode or None, content.mode if content else None)]


def _acled(sheet: Sheet, gold: GoldEvent, coded: Event) -> list[Outcome]:
    if isinstance(gold.entry.acled, UnsetType) or gold.entry.acled == UNSCORED:
        return []
    wanted = None if gold.entry.acled == NONE else gold.entry.acled
    return [sheet.scalar("acled", wanted, coded.acled.sub_event_type if coded.acled else None)]


def _links(
    both: Pairing, sheet: Sheet, gold: GoldEvent, coded: Event, golden: Mapping[str, str | None]
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    if not isinstance(gold.links, UnsetType):
        wanted = {f"{kind} {target}" for kind, target in gold.links}
        got = {f"{link.type} {golden.get(link.event)}" for link in coded.links}
        outcomes += sheet.pairs("links", sorted(wanted - got), sorted(got - wanted), len(wanted & got))
    whole = gold.entry.part_of
    if whole != UNSCORED and (isinstance(whole, str) or both.gold.full):
        wanted_whole = whole if isinstance(whole, str) and whole != NONE else None
        outcomes.append(
            sheet.scalar("part_of", wanted_whole, golden.get(coded.part_of, "?") if coded.part_of else None)
        )
    return outcomes
