"""Whether the verb that a time goes with points back or ahead."""

from dateline.grammar.forms import is_verb
from dateline.grammar.outlook import outlook
from dateline.grammar.subjects import governing_verb
from dateline.lexicon.words.times import load_times
from dateline.model.closed import Tense
from dateline.parse.tree import Document, Token


def tense_at(document: Document, offset: int) -> Tense:
    """Return where the verb points that governs the token at this offset; none where there is no telling."""
    inside = document.tokens_in((offset, offset + 1))
    if not inside:
        return "none"
    # "A strike for Friday": the preposition says more than the verb.
    if inside[0].dep == "pobj":
        prep = document.head(inside[0])
        if prep.lower == "for" or _is_new_day(document, prep):
            return "future"  # "called a strike for Friday", "postponed to Thursday"
    verb = inside[0] if is_verb(inside[0]) else governing_verb(document, inside[0])
    return "none" if verb is None else outlook(document, verb)


def _is_new_day(document: Document, prep: Token) -> bool:
    """Tell the day to which something is put off."""
    words, verb = load_times().contexts, document.head(prep)
    if prep.lower not in words.put_off_to:
        return False
    particles = (c.lower for c in document.children(verb) if c.dep in ("prt", "advmod"))
    return not words.put_off.isdisjoint({verb.lemma, *(f"{verb.lemma} {p}" for p in particles)})
