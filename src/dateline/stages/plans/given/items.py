"""Things given in kind, with their numbers."""

from collections.abc import Iterator

from dateline.draft import Number
from dateline.lexicon.words.plans import ItemWords
from dateline.model.plans import Item
from dateline.parse.tree import HYPHENS, Token
from dateline.stages.plans.view import PlanView

_NO_NAME = frozenset({"DET", "PRON", "ADP", "VERB", "CCONJ", "PART"})


def item_entry(token: Token, view: PlanView) -> ItemWords | None:
    """Return the lexicon's entry for a thing, where its modifiers make it one."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    # "Air defence systems" are arms, "systems" alone are nothing.
    for entry in (*view.lexicon.items.get(token.lemma.lower(), ()), *view.lexicon.items.get(token.lower, ())):
        if not entry.modifiers or entry.modifiers & _modifiers(token, view):
            return entry
    return None


def _modifiers(token: Token, view: PlanView) -> set[str]:
    return {t.lower for t in view.doc.subtree(token) if t.i < token.i} | {
        t.lemma.lower() for t in view.doc.children(token)
    }


def find_items(
    tokens: Iterator[Token] | tuple[Token, ...] | list[Token], view: PlanView
) -> Iterator[tuple[Token, ItemWords]]:
    """Yield the things among these tokens; a thing that only describes another ("missile launchers") is no item."""
    for token in tokens:
        entry = item_entry(token, view)
        if entry is None:
            continue
        head = view.doc.head(token)
        if token.dep in ("compound", "amod", "nmod", "poss") and head.i > token.i and head.pos in ("NOUN", "PROPN"):
            continue
        yield token, entry


def to_item(token: Token, view: PlanView) -> Item:
    """Make the record of a thing: its name without articles and number, and how many."""
    words = sorted([token, *_name_words(token, view)], key=lambda t: t.i)
    number = number_of(token, view)
    start = words[0].start
    if number is not None and number.span[1] <= token.start:
        start = max(start, number.span[1])
    name = " ".join(view.doc.text[start : token.end].split()).strip(" -–")
    return Item(name=name, count=_count(number), span=(words[0].start, token.end))


def _name_words(token: Token, view: PlanView) -> list[Token]:
    """Return the adjectives and nouns before the head that belong to its name, without a break."""
    out: list[Token] = []
    last = token.i
    for t in reversed([t for t in view.doc.subtree(token) if t.i < token.i]):
        if t.i != last - 1 or t.lower in view.lexicon.words.skipped or t.pos in _NO_NAME or _counts(t, view):
            break
        if t.dep == "punct" and t.text not in HYPHENS:
            break
        if t.tag == "SYM" or t.text == "$":
            break
        out.append(t)
        last = t.i
    while out and out[-1].dep == "punct":
        out.pop()
    return out


def _counts(token: Token, view: PlanView) -> bool:
    """Tell whether a word is part of a number; those of "F-16 jets" and "Leopard 2 tanks" are none."""
    return token.i in view.index.number_over


def number_of(token: Token, view: PlanView) -> Number | None:
    """Return the number that counts a thing."""
    return next((n for n in view.index.numbers_at.get(token.i, ()) if n.noun == token.i and not n.percent), None)


def _count(number: Number | None) -> float | None:
    # "Dozens of boats" has no number that could be added up.
    if number is None or number.qualifier == "vague":
        return None
    return number.low if number.low is not None else number.high
