"""What a noun phrase says of an actor: named in a table, named only here, or described by a noun."""

from dateline.stages.actors.described.entries import entry_fits, is_another, read_entry
from dateline.stages.actors.described.names import read_named
from dateline.stages.actors.described.nouns import read_generic, read_noun
from dateline.stages.actors.described.origins import Known, find_origins
from dateline.stages.actors.described.states import read_country
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.known.view import ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase


def read_phrase(view: ActorView, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Return the actors that a phrase stands for: none, one, or one for each of several countries."""
    name = phrase.name
    hit = view.hits[name[1] - 1] if name and name[0] > phrase.core else phrase.hit
    if hit and hit.agent and hit.entries and _of_another_state(view, phrase, hit, known):
        return read_noun(view, phrase, hit, hit.agent, known)
    if name and hit and entry_fits(view, name, hit) and not is_another(view, phrase, hit, known):
        return (read_entry(view, phrase, hit, known),)
    if hit and hit.forms and not (name and _is_longer(name, hit)):
        return read_country(view, phrase, hit)
    if hit and hit.agent and not name:
        return read_noun(view, phrase, hit, hit.agent, known)
    found = read_named(view, phrase, name, known) if name else read_generic(view, phrase, known)
    return (found,) if found is not None else ()


def _of_another_state(view: ActorView, phrase: Phrase, hit: Hit, known: Known) -> bool:
    """Tell "the Senate" of a report on France from that of the tables: a noun that is short for one state's body."""
    home = {e.country for e in hit.entries}
    if phrase.determiner != "the" or phrase.before or any(known.entry(e.id) or e.id in view.named for e in hit.entries):
        return False
    return (
        hit.agent is not None
        and hit.agent.kind != "country"
        and view.setting is not None
        and (
            view.setting not in home
            and home.isdisjoint(o.code for o in find_origins(view, phrase._replace(name=None), known))
        )
    )


def _is_longer(name: tuple[int, int], hit: Hit) -> bool:
    return name[0] < hit.first or name[1] > hit.last
