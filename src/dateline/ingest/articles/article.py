"""What a format gives of one article, and the item that it becomes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dateline.ingest.articles.dates import read_published
from dateline.lexicon.reading.sources import load_languages
from dateline.model.item import Found, Item, Trust

_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
_FIELDS = ("title", "author", "source", "url", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article in the words of its format; a field that is empty is not there.

    ``origin`` says where the fields were read ("Nexis", "RSS"), ``origins`` where one was read elsewhere. ``original``
    are the bytes of this article alone, where they can be told from those of its file.
    """

    text: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    trust: Trust = "certain"
    id: str | None = None
    original: bytes = b""
    offset: int | None = None
    origin: str = "given"
    origins: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def item_of_article(article: Article, *, found: Found, media_type: str) -> Item:
    """Return the item of an article."""
    said = {name: _clean(getattr(article, name)) for name in _FIELDS}
    said["language"] = read_language(said["language"])
    said["author"] = re.sub(_BY, "", said["author"] or "") or None
    origins = {name: article.origins.get(name, article.origin) for name, value in said.items() if value}
    origin = article.origins.get("published", article.origin)
    return Item(
        found=found if article.offset is None else replace(found, offset=article.offset),
        text=article.text, id=_clean(article.id), original=article.original, media_type=media_type,
        published=read_published(article.published, origin=origin, trust=article.trust),
        origins=origins, notes=article.notes,
        title=said["title"], author=said["author"], source=said["source"], url=said["url"], language=said["language"],
    )  # fmt: skip


def items_of(articles: Iterable[Article], *, found: Found, media_type: str) -> Iterator[Item]:
    """Yield the items of the articles of one file, numbered from 1."""
    for number, article in enumerate(articles, start=1):
        yield item_of_article(article, found=replace(found, number=number), media_type=media_type)


def read_language(said: str | None) -> str | None:
    """Return the code of a language that is named by its code or its name, None where neither is known."""
    if said is None:
        return None
    if _CODE.match(said):
        return said.replace("_", "-")
    first = re.split(r"[^\w]", said.strip().lower(), maxsplit=1)[0]
    return load_languages().names.get(first)


def _clean(value: str | None) -> str | None:
    """Return a field on one line, None where nothing is in it."""
    return " ".join(value.split()) or None if value else None
