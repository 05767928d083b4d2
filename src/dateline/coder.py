"""The coder: reports in, codings out."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dateline.coding import parts
from dateline.coding.limit import DEFAULT_LIMIT, Limit, TimeUp, at_most, can_interrupt, said
from dateline.coding.pipeline import Pipeline, subset
from dateline.coding.records import finish
from dateline.coding.sift import sift, sparse
from dateline.draft import Draft, Stage
from dateline.errors import DatelineError, UsageError
from dateline.gazetteer.reader import open_gazetteer
from dateline.learned.triage import load_triage, passed_over
from dateline.lexicon.files import DATA, lexicon_digest, own_folder
from dateline.model.base import Span
from dateline.model.coding import DEFAULT_LAYERS, LAYERS, Coding
from dateline.model.report import CoderInfo, Report
from dateline.nursery import processes_of
from dateline.parse.parser import Parser
from dateline.parse.tree import Document
from dateline.reading.feed import Feed, Steady
from dateline.reading.given import GIVEN_KEYS, GivenReport, from_mapping
from dateline.reading.ids import Numbered
from dateline.reading.prepare import prepare
from dateline.stages.build import default_stages
from dateline.stages.times import deduce_published
from dateline.workers import Workers

Clock = Callable[[str, float], None]
AnyReport = GivenReport | Mapping[str, Any] | str
Timeout = Limit | float | None
_LAYER_FROM = {"sentences": "document", "predicates": "clauses"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What makes a coder; it travels to other processes, where the same coder is built again."""

    model: str | None = None
    layers: tuple[str, ...] = DEFAULT_LAYERS
    min_confidence: float = 0.0
    stages: tuple[Stage, ...] | None = None
    lexicon: str | None = None
    places: str | None = None
    triage: bool = False


