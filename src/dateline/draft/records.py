"""What stages tell one another and users never see: mentions, numbers, clauses, gifts."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.base import Span
from dateline.model.closed import Modality, Polarity, Qualifier, Tense
from dateline.model.plans import Commitment

CountryBy = Literal["words", "place", "implied", "around"]
MentionForm = Literal["name", "title", "description", "demonym", "metonym", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name or refer to an actor; ``head`` indexes the document's tokens."""

    span: Span
    head: int
    actor: str
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorTrait:
    """What later stages must know of how a report's words make an actor.

    ``stands_for`` is "place" where a place that an act is aimed at stands for its people. ``noun`` is the noun by which
    somebody is described ("school"). ``country_by`` tells what gives the country: words of the phrase itself, a place
    in it, a title or acronym that implies it, or the report around it.
    """

    stands_for: Literal["place"] | None = None
    noun: str | None = None
    country_by: CountryBy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in the text, as a range, with what it counts.

    ``noun`` indexes the token of the thing counted ("drones" in "eight explosive drones"), None for money and for a
    number that stands alone ("killed one"). ``of`` is the whole of a share ("four of five").
    """

    span: Span
    low: float | None
    high: float | None
    qualifier: Qualifier
    noun: int | None = None
    of: float | None = None
    currency: str | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a clause: its role, its head token, its words, and the preposition that ties it, if any."""

    role: str
    head: int
    span: Span
    prep: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate and its arguments, whatever its form: verb, noun or adjective.

    ``lemma`` has a particle or a light verb's noun joined to it ("carry out", "shut down"). ``voice`` tells how the
    arguments were read. ``governor`` is the clause in whose scope this one stands, ``relation`` how: complement
    (said that …, agreed to …), purpose, relative, adverbial, condition, root, noun (argument of a noun or verb); what
    is coordinated shares both. ``support`` is the light verb's token ("carried out" of "carried out raids").
    """

    index: int
    token: int
    span: Span
    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    voice: Literal["active", "passive", "nominal"]
    arguments: tuple[Argument, ...] = ()
    governor: int | None = None
    relation: str | None = None
    support: int | None = None
    tense: Tense = "none"
    modality: Modality | None = None
    polarity: Polarity = "positive"
    factuality: float = 3.0
    cues: tuple[Span, ...] = ()

    def get(self, role: str) -> Argument | None:
        """Return the first argument with this role."""
        return next((a for a in self.arguments if a.role == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """What words of giving tell: a commitment that is not yet tied to its event.

    ``words`` index the tokens that make it a gift, the nearest to what is given first. ``own``: they govern it, and
    do not only stand near. ``stated``: they name who receives, who is else taken from words around.
    """

    commitment: Commitment
    words: tuple[int, ...]
    own: bool
    stated: bool
    donor_span: Span | None
    recipient_span: Span | None
