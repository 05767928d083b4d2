"""Who acts and who is acted upon: from a frame's role words to the report's actors."""

from collections.abc import Iterator

from dateline.draft import Argument, Clause
from dateline.lexicon.frames import Frame
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, join, without
from dateline.stages.events.who.around import beside, companions, enabled, met
from dateline.stages.events.who.bystanders import acted_upon, states_country
from dateline.stages.events.who.owners import arguments, parties, party
from dateline.stages.events.who.sides import battle_of, in_battle

_BLAME = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
# Acts aimed at whoever did what they are about: a protest against a killing is aimed at no victim.
_ANSWERING = _BLAME | {"PROTEST"}
_MAX_DERIVE = 3
_FREED = frozenset({"agent", "for", "in", "of", "recipient", "theme"})


def resolve_roles(
    scene: Scene, clause: Clause, frame: Frame, inner: tuple[Clause, Frame | None] | None
) -> tuple[Party, Party]:
    """Return actors and recipients of a clause as its frame assigns them.

    Args:
        scene: The report.
        clause: The clause that the frame fits.
        frame: The frame.
        inner: The clause that is spoken of, with its own frame, where the act is a speech act or governs one.
    """
    complement = None if inner is None else inner[0]
    actor = (
        _permitter(scene, clause) or resolve(scene, clause, frame.actor, complement) or _announcer(scene, clause, frame)
    )
    actor = actor or _committed(scene, clause)
    if actor:
        actor = join(actor, companions(scene, clause))
    if frame.reciprocal:
        sides = [resolve(scene, clause, role, None) for role in scene.words.who.side_ties]
        return join(actor, *sides), Party()
    exclude = frozenset(actor.ids) | _favoured(scene, frame, inner)
    asked = frame.recipient
    if _sends(scene, clause, frame):
        asked = "|".join(r for r in asked.split("|") if r != "theme")
    recipient = resolve(scene, clause, asked, complement, blamed=frame.type in _ANSWERING, exclude=exclude)
    recipient = recipient or beside(scene, clause, frame.type, exclude=exclude)
    if frame.type == "CONSULT":
        recipient = met(scene, clause, exclude=exclude) or recipient
    if frame.type in ("REJECT", "SUPPORT"):
        recipient = enabled(scene, clause, exclude=exclude) or recipient
    if not recipient and not _sends(scene, clause, frame):
        recipient = _affected(scene, clause, frame, inner, exclude=exclude)
    recipient = acted_upon(scene, frame, actor, recipient)
    if frame.type == "ASSAULT":
        actor, recipient = in_battle(scene, clause, actor, recipient, _opponents(scene, clause))
    return actor, _without_victims(scene, recipient) if frame.type in _BLAME else recipient


def _opponents(scene: Scene, clause: Clause) -> Party:
    """Return whom the battle was with that people fell in."""
    battle = battle_of(scene, clause)
    if battle is None:
        return Party()
    return join(*(parties(scene, battle, role, exclude=frozenset()) for role in ("with", "between", "against")))


def _favoured(scene: Scene, frame: Frame, inner: tuple[Clause, Frame | None] | None) -> frozenset[str]:
    """Return who is only to gain by what is asked for: "called for Chad to be given aid" asks nothing of Chad."""
    if frame.type != "REQUEST" or inner is None or inner[0].voice != "passive":
        return frozenset()
    spoken, below = inner
    kind = None if below is None else below.type
    if kind != "AID" and spoken.lemma not in scene.words.who.favouring:
        return frozenset()
    return frozenset(parties(scene, spoken, "theme", exclude=frozenset()).ids)


