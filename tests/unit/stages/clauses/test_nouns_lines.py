"""Nouns and gerunds that tell deeds, who does them by control, and what is coordinated."""

import pytest

NOUNS = [
    (
        "The arrest of the nuns by police was a mistake.",
        [
            "arrest nominal none +3 (theme nuns, agent police)",
            "be past +3 (agent arrest, complement mistake)",
            "mistake nominal none +3 ()",
        ],
    ),
    (
        "The police arrest of the nuns was a mistake.",
        [
            "arrest nominal none +3 (modifier police, theme nuns)",
            "be past +3 (agent arrest, complement mistake)",
            "mistake nominal none +3 ()",
        ],
    ),
    (
        "Police made an arrest in Gao.",
        ["make past +3 (agent Police, theme arrest, in Gao)", "arrest nominal past +3 (agent Police, in Gao)"],
    ),
    (
        "Police carried out raids in Gao.",
        ["carry out past +3 (agent Police, theme raids, in Gao)", "raid nominal past +3 (agent Police, in Gao)"],
    ),
    (
        "Police launched an attack on the nuns.",
        ["launch past +3 (agent Police, theme attack, on nuns)", "attack nominal past +3 (agent Police, on nuns)"],
    ),
    (
        "Police mounted an attack on the nuns.",
        ["mount past +3 (agent Police, theme attack, on nuns)", "attack nominal past +3 (agent Police, on nuns)"],
    ),
    (
        "Police came under attack in Gao.",
        ["come past +3 (agent Police, under attack)", "attack nominal none +3 (in Gao)"],
    ),
    (
        "Police took part in talks with the nuns.",
        ["take past +3 (agent Police, theme part, in talks)", "talk nominal none +3 (with nuns)"],
    ),
    (
        "Police paid a visit to the nuns.",
        ["pay past +3 (agent Police, theme visit, to nuns)", "visit nominal past +3 (agent Police, to nuns)"],
    ),
    ("Police reached an agreement with the nuns.", ["reach past +3 (agent Police, theme agreement, with nuns)"]),
    (
        "Police put an end to the attack.",
        ["put past +3 (agent Police, theme end, to attack)", "end nominal none +3 ()", "attack nominal none +3 ()"],
    ),
    ("Police have an agreement with the nuns.", ["have present +3 (agent Police, theme agreement, with nuns)"]),
    ("The attack killed the nuns.", ["attack nominal none +3 ()", "kill past +3 (agent attack, theme nuns)"]),
    (
        "The attack by police on the nuns killed a monk.",
        ["attack nominal none +3 (agent police)", "kill past +3 (agent attack, theme monk)"],
    ),
    (
        "The attack in Gao on Monday killed a monk.",
        ["attack nominal none +3 (in Gao)", "kill past +3 (agent attack, theme monk, on Monday)"],
    ),
    (
        "The attack that killed the monk was a mistake.",
        [
            "attack nominal none +3 ()",
            "kill past +3 (agent attack, theme monk)",
            "be past +3 (agent attack, complement mistake)",
            "mistake nominal none +3 ()",
        ],
    ),
    (
        "The attack, which killed the monk, was a mistake.",
        [
            "attack nominal none +3 ()",
            "kill past +3 (agent attack, theme monk)",
            "be past +3 (agent attack, complement mistake)",
            "mistake nominal none +3 ()",
        ],
    ),
    (
        "The attack on the nuns and the monks failed.",
        ["attack nominal none +3 (on nuns)", "fail past +3 (agent attack)"],
    ),
    ("No attack was made.", ["attack nominal past negative -2 ()", "make passive past negative -2 (theme attack)"]),
    (
        "No attack killed a monk.",
        ["attack nominal none negative -1 ()", "kill past negative -2 (agent attack, theme monk)"],
    ),
    (
        "The alleged attack killed a monk.",
        ["allege none +2 ()", "attack nominal none +2 (modifier alleged)", "kill past +3 (agent attack, theme monk)"],
    ),
    (
        "A possible attack was discussed.",
        ["possible none +1 ()", "attack nominal none +1 (modifier possible)", "discuss passive past +3 (theme attack)"],
    ),
    ("Police feared an attack.", ["fear past +3 (agent Police, theme attack)", "attack nominal none +1 ()"]),
    ("Police prevented an attack.", ["prevent past +3 (agent Police, theme attack)", "attack nominal none -1 ()"]),
    ("Police denied an attack.", ["deny past +3 (agent Police, theme attack)", "attack nominal none +1 ()"]),
    ("Police planned an attack.", ["plan past +3 (agent Police, theme attack)", "attack nominal none +2 ()"]),
    ("Police condemned an attack.", ["condemn past +3 (agent Police, theme attack)", "attack nominal none +3 ()"]),
    ("Police confirmed an attack.", ["confirm past +3 (agent Police, theme attack)", "attack nominal none +3 ()"]),
    ("Police expect an attack.", ["expect present +3 (agent Police, theme attack)", "attack nominal none +2 ()"]),
    ("Police warned of an attack.", ["warn past +3 (agent Police, of attack)", "attack nominal none +1 ()"]),
    ("Police called for an attack.", ["call past +3 (agent Police, for attack)", "attack nominal none +2 ()"]),
    ("Police vowed an attack.", ["vow past +3 (agent Police, theme attack)", "attack nominal none +2 ()"]),
    ("Police survived an attack.", ["survive past +3 (agent Police, theme attack)", "attack nominal none +3 ()"]),
    (
        "The nuns are angry with police.",
        ["be present +3 (agent nuns, complement angry)", "angry present +3 (agent nuns, with police)"],
    ),
    (
        "The nuns are opposed to the attack.",
        ["oppose passive present +3 (theme nuns, to attack)", "attack nominal none +2 ()"],
    ),
    (
        "The nuns are responsible for the attack.",
        [
            "be present +3 (agent nuns, complement responsible)",
            "responsible present +3 (agent nuns, for attack)",
            "attack nominal none +3 ()",
        ],
    ),
    (
        "The nuns are accused of the attack.",
        ["accuse passive present +3 (theme nuns, of attack)", "attack nominal none +2 ()"],
    ),
    (
        "The nuns are suspected of attacking police.",
        ["suspect passive present +3 (theme nuns, of attacking)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were charged with attacking police.",
        ["charge passive past +3 (theme nuns, with attacking)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were accused of attacking police.",
        ["accuse passive past +3 (theme nuns, of attacking)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns admitted attacking police.",
        ["admit past +3 (agent nuns, content attacking)", "attack none +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns denied attacking police.",
        ["deny past +3 (agent nuns, content attacking)", "attack none -1 (agent nuns, theme police)"],
    ),
    (
        "The nuns regretted attacking police.",
        ["regret past +3 (agent nuns, content attacking)", "attack none +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns considered attacking police.",
        ["consider past +3 (agent nuns, content attacking)", "attack none +1 (agent nuns, theme police)"],
    ),
    (
        "The nuns avoided attacking police.",
        ["avoid past +3 (agent nuns, content attacking)", "attack none -1 (agent nuns, theme police)"],
    ),
    (
        "The nuns kept attacking police.",
        ["keep past +3 (agent nuns, content attacking)", "attack none +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns finished attacking police.",
        ["finish past +3 (agent nuns, content attacking)", "attack none +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns risked attacking police.",
        ["risk past +3 (agent nuns, content attacking)", "attack none +1 (agent nuns, theme police)"],
    ),
    (
        "The nuns succeeded in attacking police.",
        ["succeed past +3 (agent nuns, in attacking)", "attack none +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns were prevented from attacking police.",
        ["prevent passive past +3 (theme nuns, from attacking)", "attack none -1 (agent nuns, theme police)"],
    ),
    (
        "The nuns were banned from attacking police.",
        ["ban passive past +3 (theme nuns, from attacking)", "attack none -1 (agent nuns, theme police)"],
    ),
    (
        "The nuns were blamed for attacking police.",
        ["blame passive past +3 (theme nuns, for attacking)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were told to attack police.",
        ["tell passive past +3 (theme nuns, content attack)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were ordered to attack police.",
        ["order passive past +3 (theme nuns, content attack)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were allowed to attack police.",
        ["allow passive past +3 (theme nuns, content attack)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were forced to attack police.",
        ["force passive past +3 (theme nuns, content attack)", "attack none +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns were expected to attack police.",
        ["expect passive past +3 (theme nuns, content attack)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns were about to attack police.",
        ["be past +3 (agent nuns, complement about)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns promised the monks to attack police.",
        ["promise past +3 (agent nuns, theme monks, content attack)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns persuaded the monks to attack police.",
        ["persuade past +3 (agent nuns, theme monks, content attack)", "attack none +2 (agent monks, theme police)"],
    ),
    (
        "The nuns ordered the monks to attack police.",
        ["order past +3 (agent nuns, theme monks, content attack)", "attack none +2 (agent monks, theme police)"],
    ),
    (
        "The nuns wanted the monks to attack police.",
        ["want past +3 (agent nuns, content attack)", "attack none +1 (agent monks, theme police)"],
    ),
    (
        "The nuns allowed the monks to attack police.",
        ["allow past +3 (agent nuns, content attack)", "attack none +2 (agent monks, theme police)"],
    ),
    (
        "The nuns expected the monks to attack police.",
        ["expect past +3 (agent nuns, content attack)", "attack none +2 (agent monks, theme police)"],
    ),
    (
        "The nuns called on the monks to attack police.",
        ["call past +3 (agent nuns, content attack, on monks)", "attack none +2 (agent monks, theme police)"],
    ),
    (
        "The nuns made the monks attack police.",
        ["make past +3 (agent nuns, content attack)", "attack none +3 (agent monks, theme police)"],
    ),
    (
        "The nuns agreed that the monks attacked police.",
        ["agree past +3 (agent nuns, content attacked)", "attack past +2 (agent monks, theme police)"],
    ),
    (
        "The nuns' plan to attack police failed.",
        [
            "plan nominal none +3 (agent nuns, content attack)",
            "attack none +2 (agent nuns, theme police)",
            "fail past +3 (agent plan)",
        ],
    ),
    (
        "The nuns had the right to attack police.",
        ["have past +3 (agent nuns, theme right)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "The nuns have the means to attack police.",
        ["have present +3 (agent nuns, theme means)", "attack none +2 (agent nuns, theme police)"],
    ),
    (
        "There is a plan to attack police.",
        ["be present +3 (complement plan)", "plan nominal none +3 (content attack)", "attack none +2 (theme police)"],
    ),
    (
        "The nuns fed and attacked police.",
        ["feed past +3 (agent nuns, theme police)", "attack past +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns fed the monks and attacked police.",
        ["feed past +3 (agent nuns, theme monks)", "attack past +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns fed the monks, attacked police and left.",
        ["feed past +3 (agent nuns, theme monks)", "attack past +3 (agent nuns, theme police)"],
    ),
    (
        "The nuns fed the monks but did not attack police.",
        ["feed past +3 (agent nuns, theme monks)", "attack past negative -2 (agent nuns, theme police)"],
    ),
    ("The nuns and not the monks attacked police.", ["attack past +3 (agent nuns, theme police)"]),
    ("The nuns, not the monks, attacked police.", ["attack past +3 (agent nuns, theme police)"]),
    ("The nuns or the monks attacked police.", ["attack past +3 (agent nuns, theme police)"]),
    ("Either the nuns or the monks attacked police.", ["attack past +3 (agent nuns, theme police)"]),
    ("Only the nuns attacked police.", ["attack past +3 (agent nuns, theme police)"]),
    ("Even the nuns attacked police.", ["attack past +3 (agent nuns, theme police)"]),
    (
        "It was the nuns who attacked police.",
        ["be past +3 (agent It, complement nuns)", "attack past +3 (agent nuns, theme police)"],
    ),
    (
        "It was police that the nuns attacked.",
        ["be past +3 (agent It, complement police, content attacked)", "attack past +3 (agent nuns)"],
    ),
    (
        "What the nuns attacked was a car.",
        ["attack past +3 (agent nuns, theme What)", "be past +3 (agent attacked, complement car)"],
    ),
    ("Who attacked police?", ["attack past question +1 (agent Who, theme police)"]),
    ("Why did the nuns attack police?", ["attack past question +1 (agent nuns, theme police)"]),
    ("Police were being attacked by the nuns.", ["attack passive past +3 (theme Police, agent nuns)"]),
    ("Police have been attacked by the nuns.", ["attack passive past +3 (theme Police, agent nuns)"]),
    ("Police had been attacked by the nuns.", ["attack passive past +3 (theme Police, agent nuns)"]),
    ("Police may have been attacked by the nuns.", ["attack passive past possible +1 (theme Police, agent nuns)"]),
    ("Police must have been attacked by the nuns.", ["attack passive past necessary +1 (theme Police, agent nuns)"]),
    ("Police should have been attacked by the nuns.", ["attack passive past necessary +1 (theme Police, agent nuns)"]),
    ("Police got attacked by the nuns.", ["attack passive past +3 (theme Police, agent nuns)"]),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_who_does_what_and_how_surely(clauses_of, text: str, expected: list[str]) -> None:
    assert clauses_of(text) == expected
