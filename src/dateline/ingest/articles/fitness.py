"""Whether what was read is a report at all, with the reason where it is none."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.lexicon.reading.sources import load_unfit
from dateline.model.item import Item, Refusal, RefusalReason
from dateline.reading.prepare import find_language
from dateline.reading.refuse import is_table, reason

_SHORT = 150  # words; longer texts may speak of cookies and subscriptions in passing
_LEAST = 8  # words of a page; fewer are its menu
_TABLES = 20_000
_SPACE = re.compile(r"\s+")


def judged(item: Item) -> Item:
    """Return an item, refused where its text is no report; one that comes coded was judged by its coder."""
    if item.refused is not None or item.coding is not None:
        return item
    refusal = _unfit(item)
    return item if refusal is None else replace(item, refused=refusal)


def _unfit(item: Item) -> Refusal | None:
    """Return why a text is no report that can be coded."""
    for find in (_page, _no_text, _foreign):
        refusal = find(item)
        if refusal is not None:
            return refusal
    return None


def _page(item: Item) -> Refusal | None:
    """Look for what a site shows in the place of an article; a long text is none of these."""
    if not item.text.strip() or len(item.text.split()) > _SHORT:
        return None
    text, words = _SPACE.sub(" ", f"{item.title or ''} {item.text}".lower().replace("’", "'")), load_unfit()
    found: Iterable[tuple[RefusalReason, tuple[str, ...], str]] = (
        ("paywall", words.paywall, "shows only its first lines to those who do not pay; get the whole text"),
        (
            "cookies",
            words.cookies,
            "is a notice about cookies, not the article; accept it and save the page again",
        ),
        ("not-news", words.broken_page, "is an error page or a test for robots; save the page from a browser"),
        ("not-news", words.not_news, "is no report; leave it out"),
    )
    for name, phrases, told in found:
        said = next((phrase for phrase in phrases if phrase in text), None)
        if said:
            return Refusal(reason=name, told=f"{item.found}: {told} (it says “{said}”)")
    return None


def _no_text(item: Item) -> Refusal | None:
    told = reason(item.text)
    if told is None and item.media_type == "text/html" and len(item.text.split()) < _LEAST:
        told = "no article was found in the page; give its text"
        return Refusal(reason="empty", told=f"{item.found}: {told}")
    if told is None:
        return None
    name: RefusalReason = "empty" if not item.text.strip() else "table" if is_table(item.text[:_TABLES]) else "unfit"
    return Refusal(reason=name, told=f"{item.found}: {told}")


def _foreign(item: Item) -> Refusal | None:
    told = find_language(item.text, item.language)[1]
    return None if told is None else Refusal(reason="language", told=f"{item.found}: {told}")
