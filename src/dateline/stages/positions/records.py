"""From stances to records: pronouns resolved, fuller wordings of one issue joined, one record for one stance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.grammar.forms import is_verb
from dateline.grammar.voice import is_passive
from dateline.model.base import Evidence, Span
from dateline.model.closed import Stance
from dateline.model.speech import Issue as IssueRecord
from dateline.model.speech import Position, Statement
from dateline.parse.tree import Token
from dateline.stages.positions.holders import find_holders
from dateline.stages.positions.issues.filling import all_of
from dateline.stages.positions.issues.issue import Issue, preps
from dateline.stages.positions.issues.naming import name_issue, parts_of
from dateline.stages.positions.issues.parties import find_party
from dateline.stages.positions.issues.reading import read_issue
from dateline.stages.positions.stances.conditions import find_condition, find_hedge, find_strength
from dateline.stages.positions.stances.held import HeldStance
from dateline.stages.positions.view import PositionView

_OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for"}
_TURNED = "the issue's own words deny it, which turns the stance"
_NEAR = 1


@dataclass(slots=True)
class _Draft:
    """A stance with its issue read."""

    found: HeldStance
    issue: Issue
    holders: Sequence[tuple[str, tuple[Statement, ...]]]


def make_positions(found: Iterable[HeldStance], view: PositionView) -> tuple[Position, ...]:
    """Make the records, in order of the text."""
    drafts = [d for f in found if (d := _read(f, view)) is not None]
    drafts.sort(key=lambda d: d.found.cue.start)
    drafts = _resolve(drafts, view)
    named = _join(drafts)
    made: dict[tuple[str, str, Stance], Position] = {}
    for draft, issue in zip(drafts, named, strict=True):
        for actor, statements in draft.holders:
            record = _record(draft, issue, actor, statements, view)
            if draft.found.kind == "vow" and record.stance == "for":
                continue  # a plain promise is no stance
            key = (actor, issue.id, record.stance)
            made[key] = _merge(made[key], record) if key in made else record
    return tuple(replace(p, id=f"n{i}") for i, p in enumerate(made.values(), 1))


def _read(found: HeldStance, view: PositionView) -> _Draft | None:
    agent = all_of(found.agent, view) or find_party(found.agent, view) if found.agent is not None else None
    issue = (
        _place(found, view)
        or _last(found)
        or read_issue(found.issue, view, agent, loose=_loose(found, view), own=found.entry.own)
    )
    # "Prefers tea": a word used for much else gives a stance only on a known kind of issue.
    if issue is None or (found.entry.weak and not (issue.known or issue.anaphor)):
        return None
    # "Rules must be clear": what must be done is an issue where somebody has to do it.
    if found.kind == "duty" and not _has_actor(issue):
        return None
    holders = find_holders(found, view)
    if found.entry.weak and (issue.anaphor or (found.verb.i == found.cue.i and is_passive(view.doc, found.cue))):
        holders = [h for h in holders if h[1]]  # "attacks that are welcomed abroad" is the writer's opinion
    return _Draft(found, issue, holders) if holders else None


def _last(found: HeldStance) -> Issue | None:
    """Return a stand-in for the issue named last where the words name none ("Namibia abstained")."""
    if found.issue.i != found.cue.i or "last" not in found.entry.takes:
        return None
    return Issue(head=found.cue, anaphor=True, path=[found.cue])


def _has_actor(issue: Issue) -> bool:
    """Tell whether somebody is party to an issue, as what must be done needs to be an issue at all."""
    parties = [issue.agent, issue.theme, issue.what, *(p for _, p in issue.rest)]
    return issue.anaphor or any(p is not None and p.actor is not None for p in parties)


def _loose(found: HeldStance, view: PositionView) -> list[tuple[Token, Token]]:
    """Return the prepositions of the cue that follow the issue's words at once ("a path to …" tied to "backed")."""
    if is_verb(found.issue) or found.issue.i < found.cue.i:
        return []
    last = view.doc.subtree(found.issue)[-1].i
    after = next((t for t in view.doc.tokens[last + 1 :] if t.text != '"'), None)
    return [(p, t) for p, t in preps(found.cue, view) if p == after]


def _place(found: HeldStance, view: PositionView) -> Issue | None:
    """Read "Ukraine's place is in NATO" as its membership."""
    if "place" not in found.entry.takes or found.agent is None:
        return None
    return Issue(
        head=found.issue, agent=find_party(found.agent, view), theme=find_party(found.issue, view),
        family=view.lexicon.nouns["membership"], path=[found.issue],
    )  # fmt: skip


