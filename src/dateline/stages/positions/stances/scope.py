"""What stands above a stance: negation, refusal, doubt, or a governor that makes it nobody's own."""

from dateline.grammar.forms import is_infinitive
from dateline.grammar.negation import denial, noun_denial
from dateline.lexicon.reading.grammar import grammar_words
from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.positions.stances.held import Turn
from dateline.stages.positions.view import PositionView

_BELOW = frozenset({"xcomp", "acl", "pcomp", "advcl"})
_HIGHEST = 6
_CLIMBS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "conj"})


def find_scope(verb: Token, cue: Token, view: PositionView) -> Turn | None:
    """Return how the words above a cue change its stance, or None where it is nobody's own stance.

    Args:
        verb: The verb of the clause that the cue stands in, or the cue itself.
        cue: The word that gives the stance.
        view: The report.
    """
    if _is_wished(verb, view):
        return None
    negation = _span(denial(view.doc, verb)) or (_determiner(cue, view) if cue.i != verb.i else None)
    hedge = _modal(verb, view)
    scope = Turn(turned=negation, hedge=hedge)
    return _climb(verb, scope, view)


def _is_wished(verb: Token, view: PositionView) -> bool:
    """Tell a stance that somebody should take from one that he takes."""
    modals = view.words.modals
    return any(c.dep == "aux" and (c.lower in modals.strong or c.lower in modals.weak) for c in view.doc.children(verb))


def _determiner(cue: Token, view: PositionView) -> Span | None:
    return _span(noun_denial(view.doc, cue))


def _span(token: Token | None) -> Span | None:
    return None if token is None else (token.start, token.end)


def _modal(verb: Token, view: PositionView) -> Span | None:
    for child in view.doc.children(verb):
        if child.dep == "aux" and child.lower in view.words.hedges.modals:
            return (child.start, child.end)
    return None


def _climb(verb: Token, scope: Turn, view: PositionView) -> Turn | None:
    at = verb
    for _ in range(_HIGHEST):
        mark = view.doc.child(at, "mark")
        # "Until they support it", "if they support it": nobody does.
        if mark is not None and (mark.lower == "until" or mark.lower in grammar_words().conditions):
            return None
        if at.dep not in _CLIMBS:
            return scope
        up = view.doc.head(at)
        # "Refused to support", "denies supporting": a finite clause stands for itself, unless it is doubted.
        if at.dep in _BELOW or (at.dep == "ccomp" and is_infinitive(view.doc, at)):
            below = _under(at, up, scope, view)
            if below is None:
                return None
            scope = below
        # "Doubts that Chad supports it".
        elif at.dep == "ccomp" and up.lemma.lower() in view.words.doubting:
            return None
        at = up
    return scope


def _under(at: Token, up: Token, scope: Turn, view: PositionView) -> Turn | None:
    """Return what a governor makes of a stance in an infinitive or gerund below it; None where it is nobody's own."""
    lemma, words = up.lemma.lower(), view.words
    infinitive = is_infinitive(view.doc, at)
    wished = view.doc.child(at, "mark")  # "lobbied for Chad to support it"
    bare = infinitive or at.tag == "VBG"
    if (
        # "Lobbied for Chad to support it", "urged Chad to support it": the support is wished of another.
        (bare and lemma in words.unreal)
        or (wished is not None and wished.lower == "for")
        or (infinitive and _asks(up, view))
    ):
        return None
    above = (up.start, up.end)
    if lemma in words.refusing and infinitive:
        # "Declined to support" leaves it open, "refused to support" does not.
        return Turn(turned=above, neutral=lemma == "decline", hedge=scope.hedge)
    if lemma in words.hedges.verbs and infinitive:
        scope = Turn(turned=scope.turned, hedge=above)
    # "Stopped supporting" turns it; "stopped to support" would not.
    elif lemma in words.dropping and at.tag == "VBG":
        scope = Turn(turned=above, hedge=scope.hedge)
    negation = denial(view.doc, up) if at.dep == "xcomp" else None
    # "Did not plan to support": the denial above reaches an infinitive, if nothing has turned it yet.
    if negation is not None and scope.turned is None:
        return Turn(turned=(negation.start, negation.end), hedge=scope.hedge)
    return scope


def _asks(verb: Token, view: PositionView) -> bool:
    """Tell whether a verb asks somebody else to do what stands below it."""
    cues = view.lexicon.cues.get(("verb", verb.lemma.lower()), ())
    return any(t == "person" or t.endswith("-person") for c in cues for t in c.takes) and (
        view.doc.child(verb, "dobj") is not None or view.doc.child(verb, "prep") is not None
    )
