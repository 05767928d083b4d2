"""Reports become incidents: whatever their order, a new one as if it had been there, and people have the last word."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from made_stories import ALL, CAPITAL, NINE, ORLEC, TALKS, TAVNA, keep, make

from dateline.errors import UsageError
from dateline.incidents.model import Incident
from dateline.incidents.rules import load_rule
from dateline.ledger.joining import likening
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.joining.likening import digest_of
from dateline.ledger.judging.judgements import Opinion, judge, take_back
from dateline.ledger.keeping.withdrawing import withdraw
from dateline.ledger.open import open_ledger
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.joining.incidents import held_pairs, held_with


def incidents(path: Path, rule: str = "standard") -> list[Incident]:
    with open_ledger(path) as ledger:
        return [*ledger.incidents(rule=rule)]


def groups(path: Path, rule: str = "standard") -> list[list[str]]:
    return sorted(sorted(report for report, _, _ in one.events) for one in incidents(path, rule))


def add(path: Path, *reports: dict[str, Any]) -> None:
    with Writer(path) as writer:
        for report in reports:
            with writer.batch() as batch:
                keep(batch, report)


TRUE = [["capital", "nine"], ["orlec"], ["talks"], ["tavna"]]


def test_a_struck_capital_is_one_and_two_towns_are_two(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", ALL)
    assert groups(path) == TRUE
    (both,) = [one for one in incidents(path) if len(one.events) > 1]
    assert both.main_of == ("capital", "nine")
    assert (both.title, both.roots, both.reports) == ("Drone strike, Kyiv, 2 May 2024", 2, 2)
    assert both.fields["killed"].value == 9
    assert {a.country for a in both.recipients} == {"UKR"}


@pytest.mark.parametrize("order", [*permutations(ALL)][::29])
def test_the_order_of_arrival_changes_nothing(tmp_path: Path, order: tuple[dict[str, Any], ...]) -> None:
    path, other = make(tmp_path / "a.db", order), make(tmp_path / "b.db", ALL)
    assert {one.id: one.events for one in incidents(path)} == {one.id: one.events for one in incidents(other)}


@pytest.mark.parametrize("order", [*permutations(ALL)][::41])
def test_a_new_report_is_joined_as_if_it_had_been_there(tmp_path: Path, order: tuple[dict[str, Any], ...]) -> None:
    whole = make(tmp_path / "whole.db", ALL)
    path = make(tmp_path / "a.db", order[:2])
    for report in order[2:]:
        incidents(path)
        add(path, report)
    assert {replace(one, merged_from=()) for one in map(bare, incidents(path))} == {*map(bare, incidents(whole))}


def bare(one: Incident) -> Incident:
    """Return an incident as it can be looked up: its fields are a dictionary."""
    return replace(one, fields=tuple(sorted(one.fields)), merged_from=())  # type: ignore[arg-type]


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", ALL[:4])
    before = {one.id for one in incidents(path)}
    add(path, TALKS)
    assert before < {one.id for one in incidents(path)}
    with View(path) as view:
        assert view.one("SELECT count(*) AS n FROM incident WHERE until IS NOT NULL") == {"n": 0}


def test_a_person_parts_and_joins_and_takes_it_back(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", ALL)
    incidents(path)
    parted = judge(path, "capital/e1", "nine/e1", Opinion(kind="distinct", why="two waves"))
    joined = judge(path, "tavna/e1", "orlec/e1", Opinion(kind="same", why="one market, two names"))
    assert groups(path) == [["capital"], ["nine"], ["orlec", "tavna"], ["talks"]]
    take_back(path, parted)
    take_back(path, joined)
    assert groups(path) == TRUE


def test_what_a_person_links_is_two_and_related(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", ALL)
    judge(path, "nine/e1", "talks/e1", Opinion(kind="linked", why="the talks were hit", relation="response-to"))
    judge(path, "capital/e1", "nine/e1", Opinion(kind="linked", why="the second wave", relation="part-of"))
    found = {one.main_of: one for one in incidents(path)}
    assert found["nine",].related[-1].relation == "response-to"
    assert found["nine",].related[-1].incident == found["talks",].id
    assert [(r.relation, r.why) for r in found["capital",].related] == [("part-of", "the second wave")]


def test_incidents_are_judged_by_their_ids(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", ALL)
    one, other = (i.id for i in incidents(path) if i.main_of in (("tavna",), ("orlec",)))
    judge(path, one, other, Opinion(kind="same", why="one market"))
    assert ["orlec", "tavna"] in groups(path)


def test_when_groups_merge_the_older_id_stays_and_the_other_leads_to_it(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", (TAVNA, ORLEC))
    older, younger = sorted(incidents(path), key=lambda one: one.main_of != ("tavna",))
    judge(path, "tavna/e1", "orlec/e1", Opinion(kind="same", why="one market"))
    (both,) = incidents(path)
    assert (both.id, both.merged_from) == (older.id, (younger.id,))
    with open_ledger(path) as ledger:
        assert {c.incident for c in ledger.claims(younger.id)} == {older.id}


def test_a_split_keeps_the_id_with_the_earliest(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", (CAPITAL, NINE))
    (both,) = incidents(path)
    judge(path, "capital/e1", "nine/e1", Opinion(kind="distinct", why="two waves"))
    assert next(one for one in incidents(path) if one.main_of == ("capital",)).id == both.id


def test_a_withdrawn_report_leaves_its_incident(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", (CAPITAL, NINE))
    (before,) = incidents(path)
    withdraw(path, "capital", why="made up", erase=False)
    (after,) = incidents(path)
    assert (after.reports, after.merged_from) == (1, (before.id,))


def test_another_run_makes_incidents_anew_and_ids_lead_on(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", (CAPITAL, NINE))
    (before,) = incidents(path)
    longer = {**CAPITAL, "events": [{**CAPITAL["events"][0], "trigger": "hit the"}]}
    with Writer(path) as writer, writer.batch() as batch:
        keep(batch, longer, version="2")
    (after,) = incidents(path)
    assert before.id in (after.id, *after.merged_from)
    assert after.events[0][2] != before.events[0][2]


def test_rules_differ_in_what_is_one_and_what_is_taken(tmp_path: Path) -> None:
    later = {**NINE, "id": "later", "source": "Coast Tribune", "published": "2024-05-04T08:00",
             "events": [{**NINE["events"][0], "killed": 11, "start": "2024-05-04"}]}  # fmt: skip
    path = make(tmp_path / "a.db", (NINE, later))
    assert len(groups(path, "strict")) == 2
    assert len(groups(path, "loose")) == 1


def test_a_rule_of_ones_own(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", (CAPITAL, NINE))
    own = tmp_path / "own.toml"
    own.write_text(
        'name = "own"\nversion = 3\nsame = 1.0\nheld = 0.2\ndays = 0\ncounts = "report"\nspread = 1\n[choose]\n'
    )
    assert groups(path, str(own)) == [["capital"], ["nine"]]
    assert {one.rule for one in incidents(path, str(own))} == {"own@3"}
    with View(path) as view:
        ((one, other, score),) = held_pairs(view, "own@3")
        for this, beside in ((one, other), (other, one)):
            assert held_with(view, "own@3", this) == [{"incident": beside, "score": score}]
    own.write_text(
        'name = "own"\nversion = 4\nsame = 0.1\nheld = 0.2\ndays = 0\ncounts = "report"\nspread = 1\n[choose]\n'
    )
    load_rule.cache_clear()
    with pytest.raises(UsageError, match="held"):
        load_rule(str(own))


def test_nothing_is_done_where_nothing_is_stale(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", (CAPITAL, NINE))
    rule = load_rule("standard")
    bring_up(path, rule)
    before = path.stat().st_mtime_ns
    bring_up(path, rule)
    assert path.stat().st_mtime_ns == before


WEEK_LATER = {
    "id": "later", "published": "2024-05-09T09:00", "source": "Hill Gazette", "title": "Depot in Kyiv still smoulders",
    "text": "The depot that drones hit in Kyiv was still smouldering; officials counted the school's broken windows.",
    "events": [{"trigger": "hit", "place": "Kyiv", "start": "2024-05-02"}],
}  # fmt: skip
UNDATED = {**WEEK_LATER, "events": [{"trigger": "hit", "place": "Kyiv"}]}


def compared(path: Path, *reports: dict[str, Any]) -> bool:
    make(path, reports)
    bring_up(path, load_rule("standard"))
    with View(path) as view:
        return bool(view.one("SELECT 1 AS met FROM likeness l JOIN event e ON e.event_key = l.a JOIN event f "
                             "ON f.event_key = l.b WHERE e.report_key <> f.report_key"))  # fmt: skip


def test_a_report_of_the_week_after_meets_the_first_by_day_and_place_or_by_two_rare_words(tmp_path: Path) -> None:
    assert compared(tmp_path / "a.db", NINE, WEEK_LATER)
    assert compared(tmp_path / "b.db", NINE, UNDATED)
    month = {**UNDATED, "published": "2024-06-09T09:00"}
    assert not compared(tmp_path / "c.db", NINE, month)


def test_incidents_are_made_anew_when_code_or_data_of_the_join_changed(tmp_path: Path) -> None:
    code, data = tmp_path / "parts.py", tmp_path / "weights.toml"
    for file in (code, data):
        file.write_text("a = 1\n")
    before = digest_of([code, data])
    assert before == digest_of([data, code])
    code.write_text("a = 2\n")
    assert before != digest_of([code, data])


def test_the_join_knows_all_modules_of_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(likening, "digest_of", lambda files: seen.extend(files) or "")
    likening.digest.__wrapped__()
    assert {"claims.py", "keys.py", "parts.py", "weights.toml", "tellings.py", "likening.py"} <= {f.name for f in seen}
