"""From clusters to the public records: ids in order of the text, mentions sorted, evidence kept."""

from collections.abc import Iterable, Mapping

from dateline.draft import ActorTrait, Mention
from dateline.model.base import Span
from dateline.model.entities import Actor
from dateline.stages.actors.same.registry import Cluster

SCENE = "countries/scene"
"""The rule of a country that the report names only as where something happens ("in Mali")."""
_SCENE = 0.5


def assemble(clusters: Iterable[Cluster]) -> tuple[tuple[Actor, ...], tuple[Mention, ...], Mapping[str, ActorTrait]]:
    """Return one actor for each cluster, one mention for each actor that a span names, and the actors' traits."""
    ordered = sorted((c for c in clusters if c.mentions), key=lambda c: min(m[0] for m in c.mentions))
    actors: list[Actor] = []
    mentions: list[Mention] = []
    traits: dict[str, ActorTrait] = {}
    for n, cluster in enumerate(ordered, start=1):
        found = sorted({(span, head, form) for span, head, form in (*cluster.mentions, *cluster.quoted)})
        actors.append(_actor(f"a{n}", cluster, tuple(dict.fromkeys(span for span, _, _ in found))))
        traits[f"a{n}"] = _trait(cluster)
        mentions.extend(Mention(span=span, head=head, actor=f"a{n}", form=form) for span, head, form in found)
    return tuple(actors), tuple(sorted(mentions, key=lambda m: (m.span, int(m.actor[1:])))), traits


def _trait(cluster: Cluster) -> ActorTrait:
    sketch, acts = cluster.sketch, cluster.acts
    return ActorTrait(
        stands_for=sketch.stands_for if acts else None, noun=sketch.noun if acts else None, country_by=sketch.country_by
    )


def _actor(key: str, cluster: Cluster, spans: tuple[Span, ...]) -> Actor:
    sketch = cluster.sketch
    return Actor(
        id=key, name=sketch.name, kind=sketch.kind, country=sketch.country, sector=next(iter(sketch.sectors), None),
        sectors=sketch.sectors, office=sketch.office, wikidata=sketch.wikidata, mentions=spans,
        rule=sketch.rule if cluster.acts else SCENE, evidence=dict(sketch.evidence),
        # "In Mali": a state that is only a scene is hardly an actor.
        confidence=round(sketch.confidence if cluster.acts else min(sketch.confidence, _SCENE), 3),
    )  # fmt: skip
