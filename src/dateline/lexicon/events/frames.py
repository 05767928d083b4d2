"""Frames: which words, in which company, denote which type of event, and who plays which part in it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.files import DATA, files_in, read_toml
from dateline.model.closed import Context, EventType, Mode, Status

Words = tuple[str, ...]


class Needs(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Conditions on a clause. Every field given must hold; a list holds where one of its words is met.

    A word is a lemma ("talks" as "talk"), ``@class`` (a word class of classes.toml, or @actor, @person, @state, @group,
    @place, @number, @money for what earlier stages found, @states for actors of two countries), or ``*`` for anything.
    """

    subject: Words = ()
    """Head (or a modifier) of the agent."""
    object: Words = ()
    """Head (or a modifier) of the theme: direct object, passive subject, "of" argument of a noun."""
    prep: dict[str, Words] = {}
    """Preposition -> words of its argument, one of them must hold. "on|upon" names alternatives."""
    complement: Words = ()
    """The clause governed (to-infinitive or that-clause): event types in capitals ("CONSULT", "RETREAT"),
    lemmas, ``@must`` for a clause that says what another must do, or ``*`` for any clause."""
    complement_object: Words = ()
    """Head of the theme of the clause governed ("vowed to fight corruption")."""
    complement_subject: Words = ()
    """Who does what the clause governed tells, if another than the subject ("wants the rebels to leave")."""
    purpose: Words = ()
    """The infinitive that says what for: event types in capitals, or lemmas ("gathered to demand a raise")."""
    said: bool = False
    """Somebody else says so: the clause stands below a verb of saying ("alleges that Chad was behind the plot")."""
    own_act: bool = False
    """The clause governed tells what the subject itself will do, or what will be done by nobody named where somebody
    is told of it or a condition is set ("told editors that the paper would be closed")."""
    modifier: Words = ()
    """Adjective, compound or possessive directly before the trigger noun."""
    near: Words = ()
    """A lemma or class anywhere in the clause's own words (arguments and modifiers)."""
    voice: Words = ()
    """active, passive."""


class Frame(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One entry of the lexicon; fields as docs/lexicons.md explains them."""

    id: str
    example: str
    """A sentence of our own that this frame codes; a test codes it."""
    type: EventType | None = None
    """Left out where ACLED has a type and PLOVER none."""
    verb: Words = ()
    """Lemmas; a particle or fixed object noun is joined by a space: "shut down", "call for", "take hostage"."""
    noun: Words = ()
    """Lemmas of nouns that denote the event: "shelling", "air strike", "visit"."""
    adjective: Words = ()
    """Predicate adjectives: "ready", "willing"."""
    mode: Mode | None = None
    by_means: bool = False
    """The mode follows the weapon named in the clause (means.toml) and ``mode`` only where none is named."""
    contexts: tuple[Context, ...] = ()
    cameo: str | None = None
    """CAMEO code where the frame is finer than type and mode; else the mapping table decides."""
    needs: Needs = Needs()
    unless: Needs = Needs()
    """If any one field of this holds, the frame is out."""
    actor: str = "agent"
    """Where the one who acts stands: roles joined by "|", tried in order: agent, theme, recipient, teller (who says of
    another what the clause tells), a preposition."""
    recipient: str = "theme|recipient|against|on|at|with|to|toward|towards|upon|for|from|of"
    """Likewise the one acted upon; "" for none."""
    reciprocal: bool = False
    """All sides are actors and there is no recipient: the object and the argument of "with" join the actors."""
    content: str = ""
    """Speech acts: where the act spoken of stands ("complement|theme|to|of|for|in|into"); "" for none."""
    modes_by_content: bool = False
    """The mode follows the content: REQUEST and REJECT assist/change/yield/meet, THREATEN its six."""
    status: Status | None = None
    """Where the word itself says so: "foil" prevented, "attempt" attempted."""
    acled: str | None = None
    """ACLED sub-event type where the mapping from type and mode would be wrong."""
    weight: int = 0
    """Added to the number of conditions met when rivals are compared; for the rare entry that must win or yield."""


class FrameFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One file of frames."""

    frame: tuple[Frame, ...]


class ClassFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """classes.toml: named word classes, and the modes that weapons give."""

    classes: dict[str, Words]
    means: dict[Mode, Words]


@dataclass(frozen=True)
class Frames:
    """All frames, indexed by trigger."""

    entries: tuple[Frame, ...]
    classes: Mapping[str, frozenset[str]]
    means: Mapping[str, Mode]

    @cached_property
    def plain(self) -> frozenset[str]:
        """Return the ids of frames without conditions, so that none need be weighed."""
        return frozenset(f.id for f in self.entries if f.needs == Needs())

    @cached_property
    def sure(self) -> frozenset[str]:
        """Return the ids of frames without exceptions."""
        return frozenset(f.id for f in self.entries if f.unless == Needs())

    @cached_property
    def verbs(self) -> dict[str, tuple[Frame, ...]]:
        """Return frames by verb lemma, particle joined."""
        return _index(self.entries, "verb")

    @cached_property
    def nouns(self) -> dict[str, tuple[Frame, ...]]:
        """Return frames by noun lemma."""
        return _index(self.entries, "noun")

    @cached_property
    def adjectives(self) -> dict[str, tuple[Frame, ...]]:
        """Return frames by adjective."""
        return _index(self.entries, "adjective")


def _index(frames: tuple[Frame, ...], field: str) -> dict[str, tuple[Frame, ...]]:
    out: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        for word in getattr(frame, field):
            out[word].append(frame)
    return {word: tuple(found) for word, found in out.items()}


def load_frames(folder: Path = DATA / "frames") -> Frames:
    """Read all frame files and the word classes of a folder.

    Raises:
        LexiconError: A file breaks its format, two frames share an id, or a frame names an unknown class.
    """
    classes = read_toml(folder / "classes.toml", ClassFile)
    entries: list[Frame] = []
    seen: dict[str, str] = {}
    known = frozenset(classes.classes) | BUILT_IN
    for path in files_in(folder):
        if path.name == "classes.toml":
            continue
        for frame in read_toml(path, FrameFile).frame:
            if frame.id in seen:
                raise LexiconError(f"{path.name}: frame id {frame.id!r} stands in {seen[frame.id]} too; rename one")
            seen[frame.id] = path.name
            _check_classes(frame, path.name, known)
            entries.append(frame)
    means = {word: mode for mode, words in classes.means.items() for word in words}
    return Frames(tuple(entries), {k: frozenset(v) for k, v in classes.classes.items()}, means)


BUILT_IN = frozenset({"actor", "person", "state", "states", "group", "place", "number", "money"})


def _check_classes(frame: Frame, file: str, known: frozenset[str]) -> None:
    for needs in (frame.needs, frame.unless):
        words = [
            *needs.subject,
            *needs.object,
            *needs.modifier,
            *needs.near,
            *(w for ws in needs.prep.values() for w in ws),
        ]
        for word in words:
            if word.startswith("@") and word[1:] not in known:
                raise LexiconError(f"{file}: frame {frame.id!r} names the unknown class {word}; add it to classes.toml")
