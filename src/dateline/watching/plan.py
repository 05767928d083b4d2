"""What is watched, as a file of the user's says: the feeds, and what watching may cost."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dateline.errors import UsageError
from dateline.ingest.fetching.reading import is_address


class Feed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One feed or page: its address, its publisher, and after how many minutes it is looked at again."""

    url: str
    source: str | None = None
    minutes: float | None = None


class Bounds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What watching may cost.

    Args:
        minutes: Between two looks at a feed that does not say its own.
        waiting: Reports that may wait to be coded; with more, no feed is looked at until they are fewer.
        ledger_mb: Size of the ledger from which on nothing more is fetched.
        free_mb: Room on the disk below which nothing more is fetched.
        threads: Feeds that are looked at at once; those of one host never are.
        most_hours: Between two looks at a feed that fails again and again.
    """

    minutes: float = 15.0
    waiting: int = 2_000
    ledger_mb: float = 20_000.0
    free_mb: float = 1_000.0
    threads: int = 4
    most_hours: float = 6.0


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it."""

    feed: tuple[Feed, ...]
    watch: Bounds = Bounds()

    def seconds_of(self, feed: Feed) -> float:
        """Return the seconds between two looks at a feed."""
        return 60.0 * (feed.minutes or self.watch.minutes)


def load_plan(path: Path) -> Plan:
    """Read a file of feeds.

    Raises:
        UsageError: It is not there, breaks its format, or names a feed that is no address or comes twice.
    """
    try:
        plan = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Plan)
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file; docs/watching.md shows one") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{path}: {error}; docs/watching.md lists the fields") from error
    wrong = next(_faults(plan), None)
    if wrong is not None:
        raise UsageError(f"{path}: {wrong}")
    return plan


def _faults(plan: Plan) -> Iterator[str]:
    urls = [feed.url for feed in plan.feed]
    yield from (f"{url!r} is no address; one begins with https:// or http://" for url in urls if not is_address(url))
    yield from (f"{url} comes twice; leave one out" for url in urls if urls.count(url) > 1)
    waits = [plan.watch.minutes, plan.watch.most_hours, *(f.minutes for f in plan.feed if f.minutes is not None)]
    if min(waits) <= 0:
        yield "minutes and hours must be above 0"
    if not urls:
        yield "names no feed; add [[feed]] with its url"
    if plan.watch.threads < 1 or plan.watch.waiting < 1:
        yield "threads and waiting must be at least 1"
