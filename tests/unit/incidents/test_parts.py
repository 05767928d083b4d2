"""What two tellings have in common: days, places, numbers, and all of them together."""

from dataclasses import replace

import pytest

from dateline.incidents.alike.parts import of_numbers, of_place
from dateline.incidents.alike.telling import Source, Telling, Where
from dateline.model.words import sentence_of

DAY = 738_000
FIRST = Source(key=1, id="a", digest="a", told="2024-03-14T08:00", day=DAY, words={})
LATER = replace(FIRST, key=2, id="b", digest="b", told="2024-03-15T08:00", day=DAY + 1)
VILLAGE = Where(name="tavna", country="UKR", admin1=None, lat=None, lon=None, radius_km=0.0, precision="town")
LAND = replace(VILLAGE, name="ukraine", precision="country")


def telling(source: Source, **given: object) -> Telling:
    made = {
        "key": source.key, "id": "e1", "source": source, "span": (0, 3), "type": "ASSAULT", "mode": None, "main": True,
        "status": "occurred", "background": False, "days": (DAY, DAY), "where": VILLAGE, "actors": (), "recipients": (),
    }  # fmt: skip
    return Telling(**{**made, **given})  # type: ignore[arg-type]


def test_a_village_that_no_gazetteer_has_is_the_same_place_by_its_name() -> None:
    assert of_place(telling(FIRST), telling(LATER)) == "same"
    assert of_place(telling(FIRST, where=LAND), telling(LATER, where=LAND)) == "same area"


@pytest.mark.parametrize(
    ("first", "later", "level"), [(2, 2, "same"), (2, 5, "risen"), (5, 2, "other")], ids=["again", "rises", "falls"]
)
def test_a_toll_that_rises_with_time_is_held_against_nobody(first: float, later: float, level: str) -> None:
    one, other = (telling(s, numbers={"killed": (float(n), float(n))}) for s, n in ((FIRST, first), (LATER, later)))
    assert of_numbers(one, other) == of_numbers(other, one) == level


def test_the_sentence_of_a_span_ends_at_full_stops_but_not_at_titles() -> None:
    text = "It was quiet. On Jan. 14 Gov. Marlen Osso said that shells hit Tavna. Nobody slept."
    at = text.index("hit")
    assert sentence_of(text, (at, at + 3)) == "On Jan. 14 Gov. Marlen Osso said that shells hit Tavna."
