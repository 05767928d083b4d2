"""What a noun phrase says of an actor: named in a table, named only here, or described by a noun."""

from collections.abc import Callable
from dataclasses import replace

from dateline.draft import MentionForm
from dateline.lexicon.actors import ActorEntry, Agent
from dateline.lexicon.tables import fold
from dateline.model.base import Evidence
from dateline.model.closed import ActorKind, Sector
from dateline.parse.tree import Token
from dateline.stages.actors.metonyms import stands_for_government
from dateline.stages.actors.noun_phrases import Phrase
from dateline.stages.actors.origins import Known, context_origin, find_origins
from dateline.stages.actors.persons import alike, gender_of, name_parts
from dateline.stages.actors.scan import Hit
from dateline.stages.actors.sketch import Key, Origin, Sketch
from dateline.stages.actors.view import View

_ABOUT = frozenset({"about", "almost", "around", "approximately", "at", "least", "more", "than", "nearly", "over", "roughly", "up", "to", "some", "other"})
_STATE_FORMS = frozenset({"name", "abbreviation", "former"})
_PEOPLE_FORMS = frozenset({"adjective", "demonym", "demonym-plural"})
_BARE_DETERMINERS = frozenset({None, "the"})
_NAME_ENTITIES = frozenset({"PERSON", "ORG", "NORP"})
Reader = Callable[[View, Phrase, Known], tuple[Sketch, ...]]


