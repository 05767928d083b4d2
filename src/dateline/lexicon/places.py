"""Words that tell place names from other names, read from lexicon/data/places."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from dateline.errors import LexiconError
from dateline.gazetteer.keys import key

FOLDER = files("dateline.lexicon").joinpath("data", "places")


class _Lists(msgspec.Struct, forbid_unknown_fields=True):
    widen: str
    before_of: str
    in_: str = msgspec.field(name="in")
    at: str
    street: str
    business: str
    local: str
    title: str
    given: str
    common: str
    directions: str


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    class_: dict[str, list[str]] = msgspec.field(name="class")
    lists: _Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Word lists for the places stage; every word is folded as ``keys.fold`` does.

    ``classes`` gives for a class word ("oblast") the kinds of place that it allows. ``demonyms`` gives for the key of
    an adjective or a people ("ukrainian") the country that it speaks for.
    """

    classes: Mapping[str, frozenset[str]]
    widen: frozenset[str]
    before_of: frozenset[str]
    prep_in: frozenset[str]
    prep_at: frozenset[str]
    street: frozenset[str]
    business: frozenset[str]
    local: frozenset[str]
    title: frozenset[str]
    given: frozenset[str]
    common: frozenset[str]
    directions: frozenset[str]
    demonyms: Mapping[str, str]


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


def read_words(path: Traversable) -> _Words:
    """Read the word lists.

    Raises:
        LexiconError: The file breaks its format.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_Words)
    except (msgspec.DecodeError, OSError) as error:
        raise LexiconError(f"{path}: {error}; the fields are those of _Words in dateline/lexicon/places.py") from error


def read_demonyms(path: Traversable) -> dict[str, str]:
    """Read the table of adjectives and peoples: key of the word to alpha-3 code."""
    out: dict[str, str] = {}
    with path.open(encoding="utf-8") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            if not row.get("country") or not row.get("words"):
                raise LexiconError(f"{path}: line {line} needs a country and words; write CODE,word|word")
            out.update({key(word): row["country"] for word in row["words"].split("|")})
    return out


@lru_cache(maxsize=1)
def load_place_words() -> PlaceWords:
    """Read the words that came with the package, once a process."""
    read = read_words(FOLDER.joinpath("words.toml"))
    lists = read.lists
    return PlaceWords(
        classes={word: frozenset(kinds) for word, kinds in read.class_.items()},
        widen=_split(lists.widen),
        before_of=_split(lists.before_of),
        prep_in=_split(lists.in_),
        prep_at=_split(lists.at),
        street=_split(lists.street),
        business=_split(lists.business),
        local=_split(lists.local),
        title=_split(lists.title),
        given=_split(lists.given),
        common=_split(lists.common),
        directions=_split(lists.directions),
        demonyms=read_demonyms(FOLDER.joinpath("demonyms.csv")),
    )
