"""Two mentions of one event: what speaks for it and what against, by rule. The reader weighs it (docs/reader.md)."""

from dataclasses import dataclass

from dateline.draft import Argument, Clause
from dateline.geo import distance_km
from dateline.model.base import Span
from dateline.model.entities import Actor, Place
from dateline.parse.tree import Token
from dateline.stages.events.scene.extent import own_words
from dateline.stages.events.scene.found import REAL, VERBAL, Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import is_definite, refers_back

# Deeds: headline and lead have one of them. Words are spoken again and again, and each time may be another.
_MATERIAL = frozenset(
    {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION", "COOPERATE", "CONSULT"}
)
WIDE = frozenset({"country", "region", "province"})
"""Precisions of places in which another place may lie."""
_WIDER = WIDE - {"province"}
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


def compatible(scene: Scene, a: Found, b: Found) -> bool:
    """Tell whether nothing said of two mentions speaks against their being one event."""
    return not parted(scene, a, b) and agree(scene, a, b)


def agree(scene: Scene, a: Found, b: Found) -> bool:
    """Tell whether nothing speaks against two mentions' being one event, that no word or measured time parts."""
    # What was done and what is only planned are two records, be they told in the same words.
    if a.type != b.type or (a.status in REAL) != (b.status in REAL):
        return False
    if a.content is not None and b.content is not None and a.content != b.content:
        return False
    # "Envoy expelled" over "The ministry ordered the ambassador to leave": a headline is too short for full titles.
    same = _kindred if _headline_and_lead(scene, a, b) else _same_party
    manner = _same_manner(a, b) or _one_crowd(scene, a, b)
    if not (manner and same(scene, a.actors, b.actors) and _same_days(a, b)):
        return False
    # Parts of one sentence's act may name its place here and its victims there.
    victims = same(scene, a.recipients, b.recipients) or _town_and_people(scene, a, b) or _told_again(scene, b, a)
    return _tied(scene, a, b) or (victims and _same_place(a, b))


def _same_manner(a: Found, b: Found) -> bool:
    """Tell whether the modes agree; damage and death are what an attack did, not a manner of their own."""
    return _agree(a.modes[:1], b.modes[:1]) or not _OUTCOMES.isdisjoint((*a.modes[:1], *b.modes[:1]))


def parted(scene: Scene, a: Found, b: Found) -> bool:
    """Tell acts that cannot be one: told by one word of several places, or parted in a sentence by a measured time."""
    if a.clause.index == b.clause.index or _answered_by_force(a, b):
        return True
    # "Hours after four men were shot, gunmen killed a guard": one sentence, two acts.
    near = scene.sentence(a.clause) == scene.sentence(b.clause)
    return near and (scene.holds(another_time, a.clause) or scene.holds(another_time, b.clause))


def elsewhere(a: Found, b: Found) -> bool:
    """Tell acts in two provinces or towns by their own words: another place is another event (ACLED rule 1)."""
    if a.place is None or b.place is None or a.place_span is None or b.place_span is None:
        return False
    if a.place.precision in _WIDER or b.place.precision in _WIDER:
        return False
    one, other = ((p.country, p.admin1) for p in (a.place, b.place))
    return (None not in (*one, *other) and one != other) or _far_apart(a.place, b.place)


def _far_apart(a: Place, b: Place) -> bool:
    """Tell two towns from a town and what lies in it or beside it."""
    # "Shelled the district", "shelled the town": of wide places nobody knows how far apart they are.
    if not {a.precision, b.precision} <= _POINTS or b.lat is None or b.lon is None:
        return False
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    return km is not None and km > _BESIDE_KM


def crossed(a: Found, b: Found) -> bool:
    """Tell an act from its answer: who did the one suffered the other, and the other way round."""
    turned = _meet(a.actors, b.recipients) and _meet(b.actors, a.recipients)
    return turned and not _meet(a.actors, b.actors) and not _meet(a.recipients, b.recipients)


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two lists have anybody in common."""
    return bool(one and other) and not set(one).isdisjoint(other)


def given_apart(a: Found, b: Found) -> bool:
    """Tell sums of other givers: "Japan pledged $50 million. Norway promised 10 million euros."."""
    if not (a.quantities and b.quantities and a.actors and b.actors) or _meet(a.actors, b.actors):
        return False
    sums, others = _sums(a), _sums(b)
    return bool(sums and others) and sums.isdisjoint(others)


def _sums(found: Found) -> frozenset[tuple[float | None, float | None, str | None]]:
    return frozenset((q.low, q.high, q.currency) for q in found.quantities if q.kind == "money")


def _answered_by_force(a: Found, b: Found) -> bool:
    """Tell a clash of others from the tear gas with which police end it."""
    if (_CALMING in a.modes) == (_CALMING in b.modes):
        return False
    return bool(a.actors) and bool(b.actors) and set(a.actors).isdisjoint(b.actors)


def _town_and_people(scene: Scene, a: Found, b: Found) -> bool:
    """Tell a town that stands for its people from those who were hit in it, both told in one sentence."""
    stand_in = [all(scene.index.trait(r).stands_for == "place" for r in x.recipients) for x in (a, b)]
    return stand_in[0] != stand_in[1] and scene.sentence(a.clause) == scene.sentence(b.clause)


def _one_crowd(scene: Scene, a: Found, b: Found) -> bool:
    """Tell what one crowd does in one sentence: "blocked roads, burned tyres and threw stones" is one protest."""
    same = a.type == "PROTEST" and bool(a.actors) and a.actors == b.actors
    return same and scene.sentence(a.clause) == scene.sentence(b.clause)


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or not set(a).isdisjoint(b)


def _same_party(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two lists name a party in common; "gunmen" of headline and lead are the same men."""
    return _agree(a, b) or not scene.called(a).isdisjoint(scene.called(b))


def _same_days(a: Found, b: Found) -> bool:
    # A mention without a day says nothing against any day.
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return True
    return a.when.start <= (b.when.end or b.when.start) and b.when.start <= (a.when.end or a.when.start)


def _same_place(a: Found, b: Found) -> bool:
    if a.place is None or b.place is None or a.place.id == b.place.id:
        return True
    if a.place.country != b.place.country:
        return False
    # "In Borno" may hold "in Gubio"; two towns, or two provinces, are two places.
    return (a.place.precision in WIDE) != (b.place.precision in WIDE)


def repeats(scene: Scene, a: Found, b: Found) -> bool:
    """Tell whether one mention repeats the other: by definite reference, by the headline, or in the same words."""
    apart = scene.sentence(a.clause) - scene.sentence(b.clause)
    alike = similarity(scene, a, b)
    if abs(apart) > _FAR and alike < _SAME_WORDS:
        return False
    if not apart:
        return _same_sentence(scene, a, b)
    if _headline_and_lead(scene, a, b):
        told_alike = alike > _HEADLINE or a.clause.lemma == b.clause.lemma
        if told_alike or a.type in _MATERIAL:
            return True
    if a.type in _MATERIAL and (_refers_back(scene, a) or _told_again(scene, a, b)):
        return True
    if _document_again(scene, a, b):
        return True
    return alike >= _SIMILAR and _shared_party(scene, a, b)


def _headline_and_lead(scene: Scene, a: Found, b: Found) -> bool:
    """Tell whether one mention stands in the headline and the other in the lead, which says the same at length."""
    at, later = scene.sentence(a.clause), scene.sentence(b.clause)
    if at > later:
        at, later = later, at
    first, second = scene.doc.sentences[at], scene.doc.sentences[later]
    if first.part != "headline" or second.part not in ("lead", "body"):
        return False
    return second.part == "lead" or second.index - first.index <= _NEXT


def _kindred(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether a headline's short words and the lead's longer ones may name one party: "envoy", "the ambassador".

    Of one country and no other sector, or, where one has no country, of the same noun or sector.
    """
    if _same_party(scene, a, b):
        return True
    return any(_may_be(scene.index.actors[x], scene.index.actors[y]) for x in a for y in b)


def _may_be(one: Actor, other: Actor) -> bool:
    sectors = not one.sectors or not other.sectors or not set(one.sectors).isdisjoint(other.sectors)
    if one.country is not None and other.country is not None:
        # "Chad" of a headline is "the Chadian envoy" of its lead.
        return one.country == other.country and (sectors or "country" in (one.kind, other.kind))
    # "Gunmen" and "masked gunmen": the noun is the last word.
    same_noun = one.name.lower().split()[-1] == other.name.lower().split()[-1]
    return same_noun or (sectors and bool(one.sectors) and bool(other.sectors))


def _same_sentence(scene: Scene, a: Found, b: Found) -> bool:
    """Tell the parts of one act in one sentence: "killed in an attack", "shelled the town, killing one"."""
    if _tied(scene, a, b) or _goes_on(scene, a, b) or _goes_on(scene, b, a):
        return True
    siblings = a.clause.governor == b.clause.governor and a.clause.relation == b.clause.relation
    # "Accused the rebels and demanded their withdrawal" are two acts of one speaker; "attacked and burned" is one raid.
    if a.type not in ("ASSAULT", "CONSULT", "PROTEST") or not siblings:
        return False
    # "Two were killed and four wounded": no doer either way is no doer apart.
    return (bool(a.actors) and a.actors == b.actors) or a.clause.get("agent") == b.clause.get("agent")


def _goes_on(scene: Scene, noun: Found, other: Found) -> bool:
    """Tell a relative clause that tells a noun's attack on: "incursions by fighters, who carried out raids inside"."""
    if noun.type != "ASSAULT" or noun.clause.pos != "noun" or not noun.actors or noun.actors != other.actors:
        return False
    tokens = scene.doc.tokens
    verb = tokens[other.clause.token if other.clause.support is None else other.clause.support]
    below = {noun.clause.token, *(t.i for a in noun.clause.arguments if a.role == "agent" for t in _phrase(scene, a))}
    return verb.dep == "relcl" and verb.head in below


def _phrase(scene: Scene, argument: Argument) -> list[Token]:
    return scene.doc.subtree(scene.token(argument))


def _tied(scene: Scene, a: Found, b: Found) -> bool:
    """Tell whether one clause is an argument of the other; for violence and talks, also an adjunct."""
    nouns = [x.clause.token for x in (a, b) if x.clause.pos == "noun"]
    if nouns and any(x.head in nouns for x in (*a.clause.arguments, *b.clause.arguments)):
        return True
    if a.type not in ("ASSAULT", "CONSULT"):
        return False
    ups = scene.clause(a.clause.governor), scene.clause(b.clause.governor)
    # "Opened fire, killing two": of violence and talks the clause above tells the same act.
    return (ups[0] is not None and ups[0].index == b.clause.index) or (
        ups[1] is not None and ups[1].index == a.clause.index
    )


def another_time(scene: Scene, clause: Clause) -> bool:
    """Tell a clause that a measured time parts from the one above it ("hours after four men were shot")."""
    doc = scene.doc
    mark = doc.child(doc.tokens[clause.token], "mark")
    if mark is None or mark.i == 0 or mark.lower not in ("after", "before"):
        return False
    return doc.tokens[mark.i - 1].lemma.lower() in scene.words.one.measures


def _shared_party(scene: Scene, a: Found, b: Found) -> bool:
    """Tell whether the mentions name a party in common, or one names none."""
    if a.actors and b.actors:
        return _same_party(scene, a.actors, b.actors)
    return _same_party(scene, a.recipients, b.recipients)


def _refers_back(scene: Scene, f: Found) -> bool:
    """Tell "the attack", "the attack lasted an hour"; with victims or a place of its own it may be another."""
    if any(q.kind != "item" for q in f.quantities):
        return False
    definite = scene.holds(is_definite, f.clause)
    return definite and (f.clause.support is None or f.place_span is None)


def _told_again(scene: Scene, f: Found, before: Found) -> bool:
    """Tell "killed in the attack", "the bomber struck" right after the act: with its dead, but no other place."""
    if f.type != "ASSAULT" or not 0 < scene.sentence(f.clause) - scene.sentence(before.clause) <= _SOON:
        return False
    if f.place_span is not None and f.place is not None and not _within(f.place, before.place):
        return False
    counts = {q.kind: q.high for q in before.quantities if q.high is not None}
    # "Killed nine" and later "killed two": a toll grows, so fewer dead speak for another act.
    fewer = any(q.kind != "item" and q.high is not None and q.high < counts.get(q.kind, 0.0) for q in f.quantities)
    return not fewer and _points_back(scene, f)


def _within(inner: Place, outer: Place | None) -> bool:
    """Tell whether a place may be told more closely than before: "in Mali", "in Gao"."""
    return outer is None or inner.id == outer.id or (inner.country == outer.country and outer.precision in WIDE)


def _points_back(scene: Scene, f: Found) -> bool:
    """Tell a noun of an attack with an article, a verb with such a noun, and one whose doer is known by the attack."""
    if f.clause.pos == "noun":
        bare = f.place_span is None and f.clause.get("theme") is None  # "the massacre of 70 people" may be another
        return bare and refers_back(scene, f.clause) and not _several(scene, f.clause.token)
    for a in f.clause.arguments:
        noun = scene.token(a)
        definite = any(c.lower in scene.words.shared.definite for c in scene.doc.children(noun) if c.i < noun.i)
        acts = noun.lemma.lower() in scene.words.one.again and a.prep in scene.words.one.during
        does = a.role == "agent" and noun.lemma.lower() in scene.words.one.doers and a.prep is None
        if definite and not _several(scene, noun.i) and (acts or does):
            return True
    return False


def _several(scene: Scene, i: int) -> bool:
    return scene.doc.tokens[i].tag in ("NNS", "NNPS")


def _document_again(scene: Scene, f: Found, before: Found) -> bool:
    """Tell "the resolution, which was approved on Saturday, called for …" from what another text asks."""
    if f.type not in VERBAL or f.content != before.content or f.clause.lemma != before.clause.lemma:
        return False
    texts = [scene.token(a) for x in (f, before) if (a := x.clause.get("agent")) is not None]
    if len(texts) < 2 or any(t.lemma.lower() not in scene.words.who.documents for t in texts):
        return False
    kids = (c for c in scene.doc.children(texts[0]) if c.i < texts[0].i)
    return any(c.lower in scene.words.shared.definite for c in kids)


def similarity(scene: Scene, a: Found, b: Found) -> float:
    """Return the share of the shorter mention's content words that the other has too; found once for each pair."""
    one, other = a.clause.index, b.clause.index
    pair = (one, other) if one < other else (other, one)
    known = scene.similar.get(pair)
    if known is None:
        first, second = _content_words(scene, a), _content_words(scene, b)
        shorter = min(len(first), len(second))
        known = scene.similar[pair] = len(first & second) / shorter if shorter else 0.0
    return known


def _content_words(scene: Scene, f: Found) -> frozenset[str]:
    known = scene.content_words.get(f.clause.index)
    if known is None:
        tokens = own_words(scene, f.clause)
        known = frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
        scene.content_words[f.clause.index] = known
    return known
