"""The parties to an issue: actors by their state or name, anything else by its words."""

import re
import unicodedata
from dataclasses import dataclass

from dateline.model.entities import Actor
from dateline.model.groups import NO_STATE
from dateline.parse.tree import Token
from dateline.stages.positions.view import PositionView

_OF_STATE = frozenset({"GOV", "MIL", "LEG", "PRM", "UNK", "SPY", "COP"})
_CUT = frozenset({"det", "predet", "punct", "relcl", "appos", "acl", "cc", "preconj", "case", "advmod"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Term:
    """One party: its key in ids, its words in labels, and the actor that it is."""

    key: str
    label: str
    actor: str | None = None


def slug(words: str) -> str:
    """Return words as a part of an id: ASCII, lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def to_party(actor: Actor, view: PositionView) -> Term:
    """Return the party that an actor is: a government, its forces and its capital are their state."""
    code = actor.country
    state = code is not None and code not in NO_STATE and (actor.kind == "country" or _is_of_state(actor))
    # Only a state's own organs are the state: its firms and parties have names.
    if code is not None and state and code in view.countries.names and not _is_part(actor, code, view):
        return Term(code.lower(), with_article(view.countries.name(code), view), actor.id)
    return named_party(actor.name, view, actor.id)


def _is_part(actor: Actor, code: str, view: PositionView) -> bool:
    """Tell a territory of a state that has a name of its own ("Gaza", "South Ossetia")."""
    # "Gaza" is no other name of the state that it is counted with.
    if actor.kind != "country" or actor.name == view.countries.name(code):
        return False
    return not any(f.code == code and f.kind != "name" for f in view.countries.find(actor.name))


def named_party(name: str, view: PositionView, actor: str | None = None) -> Term:
    """Return the party of a name, its short forms joined with it ("the alliance" is NATO)."""
    known = view.words.aliases.get(name.lower(), name)
    return Term(slug(known), with_article(known, view), actor)


def with_article(name: str, view: PositionView) -> str:
    """Return a name as it stands in a sentence: "the European Union", "NATO"."""
    last = name.rpartition(" ")[2]
    return f"the {name}" if (last in view.words.articles and " " in name) or name in view.words.articles else name


def _is_of_state(actor: Actor) -> bool:
    return actor.kind in ("government", "armed-group") and (actor.sector is None or actor.sector in _OF_STATE)


def find_party(token: Token, view: PositionView, *, states: bool = False) -> Term | None:
    """Return the party that a noun names, or None for a bare pronoun.

    Args:
        token: The head of the words.
        view: The report.
        states: Whether a capital stands for its state ("sanctions on Niamey"), and not for the town.
    """
    actor = view.actor(token)
    if actor is not None and not is_yet_to_be(token, view):
        return to_party(actor, view)
    if token.pos == "PRON" or token.ent in ("DATE", "TIME") or token.tag in ("WDT", "WP", "PRP$"):
        return None
    # "Chadian soil" is Chad.
    if token.lemma.lower() in view.words.grounds:
        before = (c for c in view.doc.children(token) if c.dep in ("amod", "poss", "compound"))
        owner = next((c for c in before if view.actor(c)), None)
        if owner is not None:
            return find_party(owner, view)
    if token.ent in ("GPE", "LOC", "FAC"):
        name = " ".join(t.text for t in phrase(token, view))
        # "Sanctions on Niamey" hit the state, "an attack on Niamey" the town.
        capital = next((f for f in view.countries.find(name) if f.kind == "capital"), None) if states else None
        if capital is not None:
            return Term(capital.code.lower(), with_article(view.countries.name(capital.code), view))
        return named_party(name, view)
    tokens = phrase(token, view)
    if not tokens:
        return None
    return Term(key_of(tokens, view), words_of(tokens, view))


def is_yet_to_be(token: Token, view: PositionView) -> bool:
    """Tell whether words that seem to name somebody tell of a body that is only thought of ("a peacekeeping force")."""
    mention = view.index.mention_at[token.i]
    article = view.doc.child(token, "det")
    # "A peacekeeping force" of no one yet is no actor.
    return mention.form == "description" and article is not None and article.lower in ("a", "an", "any")


def phrase(head: Token, view: PositionView) -> list[Token]:
    """Return the words of a phrase without articles, relative clauses and times; its core where it is long."""
    out, todo = [], [head]
    while todo:
        token = todo.pop()
        out.append(token)
        todo.extend(c for c in view.doc.children(token) if not _is_cut(c, head, view))
    out.sort(key=lambda t: t.i)
    # A long phrase is known by what stands up to its head.
    if len(out) > _LONGEST:
        out = [t for t in out if t.i <= head.i]
    return out


def _is_cut(token: Token, head: Token, view: PositionView) -> bool:
    # "No vote" is not a vote.
    if token.lower == "no":
        return False
    if token.ent in ("DATE", "TIME") and token.dep not in ("pobj", "pcomp"):
        return True
    if token.dep in _CUT or token.lower == "any" or token.text in ('"', "'"):
        return True
    # "A vote in May", "talks on Friday": when it is to be does not make it another issue.
    if token.dep == "prep" and token.lower != "of" and any(t.ent in ("DATE", "TIME") for t in view.doc.children(token)):
        return True
    # "A ban on bombs, mines and, later, guns": what is joined far off is another matter.
    return token.dep == "conj" and token.i > head.i + 3


def key_of(tokens: list[Token], view: PositionView) -> str:
    """Return the key of a phrase: its lemmas and parties, sorted, so that "bomb ban" and "ban on bombs" meet."""
    parts = []
    for token in tokens:
        actor = view.actor(token)
        if actor is not None and token.pos != "PRON":
            parts.append(to_party(actor, view).key)
        elif token.pos in _TELLING or (token.pos == "ADJ" and token.lower not in view.words.plain):
            parts.append(slug(token.lemma))
    return "-".join(sorted({p for p in parts if p}))


def words_of(tokens: list[Token], view: PositionView) -> str:
    """Return the words of a phrase as printed, those that tell nothing left out."""
    kept = [t for t in tokens if t.dep not in ("poss",) or view.actor(t) is None or t.pos != "PRON"]
    kept = [t for t in kept if not (t.pos == "ADJ" and t.lower in view.words.plain and t.dep == "amod")]
    out = ""
    for before, token in zip([None, *kept], kept, strict=False):
        apart = before is not None and before.end != token.start
        out += (" " if apart else "") + token.text
    return out
