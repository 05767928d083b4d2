"""The stages in order, and the check of that order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from dateline.draft import Draft, Stage
from dateline.errors import PipelineError

BEFORE = frozenset({"document"})


@dataclass(frozen=True, slots=True)
class Pipeline:
    """An ordered list of stages, checked when built: each finds what it needs filled by those before it."""

    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        """Raise PipelineError where a stage comes too early or a layer has two owners."""
        filled = set(BEFORE)
        for stage in self.stages:
            missing = stage.needs - filled
            if missing:
                raise PipelineError(
                    f"stage {stage.name!r} needs {sorted(missing)}, but only {sorted(filled)} are filled by then; "
                    "move it after the stage that fills them"
                )
            twice = stage.fills & filled
            if twice:
                raise PipelineError(
                    f"stage {stage.name!r} fills {sorted(twice)} a second time; give each layer one owner"
                )
            filled |= stage.fills

    def run(self, draft: Draft, *, clock: Callable[[str, float], None] | None = None) -> Draft:
        """Pass the draft through all stages; ``clock`` is told each stage's name and seconds."""
        for stage in self.stages:
            before = perf_counter()
            draft = stage(draft)
            if clock is not None:
                clock(stage.name, perf_counter() - before)
        return draft


def subset(stages: Sequence[Stage], wanted: frozenset[str]) -> tuple[Stage, ...]:
    """Return the stages that fill the wanted layers and all that those need, order kept."""
    keep: list[Stage] = []
    need = set(wanted)
    for stage in reversed(stages):
        if stage.fills & need:
            keep.append(stage)
            need |= stage.needs
    return tuple(reversed(keep))
