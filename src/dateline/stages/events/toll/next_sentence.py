"""A sentence that only counts the dead adds to the act told before it: "Two soldiers were killed", "no deaths"."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.draft import Clause
from dateline.model.closed import QuantityKind
from dateline.model.event import Quantity
from dateline.parse.tree import Token
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene

HOSTS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
_NEAR = 2  # sentences from the act to the count of its dead


def count_next(scene: Scene, found: list[Found], harm: frozenset[int]) -> list[Found]:
    """Join bare counts of the dead and hurt to the act told before; ``harm`` has the clauses that tell harm alone."""
    out = list(found)
    for f in found:
        if f.clause.index not in harm or not _bare(f) or not _alone(scene, f, out):
            continue
        host = _act_before(scene, f.clause, [g for g in out if g.clause.index not in harm])
        if host is None or _counted(f, host):
            continue
        out[out.index(host)] = host.with_quantities(f.quantities)
        out.remove(f)
    return _with_zeros(scene, out)


def _bare(f: Found) -> bool:
    """Tell a count without doer, place or day of its own."""
    own = f.actors or f.place_span is not None or f.when is not None or f.means is not None
    return not own and f.status == "occurred" and bool(f.quantities) and not f.background


def _alone(scene: Scene, f: Found, found: list[Found]) -> bool:
    """Tell whether a count stands in a main clause, or is all that its sentence tells ("were reported killed")."""
    here = scene.sentence(f.clause)
    return f.clause.governor is None or all(g is f or scene.sentence(g.clause) != here for g in found)


def _counted(f: Found, host: Found) -> bool:
    """Tell whether the act has numbers of this kind already: then another count may be of another act."""
    told = {q.kind for q in host.quantities if q.low != 0}
    return any(q.kind in told for q in f.quantities)


def _act_before(scene: Scene, clause: Clause, found: list[Found]) -> Found | None:
    """Return the act that the nearest sentence before tells in a clause of its own, violence before a gathering."""
    here = scene.sentence(clause)
    near = [g for g in found if g.type in HOSTS and g.status in REAL and not g.background]
    told = [(scene.sentence(g.clause), g) for g in near if 0 < here - scene.sentence(g.clause) <= _NEAR]
    if not told:
        return None
    last = max(n for n, _ in told)
    # "Troops returned fire" answers the act: the dead are those of the whole fight, which its first sentence names.
    placed = [(n, g) for n, g in told if g.place_span is not None or g.when is not None]
    acts = [g for n, g in placed if n == max(m for m, _ in placed)] if placed else [g for n, g in told if n == last]
    return min(acts, key=lambda g: (g.type != "ASSAULT", g.clause.governor is not None, g.clause.token))


def _with_zeros(scene: Scene, found: list[Found]) -> list[Found]:
    """Add the zero of "no fatalities reported" to the act of its sentence, or the one before."""
    out = list(found)
    for noun in _denied(scene):
        host = _act_at(scene, noun, out)
        if host is None:
            continue
        stated = {q.kind for q in host.quantities}
        span = (scene.doc.tokens[noun.i - 1].start, noun.end)
        zeros = tuple(
            Quantity(kind=kind, low=0.0, high=0.0, qualifier="exact", span=span)
            for kind, nouns in _lost(scene)
            if noun.lemma.lower() in nouns and kind not in stated
        )
        out[out.index(host)] = replace(host, quantities=(*host.quantities, *zeros))
    return out


def _denied(scene: Scene) -> Iterator[Token]:
    """Yield the nouns of deaths and wounds that stand right after "no"."""
    tokens = scene.doc.tokens
    nouns = frozenset().union(*(words for _, words in _lost(scene)))
    for i in range(1, len(tokens)):
        if tokens[i - 1].lower == "no" and tokens[i].lemma.lower() in nouns:
            yield tokens[i]


def _lost(scene: Scene) -> tuple[tuple[QuantityKind, frozenset[str]], ...]:
    return ("killed", scene.words.toll.no_deaths), ("injured", scene.words.toll.no_wounds)


def _act_at(scene: Scene, noun: Token, found: list[Found]) -> Found | None:
    here = scene.doc.sentence_of(noun).index
    acts = [g for g in found if g.type in HOSTS and g.status in (*REAL, "prevented") and g.clause.token < noun.i]
    near = [(scene.sentence(g.clause), g) for g in acts if here - scene.sentence(g.clause) <= _NEAR]
    last = max((n for n, _ in near), default=None)
    return min(
        (g for n, g in near if n == last), key=lambda g: (g.clause.governor is not None, g.clause.token), default=None
    )
