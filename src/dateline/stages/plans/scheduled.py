"""The calendar: dated things to come, each told once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.base import Evidence, Span, inside
from dateline.model.closed import ScheduledKind, ScheduledStatus
from dateline.model.event import Event
from dateline.model.plans import Scheduled
from dateline.parse.tree import Token
from dateline.stages.plans.view import View
from dateline.stages.plans.windows import Window, times_of, to_window

_OBJECTS = ("dobj", "nsubjpass", "nsubj", "attr", "pobj")


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


def find_scheduled(view: View) -> tuple[Scheduled, ...]:
    """Find the dated things to come, in order of the text; what is over or under way is none."""
    merged: list[list[Entry]] = []
    for entry in _entries(view):
        known = next((group for group in merged if any(_same(e, entry) for e in group)), None)
        if known is None:
            merged.append([entry])
        else:
            known.append(entry)
    return tuple(_to_record(group, f"h{i}", view) for i, group in enumerate(merged, 1))


def _entries(view: View) -> Iterator[Entry]:
    nouns, verbs = view.lexicon.dated_nouns, view.lexicon.dated_verbs
    taken: set[int] = set()
    found: list[Entry] = []
    for token in view.doc.tokens:
        if token.pos in ("NOUN", "PROPN") and (token.lemma.lower() in nouns or token.lower in nouns):
            entry = _from_noun(token, view)
            if entry is not None:
                found.append(entry)
                if entry.verb is not None:
                    taken.add(entry.verb.i)
    for token in view.doc.tokens:
        if token.i not in taken and token.tag.startswith("VB") and token.lemma.lower() in verbs:
            entry = _from_verb(token, view)
            if entry is not None and not any(e.verb is not None and e.verb.i == token.i for e in found):
                found.append(entry)
    yield from sorted(found, key=lambda e: e.span)


def _from_noun(token: Token, view: View) -> Entry | None:
    """Return the thing that a noun names, where a time ahead, a sign or its verb says that it is to come."""
    noun = view.lexicon.dated_nouns.get(token.lemma.lower()) or view.lexicon.dated_nouns[token.lower]
    head = view.doc.head(token)
    if token.dep in ("compound", "amod", "nmod") and head.i > token.i:
        return None
    if any(c.dep == "det" and c.lower == "no" for c in view.doc.children(token)):
        return None
    verb = _verb_over(token, view)
    own = times_of(token, view)
    window = to_window(own, view)
    rule = "time"
    if window is None and verb is not None and _holds(verb, token, view):
        window, rule = to_window(times_of(verb, view), view, today_too=_is_future(verb, view)), "verb"
    status = _status(verb, token, view)
    coming = any(c.lower in view.lexicon.signs.coming for c in view.doc.children(token))
    if window is None and not (coming and not own) and (status == "set" or own or not noun.bare):
        return None
    if window is None and status != "set" and verb is not None and not _is_plan_status(verb, token, view):
        return None
    if not noun.bare and rule == "time" and not (coming or _is_to_come(verb, view)):
        return None
    if status == "moved" and verb is not None:
        window = to_window(times_of(verb, view), view) or window
    rule = rule if window else ("sign" if coming else "status")
    return Entry(
        kind=noun.kind, name=_name(token, view), token=token, verb=verb, window=window, status=status,
        place=_place(token, verb, view), participants=_participants(token, verb, view), span=_span(token, view),
        rule=f"scheduled/{rule}/{token.lemma.lower()}",
    )  # fmt: skip


def _from_verb(token: Token, view: View) -> Entry | None:
    """Return the thing that a verb in the future says ("will meet on Friday")."""
    entry = view.lexicon.dated_verbs[token.lemma.lower()]
    if entry.passive and not view.is_passive(token):
        return None
    words = {t.lemma.lower() for t in view.doc.subtree(token)} if entry.beside or entry.unless else set()
    if words & entry.unless or (entry.beside and not words & entry.beside):
        return None
    if not _is_to_come(token, view) or view.is_negated(token) or view.is_negated(view.doc.head(token)):
        return None
    window = to_window(times_of(token, view), view, today_too=_is_future(token, view))
    if window is None:
        return None
    duty = _is_duty(token, view)
    kind: ScheduledKind = "deadline" if duty and window.limit else entry.kind
    return Entry(
        kind=kind, name=_verb_name(token, view), token=token, verb=token, window=window, status="set",
        place=_place(token, token, view), participants=_participants(token, token, view), span=(token.start, token.end),
        rule=f"scheduled/future/{token.lemma.lower()}",
    )  # fmt: skip


def _is_duty(verb: Token, view: View) -> bool:
    """Tell whether somebody must do what a verb says, if only by the verb it is joined to."""
    if any(c.dep == "aux" and c.lemma.lower() in view.lexicon.signs.duty for c in view.doc.children(verb)):
        return True
    return verb.dep == "conj" and _is_duty(view.doc.head(verb), view)


def _verb_over(token: Token, view: View) -> Token | None:
    """Return the verb whose argument the noun is, through "of" and "for" at most."""
    head = view.doc.head(token)
    if token.dep == "conj":
        return _verb_over(head, view)
    if token.dep in _OBJECTS and head.dep != "prep" and head.tag.startswith(("VB", "MD")):
        return head
    if token.dep == "pobj" and head.lower in ("for", "in", "to", "at", "of", "with"):
        above = view.doc.head(head)
        return above if above.tag.startswith("VB") and above.lemma.lower() in view.lexicon.signs.hold else None
    return head if token.dep in _OBJECTS and head.tag.startswith("VB") else None


def _holds(verb: Token, token: Token, view: View) -> bool:
    """Tell whether a verb says that the thing will be held, opened or set."""
    signs = view.lexicon.signs
    lemma = verb.lemma.lower()
    if lemma in signs.moved or lemma in signs.cancelled:
        return True
    if lemma == "be":
        return True
    if lemma not in signs.hold:
        return False
    return (
        _is_to_come(verb, view)
        or (view.is_passive(verb) and lemma in signs.prospective)
        or token.dep in ("nsubj", "nsubjpass")
    )


def _is_to_come(verb: Token | None, view: View) -> bool:
    """Tell whether a verb speaks of the future: "will", "is to", "is due to", "plans to", "meets", "is meeting"."""
    if verb is None:
        return False
    children = view.doc.children(verb)
    signs = view.lexicon.signs
    if any(c.dep == "aux" and (c.lower in signs.future or c.lemma.lower() in signs.duty) for c in children):
        return True
    if verb.dep == "ccomp" and view.doc.head(verb).tag == "VBD" and any(c.lower == "would" for c in children):
        return True
    if verb.tag in ("VBZ", "VBP") or (verb.tag == "VBG" and any(c.tag in ("VBZ", "VBP") for c in children)):
        return True
    if verb.dep == "conj" and not any(c.dep == "aux" for c in children):
        return _is_to_come(view.doc.head(verb), view)
    infinitive = any(c.dep == "aux" and c.tag == "TO" for c in children)
    above = view.doc.head(verb)
    prospective = above.lemma.lower() in signs.prospective | {"be", "have"} or above.lower in signs.prospective
    return infinitive and (prospective or verb.dep in ("ROOT", "relcl", "acl"))


def _is_future(verb: Token, view: View) -> bool:
    """Tell whether a verb itself says that the thing is still to come, be it today."""
    return view.is_future(verb) or (view.is_passive(verb) and verb.lemma.lower() in view.lexicon.signs.prospective)


def _status(verb: Token | None, token: Token, view: View) -> ScheduledStatus:
    """Return whether a thing stands, was put off, or was called off."""
    signs = view.lexicon.signs
    near = [t for t in (verb, *view.doc.children(token)) if t is not None and t.tag.startswith("VB")]
    for word in near:
        if not _is_done(word, view):
            continue
        lemma = word.lemma.lower()
        beside = {c.lower for c in view.doc.children(word)}
        if lemma in signs.cancelled and (lemma != "call" or "off" in beside):
            return "cancelled"
        if lemma in signs.moved and (not signs.moved[lemma] or beside & signs.moved[lemma]):
            return "moved"
    return "set"


def _is_done(word: Token, view: View) -> bool:
    """Tell whether a change is made, and not only asked for or refused ("rejected a call to postpone")."""
    if not any(c.dep == "aux" and c.tag == "TO" for c in view.doc.children(word)):
        return not view.is_negated(word)
    return view.doc.head(word).lemma.lower() in view.lexicon.signs.prospective


def _is_plan_status(verb: Token, token: Token, view: View) -> bool:
    """Tell whether what was put off or called off had been to come: its own phrase holds no past time."""
    today = view.draft.report.published
    past = [t for t in times_of(token, view) if t.end and today and t.end < today]
    return not past and verb.i != token.i


def _span(token: Token, view: View) -> Span:
    words = [token, *_name_tokens(token, view)]
    return (min(t.start for t in words), token.end)


def _name_tokens(token: Token, view: View) -> list[Token]:
    """Return the words before a noun that belong to its name; times, articles and signs do not."""
    out: list[Token] = []
    last = token.i
    for t in reversed([t for t in view.doc.subtree(token) if t.i < token.i]):
        if t.i != last - 1 or (t.pos in _NO_NAME and t.text not in ("-", "–")):
            break
        if view.time_at(t) or t.lower in view.lexicon.signs.coming or t.lower in _LEFT_OUT:
            break
        out.append(t)
        last = t.i
    while out and out[-1].pos in ("PUNCT", "PART"):
        out.pop()
    return out


_NO_NAME = frozenset({"DET", "PRON", "ADP", "VERB", "CCONJ", "PUNCT", "PART", "NUM"})
_LEFT_OUT = frozenset({
    "next", "last", "another", "new", "further", "such", "coming", "key", "crucial", "first", "final", "more", "early",
})  # fmt: skip


def _name(token: Token, view: View) -> str:
    return view.quote(_span(token, view))


def _verb_name(token: Token, view: View) -> str:
    """Name what a verb says by the verb and its object ("visit Ankara")."""
    stated = view.lexicon.dated_verbs[token.lemma.lower()].name
    if stated is not None:
        return stated
    objects = [c for c in view.doc.children(token) if c.dep in ("dobj", "prt", "acomp")]
    words = [token.lemma.lower(), *(view.quote(view.doc.span_of(_short(o, view))) for o in objects)]
    return " ".join(words)


def _short(token: Token, view: View) -> list[Token]:
    return [t for t in view.doc.subtree(token) if t.i <= token.i and not view.time_at(t)]


def _place(token: Token, verb: Token | None, view: View) -> str | None:
    """Return the place in the noun's phrase, else the one beside its verb."""
    for word in (token, verb):
        if word is None:
            continue
        for prep in _phrase(word, view):
            if prep.dep == "prep" and prep.lower in ("in", "at", "near"):
                found = next((p for t in view.doc.subtree(prep) for p in [view.place_at(t)] if p), None)
                if found is not None:
                    return found
    visited = view.doc.child(token, "dobj") if token is verb else None
    return view.place_at(visited) if visited is not None else None


