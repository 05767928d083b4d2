"""Commitments: who gives what to whom, of which kind, at what stage, each told once."""

import pytest
from plans_draft import plan

from dateline.model.plans import Commitment
from dateline.parse.parser import Parser

STATES = {"Norway": "NOR", "Chad": "TCD", "Japan": "JPN", "Kenya": "KEN", "Haiti": "HTI", "Denmark": "DNK"}


def commitments_in(parser: Parser, text: str) -> tuple[tuple[Commitment, ...], dict[str | None, str]]:
    draft = plan(parser, text, {name: code for name, code in STATES.items() if name in text})
    return draft.commitments, {a.id: a.name for a in draft.actors}


@pytest.mark.parametrize(
    ("text", "donor", "recipient", "kind", "stage"),
    [
        pytest.param(
            "Norway will give Chad 9 million euros for hospitals.", "Norway", "Chad", "humanitarian", "announced",
            id="future-is-announced",
        ),
        pytest.param(
            "Norway might send Chad 9 million euros for hospitals.", "Norway", "Chad", "humanitarian", "announced",
            id="what-might-be-is-announced",
        ),
        pytest.param(
            "Japan sent Chad $20m in military aid.", "Japan", "Chad", "military", "delivered", id="past-is-delivered"
        ),
        pytest.param(
            "Norway allocated $70 million in budget support to Kenya.", "Norway", "Kenya", "financial", "allocated",
            id="allocated",
        ),
        pytest.param(
            "Japan suspended its $90 million loan to Kenya.", "Japan", "Kenya", "financial", "withdrawn", id="withdrawn"
        ),
        pytest.param(
            "Chad received $5 million in food aid from Denmark.", "Denmark", "Chad", "humanitarian", "delivered",
            id="receiver-is-subject",
        ),
        pytest.param(
            "$15 million was pledged to Haiti by Japan for refugees.", "Japan", "Haiti", "humanitarian", "announced",
            id="passive",
        ),
        pytest.param(
            "Norway cut its $30 million food aid to Haiti.", "Norway", "Haiti", "humanitarian", "withdrawn", id="cut"
        ),
        pytest.param(
            "Japan will waive $9 million of Kenya's debt.", "Japan", "Kenya", "financial", "announced", id="debt-relief"
        ),
        pytest.param(
            "Denmark continued to send arms to Chad.", "Denmark", "Chad", "military", "delivered", id="went-on-giving"
        ),
        pytest.param("Norway refused to send tanks to Chad.", "Norway", "Chad", "military", "refused", id="refused"),
        pytest.param(
            "Norway would allow Denmark to send fighter jets to Chad.", "Norway", "Chad", "military", "announced",
            id="permit-is-the-permitter's",
        ),
    ],
)  # fmt: skip
def test_commitment_has_parties_kind_and_stage(
    parser: Parser, text: str, donor: str, recipient: str, kind: str, stage: str
) -> None:
    found, names = commitments_in(parser, text)
    assert [(names[c.donor], names[c.recipient], c.kind, c.stage) for c in found if c.donor] == [
        (donor, recipient, kind, stage)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The flood in Chad caused damage worth $300 million.", id="damage"),
        pytest.param("Chad called on Norway to provide $5 million in aid.", id="asked-for"),
        pytest.param("Norway will spend $2 billion on new roads.", id="spent-at-home"),
        pytest.param("The firm offered $27 a share for its rival.", id="price"),
        pytest.param("Norway sent troops into Chad.", id="invasion"),
        pytest.param("Chad exported $40 million worth of grain to Kenya.", id="trade"),
    ],
)
def test_other_sums_are_no_commitment(parser: Parser, text: str) -> None:
    assert commitments_in(parser, text)[0] == ()


def test_conversion_and_repeat_are_one_amount(parser: Parser) -> None:
    text = (
        "Norway pledged 300 million kroner ($28 million) in aid to Chad. Chad welcomed the 300 million kroner package."
    )
    found, _ = commitments_in(parser, text)
    assert len(found) == 1
    amount = found[0].amount
    assert amount is not None
    assert (amount.value, amount.currency) == (300e6, "NOK")
    assert [(c.value, c.currency) for c in amount.converted] == [(28e6, "USD")]


def test_part_points_to_its_total(parser: Parser) -> None:
    found, _ = commitments_in(
        parser, "Japan pledged $90 million in aid to Haiti, including $30 million for clean water and shelter."
    )
    assert [(c.amount and c.amount.value, c.part_of) for c in found] == [(90e6, None), (30e6, "c1")]


def test_things_have_names_and_counts(parser: Parser) -> None:
    found, _ = commitments_in(parser, "Denmark will send 12 Leopard 2 tanks and long-range missiles to Chad.")
    assert [(i.name, i.count) for c in found for i in c.items] == [
        ("Leopard 2 tanks", 12),
        ("long-range missiles", None),
    ]


def test_contents_of_a_package_are_items_of_its_sum(parser: Parser) -> None:
    text = "Norway will give Chad $60 million in military aid. The package includes ten patrol boats and rifles."
    (found,) = commitments_in(parser, text)[0]
    assert [(i.name, i.count) for i in found.items] == [("patrol boats", 10), ("rifles", None)]


def test_gifts_of_two_donors_keep_their_own_recipients(parser: Parser) -> None:
    text = "Norway gave $5 million in food aid to Chad. Japan sent 300 tents to Haiti."
    found, names = commitments_in(parser, text)
    assert [(names[c.donor], names[c.recipient]) for c in found] == [("Norway", "Chad"), ("Japan", "Haiti")]


def test_police_officers_are_given_by_the_state_that_sends_them(parser: Parser) -> None:
    found, names = commitments_in(parser, "Kenya will send 1,000 police officers to Haiti.")
    assert [(names[c.donor], names[c.recipient]) for c in found] == [("Kenya", "Haiti")]


def test_every_commitment_shows_its_words(parser: Parser) -> None:
    text = "Norway will give Chad 40 million euros for field hospitals."
    (found,) = commitments_in(parser, text)[0]
    shown = {field: [text[s:e] for s, e in ev.spans] for field, ev in found.evidence.items()}
    assert shown["donor"] == ["Norway"]
    assert shown["recipient"] == ["Chad"]
    assert shown["amount"] == ["40 million euros"]
    assert "hospitals" in shown["kind"]


@pytest.mark.parametrize(
    ("between", "whole"),
    [
        pytest.param("", "c1", id="next-sentence"),
        pytest.param("The money comes from a fund. ", "c1", id="two-sentences-on"),
        pytest.param("The money comes from a fund. The fund is old. ", None, id="three-sentences-on"),
    ],
)
def test_a_part_is_told_within_two_sentences_of_its_whole(parser: Parser, between: str, whole: str | None) -> None:
    text = f"Norway gave Chad $90 million in aid. {between}Of this, Norway gave $20 million for food."
    found, _ = commitments_in(parser, text)
    assert [(c.amount.value, c.part_of) for c in found if c.amount] == [(90_000_000, None), (20_000_000, whole)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("Norway approved a plan to send Chad $20 million in aid.", "allocated", id="approved"),
        pytest.param("Norway agreed to send Chad $20 million in aid.", "announced", id="agreed"),
        pytest.param("Norway decided to send Chad $20 million in aid.", "allocated", id="decided"),
    ],
)
def test_a_verb_above_decides_what_is_still_to_be_sent(parser: Parser, text: str, stage: str) -> None:
    [found], _ = commitments_in(parser, text)
    assert found.stage == stage
