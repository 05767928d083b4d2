"""Who does what to whom, over the forms of a sentence."""

import pytest

from dateline.draft import Clause, Draft
from dateline.lexicon.events.frames import load_frames
from dateline.parse.parser import Parser
from dateline.stages.clauses import ClauseStage


@pytest.fixture(scope="module")
def stage() -> ClauseStage:
    return ClauseStage.load(nouns=frozenset(load_frames().nouns))


def read(stage: ClauseStage, parser: Parser, text: str, lemma: str) -> tuple[Clause, dict[str, str]]:
    """Return the first clause with a lemma, and its arguments' words by role."""
    document = parser.parse(text)
    clauses = stage(Draft(report=None, document=document)).clauses
    clause = next(c for c in clauses if c.lemma == lemma)
    found: dict[str, str] = {}
    for a in clause.arguments:
        found.setdefault(a.role, document.quote(a.span))
    return clause, found


AGENT_THEME = [
    pytest.param("Rebels seized the airport on Friday.", "seize", "Rebels", "the airport", id="active"),
    pytest.param("The airport was seized by rebels on Friday.", "seize", "rebels", "The airport", id="passive"),
    pytest.param("The airport, seized by rebels, is closed.", "seize", "rebels", "The airport", id="participle"),
    pytest.param("Rebels who seized the airport left.", "seize", "Rebels", "the airport", id="relative-subject"),
    pytest.param("The airport that rebels seized is closed.", "seize", "rebels", "The airport", id="relative-object"),
    pytest.param("Rebels tried to seize the airport.", "seize", "Rebels", "the airport", id="subject-control"),
    pytest.param("Kenya urged Uganda to release the pilots.", "release", "Uganda", "the pilots", id="object-control"),
    pytest.param("Kenya called on Uganda to free the pilots.", "free", "Uganda", "the pilots", id="control-by-on"),
    pytest.param("Rebels entered Goma and burned the market.", "burn", "Rebels", "the market", id="shared-subject"),
    pytest.param("Soldiers attacked and looted the village.", "attack", "Soldiers", "the village", id="shared-object"),
    pytest.param("Rebels fired on Goma, killing ten people.", "kill", "Rebels", "ten people", id="participle-clause"),
    pytest.param('"We arrested him," said the minister.', "arrest", "We", "him", id="quotation-first"),
    pytest.param("Talks failed to end the war and angered Egypt.", "anger", "Talks", "Egypt", id="past-infinitive"),
    pytest.param("Kenya urged Chad to leave and closed the border.", "close", "Kenya", "the border", id="past-control"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "agent", "theme"), AGENT_THEME)
def test_agent_and_theme_are_deep_roles(
    stage: ClauseStage, parser: Parser, text: str, lemma: str, agent: str, theme: str
) -> None:
    _, found = read(stage, parser, text, lemma)
    assert (found["agent"], found["theme"]) == (agent, theme)


@pytest.mark.parametrize(
    ("text", "noun", "roles"),
    [
        pytest.param(
            "The army carried out raids on two camps.",
            "raid",
            {"agent": "The army", "on": "two camps"},
            id="light-verb",
        ),
        pytest.param("Raids were carried out by the army.", "raid", {"agent": "the army"}, id="light-verb-passive"),
        pytest.param("The town suffered an attack.", "attack", {"theme": "The town"}, id="subject-undergoes"),
        pytest.param(
            "The bombing of Aleppo by government jets went on.",
            "bombing",
            {"theme": "Aleppo", "agent": "government jets"},
            id="of-and-by",
        ),
        pytest.param("Protests against the tax began.", "protest", {"against": "the tax"}, id="support-verb"),
        pytest.param("The minister's arrest caused anger.", "arrest", {"theme": "The minister"}, id="patient-noun"),
        pytest.param(
            "Ghana's attack on the camp failed.", "attack", {"agent": "Ghana", "on": "the camp"}, id="possessor"
        ),
    ],
)
def test_event_nouns_have_arguments(
    stage: ClauseStage, parser: Parser, text: str, noun: str, roles: dict[str, str]
) -> None:
    clause, found = read(stage, parser, text, noun)
    assert (clause.pos, clause.voice) == ("noun", "nominal")
    assert {role: found.get(role) for role in roles} == roles


def test_light_verb_is_kept(stage: ClauseStage, parser: Parser) -> None:
    clause, _ = read(stage, parser, "The army carried out raids on two camps.", "raid")
    assert clause.support == 2
    assert clause.tense == "past"


def test_relative_clause_after_a_comma_reaches_past_the_participle(stage: ClauseStage, parser: Parser) -> None:
    text = "The attacks were made by fighters allied with Sudan, which crossed the border."
    assert read(stage, parser, text, "cross")[1]["agent"] == "fighters"


def test_preposition_tied_to_the_object_is_the_verbs(stage: ClauseStage, parser: Parser) -> None:
    _, found = read(stage, parser, "Canada imposed sanctions on Belarus.", "impose")
    assert found["on"] == "Belarus"


def test_gerund_is_a_noun(stage: ClauseStage, parser: Parser) -> None:
    clause, _ = read(stage, parser, "The shelling of Kharkiv continued.", "shelling")
    assert clause.pos == "noun"


@pytest.mark.parametrize(
    ("text", "lemma", "relation"),
    [
        pytest.param("Kenya said rebels seized Goma.", "seize", "complement", id="said"),
        pytest.param("The army withdrew to avoid a battle.", "avoid", "purpose", id="purpose"),
        pytest.param("Troops will leave if rebels disarm.", "disarm", "condition", id="condition"),
        pytest.param("Rebels who seized Goma left.", "seize", "relative", id="relative"),
        pytest.param("Troops left after rebels seized Goma.", "seize", "adverbial", id="adverbial"),
        pytest.param("Rebels seized Goma.", "seize", "root", id="root"),
    ],
)
def test_relation_tells_the_scope(stage: ClauseStage, parser: Parser, text: str, lemma: str, relation: str) -> None:
    assert read(stage, parser, text, lemma)[0].relation == relation
