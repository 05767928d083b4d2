"""Codings made of marks: what a coder without fault would give."""

from dateline.evaluation.stories.marked import marked_codings
from dateline.evaluation.stories.plots import Stories, read_plot
from dateline.gazetteer.reader import open_default

PLOT = '''
about = "a march"

[[incident]]
id = "march"
type = "PROTEST"
title = "A march in Nairobi"
start = 2024-05-02
place = "Nairobi"
country = "KEN"

[[report]]
id = "wire"
source = "Wire"
published = 2024-05-02T08:00:00
text = """
Teachers {march:marched} on Thursday.
"""
'''


def test_a_name_that_a_town_and_its_county_share_is_the_town() -> None:
    stories = Stories(plots=(read_plot(PLOT, "marches"),), digest="")
    (coding,) = marked_codings(stories, open_default())
    assert [(place.name, place.precision) for place in coding.places] == [("Nairobi", "town")]
