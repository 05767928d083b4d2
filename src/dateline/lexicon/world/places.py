"""Words that tell place names from other names, read from lexicon/data/places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from dateline.gazetteer.keys import fold, key
from dateline.lexicon.files import DATA, read_toml
from dateline.lexicon.world.countries import Countries, load_countries
from dateline.model.closed import Precision

FOLDER = DATA / "places"
DEMONYMS = frozenset({"adjective", "demonym", "demonym-plural"})


class _Lists(msgspec.Struct, forbid_unknown_fields=True):
    widen: str
    before_of: str
    in_: str = msgspec.field(name="in")
    at: str
    street: str
    business: str
    local: str
    not_places: str
    locate: str
    settled: str
    opener: str
    verb: str
    group: str
    title: str
    given: str
    common: str
    surname: str
    directions: str


class _Spelling(msgspec.Struct, forbid_unknown_fields=True):
    plain: list[tuple[str, str]]
    edges: list[tuple[str, str]]


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    class_: dict[str, list[str]] = msgspec.field(name="class")
    plural: dict[str, str]
    unlisted: dict[str, Precision]
    lists: _Lists
    spelling: _Spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Word lists for the places stage; every word is folded as ``keys.fold`` does.

    ``classes`` gives for a class word ("oblast") the kinds of place that it allows, ``plurals`` its singular.
    ``demonyms`` gives for the key of an adjective or a people ("ukrainian") the country that it speaks for,
    ``demonym_pairs`` the first words of those of two words. ``not_places`` holds, by first word, the keys of names of
    other things with a place's name in them ("bankofengland"). ``unlisted`` gives for a class word beside a name that
    the gazetteer lacks the kind of place that it tells, ``spelling`` the patterns by which romanisations differ, with
    what to put in their stead.
    """

    classes: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]
    widen: frozenset[str]
    before_of: frozenset[str]
    prep_in: frozenset[str]
    prep_at: frozenset[str]
    street: frozenset[str]
    business: frozenset[str]
    local: frozenset[str]
    not_places: Mapping[str, tuple[str, ...]]
    prep_locate: frozenset[str]
    settled: frozenset[str]
    unlisted: Mapping[str, Precision]
    spelling: tuple[tuple[str, str], ...]
    opener: frozenset[str]
    verb: frozenset[str]
    group: frozenset[str]
    title: frozenset[str]
    given: frozenset[str]
    common: frozenset[str]
    surname: frozenset[str]
    directions: frozenset[str]
    demonyms: Mapping[str, str]
    demonym_pairs: frozenset[str]


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> dict[str, tuple[str, ...]]:
    """Return the folded phrases by their first word, the longest first."""
    out: dict[str, list[str]] = {}
    for phrase in text.replace("\n", "").split("|"):
        folded = [fold(w) for w in phrase.split()]
        out.setdefault(folded[0], []).append("".join(folded))
    return {first: tuple(sorted(keys, key=len, reverse=True)) for first, keys in out.items()}


def read_demonyms(countries: Countries) -> dict[str, str]:
    """Return the country of each adjective and people, by the key of the word."""
    forms = (f for group in countries.forms.values() for f in group if f.kind in DEMONYMS)
    return {key(f.form): f.code for f in forms}


def _first_words(countries: Countries) -> frozenset[str]:
    """Return the first words of the adjectives of two words ("Sri Lankan")."""
    forms = (f.form.split() for group in countries.forms.values() for f in group if f.kind in DEMONYMS)
    return frozenset(fold(form[0]) for form in forms if len(form) == 2)


class NameWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """names.toml: the small words in and round the names of places; each list is described there."""

    bearings: dict[str, int]
    city_bodies: frozenset[str]
    small: frozenset[str]
    binders: frozenset[str]
    articles: frozenset[str]
    assimilated: frozenset[str]
    between: frozenset[str]
    after_genitive: frozenset[str]
    lengths: frozenset[str]
    ties: frozenset[str]
    next_to: frozenset[str]
    before_name: frozenset[str]
    camps: frozenset[str]
    parts: frozenset[str]
    held: frozenset[str]
    peoples: frozenset[str]
    definite: frozenset[str]
    unnamed: dict[str, frozenset[str]]
    where: frozenset[str]
    undertakings: frozenset[str]

    def bearing(self, word: str) -> int:
        """Return the degrees from north of a direction, however it is joined ("north-east", "north east")."""
        plain = word.replace("-", "").replace(" ", "")
        return next(degrees for name, degrees in self.bearings.items() if name.replace("-", "") == plain)


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """Return the package's own words, read once a process.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(FOLDER / "names.toml", NameWords)


@lru_cache(maxsize=1)
def load_place_words() -> PlaceWords:
    """Read the words that came with the package, once a process."""
    read = read_toml(FOLDER / "words.toml", _Words)
    lists = read.lists
    return PlaceWords(
        classes={word: frozenset(kinds) for word, kinds in read.class_.items()},
        plurals=read.plural,
        widen=_split(lists.widen),
        before_of=_split(lists.before_of),
        prep_in=_split(lists.in_),
        prep_at=_split(lists.at),
        street=_split(lists.street),
        business=_split(lists.business),
        local=_split(lists.local),
        not_places=_phrases(lists.not_places),
        prep_locate=_split(lists.locate),
        settled=_split(lists.settled),
        unlisted=read.unlisted,
        spelling=(*read.spelling.plain, *((b, a) for a, b in read.spelling.plain), *read.spelling.edges),
        opener=_split(lists.opener),
        verb=_split(lists.verb),
        group=_split(lists.group),
        title=_split(lists.title),
        given=_split(lists.given),
        common=_split(lists.common),
        surname=_split(lists.surname),
        directions=_split(lists.directions),
        demonyms=read_demonyms(load_countries()),
        demonym_pairs=_first_words(load_countries()),
    )
