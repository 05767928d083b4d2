"""What the arbiter is told of a clause: words that name the predicate, its arguments, its company, the frames' say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from dateline.draft import Argument, Clause, Draft
from dateline.model.closed import EventType
from dateline.parse.tree import Sentence, Token

_PARTS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_OUTER = frozenset({"amod", "compound", "poss", "nmod", "prep", "pobj"})
_NEAR = 2  # steps in the tree within which a word's path is kept
_GAPS = (0.0, 0.5, 1.5)  # differences of score between a frame and its rival that are told apart


class Describer:
    """Describes the clauses of one report as sets of words; each is a field, a bar or two, and a value."""

    def __init__(self, draft: Draft, classes_of: Mapping[str, frozenset[str]]) -> None:
        """Keep the draft and the word classes of the frames, by word."""
        self.draft = draft
        self.doc = draft.document
        self.classes_of = classes_of
        self._counted: dict[int, Counter[str]] = {}

    @cached_property
    def kinds(self) -> dict[int, str]:
        """Return what earlier stages made of a token: an actor's kind, a place, a time, money, a number."""
        kind_of = {a.id: a.kind for a in self.draft.actors}
        out: dict[int, str] = {}
        for number in self.draft.numbers:
            # The later over the earlier: a time is no number, and whoever heads a mention is somebody.
            out.update((t.i, "money" if number.currency else "number") for t in self.doc.tokens_in(number.span))
        for place in self.draft.places:
            out.update((t.i, "place") for span in place.mentions for t in self.doc.tokens_in(span))
        for time in self.draft.times:
            out.update((t.i, "time") for t in self.doc.tokens_in(time.span))
        out.update((m.head, kind_of[m.actor]) for m in self.draft.mentions)
        return out

    def words(self, clause: Clause) -> tuple[str, ...]:
        """Return the description of a clause, each word once, in no order."""
        token = self.doc.tokens[clause.token]
        found = {
            *self._predicate(clause, token),
            *(w for a in clause.arguments for w in self._argument(clause, a)),
            *self._around(token),
            *self._above(clause),
        }
        return tuple(found)

    def _predicate(self, clause: Clause, token: Token) -> Iterator[str]:
        lemma = clause.lemma.lower()
        yield f"lemma|{lemma}"
        yield f"lemma|{lemma}|{clause.voice}"
        yield f"form|{token.lower}"
        yield f"shape|{clause.pos}|{clause.voice}"
        yield f"scope|{clause.relation}"
        yield f"mood|{clause.tense}|{clause.modality}|{clause.polarity}"
        yield from (f"class|{name}" for name in self.classes_of.get(lemma, ()))
        for word in lemma.split():
            yield f"word|{word}"
            # Beginnings stand for forms that the training set did not have.
            yield from (f"start|{word[:n]}" for n in (4, 6) if len(word) > n)
        if clause.support is not None:
            yield f"support|{self.doc.tokens[clause.support].lemma.lower()}"
        yield "roles|" + "+".join(sorted({a.prep or a.role for a in clause.arguments}))

    def _argument(self, clause: Clause, argument: Argument) -> Iterator[str]:
        head = self.doc.tokens[argument.head]
        role, lemma, word = argument.prep or argument.role, clause.lemma.lower(), head.lemma.lower()
        kind = self.kinds.get(head.i, "other" if head.pos in _PARTS else head.pos)
        yield f"role|{role}"
        yield f"kind|{role}|{kind}"
        yield f"lemma+role|{lemma}|{role}"
        yield f"lemma+kind|{lemma}|{role}|{kind}"
        yield f"argument|{word}"
        yield f"argument|{role}|{word}"
        yield f"lemma+argument|{lemma}|{word}"
        yield from (f"of class|{role}|{name}" for name in self.classes_of.get(word, ()))
        inner = self.draft.index.clause_at.get(head.i)
        if inner is not None and inner.index != clause.index:
            yield f"inner|{inner.tense}|{inner.modality}"
            yield f"lemma+inner|{lemma}|{inner.tense}"
        for child in self.doc.children(head):
            if child.dep in _OUTER:
                yield f"modifier|{child.lemma.lower()}"

    def _around(self, token: Token) -> Iterator[str]:
        """Yield the words of the sentence, those near in the tree with their path, and the next ones in line."""
        sentence = self.doc.sentence_of(token)
        near = self._near(sentence)
        own = Counter(self._telling(token))
        # The predicate's own words are told as such, and would be told twice.
        yield from near.keys() - {word for word, times in own.items() if near[word] == times}
        for other, path in self._paths(token):
            yield f"path|{path}|{other.lemma.lower()}"
        for step in (-1, 1, 2):
            if sentence.first <= token.i + step < sentence.last:
                yield f"next|{step}|{self.doc.tokens[token.i + step].lower}"

    def _near(self, sentence: Sentence) -> Counter[str]:
        """Return the words of a sentence and how often they come; counted once, however many clauses it has."""
        known = self._counted.get(sentence.index)
        if known is None:
            told = (word for t in self.doc.tokens_of(sentence) for word in self._telling(t))
            known = self._counted[sentence.index] = Counter(told)
        return known

    def _telling(self, token: Token) -> Iterator[str]:
        if token.pos in _PARTS:
            word = token.lemma.lower()
            yield f"near|{word}"
            yield from (f"near class|{name}" for name in self.classes_of.get(word, ()))

    def _paths(self, token: Token) -> Iterator[tuple[Token, str]]:
        edge: list[tuple[Token, str]] = [(token, "")]
        for _ in range(_NEAR):
            # "punct" would make paths of commas.
            edge = [(c, f"{path}>{c.dep}") for t, path in edge for c in self.doc.children(t) if c.dep != "punct"]
            yield from edge

    def _above(self, clause: Clause) -> Iterator[str]:
        if clause.governor is not None:
            governor = self.draft.clauses[clause.governor]
            yield f"above|{governor.lemma.lower()}"
            yield f"above|{clause.relation}|{governor.lemma.lower()}"


def frame_words(
    proposals: Sequence[tuple[EventType | None, float]], known: Iterable[EventType] = ()
) -> tuple[str, ...]:
    """Return what the frames say of a clause as words.

    Args:
        proposals: Type and score of the frames that match, best first; empty where none does.
        known: Types of all frames that hold the clause's word, whether their conditions hold or not.
    """
    out = {f"held by|{name}" for name in known}
    if not proposals:
        return tuple(sorted(out | {"frame|silent"}))
    best, score = proposals[0]
    out |= {f"frame|{best}", f"frame|{best}|{min(int(score), 4)}"}
    rivals = [(t, s) for t, s in proposals[1:] if t != best]
    out.add(f"rivals|{min(len({t for t, _ in rivals}), 3)}")
    for other, lower in rivals:
        gap = sum(score - lower > g for g in _GAPS)
        # How far a rival lies behind says how sure the frames are.
        out |= {f"rival|{other}", f"rival|{best}|{other}|{gap}"}
    return tuple(sorted(out))
