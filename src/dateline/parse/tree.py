"""The parsed report: tokens, sentences and the questions that stages ask of them. Knows nothing of the parser."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.model.base import Span
from dateline.model.closed import Part

VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""
HYPHENS = frozenset({"-", "–"})
"""What ties two words to one, as it is printed."""

_MANY = 12  # dependents from which on it is worth to keep which of them have a label


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One token: where it stands and what the parser said of it; offsets are those of the report's text.

    ``i`` and ``head`` index ``Document.tokens``; the root of a sentence is its own head. ``pos`` and ``dep`` are of
    the Universal and the ClearNLP scheme, ``tag`` of the Penn Treebank.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    ent_start: bool = False
    lower: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold the case; one string for both where they are the same halves the memory of long reports."""
        lower = self.text.lower()
        self.lower = self.text if lower == self.text else lower

    def __repr__(self) -> str:
        """Show the token as word/tag/dependency."""
        return f"{self.text}/{self.tag}/{self.dep}"


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence: the tokens ``first`` to ``last`` (excluded) of the document."""

    index: int
    first: int
    last: int
    span: Span
    part: Part
    paragraph: int


class Document:
    """A parsed report. Everything is computed once and never changed; safe to read from several threads."""

    def __init__(
        self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], passed_over: tuple[Span, ...] = ()
    ) -> None:
        """Join tokens and sentences; ``text`` is the report's text, which all offsets refer to.

        ``passed_over`` are the stretches of it that were not parsed.
        """
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.passed_over = passed_over

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        out: list[list[Token]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.i:
                out[t.head].append(t)
        return tuple(tuple(c) for c in out)

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        out = [0] * len(self.tokens)
        for s in self.sentences:
            for i in range(s.first, s.last):
                out[i] = s.index
        return tuple(out)

    @cached_property
    def _labelled(self) -> dict[tuple[int, tuple[str, ...]], tuple[Token, ...]]:
        return {}

    @cached_property
    def _spelt(self) -> Mapping[str, Sequence[Token]]:
        out: dict[str, list[Token]] = {}
        for t in self.tokens:
            out.setdefault(t.text, []).append(t)
        return out

    @cached_property
    def _coordinated(self) -> dict[int, list[Token]]:
        """Return what is coordinated with a token, where anything is: most have nothing."""
        out: dict[int, list[Token]] = {}
        for t in self.tokens:
            if t.dep == "conj" and t.head != t.i:
                out.setdefault(t.head, []).append(t)
        return out

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.tokens)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(t.end for t in self.tokens)

    def children(self, token: Token) -> tuple[Token, ...]:
        """Return the dependents of a token, in order of the text."""
        return self._children[token.i]

    def child(self, token: Token, *deps: str) -> Token | None:
        """Return the first dependent with one of these dependency labels."""
        below = self._children[token.i]
        if len(below) > _MANY:
            return next(iter(self.labelled(token, deps)), None)
        for c in below:
            if c.dep in deps:
                return c
        return None

    def labelled(self, token: Token, deps: tuple[str, ...]) -> tuple[Token, ...]:
        """Return the dependents with one of these labels; those of a word that has a great many are looked up once."""
        below = self._children[token.i]
        if len(below) <= _MANY:
            return tuple([c for c in below if c.dep in deps])
        known = self._labelled.get((token.i, deps))
        if known is None:
            known = self._labelled[token.i, deps] = tuple([c for c in below if c.dep in deps])
        return known

    def head(self, token: Token) -> Token:
        """Return the head of a token; a root is its own head."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads of a token up to the root, the nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """Return the token and all below it, in order of the text."""
        out, todo = [], [token]
        while todo:
            t = todo.pop()
            out.append(t)
            todo.extend(self._children[t.i])
        return sorted(out, key=lambda t: t.i)

    def conjuncts(self, token: Token) -> list[Token]:
        """Return the token and what is coordinated after it ("A, B and C"), in order of the text."""
        out = [token]
        for t in out:
            out.extend(self._coordinated.get(t.i, ()))
        return sorted(out, key=lambda t: t.i) if len(out) > 1 else out

    def coordination(self, token: Token) -> list[Token]:
        """Return all that a token is coordinated with, itself and what comes before it included."""
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        return self.conjuncts(token)

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence of a token."""
        return self.sentences[self._sentence_of[token.i]]

    def spelt(self, word: str) -> Sequence[Token]:
        """Return the tokens of this spelling, in order of the text."""
        return self._spelt.get(word, ())

    def sentence_at(self, i: int) -> int:
        """Return the number of the sentence of the token with this place."""
        return self._sentence_of[i]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def root(self, sentence: Sentence) -> Token:
        """Return the root of a sentence."""
        return next(t for t in self.tokens_of(sentence) if t.head == t.i)

    def tokens_in(self, span: Span) -> list[Token]:
        """Return the tokens that overlap a span of the text."""
        return list(self.tokens[bisect_right(self._ends, span[0]) : bisect_left(self._starts, span[1])])

    def head_of(self, span: Span) -> Token | None:
        """Return the syntactic head of a span: the token whose head lies outside it."""
        inside = self.tokens_in(span)
        if not inside:
            return None
        ids = {t.i for t in inside}
        heads = [t for t in inside if t.head not in ids or t.head == t.i]
        # "In the north", "to leave": of several heads a noun or a verb outranks what only ties it.
        return next((t for t in heads if t.pos in ("NOUN", "PROPN", "PRON", "VERB")), heads[0] if heads else inside[-1])

    def hyphened(self, token: Token) -> str | None:
        """Return what stands before a token with a hyphen ("cease" before "fire"), in small letters, or None."""
        if token.i < 2:
            return None
        first, hyphen = self.tokens[token.i - 2], self.tokens[token.i - 1]
        # "Cease-fire", but not "north - south": a hyphen between blanks joins nothing.
        if hyphen.text != "-" or hyphen.end != token.start or first.end != hyphen.start:
            return None
        return first.lower

    def span_of(self, tokens: list[Token] | tuple[Token, ...]) -> Span:
        """Return the span from the first to the last of these tokens."""
        return (min(t.start for t in tokens), max(t.end for t in tokens))

    def quote(self, span: Span) -> str:
        """Return the report's own words at a span."""
        return self.text[span[0] : span[1]]
