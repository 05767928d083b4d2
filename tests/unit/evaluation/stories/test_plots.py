"""Files of stories: their marks, their copies, and what is refused."""

from pathlib import Path

import pytest

from dateline.errors import GoldError
from dateline.evaluation.stories.plots import load_stories, read_plot, state_of

ROOT = Path(__file__).parents[4]
PLOT = '''
about = "a wire and its short form"

[[incident]]
id = "dam"
type = "ASSAULT"
title = "A dam is hit"
start = 2024-05-02
states = { killed = { "2" = "superseded", "3" = "agree" } }

[[report]]
id = "wire"
source = "Wire"
published = 2024-05-02T08:00:00
text = """
A dam was {dam:hit} on Thursday.

{dam.killed=2:Two men} died, {dam.killed=3:three} by night.
"""

[[report]]
id = "short"
source = "Paper"
copies = "wire"
paragraphs = [2]
top = "Dam {dam:blown up}"
bottom = "(Wire)"
published = 2024-05-02T09:00:00
'''


def test_marks_become_spans_of_the_text_without_them() -> None:
    wire = read_plot(PLOT, "dams").reports[0]
    assert [(wire.text[m.span[0] : m.span[1]], m.field, m.value) for m in wire.marks] == [
        ("hit", None, None),
        ("Two men", "killed", "2"),
        ("three", "killed", "3"),
    ]
    assert wire.main == "dams/dam"


def test_copy_keeps_paragraphs_marks_family_and_root() -> None:
    short = read_plot(PLOT, "dams").reports[1]
    assert short.text == "Dam blown up\n\nTwo men died, three by night.\n\n(Wire)\n"
    assert (short.family, short.root) == ("wire", "Wire")
    assert [short.text[m.span[0] : m.span[1]] for m in short.marks] == ["blown up", "Two men", "three"]


def test_values_that_nobody_lists_agree() -> None:
    (incident,) = read_plot(PLOT, "dams").incidents
    assert state_of(incident, "killed", "2") == "superseded"
    assert state_of(incident, "injured", "5") == "agree"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{dam:hit}", "{dyke:hit}", "dyke"),
        ("{dam.killed=2:Two", "{dam.killed=4:Two", "dam.killed=4"),
        ('"3" = "agree"', '"3" = "agree", "9" = "agree"', "dam.killed=9"),
        ('"3" = "agree"', '"3" = "agreed"', "agreed"),
        ('copies = "wire"', 'copies = "nobody"', "'short'"),
        ('id = "short"', 'id = "wire"', "'wire'"),
        ("{dam:hit}", "{dam hit}", "broken"),
        ("source =", "sorce =", "sorce"),
    ],
)
def test_faults_are_named(old: str, new: str, said: str) -> None:
    with pytest.raises(GoldError, match=said):
        read_plot(PLOT.replace(old, new, 1), "dams")


def test_stories_of_the_gold_set() -> None:
    stories = load_stories(ROOT / "gold" / "stories")
    learn, judge = stories.of("learn"), stories.of("judge")
    assert len(stories.reports) == len(learn.reports) + len(judge.reports)
    assert len(learn.reports) >= len(judge.reports) > 0


def test_folder_without_plots_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no plot"):
        load_stories(tmp_path)
