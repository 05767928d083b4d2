"""Who gives and who receives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.grammar.coordination import first_of
from dateline.grammar.phrases import all_after
from dateline.grammar.subjects import subject_of
from dateline.grammar.voice import agent_of, is_passive
from dateline.lexicon.words.plans import GivingVerb
from dateline.model.base import Span
from dateline.model.groups import NO_STATE
from dateline.parse.tree import Sentence, Token
from dateline.stages.plans.given.giving import Giving, giving_in, noun_entry
from dateline.stages.plans.given.items import item_entry
from dateline.stages.plans.view import PlanView

_STATES = frozenset({"country", "government", "office"})
_OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
_Way = tuple[Literal["donor", "recipient"], str]  # the role, and where its words stand
_AROUND = frozenset({"beside", "report", "sentence"})


@dataclass(frozen=True, slots=True)
class Side:
    """An actor in a role, the token that stands for it, the words that name it, and the rule that found it.

    ``stated``: the words of giving tell it, and not only the sentence that they stand in.
    """

    actor: str
    token: Token
    span: Span
    rule: str
    stated: bool = True


def find_recipient(giving: Giving, head: Token, view: PlanView) -> Side | None:
    """Return who receives: the verb's indirect object, or whom "to" or "for" names beside verb, noun or sum."""
    giver = _first(_verb_givers(giving, view), view, ("donor", "verb"))
    barred = frozenset({giver.actor}) if giver else frozenset()
    for token, entry in giving.verbs:
        found = _first(_receivers(token, entry, view), view, ("recipient", "verb"), barred, whole=True)
        if found is not None:
            return found
    nouns = [head, *(t for t, _ in giving.nouns)]
    found = _first(
        (t for n in nouns for t in all_after(view.doc, n, *view.lexicon.words.receiving)),
        view,
        ("recipient", "noun"),
        barred,
        whole=True,
    )
    return found or _first((t for n in nouns for t in _named_for(n, view)), view, ("recipient", "compound"), barred)


def _receivers(token: Token, entry: GivingVerb, view: PlanView) -> Iterator[Token]:
    if entry.roles == "gets":
        # "Received aid from Chad": the subject takes.
        taker = subject_of(view.doc, token)
        if taker is not None:
            yield taker
        return
    # "Took in refugees": the host gives, and those taken in are what is given.
    if entry.roles == "hosts":
        return
    if entry.roles == "supports":
        yield from (c for c in view.doc.children(token) if c.dep in ("dobj", "nsubjpass"))
    yield from (c for c in view.doc.children(token) if c.dep == "dative" and c.pos in ("NOUN", "PROPN", "PRON"))
    # "Gave Chad aid", "gave aid to Chad": the object without a preposition is surer.
    yield from all_after(view.doc, token, "to", "for", "in", "towards", "toward")
    objects = [t for c in view.doc.children(token) if c.dep in ("dobj", "nsubjpass") for t in view.doc.conjuncts(c)]
    yield from (t for o in objects for t in all_after(view.doc, o, *view.lexicon.words.receiving))
    yield from (t for word in (token, *objects) for t in _helped(word, view))
    # "Forgave Chad's debt": who owes it gains.
    if entry.instrument == "debt relief":
        yield from (t for o in objects for t in (o, *all_after(view.doc, o, "of")))


def _helped(word: Token, view: PlanView) -> Iterator[Token]:
    """Yield whom a purpose names ("to help Chad rebuild", "supporting Chad")."""
    for child in view.doc.children(word):
        if child.dep in ("advcl", "xcomp", "acl", "relcl") and child.lemma.lower() in view.lexicon.words.helping:
            yield from (c for c in view.doc.children(child) if c.dep == "dobj")
            below = [c for c in view.doc.children(child) if c.dep in ("ccomp", "xcomp")]
            yield from (s for b in below for s in view.doc.children(b) if s.dep == "nsubj")


def _named_for(noun: Token, view: PlanView) -> Iterator[Token]:
    """Yield countries whose bare name stands before a noun: "Chad aid" goes to Chad, "Danish" and "US aid" do not."""
    for child in view.doc.children(noun):
        mention = view.index.mention_over.get(child.i)
        if child.dep in ("compound", "nmod", "npadvmod", "dative") and mention is not None and mention.form == "name":
            actor = view.index.actors.get(mention.actor)
            # "US aid" is the giver's, though a bare name: an abbreviation is read as an adjective.
            if actor is not None and actor.kind == "country" and not view.doc.quote(mention.span).isupper():
                yield child


