"""What is said between the process that reads files and the one that asked it to."""

import msgspec

from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.model.item import Found, Item


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be read: the file at ``found.path``, or ``raw``."""

    found: Found
    options: Options
    raw: bytes | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One item or link of it; neither where all was said."""

    item: Item | None = None
    link: Link | None = None
