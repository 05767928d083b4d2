"""What a report's sentences become as events: type, parties, status, day, place, numbers, voices."""

import pytest

from dateline.model.coding import Coding
from dateline.model.event import Event

DAY = "2024-05-02"  # a Thursday


def main_event(coding: Coding) -> Event:
    assert coding.events, "no event was found"
    return next(e for e in coding.events if e.main)


def countries(coding: Coding, ids: tuple[str, ...]) -> list[str | None]:
    actors = {a.id: a for a in coding.actors or ()}
    return [actors[i].country for i in ids]


def names(coding: Coding, ids: tuple[str, ...]) -> list[str]:
    actors = {a.id: a for a in coding.actors or ()}
    return [actors[i].name for i in ids]


@pytest.mark.parametrize(
    ("text", "type_", "content"),
    [
        pytest.param("Kenya agreed on Tuesday to withdraw its troops from Somalia.", "AGREE", "RETREAT", id="agree"),
        pytest.param("Kenya refused on Tuesday to withdraw troops from Somalia.", "REJECT", "RETREAT", id="refuse"),
        pytest.param("Kenya threatened on Tuesday to attack Somalia.", "THREATEN", "ASSAULT", id="threatened"),
        pytest.param("Kenya asked Somalia on Tuesday to release two fishermen.", "REQUEST", "RETREAT", id="asked"),
        pytest.param("Chad called on Tuesday for a ceasefire in Darfur.", "REQUEST", "RETREAT", id="noun"),
    ],
)
def test_speech_act_outranks_what_it_speaks_of(code, text, type_, content):
    coding = code(text, published=DAY)
    event = main_event(coding)
    assert (event.type, event.content and event.content.type) == (type_, content)
    assert content not in [e.type for e in coding.events]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        pytest.param("The king will visit Oman in July.", "AGREE", "planned", id="to come"),
        pytest.param("Peru said it will not lift its sanctions on Ecuador.", "REJECT", "occurred", id="will not"),
        pytest.param(
            "Austria announced that it would expel two Russian diplomats.", "SANCTION", "planned", id="measure"
        ),
        pytest.param("Iran said it would attack Israel.", "THREATEN", "occurred", id="force"),
        pytest.param("Police did not arrest the protesters.", "COERCE", "negated", id="negated"),
        pytest.param("The army denied that it had shelled the hospital.", "ASSAULT", "denied", id="denied"),
        pytest.param("The two ministers are meeting in Vienna.", "CONSULT", "ongoing", id="under way"),
        pytest.param("Gunmen tried to kill the mayor of Sabha on Monday.", "ASSAULT", "attempted", id="attempted"),
    ],
)
def test_status_follows_the_words(code, text, type_, status):
    event = main_event(code(text, published=DAY))
    assert (event.type, event.status) == (type_, status)


def test_factuality_keeps_step_with_status(code):
    denied = main_event(code("The army denied that it had shelled the hospital.", published=DAY))
    negated = main_event(code("Police did not arrest the protesters.", published=DAY))
    told = main_event(code("Police arrested the protesters.", published=DAY))
    assert negated.factuality <= -2 < denied.factuality < told.factuality


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        pytest.param("Turkey shelled Syria on Monday.", "TUR", "SYR", id="active"),
        pytest.param("Syria was shelled by Turkey on Monday.", "TUR", "SYR", id="passive"),
        pytest.param("The shelling of Syria by Turkey went on.", "TUR", "SYR", id="noun with of and by"),
        pytest.param("Turkey carried out air strikes on Syria on Monday.", "TUR", "SYR", id="light verb"),
        pytest.param("Turkish air strikes on Syria continued.", "TUR", "SYR", id="nationality"),
        pytest.param("Turkey vowed on Monday to punish Syria.", "TUR", "SYR", id="control"),
    ],
)
def test_parties_are_found_however_the_act_is_told(code, text, actor, recipient):
    coding = code(text, published=DAY)
    event = main_event(coding)
    assert actor in countries(coding, event.actors)
    assert recipient in countries(coding, event.recipients)
    assert actor not in countries(coding, event.recipients)


def test_both_sides_of_talks_are_actors(code):
    coding = code("Chile and Bolivia held talks in Lima on Monday.", published=DAY)
    event = main_event(coding)
    assert set(countries(coding, event.actors)) == {"CHL", "BOL"}
    assert event.recipients == ()


def test_unclaimed_strike_is_given_to_no_side(code):
    coding = code("Drones hit an oil depot in Oryol on Monday.", published=DAY)
    assert main_event(coding).actors == ()


def test_host_is_recipient_and_place_is_where_the_visit_went(code):
    coding = code("Denmark's foreign minister visited Nairobi on Wednesday.", published=DAY)
    event = main_event(coding)
    places = {p.id: p.name for p in coding.places}
    assert (event.type, event.mode, places[event.place]) == ("CONSULT", "visit", "Nairobi")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("Drones attacked the port of Odesa on Monday.", "drone", id="drone"),
        pytest.param("Militants attacked the base with mortars on Monday.", "heavy-weapons", id="mortars"),
        pytest.param("A car bomb killed five soldiers in Mosul on Monday.", "explosives", id="car bomb"),
    ],
)
def test_mode_follows_the_weapon(code, text, mode):
    assert main_event(code(text, published=DAY)).mode == mode