def goal_beside(head: Token, barred: frozenset[str], view: PlanView) -> Side | None:
    """Return the country that this sentence, the next or the last names as a goal or a scene ("schools in Chad")."""
    here = view.doc.sentence_of(head).index
    # "Schools in Chad": the goal may be told in the next sentence, or have been told in the last.
    mentions = [m for i in (here, here + 1, here - 1) for m in view.index.mentions_in.get(i, ())]
    tokens = [view.doc.tokens[m.head] for m in mentions if m.actor not in barred and m.form == "name"]
    fit = (t for t in tokens if _is_goal(t, view) and view.kind(view.index.mention_over[t.i].actor) == "country")
    return _first(fit, view, ("recipient", "beside"), barred)


def find_donor(giving: Giving, head: Token, barred: frozenset[str], view: PlanView) -> Side | None:
    """Return who gives: by the noun ("Danish aid", "a loan from Japan"), by the verb, else by the subject."""
    # "Took in 300 refugees": hosts are subjects, never owners of a noun.
    if any(e.roles == "hosts" for _, e in giving.verbs):
        return _first(_verb_givers(giving, view), view, ("donor", "verb"), barred)
    stray: Side | None = None
    for where, tokens in (
        ("noun", _noun_givers(giving, head, view)),
        ("verb", _verb_givers(giving, view)),
        ("sentence", _sentence_givers(head, view)),
    ):
        found = _first(tokens, view, ("donor", where), barred)
        if found is not None and view.country(found.actor) is not None:
            return found
        stray = stray or found
    return stray


def find_gapped(amount: Span, view: PlanView) -> Side | None:
    """Return who gives where the verb is left out: "Germany pledged €5 million and Norway €3 million"."""
    first = view.doc.tokens_in(amount)[0]
    mention = view.index.mention_over.get(first.i - 1)
    # "And Norway €3 million": the name stands right before the sum, and joins on.
    if mention is None or mention.form != "name" or mention.span[1] > first.start:
        return None
    start = view.doc.tokens_in(mention.span)[0]
    before = view.doc.tokens[start.i - 1] if start.i else None
    joined = before is not None and (before.dep == "cc" or before.text in (",", ";"))
    sums = (n for n in view.draft.numbers if n.currency and n.span[1] <= mention.span[0])
    here = view.doc.sentence_of(first).index
    if not joined or not any(view.index.sentence(view.doc.tokens_in(n.span)[0].i) == here for n in sums):
        return None
    return Side(mention.actor, view.doc.tokens[mention.head], mention.span, "donor/gapped")


def barred_for(recipient: str | None, view: PlanView) -> frozenset[str]:
    """Return the actors of the recipient's own country: they do not give to themselves."""
    if recipient is None:
        return frozenset()
    country = view.country(recipient)
    same = {a.id for a in view.draft.actors if country is not None and a.country == country}
    # A state does not give to its own; an agency may give to another agency.
    return frozenset({recipient, *same}) if country not in ("IGO", "NGO") else frozenset({recipient})


def is_named(party: Side, view: PlanView) -> bool:
    """Tell whether an actor is named, so that it can be told from the giver, and not only described."""
    inside = (view.index.mention_over.get(t.i) for t in view.doc.tokens_in(party.span))
    return any(m is not None and m.span == party.span and m.form != "description" for m in inside)


def find_givers(view: PlanView, barred: frozenset[str]) -> list[Side]:
    """Return who is said to give anything at all, sum or not, in order of the text; only actors of a country."""
    found = (_giver_in(sentence, view, barred) for sentence in view.doc.sentences)
    return [p for p in found if p is not None and view.country(p.actor) is not None]


def _giver_in(sentence: Sentence, view: PlanView, barred: frozenset[str]) -> Side | None:
    giving = giving_in(sentence, view, tells=True)
    if giving is None:
        return None
    by_verb = _first(_verb_givers(giving, view), view, ("donor", "report"), barred)
    return by_verb or _first(_noun_givers(giving, view.doc.root(sentence), view), view, ("donor", "report"), barred)


def beside(head: Token, barred: frozenset[str], view: PlanView) -> Side | None:
    """Return the country, government or office that the sentence names in no other role, the nearest first."""
    mentions = view.index.mentions_in.get(view.doc.sentence_of(head).index, ())
    # Those before the sum first: givers stand before what they give.
    tokens = sorted((view.doc.tokens[m.head] for m in mentions), key=lambda t: (t.i > head.i, abs(t.i - head.i)))
    fit = (t for t in tokens if not _is_goal(t, view) and view.kind(view.index.mention_over[t.i].actor) in _STATES)
    found = _first(fit, view, ("donor", "beside"), barred)
    return found if found is not None and view.country(found.actor) is not None else None


