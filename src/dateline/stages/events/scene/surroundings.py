"""The words that stand around an event, by which it is told from what is no event of the conflict."""

from collections.abc import Sequence
from functools import cached_property

from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_BORDER = 1  # sentences before and after that count as near


class Surroundings:
    """The words of one report's sentences; built once a report."""

    def __init__(self, scene: Scene) -> None:
        """Keep the scene."""
        self.scene = scene
        self._near: dict[int, frozenset[str]] = {}
        self._causes: dict[int, frozenset[str]] = {}

    @cached_property
    def _by_sentence(self) -> list[frozenset[str]]:
        """Return the words of each sentence: lemmas, forms, pairs, and verbs once more with "to"."""
        out = []
        for s in self.scene.doc.sentences:
            tokens = self.scene.doc.tokens_of(s)
            lemmas = [t.lemma.lower() for t in tokens]
            verbs = [(t.lower, lemma) for t, lemma in zip(tokens, lemmas, strict=True) if t.pos == "VERB"]
            words = {t.lower for t in tokens}
            words.update([f"{t.lower} {after}" for t, after in zip(tokens, lemmas[1:], strict=False)])
            words.update([f"to {lemma}" for _, lemma in verbs])
            words.difference_update([form for form, _ in verbs])
            out.append(frozenset(words.union(lemmas)))
        return out

    @cached_property
    def _things(self) -> list[frozenset[str]]:
        """Return the same without the plain lemmas of verbs, which accidents are not named by."""
        out = []
        for s, words in zip(self.scene.doc.sentences, self._by_sentence, strict=True):
            # "Troops stormed the palace" has no storm in it.
            verbs = {t.lemma.lower() for t in self.scene.doc.tokens_of(s) if t.pos == "VERB"}
            nouns = {t.lemma.lower() for t in self.scene.doc.tokens_of(s) if t.pos != "VERB"}
            # A word that is noun and verb in one sentence stays.
            out.append(words - (verbs - nouns))
        return out

    @cached_property
    def whole(self) -> frozenset[str]:
        """Return the words of the whole report."""
        return frozenset().union(*self._by_sentence)

    def near(self, found: Found) -> frozenset[str]:
        """Return the words of an event's sentence and of those beside it."""
        return _beside(self._by_sentence, self.scene.sentence(found.clause), self._near)

    def here(self, found: Found) -> frozenset[str]:
        """Return the words of an event's sentence."""
        return self._by_sentence[self.scene.sentence(found.clause)]

    def causes(self, found: Found) -> frozenset[str]:
        """Return the words near an event that may name an accident: all but the lemmas of verbs."""
        return _beside(self._things, self.scene.sentence(found.clause), self._causes)


def _beside(words: Sequence[frozenset[str]], at: int, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """Return the words of a sentence and of those beside it, joined once for all its events."""
    if at not in known:
        known[at] = frozenset().union(*words[max(0, at - _BORDER) : at + _BORDER + 1])
    return known[at]
