"""Where a cue's content stands: one small function for each construction, from the cue to the words said."""

from collections.abc import Callable

from dateline.parse.tree import Document, Token

Content = list[int] | None
Pattern = Callable[[Document, Token], Content]

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AFTER_CUE = frozenset({"advmod", "npadvmod", "prep", "dobj", "dative", "agent", "prt", "aux", "neg", "auxpass"})
_OPENERS = frozenset({"DET", "PRON", "PROPN", "NOUN", "SCONJ", "NUM", "ADJ"})
_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "ADP"})
_WITHIN = frozenset({"appos", "compound", "amod", "pobj", "prep", "nmod", "nummod"})
_CONTRAST = frozenset({"although", "though", "while", "whereas"})
_BREAK = frozenset({",", "-", "--", "—", "–", "(", ")"})


def indices(document: Document, *tokens: Token) -> list[int]:
    """Return the indices of these tokens and all below them, sorted."""
    out: list[int] = []
    for token in tokens:
        out.extend(t.i for t in document.subtree(token))
    return sorted(set(out))


def is_passive(document: Document, verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    if verb.tag != "VBN":
        return False
    return any(c.dep in ("auxpass", "nsubjpass") for c in document.children(verb))


def is_finite(document: Document, verb: Token) -> bool:
    """Tell whether a clause's verb is finite, itself or by an auxiliary."""
    return verb.tag in _FINITE or any(c.tag in _FINITE and c.dep in ("aux", "auxpass") for c in document.children(verb))


def has_to(document: Document, verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(c.tag == "TO" for c in document.children(verb))


def subject_of(document: Document, verb: Token, *deps: str) -> Token | None:
    """Return a verb's subject; of two, the nearer ("Bridge unsafe, says mayor" is parsed with two)."""
    found = [c for c in document.children(verb) if c.dep in deps]
    return min(found, key=lambda c: abs(c.i - verb.i)) if found else None


def stolen_subject(document: Document, verb: Token) -> Token | None:
    """Return the subject that the parser took for an apposition to the noun before: "…, an aide, Ms Abe, said."."""
    i = verb.i - 1
    while i > 0 and document.tokens[i].pos in ("ADV", "PUNCT"):
        i -= 1
    best: Token | None = None
    token = document.tokens[i]
    while token.dep in _WITHIN and token.head < verb.i:
        if token.dep == "appos" and document.tokens[indices(document, token)[0] - 1].text == ",":
            best = token
        token = document.head(token)
    return best if best is not None and verb.tag in _FINITE else None


def clause(document: Document, verb: Token) -> Content:
    """Find a finite clause: "said (that) …", "asked whether …", and the clause that the cue stands in or after."""
    aside = parenthetical(document, verb)
    if aside is not None:
        return aside
    for child in document.children(verb):
        if child.dep == "ccomp" and _is_clause(document, verb, child):
            return without_tail(document, child, indices(document, child))
    if is_passive(document, verb):
        late = document.child(verb, "csubj", "csubjpass", "advcl")
        if late is not None and late.i > verb.i and document.child(late, "mark"):
            return indices(document, late)
    return None


def _is_clause(document: Document, verb: Token, child: Token) -> bool:
    """Tell a finite clause from an infinitive or a small clause; one before the cue need only have a subject."""
    if is_finite(document, child) or document.child(child, "mark") is not None:
        return True
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
        if (mark is not None and mark.lower in _CONTRAST) or (child.tag == "VBG" and child.i == below[0]):
            return [i for i in content if i < below[0] - 1]
    return content


def segment(document: Document, verb: Token) -> tuple[int, int] | None:
    """Return first and last token of subject, cue and its short adjuncts, or None where the cue has no subject."""
    subject = subject_of(document, verb, "nsubj") or stolen_subject(document, verb)
    if subject is None:
        return None
    below = indices(document, subject)
    first, last = min(below[0], verb.i), max(below[-1], verb.i)
    for child in document.children(verb):
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
    start = _last_break(document, sentence.first, first - 1)
    out = [i for i in range(start, sentence.last) if not first - 1 <= i <= last]
    left = [i for i in out if i < first]
    if not left or len(out) < (3 if sentence.index else 2):
        return None
    if sentence.index and not any(tokens[i].pos in ("VERB", "AUX") for i in out):
        return None
    return out


def _last_break(document: Document, first: int, end: int) -> int:
    """Return the token after the last semicolon between two tokens."""
    for i in range(end - 1, first, -1):
        if document.tokens[i].text == ";":
            return i + 1
    return first


def rest(document: Document, verb: Token) -> Content:
    """Take the rest of the sentence after a finite cue with a subject, where the parse has lost the clause below it."""
    subject = document.child(verb, "nsubj")
    if verb.tag not in _FINITE or subject is None or subject.i > verb.i:
        return None
    tokens = document.tokens
    end = document.sentence_of(verb).last
    i = verb.i + 1
    while i < end and (tokens[i].pos == "ADV" or tokens[i].ent in ("DATE", "TIME")):
        i += 1
    if i >= end or tokens[i].pos not in _OPENERS:
        return None
    that = next((j for j in range(i, min(i + 8, end)) if tokens[j].lower == "that" and tokens[j].dep != "det"), i)
    out = list(range(that, end))
    return out if any(tokens[j].tag in _FINITE for j in out[1:]) else None


def infinitive(document: Document, verb: Token) -> Content:
    """Find an infinitive: "promised to …", "is expected to …" (with its subject)."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep in ("xcomp", "ccomp") and has_to(document, child):
            if is_passive(document, verb):
                subject = document.child(verb, "nsubjpass")
                return indices(document, child, *([subject] if subject else []))
            if not document.child(child, "nsubj"):
                return indices(document, child, *_called_on(document, verb, child))
    return None


def _called_on(document: Document, verb: Token, infinitive_verb: Token) -> list[Token]:
    """Return whom an infinitive is asked of by a preposition: "called on the sides to talk"."""
    for child in document.children(verb):
        if child.dep == "prep" and child.lower in ("on", "for", "upon") and verb.i < child.i < infinitive_verb.i:
            inner = document.child(child, "pobj")
            return [inner] if inner is not None else []
    return []


def gerund(document: Document, verb: Token) -> Content:
    """Find a gerund: "proposed sending …"."""
    for child in document.children(verb):
        if (
            child.i > verb.i
            and child.dep in ("xcomp", "ccomp")
            and child.tag == "VBG"
            and not document.child(child, "aux")
        ):
            return indices(document, child)
    return None


def obj(document: Document, verb: Token) -> Content:
    """Find a nominal object: "condemned the attack", "the attack was condemned"."""
    target = _object(document, verb)
    if target is not None and target.dep == "nsubjpass" and verb.dep == "relcl" and target.tag not in ("WDT", "WP"):
        return None  # "the openness with which they are welcomed" is the writer's
    if target is None or target.tag in ("WDT", "WP"):
        return _antecedent(document, verb) or ([target.i] if target is not None else None)
    return indices(document, target)


def _antecedent(document: Document, verb: Token) -> Content:
    """Find what a relative clause is about: "an attack that Kyiv denies"."""
    subject = document.child(verb, "nsubj")
    if verb.dep != "relcl" or subject is None or subject.tag in ("WDT", "WP") or is_passive(document, verb):
        return None
    if any(c.dep in ("ccomp", "xcomp") for c in document.children(verb)):
        return None
    below = set(indices(document, verb))
    return [i for i in indices(document, document.head(verb)) if i not in below]


def _object(document: Document, verb: Token) -> Token | None:
    if is_passive(document, verb):
        return document.child(verb, "nsubjpass")
    target = document.child(verb, "dobj")
    return target if target is not None else None


def object_infinitive(document: Document, verb: Token) -> Content:
    """Find whom and what: "urged the sides to talk"."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep in ("xcomp", "ccomp", "advcl") and has_to(document, child):
            target = _object(document, verb) or document.child(child, "nsubj")
            if target is not None:
                return indices(document, child, target)
    return None


def predicate(document: Document, verb: Token) -> Content:
    """Find whom or what is called what: "called the vote a farce"."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep == "oprd":
            target = _object(document, verb)
            return indices(document, child, *([target] if target else []))
        if (
            child.i > verb.i
            and child.dep == "ccomp"
            and not is_finite(document, child)
            and not has_to(document, child)
            and child.tag != "VBG"
        ):
            return indices(document, child)
    return _quoted_name(document, verb)


def _quoted_name(document: Document, verb: Token) -> Content:
    """Find what is called what where the name is quoted: "called the plan “a gift”"."""
    tokens = document.tokens
    end = min(document.sentence_of(verb).last, verb.i + 12)
    first = next((i for i in range(verb.i + 1, end) if tokens[i].text == '"'), None)
    if (
        first is None
        or first < verb.i + 2
        or tokens[verb.i + 1].pos == "ADP"
        or any(tokens[i].pos not in _NAME for i in range(verb.i + 1, first))
    ):
        return None
    close = next((i for i in range(first + 2, document.sentence_of(verb).last) if tokens[i].text == '"'), None)
    return list(range(verb.i + 1, close + 1)) if close is not None else None


def prepositional(document: Document, verb: Token, prep: str) -> Content:
    """Find the object of a preposition: "called for talks"."""
    for child in document.children(verb):
        if child.i > verb.i and child.dep in ("prep", "agent", "prt", "dative") and child.lower == prep:
            inner = document.child(child, "pobj", "pcomp")
            if inner is not None:
                return indices(document, inner)
        if child.i > verb.i and child.dep in ("ccomp", "xcomp", "advcl") and _marked(document, child, prep):
            return [
                i
                for i in indices(document, child)
                if document.tokens[i].head != child.i or document.tokens[i].lower != prep
            ]
    return None


def _marked(document: Document, verb: Token, prep: str) -> bool:
    """Tell whether a clause begins with the preposition: "called for the road to be opened"."""
    mark = document.child(verb, "mark")
    return mark is not None and mark.lower == prep and has_to(document, verb)


def _begins(document: Document, clause_verb: Token, prep: str) -> bool:
    """Tell whether the parser took "as …" for an adverbial clause ("described the city as besieged")."""
    if clause_verb.dep != "advcl" or prep != "as":
        return False
    mark = document.child(clause_verb, "mark")
    return mark is not None and mark.lower == "as" and document.child(clause_verb, "nsubj") is None


def object_prepositional(document: Document, verb: Token, prep: str) -> Content:
    """Find object and preposition: "accused the army of looting", "described it as a farce"."""
    target = _object(document, verb)
    if target is None:
        return None
    for child in (*document.children(verb), *document.subtree(target)):
        if child.i > verb.i and ((child.dep == "prep" and child.lower == prep) or _begins(document, child, prep)):
            return indices(document, target, child)
    return None
