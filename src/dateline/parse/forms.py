"""What spaCy's attribute ruler and lemmatizer say of a word, asked once for each word with its tag and relation.

The two go over every word with some two hundred patterns, a tenth of a parse. What they say depends on the word, its
tag and its relation alone, but for a few patterns of two words ("gon na"); where one of those is met, they go over the
text as they always did.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_OF_ONE_WORD = frozenset({"ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"})
PIPES = ("attribute_ruler", "lemmatizer")
_MOST = 100_000  # words with tag and relation remembered: some 30 MB

Key = tuple[int, int, int]  # word, tag and relation, as spaCy numbers strings
Pattern = list[dict[str, Any]]  # what is asked of one token after another, in spaCy's terms
Form = tuple[str, str, str, str]  # lemma, part of speech, tag and relation


class Forms:
    """The forms of words, remembered for as long as the pipeline lives."""

    def __init__(self, nlp: Language) -> None:
        """Take the ruler and the lemmatizer out of a pipeline, if what they say can be remembered."""
        self._vocab = nlp.vocab
        self._known: dict[Key, Form] = {}
        self._several = Matcher(nlp.vocab)
        self._pipes = [nlp.get_pipe(name) for name in PIPES if name in nlp.pipe_names]
        patterns = _patterns_of_words(self._pipes)
        self._remembers = bool(patterns)
        if self._remembers:
            # From here on the pipeline leaves both out, and this asks them.
            nlp.disable_pipes(*PIPES)
            for n, pattern in enumerate(p for p in patterns if len(p) > 1):
                self._several.add(str(n), [pattern])

    def of(self, doc: Doc) -> Sequence[Form]:
        """Return the form of each token of a doc that has been tagged and parsed."""
        if not self._remembers:
            return list(_read(doc))
        if self._several(doc, allow_missing=True):
            return list(_read(self._ask(doc)))
        # A long run meets names without end: what is remembered is given up as a whole.
        if len(self._known) > _MOST:
            self._known.clear()
        keys: list[Key] = list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
        unknown = dict.fromkeys(key for key in keys if key not in self._known)
        if unknown:
            self._learn(list(unknown))
        return [self._known[key] for key in keys]

    def _ask(self, doc: Doc) -> Doc:
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc

    def _learn(self, keys: list[Key]) -> None:
        """Ask for words in a row, each between commas, so that no two stand together."""
        spelled = self._vocab.strings
        doc = Doc(self._vocab, words=[word for orth, _, _ in keys for word in (spelled[orth], ",")])
        marks: Any = np.full((len(doc), 2), spelled.add(","), np.uint64)
        marks[::2] = [(tag, dep) for _, tag, dep in keys]
        forms = _read(self._ask(doc.from_array([TAG, DEP], marks)))
        self._known.update(zip(keys, islice(forms, 0, None, 2), strict=True))


def _read(doc: Doc) -> Iterator[Form]:
    """Yield what a doc says of its tokens."""
    strings = doc.vocab.strings
    for lemma, pos, tag, dep in doc.to_array([LEMMA, POS, TAG, DEP]).tolist():
        yield strings[lemma], strings[pos], strings[tag], strings[dep]


def _patterns_of_words(pipes: Sequence[object]) -> list[Pattern]:
    """Return the ruler's patterns, if those of one word look at nothing but the word, its tag and its relation."""
    match pipes:
        case [AttributeRuler() as ruler, EnglishLemmatizer(mode="rule")]:
            rules: list[dict[str, Any]] = ruler.patterns
            patterns: list[Pattern] = [pattern for rule in rules for pattern in rule["patterns"]]
            # A pattern that looks at anything else ("is a digit") could say two things of one key.
            if all(_OF_ONE_WORD.issuperset(pattern[0]) for pattern in patterns if len(pattern) == 1):
                return patterns
    return []
