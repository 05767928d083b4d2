"""Who acts and who is acted upon: through the clauses around an act, and without those who only stand beside it."""

import pytest

from dateline.model.coding import Coding
from dateline.model.event import Event

DAY = "2024-05-02"  # a Thursday


def event_of(coding: Coding, type_: str) -> Event:
    return next(e for e in coding.events or () if e.type == type_)


def names(coding: Coding, ids: tuple[str, ...]) -> list[str]:
    actors = {a.id: a for a in coding.actors or ()}
    return [actors[i].name for i in ids]


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        pytest.param("Shells hit a depot run by Hezbollah fighters.", "ASSAULT", ["Hezbollah"], id="held by"),
        pytest.param(
            "Soldiers seized a cache of weapons belonging to Boko Haram.", "COERCE", ["Boko Haram"], id="belonging to"
        ),
        pytest.param(
            "Police fired tear gas to disperse the nurses in Lima.", "ASSAULT", ["nurses"], id="what force is for"
        ),
        pytest.param(
            "Traders threatened to block the port unless the ministry cut the fee.",
            "THREATEN",
            ["ministry"],
            id="unless",
        ),
        pytest.param(
            "Miners marched through the capital to denounce Zambia's new tax.", "PROTEST", ["Zambia"], id="protest"
        ),
        pytest.param("Togo's president flew to Accra for talks with rebels.", "CONSULT", ["rebels"], id="talks with"),
        pytest.param("Togo's president paid a visit to Accra.", "CONSULT", ["Ghana"], id="capital as host"),
        pytest.param("Norway promised Tirana two ferries.", "AGREE", ["Albania"], id="capital that is given to"),
        pytest.param("Chad cancelled a pact with Niger.", "SANCTION", ["Niger"], id="other side of a pact"),
    ],
)
def test_recipient_is_found_around_the_act(code, text, type_, recipients):
    coding = code(text, published=DAY)
    assert names(coding, event_of(coding, type_).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param("Kenya withdrew its troops on Monday.", "RETREAT", id="own forces"),
        pytest.param("Peru closed its embassy on Monday.", "SANCTION", id="own mission"),
        pytest.param("A rocket hit a school on Monday.", "ASSAULT", id="building"),
        pytest.param("The bomber blew himself up on Monday.", "ASSAULT", id="himself"),
        pytest.param("Sweden demanded the release of the editor.", "REQUEST", id="who is to be freed"),
        pytest.param("Shopkeepers marched in protest against the killing of two nuns.", "PROTEST", id="the victims"),
        pytest.param("Unicef will send doctors this week.", "AGREE", id="who is sent"),
    ],
)
def test_who_only_stands_beside_an_act_is_no_recipient(code, text, type_):
    assert event_of(code(text, published=DAY), type_).recipients == ()


def test_those_who_fell_in_a_battle_are_its_sides(code):
    coding = code("Seven soldiers died in a gun battle with rebels near Kidal.", published=DAY)
    event = event_of(coding, "ASSAULT")
    assert names(coding, event.actors) == ["soldiers", "rebels"]
    assert event.recipients == ()


def test_civilians_who_fell_in_a_battle_are_its_victims(code):
    coding = code("Five villagers were killed in a gunfight near Kidal.", published=DAY)
    assert names(coding, event_of(coding, "ASSAULT").recipients) == ["villagers"]


def test_host_of_a_guest_is_the_recipient(code):
    coding = code("The Danish envoy met Oman's foreign minister in Muscat on Monday.", published=DAY)
    event = event_of(coding, "CONSULT")
    assert names(coding, event.actors) == ["Danish envoy"]
    assert len(event.recipients) == 1


def test_who_issues_a_statement_is_the_one_who_demands(code):
    coding = code("Boko Haram sent out a letter urging Niger to lift a ban on motorcycles.", published=DAY)
    assert names(coding, event_of(coding, "REQUEST").actors) == ["Boko Haram"]


def test_who_answers_with_an_act_does_it(code):
    coding = code("Rebels took the port on Monday. The army responded with air strikes.", published=DAY)
    strikes = [e for e in coding.events or () if e.mode == "aerial"]
    assert [names(coding, e.actors) for e in strikes] == [["army"]]


def test_part_of_the_dead_are_no_second_victims(code):
    coding = code("A blast killed nine people, including three children, in Kabul.", published=DAY)
    event = event_of(coding, "ASSAULT")
    assert names(coding, event.recipients) == ["people"]
    assert [(q.kind, q.low) for q in event.quantities] == [("killed", 9.0), ("killed", 3.0)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen gunned down 12 farmers in Kano.", [12.0]),
        ("The junta hanged a teacher in Bamako.", [1.0]),
        ("The licences of 29 radio stations hung by a thread.", []),
    ],
    ids=["many", "one", "figure-of-speech"],
)
def test_verbs_of_death_count_their_objects_alone(code, text, killed):
    quantities = [q for e in code(text, published=DAY).events for q in e.quantities]
    assert [q.low for q in quantities if q.kind == "killed"] == killed


def test_object_is_not_the_subject_of_its_verb(code):
    coding = code("Kurdish fighters shelled the fighters west of Kirkuk.", published=DAY)
    event = event_of(coding, "ASSAULT")
    assert set(event.actors).isdisjoint(event.recipients)


def test_object_pronoun_is_not_the_subject_of_its_verb(code):
    coding = code("Ada Brun spoke on Monday. Jan Berg refused to see her.", published=DAY)
    actor = next(a for a in coding.actors or () if a.name == "Jan Berg")
    assert len(actor.mentions) == 1


def test_republic_with_a_nationality_is_a_country_of_its_own(code):
    coding = code("Ghana sent a letter to the young Gabonese republic on Monday.", published=DAY)
    countries = {a.country for a in coding.actors or ()}
    assert countries == {"GHA", "GAB"}


def test_name_in_apposition_outranks_the_tables(code):
    coding = code("The Chinese prime minister, Liu Zhenhua, resigned on Monday.", published=DAY)
    assert "Liu Zhenhua" in {a.name for a in coding.actors or ()}
    assert "Li Qiang" not in {a.name for a in coding.actors or ()}


@pytest.mark.parametrize(
    ("text", "type_", "content"),
    [
        pytest.param("Mali rejected a call for a truce.", "REJECT", "RETREAT", id="what a call is for"),
        pytest.param("Mali asked Chad for missiles.", "REQUEST", "AID", id="arms asked for"),
        pytest.param("The rebels declared a ceasefire on Monday.", "CONCEDE", "RETREAT", id="ceasefire"),
    ],
)
def test_content_is_what_the_answer_is_about(code, text, type_, content):
    event = event_of(code(text, published=DAY), type_)
    assert event.content is not None
    assert event.content.type == content


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Togo's new government refused. Prime Minister Jan Berg sent Benin nothing.", id="before"),
        pytest.param("Togo answered: Prime Minister Jan Berg sent Benin nothing.", id="same sentence"),
    ],
)
def test_official_belongs_to_the_state_that_acts_right_before(code, text):
    countries = {a.name: a.country for a in code(text, published=DAY).actors or ()}
    assert countries["Jan Berg"] == "TGO"
