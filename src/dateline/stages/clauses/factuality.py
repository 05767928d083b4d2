"""How far a predicate is said to be true, from its own words and from what it stands below.

Scale and meaning are those of the UW set (Lee et al. 2015): -3 certainly did not happen, 3 certainly did.
"""

from dateline.lexicon.clauses import Signature
from dateline.model.closed import Modality
from dateline.stages.clauses.scope import Scope

_OWN: dict[Modality | None, float] = {
    None: 3.0, "possible": 1.2, "necessary": 1.4, "conditional": 0.7, "intended": 1.7, "imperative": 1.0, "question": 0.6,
}  # fmt: skip
FUTURE = 2.2
PURPOSE = 1.9
DOUBT = 1.6
NEGATED = 1.9  # readers keep a doubt of what is denied: the scale's ends are for what is certain


def own_value(scope: Scope) -> float:
    """Return the factuality by the predicate's own words."""
    value = FUTURE if scope.tense == "future" else _OWN[scope.modality]
    if scope.doubt:
        value = min(value, DOUBT)
    return -min(value + 0.6, NEGATED) if scope.polarity == "negative" else value


def below(own: float, parent: float, signature: Signature | None, relation: str) -> float:
    """Return the factuality of a clause in the scope of another, whose own is ``parent``."""
    if relation == "condition":
        return _bounded(own, 0.7)
    if relation == "purpose":
        return _bounded(own, min(PURPOSE, max(parent, 0.3)))
    if relation in ("complement", "noun"):
        if signature is None:
            return own if parent >= 2.5 else _bounded(own, max(parent, 0.3)) if relation == "complement" else (own + max(parent, 0.0)) / 2
        return _bounded(own, _passed(signature, parent))
    return own


def _passed(signature: Signature, parent: float) -> float:
    """Return what a word vouches for, given how far it itself holds."""
    if parent <= -1:
        return signature.denied
    if signature.name == "factive" or parent >= 2.5:
        return signature.value
    if signature.value < 0:
        return signature.value * 0.5
    return min(signature.value, max(parent, 0.3))


def _bounded(own: float, limit: float) -> float:
    """Join a clause's own value with the limit that its governor sets; two negatives make a weak positive."""
    if limit >= 0:
        return max(-limit, min(own, limit)) if own >= 0 else max(own, -max(limit, 0.5))
    return limit if own > 0 else min(2.5, -limit)
