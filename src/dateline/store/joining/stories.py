"""Keep which reports are about one happening by a rule."""

from collections.abc import Collection, Iterable, Sequence

from dateline.store.batch import Batch


def stories_of(batch: Batch, rule: str, reports: Collection[int]) -> set[frozenset[int]]:
    """Return the stories in which reports are; one that is in none is alone."""
    sql = "SELECT DISTINCT story FROM story WHERE rule = ? AND report_key IN ({})"
    numbers = {row[0] for row in batch.of_keys(sql, reports, rule)}
    found: dict[int, set[int]] = {}
    told = "SELECT story, report_key FROM story WHERE rule = ? AND story IN ({})"
    for story, report in batch.of_keys(told, numbers, rule):
        found.setdefault(story, set()).add(report)
    known = {report for story in found.values() for report in story}
    return {frozenset(story) for story in found.values()} | {frozenset({r}) for r in reports if r not in known}


def write_stories(batch: Batch, rule: str, stories: Iterable[Sequence[int]]) -> None:
    """Keep stories in place of those in which their reports were."""
    listed = [*stories]
    run = batch.connection.executemany
    run("DELETE FROM story WHERE rule = ? AND report_key = ?", ((rule, report) for story in listed for report in story))
    rows = ((rule, report, min(story)) for story in listed if len(story) > 1 for report in story)
    run("INSERT INTO story VALUES (?, ?, ?)", rows)


def forget_stories(batch: Batch, rule: str, reports: Collection[int] | None = None) -> None:
    """Let reports, or all, be in no story."""
    if reports is None:
        batch.connection.execute("DELETE FROM story WHERE rule = ?", (rule,))
        return
    sql = "DELETE FROM story WHERE rule = ? AND report_key = ?"
    batch.connection.executemany(sql, ((rule, report) for report in reports))
