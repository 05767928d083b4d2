"""What ACLED does not record because it is ordinary crime."""

from dataclasses import dataclass

from dateline.lexicon.events.gate import Gate
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.surroundings import Surroundings

# "Robbers shot a judge": whoever has to do with the conflict is hardly a chance victim.
_POLITICAL = frozenset({"REB", "MIL", "UAF", "OPP", "LEG", "JUD", "PTY", "SOC", "JRN", "SPY", "PRM", "REF", "REL"})


@dataclass(frozen=True, slots=True)
class Crimes:
    """Tells ordinary crime in one report by the words around it."""

    around: Surroundings
    gate: Gate

    def hold(self, found: Found) -> bool:
        """Tell a crime for gain or in private from violence of the conflict."""
        parties = (*found.actors, *found.recipients)
        political = any(_POLITICAL.intersection(self.around.scene.index.actors[a].sectors) for a in parties)
        near = self.around.near(found)
        # "A gang robbed a trader" is crime; in a report that speaks of rebels they may be the gang.
        return not political and bool(near & self.gate.crime) and not self.around.whole & self.gate.political
