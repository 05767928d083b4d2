"""Two mentions of one event: what speaks for it and what against, by rule. The reader weighs it (docs/reader.md)."""

from dataclasses import dataclass

from dateline.draft import Argument
from dateline.geo import distance_km
from dateline.model.base import Span
from dateline.model.entities import Actor, Place
from dateline.parse.tree import Token
from dateline.stages.events.one.compared import Compared
from dateline.stages.events.scene.found import VERBAL, Found
from dateline.stages.events.scene.lookups import Scene

# Deeds: headline and lead have one of them. Words are spoken again and again, and each time may be another.
_MATERIAL = frozenset(
    {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION", "COOPERATE", "CONSULT"}
)
WIDE = frozenset({"country", "region", "province"})
"""Precisions of places in which another place may lie."""
_POINTS = frozenset({"site", "town"})
_BESIDE_KM = 20.0  # a town and its suburb may both be named for one act
_OUTCOMES = frozenset({"destroy", "targeted", "beat"})
_CALMING = "crowd-control"
_SIMILAR = 0.5
_SAME_WORDS = 0.65  # what is told again far down is told in the same words
_HEADLINE = 0.2  # of the words of a headline, which has few to be alike by
_NEXT = 2  # sentences in which the story of a headline begins, where none is marked as its lead
_SOON = 3
"""Sentences after an act within which "the attack" is that one."""
_FAR = 14  # sentences between two mentions of one event


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one event, the first told first."""

    members: tuple[Found, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the trigger of each mention."""
        return tuple(sorted({f.clause.span for f in self.members}))


def compatible(a: Compared, b: Compared) -> bool:
    """Tell whether nothing said of two mentions speaks against their being one event."""
    return not parted(a, b) and agree(a, b)


def agree(a: Compared, b: Compared) -> bool:
    """Tell whether nothing speaks against two mentions' being one event, that no word or measured time parts."""
    # What was done and what is only planned are two records, be they told in the same words.
    if a.type != b.type or a.real != b.real:
        return False
    content, other = a.found.content, b.found.content
    if content is not None and other is not None and content != other:
        return False
    if not (_same_manner(a, b) or _one_crowd(a, b)) or not _same_days(a, b):
        return False
    # "Envoy expelled" over "The ministry ordered the ambassador to leave": a headline is too short for full titles.
    short = _headline_and_lead(a, b)
    if not (_same_actors(a, b) or (short and _kindred(a.scene, a.found.actors, b.found.actors))):
        return False
    # Parts of one sentence's act may name its place here and its victims there.
    if _tied(a, b):
        return True
    same = _same_recipients(a, b) or (short and _kindred(a.scene, a.found.recipients, b.found.recipients))
    return (same or _town_and_people(a, b) or _told_again(b, a)) and _same_place(a.place, b.place)


def _same_manner(a: Compared, b: Compared) -> bool:
    """Tell whether the modes agree; damage and death are what an attack did, not a manner of their own."""
    return a.mode is None or b.mode is None or a.mode == b.mode or a.mode in _OUTCOMES or b.mode in _OUTCOMES


def parted(a: Compared, b: Compared) -> bool:
    """Tell acts that cannot be one: told by one word of several places, or parted in a sentence by a measured time."""
    if a.index == b.index or _answered_by_force(a, b):
        return True
    # "Hours after four men were shot, gunmen killed a guard": one sentence, two acts.
    return a.sentence == b.sentence and (a.another_time or b.another_time)


def elsewhere(a: Compared, b: Compared) -> bool:
    """Tell acts in two provinces or towns by their own words: another place is another event (ACLED rule 1)."""
    one, other = a.spot, b.spot
    if one is None or other is None:
        return False
    known = None not in (one.country, one.admin1, other.country, other.admin1)
    return (known and (one.country, one.admin1) != (other.country, other.admin1)) or _far_apart(one, other)


def _far_apart(a: Place, b: Place) -> bool:
    """Tell two towns from a town and what lies in it or beside it."""
    # "Shelled the district", "shelled the town": of wide places nobody knows how far apart they are.
    if not {a.precision, b.precision} <= _POINTS or b.lat is None or b.lon is None:
        return False
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    return km is not None and km > _BESIDE_KM


def crossed(a: Compared, b: Compared) -> bool:
    """Tell an act from its answer: who did the one suffered the other, and the other way round."""
    turned = not a.does.isdisjoint(b.suffers) and not b.does.isdisjoint(a.suffers)
    return turned and a.does.isdisjoint(b.does) and a.suffers.isdisjoint(b.suffers)


def given_apart(a: Compared, b: Compared) -> bool:
    """Tell sums of other givers: "Japan pledged $50 million. Norway promised 10 million euros."."""
    if not (a.sums and b.sums and a.does and b.does):
        return False
    return a.does.isdisjoint(b.does) and a.sums.isdisjoint(b.sums)


def _answered_by_force(a: Compared, b: Compared) -> bool:
    """Tell a clash of others from the tear gas with which police end it."""
    if (_CALMING in a.modes) == (_CALMING in b.modes):
        return False
    return bool(a.does) and bool(b.does) and a.does.isdisjoint(b.does)


def _town_and_people(a: Compared, b: Compared) -> bool:
    """Tell a town that stands for its people from those who were hit in it, both told in one sentence."""
    return a.sentence == b.sentence and a.is_town != b.is_town


def _one_crowd(a: Compared, b: Compared) -> bool:
    """Tell what one crowd does in one sentence: "blocked roads, burned tyres and threw stones" is one protest."""
    same = a.type == "PROTEST" and bool(a.does) and a.found.actors == b.found.actors
    return same and a.sentence == b.sentence


def _same_actors(a: Compared, b: Compared) -> bool:
    """Tell whether two mentions name somebody who acts in common; "gunmen" of headline and lead are the same men."""
    common = not a.does or not b.does or not a.does.isdisjoint(b.does)
    return common or not a.actor_names.isdisjoint(b.actor_names)


def _same_recipients(a: Compared, b: Compared) -> bool:
    common = not a.suffers or not b.suffers or not a.suffers.isdisjoint(b.suffers)
    return common or not a.recipient_names.isdisjoint(b.recipient_names)


def _same_days(a: Compared, b: Compared) -> bool:
    # A mention without a day says nothing against any day.
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def _same_place(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.id == b.id:
        return True
    if a.country != b.country:
        return False
    # "In Borno" may hold "in Gubio"; two towns, or two provinces, are two places.
    return (a.precision in WIDE) != (b.precision in WIDE)


def repeats(a: Compared, b: Compared, alike: float) -> bool:
    """Tell whether one mention repeats the other: by definite reference, by the headline, or in the same words."""
    apart = a.sentence - b.sentence
    if abs(apart) > _FAR and alike < _SAME_WORDS:
        return False
    if not apart:
        return _same_sentence(a, b)
    if _headline_and_lead(a, b):
        told_alike = alike > _HEADLINE or a.clause.lemma == b.clause.lemma
        if told_alike or a.type in _MATERIAL:
            return True
    if a.type in _MATERIAL and (a.refers_back or _told_again(a, b)):
        return True
    if a.type in VERBAL and _document_again(a, b):
        return True
    return alike >= _SIMILAR and _shared_party(a, b)


def _headline_and_lead(a: Compared, b: Compared) -> bool:
    """Tell whether one mention stands in the headline and the other in the lead, which says the same at length."""
    if "headline" not in (a.part, b.part):
        return False
    first, second = (a, b) if a.sentence <= b.sentence else (b, a)
    if first.part != "headline" or second.part not in ("lead", "body"):
        return False
    return second.part == "lead" or second.sentence - first.sentence <= _NEXT


def _kindred(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether a headline's short words and the lead's longer ones may name one party: "envoy", "the ambassador".

    Of one country and no other sector, or, where one has no country, of the same noun or sector.
    """
    return any(_may_be(scene.index.actors[x], scene.index.actors[y]) for x in a for y in b)


def _may_be(one: Actor, other: Actor) -> bool:
    sectors = not one.sectors or not other.sectors or not set(one.sectors).isdisjoint(other.sectors)
    if one.country is not None and other.country is not None:
        # "Chad" of a headline is "the Chadian envoy" of its lead.
        return one.country == other.country and (sectors or "country" in (one.kind, other.kind))
    # "Gunmen" and "masked gunmen": the noun is the last word.
    same_noun = one.name.lower().split()[-1] == other.name.lower().split()[-1]
    return same_noun or (sectors and bool(one.sectors) and bool(other.sectors))


def _same_sentence(a: Compared, b: Compared) -> bool:
    """Tell the parts of one act in one sentence: "killed in an attack", "shelled the town, killing one"."""
    if _tied(a, b) or _goes_on(a, b) or _goes_on(b, a):
        return True
    siblings = a.clause.governor == b.clause.governor and a.clause.relation == b.clause.relation
    # "Accused the rebels and demanded their withdrawal" are two acts of one speaker; "attacked and burned" is one raid.
    if a.type not in ("ASSAULT", "CONSULT", "PROTEST") or not siblings:
        return False
    # "Two were killed and four wounded": no doer either way is no doer apart.
    return (bool(a.does) and a.found.actors == b.found.actors) or a.agent == b.agent


def _goes_on(noun: Compared, other: Compared) -> bool:
    """Tell a relative clause that tells a noun's attack on: "incursions by fighters, who carried out raids inside"."""
    if noun.type != "ASSAULT" or noun.noun is None or not noun.does or noun.found.actors != other.found.actors:
        return False
    scene, clause = noun.scene, noun.clause
    verb = scene.verb(other.clause)
    below = {clause.token, *(t.i for a in clause.arguments if a.role == "agent" for t in _phrase(scene, a))}
    return verb.dep == "relcl" and verb.head in below


def _phrase(scene: Scene, argument: Argument) -> list[Token]:
    return scene.doc.subtree(scene.token(argument))


def _tied(a: Compared, b: Compared) -> bool:
    """Tell whether one clause is an argument of the other; for violence and talks, also an adjunct."""
    for noun in (a.noun, b.noun):
        if noun is not None and (noun in a.heads or noun in b.heads):
            return True
    # "Opened fire, killing two": of violence and talks the clause above tells the same act.
    return a.type in ("ASSAULT", "CONSULT") and (a.up == b.index or b.up == a.index)


def _shared_party(a: Compared, b: Compared) -> bool:
    """Tell whether the mentions name a party in common, or one names none."""
    return _same_actors(a, b) if a.does and b.does else _same_recipients(a, b)


def _told_again(a: Compared, before: Compared) -> bool:
    """Tell "killed in the attack", "the bomber struck" right after the act: with its dead, but no other place."""
    if a.type != "ASSAULT" or not 0 < a.sentence - before.sentence <= _SOON or not a.points_back:
        return False
    found = a.found
    if found.place_span is not None and found.place is not None and not _within(found.place, before.place):
        return False
    # "Killed nine" and later "killed two": a toll grows, so fewer dead speak for another act.
    return not any(
        q.kind != "item" and q.high is not None and q.high < before.highest.get(q.kind, 0.0) for q in found.quantities
    )


def _within(inner: Place, outer: Place | None) -> bool:
    """Tell whether a place may be told more closely than before: "in Mali", "in Gao"."""
    return outer is None or inner.id == outer.id or (inner.country == outer.country and outer.precision in WIDE)


def _document_again(a: Compared, before: Compared) -> bool:
    """Tell "the resolution, which was approved on Saturday, called for …" from what another text asks."""
    if a.found.content != before.found.content or a.clause.lemma != before.clause.lemma:
        return False
    text = a.document
    if text is None or before.document is None:
        return False
    kids = (c for c in a.scene.doc.children(text) if c.i < text.i)
    return any(c.lower in a.scene.words.shared.definite for c in kids)
