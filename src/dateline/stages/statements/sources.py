"""Sources that are named rather than said to speak: "according to …", and names before a colon."""

from collections.abc import Iterator

from dateline.lexicon.speech import Cue, SpeechLexicon, Uses
from dateline.parse.tree import Document, Sentence, Token
from dateline.stages.statements.attribution import Attribution
from dateline.stages.statements.patterns import indices

COLON = Cue(lemma=":", takes=("clause",), example="Mayor: bridge is unsafe")
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "PART", "DET", "ADP", "NUM", "CCONJ", "PRON"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"})


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
    content = _around(document, sentence, phrase, token)
    if len(content) < 3:
        return None
    return Attribution(
        cue=[token.i, to.i],
        entry=uses.by_pattern["clause"],
        pattern="clause",
        content=content,
        speaker=inner.i,
        confidence=0.85,
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


def find_colons(document: Document) -> Iterator[Attribution]:
    """Yield a headline's "Mayor: bridge is unsafe" and "Bridge is unsafe: mayor", and a paragraph's "MAYOR: …"."""
    paragraph = -1
    for sentence in document.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        found = _colon(document, sentence)
        if found is not None:
            yield found


def _colon(document: Document, sentence: Sentence) -> Attribution | None:
    tokens = document.tokens
    for i in range(sentence.first + 1, min(sentence.last - 1, sentence.first + 8)):
        if tokens[i].text == ":":
            return _named(document, sentence, i)
    if sentence.part == "headline":
        for i in range(sentence.last - 2, max(sentence.first + 2, sentence.last - 7), -1):
            if tokens[i].text == ":":
                return _named_last(document, sentence, i)
    return None


def _named(document: Document, sentence: Sentence, colon: int) -> Attribution | None:
    tokens = document.tokens
    name = tokens[sentence.first : colon]
    if not all(t.pos in _NAMES for t in name) or not _is_source(document, name):
        return None
    if sentence.part != "headline" and not all(t.text.isupper() or t.text == "." for t in name):
        return None
    end = sentence.last
    if sentence.part != "headline":
        end = next(
            (s.first for s in document.sentences[sentence.index :] if s.paragraph != sentence.paragraph), len(tokens)
        )
    content = list(range(colon + 1, end))
    if len(content) < 3 or tokens[colon + 1].text == '"':
        return None
    return _made(name, colon, content)


def _named_last(document: Document, sentence: Sentence, colon: int) -> Attribution | None:
    tokens = document.tokens
    name = [t for t in tokens[colon + 1 : sentence.last] if t.pos != "PUNCT"]
    if not name or not all(t.pos in _NAMES for t in name) or not _is_source(document, name):
        return None
    return _made(tuple(name), colon, list(range(sentence.first, colon)))


def _is_source(document: Document, name: tuple[Token, ...] | list[Token]) -> bool:
    """Tell whether words can name a source: a person or body by the parser's names, or a lone common noun."""
    return any(t.ent in ("PERSON", "ORG", "NORP", "GPE") for t in name) or name[-1].lemma.lower() in _SOURCES


_SOURCES = frozenset({
    "minister", "official", "officials", "police", "poll", "report", "survey", "study", "president", "mayor", "governor",
    "spokesman", "spokeswoman", "un", "army", "military", "ministry", "experts", "sources", "analysts", "chief",
})  # fmt: skip


def _made(name: tuple[Token, ...] | list[Token], colon: int, content: list[int]) -> Attribution:
    inside = {t.i for t in name}
    head = next((t for t in reversed(name) if t.head not in inside and t.pos != "PUNCT"), name[-1])
    return Attribution(cue=[colon], entry=COLON, pattern="colon", content=content, speaker=head.i, confidence=0.7)
