"""From grouped mentions to event records with ids, codes of the other codebooks, and evidence for every field."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.lexicon.ontology import Ontology
from dateline.model.base import Evidence
from dateline.model.closed import Context, Mode
from dateline.model.event import Alternative, Event, Link, Quantity
from dateline.stages.events.acled import Setting, acled_type, rank_protests, rank_violence
from dateline.stages.events.found import Found, Scene
from dateline.stages.events.gate import Gatekeeper
from dateline.stages.events.linking import find_links
from dateline.stages.events.merging import Group
from dateline.stages.events.salience import weight

_MAX_CONTEXTS = 4
_MAX_RIVALS = 3
_SNIPPET = 3  # sentences below which a text is no whole report


def merge(group: Group) -> Found:
    """Return one mention that holds what all mentions of an event say; the first that says a thing wins."""
    first = next((f for f in group.members if not _bare_result(f)), group.members[0])
    for other in group.members:
        if other is first:
            continue
        first = replace(
            first,
            modes=_joined(first.modes, other.modes),
            content=first.content or other.content,
            actors=first.actors or other.actors,
            actor_spans=first.actor_spans if first.actors else other.actor_spans,
            recipients=other.recipients if _victims(other, first) else first.recipients or other.recipients,
            recipient_spans=other.recipient_spans
            if _victims(other, first) or not first.recipients
            else first.recipient_spans,
            means=first.means or other.means,
            place=first.place if first.place_span else other.place,
            place_span=first.place_span or other.place_span,
            when=first.when if first.when is not None and first.when.dated else other.when or first.when,
            quantities=_quantities(first, other),
            background=first.background and other.background,
        )
    return first


def _bare_result(found: Found) -> bool:
    """Tell "killed", "wounded" without means: what an attack did, told beside the attack itself."""
    frame = found.match.frame
    return frame.type == "ASSAULT" and frame.by_means and frame.mode is None and not found.modes and not found.actors


def _victims(found: Found, other: Found) -> bool:
    """Tell whether a mention tells who was killed or hurt, and the other does not."""
    return found.type == "ASSAULT" and bool(found.recipients) and _counts(found) and not _counts(other)


def _counts(found: Found) -> bool:
    return any(q.kind in ("killed", "injured") for q in found.quantities)


def _joined(a: tuple[Mode, ...], b: tuple[Mode, ...]) -> tuple[Mode, ...]:
    """Join modes; damage done by an attack of a known mode is incidental, and no mode of its own (PLOVER)."""
    return (*a, *(x for x in b if x not in a and not (a and x == "destroy")))


def _quantities(a: Found, b: Found) -> tuple[Quantity, ...]:
    known = {(q.kind, q.low, q.high) for q in a.quantities}
    return (*a.quantities, *(q for q in b.quantities if (q.kind, q.low, q.high) not in known))


def make_events(scene: Scene, groups: Sequence[Group], ontology: Ontology, keeper: Gatekeeper) -> tuple[Event, ...]:
    """Return the records of a report's events, in order of the text."""
    merged = [merge(g) for g in groups]
    codes = _acled(scene, groups, merged, keeper)
    ids = {}
    for n, group in enumerate(groups, start=1):
        for f in group.members:
            ids[f.clause.index] = f"e{n}"
    weights = [weight(scene, g.members) for g in groups]
    main = max(range(len(groups)), key=lambda i: (weights[i], -i), default=None)
    return tuple(
        _event(scene, g, f, ontology, ids=ids, main=n == main, acled=codes[n])
        for n, (g, f) in enumerate(zip(groups, merged, strict=True))
    )


def _aimed_at(scene: Scene, f: Found) -> frozenset[str]:
    """Return the lemmas of what an act is aimed at, its modifiers with it."""
    doc = scene.doc
    heads = [doc.tokens[a.head] for a in f.clause.arguments if a.role in ("theme", "on", "against", "at")]
    return frozenset(t.lemma.lower() for h in heads for t in (h, *doc.children(h)))


def _country_only(scene: Scene, f: Found) -> bool:
    """Tell whether a report names no place below a country; of a snippet, whose places may stand elsewhere, nothing is said."""
    if f.place is None or f.place.precision != "country" or len(scene.doc.sentences) < _SNIPPET:
        return False
    return all(p.precision in ("country", "region", "water") for p in scene.draft.places)


def _acled(
    scene: Scene, groups: Sequence[Group], merged: Sequence[Found], keeper: Gatekeeper
) -> list[tuple[str | None, str]]:
    """Return ACLED's type, or None, and the reason, for each event, demonstrations ranked by what happened at them."""
    crowd = frozenset(
        a
        for f in merged
        if f.type == "PROTEST"
        for a in f.actors
        if scene.actors[a].kind in ("population", "organisation")
    )
    codes = [
        acled_type(
            f,
            scene.actors,
            Setting(
                _lemmas(scene, g),
                crowd,
                _aimed_at(scene, f),
                keeper.ordinary_crime(f),
                _country_only(scene, f),
                scene.words,
            ),
        )
        for g, f in zip(groups, merged, strict=True)
    ]
    doc = scene.doc
    sentences = [doc.sentence_of(doc.tokens[f.clause.token]).index for f in merged]
    codes = rank_violence(codes, merged, sentences)
    return rank_protests(codes, frozenset(n for n, f in enumerate(merged) if f.type == "PROTEST"))


