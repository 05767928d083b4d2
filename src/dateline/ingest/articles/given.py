"""Between an item and a report as given: reports read line by line become items, and items go to the coder."""

from dateline.ingest.articles.dates import read_published
from dateline.model.item import Found, Item, Refusal
from dateline.reading.given import GivenReport
from dateline.reading.html import read_html

_FIELDS = ("title", "source", "url", "language")


def item_of(given: GivenReport, *, found: Found, original: bytes, media_type: str) -> Item:
    """Return a report as given, with where it lay and the bytes that it was read from."""
    if given.html is not None and not given.text and not given.error:
        given = read_html(given)
    refused = Refusal(reason="broken", told=given.error) if given.error else None
    return Item(
        found=found, text=given.text, title=given.title, source=given.source, url=given.url, language=given.language,
        published=read_published(given.published), id=given.id, original=original, media_type=media_type,
        origins={name: "given" for name in _FIELDS if getattr(given, name) is not None},
        notes=given.notes, refused=refused,
    )  # fmt: skip


def given_of(item: Item, *, report_id: str) -> GivenReport:
    """Return what the coder is given of an item."""
    published = item.published
    return GivenReport(
        text=item.text, id=report_id, title=item.title, source=item.source, url=item.url, language=item.language,
        published=None if published is None else published.moment or published.raw,
        published_origin="document" if published and published.origin not in ("given", "option") else "given",
        notes=item.notes, error=item.refused.told if item.refused else None,
    )  # fmt: skip
