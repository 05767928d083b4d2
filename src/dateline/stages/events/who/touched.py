"""Whom an act touches where none of its own roles names anyone: through the act spoken of, then by its prepositions."""

from collections.abc import Iterator

from dateline.draft import Argument, Clause
from dateline.lexicon.events.frames import Frame
from dateline.stages.events.scene.found import Inner
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party
from dateline.stages.events.who.asking import Asking
from dateline.stages.events.who.bystanders import states_country

_MAX_DERIVE = 3
_FREED = frozenset({"agent", "for", "in", "of", "recipient", "theme"})


def touched_within(ask: Asking) -> Party:
    """Return whom the act spoken of names: "refused to lift the curfew on the enclave" touches the enclave."""
    if not ask.act.frame.content:
        return NOBODY
    for spoken, below in _chain(ask.scene, ask.act.inner):
        for role in _roles(ask.scene, ask.act.frame, below):
            found = ask.named(spoken, role)
            if found and not _is_means(ask.scene, found, role):
                return found
    return NOBODY


def touched_by(ask: Asking, *, blamed: bool) -> Party:
    """Return whom the act's own prepositions name: "offered aid for Romania" touches Romania.

    Args:
        ask: The act.
        blamed: Of what it is about only the doer is meant.
    """
    kind, inner = ask.act.frame.type, ask.act.inner
    spoken = inner.clause.token if inner is not None and ask.act.frame.content else None
    for role in ("theme", *ask.scene.words.who.touched_ties):
        named = [a for a in ask.clause.arguments if a.role == role]
        if kind == "REQUEST" and any(a.head == spoken for a in named):
            continue  # who is named there was weighed above
        if role == "from" and kind == "ASSAULT":
            continue  # where it was launched
        found = ask.named(ask.clause, role, blamed=blamed and any(_suffered(ask.scene, a) for a in named))
        if found:
            return found
    return NOBODY


def _suffered(scene: Scene, argument: Argument) -> bool:
    """Tell "the killing of teachers", "the release of prisoners": those named are who it was done to."""
    return scene.token(argument).lemma.lower() in scene.words.who.suffered


def _roles(scene: Scene, frame: Frame, below: Frame | None) -> Iterator[str]:
    """Yield the roles of an act spoken of that name whom the speech act touches.

    Who asks for a release asks those who would release, not the prisoners.
    """
    roles = ["recipient", *scene.words.who.touched_ties, "in", "theme", "agent"]
    if below is not None:
        # The frame of the act spoken of knows best where its recipient stands.
        roles = [*below.recipient.split("|"), *roles]
        if frame.type == "REQUEST" and below.mode == "release":
            roles = ["agent", *(r for r in roles if r not in _FREED)]
        elif frame.type == "REQUEST" and below.mode == "withdraw":
            # "Demanded that troops leave": asked of the troops, and of whose they are.
            roles = ["agent", "theme", *roles]
    yield from dict.fromkeys(roles)


def _chain(scene: Scene, inner: Inner | None) -> Iterator[tuple[Clause, Frame | None]]:
    """Yield the clause spoken of and those below it."""
    if inner is None:
        return
    yield inner.clause, inner.frame
    at = inner.clause
    for _ in range(_MAX_DERIVE):
        content = at.get("content")
        below = None if content is None else scene.index.act_at.get(content.head)
        if below is None or below.index == at.index:
            return
        yield below, None
        at = below


def _is_means(scene: Scene, found: Party, role: str) -> bool:
    """Tell one's own means from the other side: "send troops" touches no troops."""
    if role != "theme":
        return False
    return all(not states_country(scene, i) and "MIL" in scene.index.actors[i].sectors for i in found.ids)
