"""All pages of the desk."""

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.views import home, lists, marks, report

_LISTS = (
    ("reports", "Reports, the newest first."), ("events", "Events, the newest first, with facets."),
    ("statements", "Who said what."), ("positions", "Where actors stand on issues."),
    ("commitments", "What is pledged to whom."), ("scheduled", "What is to come."),
)  # fmt: skip
_TRAY = {
    "unplaced": "marks that have no place", "undated": "marks that have no day",
}  # fmt: skip


def _later(asked: Asked) -> Data:  # noqa: ARG001  the shape of every page
    return {}


PAGES: tuple[Page, ...] = (
    Page(name="home", path="/", told="What the ledger holds.", data=home.home, keys=home.KEYS),
    *(
        Page(name=layer, path=f"/{layer}", told=told, data=lists.listed(layer), keys=lists.KEYS,
             parameters=lists.PARAMETERS, filters=layer)
        for layer, told in _LISTS
    ),
    Page(
        name="report", path="/report", told="A report with its evidence lit.", data=report.report, keys=report.KEYS,
        parameters={"id": "the report's id", "record": "the record to focus, as e3"},
    ),
    Page(
        name="map", path="/map", told="Events where they happened.", data=marks.placed,
        keys={**marks.KEYS, **_TRAY}, parameters=marks.PARAMETERS, filters="events",
    ),
    Page(
        name="timeline", path="/timeline", told="Events when they happened.", data=marks.dated,
        keys={
            **marks.KEYS, "undated": _TRAY["undated"], "scheduled": "what is to come: rows of `v_scheduled`",
            "series": "`[period, events]`, the earliest first", "by": "the period: day, week, month or year",
        },
        parameters=marks.PARAMETERS, filters="events",
    ),
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
        name="actor", path="/actor", told="One actor: statements, positions over time, events.", data=_later,
        keys={
            "name": "the name asked for",
            "who": "what is known of everybody of that name: `name`, `kind`, `country`, `sector`, `office`, `reports`",
            "counts": "by layer, how many records it takes part in",
            "events": "rows of `v_events`, the newest first", "statements": "rows of `v_statements`",
            "positions": "rows of `v_positions`, the earliest first, by issue",
            "commitments": "rows of `v_commitments`", "scheduled": "rows of `v_scheduled`",
            "months": "`[YYYY-MM, events]`", "partners": "who it meets in events: `name`, `country`, `role`, `events`",
        },
        parameters={"name": "the name, or part of it, or a country's code"},
    ),
    Page(
        name="pledges", path="/pledges", told="What is pledged, by whom, to whom, and what became of it.", data=_later,
        keys={
            **lists.KEYS,
            "sums": "by currency: `currency`, `stage`, `amount`, `commitments`, over what passes the filters",
            "pairs": "`donor`, `recipient`, `currency`, `amount`, `commitments`, the largest first",
        },
        parameters=lists.PARAMETERS, filters="commitments",
    ),
    Page(
        name="calendar", path="/calendar", told="What is to come, by day.", data=_later,
        keys={
            "rows": "rows of `v_scheduled`, the earliest first", "undated": "those without a day",
            "first": "the first day shown", "last": "the last day shown", "shown": "how many rows are here",
            "matching": "how many pass the filters", "total": "how many there are",
        },
        parameters={"limit": "how many rows, at most 500"}, filters="scheduled",
    ),
    Page(
        name="network", path="/network", told="Who acts on whom.", data=_later,
        keys={
            "nodes": "`id`, `name`, `country`, `events`, the most active first",
            "links": "`source`, `target` (ids of nodes), `events`, `types` (`[type, n]`)",
            "shown": "how many links are here", "matching": "how many events pass the filters",
            "total": "how many events there are", "counted": "how many events, the newest, the network was made from",
        },
        parameters={"limit": "how many links, at most 500; 50 by default"}, filters="events",
    ),
    Page(
        name="search", path="/search", told="Reports by their words, the best first.", data=_later,
        keys={
            "q": "the words asked for",
            "rows": "`id`, `published`, `source`, `title`, `events`, `snippet` (a list of `[words, hit]`)",
            "shown": "how many rows are here", "matching": "how many reports have the words",
        },
        parameters={"q": "words, in the language of FTS5", "limit": "how many rows, at most 500"},
    ),
    Page(
        name="quarantine", path="/quarantine", told="What could not be taken as a report, and why.", data=_later,
        keys={
            "rows": "rows of `v_quarantine`, the newest first, without the bytes", "shown": "how many rows are here",
            "matching": "how many have the reason", "total": "how many there are", "reasons": "`[reason, n]`",
        },
        parameters={"reason": "only what was refused for this reason", "limit": "how many rows, at most 500"},
    ),
    Page(
        name="runs", path="/runs", told="What coded the reports.", data=_later,
        keys={"rows": "rows of `v_runs`, the newest first"},
    ),
    Page(
        name="diff", path="/diff", told="What two runs say differently.", data=_later,
        keys={
            "one": "the row of the first run", "other": "that of the second",
            "rows": "`report`, `layer`, `record`, `field`, `before`, `after`, `words`", "shown": "how many rows "
            "are here",
            "more": "whether there are more", "fields": "`[layer, field, n]` of the rows that are here",
        },
        parameters={"one": "a run's number", "other": "another's", "limit": "how many rows, at most 500"},
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
    Page(
        name="queue", path="/queue", told="What to look at next, and why.", data=_later,
        keys={
            "items": "`id`, `report`, `row` (of `v_events`), `score`, `why` (in words), `state` (open, skipped, "
            "flagged, "
            "disputed, noted)",
            "shown": "how many items are here", "open": "how many records are open", "done": "how many are decided",
            "order": "effect or newest", "reasons": "the reasons of a rejection, each `[key, words]`",
        },
        parameters={"order": "effect (default) or newest", "limit": "how many items, at most 500",
                    "state": "only those that are open (default), skipped, flagged or disputed"},
        filters="events",
    ),
    Page(
        name="judgements", path="/judgements", told="Who said what of which record, and what was taken back.",
        data=_later, keys={
            "rows": "judgements with their state, the newest first", "shown": "how many rows are here",
            "matching": "how many pass", "by": "`[name, n]`",
        },
        parameters={"by": "only of this person", "limit": "how many rows, at most 500"},
    ),
)  # fmt: skip
"""In the order of the desk's menu."""
