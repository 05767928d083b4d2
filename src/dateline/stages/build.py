"""The default stages in their order."""

from pathlib import Path

from dateline.draft import Stage
from dateline.gazetteer.reader import open_gazetteer
from dateline.learned import Heads
from dateline.lexicon.events.frames import load_frames
from dateline.stages.actors import ActorStage
from dateline.stages.clauses import ClauseStage
from dateline.stages.events import EventStage
from dateline.stages.numbers import NumberStage
from dateline.stages.places import PlaceStage
from dateline.stages.plans import GiftStage, PlanStage
from dateline.stages.positions import PositionStage
from dateline.stages.statements import StatementStage
from dateline.stages.times import TimeStage


def default_stages(
    extra: Path | None = None, heads: Heads | None = None, *, places: str | None = None
) -> tuple[Stage, ...]:
    """Load the stages that come with dateline, with their lexicons.

    Args:
        extra: A folder of the user's own tables, of the same format, that add entries or overrule them.
        heads: What the reader has learned, where it is not what comes with dateline.
        places: A gazetteer of the user's own, asked first.

    Raises:
        LexiconError: A lexicon file breaks its format.
        GazetteerError: The gazetteer is missing or stale.
    """
    frames = load_frames()
    return (
        TimeStage(),
        PlaceStage(open_gazetteer(places)),
        ActorStage.load(extra=extra),
        NumberStage.load(),
        ClauseStage.load(nouns=frozenset(frames.nouns), adjectives=frozenset(frames.adjectives)),
        StatementStage(),
        GiftStage.load(),
        EventStage.load(frames, heads),
        PlanStage.load(),
        PositionStage.load(),
    )
