"""What a user says of the sources that are read, and how much one of them may cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one source may cost before it is given up.

    Args:
        seconds: Time without a single article from a file that is read in a process of its own.
        memory_mb: Memory of that process.
        whole_bytes: Size of a file, or of a member of an archive, that must be held whole to be read.
        kept_bytes: Size of a member of an archive up to which its bytes are kept where it is refused half-read.
        unpacked_bytes: What one archive, or one packed file, may hold.
        ratio: How many times its packed size a member may have, once it is larger than ``free_bytes``.
        free_bytes: Size below which nobody asks for the ratio.
        members: Members of one archive.
        depth: Archives inside archives.
        line_bytes: Length of a line of a file that is read line by line.
    """

    seconds: float = 60.0
    memory_mb: int = 400
    whole_bytes: int = 64 * 2**20
    kept_bytes: int = 8 * 2**20
    unpacked_bytes: int = 4 * 2**30
    ratio: int = 200
    free_bytes: int = 8 * 2**20
    members: int = 100_000
    depth: int = 3
    line_bytes: int = 16 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read sources, and what to fill in where an item does not say it.

    Args:
        kind: The format of every source, where its name and its bytes do not tell (``--as``).
        columns: For tables, the column of each field ("text", "title", "published" …).
        source: Publisher of the items that do not say theirs.
        published: Day of the items that do not say theirs, as the user wrote it.
        fetch: Whether addresses may be fetched.
        limits: What one source may cost.
    """

    kind: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    published: str | None = None
    fetch: bool = False
    limits: Limits = field(default_factory=Limits)
