"""Who does what to whom, in what form, and whether it is denied: each question of the grammar on one sentence."""

import pytest

from dateline.grammar import (
    apposition,
    coordination,
    forms,
    negation,
    objects,
    outlook,
    phrases,
    quotes,
    subjects,
    tense,
    voice,
)
from dateline.parse.parser import Parser
from dateline.parse.tree import Document, Token


def word(parser: Parser, text: str, form: str) -> tuple[Document, Token]:
    """Return the parsed sentence and its first word of this form."""
    doc = parser.parse(text)
    return doc, next(t for t in doc.tokens if t.text == form)


PASSIVE = [
    pytest.param("The airport was seized by rebels.", "seized", True, id="auxiliary"),
    pytest.param("The airport, seized by rebels, is closed.", "seized", True, id="participle"),
    pytest.param("Watched by troops, the crowd sang.", "Watched", True, id="adverbial-participle"),
    pytest.param("Aid reached the besieged towns.", "besieged", True, id="before-its-noun"),
    pytest.param("Ten people were reported killed.", "killed", True, id="below-a-passive"),
    pytest.param("The town was shelled and burned.", "burned", True, id="coordinated"),
    pytest.param("Rebels have seized the airport.", "seized", False, id="perfect"),
    pytest.param("Rebels seized the airport.", "seized", False, id="active"),
    pytest.param("Rebels had attacked and looted the town.", "looted", False, id="coordinated-perfect"),
]


@pytest.mark.parametrize(("text", "form", "expected"), PASSIVE)
def test_passive_is_what_its_noun_undergoes(parser: Parser, text: str, form: str, *, expected: bool) -> None:
    assert voice.is_passive(*word(parser, text, form)) is expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        pytest.param("The plan was backed by Norway.", "backed", "Norway", id="by"),
        pytest.param("A plan backed by Norway failed.", "backed", "Norway", id="participle"),
        pytest.param("The plan must be signed by Friday.", "signed", None, id="a-day-is-nobody"),
        pytest.param("The plan was backed.", "backed", None, id="nobody-named"),
    ],
)
def test_agent_is_who_does_it_in_the_passive(parser: Parser, text: str, form: str, expected: str | None) -> None:
    found = voice.agent_of(*word(parser, text, form))
    assert (found and found.text) == expected


SUBJECTS = [
    pytest.param("Rebels seized the airport.", "seized", "Rebels", id="own"),
    pytest.param("Bridge unsafe, says mayor", "says", "mayor", id="nearer-of-two"),
    pytest.param("Rebels who seized the airport left.", "seized", "Rebels", id="relative"),
    pytest.param("Rebels tried to seize the airport.", "seize", "Rebels", id="subject-control"),
    pytest.param("Kenya urged Uganda to release the pilots.", "release", "Uganda", id="object-control"),
    pytest.param("Kenya called on Uganda to free the pilots.", "free", "Uganda", id="control-by-a-preposition"),
    pytest.param("Uganda was urged to release the pilots.", "release", "Uganda", id="control-in-the-passive"),
    pytest.param("Rebels entered Goma and burned the market.", "burned", "Rebels", id="coordination"),
    pytest.param("Talks failed to end the war and angered Egypt.", "angered", "Talks", id="past-an-infinitive"),
    pytest.param("Rebels fired on Goma, killing ten people.", "killing", "Rebels", id="participle"),
    pytest.param("Uganda rejected Kenya's plan to seize the port.", "seize", "Kenya", id="whose-plan"),
    pytest.param("Kenya announced a package to be delivered in May.", "delivered", "package", id="whose-passive"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "expected"), SUBJECTS)
def test_subject_is_found_where_it_stands(parser: Parser, text: str, form: str, expected: str) -> None:
    found = subjects.subject_of(*word(parser, text, form))
    assert found is not None
    assert found.text == expected


UNDERGOERS = [
    pytest.param("Rebels seized the airport.", "seized", "airport", id="object"),
    pytest.param("The airport was seized.", "seized", "airport", id="passive"),
    pytest.param("The airport, seized by rebels, is closed.", "seized", "airport", id="participle"),
    pytest.param("The airport that rebels seized is closed.", "seized", "airport", id="relative-clause"),
    pytest.param("The plan which Chad opposes has failed.", "opposes", "plan", id="which"),
]


