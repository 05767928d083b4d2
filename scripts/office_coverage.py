#!/usr/bin/env python3
"""List how completely the tables name who held an office, by country: of every month, whether its middle has a holder.

    python scripts/office_coverage.py                    all countries, in percents of the months since 1990
    python scripts/office_coverage.py --gaps ITA FRA     the months without a holder that the tables are sure of

A month counts where the tables name one holder on its fifteenth day, as the coder asks them. Which offices and states
are counted is said in office_coverage.toml.
"""

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dateline.lexicon.world.actors import ActorTables, load_actors

SETTINGS = Path(__file__).with_suffix(".toml")
FULL = 0.95
NO_STATES = frozenset({"", "IGO", "IMG", "NGO"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What office_coverage.toml says."""

    first: date
    last: date
    offices: Mapping[str, Sequence[str]]
    groups: Mapping[str, Sequence[str]]
    without: Mapping[str, Sequence[str]]
    since: Mapping[str, date]
    until: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The months of one office in one country, each with whether somebody is known to hold it."""

    country: str
    office: str
    months: tuple[tuple[date, bool], ...]

    @property
    def share(self) -> float:
        """Return the share of months with a holder."""
        return sum(held for _, held in self.months) / len(self.months)


def main() -> None:
    """Read the arguments and print the table, or the gaps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("countries", nargs="*", help="alpha-3 codes; all if none is given")
    parser.add_argument("--gaps", action="store_true", help="print the months without a holder")
    given = parser.parse_args()
    found = [c for c in measure() if not given.countries or c.country in given.countries]
    for line in gap_lines(found) if given.gaps else table_lines(found):
        print(line)


@cache
def settings() -> Settings:
    """Return the settings."""
    return Settings(**tomllib.loads(SETTINGS.read_text(encoding="utf-8")))


@cache
def measure() -> tuple[Coverage, ...]:
    """Return the coverage of every office of every country that has any holder, in the order of the codes."""
    return tuple(coverages(load_actors(), settings()))


def coverages(tables: ActorTables, given: Settings) -> Iterator[Coverage]:
    """Yield the coverage of each country and office."""
    counted = {office for names in given.offices.values() for office in names}
    codes = {code for office, code in tables.holders if office in counted} - NO_STATES
    for code in sorted(codes):
        for office, names in given.offices.items():
            if code not in given.without.get(office, ()):
                start = given.since.get(f"{code} {office}", given.since.get(code, given.first))
                end = given.until.get(f"{code} {office}", given.last)
                months = tuple((day, is_held(tables, names, code, day)) for day in months_between(start, end))
                yield Coverage(code, office, months)


def is_held(tables: ActorTables, offices: Iterable[str], country: str, on: date) -> bool:
    """Tell whether the tables name one holder of one of these offices on a day."""
    return any(tables.offices(name, country, on) for name in offices if (name, country) in tables.holders)


def months_between(first: date, last: date) -> Iterator[date]:
    """Yield the same day of each month, both ends included."""
    for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield first.replace(year=n // 12, month=n % 12 + 1)


def table_lines(found: Iterable[Coverage]) -> Iterator[str]:
    """Yield a line for each country: percents of months with a holder; a dash where there is no such office."""
    names, wanted = settings().offices, {c.country for c in found}
    yield "     " + "  ".join(names)
    for code, row in country_shares().items():
        if code not in wanted:
            continue
        cells = (f"{100 * row[name]:{len(name)}.0f}" if name in row else f"{'-':>{len(name)}}" for name in names)
        yield f"{code}  {'  '.join(cells)}"


def country_shares() -> dict[str, dict[str, float]]:
    """Return, for each country and each of its offices, the share of months with a holder."""
    shares: dict[str, dict[str, float]] = {}
    for c in measure():
        shares.setdefault(c.country, {})[c.office] = c.share
    return shares


def gap_lines(found: Iterable[Coverage]) -> Iterator[str]:
    """Yield a line for each office with months that have no holder."""
    for c in found:
        spans = list(gaps(c))
        if spans:
            yield f"{c.country}  {c.office:18}  {', '.join(spans)}"


def gaps(coverage: Coverage) -> Iterator[str]:
    """Yield the stretches without a holder, as "1990-01/1992-03"."""
    start: date | None = None
    previous: date | None = None
    for day, held in (*coverage.months, (date.max, True)):
        if not held:
            start = start or day
        elif start is not None and previous is not None:
            yield f"{start:%Y-%m}" if start == previous else f"{start:%Y-%m}/{previous:%Y-%m}"
            start = None
        previous = day


def summary() -> Iterator[tuple[str, str, int, str, int]]:
    """Yield for each office and group of states: states, the share of months held, how many are full."""
    given = settings()
    named = {code for codes in given.groups.values() for code in codes}
    everyone = {c.country for c in measure()}
    groups = [*given.groups.items(), ("others", sorted(everyone - named))]
    for office in given.offices:
        for title, codes in groups:
            own = [c for c in measure() if c.office == office and c.country in codes]
            months = [held for c in own for _, held in c.months]
            share = f"{sum(months) / len(months):.2f}"
            yield office, title, len(own), share, sum(c.share >= FULL for c in own)


if __name__ == "__main__":
    main()
