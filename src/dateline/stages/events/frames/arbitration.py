"""The arbiter's word on what the frames say of a clause: it bars, overrules, and lends its belief.

It is asked only where a frame fits: it speaks too seldom elsewhere for what it costs (docs/arbiter.md).
"""

from collections.abc import Iterable, Mapping, Sequence

from dateline.draft import Clause
from dateline.learned import Arbiter, Describer, frame_words
from dateline.lexicon.events.frames import Frame, Frames
from dateline.model.closed import EventType
from dateline.stages.events.scene.found import Match, Settled
from dateline.stages.events.scene.lookups import Scene

BAR, OVERRULE = 0.8, 0.6
"""Shares from which the arbiter bars an event, and prefers another type.

Set on unseen folds of the training set; docs/arbiter.md has the counts.
"""
_LOOKED_UP = {"verb": "verbs", "noun": "nouns", "adjective": "adjectives"}


class Arbitration:
    """Asks the arbiter about the clauses of one report."""

    def __init__(
        self, scene: Scene, frames: Frames, classes_of: Mapping[str, frozenset[str]], arbiter: Arbiter
    ) -> None:
        """Keep what the clauses of a report are described by."""
        self.frames = frames
        self.arbiter = arbiter
        self.describer = Describer(scene.draft, classes_of)

    def settle(self, clause: Clause, matches: Sequence[Match]) -> Settled | None:
        """Return what stands of the frames that fit a clause; None where the arbiter sees no event.

        A frame of ACLED's own types stands as it is: the arbiter knows PLOVER's types only.
        """
        if matches[0].frame.type is None:
            return Settled(tuple(matches), {})
        shares = self._shares(clause, matches)
        if shares[None] >= BAR:
            return None
        most = max(shares.values())
        likeliest = max((t for t, share in shares.items() if share == most), key=str)
        if likeliest is None or likeliest == matches[0].frame.type or shares[likeliest] < OVERRULE:
            return Settled(tuple(matches), shares)
        chosen = self._of_type(clause, matches, likeliest)
        # A type that no frame of the word has could not be traced to an entry, nor mended there.
        if chosen is None:
            return Settled(tuple(matches), shares)
        return Settled((chosen, *(m for m in matches if m is not chosen)), shares, overruled=True)

    def _shares(self, clause: Clause, matches: Sequence[Match]) -> dict[EventType | None, float]:
        said = [(m.frame.type, m.score) for m in matches]
        known = sorted({f.type for f in self._known(clause) if f.type is not None})
        return self.arbiter.propose((*self.describer.words(clause), *frame_words(said, known)))

    def _known(self, clause: Clause) -> tuple[Frame, ...]:
        """Return the frames that hold a clause's word, whether their conditions hold or not."""
        index: Mapping[str, tuple[Frame, ...]] = getattr(self.frames, _LOOKED_UP[clause.pos])
        return index.get(clause.lemma, ())

    def _of_type(self, clause: Clause, matches: Iterable[Match], wanted: EventType) -> Match | None:
        """Return the match of a type, else its heaviest frame that holds the word."""
        fits = next((m for m in matches if m.frame.type == wanted), None)
        if fits is not None:
            return fits
        # "Struck" alone, where a frame of that type asks for more: its word is there, and that much is enough.
        held = [f for f in self._known(clause) if f.type == wanted]
        best = min(held, key=lambda f: (-f.weight, f.id), default=None)
        return None if best is None else Match(frame=best, trigger=clause.lemma, score=0.0)
