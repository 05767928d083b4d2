"""Coders for tests of what the stages make of a sentence."""

from collections.abc import Callable

import pytest
from answers import NO, YES, answering
from shorthand import (
    DAY,
    of_actors,
    of_clauses,
    of_codes,
    of_contents,
    of_events,
    of_joined,
    of_numbers,
    of_offices,
    of_places,
    of_plans,
    of_positions,
    of_statements,
    of_times,
    of_voices,
)

from dateline.coder import Coder
from dateline.draft import Draft
from dateline.model.coding import Coding
from dateline.parse.parser import Parser
from dateline.stages.events.scene.found import Found
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
def mentions_of(draft_of: DraftOf) -> Callable[[str], tuple[Draft, list[Found]]]:
    """Return a function that gives what the rules take for events, before the reader is asked."""
    stage = EventStage.load()

    def told(text: str) -> tuple[Draft, list[Found]]:
        draft = draft_of(text)
        return draft, stage.told(Scene(draft, stage.words))

    return told


@pytest.fixture(scope="session")
def told_of(mentions_of: Callable[[str], tuple[Draft, list[Found]]]) -> Lines:
    """Return a function that gives type, parties, place, day and numbers of what the rules take for events."""
    return lambda text: of_events(*mentions_of(text))


@pytest.fixture(scope="session")
def contents_of(mentions_of: Callable[[str], tuple[Draft, list[Found]]]) -> Lines:
    """Return a function that gives what is agreed to, asked for, refused or threatened."""
    return lambda text: of_contents(mentions_of(text)[1])


@pytest.fixture(scope="session")
def voices_of(mentions_of: Callable[[str], tuple[Draft, list[Found]]]) -> Lines:
    """Return a function that gives who vouches for what the rules take for events."""
    return lambda text: of_voices(*mentions_of(text))


@pytest.fixture(scope="session")
def offices_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the offices that the actors of a text hold."""
    return lambda text: of_offices(draft_of(text))


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


@pytest.fixture(scope="session")
def numbers_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the numbers of a text."""
    return lambda text: of_numbers(draft_of(text))


@pytest.fixture(scope="session")
def clauses_of(draft_of: DraftOf) -> Lines:
    """Return a function that gives the predicates of a text."""
    return lambda text: of_clauses(draft_of(text))


@pytest.fixture(scope="session")
def codes_of(parser: Parser) -> Lines:
    """Return a function that gives the codes of all that the rules take for events, each mention by itself."""
    coder = Coder(parser=parser, layers="all", stages=answering(told=YES, right=YES, same=NO))
    return lambda text: of_codes(coder.code(text, published=DAY))


@pytest.fixture(scope="session")
def joined_of(parser: Parser) -> Lines:
    """Return a function that gives the events of a text where the reader joins all that the rules do not part."""
    coder = Coder(parser=parser, layers="all", stages=answering(told=YES, right=YES, same=YES))
    return lambda text: of_joined(coder.code(text, published=DAY))
