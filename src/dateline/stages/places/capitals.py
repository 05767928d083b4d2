"""Capitals that are not named: "in the Iraqi capital", "the capital of Chad", "two people were killed in the capital".

Alone it is that of the one country of which its sentence, else the sentence before, has spoken.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from dateline.gazetteer.reader import Entry, Gazetteer
from dateline.lexicon.world.countries import load_countries
from dateline.model.base import Span
from dateline.parse.tree import Document, Token
from dateline.stages.places.spoken import Spoken

CAPITAL = "capital"
_NAMED = frozenset({"appos", "attr", "compound", "nmod"})
_HOME = frozenset({"country", "nation"})
_OWN_WORDS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_BEFORE_NAME = 2


def find_capitals(document: Document, spoken: Spoken, gazetteer: Gazetteer) -> Iterator[tuple[Span, Entry]]:
    """Yield the words that stand for a capital without its name, and the capital."""
    for token in document.tokens:
        # "The capital Lome", "Kenya's capital, Nairobi": the name stands for itself.
        if token.lower != CAPITAL or token.dep in _NAMED or _has_name(document, token, spoken.places):
            continue
        first, code = _whose(document, token, spoken)
        entry = capital_of(code, gazetteer) if code else None
        if entry is not None:
            yield (document.tokens[first].start, token.end), entry


@lru_cache(maxsize=256)
def capital_of(code: str, gazetteer: Gazetteer) -> Entry | None:
    """Return a country's capital as the gazetteer has it; None where the tables name none that it knows."""
    names = [f.form for forms in load_countries().forms.values() for f in forms if (f.kind, f.code) == (CAPITAL, code)]
    towns = [e for name in names for e in gazetteer.look_up(name) if e.country == code and e.kind == "town"]
    return max(towns, key=lambda e: e.population, default=None)


def _whose(document: Document, token: Token, spoken: Spoken) -> tuple[int, str | None]:
    """Return where the phrase of a capital begins and of which country it is; None where that is not told."""
    kids = document.children(token)
    own = [c for c in kids if c.dep in _OWN_WORDS and c.i < token.i]
    left = (c.i for kid in kids if kid.i < token.i for c in (kid, *document.children(kid)))
    first = min(left, default=token.i)
    # "The Iraqi capital", but not "the old Iraqi capital": another word may make it another town.
    if len(own) == 1 and own[0].i in spoken.countries:
        return first, spoken.countries[own[0].i]
    of = next((c for c in kids if c.lower == "of"), None)
    owner = document.child(of, "pobj") if of is not None else None
    if owner is not None:
        # "The commercial capital of Chad" is not its capital.
        return first, None if own else spoken.countries.get(owner.i)
    # "The country's capital" says as much as "the capital".
    alone = not own or (len(own) == 1 and own[0].lemma in _HOME)
    return first, spoken.lately(document, token) if alone and first < token.i else None


def _has_name(document: Document, token: Token, named: Collection[int]) -> bool:
    """Tell whether the name of the capital stands beside the word: "the Kenyan capital, Nairobi"."""
    after = _past_comma(document.tokens[token.i + 1 : token.i + 1 + _BEFORE_NAME])
    return (after is not None and after.i in named) or document.child(token, "appos") is not None


def _past_comma(tokens: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if t.text != ","), None)
