"""One pledge however often it is told, its stages, and totals that count nothing twice."""

from itertools import permutations

import pytest

from dateline.timelines.model import Party
from dateline.timelines.pledges import Thing, join_gifts
from dateline.timelines.totals import add_up

from .made import EU, NORWAY, PERU, gift, teller

PEOPLE = Party(name="people", country="NOR", kind="population")
PERUVIANS = Party(name="Peruvians", country="PER", kind="population")
CHILE = Party(name="Chile", country="CHL", kind="country")


def test_told_again_it_is_one_pledge() -> None:
    told = [
        gift("a", "2024-03-01"),
        gift("b", "2024-03-05", receiver=PERUVIANS),
        gift("c", "2024-04-20", receiver=None),
    ]
    (pledge,) = join_gifts(told)
    assert (pledge.reports, pledge.roots, pledge.receiver) == (("a", "b", "c"), 3, "Peru")


def test_order_of_reports_does_not_matter() -> None:
    told = [gift("a", "2024-03-01"), gift("b", "2024-03-05"), gift("c", "2024-06-30", stage="delivered")]
    assert len({tuple(join_gifts(order)) for order in permutations(told)}) == 1


@pytest.mark.parametrize(
    "other",
    [
        gift("b", "2024-03-02", amount=6e6),
        gift("b", "2024-03-02", currency="USD"),
        gift("b", "2024-03-02", receiver=CHILE),
        gift("b", "2024-03-02", giver=CHILE),
        gift("b", "2024-09-01"),
    ],
    ids=["sum", "currency", "receiver", "giver", "half a year later"],
)
def test_what_differs_is_another_pledge(other: object) -> None:
    assert len(join_gifts([gift("a", "2024-03-01"), other])) == 2  # type: ignore[list-item]


def test_sums_announced_on_days_of_their_own_are_two() -> None:
    told = [gift("a", "2024-03-01", day="2024-03-01"), gift("b", "2024-03-20", day="2024-03-20")]
    assert len(join_gifts(told)) == 2


def test_day_that_is_recalled_makes_it_the_old_pledge() -> None:
    told = [gift("a", "2024-03-01", day="2024-03-01"), gift("b", "2024-09-01", day="2024-03-01")]
    assert len(join_gifts(told)) == 1


def test_copies_are_one_pledge_and_one_source() -> None:
    wire, copy = (teller(name, "2024-03-01", family="f", root="org/wire") for name in "ab")
    (pledge,) = join_gifts([gift("a", "2024-03-01", teller=wire), gift("b", "2024-03-01", teller=copy)])
    assert pledge.roots == 1


def test_people_without_a_name_are_nobodys() -> None:
    (pledge,) = join_gifts([gift("a", "2024-03-01", receiver=PEOPLE), gift("b", "2024-03-02")])
    assert (pledge.receiver, pledge.receiver_key) == ("Peru", "PER")


def test_body_of_no_state_goes_by_several_names() -> None:
    commission = Party(name="Commission", kind="organisation")
    assert len(join_gifts([gift("a", "2024-03-01", giver=EU), gift("b", "2024-03-02", giver=commission)])) == 1


def test_sum_in_another_currency_is_known_by_its_conversion() -> None:
    told = [gift("a", "2024-03-01", converted=((470_000.0, "USD"),)), gift("b", "2024-03-02", 475_000, currency="USD")]
    (pledge,) = join_gifts(told)
    assert (pledge.amount, pledge.currency) == (5e6, "NOK")


def test_things_are_known_by_their_number() -> None:
    things = [Thing(name=n, count=c) for n, c in (("artillery shells", 20_000), ("shells", 20_000), ("shells", 9))]
    told = [gift(r, "2024-03-01", None, currency=None, things=(t,)) for r, t in zip("abc", things, strict=True)]
    assert [p.reports for p in join_gifts(told)] == [("a", "b"), ("c",)]


def test_stages_in_their_order_each_with_its_words() -> None:
    told = [
        gift("b", "2024-08-01", stage="delivered"),
        gift("a", "2024-03-01"),
        gift("c", "2024-05-01", stage="allocated"),
    ]
    (pledge,) = join_gifts(told)
    assert [(s.stage, s.day, s.quote.report) for s in pledge.steps] == [
        ("announced", "2024-03-01", "a"),
        ("allocated", "2024-05-01", "c"),
        ("delivered", "2024-08-01", "b"),
    ]
    assert pledge.stage == "delivered"


def test_total_counts_each_pledge_once() -> None:
    told = [gift("a", "2024-03-01"), gift("b", "2024-03-04"), gift("c", "2024-03-02", 2e6, stage="delivered")]
    (total,) = add_up(join_gifts(told))
    assert (total.pledges, total.promised, total.delivered, total.committed) == (2, 7e6, 2e6, 2e6)


def test_ceiling_is_kept_apart_even_where_others_drop_the_hedge() -> None:
    told = [
        gift("a", "2024-03-01", qualifier="at-most"),
        gift("b", "2024-03-01", qualifier="exact"),
        gift("c", "2024-03-01", 1e6),
    ]
    (total,) = add_up(join_gifts(told))
    assert (total.promised, total.up_to) == (1e6, 5e6)


def test_parts_are_in_no_total_but_say_how_far_the_whole_has_come() -> None:
    told = [gift("a", "2024-03-01"), gift("a", "2024-03-01", 2e6, number=2, part_of="a/c1", stage="allocated")]
    whole, part = join_gifts(told)
    (total,) = add_up([whole, part])
    assert (part.part_of, total.promised, total.allocated) == (whole.number, 5e6, 2e6)


def test_sums_of_one_report_that_make_a_third_are_its_parts() -> None:
    told = [gift("a", "2024-03-01", amount, number=n) for n, amount in enumerate((5e6, 3e6, 2e6), 1)]
    (total,) = add_up(join_gifts(told))
    assert (total.pledges, total.promised) == (1, 5e6)


def test_what_is_withdrawn_is_promised_no_more() -> None:
    told = [gift("a", "2024-03-01"), gift("b", "2024-06-01", stage="withdrawn"), gift("c", "2024-03-01", 1e6)]
    (total,) = add_up(join_gifts(told))
    assert (total.promised, total.withdrawn) == (1e6, 5e6)


def test_totals_are_apart_by_kind_and_currency() -> None:
    told = [
        gift("a", "2024-03-01"),
        gift("b", "2024-03-01", 1e6, kind="military"),
        gift("c", "2024-03-01", 1e6, currency="EUR"),
    ]
    assert {(t.giver, t.kind, t.currency, t.promised) for t in add_up(join_gifts(told))} == {
        ("Norway", "humanitarian", "NOK", 5e6),
        ("Norway", "military", "NOK", 1e6),
        ("Norway", "humanitarian", "EUR", 1e6),
    }
    assert (NORWAY.key, PERU.key) == ("NOR", "PER")
