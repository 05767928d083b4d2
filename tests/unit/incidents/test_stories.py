"""Which incident each report of a story is about."""

from dateline.incidents.stories import main_incidents

A, B, C = 1, 2, 3
STRIKE, BLAME, AID = 10, 11, 12
RANK = {STRIKE: 1, BLAME: 2, AID: 3}


TEXT = {A: 1, B: 2, C: 3, 4: 4}


def test_who_stands_alone_goes_with_the_others() -> None:
    told = {A: {STRIKE}, B: {STRIKE, BLAME}, C: {AID}}
    found = main_incidents([[A, B, C]], told, {A: STRIKE, B: BLAME, C: AID}, RANK, TEXT)
    assert found == {A: STRIKE, B: STRIKE, C: STRIKE}


def test_a_main_event_that_two_texts_share_is_kept_and_one_of_copies_alone_is_not() -> None:
    told = {A: {STRIKE}, B: {STRIKE, BLAME}, C: {STRIKE, BLAME}, 4: {STRIKE}}
    main = {A: STRIKE, B: BLAME, C: BLAME, 4: STRIKE}
    assert main_incidents([[A, B, C, 4]], told, main, RANK, TEXT) == main
    copies = {**TEXT, C: TEXT[B]}
    assert set(main_incidents([[A, B, C, 4]], told, main, RANK, copies).values()) == {STRIKE}


def test_a_report_that_tells_nothing_of_what_others_are_about_keeps_what_another_tells_too() -> None:
    told = {A: {STRIKE}, B: {STRIKE}, C: {STRIKE, AID}, 4: {AID}}
    main = {A: STRIKE, B: STRIKE, C: STRIKE, 4: AID}
    assert main_incidents([[A, B, C, 4]], told, main, RANK, TEXT) == main
    assert main_incidents([[A, B, C, 4]], {**told, 4: {AID, STRIKE}}, main, RANK, TEXT)[4] == STRIKE
    assert main_incidents([[A, B, C, 4]], {**told, C: {STRIKE}}, main, RANK, TEXT)[4] == STRIKE


def test_a_report_without_events_is_about_what_its_story_tells() -> None:
    assert main_incidents([[A, B]], {A: {STRIKE}}, {A: STRIKE}, RANK, TEXT) == {A: STRIKE, B: STRIKE}
    assert main_incidents([[A], [B]], {A: {STRIKE}}, {A: STRIKE}, RANK, TEXT) == {A: STRIKE}
