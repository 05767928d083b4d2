"""Where a cue's content stands: one small function for each construction but the clause, and what all share."""

from dateline.grammar.forms import is_finite, is_infinitive, is_relative
from dateline.grammar.objects import gap, own_object
from dateline.grammar.phrases import indices
from dateline.grammar.voice import is_passive
from dateline.lexicon.reading.grammar import grammar_words
from dateline.parse.tree import Document, Token

Content = list[int] | None
_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "ADP"})


def infinitive(document: Document, verb: Token) -> Content:
    """Find an infinitive: "promised to …", "is expected to …" (with its subject)."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep in ("xcomp", "ccomp") and is_infinitive(document, child):
            if is_passive(document, verb):
                # "The bank is expected to pay": who is to pay is part of what is expected.
                subject = document.child(verb, "nsubjpass")
                return indices(document, child, *([subject] if subject else []))
            # "Wants Chad to pay" is for the pattern that takes whom and what.
            if not document.child(child, "nsubj"):
                return indices(document, child, *_called_on(document, verb, child))
    return None


def _called_on(document: Document, verb: Token, infinitive_verb: Token) -> list[Token]:
    """Return whom an infinitive is asked of by a preposition: "called on the sides to talk"."""
    for child in document.children(verb):
        if child.dep == "prep" and child.lower in ("on", "for", "upon") and verb.i < child.i < infinitive_verb.i:
            inner = document.child(child, "pobj")
            return [inner] if inner is not None else []
    return []


def gerund(document: Document, verb: Token) -> Content:
    """Find a gerund: "proposed sending …"."""
    for child in document.children(verb):
        if (
            child.i > verb.i
            and child.dep in ("xcomp", "ccomp")
            and child.tag == "VBG"
            and not document.child(child, "aux")
        ):
            return indices(document, child)
    return None


def obj(document: Document, verb: Token) -> Content:
    """Find a nominal object: "condemned the attack", "the attack was condemned"."""
    target = own_object(document, verb)
    if target is not None and target.dep == "nsubjpass" and verb.dep == "relcl" and not is_relative(target):
        return None  # "the openness with which they are welcomed" is the writer's
    # "An attack that the army denies": a pronoun says nothing, its noun does.
    if target is None or is_relative(target):
        return _described(document, verb) or ([target.i] if target is not None else None)
    return with_adjuncts(document, verb, indices(document, target))


def with_adjuncts(document: Document, verb: Token, content: list[int]) -> list[int]:
    """Add a preposition right after the object that the parser gave to the verb: "pledged 20 tons of rice for Mali"."""
    for child in document.children(verb):
        if child.dep != "prep" or child.i != content[-1] + 1 or child.lower not in grammar_words().noun_ties:
            continue
        inner = document.child(child, "pobj")
        # "Condemned the raid on Friday": the day is that of condemning.
        if inner is not None and inner.ent not in ("DATE", "TIME"):
            content = [*content, *indices(document, child)]
    return content


def _described(document: Document, verb: Token) -> Content:
    """Find what a relative clause is about: "an attack that Kyiv denies"."""
    noun = None if is_passive(document, verb) else gap(document, verb)
    # "A vote that he called a farce" has its content below.
    if noun is None or any(c.dep in ("ccomp", "xcomp") for c in document.children(verb)):
        return None
    below = set(indices(document, verb))
    return [i for i in indices(document, noun) if i not in below]


def object_infinitive(document: Document, verb: Token) -> Content:
    """Find whom and what: "urged the sides to talk"."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(document, child):
            # "Wants Chad to pay": the parser makes whom the infinitive's subject.
            target = own_object(document, verb) or document.child(child, "nsubj")
            if target is not None:
                return indices(document, child, target)
    return None


def predicate(document: Document, verb: Token) -> Content:
    """Find whom or what is called what: "called the vote a farce"."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep == "oprd":
            target = own_object(document, verb)
            return indices(document, child, *([target] if target else []))
        # "Called the vote unfair" may come out as a small clause without a finite verb.
        if (
            child.i > verb.i
            and child.dep == "ccomp"
            and not is_finite(document, child)
            and not is_infinitive(document, child)
            and child.tag != "VBG"
        ):
            return indices(document, child)
    return _quoted_name(document, verb)


def _quoted_name(document: Document, verb: Token) -> Content:
    """Find what is called what where the name is quoted: "called the plan “a gift”"."""
    tokens = document.tokens
    end = min(document.sentence_of(verb).last, verb.i + 12)
    first = next((i for i in range(verb.i + 1, end) if tokens[i].text == '"'), None)
    if (
        first is None
        or first < verb.i + 2
        # "Called on “all sides”": a preposition takes a phrase, and names nothing.
        or tokens[verb.i + 1].pos == "ADP"
        or any(tokens[i].pos not in _NAME for i in range(verb.i + 1, first))
    ):
        return None
    close = next((i for i in range(first + 2, document.sentence_of(verb).last) if tokens[i].text == '"'), None)
    return list(range(verb.i + 1, close + 1)) if close is not None else None


def prepositional(document: Document, verb: Token, prep: str) -> Content:
    """Find the object of a preposition: "called for talks", "called for the sides to talk"."""
    later = [c for c in document.children(verb) if c.i > verb.i]
    for child in later:
        if child.dep in ("prep", "agent", "prt", "dative") and child.lower == prep:
            inner = document.child(child, "pobj", "pcomp")
            if inner is not None:
                content = indices(document, inner)
                return _with_infinitive(document, later, content) if prep == "for" else content
        if child.dep in ("ccomp", "xcomp", "advcl") and _marked(document, child, prep):
            below = indices(document, child)
            return [i for i in below if document.tokens[i].head != child.i or document.tokens[i].lower != prep]
    return None


def _with_infinitive(document: Document, later: list[Token], content: list[int]) -> list[int]:
    """Add the infinitive that follows whom it is asked of: "appealed for all sides to talk"."""
    for child in later:
        if child.dep in ("xcomp", "advcl", "ccomp") and is_infinitive(document, child):
            below = indices(document, child)
            if below[0] == content[-1] + 1:
                return [*content, *below]
    return content


def _marked(document: Document, verb: Token, prep: str) -> bool:
    """Tell whether a clause begins with the preposition: "called for the road to be opened"."""
    mark = document.child(verb, "mark")
    return mark is not None and mark.lower == prep and is_infinitive(document, verb)


def _begins(document: Document, clause_verb: Token, prep: str) -> bool:
    """Tell whether the parser took "as …" for an adverbial clause ("described the city as besieged")."""
    if clause_verb.dep != "advcl" or prep != "as":
        return False
    mark = document.child(clause_verb, "mark")
    return mark is not None and mark.lower == "as" and document.child(clause_verb, "nsubj") is None


def object_prepositional(document: Document, verb: Token, prep: str) -> Content:
    """Find object and preposition: "accused the army of looting", "described it as a farce"."""
    target = own_object(document, verb)
    if target is None:
        return None
    # "Accused the army of looting": the parser hangs "of" on the verb or on the army.
    for child in (*document.children(verb), *document.subtree(target)):
        if child.i > verb.i and ((child.dep == "prep" and child.lower == prep) or _begins(document, child, prep)):
            return indices(document, target, child)
    return None
