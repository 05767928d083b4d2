"""The calendar: dated things to come, each told once."""

from collections.abc import Iterator

from dateline.grammar.forms import is_progressive
from dateline.grammar.negation import is_negated
from dateline.grammar.voice import is_passive
from dateline.model.closed import ScheduledKind
from dateline.model.plans import Scheduled
from dateline.parse.tree import Token
from dateline.stages.plans.coming.entry import Entry, is_same, to_record
from dateline.stages.plans.coming.naming import find_participants, find_place, name_of, name_span, verb_name
from dateline.stages.plans.outlook import is_duty, is_future, is_held, may_be_to_come, status_of, was_to_come
from dateline.stages.plans.view import PlanView
from dateline.stages.plans.windows import running_window, times_of, to_window

_OBJECTS = ("dobj", "nsubjpass", "nsubj", "attr", "pobj")


def find_scheduled(view: PlanView) -> tuple[Scheduled, ...]:
    """Find the dated things to come, in order of the text.

    What is over is none; what is under way is one only where the report states its days ("meet today and tomorrow").
    """
    merged: list[list[Entry]] = []
    for entry in _entries(view):
        known = next((group for group in merged if any(is_same(e, entry) for e in group)), None)
        if known is None:
            merged.append([entry])
        else:
            known.append(entry)
    return tuple(to_record(group, f"h{i}", view) for i, group in enumerate(merged, 1))


def _entries(view: PlanView) -> Iterator[Entry]:
    nouns, verbs = view.lexicon.dated_nouns, view.lexicon.dated_verbs
    taken: set[int] = set()
    found: list[Entry] = []
    for token in view.doc.tokens:
        # "Talks" is listed in the plural alone.
        if token.pos in ("NOUN", "PROPN") and (token.lemma.lower() in nouns or token.lower in nouns):
            entry = _from_noun(token, view)
            if entry is not None:
                found.append(entry)
                if entry.verb is not None:
                    # "Will hold a summit": the noun tells it, and its verb tells it no second time.
                    taken.add(entry.verb.i)
    for token in view.doc.tokens:
        if token.i not in taken and token.tag.startswith("VB") and token.lemma.lower() in verbs:
            entry = _from_verb(token, view)
            if entry is not None and not any(e.verb is not None and e.verb.i == token.i for e in found):
                found.append(entry)
    yield from sorted(found, key=lambda e: e.span)


def _from_noun(token: Token, view: PlanView) -> Entry | None:
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
    # "The vote will take place on Friday": without a day of its own the noun has that of the verb which holds it.
    if window is None and verb is not None and is_held(verb, token, view):
        window, rule = to_window(times_of(verb, view), view, today_too=is_future(verb, view)), "verb"
    status = status_of(verb, token, view)
    coming = any(c.lower in view.lexicon.signs.coming for c in view.doc.children(token))
    # "Upcoming talks", "the vote was postponed": without a day, a sign or a change says that it is to come.
    if window is None and not (coming and not own) and (status == "set" or own or not noun.bare):
        return None
    if window is None and status != "set" and verb is not None and not was_to_come(verb, token, view):
        return None
    # Some nouns are plans by their day alone, others need a verb that leaves it open.
    if not noun.bare and rule == "time" and not (coming or may_be_to_come(verb, view)):
        return None
    # "Moved from Friday to Monday": the new day is the verb's.
    if status == "moved" and verb is not None:
        window = to_window(times_of(verb, view), view) or window
    rule = rule if window else ("sign" if coming else "status")
    return Entry(
        kind=noun.kind, name=name_of(token, view), token=token, verb=verb, window=window, status=status,
        place=find_place(token, verb, view), participants=find_participants(token, verb, view),
        span=name_span(token, view),
        rule=f"scheduled/{rule}/{token.lemma.lower()}",
    )  # fmt: skip


def _from_verb(token: Token, view: PlanView) -> Entry | None:
    """Return the thing that a verb in the future says ("will meet on Friday")."""
    entry = view.lexicon.dated_verbs[token.lemma.lower()]
    if entry.passive and not is_passive(view.doc, token):
        return None
    # "Will go to the polls", but not "will go to the front".
    words = {t.lemma.lower() for t in view.doc.subtree(token)} if entry.beside or entry.unless else set()
    if words & entry.unless or (entry.beside and not words & entry.beside):
        return None
    if not may_be_to_come(token, view) or is_negated(view.doc, token) or is_negated(view.doc, view.doc.head(token)):
        return None
    times = times_of(token, view)
    window = to_window(times, view, today_too=is_future(token, view))
    # "Are meeting today and tomorrow": what has begun still has days to come.
    if is_progressive(view.doc, token):
        window = running_window(times, view) or window
    if window is None:
        return None
    duty = is_duty(token, view)
    # "Must … by Friday" is a deadline, "will … by Friday" a plan.
    kind: ScheduledKind = "deadline" if duty and window.limit else entry.kind
    return Entry(
        kind=kind, name=verb_name(token, view), token=token, verb=token, window=window, status="set",
        place=find_place(token, token, view), participants=find_participants(token, token, view),
        span=(token.start, token.end),
        rule=f"scheduled/future/{token.lemma.lower()}",
    )  # fmt: skip


def _verb_over(token: Token, view: PlanView) -> Token | None:
    """Return the verb whose argument the noun is, through "of" and "for" at most."""
    head = view.doc.head(token)
    # "The talks and the vote will be held": the second hangs on the first.
    if token.dep == "conj":
        return _verb_over(head, view)
    if token.dep in _OBJECTS and head.dep != "prep" and head.tag.startswith(("VB", "MD")):
        return head
    if token.dep == "pobj" and head.lower in view.lexicon.words.through:
        above = view.doc.head(head)
        # "The date of the vote was set": through "of" only to a verb that sets or holds.
        return above if above.tag.startswith("VB") and above.lemma.lower() in view.lexicon.signs.hold else None
    return head if token.dep in _OBJECTS and head.tag.startswith("VB") else None
