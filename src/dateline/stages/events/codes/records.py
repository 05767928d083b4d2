"""From grouped mentions to event records with ids, codes of the other codebooks, and evidence for every field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.lexicon.events.ontology import Ontology
from dateline.model.base import Evidence
from dateline.model.closed import Context
from dateline.model.event import Alternative, Event, Link
from dateline.stages.events.codes.acled import Verdict
from dateline.stages.events.codes.crime import Crimes
from dateline.stages.events.codes.ranking import acled_types
from dateline.stages.events.one.linking import find_links
from dateline.stages.events.one.merging import Group
from dateline.stages.events.one.wholes import find_wholes
from dateline.stages.events.reader.reading import Judged
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_MAX_CONTEXTS = 4
_MAX_RIVALS, _LEAST_SHARE = 3, 0.05  # other types told, and the share from which one is
_UNSURE = 0.6  # confidence below which the evidence calls a record uncertain


@dataclass(frozen=True, slots=True)
class Finished:
    """One event with its mentions and what only the whole report tells of it."""

    id: str
    judged: Judged
    words: frozenset[str]
    acled: Verdict
    links: tuple[Link, ...]
    whole: str | None


def make_events(scene: Scene, judged: Sequence[Judged], ontology: Ontology, crimes: Crimes) -> tuple[Event, ...]:
    """Return the records of a report's events, in order of the text."""
    groups, told = [j.group for j in judged], [j.found for j in judged]
    words = [_lemmas(scene, g) for g in groups]
    codes = acled_types(scene, told, words, crimes)
    ids: dict[int, str] = {}
    types: dict[int, str | None] = {}
    for n, group in enumerate(groups, start=1):
        # "Shelled Arbin and Jobar" is one clause and two events: what points to the clause points to the first.
        for f in group.members:
            ids.setdefault(f.clause.index, f"e{n}")
            types.setdefault(f.clause.index, f.type)
    wholes = find_wholes(scene, groups, ids)
    out = []
    for n, event in enumerate(judged):
        own = f"e{n + 1}"
        links = _links(scene, own, event.group, (ids, types))
        out.append(_event(scene, Finished(own, event, words[n], codes[n], links, wholes.get(own)), ontology))
    return tuple(out)


def _event(scene: Scene, finished: Finished, ontology: Ontology) -> Event:
    f = finished.judged.found
    mode = f.modes[0] if f.modes else None
    cameo = _cameo(f, ontology)
    acled, reason = finished.acled
    return Event(
        id=finished.id,
        main=finished.judged.main,
        type=f.type,
        mode=mode,
        modes=f.modes,
        contexts=_contexts(f, finished.words, ontology),
        content=f.content,
        cameo=cameo,
        quad=None if f.type is None else ontology.quads[f.type],
        goldstein=None if cameo is None else ontology.goldsteins.get(cameo),
        acled=None if acled is None else ontology.acled[acled],
        trigger=f.clause.span,
        mentions=finished.judged.group.spans,
        sentence=scene.sentence(f.clause),
        actors=f.actors,
        recipients=f.recipients,
        means=f.means,
        place=None if f.place is None else f.place.id,
        place_span=f.place_span,
        start=None if f.when is None else f.when.start,
        end=None if f.when is None else f.when.end,
        time=None if f.when is None else f.when.time.id,
        status=f.status,
        factuality=_bounded(f),
        background=f.background,
        attribution=f.attribution,
        quantities=f.quantities,
        part_of=finished.whole,
        links=finished.links,
        alternatives=_alternatives(f),
        rule=f"frame {f.match.frame.id}",
        confidence=finished.judged.confidence,
        evidence=_evidence(finished.judged, acled, reason),
    )


def _cameo(f: Found, ontology: Ontology) -> str | None:
    """Return the CAMEO code: the frame's own where it is finer and the type is still the frame's, else the table's."""
    if f.type is None:
        return None
    # A type that the rule of what is to come has changed has lost the frame's own code.
    if f.match.frame.cameo is not None and f.type == f.match.frame.type:
        return f.match.frame.cameo
    return ontology.cameo(f.type, f.modes[0] if f.modes else None, f.content.type if f.content else None)


