"""The event stage: frames matched on clauses, roles filled, status judged, mentions joined, records made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.draft import Clause, Draft
from dateline.lexicon.contents import load_contents
from dateline.lexicon.event_words import EventWords, load_event_words
from dateline.lexicon.frames import Frames, load_frames
from dateline.lexicon.gate import Gate, load_gate
from dateline.lexicon.opinion import Opinion, load_opinion
from dateline.lexicon.ontology import Ontology, load_ontology
from dateline.model.closed import Mode, Status
from dateline.model.event import Content
from dateline.stages.events.circumstance import Circumstances, at_each_place
from dateline.stages.events.content import by_rule_of_future, content_of, content_record, mode_by_content, named_content
from dateline.stages.events.extent import own_words
from dateline.stages.events.features import Features, classes_by_word
from dateline.stages.events.found import Found, Match, Scene
from dateline.stages.events.gate import Gatekeeper
from dateline.stages.events.matching import Matcher
from dateline.stages.events.merging import group_mentions
from dateline.stages.events.opinions import opinions
from dateline.stages.events.outcomes import settle_outcomes
from dateline.stages.events.quantities import Counting, find_means, find_quantities
from dateline.stages.events.records import make_events
from dateline.stages.events.roles import resolve_roles
from dateline.stages.events.salience import is_background
from dateline.stages.events.status import VERBAL, status_of
from dateline.stages.events.voices import attribution_of

_PHYSICAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", None})
_GIVEN = frozenset({"@money", "@aid", "@weapon"})


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

    name: ClassVar[str] = "events"
    needs: ClassVar[frozenset[str]] = frozenset(
        {"document", "times", "places", "actors", "mentions", "numbers", "clauses", "statements"}
    )
    fills: ClassVar[frozenset[str]] = frozenset({"events"})

    @classmethod
    def load(cls, frames: Frames | None = None) -> "EventStage":
        """Read the frames and the codebooks' tables."""
        frames = frames or load_frames()
        return cls(
            frames,
            load_ontology(),
            classes_by_word(frames.classes),
            load_event_words(),
            load_opinion(),
            load_gate(),
            load_contents(),
        )

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its events filled in."""
        scene = Scene(draft, self.words)
        keeper = Gatekeeper(scene, self.gate)
        told = settle_outcomes(scene, (f for f in self.find(scene) if keeper.admits(f)))
        groups = group_mentions(scene, told)
        return replace(draft, events=make_events(scene, groups, self.ontology, keeper))

    def find(self, scene: Scene) -> Iterator[Found]:
        """Yield the mentions of events, in order of the text."""
        matcher = Matcher(scene, self.frames, Features(scene, self.classes_of))
        circumstances = Circumstances(scene)
        # A light verb speaks through its noun, unless no frame knows the noun.
        silent = {c.support for c in scene.draft.clauses if c.support is not None and matcher.matches(c)}
        matched = [(c, matcher.matches(c)) for c in scene.draft.clauses if c.token not in silent]
        spoken = _spoken_of(scene, matcher, [(c, ms[0]) for c, ms in matched if ms]) | opinions(scene, self.opinion)
        for clause, matches in matched:
            if matches and clause.index not in spoken:
                found = self._fill(scene, matcher, circumstances, clause, matches)
                if _told(scene, found):
                    yield from at_each_place(scene, found)

    def _fill(
        self, scene: Scene, matcher: Matcher, circumstances: Circumstances, clause: Clause, matches: tuple[Match, ...]
    ) -> Found:
        best = matches[0]
        inner = content_of(scene, matcher, clause, best.frame)
        complement = matcher.complement(clause)
        spoken = (inner[0], inner[1].frame) if inner is not None else None if complement is None else (complement, None)
        actors, recipients = resolve_roles(scene, clause, best.frame, spoken)
        modes, means = self._modes(scene, clause, best)
        content = None
        if inner is not None:
            content = content_record(scene, inner[0], inner[1], self._modes(scene, *inner)[0])
        if content is None:
            content = named_content(scene, clause, best.frame, self.contents)
        if best.frame.modes_by_content:
            derived = mode_by_content(best.frame.type, content)
            modes = (derived,) if derived else modes
        if content is None and best.frame.type == "AGREE" and not _GIVEN.isdisjoint(matcher.features.clause(clause)):
            content = Content(type="AID")
        if best.frame.type == "CONSULT" and not modes and any(scene.actors[a].country == "IGO" for a in actors.ids):
            modes = ("multilateral",)
        place = circumstances.place(clause, physical=best.frame.type in _PHYSICAL)
        found = Found(
            clause=clause, match=best, rivals=matches[1:], type=best.frame.type, modes=modes, content=content,
            content_clause=None if inner is None else inner[0],
            actors=actors.ids, actor_spans=actors.spans, recipients=recipients.ids, recipient_spans=recipients.spans,
            means=means, place=None if place is None else place[0], place_span=None if place is None else place[1], when=circumstances.when(clause),
            status=status_of(scene, clause, best), factuality=clause.factuality, attribution=attribution_of(scene, clause),
            quantities=find_quantities(scene, Counting(clause, best.frame.type, modes[0] if modes else None)),
        )  # fmt: skip
        found = replace(found, background=is_background(scene, found), status=_in_time(scene, found))
        return by_rule_of_future(scene, found)

    def _modes(self, scene: Scene, clause: Clause, match: Match) -> tuple[tuple[Mode, ...], tuple[int, int] | None]:
        frame = match.frame
        if frame.by_means:
            named = find_means(self.frames.means, own_words(scene, clause))
            if named is not None:
                return (named[0],), named[1]
        return ((frame.mode,) if frame.mode else ()), None


def _in_time(scene: Scene, found: Found) -> Status:
    """Return the status with regard to the day of the report: what is dated after it has not happened yet."""
    published = scene.draft.report.published
    start = None if found.when is None else found.when.start
    if (
        published
        and start
        and start > published
        and found.status in ("occurred", "ongoing")
        and not found.match.frame.content
    ):
        return "planned"
    return found.status


def _spoken_of(scene: Scene, matcher: Matcher, matched: list[tuple[Clause, Match]]) -> frozenset[int]:
    """Return the clauses that are what a speech act speaks of, with those coordinated to them: no events of their own."""
    out: set[int] = set()
    for clause, match in matched:
        inner = content_of(scene, matcher, clause, match.frame)
        if inner is None:
            continue
        out.add(inner[0].index)
        head = scene.doc.tokens[inner[0].token]
        out.update(c.index for t in scene.doc.conjuncts(head) if (c := scene.clause_at.get(t.i)) is not None)
        out.update(_below(scene, inner[0]))
    types = {c.index: m.frame.type for c, m in matched}
    out.update(
        c.index
        for c, _ in matched
        if _only_meant(scene, c, types) or _permits(matcher, c, types) or _undone(scene, c, types)
    )
    return frozenset(out)


def _undone(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell "lifted the curfew", "rejected the offer": a noun that a verb undoes is no event of its own."""
    up = scene.clause(clause.governor)
    if up is None or clause.pos != "noun" or clause.support is not None:
        return False
    theme = up.get("theme")
    return theme is not None and theme.head == clause.token and types.get(up.index) in ("CONCEDE", "RETREAT", "REJECT")


