"""Who is for and against what: stance, issue, strength, condition, hedge, and the statements that tell it."""

from collections.abc import Callable

import pytest

from dateline.coding.pipeline import Pipeline
from dateline.draft import Draft
from dateline.errors import LexiconError
from dateline.lexicon.words.positions import Family, compile_positions, load_positions
from dateline.model.report import Report
from dateline.model.speech import Position
from dateline.parse.parser import Parser
from dateline.stages.build import default_stages

Coder = Callable[[str], Draft]


@pytest.fixture(scope="module")
def code(parser: Parser) -> Coder:
    pipeline = Pipeline(default_stages())
    return lambda text: pipeline.run(
        Draft(report=Report(id="r", text=text, published="2023-06-01"), document=parser.parse(text))
    )


def told(draft: Draft) -> list[tuple[str, str, str]]:
    """Return actor, stance and label of each position."""
    names = {a.id: a.name for a in draft.actors}
    return [(names[p.actor], p.stance, p.issue.label) for p in draft.positions]


def only(draft: Draft) -> Position:
    assert len(draft.positions) == 1, told(draft)
    return draft.positions[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kenya supports a ban on ivory.", ("Kenya", "for", "ban on ivory"), id="supports"),
        pytest.param("Ghana is opposed to the embargo on Cuba.", ("Ghana", "against", "embargo on Cuba"), id="opposed"),
        pytest.param(
            "Peru did not support the invasion of Iraq.", ("Peru", "against", "invasion of Iraq"), id="negation-turns"
        ),
        pytest.param(
            "Norway called on Israel to halt its offensive in Rafah.",
            ("Norway", "for", "end of strikes of Israel on Rafah"),
            id="its-is-the-one-asked",
        ),
        pytest.param(
            "Chad urged Sudan not to attack El Fasher.", ("Chad", "against", "strikes of Sudan on El Fasher"),
            id="asked-not-to",
        ),
        pytest.param(
            "The sanctions on Cuba are a mistake, Brazil said.",
            ("Brazil", "against", "sanctions on Cuba"),
            id="judgement",
        ),
        pytest.param(
            "The treaty with Iran was opposed by Oman.", ("Oman", "against", "treaty with Iran"), id="passive",
        ),
        pytest.param(
            "Uganda abstained from the vote on the embargo.", ("Uganda", "neutral", "embargo"), id="abstention",
        ),
    ],
)  # fmt: skip
def test_stance_of_an_actor_on_an_issue(code: Coder, text: str, expected: tuple[str, str, str]) -> None:
    assert told(code(text)) == [expected]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "Latvia supports a “path” to NATO membership for Ukraine.",
                "Latvia wants Ukraine to join NATO.",
                "Latvia backs Ukraine's accession to the alliance.",
                "“Ukraine's place is in NATO,” Latvia's president said.",
            ),
            id="membership",
        ),
        pytest.param(
            (
                "Ghana supports sanctions on Niger.",
                "Ghana called for sanctions against Niamey.",
                "Ghana backs punitive measures against Niger's junta.",
                "Ghana favours imposing sanctions on Niger.",
            ),
            id="sanctions",
        ),
        pytest.param(
            (
                "Spain called for an end to the sanctions on Niger.",
                "Spain demanded that the sanctions on Niger be lifted.",
                "Spain favours lifting the sanctions against Niger.",
            ),
            id="the-end-of-a-measure",
        ),
    ],
)
def test_wordings_of_one_issue_meet(code: Coder, texts: tuple[str, ...]) -> None:
    assert len({only(code(text)).issue.id for text in texts}) == 1


def test_a_stance_in_a_claim_made_earlier_is_the_claimant_s(code: Coder) -> None:
    draft = code("Kenyan officials repeated their claims that they did not support Libyan strikes inside Sudan.")
    assert told(draft) == [("Kenyan officials", "against", "strikes of Libya on Sudan")]


def test_the_end_of_a_measure_is_another_issue_with_the_same_root(code: Coder) -> None:
    kept = only(code("Ghana supports sanctions on Niger.")).issue.id
    lifted = only(code("Ghana opposed lifting the sanctions on Niger."))
    assert (lifted.issue.id, lifted.stance) == (f"end:{kept}", "against")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        pytest.param("Jordan would back the truce only if the road is opened.", "only if the road is opened", id="if"),
        pytest.param(
            "Cyprus opposes the talks as long as its ports are shut.", "as long as its ports are shut", id="as-long-as"
        ),
        pytest.param(
            "Sudan said it would not accept a ceasefire until the rebels left Kurmuk.", "until the rebels left Kurmuk",
            id="not-until",
        ),
    ],
)  # fmt: skip
def test_a_condition_makes_a_stance_conditional(code: Coder, text: str, condition: str) -> None:
    position = only(code(text))
    assert position.stance == "conditional"
    assert position.condition is not None
    assert text[slice(*position.condition)] == condition


