"""Indirect speech: verbs, nouns and adjectives that give somebody's words inside the writer's sentence."""

from collections.abc import Callable, Iterator, Mapping

from dateline.lexicon.speech import Cue, Pattern, SpeechLexicon, Uses
from dateline.parse.tree import Document, Token
from dateline.stages.statements import patterns
from dateline.stages.statements.acts import find_act, inner_act, object_act
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.patterns import Content, indices
from dateline.stages.statements.speakers import find_addressee, find_speaker, find_via, owner_of

_FIXED: Mapping[str, Callable[[Document, Token], Content]] = {
    "clause": patterns.clause,
    "person-infinitive": patterns.object_infinitive,
    "predicate": patterns.predicate,
    "infinitive": patterns.infinitive,
    "gerund": patterns.gerund,
    "object": patterns.obj,
}
_ORDER: tuple[Pattern, ...] = (
    "clause", "person-infinitive",
    "object-about", "object-against", "object-as", "object-for", "object-from", "object-in", "object-into",
    "object-of", "object-on", "object-over", "object-to", "object-with", "predicate", "infinitive", "gerund",
    "about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "with", "object",
)  # fmt: skip
_LIGHT = frozenset({"make", "issue", "give", "hear", "raise", "receive", "repeat", "face", "level", "bring", "have"})
_NOUN_CLAUSE = ("acl", "ccomp", "relcl", "advcl")


