"""The reader in the event stage: what it leaves out, joins, fills, and may not join."""

import pytest
from answers import NO, YES, answering

from dateline.coder import Coder
from dateline.learned.heads import Head
from dateline.model.coding import Coding
from dateline.parse.parser import Parser
from dateline.stages.events.reader.traits import BACK

DAY = "2024-05-10"


def coded(parser: Parser, text: str, **heads: Head) -> Coding:
    """Code with these heads in place of the learned ones."""
    return Coder(parser=parser, stages=answering(**heads)).code(text, published=DAY)


TWICE = "Rebels shelled the town of Goma on Tuesday. The attack killed three people."


def test_what_tells_no_act_is_left_out(parser: Parser):
    assert coded(parser, TWICE, told=NO).events == ()


@pytest.mark.parametrize(("same", "records"), [(YES, 1), (NO, 2)])
def test_mentions_of_one_act_are_one_record(parser: Parser, same: Head, records: int):
    text = "Rebels shelled the town of Goma on Tuesday. In Goma, gunmen fired rockets at a market on Tuesday."
    assert len(coded(parser, text, same=same).events) == records


def test_one_word_of_several_places_tells_several_acts_whatever_the_reader_says(parser: Parser):
    events = coded(parser, "The army shelled Arbin, Jobar and Harasta.", same=YES).events
    assert len(events) == 3


@pytest.mark.parametrize(("one", "other"), [("Kharkiv", "Odesa"), ("Kursk Oblast", "Krasnodar Krai")])
def test_two_provinces_are_two_acts_whatever_the_reader_says(parser: Parser, one: str, other: str):
    text = f"Rebels shelled a market in {one} on Tuesday while rockets struck a port in {other}."
    assert len({e.place for e in coded(parser, text, same=YES).events}) == 2


def test_a_measured_time_parts_acts_whatever_the_reader_says(parser: Parser):
    text = "Gunmen attacked a patrol in Gao two hours after four men were shot in the town."
    assert len(coded(parser, text, same=YES).events) == 2


def test_the_learned_reader_joins_a_definite_noun_to_its_act(parser: Parser):
    (event,) = coded(parser, TWICE).events
    assert [(q.kind, q.low) for q in event.quantities] == [("killed", 3)]
    assert len(event.mentions) > 1


def test_a_field_that_the_reader_fills_otherwise_says_so(parser: Parser):
    coding = coded(parser, "Rebels shelled the town of Goma on Tuesday.", day=NO)
    (event,) = coding.events
    assert (event.start, event.time) == (None, None)
    (ruled,) = coded(parser, "Rebels shelled the town of Goma on Tuesday.", day=YES).events
    assert ruled.start == "2024-05-07"
    assert ruled.evidence["start"].rule is None


def test_guards_of_a_headline_and_its_lead_are_named_once(parser: Parser):
    text = "Strike kills guards in Odesa\n\nA strike killed guards in the port of Odesa on Thursday."
    coding = coded(parser, text, recipient=YES, actor=NO)
    names = [next(a.name for a in coding.actors if a.id == r) for r in coding.events[0].recipients]
    assert names.count("guards") == 1


HELD = "The rebels of Mali seized on the remark on Tuesday."


@pytest.mark.parametrize(("held", "records"), [(YES, 1), (NO, 0)])
def test_a_word_that_a_frame_holds_is_asked_about_though_its_conditions_fail(parser: Parser, held: Head, records: int):
    assert len(coded(parser, HELD, held=held, told=YES, right=YES).events) == records


def test_what_the_rules_doubt_stands_where_the_reader_believes_it(parser: Parser):
    text = "The raid shows that Ghana is weak."
    told = [len(coded(parser, text, held=NO, told=answer, right=YES).events) for answer in (YES, NO)]
    assert told[0] > told[1] == 0
    assert not coded(parser, text, held=NO, told=YES, right=NO).events


def test_a_record_that_is_hardly_right_is_left_out_unless_the_report_is_about_it(parser: Parser):
    text = "Rebels shelled the town of Goma on Tuesday. In Nairobi, Kenya expelled the ambassador of Chad."
    assert len(coded(parser, text, right=YES).events) == 2
    assert [e.main for e in coded(parser, text, right=NO).events] == [True]


def test_confidence_is_the_readers_answer(parser: Parser):
    (event,) = coded(parser, "Rebels shelled the town of Goma on Tuesday.", right=NO).events
    assert event.confidence < 0.01


def test_what_only_says_which_presidents_is_no_party_of_its_own(parser: Parser):
    (event,) = coded(parser, "The presidents of Kenya and Ethiopia met in Rome on Tuesday.", actor=YES).events
    assert len(event.actors) == 2


def test_of_many_mentions_only_the_latest_may_be_one_with_a_new_one(parser: Parser):
    first = "Rebels shelled the town of Goma on Tuesday."
    others = "".join(f" In Bukavu, police beat {n} students on Monday." for n in range(3, 3 + BACK))
    again = " The attack on Goma on Tuesday killed three people."
    near, far = (coded(parser, first + between + again).events for between in (others[: len(others) // 8], others))
    assert [len(events[0].mentions) for events in (near, far)] == [3, 1]
