"""Stances without a word of stance: what a speaker says must, should or must not be done."""

from collections.abc import Iterator

from dateline.grammar.forms import is_infinitive, verb_lemma
from dateline.grammar.negation import is_negated
from dateline.lexicon.words.positions import StanceCue
from dateline.model.closed import Stance
from dateline.parse.tree import Token
from dateline.stages.positions.stances.held import HeldStance
from dateline.stages.positions.view import PositionView

VOW = StanceCue(lemma="will", pos="verb", takes=("self",), stance="for", strength=0.6, example="", weak=True)
_MAIN = frozenset({"ccomp", "conj", "ROOT", "parataxis", "xcomp", "dep"})


def find_duties(view: PositionView) -> Iterator[HeldStance]:
    """Yield what statements say must or should be done, or must not, in order of the text."""
    modals = view.words.modals
    for token in view.doc.tokens:
        if token.pos == "AUX" and token.dep == "aux":
            if token.lower in modals.strong or token.lower in modals.weak:
                yield from _duty(token, view.doc.head(token), token.lower in modals.strong, view)
        elif token.pos == "VERB" and token.lemma.lower() in modals.verbs:
            inner = view.doc.child(token, "xcomp")
            # "Needs to leave", "has to leave": with a subject, who has to.
            if inner is not None and is_infinitive(view.doc, inner) and view.doc.child(token, "nsubj") is not None:
                yield from _duty(token, inner, True, view)  # noqa: FBT003


def find_vows(view: PositionView) -> Iterator[HeldStance]:
    """Yield what actors say that they will not do, or will do on a condition; a plain promise is no stance."""
    for token in view.doc.tokens:
        if token.pos != "AUX" or token.dep != "aux" or token.lower not in view.words.vowing:
            continue
        verb = view.doc.head(token)
        holder = view.doc.child(verb, "nsubj")
        lemma = verb_lemma(view.doc, verb)
        # "Will back the ban": a word of stance speaks for itself; "will be there" says nothing.
        if (
            holder is None
            or view.actor(holder) is None
            or lemma in view.words.empty
            or ("verb", lemma) in view.lexicon.cues
        ):
            continue
        if _is_main(verb, view):
            yield HeldStance(
                cue=token, verb=verb, entry=VOW, issue=verb, stance="for", holder=holder, agent=holder, kind="vow"
            )


def _duty(modal: Token, verb: Token, strong: bool, view: PositionView) -> Iterator[HeldStance]:  # noqa: FBT001
    # "Must have left" is a guess. "If they must leave": nobody says that they must.
    if not _is_main(verb, view) or any(c.lower == "have" and c.dep == "aux" for c in view.doc.children(verb)):
        return
    issue = _issue(verb, view)
    if issue is None:
        return
    if modal.pos == "VERB" and is_negated(view.doc, modal):
        return  # "does not have to" forbids nothing
    word = view.words.strength
    stance: Stance = "for"
    entry = StanceCue(
        lemma=modal.lower, pos="verb", takes=("clause",), stance=stance, strength=word.must if strong else word.should,
        example="", voice="statement", weak=not strong,
    )  # fmt: skip
    yield HeldStance(
        cue=modal, verb=verb, entry=entry, issue=issue, stance=stance, agent=view.doc.child(verb, "nsubj"), kind="duty"
    )


def _is_main(verb: Token, view: PositionView) -> bool:
    """Tell whether a verb stands in the main line of what is said, in no condition, relative clause or reason."""
    # Up to the verb of saying: what stands below it is the speaker's main line.
    for token in (verb, *view.doc.ancestors(verb)):
        if view.index.statement_by.get(token.i) is not None and token.i != verb.i:
            return True
        if token.dep not in _MAIN:
            return False
        mark = view.doc.child(token, "mark")
        if mark is not None and mark.lower not in ("that",):
            return False
    return True


def _issue(verb: Token, view: PositionView) -> Token | None:
    """Return the verb of what must be done; "there must be X" asks for X."""
    # "There must be talks" asks for the talks.
    if verb.lemma.lower() == "be":
        there = view.doc.child(verb, "expl")
        return view.doc.child(verb, "attr", "nsubj") if there is not None and there.lower == "there" else None
    return None if verb.lemma.lower() in view.words.empty else verb
