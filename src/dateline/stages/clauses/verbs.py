"""Arguments of a verb or an adjective over active, passive, relative clause, participle, control and coordination."""

from collections.abc import Iterator

from dateline.draft import Argument
from dateline.grammar.coordination import shares
from dateline.grammar.forms import is_for_infinitive, is_verb
from dateline.grammar.objects import later_object, stands_beside
from dateline.grammar.subjects import antecedent, subject_of
from dateline.grammar.voice import described, is_passive
from dateline.lexicon.words.clauses import VerbWords
from dateline.parse.tree import Document, Token
from dateline.stages.clauses.phrases import argument, prepositional


def verb_arguments(doc: Document, verb: Token, words: VerbWords) -> tuple[Argument, ...]:
    """Return the verb's arguments with deep roles: agent, theme, recipient, content, and prepositions by name."""
    passive = is_passive(doc, verb)
    # "Two men shot by police fled": below a participle the noun described is who suffers it.
    surface = (described(doc, verb) if passive else None) or subject_of(doc, verb)
    out: list[Argument] = []
    if surface is not None:
        out.append(argument(doc, "theme" if passive else "agent", surface))
    out.extend(_objects(doc, verb))
    if not passive and not _has(out, "theme"):
        out.extend(_gap(doc, verb, surface))
    out.extend(prepositional(doc, verb))
    if passive and not _has(out, "agent"):
        out.extend(_shared_agent(doc, verb))
    # "Shot and wounded a guard": the object after the second verb is both verbs'.
    shared = None if passive or _has(out, "theme", "content") else later_object(doc, verb)
    if shared is not None:
        out.append(argument(doc, "theme", shared))
    out.extend(_of_theme(doc, verb, out, words))
    return tuple(out)


def adjective_arguments(doc: Document, token: Token) -> tuple[Argument, ...]:
    """Return the arguments of "X is ready to …", "ready for talks"."""
    head = doc.head(token)
    out = []
    owner = subject_of(doc, head if is_verb(head) else token)
    if owner is not None:
        out.append(argument(doc, "agent", owner))
    # "Ready to leave": the parser hangs the infinitive on as it does an adverbial clause.
    out.extend(argument(doc, "content", c) for c in doc.children(token) if c.dep in ("xcomp", "ccomp", "advcl"))
    out.extend(prepositional(doc, token))
    return tuple(out)


def _has(found: list[Argument], *roles: str) -> bool:
    return any(a.role in roles for a in found)


def _objects(doc: Document, verb: Token) -> Iterator[Argument]:
    for c in doc.children(verb):
        if c.dep == "dobj":
            yield argument(doc, "theme", antecedent(doc, c))
        elif c.dep == "dative" and c.pos != "ADP":
            yield argument(doc, "recipient", c)
        elif c.dep in ("ccomp", "xcomp"):
            yield argument(doc, "content", c)
        elif c.dep in ("acomp", "attr", "oprd"):
            yield argument(doc, "complement", c)
        elif c.dep == "advcl" and is_for_infinitive(doc, c):
            yield Argument(role="content", head=c.i, span=(c.start, c.end), prep="for")


def _shared_agent(doc: Document, verb: Token) -> Iterator[Argument]:
    """Yield who does both of "was stormed and looted by rebels"."""
    for other in doc.children(verb):
        if other.dep == "conj" and other.tag == "VBN" and shares(doc, other):
            yield from (a for a in prepositional(doc, other) if a.role == "agent")


def _gap(doc: Document, verb: Token, surface: Token | None) -> Iterator[Argument]:
    """Yield the antecedent that is the missing object of a relative clause ("the strikes that Ukraine made")."""
    if verb.dep == "relcl" and surface is not None and surface.i != verb.head and not stands_beside(doc, verb):
        yield argument(doc, "theme", doc.head(verb))


def _of_theme(doc: Document, verb: Token, found: list[Argument], words: VerbWords) -> Iterator[Argument]:
    """Yield the object's prepositions: the parser often ties "on Iran" of "imposed sanctions on Iran" to the noun."""
    theme = next((a for a in found if a.role == "theme"), None)
    # "The town that rebels took": an object that stands above its verb has words of its own.
    if theme is None or doc.tokens[theme.head].pos != "NOUN" or theme.head == verb.head:
        return
    for a in prepositional(doc, doc.tokens[theme.head]):
        # "Seized control of the town" is of the town by sense, "seized the mayor of the town" is not.
        if a.role != "of" or verb.lemma in words.of_object:
            yield a
