"""GDELT's mentions beside a ledger: which pages that tell its events are reports here, and what was coded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from dateline.ingest.layouts.gdelt import GdeltMention

MENTIONS: Final = "gdelt-mentions"
COLUMNS = ("state", "event", "told", "source", "url", "sentence", "report", "events")


class Told(NamedTuple):
    """A report of the ledger, and how many events were coded of it."""

    report: str
    events: int


def by_page(reports: Iterable[Mapping[str, Any]]) -> Mapping[str, Told]:
    """Return reports (rows with ``id``, ``url``, ``events``) by the page that each was."""
    return {page_of(row["url"]): Told(row["id"], row["events"] or 0) for row in reports if row["url"]}


def beside(mentions: Iterable[GdeltMention], pages: Mapping[str, Told]) -> Iterator[dict[str, Any]]:
    """Yield a record for each mention: its page is coded here, is here without an event, is not here, or is no page."""
    for mention in mentions:
        told = pages.get(page_of(mention.url)) if mention.is_page and mention.url else None
        yield {
            "state": _state(mention, told), "event": mention.event, "told": mention.told, "source": mention.source,
            "url": mention.url, "sentence": mention.sentence, "report": told.report if told else None,
            "events": told.events if told else None,
        }  # fmt: skip


def _state(mention: GdeltMention, told: Told | None) -> str:
    if told is None:
        return "not-here" if mention.is_page else "no-page"
    return "coded" if told.events else "no-event"


def page_of(url: str) -> str:
    """Return what two addresses of one page have in common: not the scheme, "www.", a last slash, a fragment."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def said_of(records: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the outcome in sentences."""
    pages = {page_of(record["url"]): record["state"] for record in records if record["url"]}
    states = Counter(pages.values())
    here = states["coded"] + states["no-event"]
    events = {record["event"] for record in records}
    met = {record["event"] for record in records if record["state"] == "coded"}
    away = states["not-here"]
    return (
        f"{len(records):,} mentions of {len(events):,} events on {here + away:,} pages.",
        f"{here:,} of these pages are reports here; {states['coded']:,} tell an event.",
        f"{away:,} are not here; `dateline ingest --fetch` with the same file fetches them.",
        f"{len(met):,} of {len(events):,} events are told by a page of which an event was coded.",
    )
