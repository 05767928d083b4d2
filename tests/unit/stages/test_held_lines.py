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
    (
        "two firms are no parties of a commitment",
        "plans",
        "A Norwegian company gave a Swedish company $5 million on Monday.",
        [],
    ),
    (
        "a verb with its adverb and its preposition",
        "told",
        "Protesters kept away from the polls.",
        ["PROTEST boycott Protesters"],
    ),
    (
        "who takes no side takes none on a condition either",
        "positions",
        "Norway abstained on the resolution if it was put to a vote.",
        ["Norway neutral resolution 0.5"],
    ),
    (
        "an acronym of two is that of whom the report names in full",
        "actors",
        "Jaish-e-Mohammed attacked. JEM denied it.",
        ["Jaish-e-Mohammed: armed-group PAK REB x2"],
    ),
    (
        "who bears the name behind a town is whose title stands before it",
        "actors",
        "Farmers met Mayor of London Moussa Keita.",
        ["Farmers: population GBR AGR", "Moussa Keita: person GBR GOV x2"],
    ),
    ("an article of a name in capitals", "places", "Rebels hold the town of An Nubarid.", ["An Nubarid, town"]),
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


_STEPS = "Chad backs a bid for a call for a proposal for a plan for a drive for an offer for "


@pytest.mark.parametrize(("steps", "positions"), [("a move for a truce", 1), ("a demand for a move for a truce", 0)])
def test_an_issue_is_looked_for_behind_seven_words_that_lead_on_and_no_more(code, steps: str, positions: int) -> None:
    assert len(code(f"{_STEPS}{steps} with Benin.").positions) == positions


@pytest.mark.parametrize("text", ["Togo signs pact\n\nTogo has signed the pact with Benin for ten years."])
def test_what_the_first_sentence_below_the_headline_tells_is_the_news(code, text: str) -> None:
    assert {e.background for e in code(text, published="2024-05-10").events} == {False}


def test_the_next_best_frame_is_told_beside_the_one_that_was_taken(code) -> None:
    (event,) = code("Fighters allied with Togo crossed the border on Monday.", published="2024-05-10").events
    assert (event.type, [a.type for a in event.alternatives]) == (None, ["SUPPORT"])


def test_a_rare_meaning_of_a_name_may_be_what_holds_the_one_before_it(code) -> None:
    town, unit = code("Shells fell in San Pedro de Ycuamandyyú, San Pedro.").places
    assert (town.rule, unit.country) == ("places/stated-container", "PRY")
