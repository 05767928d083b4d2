"""Arguments of an event noun: possessor, nationality, compound, "of", "by" and the other prepositions."""

from collections.abc import Mapping

from dateline.draft import Argument, Mention
from dateline.lexicon.clauses import ClauseWords
from dateline.parse.tree import Document, Token
from dateline.stages.clauses.verbs import argument, prepositions, verb_lemma

_NAMING = frozenset({"name", "title", "demonym", "metonym", "description"})


def noun_arguments(doc: Document, noun: Token, words: ClauseWords, named: Mapping[int, Mention]) -> tuple[Argument, ...]:
    """Return the noun's arguments with deep roles; ``named`` maps head tokens to actor mentions."""
    found = [*_before(doc, noun, named), *_after(doc, noun, words)]
    roles = {a.role for a in found}
    if noun.lemma.lower() in words.patient and "theme" not in roles:
        # "the minister's arrest by police": the possessor undergoes it.
        found = [_as(a, "theme") if a.role == "agent" and a.prep is None else a for a in found]
    return tuple(found)


def _as(found: Argument, role: str) -> Argument:
    return Argument(role=role, head=found.head, span=found.span, prep=found.prep)


def _before(doc: Document, noun: Token, named: Mapping[int, Mention]) -> list[Argument]:
    out = []
    for c in doc.children(noun):
        if c.i > noun.i:
            break
        if c.dep in ("poss", "nmod") and c.pos != "ADP":
            out.append(argument(doc, "agent", c))
        elif c.dep in ("amod", "compound", "nummod", "nmod", "npadvmod"):
            mention = named.get(c.i)
            role = "agent" if mention is not None and mention.form in _NAMING else "modifier"
            out.append(Argument(role=role, head=c.i, span=(c.start, c.end)))
    return out


def _after(doc: Document, noun: Token, words: ClauseWords) -> list[Argument]:
    out = []
    for found in prepositions(doc, noun):
        role = {"of": "theme", "by": "agent"}.get(found.role, found.role)
        out.append(_as(found, role))
    for c in doc.children(noun):
        if c.dep == "acl" and c.tag == "VBN" and verb_lemma(doc, c) in words.light:
            # "strikes carried out by Ukraine on the port": a light participle hands its arguments on.
            out.extend(prepositions(doc, c))
        elif c.dep in ("acl", "relcl", "ccomp") and any(k.dep == "aux" and k.lower == "to" for k in doc.children(c)):
            out.append(argument(doc, "content", c))
        elif c.dep in ("acl", "ccomp") and any(k.dep == "mark" and k.lower == "that" for k in doc.children(c)):
            out.append(argument(doc, "content", c))
    return out
