"""Which country a phrase belongs to: by its modifiers, its possessor, what follows "of", a place in it."""

from dataclasses import replace
from typing import Protocol

from dateline.lexicon.world.actors import Agent
from dateline.model.closed import Sector
from dateline.parse.tree import Token
from dateline.stages.actors.known.metonyms import stands_for_government
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.setting import is_prefix, likely_country, opposed
from dateline.stages.actors.known.sketch import Origin
from dateline.stages.actors.known.view import STATE_FORMS, ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.phrases.wording import sole_country


class Known(Protocol):
    """What is known of the actors that were read so far."""

    def country_at(self, head: int) -> Origin | None:
        """Return the country of the actor whose mention has this token as its head."""

    def country_named(self, name: str) -> str | None:
        """Return the country of an organisation that goes by this name or acronym in the report."""

    def office_at(self, head: int) -> tuple[str | None, tuple[Sector, ...]] | None:
        """Return office and sectors of the person whose mention has this token as its head."""

    def person(self, names: tuple[str, ...]) -> bool:
        """Tell whether a person of this name was named before."""

    def entry(self, key: str) -> bool:
        """Tell whether this row of the actor tables was named before."""


CONTEXT_CONFIDENCE = 0.75


def find_origins(view: ActorView, phrase: Phrase, known: Known) -> tuple[Origin, ...]:
    """Return the countries that a phrase states, one for each actor that it describes ("US and UK officials": two)."""
    return (
        # In this order, the nearest to the noun first: "Chad's US ambassador", "a Chadian minister in Mali".
        _modifiers(view, phrase)
        or _possessor(view, phrase, known)
        or _inside_name(view, phrase)
        or _followers(view, phrase, known)
        or _acronyms(view, phrase, known)
        or _places(view, phrase)
    )


def stated_origins(view: ActorView, phrase: Phrase) -> tuple[Origin, ...]:
    """Return the countries that nationalities before a noun state: "Russian peacekeepers"."""
    return tuple(o for o in _modifiers(view, phrase) if o.nationality)


def implied_origin(view: ActorView, hit: Hit, agent: Agent) -> Origin | None:
    """Return the country that a title implies: "the Secretary-General" is of an organisation of states."""
    code = agent.country or sole_country(view, agent)
    if code is None:
        return None
    return Origin(
        code=code, spans=(view.span(hit.first, hit.last),), by="implied", rule=f"agents/{agent.phrase}", confidence=0.8
    )


def context_origin(view: ActorView, head: Token) -> Origin | None:
    """Return the country that somebody belongs to going by the report around them, for "the army", "Minister Oda"."""
    sentence = view.document.sentence_of(head)
    # "Minister Oda accused Iran": he is of any country but that.
    code = likely_country(view.votes, sentence, without=opposed(view.document, view.hits, head))
    return (
        Origin(code=code, spans=(), by="around", rule="context/setting", confidence=CONTEXT_CONFIDENCE)
        if code
        else None
    )


def leading_state(view: ActorView, head: Token) -> Origin | None:
    """Return the state that acts right before an official does: "Mali refused. Prime Minister Oda said …".

    The subject of the sentence's main verb, where the official stands below it, else that of the sentence before in
    the same paragraph.
    """
    # Only who acts is likely the official of the one that acted.
    if head.dep not in ("nsubj", "nsubjpass"):
        return None
    document, sentence = view.document, view.document.sentence_of(head)
    same = _state_at(view, document.child(document.root(sentence), "nsubj", "nsubjpass"), before=head.i)
    if same is not None or sentence.index == 0:
        return same
    last = document.sentences[sentence.index - 1]
    # A new paragraph may turn to another state.
    if last.paragraph != sentence.paragraph:
        return None
    return _state_at(view, document.child(document.root(last), "nsubj", "nsubjpass"), before=head.i)


def _state_at(view: ActorView, subject: Token | None, *, before: int) -> Origin | None:
    """Return the state that a subject names: "Mali", "Mali's government", a capital that acts."""
    if subject is None or subject.i >= before:
        return None
    hit = view.hits[subject.i]
    if hit is not None and hit.agent is not None and hit.agent.phrase in view.patterns.states.government:
        owner = view.document.child(subject, "poss", "amod")
        hit = view.hits[owner.i] if owner is not None else None
    if hit is None or not hit.forms or hit.forms[0].kind not in (*STATE_FORMS, "capital", "adjective"):
        return None
    # "In Lome" names a place, "Lome said" a government.
    if hit.place and not stands_for_government(view.document, subject, view.patterns.metonyms):
        return None
    found = view.origin_of(hit)
    return found and replace(found, by="around", rule="context/leading", confidence=CONTEXT_CONFIDENCE)


def _modifiers(view: ActorView, phrase: Phrase) -> tuple[Origin, ...]:
    found: list[Origin] = []
    free = [h for h in phrase.before if not is_prefix(view.document.tokens, h)]
    stated = [h for h in free if h.forms] or [h for h in free if h.entries]
    for hit in stated:
        origin = view.origin_of(hit)
        # "A Chadian Mali expert": the first nationality counts, unless the second is joined to it.
        if origin and (not found or (_coordinated(view, hit) and origin.code not in {o.code for o in found})):
            found.append(origin)
    return tuple(found)