def _permits(matcher: Matcher, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell "allowed trucks to enter": the act allowed is what is coded, with who allowed it as its actor."""
    inner = matcher.complement(clause) if clause.lemma in matcher.scene.words.permit else None
    return inner is not None and types.get(inner.index) in ("AID", "RETREAT", "COOPERATE", "MOBILIZE")


def _only_meant(scene: Scene, clause: Clause, types: Mapping[int, str | None]) -> bool:
    """Tell an infinitive that says what words are about ("supports a path for X to join"); a visit "to call for" is told."""
    up = scene.clause(clause.governor)
    if up is None or clause.pos != "verb" or clause.tense != "none" or clause.relation not in ("purpose", "complement"):
        return False
    kind = types.get(up.index)
    if (
        clause.relation == "purpose"
        and kind in ("AID", "COOPERATE")
        and types.get(clause.index) in ("AID", "COOPERATE", "SUPPORT")
    ):
        return True
    return kind in VERBAL and kind != "CONSULT" and scene.doc.tokens[clause.token].tag == "VB"


def _below(scene: Scene, clause: Clause) -> Iterator[int]:
    """Yield the clauses whose scope is what is spoken of ("agreed to hold talks and to release prisoners")."""
    for c in scene.draft.clauses:
        if c.governor == clause.index and c.relation in ("complement", "purpose", "noun") and c.pos == "verb":
            yield c.index


def _told(scene: Scene, found: Found) -> bool:
    """Tell an event from words that say nothing of one."""
    if found.clause.relation == "condition" or _general(scene, found):
        return False
    if found.status == "hypothetical" and not (found.actors and (found.recipients or found.content or found.when)):
        return False
    if found.status == "hypothetical" and found.clause.pos == "noun" and found.clause.support is None:
        return False
    if found.clause.pos == "verb":
        return not _describes(scene, found)
    if _only_named(scene, found):
        return False
    return bool(
        found.actors
        or found.recipients
        or found.when
        or found.place_span
        or found.quantities
        or found.clause.support is not None
    )


def _general(scene: Scene, found: Found) -> bool:
    """Tell a noun in a sentence that states how things are, not what happened: present tense, no day, no number, no voice."""
    doc = scene.doc
    sentence = doc.sentence_of(doc.tokens[found.clause.token])
    if sentence.part != "body" or found.clause.tense != "none" or found.when or found.quantities or found.attribution:
        return False
    verbs = [t for t in doc.tokens_of(sentence) if t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD")]
    if any(t.tag in ("VBD", "MD") or t.lemma == "have" for t in verbs) or not verbs:
        return False
    return not any(doc.child(t, "aux") is not None and t.tag == "VBG" for t in doc.tokens_of(sentence))


def _describes(scene: Scene, found: Found) -> bool:
    """Tell a participle or a present-tense relative clause that only says what kind of thing its noun is."""
    verb = scene.doc.tokens[found.clause.token]
    if found.type not in VERBAL and found.type not in ("COOPERATE", "AID"):
        return False
    if verb.dep == "acl" and verb.tag == "VBN":
        return not any(a.role == "agent" and a.prep for a in found.clause.arguments)
    if verb.dep == "acl" and verb.tag == "VBG" and found.type in ("COOPERATE", "AID"):
        return True
    return verb.dep == "relcl" and found.clause.tense == "present" and found.status == "occurred"


def _only_named(scene: Scene, found: Found) -> bool:
    """Tell a gathering that only dates or places another act ("at the G7 summit", "the July summit")."""
    noun = scene.doc.tokens[found.clause.token]
    if (
        found.clause.pos != "noun"
        or found.clause.support is not None
        or noun.lemma.lower() not in scene.words.gatherings
    ):
        return False
    prep = scene.doc.head(noun).lower if noun.dep == "pobj" else ""
    coming = scene.draft.report.published or ""
    future = found.when is not None and found.when.start is not None and bool(coming) and found.when.start > coming
    return future or (prep in scene.words.circumstantial and not (found.actors and len(found.actors) > 1))
