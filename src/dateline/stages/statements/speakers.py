"""Who is said to have said it: from the cue to the head of the speaker's words."""

from dateline.lexicon.speech import SpeechLexicon
from dateline.parse.tree import Document, Token
from dateline.stages.statements.patterns import is_passive, stolen_subject, subject_of

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_CLIMB = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "prep", "dep", "parataxis", "acl", "relcl"})
_DROP = frozenset({"relcl", "acl", "punct", "advcl", "cc", "ccomp", "parataxis"})


def find_speaker(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Find the speaker of a verb: its subject, its agent, or the subject of the verb that governs it."""
    if is_passive(document, verb):
        return agent(document, verb)
    if verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not document.child(verb, "aux", "nsubj"):
        return agent(document, verb)
    own = subject_of(document, verb, *_SUBJECTS)
    if own is not None:
        return None if own.lower == "there" else own
    if document.child(verb, "expl") is not None:
        return None
    return stolen_subject(document, verb) or _inherited(document, verb, lexicon) or _before(document, verb)


def _before(document: Document, verb: Token) -> Token | None:
    """Return the noun before a finite verb that lost its subject in the parse; an aside in commas is passed."""
    if verb.tag not in _FINITE:
        return None
    sentence = document.sentence_of(verb)
    i = verb.i - 1
    while i >= sentence.first and document.tokens[i].pos in ("ADV", "AUX", "PART"):
        i -= 1
    if i > sentence.first and document.tokens[i].text == ",":
        commas = [j for j in range(sentence.first, i) if document.tokens[j].text == ","]
        i = commas[-1] - 1 if commas else i
    token = document.tokens[i]
    if i < sentence.first or token.pos not in _NOMINAL:
        return None
    while (
        token.dep in ("compound", "amod", "nummod", "pobj", "prep", "appos") and sentence.first <= token.head < verb.i
    ):
        above = document.head(token)
        if above.pos not in _NOMINAL and above.dep != "prep":
            break
        token = above
    return token


def agent(document: Document, verb: Token) -> Token | None:
    """Return who does it in a passive ("by the army")."""
    for child in document.children(verb):
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return document.child(child, "pobj")
    return None


def _inherited(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Climb from a verb without a subject to the one that it shares."""
    token = verb
    for _ in range(6):
        if token.dep not in _CLIMB or token.head == token.i:
            return None
        head = document.head(token)
        if head.pos in ("NOUN", "PROPN", "PRON"):
            return author(document, head, token, lexicon)
        if token.dep in ("xcomp", "pcomp"):
            controller = _controller(document, head, lexicon)
            if controller is not None:
                return controller
        subject = document.child(head, *_SUBJECTS)
        if subject is not None and subject.dep != "expl":
            return subject
        token = head
    return None


def _controller(document: Document, head: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the object that an infinitive or "as saying" is about ("quoted the mayor as saying")."""
    verb = document.head(head) if head.pos == "ADP" else head
    uses = lexicon.verbs.get(verb.lemma)
    if verb.lemma in lexicon.names.carriers or (
        head.pos != "ADP" and uses is not None and "person-infinitive" in uses.by_pattern
    ):
        return document.child(verb, "dobj", "nsubjpass")
    return None


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
    for child in document.children(noun):
        if child.dep in ("prep", "agent") and child.lower in ("by", "from"):
            return document.child(child, "pobj")
    named = next((c for c in document.children(noun) if c.dep in ("compound", "amod") and c.ent in _NAMED), None)
    return named or _user(document, noun, lexicon)


def _user(document: Document, noun: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who makes use of a noun of saying: "made the claim", "met in the hope of …"."""
    token = noun
    while token.dep == "conj":
        token = document.head(token)
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
        if child.dep in _DROP or (child.i > head.i and child.dep in ("appos", "conj") and _has_clause(document, child)):
            continue
        keep.update(t.i for t in document.subtree(child))
    keep -= other
    run = [head.i]
    while run[0] - 1 in keep:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in keep or (run[-1] + 2 in keep and document.tokens[run[-1] + 1].dep in ("punct", "cc")):
        run.append(run[-1] + 1)
    return run


def _has_clause(document: Document, token: Token) -> bool:
    return any(t.dep in ("relcl", "ccomp") for t in document.subtree(token))


def find_addressee(document: Document, verb: Token, content: set[int]) -> int | None:
    """Return who is spoken to: "told reporters", "said to the crowd"."""
    for child in document.children(verb):
        if child.dep in ("dative", "dobj") and child.i not in content and child.pos in ("NOUN", "PROPN", "PRON"):
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
    found = agent(document, carrier) if is_passive(document, carrier) else document.child(carrier, "nsubj")
    return [found.i] if found is not None else []
