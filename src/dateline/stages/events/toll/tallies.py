"""A sentence that adds a number to the act before it by a noun: "The death toll rose to 31", "some 4,000 took part"."""

from collections.abc import Mapping, Sequence

from dateline.draft import Number
from dateline.model.closed import QuantityKind
from dateline.model.event import Quantity
from dateline.parse.tree import Token
from dateline.stages.events.scene.beside import by_sentence
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.toll.next_sentence import HOSTS, act_before

_MANY = 500  # dead, from which a number may be a sum of many acts
_FAR = 8  # tokens from "toll" to its number


def count_tallies(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Add the numbers of such sentences to the act that is told with them, or before them."""
    out, places = list(found), by_sentence(scene, found)
    for number in scene.draft.numbers:
        kind = _kind(scene, number)
        at = None if kind is None else _host(scene, out, places, (number, kind))
        # A second number of one kind may be another's, or that of days ago.
        if at is not None and kind is not None and all(q.kind != kind for q in out[at].quantities):
            out[at] = out[at].with_quantities((_counted(number, kind),))
    return out


def _counted(number: Number, kind: QuantityKind) -> Quantity:
    return Quantity(kind=kind, low=number.low, high=number.high, qualifier=number.qualifier, span=number.span)


def _host(
    scene: Scene, found: Sequence[Found], places: Mapping[int, list[int]], told: tuple[Number, QuantityKind]
) -> int | None:
    number, kind = told
    here = scene.doc.sentence_at(scene.doc.tokens_in(number.span)[0].i)
    if kind == "participants":
        # Those who come are counted of a gathering, whatever violence stands between.
        places = {n: [i for i in own if found[i].type == "PROTEST"] for n, own in places.items()}
    beside = [n for n in places.get(here, ()) if found[n].type in HOSTS]
    # "The toll of Monday's raid rose to 31" has its own act.
    if beside:
        return next((n for n in beside if found[n].status in REAL and not found[n].background), None)
    return act_before(scene, found, places, here)


def _kind(scene: Scene, number: Number) -> QuantityKind | None:
    """Return what such a sentence counts by a number, None of all other sentences."""
    if number.currency is not None or number.percent or number.of is not None:
        return None
    tokens = scene.doc.tokens_in(number.span)
    if _attend(scene, number, tokens[-1]):
        return "participants"
    # No number of dead: "no deaths" is read elsewhere, and "up to 40" may be none.
    if not number.low or number.low >= _MANY:
        return None
    dead = _of_deaths(scene, number) or _of_toll(scene, number, tokens[0]) or _are_dead(scene, number, tokens[-1])
    return "killed" if dead else None


def _of_deaths(scene: Scene, number: Number) -> bool:
    """Tell "31 deaths"."""
    return number.noun is not None and scene.doc.tokens[number.noun].lemma.lower() in scene.words.toll.no_deaths


def _of_toll(scene: Scene, number: Number, first: Token) -> bool:
    """Tell "the toll rose to 31" from the number that it rose from."""
    before = scene.doc.tokens[max(0, first.i - _FAR) : first.i]
    own = [t.lower for t in before if scene.doc.sentence_at(t.i) == scene.doc.sentence_at(first.i)]
    # "The toll road was hit by 31 rockets" counts no dead.
    bare = number.noun is None or number.noun in scene.index.mention_over
    return bare and not scene.words.toll.tally.isdisjoint(own) and own[-1] != "from"


def _are_dead(scene: Scene, number: Number, last: Token) -> bool:
    """Tell "at least 31 people are dead"."""
    noun = last if number.noun is None else scene.doc.tokens[number.noun]
    up = scene.doc.head(noun)
    return noun.dep == "nsubj" and up.lemma.lower() == "be" and any(c.lower == "dead" for c in scene.doc.children(up))


def _attend(scene: Scene, number: Number, last: Token) -> bool:
    """Tell "some 4,000 people took part"."""
    noun = last.i if number.noun is None else number.noun
    for clause in scene.draft.clauses:
        agent, theme = clause.get("agent"), clause.get("theme")
        if clause.pos == "verb" and clause.polarity == "positive" and agent is not None and agent.head == noun:
            verb = clause.lemma if theme is None else f"{clause.lemma} {scene.token(theme).lower}"
            return verb in scene.words.toll.attending
    return False
