"""Indirect speech: verbs, nouns and adjectives that give somebody's words inside the writer's sentence."""

from collections.abc import Iterator

from dateline.lexicon.words.speech import SpeechLexicon
from dateline.parse.tree import Document, Token
from dateline.stages.statements.acts import inner_act, object_act
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.indirect.nouns import find_adjective, find_noun
from dateline.stages.statements.indirect.verbs import find_verb

_CUES = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


def find_cues(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    """Yield the attributions of all cues but those in ``taken``, in order of the text."""
    for found in _find(document, lexicon, taken):
        # "Voiced support for the truce": the noun knows more than the verb.
        if found.act == "assert" and found.pattern == "object":
            noun = document.child(document.tokens[found.cue[0]], "dobj")
            found.act = object_act(noun, lexicon) or found.act
        # "Said he supports it": the clause knows more than "said".
        elif found.act == "assert" and found.pattern == "clause":
            root = _clause_root(document, found)
            speaker = document.tokens[found.speaker] if found.speaker is not None else None
            found.act = (inner_act(document, root, speaker, lexicon) if root is not None else None) or found.act
        yield found


def _clause_root(document: Document, found: Attribution) -> Token | None:
    """Return the verb of a clause below a cue."""
    return next((c for c in document.children(document.tokens[found.cue[0]]) if c.dep in ("ccomp", "acl")), None)


def _find(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    for token in document.tokens:
        if token.pos in _CUES and token.i not in taken:
            found = _find_at(document, token, lexicon)
            if found is not None:
                yield found


def _find_at(document: Document, token: Token, lexicon: SpeechLexicon) -> Attribution | None:
    if token.pos in ("NOUN", "PROPN"):
        uses = lexicon.nouns.get(token.lemma.lower())
        return find_noun(document, token, uses, lexicon) if uses else None
    if token.pos != "ADJ":
        uses = lexicon.verbs.get(token.lemma.lower())
        found = find_verb(document, token, uses, lexicon) if uses else None
        # "Confident", "convinced": a participle may be a cue as verb or as adjective, the verb first.
        if found is not None or token.tag != "VBN":
            return found
    uses = lexicon.adjectives.get(token.lower)
    return find_adjective(document, token, uses, lexicon) if uses else None
