"""Content of verbs: the first of a verb's patterns that fits its dependents."""

from collections.abc import Callable, Mapping

from dateline.grammar.negation import negative_noun
from dateline.lexicon.words.speech import Cue, Pattern, SpeechLexicon, Uses
from dateline.parse.tree import Document, Token
from dateline.stages.statements.acts import find_act
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.indirect import clauses, patterns
from dateline.stages.statements.indirect.patterns import Content
from dateline.stages.statements.speakers import find_addressee, find_speaker, find_via

_FIXED: Mapping[str, Callable[[Document, Token], Content]] = {
    "clause": clauses.clause,
    "person-infinitive": patterns.object_infinitive,
    "predicate": patterns.predicate,
    "infinitive": patterns.infinitive,
    "gerund": patterns.gerund,
    "object": patterns.obj,
}
# In this order: a clause before a person, longer patterns before their parts, the bare object last.
_ORDER: tuple[Pattern, ...] = (
    "clause", "person-infinitive", "predicate",
    "object-about", "object-against", "object-as", "object-for", "object-from", "object-in", "object-into",
    "object-of", "object-on", "object-over", "object-to", "object-with", "infinitive", "gerund",
    "about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "with", "object",
)  # fmt: skip


def find_verb(document: Document, verb: Token, uses: Uses, lexicon: SpeechLexicon) -> Attribution | None:
    """Find the content of a verb by the first of its patterns that fits; what nobody said is no statement."""
    if _nobody(document, verb):
        return None
    for pattern in _ORDER:
        entry = uses.by_pattern.get(pattern)
        if entry is None:
            continue
        # "He promised a vote, the minister said": with an object of its own the clause round a verb is another's.
        if pattern == "clause" and "object" in uses.by_pattern and _has_object(document, verb):
            continue
        content = _content(document, verb, pattern)
        if content and not _barred(document, verb, entry) and not _passes_on(document, verb, pattern, lexicon):
            return _attribution(document, verb, (entry, pattern), content, lexicon)
    # "Said the army had …": where the parse lost the clause, only verbs of speech may take the rest.
    entry = uses.by_pattern.get("clause")
    if entry is None or "quote" not in uses.by_pattern or _barred(document, verb, entry):
        return None
    content = clauses.rest(document, verb)
    return _attribution(document, verb, (entry, "clause"), content, lexicon) if content else None


def _nobody(document: Document, verb: Token) -> bool:
    """Tell whether the subject is denied: "no group", "nobody", "none of the parties"."""
    subject = document.child(verb, "nsubj")
    return subject is not None and negative_noun(document, subject) is not None


def _content(document: Document, verb: Token, pattern: Pattern) -> Content:
    fixed = _FIXED.get(pattern)
    if fixed is not None:
        return fixed(document, verb)
    if pattern.startswith("object-"):
        return patterns.object_prepositional(document, verb, pattern.removeprefix("object-"))
    return patterns.prepositional(document, verb, pattern)


def _has_object(document: Document, verb: Token) -> bool:
    """Tell whether what a verb takes here is a noun, so that no clause round it is its content."""
    target = document.child(verb, "dobj")
    if target is None or target.i < verb.i:
        return False
    return not any(c.dep == "ccomp" and c.i > verb.i for c in document.children(verb))


def _barred(document: Document, cue: Token, entry: Cue) -> bool:
    """Tell whether the word after a cue, or the head of its object, says that it is none."""
    if not entry.unless:
        return False
    near = document.tokens[cue.i + 1 : cue.i + 4]
    target = document.child(cue, "dobj", "nsubjpass")
    words = {near[0].lower} if near else set()
    words.update(t.lemma.lower() for t in (*near, *([target] if target else [])) if t.pos == "NOUN")
    return not words.isdisjoint(entry.unless)


def _passes_on(document: Document, verb: Token, pattern: Pattern, lexicon: SpeechLexicon) -> bool:
    """Tell whether a cue only hands on another: "quoted the mayor as saying …", "issued a statement saying …"."""
    # "Issued a statement saying": the saying is the cue, the issuing is not.
    if pattern == "object":
        target = document.child(verb, "dobj")
        acl = document.child(target, "acl") if target is not None else None
        return acl is not None and acl.tag == "VBG" and document.child(acl, "ccomp") is not None
    if pattern != "object-as":
        return False
    as_ = next((c for c in document.children(verb) if c.dep == "prep" and c.lower == "as"), None)
    inner = document.child(as_, "pcomp") if as_ is not None else None
    uses = lexicon.verbs.get(inner.lemma) if inner is not None else None
    return uses is not None and "clause" in uses.by_pattern


def _attribution(
    document: Document, verb: Token, use: tuple[Cue, Pattern], content: list[int], lexicon: SpeechLexicon
) -> Attribution:
    entry, pattern = use
    speaker = find_speaker(document, verb, lexicon)
    words = set(content)
    # Whoever stands in the content is not who says it.
    if speaker is not None and speaker.i in words:
        speaker = None
    return Attribution(
        cue=_cue_words(document, verb, words), entry=entry, pattern=pattern, content=content,
        speaker=speaker.i if speaker else None,
        addressee=find_addressee(document, verb, words), via=find_via(document, verb, lexicon),
        act=find_act(document, verb, entry),
    )  # fmt: skip


def _cue_words(document: Document, verb: Token, content: set[int]) -> list[int]:
    """Return the verb with its particle."""
    out = [verb.i]
    out.extend(c.i for c in document.children(verb) if c.dep == "prt" and c.i not in content)
    return sorted(out)
