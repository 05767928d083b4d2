"""Proper names that no table has: persons after a title, organisations by their last word, else as parsed."""

import re

from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import Agent
from dateline.model.base import Evidence
from dateline.model.closed import ActorKind
from dateline.parse.tree import Token
from dateline.stages.actors.described.origins import Known, context_origin, find_origins, implied_origin, leading_state
from dateline.stages.actors.known.metonyms import stands_for_government
from dateline.stages.actors.known.persons import gender_of, name_parts
from dateline.stages.actors.known.sketch import FORMER, Origin, Sketch
from dateline.stages.actors.known.view import ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.phrases.wording import (
    affiliated,
    in_headline,
    is_former,
    is_human,
    office_of,
    titled_over_place,
    titles_before,
)

Range = tuple[int, int]
_TITLED, _PERSON, _ORGANISATION, _UNSURE, _PEOPLE, _GUESS = 0.9, 0.75, 0.75, 0.6, 0.65, 0.4
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "poss", "agent", "conj", "appos"})
_FOLK = frozenset({"office", "population"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WORKS = frozenset({"WORK_OF_ART", "PRODUCT"})
_THINGS = _WORKS | {
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "EVENT", "LAW", "LANGUAGE",
}  # fmt: skip
_ACRONYM = range(2, 9)
_NUMERAL = re.compile(r"[IVX]+")


def read_named(view: ActorView, phrase: Phrase, name: Range, known: Known) -> Sketch | None:
    """Read a proper name that no table has; None where it names no actor."""
    last = view.token(name[1] - 1)
    titles = [h.agent for h in phrase.before if h.agent]
    agent = phrase.hit.agent if phrase.hit else None
    if agent and name[0] > phrase.core:
        titles, agent = [*titles, agent], None
    # Nobody, unless the report has named such a person before.
    if _no_actor(view, phrase, name) and not (last.ent == "PERSON" and known.person(name_parts(view.words(*name)))):
        return None
    # "Minister Slams Critics": in a headline every word may look like a title.
    if in_headline(view, phrase) and last.ent != "PERSON":
        titles = []
    if agent is None and _is_person(view, phrase, name, titles, known=known):
        return _person(view, phrase, name, [a for a in titles if is_human(view, a)], known)
    agent = agent or (titles[-1] if titles else None)
    # "Students Union" is a body, whatever students are.
    if agent is not None and (agent.phrase == "state" or (agent.kind in _FOLK and _is_body(view, phrase, name))):
        agent = None
    if agent or last.ent == "ORG" or _ending(view, phrase, name) in view.patterns.nouns.organisations:
        return _organisation(view, phrase, name, agent, known)
    # "Kurds", "a Democrat": the parser's peoples and parties act as people do.
    if last.ent == "NORP" and (phrase.plural or view.token(phrase.head).dep in _ARGUMENTS):
        return _following(view, phrase, name, known)
    return _guess(view, phrase, name, known)


def _no_actor(view: ActorView, phrase: Phrase, name: Range) -> bool:
    first, nouns, ending = view.token(name[0]), view.patterns.nouns, _ending(view, phrase, name)
    if len(ending) < 2 or ending in nouns.not_names or not ending.replace(".", "").replace(" ", "").isalnum():
        return True
    if _NUMERAL.fullmatch(view.words(*name)):
        return True
    if first.ent in _THINGS:
        token = view.token(phrase.head)
        # "The Guardian reported": a work that speaks is its publisher.
        speaks = token.dep == "nsubj" and view.document.head(token).lemma in view.patterns.metonyms.verbs
        return not (speaks and first.ent in _WORKS)
    if (ending in nouns.not_actors and not phrase.before) or _is_undertaking(view, name):
        return True
    named = view.places.get(first.start)
    return named is not None and (named.end >= view.token(name[1] - 1).end or view.token(phrase.core).ent in _PLACES)


def _is_undertaking(view: ActorView, name: Range) -> bool:
    """Tell whether a name's first word says that it is no actor: "Operation Iron Gate"."""
    return name[1] - name[0] > 1 and fold(view.token(name[0]).text) in view.patterns.nouns.undertakings


def _ending(view: ActorView, phrase: Phrase, name: Range) -> str:
    """Return the word of a name that tells what it is: its head ("Movement for …"), else its last."""
    inside = name[0] <= phrase.core < name[1]
    return fold(view.token(phrase.core if inside else name[1] - 1).text)


def _is_person(view: ActorView, phrase: Phrase, name: Range, titles: list[Agent], *, known: Known) -> bool:
    if view.token(name[1] - 1).lower in view.patterns.beside.companies or _is_body(view, phrase, name):
        return False
    if titles and is_human(view, titles[-1]):
        return True
    if view.token(name[1] - 1).ent == "PERSON":
        # A title that is no person's outweighs the parser, unless a first name follows.
        return not titles or _sounds_human(view, phrase, name)
    if not titles and titled_over_place(view, view.token(phrase.head)) is not None:
        return True
    return not titles and (_sounds_human(view, phrase, name) or known.person(name_parts(view.words(*name))))


def _is_body(view: ActorView, phrase: Phrase, name: Range) -> bool:
    """Tell "the Gao Front" from "Frank Church": a body's last word, and neither honorific nor first name before it."""
    several = name[1] - name[0] > 1 and _ending(view, phrase, name) in view.patterns.nouns.organisations
    return several and not _sounds_human(view, phrase, name)


def _sounds_human(view: ActorView, phrase: Phrase, name: Range) -> bool:
    """Tell whether an honorific stands before the name, or a first name in it."""
    words = view.patterns.gender
    before = view.token(name[0] - 1).lower if name[0] > phrase.first else ""
    if words.is_title(before):
        return True
    # Only before the last word: a surname says nothing of who bears it.
    given = [view.token(i).lower for i in range(name[0], name[1] - 1)]
    return bool(given) and (words.is_title(given[0]) or any(words.is_first_name(g) for g in given))


def _person(view: ActorView, phrase: Phrase, name: Range, agents: list[Agent], known: Known) -> Sketch:
    start, titles = name[0], titles_before(view, phrase)
    # Honorifics that the parser took into the name are titles.
    while name[1] - start > 1 and view.patterns.gender.is_title(view.token(start).lower):
        titles = f"{titles} {view.token(start).lower}"
        start += 1
    words = view.words(start, name[1])
    shared = () if agents else _shared_title(view, phrase)
    agents = agents or list(shared)
    links = (*phrase.links, *_following_name(view, name[1] - 1, phrase.core)) if agents else ()
    origins = find_origins(view, phrase._replace(name=None, links=links, plural=False), known)
    code, label = (origins[0].code, origins[0].label) if origins else (None, "")
    office, sectors = office_of(view, agents[-1], code, label) if agents else (None, ())
    if is_former(view, titles):
        office, sectors = None, FORMER
    sectors = affiliated(view, phrase, sectors)
    found = Evidence(
        spans=(view.span(phrase.first, phrase.last),), rule=f"agents/{agents[-1].phrase}" if agents else None
    )
    evidence = {field: found for field, value in (("office", office), ("sector", sectors)) if value}
    origin = origins[0] if origins else _implied(view, phrase, agents, official="GOV" in sectors)
    return Sketch(
        key=None, name=words, kind="person", form="title" if agents else "name", office=office, sectors=sectors,
        rule="title+name" if agents else "name/person", confidence=_TITLED if agents else _PERSON,
        names=name_parts(words), evidence=evidence, lemma=agents[-1].phrase if agents else "",
        gender=gender_of(view.patterns.gender, titles=titles, noun="", name=name_parts(words)),
    ).at(origin)  # fmt: skip


def _following_name(view: ActorView, last: int, core: int) -> tuple[tuple[str, int], ...]:
    """Return what "of" names after a name with a title before it: "Minister Ada Obi of Ghana"."""
    if last == core:
        return ()
    of = next((c for c in view.document.children(view.token(last)) if c.lower == "of"), None)
    owner = view.document.child(of, "pobj") if of is not None else None
    return (("of", owner.i),) if owner is not None else ()


def _shared_title(view: ActorView, phrase: Phrase) -> tuple[Agent, ...]:
    """Return the plural title before the first of several names: "Prime Ministers Ada Obi of Ghana and Jan Berg"."""
    i = phrase.first - 1
    if i < 0 or view.token(i).lower not in _LISTING:
        return ()
    for at in range(i, max(i - _FAR, -1), -1):
        token, hit = view.token(at), view.hits[at]
        if hit is not None and hit.agent is not None:
            agent = hit.agent
            several = view.words(hit.first, hit.last).lower() == agent.plural != agent.phrase
            shared = several and (agent.office or agent.kind in ("office", "government")) and is_human(view, agent)
            return (agent,) if shared else ()
        if token.pos != "PROPN" and token.lower not in _LISTING and token.lower not in ("of", "the"):
            break
    return ()


_LISTING = frozenset({",", "and", "&"})
_FAR = 24


def _implied(view: ActorView, phrase: Phrase, agents: list[Agent], *, official: bool) -> Origin | None:
    """Return the country that a title implies ("the pope"), or that of the report for somebody in its service."""
    if not agents:
        return None
    titles = (h for h in (*reversed(phrase.before), phrase.hit) if h is not None and h.agent is agents[-1])
    titled = next(titles, None)
    if titled is None:
        return None
    implied = implied_origin(view, titled, agents[-1])
    # The pope's title implies a state; who is in no state's service may be from anywhere.
    if implied is not None or not official:
        return implied
    head = view.token(phrase.head)
    return leading_state(view, head) or context_origin(view, head)


def _organisation(view: ActorView, phrase: Phrase, name: Range, agent: Agent | None, known: Known) -> Sketch | None:
    words, ending = view.words(*name), _ending(view, phrase, name)
    sector = view.patterns.nouns.organisations.get(ending)
    # In a headline anything has capitals.
    if agent is None and sector is None and in_headline(view, phrase):
        return None
    sectors = agent.sectors if agent else ((sector,) if sector else ())
    kind: ActorKind = agent.kind if agent and agent.kind not in ("office", "person") else "organisation"
    rule = f"agents/{agent.phrase}" if agent else "name/ending"
    told = phrase._replace(links=()) if sectors else phrase._replace(links=(), last=max(name[0], phrase.first))
    origins = find_origins(view, told, known)
    return Sketch(
        key=("org", fold(words)), name=words, kind=kind, form="name", rule="name/organisation", sectors=sectors,
        bare="organisation",
        confidence=_ORGANISATION if sectors else _UNSURE, lemma=agent.phrase if agent else ending,
        evidence={"sector": Evidence(spans=(view.span(*name),), rule=rule)} if sectors else {},
    ).at(origins[0] if origins else None)  # fmt: skip


def _following(view: ActorView, phrase: Phrase, name: Range, known: Known) -> Sketch:
    """Read a people, a faith or a party's followers ("Kurds", "Democrats"), or one of them ("the Democrat")."""
    words = view.words(*name)
    origins = find_origins(view, phrase, known)
    origin = origins[0] if origins else None
    if phrase.plural:
        key = None if phrase.counted else ("people", fold(words))
        return Sketch(
            key=key, name=words, kind="population", form="name", rule="name/people", confidence=_PEOPLE, plural=True
        ).at(origin)
    return Sketch(
        key=None, name=words, kind="person", form="description", rule="name/people", confidence=_PEOPLE,
        refers=phrase.definite, lemma="politician",
    ).at(origin)  # fmt: skip


def _guess(view: ActorView, phrase: Phrase, name: Range, known: Known) -> Sketch | None:
    """Take an unknown name for an organisation if it is an acronym, and for somebody if it acts or is acted upon."""
    token, words = view.token(phrase.head), view.words(*name)
    head = view.document.head(token)
    if token.ent in _PLACES and not stands_for_government(view.document, token, view.patterns.metonyms):
        return None
    # "The UUP": an unknown acronym is mostly a body.
    if words.isupper() and words.isalpha() and len(words) in _ACRONYM:
        return _organisation(view, phrase, name, None, known)
    # "The Iron Guards".
    if phrase.plural and phrase.determiner == "the" and name[1] - name[0] > 1:
        return _organisation(view, phrase, name, None, known)
    # A capital at the head of a sentence is no name, unless what it names does something.
    first = token.i == view.document.sentence_of(token).first and not token.ent
    if phrase.plural or not words[:1].isupper() or in_headline(view, phrase) or (first and not _does(view, head)):
        return None
    # "Attack on Thorn", "against Thorn": a name is somebody where something is done to it.
    if token.dep not in _ARGUMENTS and not (token.dep == "pobj" and head.lower in view.patterns.beside.against):
        return None
    return Sketch(
        key=None, name=words, kind="person", form="name", rule="name/unknown", confidence=_GUESS, refers=True,
        bare="name",
        names=name_parts(words),
    )  # fmt: skip


def _does(view: ActorView, verb: Token) -> bool:
    """Tell whether a verb has an object or a clause, so that its subject is somebody."""
    return verb.lemma in view.patterns.metonyms.verbs or view.document.child(verb, "dobj", "ccomp", "xcomp") is not None
