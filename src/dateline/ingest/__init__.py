"""From files, folders, archives and standard input to items, one an article."""

from dateline.ingest.options import Options
from dateline.ingest.sources import find_items, find_items_in

__all__ = ["Options", "find_items", "find_items_in"]
