"""Files of weights: arrays by name, read without running anything that a file may hold."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.errors import LexiconError

Arrays = dict[str, npt.NDArray[np.generic]]


def read_weights(path: Path, *, script: str) -> Arrays:
    """Read the arrays of a file of weights.

    Args:
        path: An .npz file.
        script: What makes it, for the message.

    Raises:
        LexiconError: The file is missing or is none.
    """
    try:
        with np.load(path, allow_pickle=False) as found:
            return {name: found[name] for name in found.files}
    except (OSError, ValueError, EOFError) as error:
        raise LexiconError(f"{path.name}: cannot be read ({error}); make it with {script}") from error
