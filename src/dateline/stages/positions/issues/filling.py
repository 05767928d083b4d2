"""The parties of an issue whose family is known: whose act, upon whom, of what, where."""

from dateline.grammar.voice import is_passive
from dateline.lexicon.words.positions import Family
from dateline.parse.tree import Token
from dateline.stages.positions.issues.issue import NAMED, Issue, preps
from dateline.stages.positions.issues.parties import Term, find_party, phrase, words_of
from dateline.stages.positions.view import PositionView

_BLOCS = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N."})


def fill_noun(token: Token, family: Family, issue: Issue, view: PositionView) -> bool:
    """Take the parties round a noun; return whether they are such as the family takes."""
    issue.family = family
    for child in view.doc.children(token):
        if child.dep == "poss":
            _own(child, family, issue, view)
        elif child.dep in ("compound", "amod", "nmod") and child.i < token.i:
            _before(child, family, issue, view)
    # "NATO membership path": the names before the path belong to the membership.
    for name in issue.names:
        _before(name, family, issue, view)
    for prep, inner in (*preps(token, view), *(f for f in issue.loose if f[1] not in issue.path)):
        _after(prep, inner, family, issue, view)
    if issue.taker is not None:
        _take("agent" if "for" in family.agent else "theme", issue.taker, issue)
    return _fits(family, issue, view) or _drop_family(issue)


def _fits(family: Family, issue: Issue, view: PositionView) -> bool:
    """Tell whether the theme is what a family takes: "entry into the port" is no membership."""
    # "Entry into the port": a port is no alliance.
    if not family.kinds or issue.theme is None:
        return True
    actor = view.index.actors.get(issue.theme.actor) if issue.theme.actor is not None else None
    return actor is not None and actor.kind in family.kinds


def _drop_family(issue: Issue) -> bool:
    issue.family = issue.theme = issue.what = None
    issue.rest, issue.modifiers = [], []
    return False


def _own(child: Token, family: Family, issue: Issue, view: PositionView) -> None:
    """Take whose it is; a pronoun under "urged X to end its …" is X's."""
    # "Urged Chad to end its blockade": the blockade is Chad's.
    party = issue.owner if child.tag == "PRP$" and issue.owner is not None else find_party(child, view)
    if party is not None:
        _take("theme" if family.patient else "agent", party, issue)


def _before(child: Token, family: Family, issue: Issue, view: PositionView) -> None:
    """Take a word before the noun: a name, a nationality, or a word that tells which ("nuclear test")."""
    party = find_party(child, view) if view.actor(child) is not None else None
    if party is None:
        # "A Geneva conference" is held there, though Geneva is nobody.
        if child.dep == "compound" and child.ent in NAMED:
            issue.rest.append(("in", find_party(child, view) or Term(child.lower, child.text)))
        elif family.object == "what":
            issue.what = issue.what or find_party(child, view)
        elif family.keep or family.named:
            _which(child, issue, view)
        return
    # "US sanctions" and "Danish sanctions" say who imposes them, "Chad sanctions" whom they hit.
    bloc = child.text in _BLOCS and family.id != "membership"
    adjective = child.dep == "amod" or view.index.mention_at[child.i].form == "demonym"
    _take("agent" if bloc or adjective else family.compound, party, issue)


def _which(child: Token, issue: Issue, view: PositionView) -> None:
    """Take a word that tells which one is meant ("no-fly zone")."""
    if child.lower in view.words.plain or child.ent in ("DATE", "TIME"):
        return
    first = view.doc.hyphened(child)
    issue.modifiers.append((f"{first}-" if first else "") + (child.text if child.pos == "PROPN" else child.lower))


