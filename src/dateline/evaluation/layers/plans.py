"""Score the commitments and scheduled things of one case."""

from msgspec import UnsetType

from dateline.evaluation.gold.cases import NONE
from dateline.evaluation.gold.entries import CommitmentEntry, ScheduledEntry
from dateline.evaluation.gold.words import UNSCORED, Ref, find_all, find_one, read_ref
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.context import Pairing
from dateline.evaluation.outcome import Outcome, Sheet, touches
from dateline.model.plans import Commitment, Scheduled


def score_commitments(both: Pairing) -> list[Outcome]:
    """Compare what is pledged in a case."""
    entries, coded, sheet = both.gold.entry.commitment, both.coding.commitments or (), both.sheet("commitments")
    pairs = best_pairs([[_commitment_likeness(both, e, c) for c in coded] for e in entries])
    outcomes = [o for i, j in pairs for o in _commitment(both, sheet, entries[i], coded[j])]
    missed = sorted(set(range(len(entries))) - {i for i, _ in pairs})
    outcomes += [sheet.mark("found", "missed", entries[i].words) for i in missed]
    if "commitments" in both.gold.complete:
        rest = sorted(set(range(len(coded))) - {j for _, j in pairs})
        outcomes += [sheet.mark("found", "spurious", coded=_label(both, coded[j])) for j in rest]
    return outcomes


def score_scheduled(both: Pairing) -> list[Outcome]:
    """Compare what is scheduled in a case."""
    entries, coded, sheet = both.gold.entry.scheduled, both.coding.scheduled or (), both.sheet("scheduled")
    spans = [find_one(both.gold.text, entry.words) for entry in entries]
    pairs = best_pairs([[float(touches([span], [c.span])) for c in coded] for span in spans])
    outcomes = [o for i, j in pairs for o in _scheduled(both, sheet, entries[i], coded[j])]
    missed = sorted(set(range(len(entries))) - {i for i, _ in pairs})
    outcomes += [sheet.mark("found", "missed", entries[i].words) for i in missed if not entries[i].optional]
    if "scheduled" in both.gold.complete:
        rest = sorted(set(range(len(coded))) - {j for _, j in pairs})
        outcomes += [sheet.mark("found", "spurious", coded=both.words([coded[j].span])) for j in rest]
    return outcomes


def _ref(both: Pairing, words: str | None) -> Ref | None:
    return read_ref(both.gold.text, words) if words else None


def _label(both: Pairing, coded: Commitment) -> str:
    spans = [coded.amount.span] if coded.amount else [item.span for item in coded.items]
    return both.words(spans)


def _commitment_likeness(both: Pairing, entry: CommitmentEntry, coded: Commitment) -> float:
    """Return how well two commitments fit; 0 where neither the words nor the sum is shared."""
    spans = [item.span for item in coded.items] + ([coded.amount.span] if coded.amount else [])
    words = touches([find_one(both.gold.text, entry.words)], spans)
    sum_same = entry.amount is not None and coded.amount is not None and entry.amount == coded.amount.value
    if not words and not sum_same:
        return 0.0
    donor = both.is_actor(_ref(both, entry.donor), coded.donor)
    recipient = both.is_actor(_ref(both, entry.recipient), coded.recipient)
    return 2.0 * words + 2.0 * sum_same + donor + recipient


def _commitment(both: Pairing, sheet: Sheet, entry: CommitmentEntry, coded: Commitment) -> list[Outcome]:
    """Compare two commitments field by field."""
    donor, recipient = _ref(both, entry.donor), _ref(both, entry.recipient)
    same_donor, same_recipient = both.is_actor(donor, coded.donor), both.is_actor(recipient, coded.recipient)
    amount = f"{entry.amount:.0f} {entry.currency}" if entry.amount is not None else None
    got = f"{coded.amount.value:.0f} {coded.amount.currency}" if coded.amount else None
    return [
        sheet.mark("found", "right"),
        sheet.scalar("donor", entry.donor, entry.donor if same_donor else _name(both, coded.donor)),
        sheet.scalar("recipient", entry.recipient, entry.recipient if same_recipient else _name(both, coded.recipient)),
        sheet.scalar("kind", entry.kind, coded.kind),
        sheet.scalar("stage", entry.stage, coded.stage),
        sheet.scalar("amount", amount, got),
        *_items(both, sheet, entry, coded),
    ]


def _items(both: Pairing, sheet: Sheet, entry: CommitmentEntry, coded: Commitment) -> list[Outcome]:
    wanted = [find_all(both.gold.text, words) for words in entry.items]
    pairs = best_pairs([[float(touches(spans, [item.span])) for item in coded.items] for spans in wanted])
    left = [entry.items[i] for i in range(len(wanted)) if i not in {i for i, _ in pairs}]
    right = [item.name for j, item in enumerate(coded.items) if j not in {j for _, j in pairs}]
    return sheet.pairs("items", left, right, len(pairs))


def _name(both: Pairing, actor: str | None) -> str | None:
    return both.name(actor) if actor else None


def _scheduled(both: Pairing, sheet: Sheet, entry: ScheduledEntry, coded: Scheduled) -> list[Outcome]:
    """Compare two scheduled things field by field."""
    outcomes = [
        sheet.mark("found", "right"),
        sheet.scalar("kind", entry.kind, coded.kind),
        sheet.scalar("status", entry.status, coded.status),
    ]
    for field, gold, got in (("start", entry.start, coded.start), ("end", entry.end, coded.end)):
        if not isinstance(gold, UnsetType) and gold != UNSCORED:
            outcomes.append(sheet.scalar(field, None if gold == NONE else gold, got))
    if not isinstance(entry.place, UnsetType):
        outcomes.append(_scheduled_place(both, sheet, entry.place, coded))
    if not isinstance(entry.participants, UnsetType):
        refs = [read_ref(both.gold.text, ref) for ref in entry.participants]
        outcomes += both.score_actors(sheet, ("participants", ""), refs, coded.participants)
    return outcomes


def _scheduled_place(both: Pairing, sheet: Sheet, wanted: str, coded: Scheduled) -> Outcome:
    place = both.places.get(coded.place) if coded.place else None
    if wanted == NONE:
        return sheet.scalar("place", None, place.name if place else coded.place)
    ref = read_ref(both.gold.text, wanted)
    same = bool(place and touches(ref.spans, place.mentions))
    return sheet.scalar("place", ref.words, ref.words if same else place.name if place else None)
