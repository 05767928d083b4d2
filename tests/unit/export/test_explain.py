"""Why a record is as it is: its line, what made it, the words behind each field, its rivals."""

import pytest
from made_layers import CONTENT, LINK, at, coding, event, quantity

from dateline.errors import UsageError
from dateline.export.words.explain import Explanation, describe_rule, explain, render
from dateline.model.base import Evidence


def reasons(found: Explanation) -> dict[str, str]:
    return {r.field: r.value for r in found.reasons}


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("e1", "ASSAULT heavy-weapons: Rebels → nurses"),
        ("s1", "governor: assert (indirect)"),
        ("s2", "—: assert (direct)"),
        ("n1", "Norland for a truce"),
        ("c1", "Norland → Sudland: at least EUR 300 million, 40 trucks"),
        ("h1", "meeting of ministers, June 2024"),
        ("t1", "2024-03-04 (4 March 2024)"),
        ("p1", "Bardo (MLI)"),
        ("a2", "nurses (no country)"),
    ],
)
def test_each_record_has_its_line(record: str, title: str) -> None:
    assert explain(coding(), record).title == title


def test_an_event_of_nobody_says_so() -> None:
    made = coding(events=(event(actors=(), recipients=()),))
    assert explain(made, "e1").title == "ASSAULT heavy-weapons: somebody → nobody named"


def test_fields_have_their_values_in_words() -> None:
    told = reasons(explain(coding(), "e1"))
    assert told["who"] == "Rebels (a1)"
    assert told["whom"] == "nurses (a2)"
    assert told["place"] == "Bardo, MLI (p1)"
    assert told["days"] == "4 March 2024"
    assert told["quantities"] == "11 killed"
    assert told["attribution"] == "governor (s1)"
    assert told["acled"] == "Explosions/Remote violence: Shelling/artillery/missile attack"
    assert told["mentions"] == "“shelled”, “killing”"
    assert told["main"] == "yes"
    assert not {"id", "rule", "confidence", "evidence", "trigger", "end"} & told.keys()


def test_fields_of_other_records() -> None:
    assert reasons(explain(coding(), "p1"))["position"] == "16.25, -0.05, within 5 km"
    pledge = reasons(explain(coding(), "c1"))
    assert (pledge["from"], pledge["to"]) == ("Norland (a4)", "Sudland (a5)")
    assert (pledge["amount"], pledge["items"]) == ("at least EUR 300 million", "trucks")
    said = reasons(explain(coding(), "s1"))
    assert (said["speaker"], said["addressee"], said["via"]) == ("governor (a3)", "Norland (a4)", "nurses (a2)")
    stance = reasons(explain(coding(), "n1"))
    assert (stance["issue"], stance["hedge"]) == ("a truce", "“backs”")


def test_content_and_links_are_told() -> None:
    told = reasons(explain(coding(events=(event(content=CONTENT, links=(LINK,)),)), "e1"))
    assert told["content"] == "RETREAT withdraw"
    assert told["links"] == "response-to e9"


def test_the_words_behind_a_field_are_quoted_with_rule_and_note() -> None:
    found = {r.field: r for r in explain(coding(), "e1").reasons}
    assert found["who"].words == ("Rebels",)
    assert found["whom"].note == "counted among the dead"
    text = render(explain(coding(), "e1"))
    assert "words: “nurses”" in text
    assert "counted among the dead" in text


def test_a_field_without_a_value_is_told_where_there_is_a_reason() -> None:
    reason = {"place": Evidence(note="two towns are named")}
    found = {r.field: r for r in explain(coding(events=(event(place=None, evidence=reason),)), "e1").reasons}
    assert (found["place"].value, found["place"].note) == ("–", "two towns are named")
    assert "cameo" not in found


def test_many_words_are_cut_short() -> None:
    many = event(mentions=tuple(at("e", n) for n in range(9)))
    assert reasons(explain(coding(events=(many,)), "e1"))["mentions"].endswith("“e” …")


def test_rivals_are_told() -> None:
    assert explain(coding(), "e1").rivals == ("COERCE, which got 0.12",)
    assert explain(coding(), "p1").rivals == ("Bardo, Tunis, TUN, which got 0.20",)
    assert "No rival came near." in render(explain(coding(), "s1"))


def test_a_frame_is_told_with_its_words_and_example() -> None:
    found = explain(coding(), "e1")
    assert found.cause.startswith("lexicon entry assault/shell (words: ")
    assert found.example is not None
    assert f"Its example: “{found.example[:20]}" in render(found, width=10_000)


def test_a_frame_that_is_gone_is_told_by_its_id() -> None:
    found = explain(coding(events=(event(rule="frame assault/gone"),)), "e1")
    assert (found.cause, found.example) == ("lexicon entry assault/gone", None)


def test_a_cue_is_told_with_its_pattern() -> None:
    assert explain(coding(), "s1").cause == "the cue “say” in the pattern “tail”"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("actors/hand", "the tables of named actors, entry “hand”"),
        ("gazetteer", "the gazetteer's coordinates"),
        ("unheard-of", "unheard-of"),
    ],
)
def test_rules_are_told_in_words(rule: str, said: str) -> None:
    assert describe_rule(rule) == said


def test_a_record_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match=r"report 'r1' has no record 'e7'; it has .*a1–a5.* e1"):
        explain(coding(), "e7")


def test_text_keeps_within_its_width() -> None:
    made = coding(events=(event(quantities=tuple(quantity("displaced", n * 1e6, n * 1e6) for n in range(2, 20))),))
    lines = render(explain(made, "e1"), width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert [line for line in lines if line != line.rstrip()] == []
