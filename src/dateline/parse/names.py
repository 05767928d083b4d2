"""The names that spaCy's entity recogniser finds, looked for in many texts at once.

The recogniser goes from word to word: it begins a name, goes on with it, ends it, takes the word for a name of its own,
or passes. Outside a name its choice hangs on the word alone, so that it can be asked about all words in one product of
matrices; inside, on the word, the one before and the first of the name, so that all names that may have begun are
followed side by side. Scores and choices are those of its own walk (``spacy/pipeline/_parser_internals/ner.pyx``), a
third of a parse.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import ENT_IOB, ENT_TYPE, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Name = tuple[str, bool]
"""For a word the kind of name that it stands in, "" for none, and whether the name begins with it."""

PIPE = "ner"
_NONE: Name = ("", False)
_BEGINS, _STARTS = 3, 1  # ENT_IOB of the first word of a name, SENT_START of the first of a sentence
_FEATURES = 3  # that a choice looks at: the word, the first word of an open name, the word before within it


class Names:
    """Finds names. Takes the recogniser out of a pipeline if its walk can be taken side by side."""

    def __init__(self, nlp: Language) -> None:
        """Look at the pipeline's recogniser."""
        ner = nlp.get_pipe(PIPE) if PIPE in nlp.pipe_names else None
        self._walk = _Walk(ner) if isinstance(ner, EntityRecognizer) and _is_plain(ner) else None
        if self._walk is not None:
            nlp.disable_pipe(PIPE)

    def of(self, docs: Sequence[Doc]) -> Iterator[list[Name]]:
        """Yield for each doc that has been parsed the names that its words stand in."""
        if self._walk is None or not any(map(len, docs)):
            yield from map(_read, docs)
            return
        kinds, ends = self._walk.names(docs)
        first = 0
        for doc in docs:
            here = slice(first, first + len(doc))
            yield _told(kinds[here].tolist(), (ends[here] - first).tolist(), self._walk.labels)
            first += len(doc)


@dataclass(frozen=True, slots=True)
class _Choice:
    """Some of the recogniser's choices: their weights and biases."""

    weights: Floats
    biases: Floats


class _Walk:
    """The recogniser's walk through many docs."""

    def __init__(self, ner: Any) -> None:
        moves = [ner.moves.get_class_name(n) for n in range(ner.moves.n_moves)]
        self.labels = [name[2:] for name in moves if name.startswith("B-")]
        begin, on, end, alone = ([moves.index(f"{way}-{label}") for label in self.labels] for way in "BILU")
        self._model = ner.model
        self._bias: Floats = self._model.get_ref("lower").get_param("b")
        self._outside = self._choice([*begin, *alone, moves.index("O")])
        self._inside = self._choice([*on, *end])

    def _choice(self, columns: list[int]) -> _Choice:
        upper = self._model.get_ref("upper")
        return _Choice(upper.get_param("W")[columns], upper.get_param("b")[columns])

    def names(self, docs: Sequence[Doc]) -> tuple[Places, Places]:
        """Return for each word of all docs in a row the label of the name that would begin there, and its end.

        The label is -1 for a word that begins none. What stands within a longer name is among them.
        """
        space, last = _marks(docs)
        primed: Floats = self._model.get_ref("lower").predict(self._model.get_ref("tok2vec").predict(docs))
        none, words = primed[0], primed[1:]
        # Outside a name the first and the last word of an open name are the ones that stand for none.
        scores = self._scores(words[:, 0] + none[1] + none[2], self._outside)
        many = len(self.labels)
        # White space begins no name, and the last word of a sentence none that goes on.
        scores[space | last, :many] = -np.inf
        scores[space, many : 2 * many] = -np.inf
        choice = scores.argmax(axis=1)
        kinds = np.where(choice < 2 * many, choice % many, -1)
        ends = np.arange(1, len(choice) + 1)
        begun = np.flatnonzero(choice < many)
        ends[begun] = self._ends(words, begun, kinds[begun], last)
        return kinds, ends

    def _ends(self, words: Floats, begun: Places, kinds: Places, last: Flags) -> Places:
        """Return where names that begin at these words, with these labels, end."""
        many, ends = len(self.labels), begun + 1
        rows = np.arange(len(begun))
        while len(rows):
            at = ends[rows]
            scores = self._scores(words[at, 0] + words[begun[rows], 1] + words[at - 1, 2], self._inside)
            each = np.arange(len(rows))
            goes_on = scores[each, kinds[rows]] >= scores[each, many + kinds[rows]]
            ends[rows] += 1
            rows = rows[goes_on & ~last[at]]
        return ends

    def _scores(self, summed: Floats, choice: _Choice) -> Floats:
        """Return the scores of choices for rows of summed features, of shape (rows, units, pieces)."""
        hidden = (summed + self._bias).max(axis=2)
        product: Floats = self._model.ops.gemm(np.ascontiguousarray(hidden), choice.weights, trans2=True)
        return product + choice.biases


def _is_plain(ner: EntityRecognizer) -> bool:
    """Tell a recogniser of the kind that spaCy's models have: greedy, of three features, that knows all its labels."""
    model: Any = ner.model
    return (
        ner.cfg.get("beam_width", 1) == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == _FEATURES
    )


def _marks(docs: Sequence[Doc]) -> tuple[Flags, Flags]:
    """Return for each word of all docs in a row whether it is white space, and the last of its sentence or doc."""
    rows = np.concatenate([doc.to_array([IS_SPACE, SENT_START]) for doc in docs])
    last = np.append(rows[1:, 1] == _STARTS, True)
    last[np.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = True
    return rows[:, 0] == 1, last


def _told(kinds: Sequence[int], ends: Sequence[int], labels: Sequence[str]) -> list[Name]:
    """Return the names of one doc's words, from the first on; within a name no other begins."""
    names: list[Name] = []
    for i, kind in enumerate(kinds):
        if i < len(names):
            continue
        if kind < 0:
            names.append(_NONE)
        else:
            names.append((labels[kind], True))
            names += [(labels[kind], False)] * (ends[i] - i - 1)
    return names


def _read(doc: Doc) -> list[Name]:
    """Return the names that a doc's own pipeline found."""
    strings = doc.vocab.strings
    return [(strings[kind], iob == _BEGINS) for kind, iob in doc.to_array([ENT_TYPE, ENT_IOB]).tolist()]