def _sends(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Tell whether those named are moved: forces in a show of force, doctors who are sent."""
    return frame.type == "MOBILIZE" or (frame.type in ("AID", "AGREE") and clause.lemma in scene.words.who.sending)


def _without_victims(scene: Scene, found: Party) -> Party:
    """Leave out places that suffered what is blamed: condemning the shelling of a town is aimed at no town."""
    return without(found, frozenset(i for i in found.ids if scene.index.trait(i).stands_for == "place"))


def _committed(scene: Scene, clause: Clause) -> Party:
    """Return who is "committed to reform", "opposed to a deal": a passive in form alone."""
    if clause.voice != "passive" or clause.lemma not in scene.words.who.minded or clause.get("to") is None:
        return Party()
    return parties(scene, clause, "theme", exclude=frozenset())


def _permitter(scene: Scene, clause: Clause) -> Party:
    """Return who allows an act that another is to do: the act that the report tells is the permission's."""
    up = scene.clause(clause.governor)
    if up is None or up.lemma not in scene.words.shared.permit or clause.relation != "complement":
        return Party()
    return join(*(party(scene, a) for a in up.arguments if a.role == "agent"))


def _announcer(scene: Scene, clause: Clause, frame: Frame) -> Party:
    """Return who announces, orders or begins an act that names no actor of its own, or answers by it.

    "Announced the release of …", "responded with air strikes".
    """
    up = scene.clause(clause.governor)
    if up is None or frame.actor == "" or clause.relation not in ("noun", "complement"):
        return Party()
    by_it = up.lemma in scene.words.shared.answering and any(
        a.role == "with" and a.head == clause.token for a in up.arguments
    )
    if not by_it and up.lemma not in scene.words.who.own_act:
        return Party()
    if clause.voice == "passive" or (clause.pos == "verb" and clause.tense != "none"):
        return Party()
    return join(*(party(scene, a) for a in up.arguments if a.role == "agent"))


def _affected(
    scene: Scene, clause: Clause, frame: Frame, inner: tuple[Clause, Frame | None] | None, *, exclude: frozenset[str]
) -> Party:
    """Return whom an act touches where its own roles name no one: through the act spoken of, then by its prepositions.

    "Refused to lift the curfew on the enclave" touches the enclave; "offered aid for Romania" touches Romania.
    """
    for spoken, below in _chain(scene, inner if frame.content else None):
        for role in _touched(scene, frame, below):
            found = parties(scene, spoken, role, exclude=exclude)
            if found and not _instrument(scene, found, role):
                return found
    spoken_of = inner[0].token if inner is not None and frame.content else None
    for role in ("theme", *scene.words.who.touched_ties):
        if frame.type == "REQUEST" and any(a.head == spoken_of for a in clause.arguments if a.role == role):
            continue  # who is named there was weighed above
        if role == "from" and frame.type == "ASSAULT":
            continue  # where it was launched
        blamed = frame.type in _ANSWERING and any(_suffered(scene, a) for a in clause.arguments if a.role == role)
        found = parties(scene, clause, role, exclude=exclude, blamed=blamed)
        if found:
            return found
    return Party()


def _suffered(scene: Scene, argument: Argument) -> bool:
    """Tell "the killing of teachers", "the release of prisoners": those named are who it was done to."""
    return scene.token(argument).lemma.lower() in scene.words.who.suffered


def _touched(scene: Scene, frame: Frame, below: Frame | None) -> Iterator[str]:
    """Yield the roles of an act spoken of that name whom the speech act touches.

    Who asks for a release asks those who would release, not the prisoners.
    """
    roles = ["recipient", *scene.words.who.touched_ties, "in", "theme", "agent"]
    if below is not None:
        roles = [*below.recipient.split("|"), *roles]
        if frame.type == "REQUEST" and below.mode == "release":
            roles = ["agent", *(r for r in roles if r not in _FREED)]
        elif frame.type == "REQUEST" and below.mode == "withdraw":
            roles = ["agent", "theme", *roles]
    yield from dict.fromkeys(roles)


def _chain(scene: Scene, inner: tuple[Clause, Frame | None] | None) -> Iterator[tuple[Clause, Frame | None]]:
    """Yield the clause spoken of and those below it."""
    if inner is None:
        return
    yield inner
    at = inner[0]
    for _ in range(_MAX_DERIVE):
        content = at.get("content")
        below = None if content is None else scene.index.act_at.get(content.head)
        if below is None or below.index == at.index:
            return
        yield below, None
        at = below


def _instrument(scene: Scene, found: Party, role: str) -> bool:
    """Tell one's own means from the other side: "send troops" touches no troops."""
    if role != "theme":
        return False
    return all(not states_country(scene, i) and "MIL" in scene.index.actors[i].sectors for i in found.ids)


def resolve(
    scene: Scene,
    clause: Clause,
    roles: str,
    complement: Clause | None,
    *,
    blamed: bool = False,
    exclude: frozenset[str] = frozenset(),
) -> Party:
    """Return the actors of the first of these roles ("theme|on|with") that names any besides those left out.

    Who loses a town outranks the town: "seized Tavna from the rebels".
    """
    town = Party()
    for role in roles.split("|"):
        named = _arguments(scene, clause, role, complement)
        found = without(join(*(party(scene, a, blamed=blamed, exclude=exclude) for a in named)), exclude)
        if _without_victims(scene, found):
            return found
        town = town or found
    return town


def _during(scene: Scene, argument: Argument) -> bool:
    """Tell "in an attack", which names no party."""
    act = scene.index.act_at.get(argument.head)
    return argument.role in ("in", "during", "amid") and act is not None and act.pos == "noun"


def _arguments(scene: Scene, clause: Clause, role: str, complement: Clause | None) -> list[Argument]:
    if not role.startswith("complement-"):
        return [a for a in arguments(scene, clause, role) if not _during(scene, a)]
    if complement is None:
        return []
    if role == "complement-object":
        return [a for a in complement.arguments if a.role in scene.words.who.object_ties]
    subjects = [a for a in complement.arguments if a.role == "agent"]
    passive = complement.voice == "passive"
    return subjects or [a for a in complement.arguments if a.role == "theme" and passive]
