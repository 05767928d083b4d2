"""The main verb of a sentence that the parser took for a noun: "The Chadian military reports that shots were heard.".

A small model often reads the present tense of reports told by the day ("The militia fires rockets at Gao") as a noun,
and then nobody acts. Where a sentence has no other main verb, its top is one if what hangs on it can hang on verbs
alone, or if an object begins right after it.
"""

from dateline.lexicon.reading.headline import HeadlineVerbs
from dateline.parse.mends.headline import FINITE, lemma_of, make_present
from dateline.parse.tree import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_BEFORE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})
_VERBAL = frozenset({"nsubj", "dobj", "ccomp", "prt", "xcomp"})
_OPENING = frozenset({"DT", "CD", "PDT", "PRP$"})
_PRESENT = frozenset({"VBZ", "VBP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAMED = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OBJECT = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
_LEAST = 4  # words of a sentence that is looked at


def mend_missed_verb(tokens: list[Token], verbs: HeadlineVerbs) -> None:
    """Turn the noun that a sentence's verb was taken for into the verb, with its subject and object; in place.

    Args:
        tokens: One sentence.
        verbs: The verbs that look like nouns.
    """
    top = next((t for t in tokens if t.dep == "ROOT"), None)
    # "Strikes on Gao:" is the topic of what follows, and a topic has no verb.
    if top is None or len(tokens) < _LEAST or tokens[-1].text == ":":
        return
    below = [t for t in tokens if t.head == top.i and t is not top]
    if top.tag in _PRESENT:
        # "The Chadian military reports it has freed two": a verb with an article has no subject, but its words.
        if any(t.dep in ("det", "compound") and t.i < top.i for t in below) and not _has(below, "nsubj", "nsubjpass"):
            _give_subject(top, below)
    elif top.tag in ("NN", "NNS") and lemma_of(top.lower) in verbs.verbs and _is_verb(tokens, top, below):
        make_present(top)
        _give_subject(top, below)
        _give_object(tokens, top, below)
    elif top.pos in ("NOUN", "PROPN") and tokens[-1].text == ".":
        verb = _later_verb(tokens, top, verbs)
        if verb is not None:
            _raise(tokens, verb, top)


def _has(tokens: list[Token], *deps: str) -> bool:
    return any(t.dep in deps for t in tokens)


def _is_verb(tokens: list[Token], top: Token, below: list[Token]) -> bool:
    """Tell a noun that cannot be one, by what hangs on it or by what stands after it."""
    before = [t for t in below if t.i < top.i and t.dep in {*_BEFORE, "nsubj"} and t.pos in _NOMINAL]
    at = top.i - tokens[0].i
    # Whoever does it stands right before it: "on drugs, Chadian strikes" has nobody.
    if not before or at + 1 >= len(tokens) or tokens[at - 1].pos not in _NOMINAL:
        return False
    if any(t.dep in _VERBAL and (t.dep != "nsubj" or t.i < top.i) for t in below) and not _has(below, "cop", "aux"):
        return True
    after = tokens[at + 1]
    # "The front and the guard recapture Bor": of two the form is the plural's, which no noun after two names has.
    several = top.tag == "NN" and any(t.dep == "conj" and t.head in {b.i for b in before} for t in tokens[:at])
    # "President Obi confronts Chadian envoys.": a name is one, and one has no "confronts" of its own.
    alone = top.tag == "NNS" and tokens[at - 1].tag == "NNP" and tokens[-1].text == "." and after.tag in ("JJ", "NNP")
    opens = after.tag in _OPENING or (several and after.tag == "NNP") or alone
    return opens or (after.lower == "that" and _has(below, "acl", "relcl"))


def _later_verb(tokens: list[Token], top: Token, verbs: HeadlineVerbs) -> Token | None:
    """Return a noun farther on that is the verb of the top: "280 fighters from the north surrender to the army."."""
    several = top.tag in _PLURAL
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        # Behind a verb that the parser saw it would be a second one.
        if before.tag in FINITE:
            return None
        several = several or (before.dep == "conj" and before.head == top.i)
        # The form agrees: one surrenders, several surrender.
        fits = token.tag == ("NN" if several else "NNS") and before.tag in _NAMED
        if token.i > top.i and fits and _may_act(token, after, verbs):
            return token
    return None


def _may_act(token: Token, after: Token, verbs: HeadlineVerbs) -> bool:
    """Tell a noun that can be a verb, and stands before an object or before what its verb needs none for."""
    lemma = lemma_of(token.lower)
    return lemma in verbs.verbs and (after.pos in _OBJECT or (after.pos == "ADP" and lemma in verbs.bare))


def _raise(tokens: list[Token], verb: Token, top: Token) -> None:
    """Make the word the top, and what was the top its subject."""
    first, head, dep = tokens[0].i, verb.head, verb.dep
    for t in tokens:
        if t.head == verb.i and t.i < verb.i:
            # "In North Kivu surrender": the name that stood before the noun has its place.
            t.head, t.dep = (head, dep) if head < verb.i else (top.i, "appos")
        elif t.head == top.i and t.i > verb.i:
            t.head = verb.i
    thing = tokens[head - first]
    if head > verb.i:
        thing.head, thing.dep = verb.i, "dobj"
    make_present(verb)
    verb.head, verb.dep, top.head, top.dep = verb.i, "ROOT", verb.i, "nsubj"


def _give_subject(top: Token, below: list[Token]) -> None:
    """Make the noun right before a verb its subject, to which the other words before it belong."""
    if _has(below, "nsubj", "nsubjpass"):
        return
    before = [t for t in below if t.i < top.i and t.dep in _BEFORE]
    subject = next((t for t in reversed(before) if t.pos in _NOMINAL), None)
    if subject is None:
        return
    for t in before:
        if t is not subject:
            t.head = subject.i
    if subject.pos == "ADJ":
        subject.pos, subject.tag = "NOUN", "NN"
    subject.head, subject.dep = top.i, "nsubj"


def _give_object(tokens: list[Token], top: Token, below: list[Token]) -> None:
    """Give the verb the noun phrase right after it, or the clause that "that" opens there."""
    after = tokens[top.i - tokens[0].i + 1]
    for t in below:
        if t.i < top.i:
            continue
        if t.dep in ("acl", "relcl") and after.lower == "that":
            t.dep = "ccomp"
        elif t.dep in ("appos", "conj", "npadvmod") and not _has(below, "dobj") and _begins(tokens, t, after):
            t.dep = "dobj"


def _begins(tokens: list[Token], noun: Token, first: Token) -> bool:
    """Tell whether a word is in the noun phrase, before its noun."""
    while first is not noun and first.head != first.i and first.i < noun.i:
        first = tokens[first.head - tokens[0].i]
    return first is noun
