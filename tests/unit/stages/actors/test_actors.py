"""The actors stage: who is named or described, and which mentions are one actor."""

from pathlib import Path

import pytest

from dateline.coder import Coder
from dateline.draft import Draft
from dateline.lexicon.world.actors import ENTRY_COLUMNS
from dateline.model.entities import Actor, Place
from dateline.model.report import Report
from dateline.parse.parser import Parser
from dateline.stages.actors import ActorStage

STAGE = ActorStage()


class Coded:
    """A coded text, with questions that tests ask."""

    def __init__(
        self, parser: Parser, text: str, published: str | None = "2023-06-01", places: tuple[Place, ...] = ()
    ) -> None:
        draft = Draft(report=Report(id="r", text=text, published=published), document=parser.parse(text), places=places)
        self.text = text
        self.draft = STAGE(draft)

    def at(self, words: str, nth: int = 0) -> list[Actor]:
        """Return the actors of which the nth occurrence of some words is a mention."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        span = (start, start + len(words))
        return [a for a in self.draft.actors if span in a.mentions]

    def one(self, words: str, nth: int = 0) -> Actor:
        """Return the single actor of some words."""
        found = self.at(words, nth)
        assert len(found) == 1, (
            f"{words!r}: {[a.name for a in found]} of {[(a.name, a.mentions) for a in self.draft.actors]}"
        )
        return found[0]


DESCRIBED = [
    ("title-and-name", "UK Foreign Minister Ada Thorn left.", "UK Foreign Minister Ada Thorn", "GBR", "GOV", "person"),
    ("possessor", "Peru's President Luis Arana spoke.", "Peru's President Luis Arana", "PER", "GOV", "person"),
    ("office-of", "The prime minister of Latvia resigned.", "The prime minister of Latvia", "LVA", "GOV", None),
    ("spelled-out-un", "The United States Congress met.", "The United States Congress", "USA", "LEG", None),
    ("dotted-un", "The U.N. Human Rights Council met.", "The U.N. Human Rights Council", "IGO", "GOV", "organisation"),
    ("unknown-organ-of-un", "The UN Mission for Lakes met.", "The UN Mission for Lakes", "IGO", "GOV", "organisation"),
    ("named-country", "France condemned the raid.", "France", "FRA", "GOV", "country"),
    ("government-is-state", "The Polish government protested.", "The Polish government", "POL", "GOV", "country"),
    ("forces-of-country", "Ukrainian forces advanced.", "Ukrainian forces", "UKR", "MIL", "government"),
    ("police-of-country", "Kenyan police fired tear gas.", "Kenyan police", "KEN", "COP", "government"),
    ("population", "Two Sudanese students were arrested.", "Two Sudanese students", "SDN", "EDU", "population"),
    ("counted-of", "Dozens of Chilean miners marched.", "Dozens of Chilean miners", "CHL", "LAB", "population"),
    ("demonym-as-state", "The Russians rejected the offer.", "The Russians", "RUS", "GOV", "country"),
    ("adjective-as-state", "The Dutch rejected the offer.", "The Dutch", "NLD", "GOV", "country"),
    ("one-of-a-people", "A Kenyan was shot in Rome.", "A Kenyan", "KEN", "CVL", "person"),
    ("people-within", "The Chechens rejected the offer.", "The Chechens", "RUS", "CVL", "population"),
    ("adjective-before-act", "Ukrainian strikes hit a depot.", "Ukrainian", "UKR", "MIL", "government"),
    ("capital-that-acts", "Ankara accused the rebels of treason.", "Ankara", "TUR", "GOV", "country"),
    ("seat-of-government", "The Kremlin denied the report.", "The Kremlin", "RUS", "GOV", "country"),
    ("organisation", "NATO rejected the demand.", "NATO", "IGO", "MIL", "organisation"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "country", "sector", "kind"), [c[1:] for c in DESCRIBED], ids=[c[0] for c in DESCRIBED]
)
def test_phrase_gets_country_and_sector(
    parser: Parser, text: str, words: str, country: str, sector: str, kind: str | None
) -> None:
    actor = Coded(parser, text).one(words)
    assert (actor.country, actor.sector) == (country, sector)
    assert kind in (None, actor.kind)
    assert "country" in actor.evidence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dozens of people gathered in Ankara on Sunday.", "Ankara"),
        ("The streets of Moscow were empty.", "Moscow"),
        ("On Tuesday, shops in Paris, France, closed.", "Paris"),
    ],
    ids=["after-in", "streets-of", "city-with-country"],
)
def test_capital_as_place_is_no_actor(parser: Parser, text: str, words: str) -> None:
    assert Coded(parser, text).at(words) == []


SAME = [
    ("surname", "Police detained Tunde Bako on Monday. Bako denied the charge.", "Tunde Bako", "Bako", 1),
    ("pronoun-he", "President Luis Arana met miners. He promised aid.", "President Luis Arana", "He", 0),
    ("pronoun-she", "Maria Lopez, the Colombian envoy, left. She was ill.", "Maria Lopez", "She", 0),
    ("acronym", "The Union for Udava Peace (UUP) split. The UUP left.", "The Union for Udava Peace", "The UUP", 0),
    ("apposition", "Ilya Orlov, Russia's trade minister, quit.", "Ilya Orlov", "Russia's trade minister", 0),
    ("title", "The Serb trade minister quit. The minister fled.", "The Serb trade minister", "The minister", 0),
    ("capital-and-country", "Russia closed the border. Moscow blamed smugglers.", "Russia", "Moscow", 0),
    ("the-country", "Nigeria is a large producer. The country has suffered attacks.", "Nigeria", "The country", 0),
    ("the-alliance", "NATO met on Monday. The alliance approved the plan.", "NATO", "The alliance", 0),
    ("its", "Ukraine said its army had withdrawn.", "Ukraine", "its", 0),
    ("quoted-we", "“We will not leave,” Ada Thorne told reporters.", "Ada Thorne", "We", 0),
    ("holder", "Emmanuel Macron left. The French president smiled.", "Emmanuel Macron", "The French president", 0),
    ("misspelt-first-name", "Emanuel Macron flew to Oslo. Later Macron met students.", "Emanuel Macron", "Macron", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second", "nth"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_mentions_of_one_actor_are_joined(parser: Parser, text: str, first: str, second: str, nth: int) -> None:
    coded = Coded(parser, text)
    assert coded.one(first).id == coded.one(second, nth).id


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor of Kharkiv, Kari Lund, said two people died.", id="title-over-a-place"),
        pytest.param("The foreign minister of Norway, Kari Lund, said talks failed.", id="title-over-a-country"),
        pytest.param("Norway's foreign minister, Kari Lund, said talks failed.", id="owned-title"),
    ],
)
def test_name_beside_a_title_is_who_bears_it(parser: Parser, text: str) -> None:
    person = Coded(parser, text).one("Kari Lund")
    assert (person.name, person.sector) == ("Kari Lund", "GOV")
    assert any(text[s:e].startswith(("The ", "Norway's ")) for s, e in person.mentions)


def test_namesakes_stay_two(parser: Parser) -> None:
    coded = Coded(parser, "Juan Perez met Ana Perez in Lima. Mr Perez left early.")
    assert coded.one("Juan Perez").id != coded.one("Ana Perez").id
    assert coded.one("Mr Perez").id == coded.one("Juan Perez").id


def test_coordinated_nationalities_give_two_actors_on_one_span(parser: Parser) -> None:
    coded = Coded(parser, "US and UK officials denied it. They left.")
    assert [a.country for a in coded.at("US and UK officials")] == ["USA", "GBR"]
    assert [a.country for a in coded.at("They")] == ["USA", "GBR"]


def test_leaders_are_those_named_and_no_hostages(parser: Parser) -> None:
    text = (
        "President Awet Isaak of Eritrea spoke with Prime Minister Lena Haile of Ethiopia on Tuesday. Three nurses had "
        "been taken hostage by gunmen who used a teacher as a human shield. The leaders agreed to open the border."
    )
    coding = Coder(parser=parser).code(text, published="2024-05-10")
    agreed = next(e for e in coding.events if e.type == "AGREE")
    names = {a.id: a.name for a in coding.actors}
    assert [names[i] for i in agreed.actors] == ["Awet Isaak", "Lena Haile"]


def test_both_sides_are_the_two_countries(parser: Parser) -> None:
    coded = Coded(parser, "Mali met envoys from Niger on Monday. Both countries signed a pact.")
    assert [a.country for a in coded.at("Both countries")] == ["MLI", "NER"]


def test_office_holders_follow_the_date(parser: Parser) -> None:
    text = "The British prime minister spoke."
    assert Coded(parser, text, "2023-06-01").one("The British prime minister").name == "Rishi Sunak"
    assert Coded(parser, text, "2021-06-01").one("The British prime minister").name == "Boris Johnson"


def test_place_in_a_title_gives_the_country(parser: Parser) -> None:
    text = "Udava Governor Igor Lane said nothing."
    place = Place(
        id="p1", name="Udava", country="GEO", precision="province", mentions=((0, 5),), rule="test", confidence=1.0
    )
    actor = Coded(parser, text, places=(place,)).one("Udava Governor Igor Lane")
    assert (actor.country, actor.office) == ("GEO", "governor")


def test_backer_is_not_the_nationality(parser: Parser) -> None:
    coded = Coded(parser, "Iran-backed militias shelled the base.")
    assert coded.one("Iran-backed militias").country is None
    assert coded.one("Iran").country == "IRN"


def test_government_without_country_takes_that_of_the_report_less_surely(parser: Parser) -> None:
    coded = Coded(parser, "Three miners were arrested in Peru on Friday. The government said Peru was calm.")
    assert coded.one("The government").country == "PER"


def test_country_of_the_scene_is_marked(parser: Parser) -> None:
    coded = Coded(parser, "Two miners were shot in Bolivia. Peru condemned the attack.")
    assert coded.one("Bolivia").rule == "countries/scene"
    assert coded.one("Peru").rule == "countries/name"
    assert coded.one("Bolivia").confidence == 0.5


def test_country_after_its_town_is_the_scene(parser: Parser) -> None:
    text = "Two miners were shot near Baqubah, Iraq."
    assert Coded(parser, text, places=_at(text, "Baqubah", "IRQ")).one("Iraq").rule == "countries/scene"


def test_country_under_a_measure_is_no_mere_scene(parser: Parser) -> None:
    coded = Coded(parser, "The junta imposed a curfew in Bolivia.")
    assert coded.one("Bolivia").rule == "countries/name"


def test_counterpart_has_the_same_office(parser: Parser) -> None:
    coded = Coded(parser, "Foreign Minister Ada Thorn of Malta met her Kenyan counterpart.", None)
    actor = coded.one("her Kenyan counterpart")
    assert (actor.country, actor.office, actor.sector) == ("KEN", "foreign minister", "GOV")


@pytest.mark.parametrize(
    "text",
    ["The Udava Tigers claimed responsibility for the blast.", "The Udava Tigers said its fighters had seized a town."],
    ids=["claims", "has-fighters"],
)
def test_deeds_tell_an_armed_group(parser: Parser, text: str) -> None:
    actor = Coded(parser, text).one("The Udava Tigers")
    assert (actor.kind, actor.sector) == ("armed-group", "REB")


def test_ids_follow_the_text_and_every_mention_has_its_actor(parser: Parser) -> None:
    coded = Coded(parser, "Mali accused France. Paris denied it, and Mali's army withdrew.")
    assert [a.id for a in coded.draft.actors] == [f"a{n}" for n in range(1, len(coded.draft.actors) + 1)]
    starts = [a.mentions[0][0] for a in coded.draft.actors]
    assert starts == sorted(starts)
    assert {m.actor for m in coded.draft.mentions} == {a.id for a in coded.draft.actors}


def _at(text: str, name: str, country: str) -> tuple[Place, ...]:
    start = text.find(name)
    if start < 0:
        return ()
    span = (start, start + len(name))
    return (
        Place(id="p1", name=name, country=country, precision="town", mentions=(span,), rule="test", confidence=1.0),
    )


SUFFERING = [
    ("object", "Militants shelled Baqubah on Tuesday.", "Baqubah"),
    ("passive", "Baqubah was shelled by militants on Tuesday.", "Baqubah"),
    ("against", "The army launched an offensive against Baqubah on Tuesday.", "Baqubah"),
    ("on-after-verb", "Jets dropped bombs on Baqubah on Tuesday.", "Baqubah"),
    ("siege-of", "The siege of Baqubah lasted two weeks.", "Baqubah"),
    ("measure-in", "Police imposed a curfew in parts of Baqubah.", "parts of Baqubah"),
    ("state-of", "The president declared a state of siege in Baqubah.", "Baqubah"),
    ("village", "Gunmen torched an Iraqi village.", "an Iraqi village"),
    ("village-of", "Gunmen attacked the village of Baqubah.", "the village of Baqubah"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [c[1:] for c in SUFFERING], ids=[c[0] for c in SUFFERING])
def test_place_that_suffers_is_its_people(parser: Parser, text: str, words: str) -> None:
    actor = Coded(parser, text, places=_at(text, "Baqubah", "IRQ")).one(words)
    assert (actor.kind, actor.country, actor.sector, actor.rule) == ("population", "IRQ", "CVL", "place/people")
    assert actor.confidence == 0.6


@pytest.mark.parametrize(
    "text",
    ["Police killed two men in Baqubah.", "Jets flew over Baqubah.", "The minister visited Baqubah on Monday."],
    ids=["in", "over", "visited"],
)
def test_place_where_something_happens_is_no_actor(parser: Parser, text: str) -> None:
    coded = Coded(parser, text, places=_at(text, "Baqubah", "IRQ"))
    assert coded.at("Baqubah") == []


def test_new_village_is_what_the_village_means_afterwards(parser: Parser) -> None:
    coded = Coded(parser, "Gunmen attacked a village. Later they burned the village.")
    assert coded.one("a village").id == coded.one("the village").id


STANDING = [
    ("rivals", "Rivals of the government marched in Sofia.", "Rivals of the government", "OPP"),
    ("supporters", "Supporters of Luis Arana marched.", "Supporters of Luis Arana", "CVL"),
    ("critics", "Critics of the president marched.", "Critics of the president", "OPP"),
    ("relatives", "Relatives of the hostages marched.", "Relatives of the hostages", "CVL"),
]


@pytest.mark.parametrize(("text", "words", "sector"), [c[1:] for c in STANDING], ids=[c[0] for c in STANDING])
def test_who_stands_with_or_against_somebody_is_another(parser: Parser, text: str, words: str, sector: str) -> None:
    actor = Coded(parser, text).one(words)
    assert (actor.kind, actor.sector) == ("population", sector)


def test_rivals_alone_are_no_opposition(parser: Parser) -> None:
    assert Coded(parser, "The rivals signed a truce.").at("The rivals") == []


def test_plural_title_is_shared_by_the_names_after_it(parser: Parser) -> None:
    coded = Coded(parser, "Prime ministers Ada Thorn of Malta and Jonas Berg of Norway met on Monday.")
    found = [coded.one("Prime ministers Ada Thorn"), coded.one("Jonas Berg of Norway")]
    assert [(a.country, a.office, a.sector) for a in found] == [
        ("MLT", "prime minister", "GOV"),
        ("NOR", "prime minister", "GOV"),
    ]


def test_plural_office_of_several_countries_is_one_each(parser: Parser) -> None:
    coded = Coded(parser, "The trade ministers of Mali and Niger met.")
    assert [a.country for a in coded.at("The trade ministers of Mali and Niger")] == ["MLI", "NER"]


@pytest.mark.parametrize(
    "text", ["It rose to EUR 20 million.", "Phase III of the plan began.", "They paid USD 3 million."]
)
def test_numerals_and_currencies_are_nobody(parser: Parser, text: str) -> None:
    assert [a for a in Coded(parser, text).draft.actors if a.kind == "organisation"] == []


def test_company_named_like_a_person(parser: Parser) -> None:
    actor = Coded(parser, "Mr Tillis Inc. sued the bank.").one("Mr Tillis Inc.")
    assert (actor.kind, actor.sector) == ("organisation", "BUS")


def test_surname_stands_first_in_some_countries(parser: Parser) -> None:
    coded = Coded(parser, "Chinese envoy Bao Renshu met Wim Kok. Bao smiled.")
    assert coded.one("Chinese envoy Bao Renshu").id == coded.one("Bao", 1).id


def test_title_never_borne_tells_namesakes_apart(parser: Parser) -> None:
    assert Coded(parser, "Defence Minister Obama resigned.").one("Defence Minister Obama").name == "Obama"
    assert Coded(parser, "President Obama resigned.").one("President Obama").name == "Barack Obama"


@pytest.mark.parametrize(
    "text",
    ["Germany sent missiles to Kyiv.", "Turkey sent an ultimatum to Kyiv warning of war.", "Mali got aid for Kyiv."],
    ids=["missiles", "ultimatum", "aid"],
)
def test_capital_that_receives_is_its_government(parser: Parser, text: str) -> None:
    assert Coded(parser, text).one("Kyiv").country == "UKR"


def test_user_folder_teaches_the_stage_a_name(parser: Parser, tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    folder.mkdir()
    row = "group/udava-lions,Udava Lions,armed-group,MLI,REB,,,,,,hand,"
    (folder / "mine.csv").write_text(",".join(ENTRY_COLUMNS) + f"\n{row}\n", encoding="utf-8")
    text = "The Udava Lions left."
    draft = Draft(report=Report(id="r", text=text), document=parser.parse(text))
    (actor,) = ActorStage.load(extra=tmp_path)(draft).actors
    assert (actor.name, actor.country, actor.sector) == ("Udava Lions", "MLI", "REB")


def test_nationality_that_somebody_is_against_is_not_his_own(parser: Parser) -> None:
    text = "An anti-Peru journalist left."
    coded = Coded(parser, text, places=_at(text, "Peru", "PER"))
    assert coded.one("An anti-Peru journalist").country is None


def test_people_of_no_one_country_take_none_from_the_report(parser: Parser) -> None:
    assert Coded(parser, "Two Europeans were shot in Peru, Peru said.").one("Two Europeans").country is None
