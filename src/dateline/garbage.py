"""How the garbage collector is set in processes that code: what is loaded stays, what is coded leaves no circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (50_000, 20, 20)


def spare_what_is_loaded() -> None:
    """Let the collector pass over all that is there by now, and look seldom at what comes.

    What is garbage by now is collected first, unless collection is off.
    """
    if gc.isenabled():
        gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)  # a report makes many objects and no circles


@contextmanager
def looking_seldom() -> Iterator[None]:
    """Let the collector look seldom, until the end of what makes many objects and no circles."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
