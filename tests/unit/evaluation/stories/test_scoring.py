"""What a join scores: a perfect one everything, and each kind of fault where it belongs."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.evaluation.stories.placing import tellings
from dateline.evaluation.stories.plots import Stories, load_stories
from dateline.evaluation.stories.render import FIELDS, render_stories, stories_json
from dateline.evaluation.stories.scoring import APART, Join, StoryScores, score_stories, true_claims
from dateline.incidents.model import Claim, Incident, IncidentField

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def stories() -> Stories:
    return load_stories(ROOT / "gold" / "stories")


@pytest.fixture(scope="module")
def perfect(stories: Stories) -> Join:
    """A join that is right in everything."""
    events, main, roots = defaultdict(list), defaultdict(list), defaultdict(set)
    families: dict[str, set[str]] = defaultdict(set)
    family_roots: dict[str, set[str]] = defaultdict(set)
    for told in stories.reports:
        families[told.family].add(told.id)
        family_roots[told.family].add(told.root)
        main[told.main].append(told.id)
        for n, name in enumerate(tellings(told)):
            spans = tuple(m.span for m in told.marks if m.incident == name and not m.field)
            events[name].append((told.id, f"e{n}", spans))
            roots[name].add(told.root)
    claims = defaultdict(list)
    for true in true_claims(stories):
        value = float(true.value) if true.value.isdigit() else true.value
        claims[true.field[0]].append(
            Claim(
                incident=true.field[0], field=true.field[1], value=value, state=true.state, chosen=False, by="",
                roots=1, reports=tuple(true.spans), spans=tuple(true.spans.items()),
            )
        )  # fmt: skip
    incidents = [
        Incident(
            id=i.id, rule="standard@1", type=None, title=i.title, status="occurred", events=tuple(events[i.id]),
            reports=len(events[i.id]), roots=len(roots[i.id]), main_of=tuple(main[i.id]), confidence=1.0,
            fields={
                name: IncidentField(state=next((s for s in of.values() if s in APART), "agree"), value=None, by="")
                for name, of in i.states.items()
            },
        )
        for i in stories.incidents
    ]  # fmt: skip
    whole = [(frozenset(members), len(family_roots[name])) for name, members in families.items()]
    return Join(incidents=incidents, claims=claims, families=whole)


def accuracy(scores: StoryScores, field: str) -> float | None:
    return scores.tally(field).accuracy


def told_often(join: Join) -> tuple[Incident, list[Incident]]:
    """Return an incident of several tellings, and the others."""
    one = next(i for i in join.incidents if len(i.events) > 1)
    return one, [i for i in join.incidents if i is not one]


def missed_claims(stories: Stories, join: Join, name: str, claims: list[Claim]) -> int:
    return score_stories(stories, replace(join, claims={**join.claims, name: claims})).tally("claims").missed


def test_perfect_join_is_right_in_everything(stories: Stories, perfect: Join) -> None:
    scores = score_stories(stories, perfect)
    assert scores.coded == scores.told.f1 == scores.main.f1 == scores.shared == 1
    assert [accuracy(scores, field) for field in FIELDS] == [1] * len(FIELDS)


def test_what_is_no_act_is_not_scored(stories: Stories, perfect: Join) -> None:
    acts = {incident.id for incident in stories.acts}
    scores = score_stories(stories, replace(perfect, incidents=[i for i in perfect.incidents if i.id in acts]))
    assert len(acts) < len(stories.incidents)
    assert scores.coded == scores.told.f1 == accuracy(scores, "roots") == accuracy(scores, "claims") == 1


def test_two_incidents_taken_for_one_cost_precision(stories: Stories, perfect: Join) -> None:
    one, other, *rest = perfect.incidents
    both = replace(one, events=one.events + other.events, main_of=one.main_of + other.main_of)
    scores = score_stories(stories, replace(perfect, incidents=[both, *rest]))
    assert scores.told.precision < 1 == scores.told.recall
    assert scores.main.precision < 1


def test_report_left_out_costs_recall(stories: Stories, perfect: Join) -> None:
    one, rest = told_often(perfect)
    alone = replace(one, id="alone", events=one.events[:1], main_of=())
    scores = score_stories(stories, replace(perfect, incidents=[replace(one, events=one.events[1:]), alone, *rest]))
    assert scores.told.recall < 1 == scores.told.precision


def test_telling_without_event_is_not_coded(stories: Stories, perfect: Join) -> None:
    one, rest = told_often(perfect)
    scores = score_stories(stories, replace(perfect, incidents=[replace(one, events=one.events[1:]), *rest]))
    assert scores.coded < 1 == scores.told.f1


def test_contradictions_missed_and_invented(stories: Stories, perfect: Join) -> None:
    apart = next(i for i in perfect.incidents if any(f.state in APART for f in i.fields.values()))
    wrong = replace(apart, fields={"mode": IncidentField(state="conflict", value=None, by="")})
    rest = [i for i in perfect.incidents if i is not apart]
    counts = score_stories(stories, replace(perfect, incidents=[wrong, *rest])).tally("contradictions")
    assert (counts.missed > 0, counts.spurious) == (True, 1)


def test_claims_are_found_by_value_or_by_words(stories: Stories, perfect: Join) -> None:
    name, (first, *others) = next(iter(perfect.claims.items()))
    near = replace(first, value="other words", low=None, high=None)
    far = replace(near, spans=())
    found = [missed_claims(stories, perfect, name, [claim, *others]) for claim in (first, near, far)]
    assert found == [0, 0, 1]


def test_wrong_number_of_sources_and_a_lost_copy(stories: Stories, perfect: Join) -> None:
    told, rest = told_often(perfect)
    scores = score_stories(stories, replace(perfect, incidents=[replace(told, roots=99), *rest], families=[]))
    assert scores.tally("roots").wrong == 1
    assert scores.tally("families").recall == 0
    assert scores.tally("family roots").right == 0


def test_table_names_what_went_wrong(stories: Stories, perfect: Join) -> None:
    scores = score_stories(stories, replace(perfect, families=[]))
    assert "families" in render_stories(scores)
    assert "izmail-reuters-1 = izmail-standard" in render_stories(scores, errors=100)
    assert '"claims"' in stories_json(scores)