def _after(prep: Token, inner: Token, family: Family, issue: Issue, view: PositionView) -> None:
    """Take what follows with a preposition: agent, theme, the thing sent, the sides, the place."""
    name = prep.lower
    party = find_party(inner, view, states=family.states)
    if party is None:
        return
    # "Deliveries of tanks": what is sent, and not whose.
    if name == "of" and family.object == "what":
        issue.what = issue.what or _thing(inner, party, view)
    elif issue.theme is None and (name in family.theme or _is_second(name, family, issue)):
        issue.theme = party
    # "Aid for Chad" names a giver only where an actor stands after "for".
    elif name in family.agent and issue.agent is None and (name != "for" or party.actor is not None):
        issue.agent = party
    elif name == "between":
        issue.rest.append(("between", all_of(inner, view) or party))
    # "In Gubio" tells where; "in protest" does not.
    elif name in view.words.places and (party.actor is not None or inner.ent in NAMED):
        issue.rest.append(("in", party))
    elif family.named and name not in view.words.places:
        issue.rest.append((name, party))


def _is_second(name: str, family: Family, issue: Issue) -> bool:
    """Tell "Ukraine's membership of the alliance", where "of" no longer gives whose it is."""
    return name == "of" and "of" in family.agent and issue.agent is not None and bool(family.theme)


def _thing(token: Token, party: Term, view: PositionView) -> Term:
    """Return what is sent by its words, though it be troops, whom the actors know by their state."""
    if party.actor is None or view.index.mention_at[token.i].form != "description":
        return party
    words = [t for t in phrase(token, view) if view.actor(t) is None or t.i == token.i]
    return Term("-".join(sorted(t.lemma.lower() for t in words)), words_of(words, view), party.actor)


def all_of(token: Token, view: PositionView) -> Term | None:
    """Return all sides of "between A and B" as one party."""
    sides = [p for t in view.doc.conjuncts(token) if (p := find_party(t, view)) is not None]
    if len(sides) < 2:
        return None
    return Term("-".join(sorted(p.key for p in sides)), " and ".join(p.label for p in sides))


def _take(role: str, party: Term, issue: Issue) -> None:
    if role == "theme" and issue.theme is None:
        issue.theme = party
    elif issue.agent is None:
        issue.agent = party


def fill_verb(verb: Token, family: Family, issue: Issue, view: PositionView) -> bool:
    """Take the parties round a verb; return whether they are such as the family takes."""
    issue.family = family
    lemma = verb.lemma.lower()
    target = view.doc.child(verb, "dobj") or (view.doc.child(verb, "nsubjpass") if is_passive(view.doc, verb) else None)
    party = find_party(target, view) if target is not None else None
    if target is not None and target.lower in view.words.things and view.actor(target) is None:
        issue.anaphor = True
    if party is not None and issue.agent is not None and party.key == issue.agent.key and target is not None:
        words = phrase(target, view)  # "expand its army": the army is known by its state
        party = Term("-".join(sorted(t.lemma.lower() for t in words)), words_of(words, view))
    if party is not None and target is not None:
        _take_object(_thing(target, party, view) if family.object == "what" else party, lemma, family, issue)
    taker = view.doc.child(verb, "dative")
    # "Give Chad tanks": whoever is given something is the theme, whatever the object.
    if taker is not None and taker.pos != "ADP":
        issue.theme = find_party(taker, view)
    for prep, inner in preps(verb, view):
        found = find_party(inner, view, states=family.states)
        if found is None:
            continue
        if prep.lower in family.theme and prep.lower != "of" and issue.theme is None:
            issue.theme = found
        elif prep.lower in view.words.places and (found.actor is not None or inner.ent in NAMED):
            issue.rest.append(("in", found))
    # A verb whose family needs a certain kind of theme is not meant so without one.
    if _fits(family, issue, view) and not (family.kinds and issue.theme is None):
        return True
    return _drop_family(issue)


def _take_object(party: Term, lemma: str, family: Family, issue: Issue) -> None:
    if lemma in family.object_verbs:
        issue.agent = party
    elif family.object == "what":
        issue.what = party
    # "Move troops": the object moves, unless the verb says that it is moved against.
    elif family.object == "mover" and lemma not in family.theme_verbs:
        issue.agent = issue.agent or party
    else:
        issue.theme = party
