"""What an act was done with, and how many it touched."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.draft import Clause, Number
from dateline.model.base import Span
from dateline.model.closed import EventType, Mode, QuantityKind
from dateline.model.event import Quantity
from dateline.parse.tree import Token
from dateline.stages.events.extent import own_words
from dateline.stages.events.found import Scene

_BY_MODE: Mapping[Mode | None, QuantityKind] = {"arrest": "arrested", "abduct": "abducted", "deport": "displaced"}


def find_means(means: Mapping[str, Mode], words: Iterable[Token]) -> tuple[Mode, Span] | None:
    """Return the first weapon that the words name, two words before one, with the mode that it gives."""
    tokens = list(words)
    for n, t in enumerate(tokens):
        if n + 1 < len(tokens):
            mode = means.get(f"{t.lower} {tokens[n + 1].lemma.lower()}")
            if mode is not None:
                return mode, (t.start, tokens[n + 1].end)
        mode = means.get(t.lemma.lower()) or means.get(t.lower)
        if mode is not None:
            return mode, (t.start, t.end)
    return None


@dataclass(frozen=True, slots=True)
class Counting:
    """The clause whose numbers are read, with the type and mode of its event."""

    clause: Clause
    type: EventType | None
    mode: Mode | None


def find_quantities(scene: Scene, counting: Counting) -> tuple[Quantity, ...]:
    """Return the numbers that stand among a clause's own words, with what they count."""
    clauses = (counting.clause, *_results(scene, counting.clause))
    tokens = {t.i for c in clauses for t in own_words(scene, c)}
    theme = counting.clause.get("theme")
    if theme is not None:
        tokens.add(theme.head)  # "two soldiers were reported killed"
    found = {id(n): n for i in tokens for n in scene.numbers_at.get(i, ())}
    out = tuple(_quantity(scene, counting, n) for n in sorted(found.values(), key=lambda n: n.span))
    return (*out, *(() if any(q.kind == "killed" for q in out) else _one_by_one(scene, counting)))


def _one_by_one(scene: Scene, counting: Counting) -> Iterator[Quantity]:
    """Yield one dead for each single person named as killed ("shot dead a teacher and a nurse")."""
    theme = counting.clause.get("theme")
    if counting.type != "ASSAULT" or theme is None or not _deadly(scene, counting.clause):
        return
    doc = scene.doc
    for noun in doc.conjuncts(doc.tokens[theme.head]):
        mention = scene.mention_cover.get(noun.i)
        one = any(c.lower in ("a", "an") for c in doc.children(noun))
        person = mention is not None and scene.actors[mention.actor].kind in ("person", "office", "population")
        if noun.tag == "NN" and one and person and mention is not None:
            yield Quantity(
                kind="killed", low=1, high=1, qualifier="exact", who=mention.actor, name=noun.lemma,
                span=(noun.start, noun.end),
            )  # fmt: skip


def _deadly(scene: Scene, clause: Clause) -> bool:
    """Tell an act that kills: by its verb, or by "dead" and "to death" beside it."""
    if clause.pos != "verb":
        return False
    if clause.lemma in scene.words.deadly:
        return True
    doc = scene.doc
    beside = doc.children(doc.tokens[clause.token])
    to_death = any(c.lower == "to" and any(g.lower == "death" for g in doc.children(c)) for c in beside)
    return to_death or any(c.lower == "dead" for c in beside)


def _results(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Yield "leaving eight dead", "including three children": clauses that only add to what this one tells."""
    for c in scene.below.get(clause.index, ()):
        if c.pos == "verb" and c.lemma in scene.words.adding:
            yield c
    up = scene.clause(clause.governor)
    agent = None if up is None else up.get("agent")
    if up is not None and agent is not None and agent.head == clause.token and up.lemma in scene.words.adding:
        yield up  # "a missile strike left two sailors dead"


def _quantity(scene: Scene, counting: Counting, number: Number) -> Quantity:
    noun = None if number.noun is None else scene.doc.tokens[number.noun]
    mention = None if number.noun is None else scene.mention_cover.get(number.noun)
    return Quantity(
        kind=_kind(scene, counting, number, person=mention is not None),
        low=number.low,
        high=number.high,
        qualifier=number.qualifier,
        who=None if mention is None else mention.actor,
        name=None if noun is None else noun.lemma,
        of=number.of,
        currency=number.currency,
        span=number.span,
    )


def _kind(scene: Scene, counting: Counting, number: Number, *, person: bool) -> QuantityKind:
    """Return what a number counts: by what befell those counted, else by the event that they took part in."""
    if number.currency is not None:
        return "money"
    if number.of is not None or number.percent:
        return "share"
    noun = None if number.noun is None else scene.doc.tokens[number.noun]
    under = _undergoes(counting.clause, number, noun)
    words = _fate(scene, counting.clause, noun, under=under)
    if noun is None or person or under:
        if words & scene.words.kill:
            return "killed"
        if words & scene.words.harm:
            return "injured"
        if under and counting.mode in _BY_MODE and (person or noun is None):
            return _BY_MODE[counting.mode]
    if words & scene.words.missing:
        return "missing"
    if words & scene.words.displaced:
        return "displaced"
    return "participants" if person and counting.type == "PROTEST" else "item"


def _undergoes(clause: Clause, number: Number, noun: Token | None) -> bool:
    """Tell whether what is counted is the clause's theme, or coordinated with it."""
    theme = clause.get("theme")
    if theme is None:
        return False
    within = theme.span[0] <= number.span[0] < theme.span[1]
    return noun is None or theme.head == noun.i or noun.dep == "conj" or within


def _fate(scene: Scene, clause: Clause, noun: Token | None, *, under: bool) -> frozenset[str]:
    """Return the lemmas that tell what befell those counted: verb, noun, and the word after it ("eight dead")."""
    words = {scene.doc.tokens[clause.token].lemma.lower()}
    if noun is None or under:
        words.add(clause.lemma)
    if noun is not None:
        words.add(noun.lemma.lower())
        for t in scene.doc.tokens[noun.i + 1 : noun.i + 2]:
            words |= {t.lemma.lower(), t.lower}
    return frozenset(words)
