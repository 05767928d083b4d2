"""Add an event that the coder missed: on words of a report, with what the reviewer says of it."""

from dateline.desk.desk import Desk
from dateline.desk.page import Act, Data
from dateline.desk.posting import Given
from dateline.desk.review.acts import ANSWER, editor, one, told, where_of
from dateline.desk.review.joining import needed
from dateline.errors import UsageError
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.judging.adding import add_event
from dateline.store.judging.additions import FIELDS


def add(desk: Desk, given: Given) -> Data:
    """Keep an event, and join it."""
    said = {name: one(given, name) for name in FIELDS}
    span = (_offset(given, "start_at"), _offset(given, "stop_at"))
    done = add_event(
        desk.ledger,
        editor(desk),
        report=needed(given, "report"),
        span=span,
        said={**said, "where": where_of(given)},
        why=one(given, "note") or "missed",
    )
    bring_up(desk.ledger, load_rule(DEFAULT_RULE))
    return told(desk, done)


def _offset(given: Given, name: str) -> int:
    value = needed(given, name)
    if not value.isascii() or not value.isdigit():
        raise UsageError(f"{name} {value[:40]!r} is no offset in code points")
    return int(value[:9])


ACT = Act(
    path="/review/add", told="Add an event that the coder missed.", made=add, keys=ANSWER,
    parameters={
        "report": "the report's id", "start_at": "where its words begin, in code points", "stop_at": "where they end",
        **dict.fromkeys(FIELDS, "its value; several names with a semicolon between"), "type": "its type; needed",
        "where": "of a place that was chosen: its `where` as /complete.json gives it", "note": "why",
    },
)  # fmt: skip
