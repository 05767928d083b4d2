"""Whom an act touches by the clauses around it: what it is for, what it would spare, what it hit."""

from collections.abc import Callable, Iterator

from dateline.draft import Argument, Clause
from dateline.parse.tree import Token
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, join, without
from dateline.stages.events.who.owners import parties, party


def beside(scene: Scene, clause: Clause, kind: str | None, *, exclude: frozenset[str]) -> Party:
    """Return whom an act of a type touches by the clauses beside it."""
    readers = [r for types, r in _READERS if kind in types]
    if clause.pos == "noun":
        readers.insert(0, _struck)
    return next((p for r in readers if (p := r(scene, clause, exclude))), Party())


def _helped(scene: Scene, clause: Clause, exclude: frozenset[str]) -> Party:
    """Return who is to gain by what is given "to support refugees", "to help Mali rebuild"."""
    below = (c for c in scene.draft.clauses if c.governor == clause.index and c.relation == "purpose")
    for purpose in below:
        for role in ("theme", "recipient", "to", "for"):
            found = parties(scene, purpose, role, exclude=exclude)
            if found:
                return found
    return Party()


def _aimed_at(scene: Scene, clause: Clause, exclude: frozenset[str]) -> Party:
    """Return whom force was used on by what it was for: "fired tear gas to disperse the teachers"."""
    for c in scene.index.below.get(clause.index, ()):
        if c.relation in ("purpose", "complement") and c.lemma in scene.words.who.aims:
            found = parties(scene, c, "theme", exclude=exclude)
            if found:
                return found
    return Party()


def _warned(scene: Scene, clause: Clause, exclude: frozenset[str]) -> Party:
    """Return who is to give in: "threatened to strike unless the ministry paid"."""
    held = {clause.index, *(c.index for c in scene.index.below.get(clause.index, ()) if c.relation == "complement")}
    for index in sorted(held):
        for c in scene.index.below.get(index, ()):
            if c.relation == "condition":
                found = parties(scene, c, "agent", exclude=exclude)
                if found:
                    return found
    return Party()


def _opposed(scene: Scene, clause: Clause, exclude: frozenset[str]) -> Party:
    """Return whom a protest is against, told beside it: "struck to protest against the ministry's decision".

    "In protest against cuts by the ministry", "rallied to demand the removal of the president" name the target too.
    """
    for c in _purposes(scene, clause):
        roles = scene.words.who.opposed_ties
        found = next(
            (p for r in roles if (p := parties(scene, c, r, exclude=exclude, blamed=_harms(scene, c, r)))), None
        )
        if found is not None:
            return found
    return Party()


def _purposes(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Yield the clauses that say what a demonstration is for."""
    up = scene.clause(clause.governor)
    beside = scene.index.below.get(up.index, ()) if up is not None and clause.pos == "noun" else ()
    for c in (*scene.index.below.get(clause.index, ()), *beside):
        if c.index != clause.index and c.lemma in scene.words.who.opposing:
            yield c


def _harms(scene: Scene, clause: Clause, role: str) -> bool:
    heads = (scene.token(a).lemma.lower() for a in clause.arguments if a.role == role)
    return any(h in scene.words.who.suffered for h in heads)


def met(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return whom a visit is to, where it is "for talks with" somebody."""
    for c in scene.index.below.get(clause.index, ()):
        if c.relation == "noun" and c.lemma in scene.words.shared.gatherings:
            found = parties(scene, c, "with", exclude=exclude)
            if found:
                return found
    return Party()


def enabled(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return who is to do what is backed or refused: "supports a path for Ukraine to join the alliance"."""
    theme = clause.get("theme")
    if theme is None:
        return Party()
    doc = scene.doc
    for act in doc.children(scene.token(theme)):
        subject = doc.child(act, "nsubj") if act.dep in ("acl", "advcl", "relcl") else None
        to_do = any(c.dep == "aux" and c.tag == "TO" for c in doc.children(act))
        if subject is not None and to_do and subject.tag not in ("WDT", "WP"):
            argument = Argument(role="for", head=subject.i, span=(subject.start, subject.end))
            return without(party(scene, argument), exclude)
    return Party()


def companions(scene: Scene, clause: Clause) -> Party:
    """Return who did it too: "alongside Germany", "together with Chad", "along with Chad"."""
    doc = scene.doc
    agents = (doc.tokens[a.head] for a in clause.arguments if a.role == "agent")
    found: list[Token] = []
    for head in (doc.tokens[clause.token], *agents):
        for prep in doc.children(head):
            if prep.lower in ("alongside", "with") and (prep.lower == "alongside" or doc.child(prep, "advmod")):
                found.extend(c for c in doc.children(prep) if c.dep == "pobj")
            if prep.lower in ("along", "together"):
                found.extend(
                    c for w in doc.children(prep) if w.lower == "with" for c in doc.children(w) if c.dep == "pobj"
                )
    return join(*(party(scene, Argument(role="with", head=t.i, span=(t.start, t.end))) for t in found))


def _struck(scene: Scene, clause: Clause, exclude: frozenset[str]) -> Party:
    """Return whom an act hits that is the subject of its sentence: "an air strike hit a camp run by the militia"."""
    up = scene.clause(clause.governor)
    if up is None or up.lemma not in scene.words.who.striking or up.voice != "active" or not _is_agent(up, clause):
        return Party()
    return parties(scene, up, "theme", exclude=exclude)


def _is_agent(up: Clause, clause: Clause) -> bool:
    agent = up.get("agent")
    return agent is not None and agent.head == clause.token


_Reader = Callable[[Scene, Clause, frozenset[str]], Party]
_READERS: tuple[tuple[frozenset[str], _Reader], ...] = (
    (frozenset({"AID", "COOPERATE", "RETREAT", "SUPPORT"}), _helped),
    (frozenset({"ASSAULT"}), _aimed_at),
    (frozenset({"THREATEN"}), _warned),
    (frozenset({"PROTEST"}), _opposed),
)
