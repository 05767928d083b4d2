"""Outlets that have it from each other are one source."""

from dateline.incidents.claimed.circles import find_circles, merge_circles
from dateline.incidents.claimed.detail import Detail


def test_a_circle_is_found_over_several_steps_and_a_chain_is_none() -> None:
    assert find_circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [("a", "b", "c")]
    assert find_circles({"a": {"b"}, "b": {"c"}, "c": ()}) == []
    assert find_circles({"a": {"a"}}) == []


def test_a_circle_is_one_root_and_who_cites_it_is_another() -> None:
    def told(publisher: str, *cites: str) -> Detail:
        return Detail(key=1, report_key=1, report=publisher, digest=publisher, event="e1", spans=((0, 3),), told="1",
                      root=publisher, publisher=publisher, cites=cites, type="ASSAULT")  # fmt: skip

    events, circles = merge_circles([told("a", "b"), told("b", "a"), told("c", "a"), told("d")])
    assert [e.root for e in events] == ["a", "a", "c", "d"]
    assert circles == [("a", "b")]
