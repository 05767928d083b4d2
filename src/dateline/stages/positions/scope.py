"""What stands above a stance: negation, refusal, doubt, or a governor that makes it nobody's own."""

from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.positions.found import Scope
from dateline.stages.positions.view import View, is_infinitive

_UNREAL_MARKS = frozenset({"if", "whether", "unless", "lest", "until"})
_NOBODY = frozenset({"no", "neither", "nobody", "none"})
_HIGHEST = 6
_CLIMBS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "conj"})


def find_scope(verb: Token, cue: Token, view: View) -> Scope | None:
    """Return how the words above a cue change its stance, or None where it is nobody's own stance.

    Args:
        verb: The verb of the clause that the cue stands in, or the cue itself.
        cue: The word that gives the stance.
        view: The report.
    """
    negation = _negation(verb, view) or (_determiner(cue, view) if cue.i != verb.i else None)
    hedge = _modal(verb, view)
    scope = Scope(turned=negation, hedge=hedge)
    return _climb(verb, scope, view)


def _negation(verb: Token, view: View) -> Span | None:
    neg = view.doc.child(verb, "neg")
    if neg is not None:
        return (neg.start, neg.end)
    subject = view.doc.child(verb, "nsubj")
    if subject is not None:
        det = view.doc.child(subject, "det")
        if subject.lower in _NOBODY or (det is not None and det.lower in _NOBODY):
            return (subject.start, subject.end)
    return None


def _determiner(cue: Token, view: View) -> Span | None:
    det = view.doc.child(cue, "det", "neg")
    return (det.start, det.end) if det is not None and det.lower == "no" else None


def _modal(verb: Token, view: View) -> Span | None:
    for child in view.doc.children(verb):
        if child.dep == "aux" and child.lower in view.words.hedges.modals:
            return (child.start, child.end)
    return None


def _climb(verb: Token, scope: Scope, view: View) -> Scope | None:
    at, words = verb, view.words
    for _ in range(_HIGHEST):
        mark = view.doc.child(at, "mark")
        if mark is not None and mark.lower in _UNREAL_MARKS:
            return None
        if at.dep not in _CLIMBS:
            return scope
        up = view.doc.head(at)
        if at.dep == "conj":
            at = up
            continue
        if at.dep in ("xcomp", "acl", "pcomp", "advcl") or (at.dep == "ccomp" and is_infinitive(view.doc, at)):
            lemma = up.lemma.lower()
            infinitive = is_infinitive(view.doc, at)
            if infinitive and (lemma in words.unreal or _asks(up, view)):
                return None
            if lemma in words.refusing and infinitive:
                scope = Scope(turned=(up.start, up.end), neutral=lemma == "decline", hedge=scope.hedge)
            elif lemma in words.hedges.verbs and infinitive:
                scope = Scope(turned=scope.turned, hedge=(up.start, up.end))
            elif lemma in words.dropping and at.tag == "VBG":
                scope = Scope(turned=(up.start, up.end), hedge=scope.hedge)
            negation = view.doc.child(up, "neg") if at.dep == "xcomp" else None
            if negation is not None and scope.turned is None:
                scope = Scope(turned=(negation.start, negation.end), hedge=scope.hedge)
        elif at.dep == "ccomp" and up.lemma.lower() in ("deny", "doubt"):
            return None
        at = up
    return scope


def _asks(verb: Token, view: View) -> bool:
    """Tell whether a verb asks somebody else to do what stands below it."""
    cues = view.lexicon.cues.get(("verb", verb.lemma.lower()), ())
    return any(t == "person" or t.endswith("-person") for c in cues for t in c.takes) and (
        view.doc.child(verb, "dobj") is not None or view.doc.child(verb, "prep") is not None
    )
