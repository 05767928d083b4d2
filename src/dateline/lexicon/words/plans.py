"""Words of giving and of the calendar: what makes a commitment, its kind, and what is scheduled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import CommitmentKind, ScheduledKind, Stage

FOLDER = DATA / "plans"
Roles = Literal["gives", "supports", "gets", "tells", "stops", "allows", "hosts"]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the entries: unknown fields are errors."""


class GivingVerb(_Entry, frozen=True):
    """A verb of giving; the fields are explained in the head of ``giving.toml``."""

    lemma: str
    stage: Stage
    roles: Roles = "gives"
    particle: str | None = None
    kind: CommitmentKind | None = None
    instrument: str | None = None
    strong: bool = True
    home: bool = False


class GivingNoun(_Entry, frozen=True):
    """A noun of giving."""

    lemma: str
    instrument: str | None = None
    kind: CommitmentKind | None = None
    stage: Stage | None = None
    strong: bool = True
    aid: bool = False


class Against(_Entry, frozen=True):
    """Words that show that a sum is a cost, a loss or a price."""

    nouns: frozenset[str]
    verbs: frozenset[str]


class Unreal(_Entry, frozen=True):
    """Verbs in whose scope a gift is only thought of, and verbs that lend an infinitive their own tense."""

    governors: frozenset[str]
    phases: frozenset[str]


class Contents(_Entry, frozen=True):
    """Verbs that list the things of a gift."""

    verbs: frozenset[str]


class Value(_Entry, frozen=True):
    """Words that tell the value of a gift: nouns of a later sentence, words between a thing and its value.

    ``ties`` are prepositions between a sum and what tells it.
    """

    ties: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]


class Part(_Entry, frozen=True):
    """Words that make a smaller sum part of a larger one."""

    cues: tuple[str, ...]


class Price(_Entry, frozen=True):
    """Words right after a sum that make it a price."""

    after: tuple[str, ...]


class GivingFile(_Entry, frozen=True):
    """The whole of ``giving.toml``."""

    verb: tuple[GivingVerb, ...]
    noun: tuple[GivingNoun, ...]
    against: Against
    unreal: Unreal
    contents: Contents
    value: Value
    part: Part
    price: Price


class KindWords(_Entry, frozen=True):
    """Words that speak for one kind of commitment."""

    kind: CommitmentKind
    weight: float
    words: tuple[str, ...]


class KindFile(_Entry, frozen=True):
    """The whole of ``kinds.toml``."""

    kind: tuple[KindWords, ...]


class ItemWords(_Entry, frozen=True):
    """Things given in kind; with ``with`` only where one of these words modifies them."""

    kind: CommitmentKind
    lemmas: frozenset[str]
    people: bool = False
    modifiers: frozenset[str] = msgspec.field(default=frozenset(), name="with")


class ItemFile(_Entry, frozen=True):
    """The whole of ``items.toml``."""

    item: tuple[ItemWords, ...]


class CalendarNoun(_Entry, frozen=True):
    """Nouns for things held on a day set beforehand."""

    kind: ScheduledKind
    bare: bool
    lemmas: tuple[str, ...]


class CalendarVerb(_Entry, frozen=True):
    """A verb whose future tense with a time makes an entry; with ``with`` only beside one of these words."""

    lemma: str
    kind: ScheduledKind
    passive: bool = False
    name: str | None = None
    unless: frozenset[str] = frozenset()
    beside: frozenset[str] = msgspec.field(default=frozenset(), name="with")


class Signs(_Entry, frozen=True):
    """Words that say that a thing is to come, or was put off or called off."""

    hold: frozenset[str]
    coming: frozenset[str]
    moved: dict[str, frozenset[str]]
    cancelled: frozenset[str]
    prospective: frozenset[str]
    duty: frozenset[str]


class PlanWords(_Entry, frozen=True):
    """words.toml: the small words round what is given and what is to come; each list is described there."""

    partitives: frozenset[str]
    hostile: tuple[str, ...]
    inner: frozenset[str]
    skipped: frozenset[str]
    unnamed: frozenset[str]
    scenes: frozenset[str]
    receiving: tuple[str, ...]
    goals: frozenset[str]
    helping: frozenset[str]
    terms: frozenset[str]
    ties: frozenset[str]
    through: frozenset[str]
    soon: frozenset[str]
    later: frozenset[str]
    converting: frozenset[str]


