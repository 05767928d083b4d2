"""From files, folders, archives and standard input to items, one an article."""

from dateline.ingest.options import Limits, Options
from dateline.ingest.sources import find_items, find_items_in, kind_of

__all__ = ["Limits", "Options", "find_items", "find_items_in", "kind_of"]
