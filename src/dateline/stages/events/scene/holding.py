"""Which clause a word stands in, and which clauses hold or add to another."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dateline.draft import Clause
from dateline.parse.tree import Token
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import refers_back

_Tied = TypeVar("_Tied")
_MAX_UP = 4


def owner(scene: Scene, token: Token) -> Clause | None:
    """Return the clause that a word stands in: that of the nearest trigger above it."""
    for up in scene.doc.ancestors(token):
        clause = act_at(scene, up)
        if clause is not None:
            return clause
    return None


def act_at(scene: Scene, token: Token) -> Clause | None:
    """Return the clause of a word, unless it only names a place ("the settlement of X", "a roadblock in Y")."""
    # "The roadblock" is a place and "a roadblock was set up" an act: the light verb makes it one.
    clause = scene.index.act_at.get(token.i)
    if clause is None or (
        clause.pos == "noun" and clause.support is None and clause.lemma in scene.words.shared.place_nouns
    ):
        return None
    return clause


def levels(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Yield the clause, then those below it that add to it, then those that hold it."""
    yield clause
    # "After the attack, ministers met": the attack was dated where it was told, and not by what stands here.
    if refers_back(scene, clause):
        return
    for c in scene.index.below.get(clause.index, ()):
        # "Opened fire, killing two": a participle tells on. "Arrested over a bombing": the bombing has its own day.
        participle = c.relation == "adverbial" and scene.doc.tokens[c.token].tag == "VBG"
        if participle or ((c.relation, c.pos) == ("noun", "noun") and not is_matter(scene, c)):
            yield c
    at = scene.clause(clause.governor)
    for _ in range(_MAX_UP):
        if at is None:
            return
        yield at
        at = scene.clause(at.governor)


def is_matter(scene: Scene, clause: Clause) -> bool:
    """Tell the noun of "arrested over a bombing", "in connection with a raid", which has a day of its own."""
    noun = scene.doc.tokens[clause.token]
    return clause.support is None and noun.dep == "pobj" and scene.doc.head(noun).lower in scene.words.shared.matter


def by_sentence(scene: Scene, found: Iterable[tuple[int, _Tied]]) -> dict[int, list[_Tied]]:
    """Sort what is tied to words by the sentence of each word."""
    out: dict[int, list[_Tied]] = {}
    for i, tied in found:
        out.setdefault(scene.doc.sentence_of(scene.doc.tokens[i]).index, []).append(tied)
    return out