def _event(
    scene: Scene, group: Group, f: Found, ontology: Ontology, *, ids: Mapping[int, str], main: bool, acled: tuple[str | None, str],
) -> Event:  # fmt: skip
    own = ids[f.clause.index]
    words = _lemmas(scene, group)
    acled_code, reason = acled
    code = f.match.frame.cameo if f.type == f.match.frame.type and f.match.frame.cameo else None
    mode = f.modes[0] if f.modes else None
    cameo = None if f.type is None else code or ontology.cameo(f.type, mode, f.content.type if f.content else None)
    return Event(
        id=own, main=main, type=f.type, mode=mode, modes=f.modes, contexts=_contexts(f, words, ontology), content=f.content,
        cameo=cameo, quad=None if f.type is None else ontology.quads[f.type],
        goldstein=None if cameo is None else ontology.goldsteins.get(cameo),
        acled=None if acled_code is None else ontology.acled[acled_code],
        trigger=f.clause.span, mentions=group.spans, sentence=scene.doc.sentence_of(scene.doc.tokens[f.clause.token]).index,
        actors=f.actors, recipients=f.recipients, means=f.means,
        place=None if f.place is None else f.place.id, place_span=f.place_span,
        start=None if f.when is None else f.when.start, end=None if f.when is None else f.when.end,
        time=None if f.when is None else f.when.time.id,
        status=f.status, factuality=_bounded(f), background=f.background, attribution=f.attribution, quantities=f.quantities,
        links=_links(scene, group, own, ids), alternatives=_alternatives(f),
        rule=f"frame {f.match.frame.id}", confidence=_confidence(f),
        evidence=_evidence(f, acled_code, reason),
    )  # fmt: skip


def _bounded(f: Found) -> float:
    """Keep factuality and status in step, as the schema states."""
    value = f.factuality
    if f.status == "negated":
        return min(value, -2.0)
    if f.status == "denied":
        return 0.0
    if f.status == "planned":
        return max(0.0, min(value, 2.0))
    if f.status == "prevented":
        return min(value, -2.0)
    return value


def _lemmas(scene: Scene, group: Group) -> frozenset[str]:
    doc = scene.doc
    sentences = {doc.sentence_of(doc.tokens[f.clause.token]).index for f in group.members}
    return frozenset(t.lemma.lower() for i in sentences for t in doc.tokens_of(doc.sentences[i]))


def _contexts(f: Found, words: frozenset[str], ontology: Ontology) -> tuple[Context, ...]:
    out: dict[Context, int] = {c: 5 for c in f.match.frame.contexts}
    for word in words:
        for context in ontology.context_of.get(word, ()):
            out[context] = out.get(context, 0) + 1
    return tuple(sorted(out, key=lambda c: (-out[c], c))[:_MAX_CONTEXTS])


def _links(scene: Scene, group: Group, own: str, ids: Mapping[int, str]) -> tuple[Link, ...]:
    out: dict[tuple[str, str], Link] = {}
    for f in group.members:
        for kind, target, cue in find_links(scene, f.clause):
            other = ids.get(target.index)
            if other is not None and other != own:
                out.setdefault((kind, other), Link(type=kind, event=other, cue=cue))
    return tuple(out.values())


def _alternatives(f: Found) -> tuple[Alternative, ...]:
    out: dict[str, Alternative] = {}
    for rival in f.rivals:
        kind = rival.frame.type
        if kind is not None and kind != f.type and kind not in out:
            out[kind] = Alternative(type=kind, score=round(0.3 / (1 + max(0.0, f.match.score - rival.score)), 2))
    return tuple(out.values())[:_MAX_RIVALS]


def _confidence(f: Found) -> float:
    value = 0.62 + 0.06 * min(f.match.score, 3.0) + 0.05 * bool(f.actors) + 0.05 * bool(f.recipients)
    if f.clause.pos == "noun" and f.clause.support is None:
        value -= 0.12
    if f.rivals:
        value -= 0.05
    return round(max(0.2, min(0.95, value)), 2)


def _evidence(f: Found, acled: str | None, reason: str) -> dict[str, Evidence]:
    out: dict[str, Evidence] = {
        "type": Evidence(spans=(f.clause.span,), rule=f"frame {f.match.frame.id}"),
        "acled": Evidence(rule=None if acled is None else reason, note=reason if acled is None else None),
        "cameo": Evidence(rule="table cameo_of"),
        "status": Evidence(spans=f.clause.cues, rule="tense, modality and polarity of the predicate"),
        "factuality": Evidence(spans=f.clause.cues, rule="scope of the predicate"),
    }
    if f.actors:
        out["actors"] = Evidence(spans=f.actor_spans)
    if f.recipients:
        out["recipients"] = Evidence(spans=f.recipient_spans)
    if f.place_span is not None:
        out["place"] = Evidence(spans=(f.place_span,))
    if f.when is not None:
        out["start"] = out["end"] = Evidence(spans=(f.when.time.span,))
    if f.means is not None:
        out["mode"] = Evidence(spans=(f.means,), rule="table means")
    elif f.modes:
        out["mode"] = Evidence(spans=(f.clause.span,), rule=f"frame {f.match.frame.id}")
    if f.content is not None:
        spans = () if f.content_clause is None else (f.content_clause.span,)
        out["content"] = Evidence(spans=spans or (f.clause.span,), rule="the act spoken of")
    if f.attribution:
        out["attribution"] = Evidence(spans=tuple(a.cue for a in f.attribution if a.cue is not None))
    return out
