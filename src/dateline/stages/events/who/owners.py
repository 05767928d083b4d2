"""From the words of an argument to the report's actors: those it names, else those to whom the thing belongs."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.draft import Argument, Clause
from dateline.grammar.forms import is_verb
from dateline.parse.tree import Token
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, join, without

_MAX_DERIVE = 3


@dataclass(frozen=True, slots=True)
class _Sought:
    """Whose a thing may be: no one of these, and he is tied to it by one of these prepositions."""

    exclude: frozenset[str]
    ties: frozenset[str]


def arguments(scene: Scene, clause: Clause, role: str) -> list[Argument]:
    """Return the arguments of a role, without those that only name a helper."""
    return [a for a in clause.arguments if a.role == role and not _accompanies(scene, a)]


def _accompanies(scene: Scene, argument: Argument) -> bool:
    """Tell "with the support of X", which names no other side."""
    return argument.role == "with" and scene.token(argument).lemma.lower() in scene.words.who.accompanying


def parties(scene: Scene, clause: Clause, role: str, *, exclude: frozenset[str], blamed: bool = False) -> Party:
    """Return the actors of a role, without those left out."""
    found = [party(scene, a, blamed=blamed, exclude=exclude) for a in arguments(scene, clause, role)]
    return without(join(*found), exclude)


def party(scene: Scene, argument: Argument, *, blamed: bool = False, exclude: frozenset[str] = frozenset()) -> Party:
    """Return the actors that an argument names, over coordination.

    Whom a thing belongs to is no answer where he is left out: "its blockade of Mali" is Mali's. Of an act that is
    blamed or praised only the one who did it is meant: condemning "the attack on a church" is aimed at no church.
    """
    out = []
    for token in _among(scene, _told(scene, scene.token(argument))):
        act = scene.index.act_at.get(token.i)
        if blamed and act is not None and act.pos == "noun" and not scene.index.mentions_at.get(token.i):
            out.append(join(*(party(scene, a) for a in act.arguments if a.role == "agent")))
        else:
            # As a doer: "a strike on the base" is not the base's strike.
            ties = scene.words.who.doer_ties if argument.role == "agent" else scene.words.who.owner_ties
            out.append(_named(scene, token) or _derived(scene, token, 0, _Sought(exclude, ties)))
    return join(*out)


def _told(scene: Scene, head: Token) -> list[Token]:
    """Return what is coordinated with a head, also below a number: "scores of traders and farmers"."""
    doc = scene.doc
    out = doc.conjuncts(head)
    shared = len(scene.index.mentions_at.get(head.i, ())) > 1  # "leaders of Chad and Mali" are each state's already
    if not shared and (head.lemma.lower() in scene.words.shared.quantities or head.pos == "NUM"):
        of = next((c for c in doc.children(head) if c.dep == "prep" and c.lower == "of"), None)
        inner = doc.child(of, "pobj") if of is not None else None
        out += doc.conjuncts(inner)[1:] if inner is not None else []
    return out


def _among(scene: Scene, heads: list[Token]) -> Iterator[Token]:
    """Yield heads with those named after "including", who stand for leaders and others that nobody counts."""
    for head in heads:
        preps = [c for c in scene.doc.children(head) if c.lower == "including"]
        inner = (c for p in preps for c in scene.doc.children(p) if c.dep in ("pobj", "dobj"))
        named = [t for c in inner for t in scene.doc.conjuncts(c) if _is_named(scene, t)]
        # "Nine people, including two ministers": those counted stay; "leaders including X" are X.
        if not named or scene.doc.child(head, "nummod") is not None or _has_country(scene, head):
            yield head
        yield from named


def _is_named(scene: Scene, token: Token) -> bool:
    return any(m.form in ("name", "title") for m in scene.index.mentions_at.get(token.i, ()))


def _has_country(scene: Scene, token: Token) -> bool:
    found = scene.index.mentions_at.get(token.i, ())
    return any(scene.index.trait(m.actor).country_by == "words" for m in found)


def _named(scene: Scene, token: Token) -> Party:
    """Return the actors whose mention has this head, or whose name covers it."""
    found = scene.index.mentions_at.get(token.i)
    if found:
        return Party(tuple(m.actor for m in found), tuple(m.span for m in found))
    cover = scene.index.mention_over.get(token.i)
    if cover is not None and scene.doc.tokens[cover.head].head != token.i:
        return Party((cover.actor,), (cover.span,))
    return NOBODY


def _derived(scene: Scene, token: Token, depth: int, sought: _Sought) -> Party:
    """Return the actors that a thing belongs to: possessor, nationality, "of X" ("Iran's decision", "US sanctions")."""
    if depth > _MAX_DERIVE or is_verb(token):
        return NOBODY
    return next((p for p in _owners(scene, token, depth, sought) if without(p, sought.exclude)), NOBODY)


def _owners(scene: Scene, token: Token, depth: int, sought: _Sought) -> Iterator[Party]:
    kids = scene.doc.children(token)
    if token.lemma.lower() in scene.words.shared.quantities or token.pos in ("NUM", "DET", "PRON"):
        # "Hundreds of rebels", "two from Chad": a number is whoever it counts.
        yield from _linked(scene, token, frozenset({"of", "from", "in"}), depth, sought)
    # "Colonel Ada Thorn, the commander": what is named beside a name is the same.
    yield from (_named(scene, c) for c in kids if c.dep == "appos" and token.pos == "PROPN")
    for dep in ("poss", "amod", "compound", "nmod"):
        for c in kids:
            if c.dep == dep and dep == "amod":
                yield join(*(_named(scene, t) for t in scene.doc.conjuncts(c)))  # "Ethiopian and Eritrean jets"
            elif c.dep == dep:
                yield _named(scene, c) or (
                    _derived(scene, c, depth + 1, sought) if dep == "poss" else _before(scene, c)
                )
    yield from _linked(scene, token, sought.ties, depth, sought)
    # "A warning to Chad" is of its author first: whom it is for comes after whose it is.
    yield from _linked(scene, token, frozenset({"for", "to"}), depth, sought)
    # "A pact with Chad": what two have with each other is of both.
    if token.lemma.lower() in scene.words.who.ties:
        yield from _linked(scene, token, frozenset({"between", "with"}), depth, sought)
    yield from _holders(scene, kids)
    yield from _doers(scene, token, kids)
    yield from _authors(scene, token)


def _before(scene: Scene, word: Token) -> Party:
    """Return whose a thing is by what stands before the word that names its kind: "a Malian Shahed drone"."""
    kids = scene.doc.children(word)
    return join(*(_named(scene, c) for c in kids if c.dep in ("amod", "compound") and c.i < word.i))


def _doers(scene: Scene, token: Token, kids: tuple[Token, ...]) -> Iterator[Party]:
    """Yield who does what a noun names: "a plan for Chad to join", "raids carried out by the army"."""
    doc = scene.doc
    for c in kids:
        subject = doc.child(c, "nsubj") if c.dep in ("acl", "relcl") and c.tag == "VB" else None
        if subject is not None:
            yield _named(scene, subject)
        if c.dep == "acl" and c.tag == "VBN" and token.i in scene.index.act_at:
            for by in doc.children(c):
                if by.dep == "agent":
                    yield join(*(_named(scene, t) for t in doc.children(by) if t.dep == "pobj"))


def _authors(scene: Scene, token: Token) -> Iterator[Party]:
    """Yield who issues what speaks: "the party issued a statement demanding"."""
    clause = scene.index.act_at.get(token.head)
    # "Issued a statement": what speaks is its author's, but only as the object of the issuing.
    if clause is None or token.lemma.lower() not in scene.words.who.documents or token.dep not in ("dobj", "nsubjpass"):
        return
    for a in clause.arguments:
        if a.role == "agent" and a.head != token.i:
            yield join(*(_named(scene, t) for t in scene.doc.conjuncts(scene.token(a))))


def _holders(scene: Scene, kids: tuple[Token, ...]) -> Iterator[Party]:
    """Yield whose a thing is by a participle: "positions held by the rebels", "a cache belonging to the militia"."""
    for verb in kids:
        if verb.dep != "acl" or verb.lemma.lower() not in scene.words.who.holding:
            continue
        # "Held by the rebels", "belonging to the rebels": each participle has its own tie.
        ties = ("to",) if verb.tag == "VBG" else ("by",)
        for prep in scene.doc.children(verb):
            if prep.lower in ties:
                yield join(
                    *(
                        _named(scene, t)
                        for p in scene.doc.children(prep)
                        if p.dep == "pobj"
                        for t in scene.doc.conjuncts(p)
                    )
                )


def _linked(scene: Scene, token: Token, names: frozenset[str], depth: int, sought: _Sought) -> Iterator[Party]:
    doc = scene.doc
    for prep in doc.children(token):
        if prep.dep == "prep" and prep.lower in names:
            for inner in doc.children(prep):
                if inner.dep == "pobj":
                    yield join(
                        *(_named(scene, t) or _derived(scene, t, depth + 1, sought) for t in doc.conjuncts(inner))
                    )
