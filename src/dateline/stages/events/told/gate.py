"""What is no political event: accidents, disasters, sport and film yield none."""

from dataclasses import replace

from dateline.lexicon.events.gate import Gate
from dateline.model.groups import ARMED
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.surroundings import Surroundings

_SPORT_WORDS = 2  # one word may be a figure of speech: "a match for the army"
_WITHIN = "in"


class Gatekeeper:
    """Judges the events of one report by the words around them."""

    def __init__(self, around: Surroundings, gate: Gate) -> None:
        """Keep the words around the events, and the word lists."""
        self.scene = around.scene
        self.around = around
        self.gate = gate

    def judged(self, found: Found) -> Found:
        """Return a mention, doubted where a weapon may only be described."""
        return replace(found, doubt="general") if found.doubt is None and self._weapon_described(found) else found

    def admits(self, found: Found) -> bool:
        """Tell whether what a frame found can be a political event at all."""
        if self._no_agent(found) or self._in_fiction(found):
            return False
        if found.type not in ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE"):
            return True
        near = self.around.near(found)
        # "Fans stormed the pitch": sport stays out, unless somebody was hurt or it was about politics.
        if len(near & self.gate.elsewhere) >= _SPORT_WORDS and not near & (self.gate.political | self.gate.harm):
            return False
        if found.type == "MOBILIZE" or "martial-law" in found.modes:
            # Forces called out and emergencies declared for a flood are relief, not a show of force.
            return not self._disaster(found, but=self.scene.words.shared.army)
        if found.type == "PROTEST":
            # "Marched after the flood": who marches means it; "anger erupted after the flood" is nobody's act.
            return bool(found.actors) or not self._disaster(found)
        return not (found.type == "ASSAULT" and self._accident(found))

    def _in_fiction(self, found: Found) -> bool:
        """Tell what happens in a film or a game by the words of its sentence."""
        told = self.around.here(found) & self.gate.fiction
        return bool(told) and not told <= self._upon(found)

    def _upon(self, found: Found) -> frozenset[str]:
        """Return the words for what an act is done to: a protest against a film is none in a film."""
        done_to = (a for a in found.clause.arguments if a.role != "agent" and a.prep != _WITHIN)
        return frozenset(t.lemma.lower() for a in done_to for t in self.scene.doc.subtree(self.scene.token(a)))

    def _no_agent(self, found: Found) -> bool:
        """Tell what beasts, weather or players do."""
        if found.actors:
            return False
        return any(
            a.role == "agent" and self.scene.token(a).lemma.lower() in self.gate.doers for a in found.clause.arguments
        )

    def _weapon_described(self, found: Found) -> bool:
        """Tell "the launcher fires six rockets at a time": what a thing can do, with no one who does it."""
        if found.type != "ASSAULT" or found.actors or found.clause.pos != "verb" or found.when is not None:
            return False
        doc = self.scene.doc
        verb = doc.tokens[found.clause.token]
        # "Gunmen shell town": headlines tell deeds in the present.
        headline = doc.sentence_of(verb).part == "headline"
        return (
            verb.tag in ("VBZ", "VBP")
            and found.clause.voice == "active"
            and not headline
            and found.status == "occurred"
        )

    def _disaster(self, found: Found, *, but: frozenset[str] = frozenset()) -> bool:
        """Tell a disaster by its words, if none of intent stands near; those in ``but`` show no intent here."""
        causes = self.around.causes(found)
        burst = bool(causes & self.gate.burst) and bool(causes & self.gate.hazard)
        return (burst or bool(causes & self.gate.accident)) and not self.around.near(found) & (self.gate.intent - but)

    def _accident(self, found: Found) -> bool:
        """Tell harm that no one did: no actor, no weapon of intent, and a cause that is an accident's."""
        # "Troops fired at random after the crash": who bears arms meant it.
        armed = any(ARMED.intersection(self.scene.index.actors[a].sectors) for a in found.actors)
        return not armed and self._disaster(found)
