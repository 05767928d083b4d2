"""Coders for tests of what the stages make of a sentence."""

from collections.abc import Callable

import pytest
from shorthand import DAY, of_actors, of_events, of_places, of_plans, of_positions, of_statements, of_times

from dateline.coder import Coder
from dateline.draft import Draft
from dateline.model.coding import Coding
from dateline.parse.parser import Parser
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.stage import EventStage

Code = Callable[..., Coding]
DraftOf = Callable[[str], Draft]
Lines = Callable[[str], list[str]]
"""What a stage makes of a text, a line a record."""


@pytest.fixture(scope="session")
def coder(parser: Parser) -> Coder:
    """Return a coder with all stages."""
    return Coder(parser=parser, layers="all")


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Return a function that codes a text with all stages."""
    return coder.code


@pytest.fixture(scope="session")
def draft_of(coder: Coder) -> DraftOf:
    """Return a function that gives the draft of a text once all stages have read it."""
    return lambda text: coder.draft(text, published=DAY)


@pytest.fixture(scope="session")
def told_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives what the rules take for events, before the reader is asked."""
    stage = EventStage.load()

    def lines(text: str) -> list[str]:
        draft = draft_of(text)
        return of_events(draft, stage.told(Scene(draft, stage.words)))

    return lines


@pytest.fixture(scope="session")
def actors_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the actors of a text."""
    return lambda text: of_actors(draft_of(text))


@pytest.fixture(scope="session")
def places_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the places of a text."""
    return lambda text: of_places(draft_of(text))


@pytest.fixture(scope="session")
def times_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the times of a text."""
    return lambda text: of_times(draft_of(text))


@pytest.fixture(scope="session")
def statements_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the statements of a text."""
    return lambda text: of_statements(draft_of(text))


@pytest.fixture(scope="session")
def positions_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the positions of a text."""
    return lambda text: of_positions(draft_of(text))


@pytest.fixture(scope="session")
def plans_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives what is given and what is to come in a text."""
    return lambda text: of_plans(draft_of(text))
