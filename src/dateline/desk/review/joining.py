"""Join two incidents, or part one: looked at first, kept as judgements, taken back as one act."""

from collections.abc import Sequence
from typing import Any

import msgspec

from dateline.desk.asked import Asked
from dateline.desk.desk import Desk
from dateline.desk.page import Act, Data, Page
from dateline.desk.posting import Given
from dateline.desk.review.acts import ANSWER, editor, one, told
from dateline.desk.views.incidents import rule_of
from dateline.errors import UsageError
from dateline.incidents.model import Incident
from dateline.incidents.rules import DEFAULT_RULE, NAMES, Rule, load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.judging.reviewing import tie
from dateline.store.asking.view import View
from dateline.store.joining.incidents import read_incident

_MOST_PAIRS = 400


def merge_preview(asked: Asked) -> Data:
    """Return what two incidents would be as one."""
    a, b = (read_incident(asked.view, rule_of(asked), asked.needed(name)) for name in ("one", "other"))
    reports = {report for found in (a, b) for report, _, _ in found.events}
    return {
        "one": msgspec.to_builtins(a), "other": msgspec.to_builtins(b), "events": len(_events(a) | _events(b)),
        "reports": len(reports), "differing": list(_differing(a, b)),
    }  # fmt: skip


def _events(found: Incident) -> set[str]:
    return {f"{report}/{event}" for report, event, _ in found.events}


def _differing(a: Incident, b: Incident) -> Sequence[dict[str, Any]]:
    """Return what the two say differently: what would have to be settled."""
    own = {name: (getattr(a, name), getattr(b, name)) for name in ("type", "mode", "status", "start", "end")}
    own["place"] = (a.place and a.place.name, b.place and b.place.name)
    own |= {name: (a.fields[name].value, b.fields[name].value) for name in a.fields if name in b.fields}
    return [{"field": name, "one": x, "other": y} for name, (x, y) in own.items() if x != y and None not in (x, y)]


def split_preview(asked: Asked) -> Data:
    """Return the two parts that an incident would fall into."""
    found = read_incident(asked.view, rule_of(asked), asked.needed("id"))
    stay, go = _parts(found, asked.given.get("event", []))
    return {"id": found.id, "stay": stay, "go": go, "pairs": len(stay) * len(go)}


def _parts(found: Incident, named: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the events that stay together and those that go.

    Raises:
        UsageError: One is not of the incident, or all or none would go.
    """
    events = [f"{report}/{event}" for report, event, _ in found.events]
    unknown = [name for name in named if name not in events]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no event of incident {found.id}")
    stay = [name for name in events if name not in named]
    go = [name for name in events if name in named]
    if not stay or not go:
        raise UsageError("name some of the incident's events, not all: those named go, the others stay")
    if len(stay) * len(go) > _MOST_PAIRS:
        raise UsageError(f"{len(stay)} and {len(go)} events are too many to part at once; take fewer out first")
    return stay, go


def merge(desk: Desk, given: Given) -> Data:
    """Keep that two incidents are one: the first event of the one is the same as every other of both."""
    with View(desk.ledger) as view:
        a, b = (read_incident(view, rule_given(given).name, needed(given, name)) for name in ("one", "other"))
    first, *others = [f"{report}/{event}" for found in (a, b) for report, event, _ in found.events]
    if a.id == b.id or len(others) > _MOST_PAIRS:
        raise UsageError(f"name two incidents of together at most {_MOST_PAIRS} events")
    pairs = [(first, other) for other in others]
    done = tie(desk.ledger, editor(desk), "same", pairs, why=one(given, "note") or "one happening")
    bring_up(desk.ledger, rule_given(given))
    return told(desk, done)


def split(desk: Desk, given: Given) -> Data:
    """Keep that some events of an incident are another happening."""
    with View(desk.ledger) as view:
        found = read_incident(view, rule_given(given).name, needed(given, "id"))
    stay, go = _parts(found, given.get("event", []))
    pairs = [(a, b) for a in stay for b in go]
    done = tie(desk.ledger, editor(desk), "distinct", pairs, why=one(given, "note") or "two happenings")
    bring_up(desk.ledger, rule_given(given))
    return told(desk, done)


def rule_given(given: Given) -> Rule:
    """Return the rule that was posted.

    Raises:
        UsageError: There is no such rule.
    """
    name = (one(given, "rule") or DEFAULT_RULE).partition("@")[0]
    if name not in NAMES:
        raise UsageError(f"rule is one of {', '.join(NAMES)}")
    return load_rule(name)


def needed(given: Given, name: str) -> str:
    """Return a field that must be posted.

    Raises:
        UsageError: It is not there.
    """
    value = one(given, name)
    if value is None:
        raise UsageError(f"give {name}")
    return value


_RULE = {"rule": "strict, standard (default) or loose"}
PAGES = (
    Page(
        name="merge", path="/merge", told="What two incidents would be as one.", data=merge_preview, twin_only=True,
        parameters={"one": "an incident's id", "other": "another's", **_RULE},
        keys={
            "one": "the one incident", "other": "the other", "events": "how many events they have together",
            "reports": "how many reports", "differing": "`field`, `one`, `other`: what they say differently",
        },
    ),
    Page(
        name="split", path="/split", told="The parts that an incident would fall into.", data=split_preview,
        twin_only=True,
        parameters={"id": "the incident's id", "event": "an event that goes (REPORT/e1); several may be given",
                    **_RULE},
        keys={
            "id": "the incident", "stay": "the events that stay together", "go": "those that go",
            "pairs": "how many judgements it takes",
        },
    ),
)  # fmt: skip
ACTS = (
    Act(
        path="/review/merge", told="Say that two incidents are one.", made=merge, keys=ANSWER,
        parameters={"one": "an incident's id", "other": "another's", "note": "why", **_RULE},
    ),
    Act(
        path="/review/split", told="Say that some events of an incident are another happening.", made=split,
        keys=ANSWER,
        parameters={"id": "the incident's id", "event": "an event that goes; several may be given", "note":
        "why", **_RULE},
    ),
)  # fmt: skip
