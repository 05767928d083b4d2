"""Pairs of a source and a target, for the formats that have one of each to a row."""

from collections.abc import Iterable, Iterator

from dateline.datasets.facts.dossier import Party

Pair = tuple[Party | None, Party | None]


def pairs_of(actors: Iterable[Party], recipients: Iterable[Party]) -> Iterator[Pair]:
    """Yield each actor with each recipient; where nobody is acted upon, each two of several actors (a meeting).

    One whose partner is not told stands alone.
    """
    acting, hit = list(actors), list(recipients)
    if not hit and len(acting) > 1:
        yield from ((a, b) for a in acting for b in acting if a is not b)
        return
    nobody: list[Party | None] = [None]
    yield from ((a, b) for a in acting or nobody for b in hit or nobody if a is not None or b is not None)
