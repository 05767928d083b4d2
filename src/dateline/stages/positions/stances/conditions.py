"""Words that make a stance conditional or soften it, and how strong it is."""

import re
from functools import cache

from dateline.grammar.negation import is_negated
from dateline.lexicon.words.positions import Words
from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.positions.issues.issue import Issue
from dateline.stages.positions.stances.held import HeldStance
from dateline.stages.positions.view import PositionView

_REACH = 8


def find_condition(found: HeldStance, issue: Issue, view: PositionView) -> Span | None:
    """Return the condition that a stance is tied to ("only if …", "as long as …"), or None."""
    near = _neighbours(found, issue, view)
    sentence = view.doc.sentence_of(found.cue)
    for token in view.doc.tokens_of(sentence):
        head = _opens(token, found, view)
        if head is not None and _ties(head, found, near, view):
            return _reach(token, head, view)
    return _phrase(found, near, view)


def _ties(head: Token, found: HeldStance, near: frozenset[int], view: PositionView) -> bool:
    """Tell whether a condition is that of the stance: tied to its words, with the stance outside it."""
    if not any(t.i in near for t in _above(head, view)) or _is_wish(head, found, view):
        return False
    # "If they back the ban, …": the stance is the condition here, and has none.
    return found.cue.i not in {t.i for t in view.doc.subtree(head)}


def _neighbours(found: HeldStance, issue: Issue, view: PositionView) -> frozenset[int]:
    """Return the words whose adverbials tie the stance: its cue, the verbs over it, and the words of its issue."""
    out = {found.cue.i, found.verb.i, *(t.i for t in issue.path)}
    for token in view.doc.ancestors(found.verb):
        # "He said he backs it if …": the condition is tied within what is said, and not to the saying.
        if view.index.statement_by.get(token.i) is not None and token.i not in out:
            break
        out.add(token.i)
    return frozenset(out)


def _above(head: Token, view: PositionView) -> tuple[Token, ...]:
    """Return what a condition's head is tied to, past an adverb ("as long as")."""
    up = view.doc.head(head)
    # "As long as they pay": the clause hangs on "long", and that on the stance.
    return (up, view.doc.head(up)) if up.pos in ("ADV", "ADP", "SCONJ") or up.dep == "advmod" else (up,)


def _opens(token: Token, found: HeldStance, view: PositionView) -> Token | None:
    """Return the verb or noun of the condition that a word opens, or None where it opens none."""
    conditions = view.words.conditions
    before = view.doc.tokens[token.i - 1] if token.i else None
    # "Even if", "as if" set no condition.
    if before is not None and before.lower in conditions.not_before:
        return None
    if token.lower in conditions.marks and token.dep in ("mark", "advmod"):
        head = view.doc.head(token)
        # "Will not sign until they pay" is a condition, "will fight until they pay" a time.
        return head if head.dep in ("advcl", "acl") and _fits(token, found, view) else None
    if token.lower in conditions.participles and token.dep in ("prep", "advcl", "mark", "ROOT"):
        after = view.doc.tokens[token.i + 1] if token.i + 1 < len(view.doc.tokens) else None
        clause = view.doc.child(token, "ccomp", "pcomp")
        return token if clause is not None or (after is not None and after.lower == "that") else None
    # "No talks without Chad".
    if token.lower in conditions.negative and token.dep == "prep" and found.softened:
        return token
    return None


def _fits(token: Token, found: HeldStance, view: PositionView) -> bool:
    """Tell whether "until" stands under a negation, as it must to be a condition."""
    return token.lower not in view.words.conditions.negative or _denied(found, view)


def _denied(found: HeldStance, view: PositionView) -> bool:
    return found.softened or found.stance == "against" or is_negated(view.doc, found.verb)


def _is_wish(head: Token, found: HeldStance, view: PositionView) -> bool:
    """Tell "if we want peace, we must …" and "if necessary", which argue and set no condition."""
    return (
        found.kind == "duty" and head.lemma.lower() in view.words.wishing and view.doc.child(head, "xcomp") is not None
    )