def test_a_purpose_is_no_condition(code: Coder) -> None:
    draft = code(
        "“If we want to live in peace, Chad must join the treaty with Libya,” the Libyan foreign minister said."
    )
    assert [p.stance for p in draft.positions] == ["for"]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        pytest.param("Egypt supports in principle a ban on mines.", "in principle", id="phrase"),
        pytest.param("Oman cautiously welcomed the ceasefire in Yemen.", "cautiously", id="adverb"),
        pytest.param("Latvia supports a path to NATO membership for Georgia.", "path", id="step"),
        pytest.param("Estonia did not rule out sending troops to Ukraine.", "not rule out", id="left-open"),
    ],
)
def test_a_hedge_is_kept_and_weakens(code: Coder, text: str, hedge: str) -> None:
    position = only(code(text))
    assert position.stance == "for"
    assert position.hedge is not None
    assert text[slice(*position.hedge)] in (hedge, hedge.removesuffix(" out"))
    assert position.strength < 0.6


def test_strength_follows_the_words(code: Coder) -> None:
    verbs = ("demanded", "called for", "favours", "is open to", "did not rule out")
    strengths = [only(code(f"Kenya {verb} a ceasefire in Sudan.")).strength for verb in verbs]
    assert strengths == sorted(strengths, reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The army has withdrawn from the town, the minister said.", id="fact"),
        pytest.param("The governor accused the rebels of shelling a school.", id="accusation"),
        pytest.param("Russia denied that it had shelled the hospital.", id="denial"),
        pytest.param("Rwanda rejected allegations that it arms the mutineers.", id="rejected-claim"),
        pytest.param("Moscow claims that Kyiv wants a long war.", id="told-by-the-other-side"),
        pytest.param("France supports the president of Chad.", id="a-person"),
        pytest.param("Kenya will send 300 soldiers to Haiti.", id="promise"),
        pytest.param("Chad might ask whether Libya supports the truce.", id="open-question"),
    ],
)
def test_no_position(code: Coder, text: str) -> None:
    assert told(code(text)) == []


def test_a_change_is_two_positions_with_their_own_statements(code: Coder) -> None:
    draft = code(
        "In March, Germany opposed NATO membership for Ukraine. "
        "On Friday, Germany said it now supports Ukraine joining NATO."
    )
    assert [p.stance for p in draft.positions] == ["against", "for"]
    assert len({p.issue.id for p in draft.positions}) == 1
    assert len({p.statements for p in draft.positions}) == 2


def test_a_position_names_its_statement_and_a_repeat_is_added(code: Coder) -> None:
    draft = code("Kenya backs a truce in Sudan. On Monday, Kenya again called for a ceasefire in Sudan.")
    position = only(draft)
    assert set(position.statements) == {s.id for s in draft.statements}


def test_a_bare_mention_takes_the_fuller_issue_of_the_report(code: Coder) -> None:
    draft = code("Kenya supports a ceasefire in Sudan. Chad opposes the truce.")
    assert len({p.issue.id for p in draft.positions}) == 1


def test_every_entry_gives_its_stance_in_its_example(code: Coder) -> None:
    silent = [
        cue.rule
        for cues in load_positions().cues.values()
        for cue in cues
        if cue.lemma != "hope" and not any(p.rule == cue.rule for p in code(cue.example).positions)
    ]
    assert silent == []


def test_a_word_in_two_families_is_refused() -> None:
    twice = (
        Family(id="a", label="a", nouns=frozenset({"raid"})),
        Family(id="b", label="b", nouns=frozenset({"raid"})),
    )
    with pytest.raises(LexiconError, match="'raid' is in the families 'a' and 'b'; leave it in one"):
        compile_positions((), twice, load_positions().words)


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        pytest.param("Norway did not support the truce or back sanctions on Chad.", ["against", "against"], id="or"),
        pytest.param("Norway did not support the truce and backed sanctions on Chad.", ["against", "for"], id="and"),
        pytest.param("Norway does not oppose sanctions on Chad and supports the truce.", ["for", "for"], id="again"),
    ],
)
def test_a_negation_reaches_over_or_and_not_over_and(code: Coder, text: str, stances: list[str]) -> None:
    assert [p.stance for p in code(text).positions] == stances
