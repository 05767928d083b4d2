"""Acts inside acts: which clauses are only spoken of, or only meant, by the clause above them.

What a speech act speaks of is its content, and no event of its own. ``OPERATORS`` lists the other clauses that hold an
act without telling it. A new one ("power to", "accused of", "expects") is a row here: what holds, what is held, how one
stands to the other.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from dateline.draft import Clause
from dateline.lexicon.events.frames import Frame
from dateline.model.closed import EventType
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.found import VERBAL, Inner, Match
from dateline.stages.events.scene.lookups import Scene

Types = frozenset[EventType | None]
_ANY: Types = frozenset({None, *get_args(EventType)})
_ALLOWED: Types = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT"})  # what is coded itself where it is allowed
_HOLDS = 2.5  # factuality from which a clause tells what is so, and with it what stands below it


@dataclass(frozen=True, slots=True)
class Operator:
    """One way in which a clause holds an act that it does not tell.

    ``outer`` and ``inner`` are the types of both (None for a clause that no frame knows); ``above`` returns the clause
    that holds another, or None where the other does not stand so.
    """

    name: str
    example: str
    outer: Types
    inner: Types
    above: Callable[[Scene, Clause], Clause | None]


def _condition(scene: Scene, clause: Clause) -> Clause | None:
    # A condition that hangs on nothing ("should they attack") holds itself.
    return (scene.clause(clause.governor) or clause) if clause.relation == "condition" else None


def _verb_over(scene: Scene, clause: Clause) -> Clause | None:
    """Return the verb whose object a noun is."""
    up = scene.clause(clause.governor)
    if up is None or clause.pos != "noun" or clause.support is not None:
        # "Carried out raids": a noun with a light verb is told, even as an object.
        return None
    theme = up.get("theme")
    return up if theme is not None and theme.head == clause.token else None


def _anyhow(scene: Scene, clause: Clause) -> Clause | None:
    return scene.clause(clause.governor)


def _charge(scene: Scene, clause: Clause) -> Clause | None:
    verb = scene.doc.tokens[clause.token]
    charged = clause.pos == "verb" and verb.dep == "pcomp" and scene.doc.head(verb).lower in ("for", "of")
    return scene.clause(clause.governor) if charged else None


def _matter(scene: Scene, clause: Clause) -> Clause | None:
    """Return the noun that another noun is about."""
    noun = scene.doc.tokens[clause.token]
    if clause.pos != "noun" or noun.dep != "pobj" or clause.support is not None:
        return None
    prep = scene.doc.head(noun)
    up = scene.index.act_at.get(prep.head)
    return up if up is not None and up.pos == "noun" and prep.lower in ("about", "on", "over") else None


def _granted(scene: Scene, clause: Clause) -> Clause | None:
    """Return the verb of consent that says what a noun is allowed: "permission for a rally"."""
    noun = scene.doc.tokens[clause.token]
    if clause.governor is None or noun.dep != "pobj" or scene.doc.head(noun).lower != "for":
        return None
    up = scene.draft.clauses[clause.governor]
    return up if up.lemma in scene.words.told.granting else None


def _gerund(scene: Scene, clause: Clause) -> Clause | None:
    """Return the act that a gerund is about: "talks about redeploying", "negotiating over lifting the siege"."""
    verb = scene.doc.tokens[clause.token]
    if clause.pos != "verb" or verb.dep != "pcomp" or scene.doc.head(verb).lower not in ("about", "on", "over"):
        return None
    return scene.index.act_at.get(scene.doc.head(verb).head)


def _suspicion(scene: Scene, clause: Clause) -> Clause | None:
    up = _charge(scene, clause)
    return up if up is not None and up.lemma in scene.words.told.suspecting else None


def _opposed(scene: Scene, clause: Clause) -> Clause | None:
    """Return who is against what a noun or a gerund names."""
    up, opposing = scene.clause(clause.governor), scene.words.told.opposing
    if up is None:
        return None
    head = scene.doc.head(scene.doc.tokens[clause.token])
    against = head.pos == "ADP" and head.lower in opposing and up.lemma == "be"
    direct = clause.relation in ("noun", "complement") and up.lemma in opposing
    return up if against or direct else None


def _capacity(scene: Scene, clause: Clause) -> Clause | None:
    verb = scene.verb(clause)
    noun = scene.doc.head(verb)
    may = verb.tag == "VB" and noun.pos == "NOUN" and noun.lemma.lower() in scene.words.told.capacity
    return (scene.clause(clause.governor) or clause) if may else None


def _believed(scene: Scene, clause: Clause) -> Clause | None:
    """Return who only believes or hopes that what is to come will be."""
    up = scene.clause(clause.governor)
    if up is None or clause.relation != "complement" or up.lemma not in scene.words.told.believing:
        return None
    if up.voice != "active":
        return None  # "is expected to visit" tells a plan
    # "Believes that they fled" tells a flight; "expects them to flee" none.
    return up if clause.tense in ("future", "none") or clause.modality is not None else None


def _purpose(scene: Scene, clause: Clause) -> Clause | None:
    untold = clause.pos == "verb" and clause.tense == "none" and clause.relation == "purpose"
    return scene.clause(clause.governor) if untold else None


def _infinitive(scene: Scene, clause: Clause) -> Clause | None:
    untold = clause.pos == "verb" and clause.tense == "none" and clause.relation in ("purpose", "complement")
    return scene.clause(clause.governor) if untold and scene.doc.tokens[clause.token].tag == "VB" else None


def _asked(scene: Scene, clause: Clause) -> Clause | None:
    up = _infinitive(scene, clause) if clause.relation == "complement" else None
    return up if up is not None and up.lemma in scene.words.told.asking else None


def _awaited(scene: Scene, clause: Clause) -> Clause | None:
    up = scene.clause(clause.governor)
    # "Fought until the rebels withdrew" tells a withdrawal, "will fight until they withdraw" none.
    if clause.relation != "adverbial" or clause.tense != "present" or up is None or up.factuality >= _HOLDS:
        return None
    kids = scene.doc.children(scene.doc.tokens[clause.token])
    waits = any(c.dep in ("advmod", "mark") and c.lower in scene.words.told.waiting for c in kids)
    return up if waits else None


_ACCUSING: Types = frozenset({"ACCUSE"})
_STRIKING: Types = frozenset({"ASSAULT"})
_MARCHING: Types = frozenset({"PROTEST"})
_DEMANDING: Types = frozenset({"ACCUSE", "REQUEST"})
_UNDOING: Types = frozenset({"CONCEDE", "RETREAT", "REJECT"})
_CHARGING: Types = frozenset({"COERCE", "SANCTION", "ACCUSE"})
_TALKING: Types = frozenset({"AGREE", "CONSULT"})
_TALKED_OF: Types = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})  # what talks may bring about

OPERATORS = (
    Operator("if", "If rebels attack the town, …", _ANY, _ANY, _condition),
    Operator("undoes", "lifted the curfew, rejected the offer", _UNDOING, _ANY, _verb_over),
    Operator("grants", "gave no permission for the rally", frozenset({"CONCEDE", "REJECT"}), _ANY - VERBAL, _granted),
    Operator("marches for", "marched to demand the president's removal", _MARCHING, _DEMANDING, _anyhow),
    Operator("charged with", "jailed for criticising the king", _CHARGING, VERBAL, _charge),
    Operator("talks about", "talks on the release of hostages", _TALKING, _TALKED_OF, _matter),
    Operator("talks about doing", "talks about redeploying the force", _TALKING, _ANY - VERBAL, _gerund),
    # "Accused of shelling a school": of violence somebody else's word still tells an event.
    Operator("accused of", "accused of collaborating with the army", _ACCUSING, _ANY - _STRIKING, _charge),
    Operator("suspected of", "suspected of spying", _ANY, _ANY - _STRIKING, _suspicion),
    Operator("opposes", "opposed an invitation to the rebels", _ANY, _ANY, _opposed),
    Operator("may", "has the power to impose sanctions", _ANY, _ANY, _capacity),
    Operator("believes", "expects the truce to hold", _ANY, _ANY, _believed),
    Operator("fights for", "battling to drive rebels from the hills", _STRIKING, _ANY - VERBAL, _infinitive),
    Operator("done for", "sent ships to escort tankers", _ANY, _ANY - VERBAL, _purpose),
    Operator("permits", "allowed the wounded to leave", frozenset({"CONCEDE"}), _ANY - _ALLOWED, _infinitive),
    # "Met to ask for aid": a meeting to speak tells both, as other words about words do not.
    Operator("words for", "supports a path for Chad to join", VERBAL - {"CONSULT"}, _ANY, _infinitive),
    Operator("asks", "heard of a request to close the border", _ANY, _ANY, _asked),
    Operator("awaits", "will fight until the last rebel lays down his arms", _ANY, _ANY, _awaited),
)
"""Each holds acts that are no events of their own. "Visited Oslo to call for talks" tells two: what is said is done."""


Matched = Sequence[tuple[Clause, Match]]


def only_spoken_of(scene: Scene, matcher: Matcher, matched: Matched, proposed: Matched = ()) -> frozenset[int]:
    """Return the clauses that are no events of their own: what a speech act speaks of, what an operator holds.

    ``proposed`` are clauses of which no frame but the reader may see an act: they are held, and hold nothing.
    """
    out: set[int] = set()
    for clause, match in matched:
        inner = spoken_of(scene, matcher, clause, match.frame)
        if inner is not None:
            out.update(_scope(scene, inner.clause))
    types = {c.index: m.frame.type for c, m in matched}
    for clause, match in matched:
        if _is_held(scene, clause, match, types):
            out.update(i for i in (clause.index, _object_act(scene, clause)) if i is not None)
        elif _gives_way(matcher, clause, types):
            out.add(clause.index)
    speaking = {c.index for c, m in matched if m.frame.content}
    out.update(c.index for c, m in proposed if _is_said(c, speaking) or _is_held(scene, c, m, types))
    return frozenset(out)


def _object_act(scene: Scene, clause: Clause) -> int | None:
    """Return the act that a verb's object names: "to impose sanctions" is held with its sanctions."""
    theme = clause.get("theme") if clause.pos == "verb" else None
    named = None if theme is None else scene.index.act_at.get(theme.head)
    return named.index if named is not None and named.pos == "noun" else None


