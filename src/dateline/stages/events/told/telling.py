"""Which clauses tell an event, and which only say what another is about."""

from collections.abc import Iterator, Mapping

from dateline.draft import Clause
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.found import VERBAL, Found, Match
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.told.content import content_of

_SETTLED = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})  # what talks may bring about
_ALLOWED = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT"})  # what is coded itself where it is allowed
_HOLDS = 2.5  # factuality from which a clause tells what is so, and with it what stands below it


def only_spoken_of(scene: Scene, matcher: Matcher, matched: list[tuple[Clause, Match]]) -> frozenset[int]:
    """Return the clauses that are no events of their own: what a speech act speaks of, what a verb undoes or allows."""
    out: set[int] = set()
    for clause, match in matched:
        inner = content_of(scene, matcher, clause, match.frame)
        if inner is None:
            continue
        out.add(inner[0].index)
        head = scene.doc.tokens[inner[0].token]
        out.update(c.index for t in scene.doc.conjuncts(head) if (c := scene.index.act_at.get(t.i)) is not None)
        out.update(_below(scene, inner[0]))
        out.update(_object(scene, inner[0]))
    types = {c.index: m.frame.type for c, m in matched}
    out.update(
        c.index
        for c, _ in matched
        if _only_meant(scene, c, types)
        or _discussed(scene, c, types)
        or _permits(matcher, c, types)
        or _undone(scene, c, types)
        or _cried(scene, c, types)
        or _charged(scene, c, types)
    )
    return frozenset(out)