def read_phrase(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Return the actors that a phrase stands for: none, one, or one for each of several countries."""
    reader = _reader(view, phrase)
    return reader(view, phrase, known) if reader else ()


def _reader(view: View, phrase: Phrase) -> Reader | None:
    hit = phrase.hit
    if phrase.name and hit and hit.entries and _entry_fits(view, phrase, hit):
        return read_entry
    if hit and hit.forms and not (phrase.name and _longer_name(phrase, hit)):
        return read_country
    if phrase.name:
        return read_named
    if hit is None:
        return read_generic
    return read_description if hit.agent else None


def _longer_name(phrase: Phrase, hit: Hit) -> bool:
    return phrase.name is not None and (phrase.name[0] < hit.first or phrase.name[1] > hit.last)


def _entry_fits(view: View, phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a surname in a table may be that of the person whose fuller name stands here."""
    if phrase.name is None or hit.forms and hit.forms[0].kind in _STATE_FORMS:
        return False
    if phrase.name[0] >= hit.first:
        return phrase.name[1] <= hit.last
    given = fold(view.token(phrase.name[0]).text)
    return any(e.kind == "person" and alike(given, name_parts(e.name)[0]) for e in hit.entries)


# ------------------------------------------------------------------------------------------------- named in a table
def read_entry(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Read a name that the actor tables have."""
    assert phrase.hit is not None  # noqa: S101 - the reader was chosen for it
    origins = find_origins(view, replace(phrase, name=None, links=()), known)
    entry, sure = _choose(view, phrase.hit, origins, known)
    sketch = of_entry(entry, form="name", confidence=0.95 if sure else 0.7)
    names = name_parts(entry.name) if entry.kind == "person" else ()
    titles = _titles(view, phrase)
    sketch = replace(sketch, names=names, gender=gender_of(view.patterns.gender, titles=titles, noun="", name=names))
    return (_in_office(view, phrase, sketch, titles),)


def of_entry(entry: ActorEntry, *, form: MentionForm, confidence: float) -> Sketch:
    """Return what a table row says."""
    rule = f"actors/{entry.id}"
    known = Evidence(rule=rule, note=_validity(entry))
    fields = {"country": entry.country, "sector": entry.sectors, "office": entry.office, "wikidata": entry.wikidata}
    return Sketch(
        key=("entry", entry.id), name=entry.name, kind=entry.kind, form=form, rule=rule, confidence=confidence,
        country=entry.country, sectors=entry.sectors, office=entry.office, wikidata=entry.wikidata,
        evidence={name: known for name, value in fields.items() if value},
    )  # fmt: skip


def _validity(entry: ActorEntry) -> str | None:
    if entry.start is None and entry.end is None:
        return None
    return f"holds from {entry.start or '…'} to {entry.end or '…'}"


def _choose(view: View, hit: Hit, origins: tuple[Origin, ...], known: Known) -> tuple[ActorEntry, bool]:
    """Choose among namesakes: named in full before, of the country stated, of the country of the report, else the first."""
    if len({e.id for e in hit.entries}) == 1:
        return hit.entries[0], True
    before = next((e for e in hit.entries if known.entry(e.id) or e.id in view.named), None)
    if before is not None:
        return before, True
    stated = {o.code for o in origins}
    for codes in (stated, {view.setting} if view.setting else set()):
        fitting = [e for e in hit.entries if e.country in codes]
        if fitting:
            return fitting[0], len({e.id for e in fitting}) == 1
    return hit.entries[0], False


def _in_office(view: View, phrase: Phrase, sketch: Sketch, titles: str) -> Sketch:
    """Fill an office that the table leaves open from the title before the name; mark former holders."""
    agents = [h.agent for h in phrase.before if h.agent]
    span = view.span(phrase.first, phrase.last)
    if _former(view, titles) and sketch.kind == "person" and not _holds_other(sketch, agents):
        return replace(sketch, sectors=_unique(("ELI",)), office=None, evidence={**sketch.evidence, "sector": Evidence(spans=(span,), rule="title/former")})
    if sketch.office or not agents or sketch.kind != "person":
        return sketch
    office, sectors = _office(view, agents[-1], sketch.country)
    found = Evidence(spans=(span,), rule=f"agents/{agents[-1].phrase}")
    evidence = {**sketch.evidence, **({"office": found} if office else {}), **({} if sketch.sectors else {"sector": found})}
    return replace(sketch, office=office, sectors=sketch.sectors or sectors, evidence=evidence)


def _holds_other(sketch: Sketch, agents: list[Agent]) -> bool:
    """Tell whether a "former minister" holds another office now."""
    return sketch.office is not None and all(a.office != sketch.office for a in agents)


# ------------------------------------------------------------------------------------------------- countries
def read_country(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:  # noqa: ARG001 - a reader's signature
    """Read a country's name, its people, its capital or its seat of government."""
    hit = phrase.hit
    assert hit is not None  # noqa: S101 - the reader was chosen for it
    kind = hit.forms[0].kind
    if kind in _STATE_FORMS:
        return (of_country(view, hit, form="name"),)
    if kind == "seat":
        return (_seat(view, hit),)
    if kind == "capital":
        acts = stands_for_government(view.document, view.token(phrase.head), view.patterns.metonyms)
        return (of_country(view, hit, form="metonym"),) if acts else ()
    return _people(view, phrase, hit)


def of_country(view: View, hit: Hit, *, form: MentionForm) -> Sketch:
    """Return the state that a form of its name stands for."""
    code = view.choose(hit)
    row = next(f for f in hit.forms if f.code == code)
    span = view.span(hit.first, hit.last)
    found = Evidence(spans=(span,), rule=f"countries/{row.kind}", note=row.note)
    sectors: tuple[Sector, ...] = ("GOV",) if form != "metonym" and row.sectors != ("PRE",) else row.sectors or ("GOV",)
    unsure = len({f.code for f in hit.forms}) > 1
    special = row.sectors == ("PRE",) or _region(view, row.form, code)
    return Sketch(
        key=("region", fold(row.form)) if special else ("country", code),
        name=row.form if special else view.countries.names.get(code, row.form), kind="country", form=form,
        rule=f"countries/{row.kind}", confidence={"name": 0.97, "metonym": 0.85}.get(form, 0.9) * (0.8 if unsure else 1.0),
        country=code, sectors=sectors, evidence={"country": found, "sector": Evidence(rule="state")},
    )  # fmt: skip


def _region(view: View, form: str, code: str) -> bool:
    """Tell whether a name is that of a part of a country ("Chechnya"), which then is an actor of its own."""
    return code in view.countries.names and fold(form) in view.patterns.states.parts


def _seat(view: View, hit: Hit) -> Sketch:
    row = hit.forms[0]
    name = row.form
    organ = row.sectors not in ((), ("GOV",)) or name.isupper() or any(w in view.patterns.nouns.organisations for w in fold(name).split())
    sketch = of_country(view, hit, form="metonym")
    if not organ:
        return sketch
    return replace(sketch, key=("seat", row.code, fold(name)), name=name, kind="organisation" if "GOV" not in row.sectors else "government", sectors=row.sectors, form="name", confidence=0.93)


def _people(view: View, phrase: Phrase, hit: Hit) -> tuple[Sketch, ...]:
    """Read "the Russians" as the state, "two Russians", "Syrians" as people."""
    token = view.token(phrase.core)
    plural = hit.forms[0].kind == "demonym-plural" or (token.pos == "ADJ" and phrase.determiner == "the")
    if plural and phrase.determiner == "the" and not phrase.counted:
        return (of_country(view, hit, form="demonym"),)
    if token.pos == "ADJ" and not phrase.determiner:
        return (of_country(view, hit, form="demonym"),)
    origin = view.origin_of(hit)
    name = _bare(view, phrase)
    single = not plural and token.tag not in ("NNS", "NNPS")
    key = None if single or phrase.counted else ("people", hit.forms[0].code)
    return (Sketch(
        key=key, name=name, kind="population", form="demonym", rule="countries/people", confidence=0.85, sectors=("CVL",),
        lemma="people", plural=not single, evidence={"sector": Evidence(rule="people")},
    ).at(origin),)  # fmt: skip


# ------------------------------------------------------------------------------------------------- named only here
def read_named(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Read a proper name that no table has: a person after a title, an organisation by its last word, else what the parser says."""
    assert phrase.name is not None  # noqa: S101 - the reader was chosen for it
    words = view.words(*phrase.name)
    last = view.token(phrase.name[1] - 1)
    agent = phrase.hit.agent if phrase.hit and phrase.hit.agent else None
    titles = [h.agent for h in phrase.before if h.agent]
    if phrase.name[0] > phrase.core and agent:
        titles, agent = [*titles, agent], None
    ending = _ending(view, phrase)
    if _no_actor(view, phrase, ending):
        return ()
    if _headline(view, phrase) and last.ent != "PERSON":
        titles = []
    human = bool(titles) and _human(view, titles[-1])
    by_name = not titles and (last.ent == "PERSON" or _honorific(view, phrase) or known.person(name_parts(words)))
    if agent is None and (human or by_name or (last.ent == "PERSON" and not view.hits[last.i] and _honorific(view, phrase))):
        return _person(view, phrase, known, titles if human else [])
    if agent is None and titles and not human:
        agent = titles[-1]
    if agent is not None and agent.phrase == "state":
        agent = None
    if agent is not None or last.ent == "ORG" or ending in view.patterns.nouns.organisations:
        return _organisation(view, phrase, known, agent)
    if last.ent == "NORP" and (phrase.plural or view.token(phrase.head).dep in _ARGUMENTS):
        return _following(view, phrase, known)
    return _guess(view, phrase, known, words)


def _ending(view: View, phrase: Phrase) -> str:
    """Return the word of a name that tells what it is: its head ("Movement for …"), else its last."""
    assert phrase.name is not None  # noqa: S101
    inside = phrase.name[0] <= phrase.core < phrase.name[1]
    return fold(view.token(phrase.core if inside else phrase.name[1] - 1).text)


def _no_actor(view: View, phrase: Phrase, ending: str) -> bool:
    assert phrase.name is not None  # noqa: S101
    first = view.token(phrase.name[0])
    nouns = view.patterns.nouns
    if ending in nouns.not_actors and len(phrase.before) == 0:
        return True
    if len(ending) < 2 or ending in nouns.not_names or not ending.replace(".", "").replace(" ", "").isalnum() or first.ent in _THINGS:
        return True
    return first.start in view.places and view.token(phrase.core).ent in ("GPE", "LOC", "FAC")


_THINGS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "PRODUCT"})


def _honorific(view: View, phrase: Phrase) -> bool:
    assert phrase.name is not None  # noqa: S101
    words = view.patterns.gender
    before = view.token(phrase.name[0] - 1).lower if phrase.name[0] > phrase.first else ""
    first = view.token(phrase.name[0]).lower
    long = phrase.name[1] - phrase.name[0] > 1
    titles = words.male_titles | words.female_titles | words.neutral_titles
    given = words.male_names | words.female_names
    return before in titles or (long and (first in titles or any(view.token(i).lower in given for i in range(phrase.name[0], phrase.name[1] - 1))))


def _person(view: View, phrase: Phrase, known: Known, agents: list[Agent]) -> tuple[Sketch, ...]:
    assert phrase.name is not None  # noqa: S101
    start, stop = phrase.name
    words = view.patterns.gender
    titles = _titles(view, phrase)
    while stop - start > 1 and view.token(start).lower in words.male_titles | words.female_titles | words.neutral_titles:
        titles = f"{titles} {view.token(start).lower}"
        start += 1
    name = view.words(start, stop)
    parts = name_parts(name)
    origins = find_origins(view, replace(phrase, name=None, links=() if not agents else phrase.links), known)
    code = origins[0].code if origins else None
    office, sectors = _office(view, agents[-1], code, origins[0].label if origins else "") if agents else (None, ())
    if _former(view, titles):
        office, sectors = None, ("ELI",)
    sectors = _with_affiliation(phrase, sectors)
    span = view.span(phrase.first, phrase.last)
    found = Evidence(spans=(span,), rule=f"agents/{agents[-1].phrase}" if agents else None)
    evidence = {"office": found} if office else {}
    if sectors:
        evidence["sector"] = found
    sketch = Sketch(
        key=None, name=name, kind="person", form="title" if agents else "name", rule="title+name" if agents else "name/person",
        confidence=0.9 if agents else 0.75, office=office, sectors=sectors, names=parts, evidence=evidence,
        gender=gender_of(words, titles=titles, noun="", name=parts), lemma=agents[-1].phrase if agents else "",
    )  # fmt: skip
    origin = origins[0] if origins else (context_origin(view) if agents and "GOV" in sectors else None)
    return (sketch.at(origin),)


def _organisation(view: View, phrase: Phrase, known: Known, agent: Agent | None) -> tuple[Sketch, ...]:
    assert phrase.name is not None  # noqa: S101
    name = view.words(*phrase.name)
    ending = _ending(view, phrase)
    if agent is None and ending not in view.patterns.nouns.organisations and _headline(view, phrase):
        return ()
    sector = view.patterns.nouns.organisations.get(ending)
    sectors = agent.sectors if agent else ((sector,) if sector else ())
    kind: ActorKind = agent.kind if agent and agent.kind not in ("office", "person") else "organisation"
    origins = find_origins(view, replace(phrase, links=()), known)
    evidence = {"sector": Evidence(spans=(view.span(*phrase.name),), rule=f"agents/{agent.phrase}" if agent else "name/ending")} if sectors else {}
    sketch = Sketch(
        key=("org", fold(name)), name=name, kind=kind, form="name", rule="name/organisation", confidence=0.75 if sectors else 0.6,
        sectors=sectors, evidence=evidence, lemma=agent.phrase if agent else ending,
    )  # fmt: skip
    return (sketch.at(origins[0] if origins else None),)


def _headline(view: View, phrase: Phrase) -> bool:
    """Tell whether a name stands in a headline, whose capitals mislead the parser."""
    return view.document.sentence_of(view.token(phrase.head)).part == "headline"


def _following(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Read a people, a faith or a party's followers: "Kurds", "Democrats"."""
    assert phrase.name is not None  # noqa: S101
    name = view.words(*phrase.name)
    origins = find_origins(view, phrase, known)
    key = ("people", fold(name)) if phrase.plural and not phrase.counted else None
    sketch = Sketch(
        key=key, name=name, kind="population" if phrase.plural else "person", form="name" if phrase.plural else "description", rule="name/people",
        confidence=0.65, plural=phrase.plural, refers=phrase.definite, lemma="" if phrase.plural else "politician",
    )  # fmt: skip
    return (sketch.at(origins[0] if origins else None),)


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "poss", "agent", "conj", "appos"})
_AGAINST = frozenset({"by", "against", "with", "to", "from"})


def _guess(view: View, phrase: Phrase, known: Known, name: str) -> tuple[Sketch, ...]:
    """Take an unknown name for an organisation if it is an acronym, and for somebody if it acts or is acted upon."""
    token = view.token(phrase.head)
    if token.ent in ("GPE", "LOC", "FAC") and not stands_for_government(view.document, token, view.patterns.metonyms):
        return ()
    if name.isupper() and 2 <= len(name) <= 8 and name.isalpha():
        return _organisation(view, phrase, known, None)
    head = view.document.head(token)
    if phrase.plural or not name[:1].isupper() or _headline(view, phrase):
        return ()
    if token.i == view.document.sentence_of(token).first and not token.ent and not _does(view, head):
        return ()
    if token.dep in _ARGUMENTS or (token.dep == "pobj" and head.lower in _AGAINST):
        sketch = Sketch(key=None, name=name, kind="person", form="name", rule="name/unknown", confidence=0.4, names=name_parts(name), refers=True)
        return (sketch,)
    return ()


def _does(view: View, verb: Token) -> bool:
    """Tell whether a verb has an object or a clause, so that its subject is somebody."""
    return verb.lemma in view.patterns.metonyms.verbs or view.document.child(verb, "dobj", "ccomp", "xcomp") is not None


def read_generic(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Read a noun that mostly points back ("the country", "the group") or that a name goes before ("the Hirak movement")."""
    token = view.token(phrase.core)
    words = view.patterns.reference
    if token.lemma in words.country:
        return _some_countries(view, phrase, known)
    if token.lemma not in words.group or phrase.determiner is None and not phrase.before:
        return ()
    named = [view.token(i) for i in range(phrase.first, phrase.core) if view.token(i).pos == "PROPN" and view.hits[i] is None]
    name = view.words(named[0].i, phrase.core + 1) if named else _bare(view, phrase)
    sketch = Sketch(
        key=("org", fold(name)) if named else None, name=name, kind="organisation", form="name" if named else "description",
        rule="noun/group", confidence=0.5, lemma=token.lemma, plural=phrase.plural, refers=phrase.definite and not named,
    )  # fmt: skip
    origins = find_origins(view, phrase, known)
    return (sketch.at(origins[0] if origins else None),)


def _some_countries(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Read countries without names: "21 countries in Europe"; "the country" only points back."""
    if not phrase.plural and not phrase.definite:
        return ()
    token = view.token(phrase.core)
    return (Sketch(
        key=None, name=_bare(view, phrase), kind="country", form="description", rule="noun/country", confidence=0.5,
        lemma=token.lemma, plural=phrase.plural, refers=phrase.definite,
    ),)  # fmt: skip


# ------------------------------------------------------------------------------------------------- described by a noun
def read_description(view: View, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Read a noun for actors: government and forces of a country, members of a group, an office, a population."""
    hit = phrase.hit
    assert hit is not None and hit.agent is not None  # noqa: S101 - the reader was chosen for it
    agent = hit.agent
    if agent.kind == "country":
        return _countries(view, phrase, agent)
    if agent.phrase == "state" and (phrase.links or phrase.determiner == "a"):
        return ()
    if _is_idiom(view, phrase) or _is_site(view, phrase, agent):
        return ()
    if agent.phrase.rsplit(" ", 1)[-1] in view.patterns.nouns.equipment and not _acts(view, phrase):
        return ()
    if member := _member_of(view, phrase, hit):
        return (member,)
    origins = find_origins(view, phrase, known) if not agent.country else ()
    if agent.country:
        origins = (Origin(code=agent.country, spans=(view.span(hit.first, hit.last),), rule=f"agents/{agent.phrase}", confidence=0.85),)
    return tuple(_described(view, phrase, agent, o, several=len(origins) > 1) for o in origins or (None,))


def _is_idiom(view: View, phrase: Phrase) -> bool:
    """Tell whether a bare noun belongs to its verb: "join forces"."""
    token = view.token(phrase.head)
    return phrase.first == phrase.head and f"{view.document.head(token).lemma} {token.lower}" in view.patterns.nouns.idioms


def _is_site(view: View, phrase: Phrase, agent: Agent) -> bool:
    """Tell whether a body without a name is where something happens: "in a hospital"."""
    token = view.token(phrase.head)
    place = agent.kind in ("organisation", "government") and agent.phrase.rsplit(" ", 1)[-1] in view.patterns.nouns.sites
    return place and token.dep == "pobj" and view.document.head(token).lower in view.patterns.metonyms.locatives


def _acts(view: View, phrase: Phrase) -> bool:
    """Tell whether a weapon or a vessel is the one that acts: a subject, or what follows "by"."""
    token = view.token(phrase.head)
    return token.dep == "nsubj" or (token.dep == "pobj" and view.document.head(token).dep == "agent")


def _countries(view: View, phrase: Phrase, agent: Agent) -> tuple[Sketch, ...]:
    name = view.words(phrase.hit.first, phrase.hit.last) if phrase.hit else _bare(view, phrase)
    return (Sketch(key=("countries", fold(name)), name=name, kind="country", form="description", rule=f"agents/{agent.phrase}", confidence=0.6,
                   country=agent.country, sectors=agent.sectors, lemma=agent.phrase, plural=True, refers=phrase.definite),)  # fmt: skip


def _member_of(view: View, phrase: Phrase, hit: Hit) -> Sketch | None:
    """Read members of a named armed group as the group: "Hamas fighters"."""
    agent = hit.agent
    assert agent is not None  # noqa: S101
    entry = next((e for h in phrase.before for e in h.entries if e.kind == "armed-group"), None)
    if entry is None or phrase.counted or agent.phrase not in view.patterns.states.members:
        return None
    if not phrase.plural and agent.number == "count" and agent.phrase not in ("group", "movement", "militia", "army", "rebel group", "organization", "organisation"):
        return None
    return replace(of_entry(entry, form="description", confidence=0.85), plural=True)


def _described(view: View, phrase: Phrase, agent: Agent, origin: Origin | None, *, several: bool) -> Sketch:
    states = view.patterns.states
    code = origin.code if origin else None
    span = view.span(phrase.first, phrase.last)
    noun = view.words(phrase.hit.first, phrase.hit.last) if phrase.hit else ""
    each = several and bool(agent.office)
    name = f"{origin.label} {agent.phrase if each else noun}" if several and origin else _bare(view, phrase)
    former = _former(view, _titles(view, phrase))
    sectors: tuple[Sector, ...] = ("ELI",) if former else _with_affiliation(phrase, agent.sectors)
    office = None if former else _office(view, agent, code, origin.label if origin else "")[0]
    plural = (phrase.plural or agent.number == "plural") and not each
    person = not plural and (agent.kind in ("office", "person") or (agent.number == "count" and agent.kind in ("government", "population") and _human(view, agent)))
    kind: ActorKind = ("office" if agent.kind in ("office", "person") or office else "person") if person and (office or agent.kind != "armed-group") else agent.kind
    found = Evidence(spans=(span,), rule=f"agents/{agent.phrase}")
    evidence = {"sector": found} if sectors else {}
    if office:
        evidence["office"] = found
    if origin:
        evidence["country"] = Evidence(spans=origin.spans, rule=origin.rule)
    key: Key | None = None
    if code and not phrase.counted and phrase.determiner in _BARE_DETERMINERS and not person:
        key = ("described", agent.phrase, code, _of(view, phrase))
        if agent.phrase in states.government and code in view.countries.names:
            key, name, kind, sectors, office = ("country", code), view.countries.names[code], "country", ("GOV",), None
        elif agent.phrase in states.forces and (plural or agent.number == "collective"):
            key, kind = ("forces", code), "government"
    return Sketch(
        form="description", name=name, kind=kind, rule=f"agents/{agent.phrase}",
        confidence=min(0.85, origin.confidence if origin else 1.0), sectors=sectors, office=office,
        lemma=agent.phrase, plural=plural, refers=phrase.definite or (plural and _is_bare(phrase)),
        gender=gender_of(view.patterns.gender, titles="", noun=agent.phrase, name=()), evidence=evidence, country=code, key=key,
    )  # fmt: skip


def _is_bare(phrase: Phrase) -> bool:
    """Tell whether a noun stands all alone: "residents"."""
    return phrase.hit is not None and phrase.first == phrase.hit.first and not phrase.links and not phrase.counted


def _of(view: View, phrase: Phrase) -> str:
    return " ".join(view.token(i).lower for _, i in phrase.links)


def _human(view: View, agent: Agent) -> bool:
    """Tell whether the singular of a noun is one human being, not a body or a vessel."""
    last = agent.phrase.rsplit(" ", 1)[-1]
    return last not in view.patterns.nouns.organisations and last not in view.patterns.nouns.bodies


# ------------------------------------------------------------------------------------------------- parts
def _office(view: View, agent: Agent, country: str | None, before: str = "") -> tuple[str | None, tuple[Sector, ...]]:
    """Return the office and the sectors of a title, as its country has it."""
    for title in (f"{before} {agent.phrase}", agent.phrase):
        role = view.actors.title(title, country)
        if role is not None:
            return role.office, role.sectors
    if agent.office:
        return agent.office, agent.sectors
    return (agent.phrase if agent.kind == "office" else None), agent.sectors


def _with_affiliation(phrase: Phrase, sectors: tuple[Sector, ...]) -> tuple[Sector, ...]:
    """Put the sector of the body that somebody speaks for or leads first: "Hamas spokesman" is REB."""
    own = next((e.sectors for h in phrase.before for e in h.entries if e.kind in ("armed-group", "organisation") and e.sectors), ())
    return _unique((*own, *(s for s in sectors if s != "GOV" or not own)))


def _unique(sectors: tuple[Sector, ...]) -> tuple[Sector, ...]:
    return tuple(dict.fromkeys(sectors))


def _titles(view: View, phrase: Phrase) -> str:
    """Return the words before the name or the noun, in lower case."""
    end = phrase.name[0] if phrase.name else (phrase.hit.first if phrase.hit else phrase.core)
    start = phrase.possessor + 1 if phrase.possessor is not None else phrase.first
    return " ".join(view.token(i).lower for i in range(start, end))


def _former(view: View, titles: str) -> bool:
    return any(w in view.patterns.nouns.former for w in titles.split())


def _bare(view: View, phrase: Phrase) -> str:
    """Return the words of a phrase without article and counting words, as an actor's name."""
    start = phrase.first if phrase.head == phrase.core else phrase.core
    while start < phrase.core and (view.token(start).tag in ("DT", "PDT", "CD", "PRP$") or view.token(start).lower in _ABOUT):
        start += 1
    return view.words(start, phrase.last)
