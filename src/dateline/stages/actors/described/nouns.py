"""Actors described by a noun: governments, forces, members of a group, office-holders, populations, "the country"."""

from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import Agent
from dateline.model.base import Evidence
from dateline.model.closed import ActorKind, Sector
from dateline.stages.actors.described.entries import of_entry
from dateline.stages.actors.described.origins import Known, find_origins, implied_origin, stated_origins
from dateline.stages.actors.known.persons import gender_of
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.setting import is_prefix
from dateline.stages.actors.known.sketch import FORMER, Key, Origin, Sketch
from dateline.stages.actors.known.view import ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase
from dateline.stages.actors.phrases.wording import (
    affiliated,
    bare_name,
    is_former,
    is_human,
    last_word,
    office_of,
    titles_before,
)

_WHOLE = frozenset({None, "the"})
_DESCRIBED, _COUNTERPART, _COUNTRIES, _GENERIC = 0.85, 0.75, 0.6, 0.5


def read_noun(view: ActorView, phrase: Phrase, hit: Hit, agent: Agent, known: Known) -> tuple[Sketch, ...]:
    """Read a noun for actors; one sketch for each country stated."""
    if agent.kind == "country":
        return (_countries(view, phrase, hit, agent),)
    if _no_actor(view, phrase, hit, agent):
        return ()
    member = _member_of(view, phrase, agent)
    if member is not None:
        return (member,)
    # "A UN spokesman": of a body of states only a nationality says more.
    stated = stated_origins(view, phrase) if agent.country else find_origins(view, phrase, known)
    origins = _sent_by(view, phrase, agent, known) or stated
    # "US and UK officials" are two actors, "two officials" one.
    if len(origins) > 1:
        return tuple(_one_of_several(view, phrase, hit, agent, o) for o in origins)
    origin = origins[0] if origins else implied_origin(view, hit, agent)
    return (_described(view, phrase, hit, agent, origin),)


def _sent_by(view: ActorView, phrase: Phrase, agent: Agent, known: Known) -> tuple[Origin, ...]:
    """Return the state whose ambassador to a body of states somebody is: "Mali's UN ambassador"."""
    links = tuple(link for link in phrase.links if link[0] == "of")
    if last_word(agent) != "ambassador" or (phrase.possessor is None and not links):
        return ()
    return find_origins(view, phrase._replace(name=None, before=(), links=links), known)


def read_generic(view: ActorView, phrase: Phrase, known: Known) -> Sketch | None:
    """Read a noun that mostly points back ("the group") or that a name goes before ("the Hirak movement")."""
    token, words = view.token(phrase.core), view.patterns.reference
    if token.lemma in words.counterpart:
        return _counterpart(view, phrase, known)
    if token.lemma in words.country:
        # "The country" points back, "a country" is anyone's.
        return _some_countries(view, phrase) if phrase.plural or phrase.definite else None
    if token.lemma not in words.group or (phrase.determiner is None and not phrase.before):
        return None
    named = [i for i in range(phrase.first, phrase.core) if view.token(i).pos == "PROPN" and view.hits[i] is None]
    name = view.words(named[0], phrase.core + 1) if named else bare_name(view, phrase)
    origins = find_origins(view, phrase, known)
    return Sketch(
        key=("org", fold(name)) if named else None, name=name, kind="organisation", rule="noun/group",
        bare="group",
        form="name" if named else "description", confidence=_GENERIC, lemma=token.lemma, plural=phrase.plural,
        refers=phrase.definite and not named,
    ).at(origins[0] if origins else None)  # fmt: skip


def _counterpart(view: ActorView, phrase: Phrase, known: Known) -> Sketch | None:
    """Read "his Kenyan counterpart": the same office in another country."""
    origins = stated_origins(view, phrase)
    # "His counterpart" without a nationality may be of any country.
    if not origins:
        return None
    # The counterpart of a minister is a minister.
    owner = known.office_at(phrase.possessor) if phrase.possessor is not None else None
    office, sectors = owner or (None, ("GOV",))
    span = view.span(phrase.first, phrase.last)
    return Sketch(
        key=None, name=bare_name(view, phrase), kind="office", form="description", rule="noun/counterpart",
        office=office, confidence=_COUNTERPART, sectors=sectors, plural=phrase.plural, lemma=office or "counterpart",
        evidence={"office": Evidence(spans=(span,), rule="noun/counterpart")} if office else {},
    ).at(origins[0])  # fmt: skip


