"""The best one-to-one pairing of two lists."""

from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) whose weights sum highest; pairs of weight 0 or less are left out.

    The Hungarian method with potentials, cubic in the longer side.

    Args:
        weights: A rectangle of weights, one row for each of the left things.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    size = max(rows, columns)
    if not rows or not columns:
        return []
    cost = [[-max(weights[i][j], 0.0) if i < rows and j < columns else 0.0 for j in range(size)] for i in range(size)]
    owner = _solve(cost, size)
    pairs = [(owner[j], j) for j in range(columns) if owner[j] < rows]
    return sorted((i, j) for i, j in pairs if weights[i][j] > 0)


def _solve(cost: list[list[float]], size: int) -> list[int]:
    """Return for each column the row that it is given to."""
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [size] * (size + 1)
    for row in range(size):
        owner[size] = row
        column, came_from = size, [size] * (size + 1)
        slack, done = [float("inf")] * size, [False] * (size + 1)
        while owner[column] != size:
            done[column] = True
            column = _step(cost, (row_potential, column_potential), owner, (slack, done, came_from), column)
        while column != size:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
        owner[size] = size
    return owner[:size]


def _step(
    cost: list[list[float]],
    potentials: tuple[list[float], list[float]],
    owner: list[int],
    search: tuple[list[float], list[bool], list[int]],
    column: int,
) -> int:
    """Grow the tree by its cheapest edge, mend the potentials, and return the column reached."""
    (rows, columns), (slack, done, came_from) = potentials, search
    size, row = len(slack), owner[column]
    for j in range(size):
        reduced = cost[row][j] - rows[row] - columns[j]
        if not done[j] and reduced < slack[j]:
            slack[j], came_from[j] = reduced, column
    target = min((j for j in range(size) if not done[j]), key=lambda j: slack[j])
    delta = slack[target]
    for j in range(size + 1):
        if done[j]:
            rows[owner[j]] += delta
            columns[j] -= delta
        elif j < size:
            slack[j] -= delta
    return target
