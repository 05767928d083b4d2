"""Who agrees, refines, supersedes, contradicts and denies; what each rule takes."""

from dataclasses import replace
from itertools import count

import pytest

from dateline.incidents.claimed.claims import lone_fields, weigh_claims
from dateline.incidents.claimed.detail import Detail
from dateline.incidents.model import IncidentActor, IncidentPlace
from dateline.incidents.rules import Rule, load_rule
from dateline.model.event import Quantity

_number = count(1)


def says(root: str, told: str, killed: float | None = None, high: float | None = None, **given: object) -> Detail:
    n = next(_number)
    numbers = () if killed is None else (
        Quantity(kind="killed", low=killed, high=killed if high is None else high, qualifier="exact", span=(n, n + 3)),
    )  # fmt: skip
    made = {
        "key": n, "report_key": n, "report": f"r{n}", "digest": f"d{n}", "event": "e1", "spans": ((n, n + 5),),
        "told": told, "root": root, "quantities": numbers, "type": "ASSAULT",
    }  # fmt: skip
    return Detail(**{**made, **given})  # type: ignore[arg-type]


def states(*events: Detail, field: str = "killed", rule: str = "standard") -> dict[object, str]:
    claims, _ = weigh_claims("i-1", events, load_rule(rule))
    return {c.value: c.state for c in claims if c.field == field}


def test_two_sources_with_one_count_agree() -> None:
    claims, fields = weigh_claims("i-1", [says("a", "1", 2), says("b", "2", 2)], load_rule("standard"))
    (claim,) = [c for c in claims if c.field == "killed"]
    assert (claim.state, claim.roots, len(claim.reports), claim.chosen) == ("agree", 2, 2, True)
    assert fields["killed"].state == "agree"


def test_a_later_count_of_the_same_source_supersedes_even_a_higher_one() -> None:
    assert states(says("a", "1", 5), says("a", "2", 3)) == {5: "superseded", 3: "agree"}


def test_a_toll_that_rises_over_all_sources_is_no_contradiction() -> None:
    toll = [says("a", "2024-03-14T08:00", 2), says("b", "2024-03-14T12:00", 4), says("c", "2024-03-15T08:00", 7)]
    assert states(*toll) == {2: "superseded", 4: "superseded", 7: "agree"}


def test_a_count_that_is_still_given_once_another_is_told_contradicts_it() -> None:
    assert states(says("a", "1", 2), says("b", "2", 5), says("c", "3", 2)) == {2: "conflict", 5: "conflict"}


def test_a_lower_count_of_another_source_later_contradicts() -> None:
    assert states(says("a", "1", 5), says("b", "2", 2)) == {5: "conflict", 2: "conflict"}


def test_a_range_that_holds_another_value_refines() -> None:
    found, fields = weigh_claims("i-1", [says("a", "1", 2, 9), says("b", "1", 4)], load_rule("standard"))
    assert {(c.low, c.high): c.state for c in found if c.field == "killed"} == {(2, 9): "refine", (4, 4): "agree"}
    assert (fields["killed"].state, fields["killed"].low, fields["killed"].high) == ("refine", 2, 9)


def test_a_vague_word_is_known_by_the_least_that_it_can_mean() -> None:
    dozens = Quantity(kind="killed", low=12, high=99, qualifier="vague", span=(3, 9))
    assert states(says("a", "1", quantities=(dozens,))) == {12: "agree"}


def test_a_denial_is_a_claim() -> None:
    events = [says("a", "1"), says("b", "2", status="denied", said_by=("Kyiv",))]
    claims, fields = weigh_claims("i-1", events, load_rule("standard"))
    assert {(c.value, c.state, c.said_by) for c in claims} == {
        ("occurred", "agree", None),
        ("denied", "denied", "Kyiv"),
    }
    assert fields["status"].state == "denied"


def test_two_armies_contradict_and_two_names_of_one_do_not() -> None:
    ruled = [
        says(r, "1", actors=(IncidentActor(key=c + r, name=c + r, country=c),)) for r, c in (("a", "UKR"), ("b", "RUS"))
    ]
    assert set(states(*ruled, field="actors").values()) == {"conflict"}
    one = [says(r, "1", actors=(IncidentActor(key=r, name=r, country="RUS"),)) for r in ("Moscow", "Russian army")]
    assert sorted(states(*one, field="actors").values()) == ["agree", "refine"]


def test_towns_of_two_countries_contradict() -> None:
    towns = [IncidentPlace(name=n, country=c, precision="town") for n, c in (("Goma", "COD"), ("Gisenyi", "RWA"))]
    assert set(states(says("a", "1", place=towns[0]), says("b", "1", place=towns[1]), field="place").values()) == {
        "conflict"
    }
    for wide in (replace(towns[1], precision="country"), replace(towns[1], precision="district")):
        found = states(says("a", "1", place=towns[0]), says("b", "1", place=wide), field="place")
        assert "conflict" not in found.values()


