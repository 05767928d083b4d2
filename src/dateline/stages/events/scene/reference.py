"""Whether a noun points back to an event told before."""

from dateline.draft import Clause
from dateline.stages.events.scene.lookups import Scene


def refers_back(scene: Scene, clause: Clause) -> bool:
    """Tell a noun that points to an event told before: "the attack", "Tuesday's strikes", "these visits"."""
    return clause.support is None and is_definite(scene, clause)


def is_definite(scene: Scene, clause: Clause) -> bool:
    """Tell a noun with a definite article, a demonstrative or a day's possessive."""
    if clause.pos != "noun":
        return False
    doc = scene.doc
    noun = doc.tokens[clause.token]
    kids = [c for c in doc.children(noun) if c.i < noun.i]
    article = any(c.lower in scene.words.shared.definite for c in kids)
    return article or any(c.dep == "poss" and c.i in scene.index.time_at for c in kids)
