"""What the rules of the event stage make of a sentence by themselves: what is told, where, by whom, with what toll."""

import pytest

from dateline.stages.events.where.standing import Standing, only_refers

FILLER = "The gate was left open. "
RECALL = "Norway sent an envoy to Chad on Monday.\n\nThe envoy is a doctor.\n\n"


@pytest.fixture(scope="session")
def told(stage, scene_of):
    """Return a function that gives the mentions of a text."""
    return lambda text: stage.told(scene_of(text))


@pytest.fixture(scope="session")
def actors(stage, scene_of):
    """Return a function that gives the names of those who act in the first mention of a text."""

    def named(text):
        scene = scene_of(text)
        return [scene.index.actors[a].name for a in stage.told(scene)[0].actors]

    return named


def types(found):
    return [f.type for f in found]


def counts(found):
    return {q.kind: q.low for q in found.quantities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Gunmen attacked the barracks in Zinder on Tuesday. {FILLER}Two soldiers were killed.",
            [{"killed": 2}], id="two sentences on",
        ),
        pytest.param(
            f"Gunmen attacked the barracks in Zinder on Tuesday. {FILLER}The road is long. Two soldiers were killed.",
            [{}, {"killed": 2}], id="three sentences on",
        ),
        pytest.param(
            "Police arrested forty miners in Zinder on Tuesday. Two men were injured.",
            [{"arrested": 40, "injured": 2}], id="arrests",
        ),
        pytest.param(
            "Miners marched through Zinder on Tuesday. Two men were injured.", [{"injured": 2}], id="marches"
        ),
    ],
)  # fmt: skip
def test_the_dead_told_next_are_those_of_the_act_before(told, text, expected):
    assert [counts(f) for f in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param("More than 500 people have been killed in the war.", 0, id="a war's total"),
        pytest.param("Some 400 people have been killed in the war.", 1, id="too few for a total"),
    ],
)
def test_a_total_of_a_war_is_no_event(told, text, events):
    assert len(told(text)) == events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kenya, together with Chad, accused Niger of spying.", ["Kenya", "Chad"], id="together with"),
        pytest.param("Kenya, along with Chad, attacked the camp.", ["Kenya", "Chad"], id="along with"),
        pytest.param("Kenya jointly with Chad condemned the raid.", ["Kenya", "Chad"], id="jointly with"),
        pytest.param("Kenya, alongside Chad, condemned the raid.", ["Kenya", "Chad"], id="alongside"),
        pytest.param("Kenya struck the camp with Chad.", ["Kenya"], id="with alone may be against"),
    ],
)
def test_who_acts_alongside_acts_too(actors, text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(RECALL + "Attacks on convoys in Chad are a danger to trade.", ["CONSULT"], id="how things are"),
        pytest.param(RECALL + "Attacks on convoys in Chad were a danger.", ["CONSULT", "ASSAULT"], id="how they were"),
        pytest.param("Norway recalled its envoy in protest on Monday.", ["SANCTION"], id="in protest"),
        pytest.param("Norway backed Chad at the summit in Oslo.", ["SUPPORT"], id="only dates another act"),
        pytest.param("Norway, which supports Chad, sent an envoy.", ["CONSULT"], id="only describes"),
    ],
)
def test_what_only_names_or_describes_is_not_told(told, text, expected):
    assert types(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Gunmen shot a man at the gates of the port of the city of Odesa.", "Odesa", id="port of city of"),
        pytest.param(
            "Gunmen shot a man at the edge of the outskirts of the suburbs of the city of Zinder.", "Zinder", id="of of"
        ),
    ],
)
def test_a_place_is_found_through_the_nouns_that_lead_to_it(told, text, place):
    [found] = told(text)
    assert found.place is not None
    assert found.place.name == place


@pytest.mark.parametrize(
    ("words", "refers"),
    [
        pytest.param("the old eastern city of Maiduguri", True, id="fourteen tokens"),
        pytest.param("the large old eastern city of Maiduguri", False, id="fifteen tokens"),
    ],
)
def test_a_place_that_only_says_where_another_is(scene_of, words, refers):
    text = f"Gunmen attacked a market in Gubio, some 35 kilometers (22 miles) outside {words}."
    scene = scene_of(text)
    part, whole = (
        Standing(scene.doc.head_of(span).i, place, span, "in")
        for name in ("Gubio", "Maiduguri")
        for place in scene.draft.places
        for span in place.mentions
        if text[slice(*span)] == name
    )
    assert only_refers(scene, whole, part) == refers
