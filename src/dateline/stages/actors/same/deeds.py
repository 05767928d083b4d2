"""What an organisation does or has that tells that it is an armed group: it claims an attack, it has fighters."""

from dateline.model.base import Evidence, Span
from dateline.parse.tree import Document, Sentence
from dateline.stages.actors.same.registry import Cluster, Registry

_SURE = 0.65


def reveal_claimants(document: Document, registry: Registry, sentence: Sentence) -> None:
    """Mark who claims responsibility in a sentence as an armed group, unless the report has said what it is."""
    for token in document.tokens_of(sentence):
        if token.lemma != "responsibility" or token.dep != "dobj" or document.head(token).lemma != "claim":
            continue
        subject = document.child(document.head(token), "nsubj")
        for cluster in registry.by_head.get(subject.i, ()) if subject else ():
            reveal(cluster, (document.head(token).start, token.end))


def reveal(cluster: Cluster, span: Span) -> None:
    """Mark an organisation of unknown nature as an armed group; ``span`` are the words that tell."""
    sketch = cluster.sketch
    if sketch.kind != "organisation" or sketch.bare is None:
        return
    if sketch.sectors and sketch.sectors != ("CVL",):
        return
    found = Evidence(spans=(span,), rule="deed/armed")
    cluster.sketch = sketch._replace(
        kind="armed-group", sectors=("REB",), confidence=_SURE, evidence={**sketch.evidence, "sector": found}
    )
