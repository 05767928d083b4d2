"""When a capital stands for a government: "Moscow said", "Beijing's claims", "talks with Tehran"; not "in Moscow"."""

from dateline.grammar.coordination import first_of
from dateline.lexicon.world.patterns import Metonyms
from dateline.parse.tree import Document, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def stands_for_government(document: Document, token: Token, words: Metonyms) -> bool:
    """Tell whether the capital at a token is used as an actor, going by what governs it."""
    top = first_of(document, token)
    head = document.head(top)
    if head is top or _has_place_words(document, top):
        return False
    if top.dep in _SUBJECTS:
        return _acts(document, top, head, words)
    if top.dep == "poss":
        return head.lemma in words.policy_nouns
    # "Told Moscow", "gave Tirana tanks".
    if top.dep == "dative":
        return True
    if top.dep == "dobj":
        # "Urged Kigali to leave": whoever is to do something is no place.
        told = head.lemma in words.verbs and document.child(head, "xcomp", "ccomp") is not None
        return told or head.lemma in words.object_verbs
    if top.dep == "pobj":
        return _side(document, head, words)
    if top.dep in ("nmod", "compound", "amod"):
        return _is_addressed(document, top, head, words)
    return False


def _has_place_words(document: Document, token: Token) -> bool:
    """Tell whether the name goes on as a place: "Paris, France", "downtown Athens"."""
    return any(
        # "Both London and Paris": this one article says nothing of a place.
        (c.dep in ("amod", "det", "appos") and c.lower != "both") or (c.dep == "acl" and c.tag == "VBN")
        for c in document.children(token)
    )


def _acts(document: Document, subject: Token, verb: Token, words: Metonyms) -> bool:
    if subject.dep == "nsubjpass":
        return verb.lemma in words.object_verbs
    # "Minsk will", "Minsk must": with a modal a town has a will.
    if verb.lemma in words.verbs or any(c.dep == "aux" and c.tag == "MD" for c in document.children(verb)):
        return True
    if verb.lemma not in words.stative and document.child(verb, "dobj", "ccomp", "xcomp") is not None:
        return True
    below = document.child(verb, "xcomp")
    # "Minsk is to decide", "has to decide".
    return verb.lemma in ("be", "have") and below is not None and below.lemma in words.verbs


def _side(document: Document, prep: Token, words: Metonyms) -> bool:
    """Judge "talks with Tehran", "pressure on Minsk", "a warning to Seoul", "accused by Kigali"."""
    above = document.head(prep)
    # "Flew to Tirana" is a journey, "flew to Tirana for talks" an errand to its government.
    if prep.lower in ("in", "to") and above.lemma in words.journeys:
        return _on_errand(document, above, words)
    if prep.lower in words.locatives or prep.lower not in words.sides:
        return False
    if prep.dep == "agent" or prep.lower == "by":
        return above.lemma in words.verbs or above.lemma in words.policy_nouns
    if _receives(document, prep, above, words):
        return True
    if above.pos in ("NOUN", "PROPN"):
        nouns = words.relation_nouns if prep.lower in words.facing else words.policy_nouns
        # "Talks with Tehran", "pressure on Minsk", but "the mayor of Minsk".
        return above.lemma in nouns and prep.lower != "of"
    given = document.child(above, "dobj")
    if given is not None and given.lemma in words.relation_nouns and prep.lower in words.given_to:
        return True
    if prep.lower == "to":
        return above.lemma in words.towards
    return prep.lower in ("between", "with", "against") and above.lemma in words.verbs


def _on_errand(document: Document, verb: Token, words: Metonyms) -> bool:
    """Judge "flew to Tirana for talks"."""
    preps = [c for c in document.children(verb) if c.dep == "prep" and c.lower in ("for", "on")]
    return any(t.lemma in words.errands for p in preps for t in document.children(p) if t.dep == "pobj")


def _receives(document: Document, prep: Token, above: Token, words: Metonyms) -> bool:
    """Judge "missiles to Tirana", "sent tanks to Oslo"."""
    if prep.lower not in ("to", "for"):
        return False
    if above.pos in ("NOUN", "PROPN"):
        return above.lemma in words.deliveries
    given = document.child(above, "dobj", "nsubjpass")
    return above.lemma in words.giving and given is not None and given.lemma in words.deliveries


def _is_addressed(document: Document, token: Token, head: Token, words: Metonyms) -> bool:
    """Read "an ultimatum to Tirana warning of war", where "warning" passes for a noun."""
    prep = document.head(head)
    if not head.lower.endswith("ing") or head.i != token.i + 1 or prep.i != token.i - 1:
        return False
    return prep.lower in words.sides and _side(document, prep, words)
