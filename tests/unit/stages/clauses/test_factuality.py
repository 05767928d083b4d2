"""Tense, modality, polarity and factuality of predicates."""

import pytest

from dateline.draft import Clause, Draft
from dateline.errors import LexiconError
from dateline.lexicon.files import DATA
from dateline.lexicon.words.clauses import load_clause_words
from dateline.parse.parser import Parser
from dateline.stages.clauses import ClauseStage


@pytest.fixture(scope="module")
def stage() -> ClauseStage:
    return ClauseStage.load(nouns=frozenset({"attack", "talk", "merger"}))


def clause_of(stage: ClauseStage, parser: Parser, text: str, lemma: str) -> Clause:
    clauses = stage(Draft(report=None, document=parser.parse(text))).clauses
    return next(c for c in clauses if c.lemma == lemma)


ORDER = [
    "The ministry confirmed that rebels attacked the base.",
    "The ministry said rebels attacked the base.",
    "The ministry believes rebels attacked the base.",
    "Rebels may attack the base.",
    "The army will leave if rebels attack the base.",
    "Rebels did not attack the base.",
]


def test_factuality_falls_from_confirmed_to_denied(stage: ClauseStage, parser: Parser) -> None:
    values = [clause_of(stage, parser, text, "attack").factuality for text in ORDER]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert values[0] == 3.0
    assert values[-1] <= -1.5


@pytest.mark.parametrize(
    ("text", "lemma", "scope"),
    [
        pytest.param("Rebels left.", "leave", ("past", None, "positive"), id="past"),
        pytest.param("Rebels have left.", "leave", ("past", None, "positive"), id="perfect"),
        pytest.param("Rebels are leaving.", "leave", ("present", None, "positive"), id="present"),
        pytest.param("Rebels will leave.", "leave", ("future", None, "positive"), id="future"),
        pytest.param("Kenya said it would leave.", "leave", ("future", None, "positive"), id="reported-future"),
        pytest.param("Rebels might leave.", "leave", ("none", "possible", "positive"), id="possible"),
        pytest.param("Rebels must leave.", "leave", ("none", "necessary", "positive"), id="necessary"),
        pytest.param(
            "Kenya will act if rebels leave.", "leave", ("present", "conditional", "positive"), id="conditional"
        ),
        pytest.param("Will the rebels leave?", "leave", ("future", "question", "positive"), id="question"),
        pytest.param("Rebels never left.", "leave", ("past", None, "negative"), id="never"),
        pytest.param("The army no longer attacks villages.", "attack", ("present", None, "negative"), id="no-longer"),
        pytest.param("Nobody left.", "leave", ("past", None, "negative"), id="negative-subject"),
        pytest.param("Police found no weapons.", "find", ("past", None, "negative"), id="negative-object"),
        pytest.param("Rebels did not stay or leave.", "leave", ("past", None, "negative"), id="shared-negation"),
        pytest.param("Rebels have yet to leave.", "leave", ("none", "necessary", "negative"), id="yet-to"),
        pytest.param("They met without signing a deal.", "sign", ("none", None, "negative"), id="without"),
    ],
)
def test_scope_is_read(
    stage: ClauseStage, parser: Parser, text: str, lemma: str, scope: tuple[str, str | None, str]
) -> None:
    clause = clause_of(stage, parser, text, lemma)
    assert (clause.tense, clause.modality, clause.polarity) == scope


@pytest.mark.parametrize(
    ("text", "lemma", "low", "high"),
    [
        pytest.param("Rebels failed to seize the base.", "seize", -3, -1, id="failed"),
        pytest.param("Rebels did not fail to seize the base.", "seize", 1, 3, id="two-negatives"),
        pytest.param("Rebels tried to seize the base.", "seize", 0.3, 1.5, id="tried"),
        pytest.param("Rebels agreed to leave.", "leave", 1.5, 2.5, id="agreed"),
        pytest.param("Rebels refused to leave.", "leave", -3, -2, id="refused"),
        pytest.param("Rebels barely held the base.", "hold", 1, 2.5, id="barely"),
        pytest.param("Rebels allegedly burned the base.", "burn", 1, 2, id="allegedly"),
        pytest.param("Troops came to guard the base.", "guard", 1, 2, id="purpose"),
        pytest.param("Kenya denied that it attacked the base.", "attack", -2, 0, id="denied"),
        pytest.param("Kenya rejected the attack.", "attack", 1, 3, id="noun-rejected-is-there"),
        pytest.param("The alleged attack hurt nobody.", "attack", 1, 2, id="alleged-noun"),
        pytest.param("Kenya did not comment on the attack.", "attack", 2.5, 3, id="definite-noun-under-negation"),
        pytest.param("There was no attack.", "attack", -3, -1, id="denied-noun"),
        pytest.param("Troops will stay until rebels disarm.", "disarm", 1, 2, id="until"),
        pytest.param("Kenya said it plans to try to leave.", "leave", 0.3, 1.5, id="nested"),
    ],
)
def test_words_set_how_far_a_clause_holds(
    stage: ClauseStage, parser: Parser, text: str, lemma: str, low: float, high: float
) -> None:
    assert low <= clause_of(stage, parser, text, lemma).factuality <= high


def test_cues_are_the_words_that_decide(stage: ClauseStage, parser: Parser) -> None:
    text = "Rebels may not have left."
    cues = clause_of(stage, parser, text, "leave").cues
    assert [text[a:b] for a, b in cues] == ["may", "not"]


def test_byline_and_dateline_have_no_clauses(stage: ClauseStage, parser: Parser) -> None:
    document = parser.parse("By Ama Fall Attack\n\nGOMA (Report Agency) - Rebels left.")
    assert [c.lemma for c in stage(Draft(report=None, document=document)).clauses] == ["leave"]


def test_word_in_two_classes_is_refused(tmp_path) -> None:
    for file in (DATA / "clauses").glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    row = '\n[[signature]]\nname = "again"\nvalue = 1.0\ndenied = 0.0\nwords = ["try"]\n'
    with (tmp_path / "signatures.toml").open("a", encoding="utf-8") as file:
        file.write(row)
    with pytest.raises(LexiconError, match="'try' stands in 'attempt' and 'again'"):
        load_clause_words(tmp_path)
