"""The subject of a verb, its own or one that stands elsewhere: relative clauses, participles, control, coordination."""

from dateline.grammar.coordination import first_alike
from dateline.grammar.forms import PAST_OR_PRESENT, is_finite, is_infinitive, is_verb, verb_lemma
from dateline.grammar.voice import is_passive
from dateline.lexicon.reading.grammar import grammar_words
from dateline.parse.tree import Document, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "IN"})
_BORROWS_NONE = frozenset({"ROOT", "parataxis", "amod", "dep"})
_PARTING = frozenset({",", ":", ";"})
_MAX_CHAIN = 6  # heads followed for a shared subject


def own_subject(doc: Document, verb: Token) -> Token | None:
    """Return the subject that stands with a verb; of two the nearer ("Bridge unsafe, says mayor").

    Of two that are one phrase cut by the parser it is the name right after its noun ("the regional bloc SADC"), but the
    first of "leaders of the bloc ECOWAS".
    """
    # A bullet or a dash that the parser took for a subject is none.
    found = [c for c in doc.labelled(verb, SUBJECTS) if c.text[0].isalnum()]
    if not found:
        helper = doc.child(verb, "auxpass", "aux")
        return None if helper is None else doc.child(helper, *SUBJECTS)  # "Chile is opposed": a slip of the parser
    if len(found) == 1:
        return found[0]
    between = doc.tokens[found[0].i + 1 : found[-1].i]
    cut = all(t.text == "-" for t in between)
    parted = any(t.text in _PARTING for t in between)
    return min(found, key=lambda c: abs(c.i - verb.i)) if cut or parted else found[0]


def subject_of(doc: Document, verb: Token, *, depth: int = 0) -> Token | None:
    """Return the head of a verb's surface subject, over control, participles and coordination."""
    own = own_subject(doc, verb)
    if own is not None:
        return antecedent(doc, own)
    if depth > _MAX_CHAIN or _borrows_none(doc, verb):
        return None
    head = doc.head(verb)
    if verb.dep in ("acl", "relcl"):
        return _noun_subject(doc, verb, head, depth)
    if verb.dep == "conj":
        head = first_alike(doc, verb) if verb.tag in PAST_OR_PRESENT and head.tag == "VB" else head
    elif _is_past_quote(doc, verb, head):
        head = doc.head(head)
    # "Accused of looting": past the preposition to the verb, or to the noun.
    if verb.dep == "pcomp":
        head = next((a for a in doc.ancestors(verb) if is_verb(a) or a.pos == "NOUN"), head)
    if head.pos == "NOUN":
        return own_subject(doc, head) or possessor(doc, head)  # a verb taken for a noun has its subject still
    # "Urged Iran to stop": the object does it. "Promised Iran to stop": the subject does.
    controlled = controller(doc, head) if verb.dep in ("xcomp", "pcomp") else None
    return controlled or subject_of(doc, head, depth=depth + 1)


def _borrows_none(doc: Document, verb: Token) -> bool:
    return verb.dep in _BORROWS_NONE or (verb.dep == "ccomp" and is_finite(doc, verb))


def antecedent(doc: Document, token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.tag not in _RELATIVE_TAGS or token.lower not in grammar_words().relatives:
        return token
    for up in doc.ancestors(token):
        if up.dep == "relcl":
            return _outer(doc, doc.head(up), token)
    return token


def _outer(doc: Document, noun: Token, pronoun: Token) -> Token:
    """Return what ", which" refers to: past a participle, what that describes ("forces allied with X, which …")."""
    comma = pronoun.i > 0 and doc.tokens[pronoun.i - 1].text == ","
    while comma and noun.dep == "pobj" and doc.head(noun).dep == "prep" and doc.head(doc.head(noun)).dep == "acl":
        noun = doc.head(doc.head(doc.head(noun)))
    return noun


def _is_past_quote(doc: Document, verb: Token, head: Token) -> bool:
    """Tell the "adding" of '"…," he said, adding that …' and of 'he said "…," adding …', tied to the words quoted."""
    if verb.tag != "VBG" or verb.dep != "advcl" or head.dep != "ccomp" or verb.i < head.i:
        return False
    return any(t.text == '"' for t in doc.tokens[max(head.i, verb.i - 2) : verb.i])


def _noun_subject(doc: Document, verb: Token, noun: Token, depth: int) -> Token | None:
    """Subject of a participle or infinitive on a noun: the noun itself, or for "plan to strike" whose plan it is."""
    if not is_infinitive(doc, verb) or is_passive(doc, verb):
        return noun
    owner = possessor(doc, noun)
    # "The Chad decision to leave": before such a noun a bare name owns it.
    if owner is None and noun.lemma.lower() in grammar_words().decisions:
        owner = doc.child(noun, "compound")
    if owner is not None:
        return owner
    governor = governing_verb(doc, noun)
    return subject_of(doc, governor, depth=depth + 1) if governor else None


def governing_verb(doc: Document, token: Token) -> Token | None:
    """Return the nearest verb above a word."""
    return next((t for t in doc.ancestors(token) if is_verb(t)), None)


def possessor(doc: Document, noun: Token) -> Token | None:
    """Return whose a noun is: a name or noun before a pronoun."""
    # "Her minister's plan": a name or a noun is surer than a pronoun.
    return next((c for c in doc.children(noun) if c.dep == "poss" and c.tag != "PRP$"), doc.child(noun, "poss"))


def controller(doc: Document, head: Token) -> Token | None:
    """Return the object that is the subject of an infinitive ("urged Iran to stop", "called on Iran to stop")."""
    control = grammar_words().object_control
    lemma = verb_lemma(doc, head)
    target = doc.child(head, "dobj", "dative")
    if target is not None and lemma in control:
        # "Gave to Chad": the preposition was taken for the object.
        return None if target.pos == "ADP" else target
    # "Was urged to stop": of a passive the subject is the one who is urged.
    if is_passive(doc, head):
        return None
    for prep in doc.children(head):
        if prep.dep == "prep" and f"{lemma} {prep.lower}" in control:
            return doc.child(prep, "pobj")
    return None
