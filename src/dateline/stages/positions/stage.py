"""The stage that fills where actors stand."""

from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.lexicon.words.positions import PositionLexicon, load_positions
from dateline.lexicon.world.countries import Countries, load_countries
from dateline.stages.positions.records import make_positions
from dateline.stages.positions.stances.cues import find_cues
from dateline.stages.positions.stances.duties import find_duties, find_vows
from dateline.stages.positions.view import PositionView


@dataclass(frozen=True, slots=True)
class PositionStage:
    """Fill the positions: actor, issue, stance, with condition, hedge and statements."""

    lexicon: PositionLexicon
    countries: Countries

    name: ClassVar[str] = "positions"
    needs: ClassVar[frozenset[str]] = frozenset({"document", "actors", "mentions", "clauses", "statements", "events"})
    fills: ClassVar[frozenset[str]] = frozenset({"positions"})

    @classmethod
    def load(cls) -> "PositionStage":
        """Return the stage with the package's own lexicons."""
        return cls(load_positions(), load_countries())

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its positions filled in."""
        view = PositionView(draft, self.lexicon, self.countries)
        return replace(draft, positions=make_positions([*find_cues(view), *find_duties(view), *find_vows(view)], view))
