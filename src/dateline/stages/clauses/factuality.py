"""How far a predicate is said to be true, from its own words and from what it stands below.

Scale and meaning are those of the UW set (Lee et al. 2015): -3 certainly did not happen, 3 certainly did.
"""

from dataclasses import dataclass

from dateline.lexicon.words.clauses import Signature
from dateline.model.closed import Modality
from dateline.stages.clauses.scope import Negation, Scope

_OWN: dict[Modality | None, float] = {
    None: 3.0,
    "possible": 1.2,
    "necessary": 1.4,
    "conditional": 0.7,
    "intended": 1.7,
    "imperative": 1.0,
    "question": 0.6,
}
_DENIED: dict[Negation, float] = {  # readers keep a doubt of what is denied: the scale's ends are for what is certain
    "plain": -2.0,
    "argument": -1.2,
    "unable": -2.4,
    "pending": -1.2,
}
FUTURE = 2.4
PURPOSE = 1.9
INFINITIVE = 1.7
DOUBT = 1.6
CONDITION = 0.7
AWAITED = 1.5
PRESUPPOSED = 2.8  # "did not comment on the attack": there was one
SURE = 2.5  # from here on a governor holds, and leaves alone what stands below it
_SPOKEN = 1.5  # signatures whose denied value is at least this only speak of what stands below them
LEAST = 0.3  # what an unreal governor leaves of what stands below it


@dataclass(frozen=True, slots=True)
class Link:
    """How a predicate stands below another: see ``Clause.relation``; ``signature`` is the upper one's, if it counts."""

    relation: str
    signature: Signature | None = None
    noun: bool = False
    definite: bool = False
    awaited: bool = False


def own_value(scope: Scope) -> float:
    """Return the factuality by the predicate's own words."""
    value = FUTURE if scope.tense == "future" else _OWN[scope.modality]
    # "Reportedly fled", "barely escaped": the word leaves no more than this of any mood.
    if scope.doubt:
        value = min(value, DOUBT)
    if scope.bound is not None:
        value = min(value, scope.bound)
    if scope.negation == "none":
        return value
    # "Must not leave": what is demanded not to be is still only demanded.
    if scope.negation != "unable" and scope.modality == "necessary":
        return -value / 2
    return max(_DENIED[scope.negation], -value - 0.9) if scope.negation != "unable" else _DENIED["unable"]


def value_below(own: float, parent: float, link: Link, scope: Scope) -> float:
    """Return the factuality of a predicate below another, whose own is ``parent``."""
    if link.relation == "condition":
        # "If rebels attack": nobody says that they will.
        return bounded(own, CONDITION)
    if link.relation == "purpose":
        # "Sent troops to guard the road": the purpose holds less than the sending, and nothing of it if none were sent.
        return bounded(own, min(PURPOSE, max(parent, LEAST)))
    if link.relation == "complement":
        return bounded(own, _content_limit(parent, link, scope))
    if link.relation == "noun":
        return _noun_value(own, parent, link)
    if link.relation == "relative" and scope.infinitive:
        # "The first to leave": an infinitive tells what was meant, and as little as what holds it.
        return bounded(own, min(INFINITIVE, max(parent, LEAST)))
    # "Will fight until they withdraw" vouches for no withdrawal; "fought until they withdrew" does.
    if link.relation == "adverbial" and link.awaited and parent < SURE:
        return bounded(own, AWAITED)
    return own


def _content_limit(parent: float, link: Link, scope: Scope) -> float:
    if link.signature is not None:
        passed = _passed(link.signature, parent, noun=link.noun)
        # "Told them to block the road" vouches for nothing done.
        return min(passed, INFINITIVE) if scope.infinitive and link.signature.name == "report" else passed
    # An infinitive below a word that the lists do not know is meant rather than done.
    if scope.infinitive:
        return min(INFINITIVE, max(parent, LEAST))
    return 3.0 if parent >= SURE else max(parent, LEAST)


def _noun_value(own: float, parent: float, link: Link) -> float:
    known = link.definite and parent < SURE
    if link.signature is not None and not (known and link.signature.denied >= _SPOKEN):
        return bounded(own, _passed(link.signature, parent, noun=True))
    if known:
        return bounded(own, PRESUPPOSED)
    return own if parent >= SURE else (own + max(parent, 0.0)) / 2


def content_value(own: float, parent: float, value: float, link: Link) -> float:
    """Return how far a predicate holds for what stands below it.

    That is its own ``value``, but for a noun that is rejected or denied: the call in "rejected calls to resign" was
    made, and yet does not bring about its content.
    """
    if link.relation != "noun" or link.signature is None or link.signature.noun is None:
        return value
    return bounded(own, _passed(link.signature, parent, noun=False))


def _passed(signature: Signature, parent: float, *, noun: bool) -> float:
    """Return what a word vouches for, given how far it itself holds."""
    value = signature.noun if noun and signature.noun is not None else signature.value
    # "Did not manage to leave" denies the leaving, "did not know that they left" does not.
    if parent <= -1:
        return signature.denied
    # "Regretted that they left" takes it as done, however unsure the regret.
    if signature.name == "factive" or parent >= SURE:
        return value
    return value * 0.5 if value < 0 else min(value, max(parent, LEAST))


def bounded(own: float, limit: float) -> float:
    """Join a clause's own value with the limit that its governor sets; two negatives make a weak positive."""
    if limit >= 0:
        return max(-limit, min(own, limit)) if own >= 0 else max(own, -max(limit, 0.5))
    return limit if own > 0 else min(SURE, -limit)
