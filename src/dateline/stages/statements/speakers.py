"""Who is said to have said it: from the cue to the head of the speaker's words."""

from dateline.grammar.apposition import lost_subject, stolen_subject
from dateline.grammar.coordination import first_of
from dateline.grammar.forms import NAMING
from dateline.grammar.phrases import after
from dateline.grammar.subjects import own_subject, subject_of
from dateline.grammar.voice import agent_of, is_passive
from dateline.lexicon.words.speech import SpeechLexicon
from dateline.parse.tree import Document, Token

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_DROP = frozenset({"relcl", "acl", "punct", "advcl", "cc", "ccomp", "parataxis"})


def find_speaker(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Find the speaker of a verb: its subject, its agent, or the subject of the verb that governs it."""
    # "It was said": a passive has a speaker only with "by".
    if is_passive(document, verb):
        return agent_of(document, verb)
    own = own_subject(document, verb)
    if own is not None:
        # "There was a claim": nobody made it.
        return None if own.lower == "there" else own
    if document.child(verb, "expl") is not None:
        return None
    # In this order: what the parser hung elsewhere, what is shared over verbs, what it lost.
    return stolen_subject(document, verb) or _inherited(document, verb, lexicon) or lost_subject(document, verb)


def _inherited(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the subject that a verb shares, whom a carrier quotes, or who issued the paper that says it."""
    head = document.head(verb)
    carrier = document.head(head) if head.pos == "ADP" else head
    if verb.dep in ("xcomp", "pcomp") and carrier.lemma in lexicon.names.carriers:
        return document.child(carrier, "dobj", "nsubjpass")  # "quoted the mayor as saying"
    if verb.dep in ("acl", "relcl") and head.pos in NAMING:
        return author(document, head, verb, lexicon)
    found = subject_of(document, verb)
    return None if found is None or found.lower == "there" else found


def author(document: Document, noun: Token, modifier: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who speaks in a clause that hangs on a noun: the noun, or who issued the paper or held the rally."""
    if noun.dep == "dobj" and modifier.tag == "VBG" and noun.lemma in lexicon.names.papers:
        owner = owner_of(document, noun, lexicon)
        if owner is not None:
            return owner
    return noun


def owner_of(document: Document, noun: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return whose a noun of saying is: "her claim", "demands from Oslo", "made the claim"."""
    for child in document.children(noun):
        if child.dep == "poss":
            return child
    source = next(after(document, noun, "by", "from"), None)
    if source is not None:
        return source
    # "The Oslo claim", "a Chadian denial".
    named = next((c for c in document.children(noun) if c.dep in ("compound", "amod") and c.ent in _NAMED), None)
    return named or _user(document, noun, lexicon)


def _user(document: Document, noun: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who makes use of a noun of saying: "made the claim", "met in the hope of …"."""
    token = first_of(document, noun)
    verb = document.head(token)
    if token.dep == "dobj" and (verb.lemma in lexicon.names.light or verb.lemma in lexicon.verbs):
        return find_speaker(document, verb, lexicon)
    if token.dep == "pobj" and verb.lower in ("in", "with", "under") and document.head(verb).pos == "VERB":
        return find_speaker(document, document.head(verb), lexicon)
    return None


def speaker_words(document: Document, head: Token, other: set[int]) -> list[int]:
    """Return the tokens of the speaker's words: what stands before the head and its short complements after it.

    ``other`` are the tokens of cue and content, which are never the speaker's.
    """
    keep = {head.i}
    for child in document.children(head):
        # "The minister, who had left": what tells of the speaker is no part of the name.
        if child.dep in _DROP or (child.i > head.i and child.dep in ("appos", "conj") and _has_clause(document, child)):
            continue
        keep.update(t.i for t in document.subtree(child))
    keep -= other
    run = [head.i]
    while run[0] - 1 in keep:
        run.insert(0, run[0] - 1)
    # "Ada Thorn, the minister": one comma or "and" between two kept words is kept with them.
    while run[-1] + 1 in keep or (run[-1] + 2 in keep and document.tokens[run[-1] + 1].dep in ("punct", "cc")):
        run.append(run[-1] + 1)
    return run


def _has_clause(document: Document, token: Token) -> bool:
    return any(t.dep in ("relcl", "ccomp") for t in document.subtree(token))


def find_addressee(document: Document, verb: Token, content: set[int]) -> int | None:
    """Return who is spoken to: "told reporters", "said to the crowd"."""
    for child in document.children(verb):
        if child.dep in ("dative", "dobj") and child.i not in content and child.pos in NAMING:
            return child.i
        if child.dep in ("prep", "dative") and child.lower == "to":
            inner = document.child(child, "pobj")
            if inner is not None and inner.i not in content:
                return inner.i
    return None


def find_via(document: Document, verb: Token, lexicon: SpeechLexicon) -> list[int]:
    """Return who passed it on: "Tass quoted the mayor as saying", "was quoted by Tass as saying"."""
    if verb.dep != "pcomp":
        return []
    prep = document.head(verb)
    carrier = document.head(prep)
    if prep.lower != "as" or carrier.lemma not in lexicon.names.carriers:
        return []
    found = agent_of(document, carrier) if is_passive(document, carrier) else document.child(carrier, "nsubj")
    return [found.i] if found is not None else []
