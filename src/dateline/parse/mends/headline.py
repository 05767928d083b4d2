"""The verb of a headline that the parser took for a noun: "Rebels bomb bridge", "Senate rebukes mayor".

Headlines drop articles, so that a small model reads "Taliban overrun Ghazni" as one long name. Where a line without a
full stop has no verb, and a word that can be one stands between two nouns in a form that fits the first, it is one.
"""

from dateline.lexicon.reading.headline import HeadlineVerbs
from dateline.parse.tree import VERBS, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})
_OPENING = _NOMINAL | {"DET", "ADV"}
_CANDIDATE = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod", "appos", "nummod", "poss"})
_BELOW = _MODIFYING | {"acl", "advcl", "relcl", "pcomp"}
_PLURAL = frozenset({"police", "people", "troops", "taliban"})
_MAX_WORDS = 16


def mend_headline(tokens: list[Token], verbs: HeadlineVerbs) -> None:
    """Turn the noun that a headline's verb was taken for into its verb, with subject and object; in place.

    Args:
        tokens: One sentence.
        verbs: The verbs that look like nouns.
    """
    # A question, a long line and a pair of words are read as the parser has them.
    if len(tokens) > _MAX_WORDS or len(tokens) < 3 or tokens[-1].text == "?":
        return
    # A line with a verb is no case for this, whatever else in it looks like one.
    if any(_is_verb(t) for t in tokens):
        return
    at = next((n for n, t in enumerate(tokens) if _could_be(tokens, n, t, verbs)), None)
    if at is not None and (tokens[-1].text != "." or _stands_alone(tokens, at)):
        _make_verb(tokens, at)


def _is_verb(token: Token) -> bool:
    if token.pos not in VERBS or token.tag not in (*FINITE, "VBN", "VB"):
        return False
    return token.dep not in _BELOW or token.tag == "MD"


def _could_be(tokens: list[Token], n: int, token: Token, verbs: HeadlineVerbs) -> bool:
    """Tell whether a word can be the verb: right before it a noun that agrees with it, right after it an object."""
    lemma = lemma_of(token.lower)
    if not 0 < n < len(tokens) - 1 or token.pos not in _CANDIDATE or lemma not in verbs.verbs:
        return False
    # "Rebels bomb bridge": a root with a subject before it is the verb that the parser half saw.
    if token.dep == "ROOT" and any(t.head == token.i and t.dep == "nsubj" for t in tokens[:n]):
        return True
    before, after = tokens[n - 1], tokens[n + 1]
    # "Taliban overrun Ghazni": what stands before must be able to do it.
    if before.pos not in ("NOUN", "PROPN") and before.tag != "POS" and not before.text[:1].isupper():
        return False
    quoted = after.text in ('"', "'", "“", "‘") and n + 2 < len(tokens)
    follows = tokens[n + 2] if quoted else after
    # A few verbs need no object.
    opens = follows.pos in _OPENING or (follows.pos in ("ADP", "PART") and lemma in verbs.bare)
    if not opens or before.tag == "POS":
        return False
    third = token.lower.endswith("s") and not token.lower.endswith("ss")
    # "Chad, Mali sign pact": two names make a plural without an "s".
    several = n > 2 and tokens[n - 2].text in (",", "and", "&")
    plural = several or before.tag in ("NNS", "NNPS") or before.lower in _PLURAL
    # "Senate rebukes", "rebels bomb": the form must fit.
    return not plural and (lemma not in verbs.plurals or _stands_alone(tokens, n)) if third else plural


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Tell the headline with a full stop "US sanctions Iran over tests." from a mere phrase: names on both sides."""
    before, after = tokens[at - 1], tokens[at + 1]
    return at == 1 and before.tag == "NNP" and after.tag == "NNP" and tokens[at].dep == "ROOT"


def lemma_of(form: str) -> str:
    """Return the verb's lemma of a form in the present tense."""
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else form


def make_present(token: Token) -> None:
    """Make a noun the verb in the present tense that has its form."""
    token.pos, token.lemma = "VERB", lemma_of(token.lower)
    token.tag = "VBZ" if token.lemma != token.lower else "VBP"


def _make_verb(tokens: list[Token], at: int) -> None:
    """Make the token the root; what stands before it is its subject, what stands after it its object."""
    verb, first = tokens[at], tokens[0].i
    make_present(verb)
    verb.dep, verb.head = "ROOT", verb.i
    left, right = tokens[:at], tokens[at + 1 :]
    subject = left[-1]
    for t in left[:-1]:
        if t.head >= verb.i or t.head == t.i or t.head < first:
            t.head, t.dep = subject.i, t.dep if t.dep in ("poss", "case", "punct") else "compound"
    subject.head, subject.dep = verb.i, "nsubj"
    if subject.pos not in ("NOUN", "PROPN"):
        subject.pos, subject.tag = "PROPN", "NNP"
    _hang(right, verb)


def _hang(right: list[Token], verb: Token) -> None:
    """Hang what follows below the verb: the noun that the parser had made the head is the object."""
    ids = {t.i for t in right}
    loose = [t for t in right if t.head not in ids or t.head == t.i]
    theme = next((t for t in loose if t.pos in ("NOUN", "PROPN", "PRON", "NUM")), None)
    for t in loose:
        if t is theme:
            t.head, t.dep = verb.i, "dobj"
        elif t.pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET") and theme is not None and t.i < theme.i:
            t.head, t.dep = theme.i, "amod" if t.pos == "ADJ" else "det" if t.pos == "DET" else "compound"
        else:
            t.head = verb.i
            t.dep = t.dep if t.dep in ("prep", "punct", "advmod", "advcl", "npadvmod") else "dep"
