"""Whom an act touches by the clauses around it: what it is for, what it would spare, what it hit."""

from collections.abc import Iterator

from dateline.draft import Argument, Clause
from dateline.grammar.forms import is_infinitive
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, without
from dateline.stages.events.who.asking import Asking
from dateline.stages.events.who.owners import party


def helped(ask: Asking) -> Party:
    """Return who is to gain by what is given "to support refugees", "to help Mali rebuild"."""
    purposes = (c for c in ask.below if c.relation == "purpose")
    found = (ask.named(c, role) for c in purposes for role in ("theme", "recipient", "to", "for"))
    return next(filter(None, found), NOBODY)


def aimed_at(ask: Asking) -> Party:
    """Return whom force was used on by what it was for: "fired tear gas to disperse the teachers"."""
    # "To disperse the teachers" was aimed at them; "to protect the teachers" was not.
    aims = (c for c in ask.below if c.relation in ("purpose", "complement") and c.lemma in ask.scene.words.who.aims)
    return next(filter(None, (ask.named(c, "theme") for c in aims)), NOBODY)


def warned(ask: Asking) -> Party:
    """Return who is to give in: "threatened to strike unless the ministry paid"."""
    # "Threatened to strike unless …": the condition hangs on the threat or on the strike.
    held = {ask.clause.index, *(c.index for c in ask.below if c.relation == "complement")}
    below = (c for index in sorted(held) for c in ask.scene.index.below.get(index, ()))
    found = (ask.named(c, "agent") for c in below if c.relation == "condition")
    return next(filter(None, found), NOBODY)


def opposed(ask: Asking) -> Party:
    """Return whom a protest is against, told beside it: "struck to protest against the ministry's decision".

    "In protest against cuts by the ministry", "rallied to demand the removal of the president" name the target too.
    """
    asked = ((c, role) for c in _purposes(ask.scene, ask.clause) for role in ask.scene.words.who.opposed_ties)
    found = (ask.named(c, role, blamed=_harms(ask.scene, c, role)) for c, role in asked)
    return next(filter(None, found), NOBODY)


def _purposes(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Yield the clauses that say what a demonstration is for."""
    up = scene.clause(clause.governor)
    # "Held a protest to demand": the aim hangs on the verb beside the noun.
    beside = scene.index.below.get(up.index, ()) if up is not None and clause.pos == "noun" else ()
    for c in (*scene.index.below.get(clause.index, ()), *beside):
        if c.index != clause.index and c.lemma in scene.words.who.opposing:
            yield c


def _harms(scene: Scene, clause: Clause, role: str) -> bool:
    heads = (scene.token(a).lemma.lower() for a in clause.arguments if a.role == role)
    return any(h in scene.words.who.suffered for h in heads)


def met(ask: Asking) -> Party:
    """Return whom a visit is to, where it is "for talks with" somebody."""
    talks = (c for c in ask.below if c.relation == "noun" and c.lemma in ask.scene.words.shared.gatherings)
    return next(filter(None, (ask.named(c, "with") for c in talks)), NOBODY)


def enabled(ask: Asking) -> Party:
    """Return who is to do what is backed or refused: "supports a path for Ukraine to join the alliance"."""
    theme, doc = ask.clause.get("theme"), ask.scene.doc
    if theme is None:
        return NOBODY
    for act in doc.children(ask.scene.token(theme)):
        subject = doc.child(act, "nsubj") if act.dep in ("acl", "advcl", "relcl") else None
        # "A path which would let it join": a pronoun names nobody.
        if subject is not None and is_infinitive(doc, act) and subject.tag not in ("WDT", "WP"):
            argument = Argument(role="for", head=subject.i, span=(subject.start, subject.end))
            return without(party(ask.scene, argument), ask.exclude)
    return NOBODY


def struck(ask: Asking) -> Party:
    """Return whom an act hits that is the subject of its sentence, or the agent: "the camp was hit by shelling"."""
    up = ask.scene.clause(ask.clause.governor)
    if ask.clause.pos != "noun" or up is None or up.lemma not in ask.scene.words.who.striking:
        return NOBODY
    # Of "the camp was hit by shelling in a battle" the shelling hit it, and not the battle.
    does_it = any(a.role in ("agent", "by") and a.head == ask.clause.token for a in up.arguments)
    return ask.named(up, "theme") if does_it else NOBODY
