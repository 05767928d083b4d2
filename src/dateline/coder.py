"""The coder: reports in, codings out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from itertools import islice
from typing import Any

from dateline.draft import Draft, Stage
from dateline.errors import DatelineError, UsageError
from dateline.lexicon.files import lexicon_digest
from dateline.model.coding import DEFAULT_LAYERS, LAYERS, Coding
from dateline.model.report import CoderInfo, Report
from dateline.parse.parser import BATCH, Parser
from dateline.parse.tree import Document
from dateline.pipeline import Pipeline, subset
from dateline.reading.given import GivenReport
from dateline.reading.prepare import prepare
from dateline.records import finish
from dateline.stages.build import default_stages
from dateline.stages.times import deduce_published

Clock = Callable[[str, float], None]
_LAYER_FROM = {"sentences": "document", "predicates": "clauses"}


class Coder:
    """Codes reports. Holds the parser and the lexicons; nothing in it changes, so threads may share it.

    Args:
        model: Name or path of an installed spaCy model; by default the one that comes with dateline.
        layers: The layers to fill; "all" for every one. Stages that no layer needs are not run.
        stages: Stages of your own in place of the default ones, in order.

    Raises:
        ModelError: The model cannot be loaded.
        LexiconError: A lexicon file breaks its format.
        UsageError: A layer is unknown.
    """

    def __init__(
        self, *, model: str | None = None, layers: Sequence[str] | str = DEFAULT_LAYERS, stages: Sequence[Stage] | None = None,
        parser: Parser | None = None,
    ) -> None:  # fmt: skip
        """Load the parser and the lexicons."""
        self.layers = _layers(layers)
        self.parser = parser or Parser(model)
        wanted = frozenset(_LAYER_FROM.get(name, name) for name in self.layers)
        self.pipeline = Pipeline(subset(stages or default_stages(), wanted))

    @cached_property
    def info(self) -> CoderInfo:
        """Return what is written into every coding: versions and digests."""
        return CoderInfo(
            version=version("dateline"), model=self.parser.version, model_digest=self.parser.digest,
            lexicon_digest=lexicon_digest(), options={"layers": " ".join(self.layers)},
        )  # fmt: skip

    def code(self, text: str, **given: str | None) -> Coding:
        """Code one report.

        Args:
            text: The report's decoded text.
            **given: Any of id, title, source, url, published (a date, ISO 8601), language (BCP 47).

        Returns:
            The coding. A text that cannot be coded gives one with ``report.coded`` false and ``report.error``.
        """
        return next(self.code_many([GivenReport(text=text, **given)]))

    def code_many(self, reports: Iterable[GivenReport | Mapping[str, Any] | str], *, clock: Clock | None = None) -> Iterator[Coding]:
        """Code a stream of reports, in order; memory does not grow with their number.

        Args:
            reports: Texts, mappings with the keys of the input format, or GivenReport objects.
            clock: Told the name and the seconds of each stage, for a bench.
        """
        seen: Counter[str] = Counter()
        stream = enumerate(map(_given, reports), start=1)
        today = datetime.now(UTC).date()
        while batch := list(islice(stream, BATCH)):
            prepared = [_repeated(prepare(given, number=n, today=today), seen) for n, given in batch]
            documents = self.parser.parse_many(r.text for r in prepared if r.coded)
            for report in prepared:
                yield self._code(report, next(documents), clock) if report.coded else self._refused(report)

    def draft(self, text: str, **given: str | None) -> Draft:
        """Return what the stages made of a text, for those who build on single stages."""
        report = prepare(GivenReport(text=text, **given), number=1, today=datetime.now(UTC).date())
        return self._run(report, self.parser.parse(text), None)

    def _code(self, report: Report, document: Document, clock: Clock | None) -> Coding:
        try:
            return finish(self._run(report, document, clock), layers=self.layers, info=self.info)
        except DatelineError:
            raise
        except Exception as error:  # noqa: BLE001  one report never stops a run: the fault is kept with the report
            return self._refused(replace(report, coded=False, error=f"the coder failed ({error!r}); please report this text"))

    def _run(self, report: Report, document: Document, clock: Clock | None) -> Draft:
        if report.published is None:
            found = deduce_published(document)
            if found is not None:
                report = replace(report, published=found[0].isoformat(), published_origin="deduced")
        return self.pipeline.run(Draft(report=report, document=document), clock=clock)

    def _refused(self, report: Report) -> Coding:
        return Coding(report=replace(report, coder=self.info))


def _layers(layers: Sequence[str] | str) -> tuple[str, ...]:
    names = LAYERS if layers == "all" or "all" in layers else tuple(layers.split() if isinstance(layers, str) else layers)
    unknown = sorted(set(names) - set(LAYERS))
    if unknown:
        raise UsageError(f"unknown layer(s) {', '.join(unknown)}; the layers are {', '.join(LAYERS)} and all")
    return tuple(name for name in LAYERS if name in names)


def _given(report: GivenReport | Mapping[str, Any] | str) -> GivenReport:
    if isinstance(report, GivenReport):
        return report
    return GivenReport(text=report) if isinstance(report, str) else GivenReport(**report)


def _repeated(report: Report, seen: Counter[str]) -> Report:
    """Note an id that came before; both reports are coded."""
    seen[report.id] += 1
    if seen[report.id] == 1:
        return report
    return replace(report, notes=(*report.notes, f"id {report.id!r} came before in this run"))
