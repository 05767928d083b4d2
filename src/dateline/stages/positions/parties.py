"""The parties to an issue: actors by their state or name, anything else by its words."""

import re
import unicodedata
from dataclasses import dataclass

from dateline.model.entities import Actor
from dateline.parse.tree import Token
from dateline.stages.positions.view import View

_OF_STATE = frozenset({"GOV", "MIL", "LEG", "PRM", "UNK", "SPY", "COP"})
_OF_NO_STATE = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
_CUT = frozenset({"det", "predet", "punct", "relcl", "appos", "acl", "cc", "preconj", "case", "advmod"})
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Party:
    """One party: its key in ids, its words in labels, and the actor that it is."""

    key: str
    label: str
    actor: str | None = None


def slug(words: str) -> str:
    """Return words as a part of an id: ASCII, lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def to_party(actor: Actor, view: View) -> Party:
    """Return the party that an actor is: a government, its forces and its capital are their state."""
    code = actor.country
    state = code is not None and code not in _OF_NO_STATE and (actor.kind == "country" or _is_of_state(actor))
    if code is not None and state and code in view.countries.names:
        name = actor.name if actor.kind == "country" and actor.name != "" else view.countries.name(code)
        own = view.countries.find(name)
        if actor.kind == "country" and not any(f.code == code for f in own):
            return Party(slug(name), name, actor.id)  # "Gaza Strip" is of a state, but no name of it
        return Party(code.lower(), view.countries.name(code), actor.id)
    name = view.words.aliases.get(actor.name.lower(), actor.name)
    return Party(slug(name), name, actor.id)


def _is_of_state(actor: Actor) -> bool:
    return actor.kind in ("government", "armed-group") and (actor.sector is None or actor.sector in _OF_STATE)


def find_party(token: Token, view: View) -> Party | None:
    """Return the party that a noun names: an actor, a name, or the words of its phrase; None for a bare pronoun."""
    actor = view.actor(token)
    if actor is not None:
        return to_party(actor, view)
    if token.pos == "PRON" or token.tag in ("WDT", "WP", "PRP$"):
        return None
    tokens = phrase(token, view)
    if not tokens:
        return None
    return Party(key_of(tokens, view), words_of(tokens, view))


def phrase(head: Token, view: View) -> list[Token]:
    """Return the words of a noun phrase or gerund without articles, relative clauses and times; its core where it is long."""
    out, todo = [], [head]
    while todo:
        token = todo.pop()
        out.append(token)
        todo.extend(c for c in view.doc.children(token) if not _is_cut(c, head))
    out.sort(key=lambda t: t.i)
    if len(out) > _LONGEST:
        out = [t for t in out if t.i <= head.i]
    return [t for t in out if t.ent not in ("DATE", "TIME")]


def _is_cut(token: Token, head: Token) -> bool:
    if token.dep in _CUT or token.lower == "any" or token.text in ('"', "'"):
        return True
    return token.dep == "conj" and token.i > head.i + 3


def key_of(tokens: list[Token], view: View) -> str:
    """Return the key of a phrase: its lemmas and parties, sorted, so that "bomb ban" and "ban on bombs" meet."""
    parts = []
    for token in tokens:
        actor = view.actor(token)
        if actor is not None and token.pos != "PRON":
            parts.append(to_party(actor, view).key)
        elif token.pos in ("NOUN", "PROPN", "VERB", "NUM") or (token.pos == "ADJ" and token.lower not in view.words.plain):
            parts.append(slug(token.lemma))
    return "-".join(sorted({p for p in parts if p}))


def words_of(tokens: list[Token], view: View) -> str:
    """Return the words of a phrase as printed, those that tell nothing left out."""
    kept = [t for t in tokens if t.dep not in ("poss",) or view.actor(t) is None or t.pos != "PRON"]
    kept = [t for t in kept if not (t.pos == "ADJ" and t.lower in view.words.plain and t.dep == "amod")]
    out = ""
    for before, token in zip([None, *kept], kept, strict=False):
        apart = before is not None and before.end != token.start
        out += (" " if apart else "") + token.text
    return out
