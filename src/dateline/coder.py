"""The coder: reports in, codings out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.draft import Draft, Stage
from dateline.model.coding import LAYERS, Coding
from dateline.model.report import Report
from dateline.parse.parser import Parser
from dateline.pipeline import Pipeline
from dateline.reading.given import GivenReport

import importlib

_STAGES = [("times", "TimeStage"), ("places", "PlaceStage"), ("actors", "ActorStage"), ("numbers", "NumberStage"), ("clauses", "ClauseStage"), ("statements", "StatementStage"), ("events", "EventStage"), ("plans", "PlanStage")]


def default_stages() -> tuple[Stage, ...]:
    out = []
    filled = {"document"}
    for module, name in _STAGES:
        try:
            cls = getattr(importlib.import_module(f"dateline.stages.{module}"), name)
            stage = cls() if not hasattr(cls, "load") else cls.load()
        except (ImportError, AttributeError, TypeError) as e:
            import sys
            print(f"stage {module} missing: {e!r}", file=sys.stderr)
            continue
        out.append(stage)
    for s in out:
        filled |= s.fills
    return tuple(out)


class Coder:
    def __init__(self, *, model: str | None = None, parser: Parser | None = None) -> None:
        self.parser = parser or Parser(model)
        self.stages = default_stages()

    def code(self, text: str, *, published: str | None = None, id: str | None = None) -> Coding:
        return next(self.code_many([GivenReport(text=text, published=published, id=id)]))

    def code_many(self, reports: Iterable[GivenReport], clock: Callable[[str, float], None] | None = None) -> Iterator[Coding]:
        from itertools import islice
        from time import perf_counter
        stream = iter(reports)
        while batch := list(islice(stream, 64)):
            t = perf_counter()
            docs = list(self.parser.parse_many(r.text for r in batch))
            if clock: clock("parse", perf_counter() - t)
            for r, d in zip(batch, docs):
                report = Report(id=r.id or "1", text=r.text, published=r.published)
                draft = Draft(report=report, document=d)
                for stage in self.stages:
                    t = perf_counter()
                    draft = stage(draft)
                    if clock: clock(stage.name, perf_counter() - t)
                yield self.coding(draft)

    def coding(self, d: Draft) -> Coding:
        pred = tuple(c.record() for c in d.clauses) if d.clauses and hasattr(d.clauses[0], "record") else ()
        return Coding(report=d.report, actors=d.actors, places=d.places, times=d.times, events=d.events, statements=d.statements, positions=d.positions, commitments=d.commitments, scheduled=d.scheduled, predicates=pred)