class Coder:
    """Codes reports. Holds the parser and the lexicons; nothing in it changes, so threads may share it.

    Args:
        model: Name or path of an installed spaCy model; by default the one that comes with dateline.
        layers: The layers to fill, as a sequence or as words in one string; "all" for every one. Stages that no layer
            needs are not run.
        min_confidence: Records below this are left out, and what referred to them says so in its evidence.
        stages: Stages of your own in place of the default ones, in order.
        parser: A parser already loaded, in place of one for ``model``.
        lexicon: A folder of tables of your own (docs/lexicons.md) that add entries or overrule them.
        places: A gazetteer of your own, made by `dateline places import`, that is asked first.
        triage: Pass over paragraphs, and reports, whose words tell no event (docs/triage.md); a note says which.

    Raises:
        ModelError: The model cannot be loaded.
        LexiconError: A lexicon file breaks its format.
        UsageError: A layer is unknown, or ``min_confidence`` is not in [0, 1].
    """

    def __init__(  # noqa: PLR0913  the settings of a coder, each by its name
        self, *, model: str | None = None, layers: Sequence[str] | str = DEFAULT_LAYERS, min_confidence: float = 0.0,
        stages: Sequence[Stage] | None = None, parser: Parser | None = None, lexicon: str | Path | None = None,
        places: str | Path | None = None, triage: bool = False,
    ) -> None:  # fmt: skip
        """Load the parser and the lexicons."""
        self.settings = make_settings(
            model=model, layers=layers, min_confidence=min_confidence, stages=stages, lexicon=lexicon, places=places,
            triage=triage,
        )  # fmt: skip
        self.parser = parser or Parser(model)
        self.triage = load_triage() if triage else None
        wanted = frozenset(_LAYER_FROM.get(name, name) for name in self.layers)
        self.pipeline = Pipeline(
            subset(stages or default_stages(own_folder(lexicon), places=self.settings.places), wanted)
        )
        self._parsing = threading.Lock()

    @classmethod
    def of(cls, settings: Settings) -> "Coder":
        """Return the coder that settings describe."""
        return cls(**{f.name: getattr(settings, f.name) for f in fields(settings)})

    @property
    def layers(self) -> tuple[str, ...]:
        """Return the layers that are filled."""
        return self.settings.layers

    @property
    def _folders(self) -> tuple[Path, ...]:
        own = self.settings.lexicon
        return () if own is None else (DATA, Path(own))

    @cached_property
    def info(self) -> CoderInfo:
        """Return what is written into every coding: versions and digests."""
        options = {"layers": " ".join(self.layers)}
        if self.settings.min_confidence:
            options["min_confidence"] = str(self.settings.min_confidence)
        if self.settings.places is not None:
            options["places"] = open_gazetteer(self.settings.places).meta["digest"]
        if self.triage is not None:
            options["triage"] = self.triage.digest
        return CoderInfo(
            version=version("dateline"), model=self.parser.version, model_digest=self.parser.digest,
            lexicon_digest=lexicon_digest(*self._folders), options=options,
        )  # fmt: skip

    def code(self, text: str, **given: str | date | None) -> Coding:
        """Code one report.

        Args:
            text: The report's decoded text.
            **given: Any of id, title, source, url, published (a date, or ISO 8601), language (BCP 47).

        Returns:
            The coding. A text that cannot be coded gives one with ``report.coded`` false and ``report.error``.

        Raises:
            UsageError: ``given`` has another key.
        """
        return next(self.code_batch([_made(text, given)]))

    def code_many(
        self, reports: Iterable[AnyReport], *, jobs: int = 1, timeout: Timeout = DEFAULT_LIMIT,
        clock: Clock | None = None,
    ) -> Iterator[Coding]:  # fmt: skip
        """Code a stream of reports, in order; memory does not grow with their number.

        Args:
            reports: Texts, mappings with the keys of the input format, or GivenReport objects.
            jobs: Processes to code with. With more than one, or with seconds for ``timeout``, the reports are coded in
                processes of their own, each with its own parser.
            timeout: Seconds that one report may take; one that takes longer gives a coding with ``report.error``. By
                default 30 seconds and 30 more for each 100,000 characters; None for any time.
            clock: Told the name and the seconds of each stage, for a bench; in this process alone.
        """
        return self.code_feed(Steady(map(given_report, reports)), jobs=jobs, timeout=timeout, clock=clock)

    def code_feed(
        self, feed: Feed, *, jobs: int = 1, timeout: Timeout = DEFAULT_LIMIT, clock: Clock | None = None
    ) -> Iterator[Coding]:
        """Code what a feed gives, in order, each batch as soon as it is there; arguments as for ``code_many``."""
        numbered = Numbered(feed)
        limit = timeout if isinstance(timeout, Limit) or timeout is None else Limit(timeout)
        if jobs > 1 or not (limit is None or (limit is timeout and can_interrupt())):
            with processes_of(self.settings) as source, Workers(source, jobs=jobs, limit=limit) as workers:
                yield from workers.code(numbered, refused=self.refused)
            return
        while batch := numbered.take():
            yield from self.code_batch(batch, limit=limit, clock=clock)

    def code_batch(
        self, batch: Sequence[GivenReport], *, limit: Limit | None = None, clock: Clock | None = None
    ) -> Iterator[Coding]:
        """Code reports that are parsed together; a ``limit`` is for the main thread alone."""
        today = datetime.now(UTC).date()
        seconds = [limit.of(given) if limit else None for given in batch]
        prepared = [_prepared(g, n, today, s) for n, (g, s) in enumerate(zip(batch, seconds, strict=True), start=1)]
        documents = iter(self._parse([r.text for r in prepared if r.coded and not _is_long(r)]))
        for report, most in zip(prepared, seconds, strict=True):
            if report.coded:
                yield self._code(report, None if _is_long(report) else next(documents), most, clock)
            else:
                yield self._refused(report)

    def refused(self, given: GivenReport) -> Coding:
        """Return the coding of a report that cannot be coded, as its ``error`` says."""
        return refused_coding(given, self.info)

    def draft(self, text: str, **given: str | None) -> Draft:
        """Return what the stages made of a text, for those who build on single stages."""
        report = prepare(_made(text, given), number=1, today=datetime.now(UTC).date())
        return self._run(report, self.parser.parse(text), None)

    def _parse(self, texts: Sequence[str]) -> list[Document]:
        with self._parsing:  # the parser's memory belongs to one thread at a time
            cuts = map(self.parser.cut, texts)
            return list(self.parser.parse_cut(cuts if self.triage is None else map(self.triage.sift, cuts)))

    def _code(self, report: Report, document: Document | None, seconds: float | None, clock: Clock | None) -> Coding:
        """Return the coding of a report; one without a document is very long and parsed part by part."""
        try:
            with at_most(seconds):
                made = self._finish(report, document, clock) if document else self._finish_parts(report, clock)
                return sift(sparse(made), least=self.settings.min_confidence)
        except TimeUp:
            return self._refused(replace(report, coded=False, error=said(seconds or 0.0)))
        except DatelineError:
            raise
        except Exception as error:  # noqa: BLE001  one report never stops a run: the fault is kept with the report
            return self._refused(
                replace(report, coded=False, error=f"the coder failed ({error!r}); please report this text")
            )

    def _finish(self, report: Report, document: Document, clock: Clock | None) -> Coding:
        """Return the coding of a parsed report."""
        report = _noting(report, document.passed_over)
        return finish(self._run(report, document, clock), layers=self.layers, info=self.info)

    def _finish_parts(self, report: Report, clock: Clock | None) -> Coding:
        """Code a very long report part by part."""
        spans = parts.cut(report.text)
        done: list[tuple[int, int, Coding]] = []
        passed: list[Span] = []
        sentences = 0
        for start, end in spans:
            part = replace(report, text=report.text[start:end])
            document = self._parse([part.text])[0]
            coding = self._finish(part, document, clock)
            done.append((start, sentences, coding))
            passed += ((s + start, e + start) for s, e in document.passed_over)
            sentences += len(document.sentences)
            report = replace(report, published=coding.report.published, published_origin=coding.report.published_origin)
        note = f"{len(report.text):,} characters: coded in {len(spans)} parts, references between them not followed"
        whole = replace(_noting(report, passed), coder=self.info)
        whole = replace(whole, notes=(*whole.notes, note))
        return parts.join(Coding(report=whole), done)

    def _run(self, report: Report, document: Document, clock: Clock | None) -> Draft:
        if report.published is None:
            found = deduce_published(document)
            if found is not None:
                report = replace(report, published=found[0].isoformat(), published_origin="deduced")
        return self.pipeline.run(Draft(report=report, document=document), clock=clock)

    def _refused(self, report: Report) -> Coding:
        return Coding(report=replace(report, coder=self.info))


