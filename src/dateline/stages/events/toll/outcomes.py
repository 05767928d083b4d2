"""What an attack led to is told beside it: deaths and wounds are its numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.draft import Clause
from dateline.model.closed import QuantityKind
from dateline.model.event import Quantity
from dateline.stages.events.one.compared import Compared, another_time
from dateline.stages.events.one.merging import compatible
from dateline.stages.events.scene.beside import Outward
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.toll.next_sentence import HOSTS, count_next
from dateline.stages.events.toll.quantities import Counting, find_quantities
from dateline.stages.events.who.later import with_harmed, with_victims

_FATES = frozenset({"killed", "injured", "missing"})
_MANY = 500  # dead, from which a number beside a word of war is a sum of many acts


def settle_outcomes(scene: Scene, found: Iterable[Found]) -> list[Found]:
    """Return the events with outcomes joined to what they are the outcome of."""
    joined = _with_harm(scene, _absorbed(scene, list(found)))
    harm = frozenset(f.clause.index for f in joined if _harm_only(scene, f))
    joined = count_next(scene, joined, harm)
    return [with_victims(scene, f) for f in joined if not _toll(scene, f) and not _unharmed(scene, f)]


def is_counted(scene: Scene, f: Found, told: Iterable[Found]) -> bool:
    """Tell "in which nine died", whose dead are an act's already: it is no act of its own."""
    counted = {q.span for g in told for q in g.quantities}
    return _harm_only(scene, f) and bool(f.quantities) and all(q.span in counted for q in f.quantities)


def _unharmed(scene: Scene, f: Found) -> bool:
    """Tell "no one was hurt", which is a number of some act and no act that somebody did not do."""
    return _harm_only(scene, f) and f.status == "negated" and not f.actors and not f.recipients


def _toll(scene: Scene, f: Found) -> bool:
    """Tell a total of a war ("more than 34,000 have been killed in the war") from an event.

    Source: ACLED rule 4; the codebook asks for an act, not a sum of acts.
    """
    if not _harm_only(scene, f) or f.actors or (f.when is not None and f.when.start == f.when.end):
        # "On 3 May 600 were killed in the war": dead of a single day are no sum.
        return False
    doc = scene.doc
    words = {t.lemma.lower() for t in doc.tokens_of(doc.sentence_of(doc.tokens[f.clause.token]))}
    return bool(words & scene.words.toll.tolls) and any((q.low or 0) >= _MANY for q in f.quantities)


def _absorbed(scene: Scene, found: list[Found]) -> list[Found]:
    """Join deaths and wounds of a sentence to the act in it that caused them."""
    out = dict(enumerate(found))
    outward = Outward(scene, found)
    for n, f in enumerate(found):
        if not _harm_only(scene, f):
            continue
        at = _host(scene, f, out, outward.places(scene.sentence(f.clause), f.clause.token))
        if at is None or _holds(scene, f, host := out[at]):
            continue
        numbers = f.quantities if f.status != "negated" else _none_harmed(scene, f)
        harmed = with_harmed(host.with_quantities(numbers), f)
        # "Shells hit the market; two died in hospital in Gubio": the place of the dead is better than none.
        out[at] = replace(harmed, place=host.place or f.place, place_span=host.place_span or f.place_span)
        del out[n]
    return list(out.values())


def _holds(scene: Scene, f: Found, host: Found) -> bool:
    """Tell "were killed in attacks": two mentions of one event, of which the verb is the clause's own."""
    up = scene.clause(host.clause.governor)
    own = host.clause.pos == "noun" and up is not None and up.index == f.clause.index
    return own and compatible(Compared(scene, f), Compared(scene, host))


def _harm_only(scene: Scene, f: Found) -> bool:
    harms = f.type == "ASSAULT" and f.clause.pos == "verb" and _harm(scene, f.clause) is not None
    return harms and f.means is None


def _harm(scene: Scene, clause: Clause) -> QuantityKind | None:
    """Return what a verb says that befell somebody, if it says nothing else."""
    if clause.lemma in scene.words.toll.deaths:
        return "killed"
    return "injured" if clause.lemma in scene.words.toll.wounds else None


def _host(scene: Scene, f: Found, found: Mapping[int, Found], nearest: Iterable[int]) -> int | None:
    """Return where the act stands, of those of its sentence, that harm is told with, if their actors do not differ."""
    # "Hours after shells fell, two were killed": told with it, and not of it.
    if scene.holds(another_time, f.clause):
        return None
    return next((n for n in nearest if n in found and _hosts(scene, f, found[n])), None)


def _hosts(scene: Scene, f: Found, g: Found) -> bool:
    if g.type not in HOSTS or g.status not in REAL or _harm_only(scene, g):
        # Harm is no host of harm: "two were killed and four wounded" has its act elsewhere.
        return False
    # "Police raided the camp and gunmen killed two": other hands, another act.
    same_hands = not f.actors or not set(f.actors).isdisjoint(g.actors)
    return same_hands and _same_breath(scene, f.clause, g.clause) and not scene.holds(another_time, g.clause)


def _same_breath(scene: Scene, harm: Clause, act: Clause) -> bool:
    """Tell clauses that tell one thing: one below the other, or side by side."""
    above, up = scene.clause(harm.governor), scene.clause(act.governor)
    if above is not None and above.index == act.index:
        return True
    if up is not None and (up.index == harm.index or _beside_harm(scene, up, harm)):
        return True
    return harm.governor == act.governor


def _beside_harm(scene: Scene, clause: Clause, harm: Clause) -> bool:
    """Tell the "killed" of "two were killed and four wounded when shells fell"."""
    beside = (clause.governor, clause.relation) == (harm.governor, harm.relation)
    return beside and _harm(scene, clause) is not None


def _none_harmed(scene: Scene, f: Found) -> tuple[Quantity, ...]:
    """Return the zero that "nobody was injured" states."""
    kind = _harm(scene, f.clause)
    return () if kind is None else (Quantity(kind=kind, low=0.0, high=0.0, qualifier="exact", span=f.clause.span),)


def _with_harm(scene: Scene, found: list[Found]) -> list[Found]:
    """Add "; three cadets died", "killing two" to the attack of the sentence, where no frame codes the harm."""
    coded = {f.clause.index for f in found}
    out = list(found)
    outward = Outward(scene, found)
    for clause in scene.draft.clauses:
        if not _tells_harm(scene, clause) or clause.index in coded or clause.factuality < 0:
            continue
        numbers = tuple(q for q in find_quantities(scene, Counting(clause, "ASSAULT", None)) if q.kind in _FATES)
        kin = (n for n in outward.places(scene.sentence(clause), clause.token) if out[n].type == "ASSAULT")
        host = next(kin, None) if numbers else None
        if host is not None:
            out[host] = out[host].with_quantities(numbers)
    return out


def _tells_harm(scene: Scene, clause: Clause) -> bool:
    told = _harm(scene, clause) is not None or clause.lemma in ("miss", "disappear")
    return clause.pos == "verb" and told
