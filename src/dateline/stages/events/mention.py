"""From a clause and the frame that fits it to a mention of an event with all its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.draft import Clause
from dateline.lexicon.frames import Frame
from dateline.model.base import Span
from dateline.model.closed import Mode, Status
from dateline.model.event import Content
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.extent import own_words
from dateline.stages.events.scene.found import REAL, Found, Match
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party
from dateline.stages.events.told.background import is_background
from dateline.stages.events.told.content import (
    by_rule_of_future,
    content_by_mode,
    content_of,
    content_record,
    mode_by_content,
    named_content,
)
from dateline.stages.events.told.status import status_of
from dateline.stages.events.told.voices import attribution_of
from dateline.stages.events.toll.quantities import Counting, find_means, find_quantities
from dateline.stages.events.when.days import Days
from dateline.stages.events.where.places import Places
from dateline.stages.events.who.roles import resolve_roles
from dateline.stages.events.who.sides import host_apart

_PHYSICAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "COOPERATE", None})
_ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT"})
_FOR_AID = frozenset({"AGREE", "REJECT", "REQUEST"})
_GIVEN = frozenset({"@money", "@aid", "@weapon"})


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in the fields of one report's mentions."""

    scene: Scene
    matcher: Matcher
    places: Places
    days: Days
    contents: Mapping[str, Content]

    def fill(self, clause: Clause, matches: tuple[Match, ...]) -> Found:
        """Return the mention that the best frame makes of a clause."""
        best = matches[0]
        inner = content_of(self.scene, self.matcher, clause, best.frame)
        actors, recipients = resolve_roles(self.scene, clause, best.frame, self._governed(clause, inner))
        modes, means = self._modes(clause, best)
        content = self._content(clause, best.frame, inner)
        if best.frame.modes_by_content:
            derived = mode_by_content(best.frame.type, content)
            modes = (derived,) if derived else modes
        if best.frame.type == "CONSULT" and not modes and self._alliance(actors):
            modes = ("multilateral",)
        place, place_span = self.places.place(clause, physical=best.frame.type in _PHYSICAL) or (None, None)
        found = Found(
            clause=clause,
            match=best,
            rivals=matches[1:],
            type=best.frame.type,
            modes=modes,
            content=content,
            content_clause=None if inner is None else inner[0],
            actors=actors.ids,
            actor_spans=actors.spans,
            recipients=recipients.ids,
            recipient_spans=recipients.spans,
            means=means,
            place=place,
            place_span=place_span,
            when=self.days.when(clause),
            status=status_of(self.scene, clause, best),
            factuality=clause.factuality,
            attribution=attribution_of(self.scene, clause),
            quantities=find_quantities(self.scene, Counting(clause, best.frame.type, modes[0] if modes else None)),
        )
        background = is_background(self.scene, found)
        found = replace(found, background=background, status=_in_time(self.scene, found))
        return host_apart(self.scene, by_rule_of_future(self.scene, found))

    def _governed(self, clause: Clause, inner: tuple[Clause, Match] | None) -> tuple[Clause, Frame | None] | None:
        """Return the clause that is spoken of, or that stands below, with its frame where one is known."""
        if inner is not None:
            return inner[0], inner[1].frame
        complement = self.matcher.complement(clause)
        return None if complement is None else (complement, None)

    def _content(self, clause: Clause, frame: Frame, inner: tuple[Clause, Match] | None) -> Content | None:
        """Return what is spoken of: by its own frame, by its noun alone, or as aid where money or arms are pledged."""
        found = None
        if inner is not None:
            found = self._asked(*inner) if frame.type in _ANSWERS else None
            found = found or content_record(self.scene, inner[0], inner[1], self._modes(*inner)[0])
        found = found or named_content(self.scene, clause, frame, self.contents)
        if found is None and frame.type in _FOR_AID and self._given(clause):
            return Content(type="AID")
        return found or content_by_mode(frame)

    def _asked(self, clause: Clause, match: Match) -> Content | None:
        """Return what a call or a proposal is for that is rejected or accepted: "rejected a call for a truce"."""
        if clause.pos != "noun" or match.frame.type not in ("AGREE", "REQUEST"):
            return None
        below = content_of(self.scene, self.matcher, clause, match.frame)
        if below is not None:
            return content_record(self.scene, below[0], below[1], self._modes(*below)[0])
        return named_content(self.scene, clause, match.frame, self.contents)

    def _given(self, clause: Clause) -> bool:
        """Tell whether money, arms or relief are what is pledged, asked for or refused."""
        spoken = self.matcher.complement(clause)
        clauses = [clause] if spoken is None else [clause, spoken]
        return any(not _GIVEN.isdisjoint(self.matcher.features.clause(c)) for c in clauses)

    def _alliance(self, actors: Party) -> bool:
        return any(self.scene.index.actors[a].country == "IGO" for a in actors.ids)

    def _modes(self, clause: Clause, match: Match) -> tuple[tuple[Mode, ...], Span | None]:
        """Return the modes by the weapon named, with its words, else by the frame."""
        if match.frame.by_means:
            named = find_means(self.matcher.frames.means, own_words(self.scene, clause))
            if named is not None:
                return (named[0],), named[1]
        return ((match.frame.mode,) if match.frame.mode else ()), None


def _in_time(scene: Scene, found: Found) -> Status:
    """Return the status with regard to the day of the report: what is dated after it has not happened yet."""
    published = scene.draft.report.published
    start = None if found.when is None else found.when.start
    if not published or not start or start <= published or found.match.frame.content:
        return found.status
    return "planned" if found.status in REAL else found.status
