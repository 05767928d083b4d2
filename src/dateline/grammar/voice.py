"""Active or passive, and who does it in the passive."""

from dateline.grammar.coordination import shares
from dateline.parse.tree import Document, Token

_MARKS = frozenset({"auxpass", "nsubjpass", "csubjpass"})
_DESCRIBING = frozenset({"acl", "amod"})
_OWN = frozenset({"aux", "nsubj", "dobj"})
_DAYS = frozenset({"DATE", "TIME"})


def is_passive(doc: Document, verb: Token) -> bool:
    """Tell whether what a verb is said of undergoes it: "was seized", "the town seized by rebels", "besieged towns"."""
    kids = doc.children(verb)
    if any(c.dep in _MARKS for c in kids):
        return True
    if verb.tag != "VBN" or any(c.dep == "aux" and c.lemma == "have" for c in kids):
        return False
    if verb.dep in _DESCRIBING:
        return True
    if verb.dep in ("xcomp", "oprd") and not any(c.dep in ("aux", "dobj") for c in kids):
        return is_passive(doc, doc.head(verb))  # "were reported killed"
    if shares(doc, verb):
        return is_passive(doc, doc.head(verb))
    # "Seized in May, the town …": loose participles, unless a helper, a subject or an object shows them active.
    return verb.dep in ("advcl", "ROOT", "ccomp") and not any(c.dep in _OWN for c in kids)


def agent_of(doc: Document, verb: Token) -> Token | None:
    """Return who does what a passive verb says ("by the army"); "by Friday" is nobody."""
    for c in doc.children(verb):
        if c.dep == "agent" or (c.dep == "prep" and c.lower == "by"):
            found = doc.child(c, "pobj")
            if found is not None and found.ent not in _DAYS:
                return found
    return None


def described(doc: Document, verb: Token) -> Token | None:
    """Return the noun that a passive participle describes: "a plan backed by Chad", "besieged towns"."""
    return doc.head(verb) if verb.dep in _DESCRIBING else None