def refused_coding(given: GivenReport, info: CoderInfo) -> Coding:
    """Return the coding of a report that cannot be coded, as its ``error`` says."""
    report = prepare(replace(given, html=None), number=1, today=datetime.now(UTC).date())
    return Coding(report=replace(report, coder=info))


def make_settings(  # noqa: PLR0913  those of a coder
    *, model: str | None = None, layers: Sequence[str] | str = DEFAULT_LAYERS, min_confidence: float = 0.0,
    stages: Sequence[Stage] | None = None, lexicon: str | Path | None = None, places: str | Path | None = None,
    triage: bool = False,
) -> Settings:  # fmt: skip
    """Check what a coder is to be made from, without loading it; arguments as for ``Coder``.

    Raises:
        UsageError: A layer is unknown, or ``min_confidence`` is not in [0, 1].
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise UsageError(f"min_confidence {min_confidence} is not in [0, 1]; give a share, such as 0.8")
    return Settings(
        model=model,
        layers=read_layers(layers),
        min_confidence=min_confidence,
        stages=tuple(stages) if stages else None,
        lexicon=None if lexicon is None else str(lexicon),
        places=None if places is None else str(places),
        triage=triage,
    )


def read_layers(layers: Sequence[str] | str) -> tuple[str, ...]:
    """Return the layers named, in the order of the output; words are parted by spaces or commas.

    Raises:
        UsageError: A layer is unknown, or none is named.
    """
    names = layers.replace(",", " ").split() if isinstance(layers, str) else list(layers)
    names = (
        list(LAYERS)
        if "all" in names
        else [n for name in names for n in (DEFAULT_LAYERS if name == "default" else [name])]
    )
    unknown = sorted(set(names) - set(LAYERS))
    if unknown:
        raise UsageError(f"unknown layer(s) {', '.join(unknown)}; the layers are {', '.join(LAYERS)}, default and all")
    if not names:
        raise UsageError(f"no layer is named; the layers are {', '.join(LAYERS)}, default and all")
    return tuple(name for name in LAYERS if name in names)


def given_report(report: AnyReport) -> GivenReport:
    """Make a report of whatever a user hands in."""
    if isinstance(report, GivenReport):
        return report
    return from_mapping({"text": report} if not isinstance(report, Mapping) else report)


def _prepared(given: GivenReport, number: int, today: date, seconds: float | None) -> Report:
    """Prepare a report within its time."""
    try:
        with at_most(seconds):
            return prepare(given, number=number, today=today)
    except TimeUp:
        late = replace(given, html=None, error=said(seconds or 0.0))
        return prepare(late, number=number, today=today)


def _noting(report: Report, passed: Sequence[Span]) -> Report:
    """Return a report with a note of what triage passed over, if it did."""
    return replace(report, notes=(*report.notes, str(passed_over(report.text, passed)))) if passed else report


def _is_long(report: Report) -> bool:
    return len(report.text) > parts.MOST_CHARACTERS


def _made(text: str, given: Mapping[str, object]) -> GivenReport:
    wrong = sorted(set(given) - set(GIVEN_KEYS))
    if wrong:
        raise UsageError(f"a report has no {', '.join(wrong)}; it has id, title, source, url, published and language")
    return from_mapping({"text": text, **given})
