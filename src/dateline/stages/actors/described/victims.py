"""Places whose people an act touches: "shelled Tavna", "an attack on the village of Bor", "a curfew in the north"."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from dateline.lexicon.tables import fold
from dateline.lexicon.world.patterns import Harm, load_patterns
from dateline.model.base import Evidence, Span
from dateline.parse.tree import Document, Sentence, Token
from dateline.stages.actors.known.sketch import Origin, Sketch
from dateline.stages.actors.known.view import STATE_FORMS, ActorView

_CONFIDENCE = 0.6
_TO = frozenset({"to", "for"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_POINTING = frozenset({"the", "this", "that"})
_LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "predet"})


class Victim(NamedTuple):
    """A noun phrase for a place: the token that the sentence attaches, the words, what they say."""

    head: Token
    span: Span
    sketch: Sketch


def find_victims(view: ActorView, sentence: Sentence, known: Container[int], edges: list[int]) -> Iterator[Victim]:
    """Yield the places of a sentence that suffer an act.

    Args:
        view: The report.
        sentence: The sentence.
        known: The heads of the mentions that were read so far, which are left alone.
        edges: The leftmost token below each token.
    """
    harm, document = view.patterns.harm, view.document
    done: set[int] = set()
    for token in document.tokens_of(sentence):
        if token.dep not in _ROLES or token.i in known or not _is_area(view, token):
            continue
        top = _whole(document, token, harm)
        if top.i in known or top.i in done or _of_state(view, token) or not suffers(document, top, harm):
            continue
        done.add(top.i)
        yield _victim(view, top, token, edges)


_ROLES = frozenset({"dobj", "nsubjpass", "pobj", "conj", "nsubj", "appos"})


def _is_area(view: ActorView, token: Token) -> bool:
    """Tell whether a token is the head of a place's name or a noun for a place."""
    harm = view.patterns.harm
    if token.pos == "NOUN":
        if token.lemma in harm.vague:
            # "The area" is any area; "the area of Tavna" has people.
            return _place_name(view, token) is not None
        return token.lemma in harm.areas and not _is_business(view.document, token)
    return token.pos == "PROPN" and (token.lower in harm.areas or place_at(view, token) is not None)


def _of_state(view: ActorView, token: Token) -> bool:
    """Tell whether a state is named as the owner, which then is who suffers: "the north of Mali", "a part of Chad"."""
    of = next((c for c in view.document.children(token) if c.lower == "of"), None)
    owner = view.document.child(of, "pobj") if of is not None else None
    hit = view.hits[owner.i] if owner is not None else None
    return hit is not None and bool(hit.forms) and hit.forms[0].kind in STATE_FORMS


def place_at(view: ActorView, token: Token) -> tuple[int, str | None] | None:
    """Return where the name of a place begins that ends at a token, and its country."""
    for i in range(token.i, max(token.i - _LONGEST, -1), -1):
        named = view.places.get(view.token(i).start)
        if named is not None:
            # The people of a state are the state, and nobody lives on a lake.
            return (i, named.country) if named.end >= token.end and named.precision not in _NO_PEOPLE else None
    hit = view.hits[token.i]
    if hit is not None and hit.place and hit.last == token.i + 1:
        return hit.first, hit.forms[0].code
    return None


def _is_business(document: Document, token: Token) -> bool:
    """Tell "the labour market" from a market square."""
    return token.lemma == "market" and any(c.lemma in load_patterns().harm.trades for c in document.children(token))


_LONGEST = 5
_RULE = "place/people"
_NO_PEOPLE = frozenset({"country", "water"})


def _whole(document: Document, token: Token, harm: Harm) -> Token:
    """Climb from "of the town" to "parts", which the sentence attaches."""
    up = document.head(token)
    while token.dep == "pobj" and up.lower == "of" and document.head(up).lemma in harm.parts:
        token = document.head(up)
        up = document.head(token)
    return token


def suffers(document: Document, token: Token, harm: Harm) -> bool:
    """Tell whether an act of harm, a measure or relief is aimed at what a token names."""
    # "Shelled Tavna and Bor": what is joined suffers with the first.
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = document.head(token)
    above = document.head(token)
    if token.dep in _OBJECTS:
        return _harms(document, above, harm)
    if token.dep == "nsubj":
        return _comes_under(document, above, harm)
    return token.dep == "pobj" and _aimed(document, above, harm)


def _harms(document: Document, verb: Token, harm: Harm) -> bool:
    particle = document.child(verb, "prt")
    return verb.lemma in harm.verbs or (particle is not None and f"{verb.lemma} {particle.lower}" in harm.verbs)


