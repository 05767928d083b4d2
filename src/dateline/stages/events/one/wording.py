"""How alike the words are that tell two mentions."""

from dateline.draft import Clause
from dateline.stages.events.scene.extent import own_words
from dateline.stages.events.scene.lookups import Scene

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def content_words(scene: Scene, clause: Clause) -> frozenset[str]:
    """Return the lemmas of the words with a meaning of their own that tell a clause; found once for each."""
    known = scene.content_words.get(clause.index)
    if known is None:
        known = frozenset([t.lemma.lower() for t in own_words(scene, clause) if t.pos in _CONTENT])
        scene.content_words[clause.index] = known
    return known


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the shorter one's words that the other has too."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