CHOICES = {
    "lowest": 2, "highest": 9, "median": 4, "mode": 4, "latest": 9, "best-sourced": 4, "range": 4,
}  # fmt: skip


@pytest.mark.parametrize("choice", CHOICES)
def test_each_choice_takes_its_value_and_says_so(choice: str) -> None:
    rule = Rule(name="own@1", same=0.5, held=0.3, days=3, choose={"killed": choice})  # type: ignore[dict-item]
    told = [("a", "1", 2), ("b", "1", 4), ("d", "2", 9), ("e", "3", 2), ("c", "3", 4), ("f", "3", 4), ("g", "4", 9)]
    events = [says(root, when, killed) for root, when, killed in told]
    claims, fields = weigh_claims("i-1", events, rule)
    assert (fields["killed"].value, fields["killed"].by) == (CHOICES[choice], choice)
    assert (fields["killed"].low, fields["killed"].high) == (2, 9)
    assert [c.value for c in claims if c.field == "killed" and c.chosen] == [CHOICES[choice]]


def test_the_fields_of_one_event_alone_are_those_of_its_claims() -> None:
    for event in (says("a", "1", 2, 9, start="2024-03-14"), says("a", "1", status="denied"), says("a", "1", 3)):
        rule = load_rule("standard")
        assert lone_fields(event, rule) == weigh_claims("i-1", [event], rule)[1]


def test_claims_have_the_words_of_each_report() -> None:
    one = says("a", "1", 2)
    claims, _ = weigh_claims(
        "i-1", [one, replace(one, evidence={"start": ((90, 97),)}, start="2024-03-14")], load_rule("strict")
    )
    assert {c.field: c.spans for c in claims}["start"] == ((one.report, ((90, 97),)),)
    assert {c.field: c.spans for c in claims}["killed"] == ((one.report, (one.quantities[0].span,)),)


TOWN = {"country": "LKA", "precision": "town", "radius_km": 4.0}
DAY = {"evidence": {"start": ((3, 9),)}}


def group(name: str) -> IncidentActor:
    return IncidentActor(key=name, name=name, country="ECU", sector="CRM")


def test_two_named_groups_of_one_country_contradict_and_gunmen_contradict_nobody() -> None:
    named = [says(r, "1", actors=(group(r),)) for r in ("Los Zorros", "Los Halcones")]
    assert set(states(*named, field="actors").values()) == {"conflict"}
    vague = [says(r, "1", actors=(group(r),)) for r in ("Los Zorros", "gunmen")]
    assert "conflict" not in states(*vague, field="actors").values()


def test_who_is_named_second_at_talks_takes_part_as_who_is_named_first() -> None:
    two = [IncidentActor(key=c, name=c, country=c) for c in ("TUR", "GEO")]
    talks = [
        says("a", "1", type="CONSULT", actors=(two[0],), recipients=(two[1],)),
        says("b", "1", type="CONSULT", actors=(two[1],), recipients=(two[0],)),
    ]
    assert "conflict" not in states(*talks, field="actors").values()
    shots = [replace(event, type="ASSAULT") for event in talks]
    assert set(states(*shots, field="actors").values()) == {"conflict"}


def test_an_army_and_rebels_contradict_whatever_their_names() -> None:
    sides = [IncidentActor(key=n, name=n, sector=s) for n, s in (("army", "MIL"), ("rebels", "REB"))]  # type: ignore[arg-type]
    told = [says(r, "1", actors=(who,)) for r, who in zip("ab", sides, strict=True)]
    assert set(states(*told, field="actors").values()) == {"conflict"}
    police = says("b", "1", actors=(IncidentActor(key="p", name="police", country="KEN", sector="COP"),))
    assert "conflict" not in states(told[0], police, field="actors").values()


def test_many_may_condemn_and_one_deed_has_one_doer() -> None:
    unions = [says(r, "1", type="ACCUSE", actors=(group(r),)) for r in ("Los Zorros", "Los Halcones")]
    assert "conflict" not in states(*unions, field="actors").values()


def test_a_report_of_a_dispute_gives_each_voice_its_own_claim() -> None:
    sides = [IncidentActor(key=c, name=c, country=c) for c in ("ARM", "AZE")]
    accounts = [says("wire", "1", actors=(s,), said_by=(f"{s.name} ministry",)) for s in sides]
    assert set(states(*accounts, field="actors").values()) == {"conflict"}
    own = [replace(event, said_by=()) for event in accounts]
    assert "conflict" not in states(*own, field="actors").values()


def test_all_who_act_are_claimed() -> None:
    both = says("a", "1", actors=(group("Los Zorros"), group("Los Halcones")))
    assert set(states(both, field="actors")) == {"Los Zorros", "Los Halcones"}