def _comes_under(document: Document, verb: Token, harm: Harm) -> bool:
    """Read "came under fire"."""
    under = next((c for c in document.children(verb) if c.lower == "under"), None)
    noun = document.child(under, "pobj") if under is not None and verb.lemma in ("come", "be", "remain") else None
    return noun is not None and (noun.lemma in harm.nouns or noun.lemma in harm.suffered)


def _aimed(document: Document, prep: Token, harm: Harm) -> bool:
    above, word = document.head(prep), prep.lower
    if above.pos in ("NOUN", "PROPN"):
        return _noun_aims(_of_state_of(document, above).lemma.lower(), word, harm)
    if word in harm.aims and above.lemma in harm.onto and word != "over":
        return True
    given = document.child(above, "dobj", "nsubjpass")
    if given is None:
        return False
    given = _of_state_of(document, given)
    # "Set fire to the village".
    ablaze = above.lemma == "set" and given.lower == "fire" and word == "to"
    # "Fired rockets at Tavna": the noun says that it is harm, the preposition at whom.
    return ablaze or (word != "of" and _noun_aims(given.lemma.lower(), word, harm, near=True))


def _of_state_of(document: Document, noun: Token) -> Token:
    """Step from "a state" to what it is a state of: "declared a state of siege in Tavna"."""
    of = document.child(noun, "prep") if noun.lemma == "state" else None
    inner = document.child(of, "pobj") if of is not None and of.lower == "of" else None
    return inner or noun


def _noun_aims(noun: str, word: str, harm: Harm, *, near: bool = False) -> bool:
    if word in harm.aims and noun in harm.nouns:
        return True
    if word in harm.over and noun in harm.measures:
        return True
    if word in _TO and noun in harm.relief:
        # "Aid to Tavna", and "for Tavna" only where it hangs on the noun itself.
        return not near or word == "to"
    return word == "of" and noun in harm.suffered


def _victim(view: ActorView, top: Token, place: Token, edges: list[int]) -> Victim:
    named = _place_name(view, place)
    first = min((edges[c.i] for c in view.document.children(top) if c.dep in _LEFT and c.i < top.i), default=top.i)
    last = max(place.i, top.i, named.last if named else 0) + 1
    name = view.words(named.first, named.last + 1) if named and named.own else None
    words = name or _bare(view, first, place.i + 1)
    # "The village" from then on means this village; "a village" is new.
    pointing = view.token(first).lower in _POINTING
    key = ("place", fold(words)) if name else ("place", place.lemma) if pointing else None
    sketch = Sketch(
        key=key, name=words, kind="population", form="name" if name else "description", rule=_RULE, stands_for="place",
        confidence=_CONFIDENCE, sectors=("CVL",), lemma=place.lemma, evidence={"sector": Evidence(rule=_RULE)},
    ).at(_origin(view, place, named))  # fmt: skip
    return Victim(top, view.span(first, last), sketch._replace(confidence=_CONFIDENCE))


class _Named(NamedTuple):
    """The name in a phrase for a place: its first and last token, its country, whether it names that very place."""

    first: int
    last: int
    country: str | None
    own: bool


def _place_name(view: ActorView, place: Token) -> _Named | None:
    for token in (place, *_inside(view.document, place)):
        found = place_at(view, token)
        if found is not None:
            # "A village in Tavna" is not Tavna, "the village of Tavna" is.
            own = token is place or token.dep == "appos" or view.document.head(token).lower == "of"
            return _Named(found[0], token.i, found[1], own)
    return None


def _inside(document: Document, place: Token) -> Iterator[Token]:
    """Yield what "of", "in", "near" name after a noun for a place, and names before it: "a village in Tavna"."""
    for prep in document.children(place):
        if prep.dep == "prep" and prep.lower in load_patterns().harm.within:
            yield from (c for c in document.children(prep) if c.dep == "pobj")
    yield from (c for c in document.children(place) if c.dep in ("compound", "nmod", "poss", "appos"))


def _origin(view: ActorView, place: Token, named: _Named | None) -> Origin | None:
    """Return the country of a place by its name, else by a word of the phrase: "an Iraqi village", "a town in Mali"."""
    if named is not None and named.country:
        span = view.span(named.first, named.last + 1)
        return Origin(code=named.country, spans=(span,), by="place", rule="place", confidence=_CONFIDENCE)
    for token in (*_inside(view.document, place), *view.document.children(place)):
        hit = view.hits[token.i]
        if hit is not None and hit.forms and (origin := view.origin_of(hit)):
            return origin
    return None


def _bare(view: ActorView, first: int, last: int) -> str:
    return view.words(first + 1 if view.token(first).tag == "DT" and first + 1 < last else first, last)