def _resolve(drafts: list[_Draft], view: PositionView) -> list[_Draft]:
    """Let "it" and "the move" be the issue named last, in the same sentence or the one before; else drop the stance."""
    out: list[_Draft] = []
    for draft in drafts:
        if draft.issue.anaphor:
            last = next((d.issue for d in reversed(out) if not d.issue.anaphor), None)
            # "It" of two sentences ago may be anything.
            if last is None or _distance(last, draft.issue, view) > _NEAR:
                continue
            draft.issue = _stand_in(last, draft.issue)
        out.append(draft)
    return out


def _distance(before: Issue, after: Issue, view: PositionView) -> int:
    return abs(view.doc.sentence_of(after.head).index - view.doc.sentence_of(before.head).index)


def _stand_in(last: Issue, pronoun: Issue) -> Issue:
    """Return the issue that a pronoun stands for; "lifting them" is the end of what was named."""
    # "Backed the sanctions and opposed lifting them": the pronoun gives the sanctions, the lifting its own end.
    ended = pronoun.ended if pronoun.ended or pronoun.head.lower in ("them", "these", "they") else last.ended
    return replace(last, ended=ended, turned=pronoun.turned, path=pronoun.path, hedges=pronoun.hedges)


def _join(drafts: list[_Draft]) -> list[IssueRecord]:
    """Name the issues; one told with fewer parties takes the name of the only one that is told more fully."""
    parts = [parts_of(d.issue) for d in drafts]
    names = [name_issue(d.issue) for d in drafts]
    out = []
    for i, mine in enumerate(parts):
        fuller = {
            names[j].id: names[j] for j, other in enumerate(parts)
            if mine < other and drafts[j].issue.ended == drafts[i].issue.ended and drafts[i].issue.family is not None
        }  # fmt: skip
        out.append(next(iter(fuller.values())) if len(fuller) == 1 else names[i])
    return out


def _record(
    draft: _Draft, issue: IssueRecord, actor: str, statements: tuple[Statement, ...], view: PositionView
) -> Position:
    found = draft.found
    hedge = find_hedge(found, draft.issue, view)
    condition = find_condition(found, draft.issue, view)
    stance = _OPPOSITE.get(found.stance, found.stance) if draft.issue.turned else found.stance
    words = view.doc.span_of([found.issue, *draft.issue.path])
    # Whatever its strength, a stance that is tied to something is conditional.
    return Position(
        id="n0", actor=actor, issue=issue, stance="conditional" if condition and stance != "neutral" else stance,
        strength=find_strength(found, hedge, view, conditional=condition is not None), hedge=hedge, condition=condition,
        statements=tuple(s.id for s in statements), rule=found.entry.rule,
        confidence=_confidence(draft, actor, statements),
        evidence=_evidence(found, words, hedge, condition, draft.issue),
    )  # fmt: skip


def _confidence(draft: _Draft, actor: str, statements: tuple[Statement, ...]) -> float:
    value = 0.8 if draft.issue.known else 0.65
    # The more has to be guessed (pronoun, speaker, another's word), the less sure.
    value -= 0.1 * draft.issue.anaphor
    value -= 0.1 * (draft.found.entry.voice == "statement")
    value -= 0.15 * (bool(statements) and statements[0].speaker not in (actor, None))
    return round(value, 2)


def _evidence(
    found: HeldStance, words: Span, hedge: Span | None, condition: Span | None, issue: Issue
) -> dict[str, Evidence]:
    cue = (found.cue.start, found.cue.end)
    stance = (cue,) if found.negation is None else tuple(sorted({cue, found.negation}))
    out = {
        "issue": Evidence(spans=(words,), rule=f"family/{issue.family.id}" if issue.family else "words"),
        "stance": Evidence(spans=stance, note=_TURNED if issue.turned else None),
    }
    if found.holder is not None:
        out["actor"] = Evidence(spans=((found.holder.start, found.holder.end),))
    if hedge is not None:
        out["hedge"] = Evidence(spans=(hedge,))
    if condition is not None:
        out["condition"] = Evidence(spans=(condition,))
    return out


def _merge(known: Position, again: Position) -> Position:
    """Join a stance told again: its statements are added, the stronger wording and the first hedge stay."""
    statements = (*known.statements, *(s for s in again.statements if s not in known.statements))
    return replace(
        known, statements=statements, strength=max(known.strength, again.strength),
        hedge=known.hedge or again.hedge, condition=known.condition or again.condition,
        confidence=max(known.confidence, again.confidence),
    )  # fmt: skip
