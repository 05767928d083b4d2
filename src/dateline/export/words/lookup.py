"""What a name or a phrase can mean, by the tables alone, in lines for a terminal."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dateline.export.words.naming import days
from dateline.gazetteer.reader import open_gazetteer
from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import ActorEntry, ActorTables, load_actors
from dateline.lexicon.world.countries import Countries, load_countries
from dateline.stages.places.resolve import candidates
from dateline.stages.times import find_times

Row = tuple[str, ...]
ACTOR_COLUMNS = ("kind", "name", "country", "sectors", "office", "from", "to", "read as", "source")
PLACE_COLUMNS = ("score", "name", "admin1", "country", "feature", "lat", "lon", "radius km", "population", "geonames")
TIME_COLUMNS = ("words", "type", "value", "days", "granularity", "anchor", "confidence", "rule")


def actor_rows(name: str, *, on: date | None, extra: Path | None = None) -> Iterator[Row]:
    """Yield what a name of an actor can mean on a day: named actors, countries and their seats, nouns for actors.

    With a day, an office with its country ("the British foreign secretary") is whoever held it then.

    Args:
        name: The name as a report would print it.
        on: The day; None for any.
        extra: A folder of the user's own tables.
    """
    tables, countries = load_actors(extra=extra), load_countries(extra=extra)
    for entry in tables.find(name, on):
        yield _entry(entry)
    holder = _holder(name, on, tables, countries)
    if holder:
        yield _entry(holder)
    for form in countries.find(name, on):
        name_of = countries.names.get(form.code, form.form)
        yield (
            "country",
            name_of,
            form.code,
            _joined(form.sectors),
            "",
            _day(form.start),
            _day(form.end),
            form.kind,
            form.source,
        )
    agent = tables.agent(name)
    if agent:
        yield (
            agent.kind,
            agent.phrase,
            agent.country or "",
            _joined(agent.sectors),
            agent.office or "",
            "",
            "",
            "noun",
            agent.source,
        )
    title = tables.title(name)
    if title:
        yield ("office", title.office, title.country or "", _joined(title.sectors), title.office, "", "", "title", "")


def place_rows(name: str, *, near: str | None, own: str | None = None) -> Iterator[Row]:
    """Yield what a name of a place can mean, the likeliest first, near a country (alpha-3) if one is given.

    ``own`` is a gazetteer of the user's own, asked first.
    """
    for scored in candidates(open_gazetteer(own).look_up(name), near=near):
        e = scored.entry
        yield (
            f"{scored.score:.2f}", e.name, e.admin1 or "", e.country or "", e.feature, f"{e.lat:.3f}", f"{e.lon:.3f}",
            f"{e.radius_km:g}", f"{e.population:,}", str(e.geonames or ""),
        )  # fmt: skip


def time_rows(text: str, *, published: date | None) -> Iterator[Row]:
    """Yield the times that words name, read against a report's day."""
    for t in find_times(text, None, published):
        yield (
            text[t.span[0] : t.span[1]], t.type, t.value or "", days(t.start, t.end), t.granularity or "",
            t.anchor or "", f"{t.confidence:.2f}", t.rule,
        )  # fmt: skip


def country_code(name: str) -> str | None:
    """Return the alpha-3 code of a country given by code or name, None for none."""
    countries = load_countries()
    if name.upper() in countries.names:
        return name.upper()
    return next((form.code for form in countries.find(name)), None)


def _holder(phrase: str, on: date | None, tables: ActorTables, countries: Countries) -> ActorEntry | None:
    """Return who held on a day the office that a phrase names, with the country before it or in its title."""
    words = phrase.replace("’", "'").replace("'s ", " ").split()
    words = words[1:] if words and words[0].lower() == "the" else words
    asked = [(t.office, t.country or "IGO") for t in tables.titles.get(fold(" ".join(words)), ())]
    for cut in range(len(words) - 1, 0, -1):
        asked.extend((" ".join(words[cut:]), form.code) for form in countries.find(" ".join(words[:cut]), on))
    return next((held for office, code in asked if (held := tables.offices(office, code, on))), None)


def _entry(e: ActorEntry) -> Row:
    return (
        e.kind,
        e.name,
        e.country or "",
        _joined(e.sectors),
        e.office or "",
        _day(e.start),
        _day(e.end),
        e.id,
        e.source,
    )


def _joined(values: tuple[str, ...]) -> str:
    return " ".join(values)


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""
