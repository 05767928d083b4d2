"""What the words round a name or a noun say: titles, former holders, offices, sectors, the words that make a name."""

from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import Agent
from dateline.model.closed import Sector
from dateline.parse.tree import Token
from dateline.stages.actors.known.view import ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_AGES = frozenset({"year-old", "month-old"})
_COUNTING = frozenset({"DT", "PDT", "CD", "PRP$", "HYPH"})


def titles_before(view: ActorView, phrase: Phrase) -> str:
    """Return the words before the name or the noun, in lower case."""
    # From behind the possessor: "Chad's former minister" has "former", and not "Chad".
    end = phrase.name[0] if phrase.name else (phrase.hit.first if phrase.hit else phrase.core)
    start = phrase.possessor + 1 if phrase.possessor is not None else phrase.first
    return " ".join(view.token(i).lower for i in range(start, end))


def is_former(view: ActorView, titles: str) -> bool:
    """Tell whether somebody no longer holds the office named: "former", "ousted", "ex-"."""
    return any(word in view.patterns.nouns.former for word in titles.split())


def bare_name(view: ActorView, phrase: Phrase) -> str:
    """Return the words of a phrase without article and counting words, as an actor's name."""
    start = phrase.first if phrase.head == phrase.core else phrase.core
    while start < phrase.core and (
        view.token(start).tag in _COUNTING or view.token(start).lower in view.patterns.beside.about
    ):
        start += 1
    return view.words(_past_age(view, start, phrase.core), phrase.last)


def _past_age(view: ActorView, start: int, core: int) -> int:
    """Return where a name begins behind an age: "nun" in "40-year-old nun"."""
    words = [view.token(i).lower for i in range(start, core)]
    # "40-year-old" is one token, or three.
    return next((start + n for n in (1, 2, 3) if "".join(words[:n]) in _AGES), start)


def office_of(
    view: ActorView, agent: Agent, country: str | None, before: str = ""
) -> tuple[str | None, tuple[Sector, ...]]:
    """Return the office and the sectors of a title in a country; ``before`` is the word that gave the country."""
    # "US president" is an office of its own, "president" one of any state.
    for title in (f"{before} {agent.phrase}", agent.phrase):
        role = view.actors.title(title, country)
        if role is not None:
            return role.office, role.sectors
    return agent.office or (agent.phrase if agent.kind == "office" else None), agent.sectors


def sole_country(view: ActorView, agent: Agent) -> str | None:
    """Return the country that a title implies, where it exists in one only: "pope", "secretary-general"."""
    rows = view.actors.titles.get(fold(agent.phrase), ())
    codes = {row.country for row in rows}
    return next(iter(codes)) if len(codes) == 1 else None


def affiliated(view: ActorView, phrase: Phrase, sectors: tuple[Sector, ...]) -> tuple[Sector, ...]:
    """Put the sector of the body that somebody speaks for or leads first: a "Hamas spokesman" is REB."""
    bodies = (e for h in phrase.before for e in h.entries if e.kind in ("armed-group", "organisation") and e.sectors)
    own = next((e.sectors for e in bodies), ()) or _led(view, phrase) or _named_before(view, phrase)
    # "A Hamas spokesman" is of Hamas first: the state service of his title is not the state's here.
    return tuple(dict.fromkeys((*own, *(s for s in sectors if s != "GOV" or not own))))


def _led(view: ActorView, phrase: Phrase) -> tuple[Sector, ...]:
    """Return the sectors of those whom somebody leads or speaks for: "the chief of the general staff"."""
    noun = phrase.hit.agent if phrase.hit else None
    if noun is None or last_word(noun) not in view.patterns.nouns.leaders:
        return ()
    return next((s for prep, i in phrase.links if prep in ("of", "for") and (s := _sectors_at(view, i))), ())


def _sectors_at(view: ActorView, i: int) -> tuple[Sector, ...]:
    """Return the sectors of the body that a token names or describes, where its tables or its last word tell them."""
    hit, token = view.hits[i], view.token(i)
    if hit is not None and hit.agent is not None:
        return hit.agent.sectors
    if hit is not None:
        return next((e.sectors for e in hit.entries if e.kind != "person"), ())
    sector = view.patterns.nouns.organisations.get(token.lower) if token.pos == "PROPN" else None
    return (sector,) if sector else ()


def _named_before(view: ActorView, phrase: Phrase) -> tuple[Sector, ...]:
    """Return the sector of an unlisted body whose name stands before somebody's title: "Gao Front leader"."""
    title = next((h for h in reversed(phrase.before) if h.agent), phrase.hit)
    if title is None or title.agent is None or title.first <= phrase.first:
        return ()
    before = view.token(title.first - 1)
    return _sectors_at(view, before.i) if before.pos == "PROPN" and view.hits[before.i] is None else ()


def is_human(view: ActorView, agent: Agent) -> bool:
    """Tell whether the singular of a noun is one human being, not a body or a vessel."""
    last = last_word(agent)
    return last not in view.patterns.nouns.organisations and last not in view.patterns.nouns.bodies


def titled_over_place(view: ActorView, name: Token) -> int | None:
    """Return the title beside which a name stands that the parser ties to a place: "the mayor of Lyon, Ada Brun,"."""
    place = view.document.head(name)
    prep = view.document.head(place)
    if name.dep != "appos" or place.dep != "pobj" or prep.dep != "prep" or name.ent in _PLACES:
        return None
    hit = view.hits[prep.head]
    human = hit is not None and hit.agent is not None and is_human(view, hit.agent) and hit.agent.number == "count"
    between = view.document.tokens[place.i + 1]
    return prep.head if human and between.text == "," and name.pos == "PROPN" else None


def last_word(agent: Agent) -> str:
    """Return the noun itself of a phrase of the table."""
    return agent.phrase.rpartition(" ")[2]


def in_headline(view: ActorView, phrase: Phrase) -> bool:
    """Tell whether a phrase stands in a headline, whose capitals mislead the parser."""
    return view.document.sentence_of(view.token(phrase.head)).part == "headline"
