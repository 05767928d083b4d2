"""What is seen of two mentions when it is asked whether they tell one act."""

import pytest

from dateline.stages.events.one.compared import Compared
from dateline.stages.events.reader.ties import pair_of, told_of, worded


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels shelled Gao on Monday. Gunmen shelled Gao on Monday.", "days|same"),
        ("Rebels shelled Gao on Monday. Rebels shelled Gao on Tuesday.", "days|other"),
        ("Rebels shelled Gao on Tuesday. Rebels shelled Gao on Monday.", "days|other"),
        ("Rebels shelled Gao last week. Rebels shelled Gao on Friday.", "days|overlap"),
        ("Rebels shelled Gao on Friday. Rebels shelled Gao last week.", "days|overlap"),
        ("Rebels shelled Gao. Rebels shelled Gao on Friday.", "days|open"),
        ("Rebels shelled Gao. Rebels shelled Gao again.", "places|same"),
        ("Rebels shelled Gao. Rebels shelled Bamako.", "places|one country|0"),
        ("Rebels shelled Gao. Rebels shelled Niamey.", "places|other|0"),
        ("Rebels shelled Gao. Rebels shelled villages.", "places|True|False"),
        ("Rebels shelled Gao. The rebels shelled Bamako.", "actors|same"),
        ("Chad shelled Gao. Niger shelled Gao.", "actors|other"),
        ("Chad shelled Gao. Chad's army shelled Gao.", "actors|one country"),
        ("Chad shelled Gao. Gao was shelled.", "actors|True|False"),
        ("Rebels killed nine nuns in Gao. Gunmen killed nine nuns in Gao.", "numbers|same"),
        ("Rebels killed nine nuns in Gao. Gunmen killed two nuns in Gao.", "numbers|other"),
        ("Rebels killed nine nuns in Gao. Gunmen attacked nuns in Gao.", "numbers|True|False"),
        ("Rebels shelled Gao. Rebels did not shell Gao.", "status|occurred|negated"),
        ("Rebels shelled Gao. Rebels shelled Bamako.", "status|same"),
        ("Rebels shelled Gao. Rebels shelled Bamako.", "modes|True"),
        ("Rebels shelled Gao. Rebels bombed Bamako.", "modes|False"),
        ("Rebels shelled Gao. Rebels shelled Bamako.", "apart|next"),
        ("Rebels shelled Gao. Rain fell. Rebels shelled Bamako.", "apart|near"),
        ("Rebels shelled Gao and Chad shelled Bamako.", "apart|same"),
        ("Rebels shelled Gao. Rebels shelled Bamako.", "same lemma|True|next"),
        ("Rebels shelled Gao. Rebels attacked Bamako.", "same lemma|False|next"),
        ("Rebels shelled Gao. The shelling went on.", "forms|verb|noun|True"),
    ],
)
def test_two_mentions_are_compared_by(stage, scene_of, text: str, word: str) -> None:
    scene = scene_of(text)
    first, second = (Compared(scene, found) for found in stage.told(scene)[:2])
    pair = pair_of(first, second, (True, False, 0.5), 0)
    assert word in set(worded(first.type, told_of(first.look, second.look, pair)))
