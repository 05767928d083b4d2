"""All pages of the desk."""

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.review import acts, coders, queue, trail
from dateline.desk.views import actor, home, keeping, lists, marks, network, paste, plans, report, search


def _later(asked: Asked) -> Data:  # noqa: ARG001  the shape of every page
    return {}


PAGES: tuple[Page, ...] = (
    home.PAGE,
    paste.PAGE,
    *lists.PAGES,
    report.PAGE,
    *marks.PAGES,
    actor.PAGE,
    *plans.PAGES,
    network.PAGE,
    search.PAGE,
    *keeping.PAGES,
    Page(
        name="incidents", path="/incidents", told="Incidents, the newest first.", data=_later,
        keys={**lists.KEYS, "rule": "the rule by which events were joined, as `standard@1`"},
        parameters={**lists.PARAMETERS, "rule": "the rule: strict, standard or loose"}, filters="events",
    ),
    Page(
        name="incident", path="/incident", told="One incident: what each source claims, and what was chosen.",
        data=_later,
        keys={
            "incident": "the incident, in the shape of `dateline incidents`",
            "claims": "its claims, in the shape of `dateline claims`",
            "columns": "the sources in order of time, copies folded: `root`, `name`, `reports` (ids), `copies`, `told`",
            "table": "a row for each field: `field`, `state`, `chosen`, `by`, `cells` (one list of claims for "
            "each column: "
            "`value`, `low`, `high`, `chosen`, `words`, `report`, `told`)",
            "events": "its events: rows of `v_events`",
            "exports": "what each export would take: by its name, `{field: value}` where it differs",
            "history": "judgements that joined or parted it",
        },
        parameters={"id": "the incident's id", "rule": "the rule: strict, standard or loose"},
    ),
    Page(
        name="accuracy", path="/accuracy", told="How often the coder is right: on gold, and on what was reviewed here.",
        data=_later,
        keys={
            "shipped": "on the gold set: `layer`, `field`, `n`, `precision`, `recall`, `f1`",
            "gold": "the gold set's name, cases and digest", "own": "on reviewed records of this ledger: "
            "`layer`, `field`, "
            "`n`, `right`, `share`, `low`, `high` (the 95% interval)",
            "reasons": "why records were rejected: `[reason, n]`", "reviewed": "how many records were reviewed",
        },
    ),
    queue.PAGE,
    *coders.PAGES,
    trail.PAGE,
)  # fmt: skip
"""In the order of the desk's menu."""
ACTS = acts.ACTS
"""What may be posted."""
