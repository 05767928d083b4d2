import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import GoldError
from dateline.evaluation import GoldSet, evaluate, read_codings, render_json, render_text
from dateline.model.coding import Coding

from .perfect import perfect

Breakage = Callable[[Coding], Coding]


def first_event(**changes: object) -> Breakage:
    def change(coding: Coding) -> Coding:
        assert coding.events is not None
        return replace(coding, events=(replace(coding.events[0], **changes), *coding.events[1:]))  # type: ignore[arg-type]

    return change


def swap_roles(coding: Coding) -> Coding:
    assert coding.events is not None
    event = coding.events[0]
    return first_event(actors=event.recipients, recipients=event.actors)(coding)


def drop_event(coding: Coding) -> Coding:
    assert coding.events is not None
    return replace(coding, events=coding.events[1:])


def repeat_event(coding: Coding) -> Coding:
    assert coding.events is not None
    return replace(coding, events=(*coding.events, replace(coding.events[0], id="e9")))


def split_chain(coding: Coding) -> Coding:
    assert coding.actors is not None
    army = next(a for a in coding.actors if len(a.mentions) == 2)
    parts = (replace(army, mentions=army.mentions[:1]), replace(army, id="a9", mentions=army.mentions[1:]))
    return replace(coding, actors=(*(a for a in coding.actors if a is not army), *parts))


def wrong_place(coding: Coding) -> Coding:
    assert coding.places is not None
    return replace(coding, places=tuple(replace(p, country="TUR") for p in coding.places))


def other_speaker(coding: Coding) -> Coding:
    assert coding.statements is not None
    return replace(coding, statements=tuple(replace(s, speaker_span=(0, 6)) for s in coding.statements))


def test_agreeing_coding_is_right_in_everything(small: GoldSet) -> None:
    scores = evaluate([perfect(case) for case in small.cases], small)
    assert {o.verdict for o in scores.outcomes} <= {"right", "agreed"}
    figures = {k: v for k, v in scores.figures.items() if not k.endswith(".ece")}
    assert set(figures.values()) == {1.0}
    assert figures.keys() >= {"events.type.f1", "events.quantities.f1", "commitments.amount.f1", "actors.coref.conll"}


@pytest.mark.parametrize(
    ("breakage", "figures"),
    [
        pytest.param(swap_roles, {"events.actors.f1", "events.recipients.f1"}, id="actor-and-recipient-swapped"),
        pytest.param(drop_event, {"events.found.f1", "events.type.f1"}, id="event-dropped"),
        pytest.param(repeat_event, {"events.found.f1"}, id="event-told-twice"),
        pytest.param(first_event(status="planned"), {"events.status.f1"}, id="status-flipped"),
        pytest.param(first_event(factuality=-3.0), {"events.factuality.f1"}, id="factuality-flipped"),
        pytest.param(first_event(type="COERCE", mode="seize"), {"events.type.f1", "events.mode.f1"}, id="type-changed"),
        pytest.param(first_event(start="2024-05-06"), {"events.start.f1"}, id="week-later"),
        pytest.param(first_event(place=None, place_span=None), {"events.place.f1"}, id="place-lost"),
        pytest.param(first_event(quantities=()), {"events.quantities.f1"}, id="dead-lost"),
        pytest.param(first_event(acled=None), {"events.acled.f1"}, id="acled-lost"),
        pytest.param(first_event(attribution=()), {"events.attribution.f1"}, id="voice-lost"),
        pytest.param(split_chain, {"actors.coref.muc", "actors.coref.conll"}, id="chain-split"),
        pytest.param(wrong_place, {"places.country.f1", "events.place country.f1"}, id="country-of-place"),
        pytest.param(other_speaker, {"statements.speaker.f1"}, id="speaker-changed"),
    ],
)
def test_breakage_is_noticed(small: GoldSet, breakage: Breakage, figures: set[str]) -> None:
    scores = evaluate([breakage(perfect(case)) for case in small.cases], small)
    fallen = {name for name, value in scores.figures.items() if value < 1.0 and not name.endswith(".ece")}
    assert fallen >= figures


def test_types_confused_are_counted(small: GoldSet) -> None:
    scores = evaluate([first_event(type="COERCE")(perfect(case)) for case in small.cases], small)
    assert scores.confusion[("ASSAULT", "COERCE")] == 1
    assert scores.tallies["event types"]["ASSAULT"].missed == 1
    assert scores.tallies["event types"]["COERCE"].spurious == 1
    assert "ASSAULT    coded as COERCE" in render_text(scores)


def test_overconfidence_shows_in_calibration(small: GoldSet) -> None:
    scores = evaluate([first_event(status="denied")(perfect(case)) for case in small.cases], small)
    events = next(c for c in scores.calibration if c.layer == "events")
    assert (events.n, events.error) == (2, 0.5)


def test_incomplete_layer_is_scored_for_recall_alone(small: GoldSet) -> None:
    partial = replace(small, cases=tuple(replace(case, complete=frozenset()) for case in small.cases))
    scores = evaluate([repeat_event(perfect(case)) for case in partial.cases], partial)
    assert scores.figures["events.found.f1"] == 1.0


def test_failed_report_is_listed_and_counts_as_nothing_found(small: GoldSet) -> None:
    coding = perfect(small.cases[0])
    failed = Coding(report=replace(coding.report, coded=False, error="too long"))
    scores = evaluate([failed], small)
    assert scores.failed == ("depot",)
    assert scores.figures["events.found.f1"] == 0.0


def test_codings_of_other_coders_are_read_from_json(small: GoldSet) -> None:
    line = '{"report": {"id": "depot", "text": %s}, "events": []}'
    text = small.cases[0].text.replace('"', '\\"')
    scores = evaluate(read_codings([line % f'"{text}"']), small)
    assert scores.tallies["events"]["found"].missed == 2


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param([], "has no coding", id="missing"),
        pytest.param(['{"report": {"id": "depot", "text": "other"}}'], "another text", id="other-text"),
        pytest.param(['{"report": 1}'], "line 1 of the codings", id="broken"),
    ],
)
def test_unfit_codings_are_refused(small: GoldSet, lines: list[str], message: str) -> None:
    with pytest.raises(GoldError, match=message):
        evaluate(read_codings(lines), small)


def test_json_holds_the_same_figures_as_the_scores(small: GoldSet) -> None:
    document = json.loads(render_json(evaluate([perfect(case) for case in small.cases], small)))
    assert document["layers"]["events"]["type"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "accuracy": 1.0, "n": 2}
    assert document["coref"]["conll"] == 1.0


def test_errors_are_listed_with_case_and_values(small: GoldSet) -> None:
    scores = evaluate([first_event(status="denied")(perfect(case)) for case in small.cases], small)
    assert "depot" in render_text(scores, errors=5).split("events.status: 1 errors")[1]
