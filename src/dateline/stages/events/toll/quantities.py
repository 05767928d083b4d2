"""How many an act touched: the numbers among a clause's words, and what each counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.draft import Argument, Clause, Mention, Number
from dateline.model.closed import EventType, Mode, QuantityKind
from dateline.model.event import Quantity
from dateline.parse.tree import Token
from dateline.stages.events.scene.extent import own_words
from dateline.stages.events.scene.lookups import Scene

# Types whose numbers may stand in what is spoken of: "pledged to send 2,000 weapons".
_GIVING = frozenset({"AGREE", "CONCEDE", "SANCTION"})
# Types of which those count whom they move, and of which those count who take part.
_MOVED = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
_OF_PEOPLE = frozenset({"MOBILIZE", "PROTEST", "RETREAT"})
_PEOPLE = frozenset({"person", "population", "office"})
_HUMAN = frozenset({"COP", "CVL", "MIL", "REB", "UAF"})
_FEW = 10  # a vague number below this ("several") says no more than the plural
_ONE = frozenset({"a", "an", "another"})
_BY_MODE: Mapping[Mode | None, QuantityKind] = {"arrest": "arrested", "abduct": "abducted", "deport": "displaced"}


@dataclass(frozen=True, slots=True)
class Counting:
    """The clause whose numbers are read, with the type and the mode of its deed."""

    clause: Clause
    type: EventType | None
    mode: Mode | None


def find_quantities(scene: Scene, counting: Counting) -> tuple[Quantity, ...]:
    """Return the numbers that stand among a clause's own words, with what they count."""
    clauses = (counting.clause, *_results(scene, counting))
    tokens = {t.i for c in clauses for t in own_words(scene, c)}
    # "Two patients, who were killed": the number stands outside the words of the clause.
    tokens |= {i for c in clauses for a in c.arguments for i in _counted_at(scene, a)}
    found = {id(n): n for i in tokens for n in scene.index.numbers_at.get(i, ())}
    numbers = (_quantity(scene, counting, n, clauses) for n in sorted(found.values(), key=lambda n: n.span))
    return (*(q for q in numbers if q is not None), *_single_victims(scene, counting))


def _counted_at(scene: Scene, argument: Argument) -> Iterator[int]:
    """Yield the head of a subject or an object; of "two patients, who were killed" the one that "who" takes up."""
    if argument.role not in ("agent", "theme"):
        return
    token = scene.token(argument)
    if token.tag in ("WP", "WDT") and token.head != token.i:
        token = scene.doc.head(scene.doc.head(token))
    yield from (t.i for t in scene.doc.conjuncts(token))


def _results(scene: Scene, counting: Counting) -> Iterator[Clause]:
    """Yield the clauses that only add to what this one tells: "leaving eight dead", "including three children"."""
    clause = counting.clause
    yield from _added(scene, clause)
    light = None if clause.support is None else scene.index.clause_at.get(clause.support)
    if light is not None:  # "fighting erupted, leaving eight dead"
        yield from _added(scene, light)
    up = scene.clause(clause.governor)
    agent = None if up is None else up.get("agent")
    if up is not None and agent is not None and agent.head == clause.token:
        if up.lemma in scene.words.toll.adding | scene.words.toll.displaced | scene.words.toll.bringing:
            yield up  # "a missile strike left two sailors dead", "clashes displaced thousands"
        yield from _displaced_too(scene, up)
        if up.lemma in scene.words.toll.happening:
            yield from _added(scene, up)
    if counting.type in _GIVING:
        yield from (
            c for c in scene.index.below.get(clause.index, ()) if c.pos == "verb" and c.relation == "complement"
        )


def _displaced_too(scene: Scene, up: Clause) -> Iterator[Clause]:
    """Yield "displaced 4,000" of "a raid killed nine and displaced 4,000"."""
    whole = scene.index.clauses_in.get(scene.sentence(up), ())
    beside = whole if up.governor is None else scene.index.below.get(up.governor, ())
    for c in beside:
        agent = c.get("agent")
        same = agent is not None and agent == up.get("agent")
        if same and c.index != up.index and c.lemma in scene.words.toll.displaced:
            yield c


def _added(scene: Scene, clause: Clause) -> Iterator[Clause]:
    for c in scene.index.below.get(clause.index, ()):
        if c.pos == "verb" and c.lemma in scene.words.toll.adding:
            yield c