def _phrase(word: Token, view: View) -> list[Token]:
    """Return what hangs on a word, and what hangs on its adjective ("are due in Armenia")."""
    children = list(view.doc.children(word))
    return children + [g for c in children if c.dep in ("acomp", "acl") for g in view.doc.children(c)]


def _participants(token: Token, verb: Token | None, view: View) -> tuple[str, ...]:
    """Return the actors in the noun's phrase ("the NATO summit", "talks with Iran") and the verb's subject."""
    out: list[str] = []
    if token is not verb:
        phrase = [t for t in view.doc.subtree(token) if t.i in view.mention_at and t.i != token.i]
        own = [t for t in phrase if not _is_place_phrase(t, token, view) and not _in_clause(t, token, view)]
        out.extend(view.mention_at[t.i].actor for t in own)
    if verb is not None and (verb is token or verb.lemma.lower() in view.lexicon.signs.hold):
        subject = view.subject(verb)
        for s in view.doc.conjuncts(subject) if subject is not None and subject.i != token.i else ():
            out.extend(a for a in [view.actor_of(s)] if a)
        if token is verb and view.lexicon.dated_verbs[token.lemma.lower()].kind == "meeting":
            objects = [c for c in view.doc.children(verb) if c.dep == "dobj"]
            objects += list(view.after(verb, "with"))
            out.extend(a for o in objects for t in view.doc.conjuncts(o) for a in [view.actor_of(t)] if a)
    return tuple(dict.fromkeys(out))


