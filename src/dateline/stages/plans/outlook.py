"""Whether words speak of what is to come, and whether that stands, was put off or was called off."""

from dateline.grammar.forms import PRESENT, is_infinitive
from dateline.grammar.negation import is_negated
from dateline.grammar.voice import is_passive
from dateline.lexicon.reading.grammar import grammar_words
from dateline.model.closed import ScheduledStatus
from dateline.parse.tree import Token
from dateline.stages.plans.view import PlanView
from dateline.stages.plans.windows import times_of


def is_duty(verb: Token, view: PlanView) -> bool:
    """Tell whether somebody must do what a verb says, if only by the verb it is joined to."""
    if any(c.dep == "aux" and c.lemma.lower() in view.lexicon.signs.duty for c in view.doc.children(verb)):
        return True
    return verb.dep == "conj" and is_duty(view.doc.head(verb), view)


def may_be_to_come(verb: Token | None, view: PlanView) -> bool:
    """Tell whether a verb leaves open that a thing is still to come: "will", "is to", "plans to", "is meeting".

    Wider than the grammar's ``outlook``, which says "future" only where the words do: with a day of its own, the
    present is enough for a plan.
    """
    if verb is None:
        return False
    children = view.doc.children(verb)
    signs = view.lexicon.signs
    if any(c.dep == "aux" and (c.lower in grammar_words().future or c.lemma.lower() in signs.duty) for c in children):
        return True
    # "Said they would meet on Friday": the past of telling leaves it open.
    if verb.dep == "ccomp" and view.doc.head(verb).tag == "VBD" and any(c.lower == "would" for c in children):
        return True
    if verb.tag in PRESENT or (verb.tag == "VBG" and any(c.tag in PRESENT for c in children)):
        return True
    # "Will leave and go": as the first verb, so the second.
    if verb.dep == "conj" and not any(c.dep == "aux" for c in children):
        return may_be_to_come(view.doc.head(verb), view)
    above = view.doc.head(verb)
    # "Plans to meet", "is to meet", but "managed to meet" is over.
    prospective = above.lemma.lower() in signs.prospective | {"be", "have"} or above.lower in signs.prospective
    return is_infinitive(view.doc, verb) and (prospective or verb.dep in ("ROOT", "relcl", "acl"))


def lies_in_future(verb: Token, view: PlanView) -> bool:
    """Tell whether a verb speaks of what is to come: "will send", "is to send", "plans to send", "might send"."""
    aux = {c.lower for c in view.doc.children(verb) if c.dep == "aux"}
    if aux & grammar_words().ahead:
        return True
    if is_infinitive(view.doc, verb):
        above = view.doc.head(verb)
        # "Began to send" has begun; "will begin to send" has not.
        phase = above is not verb and above.lemma.lower() in view.lexicon.phases
        return not phase or lies_in_future(above, view)
    return False


def is_future(verb: Token, view: PlanView) -> bool:
    """Tell whether a verb itself says that the thing is still to come, be it today."""
    return lies_in_future(verb, view) or (
        is_passive(view.doc, verb) and verb.lemma.lower() in view.lexicon.signs.prospective
    )


def status_of(verb: Token | None, token: Token, view: PlanView) -> ScheduledStatus:
    """Return whether a thing stands, was put off, or was called off."""
    signs = view.lexicon.signs
    # "The talks, postponed in May, …": the change may stand on the noun.
    near = [t for t in (verb, *view.doc.children(token)) if t is not None and t.tag.startswith("VB")]
    for word in near:
        if not _is_done(word, view):
            continue
        lemma = word.lemma.lower()
        beside = {c.lower for c in view.doc.children(word)}
        # "Called off", but not "called".
        if lemma in signs.cancelled and (lemma != "call" or "off" in beside):
            return "cancelled"
        if lemma in signs.moved and (not signs.moved[lemma] or beside & signs.moved[lemma]):
            return "moved"
    return "set"


def _is_done(word: Token, view: PlanView) -> bool:
    """Tell whether a change is made, and not only asked for or refused ("rejected a call to postpone")."""
    if not is_infinitive(view.doc, word):
        return not is_negated(view.doc, word)
    # "Is set to be postponed", but not "asked to postpone".
    return view.doc.head(word).lemma.lower() in view.lexicon.signs.prospective


def was_to_come(verb: Token, token: Token, view: PlanView) -> bool:
    """Tell whether what was put off or called off had been to come: its own phrase holds no past time."""
    today = view.draft.report.published
    past = [t for t in times_of(token, view) if t.end and today and t.end < today]
    return not past and verb.i != token.i


def is_held(verb: Token, token: Token, view: PlanView) -> bool:
    """Tell whether a verb says that the thing will be held, opened or set."""
    signs = view.lexicon.signs
    lemma = verb.lemma.lower()
    if lemma in signs.moved or lemma in signs.cancelled:
        return True
    # "The vote is on Friday".
    if lemma == "be":
        return True
    if lemma not in signs.hold:
        return False
    return (
        may_be_to_come(verb, view)
        or (is_passive(view.doc, verb) and lemma in signs.prospective)
        or token.dep in ("nsubj", "nsubjpass")
    )
