"""Sources that are named rather than said to speak: "according to …", and names before a colon."""

from collections.abc import Iterator

from dateline.grammar.phrases import indices
from dateline.grammar.quotes import OPENING, paragraphs
from dateline.grammar.subjects import governing_verb
from dateline.lexicon.words.speech import Cue, SpeechLexicon, Uses
from dateline.parse.tree import Document, Sentence, Token
from dateline.stages.statements.attribution import Attribution

COLON = Cue(lemma=":", takes=("clause",), example="Mayor: bridge is unsafe")
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "PART", "DET", "ADP", "NUM", "CCONJ", "PRON"})


def find_according(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    """Yield "according to the police, …" wherever it stands in the sentence."""
    uses = lexicon.prepositions.get("according")
    if uses is None:
        return
    for token in document.tokens:
        if token.lower == "according" and token.i not in taken and token.i + 2 < len(document.tokens):
            found = _according(document, token, uses)
            if found is not None:
                yield found


def _according(document: Document, token: Token, uses: Uses) -> Attribution | None:
    to = document.tokens[token.i + 1]
    inner = document.child(to, "pobj") if to.lower == "to" else None
    if inner is None:
        return None
    phrase = {token.i, to.i, *indices(document, inner)}
    sentence = document.sentence_of(token)
    # "…, according to police in Oslo": a few words after the phrase are part of it.
    rest = [i for i in range(max(phrase) + 1, sentence.last) if document.tokens[i].pos != "PUNCT"]
    if len(rest) < 4 and rest[:1] == [max(phrase) + 1]:
        phrase.update(rest)
    content = _around(document, sentence, phrase, token)
    if len(content) < 3:
        return None
    return Attribution(
        cue=[token.i, to.i],
        entry=uses.by_pattern["clause"],
        pattern="clause",
        content=content,
        speaker=inner.i,
        by="source",
    )


def _around(document: Document, sentence: Sentence, phrase: set[int], token: Token) -> list[int]:
    """Return the sentence without the phrase, within the semicolons round it."""
    first, last = sentence.first, sentence.last
    for i in range(sentence.first, sentence.last):
        if document.tokens[i].text == ";":
            if i < token.i:
                first = i + 1
            else:
                last = i
                break
    return [i for i in range(first, last) if i not in phrase]


def find_in(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    """Yield "in the words of the mayor, …", "in her view, …" and "in a survey, …"."""
    uses = lexicon.prepositions.get("in")
    if uses is None:
        return
    for token in document.tokens:
        if token.lower != "in" or token.dep != "prep" or token.i in taken:
            continue
        noun = document.child(token, "pobj")
        found = _in(document, token, noun, lexicon, uses.by_pattern["clause"]) if noun is not None else None
        if found is not None:
            yield found


def _in(document: Document, token: Token, noun: Token, lexicon: SpeechLexicon, entry: Cue) -> Attribution | None:
    lemma = noun.lemma.lower()
    phrase = set(indices(document, token))
    speaker: Token | None = None
    if lemma in lexicon.names.words:
        of = next((c for c in document.children(noun) if c.dep == "prep" and c.lower == "of"), None)
        speaker = document.child(of, "pobj") if of is not None else document.child(noun, "poss")
    # "In a survey" is a source where it opens or closes the sentence; within it, it may be anywhere.
    elif lemma in lexicon.names.enquiries and (
        token.i == document.sentence_of(token).first or max(phrase) + 2 >= document.sentence_of(token).last
    ):
        speaker = noun
    if speaker is None:
        return None
    # "In her words, “…”": the phrase ends where a quotation opens.
    mark = next((i for i in sorted(phrase) if i > speaker.i and document.tokens[i].text in OPENING), None)
    phrase = {i for i in phrase if mark is None or i < mark}
    below = set(indices(document, speaker))
    cue = [i for i in sorted(phrase) if i not in below] if speaker is not noun else [token.i]
    content = _around(document, document.sentence_of(token), phrase, token)
    if len(content) < 3:
        return None
    return Attribution(
        cue=cue,
        entry=entry,
        pattern="clause",
        content=content,
        speaker=speaker.i,
        by="source",
    )


def find_adverbs(document: Document, lexicon: SpeechLexicon, taken: set[int]) -> Iterator[Attribution]:
    """Yield clauses that an adverb gives as hearsay: "the minister has reportedly resigned"."""
    for token in document.tokens:
        uses = lexicon.adverbs.get(token.lower)
        if uses is None or token.i in taken:
            continue
        verb = governing_verb(document, token)
        if verb is None:
            continue
        # "Reportedly resigned and left": the adverb need not hold for the second.
        dropped = {token.i, *(c.i for c in document.children(verb) if c.dep in ("mark", "cc", "punct"))}
        for child in document.children(verb):
            if child.dep == "conj":
                dropped.update(indices(document, child))
        content = [i for i in indices(document, verb) if i not in dropped]
        if len(content) > 2:
            entry = uses.by_pattern["clause"]
            yield Attribution(cue=[token.i], entry=entry, pattern="adverb", content=content, by="adverb")


def find_colons(document: Document, lexicon: SpeechLexicon) -> Iterator[Attribution]:
    """Yield a headline's "Mayor: bridge is unsafe" and "Bridge is unsafe: mayor", and a transcript's "MAYOR: …"."""
    for first, last in paragraphs(document):
        sentence = document.sentence_of(document.tokens[first])
        headline = sentence.index == 0 or sentence.part == "headline"
        found = _named(document, lexicon, first, last, headline=headline)
        if found is None and headline:
            found = _named_last(document, lexicon, first, last)
        if found is not None:
            yield found


def _named(document: Document, lexicon: SpeechLexicon, first: int, last: int, *, headline: bool) -> Attribution | None:
    """Read a name before the first colon; outside of headlines only one in capitals."""
    tokens = document.tokens
    colon = next((i for i in range(first + 1, min(last - 1, first + 8)) if tokens[i].text == ":"), None)
    if colon is None or (tokens[colon + 1].text == '"' and not headline):
        return None
    name = tokens[first:colon]
    # "MAYOR: We won" is how transcripts print who speaks.
    if not headline and not all(t.text.isupper() or t.pos == "PUNCT" for t in name):
        return None
    content = [i for i in range(colon + 1, last) if tokens[i].pos != "SPACE"]
    return _made(name, colon, content) if len(content) > 2 and _is_source(name, lexicon) else None


def _named_last(document: Document, lexicon: SpeechLexicon, first: int, last: int) -> Attribution | None:
    """Read a name after the last colon of a headline."""
    tokens = document.tokens
    colon = next((i for i in range(last - 2, max(first, last - 7), -1) if tokens[i].text == ":"), None)
    if colon is None:
        return None
    name = tuple(t for t in tokens[colon + 1 : last] if t.pos not in ("PUNCT", "SPACE"))
    return _made(name, colon, list(range(first, colon))) if name and _is_source(name, lexicon) else None


def _is_source(name: tuple[Token, ...], lexicon: SpeechLexicon) -> bool:
    """Tell whether words name a source: a person or body by the parser's names, or a noun that can be one."""
    words = [t for t in name if t.pos != "PUNCT"]
    if not words or any(t.pos not in _NAMES or t.lower in lexicon.names.labels for t in words):
        return False
    if words[-1].lemma.lower() in lexicon.names.sources or any(t.ent in ("PERSON", "ORG", "NORP") for t in words):
        return True
    # "Mayor: …": one noun with a capital may be a source, if the parser takes it for no other name.
    return len(words) == 1 and words[0].pos in ("PROPN", "NOUN") and words[0].text[0].isupper() and not words[0].ent


def _made(name: tuple[Token, ...], colon: int, content: list[int]) -> Attribution:
    inside = {t.i for t in name}
    # Of "Mayor Ada Thorn" the last word whose head lies outside stands for all.
    head = next((t for t in reversed(name) if t.head not in inside and t.pos != "PUNCT"), name[-1])
    return Attribution(cue=[colon], entry=COLON, pattern="colon", content=content, speaker=head.i, by="colon")
