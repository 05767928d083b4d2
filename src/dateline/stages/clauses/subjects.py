"""The subject of a verb, where it stands elsewhere: relative clauses, participles, control, coordination."""

from dateline.lexicon.clauses import VerbWords
from dateline.parse.tree import Document, Token
from dateline.stages.clauses.phrases import is_infinitive, verb_lemma

_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "IN"})
_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_OWN_SUBJECT = frozenset({"ROOT", "ccomp", "parataxis", "amod", "dep"})  # these borrow none
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MAX_CHAIN = 6  # heads followed for a shared subject


def is_passive(doc: Document, verb: Token) -> bool:
    """Tell whether the verb's subject undergoes it."""
    kids = doc.children(verb)
    if any(c.dep in ("auxpass", "nsubjpass", "csubjpass") for c in kids):
        return True
    if verb.tag != "VBN" or any(c.dep == "aux" and c.lemma == "have" for c in kids):
        return False
    if verb.dep == "acl":
        return True
    if verb.dep in ("xcomp", "oprd") and not any(c.dep in ("aux", "dobj") for c in kids):
        return is_passive(doc, doc.head(verb))  # "were reported killed"
    if verb.dep == "conj" and not any(c.dep in ("aux", "nsubj") for c in kids):
        return is_passive(doc, doc.head(verb))
    return verb.dep in ("advcl", "ROOT", "ccomp") and not any(c.dep in ("aux", "nsubj", "dobj") for c in kids)


def coordinated_with(doc: Document, token: Token) -> Token:
    """Return the first of what a token is coordinated with, or the token itself.

    A finite verb is not of an infinitive's kind: "failed to agree and left" is tied by the parser to "agree", but
    belongs with "failed".
    """
    at = token
    while at.dep == "conj":
        at = doc.head(at)
        if token.tag in _FINITE and at.tag == "VB" and at.dep in ("xcomp", "advcl", "acl") and is_infinitive(doc, at):
            above = doc.head(at)
            at = above if above.pos in ("VERB", "AUX") else at
    return at


def relative_antecedent(doc: Document, token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.lower not in _RELATIVE or token.tag not in _RELATIVE_TAGS:
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


def subject(doc: Document, verb: Token, words: VerbWords, *, depth: int = 0) -> Token | None:
    """Return the head of the verb's surface subject, over control, participles and coordination."""
    own = doc.child(verb, *_SUBJECT)
    if own is not None:
        return relative_antecedent(doc, own)
    if depth > _MAX_CHAIN or verb.dep in _OWN_SUBJECT:
        return None
    head = doc.head(verb)
    if verb.dep in ("acl", "relcl"):
        return _noun_subject(doc, verb, head, words, depth)
    if verb.dep == "conj":
        head = _shared_head(doc, verb, head)
    elif _is_past_quote(doc, verb, head):
        head = doc.head(head)
    if verb.dep == "pcomp":
        head = next((a for a in doc.ancestors(verb) if a.pos in ("VERB", "NOUN", "AUX")), head)
    if head.pos == "NOUN":
        return possessor(doc, head)
    if verb.dep in ("xcomp", "pcomp"):
        controlled = _controller(doc, head, words)
        if controlled is not None:
            return controlled
    return subject(doc, head, words, depth=depth + 1)


def _shared_head(doc: Document, verb: Token, head: Token) -> Token:
    """Return the verb whose subject a coordinated verb shares: past an infinitive for a finite one."""
    first = coordinated_with(doc, verb)
    return first if verb.tag in _FINITE and head.tag == "VB" else head


def _is_past_quote(doc: Document, verb: Token, head: Token) -> bool:
    """Tell the "adding" of '"…," he said, adding that …' and of 'he said "…," adding …', tied to the words quoted."""
    if verb.tag != "VBG" or verb.dep != "advcl" or head.dep != "ccomp" or verb.i < head.i:
        return False
    return any(t.text == '"' for t in doc.tokens[max(head.i, verb.i - 2) : verb.i])


def _noun_subject(doc: Document, verb: Token, noun: Token, words: VerbWords, depth: int) -> Token | None:
    """Subject of a participle or infinitive on a noun: the noun itself, or for "plan to strike" whose plan it is."""
    if not is_infinitive(doc, verb):
        return noun
    owner = possessor(doc, noun)
    if owner is not None:
        return owner
    governor = next((a for a in doc.ancestors(noun) if a.pos in ("VERB", "AUX")), None)
    return subject(doc, governor, words, depth=depth + 1) if governor else None


def possessor(doc: Document, noun: Token) -> Token | None:
    """Return whose a noun is: a name or noun before a pronoun."""
    return next((c for c in doc.children(noun) if c.dep == "poss" and c.tag != "PRP$"), doc.child(noun, "poss"))


def _controller(doc: Document, head: Token, words: VerbWords) -> Token | None:
    """Return the object that is the subject of an infinitive ("urged Iran to stop", "called on Iran to stop")."""
    lemma = verb_lemma(doc, head)
    target = doc.child(head, "dobj", "dative")
    if target is not None and lemma in words.object_control:
        return None if target.pos == "ADP" else target
    if is_passive(doc, head):
        return None
    for prep in doc.children(head):
        if prep.dep == "prep" and f"{lemma} {prep.lower}" in words.object_control:
            return doc.child(prep, "pobj")
    return None
