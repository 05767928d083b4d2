"""Sentences of whole reports: whose act, of which day and place, and what is none."""

import pytest

from dateline.model.coding import Coding
from dateline.model.event import Event

DAY = "2024-05-02"  # a Thursday


def only(coding: Coding) -> Event:
    assert coding.events is not None
    (event,) = coding.events
    return event


def names(coding: Coding, ids: tuple[str, ...]) -> list[str]:
    return [a.name for i in ids for a in coding.actors or () if a.id == i]


def test_teller_does_not_do_what_is_told(code):
    coding = code("Shells hit a clinic in Aden, nurses said, killing six.", published=DAY)
    event = only(coding)
    assert names(coding, event.actors) == []
    assert [(q.kind, q.low) for q in event.quantities] == [("killed", 6)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Presidents of Kenya and Ethiopia are scheduled to meet in Rome on Friday.", id="scheduled"),
        pytest.param("Leaders of Kenya and Ethiopia are due to hold talks in Rome on Friday.", id="due"),
    ],
)
def test_both_sides_plan_to_meet(code, text):
    coding = code(text, published=DAY)
    event = only(coding)
    assert (event.type, event.status, event.content and event.content.type) == ("AGREE", "planned", "CONSULT")
    assert len(event.actors) == 2
    assert event.start == "2024-05-03"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Police in Lagos held two men in connection with a bombing last year.", "COERCE", id="matter"),
        pytest.param(
            "The emir cancelled a trip to Abidjan, where leaders were to sign an accord on Saturday.",
            "REJECT",
            id="relative",
        ),
    ],
)
def test_days_of_inner_acts_date_no_outer_one(code, text, kind):
    (event,) = [e for e in code(text, published=DAY).events or () if e.type == kind]
    assert event.start is None


def test_what_followers_are_told_to_do_is_planned(code):
    event = only(code("The opposition leader told supporters to block the highway from Friday.", published=DAY))
    assert (event.type, event.status) == ("PROTEST", "planned")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The general vowed to fight until the last rebel lays down his arms.", ["THREATEN"], id="until"),
        pytest.param("Norway advised its citizens not to travel to Lebanon.", [], id="advice"),
        pytest.param("Snipers took up positions on rooftops in Kyiv.", ["MOBILIZE"], id="positions"),
        pytest.param("Government troops drove the rebels back from the airport.", ["ASSAULT"], id="drove back"),
        pytest.param("Israel strikes Gaza", ["ASSAULT"], id="headline"),
        pytest.param("Brazil hit China's exporters with tariffs on steel on Tuesday.", [], id="no blow"),
        pytest.param("Two militias clashed near Goma, leaving nine dead.", ["ASSAULT"], id="leaving dead"),
    ],
)
def test_what_is_an_event(code, text, expected):
    assert [e.type for e in code(text, published=DAY).events or () if e.type != "SANCTION"] == expected


def test_stopping_short_is_not_doing(code):
    assert only(code("Norway stopped short of criticising Chad.", published=DAY)).status == "negated"


def test_who_is_to_gain_is_not_asked(code):
    event = only(code("Ghana called for Mali to be provided with grain.", published=DAY))
    assert (event.type, event.recipients) == ("REQUEST", ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Belgorod Governor Asan Bekov said shelling had killed one person.", "Belgorod", id="title"),
        pytest.param("The mayor of Kharkiv said a missile hit a school.", "Kharkiv", id="of"),
        pytest.param("The president of France said a missile hit a school.", None, id="of a state"),
        pytest.param("The mayor of Kharkiv said a missile hit a school in Lviv.", "Lviv", id="own place"),
    ],
)
def test_an_official_speaks_of_the_own_area(code, text, place):
    coding = code(text, published=DAY)
    (event,) = [e for e in coding.events or () if e.type == "ASSAULT"]
    assert next((p.name for p in coding.places or () if p.id == event.place), None) == place


def test_talks_that_nobody_called_off_stand(code):
    text = "Neither side has cancelled the talks scheduled for Friday in Geneva."
    assert [h.status for h in code(text, published=DAY).scheduled or ()] == ["set"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Japan, South Korea agree to share intelligence", ["Japan", "South Korea"], id="comma"),
        pytest.param("Mali junta, rebels trade blame after ambush near Kidal", ["Mali junta", "rebels"], id="names"),
    ],
)
def test_both_subjects_of_a_headline_act(code, text, expected):
    coding = code(text, published=DAY)
    first = (coding.events or ())[0]
    assert names(coding, first.actors) == expected


