"""Places told without their name: "across the country", "in Iranian airspace", "in the north", "near the town".

A noun of a country, a town or a province stands for the one that the report has just spoken of; an adjective of
nationality with a noun of ground ("territory", "waters", "border") for its country. They are read only after a
preposition of place: elsewhere "the country" is somebody.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.gazetteer.reader import Entry, Gazetteer
from dateline.lexicon.world.countries import load_countries
from dateline.lexicon.world.places import PlaceWords, name_words
from dateline.model.base import Span
from dateline.parse.tree import Document, Token
from dateline.stages.places.spoken import Spoken

_GROUND, _COUNTRY = "ground", "country"
_NARROWS = frozenset({"acl", "appos", "relcl"})


def find_unnamed(
    document: Document, spoken: Spoken, words: PlaceWords, gazetteer: Gazetteer
) -> Iterator[tuple[Span, Entry]]:
    """Yield the words that stand for a place without its name, and the place."""
    unnamed = name_words().unnamed
    for token in document.tokens:
        kinds = unnamed.get(token.lower)
        if kinds is None or not (_placed(document, token, words) or _struck(document, token, words, kinds)):
            continue
        own = [c for c in document.children(token) if c.i < token.i]
        entry = _meant(document, token, own, spoken, gazetteer, kinds)
        if entry is not None:
            yield (min((c.start for c in own), default=token.start), token.end), entry


@lru_cache(maxsize=256)
def country_of(code: str, gazetteer: Gazetteer) -> Entry | None:
    """Return a country as the gazetteer has it; None where it has none of that name."""
    found = gazetteer.look_up(load_countries().name(code))
    return next((e for e in found if e.country == code and e.kind == _COUNTRY), None)


def _meant(
    document: Document, token: Token, own: Sequence[Token], spoken: Spoken, gazetteer: Gazetteer, kinds: frozenset[str]
) -> Entry | None:
    """Return the place that a noun stands for."""
    if _goes_on(document, token, spoken):
        return None
    adjectives = {spoken.countries[c.i] for c in own if c.i in spoken.adjectives}
    if adjectives:
        return country_of(*adjectives, gazetteer) if _GROUND in kinds and len(adjectives) == 1 else None
    if not any(_is_definite(c) for c in own) or any(c.i in spoken.places for c in own):
        return None
    if _COUNTRY in kinds:
        code = spoken.lately(document, token) or spoken.mostly
        return country_of(code, gazetteer) if code else None
    return spoken.latest(document, token, kinds)


def _placed(document: Document, token: Token, words: PlaceWords) -> bool:
    """Tell whether a noun stands where a place does, as the head of its phrase."""
    above = document.tokens[token.head]
    if token.dep != "pobj" or above.i == token.i:
        return False
    part = document.tokens[above.head]
    return above.lower in words.prep_in or (above.lower == "of" and part.lower in words.before_of | name_words().parts)


def _struck(document: Document, token: Token, words: PlaceWords, kinds: frozenset[str]) -> bool:
    """Tell ground that is attacked or taken: "shelled Lebanese villages"."""
    return _GROUND in kinds and token.dep == "dobj" and document.tokens[token.head].lemma in words.verb


def _is_definite(token: Token) -> bool:
    return token.dep == "poss" or (token.dep == "det" and token.lower in name_words().definite)


def _goes_on(document: Document, token: Token, spoken: Spoken) -> bool:
    """Tell whether the words after a noun say which is meant, or name it: "the town of his birth", "the town Mopti".

    "An American base in Kuwait" is in Kuwait.
    """
    after = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else None
    if after is not None and after.text[0].isupper() and after.start - token.end == 1:
        return True
    return any(c.i > token.i and _narrows(document, c, spoken) for c in document.children(token))


def _narrows(document: Document, token: Token, spoken: Spoken) -> bool:
    if token.dep in _NARROWS or token.lower == "of":
        return True
    below = document.child(token, "pobj") if token.dep == "prep" else None
    return below is not None and below.i in spoken.places
