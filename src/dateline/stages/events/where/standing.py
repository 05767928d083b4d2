"""How a place stands in its clause: by which preposition, how wide it is, whether it only tells where another is."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.draft import Clause
from dateline.grammar.forms import is_verb
from dateline.model.base import Span
from dateline.model.entities import Place
from dateline.parse.tree import Token
from dateline.stages.events.scene.holding import act_at
from dateline.stages.events.scene.lookups import Scene

_MAX_UP = 4
_MEASURE = 14  # tokens of ", some 35 kilometers (22 miles) outside the eastern city of"
_WIDTH = {"site": 0, "town": 1, "district": 2, "water": 3, "province": 4, "region": 5, "country": 6}
_WIDE = frozenset({"country", "region"})
_GENITIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention of a place in its clause.

    ``tie`` is its preposition, "theme" or "other". ``remote`` tells that it stands with a party or a matter of the act
    and not with the act ("detainees at Guantanamo", "protested against the war in Gaza"), ``origin`` that it tells
    where a party is from.
    """

    token: int
    place: Place
    span: Span
    tie: str
    remote: bool = False
    origin: bool = False

    @property
    def width(self) -> int:
        """Return how wide the place is, the narrowest kind first."""
        return _WIDTH[self.place.precision]

    def locates(self, ties: frozenset[str]) -> bool:
        """Tell whether the place stands where its preposition locates; "on" a country is about it."""
        return self.tie in ties and not self.origin and not (self.tie == "on" and self.place.precision in _WIDE)


def find_standing(scene: Scene, token: Token, found: tuple[Place, Span], clause: Clause) -> Standing:
    """Return how a place mention, which ends with this token, stands in the clause that it belongs to."""
    place, span = found
    tie = _tie(scene, token, span, wide=place.precision in _WIDE)
    path = list(_path(scene, token, clause))
    links = [t for t in path if t.pos == "ADP"]
    in_subject = any(t.dep in ("nsubj", "nsubjpass") and t.i in scene.index.mention_over for t in path)
    # "Protested in Oslo against the war in Gaza": below a word of what it is about the place is elsewhere.
    aloof = any(t.lower in scene.words.where.aloof for t in links[1:])
    named = any(t.lower == "of" and scene.doc.head(t).ent == "PERSON" for t in links)
    come_from = tie == "from" and clause.relation == "relative"  # "rebels who had come from Libya attacked"
    # "Men from Gubio marched in Oslo": "from" in the subject says whose, and not where.
    origin = come_from or (in_subject and (named or any(t.lower == "from" for t in links)))
    return Standing(token.i, place, span, tie, remote=aloof or in_subject, origin=origin)


def _path(scene: Scene, token: Token, clause: Clause) -> Iterator[Token]:
    """Yield a word and those above it, up to the predicate of its clause."""
    yield token
    for up in scene.doc.ancestors(token):
        if up.i == clause.token:
            return
        yield up


def only_refers(scene: Scene, f: Standing, g: Standing) -> bool:
    """Tell whether a place only says where another is: the one it lies in, or is so far from."""
    if f.span == g.span or f.place.id == g.place.id:
        return False
    held = g.place.evidence.get("admin1")
    if held is not None and f.span in held.spans:
        return True
    if f.span[1] <= g.span[0]:
        return _names_whole(scene, scene.doc.tokens_in((f.span[1], g.span[0])))
    between = scene.doc.tokens_in((g.span[1], f.span[0])) if g.span[1] <= f.span[0] else []
    if len(between) <= _MEASURE and between and between[0].text == "(" and not any(t.text == ")" for t in between):
        return True  # "Gubio (Gubio district, Borno state)"
    # "Gubio, 20 km north of Bama": nouns of distance alone lie between; a verb or an "and" begins something new.
    if not 0 < len(between) <= _MEASURE or any(is_verb(t) or t.pos == "CCONJ" for t in between):
        return False
    # "Clashes in Gubio near Bama": without a comma both may be where it was.
    apart = between[0].text in (",", "(") or f.place.id in scene.draft.offset_places
    return apart and any(t.lemma.lower() in scene.words.where.beside for t in between)


def _names_whole(scene: Scene, between: list[Token]) -> bool:
    """Tell "Miami's Little Havana", "the Harare township of Highfield": the words between a whole and its part."""
    if not between or len(between) > _MAX_UP:
        return False
    known = scene.words.shared.place_nouns
    if between[0].text not in _GENITIVE and not (between[0].lemma.lower() in known and between[-1].lower == "of"):
        return False
    return all(t.text in _GENITIVE or t.lower == "of" or t.pos == "ADJ" or t.lemma.lower() in known for t in between)


def _tie(scene: Scene, token: Token, span: Span, *, wide: bool) -> str:
    """Return how a place stands in its clause: its preposition, or theme; "the edge of X" stands as its noun does."""
    head = _beside(scene, scene.doc.head_of(span) or token)
    within = False
    for _ in range(_MAX_UP):
        top = _top(scene, head, wide=wide)
        if top is None or top.dep not in ("dobj", "nsubjpass", "attr", "pobj"):
            return "other"
        if top.dep != "pobj":
            return "theme"
        prep = scene.doc.head(top)
        if prep.lower != "of":
            # "On the battlefields of X" is in X; "sanctions on X" are about it.
            return "at" if prep.lower == "on" and (within or top is not head) else prep.lower
        head, within = scene.doc.head(prep), True
        if head.pos == "ADP":
            return head.lower
        if head.lemma.lower() in scene.words.where.directions:
            return "near"
        if act_at(scene, head) is not None:
            return "theme"
    return "other"


def _beside(scene: Scene, head: Token) -> Token:
    """Return "capital" of "in the capital Lome", where the parser has cut the name off from it."""
    before = scene.doc.tokens[head.i - 1] if head.i else head
    cut_off = head.dep in ("advmod", "npadvmod", "dep", "nsubj", "dobj")
    return (
        before if cut_off and before.dep == "pobj" and before.lemma.lower() in scene.words.shared.place_nouns else head
    )


def _top(scene: Scene, head: Token, *, wide: bool) -> Token | None:
    """Return the noun that a place name stands with ("Syria's coast"), or None where it belongs elsewhere.

    A country before a noun tells whose it is ("US vehicles"), a town where it is ("a Jerusalem roadblock").
    """
    while head.dep in ("conj", "compound", "appos", "nmod", "poss", "amod") and head.head != head.i:
        up = scene.doc.head(head)
        # "Syria's coast", but not "Syria's army": only nouns of places lie where their owner does.
        owns = head.dep == "poss" or (wide and head.dep in ("compound", "nmod", "amod"))
        if owns and up.lemma.lower() not in scene.words.shared.place_nouns and up.pos != "PROPN":
            return None
        if owns and head.dep == "poss" and up.lemma.lower() not in scene.words.shared.place_nouns:
            return None
        head = up
        if act_at(scene, head) is not None:
            return None
    return head
