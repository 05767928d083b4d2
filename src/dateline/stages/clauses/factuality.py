"""How far a predicate is said to be true, from its own words and from what it stands below.

Scale and meaning are those of the UW set (Lee et al. 2015): -3 certainly did not happen, 3 certainly did.
"""

from dateline.lexicon.clauses import Signature
from dateline.model.closed import Modality
from dateline.stages.clauses.scope import Scope

_OWN: dict[Modality | None, float] = {
    None: 3.0, "possible": 0.6, "necessary": 0.6, "conditional": 0.0, "intended": 0.8, "imperative": 0.2, "question": 0.4,
}  # fmt: skip
FUTURE = 1.6
PURPOSE = 0.8
DOUBT = 1.0


def own_value(scope: Scope) -> float:
    """Return the factuality by the predicate's own words."""
    value = FUTURE if scope.tense == "future" else _OWN[scope.modality]
    if scope.doubt:
        value = min(value, DOUBT)
    return -value if scope.polarity == "negative" else value


def below(own: float, parent: float, signature: Signature | None, relation: str) -> float:
    """Return the factuality of a clause in the scope of another, whose own is ``parent``."""
    if relation == "condition":
        return _bounded(own, 0.0)
    if relation == "purpose":
        return _bounded(own, PURPOSE if parent > 0 else 0.3)
    if relation in ("complement", "noun"):
        if signature is None:
            return own if relation == "noun" or parent >= 2 else _bounded(own, max(parent, 0.0))
        return _bounded(own, _passed(signature, parent))
    return own


def _passed(signature: Signature, parent: float) -> float:
    """Return what a word vouches for, given how far it itself holds."""
    if signature.name == "factive":
        return signature.value if parent > -3 else signature.denied
    if parent <= -1:
        return signature.denied
    if parent < 2 and signature.name == "done":
        return max(parent, 0.0)
    if parent < 2 and signature.value > 0:
        return min(signature.value, max(parent, 0.0) + 0.6)
    if parent < 2 and signature.name in ("not", "denial"):
        return signature.value * 0.5
    return signature.value


def _bounded(own: float, limit: float) -> float:
    """Join a clause's own value with the limit that its governor sets; two negatives make a weak positive."""
    if limit >= 0:
        return max(-limit, min(own, limit)) if own >= 0 else max(own, -max(limit, 0.5))
    return limit if own > 0 else min(3.0, -limit * 0.8)
