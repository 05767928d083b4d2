"""One number for whatever is compared: the same in every run, so that it can be kept."""

import hashlib
from functools import lru_cache


@lru_cache(maxsize=300_000)
def hashed(*parts: str) -> int:
    """Return the number of a value that is told by its parts."""
    raw = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(raw, "little", signed=True)