@pytest.mark.parametrize(("text", "form", "expected"), UNDERGOERS)
def test_undergoer_is_what_the_verb_is_done_to(parser: Parser, text: str, form: str, expected: str) -> None:
    found = objects.undergoer(*word(parser, text, form))
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        pytest.param("Rebels seized the airport.", "seized", "airport", id="object"),
        pytest.param("The airport was seized.", "seized", "airport", id="passive"),
        pytest.param(
            "The airport that rebels seized is closed.", "seized", "that", id="its-own-word-in-a-relative-clause"
        ),
        pytest.param("The rebels left.", "left", None, id="none"),
    ],
)
def test_own_object_stands_in_the_verbs_own_clause(parser: Parser, text: str, form: str, expected: str | None) -> None:
    found = objects.own_object(*word(parser, text, form))
    assert (found.text if found else None) == expected


def test_relative_clause_with_its_own_relative_subject_has_no_gap(parser: Parser) -> None:
    assert objects.gap(*word(parser, "The rebels who left burned the bridge.", "left")) is None


def test_coordinated_verbs_share_the_last_ones_object(parser: Parser) -> None:
    found = objects.later_object(*word(parser, "Soldiers attacked and looted the village.", "attacked"))
    assert found is not None
    assert found.text == "village"


DENIED = [
    pytest.param("Kenya did not sign the treaty.", "sign", "not", id="not"),
    pytest.param("Kenya never signed the treaty.", "signed", "never", id="never"),
    pytest.param("Kenya no longer backs the treaty.", "backs", "longer", id="no-longer"),
    pytest.param("Nobody signed the treaty.", "signed", "Nobody", id="nobody"),
    pytest.param("Neither side has signed the treaty.", "signed", "Neither", id="neither-side"),
    pytest.param("No one signed the treaty.", "signed", "No", id="no-one"),
    pytest.param("Kenya did not sign or ratify the treaty.", "ratify", "not", id="shared-over-or"),
    pytest.param("Kenya left without signing the treaty.", "signing", "without", id="without"),
    pytest.param("Kenya withdrew instead of signing the treaty.", "signing", "of", id="instead-of"),
    pytest.param("Kenya signed the treaty.", "signed", None, id="not-denied"),
    pytest.param("Kenya did not sign the treaty and left.", "left", None, id="not-shared-over-and"),
]


@pytest.mark.parametrize(("text", "form", "expected"), DENIED)
def test_denial_is_the_word_that_denies_a_verb(parser: Parser, text: str, form: str, expected: str | None) -> None:
    found = negation.denial(*word(parser, text, form))
    assert (found and found.text) == expected
    assert negation.is_negated(*word(parser, text, form)) is (expected is not None)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        pytest.param("There was no attack on Goma.", "attack", "no", id="no"),
        pytest.param("They parted without a deal.", "deal", "without", id="without"),
        pytest.param("They chose war instead of talks.", "talks", "of", id="instead-of"),
        pytest.param("There was an attack on Goma.", "attack", None, id="not-denied"),
    ],
)
def test_noun_denial_is_the_word_that_denies_a_noun(parser: Parser, text: str, form: str, expected: str | None) -> None:
    found = negation.noun_denial(*word(parser, text, form))
    assert (found and found.text) == expected


def test_yet_to_is_pending(parser: Parser) -> None:
    found = negation.pending(*word(parser, "Kenya has yet to decide.", "decide"))
    assert found is not None
    assert found.text == "yet"


FORMS = [
    pytest.param("Kenya wants to leave.", "leave", True, id="to-strike"),
    pytest.param("The road is to be opened on Monday.", "opened", True, id="passive"),
    pytest.param("Kenya will leave.", "leave", False, id="bare"),
    pytest.param("The door to dialogue remained open.", "remained", False, id="a-slip-of-the-parser"),
]


@pytest.mark.parametrize(("text", "form", "expected"), FORMS)
def test_infinitive_has_to(parser: Parser, text: str, form: str, *, expected: bool) -> None:
    assert forms.is_infinitive(*word(parser, text, form)) is expected


def test_forms_of_verbs_are_told_apart(parser: Parser) -> None:
    assert forms.is_progressive(*word(parser, "Ministers are meeting in Oslo.", "meeting"))
    assert not forms.is_progressive(*word(parser, "Ministers were meeting in Oslo.", "meeting"))
    assert forms.is_finite(*word(parser, "Ministers have met in Oslo.", "met"))
    assert not forms.is_finite(*word(parser, "Ministers meeting in Oslo agreed.", "meeting"))
    assert forms.is_for_infinitive(*word(parser, "Kenya called for the road to be opened.", "opened"))
    assert forms.verb_lemma(*word(parser, "Rebels shut down the port.", "shut")) == "shut down"


