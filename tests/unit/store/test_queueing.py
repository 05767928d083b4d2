"""What the queue weighs: so many events as docs/desk_rules.md says, and no more."""

from dataclasses import replace
from pathlib import Path

from made_codings import coding, event, item, run_info

from dateline.store.asking.filters import Filters
from dateline.store.asking.queueing import candidates
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import add_report


def test_of_a_filtered_list_the_newest_thousand_are_weighed(tmp_path: Path) -> None:
    path, text = tmp_path / "news.db", "shelled " * 1001
    events = tuple(replace(event(id=f"e{n}"), trigger=(8 * n, 8 * n + 7)) for n in range(1001))
    with Writer(path) as writer, writer.batch() as batch:
        kept = add_report(batch, item(text, id="long"), published="2024-03-05", language="en", alike=lambda *_: False)
        add_coding(batch, kept.report_key, find_run(batch, run_info()), coding("long", text, events=events))
    with View(path) as view:
        weighed = candidates(view, Filters(type=("ASSAULT",)))
    assert len({row["id"] for row in weighed}) == 1000
