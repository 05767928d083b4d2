"""What a user says of the sources that are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read sources, and what to fill in where an item does not say it.

    Args:
        kind: The format of every source, where its name and its bytes do not tell (``--as``).
        columns: For tables, the column of each field ("text", "title", "published" …).
        source: Publisher of the items that do not say theirs.
        published: Day of the items that do not say theirs, as the user wrote it.
        fetch: Whether addresses may be fetched.
    """

    kind: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    published: str | None = None
    fetch: bool = False
