"""The window of a thing to come: which time expression is its own, and whether that lies ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.grammar.forms import is_infinitive, is_verb
from dateline.model.base import Span
from dateline.model.closed import Granularity
from dateline.model.entities import Time
from dateline.parse.tree import Token
from dateline.stages.plans.view import PlanView

_CLOSE = 3


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which a thing falls; ``limit`` where they end at a term ("by Friday")."""

    start: str | None
    end: str | None
    granularity: Granularity | None
    spans: tuple[Span, ...]
    limit: bool = False


def lies_ahead(time: Time, view: PlanView, *, today_too: bool = False) -> bool:
    """Tell whether a time lies after the day of the report, or begins later within a span that holds that day.

    Args:
        time: The time.
        view: The report.
        today_too: The words say that the thing is still to come, so that the day of the report is ahead as well.
    """
    today = view.draft.report.published
    # "Every Friday" has no next one that is meant.
    if time.type == "SET":
        return False
    # "Soon" has no end, and is ahead only where the words say so.
    if time.end is None:
        return today_too and view.lexicon.soon.search(view.doc.quote(time.span)) is not None
    if today is None:
        return False
    # "Today" is ahead of a report only by "will".
    if time.start is not None and (time.start > today or (today_too and time.start == time.end == today)):
        return True
    # "Later this week" began before the report, and is still to come.
    return time.end > today and view.lexicon.later.search(view.doc.quote(_wider(time.span))) is not None


def _wider(span: Span) -> Span:
    return (max(0, span[0] - 12), span[1])


def _is_term(time: Time, view: PlanView) -> bool:
    """Tell whether a time is the last by which something is to be ("by Friday", "within a week")."""
    head = view.doc.head_of(time.span)
    if head is None:
        return False
    first = view.doc.tokens_in(time.span)[0]
    return first.lower in view.lexicon.words.terms or (
        head.dep == "pobj" and view.doc.head(head).lower in view.lexicon.words.terms
    )


def times_of(token: Token, view: PlanView) -> list[Time]:
    """Return the times that modify a word, or that stand under it with no other verb between."""
    doc = view.doc
    sentence = doc.sentence_of(token)
    found = []
    for time in view.index.times_in.get(sentence.index, ()):
        head = doc.head_of(time.span)
        if head is not None and (_belongs(head, token, view) or _follows(time, token, view)):
            found.append(time)
    return found


def _follows(time: Time, token: Token, view: PlanView) -> bool:
    """Tell whether a time stands right behind a noun's phrase, whatever it hangs on ("talks in Oslo in May")."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    last = view.doc.subtree(token)[-1].i
    first = view.doc.tokens_in(time.span)[0].i
    between = view.doc.tokens[last + 1 : first]
    return 0 < first - last <= _CLOSE and all(t.lower in view.lexicon.words.ties for t in between)


def _belongs(head: Token, token: Token, view: PlanView) -> bool:
    """Tell whether the word that a time hangs on leads up to a token through nothing but phrases."""
    if head.i == token.i:
        return True
    for step in _up(head, view):
        if step.i == token.i or _is_to_be_held(step, token, view):
            return True
        # "Talks due in May": a word of being due leads on to its noun, any other verb has its own time.
        planned = step.dep in ("acl", "relcl") and step.lemma.lower() in view.lexicon.signs.prospective
        if (step.tag.startswith("VB") or is_verb(step)) and not planned:
            return False
    return False


def _is_to_be_held(verb: Token, noun: Token, view: PlanView) -> bool:
    """Tell "a conference to be held", "a vote to take place", whatever the parser hangs the verb on."""
    if verb.lemma.lower() not in view.lexicon.signs.hold or not is_infinitive(view.doc, verb):
        return False
    to = view.doc.child(verb, "aux")
    return view.doc.head(verb).i == noun.i or (to is not None and to.i == noun.i + 1)


def _up(head: Token, view: PlanView) -> Iterator[Token]:
    token = head
    while token.head != token.i:
        token = view.doc.head(token)
        yield token


def to_window(times: Sequence[Time], view: PlanView, *, today_too: bool = False) -> Window | None:
    """Join the times of one thing ("from Monday to Friday", "on Tuesday and Wednesday") into its window."""
    ahead = [t for t in times if lies_ahead(t, view, today_too=today_too)]
    if not ahead:
        return None
    limit = any(_is_term(t, view) for t in ahead)
    starts = [t.start for t in ahead if t.start]
    ends = [t.end for t in ahead if t.end]
    # "By Friday" runs from today.
    start = view.draft.report.published if limit and ends else min(starts, default=None)
    return Window(
        start, max(ends, default=None), ahead[0].granularity if ends else "vague", tuple(t.span for t in ahead), limit
    )


def running_window(times: Sequence[Time], view: PlanView) -> Window | None:
    """Return the days of a thing that is under way by a stated programme of several days, not all over."""
    today = view.draft.report.published
    days = [t for t in times if t.type in ("DATE", "TIME") and t.start and t.end]
    starts, ends = [t.start for t in days if t.start], [t.end for t in days if t.end]
    # "Are meeting today" is no programme: it takes two days, of which one is still to come.
    if today is None or not days or min(starts) == max(ends) or not min(starts) <= today <= max(ends):
        return None
    return Window(min(starts), max(ends), days[0].granularity, tuple(t.span for t in days))