def _undone(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell "lifted the curfew", "rejected the offer": a noun that a verb undoes is no event of its own."""
    up = scene.clause(clause.governor)
    if up is None or clause.pos != "noun" or clause.support is not None:
        return False
    theme = up.get("theme")
    return theme is not None and theme.head == clause.token and types.get(up.index) in ("CONCEDE", "RETREAT", "REJECT")


def _cried(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell what demonstrators demand, which is no event beside their demonstration."""
    up = scene.clause(clause.governor)
    return up is not None and types.get(clause.index) == "REQUEST" and types.get(up.index) == "PROTEST"


def _charged(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell what somebody is jailed, expelled or tried for: the charge, not a deed that the report tells."""
    up = scene.clause(clause.governor)
    verb = scene.doc.tokens[clause.token]
    if up is None or clause.pos != "verb" or verb.dep != "pcomp" or scene.doc.head(verb).lower not in ("for", "of"):
        return False
    return types.get(up.index) in ("COERCE", "SANCTION", "ACCUSE") and types.get(clause.index) in VERBAL


def _discussed(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell "talks on the release of hostages", "a plan for joint patrols": what words are about is not yet done."""
    noun = scene.doc.tokens[clause.token]
    if clause.pos != "noun" or noun.dep != "pobj" or clause.support is not None:
        return False
    prep = scene.doc.head(noun)
    up = scene.index.act_at.get(prep.head)
    if up is None or up.pos != "noun" or prep.lower not in ("about", "on", "over"):
        return False
    return types.get(up.index) in ("AGREE", "CONSULT") and types.get(clause.index) in _SETTLED


def _permits(matcher: Matcher, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell "allowed trucks to enter": the act allowed is what is coded, with who allowed it as its actor."""
    inner = matcher.complement(clause) if clause.lemma in matcher.scene.words.shared.permit else None
    return inner is not None and types.get(inner.index) in _ALLOWED


def _only_meant(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell an infinitive that says what words are about, or what a deed is for, from one that is told.

    "Supports a path for X to join", "sent ships to escort tankers" tell one act; "visited Oslo to call for talks" two.
    """
    up = scene.clause(clause.governor)
    if up is None or clause.pos != "verb" or clause.tense != "none" or clause.relation not in ("purpose", "complement"):
        return False
    kind = types.get(up.index)
    if clause.relation == "purpose" and types.get(clause.index) not in VERBAL:
        return True
    if kind == "CONCEDE" and types.get(clause.index) not in _ALLOWED:
        return scene.doc.tokens[clause.token].tag == "VB"  # "allowed the wounded to leave"
    return kind in VERBAL and kind != "CONSULT" and scene.doc.tokens[clause.token].tag == "VB"


def _below(scene: Scene, clause: Clause) -> Iterator[int]:
    """Yield the clauses whose scope is what is spoken of ("agreed to hold talks and to release prisoners")."""
    for c in scene.index.below.get(clause.index, ()):
        if c.relation in ("complement", "purpose", "noun") and c.pos == "verb":
            yield c.index


def _object(scene: Scene, clause: Clause) -> Iterator[int]:
    """Yield the event noun that is the object of what is spoken of ("asked him to convene talks")."""
    theme = clause.get("theme")
    inner = None if theme is None else scene.index.act_at.get(theme.head)
    if inner is not None and inner.pos == "noun" and clause.pos == "verb":
        yield inner.index


def is_told(scene: Scene, found: Found) -> bool:
    """Tell an event from words that say nothing of one."""
    if found.clause.relation == "condition" or _general(scene, found):
        return False
    if _awaited(scene, found) or _asked_for(scene, found):
        return False
    if found.status == "hypothetical" and not (found.actors and (found.recipients or found.content or found.when)):
        return False
    if found.status == "hypothetical" and found.clause.pos == "noun" and found.clause.support is None:
        return False
    if found.clause.pos == "verb":
        return not _describes(scene, found)
    if _only_named(scene, found) or _manner(scene, found):
        return False
    return bool(
        found.actors
        or found.recipients
        or found.when
        or found.place_span
        or found.quantities
        or found.clause.support is not None
    )


def _general(scene: Scene, found: Found) -> bool:
    """Tell a noun in a sentence that states how things are: in the present tense, with no day, number or voice."""
    doc = scene.doc
    sentence = doc.sentence_of(doc.tokens[found.clause.token])
    if sentence.part != "body" or found.clause.tense != "none" or found.when or found.quantities or found.attribution:
        return False
    verbs = [t for t in doc.tokens_of(sentence) if t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD")]
    if any(t.tag in ("VBD", "MD") or t.lemma == "have" for t in verbs) or not verbs:
        return False
    return not any(doc.child(t, "aux") is not None and t.tag == "VBG" for t in doc.tokens_of(sentence))


def _awaited(scene: Scene, found: Found) -> bool:
    """Tell what is waited for: "vowed to fight until the last rebel lays down his arms"."""
    clause, up = found.clause, scene.clause(found.clause.governor)
    if clause.relation != "adverbial" or clause.tense != "present" or up is None or up.factuality >= _HOLDS:
        return False
    kids = scene.doc.children(scene.doc.tokens[clause.token])
    return any(c.dep in ("advmod", "mark") and c.lower in scene.words.told.waiting for c in kids)


def _asked_for(scene: Scene, found: Found) -> bool:
    """Tell what somebody is only asked or advised to do: "advised its citizens not to travel"."""
    clause, up = found.clause, scene.clause(found.clause.governor)
    if (
        clause.relation != "complement"
        or clause.tense != "none"
        or up is None
        or up.lemma not in scene.words.told.asking
    ):
        return False
    return scene.doc.tokens[clause.token].tag == "VB"


def _manner(scene: Scene, found: Found) -> bool:
    """Tell the noun of "in protest", "in support of", which says how or why another act is done."""
    noun = scene.doc.tokens[found.clause.token]
    if noun.lemma.lower() not in scene.words.told.manner or noun.dep != "pobj" or found.clause.support is not None:
        return False
    return scene.doc.head(noun).lower == "in" and not any(c.i < noun.i for c in scene.doc.children(noun))


def _describes(scene: Scene, found: Found) -> bool:
    """Tell a participle or a present-tense relative clause that only says what kind of thing its noun is."""
    verb = scene.doc.tokens[found.clause.token]
    if found.type not in VERBAL and found.type not in ("COOPERATE", "AID"):
        return False
    if verb.dep == "acl" and verb.tag == "VBN" and scene.doc.child(verb, "aux") is None:
        return not any(a.role == "agent" and a.prep for a in found.clause.arguments)
    if verb.dep == "acl" and verb.tag == "VBG" and found.type in ("COOPERATE", "AID"):
        return True
    return verb.dep == "relcl" and found.clause.tense == "present" and found.status == "occurred"


def _only_named(scene: Scene, found: Found) -> bool:
    """Tell a gathering that only dates or places another act ("at the G7 summit", "the July summit")."""
    noun = scene.doc.tokens[found.clause.token]
    if (
        found.clause.pos != "noun"
        or found.clause.support is not None
        or noun.lemma.lower() not in scene.words.shared.gatherings
    ):
        return False
    prep = scene.doc.head(noun).lower if noun.dep == "pobj" else ""
    coming = scene.draft.report.published or ""
    future = found.when is not None and found.when.start is not None and bool(coming) and found.when.start > coming
    return future or (prep in scene.words.told.circumstantial and not (found.actors and len(found.actors) > 1))
