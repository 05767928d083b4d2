"""Numbers, days, sums and names as people write them."""

import pytest
from made_layers import CONTENT, actor, at, coding, event, quantity

from dateline.export.words.naming import Naming, day, days, figure, folded, money, sum_of
from dateline.export.words.naming import quantity as told
from dateline.model.event import AcledType, Attribution
from dateline.model.plans import Amount, Commitment, Item


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        pytest.param(None, None, "", id="none"),
        pytest.param("2024-03-04", "2024-03-04", "4 March 2024", id="day"),
        pytest.param("2024-03-04", None, "4 March 2024", id="open-end"),
        pytest.param(None, "2024-03-04", "4 March 2024", id="open-start"),
        pytest.param("2024-01-01", "2024-12-31", "2024", id="year"),
        pytest.param("2023-01-01", "2024-12-31", "1 January 2023 – 31 December 2024", id="two-years"),
        pytest.param("2024-02-01", "2024-02-29", "February 2024", id="leap-month"),
        pytest.param("2023-02-01", "2023-02-28", "February 2023", id="month"),
        pytest.param("2024-02-01", "2024-02-28", "1–28 February 2024", id="not-quite-a-month"),
        pytest.param("2024-03-04", "2024-03-09", "4–9 March 2024", id="within-a-month"),
        pytest.param("2024-03-30", "2024-04-02", "30 March 2024 – 2 April 2024", id="over-months"),
    ],
)
def test_days_are_named_as_people_name_them(start: str | None, end: str | None, said: str) -> None:
    assert days(start, end) == said


def test_no_day_has_no_name() -> None:
    assert day(None) == ""


@pytest.mark.parametrize(("value", "said"), [(None, "?"), (12.0, "12"), (1234567, "1,234,567"), (2.5, "2.5")], ids=str)
def test_figures(value: float | None, said: str) -> None:
    assert figure(value) == said


@pytest.mark.parametrize(
    ("value", "currency", "said"),
    [
        (3e8, "EUR", "EUR 300 million"),
        (1e9, "USD", "USD 1 billion"),
        (2.75e9, None, "2.75 billion"),
        (999_999, "USD", "USD 999,999"),
        (1e6, "USD", "USD 1 million"),
        (None, "USD", "USD ?"),
    ],
)
def test_sums(value: float | None, currency: str | None, said: str) -> None:
    assert sum_of(value, currency) == said


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "said"),
    [
        (None, None, "vague", "an unknown number killed"),
        (11, 11, "at-least", "at least 11 killed"),
        (11, None, "exact", "11 killed"),
        (None, 11, "at-most", "at most 11 killed"),
        (10, 20, "about", "about 10–20 killed"),
    ],
)
def test_numbers_with_what_they_count(low: float | None, high: float | None, qualifier: str, said: str) -> None:
    assert told(quantity(low=low, high=high, qualifier=qualifier)) == said


def test_a_number_of_money_is_a_sum() -> None:
    assert told(quantity("money", 3e8, None, currency="EUR", qualifier="about")) == "about EUR 300 million"


def test_an_amount_says_how_sure_it_is() -> None:
    amount = Amount(value=3e8, currency="EUR", qualifier="at-least", span=(0, 1))
    assert money(amount) == "at least EUR 300 million"


def test_names_of_ids() -> None:
    naming = Naming(coding())
    assert naming.actor("a1") == "Rebels"
    assert naming.actor(None) == naming.actor("a99") == "—"
    assert naming.actors(["a1"]) == "Rebels"
    assert naming.actors(["a1", "a2", "a3"]) == "Rebels, nurses and governor"
    assert naming.actors([]) == ""
    assert naming.place("p1") == "Bardo, MLI"
    assert naming.place(None) == naming.place("p9") == ""


def test_a_country_is_not_named_twice() -> None:
    made = coding()
    assert made.places
    country = type(made.places[0])(id="p2", name="Mali", country="MLI", precision="country", rule="r", confidence=1.0)
    assert Naming(coding(places=(country,))).place("p2") == "Mali"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({}, "ASSAULT heavy-weapons", id="type-and-mode"),
        pytest.param({"modes": ("a", "b", "c")}, "ASSAULT a b", id="two-modes-at-most"),
        pytest.param(
            {"type": "REQUEST", "modes": ("yield", "withdraw"), "content": CONTENT},
            "REQUEST yield → RETREAT withdraw",
            id="content",
        ),
        pytest.param(
            {
                "type": None, "modes": (),
                "acled": AcledType(event_type="Strategic developments", sub_event_type="Looting"),
            },
            "Looting",
            id="acled-alone",
        ),
        pytest.param({"type": None, "modes": (), "acled": None}, "event", id="neither"),
    ],
)  # fmt: skip
def test_what_an_event_is(changed: dict[str, object], said: str) -> None:
    assert Naming(coding()).what(event(**changed)) == said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "said to have happened"),
        ({"status": "negated"}, "said not to have happened"),
        ({"status": "planned"}, "planned"),
        ({"background": True}, "said to have happened, background"),
    ],
    ids=["occurred", "negated", "planned", "background"],
)
def test_whether_it_happened(changed: dict[str, object], said: str) -> None:
    assert Naming(coding()).status(event(**changed)) == said


def test_voices_cite_each_other() -> None:
    voices = tuple(Attribution(actor=a, statement=None, cue=None) for a in ("a3", None))
    assert Naming(coding()).voices(event(attribution=voices)) == "governor, who cites —"


def test_a_pledge_is_its_sum_and_its_things() -> None:
    naming, made = Naming(coding()), coding().commitments
    assert made
    assert naming.pledge(made[0]) == "at least EUR 300 million, 40 trucks"
    bare = Commitment(
        id="c2", event=None, donor=None, recipient=None, kind="other", stage="announced",
        items=(Item(name="tents", count=None, span=(0, 1)),), rule="r", confidence=0.5,
    )  # fmt: skip
    assert naming.pledge(bare) == "tents"
    nothing = Commitment(
        id="c3", event=None, donor=None, recipient=None, kind="other", stage="announced", rule="r", confidence=0.5
    )
    assert naming.pledge(nothing) == "not stated"


def test_words_are_folded_onto_one_line() -> None:
    assert folded(" a\n\n b\t c ") == "a b c"
    assert Naming(coding()).words([at("Rebels"), at("Bardo")]) == "Rebels … Bardo"


def test_counts_of_different_kinds_do_not_say_whom_they_count() -> None:
    made = event(quantities=(quantity(who="a2"), quantity("injured", 3, 3, who="a2")))
    assert Naming(coding()).counts(made) == ["11 killed", "3 injured"]


def test_an_actor_without_mentions_keeps_its_name() -> None:
    assert Naming(coding(actors=(actor("a1", "Rebels", "armed-group", mentions=()),))).actor("a1") == "Rebels"
