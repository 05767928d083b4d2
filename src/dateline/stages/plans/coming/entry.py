"""One thing to come at one place of the text, and the record made of all such places."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.base import Evidence, Span, inside
from dateline.model.closed import ScheduledKind, ScheduledStatus
from dateline.model.event import Event
from dateline.model.plans import Scheduled
from dateline.parse.tree import Token
from dateline.stages.plans.view import PlanView
from dateline.stages.plans.windows import Window


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to come at one place of the text."""

    kind: ScheduledKind
    name: str
    token: Token
    verb: Token | None
    window: Window | None
    status: ScheduledStatus
    place: str | None
    participants: tuple[str, ...]
    span: Span
    rule: str


def is_same(a: Entry, b: Entry) -> bool:
    """Tell whether two places of the text tell of one thing: same kind, windows that meet, names that do not differ."""
    if a.kind != b.kind or not _windows_meet(a.window, b.window):
        return False
    # "The summit" and "the meeting" of the same states on the very same days are one.
    if a.token.lemma.lower() != b.token.lemma.lower():
        return bool(set(a.participants) & set(b.participants)) and _exact(a, b)
    who = not a.participants or not b.participants or bool(set(a.participants) & set(b.participants))
    where = a.place is None or b.place is None or a.place == b.place
    # "Talks" without any day are the same only under the same name.
    return who and where and (a.window is not None or b.window is not None or a.name.lower() == b.name.lower())


def _exact(a: Entry, b: Entry) -> bool:
    return (
        a.window is not None
        and b.window is not None
        and (a.window.start, a.window.end) == (b.window.start, b.window.end)
    )


def _windows_meet(a: Window | None, b: Window | None) -> bool:
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end


def to_record(group: Sequence[Entry], number: str, view: PlanView) -> Scheduled:
    """Make one record of all that the report says of a thing: the fullest name, the narrowest window."""
    # "The summit" may be told at length elsewhere: "the summit of West African leaders".
    best = max(group, key=lambda e: (len(e.participants), len(e.name)))
    dated = [e.window for e in group if e.window is not None]
    window = min(dated, key=_width) if dated else None
    place = next((e.place for e in (best, *group) if e.place), None)
    # "Was put off" anywhere in the report holds for all its mentions.
    changed: ScheduledStatus = next((e.status for e in group if e.status != "set"), "set")
    who = tuple(dict.fromkeys(p for e in group for p in e.participants))
    return Scheduled(
        id=number, event=_event(group, view.draft.events), kind=best.kind, name=best.name, status=changed,
        start=window.start if window else None, end=window.end if window else None,
        granularity=window.granularity if window else None, place=place, participants=who, span=best.span,
        rule=best.rule, confidence=0.75 if window else 0.5, evidence=_evidence(group, window, who, view),
    )  # fmt: skip


def _evidence(group: Sequence[Entry], window: Window | None, who: Sequence[str], view: PlanView) -> dict[str, Evidence]:
    """Show the words of the name, the dates, a change of date, the place and the participants."""
    when = Evidence(spans=window.spans) if window else Evidence(note="no date is stated")
    out = {"name": Evidence(spans=tuple(e.span for e in group)), "start": when, "end": when}
    changes = [(e.verb.start, e.verb.end) for e in group if e.status != "set" and e.verb is not None]
    if changes:
        out["status"] = Evidence(spans=tuple(changes))
    sentences = {view.doc.sentence_of(e.token).index for e in group}
    mentions = [m for i in sorted(sentences) for m in view.index.mentions_in.get(i, ()) if m.actor in who]
    if mentions:
        out["participants"] = Evidence(spans=tuple(m.span for m in mentions))
    tokens = [t for i in sorted(sentences) for t in view.doc.tokens_of(view.doc.sentences[i])]
    places = [(t.start, t.end) for t in tokens if any(view.place_at(t) == e.place for e in group if e.place)]
    if places:
        out["place"] = Evidence(spans=tuple(places))
    return out


def _width(window: Window) -> int:
    # A window that is open at one end is wider than any other.
    if not (window.start and window.end):
        return 1 << 30
    year, month, day = (int(b) - int(a) for a, b in zip(window.start.split("-"), window.end.split("-"), strict=True))
    return 366 * year + 31 * month + day


def _event(group: Sequence[Entry], events: Sequence[Event]) -> str | None:
    """Return the event whose trigger says that the thing will be; a bare name has none."""
    for entry in group:
        words = [(t.start, t.end) for t in (entry.verb, entry.token) if t is not None]
        for event in events:
            spans = (event.trigger, *event.mentions)
            if any(inside(w, s) for w in words for s in spans):
                return event.id
    return None