def test_bare_gunmen_are_not_the_rebels_named_before(code):
    coding = code("Rebels burned a depot on Monday. Gunmen attacked a convoy on Tuesday.", published=DAY)
    assert [names(coding, e.actors) for e in coding.events or ()] == [["Rebels"], ["Gunmen"]]


def test_no_name_runs_over_a_comma(code):
    coding = code("Bandits stormed a village in Plateau state, police said.", published=DAY)
    assert "police" in [a.name for a in coding.actors or ()]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        pytest.param(
            "Russia, which flew 100 military advisers to Caracas in March, rejected a demand by Washington.",
            "MOBILIZE",
            "occurred",
            id="beside a denial",
        ),
        pytest.param("Kishida stopped short of offering a fresh apology to Seoul.", "CONCEDE", "negated", id="short"),
        pytest.param("He told supporters in Caracas to prepare for a march.", "PROTEST", "planned", id="prepare"),
        pytest.param("Kishida is expected to visit Seoul in the summer.", "AGREE", "planned", id="expected"),
    ],
)
def test_status_by_what_holds_the_act(code, text, kind, status):
    assert [(e.type, e.status) for e in code(text, published=DAY).events or () if e.type == kind] == [(kind, status)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Qatar said talks on the release of hostages were continuing.", ["CONSULT"], id="talks on"),
        pytest.param("Egypt allowed 17 wounded Palestinians to leave the Gaza Strip.", ["CONCEDE"], id="let leave"),
        pytest.param("Hamas fired rockets at Tel Aviv; most fell short and no one was hurt.", ["ASSAULT"], id="unhurt"),
        pytest.param("The premier refused to meet people holding a road hostage.", ["REJECT"], id="road"),
        pytest.param("Soldiers were evacuating the street.", [], id="street"),
        pytest.param("The assembly stripped the envoy of his immunity.", [], id="stripped"),
    ],
)
def test_what_is_let_be_or_only_spoken_of(code, text, expected):
    assert [e.type for e in code(text, published=DAY).events or () if e.type != "SANCTION"] == expected


def test_days_of_what_is_said_date_no_deed_beside_it(code):
    text = (
        "Washington reaffirmed that a treaty signed in 1951 covers public vessels, and deployed a destroyer to Manila."
    )
    (event,) = [e for e in code(text, published=DAY).events or () if e.type == "MOBILIZE"]
    assert event.start is None


def test_they_are_all_who_were_named_together(code):
    coding = code("Peru, Chile and Brazil said that they would impose sanctions on Chad.", published=DAY)
    assert names(coding, only(coding).actors) == ["Peru", "Chile", "Brazil"]


def test_all_who_say_so_are_voices(code):
    coding = code("French and Dutch officials said rebels attacked a convoy near Gao.", published=DAY)
    (event,) = [e for e in coding.events or () if e.type == "ASSAULT"]
    voices = tuple(a.actor for a in event.attribution if a.actor is not None)
    assert names(coding, voices) == ["French officials", "Dutch officials"]


def test_a_possessive_means_the_office_of_its_clause(code):
    text = "The director William Burns went to Doha. The UN secretary-general repeated his appeal for a ceasefire."
    coding = code(text, published=DAY)
    (event,) = [e for e in coding.events or () if e.type == "REQUEST"]
    assert names(coding, event.actors) == ["UN secretary-general"]


def test_owners_of_one_noun_all_take_part(code):
    coding = code("Leaders of Kenya and Ethiopia are due to meet in Rome on Friday.", published=DAY)
    (meeting,) = coding.scheduled or ()
    assert names(coding, meeting.participants) == ["Kenya Leaders", "Ethiopia Leaders"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Egypt allowed 17 wounded Palestinians to leave the Gaza Strip on Wednesday.", "CONCEDE", id="let"
        ),
        pytest.param(
            "Egypt opened the crossing on Wednesday, officials said, while Israeli jets struck a camp in Rafah.",
            "ASSAULT",
            id="told before",
        ),
    ],
)
def test_days_of_the_whole_sentence_date_its_acts(code, text, kind):
    (event,) = [e for e in code(text, published=DAY).events or () if e.type == kind]
    assert event.start == "2024-05-01"
