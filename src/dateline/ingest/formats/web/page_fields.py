"""What a web page says of itself, each field with the place where it stands."""

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, NamedTuple

from dateline.lexicon.reading.sources import load_page_words
from dateline.model.item import Trust

_FIELDS = ("title", "author", "source", "url", "published")
_KEYS = {"title": "headline", "author": "author", "source": "publisher", "url": "url", "published": "datePublished"}
_MOST = 2_000_000  # characters of a page that are looked at


class Said(NamedTuple):
    """A value, where it stands, and how far it is trusted."""

    value: str
    origin: str
    trust: Trust = "certain"


def page_fields(html: str) -> dict[str, Said]:
    """Return the fields that a page gives, the most trusted place first: JSON-LD, meta elements, others."""
    head = _Head()
    head.feed(html[:_MOST])
    found: dict[str, Said] = {}
    for source in (_from_json(head.scripts), _from_meta(head.meta), _from_elements(head)):
        for name, said in source:
            found.setdefault(name, said)
    return found


def _from_json(scripts: list[str]) -> Iterator[tuple[str, Said]]:
    for node in _articles(scripts):
        for name, key in _KEYS.items():
            value = _text(node.get(key))
            if value:
                yield name, Said(value, f"JSON-LD {key}")


def _articles(scripts: list[str]) -> Iterator[Mapping[str, Any]]:
    wanted = load_page_words().articles
    nodes = [node for script in scripts for node in _nodes(script)]
    ranked = sorted((wanted.index(kind), n) for n, node in enumerate(nodes) for kind in _types(node) if kind in wanted)
    yield from (nodes[n] for _, n in ranked)


def _nodes(script: str) -> Iterator[Mapping[str, Any]]:
    try:
        whole = json.loads(script)
    except (ValueError, RecursionError):
        return
    for node in whole if isinstance(whole, list) else [whole]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _types(node: Mapping[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [str(k) for k in kind] if isinstance(kind, list) else [str(kind)]


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value))) or None
    if isinstance(value, dict):
        return _text(value.get("name"))
    return value.strip() or None if isinstance(value, str) else None


def _from_meta(meta: Mapping[str, str]) -> Iterator[tuple[str, Said]]:
    words = load_page_words()
    for name in _FIELDS:
        for key in getattr(words, name):
            if meta.get(key) and not (name == "author" and meta[key].startswith("http")):
                yield name, Said(meta[key], key)


def _from_elements(head: "_Head") -> Iterator[tuple[str, Said]]:
    if head.time:
        yield "published", Said(head.time, "time", "likely")
    if head.title.strip():
        yield "title", Said(head.title.strip(), "title")
    if head.canonical:
        yield "url", Said(head.canonical, "canonical")


class _Head(HTMLParser):
    """Gathers meta elements, JSON-LD, the title, the first dated <time> and the canonical address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.title = self.time = self.canonical = ""
        self._into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            self.meta.setdefault(name, given.get("content", "").strip())
        elif tag == "script" and "ld+json" in given.get("type", ""):
            self._into = "script"
            self.scripts.append("")
        elif tag == "title" and not self.title:
            self._into = "title"
        elif tag == "time":
            self.time = self.time or given.get("datetime", "")
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = self.canonical or given.get("href", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._into:
            self._into = ""

    def handle_data(self, data: str) -> None:
        if self._into == "script":
            self.scripts[-1] += data
        elif self._into == "title":
            self.title += data