TENSES = [
    pytest.param("Kenya signed the treaty.", "signed", "past", None, id="past"),
    pytest.param("Kenya has signed the treaty.", "signed", "past", None, id="perfect"),
    pytest.param("Kenya signs the treaty.", "signs", "present", None, id="present"),
    pytest.param("Kenya will sign the treaty.", "sign", "future", None, id="will"),
    pytest.param("Kenya said it would sign the treaty.", "sign", "future", None, id="would-as-reported"),
    pytest.param("Kenya may sign the treaty.", "sign", "none", "possible", id="may"),
    pytest.param("Kenya must sign the treaty.", "sign", "none", "necessary", id="must"),
    pytest.param("If Kenya signs the treaty, Chad will follow.", "signs", "present", "conditional", id="if"),
]


@pytest.mark.parametrize(("text", "form", "time", "modality"), TENSES)
def test_tense_and_modality(parser: Parser, text: str, form: str, time: str, modality: str | None) -> None:
    doc, verb = word(parser, text, form)
    aux = tense.auxiliaries(doc, verb)
    said = {t.lower for t in aux}
    assert (tense.find_tense(verb, aux, said), tense.find_modality(doc, verb, said)) == (time, modality)


OUTLOOKS = [
    pytest.param("Ministers will meet on Monday.", "meet", "future", id="will"),
    pytest.param("Ministers are due to meet on Monday.", "meet", "future", id="due-to"),
    pytest.param("Ministers agreed to meet on Monday.", "meet", "future", id="agreed-to"),
    pytest.param("The truce begins on Monday.", "begins", "future", id="timetable"),
    pytest.param("Ministers met on Monday.", "met", "past", id="past"),
    pytest.param("Ministers have met on Monday.", "met", "past", id="perfect"),
    pytest.param("Rebels began to shell the town on Monday.", "shell", "past", id="aspect"),
    pytest.param("The army controls the town.", "controls", "present", id="present"),
]


@pytest.mark.parametrize(("text", "form", "expected"), OUTLOOKS)
def test_outlook_is_where_a_verb_points(parser: Parser, text: str, form: str, expected: str) -> None:
    assert outlook.outlook(*word(parser, text, form)) == expected


def test_perfect_is_told_from_pluperfect(parser: Parser) -> None:
    assert tense.perfect_of(*word(parser, "Rebels had left the town.", "left")) == "past"
    assert tense.perfect_of(*word(parser, "Rebels have left the town.", "left")) == "present"
    assert tense.perfect_of(*word(parser, "Rebels left the town.", "left")) is None


def test_what_a_second_verb_belongs_with_is_past_an_infinitive(parser: Parser) -> None:
    doc, verb = word(parser, "Talks failed to end the war and angered Egypt.", "angered")
    assert coordination.first_alike(doc, verb).text == "failed"


def test_first_of_a_list(parser: Parser) -> None:
    doc, last = word(parser, "Chad, Mali and Niger signed.", "Niger")
    assert coordination.first_of(doc, last).text == "Chad"


def test_prepositions_join_out_of(parser: Parser) -> None:
    doc, verb = word(parser, "Rebels pulled out of Goma on Monday.", "pulled")
    assert [(name, inner.text) for name, _, inner in phrases.prepositions(doc, verb)] == [
        ("out of", "Goma"),
        ("on", "Monday"),
    ]


def test_after_yields_nouns_and_all_after_what_is_joined_to_them(parser: Parser) -> None:
    doc, verb = word(parser, "Norway sent tents to Chad and Mali.", "sent")
    assert [t.text for t in phrases.after(doc, verb, "to")] == ["Chad"]
    assert [t.text for t in phrases.all_after(doc, verb, "to")] == ["Chad", "Mali"]


def test_subject_taken_for_an_apposition_is_given_back(parser: Parser) -> None:
    doc, verb = word(parser, "Two roads were shut, the governor, Ada Obi, said.", "said")
    found = (
        subjects.own_subject(doc, verb) or apposition.stolen_subject(doc, verb) or apposition.lost_subject(doc, verb)
    )
    assert found is not None
    assert found.text in ("governor", "Obi")


def test_quotation_over_two_paragraphs_goes_on(parser: Parser) -> None:
    doc = parser.parse('"We leave.\n\n"We come back," she said.')
    assert [q.follows for q in quotes.find_quotes(doc)] == [False, True]
