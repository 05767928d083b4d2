"""The kind of a commitment, by the words round it."""

from collections.abc import Sequence

from dateline.model.base import Span
from dateline.model.closed import CommitmentKind
from dateline.stages.plans.given.giving import Giving
from dateline.stages.plans.view import PlanView

_REACH = 60
_ELSEWHERE = 0.12  # what a word of another sentence counts
_SHOWN = 3  # words shown as evidence


def find_kind(span: Span, giving: Giving, view: PlanView) -> tuple[CommitmentKind, tuple[Span, ...]]:
    """Return the kind of the gift whose sum or thing stands at ``span``, and the words that speak for it.

    A word counts by its weight and by how near it stands: in full beside the sum, by half at ``_REACH`` characters, and
    little in other sentences.
    """
    # "Weapons", "loan": a word of giving that has a kind needs no votes.
    nouns, verbs = [e.kind for _, e in giving.nouns], [e.kind for _, e in giving.verbs]
    stated = next((k for k in (*nouns, *verbs) if k), None)
    if stated is not None:
        trigger = giving.trigger
        return stated, ((trigger.start, trigger.end),) if trigger else ()
    scores: dict[CommitmentKind, float] = {}
    votes = _votes(span, view)
    for kind, _, points in votes:
        scores[kind] = scores.get(kind, 0.0) + points
    if not scores:
        return "other", ()
    best = max(scores, key=lambda k: scores[k])
    loudest = sorted((v for v in votes if v[0] == best), key=lambda v: -v[2])[:_SHOWN]
    return best, tuple(sorted(where for _, where, _ in loudest))


def _votes(span: Span, view: PlanView) -> Sequence[tuple[CommitmentKind, Span, float]]:
    sentence = view.doc.sentence_of(view.doc.tokens_in(span)[0]).span
    out = []
    for where, kind, weight in view.kind_words:
        inside = sentence[0] <= where[0] < sentence[1]
        away = max(0, span[0] - where[1], where[0] - span[1])
        near = 1 / (1 + away / _REACH) if inside else _ELSEWHERE / (1 + away / (4 * _REACH))
        out.append((kind, where, weight * near))
    return out
