"""What a thing to come is called, where it is held and who takes part."""

from dateline.grammar.phrases import all_after
from dateline.grammar.subjects import subject_of
from dateline.model.base import Span
from dateline.parse.tree import HYPHENS, Token
from dateline.stages.plans.view import PlanView

_NO_NAME = frozenset({"DET", "PRON", "ADP", "VERB", "CCONJ", "PUNCT", "PART", "NUM"})


def name_span(token: Token, view: PlanView) -> Span:
    """Return the words of a noun's name, from the first that belongs to it."""
    words = [token, *_name_tokens(token, view)]
    return (min(t.start for t in words), token.end)


def _name_tokens(token: Token, view: PlanView) -> list[Token]:
    """Return the words before a noun that belong to its name; times, articles and signs do not."""
    out: list[Token] = []
    last = token.i
    for t in reversed([t for t in view.doc.subtree(token) if t.i < token.i]):
        if t.i != last - 1 or (t.pos in _NO_NAME and t.text not in HYPHENS):
            break
        # "Friday's vote", "the next round", "a meeting": a day and a sign of what is to come are no name.
        if t.i in view.index.time_over or t.lower in view.lexicon.signs.coming or t.lower in view.lexicon.words.unnamed:
            break
        out.append(t)
        last = t.i
    while out and out[-1].pos in ("PUNCT", "PART"):
        out.pop()
    return out


def name_of(token: Token, view: PlanView) -> str:
    """Return a noun's name on one line."""
    return view.quote(name_span(token, view))


def verb_name(token: Token, view: PlanView) -> str:
    """Name what a verb says by the verb and its object ("visit Ankara")."""
    # "Will go to the polls" is an election, and no "go".
    stated = view.lexicon.dated_verbs[token.lemma.lower()].name
    if stated is not None:
        return stated
    objects = [c for c in view.doc.children(token) if c.dep in ("dobj", "prt", "acomp")]
    named = [short for o in objects if (short := _short(o, view))]  # a day that is no object after all leaves none
    words = [token.lemma.lower(), *(view.quote(view.doc.span_of(n)) for n in named)]
    return " ".join(words)


def _short(token: Token, view: PlanView) -> list[Token]:
    return [t for t in view.doc.subtree(token) if t.i <= token.i and t.i not in view.index.time_over]


def find_place(token: Token, verb: Token | None, view: PlanView) -> str | None:
    """Return the place in the noun's phrase, else the one beside its verb."""
    for word in (token, verb):
        # "Talks in Oslo will be held in May at the palace": the noun's own place first.
        if word is None:
            continue
        for prep in _phrase(word, view):
            if prep.dep == "prep" and prep.lower in ("in", "at", "near"):
                found = next((p for t in view.doc.subtree(prep) for p in [view.place_at(t)] if p), None)
                if found is not None:
                    return found
    visited = view.doc.child(token, "dobj") if token is verb else None
    return view.place_at(visited) if visited is not None else None


def _phrase(word: Token, view: PlanView) -> list[Token]:
    """Return what hangs on a word, and what hangs on its adjective ("are due in Armenia")."""
    children = list(view.doc.children(word))
    return children + [g for c in children if c.dep in ("acomp", "acl") for g in view.doc.children(c)]


def find_participants(token: Token, verb: Token | None, view: PlanView) -> tuple[str, ...]:
    """Return the actors in the noun's phrase ("the NATO summit", "talks with Iran") and the verb's subject."""
    out: list[str] = []
    if token is not verb:
        # "Talks with Chad in Oslo": Chad takes part, Oslo and whoever acts in a clause below do not.
        phrase = [t for t in view.doc.subtree(token) if t.i in view.index.mention_over and t.i != token.i]
        own = [t for t in phrase if not _is_place_phrase(t, token, view) and not _in_clause(t, token, view)]
        out.extend(view.index.mention_over[t.i].actor for t in own)
    if verb is not None and (verb is token or verb.lemma.lower() in view.lexicon.signs.hold):
        doer = subject_of(view.doc, verb)
        for s in view.doc.conjuncts(doer) if doer is not None and doer.i != token.i else ():
            sharing = [
                m.actor for m in view.index.mentions_at.get(s.i, ())
            ]  # "ministers of Japan and India" are of two states
            out.extend(sharing if len(sharing) > 1 else (a for a in [view.actor_of(s)] if a))
        if token is verb and view.lexicon.dated_verbs[token.lemma.lower()].kind == "meeting":
            objects = [c for c in view.doc.children(verb) if c.dep == "dobj"]
            objects += list(all_after(view.doc, verb, "with"))
            out.extend(a for o in objects for t in view.doc.conjuncts(o) for a in [view.actor_of(t)] if a)
    return tuple(dict.fromkeys(out))


def _in_clause(t: Token, token: Token, view: PlanView) -> bool:
    """Tell whether a word stands in a clause below the noun and not in its phrase."""
    for above in view.doc.ancestors(t):
        if above.i == token.i:
            return False
        if above.tag.startswith("VB"):
            return True
    return False


def _is_place_phrase(t: Token, token: Token, view: PlanView) -> bool:
    """Tell whether a name tells only where ("the summit in Lithuania")."""
    for above in (t, *view.doc.ancestors(t)):
        if above.i == token.i:
            return False
        if above.dep == "prep" and above.lower in view.lexicon.words.scenes:
            return True
    return False
