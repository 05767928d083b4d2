"""Words of taking sides: what gives a stance, what an issue is made of, what makes a stance hedged or conditional."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import ActorKind, Stance

FOLDER = DATA / "positions"
CuePos = Literal["verb", "noun", "adjective"]
Role = Literal["agent", "theme"]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the entries: unknown fields are errors."""


class StanceCue(_Entry, frozen=True):
    """A word that gives a stance; the fields are explained in the head of ``stances.toml``."""

    lemma: str
    pos: CuePos
    takes: tuple[str, ...]
    stance: Stance
    strength: float
    example: str
    negated: Literal["opposite", "none", "for", "against", "neutral"] = "opposite"
    voice: Literal["subject", "statement"] = "subject"
    weak: bool = False
    hedge: bool = False
    own: bool = False
    after: str | None = None
    unless: frozenset[str] = frozenset()

    @property
    def rule(self) -> str:
        """Return the name of the entry, as records cite it."""
        return f"stance/{self.lemma.replace(' ', '-')}/{self.stance}"


class _StanceFile(_Entry, frozen=True):
    """The whole of ``stances.toml``."""

    cue: tuple[StanceCue, ...]


class Family(_Entry, frozen=True):
    """Words for one kind of act or measure; the fields are explained in the head of ``issues.toml``."""

    id: str
    label: str
    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    object_verbs: frozenset[str] = frozenset()
    agent: frozenset[str] = frozenset()
    theme: frozenset[str] = frozenset()
    say: str = "of"
    compound: Role = "agent"
    keep: bool = False
    named: bool = False
    object: Literal["theme", "what", "mover"] = "theme"
    theme_verbs: frozenset[str] = frozenset()
    patient: bool = False
    states: bool = False
    alone: bool = False
    bodies: frozenset[str] = frozenset()
    kinds: frozenset[ActorKind] = frozenset()
    unless: frozenset[str] = frozenset()
    parties: frozenset[Role] = frozenset({"agent", "theme"})


class _FamilyFile(_Entry, frozen=True):
    """The whole of ``issues.toml``."""

    family: tuple[Family, ...]


class Conditions(_Entry, frozen=True):
    """Words that open a condition: conjunctions, participles, phrases; ``negative`` ones only after a negation."""

    marks: frozenset[str]
    participles: frozenset[str]
    phrases: tuple[str, ...]
    not_before: frozenset[str]
    negative: frozenset[str]


class Hedges(_Entry, frozen=True):
    """Words that soften a stance: nouns that lead to an issue, adverbs, phrases, modal verbs, governing verbs."""

    steps: frozenset[str]
    adverbs: frozenset[str]
    phrases: tuple[str, ...]
    modals: frozenset[str]
    verbs: frozenset[str]


class Strength(_Entry, frozen=True):
    """Adverbs that strengthen, and the factors for hedged, strengthened and negated stances."""

    more: frozenset[str]
    hedged: float
    strengthened: float
    negated: float
    must: float
    should: float


class Modals(_Entry, frozen=True):
    """Words of duty: auxiliaries of two strengths, and verbs with an infinitive."""

    strong: frozenset[str]
    weak: frozenset[str]
    verbs: frozenset[str]


class Words(_Entry, frozen=True):
    """The whole of ``words.toml``; what each list is for stands there."""

    steps: frozenset[str]
    carriers: frozenset[str]
    doing: frozenset[str]
    ending_verbs: frozenset[str]
    ending_nouns: frozenset[str]
    turning_verbs: frozenset[str]
    turning_nouns: frozenset[str]
    plain: frozenset[str]
    vague: frozenset[str]
    expressing: frozenset[str]
    dropping: frozenset[str]
    unreal: frozenset[str]
    refusing: frozenset[str]
    grounds: frozenset[str]
    people: frozenset[str]
    asking: frozenset[str]
    doubting: frozenset[str]
    articles: frozenset[str]
    doubling: frozenset[str]
    vowing: frozenset[str]
    aliases: dict[str, str]
    conditions: Conditions
    hedges: Hedges
    strength: Strength
    modals: Modals
    wishing: frozenset[str]
    empty: frozenset[str]
    places: frozenset[str]
    several: frozenset[str]
    supposing: frozenset[str]
    things: frozenset[str]
    leads: tuple[str, ...]
    giving: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class PositionLexicon:
    """The three files, indexed: cues by part of speech and lemma, their first words, families by noun and verb."""

    cues: Mapping[tuple[CuePos, str], tuple[StanceCue, ...]]
    first: frozenset[str]
    nouns: Mapping[str, Family]
    verbs: Mapping[str, Family]
    words: Words


def _by_lemma(cues: tuple[StanceCue, ...]) -> dict[tuple[CuePos, str], tuple[StanceCue, ...]]:
    out: dict[tuple[CuePos, str], tuple[StanceCue, ...]] = {}
    for cue in cues:
        out[cue.pos, cue.lemma] = (*out.get((cue.pos, cue.lemma), ()), cue)
    return {key: tuple(sorted(found, key=lambda c: "object" in c.takes)) for key, found in out.items()}


def _index(families: tuple[Family, ...], *fields: str) -> dict[str, Family]:
    out: dict[str, Family] = {}
    for family in families:
        for lemma in (lemma for field in fields for lemma in getattr(family, field)):
            if lemma in out:
                raise LexiconError(
                    f"issues.toml: {lemma!r} is in the families {out[lemma].id!r} and {family.id!r}; leave it in one"
                )
            out[lemma] = family
    return out


def compile_positions(cues: tuple[StanceCue, ...], families: tuple[Family, ...], words: Words) -> PositionLexicon:
    """Index the entries.

    Raises:
        LexiconError: Two families claim one word.
    """
    return PositionLexicon(
        cues=_by_lemma(cues),
        first=frozenset(cue.lemma.partition(" ")[0] for cue in cues),
        nouns=_index(families, "nouns"),
        verbs=_index(families, "verbs", "object_verbs"),
        words=words,
    )


@cache
def load_positions() -> PositionLexicon:
    """Load the package's own words of taking sides.

    Raises:
        LexiconError: A file breaks its format, or two families claim one word.
    """
    return compile_positions(
        read_toml(FOLDER / "stances.toml", _StanceFile).cue,
        read_toml(FOLDER / "issues.toml", _FamilyFile).family,
        read_toml(FOLDER / "words.toml", Words),
    )
