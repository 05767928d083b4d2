"""Numbers and yes/no answers of the stages: each case is read otherwise with one of them moved."""

from datetime import date

import pytest

from dateline.stages.actors.known.persons import alike
from dateline.stages.positions.issues.issue import gerund
from dateline.stages.times import resolve_phrase

CASES = [
    (
        "the state, and not a state, acts",
        "actors",
        "The state arrested nine nuns.",
        ["state: government GOV", "nuns: population REL"],
    ),
    ("the state, and not a state, acts", "actors", "A state arrested nine nuns.", ["nuns: population REL"]),
    (
        "what is said ends right before the word that joins the next saying",
        "statements",
        "The mayor said the raid took time but added that the army left.",
        [
            "The mayor | said (indirect assert) | the raid took time",
            "The mayor | added (indirect assert) | that the army left",
        ],
    ),
    (
        "a promise whose that-clause the parser takes for a relative one",
        "statements",
        "Obi made a promise that the army would leave.",
        ["Obi | promise (indirect promise) | that the army would leave"],
    ),
    (
        "a refusal without something sets a condition",
        "positions",
        "Chad will not support a ban on ivory without a truce.",
        ["Chad conditional ban on ivory 0.7"],
    ),
    ("a time said with at", "times", "Obi was mayor at that time.", ["that time: PAST_REF"]),
    (
        "the word before a small town speaks for it at the start of a report too",
        "places",
        "Near Rann nuns left.",
        ["Rann, Borno, NGA, town"],
    ),
    (
        "first names of one beginning and another length",
        "actors",
        "Mar Thorn spoke. Mariam Thorn left.",
        ["Mar Thorn: person", "Mariam Thorn: person"],
    ),
    (
        "first names of one beginning and other letters",
        "actors",
        "Maria Thorn spoke. Marte Thorn left.",
        ["Maria Thorn: person", "Marte Thorn: person"],
    ),
]


@pytest.mark.parametrize(("rule", "layer", "text", "expected"), CASES)
def test_what_a_moved_number_or_answer_would_change(
    request, rule: str, layer: str, text: str, expected: list[str]
) -> None:
    assert request.getfixturevalue(f"{layer}_of")(text) == expected, rule


def test_a_first_name_keeps_its_person_under_another_spelling() -> None:
    assert alike("emanuel", "emmanuel")


@pytest.mark.parametrize(("verb", "form"), [("cut", "cutting"), ("run", "running")])
def test_a_short_verb_doubles_its_last_letter(verb: str, form: str) -> None:
    assert gerund(verb, frozenset()) == form


@pytest.mark.parametrize(("day", "value"), [(date(2024, 6, 3), "2024-SP"), (date(2024, 5, 31), "2023-SP")])
def test_last_spring_is_this_year_s_from_the_first_month_after_it(day: date, value: str) -> None:
    time = resolve_phrase("last spring", day)
    assert time is not None
    assert time.value == value
