"""Which of the clauses that no other holds tell an event, and which only name or describe something."""

from dateline.grammar.forms import FINITE, is_infinitive, is_verb
from dateline.stages.events.scene.found import VERBAL, Found
from dateline.stages.events.scene.lookups import Scene


def is_told(scene: Scene, found: Found) -> bool:
    """Tell an event from words that say nothing of one."""
    if _general(scene, found):
        return False
    # "If rebels attack": a possible act is worth a record where it says who, and to whom or when.
    if found.status == "hypothetical" and not (found.actors and (found.recipients or found.content or found.when)):
        return False
    # "Fears of an attack": a noun of what may be tells nothing.
    if found.status == "hypothetical" and found.clause.pos == "noun" and found.clause.support is None:
        return False
    if found.clause.pos == "verb":
        return not _describes(scene, found)
    if _only_named(scene, found) or _manner(scene, found):
        return False
    # A noun tells an act where it says anything of it: "clashes" alone may be any.
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
    # "Clashes are frequent": only the body generalises; a headline says "Clashes in Tavna" of one.
    if sentence.part != "body" or found.clause.tense != "none" or found.when or found.quantities or found.attribution:
        return False
    verbs = [t for t in doc.tokens_of(sentence) if is_verb(t) and t.tag in FINITE]
    if any(t.tag in ("VBD", "MD") or t.lemma == "have" for t in verbs) or not verbs:
        return False
    # "Are shelling": what is going on just now is an event, though it is in the present.
    return not any(doc.child(t, "aux") is not None and t.tag == "VBG" for t in doc.tokens_of(sentence))


def _manner(scene: Scene, found: Found) -> bool:
    """Tell the noun of "in protest", "in support of", which says how or why another act is done."""
    noun = scene.doc.tokens[found.clause.token]
    if noun.lemma.lower() not in scene.words.told.manner or noun.dep != "pobj" or found.clause.support is not None:
        return False
    return scene.doc.head(noun).lower == "in" and not any(c.i < noun.i for c in scene.doc.children(noun))


def _describes(scene: Scene, found: Found) -> bool:
    """Tell a participle or a present-tense relative clause that only says what kind of thing its noun is."""
    verb = scene.doc.tokens[found.clause.token]
    if verb.dep in ("acl", "relcl") and scene.doc.head(verb).tag in ("JJS", "RBS") and is_infinitive(scene.doc, verb):
        return True  # "the deadliest to target foreign troops"
    # "The men wounded in the raid" were wounded; "the ministers invited to the talks" are so described.
    if found.type not in VERBAL and found.type not in ("COOPERATE", "AID"):
        return False
    if verb.dep == "acl" and verb.tag == "VBN" and scene.doc.child(verb, "aux") is None:
        # "The envoy invited by Chad": with an agent it tells who invited.
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
    # "At the summit" places what was done there; "at talks between Chad and Mali" tells who met.
    return future or (prep in scene.words.told.circumstantial and not (found.actors and len(found.actors) > 1))