def nearest_giver(givers: Sequence[Side], at: Token) -> Side | None:
    """Return the last who is said to give before a word, else the first after it."""
    before = [p for p in givers if p.token.i <= at.i]
    if before:
        return before[-1]
    return givers[0] if givers else None


def _verb_givers(giving: Giving, view: PlanView) -> Iterator[Token]:
    # "Allowed Chad to send its jets to Mali": who permits it gives.
    permits = [v for v in giving.verbs if v[1].roles == "allows"]
    for token, entry in (*permits, *giving.verbs):
        if entry.roles == "gets":
            yield from all_after(view.doc, token, "from", "by")
            continue
        by = agent_of(view.doc, token)
        if by is not None:
            yield by
        # "Were sent by Chad": of a passive the subject is the gift.
        if not is_passive(view.doc, token):
            doer = subject_of(view.doc, token)
            if doer is not None:
                yield doer


def _noun_givers(giving: Giving, head: Token, view: PlanView) -> Iterator[Token]:
    """Yield who stands before or after a noun of giving as its giver; a thing's own make is no giver."""
    own = () if item_entry(head, view) else (head,)
    weak = {t.i for t, e in giving.nouns if not e.strong}
    for noun in (*own, *(t for t, _ in giving.nouns if not _is_goal(t, view))):
        # The owner of a weak noun may be anybody.
        if noun.i not in weak:
            receives = {t.i for t in _named_for(noun, view)}
            owners = (c for c in view.doc.children(noun) if c.dep in _OWNERS and c.i in view.index.mention_over)
            yield from (c for c in owners if c.i not in receives)
        yield from (t for t in all_after(view.doc, noun, "from", "by") if t.i in view.index.mention_over)


def _sentence_givers(head: Token, view: PlanView) -> Iterator[Token]:
    """Yield the sentence's actors that stand as a subject."""
    mentions = view.index.mentions_in.get(view.doc.sentence_of(head).index, ())
    tokens = [view.doc.tokens[m.head] for m in mentions]
    yield from (t for t in tokens if t.dep.startswith("nsubj") and t.tag not in ("WDT", "WP"))


def only_state(view: PlanView, barred: frozenset[str]) -> Side | None:
    """Return the one state that a report names beside the recipient; None where it names several."""
    states = [
        a for a in view.draft.actors if a.id not in barred and a.country is not None and a.country not in NO_STATE
    ]
    if len({a.country for a in states}) != 1:
        return None
    named = {a.id for a in states}
    tokens = ((m, view.doc.tokens[m.head]) for m in view.draft.mentions if m.actor in named)
    mention = next((m for m, t in tokens if t.dep in ("nsubj", "poss", "amod") or _is_agent(t, view)), None)
    return Side(mention.actor, view.doc.tokens[mention.head], mention.span, "donor/only-state") if mention else None


def _is_agent(token: Token, view: PlanView) -> bool:
    return token.dep == "pobj" and view.doc.head(token).lower in ("by", "from")


def _is_vague(token: Token, view: PlanView) -> bool:
    """Tell whether a description names nobody ("international donors", "neighbouring countries")."""
    mention = view.index.mention_over.get(token.i)
    return mention is not None and mention.form == "description" and view.country(mention.actor) == "IGO"


def _is_goal(token: Token, view: PlanView) -> bool:
    token = first_of(view.doc, token)
    return token.dep == "pobj" and view.doc.head(token).lower in view.lexicon.words.goals


def _first(
    tokens: Iterable[Token], view: PlanView, way: _Way, barred: frozenset[str] = frozenset(), *, whole: bool = False
) -> Side | None:
    """Return the first of these words that names an actor; one of a known country goes before one of none.

    With ``whole``, the owner of a thing does not stand for it ("to its fund" is no gift to itself).
    """
    stray: Side | None = None
    for token in tokens:
        if whole and token.i not in view.index.mention_over and noun_entry(token, view):
            continue
        mention = view.mention_of(token, owner=not whole)
        if mention is None or mention.actor in barred or (way[0] == "donor" and _is_vague(token, view)):
            continue
        party = Side(mention.actor, token, mention.span, "/".join(way), stated=way[1] not in _AROUND)
        if view.country(mention.actor) is not None:
            return party
        stray = stray or party
    return stray
