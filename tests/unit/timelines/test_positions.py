"""Lines of dated statements, and what is a change."""

from dateline.timelines.model import Party
from dateline.timelines.positions import draw_lines

from .made import stand, teller


def test_change_is_a_pair_with_both_quotations() -> None:
    (line,) = draw_lines([stand("b", "2024-05-09", "against"), stand("a", "2024-03-01", "for")])
    (change,) = line.changes
    assert (change.day, change.before.stance, change.after.stance) == ("2024-05-09", "for", "against")
    assert (change.before.quote.words, change.after.quote.words) == ("for in a", "against in b")


def test_same_stance_again_is_no_change() -> None:
    (line,) = draw_lines([stand("a", "2024-03-01", "for"), stand("b", "2024-05-09", "for")])
    assert (len(line.points), line.changes) == (2, ())


def test_several_reports_of_one_day_are_one_statement() -> None:
    (line,) = draw_lines([stand("b", "2024-03-01", "for"), stand("a", "2024-03-01", "for")])
    (point,) = line.points
    assert (point.reports, point.roots, point.quote.report) == (("a", "b"), 2, "a")


def test_copies_of_a_later_day_add_no_statement_and_no_source() -> None:
    wire = teller("a", "2024-03-01", family="f", root="org/wire")
    copy = teller("b", "2024-03-03", family="f", root="org/wire")
    (line,) = draw_lines([stand("a", "2024-03-01", "for", teller=wire), stand("b", "2024-03-03", "for", teller=copy)])
    (point,) = line.points
    assert (point.day, point.reports, point.roots) == ("2024-03-01", ("a", "b"), 1)


def test_sources_that_differ_on_one_day_make_no_change() -> None:
    told = [stand("a", "2024-03-01", "for"), stand("b", "2024-03-04", "for"), stand("c", "2024-03-04", "against")]
    (line,) = draw_lines(told)
    assert (len(line.points), line.changes) == (3, ())


def test_lines_are_kept_apart_by_actor_and_issue() -> None:
    other = Party(name="Luis Paz", country="PER", kind="person")
    told = [
        stand("a", "2024-03-01", "for"),
        stand("b", "2024-05-09", "against", actor=other),
        stand("c", "2024-05-09", "against", issue="sanctions:on-per", label="sanctions on Peru"),
    ]
    assert [line.changes for line in draw_lines(told)] == [(), (), ()]


def test_issue_told_in_less_detail_is_the_same_line() -> None:
    told = [stand("a", "2024-03-01", "for"), stand("b", "2024-05-09", "against", issue="membership:of-per")]
    (line,) = draw_lines(told)
    assert (line.issue, len(line.changes)) == ("membership:of-per:in-oecd", 1)


def test_issue_that_may_be_two_stays_alone() -> None:
    told = [
        stand("a", "2024-03-01", "for"),
        stand("b", "2024-03-02", "for", issue="membership:of-per:in-brics"),
        stand("c", "2024-05-09", "against", issue="membership:of-per"),
    ]
    assert len(draw_lines(told)) == 3


def test_state_is_one_actor_under_all_its_names() -> None:
    peru, lima = Party(name="Peru", country="PER", kind="country"), Party(name="Lima", country="PER", kind="government")
    (line,) = draw_lines([stand("a", "2024-03-01", "for", actor=peru), stand("b", "2024-05-09", "against", actor=lima)])
    assert len(line.changes) == 1


def test_lines_that_moved_come_first() -> None:
    still = Party(name="Aaron Still", country="PER", kind="person")
    told = [
        stand("a", "2024-03-01", "for"),
        stand("b", "2024-05-09", "against"),
        *(stand(f"s{n}", f"2024-06-0{n}", "for", actor=still) for n in (1, 2, 3)),
    ]
    assert [line.actor for line in draw_lines(told)] == ["Ana Quispe", "Aaron Still"]
