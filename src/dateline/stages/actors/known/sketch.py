"""What one phrase says of an actor, before it is known who else in the report is the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from dateline.draft import CountryBy, MentionForm
from dateline.model.base import Evidence, Span
from dateline.model.closed import ActorKind, Sector

Gender = Literal["m", "f"]
Key = tuple[str, ...]
Bare = Literal["organisation", "group", "name", "country"]
FORMER: tuple[Sector, ...] = ("ELI",)
"""The sectors of somebody who has left office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A country and where it comes from."""

    code: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float
    by: CountryBy = "words"
    nationality: bool = False
    """Whether a form of the country's name gave it ("Russian peacekeepers")."""
    label: str = ""
    """The words that gave it, for the name of one among several ("US" in "US and UK officials")."""


class Sketch(NamedTuple):
    """One reading of one phrase. ``key`` is equal where phrases name one actor, None where only reference tells."""

    key: Key | None
    name: str
    kind: ActorKind
    form: MentionForm
    rule: str
    confidence: float
    country: str | None = None
    sectors: tuple[Sector, ...] = ()
    office: str | None = None
    wikidata: str | None = None
    lemma: str = ""
    names: tuple[str, ...] = ()
    plural: bool = False
    gender: Gender | None = None
    refers: bool = False
    """Whether the phrase points back to something named before ("the minister")."""
    noun: str | None = None
    """The noun that describes somebody, as the table has it."""
    stands_for: Literal["place"] | None = None
    """Whether a place stands for its people."""
    country_by: CountryBy | None = None
    bare: Bare | None = None
    """What is all that the words tell: an organisation's name, a group, somebody's name, some country."""
    partial: bool = False
    """Whether the words before the noun are actors of their own: "US and Western allies"."""
    evidence: Mapping[str, Evidence] = MappingProxyType({})

    @property
    def person(self) -> bool:
        """Tell whether this is one human being."""
        return self.kind in ("person", "office") and not self.plural

    @property
    def states_country(self) -> bool:
        """Tell a country that the phrase states, if it has one, from one that only its surroundings lend it."""
        return self.country_by != "around"

    def at(self, origin: Origin | None) -> "Sketch":
        """Return the sketch with its country and the evidence for it."""
        if origin is None:
            return self
        found = Evidence(spans=origin.spans, rule=origin.rule)
        return self._replace(
            country=origin.code, country_by=origin.by, confidence=min(self.confidence, origin.confidence),
            evidence={**self.evidence, "country": found},
        )  # fmt: skip
