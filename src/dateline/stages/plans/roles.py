"""Who gives and who receives."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lexicon.plans import GivingVerb
from dateline.parse.tree import Token
from dateline.stages.plans.giving import Giving
from dateline.stages.plans.view import View

_GOALS = frozenset({
    "to", "for", "in", "into", "against", "with", "at", "through", "via", "under", "within", "among", "between", "on",
    "than",
})  # fmt: skip
_TO = ("to", "for", "towards", "toward", "in", "into", "with", "against")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role, the token that names it, and the rule that found it."""

    actor: str
    token: Token
    rule: str


def find_recipient(giving: Giving, head: Token, view: View) -> Party | None:
    """Return who receives: the verb's indirect object, or whom "to" or "for" names beside verb, noun or sum."""
    for token, entry in giving.verbs:
        found = _first(_receivers(token, entry, view), view, "recipient/verb")
        if found is not None:
            return found
    nouns = [head, *(t for t, _ in giving.nouns)]
    return _first((t for n in nouns for t in view.after(n, *_TO)), view, "recipient/noun")


def _receivers(token: Token, entry: GivingVerb, view: View) -> Iterator[Token]:
    if entry.roles == "gets":
        subject = view.subject(token)
        if subject is not None:
            yield subject
        return
    if entry.roles == "supports":
        yield from (c for c in view.doc.children(token) if c.dep in ("dobj", "nsubjpass"))
    yield from (c for c in view.doc.children(token) if c.dep == "dative" and c.pos in ("NOUN", "PROPN", "PRON"))
    yield from view.after(token, "to", "for", "in", "towards", "toward")
    objects = [t for c in view.doc.children(token) if c.dep in ("dobj", "nsubjpass") for t in view.doc.conjuncts(c)]
    yield from (t for o in objects for t in view.after(o, *_TO))


def find_donor(giving: Giving, head: Token, recipient: str | None, view: View) -> Party | None:
    """Return who gives: by the verb, by the noun ("Danish aid", "a loan from Japan"), else by the sentence."""
    barred = _barred(recipient, view)
    if any(e.roles == "hosts" for _, e in giving.verbs):
        return _first(_verb_givers(giving, view), view, "donor/verb", barred)
    for rule, tokens in (
        ("donor/noun", _noun_givers(giving, head, view)),
        ("donor/verb", _verb_givers(giving, view)),
        ("donor/sentence", _sentence_givers(head, view)),
    ):
        found = _first(tokens, view, rule, barred)
        if found is not None:
            return found
    return None


def _barred(recipient: str | None, view: View) -> frozenset[str]:
    """Return the actors of the recipient's own country: they do not give to themselves."""
    if recipient is None:
        return frozenset()
    country = view.country(recipient)
    same = {a.id for a in view.draft.actors if country is not None and a.country == country}
    return frozenset({recipient, *same}) if country not in ("IGO", "NGO") else frozenset({recipient})


def _verb_givers(giving: Giving, view: View) -> Iterator[Token]:
    permits = [v for v in giving.verbs if v[1].roles == "allows"]
    for token, entry in (*permits, *giving.verbs):
        if entry.roles == "gets":
            yield from view.after(token, "from", "by")
            continue
        agent = view.agent(token)
        if agent is not None:
            yield agent
        if not view.is_passive(token):
            subject = view.subject(token)
            if subject is not None:
                yield subject


def _noun_givers(giving: Giving, head: Token, view: View) -> Iterator[Token]:
    for noun in (head, *(t for t, _ in giving.nouns if not _is_goal(t, view))):
        for child in view.doc.children(noun):
            if child.dep in ("poss", "amod", "compound", "nmod") and child.i in view.mention_at:
                yield child
        yield from view.after(noun, "from", "by")


def _sentence_givers(head: Token, view: View) -> Iterator[Token]:
    """Yield the sentence's actors, those that stand as a subject first."""
    mentions = view.sentence_mentions.get(view.doc.sentence_of(head).index, [])
    tokens = [view.doc.tokens[m.head] for m in mentions]
    yield from (t for t in tokens if t.dep.startswith("nsubj"))
    yield from (t for t in tokens if not _is_goal(t, view))


def _is_goal(token: Token, view: View) -> bool:
    return token.dep == "pobj" and view.doc.head(token).lower in _GOALS


def _first(tokens: Iterator[Token], view: View, rule: str, barred: frozenset[str] = frozenset()) -> Party | None:
    """Return the first of these words that names an actor; one of a known country goes before one of none."""
    stray: Party | None = None
    for token in tokens:
        actor = view.actor_of(token)
        if actor is None or actor in barred:
            continue
        party = Party(actor, token, rule)
        if view.country(actor) is not None:
            return party
        stray = stray or party
    return stray
