"""Arguments of a verb over active, passive, relative clause, participle, control and coordination."""

from collections.abc import Iterator

from dateline.draft import Argument
from dateline.lexicon.clauses import ClauseWords
from dateline.parse.tree import Document, Token

_WH = frozenset({"which", "that", "who", "whom", "whose"})
_NEAR = 3  # tokens between coordinated verbs that share an object
_MAX_CHAIN = 6  # heads followed for a shared subject


def verb_lemma(doc: Document, verb: Token) -> str:
    """Return the lemma with its particle joined ("shut down")."""
    particle = doc.child(verb, "prt")
    lemma = verb.lemma.lower()
    return f"{lemma} {particle.lower}" if particle else lemma


def is_passive(doc: Document, verb: Token) -> bool:
    """Tell whether the verb's subject undergoes it."""
    kids = doc.children(verb)
    if any(c.dep in ("auxpass", "nsubjpass", "csubjpass") for c in kids):
        return True
    if verb.tag != "VBN" or any(c.dep == "aux" and c.lemma == "have" for c in kids):
        return False
    if verb.dep == "acl":
        return True
    if verb.dep == "conj" and not any(c.dep in ("aux", "nsubj") for c in kids):
        return is_passive(doc, doc.head(verb))
    return verb.dep in ("advcl", "ROOT", "ccomp") and not any(c.dep in ("aux", "nsubj", "dobj") for c in kids)


def np_span(doc: Document, head: Token) -> tuple[int, int]:
    """Return the words from the left edge of a noun phrase to its head, with a directly following "of" phrase."""
    left = head
    while True:
        kids = doc.children(left)
        if not kids or kids[0].i >= left.i or kids[0].dep in ("punct", "cc", "preconj"):
            break
        left = kids[0]
    return (min(left.start, head.start), head.end)


def argument(doc: Document, role: str, head: Token, prep: str | None = None) -> Argument:
    """Make an argument from its head token; a clause's argument is the verb alone."""
    span = np_span(doc, head) if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") else (head.start, head.end)
    return Argument(role=role, head=head.i, span=span, prep=prep)


def prepositions(doc: Document, token: Token) -> Iterator[Argument]:
    """Yield the prepositional arguments of a token; "out of X" gives X with both prepositions' names joined."""
    for prep in doc.children(token):
        if prep.dep not in ("prep", "agent", "dative") or prep.pos not in ("ADP", "SCONJ", "VERB", "PART"):
            continue
        name = prep.lower
        for inner in doc.children(prep):
            if inner.dep == "pobj":
                yield argument(doc, "agent" if prep.dep == "agent" else name, inner, name)
            elif inner.dep == "pcomp":
                yield argument(doc, name, inner, name)
            elif inner.dep == "prep":
                yield from _inner(doc, name, inner)


def _inner(doc: Document, name: str, prep: Token) -> Iterator[Argument]:
    for inner in doc.children(prep):
        if inner.dep in ("pobj", "pcomp"):
            role = f"{name} {prep.lower}" if prep.lower in ("of", "to", "with", "for") else name
            yield argument(doc, role, inner, role)


