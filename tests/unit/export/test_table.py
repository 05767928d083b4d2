"""The table for eyes: whole clauses with their trigger marked, nobody as a dash, one head for one act."""

import io
from dataclasses import replace

import pytest
from made_codings import ARMY, BARDO, REBELS, coding, event
from rich.console import Console

from dateline.export.rows.terminal import write_table
from dateline.export.words.clauses import clause_of, cut
from dateline.model.coding import Coding
from dateline.model.event import Attribution
from dateline.model.speech import Statement

TEXT = (
    "Rebels shelled Bardo and Vallis on Monday, killing two, Gen. Amadi said. The army denied losses, "
    "and nobody knew more."
)
VALLIS = replace(BARDO, id="p2", name="Vallis", mentions=((25, 31),))
SAID = Attribution(actor="a2", statement=None, cue=None)


def table(made: Coding, *, colour: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100, force_terminal=colour, color_system="standard" if colour else None)
    return "".join(write_table([made], console))


def made(*events: object, **more: object) -> Coding:
    plain = coding(text=TEXT, events=events or (event(),))  # type: ignore[arg-type]
    return replace(plain, places=(BARDO, VALLIS), **more)  # type: ignore[arg-type]


def test_the_quotation_is_the_whole_clause_with_its_trigger_marked() -> None:
    told = table(made())
    assert "“Rebels ‹shelled› Bardo and Vallis on Monday, killing two, Gen. Amadi said.”" in told
    in_colour = table(made(), colour=True)
    assert "‹" not in in_colour
    assert "\x1b[1" in in_colour.split("Bardo and Vallis")[0].rpartition("“")[2]


def test_actors_have_country_and_sector_and_nobody_is_a_dash() -> None:
    assert "Rebels (MLI, REB) → Army (MLI, MIL)" in table(made(event(recipients=("a2",))))
    assert "— → Army (MLI, MIL)" in table(made(event(actors=(), recipients=("a2",))))
    assert "somebody" not in table(made(event(actors=())))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, " · happened"),
        ({"attribution": (SAID,)}, " · said to have happened"),
        ({"attribution": (SAID,), "status": "negated", "factuality": -2.0}, " · said not to have happened"),
        ({"attribution": (SAID,), "status": "planned"}, " · planned"),
    ],
)
def test_what_a_source_merely_says_is_only_said_to_have_happened(given: dict[str, object], told: str) -> None:
    assert told + "\n" in table(made(event(**given)))


def test_little_confidence_is_seen_and_much_is_not() -> None:
    assert "unsure (0.31)" in table(made(event(confidence=0.31)))
    assert "unsure" not in table(made(event(confidence=0.5)))


def test_one_act_at_two_places_has_one_head_and_one_quotation() -> None:
    told = table(made(event(), event(id="e2", main=False, place="p2")))
    assert told.count("● ASSAULT") == 1
    assert told.count("‹shelled›") == 1
    assert told.index("e1 ●") < told.index("Bardo, MLI") < told.index("e2 Vallis, MLI") < told.index("“Rebels")


def test_statements_stand_in_the_order_of_the_text() -> None:
    at = {"a1": (0, 40), "a2": (74, 95)}
    told = [
        Statement(id=f"s{n}", speaker=who, speaker_span=None, cue=None, content=((at[who][0] + n, at[who][1]),),
                  kind="indirect", rule="t", confidence=0.9)
        for n, who in ((2, "a2"), (1, "a1"), (3, "a1"))
    ]  # fmt: skip
    shown = table(made(statements=tuple(told)))
    assert [line.split()[0] for line in shown.split("STATEMENTS")[1].split("\n") if " assert" in line] == [
        "s1", "s3", "s2",
    ]  # fmt: skip
    assert shown.split("STATEMENTS")[1].count(REBELS.name + " (MLI, REB)") == 1
    assert ARMY.name + " (MLI, MIL)" in shown.split("STATEMENTS")[1]


def test_no_title_is_cut_inside_a_word() -> None:
    long = "The harbour " + "of the northern province " * 30
    first = table(coding(text=TEXT, title=long)).split("\n")
    head = " ".join(first[1:6])
    assert " …" in head
    assert set(head.split("…")[0].split()) <= set(long.split())
    assert cut("one two three", 9) == "one two …"


def test_a_clause_ends_at_its_sentence_not_at_a_rank_and_where_it_is_too_long_at_a_pause() -> None:
    start, end = clause_of(TEXT, (79, 85))
    assert TEXT[start:end] == "The army denied losses, and nobody knew more."
    start, end = clause_of(TEXT, (79, 85), most=30)
    assert TEXT[start:end] == "The army denied losses"