def _single_victims(scene: Scene, counting: Counting) -> Iterator[Quantity]:
    """Yield one for each of "killed a child", "arrested his daughter", "shot Mayor Ada Thorn"."""
    clause = counting.clause
    theme = clause.get("theme")
    kind = _harm_of(scene, clause) or _BY_MODE.get(counting.mode)
    if theme is None or kind is None or clause.polarity == "negative" or clause.modality is not None:
        return
    for noun in scene.doc.conjuncts(scene.token(theme)):
        mention = scene.index.mention_over.get(noun.i)
        if mention is None or noun.tag not in ("NN", "NNP") or not _is_person(scene, mention.actor):
            continue
        # "Killed a child": an article counts one. "Killed the child" may be one of those counted before.
        one = next((c for c in scene.doc.children(noun) if c.lower in _ONE or c.tag == "PRP$"), None)
        if one is None and not _is_named_person(scene, mention):
            continue
        yield Quantity(
            kind=kind,
            low=1.0,
            high=1.0,
            qualifier="exact",
            who=mention.actor,
            name=noun.lemma if one else None,
            span=(one.start, noun.end) if one else mention.span,
        )


def _is_named_person(scene: Scene, mention: Mention) -> bool:
    return scene.index.actors[mention.actor].kind == "person" and mention.form in ("name", "title")


def _harm_of(scene: Scene, clause: Clause) -> QuantityKind | None:
    """Return what an act does to its victim, by its verb, or by "dead" and "to death" beside it."""
    doc = scene.doc
    beside = doc.children(doc.tokens[clause.token])
    to_death = any(c.lower == "to" and any(g.lower == "death" for g in doc.children(c)) for c in beside)
    # Death before wounds: "beaten to death".
    if clause.lemma in scene.words.toll.kill or clause.lemma in scene.words.toll.deadly:
        return "killed"
    if clause.pos == "verb" and (to_death or any(c.lower == "dead" for c in beside)):
        return "killed"
    return "injured" if clause.lemma in scene.words.toll.harm else None


def _is_person(scene: Scene, actor: str) -> bool:
    return scene.index.actors[actor].kind in _PEOPLE or not _HUMAN.isdisjoint(scene.index.actors[actor].sectors)


def _quantity(scene: Scene, counting: Counting, number: Number, clauses: tuple[Clause, ...]) -> Quantity | None:
    noun = None if number.noun is None else scene.doc.tokens[number.noun]
    mention = None if number.noun is None else scene.index.mention_over.get(number.noun)
    person = mention is not None or (noun is not None and noun.lemma.lower() in scene.words.toll.persons)
    kind = _kind(scene, counting, number, person=person)
    if _is_told_twice(scene, number) or (kind == "item" and _is_hardly_one(number)):
        return None
    # "20 casualties" may be dead or hurt, and are no things.
    if kind == "item" and noun is not None and noun.lemma.lower() in scene.words.toll.casualties:
        return None
    if kind == "item" and not _is_item(scene, counting, number, clauses, person=person):
        return None
    if kind == "item" and mention is not None and _takes_part(scene, counting, number):
        kind = "participants"
    return Quantity(
        kind=kind,
        low=number.low,
        high=number.high,
        qualifier=number.qualifier,
        who=None if mention is None else mention.actor,
        name=None if noun is None else noun.lemma,
        of=number.of,
        currency=number.currency,
        span=number.span,
    )


def _is_told_twice(scene: Scene, number: Number) -> bool:
    """Tell a number of what another counts already: "four hurt, at least two badly", "€5 million ($6 million)"."""
    if number.currency is not None:
        return _converts(scene, number)
    last = scene.doc.tokens_in(number.span)[-1].i
    after = scene.doc.tokens[last + 1 : last + 2]
    return number.noun is None and any(t.lower in scene.words.toll.gravely for t in after)


def _is_hardly_one(number: Number) -> bool:
    """Tell "several houses" from "dozens of rockets"."""
    return number.qualifier == "vague" and (number.high or _FEW) < _FEW


def _converts(scene: Scene, number: Number) -> bool:
    """Tell a sum in brackets that says another in a second currency."""
    before = scene.doc.text[: number.span[0]].rstrip()
    sums = (n for n in scene.draft.numbers if n.currency not in (None, number.currency))
    return before.endswith("(") and any(n.span[1] == len(before[:-1].rstrip()) for n in sums)


def _is_item(scene: Scene, counting: Counting, number: Number, clauses: tuple[Clause, ...], *, person: bool) -> bool:
    """Tell a number of what an act is done to or with from the other numbers of its words.

    "Abducted 17 passengers from two buses" counts no buses, "killed in two ambushes" no ambushes; of people only those
    count whom something befell.
    """
    noun = None if number.noun is None else scene.doc.tokens[number.noun]
    if noun is None or (number.low == 0 and number.high == 0):
        return False
    within = any(_undergoes(scene, c, number, noun) for c in clauses)
    if person:
        return (within and counting.type in _MOVED) or _takes_part(scene, counting, number)
    act = scene.index.act_at.get(noun.i)
    done = act is not None and act.index == counting.clause.index and act.support is not None
    if act is not None and act.pos == "noun" and not done:
        return False
    weapon = noun.lemma.lower() in scene.words.toll.fired or done  # "carried out ten airstrikes"
    # "Some 40 shells fell": without an object the subject is what there is to count.
    alone = counting.clause.get("theme") is None and _leads(scene, counting.clause, number)
    return within or weapon or alone


