"""What a noun phrase says of an actor: named in a table, named only here, or described by a noun."""

from dateline.stages.actors.described.entries import entry_fits, is_another, read_entry
from dateline.stages.actors.described.names import read_named
from dateline.stages.actors.described.nouns import read_generic, read_noun
from dateline.stages.actors.described.origins import Known
from dateline.stages.actors.described.states import read_country
from dateline.stages.actors.known.scan import Hit
from dateline.stages.actors.known.sketch import Sketch
from dateline.stages.actors.known.view import ActorView
from dateline.stages.actors.phrases.noun_phrases import Phrase


def read_phrase(view: ActorView, phrase: Phrase, known: Known) -> tuple[Sketch, ...]:
    """Return the actors that a phrase stands for: none, one, or one for each of several countries."""
    name = phrase.name
    hit = view.hits[name[1] - 1] if name and name[0] > phrase.core else phrase.hit
    # A name in the tables first, then a country, then a noun: "Chad", "the Chadian army".
    if name and hit and entry_fits(view, name, hit) and not is_another(view, phrase, hit, known):
        return (read_entry(view, phrase, hit, known),)
    if hit and hit.forms and not (name and _is_longer(name, hit)):
        return read_country(view, phrase, hit)
    if hit and hit.agent and not name:
        return read_noun(view, phrase, hit, hit.agent, known)
    found = read_named(view, phrase, name, known) if name else read_generic(view, phrase, known)
    return (found,) if found is not None else ()


def _is_longer(name: tuple[int, int], hit: Hit) -> bool:
    return name[0] < hit.first or name[1] > hit.last