def _bounded(f: Found) -> float:
    """Keep factuality and status in step, as the schema states."""
    value = f.factuality
    if f.status == "negated":
        return min(value, -2.0)
    if f.status == "denied":
        # "The army denied shelling the town" says neither that it did nor that it did not.
        return 0.0
    if f.status == "planned":
        return max(0.0, min(value, 2.0))
    if f.status == "prevented":
        return min(value, -2.0)
    return value


def _lemmas(scene: Scene, group: Group) -> frozenset[str]:
    doc = scene.doc
    sentences = {scene.sentence(f.clause) for f in group.members}
    tokens = (t for i in sentences for t in doc.tokens_of(doc.sentences[i]))
    # "On 27 March": a month would make a march of the sentence.
    return frozenset(t.lemma.lower() for t in tokens if t.i not in scene.months)


def _contexts(f: Found, words: frozenset[str], ontology: Ontology) -> tuple[Context, ...]:
    # What the frame says of itself outweighs a word that only stands near.
    out: dict[Context, int] = dict.fromkeys(f.match.frame.contexts, 5)
    for word in words:
        for context in ontology.context_of.get(word, ()):
            out[context] = out.get(context, 0) + 1
    return tuple(sorted(out, key=lambda c: (-out[c], c))[:_MAX_CONTEXTS])


def _links(
    scene: Scene, own: str, group: Group, known: tuple[Mapping[int, str], Mapping[int, str | None]]
) -> tuple[Link, ...]:
    ids, types = known
    out: dict[tuple[str, str], Link] = {}
    for f in group.members:
        for kind, target, cue in find_links(scene, f.clause, types):
            other = ids.get(target.index)
            if other is not None and other != own:
                out.setdefault((kind, other), Link(type=kind, event=other, cue=cue))
    return tuple(out.values())


def _alternatives(f: Found) -> tuple[Alternative, ...]:
    """Return the other types that the arbiter sees, with their probabilities; without its word, those of the rivals."""
    if f.settled is not None and f.settled.shares:
        others = {t: p for t, p in f.settled.shares.items() if t is not None and t != f.type and p >= _LEAST_SHARE}
    else:
        others = {m.frame.type: _LEAST_SHARE for m in f.rivals if m.frame.type not in (None, f.type)}
    best = sorted(others.items(), key=lambda item: (-item[1], str(item[0])))[:_MAX_RIVALS]
    return tuple(Alternative(type=t, score=round(p, 2)) for t, p in best if t is not None)


def _doubt(judged: Judged) -> str | None:
    """Say how the arbiter stands to the type, where it was asked, and whether the record is unsure."""
    settled = judged.found.settled
    if settled is None or settled.belief is None:
        return None
    said = f"the arbiter gives it {settled.belief:.2f}"
    if settled.overruled:
        said += " and put it before the frames' own order"
    return said if judged.confidence >= _UNSURE else f"{said}: uncertain, see the alternatives"


def _evidence(judged: Judged, acled: str | None, reason: str) -> dict[str, Evidence]:
    f = judged.found
    rule = {name: "reader" if name in f.reread else None for name in ("actors", "recipients", "place", "start")}
    out: dict[str, Evidence] = {
        "type": Evidence(spans=(f.clause.span,), rule=f"frame {f.match.frame.id}", note=_doubt(judged)),
        "acled": Evidence(rule=None if acled is None else reason, note=reason if acled is None else None),
        "cameo": Evidence(rule="table cameo_of"),
        "status": Evidence(spans=f.clause.cues, rule="tense, modality and polarity of the predicate"),
        "factuality": Evidence(spans=f.clause.cues, rule="scope of the predicate"),
    }
    if f.actors:
        out["actors"] = Evidence(spans=f.actor_spans, rule=rule["actors"])
    if f.recipients:
        out["recipients"] = Evidence(spans=f.recipient_spans, rule=rule["recipients"])
    if f.place_span is not None:
        out["place"] = Evidence(spans=(f.place_span,), rule=rule["place"])
    if f.when is not None:
        out["start"] = out["end"] = Evidence(spans=(f.when.time.span,), rule=rule["start"])
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