class CalendarFile(_Entry, frozen=True):
    """The whole of ``calendar.toml``."""

    noun: tuple[CalendarNoun, ...]
    verb: tuple[CalendarVerb, ...]
    signs: Signs


@dataclass(frozen=True, slots=True)
class PlansLexicon:
    """All four files, indexed by lemma; ``kinds`` finds kind words, whose kind and weight ``weights`` tells."""

    verbs: Mapping[str, tuple[GivingVerb, ...]]
    nouns: Mapping[str, GivingNoun]
    against: Against
    unreal: frozenset[str]
    phases: frozenset[str]
    contents: frozenset[str]
    value: Value
    part: re.Pattern[str]
    price: re.Pattern[str]
    kinds: re.Pattern[str]
    weights: Mapping[str, tuple[CommitmentKind, float]]
    items: Mapping[str, tuple[ItemWords, ...]]
    dated_nouns: Mapping[str, CalendarNoun]
    dated_verbs: Mapping[str, CalendarVerb]
    signs: Signs
    words: PlanWords
    soon: re.Pattern[str]
    later: re.Pattern[str]
    conversion: re.Pattern[str]


def _either(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _group(verbs: tuple[GivingVerb, ...]) -> dict[str, tuple[GivingVerb, ...]]:
    out: dict[str, tuple[GivingVerb, ...]] = {}
    for v in verbs:
        out[v.lemma] = (*out.get(v.lemma, ()), v)
    return out


def _items(file: ItemFile) -> dict[str, tuple[ItemWords, ...]]:
    out: dict[str, tuple[ItemWords, ...]] = {}
    for entry in file.item:
        for lemma in entry.lemmas:
            out[lemma] = (*out.get(lemma, ()), entry)
    return out


def compile_plans(
    giving: GivingFile, kinds: KindFile, items: ItemFile, calendar: CalendarFile, words: PlanWords
) -> PlansLexicon:
    """Index the five files."""
    weights = {w: (k.kind, k.weight) for k in kinds.kind for w in k.words}
    return PlansLexicon(
        verbs=_group(giving.verb),
        nouns={n.lemma: n for n in giving.noun},
        against=giving.against,
        unreal=giving.unreal.governors,
        phases=giving.unreal.phases,
        contents=giving.contents.verbs,
        value=giving.value,
        part=re.compile(rf"(?i)(?<!\w)(?:{_either(list(giving.part.cues))})(?!\w)"),
        price=re.compile(rf"(?i)[\s-]+(?:{_either(list(giving.price.after))})(?!\w)"),
        kinds=re.compile(rf"(?i)(?<![\w-])(?:{_either(list(weights))})(?![\w])"),
        weights=weights,
        items=_items(items),
        dated_nouns={lemma: n for n in calendar.noun for lemma in n.lemmas},
        dated_verbs={v.lemma: v for v in calendar.verb},
        signs=calendar.signs,
        words=words,
        soon=re.compile(rf"(?i)\b(?:{_either(list(words.soon))})\b"),
        later=re.compile(rf"(?i)\b(?:{_either(list(words.later))})\b"),
        conversion=re.compile(
            r"(?i)\s*+(?:\(|,?\s*+or\s|,?\s*+equivalent\s+to\s|,?\s*+i\.e\.|/|=|-\s)\s*+"
            rf"(?:(?:{_either(list(words.converting))})\s*+)*"
        ),
    )


@cache
def load_plans() -> PlansLexicon:
    """Load the package's own words of giving and of the calendar."""
    return compile_plans(
        read_toml(FOLDER / "giving.toml", GivingFile),
        read_toml(FOLDER / "kinds.toml", KindFile),
        read_toml(FOLDER / "items.toml", ItemFile),
        read_toml(FOLDER / "calendar.toml", CalendarFile),
        read_toml(FOLDER / "words.toml", PlanWords),
    )
