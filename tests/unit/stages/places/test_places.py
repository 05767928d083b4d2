"""The places stage: which words are places, which place they mean, and how precisely."""

import pytest

from dateline.draft import Draft
from dateline.gazetteer.reader import Entry, open_default
from dateline.lexicon.world.places import load_place_words
from dateline.model.entities import Place
from dateline.model.report import Report
from dateline.parse.parser import Parser
from dateline.stages.places import PlaceStage
from dateline.stages.places.resolve import Group, candidates, rank

STAGE = PlaceStage()


class Coded:
    """A text with its places, and questions that tests ask."""

    def __init__(self, parser: Parser, text: str) -> None:
        self.text = text
        self.places = STAGE(Draft(report=Report(id="r", text=text), document=parser.parse(text))).places

    def at(self, words: str) -> Place | None:
        """Return the place of which these words are a mention."""
        start = self.text.index(words)
        return next((p for p in self.places if (start, start + len(words)) in p.mentions), None)

    def names(self) -> list[str]:
        return [self.text[s:e] for p in self.places for s, e in p.mentions]


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1", "precision"),
    [
        pytest.param(
            "Shells fell on Robotyne in the Zaporizhzhia region overnight.",
            "Zaporizhzhia region",
            "UKR",
            "Zaporizhzhia Oblast",
            "province",
            id="class-word-makes-a-province",
        ),
        pytest.param(
            "Two people were hurt in Zaporizhzhia, officials in Kyiv said.",
            "Zaporizhzhia",
            "UKR",
            "Zaporizhzhia Oblast",
            "town",
            id="bare-name-is-the-town",
        ),
        pytest.param(
            "Power went out across the Donetsk, Luhansk and Kherson regions.",
            "Luhansk",
            "UKR",
            "Luhansk Oblast",
            "province",
            id="class-word-in-the-plural",
        ),
        pytest.param(
            "A plant burned down in Alexandria, Louisiana, on Friday.",
            "Alexandria",
            "USA",
            "Louisiana",
            "town",
            id="stated-container",
        ),
        pytest.param(
            "Cairo and Alexandria saw protests, Egypt's police said.",
            "Alexandria",
            "EGY",
            None,
            "town",
            id="other-places-decide",
        ),
        pytest.param(
            "Syria's Idlib was bombed, as was Aleppo.",
            "Aleppo",
            "SYR",
            None,
            "town",
            id="genitive-container",
        ),
        pytest.param(
            "The Kremlin was calm, and Moscow too.", "Kremlin", "RUS", "Moscow", "site", id="metonym-has-coordinates"
        ),
        pytest.param("A tanker was boarded in the Red Sea.", "Red Sea", None, None, "water", id="sea"),
        pytest.param("Rebels hold much of Darfur.", "Darfur", "SDN", "Darfur", "region", id="informal-region"),
        pytest.param(
            "U.S. officials met in Tbilisi, Georgia.", "Georgia", "GEO", None, "country", id="georgia-the-country"
        ),
        pytest.param(
            "Deputies in Atlanta and Macon, Georgia, made arrests.",
            "Georgia",
            "USA",
            "Georgia",
            "province",
            id="georgia-the-state",
        ),
        pytest.param(
            "Jets struck Khan Younis and Rafah.", "Khan Younis", "PSE", "Gaza Strip", "town", id="two-word-town"
        ),
        pytest.param(
            "Militants raided Achin district in Nangarhar.", "Achin district", "AFG", None, "district", id="district"
        ),
    ],
)
def test_place_is_found_and_resolved(
    parser: Parser, text: str, words: str, country: str | None, admin1: str | None, precision: str
) -> None:
    place = Coded(parser, text).at(words)
    assert place is not None
    assert (place.country, place.precision) == (country, precision)
    assert admin1 is None or place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Kelly Paris told reporters that the plan had failed.", "Paris", id="surname"),
        pytest.param("The Bank of England kept rates unchanged.", "England", id="institution"),
        pytest.param("Ukrainian and Syrian envoys met.", "Ukrainian", id="adjective"),
        pytest.param("Reading the report took him an hour.", "Reading", id="ordinary-word"),
        pytest.param("He lives at 12 Memphis Street with his mother.", "Memphis", id="street"),
        pytest.param(
            "The Balochistan Liberation Army said that it was behind the blast.", "Balochistan", id="armed-group"
        ),
        pytest.param("The paper quoted the New York Times.", "New York", id="newspaper"),
        pytest.param("Gunmen fired Grad rockets on Sunday.", "Grad", id="weapon"),
    ],
)
def test_other_names_are_no_places(parser: Parser, text: str, words: str) -> None:
    assert all(words not in name for name in Coded(parser, text).names())


