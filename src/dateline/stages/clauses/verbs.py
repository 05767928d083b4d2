"""Arguments of a verb or an adjective over active, passive, relative clause, participle, control and coordination."""

from collections.abc import Iterator

from dateline.draft import Argument
from dateline.lexicon.clauses import VerbWords
from dateline.parse.tree import Document, Token
from dateline.stages.clauses.phrases import argument, is_for_infinitive, prepositions
from dateline.stages.clauses.subjects import is_passive, relative_antecedent, subject

_NEAR = 3  # tokens between coordinated verbs that share an object


def verb_arguments(doc: Document, verb: Token, words: VerbWords) -> tuple[Argument, ...]:
    """Return the verb's arguments with deep roles: agent, theme, recipient, content, and prepositions by name."""
    passive = is_passive(doc, verb)
    surface = doc.head(verb) if passive and verb.dep == "acl" else subject(doc, verb, words)
    out: list[Argument] = []
    if surface is not None:
        out.append(argument(doc, "theme" if passive else "agent", surface))
    out.extend(_objects(doc, verb))
    if not passive and not _has(out, "theme"):
        out.extend(_gap(doc, verb, surface))
    out.extend(prepositions(doc, verb))
    if not passive and not _has(out, "theme", "content"):
        out.extend(_later_object(doc, verb))
    out.extend(_of_theme(doc, verb, out, words))
    return tuple(out)


def adjective_arguments(doc: Document, token: Token, words: VerbWords) -> tuple[Argument, ...]:
    """Return the arguments of "X is ready to …", "ready for talks"."""
    head = doc.head(token)
    out = []
    owner = subject(doc, head if head.pos in ("AUX", "VERB") else token, words)
    if owner is not None:
        out.append(argument(doc, "agent", owner))
    out.extend(argument(doc, "content", c) for c in doc.children(token) if c.dep in ("xcomp", "ccomp", "advcl"))
    out.extend(prepositions(doc, token))
    return tuple(out)


def _has(found: list[Argument], *roles: str) -> bool:
    return any(a.role in roles for a in found)


def _objects(doc: Document, verb: Token) -> Iterator[Argument]:
    for c in doc.children(verb):
        if c.dep == "dobj":
            yield argument(doc, "theme", relative_antecedent(doc, c))
        elif c.dep == "dative" and c.pos != "ADP":
            yield argument(doc, "recipient", c)
        elif c.dep in ("ccomp", "xcomp"):
            yield argument(doc, "content", c)
        elif c.dep in ("acomp", "attr", "oprd"):
            yield argument(doc, "complement", c)
        elif c.dep == "advcl" and is_for_infinitive(doc, c):
            yield Argument(role="content", head=c.i, span=(c.start, c.end), prep="for")


def _gap(doc: Document, verb: Token, surface: Token | None) -> Iterator[Argument]:
    """Yield the antecedent that is the missing object of a relative clause ("the strikes that Ukraine made")."""
    if verb.dep == "relcl" and surface is not None and surface.i != verb.head:
        yield argument(doc, "theme", doc.head(verb))


def _later_object(doc: Document, verb: Token) -> Iterator[Argument]:
    """Yield the object that coordinated verbs share ("attacked and looted the town"): it stands with the last one."""
    last = next(
        (c for c in doc.children(verb) if c.dep == "conj" and c.tag == verb.tag and c.i - verb.i <= _NEAR), None
    )
    if last is not None and doc.child(last, "nsubj", "nsubjpass") is None:
        theme = doc.child(last, "dobj")
        if theme is not None:
            yield argument(doc, "theme", theme)


def _of_theme(doc: Document, verb: Token, found: list[Argument], words: VerbWords) -> Iterator[Argument]:
    """Yield the object's prepositions: the parser often ties "on Iran" of "imposed sanctions on Iran" to the noun."""
    theme = next((a for a in found if a.role == "theme"), None)
    if theme is None or doc.tokens[theme.head].pos != "NOUN" or theme.head == verb.head:
        return
    for a in prepositions(doc, doc.tokens[theme.head]):
        if a.role != "of" or verb.lemma in words.of_object:
            yield a
