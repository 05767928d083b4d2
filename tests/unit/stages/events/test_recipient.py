"""Who is acted upon: each way of naming a recipient, and what the rest of a report adds."""

import pytest

from dateline.stages.events.who.recipient import WAYS

DAY = "2024-05-02"
# the reader of a way: a sentence, and the names of its recipients
CASES = {
    "met": ("Josip Babel visited Vienna on Tuesday for talks with Chancellor Karl Nehammer.", ["Karl Nehammer"]),
    "enabled": ("Austria supports a path for Serbia to join the alliance.", ["Serbia"]),
    "_by_role": ("The army recaptured the town of Tavna from the Free Front on Tuesday.", ["Free Front"]),
    "struck": ("A raid on Friday shook the Kurdish militia.", ["Kurdish militia"]),
    "helped": ("Norway donated $3 million on Tuesday to help Mali.", ["Mali"]),
    "aimed_at": ("Police fired tear gas on Tuesday to disperse teachers in Lima.", ["teachers"]),
    "warned": ("Pilots threatened on Tuesday to strike unless the government raised their pay.", ["government"]),
    "opposed": ("Nurses struck on Tuesday to protest against Mali's government.", ["Mali"]),
    "receiver_around": ("Finland announced a package worth 90 million euros for dams in Gambia.", ["Gambia"]),
    "_touched": ("Togo refused on Tuesday to lift its blockade of Benin.", ["Benin"]),
}


def recipients(coding):
    actors = {a.id: a.name for a in coding.actors}
    main = next(e for e in coding.events if e.main)
    return [actors[i] for i in main.recipients]


def test_every_way_has_its_case():
    assert sorted(CASES) == sorted(way.read.__name__ for way in WAYS)


@pytest.mark.parametrize("name", CASES)
def test_a_way_names_the_recipient(code, name):
    text, names = CASES[name]
    assert recipients(code(text, published=DAY)) == names


@pytest.mark.parametrize(
    ("text", "actors", "names"),
    [
        pytest.param(
            "Togo armed Free Front fighters in northern Benin with 500 rifles.",
            ["Togo"],
            ["Free Front fighters"],
            id="armed",
        ),
        pytest.param(
            "Norway pledged $9 million and Kenya $3 million for Chad.", ["Norway", "Kenya"], ["Chad"], id="gap"
        ),
        pytest.param(
            "Togo committed 9 million francs to help Liberia protect its forests.", ["Togo"], ["Liberia"], id="helped"
        ),
    ],
)
def test_words_of_giving_name_both_sides(code, text, actors, names):
    coding = code(text, published=DAY)
    known = {a.id: a.name for a in coding.actors}
    main = next(e for e in coding.events if e.main)
    assert ([known[i] for i in main.actors], [known[i] for i in main.recipients]) == (actors, names)
    (gift, *_) = coding.commitments
    assert (gift.event, known[gift.donor], known[gift.recipient]) == (main.id, actors[0], names[0])