def find_cues(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    """Yield the attributions of all cues but those in ``taken``, in order of the text."""
    for found in _find(document, lexicon, taken):
        if found.act == "assert" and found.pattern == "object":
            noun = document.child(document.tokens[found.cue[0]], "dobj")
            found.act = object_act(noun, lexicon) or found.act
        elif found.act == "assert" and found.pattern == "clause":
            root = _clause_root(document, found)
            speaker = document.tokens[found.speaker] if found.speaker is not None else None
            found.act = (inner_act(document, root, speaker, lexicon) if root is not None else None) or found.act
        yield found


def _clause_root(document: Document, found: Attribution) -> Token | None:
    """Return the verb of a clause below a cue."""
    return next((c for c in document.children(document.tokens[found.cue[0]]) if c.dep in ("ccomp", "acl")), None)


def _find(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    for token in document.tokens:
        if token.i in taken:
            continue
        found: Attribution | None = None
        if token.pos in ("VERB", "AUX"):
            uses = lexicon.verbs.get(token.lemma.lower())
            found = find_verb(document, token, uses) if uses else None
            if found is None and token.tag == "VBN":
                uses = lexicon.adjectives.get(token.lower)
                found = find_adjective(document, token, uses) if uses else None
        elif token.pos in ("NOUN", "PROPN"):
            uses = lexicon.nouns.get(token.lemma.lower())
            found = find_noun(document, token, uses, lexicon) if uses else None
        elif token.pos == "ADJ":
            uses = lexicon.adjectives.get(token.lemma.lower())
            found = find_adjective(document, token, uses) if uses else None
        if found is not None:
            yield found


def find_verb(document: Document, verb: Token, uses: Uses) -> Attribution | None:
    """Find the content of a verb by the first of its patterns that fits."""
    for pattern in _ORDER:
        entry = uses.by_pattern.get(pattern)
        if entry is None:
            continue
        content = _content(document, verb, pattern)
        if content and not _barred(document, verb, entry) and not _passes_on(document, verb, pattern):
            return _attribution(document, verb, entry, pattern, content)
    entry = uses.by_pattern.get("clause")
    if entry is None or "quote" not in uses.by_pattern:
        return None
    content = patterns.rest(document, verb)
    return _attribution(document, verb, entry, "clause", content) if content else None


def _content(document: Document, verb: Token, pattern: Pattern) -> Content:
    fixed = _FIXED.get(pattern)
    if fixed is not None:
        return fixed(document, verb)
    if pattern.startswith("object-"):
        return patterns.object_prepositional(document, verb, pattern.removeprefix("object-"))
    return patterns.prepositional(document, verb, pattern)


def _barred(document: Document, cue: Token, entry: Cue) -> bool:
    after = cue.i + 1
    return bool(entry.unless) and after < len(document.tokens) and document.tokens[after].lower in entry.unless


def _passes_on(document: Document, verb: Token, pattern: Pattern) -> bool:
    """Tell whether a cue only hands on another: "quoted the mayor as saying …", "issued a statement saying …"."""
    if pattern == "object":
        target = document.child(verb, "dobj")
        acl = document.child(target, "acl") if target is not None else None
        return acl is not None and acl.tag == "VBG" and document.child(acl, "ccomp") is not None
    if pattern != "object-as":
        return False
    as_ = next((c for c in document.children(verb) if c.dep == "prep" and c.lower == "as"), None)
    inner = document.child(as_, "pcomp") if as_ is not None else None
    return inner is not None and inner.lemma in ("say", "tell", "warn", "claim", "add")


def _attribution(document: Document, verb: Token, entry: Cue, pattern: Pattern, content: list[int]) -> Attribution:
    speaker = find_speaker(document, verb)
    words = set(content)
    if speaker is not None and speaker.i in words:
        speaker = None
    return Attribution(
        cue=_cue_words(document, verb, words), entry=entry, pattern=pattern, content=content,
        speaker=speaker.i if speaker else None, confidence=0.8 if pattern == "clause" else 0.6,
        addressee=find_addressee(document, verb, words), via=find_via(document, verb),
        act=find_act(document, verb, entry),
    )  # fmt: skip


def _cue_words(document: Document, verb: Token, content: set[int]) -> list[int]:
    """Return the verb with its particle."""
    out = [verb.i]
    out.extend(c.i for c in document.children(verb) if c.dep == "prt" and c.i not in content)
    return sorted(out)


def find_noun(document: Document, noun: Token, uses: Uses, lexicon: SpeechLexicon) -> Attribution | None:
    """Find the content of a noun: "the claim that …", "demands for …"."""
    for child in _after_noun(document, noun):
        pattern, content = _noun_content(document, child)
        entry = uses.by_pattern.get(pattern) if pattern else None
        if entry is not None and pattern is not None and content:
            return _from_noun(document, noun, entry, pattern, content)
    entry = uses.by_pattern.get("clause")
    content = _far_clause(document, noun, lexicon) if entry is not None else []
    return _from_noun(document, noun, entry, "clause", content) if entry is not None and content else None


def _from_noun(document: Document, noun: Token, entry: Cue, pattern: Pattern, content: list[int]) -> Attribution:
    owner = owner_of(document, noun)
    return Attribution(
        cue=[noun.i], entry=entry, pattern=pattern, content=content, speaker=owner.i if owner else None, act=entry.act,
        confidence=0.6,
    )  # fmt: skip


def _after_noun(document: Document, noun: Token) -> Iterator[Token]:
    """Yield what depends on a noun after it, and a preposition right after it that the parser gave to its verb."""
    yield from (c for c in document.children(noun) if c.i > noun.i)
    if noun.dep == "dobj":
        yield from (c for c in document.children(document.head(noun)) if c.i == noun.i + 1 and c.dep == "prep")


def _far_clause(document: Document, noun: Token, lexicon: SpeechLexicon) -> list[int]:
    """Find a that-clause that the parser has hung on a word beside: "the announcement in Bonn on Monday that …"."""
    near = [t for t in document.subtree(noun) if t.dep == "mark"]
    verb = document.head(document.head(noun)) if noun.dep == "pobj" else document.head(noun)
    if noun.dep in ("dobj", "pobj") and verb.pos == "VERB" and verb.lemma not in lexicon.verbs:
        above = [c for c in document.children(verb) if c.dep in ("ccomp", "advcl")]
        near.extend(t for c in above for t in document.children(c) if t.dep == "mark")
    for token in near:
        if token.lower == "that" and token.i > noun.i and document.head(token).dep in _NOUN_CLAUSE:
            return indices(document, document.head(token))
    return []


def _noun_content(document: Document, child: Token) -> tuple[Pattern | None, list[int]]:
    if child.dep in _NOUN_CLAUSE and patterns.has_to(document, child):
        return "infinitive", indices(document, child)
    if child.dep in _NOUN_CLAUSE and document.child(child, "mark"):
        return "clause", indices(document, child)
    if child.dep in ("relcl", "acl") and _taken_for_relative(document, child):
        return "clause", indices(document, child)
    if child.dep == "prep":
        inner = document.child(child, "pobj", "pcomp")
        if inner is not None:
            return child.lower, indices(document, inner)  # type: ignore[return-value]
    return None, []


def _taken_for_relative(document: Document, verb: Token) -> bool:
    """Tell a that-clause that the parser took for a relative one: its "that" is an object beside a subject."""
    that = document.child(verb, "dobj")
    return that is not None and that.lower == "that" and that.i < verb.i and verb.lemma not in _LIGHT


def find_adjective(document: Document, adjective: Token, uses: Uses) -> Attribution | None:
    """Find the content of an adjective: "confident that …", "willing to …", "critical of …"."""
    for child in document.children(adjective):
        if child.i < adjective.i:
            continue
        content: list[int] = []
        pattern: Pattern | None = None
        if child.dep in ("ccomp", "xcomp", "advcl", "acl"):
            pattern = "infinitive" if patterns.has_to(document, child) else "clause"
            content = indices(document, child)
        elif child.dep == "prep":
            pattern, content = _noun_content(document, child)
        entry = uses.by_pattern.get(pattern) if pattern else None
        if entry is not None and pattern is not None and content:
            head = document.head(adjective)
            speaker = find_speaker(document, head) if adjective.dep in ("acomp", "oprd", "conj") else None
            return Attribution(
                cue=[adjective.i], entry=entry, pattern=pattern, content=content,
                speaker=speaker.i if speaker else None, confidence=0.6,
            )  # fmt: skip
    return None
