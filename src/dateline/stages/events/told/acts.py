"""What act a clause tells: its type, mode, content and status, before anything is read by them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.draft import Clause
from dateline.lexicon.events.frames import Frame
from dateline.model.base import Span
from dateline.model.closed import Mode
from dateline.model.event import Content
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.frames.means import find_means
from dateline.stages.events.scene.extent import own_words
from dateline.stages.events.scene.found import Act, Inner, Match, When
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party
from dateline.stages.events.told.content import content_by_mode, content_record, mode_by_content, named_content
from dateline.stages.events.told.operators import spoken_of
from dateline.stages.events.told.status import status_of
from dateline.stages.events.told.to_come import by_rule_of_future

# What they speak of may be a call or an offer: "accepted a call for talks".
_ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT"})
_FOR_AID = frozenset({"AGREE", "REJECT", "REQUEST"})
_GIVEN = frozenset({"@money", "@aid", "@weapon"})


@dataclass(frozen=True, slots=True)
class Acts:
    """Settles the acts of one report's clauses."""

    scene: Scene
    matcher: Matcher
    contents: Mapping[str, Content]

    def inner(self, clause: Clause, frame: Frame) -> Inner | None:
        """Return the clause that a clause speaks of, else the one that stands below it."""
        spoken = spoken_of(self.scene, self.matcher, clause, frame)
        if spoken is not None:
            return spoken
        complement = self.matcher.complement(clause)
        return None if complement is None else Inner(complement, None)

    def settle(self, clause: Clause, match: Match, inner: Inner | None, *, actor: Party, when: When | None) -> Act:
        """Return the act that a clause tells.

        Args:
            clause: The clause.
            match: The frame that stands for it.
            inner: What it speaks of or governs.
            actor: Who acts; what an alliance holds is multilateral, and only what somebody says he will do is a threat.
            when: The day; what is dated after the report is to come.
        """
        modes, means = self._modes(clause, match)
        content = self._content(clause, match.frame, inner)
        # "Asked for a meeting", "asked for aid": one verb, and its mode is that of what it is for.
        if match.frame.modes_by_content:
            derived = mode_by_content(match.frame.type, content)
            modes = (derived,) if derived else modes
        if match.frame.type == "CONSULT" and not modes and self._alliance(actor):
            modes = ("multilateral",)
        act = Act(
            clause=clause,
            match=match,
            type=match.frame.type,
            modes=modes,
            means=means,
            content=content,
            inner=inner,
            status=status_of(self.scene, clause, match, when),
            factuality=clause.factuality,
        )
        return by_rule_of_future(self.scene, act, actor)

    def _content(self, clause: Clause, frame: Frame, inner: Inner | None) -> Content | None:
        """Return what is spoken of: by its own frame, by its noun alone, or as aid where money or arms are pledged."""
        found = None
        if inner is not None and inner.match is not None:
            found = self._asked(inner.clause, inner.match) if frame.type in _ANSWERS else None
            found = found or self._record(inner.clause, inner.match)
        found = found or named_content(self.scene, clause, frame, self.contents)
        if found is None and frame.type in _FOR_AID and self._given(clause):
            return Content(type="AID")
        return found or content_by_mode(frame)

    def _record(self, clause: Clause, match: Match) -> Content | None:
        return content_record(clause, match, self._modes(clause, match)[0])

    def _asked(self, clause: Clause, match: Match) -> Content | None:
        """Return what a call or a proposal is for that is rejected or accepted: "rejected a call for a truce"."""
        if clause.pos != "noun" or match.frame.type not in ("AGREE", "REQUEST"):
            return None
        below = spoken_of(self.scene, self.matcher, clause, match.frame)
        if below is not None and below.match is not None:
            return self._record(below.clause, below.match)
        return named_content(self.scene, clause, match.frame, self.contents)

    def _given(self, clause: Clause) -> bool:
        """Tell whether money, arms or relief are what is pledged, asked for or refused."""
        spoken = self.matcher.complement(clause)
        clauses = [clause] if spoken is None else [clause, spoken]
        return any(not _GIVEN.isdisjoint(self.matcher.features.clause(c)) for c in clauses)

    def _alliance(self, actor: Party) -> bool:
        return any(self.scene.index.actors[a].country == "IGO" for a in actor.ids)

    def _modes(self, clause: Clause, match: Match) -> tuple[tuple[Mode, ...], Span | None]:
        """Return the modes by the weapon named, with its words, else by the frame."""
        # "Killed" has no mode, "killed in an air strike" has: the weapon named goes before the frame's own.
        if match.frame.by_means:
            named = find_means(self.matcher.frames.means, own_words(self.scene, clause))
            if named is not None:
                return (named[0],), named[1]
        return ((match.frame.mode,) if match.frame.mode else ()), None
