"""Load the coder for a command."""

import gc

from dateline.coder import Coder, Settings
from dateline.crew import Crew
from dateline.garbage import spare_what_is_loaded
from dateline.nursery import forks


def load_coders(settings: Settings, *, jobs: int) -> Coder | Crew:
    """Load the coder for so many processes: for more than one not here, where the system allows it."""
    return Crew(settings) if jobs > 1 and forks() else _load(settings)


def _load(settings: Settings) -> Coder:
    """Load a coder with the garbage collector off: what is loaded stays, and there is nothing to collect."""
    gc.disable()
    coder = Coder.of(settings)
    spare_what_is_loaded()
    gc.enable()
    return coder
