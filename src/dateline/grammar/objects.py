"""What a verb is done to: its object, its passive subject, the noun that its relative clause or participle is about."""

from dateline.grammar.forms import is_relative
from dateline.grammar.subjects import antecedent, subject_of
from dateline.grammar.voice import described, is_passive
from dateline.parse.tree import Document, Token

_NEAR = 3  # tokens between coordinated verbs that share an object


def undergoer(doc: Document, verb: Token) -> Token | None:
    """Return who or what a verb is done to, over active, passive, relative clause and participle."""
    if is_passive(doc, verb):
        return described(doc, verb) or subject_of(doc, verb)
    own = doc.child(verb, "dobj")
    return antecedent(doc, own) if own is not None else gap(doc, verb)


def own_object(doc: Document, verb: Token) -> Token | None:
    """Return what a verb is done to by the words of its own clause: its object, in the passive its subject."""
    return doc.child(verb, "nsubjpass") if is_passive(doc, verb) else doc.child(verb, "dobj")


def gap(doc: Document, verb: Token) -> Token | None:
    """Return the noun that is the missing object of a relative clause ("the strikes that Ukraine made")."""
    own = doc.child(verb, "nsubj")
    # "The men who left", "the day that came": with such a subject nothing is missing.
    if verb.dep != "relcl" or own is None or is_relative(own) or own.lower == "that" or stands_beside(doc, verb):
        return None
    return doc.head(verb)


def stands_beside(doc: Document, verb: Token) -> bool:
    """Tell a relative clause that says where or when: "a raid in which nine died", "the town, where nine died"."""
    for c in doc.children(verb):
        if c.tag == "WRB" or (c.dep == "prep" and any(is_relative(g) for g in doc.children(c))):
            return True
    return False


def later_object(doc: Document, verb: Token) -> Token | None:
    """Return the object that coordinated verbs share ("attacked and looted the town"): it stands with the last one."""
    last = next(
        (c for c in doc.children(verb) if c.dep == "conj" and c.tag == verb.tag and c.i - verb.i <= _NEAR), None
    )
    # "Attacked, and villagers left the town": with a subject of its own the second shares nothing.
    if last is None or doc.child(last, "nsubj", "nsubjpass") is not None:
        return None
    return doc.child(last, "dobj")
