"""Who said what: the speaker, the cue and the content of statements in their many forms."""

import pytest

from dateline.draft import Draft, Mention
from dateline.model.base import Span
from dateline.model.report import Report
from dateline.model.speech import Statement
from dateline.parse.parser import Parser
from dateline.stages.statements import StatementStage


def find(parser: Parser, text: str, mentions: tuple[Mention, ...] = ()) -> list[Statement]:
    draft = Draft(report=Report(id="x", text=text), document=parser.parse(text), mentions=mentions)
    return list(StatementStage()(draft).statements)


def mention(parser: Parser, text: str, words: str, actor: str) -> Mention:
    start = text.index(words)
    head = parser.parse(text).head_of((start, start + len(words)))
    assert head is not None
    return Mention(span=(start, start + len(words)), head=head.i, actor=actor, form="name")


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[slice(*span)]


def told(text: str, statements: list[Statement]) -> list[tuple[str | None, str | None, list[str]]]:
    return [(words(text, s.speaker_span), words(text, s.cue), [text[slice(*c)] for c in s.content]) for s in statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will not leave the valley,” the colonel said.",
            [("the colonel", "said", ["We will not leave the valley"])],
            id="cue-after",
        ),
        pytest.param(
            "The colonel said: “We will not leave the valley.”",
            [("The colonel", "said", ["We will not leave the valley."])],
            id="cue-before",
        ),
        pytest.param(
            "“The valley is ours,” the colonel said, “and we will keep it.”",
            [("the colonel", "said", ["The valley is ours", "and we will keep it."])],
            id="cue-within",
        ),
        pytest.param(
            "The minister was defiant. “We will not yield.”",
            [("The minister", None, ["We will not yield."])],
            id="no-cue",
        ),
        pytest.param(
            "“The wells are dry,” the nurse said. “There is no fuel.”\n\n“And nobody comes.”",
            [("the nurse", "said", ["The wells are dry", "There is no fuel.", "And nobody comes."])],
            id="goes-on",
        ),
        pytest.param(
            "The envoy said: “The talks were long.\n\n“They were also useful.”",
            [("The envoy", "said", ["The talks were long.", "They were also useful."])],
            id="paragraphs",
        ),
        pytest.param(
            'The mayor went on:\n\n"The bridge is closed. It will stay closed."',
            [("The mayor", "went", ["The bridge is closed. It will stay closed."])],
            id="colon-before-paragraph",
        ),
        pytest.param(
            "‘We are tired,’ the farmer’s son said.",
            [("the farmer’s son", "said", ["We are tired"])],
            id="single-marks",
        ),
        pytest.param(
            "The admiral declared that “the strait is free,” adding, “It will stay free.”",
            [("The admiral", "declared", ["the strait is free"]), ("The admiral", "adding", ["It will stay free."])],
            id="adding",
        ),
        pytest.param(
            "“Leave now!” the soldiers shouted at the crowd.",
            [("the soldiers", "shouted", ["Leave now!"])],
            id="exclamation",
        ),
    ],
)
def test_quotations(parser: Parser, text: str, expected: list[tuple[str | None, str | None, list[str]]]) -> None:
    found = find(parser, text)
    stripped = [(s, c, [p.rstrip(".") for p in pieces]) for s, c, pieces in told(text, found)]
    assert stripped == [(s, c, [p.rstrip(".") for p in pieces]) for s, c, pieces in expected]
    assert {s.kind for s in found} == {"direct"}


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("The governor said shelling had killed two men.", "The governor", "said", ["shelling had killed two men"]),
        ("Shelling had killed two men, the governor said.", "the governor", "said", ["Shelling had killed two men"]),
        ("The shelling, the governor said, had stopped.", "the governor", "said", ["The shelling", "had stopped"]),
        ("The envoy told reporters that talks had stalled.", "The envoy", "told", ["that talks had stalled"]),
        ("According to the harbour police, two boats sank.", "the harbour police", "According to", ["two boats sank"]),
        ("Two boats sank, according to the harbour police.", "the harbour police", "according to", ["Two boats sank"]),
        ("In the words of the bishop, the war is a sin.", "the bishop", "In the words of", ["the war is a sin"]),
        ("A survey found that half the wells were dry.", "A survey", "found", ["that half the wells were dry"]),
        ("It was reported that two ships had sunk.", None, "reported", ["that two ships had sunk"]),
        ("It is believed that the rebels have left.", None, "believed", ["that the rebels have left"]),
        ("The marshal is said to have fled.", None, "said", ["The marshal", "to have fled"]),
        ("The marshal has reportedly fled the capital.", None, "reportedly", ["The marshal has", "fled the capital"]),
        ("The council called for an end to the siege.", "The council", "called", ["an end to the siege"]),
        ("As raids go on, Duarte calls for “road map”.", "Duarte", "calls", ["“road map”"]),
        ("Paris called for the road to be opened.", "Paris", "called", ["the road to be opened"]),
        ("An attack that Kyiv denies hit the depot.", "Kyiv", "denies", ["An attack"]),
        ("The senator called the plan “a gift” on Monday.", "The senator", "called", ["the plan “a gift”"]),
        ("The premier accused the army of looting.", "The premier", "accused", ["the army of looting"]),
        ("The attack was condemned by the bloc.", "the bloc", "condemned", ["The attack"]),
        ("The pope urged the sides to talk.", "The pope", "urged", ["the sides to talk"]),
        ("The bloc promised to send tents.", "The bloc", "promised", ["to send tents"]),
        ("Kenya announced $40m in aid.", "Kenya", "announced", ["$40m in aid"]),
        ("The claim by Oslo that it was attacked is new.", "Oslo", "claim", ["that it was attacked"]),
        ("Ministers met after the announcement in Bonn on May 3 that talks would resume.", None, "announcement",
         ["that talks would resume"]),
        ("Police issued a statement saying the road was closed.", "Police", "saying", ["the road was closed"]),
        ("Mr Adeyemi, who said he had been beaten, left the hall.", "who", "said", ["he had been beaten"]),
        ("Bridge unsafe: mayor\n\nThe road stays closed today.", "mayor", ":", ["Bridge unsafe"]),
        ("Mayor: bridge is unsafe\n\nThe road stays closed today.", "Mayor", ":", ["bridge is unsafe"]),
        ("Bridge unsafe, says mayor\n\nThe road stays closed today.", "mayor", "says", ["Bridge unsafe"]),
    ],
)  # fmt: skip
def test_indirect_speech(parser: Parser, text: str, speaker: str | None, cue: str, content: list[str]) -> None:
    assert told(text, find(parser, text)) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The commander calls himself Colonel Dust.", id="what-one-calls-oneself"),
        pytest.param("No group has claimed the attack.", id="no-group"),
        pytest.param("Moscow recalled its ambassador from Lima.", id="recalled-envoy"),
        pytest.param("He read “War and Peace” at school.", id="title"),
        pytest.param("The so-called “special operation” began in winter.", id="scare-quotes"),
        pytest.param("The boys’ school and the girls’ school were hit.", id="apostrophes"),
        pytest.param("In the ’90s the rebels’ camp stood here.", id="decade"),
        pytest.param("It is becoming clear that the missiles are meant for the front.", id="writer"),
        pytest.param("The speed with which such moves are welcomed by some is striking.", id="writer-on-others"),
        pytest.param("Serbia recalled its ambassador from Skopje.", id="recalled"),
        pytest.param("Live: army enters the capital\n\nThe army entered the capital on Monday.", id="label"),
    ],
)
def test_what_nobody_said(parser: Parser, text: str) -> None:
    assert find(parser, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor said that the raid was “a crime”.", "mixed"),
        ("The mayor said that the raid was a crime.", "indirect"),
        ("“It was a crime,” the mayor said.", "direct"),
    ],
)
def test_kind(parser: Parser, text: str, kind: str) -> None:
    assert [s.kind for s in find(parser, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "act", "form"),
    [
        ("The minister said that the ship had left.", "assert", "speech"),
        ("The minister said he supports the truce.", "support", "speech"),
        ("The minister said she did not support the truce.", "oppose", "speech"),
        ("Vietnam supports the code, its foreign minister said.", "support", "speech"),
        ("The minister said it will rain.", "assert", "speech"),
        ("The ministry said it would send 40 tents.", "promise", "speech"),
        ("“We condemn the raid,” the envoy said.", "oppose", "speech"),
        ("The mayor wrote that the bridge was closed.", "assert", "writing"),
        ("The minister did not say when the ship would leave.", "decline", "speech"),
        ("The bloc condemned the attack.", "oppose", "speech"),
        ("The army denied that it had used gas.", "deny", "speech"),
        ("The premier accused the army of looting.", "accuse", "speech"),
        ("The junta threatened to close the border.", "threaten", "speech"),
        ("Reporters asked whether the road was safe.", "question", "speech"),
        ("The villagers asked the army to leave.", "demand", "speech"),
        ("The Swiss delegate voiced support for the inquiry.", "support", "speech"),
        ("Investigators believe that the bomb was home-made.", "assert", "belief"),
        ("The navy plans to buy two frigates.", "promise", "intention"),
        ("The inquiry found that the guards had slept.", "report", "finding"),
    ],
)
def test_act_and_form(parser: Parser, text: str, act: str, form: str) -> None:
    assert [(s.act, s.form) for s in find(parser, text)] == [(act, form)]


