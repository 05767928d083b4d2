"""Words for what may fill a field of an event: is this actor its actor or recipient, did it happen here, was it then?

``near`` is the mention of the event that stands nearest to the words, ``event`` what all its mentions say together as
the rules read it: what they chose is the strongest word, not the last.
"""

from collections.abc import Iterable, Iterator

from dateline.draft import Mention
from dateline.model.base import Span
from dateline.model.entities import Place, Time
from dateline.parse.tree import Token
from dateline.stages.events.one.merging import WIDE
from dateline.stages.events.reader.standing import standing
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_TWO = 2  # parties; more make no difference


def party_words(scene: Scene, near: Found, event: Found, mention: Mention) -> Iterator[str]:
    """Yield the words for an actor's mention."""
    kind, actor = str(event.type), scene.index.actors[mention.actor]
    rule = "actor" if mention.actor in event.actors else "recipient" if mention.actor in event.recipients else "no"
    head = scene.doc.tokens[mention.head]
    chosen = f"{min(len(event.actors), _TWO)}|{min(len(event.recipients), _TWO)}"
    yield f"rule|{rule}|{chosen}"
    yield f"rule|{kind}|{rule}|{chosen}"
    yield f"rule|{event.match.frame.id}|{rule}"
    yield from _stood(scene, near, kind, rule, head, mention.span)
    who = f"{actor.kind}|{actor.sector}"
    yield f"who|{kind}|{who}"
    yield f"who|{rule}|{who}"
    yield f"who|{kind}|{rule}|{actor.kind}|{actor.country is not None}"
    yield f"named|{mention.form}|{rule}"
    yield f"speaks|{kind}|{rule}|{any(a.actor == mention.actor for a in event.attribution)}"
    yield f"word|{kind}|{head.lemma.lower()}"
    yield f"is place|{kind}|{rule}|{head.i in scene.index.place_over}"
    yield f"beside actor|{rule}|{_beside(scene, head, event.actor_spans)}"
    yield f"beside recipient|{rule}|{_beside(scene, head, event.recipient_spans)}"


def place_words(scene: Scene, near: Found, event: Found, place: Place, span: Span) -> Iterator[str]:
    """Yield the words for a place's mention."""
    kind, head = str(event.type), scene.doc.head_of(span)
    rule = "rule" if event.place is not None and event.place.id == place.id else "other" if event.place else "no"
    # "In Gubio, Nigeria": a country is the place only where nothing nearer is named.
    finer = any(p.country == place.country and p.precision not in WIDE for p in scene.draft.places)
    yield f"rule|{rule}"
    yield f"rule|{kind}|{rule}|{event.place_span is not None}"
    yield f"precision|{kind}|{rule}|{place.precision}"
    yield f"first|{rule}|{scene.draft.places[0].id == place.id}"
    yield f"wide|{kind}|{rule}|{place.precision in WIDE}|{finer}"
    if head is not None:
        yield from _stood(scene, near, kind, rule, head, span)
        yield f"actor|{kind}|{rule}|{head.i in scene.index.mentions_at}"
        yield from _tied(scene, kind, rule, head)


def time_words(scene: Scene, near: Found, event: Found, time: Time) -> Iterator[str]:
    """Yield the words for a time expression."""
    kind, head = str(event.type), scene.doc.head_of(time.span)
    rule = "rule" if event.when and event.when.time.id == time.id else "other" if event.when else "no"
    yield f"rule|{rule}"
    yield f"rule|{kind}|{rule}|{event.status}"
    yield f"granularity|{kind}|{rule}|{time.granularity}|{time.type}"
    if head is not None:
        yield from _stood(scene, near, kind, rule, head, time.span)
        yield from _tied(scene, kind, rule, head)


def _stood(scene: Scene, near: Found, kind: str, rule: str, head: Token, span: Span) -> Iterator[str]:
    for name, value in standing(scene, near, head, span):
        yield f"{name}|{value}"
        yield f"{name}|{kind}|{value}"
        yield f"{name}|{rule}|{value}"


def _tied(scene: Scene, kind: str, rule: str, head: Token) -> Iterator[str]:
    above = scene.doc.tokens[head.head]
    yield f"tie|{kind}|{rule}|{head.dep}|{above.lower if above.dep == 'prep' else above.pos}"


def _beside(scene: Scene, head: Token, spans: Iterable[Span]) -> bool:
    """Tell whether words are coordinated with others that fill a field already."""
    row = {t.i for t in scene.doc.coordination(head)} - {head.i}
    return bool(row) and any(t.i in row for span in spans for t in scene.doc.tokens_in(span))