def _takes_part(scene: Scene, counting: Counting, number: Number) -> bool:
    """Tell "some 300 fighters laid down their arms" from "the two sides agreed"."""
    noun = None if number.noun is None else scene.doc.tokens[number.noun]
    if noun is None or noun.lemma.lower() in scene.words.toll.parties or counting.type not in _OF_PEOPLE:
        return False
    # "Sent 300 soldiers", "300 soldiers marched": of forces both count those who move.
    return counting.type == "MOBILIZE" or _leads(scene, counting.clause, number)


def _leads(scene: Scene, clause: Clause, number: Number) -> bool:
    """Tell whether what is counted is the clause's agent, or coordinated with it."""
    agent = clause.get("agent")
    if agent is None:
        return False
    heads = scene.doc.conjuncts(scene.token(agent))
    return agent.span[0] <= number.span[0] < agent.span[1] or any(t.i == number.noun for t in heads)


def _kind(scene: Scene, counting: Counting, number: Number, *, person: bool) -> QuantityKind:
    """Return what a number counts: by what befell those counted, else by the event that they took part in."""
    if number.currency is not None:
        return "money"
    if number.of is not None or number.percent:
        return "share"
    noun = None if number.noun is None else scene.doc.tokens[number.noun]
    under = _undergoes(scene, counting.clause, number, noun)
    words = _fate(scene, counting.clause, noun, under=under)
    # "Nine were killed and two hurt": what stands at the number itself goes before the verb.
    own = _alone_fate(scene, number)
    if own & scene.words.toll.harm:
        return "injured"
    words |= own
    # "Two gunmen killed nine": of a verb with an object the subject is who did it.
    doer = counting.clause.get("theme") is not None and _leads(scene, counting.clause, number)
    if (noun is None or person or under or own) and not doer:
        if words & scene.words.toll.kill:
            return "killed"
        if words & scene.words.toll.harm:
            return "injured"
        if under and counting.mode in _BY_MODE and (person or noun is None):
            return _BY_MODE[counting.mode]
    if words & scene.words.toll.missing:
        return "missing"
    if words & scene.words.toll.displaced:
        return "displaced"
    marches = counting.type == "PROTEST" and (counting.clause.pos == "noun" or _leads(scene, counting.clause, number))
    alone = noun is None and _leads(scene, counting.clause, number)  # "some 2,000 marched"
    return "participants" if marches and (person or alone) else "item"


def _alone_fate(scene: Scene, number: Number) -> frozenset[str]:
    """Return what befell those whom a number counts by itself, or whose lives it counts: "nine dead", "nine lives"."""
    last = scene.doc.tokens_in(number.span)[-1]
    if number.noun is None:
        up, after = scene.doc.head(last), scene.doc.tokens[last.i + 1 : last.i + 2]
        moved = up.lemma.lower() in scene.words.toll.displaced and last.dep == "dobj"
        return frozenset({t.lower for t in after} | ({up.lemma.lower()} if moved else set()))
    noun = scene.doc.tokens[number.noun]
    if noun.lemma.lower() in scene.words.toll.harm:  # "nine were killed and two hurt"
        return frozenset({noun.lemma.lower()})
    lost = (
        noun.lemma.lower() in scene.words.toll.lives and scene.doc.head(noun).lemma.lower() in scene.words.toll.costing
    )
    return frozenset({"dead"}) if lost else frozenset()


def _undergoes(scene: Scene, clause: Clause, number: Number, noun: Token | None) -> bool:
    """Tell whether what is counted is the clause's theme, or coordinated with it."""
    theme = clause.get("theme")
    if theme is None:
        return False
    within = theme.span[0] <= number.span[0] < theme.span[1]
    # "Killed nine farmers and two guards": the guards hang on the farmers, and not on the verb.
    return noun is None or noun.dep == "conj" or within or noun.i in set(_counted_at(scene, theme))


def _fate(scene: Scene, clause: Clause, noun: Token | None, *, under: bool) -> frozenset[str]:
    """Return the lemmas that tell what befell those counted: verb, noun, and the word after it ("eight dead")."""
    trigger = scene.doc.tokens[clause.token]
    words = {trigger.lemma.lower(), trigger.lower}
    if noun is None or under:
        words.add(clause.lemma)
        words |= {t.lower for t in scene.doc.tokens[trigger.i + 1 : trigger.i + 2]}  # "shot dead two students"
    if noun is not None:
        words.add(noun.lemma.lower())
        for end in scene.doc.coordination(noun):  # "eight soldiers and five rebels dead"
            for t in scene.doc.tokens[end.i + 1 : end.i + 2]:
                words |= {t.lemma.lower(), t.lower}
        up = scene.doc.head(noun)
        if noun.dep in ("dobj", "nsubj", "nsubjpass") and up.lemma.lower() in scene.words.toll.displaced:
            words.add(up.lemma.lower())
    return frozenset(words)
