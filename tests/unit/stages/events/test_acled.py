"""ACLED's types, and the reasons for none."""

import pytest

DAY = "2024-05-02"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels ambushed an army column outside Pemba on Wednesday.", "Armed clash"),
        ("Government jets bombed a market in Taftanaz on Monday.", "Air/drone strike"),
        ("Militants shelled the town of Kidal on Monday.", "Shelling/artillery/missile attack"),
        ("Gunmen abducted two nuns near Goma on Monday.", "Abduction/forced disappearance"),
        ("Thousands of teachers rallied in Quito on Monday.", "Peaceful protest"),
        ("Police fired tear gas at protesters in Nairobi on Monday.", "Protest with intervention"),
        ("Police shot dead three protesters in Nairobi on Monday.", "Excessive force against protesters"),
        ("A suicide bomber killed six people in Quetta on Monday.", "Suicide bomb"),
        ("The army recaptured the town of Wau from the rebels on Monday.", "Government regains territory"),
        ("The rebels captured the town of Wau from the army on Monday.", "Non-state actor overtakes territory"),
        ("Air defences shot down all six missiles fired at Riyadh on Monday.", "Disrupted weapons use"),
    ],
)
def test_type_follows_the_codebook(code, text, expected):
    events = code(text, published=DAY).events
    assert expected in [e.acled.sub_event_type for e in events if e.acled]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Rebels did not attack the town of Kidal on Monday.", "rule 4"),
        ("France and Italy held talks in Nice on Monday.", "talks"),
        ("The minister threatened to bomb Kidal on Monday.", "talks"),
    ],
)
def test_reason_is_given_where_acled_records_nothing(code, text, reason):
    events = code(text, published=DAY).events
    assert events
    assert all(e.acled is None for e in events)
    assert reason in events[0].evidence["acled"].note
