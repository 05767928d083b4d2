"""One case beside its coding, with look-ups that every layer needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluation.gold.cases import Gold
from dateline.evaluation.gold.words import Ref
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.outcome import Outcome, Sheet, touches
from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A gold case, its coding, and the coded actors and places by id."""

    gold: Gold
    coding: Coding
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]

    def sheet(self, layer: str) -> Sheet:
        """Return the sheet for one layer of this case."""
        return Sheet(self.gold.id, layer)

    def words(self, spans: Iterable[Span]) -> str:
        """Return the words of the first span."""
        return next((self.gold.text[s:e] for s, e in spans), "-")

    def mentions(self, actor: str | None) -> tuple[Span, ...]:
        """Return the spans of a coded actor; none for an id that the coding lacks."""
        found = self.actors.get(actor) if actor else None
        return found.mentions if found else ()

    def name(self, actor: str | None) -> str:
        """Return the name of a coded actor, for error lists."""
        found = self.actors.get(actor) if actor else None
        return found.name if found else str(actor)

    def is_actor(self, ref: Ref | None, actor: str | None) -> bool:
        """Tell whether a coded actor is the one that gold names; None is nobody named."""
        if ref is None or actor is None:
            return ref is None and actor is None
        return touches(ref.spans, self.mentions(actor))

    def score_actors(
        self, sheet: Sheet, fields: tuple[str, str], gold: Sequence[Ref | None], coded: Sequence[str | None]
    ) -> list[Outcome]:
        """Compare two lists of actors by their words, and the codes of those found in both.

        Args:
            sheet: Where to write.
            fields: The name of the field, and the start of those for country and sector (empty: not scored).
            gold: The actors that gold names.
            coded: Ids of coded actors.
        """
        field, codes = fields
        pairs = best_pairs([[self._fit(ref, actor) for actor in coded] for ref in gold])
        done_gold, done_coded = {i for i, _ in pairs}, {j for _, j in pairs}
        outcomes = sheet.pairs(
            field,
            [ref.words if ref else "nobody" for i, ref in enumerate(gold) if _wanted(ref) and i not in done_gold],
            [self.name(actor) for j, actor in enumerate(coded) if j not in done_coded],
            len(pairs),
        )
        for i, j in pairs if codes else ():
            outcomes += self._codes(sheet, codes, gold[i], coded[j])
        return outcomes

    def _fit(self, ref: Ref | None, actor: str | None) -> float:
        """Return how well a coded actor fits; of two with the same words, the one of the right country."""
        found = self.actors.get(actor) if actor else None
        same_country = bool(ref and ref.country and found and found.country in ref.country)
        return self.is_actor(ref, actor) * (1.0 + 0.5 * same_country)

    def _codes(self, sheet: Sheet, codes: str, ref: Ref | None, actor: str | None) -> list[Outcome]:
        """Compare country and sector of one actor."""
        found = self.actors.get(actor) if actor else None
        if ref is None or found is None:
            return []
        return [
            *sheet.option(f"{codes} country", ref.country, found.country),
            *sheet.option(f"{codes} sector", ref.sector, found.sector),
        ]


def _wanted(ref: Ref | None) -> bool:
    """Tell whether leaving this one out is an error."""
    return ref is None or not ref.optional


def pair_up(gold: Gold, coding: Coding) -> Pairing:
    """Put a case beside its coding."""
    return Pairing(
        gold=gold,
        coding=coding,
        actors={a.id: a for a in coding.actors or ()},
        places={p.id: p for p in coding.places or ()},
    )
