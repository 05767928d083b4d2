"""What is done in saying it: the cue's act, turned by negation, or that of the clause it introduces."""

from dateline.grammar.negation import is_negated
from dateline.lexicon.reading.grammar import grammar_words
from dateline.lexicon.words.speech import Cue, Pattern, SpeechLexicon
from dateline.model.closed import Act
from dateline.parse.tree import Document, Token

# "Did not say" and "did not promise" leave the matter open: neither is the opposite.
_OPPOSITE: dict[Act, Act] = {"support": "oppose", "oppose": "support", "assert": "decline", "promise": "decline"}
# "Said he supports the truce" supports; what a clause merely reports of itself ("said it met") stays asserted.
_INNER: frozenset[Act] = frozenset({"support", "oppose", "demand", "promise", "deny", "accuse", "threaten"})


def find_act(document: Document, verb: Token, entry: Cue) -> Act:
    """Return the act of a cue: "did not support" opposes, "did not say" declines."""
    if not is_negated(document, verb):
        return entry.act
    return _OPPOSITE.get(entry.act, entry.act)


def inner_act(document: Document, root: Token, speaker: Token | None, lexicon: SpeechLexicon) -> Act | None:
    """Return the act of a clause about oneself: "said he supports it" supports, "said it will pay" promises."""
    subject = document.child(root, "nsubj")
    if (
        subject is None
        or speaker is None
        or not (_is_self(subject, speaker, lexicon) or _speaks_for(document, subject, speaker))
    ):
        return None
    uses = lexicon.verbs.get(root.lemma.lower())
    fitting = (
        {cue.act: cue for pattern, cue in uses.by_pattern.items() if _fits(document, root, pattern)} if uses else {}
    )
    # "Said he backs …" fits one act, "said he calls …" several: then nothing tells which.
    if len(fitting) == 1 and fitting.keys() <= _INNER:
        return find_act(document, root, next(iter(fitting.values())))
    return _promise(document, root)


def _is_self(subject: Token, speaker: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a pronoun can stand for the speaker: "it" for a body alone."""
    if subject.tag != "PRP" or subject.lower == "you":
        return False
    # "The ministry said it would pay", but "the minister said it would rain".
    if subject.lower != "it":
        return True
    return (
        speaker.ent in ("ORG", "GPE", "NORP") or speaker.lower == "it" or speaker.lemma.lower() in lexicon.names.bodies
    )


def _speaks_for(document: Document, subject: Token, speaker: Token) -> bool:
    """Tell whether a speaker is of the body named: "Vietnam backs the code, its foreign minister said"."""
    if subject.ent not in ("GPE", "ORG", "NORP"):
        return False
    return any(
        c.dep in ("poss", "compound", "amod") and c.lower in ("its", subject.lower) for c in document.children(speaker)
    )


def _promise(document: Document, root: Token) -> Act | None:
    """Tell a promise, or its refusal, by "will" and "would"."""
    aux = [c.lower for c in document.children(root) if c.dep == "aux"]
    if (
        # "Will have left" and "would like" promise nothing.
        not any(a == "would" or a in grammar_words().future for a in aux)
        or "have" in aux
        or root.lemma in ("be", "have", "like")
    ):
        return None
    # "Said it would pay if they left" is a bargain.
    if any(c.dep == "advcl" and document.child(c, "mark") is not None for c in document.children(root)):
        return None
    return "decline" if is_negated(document, root) else "promise"


def object_act(noun: Token | None, lexicon: SpeechLexicon) -> Act | None:
    """Return the act of a noun of saying: "voiced support for the truce" supports."""
    uses = lexicon.nouns.get(noun.lemma.lower()) if noun is not None else None
    return next(iter(uses.by_pattern.values())).act if uses is not None else None


def _fits(document: Document, root: Token, pattern: Pattern) -> bool:
    """Tell whether a pattern can hold for a verb, by its dependents alone."""
    if pattern == "object":
        return document.child(root, "dobj") is not None
    if pattern in ("infinitive", "person-infinitive", "gerund"):
        return document.child(root, "xcomp", "ccomp") is not None
    return any(c.dep == "prep" and c.lower == pattern.removeprefix("object-") for c in document.children(root))
