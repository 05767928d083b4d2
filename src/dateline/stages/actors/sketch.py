"""What one phrase says of an actor, before it is known who else in the report is the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from dateline.draft import MentionForm
from dateline.model.base import Evidence, Span
from dateline.model.closed import ActorKind, Sector

Gender = Literal["m", "f"]
Key = tuple[str, ...]
PLACE_PEOPLE = "place/people"
"""The rule of the people of a place that an act is aimed at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A country and where it comes from."""

    code: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float
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
    evidence: Mapping[str, Evidence] = MappingProxyType({})

    @property
    def person(self) -> bool:
        """Tell whether this is one human being."""
        return self.kind in ("person", "office") and not self.plural

    @property
    def partial(self) -> bool:
        """Tell whether the words before the noun are actors of their own: "US and Western allies"."""
        return self.rule.startswith("countries/") or (self.key is not None and self.key[0] == "countries")

    @property
    def states_country(self) -> bool:
        """Tell a country that the phrase states, if it has one, from one that only its surroundings lend it."""
        origin = self.evidence.get("country")
        return origin is None or "context" not in (origin.rule or "")

    def at(self, origin: Origin | None) -> "Sketch":
        """Return the sketch with its country and the evidence for it."""
        if origin is None:
            return self
        found = Evidence(spans=origin.spans, rule=origin.rule)
        return self._replace(
            country=origin.code, confidence=min(self.confidence, origin.confidence),
            evidence={**self.evidence, "country": found},
        )  # fmt: skip
