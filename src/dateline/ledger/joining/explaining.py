"""Why two events are one incident or two: the sum of their likeness, summand by summand."""

from collections.abc import Iterator

import numpy as np

from dateline.errors import UsageError
from dateline.incidents.alike.likeness import apart, probability
from dateline.incidents.alike.telling import Telling
from dateline.incidents.comparing import explain
from dateline.store.address import Address
from dateline.store.batch import Batch, Writer
from dateline.store.joining.incidents import event_of
from dateline.store.joining.tellings import read_tellings


def explained(path: Address, one: str, other: str) -> Iterator[str]:
    """Yield the lines of a sum for two events, each named as REPORT/e1 or by its incident.

    Raises:
        UsageError: There is no such event or incident.
    """
    with Writer(path) as writer, writer.batch() as batch:
        a, b = _telling(batch, one), _telling(batch, other)
    terms = explain(a, b)
    total = sum(term.weight for term in terms)
    yield f"{a.source.id}/{a.id} and {b.source.id}/{b.id}"
    yield from (f"  {term.weight:+6.2f}  {term.part:<10}  {term.level}".rstrip() for term in terms)
    yield f"  {total:+6.2f}  a probability of {probability(np.array(total)):.2f} that they are one"
    if why := apart(a, b):
        yield f"  they cannot be one: {why}"


def _telling(batch: Batch, name: str) -> Telling:
    report, _, event = (event_of(batch, name) or name).rpartition("/")
    found = batch.one("SELECT report_key FROM report WHERE id = ? AND until IS NULL", report)
    tellings = read_tellings(batch, [found[0]])[found[0]].tellings if found else ()
    telling = next((t for t in tellings if t.id == event), None)
    if telling is None:
        raise UsageError(
            f"{name!r} is no event or incident; name one as REPORT/e1, or by its id in `dateline incidents`"
        )
    return telling
