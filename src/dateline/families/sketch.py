"""Keys under which texts that share words meet: MinHash, cut into bands at a low threshold."""

import hashlib
import struct

from rensa import RMinHash

from dateline.families.words import shingles

HASHES, ROWS, SEED, SHINGLE = 128, 2, 20240314, 3
SCHEME = f"rensa RMinHash, {HASHES} hashes, seed {SEED}, {SHINGLE}-word runs, bands of {ROWS}"
"""What made the keys: others are of no use beside them."""


def band_keys(text: str) -> list[int]:
    """Return a text's keys, signed 64-bit numbers. Two texts of Jaccard 0.2 share one with a probability of 0.93."""
    sketch = RMinHash(num_perm=HASHES, seed=SEED)
    # Runs of three words: copies are shortened and touched up, and share few longer ones.
    sketch.update(shingles(text, SHINGLE))
    digest = sketch.digest()
    # Two rows a band: a low threshold, for the words themselves are compared afterwards.
    return sorted({_key(n, digest[n : n + ROWS]) for n in range(0, HASHES, ROWS)})


def _key(band: int, values: list[int]) -> int:
    raw = struct.pack(f"<{1 + len(values)}Q", band, *values)
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "little", signed=True)