def test_offset_gives_a_point_and_the_town(parser: Parser) -> None:
    coded = Coded(parser, "Troops advanced 30 km east of Bakhmut on Tuesday.")
    point, town = coded.at("30 km east of Bakhmut"), coded.at("Bakhmut")
    assert point is not None
    assert town is not None
    assert point.rule == "places/offset"
    assert None not in (point.lat, point.lon, town.lat, town.lon)
    assert (point.lon or 0) - (town.lon or 0) == pytest.approx(0.408, abs=0.01)  # 30 km at 48.6 degrees north
    assert point.lat == pytest.approx(town.lat, abs=0.01)
    assert point.radius_km == 9.0


def test_unlisted_village_lies_in_its_province(parser: Parser) -> None:
    place = Coded(parser, "Gunmen burned the village of Dan Gurbila in Nigeria's Katsina State.").at("Dan Gurbila")
    assert place is not None
    assert (place.name, place.country, place.precision, place.rule) == (
        "Dan Gurbila",
        "NGA",
        "province",
        "places/unlisted",
    )


def test_spellings_of_one_place_are_one_record(parser: Parser) -> None:
    coded = Coded(parser, "Kyiv was quiet on Monday. Sirens in Kiev stopped at noon, people in Kyiv said.")
    assert [len(p.mentions) for p in coded.places] == [3]
    assert coded.places[0].feature == "PPLC"


def test_ambiguous_name_keeps_its_rivals(parser: Parser) -> None:
    place = Coded(parser, "The meeting in Springfield ended early.").at("Springfield")
    assert place is not None
    assert place.confidence < 0.7
    assert len(place.candidates) >= 2
    assert sum(c.score for c in place.candidates) < 1


def test_ids_follow_the_text_and_spans_are_exact(parser: Parser) -> None:
    coded = Coded(parser, "From Goma the rebels marched to Sake, and from Sake to Minova.")
    assert [p.id for p in coded.places] == [f"p{n}" for n in range(1, len(coded.places) + 1)]
    assert coded.names() == ["Goma", "Sake", "Sake", "Minova"]


def test_text_without_places_gives_an_empty_layer(parser: Parser) -> None:
    assert Coded(parser, "Nobody said anything.").places == ()
    assert Coded(parser, "").places == ()


def test_candidates_of_one_name_follow_the_wish_for_a_country() -> None:
    entries = open_default().look_up("Tripoli")
    assert candidates(entries, near="LBN")[0].entry.country == "LBN"
    assert candidates(entries)[0].entry.country == "LBY"
    assert sum(c.score for c in candidates(entries)) == pytest.approx(1.0)