def test_that_nothing_happened_denies_only_what_others_tell() -> None:
    calm = says("a", "1", status="negated")
    assert states(calm, field="status") == {"negated": "agree"}
    assert states(calm, says("b", "2"), field="status") == {"negated": "denied", "occurred": "agree"}


def counted(low: float, *, high: float | None = None, name: str | None = None) -> Quantity:
    return Quantity(kind="killed", low=low, high=high or low, qualifier="exact", name=name, span=(3, 9))


def test_a_higher_count_of_another_voice_in_one_report_contradicts_and_a_part_of_the_whole_does_not() -> None:
    two = says("wire", "1", quantities=(counted(6), counted(20)))
    assert states(two) == {6: "conflict", 20: "conflict"}
    part = says("wire", "1", quantities=(counted(70), counted(10, name="woman"), counted(90, name="cow")))
    assert states(part) == {70: "agree"}


def test_two_events_of_one_report_do_not_contradict_each_other_s_counts() -> None:
    assert "conflict" not in states(says("wire", "1", 11), says("wire", "1", 460)).values()


def test_a_count_that_two_others_correct_is_superseded() -> None:
    told = [says("first", "1", 3), says("paper", "2", 2), says("rebels", "3", 2)]
    assert states(*told) == {3: "superseded", 2: "agree"}
    assert states(*told, says("late", "4", 3)) == {3: "conflict", 2: "conflict"}


def test_towns_of_one_country_contradict_where_they_lie_apart() -> None:
    here, there = (IncidentPlace(name=n, lat=lat, lon=80.0, **TOWN) for n, lat in (("Melva", 7.0), ("Orune", 7.3)))  # type: ignore[arg-type]
    assert set(states(says("a", "1", place=here), says("b", "1", place=there), field="place").values()) == {"conflict"}
    close = replace(there, lat=7.05)
    assert "conflict" not in states(says("a", "1", place=here), says("b", "1", place=close), field="place").values()


def test_two_days_contradict_where_words_of_both_name_the_day() -> None:
    told = [says(r, "2024-03-15", start=day, **DAY) for r, day in (("a", "2024-03-14"), ("b", "2024-03-15"))]
    assert set(states(*told, field="start").values()) == {"conflict"}
    derived = [replace(told[0], evidence={}), told[1]]
    assert "conflict" not in states(*derived, field="start").values()
    earlier = [replace(told[0], told="2024-03-14T09:00"), told[1]]
    assert "conflict" not in states(*earlier, field="start").values()
    recalled = [replace(told[0], background=True), told[1]]
    assert "conflict" not in states(*recalled, field="start").values()


def test_a_lower_count_told_while_a_higher_stands_contradicts_though_the_toll_rises_on() -> None:
    toll = [says("hospital", "1", 11), says("minister", "2", 2), says("wire", "3", 19)]
    assert states(*toll) == {11: "superseded", 2: "conflict", 19: "agree"}


def test_sums_of_money_are_claims_and_two_currencies_contradict_nothing() -> None:
    def pledged(root: str, value: float, currency: str) -> Detail:
        sum_ = Quantity(kind="money", low=value, high=value, qualifier="exact", currency=currency, span=(1, 4))
        return says(root, "1", quantities=(sum_,), type="AID")

    assert set(states(pledged("a", 5e9, "EUR"), pledged("b", 7e9, "EUR"), field="money").values()) == {"conflict"}
    both = [pledged("a", 5e9, "EUR"), pledged("b", 5.4e9, "USD")]
    claims, _ = weigh_claims("i-1", both, load_rule("standard"))
    assert {(c.unit, c.state) for c in claims if c.field == "money"} == {("EUR", "agree"), ("USD", "agree")}


def hit(name: str, sector: str) -> tuple[IncidentActor, ...]:
    return (IncidentActor(key=name, name=name, sector=sector),)  # type: ignore[arg-type]


def test_the_dead_who_are_militants_to_one_and_farmers_to_another_contradict() -> None:
    militants, farmers = hit("militants", "REB"), hit("farmers", "AGR")
    accounts = [says("army", "1", 9, recipients=militants), says("radio", "2", 9, recipients=farmers)]
    both = says("wire", "3", 9, recipients=(*militants, *farmers))
    assert set(states(*accounts, both, field="recipients").values()) == {"conflict"}
    # Who tells both takes neither, and where nobody tells the one alone nobody stands against it.
    assert "conflict" not in states(accounts[0], both, field="recipients").values()
    # Of those who were hit and not killed both may be true.
    unhurt = [replace(event, quantities=()) for event in accounts]
    assert "conflict" not in states(*unhurt, field="recipients").values()
    soldiers = says("radio", "2", 9, recipients=hit("soldiers", "MIL"))
    assert "conflict" not in states(soldiers, accounts[1], field="recipients").values()