def test_quotation_after_in_the_words_of_is_the_speakers(parser: Parser) -> None:
    text = "The deal was, in the words of Norwegian mediator Kari Lund, “a beginning and no more”."
    found = find(parser, text)
    assert [(words(text, s.speaker_span), s.kind) for s in found] == [("Norwegian mediator Kari Lund", "mixed")]
    assert [text[slice(*c)] for c in found[0].content] == ["The deal was", "“a beginning and no more”"]


def test_speech_within_speech_gives_both(parser: Parser) -> None:
    text = "The daily reported that the general had said the line would hold."
    mentions = (mention(parser, text, "The daily", "a1"), mention(parser, text, "the general", "a2"))
    found = find(parser, text, mentions)
    assert [(s.speaker, s.via) for s in found] == [("a1", ()), ("a2", ("a1",))]
    assert words(text, found[1].content[0]) == "the line would hold"


def test_who_passed_it_on_is_via(parser: Parser) -> None:
    text = "Tass quoted the governor as saying that the plant was safe."
    mentions = (mention(parser, text, "Tass", "a1"), mention(parser, text, "the governor", "a2"))
    assert [(s.speaker, s.via) for s in find(parser, text, mentions)] == [("a2", ("a1",))]


def test_who_is_told_is_the_addressee(parser: Parser) -> None:
    text = "The envoy told the council that talks had stalled."
    mentions = (mention(parser, text, "The envoy", "a1"), mention(parser, text, "the council", "a2"))
    assert [(s.speaker, s.addressee) for s in find(parser, text, mentions)] == [("a1", "a2")]


