"""The event stage: frames matched on clauses, roles filled, status judged, mentions joined, records made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.draft import Draft
from dateline.learned import Arbiter, Heads, load_arbiter, load_heads
from dateline.lexicon.events.contents import load_contents
from dateline.lexicon.events.frames import Frames, load_frames
from dateline.lexicon.events.gate import Gate, load_gate
from dateline.lexicon.events.ontology import Ontology, load_ontology
from dateline.lexicon.events.opinion import Opinion, load_opinion
from dateline.lexicon.events.words import EventWords, load_event_words
from dateline.model.event import Content
from dateline.stages.events.codes.crime import Crimes
from dateline.stages.events.codes.records import make_events
from dateline.stages.events.frames.arbitration import Arbitration
from dateline.stages.events.frames.features import Features, classes_by_word
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.frames.proposing import Proposing
from dateline.stages.events.mention import Filler
from dateline.stages.events.one.each_place import at_each_place
from dateline.stages.events.one.interceptions import join_interceptions
from dateline.stages.events.reader.reading import Reading
from dateline.stages.events.scene.found import Doubt, Found, Settled
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.surroundings import Surroundings
from dateline.stages.events.told.acts import Acts
from dateline.stages.events.told.gate import Gatekeeper
from dateline.stages.events.told.operators import only_spoken_of
from dateline.stages.events.told.opinions import opinions
from dateline.stages.events.told.telling import is_told
from dateline.stages.events.toll.bare_counts import count_bare
from dateline.stages.events.toll.outcomes import is_counted, settle_outcomes
from dateline.stages.events.toll.tallies import count_tallies
from dateline.stages.events.when.days import Days
from dateline.stages.events.where.places import Places
from dateline.stages.events.who.talks import of_those_who_met


@dataclass(frozen=True, slots=True)
class EventStage:
    """Fill the events layer from the clauses."""

    frames: Frames
    ontology: Ontology
    classes_of: Mapping[str, frozenset[str]]
    words: EventWords
    opinion: Opinion
    gate: Gate
    contents: Mapping[str, Content]
    arbiter: Arbiter
    heads: Heads

    name: ClassVar[str] = "events"
    needs: ClassVar[frozenset[str]] = frozenset(
        {"document", "times", "places", "actors", "mentions", "numbers", "clauses", "statements", "gifts"}
    )
    fills: ClassVar[frozenset[str]] = frozenset({"events"})

    @classmethod
    def load(cls, frames: Frames | None = None, heads: Heads | None = None) -> "EventStage":
        """Read the frames and the codebooks' tables, and what the reader learned unless other heads are given."""
        frames = frames or load_frames()
        return cls(
            frames,
            load_ontology(),
            classes_by_word(frames.classes),
            load_event_words(),
            load_opinion(),
            load_gate(),
            load_contents(),
            load_arbiter(),
            heads or load_heads(),
        )

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its events filled in."""
        scene = Scene(draft, self.words)
        around = Surroundings(scene)
        reading = Reading(scene, self.read(scene, around), self.heads)
        crimes = Crimes(around, self.gate)
        return replace(draft, events=make_events(scene, reading.judged(), self.ontology, crimes))

    def read(self, scene: Scene, around: Surroundings | None = None) -> list[Found]:
        """Return the mentions that the reader is asked about, in order of the text, those that the rules doubt too."""
        keeper = Gatekeeper(around or Surroundings(scene), self.gate)
        found = [keeper.judged(f) for f in of_those_who_met(scene, self.find(scene)) if keeper.admits(f)]
        doubted = [f for f in found if f.doubt is not None]
        told = settle_outcomes(scene, join_interceptions(scene, (f for f in found if f.doubt is None)))
        counted = count_bare(scene, told)
        # "Nine were killed" that has gone to the act before it is not told once more.
        unsure = (f for f in doubted if f.clause.index not in counted.clauses and not is_counted(scene, f, told))
        return sorted([*count_tallies(scene, counted.found), *unsure], key=lambda f: f.clause.index)

    def told(self, scene: Scene) -> list[Found]:
        """Return the mentions that the rules let stand."""
        return [f for f in self.read(scene) if f.doubt is None]

    def find(self, scene: Scene) -> Iterator[Found]:
        """Yield the mentions of events, in order of the text, those that the rules doubt too."""
        matcher = Matcher(scene, self.frames, Features(scene, self.classes_of))
        filler = Filler(scene, Acts(scene, matcher, self.contents), Places(scene), Days(scene))
        # A light verb speaks through its noun, unless no frame knows the noun.
        silent = {c.support for c in scene.draft.clauses if c.support is not None and matcher.matches(c)}
        matched = [(c, matcher.matches(c)) for c in scene.draft.clauses if c.token not in silent]
        sure = [(c, matches[0]) for c, matches in matched if matches]
        proposing = Proposing(scene, matcher, self.heads)
        unsure = {c.index: (c, m) for c, ms in matched if not ms and (m := proposing.propose(c)) is not None}
        # What no frame but the reader may see is held like any other, so that "if they attack" stays untold.
        spoken = only_spoken_of(scene, matcher, sure, [*unsure.values()]) | opinions(scene, self.opinion)
        arbitration = Arbitration(scene, self.frames, self.classes_of, self.arbiter)
        for clause, matches in matched:
            proposed = unsure.get(clause.index)
            if clause.index in spoken or not (matches or proposed):
                continue
            # The arbiter was trained on clauses that frames fit, and has nothing to say of others.
            settled = Settled((proposed[1],), {}) if proposed else arbitration.settle(clause, matches)
            if settled is not None:
                found = filler.fill(clause, settled)
                doubt: Doubt | None = "held" if not matches else None if is_told(scene, found) else "general"
                yield from at_each_place(scene, replace(found, doubt=doubt) if doubt else found)
