"""Who is named beside an act and is yet not acted upon: the actor's own forces, its missions, itself, buildings."""

from dateline.model.base import Span
from dateline.model.entities import Actor
from dateline.stages.events.scene.found import Act
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, keep

_SPOKEN = frozenset({"AGREE", "THREATEN"})  # words about deeds to come
_BODIES = frozenset({"government", "organisation"})
# Types in which forces that are named are moved, not met.
_MOVING = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "MOBILIZE", "REJECT", "RETREAT", "SANCTION", "THREATEN"})
_STATES = frozenset({"country", "government", "office", "person"})


def acted_upon(scene: Scene, act: Act, actor: Party, found: Party) -> Party:
    """Leave out of a recipient whoever is only named beside the act."""

    def stands_by(i: str, words: Span) -> bool:
        own = _own(scene, act, actor, i, words) or _own_state(scene, act, actor, i)
        return own or _itself(scene, words)

    met = keep(found, lambda i, words: not stands_by(i, words))
    # "Shelled a clinic and two farmers": a building stands back where people are named.
    people = keep(met, lambda i, _: not is_building(scene, i))
    return people or keep(met, lambda _, words: _is_told_of(scene, words))


def _is_told_of(scene: Scene, words: Span) -> bool:
    """Tell the clinics of "two clinics were hit by shelling", whom it is about, from "a rocket hit a clinic"."""
    head = scene.doc.head_of(words)
    return head is not None and head.dep == "nsubjpass"


def _itself(scene: Scene, span: Span) -> bool:
    """Tell "blew themselves up": who does it to himself."""
    return scene.doc.quote(span).lower().endswith(("self", "selves"))


def _own(scene: Scene, act: Act, actor: Party, found: str, span: Span) -> bool:
    """Tell the actor's own forces and missions, which it moves or closes: "withdrew its troops", "shut its embassy"."""
    body = scene.index.actors[found]
    # "Freed the soldiers": of a release those moved are those it is done to.
    if body.kind not in _BODIES or act.frame.type not in _MOVING or act.frame.mode == "release":
        return False
    if _possessed(scene, actor, span):
        return True
    # "Sent troops": forces of no stated country are the sender's.
    return "MIL" in body.sectors and (body.country is None or _one_side(scene, actor, body))


def _possessed(scene: Scene, actor: Party, span: Span) -> bool:
    owners = (t for t in scene.doc.tokens_in(span) if t.dep == "poss")
    return any(m.actor in actor.ids for t in owners for m in scene.index.mentions_at.get(t.i, ()))


def _one_side(scene: Scene, actor: Party, body: Actor) -> bool:
    """Tell whether forces are those of a state that acts."""
    return any(a.country == body.country and a.kind in _STATES for a in (scene.index.actors[i] for i in actor.ids))


def is_building(scene: Scene, found: str) -> bool:
    """Tell a school or a market, whose people are not named; of one that a state owns the state is meant."""
    actor = scene.index.actors[found]
    trait = scene.index.trait(found)
    noun = actor.name.lower().rpartition(" ")[2] if trait.stands_for == "place" else trait.noun or ""
    if noun not in scene.words.who.buildings and noun.removesuffix("s") not in scene.words.who.buildings:
        # "Markets" and "a market" are one noun.
        return False
    # "A Chadian school" speaks of Chad, "a school in Tavna" of its pupils.
    return not states_country(scene, found) and not (trait.stands_for == "place" and trait.country_by == "place")


def states_country(scene: Scene, actor: str) -> bool:
    """Tell whether words of the phrase itself say which country somebody belongs to."""
    return scene.index.trait(actor).country_by == "words"


def _own_state(scene: Scene, act: Act, actor: Party, found: str) -> bool:
    """Tell "the president promised to rebuild Tavna's land": a state is not who its own government promises it to."""
    state = scene.index.actors[found]
    if not act.deeds & _SPOKEN or state.kind != "country":
        return False
    # Only a government: "rebels promised Tavna peace" is a promise to others.
    own = (a for a in (scene.index.actors[i] for i in actor.ids) if a.country == state.country and "GOV" in a.sectors)
    return any(states_country(scene, a.id) for a in own)
