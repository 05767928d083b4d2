"""A sentence that only counts the dead adds to the act told before it: "Two soldiers were killed", "no deaths"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model.closed import QuantityKind
from dateline.model.event import Quantity
from dateline.parse.tree import Token
from dateline.stages.events.scene.beside import around, by_sentence
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene

HOSTS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
_NEAR = 2  # sentences from the act to the count of its dead


def count_next(scene: Scene, found: list[Found], harm: frozenset[int]) -> list[Found]:
    """Join bare counts of the dead and hurt to the act told before; ``harm`` has the clauses that tell harm alone."""
    out, places = dict(enumerate(found)), by_sentence(scene, found)
    for n, f in enumerate(found):
        here = scene.sentence(f.clause)
        if f.clause.index not in harm or not _bare(f) or not _alone(f, [out[i] for i in places[here] if i in out]):
            continue
        before = (i for i in around(places, here - _NEAR, here - 1) if i in out)
        at = _nearest(scene, {i: out[i] for i in before if out[i].clause.index not in harm})
        if at is None or _counted(f, out[at]):
            continue
        out[at] = out[at].with_quantities(f.quantities)
        del out[n]
    return _with_zeros(scene, list(out.values()))


def _bare(f: Found) -> bool:
    """Tell a count without doer, place or day of its own."""
    own = f.actors or f.place_span is not None or f.when is not None or f.means is not None
    return not own and f.status == "occurred" and bool(f.quantities) and not f.background


def _alone(f: Found, beside: Sequence[Found]) -> bool:
    """Tell whether a count stands in a main clause, or is all that its sentence tells ("were reported killed").

    Not where the sentence names the act in which people fell: "were killed in a raid on Ansongo".
    """
    named = any(g.clause.governor == f.clause.index and g.clause.pos == "noun" for g in beside)
    return all(g is f for g in beside) or (f.clause.governor is None and not named)


def _counted(f: Found, host: Found) -> bool:
    """Tell whether the act has numbers of this kind already: then another count may be of another act."""
    # A zero ("no deaths") does not stand in the way of a number.
    told = {q.kind for q in host.quantities if q.low != 0}
    return any(q.kind in told for q in f.quantities)


def act_before(scene: Scene, found: Sequence[Found], places: Mapping[int, list[int]], here: int) -> int | None:
    """Return where the act stands that a count in a sentence adds to; ``places`` has the mentions by sentence."""
    return _nearest(scene, {n: found[n] for n in around(places, here - _NEAR, here - 1)})


def _nearest(scene: Scene, before: Mapping[int, Found]) -> int | None:
    """Return where the act stands, of those of the sentences before, that the nearest of them tells.

    One in a clause of its own comes first, and violence before a gathering.
    """
    told = {n: g for n, g in before.items() if g.type in HOSTS and g.status in REAL and not g.background}
    # "Troops returned fire" answers the act: the dead are those of the whole fight, which its first sentence names.
    told = {n: g for n, g in told.items() if g.place_span is not None or g.when is not None} or told
    last = max((scene.sentence(g.clause) for g in told.values()), default=None)
    acts = {n: g for n, g in told.items() if scene.sentence(g.clause) == last}
    return min(acts, key=lambda n: _rank(acts[n]), default=None)


def _rank(act: Found) -> tuple[bool, bool, int]:
    return act.type != "ASSAULT", act.clause.governor is not None, act.clause.token


def _with_zeros(scene: Scene, found: list[Found]) -> list[Found]:
    """Add the zero of "no fatalities reported" to the act of its sentence, or the one before."""
    out, places = list(found), by_sentence(scene, found)
    for noun in _denied(scene):
        at = _act_at(scene, noun, out, places)
        if at is None:
            continue
        host = out[at]
        stated = {q.kind for q in host.quantities}
        span = (scene.doc.tokens[noun.i - 1].start, noun.end)
        zeros = tuple(
            Quantity(kind=kind, low=0.0, high=0.0, qualifier="exact", span=span)
            for kind, nouns in _lost(scene)
            if noun.lemma.lower() in nouns and kind not in stated
        )
        out[at] = replace(host, quantities=(*host.quantities, *zeros))
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


def _act_at(scene: Scene, noun: Token, found: list[Found], places: Mapping[int, list[int]]) -> int | None:
    here = scene.doc.sentence_at(noun.i)
    near = {n: found[n] for n in around(places, here - _NEAR, here)}
    acts = {
        n: g
        for n, g in near.items()
        # "All drones were shot down. No deaths were reported.": of what was prevented that may be said too.
        if g.type in HOSTS and g.status in (*REAL, "prevented") and g.clause.token < noun.i
    }
    last = max((scene.sentence(g.clause) for g in acts.values()), default=None)
    nearest = {n: g for n, g in acts.items() if scene.sentence(g.clause) == last}
    # Of "no deaths" anything may be the host: a gathering is no farther off than violence.
    return min(nearest, key=lambda n: _rank(nearest[n])[1:], default=None)
