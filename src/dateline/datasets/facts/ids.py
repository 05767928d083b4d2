"""Ids that formats want as numbers, made from stable parts."""

import hashlib

_DIGITS = 15  # hexadecimal: sixty bits, so that a signed number of 64 bits holds it


def number_of(*parts: object) -> int:
    """Return a number that is the same for the same parts, whatever the run."""
    text = "|".join(str(part) for part in parts)
    return int(hashlib.sha256(text.encode()).hexdigest()[:_DIGITS], 16)