def test_deaths_are_numbers_of_the_attack_they_are_told_with(code):
    coding = code("Rebels raided a village near Bunia on Monday, killing three elders.", published=DAY)
    assert [e.type for e in coding.events] == ["ASSAULT"]
    assert [(q.kind, q.low, q.high) for q in coding.events[0].quantities] == [("killed", 3, 3)]


def test_nobody_hurt_is_a_zero_and_no_negated_event(code):
    coding = code("Gunmen attacked a convoy near Gao on Tuesday; nobody was injured.", published=DAY)
    assert [(e.type, e.status) for e in coding.events] == [("ASSAULT", "occurred")]
    assert [(q.kind, q.low, q.high) for q in coding.events[0].quantities] == [("injured", 0, 0)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Ukraine shot down all 12 drones launched by Russia overnight.", "prevented", id="all"),
        pytest.param(
            "Russia launched 20 drones at Odesa overnight; air defences intercepted 18 of them.", "occurred", id="some"
        ),
    ],
)
def test_interception_is_the_status_of_the_launch(code, text, status):
    coding = code(text, published=DAY)
    assert [(e.type, e.status) for e in coding.events] == [("ASSAULT", status)]
    assert countries(coding, coding.events[0].actors) == ["RUS"]


def test_one_event_for_each_place_that_was_hit(code):
    coding = code("Syrian artillery shelled Inkhil, Nawa and Tafas on Sunday.", published=DAY)
    places = {p.id: p.name for p in coding.places}
    assert [places[e.place] for e in coding.events] == ["Inkhil", "Nawa", "Tafas"]
    assert len({e.id for e in coding.events}) == 3


def test_headline_and_lead_that_repeats_it_give_one_event(code):
    text = "Gunmen kidnap priest in Kaduna\n\nGunmen kidnapped a priest in Kaduna on Tuesday, police said."
    coding = code(text, published=DAY)
    assert [e.type for e in coding.events] == ["ASSAULT"]
    assert len(coding.events[0].mentions) == 2


@pytest.mark.parametrize(
    ("headline", "lead", "count"),
    [
        pytest.param(
            "Gunmen kidnap five engineers in Rivers state",
            "Armed men abducted five oil engineers from a houseboat in Rivers state on Tuesday, police said.",
            1, id="other-nouns",
        ),
        pytest.param(
            "Moscow summons Polish envoy over statue",
            "Russia's foreign ministry summoned Poland's ambassador on Tuesday over the removal of a memorial.",
            1, id="metonym-and-body",
        ),
        pytest.param(
            "Israeli jets bomb Gaza depot",
            "Lebanese militiamen bombed a depot in Sidon on Monday.",
            2, id="other-parties",
        ),
    ],
)  # fmt: skip
def test_headline_joins_the_lead_that_names_its_parties_otherwise(code, headline, lead, count):
    coding = code(f"{headline}\n\nLAGOS, May 4 (Example Wire) - {lead}", published="2011-05-04")
    assert len(coding.events) == count


def test_relative_clause_goes_on_with_the_attack(code):
    text = "The incursions launched by rebel fighters, who carried out raids inside Tavria, alarmed Kyiv."
    (event,) = [e for e in code(text, published=DAY).events if e.type == "ASSAULT"]
    assert len(event.mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("France, alongside Germany and Japan, rejected the plan.", id="alongside"),
        pytest.param("France, together with Germany and Japan, rejected the plan.", id="together-with"),
    ],
)
def test_companions_act_too(code, text):
    coding = code(text, published=DAY)
    assert countries(coding, main_event(coding).actors) == ["FRA", "DEU", "JPN"]


def test_who_is_to_do_what_is_backed_is_the_recipient(code):
    coding = code("Norway supports a path for Georgia to join NATO.", published=DAY)
    assert countries(coding, main_event(coding).recipients) == ["GEO"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param(
            "Kenya agreed to send doctors to the camps near Juba. Uganda refused.",
            "Kenya agreed to send doctors to the camps near Juba", id="end",
        ),
        pytest.param("Without a word, the tired rebels shelled Goma.", "the tired rebels shelled Goma", id="start"),
    ],
)  # fmt: skip
def test_quotation_of_an_event_is_a_whole_phrase(code, text, quote):
    assert main_event(code(text, published=DAY)).quote() == quote


def test_headline_has_the_voice_of_its_lead(code):
    text = "Drones kill two guards in Odesa\n\nDrones killed two guards in Odesa on Tuesday, the governor said."
    (event,) = code(text, published=DAY).events
    assert len(event.attribution) == 1


def test_headline_has_no_voice_of_a_later_remark(code):
    text = (
        "Drones kill two guards in Odesa\n\nThe port was shut on Tuesday. Trains stood still. Shops were empty.\n\n"
        "The mayor said drones killed two guards in Odesa."
    )
    (event,) = code(text, published=DAY).events
    assert event.attribution == ()


