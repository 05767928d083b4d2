"""Who acts and who is acted upon: from a frame's role words to the report's actors."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.draft import Argument, Clause
from dateline.lexicon.frames import Frame
from dateline.model.base import Span
from dateline.parse.tree import Token
from dateline.stages.events.found import Scene

_QUANTITY = frozenset({"dozen", "group", "hundred", "member", "million", "number", "score", "thousand", "handful", "series", "couple", "majority", "half", "third", "quarter", "leader", "part", "rest", "ten"})
_TOWARD = ("to", "for", "against", "on", "with", "from", "over", "toward", "towards", "upon", "into", "of", "by")
_LINKS = frozenset({"of", "in", "from", "by", "against", "on"})
_MAX_DERIVE = 3


@dataclass(frozen=True, slots=True)
class Party:
    """Actors found for a role and the words that name them."""

    ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anyone was found."""
        return bool(self.ids)


def join(*parties: Party) -> Party:
    """Join parties, each actor once, in order."""
    ids: dict[str, Span] = {}
    for p in parties:
        for i, s in zip(p.ids, p.spans, strict=True):
            ids.setdefault(i, s)
    return Party(tuple(ids), tuple(ids.values()))


def resolve_roles(scene: Scene, clause: Clause, frame: Frame, complement: Clause | None) -> tuple[Party, Party]:
    """Return actors and recipients of a clause as its frame assigns them."""
    actor = resolve(scene, clause, frame.actor, complement, derive=True)
    recipient = resolve(scene, clause, frame.recipient, complement, derive=True)
    if frame.reciprocal:
        sides = [resolve(scene, clause, role, None, derive=True) for role in ("theme", "with", "between", "among", "and", "against")]
        return join(actor, *sides), Party()
    if not recipient:
        recipient = _affected(scene, clause, complement if frame.content else None, exclude=frozenset(actor.ids))
    return actor, _without(recipient, frozenset(actor.ids))


def _affected(scene: Scene, clause: Clause, inner: Clause | None, *, exclude: frozenset[str]) -> Party:
    """Return whom an act touches where its own roles name no one: through the act spoken of, then by its prepositions.

    "Refused to lift the curfew on the enclave" touches the enclave; "offered aid for Romania" touches Romania.
    """
    depth = 0
    while inner is not None and depth < _MAX_DERIVE:
        for role in ("recipient", "theme", "agent", *_TOWARD, "in"):
            found = _without(join(*(party(scene, a) for a in inner.arguments if a.role == role)), exclude)
            if found:
                return found
        content = inner.get("content")
        inner = None if content is None else scene.clause_at.get(content.head)
        depth += 1
    for role in ("theme", *_TOWARD):
        found = _without(join(*(party(scene, a) for a in clause.arguments if a.role == role)), exclude)
        if found:
            return found
    return Party()


def _without(found: Party, exclude: frozenset[str]) -> Party:
    kept = [(i, s) for i, s in zip(found.ids, found.spans, strict=True) if i not in exclude]
    return Party(tuple(i for i, _ in kept), tuple(s for _, s in kept))


def resolve(scene: Scene, clause: Clause, roles: str, complement: Clause | None, *, derive: bool) -> Party:
    """Return the actors of the first of these roles ("theme|on|with") that names any."""
    for role in roles.split("|"):
        if role == "complement-subject":
            arguments = [] if complement is None else [a for a in complement.arguments if a.role == "agent"]
            if complement is not None and not arguments:
                arguments = [a for a in complement.arguments if a.role == "theme" and complement.voice == "passive"]
        elif role == "complement-object":
            arguments = [] if complement is None else [a for a in complement.arguments if a.role in ("theme", "recipient", "on", "against", "with", "to", "from")]
        else:
            arguments = [a for a in clause.arguments if a.role == role]
        found = join(*(party(scene, a, derive=derive) for a in arguments))
        if found:
            return found
    return Party()


def party(scene: Scene, argument: Argument, *, derive: bool = True) -> Party:
    """Return the actors that an argument names, over coordination."""
    out = []
    for token in scene.doc.conjuncts(scene.token(argument)):
        out.append(_named(scene, token) or (_derived(scene, token, 0) if derive else Party()))
    return join(*out)


def _named(scene: Scene, token: Token) -> Party:
    """Return the actors whose mention has this head, or whose name covers it."""
    found = scene.mentions_by_head.get(token.i)
    if found:
        return Party(tuple(m.actor for m in found), tuple(m.span for m in found))
    cover = scene.mention_cover.get(token.i)
    if cover is not None and scene.doc.tokens[cover.head].head != token.i:
        return Party((cover.actor,), (cover.span,))
    return Party()


def _derived(scene: Scene, token: Token, depth: int) -> Party:
    """Return the actors that a thing belongs to: possessor, nationality, "of X" ("Iran's decision", "US sanctions")."""
    if depth > _MAX_DERIVE or token.pos in ("VERB", "AUX"):
        return Party()
    return next((p for p in _owners(scene, token, depth) if p), Party())


def _owners(scene: Scene, token: Token, depth: int) -> Iterator[Party]:
    doc = scene.doc
    kids = doc.children(token)
    if token.lemma.lower() in _QUANTITY or token.pos in ("NUM", "DET", "PRON"):
        yield from _linked(scene, token, frozenset({"of", "from", "in"}), depth)
    for dep in ("poss", "amod", "compound", "nmod"):
        for c in kids:
            if c.dep == dep:
                yield _named(scene, c) or (_derived(scene, c, depth + 1) if dep == "poss" else Party())
    yield from _linked(scene, token, _LINKS, depth)


def _linked(scene: Scene, token: Token, names: frozenset[str], depth: int) -> Iterator[Party]:
    doc = scene.doc
    for prep in doc.children(token):
        if prep.dep == "prep" and prep.lower in names:
            for inner in doc.children(prep):
                if inner.dep == "pobj":
                    yield join(*(_named(scene, t) or _derived(scene, t, depth + 1) for t in doc.conjuncts(inner)))
