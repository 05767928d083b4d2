"""Which day a weekday means, seen from a Thursday, the second of May 2024."""

import pytest

WEEKDAYS = [
    ("The convoy left on Friday.", ["Friday: 2024-04-26 2024-04-26"]),
    ("The convoy will leave on Friday.", ["Friday: 2024-05-03 2024-05-03"]),
    ("The convoy leaves on Friday.", ["Friday: 2024-05-03 2024-05-03"]),
    ("The convoy left this Tuesday.", ["this Tuesday: 2024-04-30 2024-04-30"]),
    ("The convoy will leave this Saturday.", ["this Saturday: 2024-05-04 2024-05-04"]),
    ("The convoy left the previous Sunday.", ["the previous Sunday: 2024-04-28 2024-04-28"]),
    ("The convoy left on Friday night.", ["Friday night: 2024-04-26TNI 2024-04-26"]),
    ("The convoy left late on Sunday.", ["late on Sunday: 2024-04-28 2024-04-28"]),
    ("The convoy left early on Wednesday.", ["early on Wednesday: 2024-05-01 2024-05-01"]),
    ("The convoy left Wednesday afternoon.", ["Wednesday afternoon: 2024-05-01TAF 2024-05-01"]),
    ("The convoy left at noon on Wednesday.", ["noon on Wednesday: 2024-05-01T12:00 2024-05-01"]),
    (
        "The convoy left on Sunday evening at 9 p.m.",
        ["Sunday evening: 2024-04-28TEV 2024-04-28", "9 p.m.: 2024-04-28T21:00 2024-04-28"],
    ),
    ("The convoy left on Friday and Saturday.", ["Friday: 2024-04-26 2024-04-26", "Saturday: 2024-04-27 2024-04-27"]),
    ("The convoy left on Friday and Thursday.", ["Friday: 2024-04-26 2024-04-26", "Thursday: 2024-04-25 2024-04-25"]),
    (
        "The convoy will leave on Friday and Saturday.",
        ["Friday: 2024-05-03 2024-05-03", "Saturday: 2024-05-04 2024-05-04"],
    ),
    (
        "The convoy left between Monday and Wednesday.",
        ["Monday: 2024-04-29 2024-04-29", "Wednesday: 2024-05-01 2024-05-01"],
    ),
    ("The convoy left on Monday of last week.", ["Monday of last week: 2024-04-22 2024-04-22"]),
    ("The convoy will leave on Tuesday next week.", ["Tuesday next week: 2024-05-07 2024-05-07"]),
    ("The convoy left on Saturday last week.", ["Saturday last week: 2024-04-27 2024-04-27"]),
    ("The convoy left on Thursday.", ["Thursday: 2024-05-02 2024-05-02"]),
    ("The convoy will leave on Thursday.", ["Thursday: 2024-05-02 2024-05-02"]),
    ("The convoy left on Thurs.", ["Thurs: 2024-05-02 2024-05-02"]),
    (
        "The talks opened on 3 April. The convoy left the following Friday.",
        ["3 April: 2024-04-03 2024-04-03", "the following Friday: 2024-04-05 2024-04-05"],
    ),
    (
        "The talks opened on 3 April. The convoy left the previous Friday.",
        ["3 April: 2024-04-03 2024-04-03", "the previous Friday: 2024-03-29 2024-03-29"],
    ),
    ("Friday's convoy was late.", ["Friday: 2024-04-26 2024-04-26"]),
    ("The convoy must leave by Monday.", ["Monday: 2024-05-06 2024-05-06"]),
    ("The convoy waited until Tuesday.", ["Tuesday: 2024-04-30 2024-04-30"]),
    ("The convoy will wait until Tuesday.", ["Tuesday: 2024-05-07 2024-05-07"]),
    ("Sunday Okoro led the convoy.", []),
]


@pytest.mark.parametrize(("text", "expected"), WEEKDAYS)
def test_which_day_a_weekday_means(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