def _reach(token: Token, head: Token, view: PositionView) -> Span:
    words = [t for t in view.doc.subtree(head) if t.i >= token.i]
    start = token
    before = view.doc.tokens[token.i - 1] if token.i else None
    # "Only" belongs to its "if".
    if before is not None and before.lower == "only":
        start = before
    kept = [t for t in words if t.pos not in ("PUNCT", "SPACE")] or [token]
    return (start.start, kept[-1].end)


def _phrase(found: HeldStance, near: frozenset[int], view: PositionView) -> Span | None:
    """Return a condition opened by a set phrase in the rest of the sentence."""
    sentence = view.doc.sentence_of(found.cue).span
    for match in _either(view.words.conditions.phrases).finditer(view.doc.text, sentence[0], sentence[1]):
        opener = view.doc.tokens_in(match.span())[0]
        up = view.doc.tokens_in(match.span())
        heads = {view.doc.head(t).i for t in up} | {view.doc.head(view.doc.head(t)).i for t in up}
        if heads & near:
            # Set phrases are no words of grammar: the parser hangs their clause on any word in them.
            tops = [view.doc.head(t) if t.dep in ("mark", "advmod") and view.doc.head(t).i > t.i else t for t in up]
            below = {t.i: t for u in tops for t in view.doc.subtree(u) if t.i >= opener.i and t.i not in near}
            kept = [t for t in below.values() if t.pos not in ("PUNCT", "SPACE")]
            return (match.start(), max((t.end for t in kept), default=match.end()))
    return None


@cache
def _either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))})(?!\w)")


def find_hedge(found: HeldStance, issue: Issue, view: PositionView) -> Span | None:
    """Return the words that soften a stance: an adverb, a phrase, a "path", a modal verb, or the cue itself."""
    hedges = view.words.hedges
    for child in (*view.doc.children(found.cue), *view.doc.children(found.verb)):
        if child.dep == "advmod" and child.lower in hedges.adverbs:
            return (child.start, child.end)
    # Phrases up to a few words behind the issue still soften it.
    span = (min(found.verb.start, found.cue.start), max(found.issue.end, found.cue.end) + 40)
    sentence = view.doc.sentence_of(found.cue).span
    match = _either(hedges.phrases).search(view.doc.text, max(sentence[0], span[0]), min(sentence[1], span[1]))
    if match is not None:
        return match.span()
    if issue.hedges:
        return issue.hedges[0]
    if found.hedge is not None:
        return found.hedge
    return (found.cue.start, found.cue.end) if found.entry.hedge else _soft_negation(found)


def _soft_negation(found: HeldStance) -> Span | None:
    """Return "not rule out", which is a stance only by what it leaves open."""
    if found.negation is None or found.entry.stance != "against" or found.stance != "for":
        return None
    return (min(found.negation[0], found.cue.start), max(found.negation[1], found.cue.end))


def find_strength(found: HeldStance, hedge: Span | None, view: PositionView, *, conditional: bool) -> float:
    """Return how strong a stance is, in [0, 1]: the bare word's strength, turned up or down by what stands round it."""
    words: Words = view.words
    value = found.entry.strength
    # "Does not oppose" is far weaker than "supports"; tied to a condition, the condition weakens enough.
    if found.softened and found.stance != found.entry.stance and not conditional:
        value *= words.strength.negated if found.stance == "against" else 0.35
    if found.stance == "neutral":
        return round(min(value, 0.5), 2)
    near = (*view.doc.children(found.cue), *view.doc.children(found.verb))
    if any(c.lower in words.strength.more for c in near):
        value *= words.strength.strengthened
    # A hedge that is in the word already ("hopes") is in its strength.
    if hedge is not None and not found.entry.hedge and found.entry.stance == found.stance:
        value *= words.strength.hedged
    return round(min(value, 1.0), 2)
