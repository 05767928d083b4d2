"""Whether the verb that a time goes with points back or ahead."""

from dateline.grammar.forms import is_verb
from dateline.grammar.outlook import outlook
from dateline.grammar.subjects import governing_verb
from dateline.model.closed import Tense
from dateline.parse.tree import Document


def tense_at(document: Document, offset: int) -> Tense:
    """Return where the verb points that governs the token at this offset; none where there is no telling."""
    inside = document.tokens_in((offset, offset + 1))
    if not inside:
        return "none"
    if inside[0].dep == "pobj" and document.head(inside[0]).lower == "for":
        return "future"  # "called a strike for Friday"
    verb = inside[0] if is_verb(inside[0]) else governing_verb(document, inside[0])
    return "none" if verb is None else outlook(document, verb)
