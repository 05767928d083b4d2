"""The kind of a commitment, by the words round it."""

from collections.abc import Sequence

from dateline.model.base import Span
from dateline.model.closed import CommitmentKind
from dateline.stages.plans.giving import Giving
from dateline.stages.plans.view import View

_REACH = 60
_ELSEWHERE = 0.12


def find_kind(span: Span, giving: Giving, view: View) -> tuple[CommitmentKind, tuple[Span, ...]]:
    """Return the kind of the gift whose sum or thing stands at ``span``, and the words that speak for it.

    A word counts by its weight and by how near it stands: in full beside the sum, by half at ``_REACH`` characters, and
    little in other sentences.
    """
    nouns, verbs = [e.kind for _, e in giving.nouns], [e.kind for _, e in giving.verbs]
    stated = next((k for k in (*nouns, *verbs) if k), None)
    if stated is not None:
        trigger = giving.trigger
        return stated, ((trigger.start, trigger.end),) if trigger else ()
    scores: dict[CommitmentKind, float] = {}
    found: dict[CommitmentKind, list[Span]] = {}
    for kind, where, points in _votes(span, view):
        scores[kind] = scores.get(kind, 0.0) + points
        found.setdefault(kind, []).append(where)
    if not scores:
        return "other", ()
    best = max(scores, key=lambda k: scores[k])
    return best, tuple(found[best][:3])


def _votes(span: Span, view: View) -> Sequence[tuple[CommitmentKind, Span, float]]:
    sentence = view.doc.sentence_of(view.doc.tokens_in(span)[0]).span
    out = []
    for match in view.lexicon.kinds.finditer(view.doc.text):
        kind, weight = view.lexicon.weights[" ".join(match.group().lower().split())]
        inside = sentence[0] <= match.start() < sentence[1]
        away = max(0, span[0] - match.end(), match.start() - span[1])
        near = 1 / (1 + away / _REACH) if inside else _ELSEWHERE / (1 + away / (4 * _REACH))
        out.append((kind, match.span(), weight * near))
    return out