def _coordinated(view: ActorView, hit: Hit) -> bool:
    return (
        any(view.token(i).dep == "conj" for i in range(hit.first, hit.last))
        or view.token(max(hit.first - 1, 0)).dep == "cc"
        or view.token(max(hit.first - 1, 0)).text == ","
    )


def _possessor(view: ActorView, phrase: Phrase, known: Known) -> tuple[Origin, ...]:
    if phrase.possessor is None:
        return ()
    out = [o for t in view.document.conjuncts(view.token(phrase.possessor)) if (o := _of_token(view, t, known))]
    # "Chad and Mali's ministers" are of two states, "Chad and Mali's minister" of one.
    return tuple(out) if phrase.plural else tuple(out[:1])


def _of_token(view: ActorView, token: Token, known: Known) -> Origin | None:
    owner = known.country_at(token.i)
    if owner is not None:
        return owner
    hit = view.hits[token.i]
    if hit is not None and (origin := view.origin_of(hit)):
        return origin
    if hit is not None and hit.agent is not None and hit.agent.country:
        return implied_origin(view, hit, hit.agent)
    if hit is not None and hit.agent is not None and (inner := _inner(view, token)):
        return inner
    if hit is not None and hit.agent is not None and (implied := implied_origin(view, hit, hit.agent)):
        return implied
    first = min(
        (c.i for c in view.document.children(token) if c.i < token.i and c.dep in ("amod", "compound", "nmod")),
        default=token.i,
    )
    hits = [view.hits[i] for i in range(first, token.i)]
    return next((o for h in hits if h is not None and not h.agent and (o := view.origin_of(h))), None)


def _inner(view: ActorView, token: Token) -> Origin | None:
    """Read the country of a body by what hangs on it: "(a spokesman for) the foreign ministry in Beijing"."""
    for prep in view.document.children(token):
        obj = (
            view.document.child(prep, "pobj")
            if prep.dep == "prep" and prep.lower in view.patterns.beside.sources
            else None
        )
        hit = view.hits[obj.i] if obj is not None else None
        if hit is not None and not hit.agent and (origin := view.origin_of(hit)):
            return origin
    return None


def _inside_name(view: ActorView, phrase: Phrase) -> tuple[Origin, ...]:
    """Read the country in a name: "Bank of Japan", "Cambodia National Rescue Party", "UN Mission for …"."""
    if phrase.name is None:
        return ()
    hits = [view.hits[i] for i in range(*phrase.name)]
    opening = hits[0]
    # "UN Mission in Mali" is the UN's.
    if opening is not None and opening.agent and opening.agent.country == "IGO":
        return tuple(o for o in [implied_origin(view, opening, opening.agent)] if o)
    of_states = opening if opening is not None and any(e.country == "IGO" for e in opening.entries) else None
    found = of_states or next((h for h in hits if h is not None and h.forms), None)
    origin = view.origin_of(found) if found else None
    return (origin,) if origin else ()


def _followers(view: ActorView, phrase: Phrase, known: Known) -> tuple[Origin, ...]:
    out: list[Origin] = []
    for prep, i in phrase.links:
        if prep not in view.patterns.beside.sources:
            continue
        origin = _of_token(view, view.token(i), known) or _place_at(view, i)
        if origin and origin.code not in {o.code for o in out}:
            out.append(origin)
    # "Ministers of Chad and Mali", but "a minister of Chad from Mali" is of Chad.
    return tuple(out) if phrase.plural and len({p for p, _ in phrase.links}) == 1 else tuple(out[:1])


def _acronyms(view: ActorView, phrase: Phrase, known: Known) -> tuple[Origin, ...]:
    """Read the country off an acronym that the report has explained: "an EP member"."""
    for i in range(phrase.first, phrase.core):
        token = view.token(i)
        code = known.country_named(token.lower) if token.text.isupper() and view.hits[i] is None else None
        if code:
            return (
                Origin(
                    code=code,
                    spans=((token.start, token.end),),
                    by="implied",
                    rule="acronym",
                    confidence=0.8,
                    label=token.text,
                ),
            )
    return ()


def _places(view: ActorView, phrase: Phrase) -> tuple[Origin, ...]:
    """Read the country off a place among the modifiers: "Belgorod Governor"."""
    for i in view.named_between(phrase.first, phrase.last):
        hit = view.hits[i]
        origin = None if hit is not None and is_prefix(view.document.tokens, hit) else _place_at(view, i)
        if origin:
            return (origin,)
    return ()


def _place_at(view: ActorView, i: int) -> Origin | None:
    token = view.token(i)
    code = view.place(i)
    if code is None:
        return None
    return Origin(
        code=code, spans=((token.start, token.end),), by="place", rule="place", confidence=0.8, label=token.text
    )
