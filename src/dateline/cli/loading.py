"""Load the coder for a command."""

import gc

from dateline.coder import Coder


def load_coder(
    *,
    layers: str = "default",
    model: str | None = None,
    min_confidence: float = 0.0,
    lexicon: str | None = None,
    places: str | None = None,
) -> Coder:
    """Load the coder with the garbage collector off: what is loaded stays, and there is nothing to collect."""
    gc.disable()
    coder = Coder(layers=layers, model=model, min_confidence=min_confidence, lexicon=lexicon, places=places)
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)  # a report makes many objects and no circles
    gc.enable()
    return coder