def _in_clause(t: Token, token: Token, view: View) -> bool:
    """Tell whether a word stands in a clause below the noun and not in its phrase."""
    for above in view.doc.ancestors(t):
        if above.i == token.i:
            return False
        if above.tag.startswith("VB"):
            return True
    return False


def _is_place_phrase(t: Token, token: Token, view: View) -> bool:
    """Tell whether a name tells only where ("the summit in Lithuania")."""
    for above in (t, *view.doc.ancestors(t)):
        if above.i == token.i:
            return False
        if above.dep == "prep" and above.lower in ("in", "at", "on", "near", "about", "over"):
            return True
    return False


def _same(a: Entry, b: Entry) -> bool:
    """Tell whether two places of the text tell of one thing: same kind, windows that meet, names that do not differ."""
    if a.kind != b.kind or not _windows_meet(a.window, b.window):
        return False
    if a.token.lemma.lower() != b.token.lemma.lower():
        return bool(set(a.participants) & set(b.participants)) and _exact(a, b)
    who = not a.participants or not b.participants or bool(set(a.participants) & set(b.participants))
    where = a.place is None or b.place is None or a.place == b.place
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


def _to_record(group: Sequence[Entry], number: str, view: View) -> Scheduled:
    """Make one record of all that the report says of a thing: the fullest name, the narrowest window."""
    best = max(group, key=lambda e: (len(e.participants), len(e.name)))
    dated = [e.window for e in group if e.window is not None]
    window = min(dated, key=_width) if dated else None
    place = next((e.place for e in (best, *group) if e.place), None)
    changed: ScheduledStatus = next((e.status for e in group if e.status != "set"), "set")
    who = tuple(dict.fromkeys(p for e in group for p in e.participants))
    return Scheduled(
        id=number, event=_event(group, view.draft.events), kind=best.kind, name=best.name, status=changed,
        start=window.start if window else None, end=window.end if window else None,
        granularity=window.granularity if window else None, place=place, participants=who, span=best.span,
        rule=best.rule, confidence=0.75 if window else 0.5, evidence=_evidence(group, window, who, view),
    )  # fmt: skip


def _evidence(group: Sequence[Entry], window: Window | None, who: Sequence[str], view: View) -> dict[str, Evidence]:
    """Show the words of the name, the dates, a change of date, the place and the participants."""
    when = Evidence(spans=window.spans) if window else Evidence(note="no date is stated")
    out = {"name": Evidence(spans=tuple(e.span for e in group)), "start": when, "end": when}
    changes = [(e.verb.start, e.verb.end) for e in group if e.status != "set" and e.verb is not None]
    if changes:
        out["status"] = Evidence(spans=tuple(changes))
    sentences = {view.doc.sentence_of(e.token).index for e in group}
    mentions = [m for i in sorted(sentences) for m in view.sentence_mentions.get(i, []) if m.actor in who]
    if mentions:
        out["participants"] = Evidence(spans=tuple(m.span for m in mentions))
    tokens = [t for i in sorted(sentences) for t in view.doc.tokens_of(view.doc.sentences[i])]
    places = [(t.start, t.end) for t in tokens if any(view.place_at(t) == e.place for e in group if e.place)]
    if places:
        out["place"] = Evidence(spans=tuple(places))
    return out


def _width(window: Window) -> int:
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
