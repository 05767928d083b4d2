"""What is no political event: accidents, disasters, sport and film yield none; ordinary crime is none of ACLED's."""

from functools import cached_property
from itertools import pairwise

from dateline.lexicon.gate import Gate
from dateline.stages.events.found import Found, Scene

_ARMED = frozenset({"MIL", "REB", "UAF", "COP", "SPY", "PRM"})
_BORDER = 1  # sentences before and after that count as near
_SPORT_WORDS = 2


class Gatekeeper:
    """Judges the events of one report by the words around them."""

    def __init__(self, scene: Scene, gate: Gate) -> None:
        """Keep the scene and the word lists."""
        self.scene = scene
        self.gate = gate

    @cached_property
    def _by_sentence(self) -> list[frozenset[str]]:
        """Return the words of each sentence: lemmas, forms, pairs, and verbs once more with "to"."""
        out = []
        for s in self.scene.doc.sentences:
            tokens = self.scene.doc.tokens_of(s)
            words = {w for t in tokens for w in (t.lemma.lower(), t.lower)}
            words |= {f"{a.lower} {b.lemma.lower()}" for a, b in pairwise(tokens)}
            words |= {f"to {t.lemma.lower()}" for t in tokens if t.pos == "VERB"}
            out.append(
                frozenset(words - {t.lower for t in tokens if t.pos == "VERB"} | {t.lemma.lower() for t in tokens})
            )
        return out

    @cached_property
    def _things(self) -> list[frozenset[str]]:
        """Return the same without the plain lemmas of verbs, which accidents are not named by."""
        out = []
        for s, words in zip(self.scene.doc.sentences, self._by_sentence, strict=True):
            verbs = {t.lemma.lower() for t in self.scene.doc.tokens_of(s) if t.pos == "VERB"}
            nouns = {t.lemma.lower() for t in self.scene.doc.tokens_of(s) if t.pos != "VERB"}
            out.append(words - (verbs - nouns))
        return out

    @cached_property
    def whole(self) -> frozenset[str]:
        """Return the words of the whole report."""
        return frozenset().union(*self._by_sentence)

    def near(self, found: Found) -> frozenset[str]:
        """Return the words of an event's sentence and of those beside it."""
        at = self.scene.sentence(found.clause)
        return frozenset().union(*self._by_sentence[max(0, at - _BORDER) : at + _BORDER + 1])

    def _causes(self, found: Found) -> frozenset[str]:
        at = self.scene.sentence(found.clause)
        return frozenset().union(*self._things[max(0, at - _BORDER) : at + _BORDER + 1])

    def admits(self, found: Found) -> bool:
        """Tell whether what a frame found can be a political event at all."""
        if self._here(found) & self.gate.fiction or self._no_agent(found):
            return False
        if found.type not in ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE"):
            return True
        near = self.near(found)
        if self._weapon_described(found):
            return False
        if len(near & self.gate.elsewhere) >= _SPORT_WORDS and not near & (self.gate.political | self.gate.harm):
            return False
        if found.type == "MOBILIZE" or "martial-law" in found.modes:
            # Forces called out and emergencies declared for a flood are relief, not a show of force.
            return not self._disaster(found, but=self.scene.words.army)
        if found.type == "PROTEST":
            return bool(found.actors) or not self._disaster(found)
        return not (found.type == "ASSAULT" and self._accident(found))

    def _no_agent(self, found: Found) -> bool:
        """Tell what beasts, weather or players do."""
        if found.actors:
            return False
        return any(
            a.role == "agent" and self.scene.token(a).lemma.lower() in self.gate.doers for a in found.clause.arguments
        )

    def _here(self, found: Found) -> frozenset[str]:
        return self._by_sentence[self.scene.sentence(found.clause)]

    def _weapon_described(self, found: Found) -> bool:
        """Tell "the launcher fires six rockets at a time": what a thing can do, with no one who does it."""
        if found.type != "ASSAULT" or found.actors or found.clause.pos != "verb" or found.when is not None:
            return False
        doc = self.scene.doc
        verb = doc.tokens[found.clause.token]
        headline = doc.sentence_of(verb).part == "headline"
        return (
            verb.tag in ("VBZ", "VBP")
            and found.clause.voice == "active"
            and not headline
            and found.status == "occurred"
        )

    def _disaster(self, found: Found, *, but: frozenset[str] = frozenset()) -> bool:
        """Tell a disaster by its words, if none of intent stands near; those in ``but`` show no intent here."""
        causes = self._causes(found)
        burst = bool(causes & self.gate.burst) and bool(causes & self.gate.hazard)
        return (burst or bool(causes & self.gate.accident)) and not self.near(found) & (self.gate.intent - but)

    def _accident(self, found: Found) -> bool:
        """Tell harm that no one did: no actor, no weapon of intent, and a cause that is an accident's."""
        armed = any(_ARMED.intersection(self.scene.actors[a].sectors) for a in found.actors)
        return not armed and self._disaster(found)

    def ordinary_crime(self, found: Found) -> bool:
        """Tell a crime for gain or in private from violence of the conflict."""
        parties = (*found.actors, *found.recipients)
        political = any(_POLITICAL.intersection(self.scene.actors[a].sectors) for a in parties)
        near = self.near(found)
        return not political and bool(near & self.gate.crime) and not self.whole & self.gate.political


_POLITICAL = frozenset({"REB", "MIL", "UAF", "OPP", "LEG", "JUD", "PTY", "SOC", "JRN", "SPY", "PRM", "REF", "REL"})
