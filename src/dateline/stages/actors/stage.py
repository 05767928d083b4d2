"""The stage's shell: tables in, draft in, draft with its actors out."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from dateline.draft import Draft
from dateline.lexicon.world.actors import ActorTables, load_actors
from dateline.lexicon.world.countries import Countries, load_countries
from dateline.lexicon.world.patterns import Patterns, load_patterns
from dateline.stages.actors.known.scan import Scanner
from dateline.stages.actors.known.setting import cast_votes, setting_of
from dateline.stages.actors.known.view import ActorView, named_entries, place_names, without_persons, without_places
from dateline.stages.actors.reading import Reader
from dateline.stages.actors.records import assemble


@dataclass(frozen=True)
class ActorStage:
    """Fill the actors layer: who is named or described, one actor for all its mentions.

    Reads the places layer where it is filled, for the country of "Belgorod Governor", and does without it.
    """

    countries: Countries = field(default_factory=load_countries)
    actors: ActorTables = field(default_factory=load_actors)
    patterns: Patterns = field(default_factory=load_patterns)
    scanner: Scanner = field(init=False)

    name: ClassVar[str] = "actors"
    needs: ClassVar[frozenset[str]] = frozenset({"document"})
    fills: ClassVar[frozenset[str]] = frozenset({"actors", "mentions", "actor_traits"})

    @classmethod
    def load(cls, extra: Path | None = None) -> "ActorStage":
        """Return the stage with the package's tables and those of a user.

        Args:
            extra: A folder with ``actors`` and ``countries`` in it, whose CSV files have the columns of those of the
                package; what they add and overrule is said in `load_actors` and `load_countries`.

        Raises:
            LexiconError: A file breaks its format; names file and row.
        """
        return cls(countries=load_countries(extra=extra), actors=load_actors(extra=extra))

    def __post_init__(self) -> None:
        """Join the tables into one look-up."""
        object.__setattr__(self, "scanner", Scanner.of(self.countries, self.actors, self.patterns.nouns.abbreviations))

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its actors and their mentions."""
        on = _day(draft.report.published)
        scanned = self.scanner.scan(draft.document, on)
        # Persons before places: "Moqtada al-Sadr" has a town in its name, and "the Gulf of Mexico" a country.
        places = without_persons(draft.document, scanned, place_names(draft.places))
        hits = without_places(draft.document, scanned, places)
        located = {start: place.country for start, place in places.items() if place.country}
        votes = cast_votes(draft.document, hits, located)
        view = ActorView(
            document=draft.document, hits=hits, countries=self.countries, actors=self.actors, patterns=self.patterns,
            on=on, places=places, setting=setting_of(votes), votes=votes, named=named_entries(hits),
            openings=[t.i for t in draft.document.tokens if t.start in places],
        )  # fmt: skip
        actors, mentions, traits = assemble(Reader(view).read())
        return replace(draft, actors=actors, mentions=mentions, actor_traits=traits)


def _day(published: str | None) -> date | None:
    """Return the day of a report; None where it is not known to the day."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None
