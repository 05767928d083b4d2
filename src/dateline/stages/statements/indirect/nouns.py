"""Content of nouns and adjectives: "the claim that …", "demands for …", "confident of …"."""

from collections.abc import Iterator

from dateline.grammar.forms import is_infinitive
from dateline.grammar.phrases import indices
from dateline.lexicon.words.speech import Cue, Pattern, SpeechLexicon, Uses
from dateline.parse.tree import Document, Token
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.speakers import find_speaker, owner_of

_NOUN_CLAUSE = ("acl", "ccomp", "relcl", "advcl")


def find_noun(document: Document, noun: Token, uses: Uses, lexicon: SpeechLexicon) -> Attribution | None:
    """Find the content of a noun: "the claim that …", "demands for …"."""
    for child in _after_noun(document, noun):
        pattern, content = _noun_content(document, child, lexicon)
        entry = uses.by_pattern.get(pattern) if pattern else None
        if entry is not None and pattern is not None and content:
            return _from_noun(document, noun, (entry, pattern), content, lexicon)
    # Only when nothing hangs on the noun itself: the parser may have hung the clause elsewhere.
    entry = uses.by_pattern.get("clause")
    content = _far_clause(document, noun, lexicon) if entry is not None else []
    return _from_noun(document, noun, (entry, "clause"), content, lexicon) if entry is not None and content else None


def _from_noun(
    document: Document, noun: Token, use: tuple[Cue, Pattern], content: list[int], lexicon: SpeechLexicon
) -> Attribution:
    entry, pattern = use
    owner = owner_of(document, noun, lexicon)
    return Attribution(
        cue=[noun.i], entry=entry, pattern=pattern, content=content, speaker=owner.i if owner else None,
        act=entry.act, by="noun",
    )  # fmt: skip


def _after_noun(document: Document, noun: Token) -> Iterator[Token]:
    """Yield what depends on a noun after it, and a preposition right after it that the parser gave to its verb."""
    yield from (c for c in document.children(noun) if c.i > noun.i)
    # "Voiced hope for peace": the parser ties "for" to the verb as often as to the noun.
    if noun.dep == "dobj":
        yield from (c for c in document.children(document.head(noun)) if c.i == noun.i + 1 and c.dep == "prep")


def _far_clause(document: Document, noun: Token, lexicon: SpeechLexicon) -> list[int]:
    """Find a that-clause that the parser has hung on a word beside: "the announcement in Bonn on Monday that …"."""
    near = [t for t in document.subtree(noun) if t.dep == "mark"]
    verb = document.head(document.head(noun)) if noun.dep == "pobj" else document.head(noun)
    # "Made the claim in Oslo that …", but below another verb of saying the clause is that verb's.
    if noun.dep in ("dobj", "pobj") and verb.pos == "VERB" and verb.lemma not in lexicon.verbs:
        above = [c for c in document.children(verb) if c.dep in ("ccomp", "advcl")]
        near.extend(t for c in above for t in document.children(c) if t.dep == "mark")
    for token in near:
        if token.lower == "that" and token.i > noun.i and document.head(token).dep in _NOUN_CLAUSE:
            return indices(document, document.head(token))
    return []


def _noun_content(document: Document, child: Token, lexicon: SpeechLexicon) -> tuple[Pattern | None, list[int]]:
    # "A promise to pay" before "that": an infinitive has no mark to be told by.
    if child.dep in _NOUN_CLAUSE and is_infinitive(document, child):
        return "infinitive", indices(document, child)
    if child.dep in _NOUN_CLAUSE and document.child(child, "mark"):
        return "clause", indices(document, child)
    if child.dep in ("relcl", "acl") and _taken_for_relative(document, child, lexicon):
        return "clause", indices(document, child)
    if child.dep == "prep":
        inner = document.child(child, "pobj", "pcomp")
        if inner is not None:
            return child.lower, indices(document, inner)  # type: ignore[return-value]
    return None, []


def _taken_for_relative(document: Document, verb: Token, lexicon: SpeechLexicon) -> bool:
    """Tell a that-clause that the parser took for a relative one: its "that" is an object beside a subject."""
    that = document.child(verb, "dobj")
    return that is not None and that.lower == "that" and that.i < verb.i and verb.lemma not in lexicon.names.light


def find_adjective(document: Document, adjective: Token, uses: Uses, lexicon: SpeechLexicon) -> Attribution | None:
    """Find the content of an adjective: "confident that …", "willing to …", "critical of …"."""
    for child in document.children(adjective):
        # "The critical minister": what stands before an adjective is no content of it.
        if child.i < adjective.i:
            continue
        content: list[int] = []
        pattern: Pattern | None = None
        if child.dep in ("ccomp", "xcomp", "advcl", "acl"):
            pattern = "infinitive" if is_infinitive(document, child) else "clause"
            content = indices(document, child)
        elif child.dep == "prep":
            pattern, content = _noun_content(document, child, lexicon)
        entry = uses.by_pattern.get(pattern) if pattern else None
        if entry is not None and pattern is not None and content:
            head = document.head(adjective)
            # "Is confident of …": only after a copula has an adjective a subject that can speak.
            speaker = find_speaker(document, head, lexicon) if adjective.dep in ("acomp", "oprd", "conj") else None
            return Attribution(
                cue=[adjective.i], entry=entry, pattern=pattern, content=content,
                speaker=speaker.i if speaker else None, by="adjective",
            )  # fmt: skip
    return None