def test_a_relative_pronoun_speaks_for_its_noun(parser: Parser) -> None:
    text = "The general, who said that he had resigned, left the hall."
    assert [s.speaker for s in find(parser, text, (mention(parser, text, "The general", "a1"),))] == ["a1"]


def test_mojibake_marks_are_marks(parser: Parser) -> None:
    text = "â€œWe will not leave the valley,â€\x9d the colonel said."
    assert told(text, find(parser, text)) == [("the colonel", "said", ["We will not leave the valley"])]


def test_each_statement_points_to_its_words(parser: Parser) -> None:
    text = "The governor said that two people had died."
    (found,) = find(parser, text)
    assert found.rule == "say/clause"
    assert found.evidence["cue"].spans == (found.cue,)
    assert found.evidence["content"].spans == found.content
    assert found.evidence["speaker"].spans == (found.speaker_span,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Commenting on the vote, Keita said the valley was ready.", ["said"], id="leads-in"),
        pytest.param("Commenting on the vote, Keita left the hall.", ["Commenting"], id="nothing-else-is-said"),
        pytest.param("Keita said that Okoye told reporters that all was well.", ["said", "told"], id="another-speaker"),
        pytest.param("Keita said he believed that the valley was ready.", ["said"], id="his-own-belief"),
    ],
)
def test_words_about_saying_count_once(parser: Parser, text: str, expected: list[str]) -> None:
    assert [words(text, s.cue) for s in find(parser, text)] == expected