def test_words_are_loaded_once() -> None:
    assert load_place_words() is load_place_words()


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "rule"),
    [
        pytest.param(
            "Fighters captured Bossaso town in Somalia.", "Bossaso", "Bosaso", "SOM", "places/spelling", id="spelling"
        ),
        pytest.param(
            "A bomb went off in Zafaraniyah district in southern Baghdad.",
            "Zafaraniyah",
            None,
            "IRQ",
            None,
            id="district",
        ),
        pytest.param(
            "Rebels fought at Todeeville, northeast of Monrovia.",
            "Todeeville",
            "Todeeville",
            "LBR",
            "places/unlisted",
            id="beside",
        ),
        pytest.param(
            "Gunmen attacked the village of Xaradheer on Monday.",
            "Xaradheer",
            "Xaradheer",
            None,
            "places/unplaced",
            id="name alone",
        ),
        pytest.param(
            "Taliban fighters took Mazar-e-Sharif in Afghanistan.",
            "Mazar-e-Sharif",
            "Mazar-e Sharif",
            "AFG",
            None,
            id="bound",
        ),
    ],
)
def test_names_that_the_gazetteer_lacks_or_spells_otherwise(parser, text, words, name, country, rule):
    place = Coded(parser, text).at(words)
    assert place is not None
    assert place.country == country
    assert name is None or place.name == name
    assert rule is None or place.rule == rule


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Department of Homeworthy Affairs replied on Monday.", id="department"),
        pytest.param("Most schools in Northern towns were closed.", id="direction"),
    ],
)
def test_other_capitalised_names_are_no_places(parser, text):
    assert Coded(parser, text).names() == []


def test_brackets_hold_the_containers(parser):
    place = Coded(parser, "They fought in Mora (Mayo-Sava, Extreme-Nord).").at("Mora")
    assert place is not None
    assert (place.country, place.admin1) == ("CMR", "Far North Region")


@pytest.mark.parametrize(
    ("text", "words", "admin1", "precision", "rule"),
    [
        pytest.param(
            "Soldiers burned houses in Mei village (Myaung township, Sagaing region) on Monday.", "Mei", "Sagaing",
            "province", "places/unlisted", id="a-namesake-elsewhere",
        ),
        pytest.param(
            "Gunmen attacked a market in Gargada (Diffa, Diffa) on Monday.", "Gargada", "Diffa region", "district",
            "places/unlisted", id="twice-one-name",
        ),
        pytest.param(
            "Shelling hit the village of Novopillia in Bakhmut district on Monday.", "Novopillia", "Donetsk Oblast",
            "district", "places/unlisted", id="in-a-district",
        ),
    ],
)  # fmt: skip
def test_a_village_takes_the_place_of_the_unit_that_it_is_said_to_lie_in(parser, text, words, admin1, precision, rule):
    place = Coded(parser, text).at(words)
    assert place is not None
    assert (place.admin1, place.precision, place.rule) == (admin1, precision, rule)
    assert place.radius_km >= 25


def town(number: int, where: tuple[str, str, float, float], population: int) -> Entry:
    country, admin1, lat, lon = where
    return Entry(f"T{number}", "town", "PPL", country, admin1, lat, lon, population, 5.0, None, number, 0)


def test_a_place_that_the_others_settle_settles_the_next() -> None:
    """One town is certain and draws the next, and that one the third: a single look over the report would not do."""
    gao, kidal = ("MLI", "Gao", 16.2, 0.0), ("MLI", "Kidal", 17.9, 1.2)
    puno, meta = ("PER", "Puno", -15.0, -70.0), ("COL", "Meta", 4.0, -73.0)
    found = rank([
        Group(key="a", entries=(town(1, gao, 80_000),)),
        Group(key="b", entries=(town(2, gao, 5_000), town(3, puno, 2_000_000))),
        Group(key="c", entries=(town(4, kidal, 30_000), town(5, puno, 300_000))),
        Group(key="d", entries=(town(6, kidal, 30_000), town(7, meta, 300_000))),
    ])  # fmt: skip
    assert [ranked[0].entry.id for ranked in found] == [1, 2, 4, 6]


@pytest.mark.parametrize(("people", "kind"), [(150_000, "town"), (149_000, "province")])
def test_a_name_is_that_of_the_town_where_it_has_its_share_of_the_province(people: int, kind: str) -> None:
    """A town with 15 in a hundred of the people of the province of its name is the better known."""
    where = ("PER", "Puno", -15.0, -70.0)
    province = Entry("Puno", "province", "ADM1", *where, 1_000_000, 90.0, 1, 1, 0)
    found = candidates([province, Entry("Puno", "town", "PPLA", *where, people, 5.0, 2, 2, 0)])
    assert found[0].entry.kind == kind
