"""Agencies and outlets, and the words by which a report credits one."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml
from dateline.lexicon.tables import fold, read_rows, split_list

_COLUMNS = ("id", "kind", "ownership", "owner", "source")


class CreditWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """credits.toml; the fields are described there."""

    whole: tuple[str, ...]
    part: tuple[str, ...]
    cites: tuple[str, ...]
    feed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An agency, a newspaper, a broadcaster: whose words a report is. ``kind`` is None where the table has no row."""

    id: str
    name: str
    country: str
    names: tuple[str, ...]
    kind: str | None = None
    ownership: str | None = None
    owner: str | None = None


@cache
def load_credits(folder: Path = DATA / "outlets") -> CreditWords:
    """Read credits.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "credits.toml", CreditWords)


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Read the table of media with what the table of outlets says of their kind and owner.

    Raises:
        LexiconError: A table breaks its format.
    """
    about = {row[0]: row for row in read_rows(DATA / "outlets" / "outlets.csv", _COLUMNS)}
    return tuple(_outlet(row, about.get(row["id"])) for row in _media())


def _media() -> Iterator[Mapping[str, str]]:
    with (DATA / "actors" / "media.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _outlet(row: Mapping[str, str], about: list[str] | None) -> Outlet:
    kind, ownership, owner = about[1:4] if about else (None, None, None)
    return Outlet(
        id=row["id"], name=row["name"], country=row["country"], names=(row["name"], *split_list(row["aliases"])),
        kind=kind, ownership=ownership, owner=owner or None,
    )  # fmt: skip


@cache
def outlets_by_name() -> Mapping[str, Outlet]:
    """Return the outlets by each of their names, folded."""
    return {fold(name): outlet for outlet in load_outlets() for name in outlet.names}


def find_outlet(name: str | None) -> Outlet | None:
    """Return the outlet of this name, None where the tables have none; what feeds put after a name does not count.

    "The Guardian", "CNN (Web News)" and "Reuters World" are outlets of the tables; "Valley Post" is none.
    """
    known, passed_over = outlets_by_name(), load_credits().feed
    words = fold(re.sub(r"[(\[].*+", "", name or "")).removeprefix("the ").split()
    while words and " ".join(words) not in known and words[-1] in passed_over:
        words.pop()
    return known.get(" ".join(words))
