"""Which incident each report of a story is about."""

from dateline.incidents.stories import main_incidents

A, B, C = 1, 2, 3
STRIKE, BLAME, AID = 10, 11, 12
RANK = {STRIKE: 1, BLAME: 2, AID: 3}


def test_who_stands_alone_goes_with_the_others() -> None:
    told = {A: {STRIKE}, B: {STRIKE, BLAME}, C: {AID}}
    found = main_incidents([[A, B, C]], told, {A: STRIKE, B: BLAME, C: AID}, RANK)
    assert found == {A: STRIKE, B: STRIKE, C: STRIKE}


def test_a_main_event_that_two_reports_share_is_kept() -> None:
    told = {A: {STRIKE}, B: {BLAME}, C: {BLAME}, 4: {STRIKE}}
    main = {A: STRIKE, B: BLAME, C: BLAME, 4: STRIKE}
    assert main_incidents([[A, B, C, 4]], told, main, RANK) == main


def test_a_report_without_events_is_about_what_its_story_tells() -> None:
    assert main_incidents([[A, B]], {A: {STRIKE}}, {A: STRIKE}, RANK) == {A: STRIKE, B: STRIKE}
    assert main_incidents([[A], [B]], {A: {STRIKE}}, {A: STRIKE}, RANK) == {A: STRIKE}
