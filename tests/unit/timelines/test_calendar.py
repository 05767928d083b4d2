"""The calendar: told twice it is one thing; moved, cancelled, took place."""

from typing import Any

from dateline.incidents.model import Incident, IncidentActor
from dateline.timelines.calendar import draw_calendar
from dateline.timelines.kept import Act
from dateline.timelines.model import Party

from .made import PERU, due, teller


def act(**more: Any) -> Act:
    actors = more.pop("actors", ())
    incident = Incident(
        id="i-1", rule="standard@1", type="AGREE", title="", status="planned", events=(), reports=2, roots=2,
        confidence=0.9, actors=actors,
    )  # fmt: skip
    own: dict[str, Any] = {"type": "CONSULT", "start": "2024-07-15", "place": "Cusco", "incident": incident}
    return Act(**own | more)


def test_set_then_moved_is_one_entry_on_its_new_day() -> None:
    told = [due("b", "2024-07-10", "2024-07-15", status="moved"), due("a", "2024-07-01", "2024-07-13")]
    (entry,) = draw_calendar(told)
    assert (entry.status, entry.start) == ("moved", "2024-07-15")
    assert [(t.status, t.start, t.quote.report) for t in entry.turns] == [
        ("set", "2024-07-13", "a"),
        ("moved", "2024-07-15", "b"),
    ]


def test_parties_are_known_by_their_state() -> None:
    states = (PERU, Party(name="Chile", country="CHL", kind="country"))
    persons = tuple(Party(name=name, country=of, kind="person") for name, of in (("Quispe", "PER"), ("Paz", "CHL")))
    told = [
        due("a", "2024-07-01", "2024-07-13", name="meeting", participants=states),
        due("b", "2024-07-10", "2024-07-15", name="talks", participants=persons, status="moved"),
    ]
    (entry,) = draw_calendar(told)
    assert (entry.status, entry.start) == ("moved", "2024-07-15")


def test_cancelled_without_a_day_keeps_the_day_that_was_set() -> None:
    told = [due("a", "2024-07-01", "2024-07-13"), due("b", "2024-07-10", None, status="cancelled")]
    (entry,) = draw_calendar(told)
    assert (entry.status, entry.start) == ("cancelled", "2024-07-13")


def test_two_days_that_were_each_set_are_two_things() -> None:
    assert len(draw_calendar([due("a", "2024-07-01", "2024-07-13"), due("b", "2024-07-02", "2024-07-20")])) == 2


def test_same_day_needs_something_else_in_common() -> None:
    told = [due("a", "2024-07-01", "2024-07-13", name="talks"), due("b", "2024-07-02", "2024-07-13", name="round")]
    assert len(draw_calendar(told)) == 2
    told = [due("a", "2024-07-01", "2024-07-13", name="talks", participants=(PERU,)),
            due("b", "2024-07-02", "2024-07-13", name="round", participants=(PERU,))]  # fmt: skip
    assert len(draw_calendar(told)) == 1


def test_month_needs_more_in_common_than_a_day() -> None:
    wide = {"end": "2024-07-31", "granularity": "month", "name": "talks"}
    assert (
        len(draw_calendar([due("a", "2024-05-01", "2024-07-01", **wide), due("b", "2024-05-02", "2024-07-01", **wide)]))
        == 2
    )
    wide |= {"name": "Andes summit"}
    assert (
        len(draw_calendar([due("a", "2024-05-01", "2024-07-01", **wide), due("b", "2024-05-02", "2024-07-01", **wide)]))
        == 1
    )


def test_other_place_or_kind_is_another_thing() -> None:
    told = [due("a", "2024-07-01", "2024-07-13", place="Cusco"), due("b", "2024-07-02", "2024-07-13", place="Puno"),
            due("c", "2024-07-02", "2024-07-13", kind="vote")]  # fmt: skip
    assert len(draw_calendar(told)) == 3


def test_named_after_its_place() -> None:
    told = [due("a", "2024-07-01", "2024-07-13", name="meeting", place="Cusco"),
            due("b", "2024-07-02", "2024-07-13", name="Cusco round", status="cancelled")]  # fmt: skip
    (entry,) = draw_calendar(told)
    assert (entry.name, entry.place, entry.status) == ("Cusco round", "Cusco", "cancelled")


def test_copies_add_no_source() -> None:
    told = [due(n, "2024-07-01", "2024-07-13", teller=teller(n, "2024-07-01", family="f", root="org/w")) for n in "ab"]
    (entry,) = draw_calendar(told)
    assert (entry.reports, entry.roots) == (("a", "b"), 1)


def test_took_place_where_an_act_fits_day_kind_and_place() -> None:
    (entry,) = draw_calendar([due("a", "2024-07-01", "2024-07-15", place="Cusco")], [act()])
    assert (entry.status, entry.incident, entry.why) == ("took place", "i-1", "CONSULT in Cusco on 2024-07-15")


def test_who_takes_part_ties_it_too() -> None:
    there = act(place=None, actors=(IncidentActor(key="PER", name="Lima", country="PER"),))
    (entry,) = draw_calendar([due("a", "2024-07-01", "2024-07-15", participants=(PERU,))], [there])
    assert entry.status == "took place"


def test_what_does_not_fit_did_not_take_place() -> None:
    told = [due("a", "2024-07-01", "2024-07-15", place="Cusco")]
    strangers = [act(start="2024-07-19"), act(type="ASSAULT"), act(place="Puno"), act(place=None)]
    (entry,) = draw_calendar(told, strangers)
    assert (entry.status, entry.incident) == ("set", None)


def test_cancelled_did_not_take_place() -> None:
    (entry,) = draw_calendar([due("a", "2024-07-01", "2024-07-15", place="Cusco", status="cancelled")], [act()])
    assert entry.status == "cancelled"


def test_month_is_tied_by_place_alone() -> None:
    wide = {"end": "2024-07-31", "granularity": "month"}
    someone = Party(name="Norway", country="NOR", kind="country")
    there = act(actors=(IncidentActor(key="NOR", name="Norway", country="NOR"),), place=None)
    (entry,) = draw_calendar([due("a", "2024-05-01", "2024-07-01", participants=(someone,), **wide)], [there])
    assert entry.status == "set"
    (entry,) = draw_calendar([due("a", "2024-05-01", "2024-07-01", place="Cusco", **wide)], [act()])
    assert entry.status == "took place"
