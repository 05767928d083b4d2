"""Words for what may fill a field of an event: is this actor its actor or recipient, did it happen here, was it then?

``near`` is the mention of the event that stands nearest to the words, ``event`` what all its mentions say together as
the rules read it: what they chose is the strongest word, not the last.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.draft import Mention
from dateline.grammar.forms import is_verb
from dateline.model.base import Span
from dateline.model.entities import Place, Time
from dateline.parse.tree import Token
from dateline.stages.events.one.merging import WIDE
from dateline.stages.events.reader.reach import DAY
from dateline.stages.events.reader.standing import standing
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_STEPS = ((400, "years"), (60, "months"), (8, "weeks"), (1, "days"), (0, "today"))
"""Days before the report, and what begun so long before is called."""
_TOPIC = 12
"""Tokens of a sentence that may name its topic."""
_TWO, _FEW = 2, 4  # parties; more make no difference


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
    ago = _ago(scene, time)
    yield f"ago|{rule}|{ago}"
    yield f"ago|{event.status}|{event.background}|{ago}"
    if head is not None:
        yield from _stood(scene, near, kind, rule, head, time.span)
        yield from _tied(scene, kind, rule, head)
        yield from _among_days(scene, near, rule, time, head)


def _among_days(scene: Scene, near: Found, rule: str, time: Time, head: Token) -> Iterator[str]:
    """Yield how a time stands among the days that the report names, and to what verb."""
    at, apart = _apart(scene, near, head)
    own = any(t.start is not None for t in scene.index.times_in.get(at, ()))
    verb = _verb_over(scene, head)
    yield f"where|{rule}|{apart}|{min(at, _TWO)}|{own}"
    yield f"days|{rule}|{apart}|{min(scene.index.stretches, _FEW)}|{own}"
    yield f"first|{rule}|{apart}|{scene.index.dated[0].id == time.id}|{own}"
    yield f"part|{rule}|{_part(scene, head)}"
    yield f"verb|{apart}|{verb}"
    yield f"verb|{rule}|{apart}|{own}|{verb}"


def _apart(scene: Scene, near: Found, head: Token) -> tuple[int, int]:
    """Return the sentence of an event's mention, and how many sentences after it a word stands, two at most."""
    at = scene.sentence(near.clause)
    return at, max(-_TWO, min(scene.index.sentence(head.i) - at, _TWO))


def _part(scene: Scene, head: Token) -> str:
    """Return whether a word stands in what names the topic of its sentence: "2026 Mopti floods: Soldiers ..."."""
    sentence = scene.doc.sentence_of(head)
    row = scene.doc.tokens[sentence.first : min(sentence.last, sentence.first + _TOPIC)]
    return "topic" if any(t.text == ":" and head.i < t.i for t in row) else "body"


def _verb_over(scene: Scene, token: Token) -> str:
    """Return the lemma of the verb in whose phrase a word stands, of the root where no verb is above it."""
    while token.head != token.i:
        token = scene.doc.head(token)
        if is_verb(token):
            break
    return token.lemma


def _ago(scene: Scene, time: Time) -> str:
    """Return how long before the report a time began, in steps; "?" where the report has no day."""
    published = scene.draft.report.published
    if published is None or time.start is None:
        return "?"
    days = (date.fromisoformat(published[:DAY]) - date.fromisoformat(time.start)).days
    return next((name for least, name in _STEPS if days >= least), "ahead")


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