def test_later_noun_joins_the_event_it_points_to(code):
    text = "Insurgents attacked a barracks in Mopti on Monday. The attack lasted three hours."
    coding = code(text, published=DAY)
    assert len(coding.events) == 1
    assert len(coding.events[0].mentions) == 2


def test_coordinated_days_are_one_stretch(code):
    event = main_event(code("NATO ministers are meeting in Oslo on Wednesday and Thursday.", published=DAY))
    assert (event.start, event.end) == ("2024-05-01", "2024-05-02")


def test_attribution_names_the_voice_and_the_report_itself_has_none(code):
    said = code("Shelling killed two people in Sumy on Monday, the governor said.", published=DAY)
    told = code("Shelling killed two people in Sumy on Monday.", published=DAY)
    assert names(said, tuple(a.actor for a in main_event(said).attribution if a.actor))
    assert main_event(told).attribution == ()


def test_link_says_which_act_answers_which(code):
    text = "Armenia expelled two diplomats on Monday in response to the arrest of a journalist in Baku."
    coding = code(text, published=DAY)
    answer = next(e for e in coding.events if e.links)
    assert answer.links[0].type == "response-to"
    assert next(e for e in coding.events if e.id == answer.links[0].event).type == "COERCE"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Four workers were killed when a boiler exploded at a factory in Pune.", id="accident"),
        pytest.param("In the film, rebels storm a palace and kill the king.", id="film"),
        pytest.param("The strength of the attacks points to an escalation of the war.", id="opinion"),
        pytest.param("The leaders will discuss trade at the July summit.\n\nRain fell.", id="bare summit"),
    ],
)
def test_no_violence_is_made_of_what_is_none(code, text):
    assert not [e for e in code(text, published=DAY).events if e.type in ("ASSAULT", "PROTEST", "COERCE")]


def test_every_field_with_a_value_has_its_origin(code):
    coding = code("Turkish drones killed two Kurdish fighters near Kobani on Monday.", published=DAY)
    event = main_event(coding)
    for field in ("type", "mode", "recipients", "place", "start", "status", "cameo"):
        origin = event.evidence[field]
        assert origin.spans or origin.rule, field
    assert event.acled or event.evidence["acled"].note


def place_words(coding: Coding, event: Event) -> str | None:
    return None if event.place_span is None else coding.report.text[slice(*event.place_span)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Troops captured a rebel courier in Todeeville, northeast of Monrovia.", "Todeeville", id="beside"
        ),
        pytest.param("Gunmen attacked a market in Gubio (Gubio LGA, Borno state) on Monday.", "Gubio", id="brackets"),
        pytest.param("A bomb exploded in Baghdad's Doura district on Monday.", "Doura district", id="part"),
        pytest.param("Workers from Vilvoorde demonstrated in Brussels on Friday.", "Brussels", id="origin"),
        pytest.param("Detainees at Guantanamo Bay were captured in Kabul by soldiers.", "Kabul", id="with a party"),
        pytest.param("Rebels seized control of Bunagana on Monday.", "Bunagana", id="held by a noun"),
        pytest.param("Gunmen shot and injured a doctor in Pattani on Tuesday.", "Pattani", id="shared object"),
        pytest.param("Police shot a man at a Jerusalem roadblock on Thursday.", "Jerusalem", id="noun of a place"),
        pytest.param("British troops captured Gibraltar from Spain.", "Gibraltar", id="taken from"),
    ],
)
def test_place_is_that_of_the_act(code, text, words):
    coding = code(text, published=DAY)
    assert place_words(coding, main_event(coding)) == words


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param("Gunmen raided Gubio on Monday. Four soldiers and six attackers were killed.", [4, 6], id="next"),
        pytest.param("Rebels raided a post in Bunia. Two soldiers were reported killed.", [2], id="reported killed"),
        pytest.param("Rebels shelled Bunia on Monday. No fatalities were reported.", [0], id="none"),
        pytest.param("Gunmen shot dead a teacher in Bunia on Monday.", [1], id="one"),
        pytest.param("Rebels shelled Bunia on Monday. There were no casualties.", [], id="not split"),
    ],
)
def test_the_dead_of_an_act_are_its_own(code, text, killed):
    coding = code(text, published=DAY)
    assert [q.low for q in main_event(coding).quantities if q.kind == "killed"] == killed


def test_what_happened_hours_before_is_another_event(code):
    coding = code(
        "Two reporters were killed on Monday in Bunia, hours after four officials were shot dead.", published=DAY
    )
    assert (
        sorted(q.low for e in coding.events for q in e.quantities if q.kind == "killed" and len(e.quantities) > 1) == []
    )


def test_first_and_last_day_are_one_stretch(code):
    coding = code("Between 20 and 22 April 2024, rebels attacked villages near Oicha.", published=DAY)
    event = main_event(coding)
    assert (event.start, event.end) == ("2024-04-20", "2024-04-22")


def test_a_month_is_no_march(code):
    coding = code("On 27 March, fighters attacked a base of the African Union in Bunia.", published=DAY)
    assert main_event(coding).type == "ASSAULT"