def _some_countries(view: ActorView, phrase: Phrase) -> Sketch:
    """Read countries without names: "21 countries in Europe"; "the country" only points back."""
    return Sketch(
        key=None, name=bare_name(view, phrase), kind="country", form="description", rule="noun/country",
        bare="country",
        confidence=_GENERIC, lemma=view.token(phrase.core).lemma, plural=phrase.plural, refers=phrase.definite,
    ).at(None if phrase.plural else _named_by(view, phrase))  # fmt: skip


def _named_by(view: ActorView, phrase: Phrase) -> Origin | None:
    """Return the country that a nationality before "republic" names."""
    return next((o for h in phrase.before if h.forms and (o := view.origin_of(h))), None)


def _countries(view: ActorView, phrase: Phrase, hit: Hit, agent: Agent) -> Sketch:
    """Read "Western allies", "world powers"."""
    name = view.words(hit.first, hit.last)
    return Sketch(
        key=("countries", fold(name)), name=name, kind="country", form="description", rule=f"agents/{agent.phrase}",
        partial=True, noun=agent.phrase, confidence=_COUNTRIES, country=agent.country, sectors=agent.sectors,
        lemma=agent.phrase, plural=True,
        refers=phrase.definite,
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------- what is no actor
def _no_actor(view: ActorView, phrase: Phrase, hit: Hit, agent: Agent) -> bool:
    """Tell whether a noun is no actor here: "a state of siege", "join forces", "in hospital", tanks that are sent."""
    nouns = view.patterns.nouns
    # "A state of siege", "a state", "the welfare state" are no state that acts.
    if agent.phrase == "state" and (phrase.links or phrase.determiner == "a" or _is_qualified(view, phrase, hit)):
        return True
    if last_word(agent) in nouns.halves and (bool(phrase.links) == (last_word(agent) == "sides")):
        return not phrase.before and phrase.possessor is None
    token = view.token(phrase.head)
    # "In hospital", "in court": without an article a body is a place or a state of things.
    bare = phrase.first == phrase.head and token.tag not in ("NNS", "NNPS") and token.dep != "compound"
    if bare and (
        agent.phrase in nouns.abstract or (agent.phrase in view.patterns.states.government and token.dep == "pobj")
    ):
        return True
    # "Sent tanks": weapons act only as subjects.
    weapon = last_word(agent) in nouns.equipment
    return _is_idiom(view, phrase) or _is_site(view, phrase, agent) or (weapon and not _acts(view, phrase))


def _is_qualified(view: ActorView, phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a word that is no nationality stands between article and noun: "the welfare state"."""
    start = phrase.first if phrase.possessor is None else phrase.possessor + 1
    return any(view.token(i).tag not in ("DT", "POS") and view.hits[i] is None for i in range(start, hit.first))


def _is_idiom(view: ActorView, phrase: Phrase) -> bool:
    token = view.token(phrase.head)
    return phrase.first == phrase.head and f"{view.document.head(token).lemma} {token.lower}" in (
        view.patterns.nouns.idioms
    )


def _is_site(view: ActorView, phrase: Phrase, agent: Agent) -> bool:
    """Tell whether a body without a name is where something happens."""
    token = view.token(phrase.head)
    body = agent.kind in ("organisation", "government") and last_word(agent) in view.patterns.nouns.sites
    return body and token.dep == "pobj" and view.document.head(token).lower in view.patterns.metonyms.locatives


def _acts(view: ActorView, phrase: Phrase) -> bool:
    """Tell whether a weapon or a vessel is the one that acts: a subject, or what follows "by"."""
    token = view.token(phrase.head)
    return token.dep == "nsubj" or (token.dep == "pobj" and view.document.head(token).dep == "agent")


# ------------------------------------------------------------------------------------------------- who it is
def _member_of(view: ActorView, phrase: Phrase, agent: Agent) -> Sketch | None:
    """Read members of a named armed group as the group: "Hamas fighters"."""
    entry = next((e for h in phrase.before for e in h.entries if e.kind == "armed-group"), None)
    # "Two Hamas fighters" are two; "Hamas fighters" are Hamas.
    if entry is None or phrase.counted or agent.phrase not in view.patterns.states.members:
        return None
    if not phrase.plural and agent.number == "count" and is_human(view, agent):
        return None
    return of_entry(view, entry, form="description", confidence=_DESCRIBED)._replace(plural=True)


def _one_of_several(view: ActorView, phrase: Phrase, hit: Hit, agent: Agent, origin: Origin) -> Sketch:
    """Read one country's share of "US and UK officials"; an office has one holder in each country."""
    single = bool(agent.office)
    noun = agent.phrase if single else view.words(hit.first, hit.last)
    sketch = _described(view, phrase, hit, agent, origin, single=single)
    return sketch if sketch.kind == "country" else sketch._replace(name=f"{origin.label} {noun}")


def _described(
    view: ActorView, phrase: Phrase, hit: Hit, agent: Agent, origin: Origin | None, *, single: bool = False
) -> Sketch:
    former = is_former(view, titles_before(view, phrase))
    code = origin.code if origin else None
    office = None if former else office_of(view, agent, code, origin.label if origin else "")[0]
    sectors: tuple[Sector, ...] = FORMER if former else affiliated(view, phrase, agent.sectors)
    plural = (phrase.plural or agent.number == "plural") and not single
    person = not plural and agent.number == "count" and _of_people(agent) and is_human(view, agent)
    found = Evidence(spans=(view.span(phrase.first, phrase.last),), rule=f"agents/{agent.phrase}")
    evidence = {field: found for field, value in (("sector", sectors), ("office", office)) if value}
    if origin:
        evidence["country"] = Evidence(spans=origin.spans, rule=origin.rule)
    sketch = Sketch(
        key=None, name=bare_name(view, phrase), kind=_kind(agent, office, person=person), form="description",
        rule=f"agents/{agent.phrase}", confidence=min(_DESCRIBED, origin.confidence if origin else 1.0),
        country=code, country_by=origin.by if origin else None, sectors=sectors, office=office, lemma=agent.phrase,
        noun=agent.phrase, plural=plural,
        # "Residents" all alone are those of the place spoken of.
        refers=phrase.definite or (plural and _is_alone(phrase, hit)), evidence=evidence,
        gender=gender_of(view.patterns.gender, titles="", noun=agent.phrase, name=()),
    )  # fmt: skip
    if agent.phrase in view.patterns.states.forces and (sector := _irregular(view, phrase)):
        sketch = sketch._replace(kind="armed-group", sectors=(sector,))
    # "The army" of a country is one; "some officials", "two officials" are new each time.
    whole = not phrase.counted and phrase.determiner in _WHOLE and not person
    return keyed(view, sketch, agent, of=_following(view, phrase)) if whole and origin else sketch


def _of_people(agent: Agent) -> bool:
    """Tell whether one of them is a human being: "a UN worker", but no "operator" and no "secretary-general"."""
    return agent.kind != "organisation" or (agent.country == "IGO" and " " in agent.phrase)


def _irregular(view: ActorView, phrase: Phrase) -> Sector | None:
    """Return the sector of forces that are no state's: "far-right forces", "Moscow-backed troops"."""
    words = view.patterns.states.irregular
    text = titles_before(view, phrase)
    if any(is_prefix(view.document.tokens, h) for h in phrase.before):
        return "PRM"
    return next((sector for word, sector in words.items() if word in text), None)


def _kind(agent: Agent, office: str | None, *, person: bool) -> ActorKind:
    if not person:
        return agent.kind
    return "office" if office or agent.kind == "office" else "person"


def keyed(view: ActorView, sketch: Sketch, agent: Agent, *, of: str = "") -> Sketch:
    """Give a description its identity: the state, its forces, or whoever else is so described in that country."""
    states, code = view.patterns.states, sketch.country or ""
    # "The Chadian government" is Chad.
    if agent.phrase in states.government and code in view.countries.names:
        name = view.countries.names[code]
        return sketch._replace(key=("country", code), name=name, kind="country", sectors=("GOV",), office=None)
    key: Key = ("described", agent.phrase, code, of)
    # "Troops", "the army", "forces" of a state are one actor.
    if agent.phrase in states.forces and (sketch.plural or agent.number == "collective"):
        key = ("forces", code)
    return sketch._replace(key=key)


def _is_alone(phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a noun stands all alone: "residents"."""
    return phrase.first == hit.first and not phrase.links and not phrase.counted


def _following(view: ActorView, phrase: Phrase) -> str:
    return " ".join(view.token(i).lower for _, i in phrase.links)
