"""What the rules find in a text, before the reader is asked which of it stands."""

from collections.abc import Callable

import pytest

from dateline.coder import Coder
from dateline.parse.parser import Parser
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.stage import EventStage

DAY = "2024-05-02"
Look = Callable[[str], Scene]


@pytest.fixture(scope="session")
def stage() -> EventStage:
    return EventStage.load()


@pytest.fixture(scope="session")
def scene_of(parser: Parser, stage: EventStage) -> Look:
    """Return a function that gives the scene of a text."""
    coder = Coder(parser=parser, layers="all")
    return lambda text: Scene(coder.draft(text, published=DAY), stage.words)
