"""Arguments of an event noun: possessor, compounds, prepositions, and those of the light verb that carries it."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from dateline.draft import Argument, Mention
from dateline.grammar.coordination import first_of
from dateline.grammar.forms import is_infinitive, verb_lemma
from dateline.lexicon.words.clauses import ClauseWords, VerbWords
from dateline.parse.tree import Document, Token
from dateline.stages.clauses.phrases import argument, prepositional
from dateline.stages.clauses.verbs import verb_arguments

_NAMING = frozenset({"name", "title", "demonym", "metonym", "description"})
_BEFORE = frozenset({"amod", "compound", "nummod", "nmod", "npadvmod"})
_DEEP = {"of": "theme", "by": "agent"}


def noun_arguments(
    doc: Document, noun: Token, words: ClauseWords, named: Mapping[int, Mention]
) -> tuple[Argument, ...]:
    """Return the noun's arguments with deep roles; ``named`` maps head tokens to actor mentions."""
    found = [*_before(doc, noun, named, words.verbs.led), *_after(doc, noun, words.verbs)]
    if noun.lemma.lower() in words.nouns.patient and not any(a.role == "theme" for a in found):
        # "the minister's arrest by police": the possessor undergoes it.
        found = [replace(a, role="theme") if a.role == "agent" and a.prep is None else a for a in found]
    return tuple(found)


def _before(doc: Document, noun: Token, named: Mapping[int, Mention], led: Set[str]) -> Iterator[Argument]:
    for c in doc.children(noun):
        if c.i > noun.i:
            break
        if c.dep == "poss" or (c.dep == "nmod" and c.pos != "ADP"):
            yield argument(doc, "agent", c)
        elif c.dep in _BEFORE:
            leader = _leader(doc, c, named, led)
            if leader is not None:
                yield argument(doc, "agent", leader)
                continue
            owner = _owner(doc, c, named)
            at = owner or c
            yield Argument(role="modifier" if owner is None else "agent", head=at.i, span=(at.start, at.end))


def _owner(doc: Document, word: Token, named: Mapping[int, Mention]) -> Token | None:
    """Return whose act a word before it names, itself or by its own: "the army's", "an RSF drone strike"."""
    before = [word, *(c for c in doc.children(word) if c.dep in ("amod", "compound") and word.dep == "compound")]
    return next((t for t in before if t.i in named and named[t.i].form in _NAMING), None)


def _leader(doc: Document, participle: Token, named: Mapping[int, Mention], led: Set[str]) -> Token | None:
    """Return whose act it is by "Saudi-led strike", "a raid led by …" being read elsewhere."""
    if participle.lower not in led or participle.i < 2:
        return None
    first = doc.tokens[participle.i - 2]
    return first if doc.hyphened(participle) is not None and first.i in named else None


def _after(doc: Document, noun: Token, words: VerbWords) -> Iterator[Argument]:
    for found in prepositional(doc, noun):
        yield replace(found, role=_DEEP[found.role]) if found.role in _DEEP else found
    for c in doc.children(noun):
        if c.dep == "acl" and c.tag == "VBN" and verb_lemma(doc, c) in words.light:
            # "strikes carried out by Ukraine on the port": a light participle hands its arguments on.
            yield from prepositional(doc, c)
        elif _is_content(doc, c):
            yield argument(doc, "content", c)


def _is_content(doc: Document, token: Token) -> bool:
    """Tell "plan to strike" and "claim that it struck" from other clauses on a noun."""
    if token.dep not in ("acl", "relcl", "ccomp"):
        return False
    that = token.dep != "relcl" and any(k.dep == "mark" and k.lower == "that" for k in doc.children(token))
    return that or is_infinitive(doc, token)


def find_support(doc: Document, noun: Token, words: VerbWords) -> Token | None:
    """Return the light verb that carries an event noun: "carried out raids", "clashes erupted", "talks were held"."""
    at = first_of(doc, noun)
    head = doc.head(at)
    if at.dep == "pobj":
        verb = doc.head(head)
        # "Are in talks" is a light verb too, "are in the talks" only says where.
        if verb.lemma == "be" and head.lower == "in" and noun.lemma.lower() in words.doing:
            return verb if doc.child(noun, "det", "poss") is None else None
        return verb if verb.pos == "VERB" and f"{verb_lemma(doc, verb)} {head.lower}" in words.light else None
    if head.pos != "VERB":
        return None
    lemma = verb_lemma(doc, head)
    if at.dep in ("dobj", "nsubjpass") and lemma in words.light:
        return head
    # "Explosions were heard" happened; "explosions were heard by residents" tells of residents.
    if at.dep == "nsubjpass" and lemma in words.noticed and doc.child(head, "agent") is None:
        return head
    # "Fighting resumed", but "the raid resumed the fighting": beside an object the noun is a doer.
    return head if at.dep == "nsubj" and lemma in words.support and doc.child(head, "dobj") is None else None


def carried_arguments(
    doc: Document, noun: Token, own: tuple[Argument, ...], support: Token, words: VerbWords
) -> tuple[Argument, ...]:
    """Add the light verb's arguments to the noun's: its subject acts, its prepositions are the noun's."""
    out = list(own)
    taken = {noun.i, *(a.head for a in own)}
    first = next((a for a in own if a.role == "agent"), None)
    passive = verb_lemma(doc, support) in words.light_passive
    for a in verb_arguments(doc, support, words):
        if a.head in taken:
            continue
        # "Came under attack": the subject of such a verb suffers it.
        if a.role == "agent" and passive:
            out.append(replace(a, role="theme"))
        elif a.role == "agent" and (first is None or _is_modifier(doc, first)):
            out.insert(0, a)
        # "Carried out strikes on the port": the object is the act itself, all else is the act's.
        elif a.role not in ("agent", "theme"):
            out.append(a)
    return tuple(out)


def _is_modifier(doc: Document, agent: Argument) -> bool:
    """Tell whether a noun's own agent is a mere compound or adjective, which the light verb's subject outranks."""
    return agent.prep is None and doc.tokens[agent.head].dep in _BEFORE
