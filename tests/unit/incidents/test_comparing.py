"""Two reports beside each other: what their events share, what is asked of them, and what is kept."""

from dataclasses import replace

import pytest

from dateline.incidents import comparing
from dateline.incidents.alike.likeness import load_weights
from dateline.incidents.alike.numbered import number
from dateline.incidents.alike.telling import Party, Read, Source, Telling, Where
from dateline.incidents.comparing import Comparison, Term, explain

DAY = 738_000
WORDS = {"shell": 0.6, "tavna": 0.8}
FIRST = Source(key=1, id="a", digest="a", told="2024-03-14T08:00", day=DAY, words=WORDS)
LATER = replace(FIRST, key=2, id="b", digest="b", told="2024-03-15T08:00", day=DAY + 1)
TAVNA = Where(name="tavna", country="UKR", admin1=None, lat=50.0, lon=30.0, radius_km=5.0, precision="town")
ARDEN = replace(TAVNA, name="arden", lat=52.0)
ARMY, REBELS = Party("army", "UKR"), Party("rebels", "")


def telling(source: Source, **given: object) -> Telling:
    made = {
        "key": source.key, "id": "e1", "source": source, "span": (0, 3), "type": "ASSAULT", "mode": None, "main": True,
        "status": "occurred", "background": False, "days": (DAY, DAY), "where": TAVNA, "actors": (), "recipients": (),
        "triggers": frozenset({"shell"}), "told": "Shells hit the market.",
    }  # fmt: skip
    return Telling(**{**made, **given})  # type: ignore[arg-type]


def level(part: str, one: Telling, other: Telling) -> str:
    return next(term.level for term in explain(one, other) if term.part == part)


def across(*others: Telling, own: Telling) -> list[tuple[int, int]]:
    comparison = Comparison()
    reads = [number(Read(t.source, (t,))) for t in others]
    pairs, _ = comparison.across(number(Read(own.source, (own,))), reads)
    return [(a, b) for a, b, _ in pairs]


def test_act_day_and_place_together_are_one_answer() -> None:
    one = telling(FIRST)
    assert level("together", one, telling(LATER)) == "act and day and place"
    assert level("together", one, telling(LATER, type="PROTEST", days=None)) == "place"
    assert level("together", one, telling(LATER, type="PROTEST", days=None, where=None)) == "none"


@pytest.mark.parametrize(
    ("actors", "recipients", "answer"),
    [
        ((ARMY,), (), "same"),
        ((Party("navy", "UKR"),), (), "same country"),
        ((REBELS,), (), "other"),
        ((), (), "unknown"),
        ((REBELS,), (ARMY,), "same, turned round"),
    ],
    ids=["name", "country", "neither", "nobody", "turned"],
)
def test_who_acts_is_compared_by_name_then_by_country(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], answer: str
) -> None:
    one = telling(FIRST, actors=(ARMY,), recipients=(REBELS,))
    assert level("actors", one, telling(LATER, actors=actors, recipients=recipients)) == answer


def test_the_words_for_the_act_are_compared_by_the_share_of_the_fewer() -> None:
    one = telling(FIRST, triggers=frozenset({"shell", "hit", "struck", "fire"}))
    assert level("trigger", one, telling(LATER)) == "same"
    assert level("trigger", one, telling(LATER, triggers=frozenset({"vote"}))) == "other"


def test_a_place_that_the_other_report_names_differs_less() -> None:
    assert level("place", telling(FIRST, where=ARDEN), telling(LATER)) == "other, but named"
    silent = replace(LATER, words={"shell": 1.0})
    assert level("place", telling(FIRST), telling(silent, where=ARDEN)) == "far"


def test_pairs_within_a_report_have_weights_of_their_own() -> None:
    start = {t.part: t for t in explain(telling(FIRST), telling(FIRST, id="e2"))}["start"]
    assert start == Term("start", "", load_weights().within.bias)
    assert level("standing", telling(FIRST), telling(FIRST, id="e2")) == "one report"


def test_events_of_unlike_reports_are_compared_only_where_they_meet() -> None:
    other_words = replace(LATER, words={"vote": 1.0})
    near, far = telling(other_words), telling(replace(other_words, key=3), where=ARDEN)
    assert across(near, far, own=telling(FIRST)) == [(1, 2)]


def test_two_towns_are_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "LEAST", 0.0)
    silent = [replace(s, words={"shell": 1.0}) for s in (FIRST, LATER)]
    comparison = Comparison()
    one, other = (number(Read(s, (telling(s, where=w),))) for s, w in zip(silent, (TAVNA, ARDEN), strict=True))
    ((_, _, pair),), about = comparison.across(one, [other])
    assert pair.apart == "tavna and arden lie 222 km apart"
    assert not about


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("arden", "one report tells of arden and of tavna"),
        ("tavna market", None),
    ],
    ids=["two", "one in the other"],
)
def test_two_towns_of_one_report_that_no_gazetteer_has_are_kept_apart(
    other: str, why: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "LEAST", 0.0)
    unknown = [replace(TAVNA, name=name, lat=None, lon=None) for name in ("tavna", other)]
    told = tuple(telling(FIRST, key=n, where=where) for n, where in enumerate(unknown))
    comparison = Comparison()
    ((_, _, pair),) = comparison.within(number(Read(FIRST, told)))
    assert pair.apart == why
    # Another report may spell its town in another way.
    mine, theirs = (number(Read(s, (telling(s, where=w),))) for s, w in zip((FIRST, LATER), unknown, strict=True))
    ((_, _, across_reports),), _ = comparison.across(mine, [theirs])
    assert across_reports.apart is None