def _is_said(clause: Clause, speaking: Collection[int]) -> bool:
    """Tell a clause that stands as the content of a speech act ("a request to close the border")."""
    return clause.relation == "complement" and clause.governor in speaking


def _is_held(scene: Scene, clause: Clause, match: Match, types: Mapping[int, EventType | None]) -> bool:
    kind = match.frame.type
    for operator in OPERATORS:
        up = operator.above(scene, clause) if kind in operator.inner else None
        if up is not None and types.get(up.index) in operator.outer:
            return True
    return False


def _gives_way(matcher: Matcher, clause: Clause, types: Mapping[int, EventType | None]) -> bool:
    """Tell "allowed trucks to enter": the act allowed is what is coded, with who allowed it as its actor."""
    inner = matcher.complement(clause) if clause.lemma in matcher.scene.words.shared.permit else None
    return inner is not None and types.get(inner.index) in _ALLOWED


def spoken_of(scene: Scene, matcher: Matcher, clause: Clause, frame: Frame) -> Inner | None:
    """Return the clause that a speech act speaks of, with its frame, or None where no frame knows it."""
    for role in frame.content.split("|") if frame.content else ():
        inner = matcher.complement(clause) if role == "complement" else _noun(scene, clause, role)
        if inner is None or inner.index == clause.index:
            continue
        best = matcher.best(inner)
        if best is not None:
            return Inner(inner, best)
    return None


def _noun(scene: Scene, clause: Clause, role: str) -> Clause | None:
    named = (scene.index.act_at.get(a.head) for a in clause.arguments if a.role == role)
    return next((c for c in named if c is not None), None)


def _scope(scene: Scene, inner: Clause) -> Iterator[int]:
    """Yield what is spoken of, what is coordinated with it, and what stands in its own scope.

    "Agreed to hold talks and to release prisoners", "asked him to convene talks".
    """
    yield inner.index
    joined = (scene.index.act_at.get(t.i) for t in scene.doc.conjuncts(scene.doc.tokens[inner.token]))
    yield from (c.index for c in joined if c is not None)
    for c in scene.index.below.get(inner.index, ()):
        if c.relation in ("complement", "purpose", "noun") and c.pos == "verb":
            yield c.index
    named = _object_act(scene, inner)
    if named is not None:
        yield named
