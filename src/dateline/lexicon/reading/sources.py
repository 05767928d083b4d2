"""What sources are read by: names of columns, labels of exports, meta elements of pages, words of unfit texts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml

_FOLDER = DATA / "reading"


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of columns, by field; the order counts."""

    text: tuple[str, ...]
    html: tuple[str, ...]
    title: tuple[str, ...]
    author: tuple[str, ...]
    source: tuple[str, ...]
    url: tuple[str, ...]
    published: tuple[str, ...]
    language: tuple[str, ...]
    id: tuple[str, ...]


class PlaceColumns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of columns in tables of places, by field; the order counts."""

    name: tuple[str, ...]
    names: tuple[str, ...]
    lat: tuple[str, ...]
    lon: tuple[str, ...]
    country: tuple[str, ...]
    admin1: tuple[str, ...]
    kind: tuple[str, ...]
    code: tuple[str, ...]
    population: tuple[str, ...]
    radius_km: tuple[str, ...]


class ProseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Labels and set phrases, in lower case, by which a kind of prose is known that is no plain report."""

    opinion_labels: tuple[str, ...]
    opinion_phrases: tuple[str, ...]
    obituary_labels: tuple[str, ...]
    obituary_phrases: tuple[str, ...]
    explainer_labels: tuple[str, ...]
    explainer_phrases: tuple[str, ...]
    live_labels: tuple[str, ...]
    live_phrases: tuple[str, ...]
    transcript_labels: tuple[str, ...]
    transcript_phrases: tuple[str, ...]


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of meta elements, by field, and types of JSON-LD; the order counts."""

    title: tuple[str, ...]
    author: tuple[str, ...]
    source: tuple[str, ...]
    url: tuple[str, ...]
    published: tuple[str, ...]
    articles: tuple[str, ...]


class Layouts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Labels of exports, each with the field that it holds, "" for none; and what Europresse adds to its articles."""

    nexis_head: Mapping[str, str]
    nexis_tail: Mapping[str, str]
    factiva: Mapping[str, str]
    proquest: Mapping[str, str]
    europresse_labels: tuple[str, ...]
    europresse_marks: tuple[str, ...]
    europresse_notices: tuple[str, ...]


class Unfit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of texts that are no reports, by what they are."""

    paywall: tuple[str, ...]
    cookies: tuple[str, ...]
    broken_page: tuple[str, ...]
    not_news: tuple[str, ...]


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of languages in lower case, each with its BCP 47 code."""

    names: Mapping[str, str]


class English(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Small words of English, by how far they tell it from other languages."""

    common: frozenset[str]
    telling: frozenset[str]


@cache
def load_columns(folder: Path = _FOLDER) -> Columns:
    """Read columns.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "columns.toml", Columns)


@cache
def load_place_columns(folder: Path = _FOLDER) -> PlaceColumns:
    """Read places.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "places.toml", PlaceColumns)


@cache
def load_prose_words(folder: Path = _FOLDER) -> ProseWords:
    """Read prose.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "prose.toml", ProseWords)


@cache
def load_page_words(folder: Path = _FOLDER) -> PageWords:
    """Read page.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "page.toml", PageWords)


@cache
def load_layouts(folder: Path = _FOLDER) -> Layouts:
    """Read layouts.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "layouts.toml", Layouts)


@cache
def load_unfit(folder: Path = _FOLDER) -> Unfit:
    """Read fitness.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "fitness.toml", Unfit)


@cache
def load_languages(folder: Path = _FOLDER) -> Languages:
    """Read languages.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "languages.toml", Languages)


@cache
def load_english(folder: Path = _FOLDER) -> English:
    """Read english.toml.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(folder / "english.toml", English)
