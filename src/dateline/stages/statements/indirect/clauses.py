"""Content that is a clause: below its cue, round it, or before it."""

from dateline.grammar.apposition import stolen_subject
from dateline.grammar.forms import FINITE, is_finite, is_relative, is_verb
from dateline.grammar.phrases import indices
from dateline.grammar.subjects import own_subject
from dateline.grammar.voice import is_passive
from dateline.lexicon.reading.grammar import grammar_words
from dateline.parse.tree import Document, Token
from dateline.stages.statements.indirect.patterns import Content

# What may stand between a cue and the comma after it.
_AFTER_CUE = frozenset({"advmod", "npadvmod", "prep", "dobj", "dative", "agent", "prt", "aux", "neg", "auxpass"})
_OPENERS = frozenset({"DET", "PRON", "PROPN", "NOUN", "SCONJ", "NUM", "ADJ"})
_BREAK = frozenset({",", "-", "--", "—", "–", "(", ")"})


def clause(document: Document, verb: Token) -> Content:
    """Find a finite clause: "said (that) …", "asked whether …", and the clause that the cue stands in or after."""
    # "The shelling, the ministry said, had stopped": the aside first, for the parser often hangs a part below it.
    aside = parenthetical(document, verb)
    if aside is not None:
        return aside
    for child in document.children(verb):
        if child.dep == "ccomp" and _is_clause(document, verb, child):
            return without_tail(document, child, indices(document, child))
    if is_passive(document, verb):
        # "It was said on Friday that …": after a passive the clause may hang as an adverbial.
        late = document.child(verb, "csubj", "csubjpass", "advcl")
        if late is not None and late.i > verb.i and document.child(late, "mark"):
            return indices(document, late)
    return None


def _is_clause(document: Document, verb: Token, child: Token) -> bool:
    """Tell a finite clause from an infinitive or a small clause; one before the cue need only have a subject."""
    if is_finite(document, child) or document.child(child, "mark") is not None:
        return True
    # "Rebels gone, he said": before its cue a clause is content even without a finite verb.
    return child.i < verb.i and document.child(child, "nsubj") is not None


def without_tail(document: Document, root: Token, content: list[int]) -> list[int]:
    """Cut an adverbial clause at the end that is the writer's own: ", although …", ", calling them …"."""
    for child in reversed(document.children(root)):
        if child.dep != "advcl" or child.i < root.i:
            continue
        below = indices(document, child)
        if below[-1] != content[-1] or document.tokens[below[0] - 1].text not in _BREAK:
            continue
        mark = document.child(child, "mark")
        if (mark is not None and mark.lower in grammar_words().contrast) or (
            child.tag == "VBG" and child.i == below[0]
        ):
            return [i for i in content if i < below[0] - 1]
    return content


def segment(document: Document, verb: Token) -> tuple[int, int] | None:
    """Return first and last token of subject, cue and its short adjuncts, or None where the cue has no subject."""
    subject = own_subject(document, verb) or stolen_subject(document, verb)
    # "Who said", "was said": a relative pronoun or a passive makes no aside.
    if subject is None or subject.dep == "nsubjpass" or is_relative(subject):
        return None
    below = indices(document, subject)
    first, last = min(below[0], verb.i), max(below[-1], verb.i)
    for child in document.children(verb):
        # "He said that …": the clause below follows, and nothing is set off.
        if child.i > verb.i and child.dep == "ccomp":
            return None
        if child.i > last and child.dep in _AFTER_CUE:
            last = indices(document, child)[-1]
        elif child.i < first and child.i == first - 1 and child.dep in ("advmod", "aux"):
            first = child.i
    return first, last


def parenthetical(document: Document, verb: Token) -> Content:
    """Find the sentence round a cue set off by commas: "The shelling, the ministry said, had stopped."."""
    edges = segment(document, verb)
    if edges is None:
        return None
    first, last = edges
    sentence = document.sentence_of(verb)
    tokens = document.tokens
    if first - 1 <= sentence.first or tokens[first - 1].text not in _BREAK:
        return None
    if last + 1 < sentence.last and tokens[last + 1].text not in _BREAK and tokens[last + 1].tag != ".":
        return None
    # "It rained; the shelling, he said, had stopped": what stands before a semicolon was not said.
    start = _last_break(document, sentence.first, first - 1)
    out = [i for i in range(start, sentence.last) if not first - 1 <= i <= last]
    left = [i for i in out if i < first]
    if _own_words(document, left, last + 1, sentence.last):
        out = left
    # Two words of a headline are content, "Yes, he said" hardly.
    if not left or len(out) < (3 if sentence.index else 2):
        return None
    if sentence.index and not any(is_verb(tokens[i]) for i in out):
        return None
    return out


def _own_words(document: Document, left: list[int], tail: int, end: int) -> bool:
    """Tell whether what follows the aside is a clause of the writer's own: "…, he said, while Kyiv …"."""
    tokens = document.tokens
    start = next((i for i in range(tail, end) if tokens[i].text not in _BREAK), end)
    if start >= end or not (tokens[start].lower in grammar_words().contrast or tokens[start].pos == "CCONJ"):
        return False
    own = any(tokens[i].dep in ("nsubj", "nsubjpass") for i in range(start, end))
    return own and any(tokens[i].tag in FINITE for i in left)


def _last_break(document: Document, first: int, end: int) -> int:
    """Return the token after the last semicolon between two tokens."""
    for i in range(end - 1, first, -1):
        if document.tokens[i].text == ";":
            return i + 1
    return first


def rest(document: Document, verb: Token) -> Content:
    """Take the rest of the sentence after a finite cue with a subject, where the parse has lost the clause below it."""
    subject = document.child(verb, "nsubj")
    # The subject must stand before: "said Thorn" leads back to what was said already.
    if verb.tag not in FINITE or subject is None or subject.i > verb.i:
        return None
    tokens = document.tokens
    end = document.sentence_of(verb).last
    i = verb.i + 1
    # "Said on Friday the army had …": adverbs and days may come first.
    while i < end and (tokens[i].pos == "ADV" or tokens[i].ent in ("DATE", "TIME")):
        i += 1
    if i >= end or tokens[i].pos not in _OPENERS:
        return None
    # A "that" near by opens the clause, unless it points ("that army").
    that = next((j for j in range(i, min(i + 8, end)) if tokens[j].lower == "that" and tokens[j].dep != "det"), i)
    out = list(range(that, end))
    return out if any(tokens[j].tag in FINITE for j in out[1:]) else None
