"""Fitting, for the scripts that train. No lots are drawn and sums have one order: one machine gives one result."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.learned.heads import LENGTH

MEMORY = 8
STEPS = 60

Floats = npt.NDArray[np.float32]


def descend(loss: Callable[[Floats], tuple[float, Floats]], x: Floats, steps: int) -> Floats:
    """Return what limited-memory BFGS reaches in so many steps, each halved until the loss falls."""
    past: list[tuple[Floats, Floats, float]] = []
    value, slope = loss(x)
    for _ in range(steps):
        direction = -_inverse(slope, past)
        size, fall = 1.0 if past else 1.0 / max(1.0, float(np.abs(slope).max())), float(slope @ direction)
        while True:
            new = x + size * direction
            new_value, new_slope = loss(new)
            if new_value <= value + 1e-4 * size * fall or size < 1e-8:
                break
            size /= 2
        step, turn = new - x, new_slope - slope
        if float(step @ turn) > 1e-12:
            past = [*past, (step, turn, 1.0 / float(step @ turn))][-MEMORY:]
        if abs(value - new_value) < 2e-5 * max(1.0, abs(value)):
            return new
        x, value, slope = new, new_value, new_slope
    return x


def _inverse(slope: Floats, past: Sequence[tuple[Floats, Floats, float]]) -> Floats:
    q, shares = slope.copy(), []
    for step, turn, rho in reversed(past):
        shares.append(rho * float(step @ q))
        q -= shares[-1] * turn
    if past:
        step, turn, _ = past[-1]
        q *= float(step @ turn) / float(turn @ turn)
    for (step, turn, rho), share in zip(past, reversed(shares), strict=True):
        q += step * (share - rho * float(turn @ q))
    return q


def fit_yes_no(
    rows: Sequence[npt.NDArray[np.int64]], gold: Sequence[bool], shares: Sequence[float], *, penalty: float, size: int
) -> tuple[Floats, float]:
    """Return weights and bias of a logistic regression with an L2 penalty.

    Args:
        rows: The buckets of each example; the values are those of ``dateline.learned.heads.Head``.
        gold: The answer to each.
        shares: What each counts.
        penalty: Of the squared weights, half.
        size: Number of buckets.
    """
    lengths = np.array([max(len(r), 1) for r in rows])
    used, columns = np.unique(np.concatenate(rows), return_inverse=True)
    row_of = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    values = (LENGTH / np.sqrt(lengths))[row_of].astype(np.float32)
    wanted, share = np.array(gold, dtype=np.float32), np.array(shares, dtype=np.float32)

    def loss(x: Floats) -> tuple[float, Floats]:
        sums = x[-1] + np.bincount(row_of, weights=x[columns] * values, minlength=len(rows))
        said = 1.0 / (1.0 + np.exp(-np.clip(sums, -30, 30)))
        value = -(share * (wanted * np.log(said + 1e-9) + (1 - wanted) * np.log(1 - said + 1e-9))).sum()
        errors = share * (said - wanted)
        slope = np.bincount(columns, weights=errors[row_of] * values, minlength=len(used)) + penalty * x[:-1]
        return float(value + 0.5 * penalty * (x[:-1] ** 2).sum()), np.append(slope, errors.sum()).astype(np.float32)

    x = descend(loss, np.zeros(len(used) + 1, dtype=np.float32), STEPS)
    weights = np.zeros(size, dtype=np.float32)
    weights[used] = x[:-1]
    return weights, float(x[-1])


def kept(made: bytes, path: Path, *, script: str, check: bool) -> int:
    """Write a file of weights, or only compare it with what stands; return the exit code.

    Args:
        made: The bytes of the file.
        path: Where it lies.
        script: What makes it, for the message.
        check: Compare and write nothing.
    """
    if check:
        same = path.is_file() and path.read_bytes() == made
        print("the same" if same else f"{path.name} differs; run {script} and commit it")
        return 0 if same else 1
    path.write_bytes(made)
    print(f"{path.name}: {len(made):,} bytes")
    return 0
