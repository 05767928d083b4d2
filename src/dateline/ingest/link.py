"""An address of an article, where a file gives that and not the article's words."""

from dataclasses import dataclass

from dateline.model.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where an article can be fetched.

    ``known`` is an item with what the file says of it: title, day, and perhaps a summary as its text, which stands in
    where the address cannot be fetched.
    """

    url: str
    known: Item
