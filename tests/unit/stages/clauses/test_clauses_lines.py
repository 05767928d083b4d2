"""Predicates: voice, tense, modality, polarity, how sure the deed is, and who takes part in it."""

import pytest

CLAUSES = [
    ("The nuns left Gao.", ["leave past +3 (agent nuns, theme Gao)"]),
    ("The nuns have left Gao.", ["leave past +3 (agent nuns, theme Gao)"]),
    ("The nuns had left Gao.", ["leave past +3 (agent nuns, theme Gao)"]),
    ("The nuns are leaving Gao.", ["leave present +3 (agent nuns, theme Gao)"]),
    ("The nuns will leave Gao.", ["leave future +2 (agent nuns, theme Gao)"]),
    ("The nuns would leave Gao.", ["leave none possible +1 (agent nuns, theme Gao)"]),
    ("The nuns may leave Gao.", ["leave none possible +1 (agent nuns, theme Gao)"]),
    ("The nuns might leave Gao.", ["leave none possible +1 (agent nuns, theme Gao)"]),
    ("The nuns could leave Gao.", ["leave none possible +1 (agent nuns, theme Gao)"]),
    ("The nuns can leave Gao.", ["leave none possible +1 (agent nuns, theme Gao)"]),
    ("The nuns must leave Gao.", ["leave none necessary +1 (agent nuns, theme Gao)"]),
    ("The nuns should leave Gao.", ["leave none necessary +1 (agent nuns, theme Gao)"]),
    (
        "The nuns need to leave Gao.",
        ["need present +3 (agent nuns, content leave)", "leave none necessary +1 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns have to leave Gao.",
        ["have present +3 (agent nuns, content leave)", "leave none necessary +1 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns are to leave Gao.",
        ["be present +3 (agent nuns, content leave)", "leave none +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns are about to leave Gao.",
        ["be present +3 (agent nuns, complement about)", "leave none +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns are going to leave Gao.",
        ["go present +3 (agent nuns, content leave)", "leave none +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns want to leave Gao.",
        ["want present +3 (agent nuns, content leave)", "leave none +1 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns plan to leave Gao.",
        ["plan present +3 (agent nuns, content leave)", "leave none +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns tried to leave Gao.",
        ["try past +3 (agent nuns, content leave)", "leave none +1 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns managed to leave Gao.",
        ["manage past +3 (agent nuns, content leave)", "leave none +3 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns failed to leave Gao.",
        ["fail past +3 (agent nuns, content leave)", "leave none -2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns refused to leave Gao.",
        ["refuse past +3 (agent nuns, content leave)", "leave none -2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns forgot to leave Gao.",
        ["forget past +3 (agent nuns, content leave)", "leave none -1 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns began to leave Gao.",
        ["begin past +3 (agent nuns, content leave)", "leave none +3 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns stopped leaving Gao.",
        ["stop past +3 (agent nuns, content leaving)", "leave none +3 (agent nuns, theme Gao)"],
    ),
    ("The nuns did not leave Gao.", ["leave past negative -2 (agent nuns, theme Gao)"]),
    ("The nuns never left Gao.", ["leave past negative -2 (agent nuns, theme Gao)"]),
    ("The nuns hardly left Gao.", ["leave past negative -2 (agent nuns, theme Gao)"]),
    (
        "The nuns did not want to leave Gao.",
        ["want past negative -2 (agent nuns, content leave)", "leave none +0 (agent nuns, theme Gao)"],
    ),
    ("No nun left Gao.", ["leave past negative -2 (agent nun, theme Gao)"]),
    ("Neither nun left Gao.", ["leave past negative -2 (agent nun, theme Gao)"]),
    ("The nuns left neither Gao nor Ansongo.", ["leave past negative -1 (agent nuns, theme Gao)"]),
    ("The nuns left without a guide.", ["leave past +3 (agent nuns, without guide)"]),
    (
        "The nuns are likely to leave Gao.",
        [
            "be present +3 (agent nuns, complement likely)",
            "likely present +3 (agent nuns, content leave)",
            "leave none +2 (agent nuns, theme Gao)",
        ],
    ),
    (
        "The nuns are sure to leave Gao.",
        [
            "be present +3 (agent nuns, complement sure)",
            "sure present +3 (agent nuns, content leave)",
            "leave none +2 (agent nuns, theme Gao)",
        ],
    ),
    (
        "The nuns are ready to leave Gao.",
        [
            "be present +3 (agent nuns, complement ready)",
            "ready present +3 (agent nuns, content leave)",
            "leave none +1 (agent nuns, theme Gao)",
        ],
    ),
    (
        "The nuns are unable to leave Gao.",
        [
            "be present +3 (agent nuns, complement unable)",
            "unable present +3 (agent nuns, content leave)",
            "leave none -2 (agent nuns, theme Gao)",
        ],
    ),
    (
        "The nuns are able to leave Gao.",
        [
            "be present +3 (agent nuns, complement able)",
            "able present +3 (agent nuns, content leave)",
            "leave none +3 (agent nuns, theme Gao)",
        ],
    ),
    ("The nuns probably left Gao.", ["leave past +2 (agent nuns, theme Gao)"]),
    ("The nuns possibly left Gao.", ["leave past +2 (agent nuns, theme Gao)"]),
    ("The nuns perhaps left Gao.", ["leave past +2 (agent nuns, theme Gao)"]),
    ("The nuns certainly left Gao.", ["leave past +3 (agent nuns, theme Gao)"]),
    ("The nuns allegedly left Gao.", ["leave past +2 (agent nuns, theme Gao)"]),
    ("The nuns reportedly left Gao.", ["leave past +2 (agent nuns, theme Gao)"]),
    ("Did the nuns leave Gao?", ["leave past question +1 (agent nuns, theme Gao)"]),
    ("Have the nuns left Gao?", ["leave past question +1 (agent nuns, theme Gao)"]),
    (
        "If the nuns leave Gao, the monks will stay.",
        ["leave present conditional +1 (agent nuns, theme Gao)", "stay future +2 (agent monks)"],
    ),
    (
        "If the nuns had left Gao, the monks would have stayed.",
        ["leave past conditional +1 (agent nuns, theme Gao)", "stay past possible +1 (agent monks)"],
    ),
    (
        "Unless the nuns leave Gao, the monks will stay.",
        ["leave present conditional +1 (agent nuns, theme Gao)", "stay future +2 (agent monks)"],
    ),
    (
        "When the nuns left Gao, the monks stayed.",
        ["leave past +3 (agent nuns, theme Gao)", "stay past +3 (agent monks)"],
    ),
    (
        "After the nuns left Gao, the monks stayed.",
        ["leave past +3 (agent nuns, theme Gao)", "stay past +3 (agent monks)"],
    ),
    (
        "Before the nuns left Gao, the monks stayed.",
        ["leave past +3 (agent nuns, theme Gao)", "stay past +3 (agent monks)"],
    ),
    (
        "Because the nuns left Gao, the monks stayed.",
        ["leave past +3 (agent nuns, theme Gao)", "stay past +3 (agent monks)"],
    ),
    (
        "Although the nuns left Gao, the monks stayed.",
        ["leave past +3 (agent nuns, theme Gao)", "stay past +3 (agent monks)"],
    ),
    (
        "The nuns left Gao to help the monks.",
        ["leave past +3 (agent nuns, theme Gao, content help)", "help none +2 (agent nuns, theme monks)"],
    ),
    (
        "The nuns left Gao, helping the monks.",
        ["leave past +3 (agent nuns, theme Gao)", "help none +3 (agent nuns, theme monks)"],
    ),
    (
        "The nuns who left Gao helped the monks.",
        ["leave past +3 (agent nuns, theme Gao)", "help past +3 (agent nuns, theme monks)"],
    ),
    (
        "The nuns said that they left Gao.",
        ["say past +3 (agent nuns, content left)", "leave past +3 (agent they, theme Gao)"],
    ),
    (
        "The nuns denied that they left Gao.",
        ["deny past +3 (agent nuns, content left)", "leave past -1 (agent they, theme Gao)"],
    ),
    (
        "The nuns know that the monks left Gao.",
        ["know present +3 (agent nuns, content left)", "leave past +3 (agent monks, theme Gao)"],
    ),
    (
        "The nuns think that the monks left Gao.",
        ["think present +3 (agent nuns, content left)", "leave past +2 (agent monks, theme Gao)"],
    ),
    (
        "The nuns hope that the monks leave Gao.",
        ["hope present +3 (agent nuns, content leave)", "leave present +1 (agent monks, theme Gao)"],
    ),
    (
        "The nuns fear that the monks left Gao.",
        ["fear present +3 (agent nuns, content left)", "leave past +1 (agent monks, theme Gao)"],
    ),
    (
        "The nuns claim that the monks left Gao.",
        ["claim present +3 (agent nuns, content left)", "leave past +3 (agent monks, theme Gao)"],
    ),
    (
        "The nuns confirmed that the monks left Gao.",
        ["confirm past +3 (agent nuns, content left)", "leave past +3 (agent monks, theme Gao)"],
    ),
    (
        "The nuns asked whether the monks left Gao.",
        ["ask past +3 (agent nuns, content left)", "leave past conditional +1 (agent monks, theme Gao)"],
    ),
    (
        "The nuns asked the monks to leave Gao.",
        ["ask past +3 (agent nuns, theme monks, content leave)", "leave none +1 (agent monks, theme Gao)"],
    ),
    (
        "The nuns forced the monks to leave Gao.",
        ["force past +3 (agent nuns, theme monks, content leave)", "leave none +3 (agent monks, theme Gao)"],
    ),
    (
        "The nuns helped the monks leave Gao.",
        ["help past +3 (agent nuns, content leave)", "leave none +2 (agent monks, theme Gao)"],
    ),
    (
        "The nuns prevented the monks from leaving Gao.",
        ["prevent past +3 (agent nuns, theme monks, from leaving)", "leave none -1 (agent monks, theme Gao)"],
    ),
    (
        "The nuns saw the monks leave Gao.",
        ["see past +3 (agent nuns, content leave)", "leave none +3 (agent monks, theme Gao)"],
    ),
    (
        "It is true that the nuns left Gao.",
        ["be present +3 (agent It, complement true, content left)", "leave past +3 (agent nuns, theme Gao)"],
    ),
    (
        "It is unclear whether the nuns left Gao.",
        [
            "be present +3 (agent It, complement unclear, content left)",
            "unclear present +3 (agent It)",
            "leave past conditional +1 (agent nuns, theme Gao)",
        ],
    ),
    (
        "It seems that the nuns left Gao.",
        ["seem present +3 (agent It, content left)", "leave past +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns seem to have left Gao.",
        ["seem present +3 (agent nuns, content left)", "leave past +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns are said to have left Gao.",
        ["say passive present +3 (theme nuns, content left)", "leave past +3 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns are believed to have left Gao.",
        ["believe passive present +3 (theme nuns, content left)", "leave past +2 (agent nuns, theme Gao)"],
    ),
    (
        "The nuns are expected to leave Gao.",
        ["expect passive present +3 (theme nuns, content leave)", "leave none +2 (agent nuns, theme Gao)"],
    ),
    ("Gao was left by the nuns.", ["leave passive past +3 (theme Gao, agent nuns)"]),
    ("Gao will be left by the nuns.", ["leave passive future +2 (theme Gao, agent nuns)"]),
    ("Gao has not been left by the nuns.", ["leave passive past negative -2 (theme Gao, agent nuns)"]),
    ("The nuns were helped.", ["help passive past +3 (theme nuns)"]),
    ("The nuns were helped by the monks in Gao.", ["help passive past +3 (theme nuns, agent monks)"]),
    ("The nuns gave the monks a car.", ["give past +3 (agent nuns, recipient monks, theme car)"]),
    ("The nuns gave a car to the monks.", ["give past +3 (agent nuns, theme car, to monks)"]),
    ("The monks were given a car by the nuns.", ["give passive past +3 (theme monks, theme car, agent nuns)"]),
    ("A car was given to the monks by the nuns.", ["give passive past +3 (theme car, to monks, agent nuns)"]),
    ("The nuns and the monks left Gao.", ["leave past +3 (agent nuns, theme Gao)"]),
    ("The nuns left Gao and Ansongo.", ["leave past +3 (agent nuns, theme Gao)"]),
    (
        "The nuns left Gao and helped the monks.",
        ["leave past +3 (agent nuns, theme Gao)", "help past +3 (agent nuns, theme monks)"],
    ),
    (
        "The nuns helped and fed the monks.",
        ["help past +3 (agent nuns, theme monks)", "feed past +3 (agent nuns, theme monks)"],
    ),
    ("The nuns left Gao but not Ansongo.", ["leave past +3 (agent nuns, theme Gao)"]),
    (
        "The nuns carried out an attack on Gao.",
        ["carry out past +3 (agent nuns, theme attack, on Gao)", "attack nominal past +3 (agent nuns, on Gao)"],
    ),
    (
        "The attack on Gao by the nuns failed.",
        ["attack nominal none +3 (on Gao, agent nuns)", "fail past +3 (agent attack)"],
    ),
    ("The nuns' attack on Gao failed.", ["attack nominal none +3 (agent nuns, on Gao)", "fail past +3 (agent attack)"]),
    ("The attack failed.", ["attack nominal none +3 ()", "fail past +3 (agent attack)"]),
    (
        "An attack was made on Gao by the nuns.",
        ["attack nominal past +3 (agent nuns, on Gao)", "make passive past +3 (theme attack, on Gao, agent nuns)"],
    ),
    (
        "The nuns made a visit to Gao.",
        ["make past +3 (agent nuns, theme visit, to Gao)", "visit nominal past +3 (agent nuns, to Gao)"],
    ),
    (
        "The nuns held talks with the monks.",
        ["hold past +3 (agent nuns, theme talks, with monks)", "talk nominal past +3 (agent nuns, with monks)"],
    ),
    (
        "The talks between the nuns and the monks failed.",
        ["talk nominal none +3 (between nuns)", "fail past +3 (agent talks)"],
    ),
    ("The nuns shut down a school.", ["shut down past +3 (agent nuns, theme school)"]),
    ("The nuns were forced out of Gao by the monks.", ["force passive past +3 (theme nuns, out of Gao, agent monks)"]),
    (
        "Leaving Gao, the nuns helped the monks.",
        ["leave none +3 (agent nuns, theme Gao)", "help past +3 (agent nuns, theme monks)"],
    ),
    (
        "Having left Gao, the nuns helped the monks.",
        ["leave none +3 (agent nuns, theme Gao)", "help past +3 (agent nuns, theme monks)"],
    ),
    (
        "Forced to leave Gao, the nuns helped the monks.",
        [
            "force passive past +3 (theme nuns, content leave)",
            "leave none +3 (agent nuns, theme Gao)",
            "help past +3 (agent nuns, theme monks)",
        ],
    ),
    (
        "The nuns, helped by the monks, left Gao.",
        ["help passive past +3 (theme nuns, agent monks)", "leave past +3 (agent nuns, theme Gao)"],
    ),
    ("There was an attack on Gao.", ["be past +3 (complement attack)", "attack nominal none +3 (on Gao)"]),
    ("There were no attacks on Gao.", ["be past +3 (complement attacks)", "attack nominal none negative -2 (on Gao)"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_what_a_clause_says(clauses_of, text: str, expected: list[str]) -> None:
    assert clauses_of(text) == expected
