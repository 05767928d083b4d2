"""Whether the act that a record codes happened."""

from dateline.draft import Clause
from dateline.grammar.forms import is_progressive
from dateline.model.closed import Status
from dateline.stages.events.scene.found import REAL, VERBAL, Match, When
from dateline.stages.events.scene.lookups import Scene

_MAX_UP = 4
_BESIDE = frozenset({"adverbial", "relative", "root"})  # what stands so below a denial is not what is denied


def status_of(scene: Scene, clause: Clause, match: Match, when: When | None) -> Status:
    """Return the status of a clause's event by its words; what is dated after the report is to come."""
    told = _told(scene, clause, match)
    published = scene.draft.report.published
    start = None if when is None else when.start
    # A dated promise is not itself to come: "promised to leave on 4 May" has been said.
    if not published or not start or start <= published or match.frame.content:
        return told
    return "planned" if told in REAL else told


def _told(scene: Scene, clause: Clause, match: Match) -> Status:
    """Return the status by the frame, the clause's own words and what it stands below."""
    if match.frame.status is not None:
        return match.frame.status
    above = _above(scene, clause)
    # "Will not meet the rebels": what is denied is no plan.
    if clause.factuality <= -1 or clause.polarity == "negative":
        # "Denied firing, saying that rebels fled": the flight stands beside what is denied, and is not denied.
        if clause.relation not in _BESIDE and any(c.lemma in scene.words.told.deny for c in above):
            return "denied"
        return _undone(scene, above)
    # "Denied that it shelled the town": no word of the clause itself denies it.
    if any(c.lemma in scene.words.told.deny for c in above[:1]) and clause.relation not in _BESIDE:
        return "denied"
    if clause.relation == "condition" or clause.modality in ("conditional", "question"):
        return "hypothetical"
    if clause.relation == "purpose" and above and above[0].factuality >= 2:
        # "visited Oslo to call for …": what is only said is said; what is to be done is planned.
        return "occurred" if match.frame.type in VERBAL else "planned"
    # "May have shelled the town" leaves it open.
    if clause.relation == "purpose" or (clause.modality == "possible" and clause.tense != "future"):
        return "hypothetical"
    return _by_governor(scene, clause, above)


def _undone(scene: Scene, above: list[Clause]) -> Status:
    if not above or above[0].lemma not in scene.words.told.prevent:
        return "negated"
    doc = scene.doc
    short = any(c.lower == "short" for c in doc.children(doc.tokens[above[0].token]))
    return "negated" if short else "prevented"  # "stopped short of an apology" kept nobody from it


def _by_governor(scene: Scene, clause: Clause, above: list[Clause]) -> Status:
    governor = above[0] if above else None
    if (
        governor is not None
        and clause.relation == "complement"
        and clause.tense == "none"
        and governor.tense == "future"
    ):
        return "planned"
    # "Tried to storm the post", but not "never tried to": without an attempt there is nothing.
    if governor is not None and governor.lemma in scene.words.told.attempt and governor.factuality > 0:
        return "attempted"
    if clause.tense == "future" or clause.modality == "intended" or _is_to(scene, clause):
        return "planned"
    if _decided(scene, clause, above):
        return "occurred"
    if (
        governor is not None
        and clause.relation in ("complement", "noun")
        and governor.lemma in scene.words.shared.intent
        and clause.tense == "none"
        and clause.pos == "verb"
    ):
        return "planned"
    if (
        governor is not None
        and clause.pos == "noun"
        and governor.lemma in scene.words.shared.intent
        and clause.factuality < 2
    ):
        return "planned"  # "told them to prepare for a march"
    # What the words above make this doubtful is not told as done.
    if clause.factuality < 1.6 and clause.relation in ("complement", "noun"):
        return "hypothetical"
    if clause.modality in ("necessary", "imperative"):
        return "hypothetical"
    return "ongoing" if _under_way(scene, clause) else "occurred"


def _decided(scene: Scene, clause: Clause, above: list[Clause]) -> bool:
    """Tell what was done by the decision that somebody is criticised or thanked for."""
    noun = scene.doc.head(scene.doc.tokens[clause.token])
    if noun.lemma.lower() not in scene.words.told.decisions or clause.tense != "none":
        return False
    return any(c.lemma in scene.words.told.reacting for c in above)


def _is_to(scene: Scene, clause: Clause) -> bool:
    """Tell "are to meet", "is due to resume", "is set to sign"."""
    doc = scene.doc
    verb = scene.verb(clause)
    if verb.dep not in ("xcomp", "acl", "advcl") or verb.tag != "VB":
        return False
    head = doc.head(verb)
    return head.lemma in scene.words.told.due and head.tag not in ("VBD",)


def _above(scene: Scene, clause: Clause) -> list[Clause]:
    out: list[Clause] = []
    at = scene.clause(clause.governor)
    while at is not None and len(out) < _MAX_UP:
        out.append(at)
        at = scene.clause(at.governor)
    return out


def _under_way(scene: Scene, clause: Clause) -> bool:
    """Tell "are meeting", "attacks continue" from what is over."""
    doc = scene.doc
    verb = scene.verb(clause)
    if verb.lemma in scene.words.told.go_on and verb.tag in ("VBZ", "VBP", "VBG"):
        return True
    # "Are going to Geneva" is to come, not under way.
    return is_progressive(doc, verb) and verb.lemma != "go"