def relative_antecedent(doc: Document, token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.lower not in _WH or token.tag not in ("WDT", "WP", "WP$", "IN"):
        return token
    for up in doc.ancestors(token):
        if up.dep == "relcl":
            return _outer(doc, doc.head(up), token)
    return token


def _outer(doc: Document, noun: Token, pronoun: Token) -> Token:
    """Return what ", which" refers to: past a participle, the noun that it describes ("forces allied with X, which …")."""
    comma = pronoun.i > 0 and doc.tokens[pronoun.i - 1].text == ","
    while comma and noun.dep == "pobj" and doc.head(doc.head(noun)).dep == "acl":
        noun = doc.head(doc.head(doc.head(noun)))
    return noun


def subject(doc: Document, verb: Token, words: ClauseWords, *, depth: int = 0) -> Token | None:
    """Return the head of the verb's surface subject, over control, participles and coordination."""
    own = doc.child(verb, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        return relative_antecedent(doc, own)
    if depth > _MAX_CHAIN or verb.dep in ("ROOT", "ccomp", "parataxis", "amod"):
        return None
    head = doc.head(verb)
    if verb.dep in ("acl", "relcl"):
        return _noun_subject(doc, verb, head, words, depth)
    if verb.dep == "pcomp":
        head = next((a for a in doc.ancestors(verb) if a.pos in ("VERB", "NOUN", "AUX")), head)
    if head.pos == "NOUN":
        return _possessor(doc, head)
    if verb.dep in ("xcomp", "pcomp"):
        controlled = _controller(doc, head, words)
        if controlled is not None:
            return controlled
    return subject(doc, head, words, depth=depth + 1)


def _noun_subject(doc: Document, verb: Token, noun: Token, words: ClauseWords, depth: int) -> Token | None:
    """Subject of a participle or infinitive on a noun: the noun itself, or for "plan to strike" whose plan it is."""
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in doc.children(verb))
    if not infinitive:
        return noun
    owner = _possessor(doc, noun)
    if owner is not None:
        return owner
    governor = next((a for a in doc.ancestors(noun) if a.pos in ("VERB", "AUX")), None)
    return subject(doc, governor, words, depth=depth + 1) if governor else None


def _possessor(doc: Document, noun: Token) -> Token | None:
    return next((c for c in doc.children(noun) if c.dep == "poss" and c.tag not in ("PRP$",)), doc.child(noun, "poss"))


def _controller(doc: Document, head: Token, words: ClauseWords) -> Token | None:
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


def verb_arguments(doc: Document, verb: Token, words: ClauseWords) -> tuple[Argument, ...]:
    """Return the verb's arguments with deep roles: agent, theme, recipient, content, and prepositions by name."""
    out: list[Argument] = []
    passive = is_passive(doc, verb)
    surface = subject(doc, verb, words)
    if passive and verb.dep == "acl":
        surface = doc.head(verb)
    if surface is not None:
        out.append(argument(doc, "theme" if passive else "agent", surface))
    out.extend(_objects(doc, verb))
    if not passive and not any(a.role == "theme" for a in out):
        gap = _gap(doc, verb, surface)
        if gap is not None:
            out.append(argument(doc, "theme", gap))
    own = list(prepositions(doc, verb))
    out.extend(own)
    if not any(a.role in ("theme", "content") for a in out) and not passive:
        out.extend(_later_object(doc, verb))
    theme = next((a for a in out if a.role == "theme"), None)
    if theme is not None and doc.tokens[theme.head].pos == "NOUN" and theme.head != verb.head:
        # "imposed sanctions on Iran": the parser often ties the preposition to the noun.
        out.extend(a for a in prepositions(doc, doc.tokens[theme.head]) if a.role != "of" or verb.lemma in words.of_object)
    return tuple(out)


def _objects(doc: Document, verb: Token) -> Iterator[Argument]:
    for c in doc.children(verb):
        if c.dep == "dobj":
            yield argument(doc, "theme", relative_antecedent(doc, c))
        elif c.dep == "dative" and c.pos != "ADP":
            yield argument(doc, "recipient", c)
        elif c.dep in ("ccomp", "xcomp"):
            yield argument(doc, "content", c)
        elif c.dep in ("acomp", "attr", "oprd"):
            yield argument(doc, "complement", c)
        elif c.dep == "advcl" and for_infinitive(doc, c):
            yield Argument(role="content", head=c.i, span=(c.start, c.end), prep="for")


def for_infinitive(doc: Document, verb: Token) -> bool:
    """Tell "for X to do": what is called for, not why."""
    return verb.tag in ("VB", "VBN") and any(c.dep == "mark" and c.lower == "for" for c in doc.children(verb))


def _gap(doc: Document, verb: Token, surface: Token | None) -> Token | None:
    """Return the antecedent that is the missing object of a relative clause ("the strikes that Ukraine made")."""
    if verb.dep != "relcl" or surface is None:
        return None
    antecedent = doc.head(verb)
    return None if surface.i == antecedent.i else antecedent


def _later_object(doc: Document, verb: Token) -> Iterator[Argument]:
    """Yield the object that coordinated verbs share ("attacked and looted the town"): it stands with the last one."""
    last = next((c for c in doc.children(verb) if c.dep == "conj" and c.tag == verb.tag and c.i - verb.i <= _NEAR), None)
    if last is not None and doc.child(last, "nsubj", "nsubjpass") is None:
        theme = doc.child(last, "dobj")
        if theme is not None:
            yield argument(doc, "theme", theme)
