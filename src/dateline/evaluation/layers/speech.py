"""Score the statements and positions of one case."""

from msgspec import UnsetType

from dateline.evaluation.gold.cases import GoldStatement
from dateline.evaluation.gold.words import read_ref
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.context import Pairing
from dateline.evaluation.outcome import Judged, Outcome, Sheet, likeness, touches
from dateline.model.speech import Position, Statement

EXACT = 0.8
"""Content counts as right from this share of characters in common; a comma or a quote mark more is no error."""


def score_statements(both: Pairing) -> tuple[list[Outcome], list[Judged]]:
    """Compare the statements of a case."""
    gold, coded, sheet = both.gold.statements, both.coding.statements or (), both.sheet("statements")
    text = both.gold.text
    pairs = best_pairs([[statement_likeness(text, g, c) for c in coded] for g in gold])
    outcomes = [o for i, j in pairs for o in _statement(both, sheet, gold[i], coded[j])]
    judged = [
        Judged(layer="statements", confidence=coded[j].confidence, right=_right(text, gold[i], coded[j]))
        for i, j in pairs
    ]
    missed = set(range(len(gold))) - {i for i, _ in pairs}
    outcomes += [
        o for i in sorted(missed) if not gold[i].entry.optional
        for o in (sheet.mark("found", "missed", both.words(gold[i].content)), *_of_kind(both, sheet, gold[i], None))
    ]  # fmt: skip
    outcomes += [o for i, j in pairs for o in _of_kind(both, sheet, gold[i], coded[j])]
    if "statements" in both.gold.complete:
        for j in sorted(set(range(len(coded))) - {j for _, j in pairs}):
            words = both.words(coded[j].content)
            outcomes += [sheet.mark(name, "spurious", coded=words) for name in ("found", coded[j].kind)]
            judged.append(Judged(layer="statements", confidence=coded[j].confidence, right=False))
    return outcomes, judged


def statement_likeness(text: str, gold: GoldStatement, coded: Statement) -> float:
    """Return how well two statements fit; 0 where neither cue nor a fifth of the content is shared."""
    content = likeness(gold.content, coded.content, text=text)
    cue = bool(gold.cue and coded.cue and touches([gold.cue], [coded.cue]))
    if content < 0.2 and not cue:
        return 0.0
    return content + 0.5 * cue + 0.3 * _same_speaker(gold, coded)


def _of_kind(both: Pairing, sheet: Sheet, gold: GoldStatement, coded: Statement | None) -> list[Outcome]:
    """Say under the kind of a gold statement (direct, mixed, indirect) whether it was found, with its speaker."""
    if isinstance(gold.entry.kind, UnsetType):
        return []
    right = coded is not None and _right(both.gold.text, gold, coded)
    got = both.words(coded.content) if coded else ""
    return [
        sheet.mark(gold.entry.kind, "right" if right else "wrong" if coded else "missed", both.words(gold.content), got)
    ]


def score_positions(both: Pairing) -> list[Outcome]:
    """Compare who stands where; each gold position needs a coded one of its actor with its stance."""
    entries, coded, sheet = both.gold.entry.position, both.coding.positions or (), both.sheet("positions")
    refs = [read_ref(both.gold.text, entry.actor) for entry in entries]

    def fit(i: int, position: Position) -> float:
        return both.is_actor(refs[i], position.actor) * (1.0 + (position.stance == entries[i].stance))

    pairs = best_pairs([[fit(i, c) for c in coded] for i in range(len(entries))])
    outcomes = [sheet.mark("found", "right") for _ in pairs]
    outcomes += [sheet.scalar("stance", entries[i].stance, coded[j].stance) for i, j in pairs]
    for i in sorted(set(range(len(entries))) - {i for i, _ in pairs}):
        outcomes.append(sheet.mark("found", "missed", f"{entries[i].actor} {entries[i].stance}"))
    for j in sorted(set(range(len(coded))) - {j for _, j in pairs}) if "positions" in both.gold.complete else ():
        outcomes.append(sheet.mark("found", "spurious", coded=f"{both.name(coded[j].actor)} {coded[j].stance}"))
    return outcomes


def _same_speaker(gold: GoldStatement, coded: Statement) -> bool:
    if gold.speaker is None or coded.speaker_span is None:
        return gold.speaker is None and coded.speaker_span is None
    return touches([gold.speaker], [coded.speaker_span])


def _right(text: str, gold: GoldStatement, coded: Statement) -> bool:
    """Tell whether a statement is right as a record: its speaker and most of its content."""
    return _same_speaker(gold, coded) and likeness(gold.content, coded.content, text=text) >= 0.5


def _statement(both: Pairing, sheet: Sheet, gold: GoldStatement, coded: Statement) -> list[Outcome]:
    """Compare two statements field by field."""
    entry = gold.entry
    said, got = both.words(gold.content), both.words(coded.content)
    cue, got_cue = (both.words([s]) if s else None for s in (gold.cue, coded.cue))
    same_cue = touches([gold.cue], [coded.cue]) if gold.cue and coded.cue else gold.cue is coded.cue
    speaker, got_speaker = (both.words([s]) if s else None for s in (gold.speaker, coded.speaker_span))
    same_speaker = _same_speaker(gold, coded)
    close = likeness(gold.content, coded.content, text=both.gold.text) >= EXACT
    outcomes = [
        sheet.mark("found", "right"),
        sheet.scalar("speaker", speaker, speaker if same_speaker else got_speaker or None),
        sheet.scalar("cue", cue, cue if same_cue else got_cue),
        sheet.mark("content", "right" if close else "wrong", said, got),
        sheet.scalar("form", entry.form, coded.form),
    ]
    outcomes += [] if isinstance(entry.kind, UnsetType) else [sheet.scalar("kind", entry.kind, coded.kind)]
    outcomes += [] if isinstance(entry.act, UnsetType) else [sheet.scalar("act", entry.act, coded.act)]
    if not isinstance(gold.who, UnsetType):
        wanted = gold.who.words if gold.who else None
        same_who = both.is_actor(gold.who, coded.speaker)
        outcomes.append(sheet.scalar("who", wanted, wanted if same_who else both.name(coded.speaker)))
    return outcomes
